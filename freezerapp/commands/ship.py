"""A shipment made, filled in and given up; what goes in its boxes and how it travels are rooms of their own."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, ClassVar

from sqlalchemy import bindparam, literal_column, select

from freezerapp.commands.parties import TWO_PERSONS, setting
from freezerapp.commands.placing import lift
from freezerapp.domain import shipment as rules
from freezerapp.domain.blind_order import blind_codes, blind_order
from freezerapp.domain.custody import LINE, SHIPMENT, SPECIMEN
from freezerapp.domain.parcel import Profile, Step
from freezerapp.domain.problems import NotThere, ReasonMissing
from freezerapp.domain.shipment import LineState, Shipment, ShipmentLine, check_draft, next_number
from freezerapp.domain.specimen import Code, CodeKind, Kind, Specimen, Status
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import boxes_of, lines_of, shipment_of
from freezerapp.storage.prepared import ByIds, Prepared, run

_NUMBERS = Prepared(select(parcel_schema.shipment.c.number).where(parcel_schema.shipment.c.void == literal_column("0")))
_OWN = Prepared(
    select(parcel_schema.party.c.id)
    .where(
        parcel_schema.party.c.own == literal_column("1"),
        parcel_schema.party.c.active == literal_column("1"),
        parcel_schema.party.c.void == literal_column("0"),
    )
    .order_by(parcel_schema.party.c.id)
)
_PEOPLE = ByIds(
    select(schema.specimen.c.id, schema.collection.c.participant_id)
    .join(schema.collection, schema.collection.c.id == schema.specimen.c.collection_id)
    .where(schema.collection.c.participant_id.is_not(None)),
    schema.specimen.c.id,
)
_m = parcel_schema.manifest.c
_ISSUED = Prepared(select(_m.id).where(_m.shipment_id == bindparam("shipment")).limit(1))  # a void one was printed too
_TAKEN = ByIds(select(schema.code.c.text, schema.code.c.key), schema.code.c.key)

DETAILS = frozenset(
    {
        *("kind", "study_id", "sender_id", "recipient_id", "notify_id", "purpose", "request", "agreement"),
        *("agreement_on", "needed", "needed_unit", "classification", "refrigerant", "keep_from", "keep_to"),
        *("carrier", "service", "account", "waybill", "seal", "logger", "overpack", "planned_on", "expected_on"),
        *("transit_limit_h", "customs_goods", "customs_value", "customs_currency", "customs_origin"),
        *("customs_code", "incoterm", "export_reason", "permits", "two_persons", "together", "profile", "note"),
    }
)
"""What people fill in; everything else of a shipment follows from what they do."""
WHILE_DRAFT = frozenset({"profile", "together", "needed", "needed_unit", "refrigerant"})
"""What is settled with packing."""
_AFTER_DISPATCH = frozenset({"note"})


@dataclass(frozen=True, slots=True)
class MakeShipment:
    """Begin a shipment with these tubes in this order (a blind one: in the order of its seed). Gives its id.

    ``details`` are names of DETAILS with their values; the bank's own address sends, and the two-person rule is the
    site's, where nothing else is said. Raises Reserved, CodeTaken for a number in use.
    """

    kind: ClassVar[str] = "make shipment"
    specimens: tuple[int, ...] = ()
    details: tuple[tuple[str, Any], ...] = ()
    number: str | None = None
    seed: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> int:
        key = ledger.new_id(SHIPMENT)
        said = ledger.operation
        moment = datetime.fromtimestamp(said.recorded_at / 1000, UTC) + timedelta(minutes=said.utc_offset_min)
        number = self.number or next_number(moment.year, (row[0] for row in run(ledger.connection, _NUMBERS)))
        own = run(ledger.connection, _OWN)
        shipment = Shipment(
            key,
            number,
            sender_id=own[0][0] if own else None,
            two_persons=int(setting(ledger, TWO_PERSONS) == "yes"),
            seed=self.seed or said.uuid,
            created_by=said.operator_id,
        )
        shipment = _with(shipment, self.details)
        ledger.save(SHIPMENT, shipment)
        add_lines(ledger, shipment, self.specimens)
        return key


@dataclass(frozen=True, slots=True)
class EditShipment:
    """Fill in or change what is known of a shipment.

    Raises WrongStep for what is settled with packing or dispatch: then a correction is recorded instead; NotBlind or
    PackedInOrder for a parcel that would become blind with tubes in it.
    """

    kind: ClassVar[str] = "edit shipment"
    shipment_id: int
    details: tuple[tuple[str, Any], ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        before = shipment_of(ledger, self.shipment_id)
        names = {name for name, value in self.details if getattr(before, name, value) != value}
        if before.step not in (Step.DRAFT, Step.PACKED) and names - _AFTER_DISPATCH:
            raise rules.WrongStep(before.number, before.step, self.kind)
        if before.step is Step.PACKED and names & WHILE_DRAFT:
            raise rules.WrongStep(before.number, before.step, self.kind)
        after = _with(before, self.details)
        ledger.save(SHIPMENT, after)
        if after.profile is Profile.BLIND and names & {"profile", "together"}:
            _make_blind(ledger, after, lines_of(ledger, after.id))


@dataclass(frozen=True, slots=True)
class AddToShipment:
    """More tubes for a shipment that is still a draft, behind those on its list.

    In a blind one that has nothing packed and no manifest issued, the whole order is drawn anew from a new ``seed``, so
    that nothing shows which tubes came late; codes stay, as they may be on the tubes. Once a tube is packed or a
    manifest was issued, the order has been told: it stays, and late tubes stand behind in an order of their own, also
    where one participant's tubes are kept together.
    """

    kind: ClassVar[str] = "add to shipment"
    shipment_id: int
    specimens: tuple[int, ...]
    seed: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        check_draft(shipment, self.kind)
        fresh = add_lines(ledger, shipment, self.specimens)
        if fresh and shipment.profile is Profile.BLIND and not is_told(ledger, shipment):
            draw_anew(ledger, shipment, self.seed)


@dataclass(frozen=True, slots=True)
class CancelShipment:
    """Give a shipment up before it leaves, for a reason: its tubes are on the bench (or where they stand) again."""

    kind: ClassVar[str] = "cancel shipment"
    shipment_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        shipment = shipment_of(ledger, self.shipment_id)
        rules.check_step(shipment, Step.CANCELLED)
        lines = lines_of(ledger, shipment.id)
        tubes = ledger.specimens(line.specimen_id for line in lines if line.specimen_id is not None)
        for line in lines:
            if line.specimen_id is not None and line.state is LineState.PACKED:
                ledger.save(SPECIMEN, out_of_the_box(ledger, shipment, tubes[line.specimen_id]))
            if line.open:
                ledger.save(LINE, line._replace(state=LineState.WANTED, open=0))
        ledger.save(SHIPMENT, shipment._replace(step=Step.CANCELLED))


def out_of_the_box(ledger: Ledger, shipment: Shipment, tube: Specimen) -> Specimen:
    """A packed tube that does not travel: on the bench again; of a whole box, stored where it stands."""
    whole = {box.container_id for box in boxes_of(ledger, shipment.id) if box.whole}
    if tube.status is not Status.IN_A_SHIPMENT:
        return tube
    if tube.place is not None and tube.place.container in whole:
        return tube._replace(status=Status.STORED)
    return lift(tube._replace(place=None), ledger.operation.recorded_at)


def is_told(ledger: Ledger, shipment: Shipment) -> bool:
    """Whether somebody may know the order of a list: a tube of it is packed, or a manifest was ever issued."""
    packed = any(line.state is LineState.PACKED for line in lines_of(ledger, shipment.id))
    return packed or bool(run(ledger.connection, _ISSUED, shipment=shipment.id))


def draw_anew(ledger: Ledger, shipment: Shipment, seed: str | None = None) -> None:
    """Order the whole list of a blind parcel by a new seed."""
    shipment = shipment._replace(seed=seed or ledger.operation.uuid)
    ledger.save(SHIPMENT, shipment)
    _order(ledger, shipment, lines_of(ledger, shipment.id))


def _with(shipment: Shipment, details: tuple[tuple[str, Any], ...]) -> Shipment:
    for name, _ in details:
        if name not in DETAILS:
            raise NotThere("field", name)
    return shipment._replace(**dict(details))


def add_lines(ledger: Ledger, shipment: Shipment, wanted: tuple[int, ...]) -> list[ShipmentLine]:
    """Lines for tubes that are not on a shipment's list yet, behind those that are. Raises NotThere for no tube."""
    tubes = ledger.specimens(wanted)
    for tube in tubes.values():
        if tube.kind is not Kind.TUBE or tube.status is Status.VOID:
            raise NotThere("specimen", tube.barcode or f"#{tube.id}")
    there = lines_of(ledger, shipment.id)
    known = {line.specimen_id for line in there if line.open}
    keys = [key for key in tubes if key not in known]
    if shipment.profile is Profile.BLIND:
        keys = _blindly(ledger, shipment, keys)
    first = max((line.number for line in there), default=0) + 1
    lines = []
    for number, key in enumerate(keys, first):
        line = ShipmentLine(ledger.new_id(LINE), shipment.id, number, key, code=tubes[key].barcode)
        ledger.save(LINE, line)
        lines.append(line)
    return _give_codes(ledger, shipment, lines) if shipment.profile is Profile.BLIND else lines


