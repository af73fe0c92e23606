"""Whether a manifest agrees with itself and with what its profile allows: before it is written, and when it is read."""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeVar

from freezerapp.domain.manifest import BELOW, Item, Manifest
from freezerapp.domain.parcel import Profile

T = TypeVar("T")

WITHHELD = ("participant", "visit", "collected")
"""What a coded or blind parcel never tells of a tube."""


class Flaw(StrEnum):
    """What can be wrong within a manifest."""

    TUBE_TWICE = "a tube twice"
    PLACE_TWICE = "a place twice"
    BOX_TWICE = "a box twice"
    UNKNOWN_BOX = "an unknown box"
    OUTSIDE_BOX = "outside its box"
    UNKNOWN_PACKAGE = "an unknown package"
    NOT_IN_ORDER = "not numbered in order"
    TELLS_TOO_MUCH = "tells more than it may"


class Disagreement(NamedTuple):
    """One thing that is wrong within a manifest; ``thing`` is a tube's, box's or package's name."""

    what: Flaw
    thing: str


def disagreements(manifest: Manifest) -> list[Disagreement]:
    """All that does not fit together in a manifest; empty where it is sound."""
    found = [Disagreement(Flaw.BOX_TWICE, code) for code in _twice(box.code for box in manifest.boxes)]
    packages = {package.number for package in manifest.packages}
    found += [
        Disagreement(Flaw.UNKNOWN_PACKAGE, f"{box.code}, {box.package}")
        for box in manifest.boxes
        if box.package is not None and box.package not in packages
    ]
    found += [Disagreement(Flaw.TUBE_TWICE, tube) for tube in _twice(item.tube for item in manifest.items)]
    places = _twice((item.box, item.row, item.column) for item in manifest.items)
    found += [Disagreement(Flaw.PLACE_TWICE, f"{box} {row + 1}-{column + 1}") for box, row, column in places]
    boxes = {box.code: box for box in manifest.boxes}
    absent = {box.code: frozenset(box.absent) for box in manifest.boxes}
    for at, item in enumerate(manifest.items, start=1):
        if item.number != at:
            found.append(Disagreement(Flaw.NOT_IN_ORDER, item.tube))
        box = boxes.get(item.box)
        if box is None:
            found.append(Disagreement(Flaw.UNKNOWN_BOX, f"{item.tube}, {item.box}"))
        elif not (0 <= item.row < box.rows and 0 <= item.column < box.columns) or (
            (item.row, item.column) in absent[box.code]
        ):
            found.append(Disagreement(Flaw.OUTSIDE_BOX, item.tube))
        if tells_too_much(manifest.profile, item):
            found.append(Disagreement(Flaw.TELLS_TOO_MUCH, item.tube))
    return found


def tells_too_much(profile: Profile, item: Item) -> bool:
    """Whether a line says of its tube what the parcel's profile forbids."""
    if profile is Profile.FULL:
        return False
    told = item.participant is not None or item.visit is not None or item.collected is not None
    return told or not may_remark(profile, item)


def may_remark(profile: Profile, item: Item) -> bool:
    """Whether the remark of a line may be told: free text may tell anything, so only a full list has it.

    That a tube is below the amount asked for tells of the amount: not where that is withheld.
    """
    return profile is Profile.FULL or not item.remark or (item.remark == BELOW and item.amount is not None)


def _twice(things: Iterable[T]) -> Iterator[T]:
    return (thing for thing, count in Counter(things).items() if count > 1)
