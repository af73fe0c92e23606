"""The workbook of a manifest as XLSX: facts, list and grids, codes as text, nothing that runs."""

import io
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import Outcome
from freezerapp.exchange.manifest_rows import FILLED_IN
from freezerapp.exchange.manifest_sheets import (
    BOX_HEADINGS,
    GRID_LEFT,
    GRID_TOP,
    LIST_SHEET,
    PACKAGE_HEADINGS,
    Sheet,
    sheets,
)
from freezerapp.exchange.manifests import ManifestNotWritten, check_sound
from freezerapp.exchange.whole_file import write_whole

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NUMBERS = frozenset({"line", "package", "amount", "concentration", "thaws"})
"""Columns whose plain numbers are written as numbers; whatever a spreadsheet would change stays text."""
WIDTHS = {
    "line": 6,
    "package": 9,
    "box": 14,
    "position": 9,
    "tube": 18,
    "material": 9,
    "material_name": 22,
    "participant": 16,
    "visit": 7,
    "collected": 17,
    "amount": 8,
    "unit": 6,
    "concentration": 14,
    "thaws": 7,
    "temperature": 14,
    "sprec": 22,
    "remark": 30,
    "line_digest": 11,
    "outcome": 13,
    "outcome_note": 30,
}
"""Columns of the list, in characters."""
MADE = datetime(1980, 1, 1)  # a fixed moment, so that the same manifest makes the same file


def manifest_xlsx(manifest: Manifest) -> bytes:
    """The workbook. Raises ManifestUnsound."""
    # Imported here: it takes as long to load as a small workbook to write, and most runs of the program write none.
    import xlsxwriter

    check_sound(manifest)
    target = io.BytesIO()
    options = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    book = xlsxwriter.Workbook(target, options)
    book.set_properties({"title": f"Manifest {manifest.number}, version {manifest.version}", "created": MADE})
    look = _Look(book)
    for sheet in sheets(manifest):
        page = book.add_worksheet(sheet.name)
        if sheet.box is not None:
            _write_grid(page, sheet, look)
        elif sheet.name == LIST_SHEET:
            _write_list(page, sheet, look)
        else:
            _write_facts(page, sheet, look)
    book.close()
    return target.getvalue()


def write_manifest_xlsx(path: Path, manifest: Manifest) -> None:
    """Write the workbook, whole or not at all. Raises ManifestUnsound or ManifestNotWritten."""
    write_whole(path, manifest_xlsx(manifest), ManifestNotWritten)


class _Look:
    """The formats of a workbook."""

    def __init__(self, book: "Workbook") -> None:
        def make(**said: Any) -> "Format":
            return book.add_format({"font_name": "Calibri", "font_size": 11, "valign": "top", **said})

        rule = {"bottom": 1, "bottom_color": "#C9CFD6"}
        self.title = make(bold=True, font_size=14)
        self.label = make(font_color="#5B6673")
        self.value = make(text_wrap=True)
        self.heading = make(bold=True, **rule)
        self.text = make(num_format="@")
        self.small = make(num_format="@", font_color="#8A94A0", font_size=9)
        self.filled_in = make(num_format="@", bg_color="#FFF9E5", bottom=1, bottom_color="#E8DDB5")
        centred = {"align": "center", "valign": "vcenter", "text_wrap": True}
        edge = {"border": 1, "border_color": "#8A94A0"}
        self.axis = make(bold=True, font_color="#5B6673", **centred)
        self.corner = make(bold=True, num_format="@", **centred)
        self.tube = make(num_format="@", font_size=9, bg_color="#EEF1F5", **centred, **edge)
        self.free = make(**centred, **edge)
        self.absent = make(font_color="#8A94A0", bg_color="#D9DEE4", **centred, **edge)


def _write_facts(page: "Worksheet", sheet: Sheet, look: _Look) -> None:
    page.set_column(0, 0, 30)
    page.set_column(1, 1, 44)
    page.set_column(2, 7, 14)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    for at, row in enumerate(sheet.rows):
        headings = row in (PACKAGE_HEADINGS, BOX_HEADINGS)
        for column, text in enumerate(row):
            if text:
                two = look.label if column == 0 else look.value
                page.write_string(at, column, text, look.title if at == 0 else look.heading if headings else two)


def _write_list(page: "Worksheet", sheet: Sheet, look: _Look) -> None:
    names = sheet.rows[0]
    kinds = [
        look.filled_in if name in FILLED_IN else look.small if name == "line_digest" else look.text for name in names
    ]
    for column, name in enumerate(names):
        page.set_column(column, column, WIDTHS.get(name, 12))
    page.freeze_panes(1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.autofilter(0, 0, max(1, len(sheet.rows) - 1), len(names) - 1)
    outcome = names.index(FILLED_IN[0])
    if len(sheet.rows) > 1:
        choices = {"validate": "list", "source": [each.value for each in Outcome], "ignore_blank": True}
        page.data_validation(1, outcome, len(sheet.rows) - 1, outcome, choices)
    for at, row in enumerate(sheet.rows):
        for column, text in enumerate(row):
            if at == 0:
                page.write_string(at, column, text, look.heading)
            elif text and names[column] in NUMBERS and _stays(text):
                page.write_number(at, column, float(text))
            elif text:
                page.write_string(at, column, text, kinds[column])
            elif names[column] in FILLED_IN:
                page.write_blank(at, column, None, kinds[column])


def _write_grid(page: "Worksheet", sheet: Sheet, look: _Look) -> None:
    box = sheet.box
    assert box is not None
    page.set_column(0, 0, 8)
    page.set_column(GRID_LEFT, GRID_LEFT + box.columns - 1, 15)
    page.set_landscape()
    page.fit_to_pages(1, 1)
    absent = frozenset(box.absent)
    for at, row in enumerate(sheet.rows):
        inside = at >= GRID_TOP
        if inside:
            page.set_row(at, 34)
        for column, text in enumerate(row):
            if at == 0:
                kind = look.title
            elif inside and column >= GRID_LEFT:
                gone = (at - GRID_TOP, column - GRID_LEFT) in absent
                kind = look.absent if gone else look.tube if text else look.free
            else:
                kind = look.corner if (at, column) == (GRID_TOP - 1, 0) else look.axis
            if text:
                page.write_string(at, column, text, kind)
            elif inside:
                page.write_blank(at, column, None, kind)


def _stays(text: str) -> bool:
    """Whether a number comes back from a spreadsheet as the same text."""
    try:
        number = float(text)
    except ValueError:
        return False
    if abs(number) >= 1e15:
        return False
    return text == (str(int(number)) if number == int(number) else repr(number)) and "e" not in text