def _blindly(ledger: Ledger, shipment: Shipment, keys: list[int]) -> list[int]:
    assert shipment.seed is not None
    tubes = {key: ledger.one(SPECIMEN, key).barcode or str(key) for key in keys}
    together = None
    if shipment.together:
        people: dict[int, int] = {row[0]: row[1] for row in _PEOPLE.rows(ledger.connection, keys)}
        together = {tubes[key]: people[key] for key in keys if key in people}
    back = {barcode: key for key, barcode in tubes.items()}
    return [back[barcode] for barcode in blind_order(list(back), shipment.seed, together)]


def _make_blind(ledger: Ledger, shipment: Shipment, lines: list[ShipmentLine]) -> None:
    """Order a list anew by the seed and give each tube a code for this parcel alone."""
    for box in boxes_of(ledger, shipment.id):
        if box.whole:
            raise rules.NotBlind(ledger.container(box.container_id).name)
    if packed := sum(line.state is LineState.PACKED for line in lines):
        raise rules.PackedInOrder(shipment.number, packed)
    _give_codes(ledger, shipment, _order(ledger, shipment, lines))


def _order(ledger: Ledger, shipment: Shipment, lines: list[ShipmentLine]) -> list[ShipmentLine]:
    """The lines that are open, numbered as the seed draws them."""
    standing = {line.specimen_id: line for line in lines if line.specimen_id is not None and line.open}
    ordered = _blindly(ledger, shipment, list(standing))
    again = []
    for number, key in zip(sorted(line.number for line in standing.values()), ordered, strict=True):
        line = standing[key]._replace(number=number)
        ledger.save(LINE, line)
        again.append(line)
    return again


