"""The storage tree: all storage, then rooms, units, racks and boxes in natural order, with their fill."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from freezerapp.ui import words

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import ContainerRow, Storage

Index = QModelIndex | QPersistentModelIndex
NEARLY_FULL = 0.95
ALL_STORAGE = 0
"""The id under which the first row, all storage, goes; no container has it."""
AWAY = 2**40
"""The id under which the last row goes: boxes that were sent away, as far as there are any."""


class Role(IntEnum):
    """What a row of the tree can say beside its name."""

    ID = Qt.ItemDataRole.UserRole + 1
    USED = Qt.ItemDataRole.UserRole + 2
    TOTAL = Qt.ItemDataRole.UserRole + 3
    FIGURE = Qt.ItemDataRole.UserRole + 4
    """The text at the right: per cent, a count of boxes, or used/total tubes."""
    BAR = Qt.ItemDataRole.UserRole + 5
    """Whether the row shows a fill bar."""
    NEARLY_FULL = Qt.ItemDataRole.UserRole + 6
    MATCHES = Qt.ItemDataRole.UserRole + 7
    """How many tubes lit by a search stand in it and below."""


class ContainerTree(QAbstractItemModel):
    """Reads one Storage value; takes a new one with as little disturbance as it can."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._storage: Storage | None = None
        self._places: dict[int, int] = {}
        self._here: tuple[int, ...] = ()
        self._gone: tuple[int, ...] = ()
        self._matches: dict[int, int] = {}

    @property
    def storage(self) -> "Storage | None":
        """The value that is shown."""
        return self._storage

    def show(self, storage: "Storage | None") -> None:
        """Show a new value. Views keep their place if only fill or names changed."""
        before = self._storage
        if (
            before is not None
            and storage is not None
            and before.roots == storage.roots
            and dict(before.children) == dict(storage.children)
            and _away(before) == _away(storage)
        ):
            self._storage = storage
            self._touch([id_ for id_, row in storage.containers.items() if before.containers[id_] != row])
            return
        self.beginResetModel()
        self._storage = storage
        self._places.clear()
        if storage is not None:
            rows = storage.containers
            self._here = tuple(id_ for id_ in storage.roots if rows[id_].status != "away" and not _travels(rows[id_]))
            self._gone = tuple(id_ for id_ in storage.roots if rows[id_].status == "away")
            self._places = {id_: row + 1 for row, id_ in enumerate(self._here)}
            for children in (self._gone, *storage.children.values()):
                self._places.update({id_: row for row, id_ in enumerate(children)})
            self._places[AWAY] = len(self._here) + 1
        self._places[ALL_STORAGE] = 0
        self.endResetModel()

    def light(self, boxes: "dict[int, int]") -> None:
        """Say how many matching tubes stand in which box; counts are carried up the tree."""
        storage = self._storage
        before, self._matches = self._matches, {}
        if storage is not None:
            for box, count in boxes.items():
                for id_ in storage.path(box) if box in storage.containers else ():
                    self._matches[id_] = self._matches.get(id_, 0) + count
        self._touch([*before.keys(), *self._matches.keys()])

    def of(self, container: int) -> QModelIndex:
        """The index of a container, by id; an invalid one if it is not there."""
        if self._storage is None or container not in self._places:
            return QModelIndex()
        return self.createIndex(self._places[container], 0, container)

    def container(self, index: Index) -> "ContainerRow | None":
        """The row behind an index; None for all storage."""
        storage = self._storage
        return None if storage is None else storage.containers.get(index.internalId())

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if self._storage is None or column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        if parent.isValid():
            return self.createIndex(row, 0, self._below(parent.internalId())[row])
        return self.createIndex(row, 0, (ALL_STORAGE, *self._here, AWAY)[row])

    def parent(self, index: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        row = self.container(index) if index.isValid() else None
        if row is None:
            return QModelIndex()
        if row.parent_id is None:
            return self.of(AWAY) if row.status == "away" else QModelIndex()
        return self.of(row.parent_id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if self._storage is None or (parent.isValid() and parent.column() != 0):
            return 0
        if not parent.isValid():
            return len(self._here) + 1 + bool(self._gone)
        return len(self._below(parent.internalId()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._storage is None:
            return None
        if index.internalId() == AWAY:
            return self._away_data(role)
        row = self.container(index)
        used, total, tubes = (row.used, row.total, row.tubes) if row else self._storage.total_fill()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.name if row else self.tr("All storage")
            case Role.ID:
                return index.internalId()
            case Role.USED:
                return used
            case Role.TOTAL:
                return total
            case Role.BAR:
                return self._has_bar(row) and total > 0
            case Role.NEARLY_FULL:
                return total > 0 and used / total >= NEARLY_FULL
            case Role.MATCHES:
                return self._matches.get(index.internalId(), 0)
            case Role.FIGURE:
                found = row is not None and row.holds == "specimens" and row.id in self._matches
                return "" if found else self._figure(row, used, total)
            case Qt.ItemDataRole.ToolTipRole:
                return self._explained(row, used, total, tubes)
            case Qt.ItemDataRole.AccessibleTextRole:
                name = row.name if row else self.tr("All storage")
                return f"{name}, {self._explained(row, used, total, tubes)}"
        return None

    def _below(self, container: int) -> tuple[int, ...]:
        if container == AWAY:
            return self._gone
        return self._storage.children.get(container, ()) if self._storage is not None else ()

    def _away_data(self, role: int) -> Any:
        """The last row: what was sent away."""
        count = self.tr("%Ln box(es)", "", len(self._gone))
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.tr("Sent away")
            case Role.ID:
                return AWAY
            case Role.FIGURE:
                return count
            case Role.USED | Role.TOTAL | Role.MATCHES:
                return 0
            case Role.BAR | Role.NEARLY_FULL:
                return False
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{self.tr('Sent away')}, {count}"
        return None

    def _has_bar(self, row: "ContainerRow | None") -> bool:
        """Rooms and units show a bar; below them the figure is enough."""
        assert self._storage is not None
        if row is None:
            return True
        return row.holds == "containers" and self._storage.unit_of(row.id) in (None, row.id)

    def _figure(self, row: "ContainerRow | None", used: int, total: int) -> str:
        if self._has_bar(row):
            return words.percent(used, total)
        assert row is not None
        if row.holds == "specimens":
            return f"{words.number(used)}/{words.number(total)}"
        if total:
            return self.tr("%Ln box(es)", "", used)
        return self.tr("%Ln tube(s)", "", row.tubes)

    def _explained(self, row: "ContainerRow | None", used: int, total: int, tubes: int) -> str:
        if row is not None and row.holds == "specimens":
            return self.tr("{used} of {total} positions taken").format(
                used=words.number(used), total=words.number(total)
            )
        slots = self.tr("{used} of {total} box slots taken").format(used=words.number(used), total=words.number(total))
        return self.tr("{slots}, {tubes} tubes").format(slots=slots, tubes=words.number(tubes))

    def _touch(self, ids: list[int]) -> None:
        for id_ in {ALL_STORAGE, *ids}:
            index = self.of(id_)
            if index.isValid():
                self.dataChanged.emit(index, index)


def _away(storage: "Storage") -> tuple[int, ...]:
    return tuple(id_ for id_ in storage.roots if storage.containers[id_].status == "away")


def _travels(row: "ContainerRow") -> bool:
    """Whether it is a box that is being packed: it is seen with its shipment."""
    return row.kind == "transport box" and row.parent_id is None
