"""The headings of a box: the letters and numbers beside it, which choose whole rows and columns."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from freezerapp.domain.box import Lines
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_geometry import PADDING, Grid, Turn
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell


class Kind(Enum):
    """What a heading stands for, as seen on screen."""

    ROW = "row"
    COLUMN = "column"
    CORNER = "corner"
    """Where both meet: the whole box."""


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading; ``index`` counts rows or columns as seen, from 0."""

    kind: Kind
    index: int = 0

    def at(self, index: int) -> "Heading":
        """Another heading of the same side."""
        return Heading(self.kind, index)

    def cells(self, turn: Turn) -> Iterator[Cell]:
        """The positions of its row or column, absent ones too."""
        rows = range(turn.shown_rows) if self.kind is not Kind.ROW else (self.index,)
        columns = range(turn.shown_columns) if self.kind is not Kind.COLUMN else (self.index,)
        return (turn.stored((row, column)) for row in rows for column in columns)

    def stored(self, turn: Turn) -> tuple[Lines, int] | None:
        """The row or column it is when the box is not turned, from 0; None at the corner."""
        if self.kind is Kind.CORNER:
            return None
        row, column = turn.stored((self.index, 0) if self.kind is Kind.ROW else (0, self.index))
        across = (self.kind is Kind.ROW) is (turn.quarters % 2 == 0)
        return (Lines.ROWS, row) if across else (Lines.COLUMNS, column)


def heading_at(grid: Grid, picture: BoxPicture, point: QPointF) -> Heading | None:
    """The heading under a point; None beside headings, and in a box that has none there."""
    side, along = grid.turn.headings(picture)
    before, above = point.x() < grid.left, point.y() < grid.top
    row, column = grid.row_at(point.y()), grid.column_at(point.x())
    if before and above and side and along:
        return Heading(Kind.CORNER)
    if before and side and row is not None:
        return Heading(Kind.ROW, row)
    if above and along and column is not None:
        return Heading(Kind.COLUMN, column)
    return None


def nearest(grid: Grid, kind: Kind, point: QPointF) -> Heading:
    """The heading of one side that is level with a point, however far from it; the outermost beyond the box."""
    turn = grid.turn
    if kind is Kind.ROW:
        row = int((point.y() - grid.top - PADDING) // grid.pitch)
        return Heading(kind, max(0, min(turn.shown_rows - 1, row)))
    column = int((point.x() - grid.left - PADDING) // grid.pitch)
    return Heading(kind, max(0, min(turn.shown_columns - 1, column)))


def paint_headings(
    painter: QPainter,
    grid: Grid,
    picture: BoxPicture,
    theme: Theme,
    bands: tuple[float, float],
    here: tuple[int | None, int | None],
) -> None:
    """Headings beside the grid, in ``bands`` (px, left and above) that stay when it is scrolled.

    Those of the row and column ``here``, as shown, stand out.
    """
    side, along = grid.turn.headings(picture)
    quiet, strong = theme.font(theme.type.secondary), theme.font(theme.type.secondary, 600)
    wide, high = bands
    band_left, band_top = max(0.0, grid.left - wide), max(0.0, grid.top - high)
    centre = Qt.AlignmentFlag.AlignCenter
    painter.save()
    painter.setClipRect(QRectF(band_left - 1, band_top + high - 4 if along else band_top, wide, 32000))
    for row, label in enumerate(side):
        y = grid.top + PADDING + row * grid.pitch
        painter.setFont(strong if row == here[0] else quiet)
        painter.setPen(theme.colour.ink if row == here[0] else theme.colour.muted)
        painter.drawText(QRectF(band_left - 1, y, wide, grid.pitch), centre, label)
    painter.setClipRect(QRectF(band_left + wide - 6, band_top, 32000, high))
    for column, label in enumerate(along):
        x = grid.left + PADDING + column * grid.pitch
        painter.setFont(strong if column == here[1] else quiet)
        painter.setPen(theme.colour.ink if column == here[1] else theme.colour.muted)
        painter.drawText(QRectF(x, band_top, grid.pitch, high - 1), centre, label)
    painter.restore()
