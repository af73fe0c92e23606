"""Tubes moved to other positions, or set down from the bench."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from freezerapp.commands.cold import check_cold
from freezerapp.commands.placing import check_seen, set_down, today
from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.specimen import Known, Spot
from freezerapp.storage.ledger import Ledger


class Move(NamedTuple):
    """One tube and where it goes; ``seen`` is where the picture showed it, if a picture was used."""

    specimen_id: int
    to: Spot
    seen: Spot | None = None


@dataclass(frozen=True, slots=True)
class MoveTubes:
    """Put tubes where they go, all or none. All are lifted before any is set down: two can swap.

    Each of ``thawed`` (ids) thawed once more meanwhile.

    Raises PositionTaken, NoSuchPosition, WrongTemperature (unless overruled with a reason), NotForTubes,
    WrongMaterial, StepNotAllowed, ChangedSince for a stale picture.
    """

    kind: ClassVar[str] = "move"
    in_hand: ClassVar[bool] = False
    moves: tuple[Move, ...]
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None
    overrule: bool = False
    thawed: tuple[int, ...] = ()

    def run(self, ledger: Ledger) -> None:
        tubes = ledger.specimens(move.specimen_id for move in self.moves)
        now, day = ledger.operation.recorded_at, today(ledger)
        pairs = [(tubes[move.specimen_id], move.to) for move in self.moves]
        for move in self.moves:
            check_seen(ledger, tubes[move.specimen_id], move.seen, in_hand=self.in_hand)
        check_cold(ledger, pairs, self.overrule, self.reason)
        for tube, spot in pairs:
            after = set_down(tube, spot, self.known, now, day)
            ledger.save(SPECIMEN, after._replace(thaws=after.thaws + (after.id in self.thawed)), self.known)


@dataclass(frozen=True, slots=True)
class PlaceTubes(MoveTubes):
    """Set down tubes that have no place: from the bench, or expected ones at hand for the first time."""

    kind: ClassVar[str] = "place"
    in_hand: ClassVar[bool] = True
