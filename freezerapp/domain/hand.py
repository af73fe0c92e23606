"""What a hand must do so that storage is again as the record says, after an undo or redo: which things go where."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.custody import Json
from freezerapp.domain.ordering import natural_key
from freezerapp.domain.position import MOST_POSITIONS, Layout, Position
from freezerapp.domain.specimen import Spot, Status
from freezerapp.domain.standing import Standing

SPECIMEN, CONTAINER = "specimen", "container"


class Act(StrEnum):
    """What a hand does."""

    MOVE = "move"  # from one position to another
    TAKE_OUT = "take out"  # of its position, to the bench
    SET_ASIDE = "set aside"  # out of its position: it has no place any more
    PUT_BACK = "put back"  # into the position where it stood
    LOOK = "look"  # whether it stands there: it was missing, and the record says again that it is there


class Changed(NamedTuple):
    """One tube or container that an operation moved: where it stood, and where it shall stand.

    kind, id, name        specimen or container; the barcode, or the container's code or name
    became, was           its status after and before (Status or Standing, as text), None where it stays
    """

    kind: str
    id: int
    name: str
    before: Spot | None
    after: Spot | None
    became: str | None = None
    was: str | None = None


class Holder(NamedTuple):
    """A container in which something stands: what people call it, and how its positions are labelled."""

    name: str
    layout: Layout


class Side(NamedTuple):
    """Positions of one container, as labels; ``runs`` are first and last of neighbours: D6 to D9.

    In a move the labels of both sides go in pairs.
    """

    container: int
    name: str
    labels: tuple[str, ...]
    runs: tuple[tuple[str, str], ...]


class Errand(NamedTuple):
    """One thing to do: these things, all tubes or all containers, out of one container or into one, or both.

    ``ids`` and ``names`` go with the labels, in the order of the positions; ``source`` is where they are taken from,
    ``target`` where they go, None where that is no position.
    """

    act: Act
    kind: str
    ids: tuple[int, ...]
    names: tuple[str, ...]
    source: Side | None
    target: Side | None


def read_change(
    kind: str, thing: int, name: str, before: Mapping[str, Json] | None, after: Mapping[str, Json]
) -> Changed | None:
    """Read what an event says of a place; None if it moved nothing that a hand could move.

    ``before`` and ``after`` are the fields that changed, as history keeps them; ``before`` is None for a new thing.
    """
    if kind not in (SPECIMEN, CONTAINER):
        return None
    earlier = before or {}
    stood, stands = _spot(earlier.get("place")), _spot(after.get("place"))
    became, was = _word(after.get("status")), _word(earlier.get("status"))
    if stood == stands and became == was:
        return None
    return Changed(kind, thing, name, stood, stands, became, was)


def errands(changes: Iterable[Changed], holders: Mapping[int, Holder]) -> tuple[Errand, ...]:
    """Give what a hand must do, for the outermost things only: what stands in a rack goes with it.

    What is taken out comes first, then what moves, then what goes back. Within that, containers come in the
    order of ``holders`` and things in the order of their positions. A place in a container that is not among
    the holders counts as none: nobody can be sent there.
    """
    changes = [
        each._replace(before=_known(each.before, holders), after=_known(each.after, holders)) for each in changes
    ]
    gone = {each.id for each in changes if each.kind == CONTAINER and Standing.VOID in (each.became, each.was)}
    groups: dict[_Group, list[Changed]] = {}
    for each in changes:
        act = _act(each)
        source = each.before.container if each.before is not None else None
        target = each.after.container if each.after is not None else None
        if act is not None and not {source, target} - {None} <= gone:
            groups.setdefault(_Group(act, each.kind, source, target), []).append(each)
    ranks: dict[int | None, int] = {container: rank for rank, container in enumerate(holders)}

    def order(group: _Group) -> tuple[int, str, int, int]:
        return _ORDER.index(group.act), group.kind, ranks.get(group.source, -1), ranks.get(group.target, -1)

    return tuple(_errand(group, groups[group], holders) for group in sorted(groups, key=order))


class _Group(NamedTuple):
    """What makes changes one errand."""

    act: Act
    kind: str
    source: int | None
    target: int | None


_ORDER = (Act.SET_ASIDE, Act.TAKE_OUT, Act.MOVE, Act.PUT_BACK, Act.LOOK)


def _act(change: Changed) -> Act | None:
    if change.before == change.after:
        return None
    if change.after is not None:
        if change.before is not None:
            return Act.MOVE
        return Act.LOOK if change.was == Status.MISSING else Act.PUT_BACK
    if change.became == Status.MISSING:
        return None  # it is not there, as far as anyone knows
    on_the_bench = change.became in (Status.ON_THE_BENCH, Standing.ON_THE_BENCH)
    return Act.TAKE_OUT if on_the_bench else Act.SET_ASIDE


def _errand(group: _Group, found: list[Changed], holders: Mapping[int, Holder]) -> Errand:
    found = sorted(found, key=lambda each: (_rank(each.after or each.before, holders), natural_key(each.name)))
    came = [each.before for each in found if each.before is not None]
    goes = [each.after for each in found if each.after is not None]
    return Errand(
        group.act,
        group.kind,
        tuple(each.id for each in found),
        tuple(each.name for each in found),
        _side(group.source, came, holders) if group.source is not None else None,
        _side(group.target, goes, holders) if group.target is not None else None,
    )


def _side(container: int, spots: list[Spot], holders: Mapping[int, Holder]) -> Side:
    name, layout = holders[container]
    labels = [layout.label(Position(spot.row, spot.column)) for spot in spots]
    runs: list[list[tuple[int, str]]] = []
    for each in sorted((_rank(spot, holders), label) for spot, label in zip(spots, labels, strict=True)):
        if runs and runs[-1][-1][0] + 1 == each[0]:
            runs[-1].append(each)
        else:
            runs.append([each])
    return Side(container, name, tuple(labels), tuple((run[0][1], run[-1][1]) for run in runs))


def _known(spot: Spot | None, holders: Mapping[int, Holder]) -> Spot | None:
    return spot if spot is not None and spot.container in holders else None


def _rank(spot: Spot | None, holders: Mapping[int, Holder]) -> int:
    """Where a position comes in the order of the labels."""
    if spot is None:
        return MOST_POSITIONS
    rank = holders[spot.container].layout.rank(Position(spot.row, spot.column))
    return MOST_POSITIONS if rank is None else rank


def _spot(value: Json) -> Spot | None:
    if isinstance(value, list | tuple) and len(value) == 3:
        container, row, column = value
        if isinstance(container, int) and isinstance(row, int) and isinstance(column, int):
            return Spot(container, row, column)
    return None


def _word(value: Json) -> str | None:
    return value if isinstance(value, str) else None
