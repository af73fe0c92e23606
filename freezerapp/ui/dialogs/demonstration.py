"""Makes the demonstration bank: asks where and how large, then shows how it goes, with a way to stop."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui.dialogs.form import add_line
from freezerapp.ui.dialogs.new_bank import SUFFIX
from freezerapp.ui.progress import Chore, discard

SIZES = (53_510, 5_000, 1_000)


class DemonstrationDialog(QDialog):
    """Accepted when the bank is there; ``path`` is its file. Stopping leaves nothing behind."""

    def __init__(
        self,
        command: Callable[[Path, int], Sequence[str]],
        folder: Path,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._command = command
        self._chore: Chore | None = None
        self.setWindowTitle(self.tr("Demonstration bank"))
        self.setMinimumWidth(500)
        about = QLabel(
            self.tr(
                "A whole clinical trial's bank: freezers, tanks, boxes and tubes with their history."
                " The people in it are invented."
            )
        )
        about.setWordWrap(True)
        about.setProperty("look", "muted")
        self.size_choice = QComboBox()
        for size in SIZES:
            self.size_choice.addItem(self.tr("{count} tubes").format(count=QLocale().toString(size)), size)
        self.file = QLineEdit(str(_free(folder)))
        self._choose = QPushButton(self.tr("Choose…"))
        self._choose.clicked.connect(self._on_choose)
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.file, 1)
        place.addWidget(self._choose)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        for text, field, part in (
            (self.tr("&Size"), self.size_choice, self.size_choice),
            (self.tr("&File"), self.file, place),
        ):
            add_line(form, text, field, part)
        self._said = QLabel()
        self._said.setProperty("look", "secondary")
        self._said.setWordWrap(True)
        self._bar = QProgressBar()
        self._bar.setAccessibleName(self.tr("Progress"))
        self._bar.setRange(0, 0)
        self._bar.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._make = buttons.addButton(self.tr("Make bank"), QDialogButtonBox.ButtonRole.ActionRole)
        self._make.setProperty("look", "primary")
        self._make.setDefault(True)
        self._make.clicked.connect(self.make)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self._said)
        layout.addWidget(self._bar)
        layout.addWidget(buttons)

    @property
    def path(self) -> Path:
        """The file of the bank."""
        path = Path(self.file.text().strip()).expanduser()
        return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)

    def make(self) -> None:
        """Begin to make the bank."""
        if self.path.exists():
            self._warn(self.tr("This file is there already and is never written over."))
            return
        self._set_busy(True)
        self._chore = Chore(self._command(self.path, int(self.size_choice.currentData())), self)
        self._chore.share.connect(self._on_share)
        self._chore.ended.connect(self._on_ended)
        self._said.setProperty("look", "secondary")
        self._said.setText(self.tr("Making the bank; this takes less than a minute…"))
        self._chore.start()

    def reject(self) -> None:
        """Stop what is being made and take it away, or close."""
        if self._chore is not None:
            self._chore.cancel()
            return
        super().reject()

    def _on_share(self, share: float) -> None:
        self._bar.setRange(0, 1000)
        self._bar.setValue(round(share * 1000))

    def _on_ended(self, status: int, said: str) -> None:
        chore, self._chore = self._chore, None
        if chore is not None and chore.cancelled:
            discard(self.path)
            super().reject()
        elif status == 0:
            self.accept()
        else:
            discard(self.path)
            self._set_busy(False)
            self._warn(said.splitlines()[-1] if said else self.tr("The bank could not be made."))

    def _warn(self, text: str) -> None:
        self._said.setProperty("look", "warning")
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.setText(text)

    def _set_busy(self, busy: bool) -> None:
        self._bar.setVisible(busy)
        for part in (self.size_choice, self.file, self._choose, self._make):
            part.setEnabled(not busy)

    def _on_choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("File of the demonstration"), self.file.text(), self.tr("Banks (*.freezer)")
        )
        if chosen:
            self.file.setText(chosen)


def _free(folder: Path) -> Path:
    """A name that no file has yet."""
    path = folder / f"demonstration{SUFFIX}"
    number = 2
    while path.exists():
        path = folder / f"demonstration-{number}{SUFFIX}"
        number += 1
    return path
