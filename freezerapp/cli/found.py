"""Found tubes in lines: a table to read, CSV and JSON for other programs."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import TextIO, TypeAlias

from freezerapp.domain.quantity import format_number
from freezerapp.domain.search.query import Query
from freezerapp.storage import finding
from freezerapp.storage.database import Database
from freezerapp.storage.rows.found import found_rows
from freezerapp.storage.rows.storage import storage

FIELDS = (
    "barcode",
    "material",
    "participant",
    "visit",
    "volume",
    "unit",
    "status",
    "container",
    "position",
    "path",
    "parent",
)
"""What is told of each tube, in this order."""

Line: TypeAlias = tuple[str | None, ...]


def tube_lines(database: Database, query: Query, limit: int | None) -> Iterator[Line]:
    """The tubes that a search finds, in order of registration, read page by page."""
    with database.reading() as reader:
        tree = storage(reader)
    left = limit
    for ids in finding.pages(database, query):
        part = ids if left is None else ids[:left]
        with database.reading() as reader:
            rows = found_rows(reader, part, tree)
        for row in rows:
            volume = None if row.amount is None or row.unit is None else format_number(row.amount, row.unit)
            yield (
                row.barcode,
                row.material,
                row.participant,
                row.visit,
                volume,
                row.unit,
                row.status,
                row.container,
                row.position,
                row.path,
                row.parent,
            )
        if left is not None:
            left -= len(part)
            if left <= 0:
                return


def write_tubes(lines: Iterable[Line], form: str, out: TextIO) -> int:
    """Write lines as ``table``, ``csv`` or ``json``; gives how many there were."""
    count = {"csv": _csv, "json": _json, "table": _table}[form](lines, out)
    out.flush()
    return count


def _csv(lines: Iterable[Line], out: TextIO) -> int:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(FIELDS)
    count = 0
    for line in lines:
        writer.writerow(line)
        count += 1
    return count


def _json(lines: Iterable[Line], out: TextIO) -> int:
    out.write("[")
    count = 0
    for line in lines:
        out.write(",\n " if count else "\n ")
        out.write(json.dumps(dict(zip(FIELDS, line, strict=True)), ensure_ascii=False))
        count += 1
    out.write("\n]\n" if count else "]\n")
    return count


def _table(lines: Iterable[Line], out: TextIO) -> int:
    shown: Sequence[Sequence[str]] = [FIELDS, *([cell or "" for cell in line] for line in lines)]
    widths = [max(len(line[column]) for line in shown) for column in range(len(FIELDS))]
    for line in shown:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        out.write("  ".join(cells).rstrip() + "\n")
    return len(shown) - 1
