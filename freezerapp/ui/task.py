"""The task in hand: what the next scans are for, shared by those who start one and those who hear scans."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from freezerapp.storage.rows.found import Found


class Scanned(NamedTuple):
    """A scan and what it leads to, and the box in which a tube stands or belongs."""

    text: str
    found: "Found | None"
    box: int | None = None
    near: tuple[str, ...] = ()
    """Codes that look like it, where it leads nowhere."""


class Task(QObject):
    """At most one task is in hand. ``changed``: another one, or none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._take: Callable[[Scanned], bool] | None = None
        self._ended: Callable[[], None] | None = None

    @property
    def name(self) -> str:
        """Which task is in hand: "put back", "fill" or none."""
        return self._name

    def begin(self, name: str, take: Callable[[Scanned], bool], ended: Callable[[], None] | None = None) -> None:
        """Begin a task: ``take`` gets each scan and says whether it is its own; ``ended`` is told when it is over."""
        self.end()
        self._name, self._take, self._ended = name, take, ended
        self.changed.emit()

    def end(self, name: str = "") -> None:
        """End the task in hand, or only the one of this name."""
        if not self._name or (name and name != self._name):
            return
        ended, self._name, self._take, self._ended = self._ended, "", None, None
        if ended is not None:
            ended()
        self.changed.emit()

    def take(self, scanned: Scanned) -> bool:
        """Give a scan to the task in hand; False if it is not its own, or there is none."""
        return self._take is not None and self._take(scanned)
