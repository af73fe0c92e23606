"""Asks what a new bank is called, who begins it, and where its file goes."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui.dialogs.form import add_line, add_main_button

SUFFIX = ".freezer"


class NewBankDialog(QDialog):
    """``bank_name``, ``operator`` and ``path`` hold the answers when it was accepted."""

    def __init__(self, account: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._touched = False
        self.setWindowTitle(self.tr("New bank"))
        self.setMinimumWidth(480)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("DNA and cell bank"))
        self.operator = QLineEdit(account)
        self.file = QLineEdit()
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.clicked.connect(self._on_choose)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.file, 1)
        place.addWidget(self._choose)
        self._why = QLabel()
        self._why.setProperty("look", "warning")
        self._why.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        for text, field, part in (
            (self.tr("&Name of the bank"), self.name, self.name),
            (self.tr("Your &name"), self.operator, self.operator),
            (self.tr("&File"), self.file, place),
        ):
            add_line(form, text, field, part)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._make = add_main_button(self._buttons, self.tr("Make bank"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        about = QLabel(self.tr("The operator signs for what is done from now on; the name can't be changed later."))
        about.setProperty("look", "muted")
        about.setWordWrap(True)
        layout.addLayout(form)
        layout.addWidget(about)
        layout.addWidget(self._why)
        layout.addWidget(self._buttons)
        self.name.textChanged.connect(self._propose)
        self.file.textEdited.connect(self._on_file_edited)
        for field in (self.name, self.operator, self.file):
            field.textChanged.connect(self._check)
        self._propose()
        self._check()

    @property
    def bank_name(self) -> str:
        """What the bank is called."""
        return self.name.text().strip()

    @property
    def operator_name(self) -> str:
        """Who begins it."""
        return self.operator.text().strip()

    @property
    def path(self) -> Path:
        """Where its file goes, always with the suffix of banks."""
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def _propose(self) -> None:
        if self._touched:
            return
        plain = "".join(each if each.isalnum() else "-" for each in self.bank_name.lower()).strip("-")
        while "--" in plain:
            plain = plain.replace("--", "-")
        self.file.setText(str(self._folder / f"{plain or 'bank'}{SUFFIX}"))

    def _on_file_edited(self) -> None:
        self._touched = True

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("File of the new bank"), self.file.text(), self.tr("Banks (*.freezer)")
        )
        if chosen:
            self._touched = True
            self.file.setText(chosen)

    def _check(self) -> None:
        why = ""
        if self.file.text().strip() and self.path.exists():
            why = self.tr("This file is there already and is never written over.")
        elif self.file.text().strip() and not self.path.parent.is_dir():
            why = self.tr("There is no such folder.")
        self._why.setText(why)
        self._why.setVisible(bool(why))
        ready = bool(self.bank_name and self.operator_name and self.file.text().strip())
        self._make.setEnabled(ready and not why)
