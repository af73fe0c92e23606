"""What a bank answers to a list that is to be brought in: codes, tubes, boxes and people that it names."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import literal_column, select

from freezerapp.domain.barcode import code_key
from freezerapp.domain.container import ContainerType, Holds, temperature_of
from freezerapp.domain.intake import (
    Asked,
    BoxFact,
    CodeOwner,
    IntakeFacts,
    MaterialFact,
    MomentFact,
    PersonFact,
    TubeFact,
)
from freezerapp.domain.position import Position
from freezerapp.domain.temperature import Temperature
from freezerapp.storage import containers, schema
from freezerapp.storage.database import Database, Reader
from freezerapp.storage.prepared import ByIds, Prepared

PAGE = 4_000
"""Codes asked for in one reading transaction: a list of a million rows must not hold up anybody's commit."""

_c, _s, _k, _p = schema.code.c, schema.specimen.c, schema.collection.c, schema.place.c
_CODES = ByIds(select(_c.key, _c.owner_kind, _c.owner_id, _c.text), _c.key)
_TUBES = ByIds(
    select(
        _s.id,
        _s.barcode,
        _s.material_id,
        _k.participant_id,
        _k.moment_id,
        _k.collected,
        _s.amount,
        _s.unit,
        _p.container_id,
        _p.row,
        _p.column,
        _s.parent_id,
    )
    .select_from(schema.specimen)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.place, (_p.specimen_id == _s.id) & (_p.use == literal_column("'here'"))),
    _s.id,
)
_CONTAINERS = Prepared(
    select(
        schema.container.c.id,
        schema.container.c.type_id,
        schema.container.c.name,
        schema.container.c.code,
        schema.container.c.status,
    ).where(schema.container.c.status != literal_column("'void'"))
)
_STANDING = Prepared(select(_p.child_id, _p.container_id).where(_p.child_id.is_not(None)))
_TAKEN = ByIds(
    select(_p.container_id, _p.row, _p.column, _s.barcode, schema.container.c.name)
    .select_from(schema.place)
    .outerjoin(schema.specimen, _s.id == _p.specimen_id)
    .outerjoin(schema.container, schema.container.c.id == _p.child_id),
    _p.container_id,
)
_MATERIALS = Prepared(select(schema.material).order_by(schema.material.c.id))
_PEOPLE = Prepared(
    select(
        schema.participant.c.id,
        schema.participant.c.study_id,
        schema.participant.c.code,
        schema.participant.c.site_id,
    ).where(schema.participant.c.void == 0)
)
_MOMENTS = Prepared(
    select(schema.moment.c.id, schema.moment.c.study_id, schema.moment.c.code, schema.moment.c.name).where(
        schema.moment.c.void == 0
    )
)
_STUDIES = Prepared(
    select(schema.study.c.id, schema.study.c.code).where(schema.study.c.void == 0).order_by(schema.study.c.id)
)
_SITES = Prepared(select(schema.site.c.id, schema.site.c.code).where(schema.site.c.void == 0))


def intake_facts(database: Database, asked: Asked) -> IntakeFacts:
    """Everything a check needs to know of the bank, read in short transactions.

    The command that brings the list in checks again inside its own, so what changes meanwhile can do no harm.
    """
    keys = sorted(asked.codes | asked.boxes)
    codes = {row[0]: CodeOwner(*row[1:]) for row in _paged(database, _CODES, keys)}
    wanted = sorted({owner.id for owner in codes.values() if owner.kind == "specimen"})
    tubes = {tube.id: tube for tube in _tubes(database, wanted)}
    parents = sorted({tube.parent_id for tube in tubes.values() if tube.parent_id} - set(tubes))
    tubes |= {tube.id: tube for tube in _tubes(database, parents)}
    donors = {tube.participant_id for tube in tubes.values()}
    with database.reading() as reader:
        people = tuple(
            PersonFact(*row) for row in reader.all(_PEOPLE) if row[0] in donors or code_key(row[2]) in asked.people
        )
        moments = tuple(MomentFact(*row) for row in reader.all(_MOMENTS))
        studies = {row[0]: row[1] for row in reader.all(_STUDIES)}
        sites = {row[0]: row[1] for row in reader.all(_SITES)}
        materials = tuple(_material(row) for row in reader.all(_MATERIALS))
    boxes, names = _boxes(database, asked, codes, tubes.values())
    return IntakeFacts(codes, tubes, boxes, names, materials, people, moments, studies, sites, min(studies, default=1))


def _paged(database: Database, statement: ByIds, ids: Sequence[Any]) -> Iterator[tuple[Any, ...]]:
    for start in range(0, len(ids), PAGE):
        with database.reading() as reader:
            rows = list(statement.rows(reader.connection, ids[start : start + PAGE]))
        yield from rows


def _tubes(database: Database, ids: Sequence[int]) -> Iterator[TubeFact]:
    for row in _paged(database, _TUBES, ids):
        position = None if row[9] is None else Position(row[9], row[10])
        facts: list[Any] = [*row[:9], position, row[11]]
        yield TubeFact(*facts)


def _material(row: tuple[Any, ...]) -> MaterialFact:
    key, code, name, synonyms, _, _, cold, first_stop = row[:8]
    return MaterialFact(
        key,
        code,
        name,
        tuple(json.loads(synonyms)),
        Temperature(cold) if cold else None,
        Temperature(first_stop) if first_stop else None,
    )


def _boxes(
    database: Database, asked: Asked, codes: dict[str, CodeOwner], tubes: Iterable[TubeFact]
) -> tuple[dict[int, BoxFact], dict[str, tuple[int, ...]]]:
    with database.reading() as reader:
        types = containers.types(reader.connection)
        rows = {row[0]: row for row in reader.all(_CONTAINERS)}
        parents = dict(_pairs(reader))
    named: dict[str, list[int]] = {}
    for key, _, name, _, _ in rows.values():
        spelt = code_key(name)
        if spelt in asked.boxes:
            named.setdefault(spelt, []).append(key)
    names = {spelt: _for_tubes(ids, rows, types) for spelt, ids in named.items()}
    wanted = {owner.id for owner in codes.values() if owner.kind == "container"}
    wanted |= {key for ids in names.values() for key in ids}
    wanted |= {tube.box_id for tube in tubes if tube.box_id is not None}
    wanted &= set(rows)
    taken: dict[int, dict[Position, str]] = {}
    for holder, row, column, barcode, name in _paged(database, _TAKEN, sorted(wanted)):
        taken.setdefault(holder, {})[Position(row, column)] = barcode or name or ""
    boxes = {}
    for key in wanted:
        _, type_id, name, code, status = rows[key]
        around = [types[rows[each][1]] for each in _up(key, parents) if each in rows]
        boxes[key] = BoxFact(
            key,
            code,
            name,
            types[type_id],
            temperature_of(around),
            taken.get(key, {}),
            status in ("retired", "away"),
        )
    return boxes, names


def _pairs(reader: Reader) -> list[tuple[int, int]]:
    return [(row[0], row[1]) for row in reader.all(_STANDING)]


def _for_tubes(ids: list[int], rows: dict[int, tuple[Any, ...]], types: dict[int, ContainerType]) -> tuple[int, ...]:
    of_tubes = tuple(key for key in ids if types[rows[key][1]].holds is Holds.SPECIMENS)
    return of_tubes or tuple(ids)


def _up(key: int, parents: dict[int, int]) -> Iterator[int]:
    seen: set[int] = set()
    current: int | None = key
    while current is not None and current not in seen:
        seen.add(current)
        yield current
        current = parents.get(current)
