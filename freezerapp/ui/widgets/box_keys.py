"""Where the keys lead in a box: arrows, Home and End, and the ends of a column."""

from PySide6.QtCore import Qt

from freezerapp.ui.widgets.box_choice import BoxChoice
from freezerapp.ui.widgets.box_picture import Cell

_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def key_target(choice: BoxChoice, key: Qt.Key, *, control: bool) -> Cell | None:
    """The position a key leads to from the cursor, as seen on screen; None for a key that leads nowhere."""
    if key in _STEPS:
        return choice.step(*_STEPS[key])
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        last = key == Qt.Key.Key_End
        return choice.first(last=last) if control else choice.end_of(row=True, last=last)
    if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
        return choice.end_of(row=False, last=key == Qt.Key.Key_PageDown)
    return None
