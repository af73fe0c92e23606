"""The position a scan aims at: ringed large, with its name beside it, to be seen from an arm's length."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_geometry import Grid
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.tube_disc import DiscPainter

RING = 4.0
"""px of the ring's width."""
HALO = 7.0
"""px of the pale ring around it."""
NEAR = 52.0
"""px of a position below which the rings are thinner."""
TAIL = 9.0
"""px from the label to the ring."""
NARROWEST, EDGE = 60.0, 4.0


def paint_target(painter: QPainter, grid: Grid, discs: DiscPainter, cell: Cell, text: str, room: QRectF) -> None:
    """Ring a position, with ``text`` in a label above it, or below where ``room`` ends."""
    theme = discs.theme
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, radius = grid.rect(cell).center(), _radius(grid)
    halo = QColor(theme.colour.accent)
    halo.setAlphaF(0.22)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    # Between small tubes it would lie over its neighbours.
    share = min(1.0, grid.pitch / NEAR)
    painter.setPen(QPen(halo, HALO * share))
    away = radius + (RING + HALO) * share / 2
    painter.drawEllipse(middle, away, away)
    painter.setPen(QPen(theme.colour.accent, RING * share))
    painter.drawEllipse(middle, radius, radius)
    if not text:
        return
    label = _label(grid, cell, text, theme, room)
    below = label.top() > middle.y()
    near = label.top() if below else label.bottom()
    tip = middle.y() + (radius + RING if below else -radius - RING)
    at = max(label.left() + 14, min(label.right() - 14, middle.x()))
    balloon = QPainterPath()
    balloon.setFillRule(Qt.FillRule.WindingFill)
    balloon.addRoundedRect(label, theme.space.radius_field, theme.space.radius_field)
    balloon.moveTo(QPointF(at - 8, near))
    balloon.lineTo(QPointF(middle.x() if abs(middle.x() - at) < 12 else at, tip))
    balloon.lineTo(QPointF(at + 8, near))
    balloon.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour.accent)
    painter.drawPath(balloon.simplified())
    painter.setFont(theme.font(theme.type.title, 600, tabular=True))
    painter.setPen(theme.colour.on_accent)
    words = QFontMetricsF(painter.font()).elidedText(text, Qt.TextElideMode.ElideRight, label.width() - 22)
    painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)


def _radius(grid: Grid) -> float:
    return grid.disc / 2 + min(6.0, max(3.0, grid.pitch - grid.disc))


def _label(grid: Grid, cell: Cell, text: str, theme: Theme, room: QRectF) -> QRectF:
    """Where the label stands: over the ring if there is room, else under it, never beyond the sides."""
    metrics = QFontMetricsF(theme.font(theme.type.title, 600, tabular=True))
    wide = min(room.width() - 2 * EDGE, max(NARROWEST, metrics.horizontalAdvance(text) + 26))
    high = theme.space.field
    middle = grid.rect(cell).center()
    away = _radius(grid) + RING + HALO / 2 + TAIL
    top = middle.y() - away - high
    if top < room.top() + EDGE:
        top = middle.y() + away
    left = max(room.left() + EDGE, min(room.right() - EDGE - wide, middle.x() - wide / 2))
    return QRectF(left, top, wide, high)
