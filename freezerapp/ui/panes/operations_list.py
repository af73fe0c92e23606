"""What was done, gesture by gesture, newest first; any of them can be taken back while nothing built on it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from freezerapp.domain.problems import Problem
from freezerapp.ui import bench_questions, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow

if TYPE_CHECKING:
    from freezerapp.storage.rows.operations import OperationRow

PAGE = 100


class OperationsList(QTableWidget):
    """``went_to(OperationRow)``: another line; ``entered(OperationRow)``: Enter or a double click."""

    went_to = Signal(object)
    entered_row = Signal(object)

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow) -> None:
        super().__init__(0, 5)
        self._dispatcher = dispatcher
        self._now = now
        self._rows: list[OperationRow] = []
        self._asking = False
        self._ended = False
        self._wanted = False
        self.setHorizontalHeaderLabels(
            [self.tr("Recorded"), self.tr("What"), self.tr("Things"), self.tr("By"), self.tr("Stands")]
        )
        self.setAccessibleName(self.tr("Operations"))
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
        for column in (1, 2):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        for column, width in ((0, 140), (3, 100), (4, 92)):
            self.setColumnWidth(column, width)
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.currentCellChanged.connect(lambda row, *_: self._on_row(row))
        self.cellDoubleClicked.connect(lambda row, _column: self._enter(row))
        dispatcher.changed.connect(self._restart)
        dispatcher.closed.connect(self._clear)

    @property
    def chosen(self) -> "OperationRow | None":
        """The line one is on."""
        return self._rows[self.currentRow()] if 0 <= self.currentRow() < len(self._rows) else None

    def begin(self) -> None:
        """It is shown: read the first page, if that was not done."""
        self._wanted = True
        if not self._rows:
            self._ask()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentRow() >= 0:
            self._enter(self.currentRow())
            return
        super().keyPressEvent(event)

    def _clear(self) -> None:
        self._rows, self._asking, self._ended = [], False, False
        self.setRowCount(0)

    def _restart(self) -> None:
        if self._wanted and self._rows:
            self._rows, self._asking, self._ended = [], False, False
            self._ask()

    def _ask(self) -> None:
        if self._asking or self._ended:
            return
        self._asking = True
        before = self._rows[-1].id if self._rows else None
        tree = self._now.storage
        self._dispatcher.ask(
            lambda reader: bench_questions.operations(reader, before, PAGE, tree),
            lambda found: self._on_page(before, *found),
            owner=self,
            lane="operations",
            refused=self._on_refused,
        )

    def _on_refused(self, _problem: Problem) -> None:
        self._asking = False

    def _on_page(self, before: int | None, page: "tuple[OperationRow, ...]", barcodes: Mapping[int, str]) -> None:
        self._asking = False
        self._ended = len(page) < PAGE
        if before is None:
            self._rows = []
        first = len(self._rows)
        self._rows.extend(page)
        self.setRowCount(len(self._rows))
        for number, row in enumerate(page, first):
            what = words.word("Operation", row.kind)
            texts = (
                words.moment(row.recorded_at, row.utc_offset_min),
                f"{what} ({row.reason})" if row.reason else what,
                self._things(row, barcodes),
                row.operator,
                "" if row.undone_by is None else self.tr("taken back"),
            )
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                if column == 0:
                    cell.setToolTip(words.exact_moment(row.recorded_at, row.utc_offset_min))
                self.setItem(number, column, cell)
        if before is None:
            self._on_row(self.currentRow())

    def _things(self, row: "OperationRow", barcodes: Mapping[int, str]) -> str:
        name = barcodes.get(row.first_id) if row.first_kind == "specimen" else None
        if row.first_kind == "container":
            container = self._now.container(row.first_id)
            name = (container.code or container.name) if container is not None else None
        name = name or words.word("Subject", row.first_kind)
        return name if row.things == 1 else self.tr("{name} and %Ln more", "", row.things - 1).format(name=name)

    def _on_scrolled(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() - 20 and self._rows:
            self._ask()

    def _on_row(self, number: int) -> None:
        self.went_to.emit(self._rows[number] if 0 <= number < len(self._rows) else None)

    def _enter(self, number: int) -> None:
        if 0 <= number < len(self._rows):
            self.entered_row.emit(self._rows[number])
