"""Everything about one specimen: facts, where it is, lineage, history."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import bindparam, select

from freezerapp.domain.position import Position
from freezerapp.domain.problems import NotThere
from freezerapp.domain.specimen import Code, Hold, Specimen
from freezerapp.storage import containers, schema, specimens
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds, Prepared, Row
from freezerapp.storage.rows.history import HistoryRow, history_of

MOST_CHILDREN = 60
"""Children of one specimen shown in its lineage; the rest is told as a count by the list of aliquots."""


class LineageRow(NamedTuple):
    """One specimen of a family; ``depth`` 0 is the oldest ancestor; the aliquot number counts its siblings."""

    id: int
    kind: str
    barcode: str | None
    material: str
    status: str
    amount: int | None
    unit: str | None
    made_by: str | None
    depth: int
    aliquot_number: int | None
    aliquot_count: int | None
    current: bool
    tube: str | None


class TubeCard(NamedTuple):
    """One specimen as the inspector shows it; ``fields`` are site fields as (name, text, unit)."""

    id: int
    kind: str
    barcode: str | None
    codes: tuple[Code, ...]
    status: str
    material: str
    participant: str | None
    visit: str | None
    visit_name: str | None
    study: str | None
    site: str | None
    collected: str | None
    amount: int | None
    initial_amount: int | None
    unit: str | None
    concentration: int | None
    thaws: int
    thaw_limit: int | None
    tube: str | None
    sprec: str | None
    stored_on: str | None
    expires_on: str | None
    out_since: int | None
    out_ms: int
    note: str | None
    known: str | None
    container_id: int | None
    row: int | None
    column: int | None
    position: str | None
    home_container_id: int | None
    home_position: str | None
    holds: tuple[Hold, ...]
    fields: tuple[tuple[str, str, str | None], ...]
    lineage: tuple[LineageRow, ...]
    history: tuple[HistoryRow, ...]
    aliquot_number: int | None
    aliquot_count: int | None


_k = schema.collection.c
_DONOR = Prepared(
    select(
        schema.participant.c.code,
        schema.moment.c.code,
        schema.moment.c.name,
        schema.study.c.code,
        schema.site.c.code,
        _k.collected,
    )
    .select_from(schema.collection)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id)
    .outerjoin(schema.study, schema.study.c.id == schema.participant.c.study_id)
    .outerjoin(schema.site, schema.site.c.id == schema.participant.c.site_id)
    .where(_k.id == bindparam("id"))
)
_MATERIAL = Prepared(
    select(schema.material.c.code, schema.material.c.thaw_limit).where(schema.material.c.id == bindparam("id"))
)
_s = schema.specimen.c
_member = select(
    _s.id,
    _s.kind,
    _s.barcode,
    schema.material.c.code,
    _s.status,
    _s.amount,
    _s.unit,
    _s.made_by,
    _s.parent_id,
    _s.tube,
).join(schema.material, schema.material.c.id == _s.material_id)
_ONE = Prepared(_member.where(_s.id == bindparam("id")))
_CHILDREN = Prepared(_member.where(_s.parent_id == bindparam("id"), _s.status != "void").order_by(_s.id))
_FIELDS = ByIds(select(schema.field.c.id, schema.field.c.name, schema.field.c.unit), schema.field.c.id)


def tube_card(reader: Reader, specimen_id: int) -> TubeCard:
    """Everything about one specimen. Raises NotThere."""
    found = specimens.load(reader.connection, [specimen_id])
    if specimen_id not in found:
        raise NotThere("specimen", str(specimen_id))
    tube = found[specimen_id]
    material, thaw_limit = reader.all(_MATERIAL, id=tube.material_id)[0]
    donor = reader.one(_DONOR, id=tube.collection_id) if tube.collection_id else None
    lineage = _lineage(reader, specimen_id)
    me = next(row for row in lineage if row.current)
    position, home_position = _labels(reader, tube)
    names: Mapping[int, tuple[str, str | None]] = {}
    if tube.fields:
        ids = [key for key, _ in tube.fields]
        names = {row[0]: (row[1], row[2]) for row in _FIELDS.rows(reader.connection, ids)}
    participant, visit, visit_name, study, site, collected = donor or (None,) * 6
    return TubeCard(
        tube.id,
        tube.kind,
        tube.barcode,
        tube.codes,
        tube.status,
        material,
        participant,
        visit,
        visit_name,
        study,
        site,
        collected,
        tube.amount,
        tube.initial_amount,
        tube.unit,
        tube.concentration,
        tube.thaws,
        thaw_limit,
        tube.tube,
        tube.sprec,
        tube.stored_on,
        tube.expires_on,
        tube.out_since,
        tube.out_ms,
        tube.note,
        tube.known,
        tube.place.container if tube.place else None,
        tube.place.row if tube.place else None,
        tube.place.column if tube.place else None,
        position,
        tube.home.container if tube.home else None,
        home_position,
        tube.holds,
        tuple((names[key][0], text, names[key][1]) for key, text in tube.fields),
        lineage,
        history_of(reader, "specimen", specimen_id),
        me.aliquot_number,
        me.aliquot_count,
    )


def _labels(reader: Reader, tube: Specimen) -> tuple[str | None, str | None]:
    spots = [spot for spot in (tube.place, tube.home) if spot is not None]
    if not spots:
        return None, None
    holders = containers.load(reader.connection, [spot.container for spot in spots])
    types = containers.types(reader.connection)
    place, home = (
        None if spot is None else types[holders[spot.container].type_id].layout.label(Position(spot.row, spot.column))
        for spot in (tube.place, tube.home)
    )
    return place, home


def _lineage(reader: Reader, specimen_id: int) -> tuple[LineageRow, ...]:
    """The line from the oldest ancestor down to a specimen, its siblings' count, and its own children."""
    line = [reader.all(_ONE, id=specimen_id)[0]]
    while line[0][8] is not None and all(line[0][8] != row[0] for row in line):
        line.insert(0, reader.all(_ONE, id=line[0][8])[0])
    found = []
    for depth, row in enumerate(line):
        number = count = None
        if row[8] is not None:
            siblings = [each[0] for each in reader.all(_CHILDREN, id=row[8]) if (each[3], each[7]) == (row[3], row[7])]
            number = siblings.index(row[0]) + 1 if row[0] in siblings else None
            count = len(siblings) if number else None
        found.append(_lineage_row(row, depth, number, count, row[0] == specimen_id))
    for number, child in enumerate(reader.all(_CHILDREN, id=specimen_id)[:MOST_CHILDREN], 1):
        found.append(_lineage_row(child, len(line), number, None, False))
    return tuple(found)


def _lineage_row(row: Row, depth: int, number: int | None, count: int | None, current: bool) -> LineageRow:
    key, kind, barcode, material, status, amount, unit, made_by, _, tube = row
    return LineageRow(key, kind, barcode, material, status, amount, unit, made_by, depth, number, count, current, tube)
