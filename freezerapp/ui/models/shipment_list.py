"""All shipments as the lines of a table, those of one step or every one."""

from collections.abc import Mapping
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from freezerapp.domain.parcel import Direction, Step
from freezerapp.ui import said_of_parcel, words

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import ShipmentRow

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a line says beside the text of its cells."""

    ID = Qt.ItemDataRole.UserRole + 1
    DIFFERENCES = Qt.ItemDataRole.UserRole + 2
    STEP = Qt.ItemDataRole.UserRole + 3


class Column(IntEnum):
    """The columns."""

    NUMBER = 0
    OTHER = 1
    STEP = 2
    TUBES = 3
    PACKED = 4
    WHEN = 5
    DIFFERENCES = 6


FIGURES = frozenset({Column.TUBES, Column.PACKED, Column.DIFFERENCES})


class ShipmentList(QAbstractTableModel):
    """Holds all; shows those of one step."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: tuple[ShipmentRow, ...] = ()
        self._rows: tuple[ShipmentRow, ...] = ()
        self._step: Step | None = None

    @property
    def total(self) -> int:
        """How many there are in all."""
        return len(self._all)

    @property
    def rows(self) -> "tuple[ShipmentRow, ...]":
        """Those that are shown."""
        return self._rows

    @property
    def by_step(self) -> Mapping[Step, int]:
        """How many there are at each step."""
        return {step: sum(row.step is step for row in self._all) for step in Step}

    def show(self, rows: "tuple[ShipmentRow, ...]") -> None:
        """Show these shipments."""
        self._all = rows
        self._filter()

    def show_step(self, step: Step | None) -> None:
        """Show only those at this step, or every one."""
        self._step = step
        self._filter()

    def _filter(self) -> None:
        rows = tuple(row for row in self._all if self._step is None or row.step is self._step)
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if not same:
            self.beginResetModel()
        self._rows = rows
        if not same:
            self.endResetModel()
        elif rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.NUMBER: self.tr("Number"),
            Column.OTHER: self.tr("To or from"),
            Column.STEP: self.tr("Step"),
            Column.TUBES: self.tr("Tubes"),
            Column.PACKED: self.tr("Packed"),
            Column.WHEN: self.tr("When"),
            Column.DIFFERENCES: self.tr("Differences"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], Column(index.column())
        match role:
            case Role.ID:
                return row.id
            case Role.DIFFERENCES:
                return row.differences
            case Role.STEP:
                return row.step
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return row.purpose or self._text(row, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                return ", ".join(filter(None, (self._text(row, each) for each in Column)))
        return None

    def _text(self, row: "ShipmentRow", column: Column) -> str:
        match column:
            case Column.NUMBER:
                return row.number
            case Column.OTHER:
                if not row.other:
                    return self.tr("not chosen yet")
                text = self.tr("to {whom}") if row.direction is Direction.OUT else self.tr("from {whom}")
                return text.format(whom=row.other)
            case Column.STEP:
                return words.sentence_case(said_of_parcel.word("step", row.step))
            case Column.TUBES:
                return words.number(row.tubes)
            case Column.PACKED:
                return words.number(row.packed) if row.direction is Direction.OUT else ""
            case Column.WHEN:
                return said_of_parcel.moments(row)
            case Column.DIFFERENCES:
                return words.number(row.differences) if row.differences else ""


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in FIGURES else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
