"""What is on the bench: tubes, boxes, racks taken out and not yet put back."""

from typing import NamedTuple

from sqlalchemy import literal_column, select

from freezerapp.domain.position import Position
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import Prepared
from freezerapp.storage.rows.storage import Storage, storage


class BenchRow(NamedTuple):
    """One thing in hand. ``out_since`` in ms UTC; ``home_text`` reads "D6 in DNA-0042", None for a newcomer."""

    kind: str
    id: int
    code: str
    material: str | None
    participant: str | None
    visit: str | None
    out_since: int
    home_id: int | None
    home_row: int | None
    home_column: int | None
    home_text: str | None
    tubes: int


_s, _k, _p, _c = schema.specimen.c, schema.collection.c, schema.place.c, schema.container.c
_home = _p.use == literal_column("'home'")
_TUBES = Prepared(
    select(
        _s.id,
        _s.barcode,
        schema.material.c.code,
        schema.participant.c.code,
        schema.moment.c.code,
        _s.out_since,
        _p.container_id,
        _p.row,
        _p.column,
    )
    .select_from(schema.specimen)
    .join(schema.material, schema.material.c.id == _s.material_id)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id)
    .outerjoin(schema.place, (_p.specimen_id == _s.id) & _home)
    .where(_s.out_since.is_not(None))
    .order_by(_s.out_since, _s.id)
)
_CONTAINERS = Prepared(
    select(_c.id, _c.code, _c.name, _c.out_since, _p.container_id, _p.row, _p.column)
    .select_from(schema.container)
    .outerjoin(schema.place, (_p.child_id == _c.id) & _home)
    .where(_c.out_since.is_not(None))
    .order_by(_c.out_since, _c.id)
)


def bench(reader: Reader, tree: Storage | None = None) -> tuple[BenchRow, ...]:
    """Everything on the bench, longest out first; containers with the number of tubes in them."""
    known = tree or storage(reader)

    def home(holder: int | None, row: int | None, column: int | None) -> str | None:
        if holder is None or row is None or column is None or holder not in known.containers:
            return None
        box = known.containers[holder]
        return f"{box.layout.label(Position(row, column))} in {box.code or box.name}"

    rows = [
        BenchRow("specimen", key, code, material, participant, visit, since, at, row, column, home(at, row, column), 1)
        for key, code, material, participant, visit, since, at, row, column in reader.all(_TUBES)
    ]
    for key, code, name, since, at, row, column in reader.all(_CONTAINERS):
        tubes = known.containers[key].tubes if key in known.containers else 0
        place = home(at, row, column)
        rows.append(BenchRow("container", key, code or name, None, None, None, since, at, row, column, place, tubes))
    return tuple(sorted(rows, key=lambda row: row.out_since))
