"""Lines in doubt decided: removed, replaced by another tube, or sent all the same for a reason."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.commands.ship import add_lines, draw_anew, is_told, out_of_the_box
from freezerapp.domain.custody import LINE, SPECIMEN
from freezerapp.domain.doubt import REMOVABLE_ONLY, Doubt
from freezerapp.domain.parcel import Profile
from freezerapp.domain.problems import NotThere, Problem, ReasonMissing
from freezerapp.domain.shipment import LineState, ShipmentLine, check_draft
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import in_doubt, lines_of, shipment_of


class CannotOverrule(Problem):
    """What speaks against a tube is not for anybody to overrule: it is replaced or removed."""

    def __init__(self, barcode: str | None, doubt: Doubt) -> None:
        super().__init__(barcode, doubt)
        self.barcode, self.doubt = barcode, doubt


@dataclass(frozen=True, slots=True)
class RemoveLines:
    """Take tubes off the list of a shipment, for a reason; packed ones are on the bench again."""

    kind: ClassVar[str] = "remove from shipment"
    shipment_id: int
    lines: tuple[int, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        for line in _wanted(ledger, self.shipment_id, self.lines, self.reason, self.kind):
            _off(ledger, line, LineState.REMOVED, self.reason or "")


@dataclass(frozen=True, slots=True)
class ReplaceLine:
    """Put another tube in the place of one on the list, for a reason.

    Where a blind parcel keeps each participant's tubes together and its order is not told yet, it is drawn anew: the
    other tube may be of somebody else.
    """

    kind: ClassVar[str] = "replace in shipment"
    shipment_id: int
    line_id: int
    specimen_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        (line,) = _wanted(ledger, self.shipment_id, (self.line_id,), self.reason, self.kind)
        shipment = shipment_of(ledger, self.shipment_id)
        fresh = add_lines(ledger, shipment, (self.specimen_id,))
        if not fresh:
            raise NotThere("specimen", ledger.one(SPECIMEN, self.specimen_id).barcode or "")
        ledger.save(LINE, fresh[0]._replace(number=line.number))
        _off(ledger, line, LineState.REPLACED, self.reason or "", fresh[0].id)
        if shipment.profile is Profile.BLIND and shipment.together and not is_told(ledger, shipment):
            draw_anew(ledger, shipment)


@dataclass(frozen=True, slots=True)
class OverruleLines:
    """Send tubes although something speaks against it, for a reason. Raises CannotOverrule for a hold and the like."""

    kind: ClassVar[str] = "overrule in shipment"
    shipment_id: int
    lines: tuple[int, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        wanted = _wanted(ledger, self.shipment_id, self.lines, self.reason, self.kind)
        for _, tube, doubts in in_doubt(ledger, shipment_of(ledger, self.shipment_id), wanted):
            for doubt in doubts:
                if doubt in REMOVABLE_ONLY:
                    raise CannotOverrule(tube.barcode, doubt)
        for line in wanted:
            ledger.save(LINE, line._replace(overruled=self.reason))


def _wanted(
    ledger: Ledger, shipment_id: int, keys: tuple[int, ...], reason: str | None, what: str
) -> list[ShipmentLine]:
    if not reason:
        raise ReasonMissing(what)
    shipment = shipment_of(ledger, shipment_id)
    check_draft(shipment, what)
    lines = {line.id: line for line in lines_of(ledger, shipment_id) if line.open}
    for key in keys:
        if key not in lines:
            raise NotThere("shipment line", str(key))
    return [lines[key] for key in keys]


def _off(ledger: Ledger, line: ShipmentLine, state: LineState, reason: str, by: int | None = None) -> None:
    if line.specimen_id is not None and line.state is LineState.PACKED:
        shipment = shipment_of(ledger, line.shipment_id)
        ledger.save(SPECIMEN, out_of_the_box(ledger, shipment, ledger.one(SPECIMEN, line.specimen_id)))
    ledger.save(LINE, line._replace(state=state, reason=reason, replaced_by=by, open=0))
