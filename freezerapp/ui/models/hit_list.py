"""What the search field proposes while one types: completions, containers, tubes, the whole list."""

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt


class HitKind(StrEnum):
    """What a line leads to."""

    PROBLEM = "problem"
    """To nothing: the text is no search; says where and why."""
    COMPLETION = "completion"
    CONTAINER = "container"
    TUBE = "tube"
    ALL = "all"
    NONE = "none"
    """To nothing: nothing matches."""


class Hit(NamedTuple):
    """One line. ``start`` and ``end``: the faulty part of ``title``, or what a completion replaces."""

    kind: HitKind
    title: str
    detail: str = ""
    figure: str = ""
    material: str = ""
    id: int = 0
    container: int | None = None
    start: int = 0
    end: int = 0


class Role(IntEnum):
    """What a line says beside its title."""

    HIT = Qt.ItemDataRole.UserRole + 1


class HitList(QAbstractListModel):
    """A short list, replaced as a whole at each keystroke."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: tuple[Hit, ...] = ()

    @property
    def hits(self) -> tuple[Hit, ...]:
        """The lines."""
        return self._hits

    def show(self, hits: Sequence[Hit]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._hits)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        if self._hits[index.row()].kind in (HitKind.PROBLEM, HitKind.NONE):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.title
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(part for part in (hit.title, hit.detail, hit.figure) if part)
            case Role.HIT:
                return hit
        return None
