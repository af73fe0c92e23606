"""Where a box stands in the room it is given, and the prepared picture of it."""

import math

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPixmap

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_geometry import Grid, Turn, disc_for, pitch_for
from freezerapp.ui.widgets.box_layer import MARGIN, box_layer, differing, left_band, renew_cells, top_band
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell
from freezerapp.ui.widgets.tube_disc import DiscPainter


class BoxStage:
    """Keeps the grid, the disc painter and the layer of one shown box, as long as each is good."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.picture: BoxPicture | None = None
        self.quarters = 0
        self.grid: Grid | None = None
        self.bands = MARGIN, MARGIN
        """px for headings: left of the box, and above it."""
        self._ratio = 1.0
        self._discs: DiscPainter | None = None
        self._layer: QPixmap | None = None

    @property
    def turn(self) -> Turn:
        """The grid as it is turned now."""
        picture = self.picture
        return Turn(picture.rows, picture.columns, self.quarters) if picture is not None else Turn(1, 1)

    def forget(self) -> None:
        """Another theme or screen: prepare everything anew."""
        self._discs = self._layer = None

    def fit(self, room: QSize, ratio: float) -> tuple[int, int]:
        """Make positions as large as ``room`` allows; returns the width and height then needed, px."""
        self._layer = None
        self._ratio = ratio
        if self.picture is None:
            self.grid = None
            return 0, 0
        theme = self._look.theme
        self.bands = left, top = (
            left_band(self.picture, theme, self.quarters),
            top_band(self.picture, theme, self.quarters),
        )
        wide, high = room.width() - left - MARGIN, room.height() - top - MARGIN
        hand = theme.space.row if self._look.gloves else 0.0
        pitch = pitch_for(theme, self.turn, wide, high, ratio, hand)
        self.grid = Grid(self.turn, pitch, disc_for(theme, pitch, ratio), 0, 0)
        return math.ceil(left + self.grid.width + MARGIN), math.ceil(top + self.grid.height + MARGIN)

    def place(self, width: int, right: int, down: int) -> None:
        """Put the box into a viewport this wide, scrolled by so much: in the middle if there is room at the
        sides.
        """
        grid = self.grid
        if grid is None:
            return
        left, top = self.bands
        spare = max(0.0, width - (left + grid.width + MARGIN))
        x = math.floor((left + spare / 2) * self._ratio) / self._ratio - right
        self.grid = Grid(grid.turn, grid.pitch, grid.disc, x, top - down)

    def renew(self, before: BoxPicture | None) -> set[Cell] | None:
        """After another picture of the same box: paint what differs and say which positions.

        None: fit it anew.
        """
        now, grid, layer, discs = self.picture, self.grid, self._layer, self._discs
        if before is None or now is None or grid is None or layer is None or discs is None:
            return None
        shape = (before.key, before.rows, before.columns, before.row_labels, before.column_labels)
        if shape != (now.key, now.rows, now.columns, now.row_labels, now.column_labels):
            return None
        changed = differing(before, now)
        if len(changed) > len(now.cells) // 4:
            self._layer = None  # painting whole is quicker then
        elif changed:
            renew_cells(layer, now, changed, _at_corner(grid), discs)
        return changed

    def discs(self, grid: Grid) -> DiscPainter:
        """The painter for discs of the present size."""
        theme, known = self._look.theme, self._discs
        wanted = (grid.disc, grid.pitch, self._ratio)
        if known is None or known.theme is not theme or (known.disc, known.pitch, known.ratio) != wanted:
            known = self._discs = DiscPainter(theme, *wanted)
        return known

    def paint(self, painter: QPainter, picture: BoxPicture, grid: Grid) -> None:
        """Paint the box, nothing selected."""
        if self._layer is None:
            self._layer = box_layer(picture, _at_corner(grid), self.discs(grid))
        painter.drawPixmap(QPointF(grid.left, grid.top), self._layer)


def _at_corner(grid: Grid) -> Grid:
    return Grid(grid.turn, grid.pitch, grid.disc, 0, 0)
