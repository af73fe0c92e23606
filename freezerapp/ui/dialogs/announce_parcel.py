"""A parcel from elsewhere, read from its sender's file: what is in it, and what its materials are called here."""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from freezerapp.domain.manifest import Manifest
from freezerapp.ui import said_of_work, words
from freezerapp.ui.dialogs.form import add_line, add_main_button

if TYPE_CHECKING:
    from freezerapp.storage.rows.words import MaterialRow


class AnnounceDialog(QDialog):
    """``materials`` gives the code here for each of the sender's that this bank does not know."""

    def __init__(self, manifest: Manifest, known: "Mapping[str, MaterialRow]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
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
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(buttons, self.tr("Announce it"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(note)
        layout.addWidget(buttons)
        self._check()

    @property
    def materials(self) -> dict[str, str]:
        """The code here, by the sender's code."""
        return {code: str(field.currentData()) for code, field in self.fields.items()}

    def _check(self) -> None:
        self.do.setEnabled(all(self.materials.values()))
