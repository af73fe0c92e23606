"""What the manifest of a shipment says now, and the versions of it that were issued."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from sqlalchemy import bindparam, literal_column, select

from freezerapp.domain.custody import CONTAINER, PARTY
from freezerapp.domain.doubt import is_below
from freezerapp.domain.manifest import BELOW, Address, BoxFacts, Customs, Item, Manifest, PackageFacts, Transport
from freezerapp.domain.parcel import Profile
from freezerapp.domain.party import Party
from freezerapp.domain.position import Layout, Position
from freezerapp.domain.quantity import format_number
from freezerapp.domain.shipment import LineState, ParcelBox, Shipment, ShipmentLine
from freezerapp.domain.specimen import Specimen, Spot
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.database import Reader
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import (
    boxes_of,
    lines_of,
    needed_of,
    packages_of,
    planned_places,
    shipment_of,
    standing_lines,
)
from freezerapp.storage.prepared import ByIds, Prepared, run

_s, _k = schema.specimen.c, schema.collection.c
_DONORS = ByIds(
    select(_s.id, schema.participant.c.code, schema.moment.c.code, _k.collected)
    .select_from(schema.specimen)
    .join(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id),
    _s.id,
)
_BANK = Prepared(select(schema.bank.c.name, schema.bank.c.uuid))
_m = parcel_schema.manifest.c
_VERSIONS = Prepared(
    select(_m.version, _m.fingerprint, _m.issued_at, _m.head_seq, _m.head_hash, _m.changes, _m.content)
    .join(parcel_schema.shipment, parcel_schema.shipment.c.id == _m.shipment_id)
    .where(
        parcel_schema.shipment.c.number == bindparam("number"),
        parcel_schema.shipment.c.void == literal_column("0"),
        _m.void == literal_column("0"),
    )
    .order_by(_m.version)
)
_EVENT = Prepared(select(schema.event.c.hash).where(schema.event.c.seq == bindparam("seq")))
_BY_NUMBER = Prepared(
    select(parcel_schema.shipment.c.id).where(
        parcel_schema.shipment.c.number == bindparam("number"), parcel_schema.shipment.c.void == literal_column("0")
    )
)
_GONE = ("removed", "replaced")


class StoredManifest(NamedTuple):
    """One version as it was issued; ``content`` is its canonical JSON, ``changes`` the JSON list of what is new."""

    version: int
    fingerprint: str
    issued_at: int
    head_seq: int
    head_hash: str
    changes: str
    content: str


def stored_manifests(reader: Reader, number: str) -> tuple[StoredManifest, ...]:
    """All versions of a shipment's manifest, the oldest first."""
    return tuple(StoredManifest(*row) for row in reader.all(_VERSIONS, number=number))


def head_is_in_chain(reader: Reader, seq: int, head_hash: str) -> bool:
    """Whether the history of this bank has this hash (hexadecimal, or its beginning) at this event."""
    row = reader.one(_EVENT, seq=seq)
    return row is not None and bytes(row[0]).hex().startswith(head_hash.lower())


def shipment_by(reader: Reader, number: str) -> int | None:
    """The id of the shipment of this number."""
    row = reader.one(_BY_NUMBER, number=number)
    return None if row is None else int(row[0])


def manifest_now(ledger: Ledger, shipment_id: int, *, planned: bool = False) -> Manifest:
    """What the manifest says as things stand: version 0, not issued yet.

    ``planned`` lists also the tubes that are still to be packed, where they will go: for a preview.
    """
    shipment = shipment_of(ledger, shipment_id)
    lines = {line.id: line for line in standing_lines(lines_of(ledger, shipment_id))}
    boxes = boxes_of(ledger, shipment_id)
    spots = _spots(ledger, shipment, list(lines.values()), planned)
    tubes = ledger.specimens(line.specimen_id for line in lines.values() if line.specimen_id is not None)
    donors = {row[0]: row[1:] for row in _DONORS.rows(ledger.connection, list(tubes))}
    drawn: list[BoxFacts] = []
    items: list[Item] = []
    packages = packages_of(ledger, shipment_id)
    numbers = {package.id: package.number for package in packages}
    standing: dict[int, list[tuple[int, Spot]]] = {}
    for key, spot in spots.items():
        standing.setdefault(spot.container, []).append((key, spot))
    materials = ledger.many("material", {tube.material_id for tube in tubes.values()})
    for box in boxes:
        container = ledger.container(box.container_id)
        layout = ledger.type_of(container).layout
        code = container.code or container.name
        drawn.append(box_facts(code, numbers.get(box.package_id or 0), layout))
        inside = sorted(
            ((layout.rank(Position(spot.row, spot.column)) or 0, spot, lines[key])
             for key, spot in standing.get(box.container_id, ())),
            key=lambda each: each[0],
        )  # fmt: skip
        for _, spot, line in inside:
            assert line.specimen_id is not None
            tube = tubes[line.specimen_id]
            label = layout.label(Position(spot.row, spot.column))
            material = materials[tube.material_id]
            donor = donors.get(tube.id, (None, None, None))
            items.append(_item(shipment, len(items) + 1, code, label, spot, line, tube, material, donor))
    who = {row.id: row.name for row in ledger.many("operator", _people(shipment)).values()}
    parties = ledger.many(PARTY, _parties(shipment))
    sender = parties.get(shipment.sender_id or 0)
    name, uuid = run(ledger.connection, _BANK)[0]
    study = ledger.one("study", shipment.study_id) if shipment.study_id else None
    recipient = parties.get(shipment.recipient_id or 0)
    return Manifest(
        shipment.number,
        0,
        "",
        name,
        uuid,
        0,
        "",
        shipment.profile,
        _address(sender, name),
        _address(recipient),
        (sender.responsible if sender else None) or "",
        (sender.responsible_phone if sender else None) or "",
        _transport(shipment),
        tuple(
            PackageFacts(
                package.number,
                package.kind,
                _codes(ledger, (box for box in boxes if box.package_id == package.id)),
                *package[4:9],
            )
            for package in packages
        ),
        tuple(drawn),
        tuple(items),
        len({donors[line.specimen_id][0] for line in lines.values() if line.specimen_id in donors} - {None}),
        notify=_address(parties[shipment.notify_id]) if shipment.notify_id else None,
        kind=shipment.kind,
        study=f"{study.code}, {study.name}" if study else "",
        purpose=shipment.purpose or "",
        request=shipment.request or "",
        agreement=shipment.agreement or "",
        agreement_on=shipment.agreement_on or "",
        consent_checked=moment(shipment.packed_at),
        created_by=who.get(shipment.created_by or 0, ""),
        packed_by=who.get(shipment.packed_by or 0, ""),
        packed_at=moment(shipment.packed_at),
        released_by=who.get(shipment.dispatched_by or 0, ""),
        released_at=moment(shipment.dispatched_at),
        second_person=who.get(shipment.confirmed_by or 0, ""),
        customs=_customs(shipment),
        note=shipment.note or "",
    )


