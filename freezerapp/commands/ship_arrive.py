"""A parcel on arrival, ours at its recipient or another's here: each item as found, and every difference settled."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import ClassVar, NamedTuple

from sqlalchemy import bindparam, literal_column, select

from freezerapp.commands.bring_in import BringIn, NewTube
from freezerapp.commands.placing import lift
from freezerapp.domain import shipment as rules
from freezerapp.domain.barcode import code_key
from freezerapp.domain.checklist import check_ready
from freezerapp.domain.custody import LINE, MANIFEST, PARTY, SHIPMENT, SPECIMEN, canonical
from freezerapp.domain.manifest import Manifest, fingerprint, plain
from freezerapp.domain.parcel import Direction, Outcome, Step
from freezerapp.domain.party import Party
from freezerapp.domain.problems import CodeTaken, NotThere, ReasonMissing
from freezerapp.domain.quantity import parse_amount
from freezerapp.domain.shipment import COMING, IssuedManifest, LineState, Shipment, ShipmentLine, WrongStep
from freezerapp.domain.specimen import Specimen
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import facts_of, is_difference, lines_of, shipment_of, standing_lines
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.records import Attachment

_PARTIES = Prepared(
    select(parcel_schema.party.c.id, parcel_schema.party.c.organisation, parcel_schema.party.c.own).where(
        parcel_schema.party.c.void == literal_column("0")
    )
)
_FROM = Prepared(
    select(parcel_schema.shipment.c.number).where(
        parcel_schema.shipment.c.origin_uuid == bindparam("uuid"), parcel_schema.shipment.c.void == literal_column("0")
    )
)
_BANK = Prepared(select(schema.bank.c.uuid))
_MATERIALS = Prepared(select(schema.material.c.code))


@dataclass(frozen=True, slots=True)
class ExpectParcel:
    """A parcel from elsewhere is on its way: its list is known from the sender's file. Gives the shipment's id.

    A tube whose code leads to one of this bank that is away or expected is that tube; a code of one that is here is
    only on the list, for two tubes have it; the others are registered as expected.
    ``materials`` gives the code here for the sender's code, where they differ. A number that something here has
    already is told apart: "SHP-2026-0031 (2)". Raises CodeTaken for a parcel that is known already, NotThere for a
    material that this bank does not have.
    """

    kind: ClassVar[str] = "expect parcel"
    manifest: Manifest
    materials: Mapping[str, str] = field(default_factory=dict)
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> int:
        said = self.manifest
        key = ledger.new_id(SHIPMENT)
        shipment = Shipment(
            key,
            _number(ledger, said),
            Direction.IN,
            Step.DISPATCHED,
            said.profile,
            kind=said.kind,
            sender_id=_party(ledger, said.sender.organisation, said),
            recipient_id=next((row[0] for row in run(ledger.connection, _PARTIES) if row[2]), None),
            purpose=said.purpose or None,
            request=said.request or None,
            agreement=said.agreement or None,
            classification=said.transport.classification,
            refrigerant=said.transport.refrigerant,
            keep_from=said.transport.keep_from,
            keep_to=said.transport.keep_to,
            carrier=said.transport.carrier or None,
            waybill=said.transport.waybill or None,
            seal=said.transport.seal or None,
            logger=said.transport.logger or None,
            created_by=ledger.operation.operator_id,
            origin_uuid=said.bank_uuid,
            origin_fingerprint=fingerprint(said),
        )
        ledger.save(SHIPMENT, shipment)
        kept = IssuedManifest(
            ledger.new_id(MANIFEST),
            key,
            said.version,
            fingerprint(said),
            said.head_seq,
            said.head_hash,
            ledger.operation.recorded_at,
            "[]",
            canonical(plain(said)),
        )
        ledger.save(MANIFEST, kept)
        here = self._here(ledger)
        fresh = self._register(ledger, here)
        coming = {tube.id for tube in ledger.specimens(here.values()).values() if tube.status in COMING}
        for item in said.items:
            line = ShipmentLine(
                ledger.new_id(LINE),
                key,
                item.number,
                _one_of(here.get(code_key(item.tube)), coming, fresh.get(item.tube)),
                LineState.EXPECTED,
                item.tube,
                item.box,
                item.position,
                open=0,
            )
            ledger.save(LINE, line)
        return key

    def _here(self, ledger: Ledger) -> dict[str, int]:
        found = ledger.codes([code_key(item.tube) for item in self.manifest.items])
        return {key: owner for key, (kind, owner) in found.items() if kind == SPECIMEN}

    def _register(self, ledger: Ledger, here: Mapping[str, int]) -> dict[str, int]:
        known = {row[0] for row in run(ledger.connection, _MATERIALS)}
        items = [item for item in self.manifest.items if code_key(item.tube) not in here]
        tubes = []
        for item in items:
            material = self.materials.get(item.material, item.material)
            if material not in known:
                raise NotThere("material", material)
            amount = parse_amount(f"{item.amount} {item.unit}") if item.amount and item.unit else None
            tubes.append(
                NewTube(
                    item.tube,
                    material,
                    item.participant,
                    item.visit,
                    item.collected,
                    None if amount is None else amount.value,
                    None if amount is None else amount.unit,
                    thaws=item.thaws or 0,
                    sprec=item.sprec,
                )
            )
        if not tubes:
            return {}
        made = BringIn(tuple(tubes)).run(ledger).specimens
        return {item.tube: key for item, key in zip(items, made, strict=True)}


class Arrival(NamedTuple):
    """How one item was found: the code scanned (or a line's), the outcome, and what there is to say of it."""

    code: str
    outcome: Outcome = Outcome.RECEIVED
    note: str | None = None


@dataclass(frozen=True, slots=True)
class RecordArrivals:
    """Say how items of a parcel were found. What is not on its list is extra; who comes later is recorded later.

    Tubes of a parcel that came here are on the bench from now on; one that thawed counts one thaw more.
    """

    kind: ClassVar[str] = "record arrivals"
    shipment_id: int
    arrivals: tuple[Arrival, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        if shipment.step not in (Step.DISPATCHED, Step.RECEIVED):
            raise WrongStep(shipment.number, shipment.step, self.kind)
        lines = lines_of(ledger, shipment.id)
        by_code = _codes(ledger, standing_lines(lines))
        number = max((line.number for line in lines), default=0)
        for arrival in self.arrivals:
            line = by_code.get(code_key(arrival.code))
            before, outcome = line.outcome if line is not None else None, arrival.outcome
            if line is None:
                number += 1
                line, outcome = _extra(ledger, shipment, number, arrival.code), Outcome.EXTRA
            elif before is Outcome.EXTRA:
                outcome = Outcome.EXTRA  # scanned again it is still on no list
            after = line._replace(
                outcome=outcome,
                outcome_note=arrival.note,
                settled=None,
                arrived_at=None if outcome is Outcome.MISSING else ledger.operation.recorded_at,
                state=LineState.SENT,
            )
            ledger.save(LINE, after)
            by_code[code_key(arrival.code)] = after
            if shipment.direction is Direction.IN and after.specimen_id is not None:
                _as_found(ledger, ledger.one(SPECIMEN, after.specimen_id), outcome, before)


@dataclass(frozen=True, slots=True)
class ReceiveParcel:
    """The parcel has arrived: how it was found as a whole. Temperature in tenths of °C, dry ice left in g."""

    kind: ClassVar[str] = "receive parcel"
    shipment_id: int
    temperature: int | None = None
    ice_left: int | None = None
    seal_intact: bool | None = None
    note: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        rules.check_step(shipment, Step.RECEIVED)
        said = ledger.operation
        after = shipment._replace(
            step=Step.RECEIVED,
            received_by=said.operator_id,
            received_at=said.recorded_at,
            arrival_temperature=self.temperature,
            ice_left=self.ice_left,
            seal_intact=None if self.seal_intact is None else int(self.seal_intact),
            arrival_note=self.note,
        )
        ledger.save(SHIPMENT, after)


@dataclass(frozen=True, slots=True)
class SettleDifferences:
    """Say how differences of a parcel were settled, in words."""

    kind: ClassVar[str] = "settle difference"
    shipment_id: int
    lines: tuple[int, ...]
    how: str
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.how.strip():
            raise ReasonMissing(self.kind)
        shipment = shipment_of(ledger, self.shipment_id)
        if shipment.step is not Step.RECEIVED:
            raise WrongStep(shipment.number, shipment.step, self.kind)
        lines = {line.id: line for line in lines_of(ledger, shipment.id)}
        for key in self.lines:
            line = lines.get(key)
            if line is None or not is_difference(line):
                raise NotThere("difference", str(key))
            ledger.save(LINE, line._replace(settled=self.how.strip()))


@dataclass(frozen=True, slots=True)
class CloseShipment:
    """Every item is accounted for: the parcel is history. Raises NotReady while a difference is open."""

    kind: ClassVar[str] = "close shipment"
    shipment_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        rules.check_step(shipment, Step.CLOSED)
        check_ready(facts_of(ledger, shipment), Step.CLOSED)
        ledger.save(SHIPMENT, shipment._replace(step=Step.CLOSED))


@dataclass(frozen=True, slots=True)
class AttachLogger:
    """Keep a temperature logger's file with a shipment, and what it says (canonical JSON of its readings)."""

    kind: ClassVar[str] = "attach logger"
    shipment_id: int
    name: str
    content: bytes
    readings: str
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        key = ledger.new_id("attachment")
        digest = sha256(self.content).hexdigest()
        ledger.save("attachment", Attachment(key, SHIPMENT, shipment.id, self.name, digest, self.content))
        ledger.save(SHIPMENT, shipment._replace(logger_readings=self.readings))


def _number(ledger: Ledger, said: Manifest) -> str:
    """What a parcel from elsewhere is called here: each bank counts its own, so that the number may be in use."""
    known = [row[0] for row in run(ledger.connection, _FROM, uuid=said.bank_uuid)]
    again = [number for number in known if number.partition(" (")[0] == said.number]
    own = run(ledger.connection, _BANK)[0][0] == said.bank_uuid
    number, count = said.number, 1
    while owner := ledger.codes([code_key(number)]).get(code_key(number)):
        if own or again:
            there = ledger.one(*owner)
            raise CodeTaken(said.number, owner[0], getattr(there, "number", said.number))
        count += 1
        number = f"{said.number} ({count})"
    return number


def _party(ledger: Ledger, organisation: str, said: Manifest) -> int:
    """The sender in the address book, entered where nobody of this name is in it."""
    for key, name, _ in run(ledger.connection, _PARTIES):
        if name == organisation:
            return int(key)
    key = ledger.new_id(PARTY)
    sender = said.sender
    party = Party(
        key,
        organisation,
        sender.person or None,
        "\n".join(sender.lines) or None,
        phone=sender.phone or None,
        email=sender.email or None,
        tax_number=sender.tax_number or None,
        responsible=said.responsible or None,
        responsible_phone=said.responsible_phone or None,
    )
    ledger.save(PARTY, party)
    return key


def _one_of(known: int | None, coming: Collection[int], fresh: int | None) -> int | None:
    """The tube that an item is: one that was away, or a new one; None where its code is that of a tube in the house."""
    return fresh if known is None else known if known in coming else None


def _codes(ledger: Ledger, lines: list[ShipmentLine]) -> dict[str, ShipmentLine]:
    """Every code that leads to a line: as the list has it, blind, and all the tube's own."""
    tubes = ledger.specimens(line.specimen_id for line in lines if line.specimen_id is not None)
    found: dict[str, ShipmentLine] = {}
    for line in lines:
        tube = tubes.get(line.specimen_id or 0)
        own = [code.text for code in tube.codes] if tube is not None else []
        for text in (*own, line.blind_code, line.code):
            if text:
                found[code_key(text)] = line
    return found


def _extra(ledger: Ledger, shipment: Shipment, number: int, code: str) -> ShipmentLine:
    owner = ledger.codes([code_key(code)]).get(code_key(code))
    tube = owner[1] if owner is not None and owner[0] == SPECIMEN else None
    return ShipmentLine(ledger.new_id(LINE), shipment.id, number, tube, LineState.SENT, code, open=0)


def _as_found(ledger: Ledger, tube: Specimen, outcome: Outcome, before: Outcome | None) -> None:
    """What is here is at hand; a thaw is counted once, also when it is seen only after the scan, or taken back."""
    after = tube
    if outcome is not Outcome.MISSING and tube.status in COMING:
        after = lift(tube._replace(place=None, home=None), ledger.operation.recorded_at)._replace(home=None)
    thaws = after.thaws + (outcome is Outcome.THAWED) - (before is Outcome.THAWED)
    after = after._replace(thaws=max(0, thaws))
    if after != tube:
        ledger.save(SPECIMEN, after)
