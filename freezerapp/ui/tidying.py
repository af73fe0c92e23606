"""Forgotten things of the window are tidied away on the window's own thread, never on one that reads the bank."""

import gc

from PySide6.QtCore import QObject, QTimer

OFTEN_MS = 1_000


class Tidying(QObject):
    """As long as it lives, Python collects what is left over only here.

    A collection may begin on whichever thread makes an object just then, and would take widgets apart there:
    Qt does not survive that.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(OFTEN_MS)
        self._timer.timeout.connect(tidy)
        self._timer.start()

    def stop(self) -> None:
        """Let Python collect when it likes again."""
        self._timer.stop()
        gc.enable()


def tidy() -> None:
    """Collect as far as Python would have by now: what is young mostly, what is old seldom."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
