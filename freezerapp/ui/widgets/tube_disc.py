"""One tube seen from above, drawn in every state it can be in; prepared once, then painted fast."""

import math
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from freezerapp.ui.colours import mix
from freezerapp.ui.look import Look
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_picture import CellPicture, CellState
from freezerapp.ui.widgets.tube_text import TWO_LINES_FROM, Laid, TubeText, dimmed_ground

RING_MARGIN = 3.0
"""px that a ring may reach beyond its position."""


class Ring(NamedTuple):
    """A ring around a disc: how far outside it its middle runs, and its width, px; its colour."""

    gap: float
    width: float
    colour: QColor


class _Kind(NamedTuple):
    """All that two discs which look alike have in common; ``plate`` is the width kept clear for text, px."""

    state: CellState
    colour: str
    hold: bool
    declared: bool
    match: bool
    dimmed: bool
    plate: int


class DiscPainter:
    """Paints tubes of one size in one theme: ``disc`` wide in positions of ``pitch`` px, for one device
    ratio.
    """

    def __init__(self, theme: Theme, disc: float, pitch: float, ratio: float) -> None:
        self.theme = theme
        self.disc = disc
        self.pitch = pitch
        self.ratio = ratio
        self._text = TubeText(theme, disc)
        self._discs: dict[_Kind, QPixmap] = {}
        self._stamps: dict[Hashable, QPixmap] = {}

    def paint(self, painter: QPainter, cells: Iterable[tuple[float, float, CellPicture, bool]]) -> None:
        """Paint positions, each given as left, top, picture and whether it is dimmed: discs first, then all
        texts.
        """
        half = self.pitch / 2
        writing: dict[tuple[int, int], list[tuple[float, float, Laid]]] = {}
        for x, y, cell, dimmed in cells:
            texts = self._text.on(cell, dimmed)
            painter.drawPixmap(QPointF(x, y), self._disc(cell, dimmed, texts))
            for text in texts:
                writing.setdefault((id(text.font), text.colour.rgba()), []).append((x + half, y + half, text))
        for texts_alike in writing.values():
            painter.setFont(texts_alike[0][2].font)
            painter.setPen(texts_alike[0][2].colour)
            for x, y, text in texts_alike:
                painter.drawStaticText(QPointF(x + text.x, y + text.y), text.text)

    def ring(self, painter: QPainter, x: float, y: float, ring: Ring) -> None:
        """Paint a ring around the disc of the position with this left and top."""

        def draw(canvas: QPainter) -> None:
            canvas.setPen(QPen(ring.colour, ring.width))
            radius = self.disc / 2 + ring.gap
            canvas.drawEllipse(QPointF(0, 0), radius, radius)

        self.stamp(painter, x, y, (ring.gap, ring.width, ring.colour.rgba()), draw)

    def stamp(
        self,
        painter: QPainter,
        x: float,
        y: float,
        name: Hashable,
        draw: Callable[[QPainter], None],
        margin: float = RING_MARGIN,
    ) -> None:
        """Paint a mark on the position with this left and top; ``name`` is drawn once, then kept.

        ``draw`` measures from the middle of the position; the mark may reach ``margin`` px beyond it.
        """
        pixmap = self._stamps.get(name)
        if pixmap is None:
            pixmap, canvas = self._canvas(margin)
            draw(canvas)
            canvas.end()
            self._stamps[name] = pixmap
        painter.drawPixmap(QPointF(x - margin, y - margin), pixmap)

    def selection_ring(self) -> Ring:
        """The ring of a selected tube, nearer to it where positions are too close for the full distance."""
        tube = self.theme.tube
        width = tube.ring_width if self.disc >= TWO_LINES_FROM else min(2.0, tube.ring_width)
        room = (self.pitch - self.disc) / 2
        gap = min(tube.ring_gap, max(1.5, room - width / 2 + 0.5))
        return Ring(gap, width, self.theme.colour.selection_ring)

    def _disc(self, cell: CellPicture, dimmed: bool, texts: tuple[Laid, ...]) -> QPixmap:
        plate = 0
        if cell.hold and texts:
            plate = math.ceil((max(text.width for text in texts) + 6) / 4) * 4
        kind = _Kind(cell.state, cell.colour, cell.hold, cell.declared, cell.match, dimmed, plate)
        found = self._discs.get(kind)
        if found is None:
            found = self._discs[kind] = self._drawn(kind)
        return found

    def _canvas(self, margin: float) -> tuple[QPixmap, QPainter]:
        side = math.ceil((self.pitch + 2 * margin) * self.ratio)
        pixmap = QPixmap(side, side)
        pixmap.setDevicePixelRatio(self.ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(margin + self.pitch / 2, margin + self.pitch / 2)
        return pixmap, painter

    def _drawn(self, kind: _Kind) -> QPixmap:
        pixmap, painter = self._canvas(0)
        if kind.state is CellState.STORED:
            self._tube(painter, kind)
        elif kind.state is CellState.ON_BENCH:
            self._kept(painter, self._outline(self.theme.tube_colour(kind.colour).disc))
        elif kind.state is CellState.PLANNED:
            self._planned(painter, kind)
        elif kind.state is CellState.MISSING:
            self._missing(painter, kind)
        elif kind.state is CellState.RESERVED:
            self._kept(painter, self.theme.colour.faint)
        else:
            self._free(painter, blocked=kind.state is CellState.BLOCKED)
        if kind.hold and kind.state is not CellState.STORED:
            self._hatch(painter, kind, self.theme.colour.pane, self.theme.colour.muted)
        if kind.match:
            width = self.theme.tube.match_width
            radius = self.disc / 2 + 0.4 + width / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self.theme.colour.lit, width))
            painter.drawEllipse(QPointF(0, 0), radius, radius)
        painter.end()
        return pixmap

    def _tube(self, painter: QPainter, kind: _Kind) -> None:
        tube, pane = self.theme.tube, self.theme.colour.pane
        disc, text = self.theme.tube_colour(kind.colour)
        ground = disc
        if kind.dimmed:
            ground = dimmed_ground(self.theme, disc)
            self._round(painter, ground, mix(pane, disc, 0.7), 2.2 if kind.declared else 1.0)
        elif kind.declared:
            ground = mix(pane, disc, tube.declared_tint)
            self._round(painter, ground, disc, min(tube.declared_width, self.disc * 0.1))
            self._round(painter, None, self._outline(disc), 0.8)
        else:
            self._round(painter, disc, self._outline(disc), 0.8)
        if kind.hold:
            stripe = self.theme.colour.ink if kind.declared or kind.dimmed else text
            self._hatch(painter, kind, ground, mix(ground, stripe, 0.3 if kind.dimmed else 0.75))
        if not kind.dimmed and not kind.declared and self.disc >= 30:
            ring = QColor(text)
            ring.setAlphaF(tube.inner_ring_alpha)
            self._round(painter, None, ring, 1.0, inset=min(tube.inner_ring_inset - 0.5, self.disc * 0.05))

    def _planned(self, painter: QPainter, kind: _Kind) -> None:
        pane, disc = self.theme.colour.pane, self.theme.tube_colour(kind.colour).disc
        self._round(painter, mix(pane, disc, 0.2), mix(pane, disc, 0.6), 1.0)

    def _kept(self, painter: QPainter, outline: QColor) -> None:
        pen = QPen(outline, 1.6)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        radius = self.disc / 2 - 1
        dashes = max(8, round(2 * math.pi * radius / 9))
        step = 2 * math.pi * radius / dashes / pen.widthF()
        pen.setDashPattern([step * 0.58, step * 0.42])
        painter.setPen(pen)
        painter.setBrush(self.theme.colour.pane)
        painter.drawEllipse(QPointF(0, 0), radius, radius)

    def _missing(self, painter: QPainter, kind: _Kind) -> None:
        colour = self.theme.colour
        self._round(painter, colour.warning_ground, colour.warning_bar, 1.6)

    def _free(self, painter: QPainter, *, blocked: bool) -> None:
        colour = self.theme.colour
        self._round(painter, colour.ground, colour.line, 1.0)
        if not blocked:
            return
        painter.setPen(QPen(colour.field_border, 1.6))
        far, near = self.disc * 0.34, self.disc * 0.22
        for x, y in ((-1, -1), (1, -1)):  # a cross that leaves the label free
            painter.drawLine(QPointF(x * far, y * far), QPointF(x * near, y * near))
            painter.drawLine(QPointF(-x * far, -y * far), QPointF(-x * near, -y * near))

    def _hatch(self, painter: QPainter, kind: _Kind, ground: QColor, stripe: QColor) -> None:
        """Diagonal stripes over the disc, with a plate of its own colour left clear for the text."""
        tube = self.theme.tube
        radius = self.disc / 2 - 1
        gap = max(4.0, tube.hatch_gap * min(1.0, self.disc / 44))
        painter.save()
        inside = QPainterPath()
        inside.addEllipse(QPointF(0, 0), radius, radius)
        painter.setClipPath(inside)
        painter.setPen(QPen(stripe, tube.hatch_width))
        count = math.ceil(2 * radius / gap)
        for step in range(-count, count + 1):
            x = step * gap * math.sqrt(2)
            painter.drawLine(QPointF(x - radius, radius), QPointF(x + radius, -radius))
        if kind.plate:
            high = self.disc * (0.62 if self.disc >= TWO_LINES_FROM else 0.46)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(QRectF(-kind.plate / 2, -high / 2, kind.plate, high), 5, 5)
        painter.restore()

    def _round(
        self, painter: QPainter, ground: QColor | None, outline: QColor, width: float, inset: float = 0.0
    ) -> None:
        painter.setPen(QPen(outline, width))
        painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else ground)
        radius = self.disc / 2 - inset - width / 2
        painter.drawEllipse(QPointF(0, 0), radius, radius)

    def _outline(self, disc: QColor) -> QColor:
        """An edge that shows also where the disc is nearly as light or as dark as the pane."""
        return mix(disc, self.theme.colour.ink, 0.25 if not self.theme.dark else 0.18)


