"""Scrolling a box that is larger than the room it has."""

import math

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QAbstractScrollArea

FASTEST = 40
"""px a frame drawn beyond the edge scrolls at once."""


def bring_into_sight(area: QAbstractScrollArea, rect: QRectF, bands: tuple[float, float]) -> None:
    """Scroll so far that ``rect`` is whole in sight, right of and below the bands of the headings."""
    left, top = bands
    for bar, start, end, first, last in (
        (area.horizontalScrollBar(), rect.left(), rect.right(), left, area.viewport().width()),
        (area.verticalScrollBar(), rect.top(), rect.bottom(), top, area.viewport().height()),
    ):
        if start < first:
            bar.setValue(math.floor(bar.value() + start - first))
        elif end > last:
            bar.setValue(math.ceil(bar.value() + end - last))


def follow(area: QAbstractScrollArea, point: QPointF) -> None:
    """Scroll after a frame that is drawn beyond the edge."""
    for bar, at, size in (
        (area.horizontalScrollBar(), point.x(), area.viewport().width()),
        (area.verticalScrollBar(), point.y(), area.viewport().height()),
    ):
        beyond = at if at < 0 else max(0.0, at - size)
        if beyond:
            bar.setValue(bar.value() + max(-FASTEST, min(FASTEST, round(beyond))))
