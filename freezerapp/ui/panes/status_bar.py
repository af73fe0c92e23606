"""The status bar: who works here, on which file, and how much of its history was checked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QStatusBar

from freezerapp.ui import status
from freezerapp.ui.dispatcher import Bank

if TYPE_CHECKING:
    from freezerapp.storage.rows.history import BankFacts

HEIGHT = 27
"""px, at least."""


class StatusBar(QStatusBar):
    """Words from the left: operator, file, whether it can be written; at the right the history.

    ``operator_wanted``: a click on the operator, to change who works. ``stop_wanted``: a click on Cancel while the
    bank is verified.
    """

    operator_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._verified = -1
        self._verifying = -1
        self._facts: BankFacts | None = None
        self.operator = QPushButton()
        self.operator.setProperty("look", "status")
        self.operator.setToolTip(self.tr("Change who works here"))
        self.operator.clicked.connect(self.operator_wanted)
        self.addWidget(self.operator)
        self.file, self._mode, self._history = QLabel(), QLabel(), QLabel()
        for label in (self.file, self._mode):
            self.addWidget(label)
        self.addPermanentWidget(self._history)
        self.stop = QPushButton(self.tr("Cancel"))
        self.stop.setProperty("look", "status")
        self.stop.setToolTip(self.tr("Stop verifying the bank"))
        self.stop.clicked.connect(self.stop_wanted)
        self.stop.hide()
        self.addPermanentWidget(self.stop)
        self.setSizeGripEnabled(False)
        self.setMinimumHeight(HEIGHT)

    @property
    def history(self) -> str:
        """What is said of the history."""
        return self._history.text()

    def show_bank(self, bank: Bank) -> None:
        """Another bank is open."""
        self.file.setText(bank.path.name)
        self.file.setToolTip(str(bank.path))
        self._mode.setText("" if bank.writable else self.tr("Read only"))

    def show_facts(self, facts: "BankFacts") -> None:
        """Show operator and history as they are now."""
        self._facts = facts
        self._history.setToolTip(self.tr("Head of the chain: {head}").format(head=facts.head))
        if self._verifying < 0:
            self._history.setText(status.history(facts.events, facts.events == self._verified))

    def show_operator(self, name: str) -> None:
        """Who works here; nobody has signed in, so the name is only declared."""
        self.operator.setText(status.operator(name))
        self.operator.setVisible(bool(name))

    def verifying(self) -> None:
        """The whole history is being checked."""
        if self._facts is not None:
            self._verifying = self._facts.events
            self._history.setText(self.tr("Verifying the bank…"))
            self.stop.show()

    def verified_so_far(self, share: float) -> None:
        """How much of the check is done, 0 to 1."""
        if self._verifying >= 0:
            self._history.setText(self.tr("Verifying the bank: {share} %").format(share=round(100 * share)))

    def verified(self, whole: bool) -> None:
        """The check has ended."""
        self._verified = self._verifying if whole else -1
        self._verifying = -1
        self.stop.hide()
        if self._facts is not None:
            self.show_facts(self._facts)

    def forget(self) -> None:
        """No bank is open."""
        self._verified, self._verifying, self._facts = -1, -1, None
        self.operator.hide()
        self.stop.hide()
        for label in (self.file, self._mode, self._history):
            label.clear()
