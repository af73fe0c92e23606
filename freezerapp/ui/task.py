"""The task in hand: what the next scans are for, shared by those who start one and those who hear scans."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from freezerapp.domain.scan_target import Target
    from freezerapp.storage.rows.found import Found


class Scanned(NamedTuple):
    """A scan and what it leads to, and the box in which a tube stands or belongs."""

    text: str
    found: "Found | None"
    box: int | None = None
    near: tuple[str, ...] = ()
    """Codes that look like it, where it leads nowhere."""


class Positions(NamedTuple):
    """What scanned positions are for while a task is in hand: ``box`` is the one whose labels are meant, by id."""

    box: Callable[[], int | None]
    aim: "Callable[[Target], bool]"


class Task(QObject):
    """At most one task is in hand. ``changed``: another one, or none."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._take: Callable[[Scanned], bool] | None = None
        self._ended: Callable[[], None] | None = None
        self._positions: Positions | None = None

    @property
    def name(self) -> str:
        """Which task is in hand: "put back", "fill" or none."""
        return self._name

    @property
    def box(self) -> int | None:
        """The box whose positions bare labels mean while this task is in hand, by id."""
        return self._positions.box() if self._positions is not None else None

    def begin(
        self,
        name: str,
        take: Callable[[Scanned], bool],
        ended: Callable[[], None] | None = None,
        positions: Positions | None = None,
    ) -> None:
        """Begin a task: ``take`` gets each scan and says whether it is its own; ``ended`` is told when it is over."""
        self.end()
        self._name, self._take, self._ended, self._positions = name, take, ended, positions
        self.changed.emit()

    def end(self, name: str = "") -> None:
        """End the task in hand, or only the one of this name."""
        if not self._name or (name and name != self._name):
            return
        ended, self._name, self._take, self._ended, self._positions = self._ended, "", None, None, None
        if ended is not None:
            ended()
        self.changed.emit()

    def take(self, scanned: Scanned) -> bool:
        """Give a scan to the task in hand; False if it is not its own, or there is none."""
        return self._take is not None and self._take(scanned)

    def aim(self, target: "Target") -> bool:
        """Give a scanned position to the task in hand; False if positions are nothing to it."""
        return self._positions is not None and self._positions.aim(target)
