"""Label stock as its numbers say: the page with its labels, and one label large; what does not fit is marked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from freezerapp.ui.look import Look

if TYPE_CHECKING:
    from freezerapp.documents.stock import Stock

MARGIN, GAP = 26.0, 22.0
"""px around the pictures, for measures; and between page and label."""
MOST_SCALE = 12.0
"""px of a millimetre of the label that is drawn alone."""
LABELS_SHARE = 0.3
"""How much of the height the single label has beside a page."""
PAPER, EDGE, NO_PRINT = QColor("#FFFFFF"), QColor("#B9C4CE"), QColor("#E4E9EE")
INK, WRONG = QColor("#0B6E99"), QColor("#C4692A")
"""On paper, which is white whatever the theme is."""
SPOTS = 600
"""Labels that are drawn on a page; of more, only the first."""


class StockDrawing(QWidget):
    """``measured`` is the key of the number that is being entered: it is drawn as a measure."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stock: Stock | None = None
        self._wrong: frozenset[str] = frozenset()
        self._measured = ""
        self.setMinimumSize(280, 360)
        self.setAccessibleName(self.tr("Drawing of the labels"))
        look.changed.connect(self.update)

    @property
    def measured(self) -> str:
        """Which number is drawn as a measure."""
        return self._measured

    def set_stock(self, stock: "Stock", wrong: frozenset[str]) -> None:
        """Draw this from now on; ``wrong`` are the keys of the numbers that are at fault."""
        self._stock, self._wrong = stock, wrong
        self.update()

    def measure(self, key: str) -> None:
        """Draw the measure of a number: ``width``, ``page.left`` …"""
        self._measured = key
        self.update()

    def page_rect(self) -> QRectF:
        """Where the page is drawn; empty on rolls."""
        if self._stock is None or self._stock.page is None:
            return QRectF()
        page, room = self._stock.page, self._room()
        height = room.height() * (1 - LABELS_SHARE) - GAP
        return _centred(QRectF(room.x(), room.y(), room.width(), height), page.width, page.height, 1e9)

    def label_rect(self) -> QRectF:
        """Where the single label is drawn."""
        if self._stock is None:
            return QRectF()
        room = self._room()
        if self._stock.page is not None:
            height = room.height() * LABELS_SHARE
            room = QRectF(room.x(), room.bottom() - height, room.width(), height)
        return _centred(room, self._stock.width, self._stock.height, MOST_SCALE)

    def spots(self) -> list[QRectF]:
        """Where the labels of the page are drawn, those that go over its edge too."""
        from freezerapp.documents.stock import positions

        if self._stock is None or self._stock.page is None:
            return []
        page, stock = self.page_rect(), self._stock
        scale = page.width() / self._stock.page.width
        return [
            QRectF(page.x() + x * scale, page.y() + y * scale, stock.width * scale, stock.height * scale)
            for x, y in positions(stock)[:SPOTS]
        ]

    def sizeHint(self) -> QSize:
        return QSize(460, 600)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._stock is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.theme.font(self._look.theme.type.caption))
        if self._stock.page is not None:
            self._paint_page(painter, self._stock)
        self._paint_label(painter, self._stock)
        self._paint_measure(painter, self._stock)

    def _room(self) -> QRectF:
        return QRectF(self.rect()).adjusted(MARGIN * 2, MARGIN, -MARGIN, -MARGIN)

    def _paint_page(self, painter: QPainter, stock: "Stock") -> None:
        page = self.page_rect()
        painter.setPen(QPen(self._look.theme.colour.card_border, 1))
        painter.setBrush(PAPER)
        painter.drawRect(page)
        spots = self.spots()
        overlap = bool(self._wrong & {"page.across", "page.down"})
        for rect in spots:
            wrong = overlap or not page.adjusted(-0.5, -0.5, 0.5, 0.5).contains(rect)
            self._outline(painter, stock, rect, WRONG if wrong else EDGE)
        if spots:
            self._outline(painter, stock, spots[0], INK)

    def _outline(self, painter: QPainter, stock: "Stock", rect: QRectF, colour: QColor) -> None:
        wrong = colour == WRONG
        painter.setPen(QPen(colour, 1.6 if colour != EDGE else 1))
        ground = QColor(colour)
        ground.setAlpha(38)
        painter.setBrush(QBrush(ground, Qt.BrushStyle.SolidPattern) if wrong else Qt.BrushStyle.NoBrush)
        corner = rect.width() / 2 if stock.shape.value == "round" else stock.corner * rect.width() / stock.width
        painter.drawRoundedRect(rect, corner, corner)

    def _paint_label(self, painter: QPainter, stock: "Stock") -> None:
        rect = self.label_rect()
        scale = rect.width() / stock.width
        painter.setPen(QPen(self._look.theme.colour.card_border, 1))
        painter.setBrush(PAPER)
        corner = rect.width() / 2 if stock.shape.value == "round" else stock.corner * scale
        painter.drawRoundedRect(rect, corner, corner)
        part = _scaled(rect, scale, *stock.printable)
        if part != rect:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QBrush(EDGE, Qt.BrushStyle.BDiagPattern))
            painter.drawRoundedRect(rect, corner, corner)
            painter.setBrush(PAPER)
            painter.drawRect(part)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            dashed = QPen(WRONG if "printable" in self._wrong else INK, 1.2, Qt.PenStyle.DashLine)
            painter.setPen(dashed)
            painter.drawRect(part)
        if stock.cap is not None:
            cap = stock.cap
            painter.setBrush(PAPER)
            painter.setPen(QPen(WRONG if "cap" in self._wrong else INK, 1.4))
            middle, radius = QPointF(rect.x() + cap.x * scale, rect.y() + cap.y * scale), cap.diameter / 2 * scale
            painter.drawEllipse(middle, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_measure(self, painter: QPainter, stock: "Stock") -> None:
        """The number that is being entered, drawn where it counts, with its value."""
        found = self._measure_of(stock)
        if found is None:
            return
        start, end, value = found
        colour = self._look.theme.colour
        ink = colour.warning_text if self._measured in self._wrong else colour.accent
        painter.setPen(QPen(ink, 1.6))
        painter.drawLine(start, end)
        across = abs(start.y() - end.y()) < abs(start.x() - end.x())
        for point in (start, end):
            tick = QPointF(0, 5) if across else QPointF(5, 0)
            painter.drawLine(point - tick, point + tick)
        text = f"{self.locale().toString(value, 'g', 6)} mm"
        metrics = QFontMetricsF(painter.font())
        width = metrics.horizontalAdvance(text)
        middle = (start + end) / 2
        at = QPointF(middle.x() - width / 2, middle.y() - 7) if across else QPointF(start.x() - 8 - width, middle.y())
        at.setX(max(2.0, min(self.width() - width - 2, at.x())))
        ground = QRectF(at.x() - 3, at.y() - metrics.ascent() - 1, width + 6, metrics.height() + 2)
        painter.fillRect(ground, colour.ground)
        painter.drawText(at, text)

    def _measure_of(self, stock: "Stock") -> tuple[QPointF, QPointF, float] | None:
        """Both ends of a measure, and its value in mm."""
        rect, key = self.label_rect(), self._measured
        scale = rect.width() / stock.width
        part, cap = _scaled(rect, scale, *stock.printable), stock.cap
        on_label = {
            "width": (rect.topLeft() - QPointF(0, 9), rect.topRight() - QPointF(0, 9), stock.width),
            "height": (rect.topLeft() - QPointF(9, 0), rect.bottomLeft() - QPointF(9, 0), stock.height),
            "printable.x": (QPointF(rect.x(), part.y()), part.topLeft(), stock.printable.x),
            "printable.y": (QPointF(part.x(), rect.y()), part.topLeft(), stock.printable.y),
            "printable.width": (part.topLeft(), part.topRight(), stock.printable.width),
            "printable.height": (part.topLeft(), part.bottomLeft(), stock.printable.height),
        }
        if cap is not None:
            middle = QPointF(rect.x() + cap.x * scale, rect.y() + cap.y * scale)
            radius = QPointF(cap.diameter / 2 * scale, 0)
            on_label |= {
                "cap.x": (QPointF(rect.x(), middle.y()), middle, cap.x),
                "cap.y": (QPointF(middle.x(), rect.y()), middle, cap.y),
                "cap.diameter": (middle - radius, middle + radius, cap.diameter),
            }
        if key in on_label:
            return on_label[key]
        return self._measure_on_page(stock, key)

    def _measure_on_page(self, stock: "Stock", key: str) -> tuple[QPointF, QPointF, float] | None:
        if stock.page is None:
            return None
        rect, page = self.page_rect(), stock.page
        scale = rect.width() / page.width
        first = _scaled(rect, scale, page.left, page.top, stock.width, stock.height)
        return {
            "page.width": (rect.topLeft() - QPointF(0, 9), rect.topRight() - QPointF(0, 9), page.width),
            "page.height": (rect.topLeft() - QPointF(9, 0), rect.bottomLeft() - QPointF(9, 0), page.height),
            "page.left": (QPointF(rect.x(), first.center().y()), QPointF(first.x(), first.center().y()), page.left),
            "page.top": (QPointF(first.center().x(), rect.y()), QPointF(first.center().x(), first.y()), page.top),
            "page.across": (first.topLeft(), first.topLeft() + QPointF(page.across * scale, 0), page.across),
            "page.down": (first.topLeft(), first.topLeft() + QPointF(0, page.down * scale), page.down),
        }.get(key)


def _centred(room: QRectF, width: float, height: float, most: float) -> QRectF:
    """A rectangle of these mm as large as it can be in a room, in its middle."""
    scale = min(room.width() / width, room.height() / height, most)
    wide, high = width * scale, height * scale
    return QRectF(room.x() + (room.width() - wide) / 2, room.y() + (room.height() - high) / 2, wide, high)


def _scaled(origin: QRectF, scale: float, x: float, y: float, width: float, height: float) -> QRectF:
    return QRectF(origin.x() + x * scale, origin.y() + y * scale, width * scale, height * scale)
