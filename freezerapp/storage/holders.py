"""Containers as a search knows them: names, codes, and the two ways in which people write their paths."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import select

from freezerapp.domain.container import is_box_kind
from freezerapp.domain.position import Layout, Position
from freezerapp.domain.search.matching import Holder
from freezerapp.storage import containers, schema
from freezerapp.storage.prepared import Prepared

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader


class HolderRow(NamedTuple):
    """A container and the one it stands in (on the bench: belongs in); of a box also where there."""

    id: int
    parent_id: int | None
    name: str
    code: str | None
    slot: tuple[Layout, Position] | None = None

    @property
    def holder(self) -> Holder:
        """Its names, with the label of its position."""
        label = None
        if self.slot is not None and self.slot[0].contains(self.slot[1]):
            label = self.slot[0].label(self.slot[1])
        return Holder(self.name, self.code, label)


_c, _p = schema.container.c, schema.place.c
_CONTAINERS = Prepared(select(_c.id, _c.type_id, _c.name, _c.code))
_STANDING = Prepared(
    # "here" sorts before "home", and what comes first counts.
    select(_p.child_id, _p.container_id, _p.row, _p.column)
    .where(_p.child_id.is_not(None))
    .order_by(_p.child_id, _p.use)
)


def holders(reader: "Reader") -> dict[int, HolderRow]:
    """All containers of the bank, by id."""
    types = containers.types(reader.connection)
    rows = reader.all(_CONTAINERS)
    type_of = {row[0]: types[row[1]] for row in rows}
    standing: dict[int, tuple[int, Position]] = {}
    for child, container, row, column in reader.all(_STANDING):
        standing.setdefault(child, (container, Position(row, column)))
    found = {}
    for key, _, name, code in rows:
        parent, position = standing.get(key, (None, None))
        slot = None
        if parent is not None and position is not None and is_box_kind(type_of[key].kind):
            slot = (type_of[parent].layout, position)
        found[key] = HolderRow(key, parent, name, code, slot)
    return found


def chains(rows: Mapping[int, HolderRow]) -> dict[int, tuple[Holder, ...]]:
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


def children(rows: Mapping[int, HolderRow]) -> dict[int | None, list[int]]:
    """For each container what stands in it; under None the roots."""
    found: dict[int | None, list[int]] = {}
    for row in rows.values():
        found.setdefault(row.parent_id, []).append(row.id)
    return found


def below(inside: Mapping[int | None, Sequence[int]], tops: Iterable[int]) -> set[int]:
    """These containers and all that stand in them."""
    found: set[int] = set()
    pending = list(tops)
    while pending:
        key = pending.pop()
        if key not in found:
            found.add(key)
            pending.extend(inside.get(key, ()))
    return found
