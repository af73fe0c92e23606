"""What a freezer, a tank or a rack looks like at one moment, as plain values: which boxes, and how full they
are.
"""

from enum import Enum
from typing import NamedTuple


class UnitKind(Enum):
    """How a unit is drawn; the values are the words a container type uses."""

    FRONT = "front"
    """From the front: shelves one above the other, racks side by side."""
    ABOVE = "above"
    """Round, from above: towers in their grid, or canisters (one row of them) around the middle."""
    GRID = "grid"
    """Square, from above or from the front, without shelves: a chest, a rack, a drawer."""


class SlotPicture(NamedTuple):
    """A place for a box, or a tower or canister seen from above.

    ``id`` is the container's; 0 and a ``fraction`` of None where nothing stands. ``fraction`` is how full it
    is, 0 to 1. ``match``: it holds what a search found. ``hint`` is what the resting pointer and a screen
    reader say, ``label`` is written on it where there is room.
    """

    row: int
    column: int
    id: int = 0
    fraction: float | None = None
    match: bool = False
    hint: str = ""
    label: str = ""


class RackPicture(NamedTuple):
    """Slots that belong together; those not named are absent."""

    name: str
    rows: int
    columns: int
    slots: tuple[SlotPicture, ...] = ()


class ShelfPicture(NamedTuple):
    """Racks side by side."""

    name: str
    racks: tuple[RackPicture, ...] = ()


class UnitPicture(NamedTuple):
    """One unit, its shelves from the top down.

    ``note`` is a few words beside its name ("set −80 °C", "backup").
    """

    id: int
    title: str
    kind: UnitKind
    shelves: tuple[ShelfPicture, ...] = ()
    note: str = ""
    spoken: str = ""
