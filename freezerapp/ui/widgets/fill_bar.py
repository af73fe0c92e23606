"""A small bar that says how full something is; nearly full, it warns."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from freezerapp.ui.look import Look
from freezerapp.ui.theme import Theme


def paint_fill_bar(painter: QPainter, rect: QRectF, fraction: float, theme: Theme, warns: bool | None = None) -> None:
    """Paint a bar filled to ``fraction`` (0 to 1).

    ``warns``: in the warning colour; None: from nearly full on.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    radius = rect.height() / 2
    shape = QPainterPath()
    shape.addRoundedRect(rect, radius, radius)
    painter.fillPath(shape, theme.colour.track)
    warned = theme.nearly_full(fraction) if warns is None else warns
    # Even a little shows: a bar that looks empty means empty.
    width = 0.0 if fraction <= 0 else max(2.0, rect.width() * min(1.0, fraction))
    painter.setClipPath(shape)
    painter.fillRect(
        QRectF(rect.left(), rect.top(), width, rect.height()),
        theme.colour.warning_bar if warned else theme.bar,
    )
    painter.restore()


class FillBar(QWidget):
    """One such bar as a widget."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._fraction = 0.0
        self._warns: bool | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_fill(self, fraction: float, spoken: str = "", warns: bool | None = None) -> None:
        """Show this share (0 to 1); ``spoken`` is its accessible name ("71 % full")."""
        self._fraction, self._warns = fraction, warns
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        space = self._look.theme.space
        return QSize(round(space.fill_bar_width), round(space.fill_bar_height))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_fill_bar(painter, QRectF(self.rect()), self._fraction, self._look.theme, self._warns)
        painter.end()
