"""Tubes picked up together as one small value, and what a box is told of where they would land."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Qt

from freezerapp.domain.box import Mode
from freezerapp.ui.widgets.box_picture import Cell, CellPicture

HOLD_MS = 300
"""How long the button stays down on a tube before it can be dragged; sooner, moving draws a frame."""
FILL_KEYS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
"""Held while tubes are moved: they fill the next free positions."""
SWAP_KEYS = Qt.KeyboardModifier.AltModifier
"""Held while tubes are moved: they change places with those they meet."""


@dataclass(frozen=True, slots=True)
class Carried:
    """Tubes in the hand.

    bank      the id of the bank they belong to; no other bank takes them
    ids       the tubes, in the order in which they are set down one after the other
    cells     where each stands, as stored, in the box ``box`` (its picture's key); empty for tubes from the bench
    grabbed   which of them, counted from 0, is held under the pointer
    looks     how each is drawn, or empty: the box they are picked up from adds it

    Raises ``ValueError`` when these do not fit together.
    """

    bank: str
    ids: tuple[int, ...]
    cells: tuple[Cell, ...] = ()
    box: int | None = None
    grabbed: int = 0
    looks: tuple[CellPicture, ...] = ()

    def __post_init__(self) -> None:
        count = len(self.ids)
        fits = len(self.cells) in (0, count) and len(self.looks) in (0, count) and 0 <= self.grabbed < count
        if not fits or (self.cells and self.box is None):
            raise ValueError(self.ids)

    @property
    def grabbed_cell(self) -> Cell | None:
        """Where the tube under the pointer stands; None for tubes from the bench."""
        return self.cells[self.grabbed] if self.cells else None

    @property
    def modes(self) -> tuple[Mode, ...]:
        """How it can be set down: tubes from the bench have left nothing to swap into."""
        return (Mode.SHAPE, Mode.FILL, Mode.SWAP) if self.cells else (Mode.SHAPE, Mode.FILL)

    def look(self, number: int) -> CellPicture:
        """How one of them is drawn."""
        return self.looks[number] if self.looks else CellPicture("")

    def left_in(self, box: int) -> frozenset[Cell]:
        """The positions of a box that are free as long as these are in the hand."""
        return frozenset(self.cells) if box == self.box else frozenset()


class LandingPicture(NamedTuple):
    """Where tubes in the hand would land; ``Cell`` as stored.

    moves       each tube (id) that has a position to land on, taken or not
    taken       positions where they would land and can't
    outside     tubes (ids) for which the box has no position
    unmatched   in a swap: positions without another tube to swap with
    ok          they can be set down like this
    idle        setting them down would change nothing
    refusal     what is wrong in words; empty: the box names the positions itself
    """

    moves: tuple[tuple[int, Cell], ...] = ()
    taken: tuple[Cell, ...] = ()
    outside: tuple[int, ...] = ()
    unmatched: tuple[Cell, ...] = ()
    ok: bool = False
    idle: bool = False
    refusal: str = ""


class Drop(NamedTuple):
    """Tubes let go over a box: whoever hears of it moves them, or says why not.

    box       key of the picture they were let go over
    target    the position under the pointer, or where the keys are
    landing   what was shown at that moment; whether it can be is decided anew by whoever moves them
    """

    carried: Carried
    box: int
    target: Cell
    mode: Mode
    landing: LandingPicture

    @property
    def source(self) -> int | None:
        """Key of the box they come from; None: from the bench."""
        return self.carried.box

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Where they stand in it."""
        return self.carried.cells

    @property
    def grabbed(self) -> Cell | None:
        """Which of these positions was held."""
        return self.carried.grabbed_cell


class Handling(NamedTuple):
    """What a box has to be told so that its tubes can be moved.

    bank      the id of the bank; tubes of another are not taken
    pick      the tubes that are picked up with these positions chosen, one of them grabbed; None if none can be
    landing   where carried tubes would land if the grabbed one came to a position; it is asked at every step
    """

    bank: str
    pick: Callable[[frozenset[Cell], Cell | None], Carried | None]
    landing: Callable[[Carried, Cell, Mode], LandingPicture]


def mode_for(modifiers: Qt.KeyboardModifier) -> Mode | None:
    """How tubes are set down while these keys are held; None: none of them says."""
    if modifiers & SWAP_KEYS:
        return Mode.SWAP
    return Mode.FILL if modifiers & FILL_KEYS else None
