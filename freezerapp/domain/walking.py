"""The way through storage to fetch tubes: each door opened once, rack by rack, box by box, position by position."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import ceil
from typing import NamedTuple

from freezerapp.domain.position import Layout, Position


class Stop(NamedTuple):
    """A tube to fetch and the place where it stands, or that is kept for it."""

    tube: int
    box: int
    row: int
    column: int


class Stand(NamedTuple):
    """A box as one walks to it.

    ``door`` is the unit that is opened for it (whatever it stands in, where that is no unit), ``rank`` its place in
    the walking order of all storage, ``nitrogen`` whether it stands in liquid nitrogen or its vapour.
    """

    id: int
    door: int
    rank: int
    layout: Layout
    nitrogen: bool = False


class Pace(NamedTuple):
    """How quick hands are, and how long a tube may be out: seconds, all of them decisions of the site.

    [A] The figures here are assumptions to begin with. ``limit_s`` is for tubes carried on dry ice,
    ``nitrogen_limit_s`` for what is kept in nitrogen.
    """

    door_s: int = 60
    box_s: int = 40
    tube_s: int = 12
    limit_s: int = 300
    nitrogen_limit_s: int = 120


PACE_NAMES = {f"picking {field.removesuffix('_s').replace('_', ' ')} seconds": field for field in Pace._fields}
"""The names under which a site's own figures are kept among its settings."""


class Batch(NamedTuple):
    """Tubes fetched in one go: ``seconds`` from the first in hand to the last; ``limit_s`` is what was allowed."""

    stops: tuple[Stop, ...]
    seconds: int
    limit_s: int


class Walk(NamedTuple):
    """A whole way: its batches in order, the doors and boxes opened, and the seconds it takes by the site's pace."""

    batches: tuple[Batch, ...]
    doors: int
    boxes: int
    seconds: int

    @property
    def minutes(self) -> int:
        """Whole minutes, rounded up."""
        return ceil(self.seconds / 60)


def pace_of(settings: Mapping[str, str]) -> Pace:
    """The pace that the settings of a site say; what they don't say, or say as no whole number above 0, is as assumed."""
    said = {}
    for name, field in PACE_NAMES.items():
        text = settings.get(name, "")
        if text.isascii() and text.isdigit() and 0 < int(text) < 1_000_000:
            said[field] = int(text)
    return Pace()._replace(**said)


def walk_order(
    stops: Iterable[Stop], stands: Mapping[int, Stand], cells: Collection[int] = frozenset()
) -> list[Stop]:
    """The stops as one walks: door by door, in each door box by box, in each box in the order of its labels.

    Of doors that open on nitrogen, those from which viable ``cells`` (tubes, by id) are wanted come last: cells wait
    the shortest. A door is opened once all the same, so whatever else is wanted from there comes with them. Tubes in
    boxes that no stand is known of come at the very end.
    """
    by_box: dict[int, list[Stop]] = {}
    for stop in stops:
        found = by_box.get(stop[1])
        if found is None:
            by_box[stop[1]] = [stop]
        else:
            found.append(stop)
    known = [stands[box] for box in by_box if box in stands]
    late = {
        stand.door
        for stand in known
        if stand.nitrogen and cells and any(stop.tube in cells for stop in by_box[stand.id])
    }
    first: dict[int, int] = {}
    for stand in known:
        first[stand.door] = min(stand.rank, first.get(stand.door, stand.rank))
    known.sort(key=lambda stand: (stand.door in late, first[stand.door], stand.door, stand.rank))
    order: list[Stop] = []
    for stand in known:
        there = by_box[stand.id]
        if len(there) > 1:
            rank = stand.layout.rank
            there.sort(key=lambda stop: (-1 if (at := rank(Position(stop.row, stop.column))) is None else at, stop.tube))
        order += there
    lost = [stop for box, there in by_box.items() if box not in stands for stop in there]
    return order + sorted(lost, key=lambda stop: (stop.box, stop.row, stop.column, stop.tube))


def walk(
    stops: Sequence[Stop],
    stands: Mapping[int, Stand],
    pace: Pace | None = None,
    cells: Collection[int] = frozenset(),
) -> Walk:
    """Cut a way (in walking order) into batches in which no tube is out for too long, and foretell how long it takes.

    The model is plain: each door costs ``door_s`` (going there, opening, finding), each box ``box_s`` (out and back),
    each tube ``tube_s`` (found, taken, scanned). A batch ends before its first tube would have been out for longer
    than the limit: at the edge of a box where its tubes fit into a batch of their own, else inside it, and then the
    box is opened once more. ``cells`` and whatever stands in nitrogen have the shorter limit.
    """
    pace = pace or Pace()
    made: list[Batch] = []
    doors: set[int] = set()
    batch: list[Stop] = []
    out = limit = seconds = boxes = 0
    door: int | None = None
    for group in _by_box(stops):
        stand = stands.get(group[0].box)
        here = stand.door if stand is not None else group[0].box
        cold = stand is not None and stand.nitrogen
        own = min(pace.nitrogen_limit_s if cold or stop.tube in cells else pace.limit_s for stop in group)
        opening = pace.box_s + (pace.door_s if here != door else 0)
        doors.add(here)
        door = here
        boxes += 1
        seconds += opening
        whole = opening + len(group) * pace.tube_s
        if batch and out + whole > min(limit, own) and (len(group) - 1) * pace.tube_s <= own:
            made.append(Batch(tuple(batch), out, limit))
            batch = []
        for number, stop in enumerate(group):
            step = pace.tube_s + (opening if not number else 0)
            seconds += pace.tube_s
            if batch and out + step > min(limit, own):
                made.append(Batch(tuple(batch), out, limit))
                batch = []
                seconds += pace.box_s if number else 0
            if batch:
                out, limit = out + step, min(limit, own)
            else:
                out, limit = 0, own
            batch.append(stop)
    if batch:
        made.append(Batch(tuple(batch), out, limit))
    return Walk(tuple(made), len(doors), boxes, seconds)


def _by_box(stops: Sequence[Stop]) -> Iterator[list[Stop]]:
    group: list[Stop] = []
    for stop in stops:
        if group and stop.box != group[0].box:
            yield group
            group = []
        group.append(stop)
    if group:
        yield group
