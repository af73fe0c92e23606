"""The form for label stock: every number of its file, each with what is wrong with it below."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from freezerapp.documents.stock import (
    LEAST_MM,
    MOST_ACROSS,
    PAGES,
    Area,
    Cap,
    Feed,
    Lowest,
    Method,
    Page,
    Shape,
    Stock,
    StockFault,
)
from freezerapp.ui import words
from freezerapp.ui.widgets.millimetres import LEAST_PX, Millimetres

LEAST_PAGE = 10.0


class StockForm(QWidget):
    """``changed``: another number or word; ``measured`` carries the key of the number one is at."""

    changed = Signal()
    measured = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: dict[QObject, str] = {}
        self._faults: dict[str, QLabel] = {}
        self._rows: dict[str, tuple[QWidget, QWidget]] = {}
        self._name = self._last = ""
        self.title, self.use, self.source, self.assumed = QLineEdit(), QLineEdit(), QLineEdit(), QLineEdit()
        self.use.setPlaceholderText(self.tr("tubes of 2 ml"))
        self.source.setPlaceholderText(self.tr("the maker's data sheet, or measured with a ruler"))
        self.feed, self.shape, self.lowest, self.method, self.format = (QComboBox() for _ in range(5))
        for choice, said in (
            (self.feed, ((Feed.SHEET, self.tr("Sheets")), (Feed.ROLL, self.tr("A roll")))),
            (self.shape, ((Shape.RECT, self.tr("Rectangles")), (Shape.ROUND, self.tr("Circles")))),
            (self.lowest, self._said_of_cold()),
            (self.method, self._said_of_printers()),
            (self.format, ((*((name, name) for name in PAGES), ("", self.tr("Another size"))))),
        ):
            choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            for word, text in said:
                choice.addItem(text, word)
        self.width_, self.height_ = Millimetres(LEAST_MM), Millimetres(LEAST_MM)
        self.corner = Millimetres(0, 100)
        self.part, self.cap = QCheckBox(self.tr("Only a part takes &print")), QCheckBox(self.tr("A piece for the &cap"))
        self.printable = tuple(Millimetres() for _ in range(4))
        self.cap_place = tuple(Millimetres() for _ in range(3))
        self.page_size = (Millimetres(LEAST_PAGE), Millimetres(LEAST_PAGE))
        self.columns, self.rows = _count(), _count()
        self.left, self.top = Millimetres(step=0.1), Millimetres(step=0.1)
        self.across, self.down = Millimetres(step=0.1), Millimetres(step=0.1)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 12, 0)
        self._form.setVerticalSpacing(6)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._lay_out()
        self._connect()

    def stock(self) -> Stock:
        """What the form says, whether it is possible or not."""
        shape = Shape(str(self.shape.currentData()))
        width = self.width_.value()
        height = width if shape is Shape.ROUND else self.height_.value()
        printable = Area(0, 0, width, height)
        if self.part.isChecked():
            printable = Area(*(field.value() for field in self.printable))
        feed = Feed(str(self.feed.currentData()))
        page = Page(
            self.page_size[0].value(),
            self.page_size[1].value(),
            self.columns.value(),
            self.rows.value(),
            self.left.value(),
            self.top.value(),
            self.across.value(),
            self.down.value(),
        )
        return Stock(
            self._name,
            self.title.text().strip(),
            self.use.text().strip(),
            self.source.text().strip(),
            self.assumed.text().strip(),
            feed,
            shape,
            Lowest(str(self.lowest.currentData())),
            Method(str(self.method.currentData())),
            width,
            height,
            0.0 if shape is Shape.ROUND else self.corner.value(),
            printable,
            Cap(*(field.value() for field in self.cap_place)) if self.cap.isChecked() else None,
            page if feed is Feed.SHEET else None,
        )

    def fill(self, stock: Stock) -> None:
        """Show the numbers of a stock."""
        blocked = self.blockSignals(True)
        self._name = stock.name
        for field, text in (
            (self.title, stock.title),
            (self.use, stock.use),
            (self.source, stock.source),
            (self.assumed, stock.assumed),
        ):
            field.setText(text)
        for choice, word in (
            (self.feed, stock.feed),
            (self.shape, stock.shape),
            (self.lowest, stock.lowest),
            (self.method, stock.method),
        ):
            choice.setCurrentIndex(choice.findData(word))
        for number, value in ((self.width_, stock.width), (self.height_, stock.height), (self.corner, stock.corner)):
            number.setValue(value)
        self.part.setChecked(stock.printable != Area(0, 0, stock.width, stock.height))
        for number, value in zip(self.printable, stock.printable, strict=True):
            number.setValue(value)
        self.cap.setChecked(stock.cap is not None)
        diameter = round(min(stock.width, stock.height) / 2, 1)
        cap = stock.cap or Cap(stock.width - diameter / 2, stock.height / 2, diameter)
        for number, value in zip(self.cap_place, cap, strict=True):
            number.setValue(value)
        self._fill_page(stock)
        self._show_rows()
        self.blockSignals(blocked)
        self.changed.emit()

    def tell(self, faults: tuple[StockFault, ...]) -> None:
        """Say at each field what is wrong with it."""
        found = {fault.key: fault for fault in reversed(faults)}
        for key, label in self._faults.items():
            fault = found.get(key)
            label.setText(self._sentence(fault) if fault is not None else "")
            label.setVisible(fault is not None)
        for field, key in self._keys.items():
            if isinstance(field, QWidget):
                look = "problem" if key in found or key.partition(".")[0] in found else ""
                if field.property("look") != look:
                    field.setProperty("look", look)
                    field.style().unpolish(field)
                    field.style().polish(field)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.FocusIn and watched in self._keys:
            self.measured.emit(self._keys[watched])
        return super().eventFilter(watched, event)

    def _said_of_cold(self) -> tuple[tuple[str, str], ...]:
        return (
            (Lowest.LIQUID_NITROGEN, self.tr("Liquid nitrogen, −196 °C")),
            (Lowest.DEEP, self.tr("A deep freezer, −80 °C")),
            (Lowest.NONE, self.tr("No cold")),
            (Lowest.UNKNOWN, self.tr("Nobody states it")),
        )

    def _said_of_printers(self) -> tuple[tuple[str, str], ...]:
        return (
            (Method.ANY, self.tr("Any printer")),
            (Method.LASER, self.tr("Laser printers")),
            (Method.INKJET, self.tr("Inkjet printers")),
            (Method.TRANSFER, self.tr("Label printers with ribbon")),
            (Method.DIRECT, self.tr("Label printers without ribbon")),
        )

    def _lay_out(self) -> None:
        across, down, wide, high = self.tr("from the left"), self.tr("from the top"), self.tr("wide"), self.tr("high")
        x, y, width, height = self.printable
        cap_x, cap_y, diameter = self.cap_place
        self._row("title", self.tr("&Name"), {"title": (self.title, "")})
        self._row("use", self.tr("&Used for"), {"use": (self.use, "")})
        self._row("source", self.tr("Numbers &from"), {"source": (self.source, "")})
        self._row("assumed", self.tr("&Assumed"), {"assumed": (self.assumed, "")})
        self._row("feed", self.tr("Comes a&s"), {"feed": (self.feed, "")})
        self._row("shape", self.tr("Labels a&re"), {"shape": (self.shape, "")})
        self._row("lowest", self.tr("&Bears"), {"lowest": (self.lowest, "")})
        self._row("print", self.tr("Ma&de for"), {"print": (self.method, "")})
        self._row(
            "width", self.tr("&Label"), {"width": (self.width_, wide), "height": (self.height_, high)}, also=("height",)
        )
        self._row("corner", self.tr("C&orner radius"), {"corner": (self.corner, "")})
        self._form.addRow("", self.part)
        self._row("printable", self.tr("Printabl&e"), {"printable.x": (x, across), "printable.y": (y, down)})
        self._row("printable.size", "", {"printable.width": (width, wide), "printable.height": (height, high)})
        self._form.addRow("", self.cap)
        self._row("cap", self.tr("M&iddle of the cap"), {"cap.x": (cap_x, across), "cap.y": (cap_y, down)})
        self._row("cap.size", self.tr("Dia&meter"), {"cap.diameter": (diameter, "")})
        self._row("format", self.tr("Pa&ge"), {"format": (self.format, "")})
        wide_page, high_page = self.page_size
        self._row("page.size", "", {"page.width": (wide_page, wide), "page.height": (high_page, high)})
        self._row(
            "page.columns",
            self.tr("Labels on i&t"),
            {"page.columns": (self.columns, self.tr("across")), "page.rows": (self.rows, self.tr("down"))},
            also=("page.rows",),
        )
        self._row("page.left", self.tr("T&he first"), {"page.left": (self.left, across), "page.top": (self.top, down)})
        self._row(
            "page.across",
            self.tr("From one to the ne&xt"),
            {"page.across": (self.across, self.tr("across")), "page.down": (self.down, self.tr("down"))},
            also=("page.down",),
        )

    def _row(self, name: str, text: str, fields: Mapping[str, tuple[QWidget, str]], also: tuple[str, ...] = ()) -> None:
        """A line with one or two fields, and room below for what is wrong with ``name`` or ``also``."""
        label = QLabel(text)
        label.setProperty("look", "field-label")
        line = QHBoxLayout()
        line.setSpacing(6)
        plain = text.replace("&", "") or self._last
        self._last = plain
        for key, (field, said) in fields.items():
            field.setAccessibleName(f"{plain}, {said}" if said else plain)
            field.setToolTip(said)
            field.installEventFilter(self)
            self._keys[field] = key
            line.addWidget(field, 1)
            if said:
                unit = QLabel(said)
                unit.setProperty("look", "caption")
                line.addWidget(unit)
        label.setBuddy(next(iter(fields.values()))[0])
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(line)
        for key in (name, *also):
            said_of = self._faults[key] = QLabel()
            said_of.setProperty("look", "warning")
            said_of.setWordWrap(True)
            said_of.hide()
            column.addWidget(said_of)
        self._rows[name] = label, part
        self._form.addRow(label, part)

    def _connect(self) -> None:
        for edit in (self.title, self.use, self.source, self.assumed):
            edit.textChanged.connect(self.changed)
        for number in self._numbers():
            number.valueChanged.connect(self.changed)
        for count in (self.columns, self.rows):
            count.valueChanged.connect(self.changed)
        for choice in (self.feed, self.shape, self.lowest, self.method):
            choice.currentIndexChanged.connect(self._on_choice)
        for mark in (self.part, self.cap):
            mark.toggled.connect(self._on_choice)
        self.part.toggled.connect(self._on_part)
        self.format.currentIndexChanged.connect(self._on_format)
        self.feed.currentIndexChanged.connect(self._on_feed)

    def _numbers(self) -> Iterator[Millimetres]:
        yield from (self.width_, self.height_, self.corner, *self.printable, *self.cap_place, *self.page_size)
        yield from (self.left, self.top, self.across, self.down)

    def _fill_page(self, stock: Stock) -> None:
        if stock.page is None:
            return
        page = stock.page
        size = next((name for name, each in PAGES.items() if each == (page.width, page.height)), "")
        self.format.setCurrentIndex(self.format.findData(size))
        for number, value in zip(
            (*self.page_size, self.left, self.top, self.across, self.down),
            (page.width, page.height, page.left, page.top, page.across, page.down),
            strict=True,
        ):
            number.setValue(value)
        self.columns.setValue(page.columns)
        self.rows.setValue(page.rows)

    def _show_rows(self) -> None:
        """Only the numbers that this kind of stock has."""
        is_round = self.shape.currentData() == Shape.ROUND
        on_sheet = self.feed.currentData() == Feed.SHEET
        self._form.setRowVisible(self._rows["corner"][1], not is_round)
        self.height_.setEnabled(not is_round)
        for name in ("printable", "printable.size"):
            self._form.setRowVisible(self._rows[name][1], self.part.isChecked())
        for name in ("cap", "cap.size"):
            self._form.setRowVisible(self._rows[name][1], self.cap.isChecked())
        for name in ("format", "page.columns", "page.left", "page.across"):
            self._form.setRowVisible(self._rows[name][1], on_sheet)
        self._form.setRowVisible(self._rows["page.size"][1], on_sheet and not self.format.currentData())

    def _on_choice(self) -> None:
        self._show_rows()
        self.changed.emit()

    def _on_part(self, only: bool) -> None:
        """All of the label to begin with."""
        if only:
            whole = Area(0, 0, self.width_.value(), self.height_.value())
            for number, value in zip(self.printable, whole, strict=True):
                number.setValue(value)

    def _on_format(self) -> None:
        size = PAGES.get(str(self.format.currentData()))
        if size is not None:
            for number, value in zip(self.page_size, size, strict=True):
                number.setValue(value)
        self._on_choice()

    def _on_feed(self) -> None:
        """A roll that becomes a sheet gets a page."""
        if self.feed.currentData() == Feed.SHEET and self.across.value() < self.width_.value():
            self.across.setValue(self.width_.value())
            self.down.setValue(self.height_.value())
        self._on_format()

    def _sentence(self, fault: StockFault) -> str:
        from freezerapp.ui.said_of_labels import fact

        if fault.what.value == "missing":
            return self.tr("Please fill this in.")
        said = words.sentence_case(fact(fault.what))
        detail = fault.detail.replace(".", self.locale().decimalPoint())
        return f"{said} ({detail})." if detail else f"{said}."


def _count() -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, MOST_ACROSS)
    made.setMinimumWidth(LEAST_PX)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside
    return made
