"""Containers and their types in and out of their tables, places and blocked cells folded in."""

import json
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from sqlalchemy import Connection, literal_column, select

from freezerapp.domain.container import ContainerType, Drawn, Holds
from freezerapp.domain.position import FillOrder, Layout, Position, Scheme
from freezerapp.domain.specimen import Known, Spot
from freezerapp.domain.standing import Cell, CellUse, Container, Standing, UnitState
from freezerapp.domain.temperature import Temperature
from freezerapp.storage import schema
from freezerapp.storage.prepared import ByIds, Prepared, Row, run

_p = schema.place.c
_CONTAINERS = ByIds(select(schema.container), schema.container.c.id)
_HERE = ByIds(
    select(_p.child_id, _p.container_id, _p.row, _p.column, _p.known).where(_p.use == literal_column("'here'")),
    _p.child_id,
)
_HOME = ByIds(
    select(_p.child_id, _p.container_id, _p.row, _p.column).where(_p.use == literal_column("'home'")),
    _p.child_id,
)
_CELLS = ByIds(
    select(_p.container_id, _p.row, _p.column, _p.use).where(
        _p.use.in_([literal_column("'blocked'"), literal_column("'reserved'")])
    ),
    _p.container_id,
)
_OCCUPIED = ByIds(select(_p.container_id, _p.row, _p.column, _p.use, _p.specimen_id, _p.child_id), _p.container_id)
_TYPES = Prepared(
    select(schema.container_type, schema.labelling.c.definition)
    .join(schema.labelling, schema.labelling.c.id == schema.container_type.c.labelling_id)
    .order_by(schema.container_type.c.id)
)


def load(connection: Connection, ids: Sequence[int]) -> dict[int, Container]:
    """The containers of these ids as they stand now; an id that is not there is left out."""
    here = {row[0]: (Spot._make(row[1:4]), Known(row[4])) for row in _HERE.rows(connection, ids)}
    home = {row[0]: Spot._make(row[1:4]) for row in _HOME.rows(connection, ids)}
    cells: defaultdict[int, list[Cell]] = defaultdict(list)
    for owner, row, column, use in _CELLS.rows(connection, ids):
        cells[owner].append(Cell(row, column, CellUse(use)))
    found = {}
    for key, type_id, name, code, status, state, temperature, out_since in _CONTAINERS.rows(connection, ids):
        place, known = here.get(key, (None, None))
        found[key] = Container(
            key,
            type_id,
            name,
            code,
            Standing(status),
            UnitState(state),
            temperature,
            out_since,
            place,
            known,
            home.get(key),
            tuple(sorted(cells.get(key, ()))),
        )
    return found


def occupied(connection: Connection, ids: Sequence[int]) -> dict[Spot, tuple[str, int | None, int | None]]:
    """What is written in the grids of these containers: use, specimen id, child id by position."""
    return {
        Spot(container, row, column): (use, specimen, child)
        for container, row, column, use, specimen, child in _OCCUPIED.rows(connection, ids)
    }


def types(connection: Connection) -> dict[int, ContainerType]:
    """All container types of the bank by id."""
    return {row[0]: _type(row[1:]) for row in run(connection, _TYPES)}


@lru_cache(maxsize=1024)
def _type(row: Row) -> ContainerType:
    """One type from its row; kept, since every transaction asks for the same few."""
    (
        code,
        name,
        kind,
        rows,
        columns,
        _,
        fill,
        absent,
        holds,
        accepts,
        materials,
        cold,
        degrees,
        drawn,
        scheme,
    ) = row
    return ContainerType(
        code=code,
        name=name,
        kind=kind,
        layout=Layout(
            rows=rows,
            columns=columns,
            scheme=Scheme.from_json(scheme),
            fill=FillOrder(fill),
            absent=frozenset(Position(*cell) for cell in json.loads(absent)),
        ),
        holds=Holds(holds),
        accepts=tuple(json.loads(accepts)),
        materials=tuple(json.loads(materials)),
        temperature=None if cold is None else Temperature(cold),
        set_temperature=degrees,
        drawn=Drawn(drawn),
    )
