"""A table of a page: columns as wide as what stands in them, rows that grow before a text is cut."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from freezerapp.documents.lettering import Lettering
from freezerapp.documents.page import Draw, Sheets
from freezerapp.documents.pen import INK, MUTED, Pen
from freezerapp.documents.template import Weight

SIZES = (7.5, 7.0, 6.5)
"""Sizes of the text of a list, the largest that fits is taken."""
PAD = 3.0
BETWEEN = 7.0
ROW = 15.2
_LEADING = 1.22
_HEAD = 7.1
_MOST_KEPT, _FEWEST = 0.2, 76.0


class Column(NamedTuple):
    """One column: its title in each language. One that is ``kept`` gives up no width to others."""

    title: tuple[str, ...]
    kept: bool = False


class Measured(NamedTuple):
    """Columns and rows with the width of each column: its longest text in ems, its title in points."""

    columns: Sequence[Column]
    rows: Sequence[tuple[str, ...]]
    ems: tuple[float, ...]
    titles: tuple[float, ...]

    def natural(self, size: float) -> list[float]:
        """What each column needs at a size of text so that nothing is wrapped."""
        return [max(each * size, title) for each, title in zip(self.ems, self.titles, strict=True)]

    def needed(self, size: float) -> float:
        """What all of them need, with the white between them."""
        return sum(self.natural(size)) + 2 * PAD + BETWEEN * (len(self.columns) - 1)


def measured(letters: Lettering, columns: Sequence[Column], rows: Sequence[tuple[str, ...]]) -> Measured:
    """Measure every text of a table once."""
    ems = tuple(_ems(letters, (row[at] for row in rows)) for at in range(len(columns)))
    titles = tuple(
        max((letters.width(each, _HEAD, Weight.SEMIBOLD) for each in column.title), default=0.0) for column in columns
    )
    return Measured(columns, rows, ems, titles)


class Table:
    """Columns and rows fitted to a width, in the largest of the sizes at which every text has one line.

    Where none of them is small enough, texts are wrapped and rows grow.
    """

    def __init__(
        self,
        letters: Lettering,
        told: Measured,
        width: float,
        sizes: Sequence[float] = SIZES,
        row: float = ROW,
    ) -> None:
        self.letters, self.columns, self.rows, self.width = letters, told.columns, told.rows, width
        fitting = next((size for size in sizes if told.needed(size) <= width), None)
        self.size = fitting or sizes[-1]
        room = width - 2 * PAD - BETWEEN * (len(self.columns) - 1)
        self.widths = _shared(told.natural(self.size), [column.kept for column in self.columns], room)
        self.starts = [PAD + sum(self.widths[:at]) + BETWEEN * at for at in range(len(self.columns))]
        self.row = max(row * 0.9, row * self.size / sizes[0])
        self._tall = {} if fitting else self._wrapped()
        self.head = 8.5 * max((len(column.title) for column in self.columns), default=1) + 6

    def height(self, row: int) -> float:
        """The height of a row, with the line below it."""
        tall = self._tall.get(row)
        if tall is None:
            return self.row
        return self.row + (max(map(len, tall)) - 1) * self.size * _LEADING

    def fitting(self, first: int, last: int, room: float) -> tuple[int, float]:
        """How far rows from ``first`` on, ``last`` excluded, go into this room: the next row, and what they take."""
        if not self._tall:
            many = max(0, min(last - first, int(room / self.row + 1e-6)))
            return first + many, many * self.row
        taken = 0.0
        while first < last and taken + (height := self.height(first)) <= room + 1e-6:
            taken += height
            first += 1
        return first, taken

    def total(self, first: int, last: int) -> float:
        """The height of rows, ``last`` excluded."""
        return sum(map(self.height, range(first, last))) if self._tall else self.row * (last - first)

    def draw_head(self, pen: Pen, x: float, y: float) -> None:
        """Draw the titles, and the rule below them."""
        base = y + self.head - 6
        for column, start, width in zip(self.columns, self.starts, self.widths, strict=True):
            for line, title in enumerate(reversed(column.title)):
                text, size = self.letters.fit(title, width + BETWEEN / 2, _HEAD, Weight.SEMIBOLD, least=5.5)
                pen.text(x + start, base - line * 8.5, text, size, Weight.SEMIBOLD, MUTED)
        pen.line(x, y + self.head, x + self.width, y + self.head, 0.9, INK)

    def draw_rows(self, pen: Pen, x: float, y: float, first: int, last: int) -> None:
        """Draw rows below each other, each with its hairline."""
        size, right, ends = self.size, x + self.width, []
        drop = (self.row + size * 0.72) / 2
        starts = [x + start for start in self.starts]
        tall, texts = self._tall, []
        for number in range(first, last):
            base = y + drop
            if number in tall:
                for start, cell in zip(starts, tall[number], strict=True):
                    texts += [(start, base + line * size * _LEADING, text) for line, text in enumerate(cell)]
                y += self.height(number)
            else:
                texts += [(start, base, text) for start, text in zip(starts, self.rows[number], strict=True) if text]
                y += self.row
            ends.append(y)
        pen.texts(texts, size)
        pen.lines(x, right, ends)

    def drawing(self, x: float, first: int, last: int) -> Draw:
        """What draws these rows when the page is written."""
        return lambda pen, y: self.draw_rows(pen, x, y, first, last)

    def put(self, sheets: Sheets) -> None:
        """Let the whole table stand on the pages, its titles on each."""
        first, x = 0, sheets.left
        sheets.need(self.head + (self.height(0) if self.rows else 0))
        while True:
            sheets.put(lambda pen, y: self.draw_head(pen, x, y), self.head)
            after, taken = self.fitting(first, len(self.rows), sheets.room)
            if after == first and first < len(self.rows):
                after, taken = first + 1, self.height(first)
            sheets.at(sheets.page, sheets.y, self.drawing(x, first, after))
            sheets.y += taken
            first = after
            if first >= len(self.rows):
                return
            sheets.turn()

    def _wrapped(self) -> dict[int, list[list[str]]]:
        """The rows of which a text is wider than its column, each cell in lines."""
        letters, size, found = self.letters, self.size, {}
        limits = [width + 0.01 for width in self.widths]
        for number, row in enumerate(self.rows):
            if any(letters.width(text, size) > limit for text, limit in zip(row, limits, strict=True)):
                found[number] = [letters.wrap(text, limit, size) for text, limit in zip(row, limits, strict=True)]
        return found


def _ems(letters: Lettering, texts: Iterable[str]) -> float:
    """The width of the widest of these texts, in ems."""
    return max((letters.width(text, 1) for text in set(texts)), default=0.0)


def _shared(natural: list[float], kept: list[bool], room: float) -> list[float]:
    """Widths that fill the room: what is over is shared out; what is missing is taken from the widest columns."""
    total = sum(natural)
    if total <= room:
        spare = (room - total) / len(natural) if natural else 0.0
        return [each + spare for each in natural]
    # One endless code does not cost all others their line: a kept column has a share that it is not given more than.
    most = max(room * _MOST_KEPT, _FEWEST)
    natural = [min(width, most) if keep else width for width, keep in zip(natural, kept, strict=True)]
    fixed = sum(width for width, keep in zip(natural, kept, strict=True) if keep)
    # The widest give up until all fit: the level above which they are cut down.
    level, others = room - fixed, sorted(width for width, keep in zip(natural, kept, strict=True) if not keep)
    for at, width in enumerate(others):
        share = level / (len(others) - at)
        if width > share:
            level = share
            break
        level -= width
    return [width if keep else min(width, level) for width, keep in zip(natural, kept, strict=True)]
