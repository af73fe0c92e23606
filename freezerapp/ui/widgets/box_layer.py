"""The still part of a box: its body with the A1 corner, its positions, and the room for its headings."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QRegion

from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_geometry import PADDING, Grid
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture
from freezerapp.ui.widgets.tube_disc import DiscPainter

BAND_SHARE = 0.8
"""Height of the headings above the box, as a share of a row of the theme: gloved hands need more."""
MARGIN = 4.0
"""px left free at the sides that have no headings."""
MARKED_CORNER = 15.0
"""px cut off the corner at A1, as on the real box."""


def left_band(picture: BoxPicture, theme: Theme, quarters: int) -> float:
    """px left of the box for the headings down its side."""
    labels = picture.column_labels if quarters % 2 else picture.row_labels
    if not labels:
        return MARGIN
    metrics = QFontMetricsF(theme.font(theme.type.secondary))
    return max(theme.space.row, math.ceil(max(metrics.horizontalAdvance(label) for label in labels)) + 18.0)


def top_band(picture: BoxPicture, theme: Theme, quarters: int) -> float:
    """px above the box for the headings along its top."""
    labels = picture.row_labels if quarters % 2 else picture.column_labels
    return round(theme.space.row * BAND_SHARE) if labels else MARGIN


def box_layer(picture: BoxPicture, grid: Grid, discs: DiscPainter) -> QPixmap:
    """The box with everything in it, nothing selected; ``grid`` starts at the layer's own corner."""
    ratio = discs.ratio
    layer = QPixmap(math.ceil(grid.width * ratio), math.ceil(grid.height * ratio))
    layer.setDevicePixelRatio(ratio)
    layer.fill(Qt.GlobalColor.transparent)
    painter = QPainter(layer)
    paint_body(painter, grid, discs.theme)
    _paint_cells(painter, picture, grid, discs, picture.cells)
    painter.end()
    return layer


def differing(before: BoxPicture, now: BoxPicture) -> set[Cell]:
    """The positions that look different in another picture of the same box."""
    old, new = before.cells, now.cells
    if before.lit != now.lit:
        return set(old.keys() | new.keys())
    return {cell for cell in old.keys() | new.keys() if old.get(cell) != new.get(cell)}


def renew_cells(layer: QPixmap, now: BoxPicture, changed: set[Cell], grid: Grid, discs: DiscPainter) -> None:
    """Paint these positions of a layer anew and leave the others as they are."""
    region = QRegion()
    for cell in changed:
        region += grid.rect(cell).toAlignedRect()
    painter = QPainter(layer)
    painter.setClipRegion(region)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.fillRect(region.boundingRect(), Qt.GlobalColor.transparent)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    paint_body(painter, grid, discs.theme)
    painter.setClipping(False)
    _paint_cells(painter, now, grid, discs, changed)
    painter.end()


def _paint_cells(painter: QPainter, picture: BoxPicture, grid: Grid, discs: DiscPainter, cells: Iterable[Cell]) -> None:
    shown, pitch = grid.turn.shown, grid.pitch
    left, top = grid.left + PADDING, grid.top + PADDING
    drawn: list[tuple[float, float, CellPicture, bool]] = []
    for cell in cells:
        seen = picture.cells.get(cell)
        if seen is not None:
            row, column = shown(cell)
            drawn.append((left + column * pitch, top + row * pitch, seen, picture.lit and not seen.match))
    discs.paint(painter, drawn)


def paint_body(painter: QPainter, grid: Grid, theme: Theme) -> None:
    """The box itself: rounded, with one corner cut where its first position is."""
    width = theme.space.box_border
    rect = grid.box.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    row, column = grid.turn.shown((0, 0))
    corner = (0 if row == 0 else 1, 0 if column == 0 else 1)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour.card_border, width))
    painter.setBrush(theme.colour.pane)
    painter.drawPath(_body(rect, theme.space.radius_box, min(MARKED_CORNER, grid.pitch * 0.26), corner))


def _body(rect: QRectF, radius: float, cut: float, corner: tuple[int, int]) -> QPainterPath:
    """A rounded rectangle whose ``corner`` (bottom?, right?) is cut off straight."""
    left, top, right, bottom = rect.left(), rect.top(), rect.right(), rect.bottom()
    corners = (  # clockwise: which one, its point, the way towards it, the way on
        ((0, 0), QPointF(left, top), QPointF(0, -1), QPointF(1, 0)),
        ((0, 1), QPointF(right, top), QPointF(1, 0), QPointF(0, 1)),
        ((1, 1), QPointF(right, bottom), QPointF(0, 1), QPointF(-1, 0)),
        ((1, 0), QPointF(left, bottom), QPointF(-1, 0), QPointF(0, -1)),
    )
    path = QPainterPath()
    for number, (which, point, arriving, leaving) in enumerate(corners):
        reach = cut if which == corner else radius
        start, end = point - arriving * reach, point + leaving * reach
        if number == 0:
            path.moveTo(start)
        else:
            path.lineTo(start)
        if which == corner:
            path.lineTo(end)
        else:
            path.quadTo(point, end)
    path.closeSubpath()
    return path
