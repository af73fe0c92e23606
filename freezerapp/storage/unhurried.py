"""Long answers read in pages: nobody who commits waits for the whole, and still all of it is of one state."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from freezerapp.storage.database import Reader

Found = TypeVar("Found")
Each = TypeVar("Each")
TRIES = 3
"""So often a reading is begun anew because something was committed meanwhile; then it is done in one go."""
AT_ONCE = 400
"""Things to a page: far less than 50 ms of reading."""


class _ChangedMeanwhile(Exception):
    pass


def unhurried(reader: Reader, read: Callable[[Callable[[], None]], Found]) -> Found:
    """What ``read`` finds; it calls what it is given after each page, also after the last.

    It must read everything anew when it is called again.
    """
    for _ in range(TRIES):
        states: set[int] = set()

        def turn(seen: set[int] = states) -> None:
            seen.add(reader.pause())
            if len(seen) > 1:
                raise _ChangedMeanwhile

        try:
            return read(turn)
        except _ChangedMeanwhile:
            continue
    return read(lambda: None)


def pages(things: Sequence[Each], size: int = AT_ONCE) -> Iterator[Sequence[Each]]:
    """So many things at a time."""
    for start in range(0, len(things), size):
        yield things[start : start + size]
