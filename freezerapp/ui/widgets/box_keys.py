"""Where the keys lead in a box: arrows, Home and End, and what they do with tubes in the hand."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from freezerapp.ui.widgets.box_carried import FILL_KEYS, SWAP_KEYS, mode_for
from freezerapp.ui.widgets.box_carry import BoxCarry
from freezerapp.ui.widgets.box_choice import BoxChoice
from freezerapp.ui.widgets.box_picture import Cell

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
_HELD = {
    Qt.Key.Key_Control: Qt.KeyboardModifier.ControlModifier,
    Qt.Key.Key_Shift: Qt.KeyboardModifier.ShiftModifier,
    Qt.Key.Key_Alt: Qt.KeyboardModifier.AltModifier,
}


class Deed(Enum):
    """What a key does with tubes in the hand."""

    NOTHING = "nothing"
    AIMED = "aimed"
    DROPPED = "dropped"
    GIVEN_UP = "given up"
    STRANGE = "strange"
    """The key means nothing here: it is left to others."""


def key_target(choice: BoxChoice, key: Qt.Key, start: Cell | None, *, control: bool) -> Cell | None:
    """The position a key leads to from ``start``, as seen on screen; None for a key that leads nowhere."""
    if key in _STEPS:
        return choice.step(*_STEPS[key], start)
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        last = key == Qt.Key.Key_End
        return choice.first(last=last) if control else choice.end_of(start, row=True, last=last)
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        return choice.end_of(start, row=False, last=key == Qt.Key.Key_PageDown)
    return None


def carry_key(carry: BoxCarry, choice: BoxChoice, event: QKeyEvent) -> Deed:
    """A key goes down while tubes are in the hand: arrows aim, F or a held key changes how, Enter, Escape."""
    key = Qt.Key(event.key())
    keys = event.modifiers()
    if key in _HELD:
        keys |= _HELD[key]
    held = mode_for(keys & (FILL_KEYS | SWAP_KEYS))
    target = key_target(choice, key, carry.target, control=bool(keys & Qt.KeyboardModifier.ControlModifier))
    if target is not None:
        return Deed.AIMED if carry.aim(target, held) else Deed.NOTHING
    if key in _HELD:
        return Deed.AIMED if carry.aim(carry.target, held) else Deed.NOTHING
    if key == Qt.Key.Key_F and not keys:
        carry.change_mode()
        return Deed.AIMED
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        carry.aim(carry.target, held)
        return Deed.DROPPED
    if key == Qt.Key.Key_Escape:
        return Deed.GIVEN_UP
    return Deed.NOTHING if key == Qt.Key.Key_Space else Deed.STRANGE


def carry_key_up(carry: BoxCarry, event: QKeyEvent) -> bool:
    """A key comes up while tubes are in the hand. True if they would be set down differently now."""
    key = Qt.Key(event.key())
    return key in _HELD and carry.aim(carry.target, mode_for(event.modifiers() & ~_HELD[key]))
