"""Asks for the file that labels are saved in."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from freezerapp.ui import label_settings as kept
from freezerapp.ui.label_settings import PDF
from freezerapp.ui.labelling import Asked
from freezerapp.ui.settings import Settings


class LabelFileDialog(QFileDialog):
    """``chosen`` carries the path; its folder is remembered."""

    chosen = Signal(object)

    def __init__(
        self, settings: Settings, asked: Asked, target: str, title: str, parent: QWidget | None = None
    ) -> None:
        folder = Path(settings.get(kept.FOLDER) or Path.home())
        super().__init__(parent, title, str(folder if folder.is_dir() else Path.home()))
        self._settings = settings
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilter(self.tr("PDF files (*.pdf)") if target == PDF else self.tr("ZPL files (*.zpl)"))
        self.setDefaultSuffix(target)
        stem = self.tr("labels")
        name = f"{stem}-{asked.what.name or asked.template.name}.{target}"
        self.selectFile(name.replace("/", "-"))
        self.fileSelected.connect(self._on_file)

    def _on_file(self, name: str) -> None:
        file = Path(name)
        self._settings.put(kept.FOLDER, str(file.parent))
        self.chosen.emit(file)
