"""A few words on a rounded ground: a count, a state, what a search found."""

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget


class Tone(Enum):
    """What a pill means; the values are its look in the style sheet."""

    NEUTRAL = "pill"
    ACCENT = "pill-accent"
    WARNING = "pill-warning"
    DECIDE = "pill-decide"
    LIT = "pill-lit"


class Pill(QLabel):
    """Text in a pill. The text says it all; the tone only helps."""

    def __init__(self, text: str = "", tone: Tone = Tone.NEUTRAL, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setProperty("look", tone.value)

    def set_tone(self, tone: Tone) -> None:
        """Give it another meaning."""
        if self.property("look") != tone.value:
            self.setProperty("look", tone.value)
            self.style().unpolish(self)
            self.style().polish(self)
