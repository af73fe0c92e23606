"""A card with a title, facts under it, and a button to change them."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.facts_table import Fact, FactsTable


class FactCard(QFrame):
    """``change_wanted``: its button was pressed."""

    change_wanted = Signal()

    def __init__(self, look: Look, title: str, button: str, nothing: str = "") -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.setAccessibleName(title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        said = QLabel(title)
        said.setProperty("look", "strong")
        self.change = QPushButton()
        self.name_change(button)
        self.change.setProperty("look", "link")
        self.change.clicked.connect(self.change_wanted)
        self.table = FactsTable(look, 126)
        self.nothing = QLabel(nothing)
        self.nothing.setProperty("look", "muted")
        self.nothing.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(said)
        head.addStretch(1)
        head.addWidget(self.change)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, 11, 15, 13)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table)
        layout.addWidget(self.nothing)

    def name_change(self, button: str) -> None:
        """What its button says from now on."""
        self.change.setText(button)
        self.change.setAccessibleName(f"{self.accessibleName()}: {button}")

    def show_facts(self, facts: tuple[Fact, ...], *, changeable: bool) -> None:
        """Show these; with none the card says so."""
        self.table.show_facts(facts)
        self.table.setVisible(bool(facts))
        self.nothing.setVisible(not facts and bool(self.nothing.text()))
        self.change.setVisible(changeable)
