"""The sheet that is carried to the freezers, in large print: door by door, box by box, a map and a list with ticks."""

from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.lettering import Lettering, legible
from freezerapp.documents.page import (
    GAP,
    Ask,
    Draw,
    Facts,
    Line,
    Lines,
    Named,
    Paragraph,
    Sheets,
    Signature,
    Signatures,
)
from freezerapp.documents.page_grid import HEADING, Grid, Spot, least_cell, parts, styles
from freezerapp.documents.page_table import PAD, Column, Measured, Table, measured
from freezerapp.documents.paper_words import Words
from freezerapp.documents.parcel_facts import short_name
from freezerapp.documents.parcel_head import parcel_head
from freezerapp.documents.parcel_paper import Print
from freezerapp.documents.pen import FIELD, INK, MUTED, Pen
from freezerapp.documents.template import Weight
from freezerapp.domain.pick_sheet import PickBox, PickSheet, Stop, Wanted, batches, wanted

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of the list: read at arm's length, with gloves on."""
ROW = 21.0
_RAIL, _CELL = 162.0, 18.0
_NUMBERS = 0.44
_BESIDE = 18.0
_TICK = 9.5


def write_pick_sheet(to: Path | BinaryIO, sheet: PickSheet, how: Print) -> int:
    """Write a pick sheet, each batch from a new page on; returns the pages.

    Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    sheet, letters = legible(sheet)
    words = Words(how.tongue)
    made = words("pick.made", moment=words.moment(sheet.issued_at), name=sheet.issued_by)
    foot = ", ".join(each for each in (sheet.number, sheet.title, sheet.bank) if each)
    sheets = Sheets(how.paper, letters, words, foot=foot)
    titles = words.each("title.pick")
    sheets.begin(
        parcel_head(
            letters, sheets.width, titles, ", ".join(each for each in (sheet.number, made) if each), sheet.number, ""
        )
    )
    _what_for(sheets, sheet)
    drawn = _Boxes(sheets, sheet, how)
    together = batches(sheet)
    for number, stops in enumerate(together, start=1):
        if number > 1:
            sheets.turn()
        if len(together) > 1:
            minutes = sheet.batch_minutes[number - 1] if number <= len(sheet.batch_minutes) else None
            told = _told(stops, minutes, words)
            _heading(sheets, words("pick.batch", number=number, count=len(together)), told, 14.0, keep=120)
        for stop in stops:
            drawn.put(stop)
    signed = Signatures((_taken_by(words),))
    sheets.need(signed.height())
    signed.put(sheets, sheets.page, sheets.y)
    return sheets.write(
        to, Named(f"{' / '.join(titles)} {sheet.number}".strip(), sheet.title, sheet.bank, sheet.number)
    )


def _what_for(sheets: Sheets, sheet: PickSheet) -> None:
    words = sheets.words
    lines = [Line(_told(sheet.stops, sheet.minutes, words), 15.0, Weight.SEMIBOLD)]
    if sheet.title:
        lines.append(Line(sheet.title, 11.0))
    drawn = Lines(sheets.letters, lines, sheets.left, sheets.width, 2)
    sheets.put(drawn.draw, drawn.height, 6)
    request = words("purpose.request", request=sheet.request) if sheet.request else ""
    study = words("purpose.study", study=sheet.study) if sheet.study else ""
    told = [each for each in (sheet.purpose, study, request, sheet.note) if each]
    if told:
        Facts((((words("caption.purpose"), tuple(told)),),), size=9.5, after=6).put(sheets)
    for line in words.each("pick.order"):
        Paragraph(line, 9.0, colour=MUTED, after=2).put(sheets)
    sheets.y += 8


def _told(stops: tuple[Stop, ...], minutes: int | None, words: Words) -> str:
    """How much there is to fetch and how long it takes."""
    boxes = sum(len(stop.boxes) for stop in stops)
    said = words("pick.contents", tubes=words.count("tubes", len(wanted(stops))), boxes=words.count("boxes", boxes))
    return said if minutes is None else f"{said}, {words('pick.minutes', minutes=words.number(minutes))}"


def _heading(sheets: Sheets, text: str, note: str, size: float, keep: float) -> None:
    """A heading over the whole width with a word at its right."""
    letters, width, left = sheets.letters, sheets.width, sheets.left
    room = letters.width(note, 10.5) + GAP if note else 0.0
    lines = letters.wrap(text, width - room, size, Weight.SEMIBOLD)[:3]
    height = len(lines) * size * 1.25 + 7

    def draw(pen: Pen, y: float) -> None:
        pen.line(left, y, left + width, y, 1.2, INK)
        for line, said in enumerate(lines):
            pen.text(left, y + (line + 1) * size * 1.25, said, size, Weight.SEMIBOLD)
        if note:
            pen.right(left + width, y + size * 1.25, note, 10.5, colour=MUTED)

    sheets.need(height + keep)
    sheets.put(draw, height, 6)


class _Boxes:
    """Lays the boxes of a sheet out: beside their lists where they are narrow enough, else above them."""

    def __init__(self, sheets: Sheets, sheet: PickSheet, how: Print) -> None:
        self.sheets, self.letters = sheets, sheets.letters
        tubes = wanted(sheet.stops)
        told = _list(tubes, sheets.words, self.letters)
        self.beside = Table(self.letters, told, sheets.width - _RAIL - HEADING - _BESIDE, SIZES, ROW)
        self.below = Table(self.letters, told, sheets.width, SIZES, ROW)
        self.styled = styles(list(dict.fromkeys(tube.material for tube in tubes)), how.colours)
        widest = max((self.letters.width(str(tube.number), 1, Weight.SEMIBOLD) for tube in tubes), default=0.0)
        self.least = least_cell(self.letters, widest)
        self.next = 0

    def put(self, stop: Stop) -> None:
        """One door: its heading, then its boxes."""
        name = " · ".join(each for each in (stop.unit, stop.door) if each)
        _heading(self.sheets, name, stop.temperature, 13.0, keep=150)
        for box in stop.boxes:
            self._box(box, name)

    def _box(self, box: PickBox, door: str) -> None:
        sheets = self.sheets
        first, last = self.next, self.next + len(box.wanted)
        self.next = last
        cell = min(_CELL, _RAIL / box.box.columns)
        head = self._name(box, door)
        across = HEADING + cell * box.box.columns
        beside = cell >= self.least and across <= _RAIL + HEADING + 1 and box.box.rows * cell < 400
        if not beside:
            sheets.need(head.height + 160)
            sheets.put(self._ticked(head), head.height, 6)
            self._above(box)
            self._rows(self.below, sheets.left, first, last)
            self._notes(box, sheets.left, sheets.width)
        else:
            grid = self._grid(box, cell)
            rows = self.beside.head + self.beside.total(first, last)
            sheets.need(head.height + 6 + max(grid.height, min(rows, sheets.bottom - sheets.top - 100)))
            sheets.put(self._ticked(head), head.height, 6)
            page, y = sheets.page, sheets.y
            sheets.at(page, y, lambda pen, top: grid.draw(pen, sheets.left, top))
            x = sheets.left + _RAIL + HEADING + _BESIDE
            self._rows(self.beside, x, first, last)
            self._notes(box, x, self.beside.width)
            if sheets.page == page:
                sheets.y = max(sheets.y, y + grid.height)
        sheets.y += 14

    def _name(self, box: PickBox, door: str) -> Lines:
        words, sheets = self.sheets.words, self.sheets
        said = words("pick.wanted", tubes=words.count("tubes", len(box.wanted)))
        way = " › ".join(each for each in (door, box.way) if each)
        lines = [Line(f"{box.box.code} · {said}", 12.0, Weight.SEMIBOLD), Line(way, 9.5, colour=MUTED)]
        return Lines(self.letters, lines, sheets.left + 18, sheets.width - 18, 3)

    def _ticked(self, head: Lines) -> Draw:
        left = self.sheets.left

        def draw(pen: Pen, y: float) -> None:
            pen.frame(left, y + 3, 11, 11, corner=2, line=1.0, colour=FIELD)
            head.draw(pen, y)

        return draw

    def _grid(self, box: PickBox, cell: float) -> Grid:
        return Grid(self.letters, box.box, _spots(box), self.styled, cell, faint=box.others, text=_NUMBERS)

    def _above(self, box: PickBox) -> None:
        """A wide box over the whole width, in parts where it must be."""
        sheets = self.sheets
        height = sheets.bottom - sheets.top - 60
        wanted_ = min((sheets.width - 2 * HEADING) / box.box.columns, (height - HEADING) / box.box.rows)
        cell = max(self.least, min(_CELL, wanted_))
        for part in parts(box.box, cell, sheets.width, height):
            grid = Grid(self.letters, box.box, _spots(box), self.styled, cell, part, box.others, _NUMBERS)
            sheets.put(_drawing(grid, sheets.left), grid.height, 8)

    def _notes(self, box: PickBox, x: float, width: float) -> None:
        """What else to mind with a tube, below the list of its box."""
        noted = [tube for tube in box.wanted if tube.note]
        self.sheets.y += 4 if noted else 0
        for tube in noted:
            line = Line(f"{tube.number}  {tube.position}: {tube.note}", 9.0)
            drawn = Lines(self.letters, [line], x + PAD, width - PAD, 3)
            self.sheets.put(drawn.draw, drawn.height, 2)

    def _rows(self, table: Table, x: float, first: int, last: int) -> None:
        """The list of a box with a square to tick before each tube, over as many pages as it needs."""
        sheets = self.sheets
        while first < last:
            if table.head + table.height(first) > sheets.room:
                sheets.turn()
            sheets.at(sheets.page, sheets.y, lambda pen, y: table.draw_head(pen, x, y))
            sheets.y += table.head
            after, taken = table.fitting(first, last, sheets.room)
            after, taken = (after, taken) if after > first else (first + 1, table.height(first))
            sheets.at(sheets.page, sheets.y, _with_ticks(table, x, first, after))
            sheets.y += taken
            first = after


def _drawing(grid: Grid, x: float) -> Draw:
    return lambda pen, y: grid.draw(pen, x, y)


def _with_ticks(table: Table, x: float, first: int, last: int) -> Draw:
    def draw(pen: Pen, y: float) -> None:
        table.draw_rows(pen, x, y, first, last)
        for row in range(first, last):
            pen.frame(x + PAD, y + (table.row - _TICK) / 2, _TICK, _TICK, corner=1.5, line=1.0, colour=FIELD)
            y += table.height(row)

    return draw


def _spots(box: PickBox) -> list[Spot]:
    return [Spot(tube.row, tube.column, str(tube.number), tube.material) for tube in box.wanted]


def _list(tubes: tuple[Wanted, ...], words: Words, letters: Lettering) -> Measured:
    """The columns that any tube has something for, the square to tick first."""
    told = {
        "done": [""] * len(tubes),
        "number": [str(tube.number) for tube in tubes],
        "position": [tube.position for tube in tubes],
        "tube": [tube.tube for tube in tubes],
        "material": [short_name(tube.material, tube.material_name) for tube in tubes],
        "participant": [tube.participant or "" for tube in tubes],
        "visit": [tube.visit or "" for tube in tubes],
        "amount": [words.amount(*tube.amount.split(" ", 1)) if tube.amount else "" for tube in tubes],
    }
    names = [name for name, cells in told.items() if name in ("done", "number", "position", "tube") or any(cells)]
    columns = [Column(words.each(f"column.{name}"), kept=name in ("number", "position", "tube")) for name in names]
    return measured(letters, columns, list(zip(*(told[name] for name in names), strict=True)))


def _taken_by(words: Words) -> Signature:
    asked = tuple((Ask(words.each(key)),) for key in ("sign.name", "pick.begun", "pick.ended", "sign.signature"))
    return Signature(words("pick.by"), (), asked)
