"""What the mouse does in a box: clicks, headings, a frame drawn around tubes, and tubes lifted to be moved."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtWidgets import QApplication

from freezerapp.ui.widgets.box_choice import BoxChoice, How
from freezerapp.ui.widgets.box_geometry import Grid
from freezerapp.ui.widgets.box_headings import Heading, Kind, nearest
from freezerapp.ui.widgets.box_picture import Cell


class Doing(Enum):
    """What moving with the button down comes to."""

    NOTHING = "nothing"
    LINES = "lines"
    """More headings are chosen."""
    FRAME = "frame"
    DRAG = "drag"
    """Lifted tubes are dragged away."""


class BoxPointer:
    """One button going down, moving and coming up.

    Points are measured from the grid's corner, so scrolling counts. ``slack`` is how many px a hand may
    tremble before it moves.
    """

    def __init__(self, choice: BoxChoice) -> None:
        self._choice = choice
        self._pressed: QPointF | None = None
        self._cell: Cell | None = None
        self._how = How.REPLACE
        self._settle: Cell | None = None  # chosen alone when the button comes up, if nothing else happened
        self._kept: frozenset[Cell] = frozenset()
        self._heading: Heading | None = None
        self.frame: QRectF | None = None
        self.lifted = False
        self.slack = QApplication.startDragDistance()

    @property
    def is_down(self) -> bool:
        """Whether the button went down here and has not come up."""
        return self._pressed is not None

    def press(self, point: QPointF, cell: Cell | None, how: How) -> None:
        """The button goes down, on an existing position or beside."""
        self.forget()
        self._pressed, self._cell, self._how, self._kept = point, cell, how, self._choice.cells
        if cell is None:
            return
        if how is How.REPLACE and cell in self._choice.cells:
            self._settle = cell  # the whole group may be about to move with it
            self._choice.cursor = cell
        else:
            self._choice.click(cell, how)

    def press_heading(self, point: QPointF, heading: Heading, how: How) -> None:
        """The button goes down on a heading."""
        self.forget()
        self._pressed, self._heading, self._how = point, heading, how
        self._choice.line(heading, how)

    def hold(self) -> Cell | None:
        """The button has been down long enough to lift what is chosen: the position it is on, if it is."""
        if self._pressed is None or self.frame is not None or self._heading is not None:
            return None
        return self._cell if self._cell in self._choice.cells else None

    def move(self, point: QPointF, grid: Grid) -> Doing:
        """The pointer moves with the button down."""
        if self._pressed is None:
            return Doing.NOTHING
        if self._heading is not None:
            return self._move_heading(point, grid)
        if self.frame is None:
            if (point - self._pressed).manhattanLength() < self.slack:
                return Doing.NOTHING
            if self.lifted:
                return Doing.DRAG
            self._choice.choose(self._kept)
            self._choice.start_frame(self._how)
        self.frame = QRectF(self._pressed, point).normalized()
        self._choice.frame(grid.within(self.frame.translated(grid.left, grid.top)))
        return Doing.FRAME

    def release(self) -> None:
        """The button comes up."""
        if self.frame is None and self._heading is None:
            if self._settle is not None:
                self._choice.click(self._settle, How.REPLACE)
            elif self._pressed is not None and self._cell is None and self._how is How.REPLACE:
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
        self._pressed = self._cell = self._settle = self._heading = self.frame = None
        self.lifted = False

    def _move_heading(self, point: QPointF, grid: Grid) -> Doing:
        assert self._heading is not None
        if self._heading.kind is Kind.CORNER:
            return Doing.NOTHING
        heading = nearest(grid, self._heading.kind, point + QPointF(grid.left, grid.top))
        if heading == self._heading:
            return Doing.NOTHING
        self._heading = heading
        self._choice.line(heading, How.EXTEND if self._how in (How.REPLACE, How.EXTEND) else How.ADD)
        return Doing.LINES


def how_to_choose(modifiers: Qt.KeyboardModifier) -> How:
    """What Shift and Ctrl mean for a click."""
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return How.ADD if control else How.EXTEND
    return How.TOGGLE if control else How.REPLACE
