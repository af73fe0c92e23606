"""A list of tubes of any length: holds their ids, and fetches a page of lines when it is painted."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from freezerapp.ui import words

if TYPE_CHECKING:
    from freezerapp.storage.rows.found import FoundRow

Index = QModelIndex | QPersistentModelIndex
PAGE = 64
PAGES_KEPT = 40
AT_ONCE = 4
"""Pages asked for in one turn: what a screen can show, and a little more."""

Fetch = Callable[[Sequence[int], Callable[[Sequence["FoundRow"]], None]], None]
"""Asks for lines by ids and hands them to the second callable, later, in the window's thread."""


class Role(IntEnum):
    """What a line says beside the text of its cells."""

    ID = Qt.ItemDataRole.UserRole + 1
    ROW = Qt.ItemDataRole.UserRole + 2
    """The whole FoundRow, or None while it is being fetched."""


class Column(IntEnum):
    """The columns of a list of tubes."""

    BARCODE = 0
    MATERIAL = 1
    PARTICIPANT = 2
    VISIT = 3
    AMOUNT = 4
    STATUS = 5
    PLACE = 6
    PARENT = 7


class FoundList(QAbstractTableModel):
    """Ids in, lines out. ``fetch`` is handed in; nothing is loaded that is not looked at."""

    def __init__(self, fetch: Fetch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fetch = fetch
        self._ids: array[int] = array("q")
        self._pages: OrderedDict[int, Sequence[FoundRow]] = OrderedDict()
        self._asked: set[int] = set()
        self._wanted: list[int] = []
        self._round = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._ask)

    @property
    def ids(self) -> Sequence[int]:
        """The ids in the order of the list."""
        return self._ids

    def show(self, ids: Iterable[int]) -> None:
        """Show other tubes; the same ids again only fetch their lines anew, and views keep their place."""
        new = array("q", ids)
        self._round += 1
        self._asked.clear()
        self._wanted.clear()
        if new == self._ids:
            shown, self._pages = list(self._pages), OrderedDict()
            for page in shown[-AT_ONCE:]:
                self._want(page)
            return
        self.beginResetModel()
        self._ids = new
        self._pages.clear()
        self.endResetModel()

    def row(self, line: int) -> "FoundRow | None":
        """The line's row if it is here; asks for it if not."""
        page, within = divmod(line, PAGE)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        return rows[within] if within < len(rows) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._ids)

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
            Column.BARCODE: self.tr("Barcode"),
            Column.MATERIAL: self.tr("Material"),
            Column.PARTICIPANT: self.tr("Participant"),
            Column.VISIT: self.tr("Visit"),
            Column.AMOUNT: self.tr("Amount"),
            Column.STATUS: self.tr("Status"),
            Column.PLACE: self.tr("Place"),
            Column.PARENT: self.tr("Parent"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Role.ID:
            return self._ids[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Role.ROW:
            return self.row(index.row())
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row = self.row(index.row())
        if row is None:
            return "…" if role == Qt.ItemDataRole.DisplayRole and index.column() == 0 else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.path if index.column() == Column.PLACE else None
        return self._text(row, Column(index.column()))

    def _text(self, row: "FoundRow", column: Column) -> str:
        match column:
            case Column.BARCODE:
                return row.barcode or ""
            case Column.MATERIAL:
                return words.sentence_case(words.word("Material", row.material))
            case Column.PARTICIPANT:
                return row.participant or ""
            case Column.VISIT:
                return row.visit or ""
            case Column.AMOUNT:
                return words.amount(row.amount, row.unit)
            case Column.STATUS:
                said = words.word("Status", row.status)
                return self.tr("{status}, on hold").format(status=said) if row.holds else said
            case Column.PLACE:
                return place_text(row)
            case Column.PARENT:
                return row.parent or ""

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        self._wanted.append(page)
        self._soon.start()

    def _ask(self) -> None:
        """Ask for what was painted last; what only scrolled by is asked for when it is seen again."""
        skipped, wanted = self._wanted[:-AT_ONCE], self._wanted[-AT_ONCE:]
        self._wanted = []
        self._asked.difference_update(skipped)
        for page in wanted:
            ids = list(self._ids[page * PAGE : (page + 1) * PAGE])
            self._fetch(ids, lambda rows, page=page, turn=self._round: self._take(page, turn, rows))  # type: ignore[misc]

    def _take(self, page: int, turn: int, rows: "Sequence[FoundRow]") -> None:
        if turn != self._round:
            return
        self._asked.discard(page)
        self._pages[page] = rows
        while len(self._pages) > PAGES_KEPT:
            self._pages.popitem(last=False)
        first = page * PAGE
        last = min(first + PAGE, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))


def place_text(row: "FoundRow") -> str:
    """Where a tube stands, short: box and position."""
    if row.container is None:
        return ""
    return f"{row.container} › {row.position}" if row.position else row.container


def _alignment(column: int) -> int:
    """As the plain number that Qt's own checks of a model accept."""
    side = Qt.AlignmentFlag.AlignRight if column == Column.AMOUNT else Qt.AlignmentFlag.AlignLeft
    return int((side | Qt.AlignmentFlag.AlignVCenter).value)
