"""The maps of a parcel's boxes alone, one to a page, as large as the page allows: to lie in the box or on its lid."""

from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.boxes_shown import TITLE_HEIGHT, Map, shown_boxes
from freezerapp.documents.page import Draw, Sheets
from freezerapp.documents.page_grid import HEADING, parts
from freezerapp.documents.parcel_paper import Print, begin
from freezerapp.domain.manifest import Manifest

_LARGEST = 62.0
_LEGEND = 60.0


def write_box_maps(to: Path | BinaryIO, manifest: Manifest, how: Print, only: str = "") -> int:
    """Write the map of each box, or of the ``only`` one of this code, with the list's numbers and the tubes' codes.

    Returns the pages. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    paper = begin(manifest, how, "map")
    sheets = paper.sheets
    shown = shown_boxes(paper.manifest, paper.letters, paper.words, how.colours, detailed=True)
    first = True
    for each in shown.boxes:
        if only and each.box.code != only:
            continue
        height = sheets.bottom - sheets.top - TITLE_HEIGHT - _LEGEND
        wanted = min((sheets.width - 2 * HEADING) / each.box.columns, (height - HEADING) / each.box.rows)
        cell = max(shown.least, min(_LARGEST, wanted))
        for part in parts(each.box, cell, sheets.width, height):
            if not first:
                sheets.turn()
            first = False
            drawn = Map(paper.letters, paper.words, each, shown.styled, cell, sheets.width, part)
            sheets.put(_drawing(drawn, sheets), drawn.height)
    return paper.write(to)


def _drawing(drawn: Map, sheets: Sheets) -> Draw:
    return lambda pen, y: drawn.draw(pen, sheets.left, y)
