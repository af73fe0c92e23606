"""All shipments, the newest first: which are being made ready, on the way, or wait for a difference to be settled."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.parcel import Step
from freezerapp.ui import parcel_questions, said_of_parcel, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.shipment_list import Column, Role, ShipmentList
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.said_of_parcel import ParcelWords
from freezerapp.ui.selection import Selection, Showing, View

Index = QModelIndex | QPersistentModelIndex
WIDTHS = {
    Column.NUMBER: 150,
    Column.STEP: 172,
    Column.TUBES: 76,
    Column.PACKED: 84,
    Column.WHEN: 178,
    Column.DIFFERENCES: 106,
}


class ShipmentsPane(QWidget):
    """Enter or a double click opens a shipment; ``new_wanted``, ``announce_wanted``: from the empty page."""

    new_wanted = Signal()
    announce_wanted = Signal()

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._asked = False
        self.model = ShipmentList(self)
        self.head = PageHead()
        self.filter = QComboBox()
        self.filter.setAccessibleName(self.tr("Step"))
        self.filter.setMinimumWidth(170)
        self.filter.currentIndexChanged.connect(self._on_filter)
        self.head.add(self.filter)
        self.table = _Table(look)
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Shipments"))
        for column, width in WIDTHS.items():
            self.table.setColumnWidth(column, width)
        self.table.horizontalHeader().setSectionResizeMode(Column.OTHER, QHeaderView.ResizeMode.Stretch)
        self.table.entered_row.connect(self._on_entered)
        self.none = self._nothing()
        card = QWidget()
        card.setObjectName("sheet")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(self.table)
        self._card = card
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.none, 1)
        layout.addWidget(card, 1)
        self._offer_steps()
        selection.view_changed.connect(self._on_view)
        dispatcher.changed.connect(self._on_changed)
        dispatcher.closed.connect(self._on_closed)
        self._on_view(selection.view)

    @property
    def heart(self) -> QWidget:
        """Where the keyboard goes when this page is turned to."""
        return self.table

    def _nothing(self) -> QWidget:
        """What an empty page says: what to do."""
        page = QWidget()
        title = QLabel(self.tr("No shipment yet"))
        title.setProperty("look", "title")
        said = QLabel(
            self.tr(
                "Find the tubes that are wanted, then press “New shipment”: it begins with what was found."
                " A parcel that comes from elsewhere is announced by the file that its sender gives."
            )
        )
        said.setProperty("look", "muted")
        said.setWordWrap(True)
        said.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        said.setFixedWidth(430)
        new, announce = QPushButton(self.tr("New shipment…")), QPushButton(self.tr("Announce a parcel from a file…"))
        new.clicked.connect(self.new_wanted)
        announce.clicked.connect(self.announce_wanted)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(new)
        buttons.addWidget(announce)
        buttons.addStretch(1)
        layout = QVBoxLayout(page)
        layout.setSpacing(10)
        layout.addStretch(2)
        layout.addWidget(title, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addStretch(3)
        page.hide()
        return page

    def _offer_steps(self) -> None:
        """The steps with how many there are at each; what was chosen stays."""
        chosen = self.filter.currentData()
        self.filter.blockSignals(True)
        self.filter.clear()
        self.filter.addItem(self.tr("Every step ({count})").format(count=words.number(self.model.total)), None)
        for step, count in self.model.by_step.items():
            name = words.sentence_case(said_of_parcel.word("step", step))
            text = self.tr("{step} ({count})").format(step=name, count=words.number(count))
            self.filter.addItem(text, step)
        self.filter.setCurrentIndex(max(0, self.filter.findData(chosen)))
        self.filter.blockSignals(False)

    def _on_filter(self) -> None:
        chosen = self.filter.currentData()
        self.model.show_step(Step(chosen) if chosen is not None else None)

    def _on_view(self, view: View) -> None:
        if view.showing is Showing.SHIPMENTS:
            self._asked = True
            self._ask()

    def _on_changed(self) -> None:
        if self._asked:
            self._ask()

    def _on_closed(self) -> None:
        self._asked = False
        self.model.show(())

    def _ask(self) -> None:
        self._dispatcher.ask(parcel_questions.shipments, self._on_rows, owner=self, lane="shipments")

    def _on_rows(self, rows: tuple[object, ...]) -> None:
        self.model.show(rows)  # type: ignore[arg-type]
        self._offer_steps()
        self._on_filter()
        self.head.say(self.tr("Shipments"), ParcelWords().shipments(len(rows)) if rows else "")
        self.filter.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self._card.setVisible(bool(rows))

    def _on_entered(self, index: QModelIndex) -> None:
        shipment = index.data(Role.ID)
        if shipment is not None:
            self._selection.go(View(Showing.SHIPMENT, item=int(shipment)))


class _Table(QTableView):
    """A table of whole rows."""

    entered_row = Signal(QModelIndex)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_CellPainter(look, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(look.theme.space.row) + 4)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        self.doubleClicked.connect(self.entered_row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(Column.PACKED, self.viewport().width() < 760)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


class _CellPainter(QStyledItemDelegate):
    """Numbers strong; differences in the colour of what is to be settled."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtGui import QPalette

        super().initStyleOption(option, index)
        theme = self._look.theme
        if index.column() == Column.NUMBER:
            option.font = theme.font(theme.type.body, 600, tabular=True)
        step = index.data(Role.STEP)
        if index.column() == Column.DIFFERENCES:
            option.font = theme.font(theme.type.body, 600)
            option.palette.setColor(QPalette.ColorRole.Text, theme.colour.warning_text)
        elif step is Step.CANCELLED:
            option.palette.setColor(QPalette.ColorRole.Text, theme.colour.muted)
