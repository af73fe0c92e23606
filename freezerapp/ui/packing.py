"""Scans while a shipment is shown: each tube goes into its box, and whatever is not right is said at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from freezerapp.domain.parcel import Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.scan_target import Target, Tone
from freezerapp.domain.shipment import LineState, NotOnTheBench
from freezerapp.domain.specimen import Known, Spot, Status
from freezerapp.ui import messages
from freezerapp.ui.doing import Doing
from freezerapp.ui.hands import Hands, Seen
from freezerapp.ui.models.parcel_box import Next
from freezerapp.ui.models.parcel_now import ParcelNow
from freezerapp.ui.task import Positions, Scanned, Task
from freezerapp.ui.widgets.box_flash import Tone as Shine

if TYPE_CHECKING:
    from freezerapp.commands.command import Done
    from freezerapp.storage.rows.shipments import LineRow

PACK = "pack"


class Packing(QObject):
    """Listens while its shipment is shown and no other task is in hand.

    ``heard``: the Tone of what came of a scan; ``aimed``: a Next that a position was scanned for; ``turned_to``: the
    container of a box whose code was scanned; ``packed``: a tube; ``shone``: a cell and its shine.
    """

    heard = Signal(object)
    aimed = Signal(object)
    turned_to = Signal(int)
    packed = Signal(int)
    shone = Signal(object, object)

    def __init__(self, doing: Doing, hands: Hands, task: Task, now: ParcelNow, parent: QObject) -> None:
        super().__init__(parent)
        self._doing = doing
        self._hands = hands
        self._task = task
        self._now = now
        self._next: Next | None = None
        self._spent: Next | None = None
        """A place that was aimed at and is being filled: the tube after it may be scanned before that is seen."""
        self._here = False
        task.changed.connect(self._listen)
        now.changed.connect(self._listen)

    def listen(self, here: bool) -> None:
        """Its page is shown, or left."""
        self._here = here
        self._listen()

    def show_next(self, next_: Next | None) -> None:
        """The next tube goes there."""
        self._next = next_
        if next_ != self._spent:
            self._spent = None

    def _listen(self) -> None:
        parcel = self._now.parcel
        wanted = self._here and parcel is not None and parcel.shipment.step is Step.DRAFT
        if wanted and not self._task.name:
            self._task.begin(PACK, self._take, None, Positions(self._box, self._aim))
        elif not wanted and self._task.name == PACK:
            self._task.end(PACK)

    def _box(self) -> int | None:
        return self._next.container if self._next is not None else None

    def _aim(self, target: Target) -> bool:
        """A position of a transport box was scanned: the next tube goes there."""
        parcel = self._now.parcel
        box = (
            next((each for each in parcel.boxes if each.box.container_id == target.container), None) if parcel else None
        )
        if box is None:
            return False
        if target.position in box.tubes or box.box.whole:
            self._say(self.tr("{position} is taken already.").format(position=target.label), Tone.WRONG)
            return True
        self.aimed.emit(Next(target.container, (target.position.row, target.position.column), target.label))
        self._say(self.tr("The next tube goes to {position}.").format(position=target.label), Tone.RIGHT)
        return True

    def _take(self, scanned: Scanned) -> bool:
        found, parcel = scanned.found, self._now.parcel
        if found is None or parcel is None:
            return False
        if found.kind == "container":
            boxes = [each.box.container_id for each in parcel.boxes]
            if found.id not in boxes:
                return False
            self.turned_to.emit(found.id)
            self.heard.emit(Tone.RIGHT)
            return True
        if found.kind != "specimen":
            return False
        line = self._now.line_of(found.id)
        if line is not None and line.line.state is LineState.PACKED:
            self._again(line)
        else:
            self._pack(found.id, scanned.text, line)
        return True

    def _again(self, line: "LineRow") -> None:
        from freezerapp.ui import said_of_parcel

        assert self._now.parcel is not None
        place = said_of_parcel.goes_to(line, self._now.parcel)
        self._say(self.tr("{tube} is packed already: {place}.").format(tube=line.code, place=place), Tone.ATTENTION)
        if line.row is not None and line.column is not None and line.box is not None:
            self.turned_to.emit(line.box)
            self.shone.emit((line.row, line.column), Shine.ATTENTION)

    def _pack(self, specimen: int, text: str, line: "LineRow | None") -> None:
        from freezerapp.commands.ship_pack import Packed, PackTubes

        parcel, aimed = self._now.parcel, self._aimed()
        assert parcel is not None
        to = Spot(aimed.container, *aimed.cell) if aimed is not None else None
        self._spent = aimed or self._spent
        command = PackTubes(parcel.shipment.id, (Packed(specimen, to),), Known.SCANNED)

        def said(done: "Done") -> str:
            return self.tr("Packed {tube}: {place}.").format(tube=text, place=self._place(done, specimen))

        def then(done: "Done") -> None:
            self.heard.emit(Tone.RIGHT)
            self.packed.emit(specimen)
            spots = done.result if isinstance(done.result, dict) else {}
            if specimen in spots:
                self.shone.emit((spots[specimen].row, spots[specimen].column), Shine.RIGHT)

        def refused(problem: Problem) -> bool:
            if aimed is not None and self._spent == aimed:
                self._spent = None
            return self._refused(problem, specimen, text, line)

        self._doing.perform(command, said, then, refused)

    def _aimed(self) -> Next | None:
        """The place that was scanned for the next tube."""
        aimed = self._next is not None and self._next.line is None and self._next != self._spent
        return self._next if aimed else None

    def _place(self, done: "Done", specimen: int) -> str:
        """ "Box 1, A6"."""
        from freezerapp.domain.position import Position

        parcel = self._now.parcel
        spots = done.result if isinstance(done.result, dict) else {}
        spot = spots.get(specimen)
        boxes = {each.box.container_id: each for each in parcel.boxes} if parcel is not None else {}
        if spot is None or spot.container not in boxes:
            return ""
        box = boxes[spot.container]
        label = box.layout.label(Position(spot.row, spot.column))
        return self.tr("Box {number}, {position}").format(number=box.box.number, position=label)

    def _refused(self, problem: Problem, specimen: int, text: str, line: "LineRow | None") -> bool:
        """What is in the hand is out of its place, whatever the record says: taking it out is proposed."""
        self.heard.emit(Tone.WRONG)
        if self._next is not None:
            self.shone.emit(self._next.cell, Shine.WRONG)
        if isinstance(problem, NotOnTheBench) and problem.status is Status.STORED and line is not None:
            self._doing.telling.ask(
                messages.sentence(problem),
                self.tr("Take out and pack"),
                lambda: self._hands.take_out(
                    [Seen(specimen, text)], Known.SCANNED, lambda _done: self._pack(specimen, text, line)
                ),
                warning=True,
            )
            return True
        return False

    def _say(self, text: str, tone: Tone) -> None:
        self._doing.telling.say(text, warning=tone is Tone.WRONG)
        self.heard.emit(tone)
