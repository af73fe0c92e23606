"""Shipments as lists and screens show them: each in a line, and one whole with its tubes, boxes and checklist."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, ScalarSelect, bindparam, func, literal_column, select

from freezerapp.domain.checklist import Check, checklist
from freezerapp.domain.custody import LINE, PARTY
from freezerapp.domain.doubt import Doubt
from freezerapp.domain.ordering import natural_key
from freezerapp.domain.parcel import Direction, Outcome, Step
from freezerapp.domain.party import Party
from freezerapp.domain.position import Layout, Position
from freezerapp.domain.quantity import format_amount
from freezerapp.domain.shipment import STEPS, LineState, Package, ParcelBox, Shipment, ShipmentLine
from freezerapp.domain.specimen import Specimen, Spot, Status
from freezerapp.domain.temperature import VITREOUS
from freezerapp.domain.walking import Stop, walk_order
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.containers import occupied
from freezerapp.storage.database import Reader
from freezerapp.storage.garbage import garbage_waits
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import (
    InDoubt,
    boxes_of,
    facts_of,
    in_doubt,
    is_difference,
    line_ids,
    packages_of,
    planned_places,
    shipment_of,
    viewing,
)
from freezerapp.storage.prepared import Prepared
from freezerapp.storage.rows.manifests import StoredManifest, stored_manifests
from freezerapp.storage.rows.stands import stands_of
from freezerapp.storage.rows.storage import Storage
from freezerapp.storage.unhurried import pages, unhurried

BOXES_AT_ONCE = 20
"""Boxes read in one page: of 81 tubes each, or so."""


class ShipmentRow(NamedTuple):
    """One shipment in a list. ``other`` is the recipient, or of a parcel from elsewhere the sender."""

    id: int
    number: str
    direction: Direction
    step: Step
    other: str
    purpose: str | None
    tubes: int
    packed: int
    differences: int
    planned_on: str | None
    dispatched_at: int | None
    received_at: int | None


class LineRow(NamedTuple):
    """One tube of a shipment. Positions read as on screen; ``goes_to`` is where it is packed, or will be.

    ``doubts`` are what stands against it undecided; ``retrieved``: it is on the bench, ready to be packed. ``way``
    counts the lines as one walks to their tubes, ``seat`` box by box and position by position where they are packed,
    or will be; what has no place comes last.
    """

    line: ShipmentLine
    specimen_id: int | None
    code: str
    material: str | None
    amount: str | None
    status: Status | None
    come_from: str
    goes_to: str
    box: int | None
    row: int | None
    column: int | None
    doubts: tuple[Doubt, ...]
    retrieved: bool
    way: int = 0
    seat: int = 0


class BoxOfParcel(NamedTuple):
    """A box that travels: what it is called, its grid, and what stands in it (position to specimen)."""

    box: ParcelBox
    code: str
    type_name: str
    layout: Layout
    tubes: Mapping[Position, int]


class Parcel(NamedTuple):
    """One shipment whole. ``checks`` are what must be true before each step that it can take next."""

    shipment: Shipment
    sender: Party | None
    recipient: Party | None
    lines: tuple[LineRow, ...]
    boxes: tuple[BoxOfParcel, ...]
    packages: tuple[Package, ...]
    checks: Mapping[Step, tuple[Check, ...]]
    manifests: tuple[StoredManifest, ...]
    operators: Mapping[int, str]
    logger_name: str | None = None


_l, _s, _p = parcel_schema.shipment_line.c, parcel_schema.shipment.c, parcel_schema.party.c
_standing = _l.state.not_in([literal_column("'removed'"), literal_column("'replaced'")])
_sender, _recipient = parcel_schema.party.alias("sender"), parcel_schema.party.alias("recipient")


def _count(*where: ColumnElement[bool]) -> ScalarSelect[int]:
    return (
        select(func.count())
        .select_from(parcel_schema.shipment_line)
        .where(_l.shipment_id == _s.id, _l.void == literal_column("0"), *where)
        .correlate(parcel_schema.shipment)
        .scalar_subquery()
    )


_SHIPMENTS = Prepared(
    select(
        _s.id,
        _s.number,
        _s.direction,
        _s.step,
        _sender.c.organisation,
        _recipient.c.organisation,
        _s.purpose,
        _count(_standing),
        _count(_standing, _l.state.in_([literal_column("'packed'"), literal_column("'sent'")])),
        _count(
            _standing,
            _l.outcome.is_not(None),
            _l.outcome != literal_column(f"'{Outcome.RECEIVED.value}'"),
            _l.settled.is_(None),
        ),
        _s.planned_on,
        _s.dispatched_at,
        _s.received_at,
    )
    .select_from(parcel_schema.shipment)
    .outerjoin(_sender, _sender.c.id == _s.sender_id)
    .outerjoin(_recipient, _recipient.c.id == _s.recipient_id)
    .where(_s.void == literal_column("0"))
    .order_by(_s.id.desc())
)
_PARTIES = Prepared(
    select(parcel_schema.party)
    .where(_p.void == literal_column("0"))
    .order_by(_p.own.desc(), func.fold(_p.organisation), _p.id)
)
_OPERATORS = Prepared(select(schema.operator.c.id, schema.operator.c.name))
_DRAFTS = Prepared(select(func.count()).where(_s.void == literal_column("0"), _s.step == literal_column("'draft'")))
_LOGGER = Prepared(
    select(schema.attachment.c.name)
    .where(
        schema.attachment.c.owner_kind == literal_column("'shipment'"),
        schema.attachment.c.owner_id == bindparam("id"),
        schema.attachment.c.void == literal_column("0"),
    )
    .order_by(schema.attachment.c.id.desc())
    .limit(1)
)
_SETTINGS = Prepared(select(parcel_schema.setting.c.name, parcel_schema.setting.c.value))


def shipment_rows(reader: Reader) -> tuple[ShipmentRow, ...]:
    """All shipments, the newest first."""
    found = []
    for row in reader.all(_SHIPMENTS):
        direction = Direction(row[2])
        other = row[5] if direction is Direction.OUT else row[4]
        found.append(ShipmentRow(row[0], row[1], direction, Step(row[3]), other or "", *row[6:]))
    return tuple(found)


def drafts(reader: Reader) -> int:
    """How many shipments are drafts still."""
    return int(reader.all(_DRAFTS)[0][0])


def parties(reader: Reader) -> tuple[Party, ...]:
    """The address book: this bank's own addresses first, then by name."""
    return tuple(Party(*row) for row in reader.all(_PARTIES))


