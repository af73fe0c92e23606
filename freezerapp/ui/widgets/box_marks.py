"""What lies over a box for as long as someone works in it: selection, keyboard, pointer, frame, what shines."""

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from freezerapp.ui.widgets.box_flash import Shine, paint_shine
from freezerapp.ui.widgets.box_geometry import Grid
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.tube_disc import RING_MARGIN, DiscPainter, Ring


class Marks(NamedTuple):
    """What to draw: ``focused`` is the keyboard's position, shown only while the box listens to keys."""

    chosen: Iterable[Cell]
    focused: Cell | None
    pointed: Cell | None
    shines: Iterable[Shine]
    frame: QRectF | None


def marks_rect(grid: Grid, cell: Cell) -> QRectF:
    """All that a mark on this position can touch."""
    reach = RING_MARGIN + 4
    return grid.rect(cell).adjusted(-reach, -reach, reach, reach)


def paint_marks(painter: QPainter, area: QRectF, grid: Grid, discs: DiscPainter, marks: Marks) -> None:
    """Draw the marks that touch ``area``."""
    theme = discs.theme
    if marks.pointed is not None:
        _ring(painter, area, grid, discs, marks.pointed, Ring(1.5, 1.5, theme.colour.field_border))
    ring = discs.selection_ring()
    for cell in marks.chosen:
        _ring(painter, area, grid, discs, cell, ring)
    for shine in marks.shines:
        if marks_rect(grid, shine.cell).intersects(area):
            rect = grid.rect(shine.cell)
            paint_shine(painter, rect.left(), rect.top(), discs, shine)
    if marks.focused is not None:
        _brackets(painter, grid.rect(marks.focused), theme.colour.accent)
    if marks.frame is not None:
        inside = QColor(theme.colour.accent)
        inside.setAlphaF(0.12)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(theme.colour.accent, 1))
        painter.setBrush(inside)
        painter.drawRect(marks.frame.translated(grid.left, grid.top))


def _ring(painter: QPainter, area: QRectF, grid: Grid, discs: DiscPainter, cell: Cell, ring: Ring) -> None:
    if marks_rect(grid, cell).intersects(area):
        rect = grid.rect(cell)
        discs.ring(painter, rect.left(), rect.top(), ring)


def _brackets(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """The four corners of a position: they say where the keyboard is, whether it is selected or not."""
    arm = min(12.0, rect.width() * 0.22)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2.2, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    for x, towards in ((rect.left(), 1), (rect.right(), -1)):
        for y, down in ((rect.top(), 1), (rect.bottom(), -1)):
            corner = QPointF(x, y)
            painter.drawPolyline([corner + QPointF(towards * arm, 0), corner, corner + QPointF(0, down * arm)])
