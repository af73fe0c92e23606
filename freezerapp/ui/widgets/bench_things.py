"""What lies on the bench, side by side: tubes as discs, boxes and racks as chips; for mouse, keys and voice."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_picture import CellPicture
from freezerapp.ui.widgets.painted_cells import PaintedCells, SpokenCell
from freezerapp.ui.widgets.plain_tip import plain_tip
from freezerapp.ui.widgets.tube_disc import DiscPainter

DISC, PITCH, HIGH = 36.0, 42.0, 48
GAP = 8.0
"""px between chips."""


class Thing(NamedTuple):
    """One thing in hand: its kind and id, how it looks, whether it has been out for too long."""

    kind: str
    id: int
    picture: CellPicture
    late: bool = False

    @property
    def is_tube(self) -> bool:
        """Whether it is a tube; else a container, named by the first line of its picture."""
        return self.kind == "specimen"


class BenchThings(QWidget, PaintedCells):
    """Shows ``Thing``s in a row and lets them be chosen.

    ``went_to(number)``: a click or the keyboard is at another one. ``activated(number)``: Enter or a double
    click. ``picked_up()``: Space. ``drag_wanted()``: the chosen ones are being dragged away. ``menu_wanted``
    carries a screen point.
    """

    went_to = Signal(int)
    activated = Signal(int)
    picked_up = Signal()
    drag_wanted = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._things: tuple[Thing, ...] = ()
        self._rects: list[QRectF] = []
        self._chosen: frozenset[tuple[str, int]] = frozenset()
        self._at = -1
        self._anchor = -1
        self._pressed: QPointF | None = None
        self._settle = False
        self._discs: DiscPainter | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.spoken_start()
        look.changed.connect(self._on_look_changed)

    @property
    def things(self) -> tuple[Thing, ...]:
        """What is shown."""
        return self._things

    @property
    def chosen(self) -> tuple[Thing, ...]:
        """What is chosen, in the order in which it lies there."""
        return tuple(each for each in self._things if (each.kind, each.id) in self._chosen)

    def show_things(self, things: tuple[Thing, ...]) -> None:
        """Show these; what was chosen stays so as far as it is still there."""
        before = self._things[self._at] if 0 <= self._at < len(self._things) else None
        self._things = things
        keys = [(each.kind, each.id) for each in things]
        self._chosen &= set(keys)
        was = (before.kind, before.id) if before is not None else None
        self._at = keys.index(was) if was in keys else -1
        self._anchor = self._at
        self._lay_out()

    def choose(self, kind: str, id_: int) -> None:
        """Choose one thing, if it is here."""
        for number, each in enumerate(self._things):
            if (each.kind, each.id) == (kind, id_):
                self._go(number)

    def rect_of(self, number: int) -> QRect:
        """Where one of them is."""
        return self._rects[number].toAlignedRect() if 0 <= number < len(self._rects) else QRect()

    def spoken_count(self) -> int:
        return len(self._things)

    def spoken_cell(self, number: int) -> SpokenCell:
        thing = self._things[number]
        selected = (thing.kind, thing.id) in self._chosen
        text = thing.picture.spoken
        if thing.late:
            text = self.tr("{thing}, out for too long").format(thing=text)
        if selected:
            text = self.tr("{thing}, selected").format(thing=text)
        return SpokenCell(text, self.rect_of(number), selected, number == self._at)

    def spoken_at(self, point: QPoint) -> int:
        return next((number for number, rect in enumerate(self._rects) if rect.contains(QPointF(point))), -1)

    def spoken_current(self) -> int:
        return self._at if self._at < len(self._things) else -1

    def sizeHint(self) -> QSize:
        right = self._rects[-1].right() if self._rects else 0.0
        return QSize(round(right + 4), HIGH)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        ratio = self.devicePixelRatioF()
        if self._discs is None or self._discs.ratio != ratio or self._discs.theme is not theme:
            self._discs = DiscPainter(theme, DISC, PITCH, ratio)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tubes = [
            (rect.left(), rect.top(), thing.picture, False)
            for rect, thing in zip(self._rects, self._things, strict=True)
            if thing.is_tube
        ]
        self._discs.paint(painter, tubes)
        for number, (rect, thing) in enumerate(zip(self._rects, self._things, strict=True)):
            chosen = (thing.kind, thing.id) in self._chosen
            if thing.is_tube:
                if chosen:
                    self._discs.ring(painter, rect.left(), rect.top(), self._discs.selection_ring())
            else:
                self._chip(painter, rect, thing, chosen=chosen)
            if thing.late:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour.warning_bar)
                painter.drawEllipse(QPointF(rect.right() - 6, rect.top() + 6), 5, 5)
                painter.setPen(theme.colour.pane)
                painter.setFont(theme.font(8, 600))
                painter.drawText(QRectF(rect.right() - 11, rect.top() + 1, 10, 10), Qt.AlignmentFlag.AlignCenter, "!")
            if number == self._at and self.hasFocus():
                painter.setPen(QPen(theme.colour.accent, 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), 6, 6)
        painter.end()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = self.spoken_at(event.pos())
            hint = self._things[number].picture.hint if number >= 0 else ""
            QToolTip.showText(event.globalPos(), plain_tip(hint), self, self.rect_of(number))
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self.spoken_at(event.position().toPoint())
        if number < 0:
            self._choose(frozenset())
            return
        thing = self._things[number]
        already = (thing.kind, thing.id) in self._chosen
        if event.button() is Qt.MouseButton.RightButton:
            if not already:
                self._go(number)
            return
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position()
            plain = not event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
            self._settle = already and plain
            if not self._settle:
                self._go(number, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        if (event.position() - self._pressed).manhattanLength() >= QApplication.startDragDistance():
            self._pressed = None
            if self._chosen:
                self.drag_wanted.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and self._settle:
            self._go(self.spoken_at(event.position().toPoint()))
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self.spoken_at(event.position().toPoint())
        if number >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.activated.emit(number)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard and self._at >= 0:
            at = self.mapToGlobal(self.rect_of(self._at).center())
        if self._things:
            self.menu_wanted.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._things) - 1
        steps = {
            Qt.Key.Key_Left: self._at - 1,
            Qt.Key.Key_Right: self._at + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        if last < 0:
            event.ignore()
        elif key in steps:
            self._go(max(0, min(last, steps[Qt.Key(key)])), event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        elif key == Qt.Key.Key_A and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._choose(frozenset((each.kind, each.id) for each in self._things))
        elif key == Qt.Key.Key_Space:
            self.picked_up.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._at >= 0:
            self.activated.emit(self._at)
        elif key == Qt.Key.Key_Escape and self._chosen:
            self._choose(frozenset())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._at < 0 and self._things and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._go(0)
        self.update()
        self.say_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def _go(self, number: int, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        if not 0 <= number < len(self._things):
            return
        key = self._things[number].kind, self._things[number].id
        if modifiers & Qt.KeyboardModifier.ShiftModifier and self._anchor >= 0:
            low, high = sorted((self._anchor, number))
            chosen = frozenset((each.kind, each.id) for each in self._things[low : high + 1])
        elif modifiers & Qt.KeyboardModifier.ControlModifier:
            chosen, self._anchor = self._chosen ^ {key}, number
        else:
            chosen, self._anchor = frozenset({key}), number
        moved, self._at = number != self._at, number
        self._choose(chosen)
        if moved:
            self.say_current()
        self.went_to.emit(number)

    def _choose(self, chosen: frozenset[tuple[str, int]]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.say_selection()
        self.update()

    def _lay_out(self) -> None:
        metrics = QFontMetricsF(self._look.theme.font(self._look.theme.type.secondary, 600))
        self._rects, x = [], 3.0
        for each in self._things:
            wide = PITCH if each.is_tube else metrics.horizontalAdvance(each.picture.line1) + 40
            high = PITCH if each.is_tube else 32.0
            self._rects.append(QRectF(x, (HIGH - high) / 2, wide, high))
            x += wide + (0 if each.is_tube else GAP)
        self.updateGeometry()
        self.update()

    def _chip(self, painter: QPainter, rect: QRectF, thing: Thing, *, chosen: bool) -> None:
        theme = self._look.theme
        painter.setBrush(theme.colour.accent_ground if chosen else theme.colour.pill)
        painter.setPen(QPen(theme.colour.selection_ring if chosen else theme.colour.card_border, 2 if chosen else 1))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        icon = self._look.icon("box", "accent_text" if chosen else "ink")
        icon.paint(painter, QRect(round(rect.left()) + 9, round(rect.center().y()) - 8, 16, 16))
        painter.setPen(theme.colour.accent_text if chosen else theme.colour.ink)
        painter.setFont(theme.font(theme.type.secondary, 600))
        painter.drawText(rect.adjusted(30, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, thing.picture.line1)

    def _on_look_changed(self) -> None:
        self._discs = None
        self._lay_out()
