"""What was done, or what is wrong, in a bar at its place: with Undo or another way on, never a box to click
away.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget
from shiboken6 import isValid

from freezerapp.ui.look import Look

MOST_ACTIONS = 3


class InlineBar(QFrame):
    """Hidden until there is something to say.

    ``action_triggered``: its button, by number where it has several; ``dismissed``: closed by hand.
    """

    action_triggered = Signal(int)
    dismissed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("look", "inline-bar")
        self._before: QWidget | None = None
        """Where the keyboard was before it came here."""
        self._text = QLabel(self)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._actions = tuple(QPushButton(self) for _ in range(MOST_ACTIONS))
        for number, button in enumerate(self._actions):
            button.setProperty("look", "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _checked=False, number=number: self.action_triggered.emit(number))
        self._close = QToolButton(self)
        self._close.setIcon(look.icon("x", "muted"))
        self._close.setAutoRaise(True)
        self._close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._close.setAccessibleName(self.tr("Close"))
        self._close.setToolTip(self.tr("Close"))
        self._close.clicked.connect(self._on_closed)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 6, 6)
        row.setSpacing(12)
        row.addWidget(self._text, 1)
        for button in self._actions:
            row.addWidget(button)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """What it says, empty if hidden."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str, *, action: str = "", warning: bool = False, actions: Sequence[str] = ()) -> None:
        """Show a sentence, with a button for ``action`` or for each of ``actions``; a screen reader says it."""
        self.setProperty("look", "inline-bar-warning" if warning else "inline-bar")
        for part in (self, self._text):
            part.style().unpolish(part)
            part.style().polish(part)
        self._text.setText(text)
        named = actions or ((action,) if action else ())
        for number, button in enumerate(self._actions):
            button.setText(named[number] if number < len(named) else "")
            button.setVisible(number < len(named))
        self.show()
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def focus_action(self, number: int = 0) -> None:
        """Let Enter press its button: a question was asked."""
        focused = QApplication.focusWidget()
        if focused is not None and not self.isAncestorOf(focused):
            self._before = focused
        self._actions[number].setFocus(Qt.FocusReason.OtherFocusReason)

    def setVisible(self, visible: bool) -> None:
        """Hidden, it gives the keyboard back: the next part in the order of Tab has nothing to do with it."""
        focused, before = QApplication.focusWidget(), self._before
        if not visible:
            self._before = None
            if focused is not None and self.isAncestorOf(focused):
                if before is not None and isValid(before) and before.isVisible():
                    before.setFocus(Qt.FocusReason.OtherFocusReason)
                else:
                    focused.clearFocus()
        super().setVisible(visible)

    def _on_closed(self) -> None:
        self.hide()
        self.dismissed.emit()
