"""The boxes, towers and canisters of a unit, shaded by how full they are."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPixmap

from freezerapp.ui.colours import best_on, mix
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.unit_layout import Placed, UnitLayout

LABEL_FROM = 22.0
"""px of width from which a slot carries its label."""


def paint_slots(painter: QPainter, layout: UnitLayout, theme: Theme, ratio: float) -> None:
    """Paint the slots of a unit by fill; slots of one colour and size share a picture."""
    made: dict[tuple[int, float, float], QPixmap] = {}
    for one in layout.placed:
        colour = slot_colour(one, theme)
        key = (colour.rgba() if colour is not None else -1, one.rect.width(), one.rect.height())
        if key not in made:
            made[key] = _drawn(colour, one.rect, theme, ratio, layout.canisters)
        painter.drawPixmap(one.rect.topLeft(), made[key])
    _write_labels(painter, layout, theme)


def slot_colour(one: Placed, theme: Theme) -> QColor | None:
    """The ground of a slot; None where nothing stands."""
    if one.slot.match:
        return theme.colour.lit
    return theme.fill_colour(one.slot.fraction) if one.slot.fraction is not None else None


def _write_labels(painter: QPainter, layout: UnitLayout, theme: Theme) -> None:
    font = theme.font(theme.type.caption)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    for one in layout.placed:
        if not one.slot.label or one.rect.width() < LABEL_FROM or one.rect.height() < metrics.height():
            continue
        ground = slot_colour(one, theme) or theme.colour.pane
        painter.setPen(best_on(ground, (theme.tube.paper, theme.colour.on_lit)))
        text = metrics.elidedText(one.slot.label, Qt.TextElideMode.ElideMiddle, one.rect.width() - 6)
        painter.drawText(one.rect, Qt.AlignmentFlag.AlignCenter, text)


def _drawn(colour: QColor | None, rect: QRectF, theme: Theme, ratio: float, canisters: bool) -> QPixmap:
    pixmap = QPixmap(max(1, math.ceil(rect.width() * ratio)), max(1, math.ceil(rect.height() * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    whole = QRectF(0, 0, rect.width(), rect.height())
    least = min(rect.width(), rect.height())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, least >= 4)
    painter.setPen(Qt.PenStyle.NoPen)
    if colour is not None:
        painter.setBrush(colour)
    elif least < 8:  # nothing stands here: paler than an empty box, or where there is room an outline
        painter.setBrush(mix(theme.colour.pane, theme.ramp[0], 0.75))
    else:
        painter.setPen(QPen(theme.colour.line, 1))
        whole = whole.adjusted(0.5, 0.5, -0.5, -0.5)
    if canisters:
        painter.drawEllipse(whole)
    else:
        radius = 0.0 if least < 4 else min(3.0, least * 0.22)
        painter.drawRoundedRect(whole, radius, radius)
    painter.end()
    return pixmap
