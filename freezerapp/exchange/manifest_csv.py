"""The list of a manifest as CSV: UTF-8, a row for each tube, harmless to open, and readable again without loss."""

import csv
import io
from pathlib import Path

from freezerapp.domain.manifest import Manifest
from freezerapp.exchange.manifest_rows import FILLED_IN, HEAD, TAIL, Listed, list_of, listed, outcomes_of
from freezerapp.exchange.manifests import ManifestNotWritten, check_sound
from freezerapp.exchange.reports import harmless
from freezerapp.exchange.tables import TableFile
from freezerapp.exchange.whole_file import write_whole


def manifest_csv(manifest: Manifest) -> bytes:
    """The list with a heading; a manifest without tubes has one row that says so. Raises ManifestUnsound."""
    check_sound(manifest)
    found = listed(manifest)
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow((*HEAD, *found.columns, *TAIL, *FILLED_IN))
    rows = found.rows or (("",) * len(found.columns),)
    digests = found.digests or ("",)
    for row, digest in zip(rows, digests, strict=True):
        writer.writerow([guarded(each) for each in (*found[:4], *row, found.list_digest, digest, "", "")])
    return text.getvalue().encode()


def write_manifest_csv(path: Path, manifest: Manifest) -> None:
    """Write the list, whole or not at all. Raises ManifestUnsound or ManifestNotWritten."""
    write_whole(path, manifest_csv(manifest), ManifestNotWritten)


def read_manifest_csv(table: TableFile) -> Listed | None:
    """The list in a CSV file, None if it is another one. Raises QuoteNotClosed."""
    columns, rows = _cells(table)
    return list_of(columns, rows)


def read_outcomes_csv(table: TableFile) -> list[tuple[str, str, str]]:
    """What the receiver filled in: tube, outcome and note of each row. Raises QuoteNotClosed."""
    return outcomes_of(*_cells(table))


def guarded(text: str) -> str:
    """A cell that no spreadsheet runs; an apostrophe is set before one that begins with it already."""
    return f"'{text}" if text and text[0] in GUARDED else harmless(text)


def unguarded(text: str) -> str:
    """What was guarded."""
    return text[1:] if text[:1] == "'" else text


def _cells(table: TableFile) -> tuple[list[str], list[list[str]]]:
    rows = [[unguarded(each) for each in row] for batch in table.batches() for row in batch.rows]
    return (rows[0], rows[1:]) if rows else ([], [])


GUARDED = "'＝＋－＠"
"""Starts that are guarded besides the usual ones: our own guard, and what some spreadsheets take for = + - @."""
