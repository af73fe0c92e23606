"""One box with every tube in it."""

from typing import NamedTuple

from sqlalchemy import bindparam, literal_column, select

from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import Prepared


class TubeRow(NamedTuple):
    """One tube in its position; ``use`` is here, or home where the place is only kept for it."""

    id: int
    barcode: str
    status: str
    material: str
    participant: str | None
    visit: str | None
    amount: int | None
    unit: str | None
    thaws: int
    row: int
    column: int
    use: str
    known: str | None
    holds: tuple[str, ...]
    parent_id: int | None


class BoxRow(NamedTuple):
    """The tubes of one box, and its positions that are kept empty as (row, column, use)."""

    container_id: int
    tubes: tuple[TubeRow, ...]
    blocked: tuple[tuple[int, int, str], ...]


_p, _s, _k = schema.place.c, schema.specimen.c, schema.collection.c
_BOX = Prepared(
    select(
        _s.id,
        _s.barcode,
        _s.status,
        schema.material.c.code,
        schema.participant.c.code,
        schema.moment.c.code,
        _s.amount,
        _s.unit,
        _s.thaws,
        _p.row,
        _p.column,
        _p.use,
        _p.known,
        _s.parent_id,
    )
    .select_from(schema.place)
    .outerjoin(schema.specimen, _s.id == _p.specimen_id)
    .outerjoin(schema.material, schema.material.c.id == _s.material_id)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id)
    .where(_p.container_id == bindparam("box"))
    .order_by(_p.row, _p.column)
)
_HOLDS = Prepared(
    select(schema.hold.c.specimen_id, schema.hold.c.kind)
    .join(schema.place, _p.specimen_id == schema.hold.c.specimen_id)
    .where(_p.container_id == bindparam("box"), _p.use.in_([literal_column("'here'"), literal_column("'home'")]))
    .distinct()
)


def box(reader: Reader, container_id: int) -> BoxRow:
    """The tubes of one box in the order of its rows."""
    holds: dict[int, tuple[str, ...]] = {}
    for key, kind in reader.all(_HOLDS, box=container_id):
        holds[key] = (*holds.get(key, ()), kind)
    rows = reader.all(_BOX, box=container_id)
    make, none = TubeRow._make, ()
    tubes = [make((*row[:13], holds.get(row[0], none), row[13])) for row in rows if row[0] is not None]
    blocked = [(row[9], row[10], row[11]) for row in rows if row[0] is None]
    return BoxRow(container_id, tuple(tubes), tuple(blocked))
