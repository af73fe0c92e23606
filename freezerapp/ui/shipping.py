"""What is done with shipments from the window: made, filled, decided about, and taken from step to step."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from freezerapp.domain.doubt import REMOVABLE_ONLY
from freezerapp.domain.parcel import Direction, Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.shipment import LineState
from freezerapp.domain.specimen import Known, Status
from freezerapp.ui import parcel_questions, said_of_work
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.hands import Hands, Seen
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.row_deed import RowDeed
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.task import Task

if TYPE_CHECKING:
    from freezerapp.commands.command import Command, Done
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
        window: QWidget,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        doing: Doing,
        hands: Hands,
        task: Task,
        ways: Ways,
        desk: "Callable[[], ParcelDesk]",
        labels: "Callable[[], LabelDesk]",
    ) -> None:
        super().__init__(window)
        self.window = window
        self.look = look
        self.dispatcher = dispatcher
        self.now = now
        self.doing = doing
        self.hands = hands
        self.task = task
        self._selection = selection
        self._ways = ways
        self.desk = desk
        self._labels = labels

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
        self.dispatcher.ask(parcel_questions.parties, self._new, owner=self, lane="parties")

    def _new(self, parties: "tuple[Party, ...]") -> None:
        from freezerapp.commands.ship import MakeShipment
        from freezerapp.ui.dialogs.new_shipment import NewShipmentDialog

        dialog = NewShipmentDialog(parties, self._ways(), self.window)

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

    def add(self) -> None:
        """Add the tubes found or chosen to a shipment that is still a draft."""
        self.dispatcher.ask(parcel_questions.shipments, self._add, owner=self, lane="drafts")

    def _add(self, rows: "tuple[ShipmentRow, ...]") -> None:
        from freezerapp.ui.dialogs.new_shipment import AddToShipmentDialog

        drafts = [row for row in rows if row.step is Step.DRAFT and row.direction is Direction.OUT]
        ways = [way for way in self._ways() if way[1]]
        if not drafts:
            self.doing.telling.offer(
                self.tr("No shipment is a draft: begin one."), self.tr("New shipment…"), self.new, warning=True
            )
            return
        if not ways:
            self.doing.telling.say(self.tr("Find or choose the tubes first, then add them."), warning=True)
            return
        dialog = AddToShipmentDialog(drafts, ways, self.window)
        dialog.accepted.connect(lambda: self._add_to(dialog.shipment, dialog.tubes, show=True))
        dialog.open()

    def _add_to(self, shipment: int, tubes: Sequence[int], *, show: bool = False) -> None:
        from freezerapp.commands.ship import AddToShipment

        text = self.tr("Added {tubes} to the shipment.").format(tubes=said_of_work.tubes(len(tubes)))
        then = (lambda _done: self.open(shipment)) if show else None
        self.doing.perform(AddToShipment(shipment, tuple(tubes)), text, then)

    def go_on(self, parcel: "Parcel") -> None:
        """Take a shipment to its next step."""
        from freezerapp.commands.ship_pack import FinishPacking

        number, key = parcel.shipment.number, parcel.shipment.id
        if parcel.shipment.step is Step.DRAFT:
            said = self.tr("{number} is packed: the list and the boxes stand.").format(number=number)
            self.doing.perform(FinishPacking(key), said)

    def boxes(self, parcel: "Parcel") -> None:
        """Add or remove the boxes that travel."""
        from freezerapp.commands.ship_boxes import AddTransportBoxes, AddWholeBox, RemoveBox
        from freezerapp.domain.container import ContainerType
        from freezerapp.ui.dialogs.parcel_boxes import ParcelBoxesDialog
        from freezerapp.ui.messages import sentence

        key, storage = parcel.shipment.id, self.now.storage
        boxes = [row for row in storage.containers.values() if row.holds == "specimens"] if storage else []
        dialog = ParcelBoxesDialog(parcel, boxes, self.window)

        def do(command: "Command", said: str) -> None:
            self.doing.perform(command, said, lambda _done: dialog.say(said), lambda problem: refused(problem))

        def refused(problem: Problem) -> bool:
            dialog.say(sentence(problem), warning=True)
            return True

        def add(kind: ContainerType, count: int, said: str) -> None:
            do(AddTransportBoxes(key, kind, count), said)

        def read() -> None:
            tree = self.now.storage
            if tree is not None:
                self.dispatcher.ask(
                    lambda reader: parcel_questions.parcel(reader, key, tree),
                    dialog.show_parcel,
                    owner=dialog,
                    lane="parcel boxes",
                )

        dialog.add_wanted.connect(add)
        dialog.whole_wanted.connect(lambda container, said: do(AddWholeBox(key, container), said))
        dialog.remove_wanted.connect(lambda container, said: do(RemoveBox(key, container), said))
        self.dispatcher.changed.connect(dialog.changed)
        dialog.changed.connect(lambda: read())
        dialog.open()

    def row_deeds(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> tuple[RowDeed, ...]:
        """What can be done with these lines now."""
        standing = [row for row in rows if row.line.state not in (LineState.REMOVED, LineState.REPLACED)]
        if not standing:
            return ()
        if parcel.shipment.step is Step.DRAFT:
            return tuple(self._draft_deeds(parcel, standing))
        return ()

    def _draft_deeds(self, parcel: "Parcel", rows: "list[LineRow]") -> list[RowDeed]:
        shipment = parcel.shipment.id
        whole = {box.box.container_id for box in parcel.boxes if box.box.whole}
        found = []
        found.append(RowDeed(self.tr("Remove…"), lambda: self.remove(parcel, rows)))
        doubted = [row for row in rows if row.doubts and not REMOVABLE_ONLY.intersection(row.doubts)]
        if doubted:
            found.append(RowDeed(self.tr("Overrule…"), lambda: self.overrule(parcel, doubted)))
        ready = [row for row in rows if row.retrieved and row.line.state is LineState.WANTED and not row.doubts]
        if ready:
            found.append(RowDeed(self.tr("Pack without scanning"), lambda: self.pack(shipment, ready)))
        stored = [row for row in rows if row.status is Status.STORED and row.line.state is LineState.WANTED]
        if stored:
            found.append(RowDeed(self.tr("Take out"), lambda: self._take_out(stored)))
        packed = [row for row in rows if row.line.state is LineState.PACKED and row.box not in whole]
        if packed:
            found.append(RowDeed(self.tr("Unpack"), lambda: self.unpack(shipment, packed)))
        return found

    def _take_out(self, rows: "list[LineRow]") -> None:
        self.hands.take_out([Seen(row.specimen_id, row.code) for row in rows if row.specimen_id is not None])

    def pack(self, shipment: int, rows: "Sequence[LineRow]") -> None:
        """Pack tubes where the list says, without a scan."""
        from freezerapp.commands.ship_pack import Packed, PackTubes

        tubes = tuple(Packed(row.specimen_id) for row in rows if row.specimen_id is not None)
        self.doing.perform(
            PackTubes(shipment, tubes, Known.DECLARED), self.tr("Packed {tubes}.").format(tubes=_named(rows))
        )

    def unpack(self, shipment: int, rows: "Sequence[LineRow]") -> None:
        """Take packed tubes out of their boxes again."""
        from freezerapp.commands.ship_pack import UnpackTubes

        tubes = tuple(row.specimen_id for row in rows if row.specimen_id is not None)
        self.doing.perform(
            UnpackTubes(shipment, tubes, Known.DECLARED), self.tr("Unpacked {tubes}.").format(tubes=_named(rows))
        )

    def remove(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> None:
        """Take tubes off the list, for a reason."""
        from freezerapp.commands.ship_decide import RemoveLines

        self.with_reason(
            RemoveLines.kind,
            self.tr("Removed from the shipment: {tubes}.").format(tubes=_named(rows)),
            lambda reason: RemoveLines(parcel.shipment.id, tuple(row.line.id for row in rows), reason),
        )

    def overrule(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> None:
        """Send tubes although something speaks against it, for a reason."""
        from freezerapp.commands.ship_decide import OverruleLines

        self.with_reason(
            OverruleLines.kind,
            self.tr("Overruled, they are sent all the same: {tubes}.").format(tubes=_named(rows)),
            lambda reason: OverruleLines(parcel.shipment.id, tuple(row.line.id for row in rows), reason),
        )

    def more_deeds(self, parcel: "Parcel") -> "list[RowDeed | None]":
        """What stands under "More": None for a line between groups."""
        step = parcel.shipment.step
        found: list[RowDeed | None] = []
        if parcel.shipment.direction is Direction.OUT and step is not Step.CANCELLED:
            shipment = parcel.shipment.id
            found.append(RowDeed(self.tr("Labels…"), lambda: self._labels().print_parcel(shipment)))
        if parcel.shipment.direction is Direction.OUT and step is Step.DRAFT:
            found.append(RowDeed(self.tr("Boxes…"), lambda: self.boxes(parcel)))
            ready = [
                row for row in parcel.lines if row.retrieved and row.line.state is LineState.WANTED and not row.doubts
            ]
            if ready:
                text = self.tr("Pack all that is on the bench without scanning")
                found.append(RowDeed(text, lambda: self.pack(parcel.shipment.id, ready)))
            found.append(None)
        if step is Step.PACKED:
            found.append(RowDeed(self.tr("Reopen packing…"), lambda: self.reopen(parcel)))
        if step in (Step.DRAFT, Step.PACKED):
            found.append(RowDeed(self.tr("Cancel shipment…"), lambda: self.cancel(parcel)))
        return found

    def reopen(self, parcel: "Parcel") -> None:
        """Back to packing before it has left."""
        from freezerapp.commands.ship_pack import ReopenPacking

        self.with_reason(
            ReopenPacking.kind,
            self.tr("{number} is being packed again.").format(number=parcel.shipment.number),
            lambda reason: ReopenPacking(parcel.shipment.id, reason),
        )

    def cancel(self, parcel: "Parcel") -> None:
        """Give a shipment up before it leaves."""
        from freezerapp.commands.ship import CancelShipment

        self.with_reason(
            CancelShipment.kind,
            self.tr("{number} is cancelled; its tubes are free again.").format(number=parcel.shipment.number),
            lambda reason: CancelShipment(parcel.shipment.id, reason),
        )

    def with_reason(self, kind: str, said: str, command: "Callable[[str], Command]") -> None:
        """Ask why, then do it."""
        from freezerapp.ui.dialogs.reason import ReasonDialog

        dialog = ReasonDialog(kind, self._about(kind), self.window)
        dialog.accepted.connect(lambda: self.doing.perform(command(dialog.reason), said))
        dialog.open()

    def _about(self, kind: str) -> str:
        return {
            "remove from shipment": self.tr("The tubes are taken off the list; packed ones are on the bench again."),
            "overrule in shipment": self.tr("The tubes are sent although something speaks against it."),
            "reopen packing": self.tr("The list and the boxes can be changed again."),
            "cancel shipment": self.tr("The shipment is given up. Packed tubes are on the bench again."),
        }.get(kind, "")


def _named(rows: "Sequence[LineRow]") -> str:
    return rows[0].code if len(rows) == 1 else said_of_work.tubes(len(rows))
