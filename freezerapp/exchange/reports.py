"""The report of a checked list: a CSV file with a line for each row of the user's file, and its verdict."""

import csv
import io
from collections.abc import Callable, Iterator
from pathlib import Path

from freezerapp.domain.problems import Problem
from freezerapp.domain.quantity import format_number
from freezerapp.exchange.checking import Checked
from freezerapp.exchange.columns import Field
from freezerapp.exchange.verdicts import Message
from freezerapp.exchange.whole_file import write_whole

COLUMNS = (
    "row",
    "verdict",
    "barcode",
    "container",
    "position",
    "participant",
    "visit",
    "material",
    "volume",
    "unit",
    "collected",
    "message",
)


class ReportNotWritten(Problem):
    """A report can't be written; ``reason`` is the system's own word for it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class ReportOverList(Problem):
    """The report would take the place of the very list that it is about."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def write_report(path: Path, checked: Checked, say: Callable[[Message], str]) -> None:
    """Write the report of a list; ``say`` makes a sentence of a message.

    The file is whole or it is the old one. Raises ReportOverList or ReportNotWritten.
    """
    if _is_same(path, Path(checked.listing.path)):
        raise ReportOverList(str(path))
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows([harmless(cell) for cell in line] for line in report_lines(checked, say))
    write_whole(path, text.getvalue().encode("utf_8", "replace"), ReportNotWritten)


def report_lines(checked: Checked, say: Callable[[Message], str]) -> Iterator[tuple[str, ...]]:
    """The lines of a report, in the order of the user's file, without its heading.

    The values are as they were read; where nothing could be made of a cell, the text that stands there.
    """
    listing, values = checked.listing, checked.values
    numbers: dict[tuple[int, str], str] = {}
    for row, line in enumerate(listing.lines):
        amount, material, origin = values.amounts[row], values.materials[row], values.origin(row)
        volume = unit = ""
        if amount:
            volume = numbers.get(amount) or numbers.setdefault(amount, format_number(*amount))
            unit = amount.unit
        yield (
            str(line),
            checked.verdict(row),
            checked.codes.barcodes[row] or listing.text(Field.BARCODE, row),
            values.places.box_name(row) or listing.text(Field.BOX, row),
            values.places.label(row) or listing.position_text(row),
            origin.participant or listing.text(Field.PARTICIPANT, row),
            origin.visit or listing.text(Field.VISIT, row),
            material.code if material else listing.text(Field.MATERIAL, row),
            volume or listing.text(Field.VOLUME, row),
            unit or listing.text(Field.UNIT, row),
            origin.gathering.collected or listing.text(Field.COLLECTED, row),
            " ".join(map(say, checked.messages(row))),
        )


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: one that begins like it gets an apostrophe before it.

    Plain numbers may begin with a sign (OWASP, CSV injection).
    """
    if cell[:1] not in _FORMULA_STARTS or not cell:
        return cell
    return cell if cell[0] in "+-" and cell[1:].replace(".", "", 1).isdecimal() else f"'{cell}"


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):
        return False


_FORMULA_STARTS = "=+-@\t\r\n"
