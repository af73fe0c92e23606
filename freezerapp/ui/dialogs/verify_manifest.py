"""A file of a manifest or a receipt is chosen or dropped: what it is, what is wrong with it, and what is proved."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui import words
from freezerapp.ui.look import Look
from freezerapp.ui.said_of_proof import ProofWords, mark
from freezerapp.ui.settings import FOLDER, Settings

if TYPE_CHECKING:
    from freezerapp.proving import Proof

WIDTH = 580
LINES = 7
"""Findings that are seen without scrolling."""
MARK = QSize(18, 18)


class VerifyManifestDialog(QDialog):
    """``chosen`` carries the path of a file; what is found comes back through ``show_proof`` or ``refuse``."""

    chosen = Signal(object)

    def __init__(self, look: Look, settings: Settings, bank: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Verify manifest"))
        self.setFixedWidth(WIDTH)
        self._look, self._settings, self._bank = look, settings, bank
        self._words = ProofWords()
        self.proof: Proof | None = None
        about = self.tr("Choose a manifest (PDF, JSON, CSV or XLSX) or a receipt, or drop it here. It is only read.")
        against = (
            self.tr("It is held against the bank that is open: {bank}.").format(bank=bank)
            if bank
            else self.tr("No bank is open: it is held against itself alone.")
        )
        self.about = _text(f"{about} {against}", "muted")
        self.mark, self.headline = QLabel(), _text("", "strong")
        self.mark.setFixedSize(MARK)
        self.verdict = _text("")
        self.verdict.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.file, self.what, self.tubes, self.fingerprint = (_text("") for _ in range(4))
        self.findings = QPlainTextEdit()
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)
        self.findings.setAccessibleName(self.tr("What was found"))
        self.findings.setFixedHeight(LINES * self.fontMetrics().lineSpacing() + 12)
        self.choose = QPushButton(self.tr("&Choose a file…"))
        self.choose.setProperty("look", "primary")
        self.close_button = QPushButton(self.tr("Close"))
        self.close_button.setAutoDefault(False)
        self._lay_out()
        self.choose.clicked.connect(self._choose_file)
        self.close_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.headline, 1)
        self.facts = QFormLayout()
        self.facts.setHorizontalSpacing(16)
        self.facts.setVerticalSpacing(4)
        for text, value in (
            (self.tr("File"), self.file),
            (self.tr("What it says it is"), self.what),
            (self.tr("Tubes"), self.tubes),
            (self.tr("Fingerprint"), self.fingerprint),
        ):
            label = QLabel(text)
            label.setProperty("look", "muted")
            self.facts.addRow(label, value)
        self.card = QFrame()
        self.card.setProperty("look", "card")
        inside = QVBoxLayout(self.card)
        inside.setContentsMargins(15, 12, 15, 13)
        inside.setSpacing(10)
        inside.addLayout(head)
        inside.addWidget(self.verdict)
        inside.addWidget(self.findings)
        inside.addLayout(self.facts)
        self.card.hide()
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addStretch(1)
        below.addWidget(self.close_button)
        below.addWidget(self.choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.about)
        layout.addWidget(self.card)
        layout.addStretch(1)
        layout.addLayout(below)

    def begin(self, path: Path) -> None:
        """A file is being read."""
        self.proof = None
        self.choose.setEnabled(False)
        self._show_head("folder-open", "muted", self.tr("Reading {file}…").format(file=path.name))
        self._show_parts(verdict="", findings=[], facts=False)
        self.file.setText(path.name)

    def told(self, page: int, pages: int) -> None:
        """So many pages of a PDF are read."""
        text = self.tr("Reading page {page} of {pages}…")
        self.headline.setText(text.format(page=words.number(page), pages=words.number(pages)))

    def show_proof(self, proof: "Proof") -> None:
        """Show what was found."""
        self.proof = proof
        self.choose.setEnabled(True)
        self._show_head(*mark(proof), self._words.headline(proof))
        self.what.setText(self._words.what(proof))
        self.tubes.setText(self._words.tubes(proof))
        self.fingerprint.setText(self._words.fingerprint(proof))
        verdict = "\n\n".join(self._words.verdict(proof, bank_is_open=bool(self._bank)))
        self._show_parts(verdict=verdict, findings=self._words.findings(proof), facts=True)

    def refuse(self, sentence: str) -> None:
        """Say why nothing can be told of a file."""
        self.choose.setEnabled(True)
        self._show_head("circle-alert", "warning_bar", self.tr("This can't be verified"))
        self._show_parts(verdict=sentence, findings=[], facts=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.choose.isEnabled() and _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None and self.choose.isEnabled():
            event.acceptProposedAction()
            self.chosen.emit(path)

    def _show_head(self, icon: str, colour: str, text: str) -> None:
        self.mark.setPixmap(self._look.icon(icon, colour).pixmap(MARK))
        self.headline.setText(text)
        self.card.show()

    def _show_parts(self, *, verdict: str, findings: list[str], facts: bool) -> None:
        self.verdict.setText(verdict)
        self.verdict.setVisible(bool(verdict))
        self.findings.setPlainText("\n".join(f"• {each}" for each in findings))
        self.findings.setVisible(bool(findings))
        for row in range(1, self.facts.rowCount()):
            self.facts.setRowVisible(row, facts)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(WIDTH, layout.totalHeightForWidth(WIDTH))

    def _choose_file(self) -> None:
        folder = self._settings.get(FOLDER) or str(Path.home())
        kinds = self.tr("Manifests and receipts (*.pdf *.json *.csv *.xlsx)")
        dialog = QFileDialog(self, self.tr("Choose a file"), folder, kinds)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.chosen.emit(Path(file)))
        dialog.open()


def _text(text: str, look: str = "") -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if look:
        label.setProperty("look", look)
    return label


def _dropped(event: QDropEvent) -> Path | None:
    """The one file of this computer that is dropped."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
