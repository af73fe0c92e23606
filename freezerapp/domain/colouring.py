"""What the colour of a tube tells: its material, visit, participant, amount or thaws, with the legend for it.

A colour is named by a key that every theme knows: a material's code, `category_key`, `level_key`, OTHERS, NOTHING.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from enum import Enum, StrEnum
from typing import NamedTuple, Protocol, TypeAlias
from zlib import crc32

from freezerapp.domain.colour_keys import CATEGORIES, NOTHING, OTHERS, category_key, level_key
from freezerapp.domain.ordering import natural_key
from freezerapp.domain.quantity import UNITS, Dimension

BOUNDS: Mapping[Dimension, tuple[int, int, int, int]] = {
    Dimension.VOLUME: (100_000, 250_000, 500_000, 1_000_000),  # 100, 250, 500 µL, 1 mL
    Dimension.MASS: (1_000_000, 10_000_000, 50_000_000, 100_000_000),  # 1, 10, 50, 100 µg
    Dimension.CELLS: (1_000_000, 2_000_000, 5_000_000, 10_000_000),
    Dimension.PIECES: (2, 3, 5, 10),
}
"""Where the next level of amounts begins, in nL, pg, cells or pieces: the same in every box."""

_UNITS = {
    Dimension.VOLUME: "µL",
    Dimension.MASS: "µg",
    Dimension.CELLS: "cells",
    Dimension.PIECES: "pieces",
}
_NUMBER = re.compile(r"([0-9]{1,9})[^0-9]*$")


class ColourBy(StrEnum):
    """What colours tell."""

    MATERIAL = "material"
    VISIT = "visit"
    PARTICIPANT = "participant"
    VOLUME = "volume"
    THAWS = "thaws"


class Thaws(Enum):
    """How often a tube was thawed, measured by the limit of its material; the value is its level."""

    NEVER = 0
    NO_LIMIT = 1  # thawed, and the material has no limit
    BELOW = 2
    AT_LIMIT = 4
    OVER_LIMIT = 5


class Coloured(Protocol):
    """A tube with what its colour can tell; amounts in nL, pg, cells or pieces, as the unit says."""

    @property
    def id(self) -> int: ...
    @property
    def material(self) -> str: ...
    @property
    def participant(self) -> str | None: ...
    @property
    def visit(self) -> str | None: ...
    @property
    def amount(self) -> int | None: ...
    @property
    def unit(self) -> str | None: ...
    @property
    def thaws(self) -> int: ...


class Named(NamedTuple):
    """A material, visit or participant, by its code."""

    code: str


class Amounts(NamedTuple):
    """Amounts from ``low`` to below ``high`` (None: any more), in the smallest unit; to be written in ``unit``.

    From 0 to 1 means that nothing is left.
    """

    low: int
    high: int | None
    unit: str


class Rest(NamedTuple):
    """Visits or participants that share the colour of the others."""

    codes: tuple[str, ...]


Meaning: TypeAlias = Named | Amounts | Thaws | Rest | None
"""What a colour stands for; None: the fact is not known."""


class Entry(NamedTuple):
    """One line of a legend: a colour, what it means, and how many tubes have it."""

    key: str
    meaning: Meaning
    tubes: int


class Colouring(NamedTuple):
    """The colour key of each tube by its id, and the legend, in the order in which one reads it."""

    by: ColourBy
    keys: Mapping[int, str]
    legend: tuple[Entry, ...]


def colouring(
    by: ColourBy, tubes: Iterable[Coloured], thaw_limits: Mapping[str, int | None] | None = None
) -> Colouring:
    """Colour tubes by one fact.

    Boxes side by side are coloured together, so that a colour means the same in both. ``thaw_limits``
    gives how often each material, by its code, may be thawed. The order of the tubes does not matter.
    """
    tubes = list(tubes)
    match by:
        case ColourBy.MATERIAL:
            return _colouring(by, tubes, lambda tube: (tube.material, Named(tube.material)))
        case ColourBy.VISIT:
            return _colouring(by, tubes, _by_category(tubes, lambda tube: tube.visit))
        case ColourBy.PARTICIPANT:
            return _colouring(by, tubes, _by_category(tubes, lambda tube: tube.participant))
        case ColourBy.VOLUME:
            return _colouring(by, tubes, _by_amount)
        case ColourBy.THAWS:
            return _colouring(by, tubes, _by_thaws(thaw_limits or {}))


def categories(values: Iterable[str], most: int = CATEGORIES) -> dict[str, int]:
    """Give each value a category from 0; of too many values those that occur most often get one.

    A value keeps its category as far as possible, whatever else is there: V05 and MC-FR01-005 are the fifth,
    by the number they end with. Where two want the same, the first in natural order has it, and the other
    takes the next free one.
    """
    count = Counter(values)
    ranked = sorted(count, key=lambda value: (-count[value], natural_key(value)))
    chosen = sorted(ranked[:most], key=natural_key)
    found: dict[str, int] = {}
    used: set[int] = set()
    for value in chosen:
        wanted = _wanted(value, most)
        if wanted not in used:
            found[value] = wanted
            used.add(wanted)
    for value in chosen:
        if value not in found:
            wanted = _wanted(value, most)
            found[value] = next(each % most for each in range(wanted, wanted + most) if each % most not in used)
            used.add(found[value])
    return found


def thaws(count: int, limit: int | None) -> Thaws:
    """Measure how often a tube was thawed by the limit of its material (None: there is none)."""
    if count <= 0:
        return Thaws.NEVER
    if limit is None:
        return Thaws.NO_LIMIT
    if count == limit:
        return Thaws.AT_LIMIT
    return Thaws.BELOW if count < limit else Thaws.OVER_LIMIT


def _wanted(value: str, most: int) -> int:
    """The category that a value has where no other wants it."""
    number = _NUMBER.search(value)
    return (int(number[1]) - 1 if number else crc32(value.encode())) % most


Rule: TypeAlias = Callable[[Coloured], tuple[str, Meaning]]


def _by_category(tubes: Iterable[Coloured], fact: Callable[[Coloured], str | None]) -> Rule:
    values = [value for value in map(fact, tubes) if value]
    known = categories(values)
    rest = Rest(tuple(sorted(set(values) - set(known), key=natural_key)))

    def rule(tube: Coloured) -> tuple[str, Meaning]:
        value = fact(tube)
        if not value:
            return NOTHING, None
        number = known.get(value)
        return (OTHERS, rest) if number is None else (category_key(number), Named(value))

    return rule


def _by_amount(tube: Coloured) -> tuple[str, Meaning]:
    unit = UNITS.get(tube.unit or "")
    if tube.amount is None or unit is None:
        return NOTHING, None
    bounds = (0, 1, *BOUNDS[unit.dimension])
    level = bisect_right(bounds, tube.amount, lo=1) - 1
    high = bounds[level + 1] if level + 1 < len(bounds) else None
    return level_key(level), Amounts(bounds[level], high, _UNITS[unit.dimension])


def _by_thaws(limits: Mapping[str, int | None]) -> Rule:
    def rule(tube: Coloured) -> tuple[str, Meaning]:
        found = thaws(tube.thaws, limits.get(tube.material))
        return level_key(found.value), found

    return rule


def _colouring(by: ColourBy, tubes: Iterable[Coloured], rule: Rule) -> Colouring:
    found = {tube.id: rule(tube) for tube in tubes}
    counts = Counter(found.values())
    legend = sorted((Entry(*seen, count) for seen, count in counts.items()), key=_reading_order)
    return Colouring(by, {tube: key for tube, (key, _) in found.items()}, tuple(legend))


def _reading_order(entry: Entry) -> tuple[int, object]:
    """By name, or by dimension and amount; then the others; last what is not known."""
    match entry.meaning:
        case Named(code):
            return 0, natural_key(code)
        case Amounts(low, _, unit):
            return 0, ([*_UNITS.values()].index(unit), low)
        case Thaws():
            return 0, entry.meaning.value
        case Rest():
            return 1, ()
    return 2, ()
