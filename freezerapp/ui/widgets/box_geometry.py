"""Where each position of a box is on screen, and which position is under a point, whichever way the box is
turned.
"""

import math
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell

PADDING = 4.0
"""px between the box's edge and its first position."""


class Turn(NamedTuple):
    """A view of a grid of ``rows`` × ``columns``, turned clockwise by ``quarters`` of 90°; positions stay as
    stored.
    """

    rows: int
    columns: int
    quarters: int = 0

    @property
    def shown_rows(self) -> int:
        """Rows on screen."""
        return self.columns if self.quarters % 2 else self.rows

    @property
    def shown_columns(self) -> int:
        """Columns on screen."""
        return self.rows if self.quarters % 2 else self.columns

    def shown(self, cell: Cell) -> Cell:
        """Row and column on screen of a stored position."""
        row, column = cell
        if self.quarters == 1:
            return column, self.rows - 1 - row
        if self.quarters == 2:
            return self.rows - 1 - row, self.columns - 1 - column
        if self.quarters == 3:
            return self.columns - 1 - column, row
        return cell

    def stored(self, shown: Cell) -> Cell:
        """The stored position at a row and column on screen."""
        row, column = shown
        if self.quarters == 1:
            return self.rows - 1 - column, row
        if self.quarters == 2:
            return self.rows - 1 - row, self.columns - 1 - column
        if self.quarters == 3:
            return column, self.columns - 1 - row
        return shown

    def headings(self, picture: BoxPicture) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The headings as shown: down the left side, and along the top."""
        rows, columns = picture.row_labels, picture.column_labels
        if self.quarters == 1:
            return columns, rows[::-1]
        if self.quarters == 2:
            return rows[::-1], columns[::-1]
        if self.quarters == 3:
            return columns[::-1], rows
        return rows, columns


class Grid(NamedTuple):
    """The grid in px: ``pitch`` is a position's side, ``disc`` a tube's width, ``left`` and ``top`` the box's
    corner.
    """

    turn: Turn
    pitch: float
    disc: float
    left: float
    top: float

    @property
    def width(self) -> float:
        """Outer width of the box."""
        return self.turn.shown_columns * self.pitch + 2 * PADDING

    @property
    def height(self) -> float:
        """Outer height of the box."""
        return self.turn.shown_rows * self.pitch + 2 * PADDING

    @property
    def box(self) -> QRectF:
        """The box itself."""
        return QRectF(self.left, self.top, self.width, self.height)

    def rect(self, cell: Cell) -> QRectF:
        """The square of a position."""
        row, column = self.turn.shown(cell)
        return QRectF(
            self.left + PADDING + column * self.pitch,
            self.top + PADDING + row * self.pitch,
            self.pitch,
            self.pitch,
        )

    def at(self, point: QPointF) -> Cell | None:
        """The position under a point, absent ones too; None outside the grid."""
        row, column = self.row_at(point.y()), self.column_at(point.x())
        return None if row is None or column is None else self.turn.stored((row, column))

    def row_at(self, y: float) -> int | None:
        """The row on screen at this height."""
        row = math.floor((y - self.top - PADDING) / self.pitch)
        return row if 0 <= row < self.turn.shown_rows else None

    def column_at(self, x: float) -> int | None:
        """The column on screen at this distance from the left."""
        column = math.floor((x - self.left - PADDING) / self.pitch)
        return column if 0 <= column < self.turn.shown_columns else None

    def within(self, frame: QRectF) -> Iterator[Cell]:
        """The positions whose disc a frame touches."""
        inset = (self.pitch - self.disc) / 2
        rows = self._span(frame.top() - self.top, frame.bottom() - self.top, inset, self.turn.shown_rows)
        columns = self._span(frame.left() - self.left, frame.right() - self.left, inset, self.turn.shown_columns)
        for row in rows:
            for column in columns:
                yield self.turn.stored((row, column))

    def _span(self, start: float, end: float, inset: float, count: int) -> range:
        first = math.floor((start - PADDING + inset) / self.pitch)
        last = math.floor((end - PADDING - inset) / self.pitch)
        return range(max(0, first), min(count - 1, last) + 1)


def pitch_for(theme: Theme, turn: Turn, width: float, height: float, ratio: float, hand: float = 0.0) -> float:
    """The side of a position so that the box fills ``width`` × ``height`` px, in whole device pixels at
    ``ratio``.

    Never so small that a disc would be narrower than the theme's least, or a position smaller than ``hand``
    px, nor so large as to be wider than the theme's most.
    """
    tube = theme.tube
    wide = (width - 2 * PADDING) / turn.shown_columns
    high = (height - 2 * PADDING) / turn.shown_rows
    fitting = math.floor(min(wide, high) * ratio + 1e-6) / ratio
    least = math.ceil(max(hand, tube.least / tube.share) * ratio) / ratio
    most = math.floor(tube.most / tube.share * ratio) / ratio
    return max(least, min(most, fitting))


def disc_for(theme: Theme, pitch: float, ratio: float) -> float:
    """The width of a disc in a position of this side, in whole device pixels."""
    return max(theme.tube.least, round(pitch * theme.tube.share * ratio) / ratio)
