"""Which positions of a box are chosen, and where the keyboard is: the rules of clicking, frames and arrow
keys.
"""

from collections.abc import Iterable
from enum import Enum

from freezerapp.ui.widgets.box_geometry import Turn
from freezerapp.ui.widgets.box_headings import Heading
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell


class How(Enum):
    """What a gesture does with what was chosen before."""

    REPLACE = "replace"
    TOGGLE = "toggle"
    EXTEND = "extend"
    """From where the last choice began to here."""
    ADD = "add"


class BoxChoice:
    """Selection and cursor of one box. Blocks run as seen on screen, so they follow a turned view."""

    def __init__(self) -> None:
        self.picture: BoxPicture | None = None
        self.turn = Turn(1, 1)
        self.cells: frozenset[Cell] = frozenset()
        self.cursor: Cell | None = None
        self._anchor: Cell | None = None
        self._line: Heading | None = None
        self._before: frozenset[Cell] = frozenset()

    def show(self, picture: BoxPicture | None, turn: Turn) -> None:
        """Another picture. The same box keeps its choice, as far as its positions still exist."""
        same = picture is not None and self.picture is not None and picture.key == self.picture.key
        if not same or turn != self.turn:
            self._line = None
        self.picture, self.turn = picture, turn
        if picture is None or not same:
            self.cells, self.cursor, self._anchor = frozenset(), None, None
            return
        self.cells = frozenset(cell for cell in self.cells if cell in picture.cells)
        self.cursor = self.cursor if self.cursor in picture.cells else None
        self._anchor = self._anchor if self._anchor in picture.cells else None

    def exists(self, cell: Cell | None) -> bool:
        """Whether the box has this position."""
        return cell is not None and self.picture is not None and cell in self.picture.cells

    def choose(self, cells: Iterable[Cell]) -> None:
        """Exactly these, as far as they exist."""
        self.cells = frozenset(cell for cell in cells if self.exists(cell))

    def choose_all(self) -> None:
        """All tubes."""
        if self.picture is not None:
            self.cells = self.picture.pick(frozenset(self.picture.cells))

    def invert(self) -> None:
        """All tubes that were not chosen."""
        if self.picture is not None:
            tubes = {cell for cell, seen in self.picture.cells.items() if seen.state.has_tube}
            self.cells = frozenset(tubes - self.cells)

    def click(self, cell: Cell, how: How) -> None:
        """A position was clicked, or reached by a key that chooses."""
        if how in (How.EXTEND, How.ADD) and self._anchor is not None:
            block = self.block(self._anchor, cell)
            self.cells = block if how is How.EXTEND else self.cells | block
        elif how is How.TOGGLE:
            self.cells ^= {cell}
            self._anchor = cell
        else:
            self.cells = frozenset({cell})
            self._anchor = cell
        self.cursor = cell

    def start_frame(self, how: How) -> None:
        """A frame is drawn from here on; what is chosen now is kept if it adds."""
        self._before = self.cells if how is not How.REPLACE else frozenset()

    def frame(self, touched: Iterable[Cell]) -> None:
        """The frame touches these now."""
        if self.picture is not None:
            self.cells = self._before | self.picture.pick(frozenset(touched))

    def pick(self, cells: Iterable[Cell], how: How = How.REPLACE) -> None:
        """The tubes among these, or where they hold none the positions; with what was chosen, or instead."""
        if self.picture is None:
            return
        chosen = self.picture.pick(frozenset(cells))
        if how is How.TOGGLE:
            self.cells = self.cells - chosen if chosen <= self.cells else self.cells | chosen
        else:
            self.cells = self.cells | chosen if how is How.ADD else chosen
        if chosen:
            self.cursor = self._anchor = min(chosen, key=self.turn.shown)

    def line(self, heading: Heading, how: How) -> None:
        """A heading was clicked: its row or column, or all lines from the last one clicked; its corner: all."""
        before = self._line
        if how not in (How.EXTEND, How.ADD) or before is None or before.kind is not heading.kind:
            before = self._line = heading
        first, last = sorted((before.index, heading.index))
        self.pick((cell for at in range(first, last + 1) for cell in heading.at(at).cells(self.turn)), how)

    def block(self, one: Cell, other: Cell) -> frozenset[Cell]:
        """What a block from one position to another chooses."""
        if self.picture is None:
            return frozenset()
        (top, left), (bottom, right) = self.turn.shown(one), self.turn.shown(other)
        rows = range(min(top, bottom), max(top, bottom) + 1)
        columns = range(min(left, right), max(left, right) + 1)
        return self.picture.pick(frozenset(self.turn.stored((row, column)) for row in rows for column in columns))

    def step(self, down: int, right: int, start: Cell | None) -> Cell | None:
        """The next existing position from ``start`` in a direction on screen; at the edge ``start`` itself."""
        if start is None:
            return self.first()
        row, column = self.turn.shown(start)
        while True:
            row, column = row + down, column + right
            if not (0 <= row < self.turn.shown_rows and 0 <= column < self.turn.shown_columns):
                return start
            cell = self.turn.stored((row, column))
            if self.exists(cell):
                return cell

    def end_of(self, start: Cell | None, *, row: bool, last: bool) -> Cell | None:
        """The first or last existing position of the row of ``start``, or else of its column, on screen."""
        if start is None:
            return self.first()
        at_row, at_column = self.turn.shown(start)
        if row:
            line = [(at_row, column) for column in range(self.turn.shown_columns)]
        else:
            line = [(at, at_column) for at in range(self.turn.shown_rows)]
        cells = [cell for cell in map(self.turn.stored, line) if self.exists(cell)]
        return cells[-1 if last else 0] if cells else None

    def first(self, *, last: bool = False) -> Cell | None:
        """The first existing position on screen, or the last."""
        if self.picture is None or not self.picture.cells:
            return None
        return (max if last else min)(self.picture.cells, key=self.turn.shown)
