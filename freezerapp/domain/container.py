"""Containers: their types, what may stand in what, how full they are, the order in which one walks them."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.ordering import natural_key
from freezerapp.domain.position import MOST_POSITIONS, Layout, Position
from freezerapp.domain.problems import Problem
from freezerapp.domain.temperature import Temperature


class Kind(StrEnum):
    """The words for kinds of containers; a type's `kind` is one of them."""

    ROOM = "room"
    FREEZER = "freezer"
    CHEST = "chest"
    TANK = "tank"
    DEWAR = "dewar"
    CABINET = "cabinet"
    SHELF = "shelf"
    RACK = "rack"
    TOWER = "tower"
    DRAWER = "drawer"
    LEVEL = "level"
    QUADRANT = "quadrant"
    CANISTER = "canister"
    CANE = "cane"
    GOBLET = "goblet"
    BOX = "box"
    SBS_RACK = "SBS rack"
    TRANSPORT_BOX = "transport box"
    COOLING_BOX = "cooling box"


UNIT_KINDS = frozenset({Kind.FREEZER, Kind.CHEST, Kind.TANK, Kind.DEWAR, Kind.CABINET})
"""What has a door or lid, a set temperature and a state of its own."""

BOX_KINDS = frozenset({Kind.BOX, Kind.SBS_RACK, Kind.TRANSPORT_BOX, Kind.COOLING_BOX})
"""What stands in a box slot and is drawn as one box."""


class Holds(StrEnum):
    """What stands in the positions of a type; never both."""

    CONTAINERS = "containers"
    SPECIMENS = "specimens"


class Drawn(StrEnum):
    """How a container is drawn."""

    FRONT = "front"  # as one stands before it: shelves and racks in place
    ABOVE = "above"  # as one looks into it: towers, canisters
    GRID = "grid"
    LINE = "line"  # one after the other: a room, a cane


class WrongContainer(Problem):
    """A container would stand in one that does not take it.

    Facts: name and kind of both types, and the kinds that are accepted (empty: no containers at all).
    """

    def __init__(self, parent: str, parent_kind: str, child: str, child_kind: str, accepted: tuple[str, ...]) -> None:
        super().__init__(parent, parent_kind, child, child_kind, accepted)
        self.parent, self.parent_kind = parent, parent_kind
        self.child, self.child_kind = child, child_kind
        self.accepted = accepted


class NotForTubes(Problem):
    """A tube would stand in a container that holds containers. Facts: the type's name and kind."""

    def __init__(self, container: str, kind: str) -> None:
        super().__init__(container, kind)
        self.container, self.kind = container, kind


class WrongMaterial(Problem):
    """A type does not take this material. Facts: the type's name, the material's code, the accepted codes."""

    def __init__(self, container: str, material: str, accepted: tuple[str, ...]) -> None:
        super().__init__(container, material, accepted)
        self.container, self.material, self.accepted = container, material, accepted


class ContainerType(NamedTuple):
    """What a container is like.

    kind             one of `Kind`
    holds            containers or specimens, never both
    accepts          the kinds of containers it takes; empty = any
    materials        the codes of the materials it takes; empty = any
    temperature      the class inside; None = that of what it stands in
    set_temperature  what a unit is set to by default, in °C; a setting, not a reading
    """

    code: str
    name: str
    kind: str
    layout: Layout
    holds: Holds
    accepts: tuple[str, ...] = ()
    materials: tuple[str, ...] = ()
    temperature: Temperature | None = None
    set_temperature: int | None = None
    drawn: Drawn = Drawn.GRID

    @property
    def is_unit(self) -> bool:
        """Tell whether this is a freezer, tank or the like."""
        return is_unit(self.kind)

    @property
    def is_box(self) -> bool:
        """Tell whether this stands in a box slot."""
        return is_box_kind(self.kind)

    @property
    def takes_boxes(self) -> bool:
        """Tell whether its positions are box slots."""
        if self.holds is Holds.SPECIMENS:
            return False
        return not self.accepts or any(is_box_kind(kind) for kind in self.accepts)

    def may_hold(self, child: "ContainerType") -> bool:
        """Tell whether a container of that type may stand in one of this."""
        return self.holds is Holds.CONTAINERS and (not self.accepts or child.kind in self.accepts)


def is_unit(kind: str) -> bool:
    """Tell whether this kind is a storage unit with a temperature of its own."""
    return kind in UNIT_KINDS


def is_box_kind(kind: str) -> bool:
    """Tell whether containers of this kind stand in box slots.

    In a storage path such a container is named together with its place ("Level 3-2 › DNA-0042"),
    since its name does not say where it stands, as that of a shelf or rack does.
    """
    return kind in BOX_KINDS


def check_child(parent: ContainerType, child: ContainerType) -> None:
    """Refuse a container where its kind may not stand. Raises WrongContainer."""
    if not parent.may_hold(child):
        accepted = parent.accepts if parent.holds is Holds.CONTAINERS else ()
        raise WrongContainer(parent.name, parent.kind, child.name, child.kind, accepted)


def check_takes(container: ContainerType, material: str) -> None:
    """Refuse a tube of this material where none may stand. Raises NotForTubes, WrongMaterial."""
    if container.holds is not Holds.SPECIMENS:
        raise NotForTubes(container.name, container.kind)
    if container.materials and material not in container.materials:
        raise WrongMaterial(container.name, material, container.materials)


def temperature_of(upwards: Iterable[ContainerType]) -> Temperature | None:
    """Give the class of the innermost type that has one; types come from the inside out."""
    return next((each.temperature for each in upwards if each.temperature is not None), None)


