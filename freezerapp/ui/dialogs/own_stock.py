"""Label stock of the user's own: its numbers in a form, and a drawing that follows them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from freezerapp.documents.label_folders import label_folder
from freezerapp.documents.label_sheets import LabelsNotWritten
from freezerapp.documents.own_labels import name_from, names_taken, write_stock
from freezerapp.documents.stock import PAGES, Area, Feed, Lowest, Method, Page, Shape, Stock, stock_faults
from freezerapp.documents.template import fits
from freezerapp.domain.ordering import natural_key
from freezerapp.ui import messages
from freezerapp.ui.dialogs.form import add_line, add_main_button
from freezerapp.ui.dialogs.stock_form import StockForm
from freezerapp.ui.labelling import Library
from freezerapp.ui.look import Look
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.stock_drawing import StockDrawing

SIZE = (1040, 690)
NEW_SHEET, NEW_ROLL = "new sheet", "new roll"


class OwnStockDialog(QDialog):
    """``saved`` carries the stock that was written."""

    saved = Signal(object)

    def __init__(self, look: Look, known: Library, start: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._known = known
        self._own = own_stock(known.stocks)
        self.setWindowTitle(self.tr("Own stock"))
        self.begin = QComboBox()
        self.begin.addItem(self.tr("New sheet"), NEW_SHEET)
        self.begin.addItem(self.tr("New roll"), NEW_ROLL)
        for each in sorted(self._own.values(), key=lambda each: natural_key(each.title)):
            self.begin.addItem(self.tr("{stock}, to be changed").format(stock=each.title), each.name)
        for each in sorted(known.stocks.values(), key=lambda each: natural_key(each.title)):
            if each.name not in self._own:
                self.begin.addItem(self.tr("Copy of {stock}").format(stock=each.title), each.name)
        self.begin.setMinimumContentsLength(20)
        self.form = StockForm()
        self.drawing = StockDrawing(look)
        self.bar = InlineBar(look)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.save = add_main_button(self.buttons, self.tr("Save"))
        self._lay_out()
        self.form.changed.connect(self._on_changed)
        self.form.measured.connect(self.drawing.measure)
        self.begin.currentIndexChanged.connect(self._begin)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)
        self.begin.setCurrentIndex(max(0, self.begin.findData(start)))
        self._begin()
        if known.problem is not None:
            self.bar.say(messages.sentence(known.problem), warning=True)

    def _lay_out(self) -> None:
        above = QFormLayout()
        add_line(above, self.tr("Begin &with"), self.begin)
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(520)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(area)
        middle.addWidget(self.drawing, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(above)
        layout.addLayout(middle, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.buttons)
        self.resize(*SIZE)

    def _begin(self) -> None:
        """Show what it begins with; a copy has no name yet, as the user's own has."""
        word = str(self.begin.currentData())
        found = self._known.stocks.get(word)
        if word in self._own:
            self.form.fill(self._own[word])
        elif found is not None:
            title = self.tr("{stock}, own").format(stock=found.title)
            self.form.fill(found._replace(name="", title=title))
        else:
            self.form.fill(new_stock(Feed.SHEET if word == NEW_SHEET else Feed.ROLL))
            self.form.title.setFocus()

    def _on_changed(self) -> None:
        stock = self.form.stock()
        faults = tuple(stock_faults(stock))
        self.form.tell(faults)
        self.drawing.set_stock(stock, frozenset(fault.key for fault in faults))
        self.save.setEnabled(not faults)
        if not faults and not any(fits(each, stock) for each in self._known.templates.values()):
            self.bar.say(self.tr("No template is as small as this: save it, and make one in the label designer."))
        else:
            self.bar.hide()

    def _save(self) -> None:
        stock = self.form.stock()
        if not stock.name:
            taken = names_taken(self._known.stocks, label_folder("stock"))
            stock = stock._replace(name=name_from(stock.title, taken))
        try:
            write_stock(stock, label_folder("stock"))
        except LabelsNotWritten as problem:
            self.bar.say(messages.sentence(problem), warning=True)
            return
        self.saved.emit(stock)
        self.accept()


def own_stock(stocks: Mapping[str, Stock]) -> dict[str, Stock]:
    """What of it lies in the user's folder."""
    folder = label_folder("stock")
    return {name: stock for name, stock in stocks.items() if (folder / f"{name}.toml").is_file()}


def new_stock(feed: Feed) -> Stock:
    """What a form without a model begins with: labels for cryovials, side by side."""
    width, height = 38.0, 13.0
    a4 = PAGES["A4"]
    page = Page(*a4, 5, 21, 10.0, 12.0, width, height) if feed is Feed.SHEET else None
    whole = Area(0, 0, width, height)
    method = Method.ANY if feed is Feed.SHEET else Method.TRANSFER
    return Stock("", "", "", "", "", feed, Shape.RECT, Lowest.UNKNOWN, method, width, height, 0.0, whole, None, page)
