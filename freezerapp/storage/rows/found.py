"""What a code leads to, and the lines of a result list."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import bindparam, literal_column, select

from freezerapp.domain.barcode import code_key
from freezerapp.domain.position import Position
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds, Prepared
from freezerapp.storage.rows.storage import Storage, storage


class Found(NamedTuple):
    """What a whole code leads to; ``replaced_at`` (ms UTC) says that the code is an old one."""

    kind: str
    id: int
    text: str
    replaced_at: int | None


class FoundRow(NamedTuple):
    """One line of a result list, an export or ``find``."""

    id: int
    barcode: str
    material: str
    participant: str | None
    visit: str | None
    amount: int | None
    unit: str | None
    status: str
    container_id: int | None
    container: str | None
    position: str | None
    path: str | None
    parent: str | None
    holds: int


_c = schema.code.c
_BY_CODE = Prepared(select(_c.owner_kind, _c.owner_id, _c.text, _c.valid_until).where(_c.key == bindparam("wanted")))
_s, _k, _p = schema.specimen.c, schema.collection.c, schema.place.c
_parent = schema.specimen.alias("parent")
_LINES = ByIds(
    select(
        _s.id,
        _s.barcode,
        schema.material.c.code,
        schema.participant.c.code,
        schema.moment.c.code,
        _s.amount,
        _s.unit,
        _s.status,
        _p.container_id,
        _p.row,
        _p.column,
        _parent.c.barcode,
    )
    .select_from(schema.specimen)
    .join(schema.material, schema.material.c.id == _s.material_id)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id)
    .outerjoin(_parent, _parent.c.id == _s.parent_id)
    .outerjoin(schema.place, (_p.specimen_id == _s.id) & (_p.use == literal_column("'here'"))),
    _s.id,
)
_HOMES = ByIds(
    select(_p.specimen_id, _p.container_id, _p.row, _p.column).where(_p.use == literal_column("'home'")),
    _p.specimen_id,
)
_HOLDS = ByIds(select(schema.hold.c.specimen_id), schema.hold.c.specimen_id)


def by_code(reader: Reader, text: str) -> Found | None:
    """What a code leads to, whole, without regard to case; None where it leads nowhere."""
    row = reader.one(_BY_CODE, wanted=code_key(text))
    return Found(*row) if row else None


def found_rows(reader: Reader, ids: Sequence[int], tree: Storage | None = None) -> list[FoundRow]:
    """The lines of these specimens, in the order of the ids.

    A tube on the bench (or missing) shows the place kept for it. With ``tree`` at hand the storage tree is not
    read again for the paths.
    """
    if not ids:
        return []
    rows = {row[0]: row for row in _LINES.rows(reader.connection, ids)}
    homes = {row[0]: row[1:] for row in _HOMES.rows(reader.connection, ids)}
    holds: dict[int, int] = {}
    for (key,) in _HOLDS.rows(reader.connection, ids):
        holds[key] = holds.get(key, 0) + 1
    known = tree or storage(reader)
    paths: dict[int, str] = {}
    found = []
    for key in ids:
        row = rows.get(key)
        if row is None:
            continue
        where = homes.get(key) if row[8] is None else row[8:11]
        holder = known.containers.get(where[0]) if where else None
        position = path = None
        if where is not None and holder is not None:
            position = holder.layout.label(Position(where[1], where[2]))
            if holder.id not in paths:
                paths[holder.id] = known.path_text(holder.id)
            path = f"{paths[holder.id]} › {position}"
        facts: list[Any] = [
            *row[:8],
            holder.id if holder else None,
            (holder.code or holder.name) if holder else None,
            position,
            path,
            row[11],
            holds.get(key, 0),
        ]
        found.append(FoundRow(*facts))
    return found
