"""Containers as a search knows them: names, codes, and the two ways in which people write their paths."""

from collections.abc import Iterable, Mapping
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


class Tree:
    """Which containers stand in which, however deep; made once, then asked fast."""

    def __init__(self, rows: Mapping[int, HolderRow]) -> None:
        inside: dict[int | None, list[int]] = {}
        for row in rows.values():
            inside.setdefault(row.parent_id, []).append(row.id)
        # Each container is followed by all that stand in it, so that they are one stretch of the list.
        self._order: list[int] = []
        self._stretch: dict[int, tuple[int, int]] = {}
        pending = [(key, False) for key in inside.get(None, ())]
        while pending:
            key, done = pending.pop()
            if done:
                self._stretch[key] = (self._stretch[key][0], len(self._order))
                continue
            self._stretch[key] = (len(self._order), 0)
            self._order.append(key)
            pending.append((key, True))
            pending.extend((child, False) for child in inside.get(key, ()))

    def below(self, tops: Iterable[int]) -> set[int]:
        """These containers and all that stand in them."""
        found: set[int] = set()
        seen = 0
        for start, end in sorted(self._stretch[key] for key in tops if key in self._stretch):
            if end > seen:
                found.update(self._order[start:end])
                seen = end
        return found
