"""Wakes what listens to all keys as late as can be: with the first key itself, or once the first screens are there."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

AT_MOST_MS = 1_000
"""A dialog has a window of its own, where the first key may fall too; none is open so soon."""


class FirstKey(QObject):
    """``wake`` is called once.

    Who listens to all keys is asked at each event of the program, of which there are thousands while the panes come.
    Keys come through the window of the system first, and that has few events: watching it costs nothing, and the key
    that wakes is heard whole, since only then it goes on to whatever has the focus.
    """

    def __init__(self, window: QWidget, wake: Callable[[], object]) -> None:
        super().__init__(window)
        self._wake = wake
        self._handle: QWindow | None = window.windowHandle()
        if self._handle is None:
            self._on_time()  # not shown yet: nothing says when it will be
            return
        self._handle.installEventFilter(self)
        QTimer.singleShot(AT_MOST_MS, self, self._on_time)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress:
            self._on_time()
        return False

    def _on_time(self) -> None:
        if self._handle is not None:
            self._handle.removeEventFilter(self)
            self._handle = None
        wake, self._wake = self._wake, _awake
        wake()


def _awake() -> None:
    """It is awake already."""
