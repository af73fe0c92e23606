"""The pages that will come out, one at a time: fitted to the room, or at their true size."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from freezerapp.documents.stock import Stock
from freezerapp.ui import label_settings as kept
from freezerapp.ui import words
from freezerapp.ui.labelling import places_on_first
from freezerapp.ui.look import Look
from freezerapp.ui.said_of_labels import LabelWords
from freezerapp.ui.settings import Settings
from freezerapp.ui.widgets.page_preview import PagePreview, around

if TYPE_CHECKING:
    from freezerapp.ui.labelling import Page

MM_PER_INCH = 25.4
MOST_FIT = 14.0
"""px of a millimetre: a single small label is not drawn larger."""


class PagePane(QWidget):
    """``page_wanted``: another page (from 0) is to be shown; ``size_changed``: at another size."""

    page_wanted = Signal(int)
    size_changed = Signal()

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._number, self._pages = 0, 0
        self._stock: Stock | None = None
        self.preview = PagePreview(look)
        self._area = around(self.preview)
        self._area.viewport().installEventFilter(self)
        self.back, self.on = QToolButton(), QToolButton()
        for button, icon, text, step in (
            (self.back, "chevron-left", self.tr("Page before"), -1),
            (self.on, "chevron-right", self.tr("Next page"), 1),
        ):
            button.setIcon(look.icon(icon))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, step=step: self.turn_to(self._number + step))
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self.fit, self.true = QPushButton(self.tr("&Fit")), QPushButton(self.tr("True si&ze"))
        self.card = QPushButton(self.tr("Measure the screen…"))
        self.card.setProperty("look", "link")
        group = QButtonGroup(self)
        for each in (self.fit, self.true):
            each.setCheckable(True)
            each.setAutoDefault(False)
            group.addButton(each)
        self.card.setAutoDefault(False)
        self.card.hide()
        self.fit.setChecked(True)
        group.buttonToggled.connect(self._on_zoom)
        self.card.clicked.connect(self._measure)
        self.count = QLabel()
        self.count.setProperty("look", "secondary")
        above, below = QHBoxLayout(), QHBoxLayout()
        above.setSpacing(6)
        for part in (self.back, self.said, self.on):
            above.addWidget(part)
        above.addStretch(1)
        above.addWidget(self.fit)
        above.addWidget(self.true)
        below.addWidget(self.count)
        below.addStretch(1)
        below.addWidget(self.card)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(above)
        layout.addWidget(self._area, 1)
        layout.addLayout(below)
        self._say()

    @property
    def number(self) -> int:
        """The page that is looked at, from 0."""
        return self._number

    @property
    def dots_per_inch(self) -> float:
        """How fine a page is to be drawn for the size it has now."""
        return self.preview.scale * MM_PER_INCH * self.devicePixelRatioF()

    def set_stock(self, stock: Stock) -> None:
        """Pages of this stock are shown from now on."""
        if stock is not self._stock:
            self._stock = stock
            self._number = 0
            self.preview.set_stock(stock)
            self._scale()

    def show_page(self, page: "Page") -> None:
        """Show a page as it was drawn."""
        self._number, self._pages = page.number, page.pages
        printed_on = frozenset(places_on_first(page.asked))
        gone = frozenset(range(page.asked.stock.per_page)) - printed_on
        self.preview.show_page(page.picture, gone, first=page.number == 0)
        labels = len(page.chosen.ids) * page.asked.copies
        self.count.setText(LabelWords().count(labels, page.pages, page.asked.stock.page is not None))
        self._say()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._stock is not None and self.fit.isChecked():
            self._scale()
        return super().eventFilter(watched, event)

    def turn_to(self, number: int) -> None:
        """Look at a page, from 0."""
        self._number = max(0, min(self._pages - 1, number))
        self._say()
        self.page_wanted.emit(self._number)

    def _say(self) -> None:
        if self._pages:
            on_sheets = self._stock is None or self._stock.page is not None
            text = self.tr("Page {page} of {pages}") if on_sheets else self.tr("Label {page} of {pages}")
            self.said.setText(text.format(page=words.number(self._number + 1), pages=words.number(self._pages)))
        else:
            self.said.setText(self.tr("Nothing to print"))
        self.back.setEnabled(self._number > 0)
        self.on.setEnabled(self._number < self._pages - 1)

    def _on_zoom(self) -> None:
        self.card.setVisible(self.true.isChecked())
        self._scale()

    def _scale(self) -> None:
        before = self.preview.scale
        if self.fit.isChecked():
            room = self._area.viewport().size() - QSize(2, 2)
            self.preview.set_scale(min(MOST_FIT, self.preview.scale_to_fit(room)))
        else:
            measured = self._settings.get(kept.screen_of(self.screen().name()))
            reported = self.screen().physicalDotsPerInch() / MM_PER_INCH
            self.preview.set_scale(1 / measured if measured else reported)
        if self.preview.scale != before:
            self.size_changed.emit()

    def _measure(self) -> None:
        from freezerapp.ui.dialogs.measure_screen import MeasureScreenDialog

        dialog = MeasureScreenDialog(self._settings, self.preview.scale, self)
        dialog.accepted.connect(self._scale)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.open()
