"""Where a tube stands, as two links: its box, and the way there."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

NAME_WIDTH = 108


class Link(NamedTuple):
    """One line: its name, its value, and what a click does, if anything."""

    name: str
    value: str
    do: Callable[[], None] | None = None


class PlaceLines(QWidget):
    """Names at the left, links at the right, in line with the facts below."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(5)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_links(self, links: list[Link]) -> None:
        """Show exactly these."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, link in enumerate(links):
            name = QLabel(link.name)
            name.setProperty("look", "muted")
            self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._value(link), line, 1)

    def _value(self, link: Link) -> QWidget:
        said = f"{link.name}: {link.value}"
        if link.do is None:
            label = QLabel(link.value)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setAccessibleName(said)
            return label
        button = WrappedLink(link.value)
        button.setAccessibleName(said)
        button.clicked.connect(lambda _checked=False, do=link.do: do())
        return button


class WrappedLink(QPushButton):
    """A link whose words wrap: a path can be long, and the pane is narrow."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setProperty("look", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._label = QLabel(text, self)
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._label.setProperty("look", "link-text")
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._label)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._underline(on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._underline(on=False)

    def _underline(self, *, on: bool) -> None:
        """No style sheet reaches from the state of the button to the words in it."""
        font = self._label.font()
        font.setUnderline(on)
        self._label.setFont(font)

    def words(self) -> str:
        """What the link says."""
        return self._label.text()
