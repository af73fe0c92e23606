"""A box seen from above on paper: its positions, the tubes in them, the corner that tells how it is held."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from freezerapp.documents.lettering import Lettering
from freezerapp.documents.pen import BORDER, FIELD, INK, MUTED, WHITE, Pen, is_colour, text_on
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import BoxFacts

LEAST_TEXT = 5.5
"""Points of text in a grid at least: smaller is not read through a freezer bag."""
TEXT = 0.32
"""The size of numbers in cells of one point, where it is not said; they are smaller where they have no room."""
HEADING = 13.5
"""Room for the names of rows and columns."""
CELL = 20.0
DETAIL = 5.8
_DETAILED = 34.0
_DISC, _LARGEST_DISC = 0.79, 0.92
_LARGEST_TEXT = 11.0
_WITH_RIM = 0.985
_HALF_CAPITALS = 0.37
_OTHER = "#8895A1"


class Style(NamedTuple):
    """How tubes of one material are drawn: colour, colour of the text on it, and a rim that a grey copy keeps."""

    colour: str
    text: str
    rim: int = 0  # 0 none, 1 a thin dark edge, 2 a ring around it, 3 a thick dark edge


class Spot(NamedTuple):
    """A tube in a grid: where it stands, what is written on it (and below that, if there is room), its style's key."""

    row: int
    column: int
    text: str
    key: str
    detail: str = ""


class Part(NamedTuple):
    """A piece of a grid that has room on a page: rows and columns from and to, the last not in it."""

    row: int
    rows: int
    column: int
    columns: int


def styles(materials: Sequence[str], colours: Mapping[str, str]) -> dict[str, Style]:
    """A style for each material in this order; with several, rims tell them apart where colours can't."""
    found = {}
    for number, material in enumerate(materials):
        colour = colours.get(material, _OTHER)
        colour = colour if is_colour(colour) else _OTHER
        found[material] = Style(colour, text_on(colour), number % 4)
    return found


def least_cell(letters: Lettering, widest: float) -> float:
    """The smallest cell in which a text of this width (in ems) can be read on a disc."""
    half, rise = widest * LEAST_TEXT / 2, LEAST_TEXT * _HALF_CAPITALS
    return 2 * (math.hypot(half, rise) + 0.4) / _LARGEST_DISC


