"""What is done with shipments from the window: made, filled, described, and taken from step to step."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from freezerapp.domain.parcel import Direction, Profile, Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.shipment import LineState
from freezerapp.domain.specimen import Status
from freezerapp.ui import messages, parcel_questions, said_of_work
from freezerapp.ui.deciding import Deciding, ready_to_pack
from freezerapp.ui.doing import Doing
from freezerapp.ui.handing_over import HandingOver
from freezerapp.ui.hands import Hands
from freezerapp.ui.receiving import Receiving
from freezerapp.ui.row_deed import RowDeed
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.shipping_tools import Tools

if TYPE_CHECKING:
    from freezerapp.commands.command import Command, Done
    from freezerapp.domain.container import ContainerType
    from freezerapp.domain.party import Party
    from freezerapp.storage.rows.shipments import LineRow, Parcel, ShipmentRow
    from freezerapp.ui.label_desk import LabelDesk
    from freezerapp.ui.parcel_desk import ParcelDesk

Ways = Callable[[], list[tuple[str, tuple[int, ...]]]]
"""Gives what a shipment can begin with: words, and the tubes by id."""


class Shipping(QObject):
    """Opens the dialogs and makes the commands; what may be done is for the rules to say."""

    def __init__(
        self,
        tools: Tools,
        selection: Selection,
        ways: Ways,
        desk: "Callable[[], ParcelDesk]",
        labels: "Callable[[], LabelDesk]",
    ) -> None:
        super().__init__(tools.window)
        self.tools = tools
        self._selection = selection
        self._ways = ways
        self.desk = desk
        self._labels = labels
        self.deciding = Deciding(tools)
        self.handing_over = HandingOver(tools)
        self.receiving = Receiving(tools)

    @property
    def doing(self) -> Doing:
        """The object that changes the bank."""
        return self.tools.doing

    @property
    def hands(self) -> Hands:
        """What does the gestures."""
        return self.tools.hands

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What each action of shipments does."""
        return {
            "new shipment": self.new,
            "add to shipment": self.add,
            "address book": lambda: self.desk().address_book(),
            "announce parcel": lambda: self.desk().announce(),
        }

    def new(self) -> None:
        """Begin a shipment, with the tubes found or chosen if the user wants these."""
        self.tools.dispatcher.ask(parcel_questions.parties, self._new, owner=self, lane="parties")

    def _new(self, parties: "tuple[Party, ...]") -> None:
        from freezerapp.commands.ship import MakeShipment
        from freezerapp.ui.dialogs.new_shipment import NewShipmentDialog

        tools = self.tools
        dialog = NewShipmentDialog(tools.look, tools.dispatcher, parties, self._ways(), tools.window)

        def make() -> None:
            command = MakeShipment(dialog.tubes, dialog.details)
            count = said_of_work.tubes(len(dialog.tubes))
            self.doing.perform(command, self.tr("Shipment begun with {tubes}.").format(tubes=count), self._made)

        dialog.accepted.connect(make)
        dialog.open()

    def _made(self, done: "Done") -> None:
        if isinstance(done.result, int):
            self.open(done.result)

    def open(self, shipment: int) -> None:
        """Show a shipment."""
        self._selection.go(View(Showing.SHIPMENT, item=shipment))

    def add(self, only: int | None = None) -> None:
        """Add tubes found, chosen or typed to a shipment that is still a draft: to ``only`` this one."""
        self.tools.dispatcher.ask(
            parcel_questions.shipments, lambda rows: self._add(rows, only), owner=self, lane="drafts"
        )

    def _add(self, rows: "tuple[ShipmentRow, ...]", only: int | None) -> None:
        from freezerapp.commands.ship import AddToShipment
        from freezerapp.ui.dialogs.new_shipment import AddToShipmentDialog

        drafts = [row for row in rows if row.step is Step.DRAFT and row.direction is Direction.OUT]
        drafts = [row for row in drafts if only is None or row.id == only]
        if not drafts:
            self.doing.telling.offer(
                self.tr("No shipment is a draft: begin one."), self.tr("New shipment…"), self.new, warning=True
            )
            return
        tools = self.tools
        dialog = AddToShipmentDialog(tools.look, tools.dispatcher, drafts, self._ways(), tools.window)

        def do() -> None:
            shipment, tubes = dialog.shipment, dialog.tubes
            text = self.tr("Added {tubes} to the shipment.").format(tubes=said_of_work.tubes(len(tubes)))
            self.doing.perform(AddToShipment(shipment, tubes), text, lambda _done: self.open(shipment))

        dialog.accepted.connect(do)
        dialog.open()

    def go_on(self, parcel: "Parcel") -> None:
        """Take a shipment to its next step."""
        match parcel.shipment.step:
            case Step.DRAFT:
                self.handing_over.finish(parcel)
            case Step.PACKED:
                self.handing_over.dispatch(parcel)
            case Step.DISPATCHED:
                self.receiving.receive(parcel)
            case Step.RECEIVED:
                self.receiving.close(parcel)

    def describe(self, parcel: "Parcel", part: int) -> None:
        """Fill in how a shipment travels: 0 its request, 1 its transport, 2 what customs want to know."""
        from freezerapp.commands.ship import EditShipment
        from freezerapp.ui.dialogs.transport import TransportDialog

        def open_with(found: "tuple[tuple[Party, ...], tuple[tuple[int, str], ...]]") -> None:
            dialog = TransportDialog(parcel.shipment, *found, part, self.tools.window)

            def do() -> None:
                if dialog.details:
                    said = self.tr("The details of {number} are saved.").format(number=parcel.shipment.number)
                    self.doing.perform(EditShipment(parcel.shipment.id, dialog.details), said)

            dialog.accepted.connect(do)
            dialog.open()

        self.tools.dispatcher.ask(parcel_questions.parties_and_studies, open_with, owner=self, lane="parties")

    def note(self, parcel: "Parcel") -> None:
        """Change the note alone: that can be done at every step."""
        from freezerapp.commands.ship import EditShipment
        from freezerapp.ui.dialogs.note import NoteDialog

        shipment = parcel.shipment
        about = self.tr("What it said before stays in the history.")
        if shipment.dispatched_at is not None:
            about += " " + self.tr("The manifest that was sent stays as it is.")
        dialog = NoteDialog(shipment.number, shipment.note or "", about, self.tools.window)

        def do() -> None:
            said = self.tr("The note on {number} is saved.").format(number=shipment.number)
            self.doing.perform(EditShipment(shipment.id, (("note", dialog.text),)), said)

        dialog.accepted.connect(do)
        dialog.open()

    def packages(self, parcel: "Parcel") -> None:
        """Say what the outer packages are."""
        from freezerapp.commands.ship_boxes import SetPackages
        from freezerapp.ui.dialogs.packages import PackagesDialog

        dialog = PackagesDialog(parcel, self.tools.window)

        def do() -> None:
            said = self.tr("The packages of {number} are saved.").format(number=parcel.shipment.number)
            self.doing.perform(SetPackages(parcel.shipment.id, dialog.packages), said)

        dialog.accepted.connect(do)
        dialog.open()

    def boxes(self, parcel: "Parcel") -> None:
        """Add or remove the boxes that travel."""
        from freezerapp.commands.ship_boxes import AddTransportBoxes, AddWholeBox, RemoveBox
        from freezerapp.ui.dialogs.parcel_boxes import ParcelBoxesDialog

        key, storage = parcel.shipment.id, self.tools.now.storage
        boxes = [row for row in storage.containers.values() if row.holds == "specimens"] if storage else []
        dialog = ParcelBoxesDialog(parcel, boxes, self.tools.window)

        def do(command: "Command", said: str) -> None:
            self.doing.perform(command, said, lambda _done: dialog.say(said), refused)

        def refused(problem: Problem) -> bool:
            dialog.say(messages.sentence(problem), warning=True)
            return True

        def add(kind: "ContainerType", count: int, said: str) -> None:
            do(AddTransportBoxes(key, kind, count), said)

        def read() -> None:
            tree = self.tools.now.storage
            if tree is not None:
                self.tools.dispatcher.ask(
                    lambda reader: parcel_questions.parcel(reader, key, tree),
                    dialog.show_parcel,
                    owner=dialog,
                    lane="parcel boxes",
                )

        dialog.add_wanted.connect(add)
        dialog.whole_wanted.connect(lambda container, said: do(AddWholeBox(key, container), said))
        dialog.remove_wanted.connect(lambda container, said: do(RemoveBox(key, container), said))
        self.tools.dispatcher.changed.connect(dialog.changed)
        dialog.changed.connect(lambda: read())
        dialog.open()

    def row_deeds(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> tuple[RowDeed, ...]:
        """What can be done with these lines now."""
        standing = [row for row in rows if row.line.state not in (LineState.REMOVED, LineState.REPLACED)]
        if not standing:
            return ()
        match parcel.shipment.step:
            case Step.DRAFT:
                return self.deciding.deeds(parcel, standing)
            case Step.DISPATCHED | Step.RECEIVED:
                return self.receiving.deeds(parcel, standing)
        return ()

    def more_deeds(self, parcel: "Parcel") -> "list[RowDeed | None]":
        """What stands under "More": None for a line between groups."""
        step = parcel.shipment.step
        found: list[RowDeed | None] = []
        if step is Step.DRAFT:
            found += self._draft_deeds(parcel)
        if step in (Step.DRAFT, Step.PACKED):
            found.append(RowDeed(self.tr("Transport details…"), lambda: self.describe(parcel, 1)))
            found.append(RowDeed(self.tr("Packages…"), lambda: self.packages(parcel)))
        else:
            found.append(RowDeed(self.tr("Note…"), lambda: self.note(parcel)))
        if parcel.shipment.direction is Direction.OUT and step is not Step.CANCELLED:
            shipment = parcel.shipment.id
            found.append(RowDeed(self.tr("Labels…"), lambda: self._labels().print_parcel(shipment)))
        if step in (Step.DISPATCHED, Step.RECEIVED, Step.CLOSED):
            found += self.receiving.more_deeds(parcel)
        if parcel.shipment.direction is Direction.IN:
            key, number = parcel.shipment.id, parcel.shipment.number
            found.append(RowDeed(self.tr("Save the receipt…"), lambda: self.desk().save_receipt(key, number)))
        steps = self.handing_over.deeds(parcel)
        return [*found, None, *steps] if found and steps else [*found, *steps]

    def _draft_deeds(self, parcel: "Parcel") -> list[RowDeed]:
        key = parcel.shipment.id
        found = [
            RowDeed(self.tr("Add tubes…"), lambda: self.add(key)),
            RowDeed(self.tr("Boxes…"), lambda: self.boxes(parcel)),
        ]
        ready = ready_to_pack(parcel.lines)
        if ready:
            text = self.tr("Pack all that is on the bench without scanning")
            found.append(RowDeed(text, lambda: self.deciding.pack(parcel, ready)))
        fetched = tuple(
            row.specimen_id
            for row in parcel.lines
            if row.specimen_id is not None
            and row.line.state is LineState.WANTED
            and row.status is Status.STORED
            and not row.doubts
        )
        if fetched:
            found.append(RowDeed(self.tr("Pick list for what is to be fetched"), lambda: self._pick(parcel, fetched)))
        return found

    def _pick(self, parcel: "Parcel", tubes: tuple[int, ...]) -> None:
        """Make a pick list of the tubes that a shipment still wants, and show it."""
        from freezerapp.commands.pick import MadePickList, MakePickList

        shipment = parcel.shipment
        title = self.tr("For {number}").format(number=shipment.number)
        # Every shipment has a seed; only the order of a blind one is drawn from it.
        seed = shipment.seed if shipment.profile is Profile.BLIND else None
        command = MakePickList(title, tubes, shipment.purpose, seed=seed, shipment_id=shipment.id)

        def show(done: "Done") -> None:
            if isinstance(done.result, MadePickList):
                self._selection.go(View(Showing.PICK, item=done.result.id))

        said = self.tr("The pick list of {number} has {tubes}.")
        text = said.format(number=shipment.number, tubes=said_of_work.tubes(len(tubes)))
        self.doing.perform(command, text, show)
