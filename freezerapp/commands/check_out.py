"""Tubes taken out to the bench and put back into the places kept for them."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.commands.cold import check_cold
from freezerapp.commands.placing import check_seen, lift, set_down, today
from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Held, HoldKind, Known, Specimen, Spot, Status
from freezerapp.storage.ledger import Ledger


class NoReservedPlace(Problem):
    """A tube on the bench that came from no place can't be put back; it is placed instead."""

    def __init__(self, barcode: str | None) -> None:
        super().__init__(barcode)
        self.barcode = barcode


@dataclass(frozen=True, slots=True)
class TakeOut:
    """Take tubes out to the bench; their places stay reserved, their clocks run.

    A tube on hold may be taken out (to look at it, to pack it for destruction); a consent hold refuses it.
    ``seen`` is where a picture showed each of them, if one was used. Raises ChangedSince for a stale picture.
    """

    kind: ClassVar[str] = "take out"
    specimens: tuple[int, ...]
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None
    seen: tuple[Spot | None, ...] = ()

    def run(self, ledger: Ledger) -> None:
        tubes = ledger.specimens(self.specimens)
        for key, spot in zip(self.specimens, self.seen, strict=False):
            check_seen(ledger, tubes[key], spot)
        for tube in tubes.values():
            consent = tuple(hold for hold in tube.holds if hold.kind is HoldKind.CONSENT)
            if consent and not self.reason:
                raise Held(tube.barcode, consent)
            ledger.save(SPECIMEN, lift(tube, ledger.operation.recorded_at), self.known)


@dataclass(frozen=True, slots=True)
class PutBack:
    """Put tubes back into the places kept for them; each of ``thawed`` (ids) thawed once more meanwhile.

    Raises WrongTemperature (unless overruled with a reason): a box may stand elsewhere by now. ``seen`` is
    where a picture showed their places, if one was used. Raises ChangedSince for a stale picture.
    """

    kind: ClassVar[str] = "put back"
    specimens: tuple[int, ...]
    known: Known = Known.DECLARED
    thawed: tuple[int, ...] = ()
    reason: str | None = None
    done_at: str | None = None
    overrule: bool = False
    seen: tuple[Spot | None, ...] = ()

    def run(self, ledger: Ledger) -> None:
        now, day = ledger.operation.recorded_at, today(ledger)
        back: list[Specimen] = []
        tubes = ledger.specimens(self.specimens)
        for key, spot in zip(self.specimens, self.seen, strict=False):
            check_seen(ledger, tubes[key], spot, in_hand=True)
        for tube in tubes.values():
            if tube.home is None or tube.status not in (Status.ON_THE_BENCH, Status.MISSING):
                raise NoReservedPlace(tube.barcode)
            after = set_down(tube, tube.home, self.known, now, day)
            back.append(after._replace(thaws=after.thaws + (after.id in self.thawed)))
        check_cold(ledger, ((tube, tube.place) for tube in back if tube.place), self.overrule, self.reason)
        for tube in back:
            ledger.save(SPECIMEN, tube, self.known)
