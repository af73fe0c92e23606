"""Where each box of a unit is drawn: shelves and racks from the front, towers from above."""

import math
from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from freezerapp.ui.widgets.unit_picture import RackPicture, SlotPicture, UnitKind, UnitPicture

SHELF_GAP = 15.0
"""px between shelves, with the line of the shelf in it."""
LEAST_SIDE = 2.0


class Placed(NamedTuple):
    """A slot and where it is drawn."""

    slot: SlotPicture
    rect: QRectF


class UnitLayout(NamedTuple):
    """Everything that is drawn inside a unit: slots in reading order, shelves, the round basin."""

    placed: tuple[Placed, ...] = ()
    shelf_lines: tuple[float, ...] = ()
    basin: QRectF | None = None
    canisters: bool = False

    def at(self, point: QPointF) -> int:
        """The number of the slot under a point, or -1."""
        return next((number for number, one in enumerate(self.placed) if one.rect.contains(point)), -1)

    def towards(self, start: int, right: int, down: int) -> int:
        """The nearest slot in a direction; ``start`` itself if there is none."""
        here = self.placed[start].rect.center()

        def cost(number: int) -> float:
            way = self.placed[number].rect.center() - here
            ahead, aside = way.x() * right + way.y() * down, abs(way.x() * down) + abs(way.y() * right)
            return ahead + 3 * aside if ahead > 0.5 else math.inf

        best = min(range(len(self.placed)), key=cost)
        return best if math.isfinite(cost(best)) else start


def natural_height(unit: UnitPicture, width: float, pitch: float) -> float:
    """The height, px, in which a unit of this width looks right, its rows at most ``pitch`` apart."""
    if unit.kind is UnitKind.ABOVE:
        return width
    rows = _rows(unit)
    gap = SHELF_GAP - 3 if unit.kind is UnitKind.FRONT else 4.0
    return sum(rows) * _shapely(unit, width, pitch) + max(0, len(rows) - 1) * gap


def lay_out(unit: UnitPicture, area: QRectF, pitch: float, ratio: float) -> UnitLayout:
    """Fit a unit into ``area``, rows at most ``pitch`` px apart, edges on whole device pixels."""
    if unit.kind is UnitKind.ABOVE:
        return _round(unit, area, ratio)
    return _upright(unit, area, pitch, ratio)


def _rows(unit: UnitPicture) -> list[int]:
    return [max((rack.rows for rack in shelf.racks), default=1) for shelf in unit.shelves]


def _shapely(unit: UnitPicture, width: float, pitch: float) -> float:
    """How far apart rows stand so that boxes look like boxes: never mere strips, and square enough from
    above.
    """
    wide = min((_Columns(shelf.racks, QRectF(0, 0, width, 1), 1.0).wide for shelf in unit.shelves), default=pitch)
    if unit.kind is UnitKind.GRID:
        return max(pitch, min(44.0, wide * 0.75))
    return min(pitch, max(7.0, 1.8 * wide + 2))


def _upright(unit: UnitPicture, area: QRectF, most_pitch: float, ratio: float) -> UnitLayout:
    rows = _rows(unit)
    lines = unit.kind is UnitKind.FRONT
    if not rows:
        return UnitLayout()
    shelf_gap = SHELF_GAP - 3 if lines else 4.0
    most = _shapely(unit, area.width(), most_pitch)
    pitch = min(most, (area.height() - shelf_gap * (len(rows) - 1)) / sum(rows))
    pitch = max(LEAST_SIDE + 1, math.floor(pitch * ratio) / ratio)
    high = pitch - (1.0 if pitch < 7 else 2.0 if pitch < 12 else 3.0)
    placed: list[Placed] = []
    shelf_lines: list[float] = []
    top = area.top()
    for shelf, count in zip(unit.shelves, rows, strict=True):
        columns = _Columns(shelf.racks, area, ratio)
        for rack, left in zip(shelf.racks, columns.lefts, strict=True):
            for slot in rack.slots:
                x, y = left + slot.column * columns.pitch, top + slot.row * pitch
                placed.append(Placed(slot, QRectF(x, y, columns.wide, high)))
        top += count * pitch + shelf_gap
        if lines:
            shelf_lines.append(top - shelf_gap / 2 - (pitch - high) / 2)
    placed.sort(key=lambda one: (one.rect.top(), one.rect.left()))
    return UnitLayout(tuple(placed), tuple(shelf_lines))