class Counted(StrEnum):
    """What a fill is counted in."""

    BOX_SLOTS = "box slots"
    TUBE_POSITIONS = "tube positions"


class FillCount(NamedTuple):
    """How full something is, in places of one sort.

    ``total`` = used (something stands there) + kept (for what is out) + blocked + reserved + closed
    (empty, but in a unit that is backup or out of use) + free.
    """

    counted: Counted
    total: int = 0
    used: int = 0
    kept: int = 0
    blocked: int = 0
    reserved: int = 0
    closed: int = 0

    @property
    def free(self) -> int:
        """Places where something may be put now."""
        return self.total - self.used - self.kept - self.blocked - self.reserved - self.closed

    @property
    def share(self) -> float:
        """The part of the usable places that is taken, 0 to 1; reserved and closed ones are usable."""
        usable = self.total - self.blocked
        return (self.used + self.kept) / usable if usable > 0 else 0.0

    def plus(self, other: "FillCount") -> "FillCount":
        """Add up two counts of the same sort."""
        return FillCount(
            self.counted,
            self.total + other.total,
            self.used + other.used,
            self.kept + other.kept,
            self.blocked + other.blocked,
            self.reserved + other.reserved,
            self.closed + other.closed,
        )


class Node(NamedTuple):
    """One container of a tree, with what counting and walking need of it.

    parent     the id of the container it stands in, or whose place is kept for it; None = a root
    position   its place there
    tubes      tubes standing in it; ``kept_tubes``: places kept for tubes that are out
    blocked, reserved       such places of its own
    out        not at hand now (on the bench, sent, missing): its place is only kept
    closed     a unit whose free space must not be offered: backup, defrosting, failed
    """

    id: int
    parent: int | None
    type: ContainerType
    name: str
    position: Position | None = None
    tubes: int = 0
    kept_tubes: int = 0
    blocked: int = 0
    reserved: int = 0
    out: bool = False
    closed: bool = False


def walking_order(nodes: Iterable[Node]) -> tuple[int, ...]:
    """Give the ids as one walks through storage: each door opens once.

    Roots and whatever has no place come in natural order of their names, the rest in the order of
    the labels of what they stand in; every container comes right before what it holds.
    """
    known = {node.id: node for node in nodes}
    return tuple(_walk(known))


def fill_counts(nodes: Iterable[Node], order: Sequence[int] | None = None) -> Mapping[int, FillCount]:
    """Count how full each container is, everything below it included, by id.

    ``order``: their walking order, where it is known already.

    Boxes and whatever else holds tubes count tube positions. Units, racks and rooms count box slots,
    or tube positions where no box can stand below them (canisters of canes). A position of a rack
    that holds another rack is not a box slot. Blocked, reserved and closed places are not free;
    closing a unit closes all that is free in it.
    """
    known = {node.id: node for node in nodes}
    order = order if order is not None else _walk(known)
    closed: dict[int, bool] = {}
    boxes: dict[int, list[int]] = {}
    others: dict[int, int] = {}
    for each in order:
        node = known[each]
        parent = node.parent if node.parent in known else None
        closed[each] = node.closed or (parent is not None and closed[parent])
        if parent is not None and node.type.is_box:
            boxes.setdefault(parent, [0, 0])[node.out] += 1
        elif parent is not None and node.position is not None:
            others[parent] = others.get(parent, 0) + 1
    slots: dict[int, FillCount] = {}
    positions: dict[int, FillCount] = {}
    for each in reversed(order):
        node = known[each]
        if node.type.holds is Holds.SPECIMENS:
            own = FillCount(
                Counted.TUBE_POSITIONS,
                node.type.layout.size,
                node.tubes,
                node.kept_tubes,
                node.blocked,
                node.reserved,
            )
            positions[each] = _closing(own) if closed[each] else own
        elif node.type.takes_boxes:
            here, kept = boxes.get(each, (0, 0))
            total = node.type.layout.size - others.get(each, 0)
            own = FillCount(Counted.BOX_SLOTS, total, here, kept, node.blocked, node.reserved)
            _add(slots, each, _closing(own) if closed[each] else own)
        if node.parent in known and node.parent is not None:
            for sums in (slots, positions):
                if each in sums:
                    _add(sums, node.parent, sums[each])
    nothing = FillCount(Counted.BOX_SLOTS)
    return {each: slots.get(each) or positions.get(each) or nothing for each in order}


def _add(sums: dict[int, FillCount], key: int, more: FillCount) -> None:
    sums[key] = sums[key].plus(more) if key in sums else more


def _closing(count: FillCount) -> FillCount:
    return count.plus(FillCount(count.counted, closed=max(count.free, 0)))


def _walk(known: Mapping[int, Node]) -> list[int]:
    below: dict[int | None, list[Node]] = {}
    for node in known.values():
        below.setdefault(node.parent if node.parent in known else None, []).append(node)
    order: list[int] = []
    waiting = [*reversed(_side_by_side(below.get(None, []), None))]
    while waiting:
        node = waiting.pop()
        order.append(node.id)
        waiting.extend(reversed(_side_by_side(below.get(node.id, []), node.type.layout)))
    return order


def _side_by_side(nodes: list[Node], layout: Layout | None) -> list[Node]:
    if len(nodes) < 2:
        return nodes
    places: dict[int, int] = {}
    for node in nodes:
        rank = None if layout is None or node.position is None else layout.rank(node.position)
        places[node.id] = MOST_POSITIONS if rank is None else rank
    if len(set(places.values())) == len(nodes):  # the usual case: names decide nothing
        return sorted(nodes, key=lambda node: places[node.id])
    return sorted(nodes, key=lambda node: (places[node.id], natural_key(node.name), node.id))
