"""Where tubes without a place could go: with others of their kind, where there is room for all of them."""

from collections.abc import Iterable
from typing import NamedTuple


class Room(NamedTuple):
    """One box: how many tubes of their kind stand in it, and how many more it takes."""

    box: int
    alike: int
    free: int


def box_for(count: int, rooms: Iterable[Room]) -> int | None:
    """The box with most of their kind that has room for all; of equals the first. None: no box has both."""
    able = [room for room in rooms if room.alike and room.free >= count]
    return max(able, key=lambda room: room.alike).box if able else None
