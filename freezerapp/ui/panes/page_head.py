"""The head of every page in the centre: its title, what it is, and beside them what can be done with it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from freezerapp.ui.icons import BESIDE_TEXT


class PageHead(QWidget):
    """A title with a quiet line beside it; ``above`` stands over both, buttons stand at the right."""

    def __init__(self, above: QWidget | None = None) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setProperty("look", "page-title")
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about = _Quiet()
        self.about.setProperty("look", "muted")
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._line = QHBoxLayout()
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(12)
        self._line.addWidget(self.title, 0, Qt.AlignmentFlag.AlignBaseline)
        self._line.addWidget(self.about, 1, Qt.AlignmentFlag.AlignBaseline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        if above is not None:
            layout.addWidget(above)
        layout.addLayout(self._line)

    def say(self, title: str, about: str = "") -> None:
        """Show these words."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setToolTip(about)

    def add_button(self, text: str) -> QPushButton:
        """A button at the right end of the title line."""
        button = QPushButton(text)
        button.setIconSize(BESIDE_TEXT)
        self.add(button)
        return button

    def add(self, part: QWidget) -> None:
        """Something else at the right end of the title line."""
        self._line.addWidget(part)


class _Quiet(QLabel):
    """A line that ends in dots where there is no room: "−80 °C" must never be cut to "−8"."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.contentsRect(), self.alignment(), text)
        painter.end()
