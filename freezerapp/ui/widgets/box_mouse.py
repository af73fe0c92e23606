"""The mouse over a box: it points, clicks, frames, lifts tubes and asks for menus."""

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_card import BoxCards
from freezerapp.ui.widgets.box_choice import How
from freezerapp.ui.widgets.box_floor import BoxFloor
from freezerapp.ui.widgets.box_hand import BoxHand
from freezerapp.ui.widgets.box_headings import heading_at
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.box_pointer import BoxPointer, Doing, how_to_choose
from freezerapp.ui.widgets.box_scroll import follow

GLOVED = 2
"""How much more a gloved hand may tremble before it moves."""


class BoxMouse(QObject):
    """Takes the mouse events of one view; the signals are those of ``BoxView``, which hands them on."""

    activated = Signal(int, int)
    context_asked = Signal(QPoint, object)
    heading_asked = Signal(QPoint, object, int)

    def __init__(self, look: Look, floor: BoxFloor, hand: BoxHand, cards: BoxCards) -> None:
        super().__init__(floor)
        self._look = look
        self._floor = floor
        self._hand = hand
        self._cards = cards
        self.pointer = BoxPointer(floor.choice)
        self.pointed: Cell | None = None
        """The position under the pointer."""
        self._holds = QTimer(self)
        self._holds.setSingleShot(True)
        self._holds.timeout.connect(self._on_held)
        look.changed.connect(self._measure)
        self._measure()

    def set_hold(self, milliseconds: int) -> None:
        """How long the button stays down on a tube before it can be dragged; 0: at once."""
        self._holds.setInterval(max(0, milliseconds))

    def forget(self) -> None:
        """Another box, or the same one turned: what the button was about to do is no more."""
        self._holds.stop()
        self._hand.lower()
        self.pointer.forget()

    def give_up(self) -> bool:
        """Escape: what was chosen before the button went down is chosen again. False if no button is down."""
        if not self.pointer.is_down:
            return False
        frame = self.pointer.frame
        self._holds.stop()
        self._hand.lower()
        with self._floor.changing():
            if not self.pointer.cancel():
                self.pointer.forget()
        self._floor.update_frames(frame)
        return True

    def point_at(self, cell: Cell | None) -> None:
        """The pointer is over another position, or over none."""
        if cell != self.pointed:
            before, self.pointed = self.pointed, cell
            self._floor.update_cells({before, cell})
            self._cards.point_at(cell if not self._hand.by_keys else None)

    def press(self, event: QMouseEvent) -> None:
        """A button goes down."""
        floor, point = self._floor, event.position()
        if floor.grid is None or floor.picture is None:
            return
        self._cards.hide()
        cell, how = floor.cell_at(point.toPoint()), how_to_choose(event.modifiers())
        left = event.button() == Qt.MouseButton.LeftButton
        if left and self._hand.by_keys and cell is not None:
            self._hand.aim(cell)
            return
        with floor.changing():
            if event.button() == Qt.MouseButton.RightButton:
                if cell is not None and cell not in floor.choice.cells:
                    floor.choice.click(cell, How.REPLACE)
            elif left:
                heading = heading_at(floor.grid, floor.picture, point)
                if heading is not None:
                    self.pointer.press_heading(floor.from_corner(point), heading, how)
                else:
                    self.pointer.press(floor.from_corner(point), cell, how)
        if left and self._holds.interval():
            self._holds.start()
        elif left:
            self._on_held()

    def move(self, event: QMouseEvent) -> None:
        """The pointer moves."""
        point, floor = event.position(), self._floor
        if floor.grid is None or not self.pointer.is_down:
            self.point_at(floor.cell_at(point.toPoint()))
            return
        before = self.pointer.frame
        with floor.changing():
            doing = self.pointer.move(floor.from_corner(point), floor.grid)
        if doing is Doing.DRAG:
            self.pointer.forget()
            self.point_at(None)
            self._hand.drag()
        elif doing is not Doing.NOTHING:
            self._holds.stop()
            floor.update_frames(before, self.pointer.frame)
            follow(floor.area, point)

    def release(self, event: QMouseEvent) -> None:
        """A button comes up."""
        if event.button() != Qt.MouseButton.LeftButton or not self.pointer.is_down:
            return
        frame = self.pointer.frame
        self._holds.stop()
        self._hand.lower()
        with self._floor.changing():
            self.pointer.release()
        self._floor.update_frames(frame)

    def click_twice(self, event: QMouseEvent) -> None:
        """A double click opens the position; with tubes in the hand it sets them down."""
        cell = self._floor.cell_at(event.position().toPoint())
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._hand.by_keys:
            self._hand.set_down()
        else:
            self.activated.emit(*cell)

    def ask_menu(self, event: QContextMenuEvent) -> None:
        """A menu is wanted: by the right button, or by key for where the keyboard is."""
        floor = self._floor
        if floor.grid is None or floor.picture is None:
            return
        self._cards.hide()
        at, cell = event.globalPos(), floor.cell_at(event.pos())
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            cell = floor.choice.cursor
            viewport = floor.area.viewport()
            at = viewport.mapToGlobal((floor.rect(cell) if cell is not None else viewport.rect()).center())
            self.context_asked.emit(at, cell)
            return
        heading = heading_at(floor.grid, floor.picture, QPointF(event.pos()))
        lines = heading.stored(floor.grid.turn) if heading is not None else None
        if lines is not None:
            self.heading_asked.emit(at, *lines)
        else:
            self.context_asked.emit(at, cell)

    def _measure(self) -> None:
        self.pointer.slack = QApplication.startDragDistance() * (GLOVED if self._look.gloves else 1)

    def _on_held(self) -> None:
        """The button has been down long enough: what is chosen there is lifted, and can be dragged."""
        cell = self.pointer.hold()
        if cell is not None:
            self.pointer.lifted = self._hand.lift(cell)
