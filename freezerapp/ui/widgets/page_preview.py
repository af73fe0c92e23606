"""A page of labels as it will come out, at any size; on a sheet one clicks where the first label goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from freezerapp.ui.look import Look

if TYPE_CHECKING:
    from freezerapp.documents.preview import Picture
    from freezerapp.documents.stock import Stock

MARGIN = 12
"""px around the page."""
LEAST_SCALE, MOST_SCALE = 0.3, 20.0
"""px of a millimetre."""


class PagePreview(QWidget):
    """``place_chosen``: a label of the sheet was clicked; ``place_marked``: clicked with Ctrl, as used up or not."""

    place_chosen = Signal(int)
    place_marked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image: QImage | None = None
        self._page = (210.0, 297.0)
        self._places: tuple[QRectF, ...] = ()
        self._gone: frozenset[int] = frozenset()
        self._scale = 1.0
        self._can_choose = False
        self._over = -1
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Page as it will come out"))
        look.changed.connect(self.update)

    @property
    def scale(self) -> float:
        """px of a millimetre."""
        return self._scale

    def set_stock(self, stock: "Stock") -> None:
        """Show pages of this stock from now on; nothing until one is drawn."""
        from freezerapp.documents.stock import positions

        self._page = stock.page_size
        self._places = tuple(QRectF(x, y, stock.width, stock.height) for x, y in positions(stock))
        self._round = stock.shape.value == "round"
        self._corner = stock.corner
        self._can_choose = stock.page is not None
        self._image = None
        self._resize()

    def set_scale(self, scale: float) -> None:
        """Draw a millimetre as wide as so many px."""
        self._scale = max(LEAST_SCALE, min(MOST_SCALE, scale))
        self._resize()

    def scale_to_fit(self, room: QSize) -> float:
        """The scale at which a page has room."""
        width, height = room.width() - 2 * MARGIN - 2, room.height() - 2 * MARGIN - 2
        return max(LEAST_SCALE, min(MOST_SCALE, width / self._page[0], height / self._page[1]))

    def show_page(self, picture: "Picture | None", gone: frozenset[int], *, first: bool) -> None:
        """Show a page; on the first one ``gone`` are the places that are not printed on."""
        self._image = None
        if picture is not None:
            grey = QImage.Format.Format_Grayscale8
            self._image = QImage(picture.grey, picture.width, picture.height, picture.width, grey).copy()
        self._gone = gone if first else frozenset()
        self._can_choose = first and len(self._places) > 1
        self.setToolTip(
            self.tr("Click a label to begin there; with Ctrl: it is used up, or not.") if self._can_choose else ""
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor if self._can_choose else Qt.CursorShape.ArrowCursor)
        self.update()

    def place_at(self, at: QPoint) -> int:
        """The label of the sheet at a point, -1 for none."""
        page = self._page_rect()
        x, y = (at.x() - page.x()) / self._scale, (at.y() - page.y()) / self._scale
        return next((number for number, place in enumerate(self._places) if place.contains(x, y)), -1)

    def place_rect(self, number: int) -> QRectF:
        """Where a label of the sheet is drawn."""
        page, place = self._page_rect(), self._places[number]
        return QRectF(
            page.x() + place.x() * self._scale,
            page.y() + place.y() * self._scale,
            place.width() * self._scale,
            place.height() * self._scale,
        )

    def sizeHint(self) -> QSize:
        width, height = (round(each * self._scale) + 2 * MARGIN for each in self._page)
        return QSize(width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self._look.theme.colour
        page = self._page_rect()
        # Paper is white whatever the theme is.
        painter.fillRect(page, Qt.GlobalColor.white)
        if self._image is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(page, self._image)
        thin = QPen(QColor("#B9C4CE"), 1)
        for number in range(len(self._places)):
            rect = self.place_rect(number)
            radius = rect.width() / 2 if self._round else self._corner * self._scale
            if number in self._gone:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor("#E4E9EE"))
                painter.drawRoundedRect(rect, radius, radius)
                painter.setBrush(QBrush(QColor("#B9C4CE"), Qt.BrushStyle.BDiagPattern))
            painter.setPen(QPen(colour.accent, 2) if number == self._over and self._can_choose else thin)
            if number not in self._gone:
                painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour.card_border, 1))
        painter.drawRect(page)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self.place_at(event.position().toPoint())
        if over != self._over:
            self._over = over
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or place < 0 or not self._can_choose:
            return
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.place_marked.emit(place)
        else:
            self.place_chosen.emit(place)

    def _page_rect(self) -> QRectF:
        width, height = (each * self._scale for each in self._page)
        left, top = max(MARGIN, (self.width() - width) / 2), max(MARGIN, (self.height() - height) / 2)
        return QRectF(round(left), round(top), round(width), round(height))

    def _resize(self) -> None:
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()


def around(preview: PagePreview) -> QScrollArea:
    """The preview with scroll bars where it is larger than its room."""
    area = QScrollArea()
    area.setWidget(preview)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return area
