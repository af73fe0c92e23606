"""What the mouse does in a box: clicks, headings, and a frame drawn around tubes."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from freezerapp.ui.widgets.box_choice import BoxChoice, How
from freezerapp.ui.widgets.box_geometry import Grid
from freezerapp.ui.widgets.box_picture import Cell


class BoxPointer:
    """One button going down, moving and coming up.

    Points are measured from the grid's corner, so scrolling counts.
    """

    def __init__(self, choice: BoxChoice) -> None:
        self._choice = choice
        self._pressed: QPointF | None = None
        self._how = How.REPLACE
        self._settle: Cell | None = None  # chosen alone when the button comes up, if nothing else happened
        self._on_ground = False
        self._kept: frozenset[Cell] = frozenset()
        self.frame: QRectF | None = None

    @property
    def is_down(self) -> bool:
        """Whether the button went down here and has not come up."""
        return self._pressed is not None

    def press(self, point: QPointF, cell: Cell | None, how: How) -> None:
        """The button goes down, on an existing position or beside."""
        self._pressed, self._how, self._kept = point, how, self._choice.cells
        self._on_ground = cell is None
        self._settle = None
        if cell is None:
            return
        if how is How.REPLACE and cell in self._choice.cells:
            self._settle = cell  # the whole group may be about to move with it
            self._choice.cursor = cell
        else:
            self._choice.click(cell, how)

    def move(self, point: QPointF, grid: Grid) -> bool:
        """The pointer moves with the button down. True if a frame is being drawn."""
        if self._pressed is None:
            return False
        if self.frame is None:
            if (point - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return False
            self._choice.choose(self._kept)
            self._choice.start_frame(self._how)
        self.frame = QRectF(self._pressed, point).normalized()
        self._choice.frame(grid.within(self.frame.translated(grid.left, grid.top)))
        return True

    def release(self) -> None:
        """The button comes up."""
        if self.frame is None and self._settle is not None:
            self._choice.click(self._settle, How.REPLACE)
        elif self.frame is None and self._on_ground and self._how is How.REPLACE:
            self._choice.choose(())
        self.forget()

    def cancel(self) -> bool:
        """Give up the frame: what was chosen before is chosen again. False if there was none."""
        if self.frame is None:
            return False
        self._choice.choose(self._kept)
        self.forget()
        return True

    def forget(self) -> None:
        """The button, where it went down and the frame are no longer of interest."""
        self._pressed, self._settle, self.frame, self._on_ground = None, None, None, False


def how_to_choose(modifiers: Qt.KeyboardModifier) -> How:
    """What Shift and Ctrl mean for a click."""
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return How.ADD if control else How.EXTEND
    return How.TOGGLE if control else How.REPLACE


def heading_cells(grid: Grid, point: QPointF, side: bool, along: bool) -> Iterable[Cell] | None:
    """The positions of the heading under a point: a row's, a column's, or all at the corner; None beside
    headings.

    ``side`` and ``along`` say whether there are headings down the side and along the top.
    """
    turn = grid.turn
    before, above = point.x() < grid.left, point.y() < grid.top
    row, column = grid.row_at(point.y()), grid.column_at(point.x())
    if before and above and side and along:
        return [turn.stored((r, c)) for r in range(turn.shown_rows) for c in range(turn.shown_columns)]
    if before and side and row is not None:
        return [turn.stored((row, c)) for c in range(turn.shown_columns)]
    if above and along and column is not None:
        return [turn.stored((r, column)) for r in range(turn.shown_rows)]
    return None
