"""A list of codes as it was pasted or read from a file, and what stands in the way of each line."""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.barcode import clean_code, code_key
from freezerapp.domain.choosing import PICKABLE, Candidate

_LINES = re.compile(r"\r\n|\r|\n")
"""Not what Python takes for line ends: scanners put GS (0x1D) into codes."""
_CELLS = re.compile(r"[\t;,]")


class Obstacle(StrEnum):
    """Why a tube is left out of a pick list."""

    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    NOT_A_TUBE = "not a tube"
    TWICE = "twice"
    UNAVAILABLE = "not available"
    HELD = "held"
    RESERVED = "reserved"


class Line(NamedTuple):
    """One line of a list: its number as the owner sees it, from 1, and the texts on it that can be codes."""

    number: int
    texts: tuple[str, ...]


class LeftOut(NamedTuple):
    """A line, or a tube without one, that is left out; ``facts``: codes it may have meant, its status, who wants it."""

    obstacle: Obstacle
    text: str
    line: int | None = None
    facts: tuple[str, ...] = ()
    tube: int | None = None


class Judged(NamedTuple):
    """What a list comes to: tubes in its order, each once, and what is left out, in order too."""

    tubes: tuple[int, ...]
    left_out: tuple[LeftOut, ...]


def read_lines(text: str) -> list[Line]:
    """The lines of a list that hold something. A line of a table gives each of its cells; quotes around one go."""
    lines = []
    for number, raw in enumerate(_LINES.split(text), 1):
        cells = (clean_code(cell.strip().strip('"').strip()).text for cell in _CELLS.split(raw))
        texts = tuple(dict.fromkeys(cell for cell in cells if cell))
        if texts:
            lines.append(Line(number, texts))
    return lines


def judge_lines(
    lines: Iterable[Line],
    owners: Mapping[str, tuple[str, int]],
    tubes: Mapping[int, Candidate],
    alike: Mapping[str, Sequence[str]],
) -> Judged:
    """Find the tube of each line, and why it is left out where it is.

    ``owners`` gives kind and id of what a code (by its key) leads to, ``tubes`` the facts of those that are tubes,
    ``alike`` for codes that lead nowhere those that may have been meant. A line of several cells means the one tube
    that any of them leads to; if they lead to several, nobody may guess which.
    """
    chosen: dict[int, None] = {}
    left: list[LeftOut] = []
    for number, texts in lines:
        found = {owners[key]: text for text in texts if (key := code_key(text)) in owners}
        named = {owner[1]: text for owner, text in found.items() if owner[0] == "specimen"}
        if len(named) > 1:
            left.append(LeftOut(Obstacle.AMBIGUOUS, texts[0], number, tuple(named.values())))
        elif not named and found:
            left.append(LeftOut(Obstacle.NOT_A_TUBE, next(iter(found.values())), number))
        elif not named:
            near = tuple(dict.fromkeys(each for text in texts for each in alike.get(text, ())))
            obstacle = Obstacle.AMBIGUOUS if len(near) > 1 else Obstacle.UNKNOWN
            left.append(LeftOut(obstacle, texts[0], number, near))
        else:
            ((tube, text),) = named.items()
            if tube in chosen:
                left.append(LeftOut(Obstacle.TWICE, text, number, tube=tube))
            elif (why := obstacle_of(tubes[tube], text, number)) is not None:
                left.append(why)
            else:
                chosen[tube] = None
    return Judged(tuple(chosen), tuple(left))


def judge(candidates: Iterable[Candidate]) -> Judged:
    """The same for tubes that are known already: which can be put on a list, and why the others can't."""
    chosen: dict[int, None] = {}
    left = []
    for each in candidates:
        why = obstacle_of(each, each.barcode)
        if why is None:
            chosen[each.id] = None
        else:
            left.append(why)
    return Judged(tuple(chosen), tuple(left))


def obstacle_of(tube: Candidate, text: str, line: int | None = None) -> LeftOut | None:
    """What stands in the way of a tube, the gravest first; None where nothing does."""
    if tube.status not in PICKABLE:
        return LeftOut(Obstacle.UNAVAILABLE, text, line, (tube.status.value,), tube.id)
    if tube.held:
        return LeftOut(Obstacle.HELD, text, line, (), tube.id)
    if tube.reserved_by is not None:
        return LeftOut(Obstacle.RESERVED, text, line, (tube.reserved_by,), tube.id)
    return None
