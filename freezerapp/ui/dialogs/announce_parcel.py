"""A parcel from elsewhere, read from its sender's file: what is in it, and what its materials are called here."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui import said_of_work, words
from freezerapp.ui.dialogs.form import add_line, add_main_button
from freezerapp.ui.dialogs.proof_card import ProofCard
from freezerapp.ui.look import Look

if TYPE_CHECKING:
    from freezerapp.storage.rows.words import MaterialRow
    from freezerapp.ui.parcel_files import Announced


class AnnounceDialog(QDialog):
    """``materials`` gives the code here for each of the sender's that this bank does not know.

    Where something is wrong with the file, it is announced only for a reason, which the history keeps.
    """

    def __init__(
        self,
        look: Look,
        found: "Announced",
        known: "Mapping[str, MaterialRow]",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        manifest, proof = found.manifest, found.proof
        self._wrong = bool(proof.wrong)
        self.proof = ProofCard(look, proof)
        self.why = QLineEdit()
        self.why.setPlaceholderText(self.tr("Why it is taken in all the same"))
        self.why.textChanged.connect(self._check)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Announce {number}").format(number=manifest.number))
        self.setMinimumWidth(520)
        tubes = said_of_work.tubes(len(manifest.items))
        about = QLabel(
            self.tr("{tubes} from {sender}, version {version} of the list.").format(
                tubes=tubes, sender=manifest.sender.organisation, version=manifest.version
            )
        )
        about.setWordWrap(True)
        about.setTextFormat(Qt.TextFormat.PlainText)
        note = QLabel(
            self.tr(
                "Tubes of this bank that come back are known by their codes; the others are entered as expected."
                " Nothing is at hand before it is scanned."
            )
        )
        note.setProperty("look", "muted")
        note.setWordWrap(True)
        self.clash = QLabel(self._clashing(found.clashing))
        self.clash.setProperty("look", "warning")
        self.clash.setWordWrap(True)
        self.clash.setTextFormat(Qt.TextFormat.PlainText)
        self.clash.setVisible(bool(found.clashing))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        self.fields: dict[str, QComboBox] = {}
        counted = Counter((item.material, item.material_name) for item in manifest.items)
        for (code, name), count in sorted(counted.items()):
            if code in known:
                form.addRow(
                    QLabel(words.sentence_case(words.word("Material", code))), QLabel(said_of_work.tubes(count))
                )
                continue
            field = QComboBox()
            field.addItem(self.tr("Choose…"), "")
            for own in known:
                field.addItem(words.sentence_case(words.word("Material", own)), own)
            field.currentIndexChanged.connect(self._check)
            self.fields[code] = field
            add_line(form, self.tr("{name} ({code}) is here").format(name=name, code=code), field)
        if self._wrong:
            add_line(form, self.tr("&Reason"), self.why)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(
            buttons, self.tr("Announce it all the same") if self._wrong else self.tr("Announce it")
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.proof)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(self.clash)
        layout.addWidget(buttons)
        self._check()

    def _clashing(self, codes: tuple[str, ...]) -> str:
        said = self.tr(
            "%Ln tube(s) on the list have codes that tubes here have: {codes}."
            " They are checked off, but not entered; give them other codes when they are here.",
            "",
            len(codes),
        )
        return said.format(codes=said_of_work.listed(codes))

    @property
    def materials(self) -> dict[str, str]:
        """The code here, by the sender's code."""
        return {code: str(field.currentData()) for code, field in self.fields.items()}

    @property
    def reason(self) -> str | None:
        """Why it is announced although something is wrong with its file."""
        return self.why.text().strip() or None if self._wrong else None

    def _check(self) -> None:
        decided = self.reason is not None or not self._wrong
        self.do.setEnabled(decided and all(self.materials.values()))
