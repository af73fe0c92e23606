"""What the rules must know of a shipment: read by its commands where they decide, and for the screen."""

from collections.abc import Callable
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Table, bindparam, literal_column, select

from freezerapp.domain.checklist import Facts
from freezerapp.domain.custody import LINE, PACKAGE, PARCEL_BOX, PARTY, SHIPMENT, SPECIMEN, Operation
from freezerapp.domain.doubt import Doubt, doubts, undecided
from freezerapp.domain.parcel import Direction, Profile, Refrigerant
from freezerapp.domain.problems import NotThere
from freezerapp.domain.shipment import LineState, Package, ParcelBox, Shipment, ShipmentLine
from freezerapp.domain.specimen import Specimen, Spot
from freezerapp.domain.temperature import VITREOUS, Temperature
from freezerapp.storage import parcel_schema
from freezerapp.storage.containers import occupied
from freezerapp.storage.database import Reader
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.reserving import reserved_for_another


def _of(table: Table, column: ColumnElement[Any]) -> Prepared:
    return Prepared(
        select(table.c.id)
        .where(column == bindparam("id"), table.c.void == literal_column("0"))
        .order_by(table.c.number, table.c.id)
    )


_PARTS = {
    LINE: _of(parcel_schema.shipment_line, parcel_schema.shipment_line.c.shipment_id),
    PACKAGE: _of(parcel_schema.package, parcel_schema.package.c.shipment_id),
    PARCEL_BOX: _of(parcel_schema.parcel_box, parcel_schema.parcel_box.c.shipment_id),
}
_NOBODY = Operation("", "view", 0, "", 0, 0, "")


def viewing(reader: Reader) -> Ledger:
    """A ledger that nothing is saved in: what the rules say of a shipment, for the screen."""
    return Ledger(reader.connection, _NOBODY, 0)


def shipment_of(ledger: Ledger, key: int) -> Shipment:
    """A shipment by id. Raises NotThere, also for one that was taken back."""
    found: Shipment = ledger.one(SHIPMENT, key)
    if found.void:
        raise NotThere(SHIPMENT, found.number)
    return found


def lines_of(ledger: Ledger, shipment: int) -> list[ShipmentLine]:
    """All lines of a shipment in order, removed and replaced ones too."""
    return _parts(ledger, LINE, shipment)


def packages_of(ledger: Ledger, shipment: int) -> list[Package]:
    """The outer packages of a shipment in order."""
    return _parts(ledger, PACKAGE, shipment)


def boxes_of(ledger: Ledger, shipment: int) -> list[ParcelBox]:
    """The boxes that travel in a shipment, in order."""
    return _parts(ledger, PARCEL_BOX, shipment)


def line_ids(ledger: Ledger, shipment: int) -> list[int]:
    """The ids of all lines of a shipment in order."""
    return [row[0] for row in run(ledger.connection, _PARTS[LINE], id=shipment)]


def _parts(ledger: Ledger, kind: str, shipment: int) -> list[Any]:
    ids = [row[0] for row in run(ledger.connection, _PARTS[kind], id=shipment)]
    fresh = [key for key, saved in ledger.saved[kind].items() if saved.before is None]
    parts = ledger.many(kind, [*ids, *fresh]).values()
    found = [part for part in parts if part.shipment_id == shipment and not part.void]
    return sorted(found, key=lambda part: (part.number, part.id))


def standing_lines(lines: list[ShipmentLine]) -> list[ShipmentLine]:
    """The lines that are still meant to travel, or did."""
    return [line for line in lines if line.state not in (LineState.REMOVED, LineState.REPLACED)]


class InDoubt(NamedTuple):
    """A line and why it needs a decision."""

    line: ShipmentLine
    tube: Specimen
    doubts: tuple[Doubt, ...]


