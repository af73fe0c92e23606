"""What a search can ask about some tubes, read from the bank as plain values."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import literal_column, select

from freezerapp.domain.quantity import Amount
from freezerapp.domain.search.matching import Named, OwnValue, TubeFacts
from freezerapp.domain.specimen import HoldKind, Kind, Known, Status
from freezerapp.storage import schema
from freezerapp.storage.holders import chains, holders
from freezerapp.storage.listed import NUMBERS
from freezerapp.storage.prepared import ByIds, Prepared, Row

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader

_s, _p, _c, _k = schema.specimen.c, schema.place.c, schema.code.c, schema.collection.c
_v, _f = schema.field_value.c, schema.field.c


class _Collection(NamedTuple):
    id: int
    participant_id: int | None
    moment_id: int | None
    collected: str | None


_SPECIMENS = ByIds(
    select(
        _s.id,
        _s.kind,
        _s.status,
        _s.barcode,
        _s.material_id,
        _s.collection_id,
        _s.parent_id,
        _s.amount,
        _s.unit,
        _s.thaws,
        _s.stored_on,
    ),
    _s.id,
)
_BARCODES = ByIds(select(_s.id, _s.barcode), _s.id)
_CODES = ByIds(select(_c.owner_id, _c.text).where(_c.owner_kind == literal_column("'specimen'")), _c.owner_id)
_HOLDS = ByIds(select(schema.hold.c.specimen_id, schema.hold.c.kind), schema.hold.c.specimen_id)
_PLACES = ByIds(
    select(_p.specimen_id, _p.container_id, _p.use, _p.known).where(_p.specimen_id.is_not(None)),
    _p.specimen_id,
)
_COLLECTIONS = ByIds(select(_k.id, _k.participant_id, _k.moment_id, _k.collected), _k.id)
_MATERIALS = Prepared(
    select(schema.material.c.id, schema.material.c.code, schema.material.c.name, schema.material.c.synonyms)
)
_PARTICIPANTS = Prepared(
    select(
        schema.participant.c.id,
        schema.participant.c.code,
        schema.participant.c.site_id,
        schema.participant.c.study_id,
    )
)
_MOMENTS = Prepared(select(schema.moment.c.id, schema.moment.c.code, schema.moment.c.name, schema.moment.c.study_id))
_SITES = Prepared(select(schema.site.c.id, schema.site.c.code, schema.site.c.name))
_STUDIES = Prepared(select(schema.study.c.id, schema.study.c.code, schema.study.c.name))
_OWN = {
    kind: ByIds(
        select(_v.owner_id, _f.code, _f.name, _v.text, _v.number)
        .select_from(schema.field_value.join(schema.field, _f.id == _v.field_id))
        .where(_f.void == literal_column("0"), _v.owner_kind == literal_column(f"'{kind}'")),
        _v.owner_id,
    )
    for kind in ("specimen", "participant", "moment", "collection")
}


def tube_facts(reader: "Reader", ids: Sequence[int]) -> dict[int, TubeFacts]:
    """The facts of these specimens, for ``matches``; an id that is not there is left out."""
    rows = list(_SPECIMENS.rows(reader.connection, ids))
    parents = sorted({row[6] for row in rows if row[6] is not None})
    codes = _grouped(reader, _CODES, [*ids, *parents])
    barcodes: dict[int | None, str | None] = dict(_BARCODES.rows(reader.connection, parents))
    holds = _grouped(reader, _HOLDS, ids)
    shipments = _grouped(reader, NUMBERS, ids)
    places = {row[0]: row[1:] for row in sorted(_PLACES.rows(reader.connection, ids), key=_home_first)}
    collected = sorted({row[5] for row in rows if row[5] is not None})
    collections = {row[0]: _Collection(*row) for row in _COLLECTIONS.rows(reader.connection, collected)}
    people = {row[0]: row[1:] for row in reader.all(_PARTICIPANTS)}
    moments = {row[0]: row[1:] for row in reader.all(_MOMENTS)}
    sites = {row[0]: Named(row[2], row[1]) for row in reader.all(_SITES)}
    studies = {row[0]: Named(row[2], row[1]) for row in reader.all(_STUDIES)}
    materials = {row[0]: (row[1], row[2], *json.loads(row[3])) for row in reader.all(_MATERIALS)}
    standing = chains(holders(reader))
    held = collections.values()
    of_tubes = _own_values(reader, "specimen", ids)
    of_people = _own_values(reader, "participant", (at.participant_id for at in held))
    of_moments = _own_values(reader, "moment", (at.moment_id for at in held))
    of_collections = _own_values(reader, "collection", collections)
    found = {}
    for key, kind, status, barcode, material, collection, parent, amount, unit, thaws, stored in rows:
        place, use, known = places.get(key, (None, None, None))
        at = collections.get(collection)
        person = people.get(at.participant_id) if at else None
        moment = moments.get(at.moment_id) if at else None
        study = person[2] if person else moment[2] if moment else None
        values = list(of_tubes[key])
        if at:
            values += of_people[at.participant_id] + of_moments[at.moment_id] + of_collections[at.id]
        found[key] = TubeFacts(
            barcode=barcode,
            codes=tuple(codes[key]),
            kind=Kind(kind),
            status=Status(status),
            materials=materials[material],
            containers=standing.get(place, ()),
            placed=use == "here",
            declared=known == Known.DECLARED,
            participant=person[0] if person else None,
            site=sites.get(person[1]) if person else None,
            study=studies.get(study),
            visit=Named(moment[1], moment[0]) if moment else None,
            holds=tuple(HoldKind(word) for word in holds[key]),
            thaws=thaws,
            amount=None if amount is None else Amount(amount, unit),
            stored=stored,
            collected=at.collected if at else None,
            has_parent=parent is not None,
            parents=tuple(text for text in (barcodes.get(parent), *codes[parent]) if text),
            own_values=tuple(values),
            shipments=tuple(shipments[key]),
        )
    return found


def _home_first(row: Row) -> bool:
    return bool(row[2] == "here")


def _grouped(reader: "Reader", statement: ByIds, ids: Sequence[int]) -> defaultdict[int | None, list[str]]:
    grouped: defaultdict[int | None, list[str]] = defaultdict(list)
    for owner, text in statement.rows(reader.connection, ids):
        grouped[owner].append(text)
    return grouped


def _own_values(reader: "Reader", kind: str, ids: Iterable[int | None]) -> dict[int | None, list[OwnValue]]:
    values: defaultdict[int | None, list[OwnValue]] = defaultdict(list)
    wanted = sorted({key for key in ids if key is not None})
    for owner, code, name, text, number in _OWN[kind].rows(reader.connection, wanted):
        values[owner].append(OwnValue((code, name), text, number))
    return values
