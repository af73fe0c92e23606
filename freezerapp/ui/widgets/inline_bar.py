"""What was done, or what is wrong, in a bar at its place: with Undo or another way on, never a box to click
away.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from freezerapp.ui.look import Look


class InlineBar(QFrame):
    """Hidden until there is something to say.

    ``action_triggered``: its button; ``dismissed``: closed by hand.
    """

    action_triggered = Signal()
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "inline-bar")
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._action = QPushButton(self)
        self._action.setProperty("look", "link")
        self._action.clicked.connect(self.action_triggered)
        self._close = QToolButton(self)
        self._close.setIcon(look.icon("x", "muted"))
        self._close.setAutoRaise(True)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self._on_closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty if hidden."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, *, action: str = "", warning: bool = False) -> None:
        """Show a sentence, with a button if ``action`` names one, and let a screen reader say it."""
        self.setProperty("look", "inline-bar-warning" if warning else "inline-bar")
        for part in (self, self._text):
            part.style().unpolish(part)
            part.style().polish(part)
        self._text.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def focus_action(self) -> None:
        """Let Enter press its button: a question was asked."""
        self._action.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_closed(self) -> None:
        self.hide()
        self.dismissed.emit()
