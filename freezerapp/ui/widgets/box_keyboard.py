"""The keys over a box: they lead from position to position, choose, pick up, and open."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from freezerapp.ui.widgets.box_card import BoxCards
from freezerapp.ui.widgets.box_choice import How
from freezerapp.ui.widgets.box_floor import BoxFloor
from freezerapp.ui.widgets.box_hand import BoxHand
from freezerapp.ui.widgets.box_keys import key_target
from freezerapp.ui.widgets.box_mouse import BoxMouse
from freezerapp.ui.widgets.box_picture import Cell


class BoxKeyboard(QObject):
    """Takes the key events of one view. ``activated(row, column)``: Enter on a position."""

    activated = Signal(int, int)

    def __init__(self, floor: BoxFloor, hand: BoxHand, mouse: BoxMouse, cards: BoxCards) -> None:
        super().__init__(floor)
        self._floor = floor
        self._hand = hand
        self._mouse = mouse
        self._cards = cards

    def press(self, event: QKeyEvent) -> bool:
        """A key goes down. False: it means nothing here, and is left to others."""
        key, keys = Qt.Key(event.key()), event.modifiers()
        control = bool(keys & Qt.KeyboardModifier.ControlModifier)
        shift = bool(keys & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_F1 and shift:
            return self.show_card(self._floor.choice.cursor)
        shown = self._cards.shown
        self._cards.hide()
        if key == Qt.Key.Key_Escape:
            return shown is not None or self._escape(event)
        if self._hand.by_keys:
            return self._hand.key(event)
        return self._choose(key, shift=shift, control=control)

    def release(self, event: QKeyEvent) -> bool:
        """A key comes up. False: it meant nothing here."""
        return self._hand.by_keys and self._hand.key_up(event)

    def show_card(self, cell: Cell | None) -> bool:
        """Show the card of a position at once, and let it be read out. False if there is no position."""
        if cell is None:
            return False
        self._hand.say(self._cards.show(cell))
        return True

    def _choose(self, key: Qt.Key, *, shift: bool, control: bool) -> bool:
        floor, choice, cursor = self._floor, self._floor.choice, self._floor.choice.cursor
        target = key_target(choice, key, cursor, control=control)
        if target is not None:
            self._go(target, shift=shift, control=control)
        elif key == Qt.Key.Key_A and control:
            with floor.changing():
                choice.choose_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cursor is not None:
            self.activated.emit(*cursor)
        elif key == Qt.Key.Key_Space and control and cursor is not None:
            with floor.changing():
                choice.click(cursor, How.TOGGLE)
        elif key == Qt.Key.Key_Space and not (control or shift) and self._hand.carry.handling is not None:
            self._hand.pick_up()
        else:
            return False
        return True

    def _go(self, cell: Cell, *, shift: bool, control: bool) -> None:
        """An arrow key reached this position: choose it, or a block up to it, or only be there."""
        with self._floor.changing():
            if control and not shift:
                self._floor.choice.cursor = cell
            else:
                self._floor.choice.click(cell, How.EXTEND if shift else How.REPLACE)
        self._floor.show_cell(cell)

    def _escape(self, event: QKeyEvent) -> bool:
        """Give up what is in the hand, or what the button does, or else choose nothing."""
        if self._hand.by_keys:
            return self._hand.key(event)
        if self._mouse.give_up():
            return True
        if not self._floor.choice.cells:
            return False
        with self._floor.changing():
            self._floor.choice.choose(())
        return True
