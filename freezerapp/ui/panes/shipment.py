"""One shipment: its steps in a line, its tubes and boxes, how it travels, its hand-over, and what came of it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from freezerapp.domain.checklist import Need
from freezerapp.domain.parcel import Direction, Profile, Step
from freezerapp.ui import messages, said_of_parcel
from freezerapp.ui.arriving import Arriving
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models import parcel_box
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.parcel_box import Next
from freezerapp.ui.models.parcel_now import ParcelNow
from freezerapp.ui.packing import Packing
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.panes.parcel_hand_over import ParcelHandOver
from freezerapp.ui.panes.parcel_transport import ParcelTransport
from freezerapp.ui.panes.parcel_tubes import AFTER, ParcelTubes
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.shipping import Shipping
from freezerapp.ui.task import Task
from freezerapp.ui.widgets.box_flash import Tone
from freezerapp.ui.widgets.steps_line import How, StepOf, StepsLine

if TYPE_CHECKING:
    from freezerapp.domain.checklist import Check
    from freezerapp.storage.rows.shipments import Parcel

PACKING_NEEDS = frozenset({Need.TUBES, Need.DECISIONS, Need.NO_HOLDS, Need.PROFILE_CODES, Need.ALL_PACKED})
NEXT = {
    Step.DRAFT: Step.PACKED,
    Step.PACKED: Step.DISPATCHED,
    Step.DISPATCHED: Step.RECEIVED,
    Step.RECEIVED: Step.CLOSED,
}


class ShipmentPane(QWidget):
    """``heard`` carries the Tone of what came of a scan; ``ready``: whether its next step can be taken."""

    heard = Signal(object)
    ready = Signal(bool)

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        shipping: Shipping,
        task: Task,
    ) -> None:
        super().__init__()
        self._selection = selection
        self._shipping = shipping
        self._step_shown: int | None = None
        self._aimed: Next | None = None
        self.now = ParcelNow(dispatcher, now, self)
        self.head = PageHead()
        self.preview = self.head.add_button(self.tr("Preview manifest"))
        self.more = self.head.add_button(self.tr("More"))
        self.more.setProperty("menu", "true")
        self._menu = QMenu(self.more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.more.setMenu(self._menu)
        self.go_on = self.head.add_button("")
        self.go_on.setProperty("look", "primary")
        self.steps = StepsLine(look)
        self.tubes = ParcelTubes(look)
        self.pages = QStackedWidget()
        self.transport = ParcelTransport(look)
        self.hand_over = ParcelHandOver(look)
        for page in (self.tubes, self.transport, self.hand_over):
            self.pages.addWidget(page)
        self.packing = Packing(shipping.doing, shipping.hands, task, self.now, self)
        self.arriving = Arriving(shipping.doing, task, self.now, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 14)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.steps)
        layout.addWidget(self.pages, 1)
        self.go_on.clicked.connect(self._on_go_on)
        self.preview.clicked.connect(self._on_preview)
        self.steps.chosen.connect(self._on_step)
        self.now.changed.connect(self._on_parcel)
        self.now.gone.connect(self._on_gone)
        self.now.refused.connect(lambda problem: shipping.doing.telling.say(messages.sentence(problem), warning=True))
        self.tubes.chosen_changed.connect(self._offer)
        self.tubes.tube_chosen.connect(selection.choose)
        self.tubes.box.aimed.connect(self._on_aimed)
        self.tubes.box.boxes_wanted.connect(self._on_boxes)
        self.transport.change_wanted.connect(self._on_change)
        self.transport.packages_wanted.connect(self._on_packages)
        self.transport.note_wanted.connect(self._on_note)
        self.packing.heard.connect(self.heard)
        self.arriving.heard.connect(self.heard)
        self.arriving.arrived.connect(self._on_arrived)
        self.packing.aimed.connect(self._on_aimed)
        self.packing.turned_to.connect(self.tubes.box.turn_to)
        self.packing.packed.connect(self.tubes.show_tube)
        self.packing.shone.connect(self.tubes.box.flash)
        selection.view_changed.connect(self._on_view)
        self._on_view(selection.view)

    @property
    def heart(self) -> QWidget:
        """Where the keyboard goes when this page is turned to."""
        return self.tubes.table

    def menu_texts(self) -> list[str]:
        """What stands under "More" now."""
        self._fill_menu()
        return [action.text() for action in self._menu.actions() if not action.isSeparator()]

    def _on_view(self, view: View) -> None:
        here = view.showing is Showing.SHIPMENT
        if here and view.item != self.now.wanted:
            self._step_shown, self._aimed = None, None
        self.now.show(view.item if here else None)
        self.packing.listen(here)
        self.arriving.listen(here)

    def _on_gone(self) -> None:
        if self._selection.view.showing is Showing.SHIPMENT:
            self._selection.go(View(Showing.SHIPMENTS))

    def _on_parcel(self) -> None:
        parcel = self.now.parcel
        if parcel is None:
            self.tubes.show_parcel(None, None)
            return
        shipment = parcel.shipment
        other = parcel.recipient if shipment.direction is Direction.OUT else parcel.sender
        self.head.say(shipment.number, said_of_parcel.subtitle(shipment, other))
        steps, here = self._steps(parcel)
        shown = here if self._step_shown is None or self._step_shown >= len(steps) else self._step_shown
        self.steps.show_steps(steps, shown)
        next_ = parcel_box.next_place(parcel, self._aimed) if shipment.step is Step.DRAFT else None
        self._aimed = next_ if next_ is not None and next_.line is None else None
        self.packing.show_next(next_)
        self.tubes.show_parcel(parcel, next_)
        self.transport.show_parcel(parcel)
        self.hand_over.show_parcel(parcel)
        self.pages.setCurrentWidget(self._page_of(parcel, shown))
        self._show_checks(parcel)
        self._show_button(parcel)

    def _page_of(self, parcel: "Parcel", step: int) -> QWidget:
        """What a step of the line is about."""
        if _has_left(parcel):
            return (self.transport, self.tubes, self.tubes, self.hand_over)[step]
        return (self.tubes, self.tubes, self.transport, self.hand_over)[step]

    def _steps(self, parcel: "Parcel") -> tuple[tuple[StepOf, ...], int]:
        """The steps, and which of them is at hand."""
        step = parcel.shipment.step
        if _has_left(parcel):
            names = (self.tr("On its way"), self.tr("Arrival"), self.tr("Differences"), self.tr("Closed"))
            arrived = step in (Step.RECEIVED, Step.CLOSED)
            settled = step is Step.CLOSED or (arrived and all(c.done for c in parcel.checks.get(Step.CLOSED, ())))
            done = (True, arrived, settled, step is Step.CLOSED)
            here = 1 if not arrived else 2 if not settled else 3
        else:
            names = (
                self.tr("Choose tubes"),
                self.tr("Pack boxes"),
                self.tr("Transport details"),
                self.tr("Hand over"),
            )
            checks = parcel.checks.get(Step.DISPATCHED, ())
            lines = any(not said_of_parcel.state(row, parcel.shipment).quiet for row in parcel.lines)
            packed = step is Step.PACKED
            told = all(c.done for c in checks if c.need not in PACKING_NEEDS and c.need is not Need.SECOND_PERSON)
            done = (lines, packed, bool(checks) and told, False)
            here = next((number for number, each in enumerate(done) if not each), 3)
            if step is Step.CANCELLED:
                return tuple(StepOf(name, How.LATER) for name in names), 0
        found = tuple(
            StepOf(name, How.DONE if ready else How.HERE if number == here else How.LATER)
            for number, (name, ready) in enumerate(zip(names, done, strict=True))
        )
        return found, here

    def _show_checks(self, parcel: "Parcel") -> None:
        step = parcel.shipment.step
        if step in (Step.DRAFT, Step.PACKED):
            blind = parcel.shipment.profile is Profile.BLIND
            checks = parcel.checks.get(Step.DISPATCHED, ())
            checks = tuple(each for each in checks if blind or each.need is not Need.PROFILE_CODES)
            doubted = any(each.need is Need.DECISIONS and not each.done for each in checks)
            shown = tuple(
                each
                for each in checks
                if not (each.done and each.need in PACKING_NEEDS) and not (doubted and each.need is Need.NO_HOLDS)
            )
            self.tubes.checks.show_checks(self.tr("Before hand-over"), shown)
            told = tuple(each for each in checks if each.need not in PACKING_NEEDS)
            self.transport.checks.show_checks(self.tr("Before hand-over"), told)
            self.hand_over.checks.show_checks(self.tr("Before hand-over"), checks)
        else:
            wanted = NEXT.get(step)
            checks = parcel.checks.get(wanted, ()) if wanted is not None else ()
            for card in (self.tubes.checks, self.transport.checks, self.hand_over.checks):
                card.show_checks(self.tr("Before closing"), checks)

    def _show_button(self, parcel: "Parcel") -> None:
        """The button that takes it to its next step; what is missing is said by its tooltip."""
        step = NEXT.get(parcel.shipment.step)
        ours = parcel.shipment.direction is Direction.OUT
        self.preview.setVisible(ours and parcel.shipment.step is not Step.CANCELLED)
        missing = said_of_parcel.wanting(self._needed(parcel, step)) if step is not None else ""
        if self.go_on.hasFocus() and (step is None or missing):
            # Qt would hand the keyboard to the next part in the order of Tab: to the bench, which chooses a tube then.
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_on.setVisible(step is not None)
        if step is None:
            self.ready.emit(False)
            return
        self.go_on.setText(said_of_parcel.step_name(step))
        self.go_on.setEnabled(not missing)
        self.ready.emit(not missing)
        self.go_on.setToolTip(self.tr("Still missing:\n{what}").format(what=missing) if missing else "")

    def _needed(self, parcel: "Parcel", step: Step) -> "tuple[Check, ...]":
        """What must be true before a step, but for what the step itself asks about."""
        asked = {Step.DISPATCHED: Need.SECOND_PERSON, Step.RECEIVED: Need.ARRIVAL}.get(step)
        return tuple(each for each in parcel.checks.get(step, ()) if each.need is not asked)

    def _offer(self) -> None:
        parcel = self.now.parcel
        chosen = self.tubes.chosen
        self.tubes.offer(self._shipping.row_deeds(parcel, chosen) if parcel is not None and chosen else ())

    def _fill_menu(self) -> None:
        self._menu.clear()
        parcel = self.now.parcel
        for deed in self._shipping.more_deeds(parcel) if parcel is not None else ():
            if deed is None:
                self._menu.addSeparator()
            else:
                self._menu.addAction(deed.text).triggered.connect(lambda _checked=False, do=deed.do: do())

    def _on_preview(self) -> None:
        if self.now.parcel is not None:
            self._shipping.desk().papers(self.now.parcel.shipment.id)

    def _on_go_on(self) -> None:
        if self.now.parcel is not None:
            self._step_shown = None
            self._shipping.go_on(self.now.parcel)

    def _on_step(self, number: int) -> None:
        self._step_shown = number
        self._on_parcel()

    def _on_change(self, part: int) -> None:
        if self.now.parcel is not None:
            self._shipping.describe(self.now.parcel, part)

    def _on_packages(self) -> None:
        if self.now.parcel is not None:
            self._shipping.packages(self.now.parcel)

    def _on_note(self) -> None:
        if self.now.parcel is not None:
            self._shipping.note(self.now.parcel)

    def _on_boxes(self) -> None:
        if self.now.parcel is not None:
            self._shipping.boxes(self.now.parcel)

    def _on_aimed(self, aimed: Next) -> None:
        self._aimed = aimed
        self._on_parcel()

    def _on_arrived(self, specimen: int) -> None:
        """Where it was packed shines for a moment."""
        row = self.now.line_of(specimen)
        if row is not None and row.box is not None and row.row is not None and row.column is not None:
            self.tubes.box.turn_to(row.box)
            self.tubes.box.flash((row.row, row.column), Tone.RIGHT)


def _has_left(parcel: "Parcel") -> bool:
    """Whether what is to be done with it is to see it arrive."""
    return parcel.shipment.step in AFTER or parcel.shipment.direction is Direction.IN
