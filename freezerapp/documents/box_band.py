"""Boxes across the page, then their rows below: for wide boxes, long lists of facts and parcels of ten thousand."""

from freezerapp.documents.boxes_list import BoxList
from freezerapp.documents.boxes_shown import TITLE_HEIGHT, AllShown, Map, Shown
from freezerapp.documents.page import Draw, Sheets
from freezerapp.documents.page_grid import CELL, HEADING, parts
from freezerapp.documents.page_table import Measured, Table
from freezerapp.documents.pen import Pen

BESIDE = 20.0
AFTER = 12.0
_LEGEND = 40.0
_WORTHWHILE = 90.0
"""Room at the end of a page in which a list is begun."""
_SIZES = (7.5, 7.0, 6.5, 6.0)


class Band:
    """The layout of a parcel that needs the whole width for its maps, and then for its list."""

    def __init__(self, sheets: Sheets, shown: AllShown, told: Measured) -> None:
        self.sheets, self.shown = sheets, shown
        self.list = BoxList(sheets, Table(sheets.letters, told, sheets.width, _SIZES), sheets.left, self._flush)
        self._waiting: list[list[Map]] = []

    def put(self) -> None:
        """Lay all boxes and the whole list out."""
        waiting: list[tuple[Shown, list[Map]]] = []
        for shown in self.shown.boxes:
            maps = self._maps(shown)
            across = sum(each.width + BESIDE for _, row in waiting for each in row) + maps[0].width
            if waiting and (len(maps) > 1 or across > self.sheets.width):
                self._band(waiting)
                waiting = []
            waiting.append((shown, maps))
            if len(maps) > 1:
                self._band(waiting)
                waiting = []
        if waiting:
            self._band(waiting)

    def _maps(self, shown: Shown) -> list[Map]:
        """A box, in as many parts as the page makes of it."""
        sheets, box, least = self.sheets, shown.box, self.shown.least
        height = sheets.bottom - sheets.top - TITLE_HEIGHT - _LEGEND
        wanted = min((sheets.width - 2 * HEADING) / box.columns, (height - HEADING) / box.rows)
        cell = max(least, min(CELL, wanted))
        pieces = parts(box, cell, sheets.width, height)
        return [
            Map(sheets.letters, sheets.words, shown, self.shown.styled, cell, sheets.width, piece) for piece in pieces
        ]

    def _band(self, boxes: list[tuple[Shown, list[Map]]]) -> None:
        """Maps side by side, or the parts of one below each other; then the rows of their tubes.

        Where the maps have no room on the page but the rows go on over its end, the rows begin at once and the maps
        come on top of the next page: the list has no gap.
        """
        sheets, table = self.sheets, self.list.table
        rows = table.total(boxes[0][0].first, boxes[-1][0].last)
        self._waiting = [[maps[0] for _, maps in boxes]] if len(boxes) > 1 else [[each] for each in boxes[0][1]]
        tall = max(each.height for each in self._waiting[0])
        begun = sheets.room > _WORTHWHILE and rows > sheets.room
        if tall <= sheets.room or not begun:
            self._flush(None, 0.0)
        page = sheets.page
        for shown, _ in boxes:
            if shown.first == shown.last:
                continue
            self.list.make_room(shown)
            self.list.head()
            later = sheets.words("box.map_on", page=sheets.words.number(page + 2))
            self.list.section(shown.title, later if self._waiting else shown.note)
            self.list.rows(shown)
        self.list.again()
        sheets.y += AFTER

    def _flush(self, _goes_on: Shown | None, _rows: float) -> None:
        waiting, self._waiting = self._waiting, []
        for row in waiting:
            self.sheets.put(_drawing(row, self.sheets.left), max(each.height for each in row), 8)
        if waiting:
            self.list.again()


def _drawing(maps: list[Map], left: float) -> Draw:
    def draw(pen: Pen, y: float) -> None:
        x = left
        for each in maps:
            each.draw(pen, x, y)
            x += each.width + BESIDE

    return draw
