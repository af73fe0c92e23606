"""What this program is: version, licence, where its log is kept."""

from pathlib import Path

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from freezerapp import __version__, resources


class AboutDialog(QDialog):
    """Plain words; the path of the log can be marked and copied."""

    def __init__(self, log: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About FreezerApp"))
        self.setMinimumWidth(440)
        logo = QLabel()
        logo.setPixmap(QIcon(str(resources.path("icons", "freezerapp.svg"))).pixmap(64, 64))
        title = QLabel(f"FreezerApp {__version__}")
        title.setProperty("look", "page-title")
        about = QLabel(
            self.tr("Shows storage as it really looks, and keeps for each tube where it is and what became of it.")
        )
        about.setWordWrap(True)
        facts = QLabel(
            "\n".join(
                (
                    self.tr("Qt {version}").format(version=qVersion()),
                    self.tr("MIT licence; the typeface Inter and the icons under licences of their own."),
                    self.tr("Log: {path}").format(path=log) if log is not None else "",
                )
            ).strip()
        )
        facts.setProperty("look", "secondary")
        facts.setWordWrap(True)
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(8)
        for part in (title, about, facts):
            words.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(18)
        head.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(16)
        layout.addLayout(head)
        layout.addWidget(buttons)
