"""What of a shipment may still change at its step: the list of one that was packed stands, of one that left wholly."""

from typing import Any

from sqlalchemy import bindparam, literal_column, select

from freezerapp.domain.checklist import Need, NotReady
from freezerapp.domain.custody import LINE, PACKAGE, PARCEL_BOX, PARTY, SHIPMENT
from freezerapp.domain.parcel import Outcome, Step
from freezerapp.domain.problems import NotThere
from freezerapp.domain.shipment import LineState, Shipment, ShipmentLine, WrongStep
from freezerapp.storage import parcel_schema
from freezerapp.storage.ledger import Ledger, Saved
from freezerapp.storage.prepared import Prepared, run

_l = parcel_schema.shipment_line.c
_LINES = Prepared(
    select(_l.id, _l.state, _l.open, _l.outcome, _l.settled).where(
        _l.shipment_id == bindparam("shipment"), _l.void == literal_column("0")
    )
)
_NAMED = (
    *((PARTY, "organisation", field) for field in ("sender_id", "recipient_id", "notify_id")),
    ("study", "study", "study_id"),
)
"""What a shipment names: its kind, the word for it, and in which field."""
_GONE = (LineState.REMOVED, LineState.REPLACED)
_ON_ITS_WAY = (Step.DISPATCHED, Step.RECEIVED)
_PREPARED = (Step.DRAFT, Step.PACKED)


def check_steps(ledger: Ledger) -> None:
    """Raise NotThere for an organisation or study that is not there, WrongStep for a part that may change no more,
    NotReady for a step that a shipment can't come (back) to.

    The commands ask the same before they begin; this one holds for what is taken back, too.
    """
    for saved in ledger.saved[SHIPMENT].values():
        _check_named(ledger, saved)
    turned = {key for key, saved in ledger.saved[SHIPMENT].items() if _turned(saved)}
    for key in turned:
        _check_turned(ledger, ledger.saved[SHIPMENT][key].after)
    for kind, may in ((LINE, _line_may), (PACKAGE, _package_may), (PARCEL_BOX, _box_may)):
        parts = [saved for saved in ledger.saved[kind].values() if saved.after.shipment_id not in turned]
        shipments = ledger.many(SHIPMENT, {saved.after.shipment_id for saved in parts})
        for saved in parts:
            shipment = shipments[saved.after.shipment_id]
            if shipment.step is not Step.DRAFT and not may(shipment.step, saved.before, saved.after):
                raise WrongStep(shipment.number, shipment.step, ledger.operation.kind)


def _check_named(ledger: Ledger, saved: Saved) -> None:
    """Raise NotThere for an organisation or study that a shipment comes to name and that is not there (any more)."""
    before, after = saved.before, saved.after
    for kind, word, field in _NAMED:
        key = getattr(after, field)
        if key is None or after.void or (before is not None and getattr(before, field) == key):
            continue
        named = ledger.one(kind, key)
        if named.void:
            raise NotThere(word, named.organisation if kind == PARTY else named.code)


def _turned(saved: Saved) -> bool:
    before, after = saved.before, saved.after
    return before is None or (before.step, before.void) != (after.step, after.void)


def _line_may(step: Step, before: ShipmentLine | None, after: ShipmentLine) -> bool:
    if step is Step.PACKED:
        return before is not None and before._replace(overruled=after.overruled) == after
    return step in _ON_ITS_WAY and not after.open and after.state not in _GONE


def _package_may(step: Step, before: Any, after: Any) -> bool:
    return step in _PREPARED


def _box_may(step: Step, before: Any, after: Any) -> bool:
    return step is Step.PACKED and before is not None and before._replace(package_id=after.package_id) == after


def _check_turned(ledger: Ledger, shipment: Shipment) -> None:
    """A shipment that comes (back) to a step has its lines as they are at that step."""
    if shipment.void or shipment.step is Step.DRAFT:
        return
    saved = ledger.saved[LINE]
    lines = [row[1:] for row in run(ledger.connection, _LINES, shipment=shipment.id) if row[0] not in saved]
    lines += [
        (line.state, line.open, line.outcome, line.settled)
        for _, line, _ in saved.values()
        if line.shipment_id == shipment.id and not line.void
    ]
    if shipment.step is Step.PACKED:
        if any(open_ and state == LineState.WANTED for state, open_, _, _ in lines):
            raise NotReady(shipment.number, shipment.step, (Need.ALL_PACKED,))
    elif any(open_ for _, open_, _, _ in lines):
        raise NotReady(shipment.number, shipment.step, (Need.ALL_PACKED,))
    elif shipment.step is Step.CLOSED and any(
        state not in _GONE and outcome != Outcome.RECEIVED and not settled for state, _, outcome, settled in lines
    ):
        raise NotReady(shipment.number, shipment.step, (Need.DIFFERENCES,))
