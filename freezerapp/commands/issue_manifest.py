"""A version of a shipment's manifest issued, and the key of a blind parcel taken out of the bank."""

import json
from dataclasses import dataclass
from typing import ClassVar, cast

from sqlalchemy import bindparam, literal_column, select

from freezerapp.domain.custody import MANIFEST, SHIPMENT, canonical, first_link
from freezerapp.domain.manifest import Manifest, changes, same_content, written
from freezerapp.domain.parcel import Direction, Profile, Step
from freezerapp.domain.plain_reading import read_plain
from freezerapp.domain.problems import ReasonMissing
from freezerapp.domain.shipment import IssuedManifest, Shipment, WrongStep
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import lines_of, shipment_of, standing_lines
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.rows.manifests import manifest_now, moment

_HEAD = Prepared(select(schema.event.c.seq, schema.event.c.hash).order_by(schema.event.c.seq.desc()).limit(1))
_LAST = Prepared(
    select(parcel_schema.manifest.c.content, parcel_schema.manifest.c.issued_at)
    .where(
        parcel_schema.manifest.c.shipment_id == bindparam("shipment"),
        parcel_schema.manifest.c.void == literal_column("0"),
    )
    .order_by(parcel_schema.manifest.c.version.desc())
    .limit(1)
)


@dataclass(frozen=True, slots=True)
class IssueManifest:
    """Issue the manifest of a packed parcel: a new version where it says something new. Gives the Manifest.

    Saying the same as the last version is no change: the caller prints that one again. Of a parcel that has left only
    who released it is still new. Raises WrongStep for a draft and for a parcel from elsewhere.
    """

    kind: ClassVar[str] = "issue manifest"
    shipment_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> Manifest:
        shipment = shipment_of(ledger, self.shipment_id)
        if shipment.step in (Step.DRAFT, Step.CANCELLED) or shipment.direction is Direction.IN:
            raise WrongStep(shipment.number, shipment.step, self.kind)
        before, now = last_and_next(ledger, shipment)
        if before is not None and same_content(before, now):
            return before
        return _issue(ledger, shipment.id, before, now)


@dataclass(frozen=True, slots=True)
class ExportBlindKey:
    """Take the key of a blind parcel out of the bank, for a reason. Gives (blind code, barcode) of each tube."""

    kind: ClassVar[str] = "export blind key"
    shipment_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> list[tuple[str, str]]:
        if not self.reason:
            raise ReasonMissing(self.kind)
        shipment = shipment_of(ledger, self.shipment_id)
        if shipment.profile is not Profile.BLIND:
            raise WrongStep(shipment.number, shipment.step, self.kind)
        lines = [line for line in standing_lines(lines_of(ledger, shipment.id)) if line.specimen_id is not None]
        tubes = ledger.specimens(line.specimen_id for line in lines if line.specimen_id is not None)
        ledger.save(SHIPMENT, shipment._replace(keys_exported=shipment.keys_exported + 1))
        return [(line.blind_code or "", tubes[cast(int, line.specimen_id)].barcode or "") for line in lines]


def last_and_next(ledger: Ledger, shipment: Shipment) -> tuple[Manifest | None, Manifest]:
    """The version issued last, and what a version issued now would say (without what each version brings with it).

    What has left stays as it was listed, also when a tube comes back: only who released it is new.
    """
    before = _last(ledger, shipment.id)
    if before is None or shipment.step in (Step.DRAFT, Step.PACKED):
        return before, manifest_now(ledger, shipment.id)
    if before.released_at:
        return before, before
    now = manifest_now(ledger, shipment.id)
    released = {name: getattr(now, name) for name in ("released_by", "released_at", "second_person")}
    return before, before._replace(**released)


def list_what_leaves(ledger: Ledger, shipment: Shipment) -> None:
    """Issue the manifest of a parcel just handed over, unless a version was issued since it was packed.

    What has left can't be listed later: its tubes may be anywhere. A version of an earlier hand-over that was corrected
    doesn't count.
    """
    for content, issued_at in run(ledger.connection, _LAST, shipment=shipment.id):
        if issued_at >= (shipment.packed_at or 0) and not json.loads(content)["released_at"]:
            return
    before = _last(ledger, shipment.id)
    _issue(ledger, shipment.id, before, manifest_now(ledger, shipment.id))


def _issue(ledger: Ledger, shipment_id: int, before: Manifest | None, now: Manifest) -> Manifest:
    said = ledger.operation
    rows = run(ledger.connection, _HEAD)
    seq, here = rows[0] if rows else (0, first_link(now.bank_uuid))
    issued = now._replace(
        version=1 if before is None else before.version + 1,
        issued_at=moment(said.recorded_at),
        head_seq=seq,
        head_hash=bytes(here).hex(),
    )
    new = [] if before is None else changes(before, issued)
    content, whole = written(issued)
    record = IssuedManifest(
        ledger.new_id(MANIFEST),
        shipment_id,
        issued.version,
        whole,
        seq,
        issued.head_hash,
        said.recorded_at,
        canonical([list(each) for each in new]),
        content,
    )
    ledger.save(MANIFEST, record)
    return issued


def _last(ledger: Ledger, shipment_id: int) -> Manifest | None:
    rows = run(ledger.connection, _LAST, shipment=shipment_id)
    return read_plain(Manifest, json.loads(rows[0][0])) if rows else None
