"""What shines for a moment around a tube: just placed, right, wrong, or to be looked at."""

from enum import Enum
from time import monotonic
from typing import NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from freezerapp.ui.look import Look
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell
from freezerapp.ui.widgets.tube_disc import DiscPainter, Ring

FRAME_MS = 16


class Tone(Enum):
    """What it says. Each but the first also wears a sign: colour never stands alone."""

    PLACED = "placed"
    RIGHT = "right"
    WRONG = "wrong"
    ATTENTION = "attention"


class Shine(NamedTuple):
    """One position that shines now; ``strength`` from 1 down to 0."""

    cell: Cell
    tone: Tone
    strength: float


class BoxFlash(QObject):
    """Knows which positions shine now; ``changed`` asks for these to be painted (a set of positions)."""

    changed = Signal(object)

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._since: dict[Cell, tuple[Tone, float]] = {}
        self._wakes = QTimer(self)
        self._wakes.setSingleShot(True)
        self._wakes.timeout.connect(self._on_wake)

    @property
    def shines(self) -> list[Shine]:
        """What shines at this moment."""
        now = monotonic()
        return [Shine(cell, tone, self._strength(now - since)) for cell, (tone, since) in self._since.items()]

    def show(self, before: BoxPicture | None, now: BoxPicture | None) -> None:
        """Another picture: tubes that are just placed in it, and were not a moment ago, shine."""
        if now is None or before is None or before.key != now.key:
            self._since.clear()
        old = before.cells if before is not None and now is not None and before.key == now.key else {}
        for cell, seen in now.cells.items() if now is not None else ():
            if seen.just_placed and not (cell in old and old[cell].just_placed):
                self.shine(cell, Tone.PLACED)

    def shine(self, cell: Cell, tone: Tone) -> None:
        """Let a position shine from now on, for the time that the theme says."""
        self._since[cell] = tone, monotonic()
        self._plan()
        self.changed.emit({cell})

    def _strength(self, seconds: float) -> float:
        stays = self._look.theme.tube.placed_ms / 1000
        fading = self._look.motion(self._look.theme.motion_long) / 1000
        if seconds < stays:
            return 1.0
        return max(0.0, 1.0 - (seconds - stays) / fading) if fading else 0.0

    def _plan(self) -> None:
        """Wake when the next one begins to fade, and for each frame while one fades."""
        if not self._since:
            self._wakes.stop()
            return
        stays = self._look.theme.tube.placed_ms / 1000
        next_one = min(since for _, since in self._since.values()) + stays - monotonic()
        self._wakes.start(max(FRAME_MS, round(next_one * 1000) + 1))

    def _on_wake(self) -> None:
        fading = {shine.cell for shine in self.shines if shine.strength < 1.0}
        for shine in self.shines:
            if shine.strength <= 0.0:
                del self._since[shine.cell]
        self._plan()
        self.changed.emit(fading)


def paint_shine(painter: QPainter, x: float, y: float, discs: DiscPainter, shine: Shine) -> None:
    """Paint the ring, and the sign if it has one, on the position with this left and top."""
    colour = _colour(discs.theme, shine.tone)
    painter.setOpacity(shine.strength)
    ring = discs.selection_ring()
    discs.ring(painter, x, y, Ring(ring.gap, ring.width + 0.6, colour))
    if shine.tone is not Tone.PLACED:
        paint_sign(painter, x, y, discs, shine.tone)
    painter.setOpacity(1.0)


def paint_sign(painter: QPainter, x: float, y: float, discs: DiscPainter, tone: Tone) -> None:
    """A small round sign at the upper right of a tube: a tick, a cross or an exclamation mark."""
    theme = discs.theme
    colour = _colour(theme, tone)
    radius = min(11.0, max(6.5, discs.disc * 0.19))
    away = discs.disc / 2 * 0.78

    def draw(canvas: QPainter) -> None:
        canvas.translate(away, -away)
        canvas.setPen(QPen(theme.colour.pane, 1.6))
        canvas.setBrush(colour)
        canvas.drawEllipse(QPointF(0, 0), radius, radius)
        line = QPen(theme.colour.pane, max(1.6, radius * 0.24))
        line.setCapStyle(Qt.PenCapStyle.RoundCap)
        line.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        canvas.setPen(line)
        canvas.setBrush(Qt.BrushStyle.NoBrush)
        canvas.drawPath(_sign(tone, radius * 0.42))

    discs.stamp(painter, x, y, ("sign", tone), draw, margin=8.0)


def _colour(theme: Theme, tone: Tone) -> QColor:
    if tone is Tone.WRONG:
        return theme.colour.warning_bar
    return theme.colour.decide_text if tone is Tone.ATTENTION else theme.colour.accent


def _sign(tone: Tone, reach: float) -> QPainterPath:
    path = QPainterPath()
    if tone is Tone.WRONG:
        path.moveTo(-reach, -reach)
        path.lineTo(reach, reach)
        path.moveTo(reach, -reach)
        path.lineTo(-reach, reach)
    elif tone is Tone.ATTENTION:
        path.moveTo(0, -reach * 1.3)
        path.lineTo(0, reach * 0.2)
        path.moveTo(0, reach * 1.25)
        path.lineTo(0, reach * 1.26)
    else:
        path.moveTo(-reach * 1.1, 0)
        path.lineTo(-reach * 0.25, reach * 0.85)
        path.lineTo(reach * 1.15, -reach * 0.8)
    return path