class TubeDisc(QWidget):
    """One tube as a small disc, as at the head of the inspector."""

    def __init__(self, look: Look, diameter: int = 30, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._diameter = diameter
        self._cell: CellPicture | None = None
        self._painter: DiscPainter | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def show_tube(self, cell: CellPicture | None) -> None:
        """Show this tube, or nothing. Its spoken text becomes the accessible name."""
        self._cell = cell
        self.setAccessibleName(cell.spoken if cell else "")
        self.setToolTip(cell.hint if cell else "")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter + 2, self._diameter + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._cell is None:
            return
        ratio = self.devicePixelRatioF()
        if self._painter is None or self._painter.ratio != ratio:
            self._painter = DiscPainter(self._look.theme, self._diameter, self._diameter + 2, ratio)
        painter = QPainter(self)
        self._painter.paint(painter, [(0.0, 0.0, self._cell, False)])
        painter.end()

    def _on_look_changed(self) -> None:
        self._painter = None
        self.update()


def small_disc(painter: QPainter, centre: QPointF, radius: float, theme: Theme, colour: str, *, ring: bool) -> None:
    """A dot in a tube's colour, as in the lineage; with ``ring`` it wears the accent: this is the one."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    disc = theme.tube_colour(colour).disc
    if ring:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour.accent)
        painter.drawEllipse(centre, radius + 3, radius + 3)
    painter.setPen(QPen(mix(disc, theme.colour.ink, 0.2), 0.8))
    painter.setBrush(disc)
    painter.drawEllipse(centre, radius, radius)
