"""Puts a printer right with a stock: two shifts, and two rulers measured on a test page."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.documents.label_sheets import LabelsNotWritten, write_ruler
from freezerapp.documents.stock import EXACT, Calibration, Stock
from freezerapp.ui import label_settings as kept
from freezerapp.ui import messages
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow
from freezerapp.ui.settings import Settings

RULER = 100.0


class AdjustDialog(QDialog):
    """What is entered is kept for this stock and printer when it is accepted."""

    def __init__(self, stock: Stock, printer: str, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stock, self._settings = stock, settings
        self._key = kept.calibration_of(stock.name, printer)
        self.setWindowTitle(self.tr("Adjust the printer"))
        self.setMinimumWidth(460)
        about = QLabel(
            self.tr(
                "Print the test page without “fit to page” on plain paper, and lay it over a sheet of {stock}."
                " Enter by how much it lies wrong, and what its rulers measure."
            ).format(stock=stock.title)
        )
        about.setWordWrap(True)
        self.page = QPushButton(self.tr("Save the &test page…"))
        self.page.setAutoDefault(False)
        self.page.clicked.connect(self._choose_file)
        found = kept.calibration(settings.get(self._key))
        most = kept.OFFSET_MM
        self.right, self.down = _millimetres(-most, most, found.right), _millimetres(-most, most, found.down)
        least, most = RULER / (1 + kept.SCALE_PER_MILLE / 1000), RULER / (1 - kept.SCALE_PER_MILLE / 1000)
        self.across = _millimetres(least, most, RULER / found.scale_x)
        self.along = _millimetres(least, most, RULER / found.scale_y)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for text, field in (
            (self.tr("Move to the &right by"), self.right),
            (self.tr("Move &down by"), self.down),
            (self.tr("The ruler &across measures"), self.across),
            (self.tr("The ruler a&long measures"), self.along),
        ):
            add_line(form, text, field)
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self.said.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.keep = add_main_button(buttons, self.tr("Keep"))
        self.keep.setDefault(True)
        self.exact = buttons.addButton(self.tr("&Forget it"), QDialogButtonBox.ButtonRole.ResetRole)
        self.exact.clicked.connect(self._forget)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(about)
        layout.addWidget(self.page, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Keep it."""
        right, down = self.right.value(), self.down.value()
        found = Calibration.measured(self.across.value(), self.along.value(), RULER, -right, -down)
        self._settings.put(self._key, "" if found == EXACT else kept.calibration_text(found))
        super().accept()

    def _forget(self) -> None:
        for field, value in ((self.right, 0.0), (self.down, 0.0), (self.across, RULER), (self.along, RULER)):
            field.setValue(value)

    def _choose_file(self) -> None:
        folder = self._settings.get(kept.FOLDER) or str(Path.home())
        dialog = QFileDialog(self, self.tr("Save the test page"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{self._stock.name}.pdf")
        dialog.fileSelected.connect(self._write)
        dialog.open()

    def _write(self, file: str) -> None:
        """Without what is entered: it shows what the printer itself does."""
        try:
            write_ruler(Path(file), self._stock, title=self._stock.title)
        except LabelsNotWritten as problem:
            self.said.setText(messages.sentence(problem))
        else:
            self.said.setText(self.tr("The test page is {file}.").format(file=Path(file).name))
        grow(self)


def _millimetres(least: float, most: float, value: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(least, most)
    field.setDecimals(1)
    field.setSingleStep(0.1)
    field.setSuffix(" mm")
    field.setValue(value)
    field.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside
    return field
