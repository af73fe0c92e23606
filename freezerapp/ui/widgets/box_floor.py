"""What all parts of a box view stand on: the grid on screen, what is chosen in it, and what to paint anew."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPoint, QPointF, QRect, QRectF, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_choice import BoxChoice
from freezerapp.ui.widgets.box_geometry import Grid
from freezerapp.ui.widgets.box_marks import marks_rect
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture
from freezerapp.ui.widgets.box_scroll import bring_into_sight
from freezerapp.ui.widgets.box_stage import BoxStage

MANY = 60
"""Positions from which painting the whole box is less work than painting each of them."""


class BoxFloor(QObject):
    """The grid of one view. ``cursor_moved(cell or None)`` and ``chosen(frozenset of cells)`` tell of changes."""

    cursor_moved = Signal(object)
    chosen = Signal(object)

    def __init__(self, look: Look, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self.area = area
        self.stage = BoxStage(look)
        self.choice = BoxChoice()

    @property
    def picture(self) -> BoxPicture | None:
        """What is shown."""
        return self.stage.picture

    @property
    def grid(self) -> Grid | None:
        """Where its positions are in the viewport."""
        return self.stage.grid

    def seen(self, cell: Cell) -> CellPicture | None:
        """What is in a position."""
        return self.picture.cells.get(cell) if self.picture is not None else None

    def cell_at(self, point: QPoint) -> Cell | None:
        """The existing position under a point of the viewport."""
        cell = self.grid.at(QPointF(point)) if self.grid is not None else None
        return cell if self.choice.exists(cell) else None

    def rect(self, cell: Cell) -> QRect:
        """Where a position is in the viewport; empty if nothing is shown."""
        return self.grid.rect(cell).toAlignedRect() if self.grid is not None else QRect()

    def from_corner(self, point: QPointF) -> QPointF:
        """A point of the viewport, measured from the corner of the grid."""
        return point - QPointF(self.grid.left, self.grid.top) if self.grid is not None else point

    def fit(self) -> None:
        """Make positions as large as there is room for; with too little room the box scrolls."""
        area = self.area
        needed = self.stage.fit(area.maximumViewportSize(), area.devicePixelRatioF())
        for bar, length, there in (
            (area.horizontalScrollBar(), needed[0], area.viewport().width()),
            (area.verticalScrollBar(), needed[1], area.viewport().height()),
        ):
            bar.setRange(0, max(0, length - there))
            bar.setPageStep(there)
        self.place()

    def place(self) -> None:
        """Put the box where it is scrolled to."""
        area = self.area
        across, down = area.horizontalScrollBar().value(), area.verticalScrollBar().value()
        self.stage.place(area.viewport().width(), across, down)
        area.viewport().update()

    def show_cell(self, cell: Cell) -> None:
        """Scroll so far that a position is whole in sight."""
        if self.grid is not None:
            bring_into_sight(self.area, marks_rect(self.grid, cell), self.stage.bands)

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Around anything that may change the choice: paints what differs afterwards, and says so."""
        chosen, cursor = self.choice.cells, self.choice.cursor
        yield
        now, at = self.choice.cells, self.choice.cursor
        self.update_cells(chosen ^ now)
        if at != cursor:
            self.update_cells({cursor, at})
            self.update_headings()
            self.cursor_moved.emit(at)
        if now != chosen:
            self.chosen.emit(now)

    def update_cells(self, cells: Collection[Cell | None]) -> None:
        """Paint these positions anew."""
        grid, viewport = self.grid, self.area.viewport()
        if grid is None:
            return
        if len(cells) > MANY:
            viewport.update()
            return
        for cell in cells:
            if cell is not None:
                viewport.update(marks_rect(grid, cell).toAlignedRect())

    def update_headings(self) -> None:
        """Paint all headings anew."""
        if self.grid is not None:
            viewport = self.area.viewport()
            viewport.update(0, 0, round(self.grid.left) + 1, viewport.height())
            viewport.update(0, 0, viewport.width(), round(self.grid.top) + 1)

    def update_frames(self, *frames: QRectF | None) -> None:
        """Paint anew what lies under these frames, measured from the corner of the grid."""
        for frame in frames:
            if frame is not None and self.grid is not None:
                touched = frame.translated(self.grid.left, self.grid.top).toAlignedRect()
                self.area.viewport().update(touched.adjusted(-2, -2, 2, 2))
