"""A freezer from the front or a tank from above, shaded by how full its boxes are: beside a box, or as a
card.
"""

import math
from enum import Enum

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from freezerapp.ui.look import Look
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.painted_cells import PaintedCells, SpokenCell
from freezerapp.ui.widgets.plain_tip import plain_tip
from freezerapp.ui.widgets.unit_layout import UnitLayout, lay_out, natural_height
from freezerapp.ui.widgets.unit_picture import SlotPicture, UnitKind, UnitPicture
from freezerapp.ui.widgets.unit_slots import paint_slots

CAPTION = 26.0
"""px above a thumbnail for its name, and below it for what the shades mean."""
TITLE = 38.0
"""px at the top of a card for its name and note."""
ROUND_TITLE = 50.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class MapSize(Enum):
    """How large a unit is drawn."""

    THUMBNAIL = "thumbnail"
    CARD = "card"


class StorageMap(QWidget, PaintedCells):
    """Shows one ``UnitPicture``.

    ``activated(int)``: the container that was clicked, or reached by keys and Enter: a box, a tower, or on
    the ground of a card the unit itself. ``hovered(int)``: the container under the pointer, 0 for none.
    """

    activated = Signal(int)
    hovered = Signal(int)

    def __init__(self, look: Look, size: MapSize = MapSize.THUMBNAIL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size
        self._unit: UnitPicture | None = None
        self._highlighted = 0
        self._layout = UnitLayout()
        self._layer: QPixmap | None = None
        self._pointed = -1
        self._cursor = -1
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
        self.spoken_start()
        look.changed.connect(self._on_look_changed)

    @property
    def unit(self) -> UnitPicture | None:
        """What is shown."""
        return self._unit

    def show_unit(self, unit: UnitPicture | None) -> None:
        """Show this unit, or nothing."""
        if self._unit is None or unit is None or self._unit.id != unit.id:
            self._cursor = self._pointed = -1
        self._unit = unit
        self.setAccessibleName("" if unit is None else unit.spoken or unit.title)
        self._lay()
        self.updateGeometry()

    def highlight(self, container: int) -> None:
        """Ring the slot of this container: here stands what is being looked at; 0 for none."""
        if container != self._highlighted:
            self._highlighted = container
            self.update()

    def slot_rect(self, container: int) -> QRectF:
        """Where a container is drawn; empty if it is not here."""
        for one in self._layout.placed:
            if one.slot.id == container and container:
                return one.rect
        return QRectF()

    def spoken_count(self) -> int:
        return len(self._layout.placed)

    def spoken_cell(self, number: int) -> SpokenCell:
        one = self._layout.placed[number]
        here = bool(one.slot.id) and one.slot.id == self._highlighted
        return SpokenCell(one.slot.hint, one.rect.toAlignedRect(), here, number == self._cursor)

    def spoken_at(self, point: QPoint) -> int:
        return self._layout.at(QPointF(point))

    def spoken_current(self) -> int:
        return self._cursor

    def sizeHint(self) -> QSize:
        space = self._look.theme.space
        thumbnail = self._size is MapSize.THUMBNAIL
        width = space.thumbnail if thumbnail else space.card_width
        return QSize(math.ceil(width), math.ceil(self._natural_height(width)))

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width(), min(hint.height(), 160))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            slot = self._slot(self._layout.at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), plain_tip(slot.hint if slot is not None else ""), self)
            return True
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._lay()
        return super().event(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._point_at(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._unit is None:
            return
        if self._layer is None:
            self._layer = self._drawn(self._unit)
        painter = QPainter(self)
        painter.drawPixmap(QPointF(0, 0), self._layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._look.theme.colour
        if self._pointed >= 0:
            self._ring(painter, self._layout.placed[self._pointed].rect, colour.muted, 1.5)
        here = self.slot_rect(self._highlighted)
        if not here.isEmpty():
            self._ring(painter, here, colour.selection_ring, 2.4)
        if self.hasFocus():
            if 0 <= self._cursor < len(self._layout.placed):
                self._ring(painter, self._layout.placed[self._cursor].rect.adjusted(-1, -1, 1, 1), colour.accent, 2.0)
            else:
                radius = self._look.theme.space.radius_box
                painter.setPen(QPen(colour.accent, 2.0))
                painter.drawRoundedRect(self._frame().adjusted(1, 1, -1, -1), radius, radius)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self._layout.at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and self._unit is not None and inside:
            self._open(self._layout.at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = Qt.Key(event.key()), len(self._layout.placed) - 1
        if key in _ARROWS and last >= 0:
            self._go(self._layout.towards(self._cursor, *_ARROWS[key]) if self._cursor >= 0 else self._start())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and last >= 0:
            self._go(0 if key == Qt.Key.Key_Home else last)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._unit is not None:
            self._open(self._cursor)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.say_current()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _start(self) -> int:
        """Where the arrows begin: at the ringed box, else at the first."""
        for number, one in enumerate(self._layout.placed):
            if one.slot.id and one.slot.id == self._highlighted:
                return number
        return 0

    def _go(self, number: int) -> None:
        if number != self._cursor:
            self._cursor = number
            self.say_current()
            self.update()

    def _slot(self, number: int) -> SlotPicture | None:
        return self._layout.placed[number].slot if 0 <= number < len(self._layout.placed) else None

    def _open(self, number: int) -> None:
        slot = self._slot(number)
        if slot is not None and slot.id:
            self.activated.emit(slot.id)
        elif slot is None and self._unit is not None and self._size is MapSize.CARD:
            self.activated.emit(self._unit.id)

    def _point_at(self, number: int) -> None:
        if number == self._pointed:
            return
        self._pointed = number
        slot = self._slot(number)
        opens = (slot is not None and bool(slot.id)) or (slot is None and self._size is MapSize.CARD)
        self.setCursor(Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor)
        self.hovered.emit(slot.id if slot is not None else 0)
        self.update()

    def _ring(self, painter: QPainter, rect: QRectF, colour: QColor, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        tiny = min(rect.width(), rect.height()) < 7
        painter.setPen(QPen(colour, width * 0.7 if tiny else width))
        if self._layout.canisters:
            painter.drawEllipse(rect.adjusted(-1, -1, 1, 1))
        else:
            out, radius = (1.6, 2.0) if tiny else (0.8, 3.0)
            painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius, radius)

    def _natural_height(self, width: float) -> float:
        if self._unit is None:
            return 160.0
        pitch, around = self._pitch(), self._around()
        inside = natural_height(self._unit, width - 2 * around[0], pitch)
        return around[1] + inside + around[2]

    def _pitch(self) -> float:
        return 13.0 if self._size is MapSize.THUMBNAIL else 11.0

    def _around(self) -> tuple[float, float, float]:
        """px kept free at each side, above and below what is drawn inside."""
        above_view = self._unit is not None and self._unit.kind is UnitKind.ABOVE
        if self._size is MapSize.THUMBNAIL:
            inset = 1.0 if above_view else 5.0 if self._dense() else 10.0
            top = 1.0 if above_view else 10.0
            return inset, CAPTION + top, CAPTION + (inset if above_view else self._foot())
        return (11.0, ROUND_TITLE, 14.0) if above_view else (14.0, TITLE, self._foot())

    def _dense(self) -> bool:
        """Whether so many boxes stand side by side that each pixel counts."""
        shelves = self._unit.shelves if self._unit is not None else ()
        return max((sum(rack.columns for rack in shelf.racks) for shelf in shelves), default=0) > 12

    def _foot(self) -> float:
        """px under the lowest slots: on a front the last shelf is there."""
        return 15.0 if self._unit is not None and self._unit.kind is UnitKind.FRONT else 12.0

    def _frame(self) -> QRectF:
        """The outline of the freezer or the card."""
        captions = CAPTION if self._size is MapSize.THUMBNAIL else 0.0
        natural = self._natural_height(self.width())
        return QRectF(0, captions, self.width(), min(natural, self.height()) - 2 * captions)

    def _lay(self) -> None:
        self._layer = None
        if self._unit is not None:
            side, above, below = self._around()
            height = min(self.height(), self._natural_height(self.width()))
            area = QRectF(side, above, self.width() - 2 * side, height - above - below)
            self._layout = lay_out(self._unit, area, self._pitch(), self.devicePixelRatioF())
        else:
            self._layout = UnitLayout()
        self._pointed = self._pointed if self._pointed < len(self._layout.placed) else -1
        self._cursor = self._cursor if self._cursor < len(self._layout.placed) else -1
        self.update()

    def _drawn(self, unit: UnitPicture) -> QPixmap:
        ratio, theme = self.devicePixelRatioF(), self._look.theme
        layer = QPixmap(self.size() * ratio)
        layer.setDevicePixelRatio(ratio)
        layer.fill(Qt.GlobalColor.transparent)
        painter = QPainter(layer)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, unit, theme)
        self._paint_words(painter, unit, theme)
        painter.setPen(QPen(theme.colour.line, 1.5 if self._size is MapSize.THUMBNAIL else 1.0))
        inset = 6.0 if self._size is MapSize.THUMBNAIL else 9.0
        for line in self._layout.shelf_lines:
            y = math.floor(line) + 0.5
            if y < self._frame().bottom() - 3:
                painter.drawLine(QPointF(inset, y), QPointF(self.width() - inset, y))
        paint_slots(painter, self._layout, theme, ratio)
        painter.end()
        return layer

    def _paint_frame(self, painter: QPainter, unit: UnitPicture, theme: Theme) -> None:
        width, radius = theme.space.box_border, theme.space.radius_box
        frame = self._frame().adjusted(width / 2, width / 2, -width / 2, -width / 2)
        if self._size is MapSize.CARD or unit.kind is not UnitKind.ABOVE:
            painter.setPen(QPen(theme.colour.card_border, width))
            painter.setBrush(theme.colour.pane)
            painter.drawRoundedRect(frame, radius, radius)
        if self._layout.basin is not None:
            painter.setPen(QPen(theme.colour.basin_border, width))
            painter.setBrush(theme.colour.basin if self._size is MapSize.CARD else theme.colour.pane)
            painter.drawEllipse(self._layout.basin.adjusted(width / 2, width / 2, -width / 2, -width / 2))

    def _paint_words(self, painter: QPainter, unit: UnitPicture, theme: Theme) -> None:
        centre = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        if self._size is MapSize.CARD:
            self._paint_title(painter, unit, theme)
            return
        painter.setPen(theme.colour.muted)
        painter.setFont(theme.font())
        view = self.tr("{unit}, front") if unit.kind is UnitKind.FRONT else self.tr("{unit}, from above")
        caption = unit.title if unit.kind is UnitKind.GRID else view.format(unit=unit.title)
        caption = QFontMetricsF(theme.font()).elidedText(caption, Qt.TextElideMode.ElideMiddle, self.width())
        painter.drawText(QRectF(0, 1, self.width(), CAPTION), centre, caption)
        painter.setFont(theme.font(theme.type.secondary))
        meaning = self.tr("brighter is fuller") if theme.dark else self.tr("darker is fuller")
        painter.drawText(QRectF(0, self._frame().bottom() + 10, self.width(), CAPTION), centre, meaning)

    def _paint_title(self, painter: QPainter, unit: UnitPicture, theme: Theme) -> None:
        left, right, middle = 14.0, self.width() - 14.0, Qt.AlignmentFlag.AlignVCenter
        quiet, strong = theme.font(theme.type.secondary), theme.font(14, 600)
        note_width = QFontMetricsF(quiet).horizontalAdvance(unit.note)
        painter.setFont(quiet)
        painter.setPen(theme.colour.muted)
        painter.drawText(QRectF(left, 0, right - left, TITLE), middle | Qt.AlignmentFlag.AlignRight, unit.note)
        painter.setFont(strong)
        painter.setPen(theme.colour.ink)
        room = right - left - note_width - 8
        title = QFontMetricsF(strong).elidedText(unit.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(left, 0, room, TITLE), middle | Qt.AlignmentFlag.AlignLeft, title)

    def _on_look_changed(self) -> None:
        self._lay()
        self.updateGeometry()
