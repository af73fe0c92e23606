"""Tubes under the pointer on their way from one window to another: what is sent along, and how it looks."""

import json
import math
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_carried import Carried
from freezerapp.ui.widgets.box_geometry import Turn
from freezerapp.ui.widgets.box_picture import Cell, CellPicture, CellState
from freezerapp.ui.widgets.tube_disc import DiscPainter

MIME = "application/vnd.freezerapp.tubes+json"
MOST = 20_000
"""Tubes; more than any box holds was not sent by us."""
LARGEST, SMALLEST = 28.0, 10.0
"""px of a disc under the pointer: small, so that the places under it stay in sight."""
ROOM = 320.0
"""px that a group takes at most, as long as its discs are not at their smallest."""
ASIDE = 0.3
"""Share of a disc by which the grabbed tube hangs below and right of the pointer, which hides it less."""
READABLE_FROM = 24.0
ROW = 12
"""Tubes from the bench have no shape: they hang in rows of so many."""


def mime_for(carried: Carried) -> QMimeData:
    """The tubes as they are sent along; no other program knows this kind of data."""
    told = {
        "bank": carried.bank,
        "ids": carried.ids,
        "cells": carried.cells,
        "box": carried.box,
        "grabbed": carried.grabbed,
        "looks": [
            [look.label, look.state.value, look.line1, look.line2, look.colour, look.hold, look.declared]
            for look in carried.looks
        ],
    }
    mime = QMimeData()
    mime.setData(MIME, QByteArray(json.dumps(told).encode()))
    return mime


def carried_in(mime: QMimeData) -> Carried | None:
    """The tubes that were sent along; None for anything else, however damaged: it may come from anywhere."""
    if not mime.hasFormat(MIME):
        return None
    try:
        told = json.loads(bytes(mime.data(MIME).data()))
        if len(told["ids"]) > MOST:
            return None
        return Carried(
            _text(told["bank"]),
            tuple(_whole(id_) for id_ in told["ids"]),
            tuple(_cell(cell) for cell in told["cells"]),
            None if told["box"] is None else _whole(told["box"]),
            _whole(told["grabbed"]),
            tuple(_look(*look) for look in told["looks"]),
        )
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def drag_tubes(source: QWidget, carried: Carried, pixmap: QPixmap, hot_spot: QPoint) -> None:
    """Let tubes be dragged from a widget, until they are let go or the drag is given up.

    All actions are offered, as the keys held meanwhile would else forbid the drop; whatever comes of it,
    nothing is taken away here: where tubes stand is read anew when it was recorded.
    """
    drag = QDrag(source)
    drag.setMimeData(mime_for(carried))
    drag.setPixmap(pixmap)
    drag.setHotSpot(hot_spot)
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction | Qt.DropAction.LinkAction
    drag.exec(actions, Qt.DropAction.MoveAction)


def carried_pixmap(theme: Theme, carried: Carried, turn: Turn | None, ratio: float) -> tuple[QPixmap, QPoint]:
    """The tubes in their shape as seen in a box turned like ``turn``, small, and where the pointer is in it."""
    shown = _shape(carried, turn)
    top, left = min(row for row, _ in shown), min(column for _, column in shown)
    rows = max(row for row, _ in shown) - top + 1
    columns = max(column for _, column in shown) - left + 1
    disc = max(SMALLEST, min(LARGEST, math.floor(ROOM / max(rows, columns) * theme.tube.share)))
    pitch = round(disc / theme.tube.share)
    discs = DiscPainter(theme, disc, pitch, ratio)
    margin = 12.0  # for the shadow, and for the count
    pixmap = QPixmap(math.ceil((columns * pitch + 2 * margin) * ratio), math.ceil((rows * pitch + 2 * margin) * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    places = [QPointF(margin + (column - left) * pitch, margin + (row - top) * pitch) for row, column in shown]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour.drag_shadow)
    for place in places:
        painter.drawEllipse(place + QPointF(pitch / 2, pitch / 2 + 3), disc / 2 + 1, disc / 2 + 1)
    looks = [_plain(carried.look(number), disc) for number in range(len(carried.ids))]
    discs.paint(painter, [(place.x(), place.y(), look, False) for place, look in zip(places, looks, strict=True)])
    held = places[carried.grabbed] + QPointF(pitch / 2, pitch / 2)
    if len(carried.ids) > 1:
        _count(painter, theme, held + QPointF(disc / 2, -disc / 2), len(carried.ids), pixmap)
    painter.end()
    return pixmap, (held - QPointF(disc, disc) * ASIDE).toPoint()


def _shape(carried: Carried, turn: Turn | None) -> list[Cell]:
    if not carried.cells:
        return [divmod(number, ROW) for number in range(len(carried.ids))]
    return [turn.shown(cell) if turn is not None else cell for cell in carried.cells]


def _plain(look: CellPicture, disc: float) -> CellPicture:
    look = look._replace(state=CellState.STORED, match=False)
    return look if disc >= READABLE_FROM else look._replace(line1="", line2="")


def _count(painter: QPainter, theme: Theme, corner: QPointF, count: int, pixmap: QPixmap) -> None:
    """How many they are, in a pill at a corner of the grabbed tube."""
    font = theme.font(theme.type.caption, 600, tabular=True)
    text = str(count)
    wide = max(18.0, QFontMetricsF(font).horizontalAdvance(text) + 10)
    right = pixmap.width() / pixmap.devicePixelRatio()
    pill = QRectF(min(corner.x() - 8, right - wide - 1), max(1.0, corner.y() - 8), wide, 18)
    painter.setPen(theme.colour.pane)
    painter.setBrush(theme.colour.accent)
    painter.drawRoundedRect(pill, 9, 9)
    painter.setFont(font)
    painter.setPen(theme.colour.on_accent)
    painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _whole(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not -(2**63) <= value < 2**63:
        raise TypeError(value)
    return value


def _cell(value: Any) -> Cell:
    row, column = value
    return _whole(row), _whole(column)


def _look(label: Any, state: Any, line1: Any, line2: Any, colour: Any, hold: Any, declared: Any) -> CellPicture:
    words = _text(label), CellState(state), _text(line1), _text(line2), _text(colour)
    return CellPicture(*words, hold=bool(hold), declared=bool(declared))
