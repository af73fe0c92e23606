"""A list of tubes as it was read: the cells of each field, its codes, and what to ask the bank about them."""

from array import array
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import repeat
from typing import TypeVar

from freezerapp.domain.barcode import IdPattern, code_key, usual_pattern
from freezerapp.domain.intake import Asked
from freezerapp.exchange.columns import Columns, Field, find_columns
from freezerapp.exchange.readings import Read, plain_barcodes, read_barcode, read_code
from freezerapp.exchange.tables import FileEmpty, TableFile
from freezerapp.exchange.verdicts import Finding, TooManyCells, problem

T = TypeVar("T")

CODE_FIELDS = (Field.BOX, Field.PARENT, Field.PARTICIPANT, Field.VISIT, Field.STUDY, Field.SITE)

_JUDGED = 500
"""Barcodes that are enough to see what they usually look like."""


class Texts:
    """The cells of one column: its ``different`` texts in order of appearance, and by row where each is.

    A million rows of a dozen columns say little that differs: so they fit, and each text is read once.
    """

    __slots__ = ("_different", "_places", "at")

    def __init__(self) -> None:
        self._places = _Places()
        self.at = array("I")
        self._different: list[str] = []

    @property
    def different(self) -> list[str]:
        """Each text once, in order of appearance."""
        if len(self._different) != len(self._places):
            self._different = list(self._places)
        return self._different

    def add(self, cells: Iterable[str]) -> None:
        """More rows of the column."""
        self.at.extend(map(self._places.__getitem__, cells))

    def read(self, reader: Callable[[str], T]) -> list[T]:
        """What a reader makes of each different text, in their order."""
        return [reader(text) for text in self.different]

    def __getitem__(self, row: int) -> str:
        return self.different[self.at[row]]


class _Places(dict[str, int]):
    def __missing__(self, text: str) -> int:
        place = self[text] = len(self)
        return place


@dataclass(frozen=True, slots=True)
class Codes:
    """The codes of a list; ``barcodes`` and ``keys`` are by row, as they were meant, "" where there is none.

    ``findings`` has, by row, what there is to say of barcodes that are not as they should be; ``read`` the
    different texts of the other columns that hold codes or names.
    """

    barcodes: list[str]
    keys: list[str]
    findings: dict[int, Finding]
    read: dict[Field, list[Read[str]]]

    def keys_of(self, field: Field) -> set[str]:
        """The keys of all codes of a column."""
        return {code_key(read.value) for read in self.read.get(field, ()) if read.value}


@dataclass(frozen=True, slots=True)
class Listing:
    """A whole list. ``lines`` are the rows of the user's file; ``barcodes`` the cells as they stand there."""

    path: str
    delimiter: str
    columns: Columns
    lines: "array[int]" = field(default_factory=lambda: array("Q"))
    barcodes: list[str] = field(default_factory=list)
    texts: dict[Field, Texts] = field(default_factory=dict)
    too_wide: dict[int, int] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.lines)

    def text(self, field: Field, row: int) -> str:
        """A cell as it stands in the file, without spaces around it; "" where there is no such column."""
        if field is Field.BARCODE:
            return self.barcodes[row].strip()
        texts = self.texts.get(field)
        return texts[row].strip() if texts else ""

    def position_text(self, row: int) -> str:
        """The position as the file tells it: its label, or row and column."""
        parts = (self.text(Field.ROW, row), self.text(Field.COLUMN, row))
        return self.text(Field.POSITION, row) or " ".join(part for part in parts if part)

    def heading_unit(self, field: Field) -> str | None:
        """The unit that the heading of a column names."""
        column = self.columns.of(field)
        return column.unit if column else None


def read_list(file: TableFile) -> Listing:
    """All rows of a list below its headings. Rows without any text are left out.

    Raises NoBarcodeColumn, ColumnTwice, QuoteNotClosed or FileEmpty.
    """
    listing: Listing | None = None
    for lines, rows in file.batches():
        if listing is None:
            columns = find_columns(lines, rows)
            listing = Listing(file.path, file.delimiter, columns)
            listing.texts.update((c.field, Texts()) for c in columns.used if c.field is not Field.BARCODE)
            lines, rows = lines[columns.row + 1 :], rows[columns.row + 1 :]
        _add(listing, lines, rows)
    if listing is None or not listing.lines:
        raise FileEmpty(file.path)
    return listing


