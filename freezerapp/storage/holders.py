"""Containers as a search knows them: names, codes, and the two ways in which people write their paths."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from freezerapp.domain.container import is_box_kind
from freezerapp.domain.position import Position
from freezerapp.domain.search.matching import Holder
from freezerapp.storage import containers, schema
from freezerapp.storage.prepared import Prepared

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader


class HolderRow(NamedTuple):
    """A container, and the one it stands in (on the bench: belongs in)."""

    id: int
    parent_id: int | None
    holder: Holder


_c, _p = schema.container.c, schema.place.c
_CONTAINERS = Prepared(select(_c.id, _c.type_id, _c.name, _c.code))
_STANDING = Prepared(
    # "here" sorts before "home", and what is written first counts.
    select(_p.child_id, _p.container_id, _p.row, _p.column)
    .where(_p.child_id.is_not(None))
    .order_by(_p.child_id, _p.use)
)


def holders(reader: "Reader") -> dict[int, HolderRow]:
    """All containers of the bank, by id."""
    types = containers.types(reader.connection)
    rows = reader.all(_CONTAINERS)
    type_of = {row[0]: row[1] for row in rows}
    standing: dict[int, tuple[int, int, int]] = {}
    for child, *spot in reader.all(_STANDING):
        standing.setdefault(child, (spot[0], spot[1], spot[2]))
    found = {}
    for key, type_id, name, code in rows:
        where = standing.get(key)
        place = None
        if where is not None and type_id in types and is_box_kind(str(types[type_id].kind)):
            layout, position = types[type_of[where[0]]].layout, Position(where[1], where[2])
            place = layout.label(position) if layout.contains(position) else None
        found[key] = HolderRow(key, where[0] if where else None, Holder(name, code, place))
    return found


def chains(rows: dict[int, HolderRow]) -> dict[int, tuple[Holder, ...]]:
    """For each container what it stands in, from the root down to itself."""
    found: dict[int, tuple[Holder, ...]] = {}
    for key in rows:
        pending: list[int] = []
        at: int | None = key
        while at is not None and at not in found and at not in pending:
            pending.append(at)
            at = rows[at].parent_id
        above = found.get(at, ()) if at is not None else ()
        for one in reversed(pending):
            above = found[one] = (*above, rows[one].holder)
    return found


def below(rows: dict[int, HolderRow], roots: Iterable[int]) -> set[int]:
    """These containers and all that stand in them."""
    children: dict[int | None, list[int]] = {}
    for row in rows.values():
        children.setdefault(row.parent_id, []).append(row.id)
    found: set[int] = set()
    pending = list(roots)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending.extend(children.get(key, ()))
    return found
