"""What a pick list could not be served with, settled with a reason; and how a list ends."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.commands.mark import gone
from freezerapp.commands.pick import check_pickable, lines_of, settle, the_list
from freezerapp.domain.custody import PICK_LINE, PICK_LIST, SPECIMEN
from freezerapp.domain.picking import (
    REPLACEABLE,
    PickLine,
    PickLineState,
    PickList,
    PickOpen,
    PickState,
    StillWanted,
    check_line,
)
from freezerapp.domain.problems import NotThere, ReasonMissing
from freezerapp.domain.shipment import Reserved
from freezerapp.domain.specimen import Status
from freezerapp.storage.ledger import Ledger

WANTED = frozenset({PickLineState.WANTED})
UNSETTLED = frozenset({PickLineState.WANTED, PickLineState.RETRIEVED})


@dataclass(frozen=True, slots=True)
class SettleMissing:
    """A wanted tube is not where it should be: it becomes missing, its place is kept and drawn with a question mark.

    Raises ReasonMissing, LineSettled, StepNotAllowed, PickClosed.
    """

    kind: ClassVar[str] = "settle missing"
    lines: tuple[int, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        now = ledger.operation.recorded_at
        for line in _given(ledger, self.lines, WANTED, self.kind, self.reason):
            tube = ledger.specimens((line.specimen_id,))[line.specimen_id]
            kept = tube.place if tube.status is Status.STORED else tube.home
            ledger.save(SPECIMEN, gone(tube, Status.MISSING, now)._replace(home=kept))
            settle(ledger, line, PickLineState.MISSING, self.reason)


@dataclass(frozen=True, slots=True)
class ReplacePicked:
    """Another tube is fetched in the place of one that can't be used; it gets the same number on the list.

    Raises ReasonMissing, LineSettled, PickClosed, and for the other tube Held, NotAvailable, Reserved.
    """

    kind: ClassVar[str] = "replace picked"
    line: int
    substitute: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> int:
        (line,) = _given(ledger, (self.line,), REPLACEABLE, self.kind, self.reason)
        substitute = ledger.specimens((self.substitute,))[self.substitute]
        check_pickable(substitute)
        if substitute.id == line.specimen_id:
            raise Reserved(substitute.barcode, the_list(ledger, line.list_id).number)
        fresh = PickLine(ledger.new_id(PICK_LINE), line.list_id, line.number, self.substitute)
        settle(ledger, line._replace(replaced_by=fresh.id), PickLineState.REPLACED, self.reason)
        ledger.save(PICK_LINE, fresh)
        return fresh.id


@dataclass(frozen=True, slots=True)
class RemovePicked:
    """Tubes are taken off the list, for a reason; one that is in hand stays on the bench.

    Raises ReasonMissing, LineSettled, PickClosed.
    """

    kind: ClassVar[str] = "remove picked"
    lines: tuple[int, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        for line in _given(ledger, self.lines, UNSETTLED, self.kind, self.reason):
            settle(ledger, line, PickLineState.REMOVED, self.reason)


@dataclass(frozen=True, slots=True)
class FinishPickList:
    """All that was wanted is fetched or settled; what is in hand is reserved no more.

    Raises StillWanted, PickClosed.
    """

    kind: ClassVar[str] = "finish pick list"
    list_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        said = the_list(ledger, self.list_id)
        lines = lines_of(ledger, said.id)
        wanted = sum(1 for line in lines if line.state is PickLineState.WANTED)
        if wanted:
            raise StillWanted(said.number, wanted)
        _close(ledger, said, lines, PickState.DONE)


@dataclass(frozen=True, slots=True)
class CancelPickList:
    """The list is given up, for a reason; what is in hand stays on the bench, nothing is reserved any more.

    Raises ReasonMissing, PickClosed.
    """

    kind: ClassVar[str] = "cancel pick list"
    list_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        said = the_list(ledger, self.list_id)
        _close(ledger, said, lines_of(ledger, said.id), PickState.CANCELLED)


@dataclass(frozen=True, slots=True)
class ReopenPickList:
    """A list that was finished or cancelled is open again: what is still wanted or in hand is reserved anew.

    A tube that was fetched and is no longer in hand stays as it is told. Raises ReasonMissing, PickOpen, Reserved.
    """

    kind: ClassVar[str] = "reopen pick list"
    list_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        said: PickList = ledger.one(PICK_LIST, self.list_id)
        if said.void:
            raise NotThere("pick list", said.number)
        if said.state is PickState.OPEN:
            raise PickOpen(said.number)
        ledger.save(PICK_LIST, said._replace(state=PickState.OPEN))
        # The newest line of each tube counts: one that was returned, or removed, can have been added once more.
        newest = {line.specimen_id: line for line in lines_of(ledger, said.id)}
        lines = [line for line in newest.values() if line.state in UNSETTLED]
        tubes = ledger.specimens(line.specimen_id for line in lines)
        for line in lines:
            in_hand = tubes[line.specimen_id].status is Status.ON_THE_BENCH
            if line.state is PickLineState.WANTED or in_hand:
                ledger.save(PICK_LINE, line._replace(open=1))


def _close(ledger: Ledger, said: PickList, lines: list[PickLine], state: PickState) -> None:
    for line in lines:
        if line.open:
            ledger.save(PICK_LINE, line._replace(open=0))
    ledger.save(PICK_LIST, said._replace(state=state))


def _given(
    ledger: Ledger, ids: tuple[int, ...], allowed: frozenset[PickLineState], what: str, reason: str | None
) -> list[PickLine]:
    """The lines that a step is about, each in a state that allows it, on a list that is open."""
    if not reason:
        raise ReasonMissing(what)
    lines: list[PickLine] = list(ledger.many(PICK_LINE, ids).values())
    for line in lines:
        said = the_list(ledger, line.list_id)
        tube = ledger.specimens((line.specimen_id,))[line.specimen_id]
        if line.void:
            raise NotThere("pick line", tube.barcode or f"#{tube.id}")
        check_line(line, tube.barcode, said.number, allowed)
    return lines