def read_codes(listing: Listing) -> Codes:
    """The codes of a list; its barcodes are judged by what most of them look like."""
    texts = listing.barcodes
    pattern = usual_pattern(texts[:: max(1, len(texts) // _JUDGED)])
    plain = plain_barcodes(pattern).fullmatch
    odd = [row for row, text in enumerate(texts) if not plain(text)]
    barcodes = texts
    findings: dict[int, Finding] = {}
    if odd:
        barcodes = list(texts)
        for row in odd:
            barcodes[row], finding = _odd(texts[row], pattern, len(texts))
            if finding:
                findings[row] = finding
    ascii_only = all(map(str.isascii, barcodes))
    keys = list(map(str.lower if ascii_only else code_key, barcodes))
    read = {
        field_: texts.read(partial(read_code, field_))
        for field_, texts in listing.texts.items()
        if field_ in CODE_FIELDS
    }
    return Codes(barcodes, keys, findings, read)


def asked(codes: Codes) -> Asked:
    """What the bank must be asked to check a list."""
    boxes = codes.keys_of(Field.BOX)
    wanted = {*codes.keys, *codes.keys_of(Field.PARENT), *boxes}
    wanted.update([key.rpartition("/")[0] for key in codes.keys if "/" in key])
    wanted.discard("")
    return Asked(frozenset(wanted), frozenset(boxes), frozenset(codes.keys_of(Field.PARTICIPANT)))


def _odd(text: str, pattern: IdPattern | None, rows: int) -> tuple[str, Finding | None]:
    read: Read[str] = read_barcode(text, pattern, rows)
    return read.value or "", read.finding


def _add(listing: Listing, lines: Sequence[int], rows: list[list[str]]) -> None:
    width = len(listing.columns.headings)
    if set(map(len, rows)) - {width}:
        lines, rows = _squared(listing, lines, rows, width)
    if not rows:
        return
    cells = list(zip(*rows, strict=True))
    where = {column.field: column.place for column in listing.columns.used}
    barcodes = cells[where[Field.BARCODE]]
    if "" in barcodes or not all(map(str.strip, barcodes)):
        kept = [bool(code.strip()) or any(map(str.strip, row)) for code, row in zip(barcodes, rows, strict=True)]
        if not all(kept):
            first = len(listing.lines)
            _forget_blank(listing, kept, first)
            lines = [line for line, keep in zip(lines, kept, strict=True) if keep]
            rows = [row for row, keep in zip(rows, kept, strict=True) if keep]
            cells = list(zip(*rows, strict=True)) if rows else [() for _ in listing.columns.headings]
    listing.lines.extend(lines)
    listing.barcodes.extend(cells[where[Field.BARCODE]])
    for field_, texts in listing.texts.items():
        texts.add(cells[where[field_]])


def _squared(
    listing: Listing, lines: Sequence[int], rows: list[list[str]], width: int
) -> tuple[Sequence[int], list[list[str]]]:
    """Rows cut or filled up to the width of the headings; those that say more than that are noted."""
    first = len(listing.lines)
    squared = []
    for place, row in enumerate(rows):
        if len(row) > width and any(map(str.strip, row[width:])):
            listing.too_wide[first + place] = len(row)
        squared.append(row[:width] if len(row) >= width else [*row, *repeat("", width - len(row))])
    return lines, squared


def _forget_blank(listing: Listing, kept: list[bool], first: int) -> None:
    """Places of rows that are too wide, once the blank rows before them are gone."""
    wide = {row: count for row, count in listing.too_wide.items() if row >= first}
    for row in wide:
        del listing.too_wide[row]
    for row, count in wide.items():
        listing.too_wide[first + sum(kept[: row - first])] = count


def width_findings(listing: Listing) -> dict[int, Finding]:
    """Rows with more cells than there are headings."""
    headings = len(listing.columns.headings)
    return {row: problem(TooManyCells(cells, headings)) for row, cells in listing.too_wide.items()}
