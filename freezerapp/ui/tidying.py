"""Forgotten things of the window are tidied away on the window's own thread, never on one that reads the bank."""

import gc

from PySide6.QtCore import QObject, QTimer

FIRST_MS = 5_000
"""Not while the first screens are coming."""
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
        self._timer.timeout.connect(self._tidy)
        self._timer.start(FIRST_MS)
        self._settled = False

    def _tidy(self) -> None:
        if not self._settled:
            # What is loaded by now stays to the end; it need not be looked through each time.
            gc.freeze()
            self._settled = True
            self._timer.start(OFTEN_MS)
        tidy()

    def stop(self) -> None:
        """Let Python collect when it likes again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()


def tidy() -> None:
    """Collect as far as Python would have by now: what is young mostly, what is old seldom."""
    for generation in (2, 1, 0):
        if gc.get_count()[generation] > gc.get_threshold()[generation]:
            gc.collect(generation)
            return