class _Columns:
    """The columns of a shelf: racks a little apart, equally wide slots, centred."""

    def __init__(self, racks: tuple[RackPicture, ...], area: QRectF, ratio: float) -> None:
        count = max(1, sum(rack.columns for rack in racks))
        gap, rack_gap = (3.0, 4.0) if area.width() / count >= 20 else (2.0, 5.0)
        if area.width() / count < 7:
            gap, rack_gap = 1.0, 3.0
        if len(racks) == count:
            rack_gap = gap + 1.0
        spare = gap * (count - len(racks)) + rack_gap * (len(racks) - 1)
        self.wide = max(LEAST_SIDE, math.floor((area.width() - spare) / count * ratio) / ratio)
        self.pitch = self.wide + gap
        left = area.left() + math.floor((area.width() - spare - self.wide * count) / 2 * ratio) / ratio
        self.lefts: list[float] = []
        for rack in racks:
            self.lefts.append(left)
            left += rack.columns * self.pitch - gap + rack_gap


def _round(unit: UnitPicture, area: QRectF, ratio: float) -> UnitLayout:
    side = min(area.width(), area.height())
    basin = QRectF(area.center().x() - side / 2, area.top(), side, side)
    racks = [rack for shelf in unit.shelves for rack in shelf.racks]
    if len(racks) == 1 and (racks[0].rows == 1 or racks[0].columns == 1) and len(racks[0].slots) > 1:
        return UnitLayout(tuple(_around(racks[0], basin)), (), basin, canisters=True)
    return UnitLayout(tuple(_inscribed(unit, basin, ratio)), (), basin)


def _around(rack: RackPicture, basin: QRectF) -> Iterator[Placed]:
    """Canisters around the middle, the first at twelve o'clock, then clockwise."""
    count = max(rack.rows, rack.columns)
    radius = basin.width() / 2
    step = math.tau / count
    side = min(radius * 0.62, 2 * radius * math.sin(step / 2) / (1 + math.sin(step / 2)) * 0.82)
    away = radius - side / 2 - max(4.0, radius * 0.06)
    for slot in rack.slots:
        angle = max(slot.row, slot.column) * step - math.pi / 2
        middle = basin.center() + QPointF(math.cos(angle) * away, math.sin(angle) * away)
        yield Placed(slot, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))


def _inscribed(unit: UnitPicture, basin: QRectF, ratio: float) -> Iterator[Placed]:
    """Towers in their grid, as large as the circle lets the outermost of them be."""
    cells: list[tuple[float, float, SlotPicture]] = []
    down = 0.0
    for shelf in unit.shelves:
        right = 0.0
        for rack in shelf.racks:
            cells += [(right + slot.column, down + slot.row, slot) for slot in rack.slots]
            right += rack.columns + 0.4
        down += max((rack.rows for rack in shelf.racks), default=0) + 0.4
    if not cells:
        return
    middle_x = (min(x for x, _, _ in cells) + max(x for x, _, _ in cells) + 1) / 2
    middle_y = (min(y for _, y, _ in cells) + max(y for _, y, _ in cells) + 1) / 2
    # The gap between towers is outside of the last one, so that much of its corner does not count.
    gap = 0.14
    reach = max(
        math.hypot(abs(x + 0.5 - middle_x) + 0.5 - gap / 2, abs(y + 0.5 - middle_y) + 0.5 - gap / 2)
        for x, y, _ in cells
    )
    pitch = max(LEAST_SIDE + 1, math.floor((basin.width() / 2 * 0.95) / reach * ratio) / ratio)
    side = max(LEAST_SIDE, math.floor(pitch * (1 - gap) * ratio) / ratio)
    left = math.floor((basin.center().x() - middle_x * pitch + (pitch - side) / 2) * ratio) / ratio
    top = math.floor((basin.center().y() - middle_y * pitch + (pitch - side) / 2) * ratio) / ratio
    for x, y, slot in cells:
        at_x, at_y = round((left + x * pitch) * ratio) / ratio, round((top + y * pitch) * ratio) / ratio
        yield Placed(slot, QRectF(at_x, at_y, side, side))
