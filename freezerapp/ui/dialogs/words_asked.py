"""Asks for a few words about something, with the common ones to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from freezerapp.ui.dialogs.form import add_line, add_main_button


class WordsDialog(QDialog):
    """``text`` holds the answer when it was accepted; with ``needed`` it is not empty."""

    def __init__(
        self,
        title: str,
        about: str,
        label: str,
        button: str,
        parent: QWidget | None = None,
        *,
        common: Sequence[str] = (),
        needed: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._needed = needed
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        said = QLabel(about)
        said.setWordWrap(True)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.addItems(list(common))
        self.field.setCurrentIndex(-1)
        form = QFormLayout()
        add_line(form, label, self.field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, button)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(said)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.field.currentTextChanged.connect(self._check)
        self.field.setFocus()
        self._check()

    @property
    def text(self) -> str:
        """What was said."""
        return self.field.currentText().strip()

    def _check(self) -> None:
        self.do.setEnabled(bool(self.text) or not self._needed)
