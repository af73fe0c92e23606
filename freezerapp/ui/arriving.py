"""Scans while a parcel on its way or arrived is shown: each tube is received, and what is not on the list is extra."""

from PySide6.QtCore import QObject, Signal

from freezerapp.domain.barcode import code_key
from freezerapp.domain.parcel import Outcome, Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.scan_target import Tone
from freezerapp.ui import said_of_parcel
from freezerapp.ui.doing import Doing
from freezerapp.ui.models.parcel_now import ParcelNow
from freezerapp.ui.task import Scanned, Task

ARRIVE = "arrive"


class Arriving(QObject):
    """Listens while its parcel is shown and no other task is in hand.

    ``heard``: the Tone of what came of a scan; ``arrived``: a tube that was received.
    """

    heard = Signal(object)
    arrived = Signal(int)

    def __init__(self, doing: Doing, task: Task, now: ParcelNow, parent: QObject) -> None:
        super().__init__(parent)
        self._doing = doing
        self._task = task
        self._now = now
        self._here = False
        task.changed.connect(self._listen)
        now.changed.connect(self._listen)

    def listen(self, here: bool) -> None:
        """Its page is shown, or left."""
        self._here = here
        self._listen()

    def _listen(self) -> None:
        parcel = self._now.parcel
        wanted = self._here and parcel is not None and parcel.shipment.step in (Step.DISPATCHED, Step.RECEIVED)
        if wanted and not self._task.name:
            self._task.begin(ARRIVE, self._take)
        elif not wanted and self._task.name == ARRIVE:
            self._task.end(ARRIVE)

    def _take(self, scanned: Scanned) -> bool:
        parcel, found = self._now.parcel, scanned.found
        if parcel is None or (found is not None and found.kind != "specimen"):
            return False
        line = self._now.line_of(found.id) if found is not None else None
        key = code_key(scanned.text)
        if line is None:
            line = next((row for row in self._now.lines if row.line.code and code_key(row.line.code) == key), None)
        if line is None:
            self._extra(scanned.text, parcel.shipment.number)
        elif line.line.outcome in (None, Outcome.MISSING):
            self._record(scanned.text, line.specimen_id, shared=line.specimen_id is None)
        else:
            outcome = said_of_parcel.word("outcome", line.line.outcome)
            text = self.tr("{tube} was looked at already: {outcome}.")
            self._say(text.format(tube=scanned.text, outcome=outcome), Tone.ATTENTION)
        return True

    def _record(self, code: str, specimen: int | None, *, shared: bool = False) -> None:
        """Its tube is here; ``shared``: its code is that of another tube, which stood here before."""
        from freezerapp.commands.ship_arrive import Arrival, RecordArrivals

        assert self._now.parcel is not None
        command = RecordArrivals(self._now.parcel.shipment.id, (Arrival(code),))

        def then(_done: object) -> None:
            self.heard.emit(Tone.ATTENTION if shared else Tone.RIGHT)
            if specimen is not None:
                self.arrived.emit(specimen)

        said = self.tr("Received {tube}.")
        if shared:
            said = self.tr("Received {tube}. A tube that was here before has this code: register it with a new one.")
        self._doing.perform(command, said.format(tube=code), then, self._refused)

    def _extra(self, code: str, number: str) -> None:
        text = self.tr("{tube} is not on the list of {number}. Record it as extra?")
        self._doing.telling.ask(
            text.format(tube=code, number=number),
            self.tr("Record as extra"),
            lambda: self._record(code, None),
            warning=True,
        )
        self.heard.emit(Tone.ATTENTION)

    def _refused(self, _problem: Problem) -> bool:
        self.heard.emit(Tone.WRONG)
        return False

    def _say(self, text: str, tone: Tone) -> None:
        self._doing.telling.say(text, warning=tone is Tone.WRONG)
        self.heard.emit(tone)
