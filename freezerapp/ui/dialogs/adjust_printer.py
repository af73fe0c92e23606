"""Puts a printer right with a stock: a test page, two shifts, and two rulers that are measured on it."""

from pathlib import Path

from PySide6.QtCore import QLocale, Qt
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

from freezerapp.documents.ruler import inset, ruler_lengths
from freezerapp.documents.stock import EXACT, Calibration, Stock
from freezerapp.domain.problems import Problem
from freezerapp.ui import label_settings as kept
from freezerapp.ui import messages
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow
from freezerapp.ui.label_settings import IN_ZPL, PDF, ZPL
from freezerapp.ui.printing import Way
from freezerapp.ui.ruler_printing import RulerPrint
from freezerapp.ui.settings import Settings


class AdjustDialog(QDialog):
    """What is entered is kept for this stock and printer when it is accepted.

    The test page goes the way that the labels go (``way``; where they are saved, it is asked in which file).
    """

    def __init__(
        self, stock: Stock, way: Way, key: str, dpi: int, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stock, self._way, self._dpi, self._settings = stock, way, dpi, settings
        self._key = kept.calibration_of(stock.name, key)
        self._lengths = ruler_lengths(stock)
        self.press = RulerPrint(self)
        self.press.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self.setWindowTitle(self.tr("Adjust the printer"))
        self.setMinimumWidth(480)
        about = QLabel(self._about())
        about.setWordWrap(True)
        to_file = way.target in (PDF, ZPL)
        self.page = QPushButton(self.tr("Save the &test page…") if to_file else self.tr("Print the &test page"))
        self.page.setAutoDefault(False)
        self.page.setEnabled(to_file or bool(way.printer))
        self.page.clicked.connect(self._choose_file if to_file else lambda: self._print(self._way))
        found = kept.calibration(settings.get(self._key))
        most = kept.OFFSET_MM
        self.right, self.down = _millimetres(-most, most, found.right), _millimetres(-most, most, found.down)
        self.across = _measured(self._lengths[0], found.scale_x)
        self.along = _measured(self._lengths[1], found.scale_y)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for text, field in (
            (self.tr("Move to the &right by"), self.right),
            (self.tr("Move &down by"), self.down),
            (self._ruler(self.tr("The ruler &across ({length} mm) measures"), self._lengths[0]), self.across),
            (self._ruler(self.tr("The ruler a&long ({length} mm) measures"), self._lengths[1]), self.along),
        ):
            if field is not None:
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
        printed = tuple(field.value() if field is not None else 0.0 for field in (self.across, self.along))
        found = Calibration.measured((printed[0], printed[1]), self._lengths, self.right.value(), self.down.value())
        self._settings.put(self._key, "" if found == EXACT else kept.calibration_text(found))
        super().accept()

    def done(self, result: int) -> None:
        self.press.close()
        super().done(result)

    def _about(self) -> str:
        """What to do, with sheets and with rolls."""
        stock = self._stock
        if stock.page is not None:
            said = self.tr(
                "Print the test page on plain paper, at 100 %, and lay it over a sheet of {stock}: the outlines should"
                " lie on its labels. Enter how to move them, and what the rulers measure."
            )
            return said.format(stock=stock.title)
        said = self.tr(
            "Print the test page on a label of {stock}. Its frame should lie {left} mm from the left edge and {top} mm"
            " from the upper one. Enter how to move it, and what the rulers measure."
        )
        left, top = (_number(edge + inset(stock)) for edge in (stock.printable.x, stock.printable.y))
        return said.format(stock=stock.title, left=left, top=top)

    def _ruler(self, text: str, length: float) -> str:
        return text.format(length=f"{length:g}")

    def _forget(self) -> None:
        self.right.setValue(0.0)
        self.down.setValue(0.0)
        for field, length in zip((self.across, self.along), self._lengths, strict=True):
            if field is not None:
                field.setValue(length)

    def _choose_file(self) -> None:
        folder = self._settings.get(kept.FOLDER) or str(Path.home())
        dialog = QFileDialog(self, self.tr("Save the test page"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        in_pdf = self._way.target == PDF
        dialog.setNameFilter(self.tr("PDF files (*.pdf)") if in_pdf else self.tr("ZPL files (*.zpl)"))
        dialog.setDefaultSuffix(self._way.target)
        dialog.selectFile(f"{self._stock.name}.{self._way.target}")
        dialog.fileSelected.connect(lambda file: self._print(self._way._replace(file=Path(file))))
        dialog.open()

    def _print(self, way: Way) -> None:
        self._way = way
        self.page.setEnabled(False)
        told = self.tr("Print at 100 %, without “fit to page”; measure both rulers.")
        self.press.start(way, self._stock, self._dpi, told)

    def _on_ended(self, problem: Problem | None) -> None:
        self.page.setEnabled(True)
        way = self._way
        if problem is not None:
            self.said.setText(messages.sentence(problem))
        elif way.file is not None:
            self.said.setText(self.tr("The test page is {file}.").format(file=way.file.name))
        elif way.target in IN_ZPL:
            self.said.setText(self.tr("The test page was sent to {printer}.").format(printer=way.printer))
        else:
            self.said.setText(self.tr("The test page was printed on {printer}.").format(printer=way.printer))
        grow(self)


def _measured(length: float, scale: float) -> QDoubleSpinBox | None:
    """The field for what a ruler measures; none where there is no ruler."""
    if not length:
        return None
    most = kept.SCALE_PER_MILLE / 1000
    return _millimetres(length / (1 + most), length / (1 - most), length / scale)


def _millimetres(least: float, most: float, value: float) -> QDoubleSpinBox:
    field = QDoubleSpinBox()
    field.setRange(least, most)
    field.setDecimals(1)
    field.setSingleStep(0.1)
    field.setSuffix(" mm")
    field.setValue(value)
    field.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside
    return field


def _number(value: float) -> str:
    return QLocale().toString(value, "f", 1)