def settings(reader: Reader) -> Mapping[str, str]:
    """What the site decided for the whole bank, by name."""
    return {row[0]: row[1] for row in reader.all(_SETTINGS) if row[1]}


def parcel(reader: Reader, shipment_id: int, tree: Storage) -> Parcel:
    """One shipment with all that its screen shows, read in pages. Raises NotThere."""
    with garbage_waits():
        return unhurried(reader, lambda turn: _parcel(reader, shipment_id, tree, turn))


def _parcel(reader: Reader, shipment_id: int, tree: Storage, turn: Callable[[], None]) -> Parcel:
    ledger = viewing(reader)
    shipment = shipment_of(ledger, shipment_id)
    lines: list[ShipmentLine] = []
    listed = line_ids(ledger, shipment_id)
    turn()
    for ids in pages(listed):
        lines += ledger.many(LINE, ids).values()
        turn()
    boxes = boxes_of(ledger, shipment_id)
    draft = shipment.step is Step.DRAFT
    plan = planned_places(ledger, shipment, lines, turn) if draft and lines else {}
    waiting: list[InDoubt] = []
    tubes: dict[int, Specimen] = {}
    for page in pages(lines):
        tubes |= ledger.specimens(line.specimen_id for line in page if line.specimen_id is not None)
        if shipment.step in (Step.DRAFT, Step.PACKED) and shipment.direction is Direction.OUT:
            waiting += in_doubt(ledger, shipment, list(page))
        turn()
    open_doubts = {each.line.id: each.doubts for each in waiting}
    drawn: list[BoxOfParcel] = []
    for some in pages(boxes, BOXES_AT_ONCE):
        drawn += _boxes(ledger, some)
        turn()
    materials = ledger.many("material", {tube.material_id for tube in tubes.values()})
    people = ledger.many(PARTY, [key for key in (shipment.sender_id, shipment.recipient_id) if key])
    turn()
    facts = facts_of(ledger, shipment, lines, waiting)
    logger = reader.one(_LOGGER, id=shipment_id)
    packages = tuple(packages_of(ledger, shipment_id))
    manifests = stored_manifests(reader, shipment.number)
    operators = {row[0]: row[1] for row in reader.all(_OPERATORS)}
    turn()
    by_container = {each.box.container_id: each for each in drawn}
    homes = {key: spot for key, tube in tubes.items() if (spot := _home(tube, by_container)) is not None}
    going = {
        line.id: plan.get(line.id)
        if line.state is LineState.WANTED
        else _place(tubes.get(line.specimen_id or 0), by_container)
        for line in lines
    }
    cold = {key for key, material in materials.items() if material.temperature in VITREOUS}
    ways = _ways(homes, {key for key, tube in tubes.items() if tube.material_id in cold}, tree)
    seats = _seats(lines, going, by_container)
    rows = []
    for line in lines:
        tube = tubes.get(line.specimen_id or 0)
        travels = going[line.id]
        rows.append(
            LineRow(
                line,
                line.specimen_id,
                (tube.barcode if tube is not None else None) or line.code or "",
                materials[tube.material_id].code if tube is not None else None,
                _amount(tube),
                tube.status if tube is not None else None,
                _come_from(homes.get(line.specimen_id or 0), tree),
                _said(travels, by_container) or _listed(line),
                travels.container if travels else None,
                travels.row if travels else None,
                travels.column if travels else None,
                open_doubts.get(line.id, ()),
                tube is not None and tube.status is Status.ON_THE_BENCH,
                ways.get(line.specimen_id or 0, len(ways)),
                seats[line.id],
            )
        )
    return Parcel(
        shipment,
        people.get(shipment.sender_id or 0),
        people.get(shipment.recipient_id or 0),
        tuple(rows),
        tuple(drawn),
        packages,
        {step: checklist(facts, step) for step in Step if step in STEPS[shipment.step] or draft},
        manifests,
        operators,
        str(logger[0]) if logger else None,
    )


