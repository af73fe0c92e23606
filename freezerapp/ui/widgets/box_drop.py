"""Tubes dragged over a box: they are aimed where the pointer is, and the box scrolls on at its edges."""

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QScrollBar

from freezerapp.ui.widgets.box_carried import Drop, mode_for
from freezerapp.ui.widgets.box_carry import BoxCarry
from freezerapp.ui.widgets.box_drag import carried_in
from freezerapp.ui.widgets.box_floor import BoxFloor

EDGE = 26.0
"""px from the edge within which a box that is larger than its window scrolls on."""
TICK_MS = 50
STEP = 18


class BoxDrop(QObject):
    """The pointer with tubes over one box; ``changed`` when they would land elsewhere.

    ``own`` is true while the tubes are dragged out of this very box: then they stay in the hand when the
    pointer leaves it.
    """

    changed = Signal()

    def __init__(self, floor: BoxFloor, carry: BoxCarry) -> None:
        super().__init__(floor)
        self._floor = floor
        self._carry = carry
        self._point = QPointF()
        self._held = self._polled = Qt.KeyboardModifier.NoModifier
        self.own = False
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self._on_tick)

    def enter(self, event: QDragMoveEvent) -> bool:
        """Something is dragged in. True for tubes that can be set down here."""
        carried = carried_in(event.mimeData())
        if carried is None or not self._carry.takes(carried):
            event.ignore()
            return False
        self._carry.begin(carried, None, by_keys=False)
        self._polled = QGuiApplication.queryKeyboardModifiers()
        self._ticks.start()
        _take(event)
        if not self._aim(event.position(), event.modifiers()):
            self.changed.emit()
        return True

    def move(self, event: QDragMoveEvent) -> None:
        """It moves on: taken wherever there is a position under the pointer."""
        if not self._ticks.isActive():
            event.ignore()
            return
        self._aim(event.position(), event.modifiers())
        if self._carry.target is not None:
            _take(event)
        else:
            event.ignore()

    def leave(self) -> None:
        """It is over this box no more."""
        if not self._ticks.isActive():
            return
        self._ticks.stop()
        if self.own:
            self._carry.leave()
        else:
            self._carry.end()
        self.changed.emit()

    def drop(self, event: QDropEvent) -> Drop | None:
        """The tubes are let go; None beside the positions."""
        if not self._ticks.isActive():
            event.ignore()
            return None
        self._aim(event.position(), event.modifiers())
        drop = self._carry.drop()
        self.leave()
        if drop is None:
            event.ignore()
        else:
            _take(event)
        return drop

    def _aim(self, point: QPointF, keys: Qt.KeyboardModifier) -> bool:
        self._point, self._held = point, keys
        if not self._carry.aim(self._floor.cell_at(point.toPoint()), mode_for(keys)):
            return False
        self.changed.emit()
        return True

    def _on_tick(self) -> None:
        """No event comes from a pointer that rests: look after the edges and the keys."""
        moved = False
        for bar, at, size in (
            (self._floor.area.horizontalScrollBar(), self._point.x(), self._floor.area.viewport().width()),
            (self._floor.area.verticalScrollBar(), self._point.y(), self._floor.area.viewport().height()),
        ):
            moved |= _scroll(bar, at, size)
        keys = QGuiApplication.queryKeyboardModifiers()
        if keys != self._polled:
            self._polled = self._held = keys
            moved = True
        if moved:
            self._aim(self._point, self._held)


def _take(event: QDropEvent) -> None:
    event.setDropAction(Qt.DropAction.MoveAction)
    event.accept()


def _scroll(bar: QScrollBar, at: float, size: int) -> bool:
    before = bar.value()
    if at < EDGE:
        bar.setValue(before - STEP)
    elif at > size - EDGE:
        bar.setValue(before + STEP)
    return bar.value() != before
