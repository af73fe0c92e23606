"""Tubes in the hand as seen over a box: what they left, where they would land, and what is in their way."""

import math
from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from freezerapp.domain.box import Mode
from freezerapp.ui.colours import mix
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_carried import Carried, LandingPicture
from freezerapp.ui.widgets.box_carry import BoxCarry
from freezerapp.ui.widgets.box_flash import Tone, paint_sign
from freezerapp.ui.widgets.box_geometry import PADDING, Grid
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture, CellState
from freezerapp.ui.widgets.box_words import BoxWords
from freezerapp.ui.widgets.tube_disc import DiscPainter, Ring

LIFT = 4.0
"""px that a tube in the hand is drawn above its place."""
GHOST = 0.62
"""Opacity of a tube where it would land, while the tubes themselves hang under the pointer."""
PILL = 28.0
"""px of height of the line that says what would happen."""


def paint_carry(painter: QPainter, grid: Grid, discs: DiscPainter, picture: BoxPicture, carry: BoxCarry) -> None:
    """Paint all of it but the line of words."""
    carried, landing = carry.carried, carry.landing
    if carried is None:
        return
    _paint_left(painter, grid, discs, picture, carry.left)
    if landing is None:
        return
    lands = dict(landing.moves)
    barred = {*landing.taken, *landing.unmatched}
    ghosts = []
    for number, id_ in enumerate(carried.ids):
        cell = lands.get(id_)
        if cell is None:
            _paint_outside(painter, grid, discs, carried, number, carry)
        elif cell not in barred:
            ghosts.append((cell, carried.look(number)))
            if carry.mode is Mode.SWAP and carried.box == picture.key and cell in picture.cells:
                ghosts.append((carried.cells[number], picture.cells[cell]))
    _paint_ghosts(painter, grid, discs, ghosts, lifted=carry.by_keys or landing.idle)
    if carry.mode is Mode.SWAP and landing.ok:
        for cell in lands.values():
            _paint_swap(painter, discs, grid.rect(cell).translated(0, -LIFT if carry.by_keys else 0))
    for cell in landing.taken:
        rect = grid.rect(cell)
        discs.ring(painter, rect.left(), rect.top(), Ring(1.5, 3.0, discs.theme.colour.warning_bar))
        paint_sign(painter, rect.left(), rect.top(), discs, Tone.WRONG)
    for cell in landing.unmatched:
        _paint_barred(painter, grid, discs, grid.rect(cell))
    if landing.outside:
        _paint_edges(painter, grid, discs.theme, carried, landing, carry)
    if carry.target is not None:
        _paint_aim(painter, grid.rect(carry.target), discs.theme, ok=landing.ok)


def paint_words(painter: QPainter, grid: Grid, theme: Theme, carry: BoxCarry, words: BoxWords, room: QRectF) -> None:
    """The line that says what would happen and which keys change it, at the edge that is farther away."""
    text, landing = words.landing, carry.landing
    if not text or carry.target is None or landing is None:
        return
    ways = words.ways if landing.idle or not landing.ok else ""
    strong, quiet = theme.font(theme.type.body, 600), theme.font(theme.type.secondary)
    metrics, others = QFontMetricsF(strong), QFontMetricsF(quiet)
    most = room.width() - 16
    wide = metrics.horizontalAdvance(text) + 28
    with_ways = wide + others.horizontalAdvance(ways) + 20
    if ways and with_ways <= most:
        wide = with_ways
    else:
        ways, wide = "", min(wide, most)
    box = grid.box.intersected(room)
    left = max(room.left() + 8, min(room.right() - 8 - wide, box.center().x() - wide / 2))
    top = box.top() + 8 if grid.rect(carry.target).center().y() > box.center().y() else box.bottom() - 8 - PILL
    pill = QRectF(left, top, wide, PILL)
    colour, ok = theme.colour, landing.ok
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour.accent if ok else colour.warning_bar, 1.2))
    painter.setBrush(colour.accent_ground if ok else colour.warning_ground)
    painter.drawRoundedRect(pill, PILL / 2, PILL / 2)
    inside = pill.adjusted(14, 0, -14, 0)
    centre = Qt.AlignmentFlag.AlignVCenter
    painter.setFont(strong)
    painter.setPen(colour.accent_text if ok else colour.warning_text)
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width() + 1)
    painter.drawText(inside, centre | Qt.AlignmentFlag.AlignLeft, text)
    painter.setFont(quiet)
    painter.setPen(colour.muted if ok else colour.ink)
    painter.drawText(inside, centre | Qt.AlignmentFlag.AlignRight, ways)


