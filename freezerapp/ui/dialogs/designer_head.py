"""The head of the label designer: which template, on what stock, how fine the printer is; and undo and redo."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from freezerapp.documents.designing import new_template
from freezerapp.documents.stock import Stock
from freezerapp.documents.template import For, Template, fits
from freezerapp.domain.ordering import natural_key
from freezerapp.ui.drawing_board import DrawingBoard, own_templates
from freezerapp.ui.label_settings import RESOLUTIONS
from freezerapp.ui.labelling import Library
from freezerapp.ui.look import Look

NEW = "new label"
"""Stands for a template that is begun from nothing."""
USUAL_STOCK = "brady-25x13"


class DesignerHead(QWidget):
    """Carries what is wanted: a template (or ``NEW``), a stock, a resolution. What is shown says ``show_board``."""

    template_wanted = Signal(str)
    stock_wanted = Signal(str)
    resolution_wanted = Signal(int)

    def __init__(self, look: Look, known: Library, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._filling = False
        self._begun = NEW
        self.template, self.stock, self.dpi = _choice(22), _choice(18), _choice(8)
        for dpi in RESOLUTIONS:
            self.dpi.addItem(self.tr("{dpi} dpi").format(dpi=dpi), dpi)
        self.undo, self.redo = QToolButton(), QToolButton()
        for button, icon, text, key in (
            (self.undo, "undo-2", self.tr("Undo"), QKeySequence.StandardKey.Undo),
            (self.redo, "redo-2", self.tr("Redo"), QKeySequence.StandardKey.Redo),
        ):
            keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            button.setIcon(look.icon(icon))
            button.setToolTip(f"{text} ({keys})")
            button.setAccessibleName(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for text, field, share in (
            (self.tr("Templa&te"), self.template, 5),
            (self.tr("&Stock"), self.stock, 4),
            (self.tr("P&rinter"), self.dpi, 1),
        ):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            row.addWidget(label)
            row.addWidget(field, share)
        row.addWidget(self.undo)
        row.addWidget(self.redo)
        self._fill()
        self.template.activated.connect(self._on_template)
        self.stock.currentIndexChanged.connect(self._on_stock)
        self.dpi.currentIndexChanged.connect(self._on_resolution)

    def begin_with(self, name: str, stock: str) -> tuple[Template, Stock]:
        """The template to draw on, and its stock: one of the user's own as it is, else a copy without a name."""
        self._begun = name
        stocks = self._known.stocks
        found = self._known.templates.get(name)
        if found is None:
            self._begun = NEW
            on = stocks.get(stock) or stocks[USUAL_STOCK]
            title = self.tr("New label for {stock}").format(stock=on.title)
            return new_template(on, For.TUBE, title), on
        if name in own_templates(self._known):
            return found, stocks.get(found.stock) or stocks.get(stock) or stocks[USUAL_STOCK]
        asked = stocks.get(stock)
        on = asked if asked is not None and fits(found, asked) else stocks.get(found.stock) or stocks[USUAL_STOCK]
        title = self.tr("{label}, own").format(label=self._title(found))
        return found._replace(name="", title=title, title_fr=title, stock=on.name), on

    def renew(self, known: Library, name: str) -> None:
        """Something was saved: it is what is drawn on now."""
        self._known, self._begun = known, name
        self._fill()

    def show_board(self, board: DrawingBoard) -> None:
        """Show what is drawn on."""
        self._filling = True
        self.template.setCurrentIndex(max(0, self.template.findData(self._begun)))
        self.stock.setCurrentIndex(self.stock.findData(board.stock.name))
        self.dpi.setCurrentIndex(self.dpi.findData(board.dpi))
        self.undo.setEnabled(board.draft.can_undo)
        self.redo.setEnabled(board.draft.can_redo)
        self._filling = False

    def _fill(self) -> None:
        self._filling = True
        self.template.clear()
        self.template.addItem(self.tr("New label"), NEW)
        own = own_templates(self._known)
        templates = sorted(self._known.templates.values(), key=lambda each: natural_key(self._title(each)))
        for each in templates:
            if each.name in own:
                self.template.addItem(self._title(each), each.name)
        for each in templates:
            if each.name not in own:
                self.template.addItem(self.tr("Copy of {label}").format(label=self._title(each)), each.name)
        self.template.setCurrentIndex(max(0, self.template.findData(self._begun)))
        self.stock.clear()
        for stock in sorted(self._known.stocks.values(), key=lambda each: natural_key(each.title)):
            self.stock.addItem(stock.title, stock.name)
        self._filling = False

    def _title(self, template: Template) -> str:
        french = QLocale().language() is QLocale.Language.French
        return template.title_fr if french and template.title_fr else template.title

    def _on_template(self) -> None:
        name = str(self.template.currentData())
        # What is shown stays the one that is drawn on, until nothing would be lost.
        self.template.setCurrentIndex(max(0, self.template.findData(self._begun)))
        self.template_wanted.emit(name)

    def _on_stock(self) -> None:
        if not self._filling and self.stock.currentData():
            self.stock_wanted.emit(str(self.stock.currentData()))

    def _on_resolution(self) -> None:
        if not self._filling:
            self.resolution_wanted.emit(int(self.dpi.currentData()))


def _choice(letters: int) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(letters)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
