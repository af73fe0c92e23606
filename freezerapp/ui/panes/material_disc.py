"""The coloured disc of a material with its code, at the head of the inspector."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from freezerapp.ui import words
from freezerapp.ui.look import Look

SIZE = 30


class MaterialDisc(QWidget):
    """As large as two lines of the head; says its material to screen readers."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._code = ""
        self.setFixedSize(SIZE, SIZE)
        look.changed.connect(self.update)

    def show_material(self, code: str) -> None:
        """Show the colour of a material, by its code."""
        self._code = code
        self.setAccessibleName(words.word("Material", code))
        self.setToolTip(words.sentence_case(words.word("Material", code)))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(SIZE, SIZE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._code:
            return
        theme = self._look.theme
        colour = theme.tube_colour(self._code)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour.disc)
        painter.drawEllipse(QRectF(self.rect()))
        painter.setPen(colour.text)
        painter.setFont(theme.font(10, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._code)
