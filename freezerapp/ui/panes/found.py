"""The tubes of a search or a work list, as a table of any length."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, questions
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.found_list import Column, FoundList, Role
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.said_of_tube import translate
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.work import WORK

if TYPE_CHECKING:
    from freezerapp.storage.rows.found import FoundRow

WIDTHS = {
    Column.BARCODE: 138,
    Column.MATERIAL: 164,
    Column.PARTICIPANT: 116,
    Column.VISIT: 52,
    Column.AMOUNT: 84,
    Column.STATUS: 122,
    Column.PLACE: 150,
    Column.PARENT: 124,
}
NARROW = {Column.MATERIAL: 104, Column.AMOUNT: 78}
"""Widths where there is little room."""
WITH_PARENT = sum(WIDTHS.values())
"""px of table from which the parents have a column of their own; below it columns are narrow."""
WITH_AMOUNT = WITH_PARENT - WIDTHS[Column.PARENT] - sum(WIDTHS[each] - width for each, width in NARROW.items())
"""px of table from which amounts are shown: with less, codes and places would be cut."""


class FoundPane(QWidget):
    """A click shows a tube in the inspector; Enter or a double click shows it in its box.

    ``menu_wanted`` carries the screen point where the menu of a tube is wanted, ``pick_wanted`` the ids of all tubes
    of the list, which are to be fetched, ``labels_wanted`` the name of the list too.
    """

    menu_wanted = Signal(QPoint)
    pick_wanted = Signal(object)
    labels_wanted = Signal(str, object)

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._query = ""
        self._asked = False
        self._model = FoundList(self._fetch, self)
        self.head = PageHead()
        self._map = self.head.add_button(self.tr("Map"))
        self._map.setToolTip(self.tr("Show on the map"))
        self._map.setAccessibleName(self.tr("Show on the map"))
        self._map.setIcon(look.icon("map-pin"))
        self._map.clicked.connect(lambda: selection.go(View(Showing.STORAGE)))
        self.pick = self.head.add_button(self.tr("Pick…"))
        self.pick.setIcon(look.icon("list-checks"))
        self.pick.setToolTip(self.tr("Put all these tubes on a pick list, a new one or an open one"))
        self.pick.clicked.connect(lambda: self.pick_wanted.emit(tuple(self._model.ids)))
        self.labels = self.head.add_button(self.tr("Labels…"))
        self.labels.setIcon(look.icon("printer"))
        self.labels.setToolTip(self.tr("Print labels of all these tubes"))
        self.labels.clicked.connect(lambda: self.labels_wanted.emit(self._name(), tuple(self._model.ids)))
        self.bar = InlineBar(look)
        self._none = QLabel(self.tr("No tube matches."))
        self._none.setProperty("look", "muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.hide()
        self.table = _Table(look)
        self.table.setModel(self._model)
        self.table.setAccessibleName(self.tr("Tubes"))
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(Column.PLACE, QHeaderView.ResizeMode.Stretch)
        self.table.went_to.connect(self._on_went_to)
        self.table.entered_row.connect(self._on_entered)
        self.table.customContextMenuRequested.connect(
            lambda at: self.menu_wanted.emit(self.table.viewport().mapToGlobal(at))
        )
        card = QWidget()
        card.setObjectName("sheet")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        for part in (self.head, self.bar, self._none):
            layout.addWidget(part)
        layout.addWidget(card, 1)
        self._card = card
        selection.view_changed.connect(self._on_view)
        selection.specimen_changed.connect(self._mark)
        dispatcher.changed.connect(self._on_changed)
        dispatcher.closed.connect(self._on_closed)
        self._on_view(selection.view)

    @property
    def heart(self) -> QWidget:
        """Where the keyboard goes when this page is turned to."""
        return self.table

    @property
    def model(self) -> FoundList:
        """The model behind the table."""
        return self._model

    def _fetch(self, ids: Sequence[int], then: "object") -> None:
        tree = self._now.storage
        self._dispatcher.ask(
            lambda reader: questions.found_rows(reader, ids, tree),
            then,  # type: ignore[arg-type]
            owner=self,
        )

    def _on_view(self, view: View) -> None:
        if view.showing is not Showing.LIST:
            return
        if view.query != self._query or not self._asked:
            self._query, self._asked = view.query, True
            self._model.show(())
            self.head.say(self._name(), "")
            self._ask()

    def _on_closed(self) -> None:
        self._asked = False
        self._model.show(())

    def _on_changed(self) -> None:
        if self._asked:
            self._ask()

    def _ask(self) -> None:
        query = self._query
        self._dispatcher.ask(
            lambda reader: questions.ids(reader, query),
            self._on_ids,
            owner=self,
            lane="list",
            slow=True,
            refused=self._on_refused,
        )

    def _on_ids(self, ids: Sequence[int]) -> None:
        self.bar.hide()
        self._model.show(ids)
        self._card.setVisible(bool(ids))
        self._none.setVisible(not ids)
        count = self.tr("%Ln tube(s)", "", len(ids))
        self.head.say(self._name(), count)
        self._map.setVisible(bool(self._query) and bool(ids))
        self.pick.setVisible(bool(self._query) and bool(ids))
        self.labels.setVisible(bool(ids))
        self._mark(self._selection.specimen)

    def _on_refused(self, problem: Problem) -> None:
        self._model.show(())
        self.bar.say(messages.sentence(problem), warning=True)

    def _name(self) -> str:
        """The name of a work list, or the search itself."""
        for work in WORK:
            if work.view.showing is Showing.LIST and work.view.query == self._query:
                return translate("Work", work.text)
        return self._query

    def _mark(self, specimen: int | None) -> None:
        """Mark the tube of the inspector, if it is in the list."""
        if specimen is None or not self.isVisible():
            return
        current = self.table.currentIndex()
        if current.isValid() and current.data(Role.ID) == specimen:
            return
        try:
            line = self._model.ids.index(specimen)
        except ValueError:
            self.table.clearSelection()
            return
        self.table.selectRow(line)

    def _on_went_to(self, index: QModelIndex) -> None:
        specimen = index.data(Role.ID)
        if specimen is not None:
            self._selection.choose(int(specimen))

    def _on_entered(self, index: QModelIndex) -> None:
        row: FoundRow | None = index.data(Role.ROW)
        if row is not None and row.container_id is not None:
            self._selection.go(View(Showing.CONTAINER, row.container_id), row.id)


class _Table(QTableView):
    """A table of whole rows, painted by one delegate."""

    went_to = Signal(QModelIndex)
    entered_row = Signal(QModelIndex)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_CellPainter(look, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(look.theme.space.row) + 4)
        self.horizontalHeader().setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(self.entered_row)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.went_to.emit(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.viewport().width() < WITH_PARENT
        self.setColumnHidden(Column.PARENT, narrow)
        self.setColumnHidden(Column.AMOUNT, self.viewport().width() < WITH_AMOUNT)
        for column, width in NARROW.items():
            self.setColumnWidth(column, width if narrow else WIDTHS[column])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _CellPainter(QStyledItemDelegate):
    """Adds the coloured disc of the material; all else as the style sheet has it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        if index.column() == Column.BARCODE:
            option.font = self._look.theme.font(self._look.theme.type.body, 600)
        if index.column() == Column.MATERIAL:
            option.text = "      " + option.text

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if index.column() != Column.MATERIAL:
            return
        row: FoundRow | None = index.data(Role.ROW)
        if row is None:
            return
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.tube_colour(row.material).disc)
        painter.drawEllipse(QRectF(rect.left() + 9, rect.center().y() - 6, 12, 12))
        painter.restore()
