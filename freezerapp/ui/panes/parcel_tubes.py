"""The tubes of one shipment in a table, with what can be done with them; beside it the box and the checks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from freezerapp.domain.parcel import Step
from freezerapp.domain.shipment import LineState
from freezerapp.ui import said_of_arrival, said_of_parcel, said_of_work
from freezerapp.ui.look import Look
from freezerapp.ui.models.parcel_box import Next
from freezerapp.ui.models.parcel_lines import Column, Order, ParcelLines
from freezerapp.ui.panes.fact_card import FactCard
from freezerapp.ui.panes.flow import FlowLayout
from freezerapp.ui.panes.order_choice import OrderChoice
from freezerapp.ui.panes.parcel_box_card import ParcelBoxCard
from freezerapp.ui.panes.parcel_checks import ParcelChecks
from freezerapp.ui.panes.parcel_table import ParcelTable
from freezerapp.ui.row_deed import RowDeed
from freezerapp.ui.said_of_parcel import ParcelWords
from freezerapp.ui.widgets.pill import Pill, Tone

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import LineRow, Parcel

AFTER = frozenset({Step.DISPATCHED, Step.RECEIVED, Step.CLOSED})
"""Steps at which it has left the house of who sends it."""

SIDE, NARROW_SIDE, WIDE_FROM = 372, 342, 1_080
"""px of the column beside the table, and of the page from which it has all of them."""
BOX_HIGH, ARRIVAL_HIGH, CHECKS_HIGH = 382, 190, 90
"""px of the card of a box, and of that of an arrival, with the space below them."""


class ParcelTubes(QWidget):
    """``chosen_changed``: other lines are chosen; ``tube_chosen`` carries the tube of a line."""

    chosen_changed = Signal()
    tube_chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._parcel: Parcel | None = None
        self._deeds: tuple[RowDeed, ...] = ()
        self._buttons: list[QPushButton] = []
        self.lines = ParcelLines(self)
        self.table = ParcelTable(look, self.lines)
        self.count = QLabel()
        self.count.setProperty("look", "strong")
        self.packed, self.undecided = Pill(), Pill(tone=Tone.WARNING)
        self.order = OrderChoice(
            look,
            (
                (Order.LISTED, self.tr("As listed")),
                (Order.WALKING, self.tr("Walking order")),
                (Order.PACKED, self.tr("By box and position")),
            ),
        )
        self.order.setToolTip(self.tr("Only what is shown here is put in order; papers print the list as it is."))
        self.none = QLabel()
        self.none.setProperty("look", "muted")
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box = ParcelBoxCard(look)
        self.arrival = FactCard(look, self.tr("Arrival"), "", self.tr("Not arrived yet."))
        self.checks = ParcelChecks(look, brief=True)
        head = QHBoxLayout()
        head.setContentsMargins(15, 11, 15, 5)
        head.setSpacing(10)
        for part in (self.count, self.packed, self.undecided):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.order)
        self._foot = QWidget()
        self._foot.setObjectName("parcel-foot")
        self._flow = FlowLayout(6)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(12, 8, 12, 10)
        foot.setSpacing(12)
        self.chosen_said = QLabel()
        self.chosen_said.setProperty("look", "muted")
        foot.addWidget(self.chosen_said)
        foot.addLayout(self._flow, 1)
        card = QWidget()
        card.setObjectName("sheet")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addLayout(head)
        inner.addWidget(self.none, 1)
        inner.addWidget(self.table, 1)
        inner.addWidget(self._foot)
        self._side = QWidget()
        beside = QVBoxLayout(self._side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(14)
        beside.addWidget(self.box)
        beside.addWidget(self.arrival)
        beside.addWidget(self.checks)
        beside.addStretch(1)
        self._beside = beside
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(18)
        layout.addWidget(card, 1)
        layout.addWidget(self._side)
        self.table.chosen_changed.connect(self.chosen_changed)
        self.table.went_to.connect(self._on_went_to)
        self.table.menu_wanted.connect(self._menu)
        self.box.pointed.connect(self._on_pointed)
        self.order.chosen.connect(self._on_order)
        self._foot.hide()

    @property
    def chosen(self) -> "tuple[LineRow, ...]":
        """The chosen lines."""
        return tuple(self.lines.row(number) for number in self.table.chosen)

    @property
    def deeds(self) -> tuple[RowDeed, ...]:
        """What can be done with them."""
        return self._deeds

    def show_parcel(self, parcel: "Parcel | None", next_: Next | None) -> None:
        """Show this shipment; ``next_`` is where the next tube goes."""
        self._parcel = parcel
        self.lines.show(parcel)
        if parcel is None:
            return
        rows = [row for row in parcel.lines if not said_of_parcel.state(row, parcel.shipment).quiet]
        packing = parcel.shipment.step is Step.DRAFT
        self.count.setText(said_of_work.tubes(len(rows)))
        walked, placed = any(row.come_from for row in rows), any(row.goes_to for row in rows)
        self.table.setColumnHidden(Column.FROM, not walked)
        self.table.fit()
        self.table.setColumnHidden(Column.GOES_TO, not placed)
        self.order.offer(Order.WALKING, possible=walked)
        self.order.offer(Order.PACKED, possible=placed)
        self.order.setVisible(len(rows) > 1)
        self.table.setVisible(bool(parcel.lines))
        self.none.setVisible(not parcel.lines)
        self.none.setText(
            self.tr("No tube is on the list yet. Add codes here, or find tubes and add them to this shipment.")
        )
        self.box.show_parcel(parcel, next_, packing=packing)
        sent = parcel.shipment.step in AFTER
        self.arrival.setVisible(sent)
        if sent:
            self.arrival.show_facts(said_of_arrival.arrival(parcel), changeable=False)
        self._beside.setStretchFactor(self.box, 1 if parcel.boxes else 0)
        self._make_room()
        self._count(parcel, rows)
        self.chosen_changed.emit()

    def _count(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> None:
        shipment = parcel.shipment
        sent = shipment.step not in (Step.DRAFT, Step.PACKED, Step.CANCELLED)
        undecided = sum(bool(row.doubts) for row in rows)
        if sent:
            seen = sum(row.line.outcome is not None for row in rows)
            self.packed.setText(ParcelWords().arrived(seen))
            open_ones = sum(bool(said_of_parcel.state(row, shipment).lead) for row in rows)
            self.undecided.setText(ParcelWords().differences(open_ones))
            self.undecided.setVisible(open_ones > 0)
        else:
            here = self.box.box
            count = sum(row.line.state is LineState.PACKED for row in rows)
            if here is not None and len(parcel.boxes) > 1:
                inside = sum(row.line.state is LineState.PACKED and row.box == here.box.container_id for row in rows)
                self.packed.setText(ParcelWords().packed(inside, here.box.number))
            else:
                self.packed.setText(ParcelWords().all_packed(count))
            self.undecided.setText(ParcelWords().decisions(undecided))
            self.undecided.setVisible(undecided > 0)
        given_up = shipment.step is Step.CANCELLED
        self.packed.setVisible(bool(rows) and not given_up)
        units = {
            unit
            for row in rows
            if row.line.state is LineState.WANTED
            if (unit := said_of_parcel.unit_of(row.come_from))
        }
        self.order.say_beside(ParcelWords().units(len(units)) if units and not sent and not given_up else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._side.setFixedWidth(SIDE if self.width() >= WIDE_FROM else NARROW_SIDE)
        self._make_room()

    def _make_room(self) -> None:
        """Beside an arrival there is a box only where there is room for both."""
        if self._parcel is None:
            return
        step, room = self._parcel.shipment.step, self.height()
        sent = step in AFTER
        drawn = step is Step.DRAFT or bool(self._parcel.boxes)
        self.box.setVisible(drawn and (not sent or room >= BOX_HIGH + ARRIVAL_HIGH))
        left = room - (0 if self.box.isHidden() else BOX_HIGH) - (ARRIVAL_HIGH if sent else 0)
        saved = ARRIVAL_HIGH - self.arrival.sizeHint().height() - self._beside.spacing() if sent else 0
        self.box.set_room(left + saved - CHECKS_HIGH)
        self.checks.set_room(left)

    def offer(self, deeds: tuple[RowDeed, ...]) -> None:
        """These can be done with the chosen lines."""
        self._deeds = deeds
        while len(self._buttons) < len(deeds):
            number = len(self._buttons)
            button = QPushButton()
            button.clicked.connect(lambda _checked=False, number=number: self._do(number))
            self._flow.addWidget(button)
            self._buttons.append(button)
        if any(button.hasFocus() for button in self._buttons[len(deeds) :]):
            # Qt would hand the keyboard to the next part in the order of Tab: to the bench, which chooses a tube then.
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(deeds))
            if number < len(deeds):
                button.setText(deeds[number].text)
        count = len(self.table.chosen)
        self.chosen_said.setText(said_of_work.tubes(count) if count > 1 else "")
        self.chosen_said.setVisible(count > 1)
        self._foot.setVisible(bool(deeds))

    def button(self, text: str) -> QPushButton:
        """The button of a deed by its text."""
        return next(button for button in self._buttons if button.text() == text and not button.isHidden())

    def show_tube(self, specimen: int) -> None:
        """Bring the line of a tube into sight."""
        number = self.lines.number_of(specimen)
        if number is not None:
            self.table.go_to(number)

    def choose(self, specimen: int) -> None:
        """Choose the line of a tube."""
        number = self.lines.number_of(specimen)
        if number is not None:
            self.table.selectRow(number)
            self.table.go_to(number)

    def _do(self, number: int) -> None:
        if number < len(self._deeds):
            self._deeds[number].do()

    def _menu(self, at: QPoint) -> None:
        if not self._deeds:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed in self._deeds:
            menu.addAction(deed.text).triggered.connect(lambda _checked=False, do=deed.do: do())
        menu.popup(at)

    def _on_went_to(self, number: int) -> None:
        specimen = self.lines.row(number).specimen_id
        if specimen is not None:
            self.tube_chosen.emit(specimen)

    def _on_order(self, order: str) -> None:
        self.lines.put_in(Order(order))
        self.order.show_order(order)
        if self.table.currentIndex().isValid():
            self.table.go_to(self.table.currentIndex().row())

    def _on_pointed(self, specimen: int) -> None:
        self.choose(specimen)
