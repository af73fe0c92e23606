"""Packed tubes and boxes that travel: only the steps of their parcel take them out of it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import literal_column, select

from freezerapp.domain.custody import CONTAINER, LINE, PARCEL_BOX, SHIPMENT, SPECIMEN
from freezerapp.domain.parcel import Step
from freezerapp.domain.shipment import BoxInParcel, LineState, PackedInParcel, ShipmentLine
from freezerapp.domain.specimen import Specimen, Status
from freezerapp.domain.standing import Standing
from freezerapp.storage import parcel_schema
from freezerapp.storage.ledger import BrokenRule, Ledger
from freezerapp.storage.prepared import ByIds

_l, _b = parcel_schema.shipment_line.c, parcel_schema.parcel_box.c
_PACKED = ByIds(
    select(_l.id).where(_l.state == literal_column("'packed'"), _l.void == literal_column("0")), _l.specimen_id
)
_BOXES = ByIds(select(_b.id).where(_b.void == literal_column("0")), _b.container_id)
_AT_HAND = (Standing.IN_PLACE, Standing.ON_THE_BENCH)
_PREPARED = (Step.DRAFT, Step.PACKED)


def check_packed(ledger: Ledger) -> None:
    """Raise PackedInParcel for a packed tube that something else than its parcel takes away, BrokenRule for a bug."""
    turned: dict[int, Specimen] = {
        after.id: after
        for before, after, _ in ledger.saved[SPECIMEN].values()
        if Status.IN_A_SHIPMENT in (after.status, before.status if before is not None else None)
        and (before is None or (before.status, before.place) != (after.status, after.place))
    }
    lines = ledger.saved[LINE]
    told = [saved.after for saved in lines.values() if saved.before is not None and _is_packed(saved.before)]
    told += [saved.after for saved in lines.values() if _is_packed(saved.after)]
    if not turned and not told:
        return
    standing: dict[int | None, ShipmentLine] = {line.specimen_id: line for line in told if _is_packed(line)}
    unsaid = turned.keys() - {line.specimen_id for line in told}
    found = [row[0] for row in _PACKED.rows(ledger.connection, list(unsaid))]
    standing |= {line.specimen_id: line for line in ledger.many(LINE, found).values() if _is_packed(line)}
    tubes = turned | ledger.specimens({line.specimen_id for line in told if line.specimen_id is not None})
    boxes = _boxes(ledger, {line.shipment_id for line in standing.values()}, tubes.values())
    for tube in tubes.values():
        line = standing.get(tube.id)
        if line is None and tube.status is Status.IN_A_SHIPMENT:
            raise BrokenRule(f"specimen {tube.id} is in a shipment that does not list it")
        if line is not None and tube.status is not Status.IN_A_SHIPMENT:
            raise PackedInParcel(tube.barcode, ledger.one(SHIPMENT, line.shipment_id).number)
        if line is not None and tube.place is not None and (line.shipment_id, tube.place.container) not in boxes:
            raise BrokenRule(f"specimen {tube.id} is packed in a box that does not travel with it")


def check_boxes(ledger: Ledger) -> None:
    """Raise BoxInParcel for a box that two parcels would send, or that leaves or goes while one is packed in it."""
    going = [
        after.id
        for before, after, _ in ledger.saved[CONTAINER].values()
        if before is not None and before.status in _AT_HAND and after.status not in _AT_HAND
    ]
    joining = [after.container_id for _, after, _ in ledger.saved[PARCEL_BOX].values() if not after.void]
    if not going and not joining:
        return
    parts = ledger.many(PARCEL_BOX, [row[0] for row in _BOXES.rows(ledger.connection, [*going, *joining])])
    parts |= {key: saved.after for key, saved in ledger.saved[PARCEL_BOX].items()}
    shipments = ledger.many(SHIPMENT, {part.shipment_id for part in parts.values()})
    taken: dict[int, str] = {}
    for part in parts.values():
        shipment = shipments[part.shipment_id]
        if part.void or shipment.void or shipment.step not in _PREPARED:
            continue
        container = ledger.container(part.container_id)
        if container.id in taken or container.status not in _AT_HAND:
            raise BoxInParcel(container.name, taken.get(container.id, shipment.number))
        taken[container.id] = shipment.number


def _is_packed(line: Any) -> bool:
    return bool(line.state is LineState.PACKED and not line.void)


def _boxes(ledger: Ledger, shipments: set[int], tubes: Iterable[Specimen]) -> set[tuple[int, int]]:
    """(shipment, container) of the boxes that these tubes stand in and that travel."""
    holders = {tube.place.container for tube in tubes if tube.place is not None}
    parts = ledger.many(PARCEL_BOX, [row[0] for row in _BOXES.rows(ledger.connection, list(holders))])
    parts |= {key: saved.after for key, saved in ledger.saved[PARCEL_BOX].items()}
    return {
        (part.shipment_id, part.container_id)
        for part in parts.values()
        if not part.void and part.shipment_id in shipments
    }
