"""The lines of a pick list as the table shows them: each box with its progress, and below it its tubes."""

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from freezerapp.ui import said_of_pick, words
from freezerapp.ui.said_of_tube import span

if TYPE_CHECKING:
    from freezerapp.storage.rows.picks import PickBox, PickPage, PickRow

Index = QModelIndex | QPersistentModelIndex
NONE = QModelIndex()
SETTLED = frozenset({"replaced", "removed"})
FETCHED = frozenset({"retrieved", "returned", "missing"})


class Column(IntEnum):
    """The columns in order."""

    POSITION = 0
    TUBE = 1
    MATERIAL = 2
    AMOUNT = 3
    STATE = 4
    OUT = 5


class Role(IntEnum):
    """What else a cell tells: the PickRow or PickBox of its line."""

    ENTRY = Qt.ItemDataRole.UserRole + 1


class PickLines(QAbstractTableModel):
    """Boxes and tubes in one list, in walking order; returning, the other way round."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: list[PickBox | PickRow] = []
        self._now_ms = 0

    @property
    def entries(self) -> "list[PickBox | PickRow]":
        """Everything, line by line."""
        return self._entries

    def show(self, page: "PickPage | None", *, backwards: bool = False) -> None:
        """Show another list, or the same as it is now."""
        self.beginResetModel()
        self._entries = []
        boxes = page.boxes if page is not None else ()
        for box in reversed(boxes) if backwards else boxes:
            self._entries.append(box)
            self._entries += reversed(box.rows) if backwards else box.rows
        self.endResetModel()

    def tick(self, now_ms: int) -> None:
        """Time has gone on: the minutes out are others."""
        self._now_ms = now_ms
        if self._entries:
            last = len(self._entries) - 1
            self.dataChanged.emit(self.index(0, Column.OUT), self.index(last, Column.OUT))

    def line_of(self, line: int) -> int | None:
        """In which row of the table a line of the list stands."""
        found = (at for at, each in enumerate(self._entries) if getattr(each, "line", None) == line)
        return next(found, None)

    def is_box(self, at: int) -> bool:
        """Whether a row of the table names a box."""
        return not hasattr(self._entries[at], "line")

    def rowCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(self._entries)

    def columnCount(self, parent: Index = NONE) -> int:
        return 0 if parent.isValid() else len(Column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.is_box(index.row()):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.POSITION: self.tr("From"),
            Column.TUBE: self.tr("Tube"),
            Column.MATERIAL: self.tr("Material"),
            Column.AMOUNT: self.tr("Amount"),
            Column.STATE: self.tr("State"),
            Column.OUT: self.tr("Out for"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry: Any = self._entries[index.row()]
        if role == Role.ENTRY:
            return entry
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole and self.is_box(index.row()):
            return f"{self.name(entry)}, {self.progress(entry)}"
        if role == Qt.ItemDataRole.ToolTipRole and not self.is_box(index.row()):
            return entry.reason
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if self.is_box(index.row()):
            return self.name(entry) if index.column() == 0 else ""
        return self._text(entry, Column(index.column()))

    def name(self, box: "PickBox") -> str:
        """The way to a box, or what is said of tubes that have no place."""
        return box.path or self.tr("Without a place")

    def progress(self, box: "PickBox") -> str:
        """ "3 of 8"."""
        done, all_ = share(box)
        return self.tr("{done} of {all}").format(done=words.number(done), all=words.number(all_))

    def _text(self, row: "PickRow", column: Column) -> str:
        match column:
            case Column.POSITION:
                return row.position or ""
            case Column.TUBE:
                return row.barcode
            case Column.MATERIAL:
                return words.sentence_case(words.word("Material", row.material))
            case Column.AMOUNT:
                return words.amount(row.amount, row.unit)
            case Column.STATE:
                return said_of_pick.state(row)
            case Column.OUT:
                if row.out_since is None or not self._now_ms:
                    return ""
                return span(max(0, self._now_ms - row.out_since) // 60_000)


def share(box: "PickBox") -> tuple[int, int]:
    """How many tubes of a box are fetched or settled as missing, and how many there are to be."""
    counted = [row for row in box.rows if row.state.value not in SETTLED]
    return sum(row.state.value in FETCHED for row in counted), len(counted)


def _alignment(column: int) -> int:
    """As the plain number that Qt's own checks of a model accept."""
    right = column in (Column.AMOUNT, Column.OUT)
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
