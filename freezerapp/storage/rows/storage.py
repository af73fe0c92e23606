"""The storage tree: every container, where it stands and how full it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from sqlalchemy import func, literal_column, select

from freezerapp.domain.container import (
    ContainerType,
    FillCount,
    Node,
    fill_counts,
    is_box_kind,
    is_unit,
    walking_order,
)
from freezerapp.domain.position import Layout, Position
from freezerapp.storage import containers, schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import Prepared, Row

SEPARATOR = " › "


class ContainerRow(NamedTuple):
    """One container on the screen.

    ``used`` of ``total`` counts box slots for units and racks, tube positions for what holds tubes;
    blocked positions are in neither. ``free`` leaves out reserved and closed space too. ``tubes`` stand
    in it or below.
    """

    id: int
    parent_id: int | None
    name: str
    code: str | None
    kind: str
    type_id: int
    type_code: str
    type_name: str
    layout: Layout
    holds: str
    drawn: str
    temperature: str | None
    set_temperature: int | None
    state: str
    status: str
    row: int | None
    column: int | None
    position: str | None
    used: int
    total: int
    free: int
    tubes: int

    @property
    def title(self) -> str:
        """What it is called where it is seen in its place: boxes and units by code, racks and shelves by name."""
        coded = is_box_kind(self.kind) or is_unit(self.kind)
        return self.code if coded and self.code else self.name


@dataclass(frozen=True)
class Storage:
    """All containers in use, by id; ``roots`` and ``children`` in the order in which one walks."""

    containers: Mapping[int, ContainerRow]
    roots: tuple[int, ...]
    children: Mapping[int, tuple[int, ...]]

    def path(self, container_id: int) -> tuple[int, ...]:
        """The containers from the root down to this one."""
        chain = [container_id]
        while (parent := self.containers[chain[-1]].parent_id) is not None and parent not in chain:
            chain.append(parent)
        return tuple(reversed(chain))

    def path_text(self, container_id: int, position: str | None = None) -> str:
        """The storage path as people read it; a box is named together with its place in the rack."""
        parts = []
        for key in self.path(container_id):
            row = self.containers[key]
            if row.position is not None and is_box_kind(row.kind):
                parts.append(row.position)
            parts.append(row.name)
        return SEPARATOR.join([*parts, position] if position else parts)

    def unit_of(self, container_id: int) -> int | None:
        """The freezer, tank or dewar that a container stands in (or is)."""
        return next((key for key in self.path(container_id) if is_unit(self.containers[key].kind)), None)

    def total_fill(self) -> tuple[int, int, int]:
        """Box slots used and in all, and tubes, over the whole bank."""
        rows = [
            self.containers[key]
            for key in self.roots
            if self.children.get(key) or self.containers[key].holds == "containers"
        ]
        tubes = sum(self.containers[key].tubes for key in self.roots)
        return sum(row.used for row in rows), sum(row.total for row in rows), tubes

    @cached_property
    def boxes(self) -> tuple[int, ...]:
        """Everything that holds tubes, in walking order."""
        return tuple(key for key, row in self.containers.items() if row.holds == "specimens")


_c, _p = schema.container.c, schema.place.c
_CONTAINERS = Prepared(
    select(_c.id, _c.type_id, _c.name, _c.code, _c.status, _c.state, _c.set_temperature).where(
        _c.status.not_in([literal_column("'void'"), literal_column("'retired'")])
    )
)
_STANDING = Prepared(select(_p.child_id, _p.container_id, _p.row, _p.column, _p.use).where(_p.child_id.is_not(None)))
_COUNTS = Prepared(
    # By container only, with one counter for each use: SQLite then reads the places once, in their own order.
    select(
        _p.container_id,
        func.count(_p.specimen_id).filter(_p.use == literal_column("'here'")),
        func.count(_p.specimen_id).filter(_p.use == literal_column("'home'")),
        func.count().filter(_p.use == literal_column("'blocked'")),
        func.count().filter(_p.use == literal_column("'reserved'")),
    ).group_by(_p.container_id)
)
_NOTHING = (0, 0, 0, 0)
_CLOSED = frozenset({"defrosting", "backup", "failed"})


def storage(reader: Reader) -> Storage:
    """The whole tree. Containers are thousands at most: loaded whole, tubes only counted."""
    types = containers.types(reader.connection)
    standing = {row[0]: row[1:] for row in reader.all(_STANDING)}
    counts = {row[0]: row[1:] for row in reader.all(_COUNTS)}
    rows = {row[0]: row for row in reader.all(_CONTAINERS)}
    nodes = []
    for key, type_id, name, _, status, state, _ in rows.values():
        where = standing.get(key)
        here, kept, blocked, reserved = counts.get(key, _NOTHING)
        nodes.append(
            Node(
                key,
                where[0] if where else None,
                types[type_id],
                name,
                Position(where[1], where[2]) if where else None,
                tubes=here,
                kept_tubes=kept,
                blocked=blocked,
                reserved=reserved,
                out=status != "in place",
                closed=state in _CLOSED,
            )
        )
    order = walking_order(nodes)
    fills = fill_counts(nodes, order)
    parents = {node.id: node.parent if node.parent in rows else None for node in nodes}
    below = {node.id: node.tubes for node in nodes}
    for key in reversed(order):
        parent = parents[key]
        if parent is not None:
            below[parent] += below[key]
    found: dict[int, ContainerRow] = {}
    children: dict[int, list[int]] = {}
    roots = []
    for key in order:
        parent = parents[key]
        found[key] = _row(rows[key], types, standing.get(key), parent, rows, fills[key], below[key])
        if parent is None:
            roots.append(key)
        else:
            children.setdefault(parent, []).append(key)
    return Storage(found, tuple(roots), {key: tuple(ids) for key, ids in children.items()})


def _row(
    row: Row,
    types: Mapping[int, ContainerType],
    where: Row | None,
    parent: int | None,
    rows: Mapping[int, Row],
    fill: FillCount,
    tubes: int,
) -> ContainerRow:
    key, type_id, name, code, status, state, degrees = row
    kind = types[type_id]
    position = None
    if parent is not None and where is not None:
        position = types[rows[parent][1]].layout.label(Position(where[1], where[2]))
    return ContainerRow(
        key,
        parent,
        name,
        code,
        str(kind.kind),
        type_id,
        kind.code,
        kind.name,
        kind.layout,
        kind.holds.value,
        kind.drawn.value,
        kind.temperature.value if kind.temperature else None,
        degrees,
        state,
        status,
        where[1] if where else None,
        where[2] if where else None,
        position,
        fill.used + fill.kept,
        fill.total - fill.blocked,
        fill.free,
        tubes,
    )
