"""The label several times its size, to draw on: elements are chosen, dragged, resized on the grid, by mouse or keys."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QBrush,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from freezerapp.documents.designing import GRID, Handle, grown, handles, moved, nudged, resized
from freezerapp.documents.stock import Area, Shape
from freezerapp.documents.template import Element, Line, On, Template
from freezerapp.ui.label_words import element_words
from freezerapp.ui.look import Look
from freezerapp.ui.widgets.label_painter import paint_label

if TYPE_CHECKING:
    from freezerapp.documents.proof import Proof

MARGIN = 36.0
"""px around the label."""
LEAST_SCALE, MOST_SCALE = 2.0, 60.0
"""px of a millimetre."""
HANDLE, REACH = 8.0, 9.0
"""px of a handle, and how near to its middle it is taken."""
DRAG_FROM = 3.0
"""px from which a press becomes a drag."""
NEAR_MM = 0.6
"""Lines and thin frames are hit so near."""
DOTS_FROM, FINE_DOTS_FROM = 7.0, 14.0
"""px of a millimetre from which each millimetre, and each line of the grid, has its dots."""
PAPER, EDGE, DOT = QColor("#FFFFFF"), QColor("#B9C4CE"), QColor("#C3CED8")
CHOSEN, WRONG = QColor("#0B6E99"), QColor("#C4692A")
"""On paper, which is white whatever the theme is."""
_CURSORS = {
    Handle.NORTH_WEST: Qt.CursorShape.SizeFDiagCursor,
    Handle.SOUTH_EAST: Qt.CursorShape.SizeFDiagCursor,
    Handle.NORTH_EAST: Qt.CursorShape.SizeBDiagCursor,
    Handle.SOUTH_WEST: Qt.CursorShape.SizeBDiagCursor,
    Handle.NORTH: Qt.CursorShape.SizeVerCursor,
    Handle.SOUTH: Qt.CursorShape.SizeVerCursor,
    Handle.WEST: Qt.CursorShape.SizeHorCursor,
    Handle.EAST: Qt.CursorShape.SizeHorCursor,
    Handle.START: Qt.CursorShape.CrossCursor,
    Handle.END: Qt.CursorShape.CrossCursor,
}
_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class LabelCanvas(QWidget):
    """``chosen``: an element (-1: none); ``placed``: it lies elsewhere, and whether it was let go; ``removed``."""

    chosen = Signal(int)
    placed = Signal(object, bool)
    removed = Signal()
    opened = Signal()
    """An element was double-clicked, or Enter was pressed on it: its form is wanted."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._template: Template | None = None
        self._proof: Proof | None = None
        self._number = -1
        self._scale = 10.0
        self._pressed: QPointF | None = None
        self._handle: Handle | None = None
        self._held: Element | None = None
        self._dragging = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Label, large"))
        look.changed.connect(self.update)

    @property
    def scale(self) -> float:
        """px of a millimetre."""
        return self._scale

    @property
    def number(self) -> int:
        """The element that is chosen, -1 for none."""
        return self._number

    def show_proof(self, template: Template, found: "Proof", number: int) -> None:
        """Draw a template as it is now, with one element chosen."""
        resize = self._proof is None or self._proof.stock != found.stock
        spoken = self._number != number
        self._template, self._proof, self._number = template, found, number
        if resize:
            self._resize()
        self._describe(announce=spoken and self.hasFocus())
        self.update()

    def set_scale(self, scale: float) -> None:
        """Draw a millimetre as wide as so many px."""
        self._scale = max(LEAST_SCALE, min(MOST_SCALE, scale))
        self._resize()

    def scale_to_fit(self, room: QSize) -> float:
        """The scale at which the whole label has room."""
        if self._proof is None:
            return self._scale
        stock = self._proof.stock
        width, height = (each - 2 * MARGIN for each in (room.width(), room.height()))
        return max(LEAST_SCALE, min(MOST_SCALE, width / stock.width, height / stock.height))

    def place_rect(self, number: int) -> QRectF:
        """Where the place of an element is drawn."""
        assert self._proof is not None
        return self._on_screen(self._proof.areas[number])

    def handle_point(self, handle: Handle) -> QPointF:
        """Where a handle of the chosen element is drawn."""
        assert self._template is not None
        element, rect = self._template.elements[self._number], self.place_rect(self._number)
        if isinstance(element, Line):
            first = handle is Handle.START
            left, top = (element.x, element.y) if first else (element.x2, element.y2)
            x = rect.left() if left <= min(element.x, element.x2) else rect.right()
            y = rect.top() if top <= min(element.y, element.y2) else rect.bottom()
            return QPointF(x, y)
        word = handle.value
        x = rect.left() if "w" in word else rect.right() if "e" in word else rect.center().x()
        y = rect.top() if "n" in word else rect.bottom() if "s" in word else rect.center().y()
        return QPointF(x, y)

    def element_at(self, at: QPointF) -> int:
        """The element at a point: of several the smallest, as it would be lost below a larger one; -1 for none."""
        if self._proof is None:
            return -1
        found = []
        for number, area in enumerate(self._proof.areas):
            near = max(0.0, NEAR_MM - min(area.width, area.height) / 2) * self._scale
            if self._on_screen(area).adjusted(-near, -near, near, near).contains(at):
                found.append((area.width * area.height, -number))
        return -min(found)[1] if found else -1

    def sizeHint(self) -> QSize:
        if self._proof is None:
            return QSize(300, 200)
        stock = self._proof.stock
        return QSize(*(round(each * self._scale + 2 * MARGIN) for each in (stock.width, stock.height)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._proof is None or self._template is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_paper(painter)
        painter.save()
        painter.translate(self._origin())
        paint_label(painter, self._proof.label, self._scale)
        painter.restore()
        self._paint_places(painter)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._template is None:
            return
        at = event.position()
        self._handle = self._handle_at(at)
        if self._handle is None:
            number = self.element_at(at)
            if number != self._number:
                self._number = number
                self.chosen.emit(number)
        self._pressed, self._dragging = at, False
        self._held = self._template.elements[self._number] if self._number >= 0 else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._pressed is None or self._held is None or self._template is None:
            self._point(at)
            return
        far = at - self._pressed
        if not self._dragging and abs(far.x()) < DRAG_FROM and abs(far.y()) < DRAG_FROM:
            return
        self._dragging = True
        across, down = far.x() / self._scale, far.y() / self._scale
        if self._handle is not None:
            placed = resized(self._template, self._held, self._handle, across, down)
        else:
            placed = moved(self._template, self._held, across, down)
        self.placed.emit(placed, False)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        dragged, self._dragging = self._dragging, False
        self._pressed = self._held = self._handle = None
        if dragged and self._template is not None and self._number >= 0:
            self.placed.emit(self._template.elements[self._number], True)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._number >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape and self._dragging and self._held is not None:
            held, self._held = self._held, None
            self._pressed, self._dragging = None, False
            self.placed.emit(held, True)
            return
        if self._number < 0 or self._template is None or event.modifiers() & ~_HEARD:
            super().keyPressEvent(event)
            return
        element = self._template.elements[self._number]
        if key in _STEPS:
            step = grown if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else nudged
            self.placed.emit(step(self._template, element, *_STEPS[key]), True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # Who comes here by Tab stands on an element at once; from behind on the last.
        count = len(self._template.elements) if self._template is not None else 0
        if count and self._number < 0 and event.reason() == Qt.FocusReason.TabFocusReason:
            self.chosen.emit(0)
        elif count and self._number < 0 and event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.chosen.emit(count - 1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def focusNextPrevChild(self, next_: bool) -> bool:
        """Tab goes from element to element, and behind the last one on to what comes next."""
        count = len(self._template.elements) if self._template is not None else 0
        number = self._number + (1 if next_ else -1)
        if self._number >= 0 and 0 <= number < count:
            self.chosen.emit(number)
            return True
        return super().focusNextPrevChild(next_)

    def _describe(self, announce: bool) -> None:
        """What a screen reader says of it: the chosen element and where it lies."""
        said = self.tr("Nothing is chosen")
        if self._template is not None and self._number >= 0:
            element = self._template.elements[self._number]
            area = self._proof.areas[self._number] if self._proof is not None else Area(0, 0, 0, 0)
            numbers = [self.locale().toString(each, "g", 4) for each in area]
            text = self.tr("{element}: {x} mm from the left, {y} from the top, {width} wide, {height} high")
            x, y, width, height = numbers
            said = text.format(element=element_words(element), x=x, y=y, width=width, height=height)
        self.setAccessibleDescription(said)
        if announce and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _origin(self) -> QPointF:
        """Where the left top of the label is drawn."""
        assert self._proof is not None
        stock = self._proof.stock
        left = max(MARGIN, (self.width() - stock.width * self._scale) / 2)
        top = max(MARGIN, (self.height() - stock.height * self._scale) / 2)
        return QPointF(round(left), round(top))

    def _on_screen(self, area: Area) -> QRectF:
        origin, scale = self._origin(), self._scale
        return QRectF(origin.x() + area.x * scale, origin.y() + area.y * scale, area.width * scale, area.height * scale)

    def _handle_at(self, at: QPointF) -> Handle | None:
        if self._number < 0 or self._template is None:
            return None
        for handle in handles(self._template.elements[self._number]):
            far = self.handle_point(handle) - at
            if abs(far.x()) <= REACH and abs(far.y()) <= REACH:
                return handle
        return None

    def _point(self, at: QPointF) -> None:
        """The pointer says what a press would do."""
        handle = self._handle_at(at)
        if handle is not None:
            self.setCursor(_CURSORS[handle])
        elif self.element_at(at) >= 0:
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        else:
            self.unsetCursor()

    def _paint_paper(self, painter: QPainter) -> None:
        """The label of the stock; what takes no print is hatched, what the template takes has the dots of the grid."""
        assert self._proof is not None
        stock = self._proof.stock
        whole = self._on_screen(Area(0, 0, stock.width, stock.height))
        corner = whole.width() / 2 if stock.shape is Shape.ROUND else stock.corner * self._scale
        painter.setPen(QPen(self._look.theme.colour.card_border, 1))
        painter.setBrush(PAPER)
        painter.drawRoundedRect(whole, corner, corner)
        printable = self._on_screen(stock.printable)
        if stock.printable != Area(0, 0, stock.width, stock.height):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(EDGE, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(whole, corner, corner)
            painter.setBrush(PAPER)
            painter.drawRect(printable)
        pieces = [(self._proof.piece, On.SIDE)]
        if self._proof.cap_piece is not None and stock.cap is not None:
            cap = stock.cap
            around = Area(cap.x - cap.diameter / 2, cap.y - cap.diameter / 2, cap.diameter, cap.diameter)
            painter.setPen(QPen(EDGE, 1))
            painter.setBrush(PAPER)
            painter.drawEllipse(self._on_screen(around))
            pieces.append((self._proof.cap_piece, On.CAP))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for piece, on in pieces:
            self._paint_dots(painter, piece)
            if on is On.SIDE and self._on_screen(piece) != printable:
                painter.setPen(QPen(EDGE, 1, Qt.PenStyle.DashLine))
                painter.drawRect(self._on_screen(piece))

    def _paint_dots(self, painter: QPainter, piece: Area) -> None:
        step = GRID if self._scale >= FINE_DOTS_FROM else 1.0
        if self._scale < DOTS_FROM:
            return
        rect = self._on_screen(piece)
        painter.setPen(QPen(DOT, 1.2))
        columns, rows = int(piece.width / step + 1e-6), int(piece.height / step + 1e-6)
        gap = step * self._scale
        painter.drawPoints(
            [
                QPointF(rect.x() + column * gap, rect.y() + row * gap)
                for row in range(rows + 1)
                for column in range(columns + 1)
            ]
        )

    def _paint_places(self, painter: QPainter) -> None:
        """The places of the elements; those with something wrong are marked, the chosen one has handles."""
        assert self._proof is not None
        assert self._template is not None
        painter.setBrush(Qt.BrushStyle.NoBrush)
        wrong = {each.element for each in self._proof.findings}
        for number in range(len(self._proof.areas)):
            if number == self._number:
                continue
            pen = QPen(WRONG, 1.4) if number in wrong else QPen(EDGE, 1, Qt.PenStyle.DotLine)
            painter.setPen(pen)
            painter.drawRect(self.place_rect(number))
        if self._number < 0:
            return
        ink = WRONG if self._number in wrong else CHOSEN
        painter.setPen(QPen(ink, 2 if self.hasFocus() else 1.4))
        painter.drawRect(self.place_rect(self._number))
        painter.setPen(QPen(PAPER, 1))
        painter.setBrush(ink)
        for handle in handles(self._template.elements[self._number]):
            at = self.handle_point(handle)
            painter.drawRect(QRectF(at.x() - HANDLE / 2, at.y() - HANDLE / 2, HANDLE, HANDLE))

    def _resize(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()


_HEARD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
