"""The way through storage to fetch tubes: each door opened once, rack by rack, box by box, position by position."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from math import ceil
from typing import NamedTuple, TypeAlias, cast

from freezerapp.domain.position import MOST_POSITIONS, Layout

_RankOf: TypeAlias = Callable[[tuple[int, int]], int | None]
"""Where a cell stands in the order of its box; any pair will do, a Position would have to be made first."""


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


OUT_AT_MOST_MIN = "minutes out at most"
PACE_NAMES = {
    "minutes per door": "door_s",
    "minutes per box": "box_s",
    "minutes per tube": "tube_s",
    OUT_AT_MOST_MIN: "limit_s",
    "minutes out of nitrogen at most": "nitrogen_limit_s",
}
"""The names under which a site's own figures are kept among its settings, in minutes."""


class Batch(NamedTuple):
    """Tubes fetched in one go: ``seconds`` from the first in hand to the last; ``limit_s`` is what was allowed.

    ``whole_s`` is all the time it takes, with the doors and boxes opened before the first tube.
    """

    stops: tuple[Stop, ...]
    seconds: int
    limit_s: int
    whole_s: int

    @property
    def minutes(self) -> int:
        """Whole minutes of all its time, rounded up."""
        return ceil(self.whole_s / 60)


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
    """The pace that the settings of a site say; what they don't say, or say as no number above 0, is as assumed."""
    said = {field: seconds_of(settings.get(name, "")) for name, field in PACE_NAMES.items()}
    return Pace()._replace(**{field: seconds for field, seconds in said.items() if seconds is not None})


def seconds_of(minutes: str) -> int | None:
    """Minutes as a site writes them ("0.2") in whole seconds; None for what is no time between a second and a day."""
    try:
        seconds = round(60 * Decimal(minutes.strip().replace(",", ".")))
    except (InvalidOperation, ValueError, OverflowError):
        return None
    return seconds if 0 < seconds <= 86_400 else None


def walk_order(stops: Iterable[Stop], stands: Mapping[int, Stand], cells: Collection[int] = frozenset()) -> list[Stop]:
    """The stops as one walks: door by door, in each door box by box, in each box in the order of its labels.

    Of doors that open on nitrogen, those from which viable ``cells`` (tubes, by id) are wanted come last: cells wait
    the shortest. A door is opened once all the same, so whatever else is wanted from there comes with them. Tubes in
    boxes that no stand is known of come at the very end.
    """
    wanted: list[Stop] = []
    lost: list[Stop] = []
    for stop in stops:
        (wanted if stop[1] in stands else lost).append(stop)
    known = [stands[box] for box in {stop[1] for stop in wanted}]
    nitrogen = {stand.id: stand.door for stand in known if stand.nitrogen} if cells else {}
    late = {nitrogen[stop[1]] for stop in wanted if stop[1] in nitrogen and stop[0] in cells} if nitrogen else set()
    first: dict[int, int] = {}
    for _, door, rank, _, _ in known:
        if rank < first.get(door, rank + 1):
            first[door] = rank
    known.sort(key=lambda stand: (stand[1] in late, first[stand[1]], stand[1], stand[2]))
    # One whole number for each tube, of its box's place and its own in the box: quicker to sort than pairs.
    places = {stand[0]: (number * MOST_POSITIONS, cast(_RankOf, stand[3].rank)) for number, stand in enumerate(known)}
    keys = []
    for _, box, row, column in wanted:
        start, rank_of = places[box]
        keys.append(start + (rank_of((row, column)) or 0))
    order = [wanted[at] for at in sorted(range(len(wanted)), key=keys.__getitem__)]
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
    out = limit = spent = boxes = 0
    door: int | None = None
    for group in _by_box(stops):
        stand = stands.get(group[0].box)
        here = stand.door if stand is not None else group[0].box
        cold = stand is not None and stand.nitrogen
        limits = [pace.nitrogen_limit_s if cold or stop.tube in cells else pace.limit_s for stop in group]
        opening = pace.box_s + (pace.door_s if here != door else 0)
        doors.add(here)
        door = here
        boxes += 1
        whole, least = opening + len(group) * pace.tube_s, min(limits)
        cut = bool(batch) and out + whole > min(limit, least) and (len(group) - 1) * pace.tube_s <= least
        for number, (stop, own) in enumerate(zip(group, limits, strict=True)):
            step = pace.tube_s + (0 if number else opening)
            if batch and (out + step > min(limit, own) or (cut and not number)):
                made.append(Batch(tuple(batch), out, limit, spent))
                batch, spent = [], pace.box_s if number else 0
            if batch:
                out, limit = out + step, min(limit, own)
            else:
                out, limit = 0, own
            spent += step
            batch.append(stop)
    if batch:
        made.append(Batch(tuple(batch), out, limit, spent))
    return Walk(tuple(made), len(doors), boxes, sum(each.whole_s for each in made))


def _by_box(stops: Sequence[Stop]) -> Iterator[list[Stop]]:
    group: list[Stop] = []
    for stop in stops:
        if group and stop.box != group[0].box:
            yield group
            group = []
        group.append(stop)
    if group:
        yield group
