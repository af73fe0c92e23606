"""What becomes of tubes: used up, missing, found again, destroyed, thawed, or registered by mistake."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam, select

from freezerapp.commands.placing import set_down, time_out, today
from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import Problem, ReasonMissing
from freezerapp.domain.specimen import Known, Specimen, Status, check_step
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run

_CHILDREN = Prepared(
    select(schema.specimen.c.id, schema.specimen.c.barcode).where(
        schema.specimen.c.parent_id == bindparam("id"), schema.specimen.c.status != "void"
    )
)


class HasDescendants(Problem):
    """A specimen that others were made from can't be taken out of the record."""

    def __init__(self, barcode: str | None, count: int, first: str | None) -> None:
        super().__init__(barcode, count, first)
        self.barcode, self.count, self.first = barcode, count, first


@dataclass(frozen=True, slots=True)
class _Marking:
    specimens: tuple[int, ...]
    reason: str | None = None
    done_at: str | None = None

    def _each(self, ledger: Ledger, change: Callable[[Specimen], Specimen]) -> None:
        for tube in ledger.specimens(self.specimens).values():
            ledger.save(SPECIMEN, change(tube))


@dataclass(frozen=True, slots=True)
class MarkUsedUp(_Marking):
    """Nothing is left in these tubes; their places become free."""

    kind: ClassVar[str] = "mark used up"

    def run(self, ledger: Ledger) -> None:
        now = ledger.operation.recorded_at

        def used_up(tube: Specimen) -> Specimen:
            amount = None if tube.amount is None else 0
            return gone(tube, Status.USED_UP, now)._replace(amount=amount)

        self._each(ledger, used_up)


@dataclass(frozen=True, slots=True)
class MarkDestroyed(_Marking):
    """These tubes were destroyed, for a reason; no undo brings them back."""

    kind: ClassVar[str] = "mark destroyed"

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        now = ledger.operation.recorded_at
        self._each(ledger, lambda tube: gone(tube, Status.DESTROYED, now))


@dataclass(frozen=True, slots=True)
class MarkMissing(_Marking):
    """These tubes are not where they should be; their places are kept and drawn with a question mark."""

    kind: ClassVar[str] = "mark missing"

    def run(self, ledger: Ledger) -> None:
        now = ledger.operation.recorded_at

        def missing(tube: Specimen) -> Specimen:
            home = tube.home if tube.status is not Status.SHIPPED else None
            kept = tube.place if tube.status is Status.STORED else home
            return gone(tube, Status.MISSING, now)._replace(home=kept)

        self._each(ledger, missing)


@dataclass(frozen=True, slots=True)
class MarkFound(_Marking):
    """Missing tubes found where they belong: stored in their places again."""

    kind: ClassVar[str] = "mark found"
    known: Known = Known.DECLARED

    def run(self, ledger: Ledger) -> None:
        from freezerapp.commands.check_out import NoReservedPlace

        now, day = ledger.operation.recorded_at, today(ledger)
        for tube in ledger.specimens(self.specimens).values():
            if tube.home is None or tube.status is not Status.MISSING:
                raise NoReservedPlace(tube.barcode)
            ledger.save(SPECIMEN, set_down(tube, tube.home, self.known, now, day), self.known)


@dataclass(frozen=True, slots=True)
class MarkThawed(_Marking):
    """These tubes thawed once more; the count, not the place, changes."""

    kind: ClassVar[str] = "thaw"

    def run(self, ledger: Ledger) -> None:
        self._each(ledger, lambda tube: tube._replace(thaws=tube.thaws + 1))


@dataclass(frozen=True, slots=True)
class VoidTubes(_Marking):
    """Registrations taken back, for a reason: codes and places become free, history stays."""

    kind: ClassVar[str] = "void"

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        going = set(self.specimens)
        now = ledger.operation.recorded_at
        for tube in ledger.specimens(self.specimens).values():
            check_step(tube, Status.VOID)
            check_no_descendants(ledger, tube, going)
            ledger.save(SPECIMEN, voided(tube, now))


def gone(tube: Specimen, status: Status, now: int) -> Specimen:
    """A tube that is in no place any more."""
    check_step(tube, status)
    return tube._replace(status=status, place=None, known=None, home=None, out_since=None, out_ms=time_out(tube, now))


def voided(tube: Specimen, now: int) -> Specimen:
    """A specimen whose registration is taken back; its codes may be given again, to it or another."""
    return tube._replace(
        status=Status.VOID,
        place=None,
        known=None,
        home=None,
        out_since=None,
        out_ms=time_out(tube, now),
        codes=(),
        holds=(),
    )


def check_no_descendants(ledger: Ledger, tube: Specimen, going: set[int]) -> None:
    """Refuse while something else than ``going`` was made from this specimen."""
    left = [row for row in run(ledger.connection, _CHILDREN, id=tube.id) if row[0] not in going]
    if left:
        raise HasDescendants(tube.barcode, len(left), left[0][1])
