"""Measures the screen with a bank card, so that a true size is true."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QSlider, QVBoxLayout, QWidget

from freezerapp.ui.dialogs.form import add_main_button
from freezerapp.ui.label_settings import CARD_MM, screen_of
from freezerapp.ui.settings import Settings

HEIGHT_MM, CORNER_MM = 53.98, 3.18
LEAST_PX, MOST_PX = 160, 900


class MeasureScreenDialog(QDialog):
    """What is measured is kept for this screen when it is accepted."""

    def __init__(self, settings: Settings, scale: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings = settings
        self.setWindowTitle(self.tr("Measure the screen"))
        about = QLabel(
            self.tr(
                "Hold a bank card, or any card of that size, against the screen, and move the slider"
                " until the frame is as wide as the card."
            )
        )
        about.setWordWrap(True)
        self.card = _Card()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(LEAST_PX, MOST_PX)
        self.slider.setAccessibleName(self.tr("Width of the frame"))
        self.slider.valueChanged.connect(self.card.set_width)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = add_main_button(buttons, self.tr("Keep"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(about)
        layout.addWidget(self.card, 1)
        layout.addWidget(self.slider)
        layout.addWidget(buttons)
        self.slider.setValue(round(CARD_MM * scale))
        self.resize(640, 480)

    def accept(self) -> None:
        """Keep it for this screen."""
        self._settings.put(screen_of(self.screen().name()), CARD_MM / self.slider.value())
        super().accept()


class _Card(QWidget):
    """The outline of a card, as wide as the slider says."""

    def __init__(self) -> None:
        super().__init__()
        self._width = LEAST_PX

    def set_width(self, width: int) -> None:
        self._width = width
        self.setMinimumSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._width + 4, round(self._width * HEIGHT_MM / CARD_MM) + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        width, height = float(self._width), self._width * HEIGHT_MM / CARD_MM
        corner = self._width * CORNER_MM / CARD_MM
        frame = QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)
        painter.drawRoundedRect(frame, corner, corner)