class Grid:
    """A box drawn with cells of this size, or a part of it. ``faint`` are (row, column) of tubes that only stand there.

    Cells too small for the widest text are the fault of the caller (see ``least_cell``).
    """

    def __init__(
        self,
        letters: Lettering,
        box: BoxFacts,
        spots: Sequence[Spot],
        styled: Mapping[str, Style],
        cell: float = CELL,
        part: Part | None = None,
        faint: Sequence[tuple[int, int]] = (),
        text: float = TEXT,
    ) -> None:
        self.letters, self.box, self.styled, self.cell = letters, box, styled, cell
        self.part = part or Part(0, box.rows, 0, box.columns)
        self.spots = [spot for spot in spots if self._within(spot.row, spot.column)]
        self.faint = [place for place in faint if self._within(*place)]
        widest = max((letters.width(spot.text, 1, Weight.SEMIBOLD) for spot in self.spots), default=0.0)
        self.text = max(LEAST_TEXT, min(cell * text, _LARGEST_TEXT))
        while self.text > LEAST_TEXT and self._disc_for(widest) > cell * _LARGEST_DISC:
            self.text = max(LEAST_TEXT, self.text - 0.25)
        self.disc = min(cell * _LARGEST_DISC, max(cell * _DISC, self._disc_for(widest)))
        self.down = HEADING if box.column_headings else 0.0
        self.across = HEADING + self._row_names() if box.row_headings else 0.0
        self.width = self.across + cell * (self.part.columns - self.part.column)
        self.height = self.down + cell * (self.part.rows - self.part.row)

    def draw(self, pen: Pen, x: float, y: float) -> None:
        """Draw it with its left top there, headings and all."""
        cell, part, box = self.cell, self.part, self.box
        left, top = x + self.across, y + self.down
        width, height = self.width - self.across, self.height - self.down
        for column in range(part.column, part.columns) if box.column_headings else ():
            self._heading(pen, box.column_headings[column], left + (column - part.column + 0.5) * cell, top - 5.2)
        for row in range(part.row, part.rows) if box.row_headings else ():
            base = top + (row - part.row + 0.5) * cell + 2.4
            text, size = self.letters.fit(box.row_headings[row], self.across - 3, 6.75)
            pen.centre(left - self.across / 2 - 0.8, base, text, size, colour=MUTED)
        pen.frame(left, top, width, height, corner=4.5, line=0.9, colour=FIELD)
        if (part.row, part.column) == (0, 0):
            size = min(cell * 0.42, 8.0)
            pen.shape([(left, top), (left + size, top), (left, top + size)], INK)

        def middle(row: int, column: int) -> tuple[float, float]:
            return left + (column - part.column + 0.5) * cell, top + (row - part.row + 0.5) * cell

        taken = {(spot.row, spot.column) for spot in self.spots} | set(self.faint) | set(box.absent)
        empty = [
            middle(row, column)
            for row in range(part.row, part.rows)
            for column in range(part.column, part.columns)
            if (row, column) not in taken
        ]
        size = cell * _DISC
        pen.rings(empty, size, 0.6, BORDER)
        stands = [middle(*place) for place in self.faint]
        pen.discs(stands, size, BORDER)
        pen.discs(stands, size * 0.8, "#EEF2F5")
        self._tubes(pen, middle)

    def _tubes(self, pen: Pen, middle: Callable[[int, int], tuple[float, float]]) -> None:
        by_key: dict[str, list[Spot]] = {}
        for spot in self.spots:
            by_key.setdefault(spot.key, []).append(spot)
        widths, size = self.letters.width, self.text
        for key, spots in by_key.items():
            style = self.styled[key]
            places = [middle(spot.row, spot.column) for spot in spots]
            disc(pen, places, self.disc, self.cell, style)
            lines, details = [], []
            for spot, (x, y) in zip(spots, places, strict=True):
                told = self._detail(spot)
                base = y + size * 0.36 - len(told) * DETAIL * 0.6
                lines.append((x - widths(spot.text, size, Weight.SEMIBOLD) / 2, base, spot.text))
                for number, text in enumerate(told, start=1):
                    details.append((x - widths(text, DETAIL) / 2, base + size * 0.15 + number * DETAIL * 1.15, text))
            pen.texts(lines, size, Weight.SEMIBOLD, style.text)
            if details:
                pen.texts(details, DETAIL, Weight.REGULAR, style.text)

    def _detail(self, spot: Spot) -> list[str]:
        """The lines of what stands below the number of a tube; none where they have no room on the disc."""
        if not spot.detail or self.cell < _DETAILED:
            return []
        lines = self.letters.wrap(spot.detail, self.disc * 0.8, DETAIL)
        return lines if len(lines) <= min(3, int((self.disc - self.text * 2) / (DETAIL * 1.3))) else []

    def _heading(self, pen: Pen, text: str, x: float, base: float) -> None:
        text, size = self.letters.fit(text, self.cell - 1, 6.75)
        pen.centre(x, base, text, size, colour=MUTED)

    def _row_names(self) -> float:
        """What names of rows need beyond the usual, up to as much again."""
        widest = max((self.letters.width(name, 6.75) for name in self.box.row_headings), default=0.0)
        return min(HEADING, max(0.0, widest + 4 - HEADING))

    def _disc_for(self, ems: float) -> float:
        return 2 * (math.hypot(ems * self.text / 2, self.text * _HALF_CAPITALS) + 0.4)

    def _within(self, row: int, column: int) -> bool:
        part = self.part
        return part.row <= row < part.rows and part.column <= column < part.columns


def disc(pen: Pen, places: Sequence[tuple[float, float]], across: float, cell: float, style: Style) -> None:
    """Draw discs of one style around these middles, with its rim in what the cell leaves around them."""
    rim = min(across * 0.09, (cell * _WITH_RIM - across) / 2)
    if style.rim == 1:
        pen.discs(places, across + rim, INK)
    elif style.rim:
        pen.discs(places, across + 2 * rim, INK)
    if style.rim == 2:
        pen.discs(places, across + rim, WHITE)
    pen.discs(places, across, style.colour)


def parts(box: BoxFacts, cell: float, width: float, height: float) -> list[Part]:
    """The pieces of a box that have room in this width and height each, headings included; mostly one."""
    headings = 2 * HEADING
    many = max(1, int((width - headings) / cell)), max(1, int((height - headings) / cell))
    across, down = (math.ceil(whole / most) for whole, most in zip((box.columns, box.rows), many, strict=True))
    # Pieces of nearly the same size rather than a last one of a single column.
    wide, tall = math.ceil(box.columns / across), math.ceil(box.rows / down)
    return [
        Part(row, min(row + tall, box.rows), column, min(column + wide, box.columns))
        for row in range(0, box.rows, tall)
        for column in range(0, box.columns, wide)
    ]