def differences(found: Parcel) -> tuple[LineRow, ...]:
    """The items that arrived otherwise than they were sent."""
    return tuple(row for row in found.lines if is_difference(row.line))


def _boxes(ledger: Ledger, boxes: Sequence[ParcelBox]) -> list[BoxOfParcel]:
    containers = ledger.containers(box.container_id for box in boxes)
    inside: dict[int, dict[Position, int]] = {key: {} for key in containers}
    for spot, (use, tube, _) in occupied(ledger.connection, list(containers)).items():
        if use == "here" and tube is not None:
            inside[spot.container][Position(spot.row, spot.column)] = tube
    found = []
    for box in boxes:
        container = containers[box.container_id]
        kind = ledger.type_of(container)
        found.append(BoxOfParcel(box, container.code or container.name, kind.name, kind.layout, inside[container.id]))
    return found


def _place(tube: Specimen | None, boxes: Mapping[int, BoxOfParcel]) -> Spot | None:
    place = tube.place if tube is not None else None
    return place if place is not None and place.container in boxes else None


def _said(spot: Spot | None, boxes: Mapping[int, BoxOfParcel]) -> str:
    if spot is None:
        return ""
    box = boxes[spot.container]
    return f"{box.code} {box.layout.label(Position(spot.row, spot.column))}"


def _listed(line: ShipmentLine) -> str:
    return " ".join(text for text in (line.box, line.position) if text)


def _home(tube: Specimen, boxes: Mapping[int, BoxOfParcel]) -> Spot | None:
    """Where a tube stands in storage, or where its place is kept."""
    stands = tube.place if tube.place is not None and tube.place.container not in boxes else None
    return tube.home or stands


def _come_from(spot: Spot | None, tree: Storage) -> str:
    """The storage path of a tube."""
    holder = tree.containers.get(spot.container) if spot is not None else None
    if spot is None or holder is None:
        return ""
    return tree.path_text(holder.id, holder.layout.label(Position(spot.row, spot.column)))


def _ways(homes: Mapping[int, Spot], cells: set[int], tree: Storage) -> Mapping[int, int]:
    """The tubes that have a place, numbered as one walks to them."""
    stops = [Stop(tube, spot.container, spot.row, spot.column) for tube, spot in homes.items()]
    stands = stands_of(tree, {stop.box for stop in stops if stop.box in tree.containers})
    return {stop.tube: number for number, stop in enumerate(walk_order(stops, stands, cells))}


def _seats(
    lines: Sequence[ShipmentLine], going: Mapping[int, Spot | None], boxes: Mapping[int, BoxOfParcel]
) -> Mapping[int, int]:
    """The lines numbered box by box and position by position; of a parcel from elsewhere as its list names them."""
    named = {text: natural_key(text) for line in lines for text in (line.box or "", line.position or "")}

    def key(line: ShipmentLine) -> tuple[Any, ...]:
        spot = going[line.id]
        if spot is not None:
            box = boxes[spot.container]
            return 0, box.box.number, box.layout.rank(Position(spot.row, spot.column)) or 0
        if line.box or line.position:
            return 1, named[line.box or ""], named[line.position or ""]
        return (2,)

    return {line.id: number for number, line in enumerate(sorted(lines, key=key))}


def _amount(tube: Specimen | None) -> str | None:
    if tube is None or tube.amount is None or tube.unit is None:
        return None
    return format_amount(tube.amount, tube.unit)
