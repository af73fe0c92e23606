"""The work lists under the tree: what is on the bench, pick lists, on hold, missing, all specimens, the history."""

from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from freezerapp.ui import words
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.widgets.row_tree import RowRoles, RowTree
from freezerapp.ui.work import WORK

LEFT = 14


class Role(IntEnum):
    """What a row says beside its name."""

    FIGURE = Qt.ItemDataRole.UserRole + 1


class WorkList(QWidget):
    """Rows with counts, which follow each change."""

    def __init__(self, look: Look, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._now = now
        self._selection = selection
        caption = QLabel(self.tr("Work"))
        caption.setProperty("look", "section")
        caption.setContentsMargins(LEFT, 10, 0, 6)
        self._model = QStandardItemModel(self)
        for work in WORK:
            self._model.appendRow(QStandardItem(QCoreApplication.translate("Work", work.text)))
        self.rows = _Rows(look)
        self.rows.setModel(self._model)
        self.rows.setAccessibleName(self.tr("Work"))
        self.rows.setFixedHeight(int(look.theme.space.row) * len(WORK) + 2)
        self.rows.chosen.connect(lambda number: selection.go(WORK[number].view))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(caption)
        layout.addWidget(self.rows)
        now.counts_changed.connect(self._on_counts)
        selection.view_changed.connect(self._on_view)

    def index_of(self, name: str) -> QModelIndex:
        """The row of a work list, by its name in the table."""
        return self._model.index([work.name for work in WORK].index(name), 0)

    def _on_counts(self) -> None:
        figures = {name: words.number(count) for name, count in self._now.counts.items()}
        for name, figure in (figures | self._in_work()).items():
            index = self.index_of(name)
            self._model.setData(index, figure, Role.FIGURE)
            said = ", ".join(part for part in (index.data(), figure) if part)
            self._model.setData(index, said, Qt.ItemDataRole.AccessibleTextRole)

    def _in_work(self) -> dict[str, str]:
        """What is being worked on, of lists that are not of tubes: "2 open", "1 draft"."""
        count = self._now.open
        return {
            "picks": self.tr("%Ln open", "", count.get("picks", 0)) if count.get("picks") else "",
            "shipments": self.tr("%Ln draft(s)", "", count.get("shipments", 0)) if count.get("shipments") else "",
        }

    def _on_view(self, view: View) -> None:
        whole = {Showing.PICK: View(Showing.PICKS), Showing.SHIPMENT: View(Showing.SHIPMENTS)}.get(view.showing, view)
        chosen = next((work.name for work in WORK if work.view == whole), None)
        if chosen is None:
            self.rows.clearSelection()
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.rows.selectionModel().setCurrentIndex(self.index_of(chosen), flags)


class _Rows(RowTree):
    """``chosen`` carries the number of the row that the user went to."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, RowRoles(figure=Role.FIGURE))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._indent()
        look.changed.connect(self._indent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def _indent(self) -> None:
        """In line with the caption above."""
        self.setIndentation(6)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(index.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.currentIndex()
        super().keyPressEvent(event)
        after = self.currentIndex()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if after.isValid() and (after != before or entered):
            self.chosen.emit(after.row())
