"""A fault of the program itself: says that nothing was lost, and gives what a report needs."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget


class FaultDialog(QDialog):
    """Shown once per fault; the program goes on."""

    def __init__(self, details: str, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._details = details
        self.setWindowTitle(self.tr("A fault in FreezerApp"))
        self.setMinimumSize(560, 360)
        text = QLabel(
            self.tr(
                "Something in the program went wrong. What was confirmed before is kept; the last gesture"
                " may not have been done. You can go on, or close and start again."
            )
        )
        text.setWordWrap(True)
        where = QLabel(self.tr("Log: {path}").format(path=log) if log is not None else "")
        where.setProperty("look", "secondary")
        where.setWordWrap(True)
        self.edit = QPlainTextEdit(details)
        self.edit.setReadOnly(True)
        self.edit.setAccessibleName(self.tr("Details"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy = buttons.addButton(self.tr("Copy details"), QDialogButtonBox.ButtonRole.ActionRole)
        self.copy.clicked.connect(self._on_copy)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for part in (text, self.edit, where, buttons):
            layout.addWidget(part)

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self._details)