def _paint_left(painter: QPainter, grid: Grid, discs: DiscPainter, picture: BoxPicture, cells: Iterable[Cell]) -> None:
    """Places whose tubes are in the hand: free, with a broken ring."""
    colour = discs.theme.colour

    def gone(canvas: QPainter) -> None:
        canvas.setPen(Qt.PenStyle.NoPen)
        canvas.setBrush(colour.pane)
        canvas.drawEllipse(QPointF(0, 0), discs.disc / 2 + 3.4, discs.disc / 2 + 3.4)

    def ring(canvas: QPainter) -> None:
        canvas.setPen(_broken(discs, colour.accent, 1.6))
        canvas.drawEllipse(QPointF(0, 0), discs.disc / 2 - 1, discs.disc / 2 - 1)

    places = [(grid.rect(cell), picture.cells[cell].label) for cell in cells if cell in picture.cells]
    for rect, _ in places:
        discs.stamp(painter, rect.left(), rect.top(), "gone", gone)
    discs.paint(painter, [(rect.left(), rect.top(), CellPicture(label), False) for rect, label in places])
    for rect, _ in places:
        discs.stamp(painter, rect.left(), rect.top(), "left", ring)


def _paint_ghosts(
    painter: QPainter, grid: Grid, discs: DiscPainter, ghosts: list[tuple[Cell, CellPicture]], *, lifted: bool
) -> None:
    """Tubes where they would land: raised over a shadow, or, while they hang under the pointer, faint."""
    from PySide6.QtGui import QRadialGradient

    up = LIFT if lifted else 0.0
    colour = discs.theme.colour

    def shadow(canvas: QPainter) -> None:
        dark = QColor(colour.drag_shadow)
        radius = discs.disc / 2 + 4
        fades = QRadialGradient(QPointF(0, LIFT), radius)
        fades.setColorAt(0.0, dark)
        fades.setColorAt(0.78, dark)
        dark.setAlpha(0)
        fades.setColorAt(1.0, dark)
        canvas.setPen(Qt.PenStyle.NoPen)
        canvas.setBrush(fades)
        canvas.drawEllipse(QPointF(0, LIFT), radius, radius)

    def ground(canvas: QPainter) -> None:
        canvas.setPen(Qt.PenStyle.NoPen)
        canvas.setBrush(colour.pane)
        canvas.drawEllipse(QPointF(0, 0), discs.disc / 2 + 1, discs.disc / 2 + 1)

    rects = [grid.rect(cell) for cell, _ in ghosts]
    for rect in rects:
        if lifted:
            discs.stamp(painter, rect.left(), rect.top(), "shadow", shadow, margin=LIFT + 4)
        else:
            discs.stamp(painter, rect.left(), rect.top(), "ground", ground)
    if not lifted:
        painter.setOpacity(GHOST)
    drawn = [(rect.left(), rect.top() - up, _bare(look), False) for rect, (_, look) in zip(rects, ghosts, strict=True)]
    discs.paint(painter, drawn)
    painter.setOpacity(1.0)
    for rect in rects:
        discs.ring(painter, rect.left(), rect.top() - up, Ring(1.2, 2.2, colour.accent))


def _paint_outside(
    painter: QPainter, grid: Grid, discs: DiscPainter, carried: Carried, number: int, carry: BoxCarry
) -> None:
    """A tube for which there is no position, drawn where the box would have to go on."""
    cell = _beyond(carried, number, carry)
    if cell is not None:
        _paint_barred(painter, grid, discs, grid.rect(cell))


def _paint_barred(painter: QPainter, grid: Grid, discs: DiscPainter, rect: QRectF) -> None:
    colour = discs.theme.colour

    def draw(canvas: QPainter) -> None:
        inside = QColor(colour.warning_bar)
        inside.setAlphaF(0.16)
        canvas.setBrush(inside)
        canvas.setPen(_broken(discs, colour.warning_bar, 2.0))
        canvas.drawEllipse(QPointF(0, 0), discs.disc / 2 - 1, discs.disc / 2 - 1)

    discs.stamp(painter, rect.left(), rect.top(), "barred", draw)


