"""Boxes at the left, the list at the right: each map beside the rows of its tubes, the list without gaps."""

from freezerapp.documents.boxes_list import BoxList
from freezerapp.documents.boxes_shown import AllShown, Map, Shown
from freezerapp.documents.page import Sheets
from freezerapp.documents.page_table import Measured, Table
from freezerapp.documents.pen import Pen

BESIDE = 20.0
AFTER = 13.0
_USUAL = 9
"""Columns of a box that has cells of full size; more of them share the same width."""
_TRIED = ((20.0, 7.5), (20.0, 7.0), (18.0, 7.0), (16.0, 7.0), (18.0, 6.5), (16.0, 6.5), (14.0, 6.5))
"""Sizes of cells and of the list's text, the finest first."""
_LEAST_ROOM = 110.0


class Rail:
    """The layout of a parcel whose boxes leave the list its room."""

    def __init__(self, sheets: Sheets, shown: AllShown, maps: list[Map], told: Measured, width: float, size: float):
        self.sheets, self.shown, self.maps = sheets, shown, maps
        x = sheets.left + width + BESIDE
        table = Table(sheets.letters, told, sheets.left + sheets.width - x, (size,))
        self.list = BoxList(sheets, table, x, self._flush)
        self._free = 0.0
        self._waiting: list[Map] = []

    @classmethod
    def fitted(cls, sheets: Sheets, shown: AllShown, told: Measured) -> "Rail | None":
        """The first of the tried sizes at which everything has room; None where none of them has."""
        for cell, size in _TRIED:
            needed = told.needed(size)
            if any(_cell(each, cell) < shown.least for each in shown.boxes):
                continue
            width = max((_cell(each, cell) * each.box.columns for each in shown.boxes), default=0.0)
            if width + BESIDE + needed > sheets.width:
                continue
            room = sheets.width - needed - BESIDE
            maps = [
                Map(sheets.letters, sheets.words, each, shown.styled, _cell(each, cell), room) for each in shown.boxes
            ]
            width = max((each.width for each in maps), default=0.0)
            if width <= room and all(each.height <= sheets.bottom - sheets.top for each in maps):
                return cls(sheets, shown, maps, told, width, size)
        return None

    def put(self) -> None:
        """Lay all boxes and the whole list out."""
        sheets = self.sheets
        if self.shown.boxes and sheets.room < _LEAST_ROOM:
            sheets.turn()
        self._free = sheets.y
        for shown, drawn in zip(self.shown.boxes, self.maps, strict=True):
            self._box(shown, self._smaller(shown, drawn) if shown is self.shown.boxes[0] else drawn)
        if self._waiting:
            self.list.turn()
        sheets.y = max(sheets.y, self._free)

    def _box(self, shown: Shown, drawn: Map) -> None:
        sheets, begins = self.sheets, self.list
        begins.make_room(shown)
        if self._waiting and sum(each.height + AFTER for each in (*self._waiting, drawn)) > sheets.bottom - sheets.top:
            begins.turn()
        y, page = max(self._free, sheets.y), sheets.page
        beside = not self._waiting and y + drawn.height <= sheets.end
        begins.head()
        if beside:
            self._place(drawn, y)
        else:
            self._waiting.append(drawn)
        note = shown.note if beside else sheets.words("box.map_on", page=sheets.words.number(page + 2))
        if not (beside and shown is self.shown.boxes[0]):
            begins.section(shown.title, note)
        begins.rows(shown)

    def _smaller(self, shown: Shown, drawn: Map) -> Map:
        """The first map, in smaller cells if only they have room below what the first page tells.

        Where not even the smallest has, the map comes on the next page as large as the others.
        """
        room, cell, smaller = self.sheets.room, drawn.grid.cell, drawn
        while smaller.height > room and cell - 1 >= self.shown.least:
            cell -= 1
            smaller = Map(self.sheets.letters, self.sheets.words, shown, self.shown.styled, cell, drawn.width)
        return smaller if smaller.height <= room else drawn

    def _place(self, drawn: Map, y: float) -> None:
        left = self.sheets.left

        def draw(pen: Pen, top: float) -> None:
            drawn.draw(pen, left, top)

        self.sheets.at(self.sheets.page, y, draw)
        self._free = y + drawn.height + AFTER

    def _flush(self, goes_on: Shown | None, rows: float) -> None:
        """On a new page: the maps that had no room on the last one, or again that of a box with many rows to come."""
        waiting, self._waiting, self._free = self._waiting, [], self.sheets.y
        if goes_on is not None and not waiting:
            again = self.maps[self.shown.boxes.index(goes_on)]
            waiting = [again] if rows >= again.height else []
        for drawn in waiting:
            self._place(drawn, self._free)


def _cell(shown: Shown, most: float) -> float:
    return min(most, most * _USUAL / shown.box.columns)
