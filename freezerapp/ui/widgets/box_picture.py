"""What a box looks like at one moment, as plain values: what stands in each position, and what is written on
it.
"""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple

Cell = tuple[int, int]
"""A position: row and column from 0, as stored, whichever way the view is turned."""


class CellState(Enum):
    """What is in a position."""

    EMPTY = "empty"
    STORED = "stored"
    ON_BENCH = "on the bench"
    """Its tube is out; the place is kept."""
    MISSING = "missing"
    """Its tube was not found by the last check."""
    PLANNED = "planned"
    """A tube will come here; its look is shown faintly."""
    RESERVED = "reserved"
    """Kept free for something, without a tube of its own."""
    BLOCKED = "blocked"

    @property
    def has_tube(self) -> bool:
        """Whether a tube belongs here, in its place or not."""
        return self in (CellState.STORED, CellState.ON_BENCH, CellState.MISSING)


class CellPicture(NamedTuple):
    """One position. Whoever makes it chooses the words; the view only draws them.

    ``label`` is the position's own ("D6"); ``line1`` and ``line2`` are the two short texts on the tube;
    ``colour`` is a material's code, ``category:3`` or ``#RRGGBB``; ``spoken`` is what a screen reader says
    ("D6, genomic DNA, participant MC-FR01-001, visit V01"), without whether it is selected; ``hint`` is plain
    text for the pointer resting on it, its first line the title.
    """

    label: str
    state: CellState = CellState.EMPTY
    line1: str = ""
    line2: str = ""
    colour: str = ""
    hold: bool = False
    declared: bool = False
    match: bool = False
    just_placed: bool = False
    spoken: str = ""
    hint: str = ""


class BoxPicture(NamedTuple):
    """One box. ``cells`` has every position that exists, empty ones too: a position not in it is absent.

    ``key`` tells one box from another: a picture with the same key is the same box a moment later, and keeps
    what is selected. Without ``row_labels`` and ``column_labels`` (a box numbered 1 to 81) there are no
    headings. ``lit`` means that a search is shown: tubes that do not match are dimmed. ``spoken`` is the
    box's name for screen readers.
    """

    key: int
    rows: int
    columns: int
    cells: Mapping[Cell, CellPicture] = MappingProxyType({})
    row_labels: tuple[str, ...] = ()
    column_labels: tuple[str, ...] = ()
    lit: bool = False
    spoken: str = ""

    def pick(self, among: "frozenset[Cell] | set[Cell]") -> frozenset[Cell]:
        """What selecting this block selects: its tubes; where it has none, its positions."""
        existing = {cell for cell in among if cell in self.cells}
        tubes = frozenset(cell for cell in existing if self.cells[cell].state.has_tube)
        return tubes or frozenset(existing)
