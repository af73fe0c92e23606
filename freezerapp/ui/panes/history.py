"""The bank's history, newest first: gesture by gesture, with Take back, or event by event."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QHeaderView,
    QPushButton,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, questions, said_of_tube, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.operations_list import OperationsList
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.widgets.inline_bar import InlineBar

if TYPE_CHECKING:
    from freezerapp.storage.rows.history import HistoryRow
    from freezerapp.storage.rows.operations import OperationRow

PAGE = 100


class HistoryPane(QWidget):
    """A click on an event shows its tube; a gesture can be taken back."""

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection, doing: Doing) -> None:
        super().__init__()
        self._doing = doing
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._rows: list[HistoryRow] = []
        self._asking = False
        self._ended = False
        self.head = PageHead()
        self.bar = InlineBar(look)
        self.table = QTableWidget(0, 4)
        self.table.setHorizontalHeaderLabels([self.tr("Recorded"), self.tr("What"), self.tr("Thing"), self.tr("Event")])
        self.table.setAccessibleName(self.tr("History"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(int(look.theme.space.row) + 4)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 140), (2, 160), (3, 90)):
            self.table.setColumnWidth(column, width)
        self.table.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.table.currentCellChanged.connect(lambda row, *_: self._on_row(row))
        self.operations = OperationsList(look, dispatcher, now)
        self.operations.went_to.connect(self._on_operation)
        self.operations.entered_row.connect(lambda _row: self.take_back())
        self._tables = QStackedWidget()
        self._tables.addWidget(self.table)
        self._tables.addWidget(self.operations)
        self._by: tuple[QPushButton, ...] = ()
        group = QButtonGroup(self)
        for number, text in enumerate((self.tr("Events"), self.tr("Gestures"))):
            button = self.head.add_button(text)
            button.setCheckable(True)
            button.setChecked(number == 0)
            button.clicked.connect(lambda _checked=False, number=number: self.show_by(number))
            group.addButton(button)
            self._by = (*self._by, button)
        self.back = self.head.add_button(self.tr("Take back…"))
        self.back.setIcon(look.icon("undo-2"))
        self.back.clicked.connect(self.take_back)
        card = QWidget()
        card.setObjectName("sheet")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self._tables)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.bar)
        layout.addWidget(card, 1)
        selection.view_changed.connect(self._on_view)
        dispatcher.changed.connect(self._restart)
        dispatcher.closed.connect(self._clear)
        now.facts_changed.connect(self._describe)
        self.back.hide()
        self.back.setEnabled(False)
        self._on_view(selection.view)

    @property
    def heart(self) -> QWidget:
        """Where the keyboard goes when this page is turned to."""
        return self.table

    def show_by(self, number: int) -> None:
        """Show it event by event (0) or gesture by gesture (1)."""
        self._by[number].setChecked(True)
        self._tables.setCurrentIndex(number)
        self.back.setVisible(number == 1)
        if number == 1:
            self.operations.begin()
            self.operations.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_back(self) -> None:
        """Take the chosen gesture back, after the bar has said which."""
        row = self.operations.chosen
        if row is None or not self.back.isEnabled():
            return
        text = self.tr("Take back: {what}, {when}?").format(
            what=words.word("Operation", row.kind), when=words.moment(row.recorded_at, row.utc_offset_min)
        )
        self._doing.telling.ask(text, self.tr("Take back"), lambda: self._doing.take_back(row.id))

    def _on_operation(self, row: "OperationRow | None") -> None:
        """What can't be taken back is not offered."""
        from freezerapp.domain.custody import IRREVOCABLE

        able = row is not None and row.undone_by is None and row.kind not in IRREVOCABLE
        self.back.setEnabled(able)
        self.back.setToolTip("" if able or row is None else self.tr("This can't be taken back, or was already."))
        if row is not None and row.first_kind == "specimen" and self.operations.hasFocus():
            self._selection.choose(row.first_id)

    def _on_view(self, view: View) -> None:
        if view.showing is Showing.HISTORY and not self._rows:
            self._describe()
            self._ask()

    def _describe(self) -> None:
        facts = self._now.facts
        count = facts.events if facts is not None else 0
        said = self.tr("%Ln event(s)", "", count)
        head = self.tr("head of the chain {head}").format(head=facts.head[:16]) if facts else ""
        self.head.say(self.tr("History"), ", ".join(part for part in (said, head) if part))

    def _clear(self) -> None:
        self._rows, self._ended, self._asking = [], False, False
        self.table.setRowCount(0)

    def _restart(self) -> None:
        """Something happened: the newest page is asked anew, if anything was shown."""
        if self._rows:
            self._clear()
            self._ask()

    def _ask(self) -> None:
        if self._asking or self._ended:
            return
        self._asking = True
        before = self._rows[-1].seq if self._rows else None
        tree = self._now.storage
        self._dispatcher.ask(
            lambda reader: questions.history_page(reader, before, PAGE, tree),
            lambda found: self._on_page(*found),
            owner=self,
            lane="history",
            refused=self._on_refused,
        )

    def _on_refused(self, problem: Problem) -> None:
        self._asking = False
        self.bar.say(messages.sentence(problem), warning=True)

    def _on_page(self, page: "tuple[HistoryRow, ...]", names: dict[tuple[str, int], str]) -> None:
        self._asking = False
        self._ended = len(page) < PAGE
        first = len(self._rows)
        self._rows.extend(page)
        self.table.setRowCount(len(self._rows))
        for number, row in enumerate(page, first):
            line = said_of_tube.history_line(row)
            clock = words.moment(row.recorded_at, row.utc_offset_min)
            texts = (clock, line.text, self._thing(row, names), words.number(row.seq))
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setToolTip(line.exactly)
                if column == 3:
                    cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(number, column, cell)

    def _thing(self, row: "HistoryRow", names: dict[tuple[str, int], str]) -> str:
        """What the event is about: a barcode, a shipment's number, or a container's code or name."""
        if name := names.get((row.subject_kind, row.subject_id)):
            return name
        for side in (row.after, row.before):
            for key in ("barcode", "code", "name"):
                if isinstance(side.get(key), str):
                    return str(side[key])
        container = self._now.container(row.subject_id) if row.subject_kind == "container" else None
        if container is not None:
            return container.code or container.name
        return words.word("Subject", row.subject_kind)

    def _on_scrolled(self, value: int) -> None:
        if value >= self.table.verticalScrollBar().maximum() - 20 and self._rows:
            self._ask()

    def _on_row(self, number: int) -> None:
        if not 0 <= number < len(self._rows):
            return
        row = self._rows[number]
        if row.subject_kind == "specimen":
            self._selection.choose(row.subject_id)
