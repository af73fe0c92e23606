"""All pick lists, the newest first: how far each has come."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, pick_questions, said_of_pick, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.pick_desk import PickDesk
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.widgets.inline_bar import InlineBar

if TYPE_CHECKING:
    from freezerapp.storage.database import Change
    from freezerapp.storage.rows.picks import PickListRow

TOUCHED = frozenset({"pick list", "pick line"})
HOW_WIDTH = 460
WIDTHS = (136, 0, 92, 72, 104, 104, 124)


class PicksPane(QWidget):
    """Enter or a double click opens a list."""

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection, desk: PickDesk) -> None:
        super().__init__()
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._rows: tuple[PickListRow, ...] = ()
        self.head = PageHead()
        self.pace = self.head.add_button(self.tr("Pace and limits…"))
        self.pace.setIcon(look.icon("settings"))
        self.pace.clicked.connect(lambda: desk.set_pace())
        self.new = self.head.add_button(self.tr("New pick list…"))
        self.new.setProperty("look", "primary")
        self.new.clicked.connect(lambda: desk.make())
        self.bar = InlineBar(look)
        self.table = _Table(look)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Number"),
                self.tr("Title"),
                self.tr("State"),
                self.tr("Tubes"),
                self.tr("To retrieve"),
                self.tr("In hand"),
                self.tr("Made"),
            ]
        )
        for column in range(3, 6):
            item = self.table.horizontalHeaderItem(column)
            if item is not None:
                item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.table.setAccessibleName(self.tr("Pick lists"))
        self.table.cellDoubleClicked.connect(lambda row, _column: self._open(row))
        self.table.entered_row.connect(self._open)
        card = QWidget()
        card.setObjectName("sheet")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        self._pages = QStackedWidget()
        self._pages.addWidget(card)
        self._pages.addWidget(self._none(desk))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)
        selection.view_changed.connect(self._on_view)
        dispatcher.changed.connect(self._on_changed)
        dispatcher.closed.connect(lambda: self._show(()))
        self._on_view(selection.view)

    @property
    def heart(self) -> QWidget:
        """Where the keyboard goes when this page is turned to."""
        return self.table if self._rows else self.new

    def _none(self, desk: PickDesk) -> QWidget:
        """What is shown while there is no list."""
        page = QWidget()
        title = QLabel(self.tr("No pick list yet"))
        title.setProperty("look", "title")
        how = QLabel(
            self.tr(
                "A pick list says which tubes to fetch, in the order in which each door opens once. Make one of a"
                " search, of the tubes chosen in a box, of a pasted list of codes, or by a rule."
            )
        )
        how.setWordWrap(True)
        how.setProperty("look", "muted")
        how.setFixedWidth(HOW_WIDTH)
        how.setMinimumHeight(how.heightForWidth(HOW_WIDTH))
        how.setAlignment(Qt.AlignmentFlag.AlignCenter)
        button = QPushButton(self.tr("New pick list…"))
        button.clicked.connect(lambda: desk.make())
        layout = QVBoxLayout(page)
        layout.setSpacing(10)
        layout.addStretch(2)
        for part in (title, how, button):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        return page

    def _on_view(self, view: View) -> None:
        if view.showing is Showing.PICKS:
            self._ask()

    def _on_changed(self, change: "Change") -> None:
        if self._selection.view.showing is Showing.PICKS and (change.kinds is None or change.kinds & TOUCHED):
            self._ask()

    def _ask(self) -> None:
        self._dispatcher.ask(
            pick_questions.pick_lists, self._show, owner=self, lane="pick lists", refused=self._on_refused
        )

    def _on_refused(self, problem: Problem) -> None:
        self.bar.say(messages.sentence(problem), warning=True)

    def _show(self, rows: "tuple[PickListRow, ...]") -> None:
        self._rows = rows
        opened = sum(row.state.value == "open" for row in rows)
        self.head.say(self.tr("Pick lists"), self.tr("%Ln open", "", opened) if rows else "")
        self._pages.setCurrentIndex(0 if rows else 1)
        self.table.setRowCount(len(rows))
        for at, row in enumerate(rows):
            made = words.moment(row.made_at, words.local_offset(row.made_at)) if row.made_at else ""
            parts = [row.title, row.purpose, row.shipment if row.shipment not in (None, *row.title.split()) else None]
            title = ", ".join(part for part in parts if part)
            state = words.sentence_case(said_of_pick.parcel_word("state", row.state.value))
            figures = [words.number(each) if each else "–" for each in (row.tubes, row.wanted, row.out)]
            for column, text in enumerate((row.number, title, state, *figures, made)):
                cell = QTableWidgetItem(text)
                if column == 1:
                    cell.setToolTip(row.rule or "")
                if 3 <= column <= 5:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(at, column, cell)
        if rows and self.table.currentRow() < 0:
            self.table.selectRow(0)

    def _open(self, at: int) -> None:
        if 0 <= at < len(self._rows):
            self._selection.go(View(Showing.PICK, item=self._rows[at].id))


class _Table(QTableWidget):
    """A table of whole rows. ``entered_row``: Enter on the one that one is on."""

    entered_row = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(0, len(WIDTHS))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(int(look.theme.space.row) + 4)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        for column, width in enumerate(WIDTHS):
            if width:
                self.setColumnWidth(column, width)
            else:
                header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self.entered_row.emit(self.currentRow())
            return
        super().keyPressEvent(event)