def _give_codes(ledger: Ledger, shipment: Shipment, lines: list[ShipmentLine]) -> list[ShipmentLine]:
    """The lines, each with a code for this parcel alone, which its tube has too from now on."""
    from freezerapp.domain.barcode import code_key

    assert shipment.seed is not None
    wanting = [line for line in lines if not line.blind_code]
    used = {line.blind_code for line in lines_of(ledger, shipment.id) if line.blind_code}
    drawn = blind_codes(shipment.seed, len(wanting), used)
    while clash := {text for text, _ in _TAKEN.rows(ledger.connection, [code_key(code) for code in drawn])}:
        used |= clash
        drawn = blind_codes(shipment.seed, len(wanting), used)
    now = ledger.operation.recorded_at
    coded = {line.id: line._replace(blind_code=code) for line, code in zip(wanting, drawn, strict=True)}
    for line, code in zip(wanting, drawn, strict=True):
        ledger.save(LINE, coded[line.id])
        assert line.specimen_id is not None
        tube = ledger.one(SPECIMEN, line.specimen_id)
        if tube.status is Status.VOID:
            continue  # no code leads to what never was
        codes = tuple(sorted((*tube.codes, Code(code, CodeKind.BLIND, now))))
        ledger.save(SPECIMEN, tube._replace(codes=codes))
    return [coded.get(line.id, line) for line in lines]