def in_doubt(ledger: Ledger, shipment: Shipment, lines: list[ShipmentLine]) -> list[InDoubt]:
    """The lines that can't travel as they are, each with the doubts that no reason was given for."""
    wanted = [line for line in standing_lines(lines) if line.specimen_id is not None]
    tubes = ledger.specimens(line.specimen_id for line in wanted if line.specimen_id is not None)
    taken = reserved_for_another(ledger.connection, list(tubes), shipment=shipment.id)
    materials = ledger.many("material", {tube.material_id for tube in tubes.values()})
    found = []
    for line in wanted:
        assert line.specimen_id is not None
        tube = tubes[line.specimen_id]
        against = doubts(
            status=tube.status,
            held=bool(tube.holds),
            reserved=tube.id in taken,
            amount=tube.amount if tube.unit is not None else None,
            needed=needed_of(shipment, tube),
            too_warm=too_warm(shipment, materials[tube.material_id]),
        )
        if standing := undecided(against, line.overruled):
            found.append(InDoubt(line, tube, standing))
    return found


def needed_of(shipment: Shipment, tube: Specimen) -> int | None:
    """The amount wanted, where the tube's own amount measures the same thing."""
    from freezerapp.domain.quantity import find_unit

    if shipment.needed is None or shipment.needed_unit is None or tube.unit is None:
        return None
    mine, theirs = find_unit(tube.unit), find_unit(shipment.needed_unit)
    alike = mine is not None and theirs is not None and mine.dimension is theirs.dimension
    return shipment.needed if alike else None


def too_warm(shipment: Shipment, material: Any) -> bool:
    """Whether a material of the nitrogen class would travel on dry ice (or warmer)."""
    cold = material.temperature is not None and Temperature(material.temperature) in VITREOUS
    return cold and shipment.refrigerant is not None and shipment.refrigerant is not Refrigerant.DRY_SHIPPER


def facts_of(
    ledger: Ledger,
    shipment: Shipment,
    lines: list[ShipmentLine] | None = None,
    waiting: list[InDoubt] | None = None,
) -> Facts:
    """What the checklist looks at; ``lines`` and those in doubt are read where nobody has read them yet."""
    if lines is None:
        lines = lines_of(ledger, shipment.id)
    if waiting is None:
        waiting = in_doubt(ledger, shipment, lines) if shipment.direction is Direction.OUT else []
    standing = standing_lines(lines)
    sender = ledger.one(PARTY, shipment.sender_id) if shipment.sender_id else None
    recipient = ledger.one(PARTY, shipment.recipient_id) if shipment.recipient_id else None
    tubes = ledger.many(SPECIMEN, [line.specimen_id for line in standing if line.specimen_id is not None])
    return Facts(
        shipment,
        sender_phone=bool(sender and sender.phone),
        responsible=bool(sender and sender.responsible and sender.responsible_phone),
        recipient=recipient is not None,
        recipient_phone=bool(recipient and recipient.phone),
        lines=len(standing),
        packed=sum(1 for line in standing if line.state in (LineState.PACKED, LineState.SENT)),
        undecided=len(waiting),
        held=sum(1 for tube in tubes.values() if tube.holds),
        blind_missing=sum(1 for line in standing if shipment.profile is Profile.BLIND and not line.blind_code),
        packages=tuple(packages_of(ledger, shipment.id)),
        unsettled=sum(1 for line in standing if is_difference(line) and not line.settled),
        unseen=sum(1 for line in standing if line.outcome is None),
    )


def is_difference(line: ShipmentLine) -> bool:
    """Whether a line arrived otherwise than it was sent."""
    from freezerapp.domain.parcel import Outcome

    return line.outcome is not None and line.outcome is not Outcome.RECEIVED


def planned_places(
    ledger: Ledger,
    shipment: Shipment,
    lines: list[ShipmentLine] | None = None,
    turn: Callable[[], None] = lambda: None,
) -> dict[int, Spot]:
    """Where each line that is not packed yet goes (line id to position): the free places in order, box after box.

    ``lines`` are read where nobody has read them yet; ``turn`` is called after each box.
    """
    wanted = [line for line in lines or lines_of(ledger, shipment.id) if line.state is LineState.WANTED]
    spots: list[Spot] = []
    for box in boxes_of(ledger, shipment.id):
        if box.whole or len(spots) >= len(wanted):
            continue
        layout = ledger.type_of(ledger.container(box.container_id)).layout
        taken = occupied(ledger.connection, [box.container_id])
        free = (Spot(box.container_id, *cell) for cell in layout.positions())
        spots += [spot for spot in free if spot not in taken]
        turn()
    return {line.id: spot for line, spot in zip(wanted, spots, strict=False)}
