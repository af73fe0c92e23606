"""One page of a paper as it will be printed, as wide as there is room, with its scroll bar."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QScrollArea, QWidget

if TYPE_CHECKING:
    from freezerapp.documents.preview import Picture

POINTS_PER_INCH = 72
MARGIN = 16
A4_WIDTH = 595.0
"""Width in points of the page that is expected first."""


class PaperView(QScrollArea):
    """``size_changed``: the page should be drawn anew, for the width it has now."""

    size_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = QLabel()
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self._page.setAccessibleName(self.tr("Page as it will come out"))
        self.setWidget(self._page)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().installEventFilter(self)

    @property
    def dots_per_inch(self) -> float:
        """How fine a page is to be drawn for the room it has."""
        room = max(200, self.viewport().width() - 2 * MARGIN)
        return float(room / A4_WIDTH * POINTS_PER_INCH * self.devicePixelRatioF())

    def show_page(self, picture: "Picture | None") -> None:
        """Show a page in colour, or nothing."""
        if picture is None:
            self._page.clear()
            return
        rgb = QImage.Format.Format_RGB888
        image = QImage(picture.grey, picture.width, picture.height, picture.width * 3, rgb)
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._page.setPixmap(pixmap)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self.viewport():
            self.size_changed.emit()
        return super().eventFilter(watched, event)
