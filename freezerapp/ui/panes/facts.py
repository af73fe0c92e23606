"""Names and values one under the other, as the inspector shows them."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QWidget

from freezerapp.ui.look import Look

NAME_WIDTH = 108


class Fact(NamedTuple):
    """One line: its name, its value, and what a click on the value does, if anything."""

    name: str
    value: str
    do: Callable[[], None] | None = None
    exact: bool = False
    """A code, compared letter by letter."""


class FactGrid(QWidget):
    """Lines of facts. Values can be marked and copied; those that lead somewhere are links."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: list[Fact]) -> None:
        """Show exactly these."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for line, fact in enumerate(facts):
            name = QLabel(fact.name)
            name.setProperty("look", "muted")
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self._grid.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._value(fact), line, 1)

    def _value(self, fact: Fact) -> QWidget:
        if fact.do is not None:
            link = QPushButton(fact.value)
            link.setProperty("look", "link")
            link.setCursor(Qt.CursorShape.PointingHandCursor)
            link.setAccessibleName(f"{fact.name}: {fact.value}")
            link.clicked.connect(lambda _checked=False, do=fact.do: do())
            link.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            return link
        value = QLabel(fact.value)
        value.setTextFormat(Qt.TextFormat.PlainText)
        value.setWordWrap(True)
        value.setAccessibleName(f"{fact.name}: {fact.value}")
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        if fact.exact:
            value.setProperty("look", "mono")
        return value
