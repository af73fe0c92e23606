"""A sentence in the page itself: what went wrong or what was done, never a box to click away."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton

from freezerapp.ui.look import Look


class InlineBar(QFrame):
    """Hidden until it has something to say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close this message"))
        self._close.setToolTip(self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._warning = False
        look.changed.connect(self._dress)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty when it is hidden."""
        return "" if self.isHidden() else self._text.text()

    def warn(self, sentence: str) -> None:
        """Say what is wrong."""
        self._say(sentence, True)

    def tell(self, sentence: str) -> None:
        """Say what was done."""
        self._say(sentence, False)

    def _say(self, sentence: str, warning: bool) -> None:
        self._warning = warning
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
        self.setProperty("look", "inline-bar-warning" if warning else "inline-bar")
        self.style().unpolish(self)
        self.style().polish(self)
        self._dress()
        self.show()

    def _dress(self) -> None:
        name, colour = ("triangle-alert", "warning_text") if self._warning else ("info", "accent_text")
        self._icon.setPixmap(self._look.icon(name, colour).pixmap(18, 18))
        self._close.setIcon(self._look.icon("x", colour))
