"""The tubes of a shipment as the lines of a table: where each comes from, where it goes, what is to be done."""

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from freezerapp.domain.parcel import Step
from freezerapp.ui import said_of_parcel, words
from freezerapp.ui.said_of_parcel import State

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import LineRow, Parcel

Index = QModelIndex | QPersistentModelIndex

ARRIVING = frozenset({Step.DISPATCHED, Step.RECEIVED})
"""Steps at which its tubes are looked for."""


class Role(IntEnum):
    """What a line says beside the text of its cells."""

    ROW = Qt.ItemDataRole.UserRole + 1
    STATE = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    """The columns."""

    FROM = 0
    TUBE = 1
    MATERIAL = 2
    GOES_TO = 3
    STATE = 4


class Order(StrEnum):
    """In which order the lines are shown; the list itself, and what papers print of it, stays as it is."""

    LISTED = "listed"
    WALKING = "walking"
    PACKED = "packed"


class ParcelLines(QAbstractTableModel):
    """Holds one parcel; what is off its list stands last, and of one that arrives what is left to do stands first.

    Shown in another order, what is left to do stands where that order has it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parcel: Parcel | None = None
        self._rows: tuple[LineRow, ...] = ()
        self._states: tuple[State, ...] = ()
        self._order = Order.LISTED

    @property
    def order(self) -> Order:
        """In which order the lines are shown."""
        return self._order

    @property
    def rows(self) -> "tuple[LineRow, ...]":
        """The lines, as they stand."""
        return self._rows

    def show(self, parcel: "Parcel | None") -> None:
        """Show this shipment; the same lines as before keep what is chosen, in another order too."""
        rows = parcel.lines if parcel is not None else ()
        states = {row.line.id: said_of_parcel.state(row, parcel.shipment) for row in rows} if parcel else {}
        step = parcel.shipment.step if parcel is not None else None
        ordered = tuple(sorted(rows, key=lambda row: _key(row, states[row.line.id], self._order, step)))
        before, now = [row.line.id for row in self._rows], [row.line.id for row in ordered]
        if before == now:
            self._take(parcel, ordered, states)
            if ordered:
                self.dataChanged.emit(self.index(0, 0), self.index(len(ordered) - 1, len(Column) - 1))
                self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)
        elif len(before) == len(now) and set(before) == set(now):
            self._reorder(before, now, lambda: self._take(parcel, ordered, states))
        else:
            self.beginResetModel()
            self._take(parcel, ordered, states)
            self.endResetModel()

    def put_in(self, order: Order) -> None:
        """Show the lines in this order from now on."""
        self._order = order
        self.show(self._parcel)

    def row(self, number: int) -> "LineRow":
        """One line."""
        return self._rows[number]

    def number_of(self, specimen: int) -> int | None:
        """Which line a tube has that travels."""
        found = (n for n, row in enumerate(self._rows) if row.specimen_id == specimen and not self._states[n].quiet)
        return next(found, None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.FROM: self.tr("From"),
            Column.TUBE: self.tr("Tube"),
            Column.MATERIAL: self.tr("Material"),
            Column.GOES_TO: self.tr("Packed in") if self._has_left else self.tr("Goes to"),
            Column.STATE: self.tr("State"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._parcel is None:
            return None
        row, state = self._rows[index.row()], self._states[index.row()]
        if role == Role.ROW:
            return row
        if role == Role.STATE:
            return state
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, state, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._hint(row, state, Column(index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (self._text(row, state, column) for column in Column)))
        return None

    def _take(self, parcel: "Parcel | None", rows: "tuple[LineRow, ...]", states: Mapping[int, State]) -> None:
        self._parcel, self._rows = parcel, rows
        self._states = tuple(states[row.line.id] for row in rows)

    def _reorder(self, before: Sequence[int], now: Sequence[int], take: Callable[[], None]) -> None:
        """What is chosen, and the line that one is on, go where their lines go."""
        self.layoutAboutToBeChanged.emit()
        take()
        number = {line: at for at, line in enumerate(now)}
        kept = self.persistentIndexList()
        self.changePersistentIndexList(kept, [self.index(number[before[each.row()]], each.column()) for each in kept])
        self.layoutChanged.emit()

    @property
    def _has_left(self) -> bool:
        return self._parcel is not None and self._parcel.shipment.step not in (Step.DRAFT, Step.CANCELLED)

    def _text(self, row: "LineRow", state: State, column: Column) -> str:
        assert self._parcel is not None
        match column:
            case Column.FROM:
                return said_of_parcel.come_from(row.come_from)
            case Column.TUBE:
                return row.code
            case Column.MATERIAL:
                return said_of_parcel.contents(row)
            case Column.GOES_TO:
                return said_of_parcel.goes_to(row, self._parcel)
            case Column.STATE:
                return state.whole

    def _hint(self, row: "LineRow", state: State, column: Column) -> str:
        assert self._parcel is not None
        if column is Column.FROM:
            return row.come_from
        if column is Column.TUBE:
            return self.tr("{tube}, line {number} of the list").format(
                tube=row.code, number=words.number(row.line.number)
            )
        if column is Column.STATE and row.doubts:
            said = [said_of_parcel.doubt_words(doubt, self._parcel.shipment) for doubt in row.doubts]
            return "\n".join(said)
        return self._text(row, state, column)


def _key(row: "LineRow", state: State, order: Order, step: Step | None) -> tuple[int, int]:
    """Where a line stands; what is off the list is the last in every order."""
    if state.quiet:
        return 3, 0
    match order:
        case Order.WALKING:
            return 0, row.way
        case Order.PACKED:
            return 0, row.seat
    return _rank(row, state, step in ARRIVING), 0


def _rank(row: "LineRow", state: State, arriving: bool) -> int:
    """What is listed first: differences to be settled, then what nobody has looked for, then the rest."""
    if not arriving or state.lead:
        return 0
    return 1 if row.line.outcome is None else 2
