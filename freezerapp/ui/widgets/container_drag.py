"""A box or rack under the pointer on its way to another place: what is sent along, and how it looks."""

import json
import math
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from freezerapp.ui.look import Look

MIME = "application/vnd.freezerapp.container+json"
HIGH = 32


class CarriedContainer(NamedTuple):
    """A container in the hand: the id of its bank, its own, and its name."""

    bank: str
    id: int
    name: str


def mime_for(carried: CarriedContainer) -> QMimeData:
    """The container as it is sent along."""
    mime = QMimeData()
    mime.setData(MIME, QByteArray(json.dumps(list(carried)).encode()))
    return mime


def container_in(mime: QMimeData) -> CarriedContainer | None:
    """The container that was sent along; None for anything else."""
    if not mime.hasFormat(MIME):
        return None
    try:
        bank, id_, name = json.loads(bytes(mime.data(MIME).data()))
    except (ValueError, TypeError):
        return None
    if not isinstance(bank, str) or not isinstance(name, str) or not isinstance(id_, int):
        return None
    return CarriedContainer(bank, id_, name)


def drag_container(source: QWidget, bank: str, id_: int, name: str, look: Look) -> None:
    """Let a container be dragged from a widget, until it is let go or the drag is given up."""
    drag = QDrag(source)
    drag.setMimeData(mime_for(CarriedContainer(bank, id_, name)))
    drag.setPixmap(_chip(name, look, source.devicePixelRatioF()))
    drag.setHotSpot(QPoint(12, HIGH // 2))
    drag.exec(Qt.DropAction.MoveAction)


def _chip(name: str, look: Look, ratio: float) -> QPixmap:
    theme = look.theme
    font = theme.font(theme.type.secondary, 600)
    wide = math.ceil(QFontMetricsF(font).horizontalAdvance(name)) + 44
    pixmap = QPixmap(math.ceil(wide * ratio), math.ceil(HIGH * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour.pane)
    painter.setPen(QPen(theme.colour.accent, 1.5))
    painter.drawRoundedRect(QRectF(1, 1, wide - 2, HIGH - 2), 6, 6)
    look.icon("box").paint(painter, 10, HIGH // 2 - 8, 16, 16)
    painter.setFont(font)
    painter.setPen(theme.colour.ink)
    painter.drawText(QRectF(32, 0, wide - 36, HIGH), Qt.AlignmentFlag.AlignVCenter, name)
    painter.end()
    return pixmap
