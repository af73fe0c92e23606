"""Icons: line drawings that take the colour of the theme at the moment they are painted."""

from collections.abc import Callable
from typing import ClassVar

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from shiboken6 import isValid

from freezerapp import resources

BESIDE_TEXT = QSize(24, 16)
"""px: an icon is drawn square in the middle, so that there is air between it and a button's text."""
Ink = Callable[[QIcon.Mode], QColor]
"""Asked at every painting: the colour of an icon in this mode, in the theme of that moment."""


def themed_icon(name: str, ink: Ink) -> QIcon:
    """The icon in ``resources/icons/NAME.svg``.

    Raises ``resources.ResourceMissing`` at once if there is none.
    """
    return QIcon(_ThemedEngine(drawing(name), ink))


def drawing(name: str) -> bytes:
    """The text of an icon's file, with ``currentColor`` where its colour goes."""
    return resources.path("icons", f"{name}.svg").read_bytes()


def coloured(svg: bytes, colour: QColor) -> bytes:
    """A drawing with its one colour put in."""
    return svg.replace(b"currentColor", colour.name().encode("ascii"))


class _ThemedEngine(QIconEngine):
    """Paints one drawing. Pictures already made are kept by size and colour."""

    # Qt owns a clone but does not keep its Python half alive: that is kept here until Qt has deleted its own.
    _cloned: ClassVar[list["_ThemedEngine"]] = []

    def __init__(self, svg: bytes, ink: Ink) -> None:
        super().__init__()
        self._svg = svg
        self._ink = ink
        self._made: dict[tuple[int, int, float, int], QPixmap] = {}

    def clone(self) -> QIconEngine:
        copy = _ThemedEngine(self._svg, self._ink)
        _ThemedEngine._cloned[:] = [engine for engine in _ThemedEngine._cloned if isValid(engine)]
        _ThemedEngine._cloned.append(copy)
        return copy

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatio()
        painter.drawPixmap(rect, self.scaledPixmap(rect.size(), mode, state, scale))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """A picture ``size`` large on a screen with ``scale`` device pixels to each of its own."""
        colour = self._ink(mode)
        key = (size.width(), size.height(), scale, colour.rgba())
        if key not in self._made:
            self._made[key] = _render(coloured(self._svg, colour), size, scale)
        return self._made[key]


def _render(svg: bytes, size: QSize, scale: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer  # only when the first icon is painted: a window opens sooner

    picture = QPixmap(size * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    side = min(size.width(), size.height())
    left, top = (size.width() - side) / 2, (size.height() - side) / 2
    QSvgRenderer(QByteArray(svg)).render(painter, QRectF(left, top, side, side))
    painter.end()
    return picture
