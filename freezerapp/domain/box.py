"""A box with its tubes: what is free in it, and where tubes land that are picked up and set down."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from freezerapp.domain.position import Layout, Position
from freezerapp.domain.problems import NothingToDo, PositionTaken, Problem
from freezerapp.domain.specimen import Spot
from freezerapp.domain.standing import CellUse

HERE, HOME = "here", "home"
"""What a tube makes of a position: it stands there, or its place is kept there."""

NAMED = 6
"""How many positions a refusal names; the rest is told as a count."""


class Mode(StrEnum):
    """How a group of tubes is set down."""

    SHAPE = "keep the shape"  # as they stood to one another
    FILL = "next free"  # one after the other into the next free positions, in filling order
    SWAP = "swap"  # tubes that stand there go where these came from


class Lines(StrEnum):
    """What is counted when every second one is chosen."""

    ROWS = "rows"
    COLUMNS = "columns"


class BoxFull(Problem):
    """Not all tubes find a free position. Facts: the box, how many find none, the label counted from."""

    def __init__(self, container: str, missing: int, start: str) -> None:
        super().__init__(container, missing, start)
        self.container, self.missing, self.start = container, missing, start


class OverTheEdge(Problem):
    """Tubes would stand where the box has no position. Facts: the box, how many, its first and last label."""

    def __init__(self, container: str, count: int, first: str, last: str) -> None:
        super().__init__(container, count, first, last)
        self.container, self.count, self.first, self.last = container, count, first, last


class PositionsTaken(Problem):
    """Several positions are taken. Facts: the box, all their labels, the first few, how many they are."""

    def __init__(self, container: str, positions: tuple[str, ...]) -> None:
        super().__init__(container, positions)
        self.container, self.positions = container, positions
        self.named, self.count = positions[:NAMED], len(positions)


class NothingToSwap(Problem):
    """Positions without another tube to swap with. Facts: the box, their labels, the first few, how many."""

    def __init__(self, container: str, positions: tuple[str, ...]) -> None:
        super().__init__(container, positions)
        self.container, self.positions = container, positions
        self.named, self.count = positions[:NAMED], len(positions)


class Tube(NamedTuple):
    """A tube as a box knows it."""

    id: int
    barcode: str | None = None


class Lands(NamedTuple):
    """A tube by its id, and the position where it comes to stand."""

    id: int
    to: Position


@dataclass(frozen=True, slots=True)
class Box:
    """One box at one moment; it is never changed, a new one is made.

    id, name   of the container; refusals say the name
    tubes      what stands in it
    kept       places kept for tubes that are out or missing
    blocked    positions kept empty: blocked, or reserved
    """

    id: int
    name: str
    layout: Layout
    tubes: Mapping[Position, Tube] = field(default_factory=dict)
    kept: Mapping[Position, Tube] = field(default_factory=dict)
    blocked: Mapping[Position, CellUse] = field(default_factory=dict)
    _taken: dict[Position, tuple[str, Tube | None]] = field(init=False, repr=False, compare=False)
    _where: dict[int, Position] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        taken: dict[Position, tuple[str, Tube | None]] = {
            position: (use.value, None) for position, use in self.blocked.items()
        }
        taken |= {position: (HOME, tube) for position, tube in self.kept.items()}
        taken |= {position: (HERE, tube) for position, tube in self.tubes.items()}
        object.__setattr__(self, "_taken", taken)
        object.__setattr__(self, "_where", {tube.id: position for position, tube in self.tubes.items()})

    def where(self, tube: int) -> Position | None:
        """Give the position in which a tube stands, by its id."""
        return self._where.get(tube)

    def use(self, position: Position) -> str | None:
        """Tell why nothing can be set down here: here, home, blocked or reserved; None if it is free."""
        taken = self._taken.get(position)
        return taken[0] if taken else None

    def occupant(self, position: Position) -> Tube | None:
        """Give the tube that stands here, or whose place this is."""
        taken = self._taken.get(position)
        return taken[1] if taken else None

    def free(self, position: Position, lifted: frozenset[int] = frozenset()) -> bool:
        """Tell whether a tube can stand here; what the lifted tubes leave, and is kept for them, is free."""
        taken = self._taken.get(position)
        if taken is None:
            return self.layout.contains(position)
        return taken[1] is not None and taken[1].id in lifted

    def spot(self, position: Position) -> Spot:
        """Give a position as a place of the bank."""
        return Spot(self.id, position.row, position.column)

    def with_tube(self, tube: Tube, position: Position) -> "Box":
        """Give this box with one tube set down; wherever it stood or belonged in it is free."""
        left = self.without(frozenset({tube.id}))
        return Box(self.id, self.name, self.layout, {**left.tubes, position: tube}, left.kept, self.blocked)

    def without(self, tubes: frozenset[int]) -> "Box":
        """Give this box without these tubes, and with no place kept for them."""
        standing = {at: tube for at, tube in self.tubes.items() if tube.id not in tubes}
        kept = {at: tube for at, tube in self.kept.items() if tube.id not in tubes}
        return Box(self.id, self.name, self.layout, standing, kept, self.blocked)


class Group(NamedTuple):
    """Tubes picked up together, in the order in which they are set down one after the other.

    cells     where each stands, as stored, in the box they come from; empty for tubes from the bench
    box       the id of that box
    grabbed   which of them, counted from 0, is held under the pointer
    """

    tubes: tuple[Tube, ...]
    cells: tuple[Position, ...] = ()
    box: int | None = None
    grabbed: int = 0

    @property
    def ids(self) -> frozenset[int]:
        """Give the ids of all of them."""
        return frozenset([tube.id for tube in self.tubes])


class Landing(NamedTuple):
    """Where a group lands.

    moves       each tube that has a position to land on, in the order of the group, also where that is taken
    back        in a swap: the tubes met, and where they go in the box the group comes from
    taken       positions where it would land and can't, for a tube, a kept place or a block
    outside     tubes (ids) for which the box has no position
    unmatched   in a swap: positions without another tube to swap with
    still       tubes (ids) that land where they stand; nothing is to be recorded of them
    """

    moves: tuple[Lands, ...] = ()
    back: tuple[Lands, ...] = ()
    taken: tuple[Position, ...] = ()
    outside: tuple[int, ...] = ()
    unmatched: tuple[Position, ...] = ()
    still: frozenset[int] = frozenset()

    @property
    def ok(self) -> bool:
        """Tell whether the group can be set down like this."""
        return bool(self.moves) and not (self.taken or self.outside or self.unmatched)

    @property
    def idle(self) -> bool:
        """Tell whether setting it down would change nothing."""
        return self.ok and len(self.still) == len(self.moves)

    @property
    def changes(self) -> tuple[Lands, ...]:
        """Give the moves of the group without the tubes that stay where they stand."""
        return tuple(move for move in self.moves if move.id not in self.still)


def pick(box: Box, cells: Iterable[Position], grabbed: Position | None = None) -> Group:
    """Pick up the tubes that stand in these positions; free ones and places kept for what is out are left.

    They come in the filling order of their box (row by row, unless it is filled otherwise), so that a box
    filled anew keeps their sequence. ``grabbed`` is the position under the pointer.
    """
    wanted = set(cells)
    found = [position for position in box.layout.positions() if position in wanted and position in box.tubes]
    held = found.index(grabbed) if grabbed in found else 0
    return Group(tuple(box.tubes[position] for position in found), tuple(found), box.id, held)


def landing(box: Box, group: Group, at: Position | None, mode: Mode = Mode.SHAPE) -> Landing:
    """Tell where a group would land if its grabbed tube came to this position; never raises.

    Distances are those of stored rows and columns, however the view is turned. The group is lifted first:
    what it leaves counts as free. To fill, ``at`` is where looking for free positions begins (None: at the
    first). Tubes from the bench have no shape and nothing to swap: whatever the mode, they fill, but unless
    it is FILL the first comes to ``at`` and nowhere else.
    """
    if mode is Mode.FILL or not group.cells:
        return _filling(box, group, at, mode)
    if at is None:
        return Landing(outside=tuple(tube.id for tube in group.tubes))
    held = group.cells[group.grabbed]
    down, right = at.row - held.row, at.column - held.column
    there = box.layout.contains
    moves, outside = [], []
    for tube, (row, column) in zip(group.tubes, group.cells, strict=True):
        to = Position(row + down, column + right)
        if there(to):
            moves.append(Lands(tube.id, to))
        else:
            outside.append(tube.id)
    lifted = group.ids
    if mode is Mode.SWAP and not (group.box == box.id and down == right == 0):
        return _swapping(box, group, moves, tuple(outside), lifted)
    taken = tuple(to for _, to in moves if not box.free(to, lifted))
    return Landing(tuple(moves), (), taken, tuple(outside), (), _still(box, moves))


def drop(box: Box, group: Group, at: Position | None, mode: Mode = Mode.SHAPE) -> Landing:
    """Set a group down: as `landing`, which is ok then, or a refusal.

    Raises NothingToDo (an empty group), NoSuchPosition, BoxFull, OverTheEdge, PositionTaken, PositionsTaken,
    NothingToSwap.
    """
    if not group.tubes:
        raise NothingToDo("move")
    if at is not None:
        box.layout.label(at)
    found = landing(box, group, at, mode)
    layout = box.layout
    if found.taken:
        raise _taken(box, found.taken)
    if found.outside and (mode is Mode.FILL or not group.cells):
        raise BoxFull(box.name, len(found.outside), layout.label(at or layout.positions()[0]))
    if found.outside:
        raise OverTheEdge(box.name, len(found.outside), layout.first, layout.last)
    if found.unmatched:
        raise NothingToSwap(box.name, _labels(box, found.unmatched))
    return found


def fill(box: Box, tubes: Sequence[Tube], start: Position | None = None) -> tuple[Lands, ...]:
    """Set tubes down in this order in the free positions from ``start`` on, in filling order.

    Raises BoxFull (then none is set down), NoSuchPosition, NothingToDo.
    """
    return drop(box, Group(tuple(tubes)), start, Mode.FILL).moves


def check_moves(box: Box, moves: Iterable[Lands]) -> None:
    """Refuse moves into a box of which one can't be; all tubes are lifted before any is set down.

    Raises NoSuchPosition, PositionTaken, PositionsTaken; two tubes for one position count as taken.
    """
    moves = list(moves)
    lifted = frozenset([move.id for move in moves])
    landed: set[Position] = set()
    taken = []
    for _, to in moves:
        box.layout.label(to)
        if to in landed or not box.free(to, lifted):
            taken.append(to)
        landed.add(to)
    if taken:
        raise _taken(box, tuple(dict.fromkeys(taken)))


def check_free(box: Box, position: Position) -> None:
    """Refuse a position where no tube can be set down now. Raises NoSuchPosition, PositionTaken."""
    box.layout.label(position)
    if not box.free(position):
        raise _taken(box, (position,))


def next_free(box: Box, after: Position | None = None) -> Position | None:
    """Give the next free position in filling order, the first of all without ``after``; None if none is."""
    order = box.layout.positions()
    start = 0 if after is None else _rank(box.layout, after) + 1
    return next((position for position in islice(order, start, None) if box.free(position)), None)


def everything(layout: Layout) -> frozenset[Position]:
    """Choose every position."""
    return frozenset(layout.positions())


def row(layout: Layout, index: int) -> frozenset[Position]:
    """Choose one row, counted from 0 at the top."""
    return frozenset(position for position in layout.positions() if position.row == index)


def column(layout: Layout, index: int) -> frozenset[Position]:
    """Choose one column, counted from 0 at the left."""
    return frozenset(position for position in layout.positions() if position.column == index)


def odd(layout: Layout, lines: Lines) -> frozenset[Position]:
    """Choose the first, third, fifth … row or column, as they are labelled: A, C, E also from the bottom."""
    return frozenset(position for position in layout.positions() if _number(layout, position, lines) % 2 == 0)


def even(layout: Layout, lines: Lines) -> frozenset[Position]:
    """Choose the second, fourth, sixth … row or column, as they are labelled."""
    return everything(layout) - odd(layout, lines)


def inverted(layout: Layout, chosen: Iterable[Position]) -> frozenset[Position]:
    """Choose every position that is not chosen, and no other."""
    return everything(layout) - frozenset(chosen)


def _filling(box: Box, group: Group, at: Position | None, mode: Mode) -> Landing:
    start, lifted = 0 if at is None else _rank(box.layout, at), group.ids
    first = at if mode is not Mode.FILL else None
    order = islice(box.layout.positions(), start, None)
    free = (position for position in order if position == first or box.free(position, lifted))
    moves = [Lands(tube.id, to) for tube, to in zip(group.tubes, free, strict=False)]
    taken = tuple(to for _, to in moves[:1] if not box.free(to, lifted))
    outside = tuple(tube.id for tube in group.tubes[len(moves) :])
    return Landing(tuple(moves), taken=taken, outside=outside, still=_still(box, moves))


def _swapping(box: Box, group: Group, moves: list[Lands], outside: tuple[int, ...], lifted: frozenset[int]) -> Landing:
    """One for one: each tube changes places with another that stands where it lands."""
    source = dict(zip((tube.id for tube in group.tubes), group.cells, strict=True))
    back, taken, unmatched = [], [], []
    for move in moves:
        met, use = box.occupant(move.to), box.use(move.to)
        if use is None or (met is not None and met.id in lifted):
            unmatched.append(move.to)
        elif use != HERE or met is None:
            taken.append(move.to)
        else:
            back.append(Lands(met.id, source[move.id]))
    return Landing(tuple(moves), tuple(back), tuple(taken), outside, tuple(unmatched))


def _still(box: Box, moves: Iterable[Lands]) -> frozenset[int]:
    where = box.where
    return frozenset([tube for tube, to in moves if where(tube) == to])


def _rank(layout: Layout, position: Position) -> int:
    """Where a position comes in filling order; behind the last if it is not there."""
    order = layout.positions()
    return order.index(position) if layout.contains(position) else len(order)


def _number(layout: Layout, position: Position, lines: Lines) -> int:
    if lines is Lines.COLUMNS:
        return position.column
    return layout.rows - 1 - position.row if layout.scheme.from_bottom else position.row


def _labels(box: Box, positions: Iterable[Position]) -> tuple[str, ...]:
    wanted = set(positions)
    return tuple(box.layout.label(each) for each in box.layout.in_label_order() if each in wanted)


def _taken(box: Box, positions: tuple[Position, ...]) -> PositionTaken | PositionsTaken:
    if len(positions) > 1:
        return PositionsTaken(box.name, _labels(box, positions))
    use, tube = box.use(positions[0]), box.occupant(positions[0])
    barcode = tube.barcode if tube is not None else None
    return PositionTaken(box.name, box.layout.label(positions[0]), barcode or "", use or HERE)