def moment(milliseconds: int | None) -> str:
    """A moment (ms UTC) as a manifest writes it: ISO text to the minute, in UTC; empty for none."""
    if milliseconds is None:
        return ""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).strftime("%Y-%m-%dT%H:%MZ")


def _spots(ledger: Ledger, shipment: Shipment, lines: list[ShipmentLine], planned: bool) -> dict[int, Spot]:
    """Where each line's tube travels: where it stands packed, or will."""
    packed = [line for line in lines if line.state in (LineState.PACKED, LineState.SENT)]
    tubes = ledger.specimens(line.specimen_id for line in packed if line.specimen_id is not None)
    found = planned_places(ledger, shipment) if planned else {}
    for line in packed:
        place = tubes[line.specimen_id].place if line.specimen_id is not None else None
        if place is not None:
            found[line.id] = place
    return found


def box_facts(code: str, package: int | None, layout: Layout) -> BoxFacts:
    """A box as papers draw it."""
    return BoxFacts(
        code,
        package,
        layout.rows,
        layout.columns,
        layout.row_labels() or (),
        layout.column_labels() or (),
        tuple(sorted((cell.row, cell.column) for cell in layout.absent)),
        layout.first,
    )


def _item(
    shipment: Shipment,
    number: int,
    box: str,
    position: str,
    spot: Spot,
    line: ShipmentLine,
    tube: Specimen,
    material: Any,
    donor: tuple[str | None, str | None, str | None],
) -> Item:
    item = Item(
        number,
        box,
        position,
        spot.row,
        spot.column,
        (line.blind_code if shipment.profile is Profile.BLIND else tube.barcode) or "",
        material.code,
        material.name,
        amount=None if tube.amount is None or tube.unit is None else format_number(tube.amount, tube.unit),
        unit=tube.unit if tube.amount is not None else None,
        temperature=material.temperature,
        remark=BELOW if is_below(tube.amount, needed_of(shipment, tube)) else "",
    )
    if shipment.profile is not Profile.FULL:
        return item
    return item._replace(
        participant=donor[0],
        visit=donor[1],
        collected=donor[2],
        concentration=None if tube.concentration is None else f"{tube.concentration / 1000:g} ng/µL",
        thaws=tube.thaws,
        sprec=tube.sprec,
    )


def _address(party: Party | None, otherwise: str = "") -> Address:
    if party is None:
        return Address(otherwise)
    lines = (*(party.street or "").splitlines(), party.town or "", party.country or "")
    return Address(
        party.organisation,
        party.person or "",
        tuple(line.strip() for line in lines if line.strip()),
        party.phone or "",
        party.email or "",
        party.tax_number or "",
    )


def _transport(said: Shipment) -> Transport:
    return Transport(
        said.classification,
        said.refrigerant,
        said.keep_from,
        said.keep_to,
        said.carrier or "",
        said.service or "",
        said.account or "",
        said.waybill or "",
        said.seal or "",
        said.logger or "",
        bool(said.overpack),
        said.planned_on or "",
        said.expected_on or "",
        said.transit_limit_h,
    )


def _customs(said: Shipment) -> Customs | None:
    customs = Customs(
        said.customs_goods or "",
        said.customs_value or "",
        said.customs_currency or "",
        said.customs_origin or "",
        said.customs_code or "",
        said.incoterm or "",
        said.export_reason or "",
        said.permits or "",
    )
    return customs if any(customs) else None


def _codes(ledger: Ledger, boxes: Iterable[ParcelBox]) -> tuple[str, ...]:
    containers = ledger.many(CONTAINER, [box.container_id for box in boxes]).values()
    return tuple(container.code or container.name for container in containers)


def _people(said: Shipment) -> list[int]:
    wanted = (said.created_by, said.packed_by, said.dispatched_by, said.confirmed_by)
    return [key for key in wanted if key is not None]


def _parties(said: Shipment) -> list[int]:
    return [key for key in (said.sender_id, said.recipient_id, said.notify_id) if key is not None]