def _paint_edges(
    painter: QPainter, grid: Grid, theme: Theme, carried: Carried, landing: LandingPicture, carry: BoxCarry
) -> None:
    """The sides of the box over which tubes would hang."""
    lands = dict(landing.moves)
    pen = QPen(theme.colour.warning_bar, 3.0)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    box, turn, pitch = grid.box, grid.turn, grid.pitch
    for number, id_ in enumerate(carried.ids):
        cell = _beyond(carried, number, carry) if id_ not in lands else None
        if cell is None:
            continue
        row, column = turn.shown(cell)
        x = box.left() + PADDING + max(0, min(turn.shown_columns - 1, column)) * pitch
        y = box.top() + PADDING + max(0, min(turn.shown_rows - 1, row)) * pitch
        if not 0 <= row < turn.shown_rows:
            side = box.top() if row < 0 else box.bottom()
            painter.drawLine(QPointF(x + 3, side), QPointF(x + pitch - 3, side))
        if not 0 <= column < turn.shown_columns:
            side = box.left() if column < 0 else box.right()
            painter.drawLine(QPointF(side, y + 3), QPointF(side, y + pitch - 3))


def _paint_swap(painter: QPainter, discs: DiscPainter, rect: QRectF) -> None:
    """A small sign at the upper right of a tube: two arrows past one another."""
    theme = discs.theme
    radius = min(11.0, max(6.5, discs.disc * 0.19))
    away = discs.disc / 2 * 0.8

    def draw(canvas: QPainter) -> None:
        canvas.translate(away, -away)
        canvas.setPen(QPen(theme.colour.pane, 1.6))
        canvas.setBrush(theme.colour.accent)
        canvas.drawEllipse(QPointF(0, 0), radius, radius)
        pen = QPen(theme.colour.on_accent, max(1.3, radius * 0.16))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        canvas.setPen(pen)
        canvas.setBrush(Qt.BrushStyle.NoBrush)
        reach, head, apart = radius * 0.52, radius * 0.26, radius * 0.24
        for way in (1, -1):
            tip = QPointF(way * reach, -way * apart)
            canvas.drawLine(QPointF(-way * reach, -way * apart), tip)
            canvas.drawLine(tip, tip + QPointF(-way * head, -head))
            canvas.drawLine(tip, tip + QPointF(-way * head, head))

    discs.stamp(painter, rect.left(), rect.top(), "swap", draw, margin=8.0)


def _paint_aim(painter: QPainter, rect: QRectF, theme: Theme, *, ok: bool) -> None:
    """The corners of the position that is aimed at."""
    arm = min(12.0, rect.width() * 0.22)
    colour = theme.colour.accent if ok else theme.colour.warning_bar
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2.6, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    path = QPainterPath()
    for x, right in ((rect.left(), 1), (rect.right(), -1)):
        for y, down in ((rect.top(), 1), (rect.bottom(), -1)):
            path.moveTo(x + right * arm, y)
            path.lineTo(x, y)
            path.lineTo(x, y + down * arm)
    painter.drawPath(path)


def _beyond(carried: Carried, number: int, carry: BoxCarry) -> Cell | None:
    """The row and column, below 0 or past the last, where a tube would stand that keeps its distance."""
    held = carried.grabbed_cell
    if held is None or carry.target is None or carry.mode is Mode.FILL:
        return None
    row, column = carried.cells[number]
    return row + carry.target[0] - held[0], column + carry.target[1] - held[1]


def _bare(look: CellPicture) -> CellPicture:
    """A tube as it is in the hand: there, whatever was said of its place."""
    if look.state is CellState.STORED and not look.match:
        return look
    colour, lines = look.colour, (look.line1, look.line2)
    return CellPicture(look.label, CellState.STORED, *lines, colour, look.hold, look.declared)


def _broken(discs: DiscPainter, colour: QColor, width: float) -> QPen:
    """A pen of dashes that meet where the circle closes."""
    pen = QPen(mix(discs.theme.colour.pane, colour, 0.9), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    length = 2 * math.pi * (discs.disc / 2 - 1)
    step = length / max(8, round(length / 9)) / width
    pen.setDashPattern([step * 0.58, step * 0.42])
    return pen
