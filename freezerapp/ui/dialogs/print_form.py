"""What is asked before labels are printed: of what, on what stock, in what order, from which label on, where to."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from freezerapp.documents.stock import EXACT, Lowest, Stock
from freezerapp.documents.template import For, Template
from freezerapp.ui import label_settings as kept
from freezerapp.ui import words
from freezerapp.ui.dialogs.form import add_line
from freezerapp.ui.dialogs.print_reason import ReasonField, Why
from freezerapp.ui.label_settings import NETWORK, PDF, QUEUE, RESOLUTIONS, SYSTEM, ZPL
from freezerapp.ui.labelling import (
    BY_BOX,
    BY_CODE,
    BY_LIST,
    BY_RACK,
    CARDS,
    Asked,
    Library,
    What,
    stocks_for,
    templates_for,
)
from freezerapp.ui.printing import Way
from freezerapp.ui.settings import Settings

USUAL: Mapping[For, str] = {
    For.TUBE: "tube-25x13",
    For.BOX: "box-64x38",
    For.RACK: "rack-99x38",
    For.DRAWER: "drawer-99x38",
    For.FREEZER: "freezer-99x38-qr",
    For.SHIPMENT: "shipment-99x38",
}
OVER_LABEL, OVER_LABELS = "over-33x13", "over-label"
"""The template that is proposed for tubes of a parcel, and the name under which the one last used is kept."""
"""The template that is proposed where none was used before: for tubes one whose stock bears nitrogen."""

_COLD = (Lowest.LIQUID_NITROGEN, Lowest.DEEP)


class PrintForm(QWidget):
    """``changed``: something else would come out; ``target_changed``: it goes elsewhere."""

    changed = Signal()
    target_changed = Signal()
    adjust_wanted = Signal()
    stock_wanted = Signal()
    design_wanted = Signal()
    """Own stock is to be entered; a label to be designed."""

    def __init__(
        self, settings: Settings, whats: Sequence[What], known: Library, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings, self._known = settings, known
        self._whats = tuple(whats)
        self._used: frozenset[int] = frozenset()
        self._filling = False
        self.what = _choice()
        for number, each in enumerate(self._whats):
            self.what.addItem(each.said, number)
        self.template, self.stock, self.order = _choice(), _choice(), _choice()
        for text, order in (
            (self.tr("As they stand, box after box"), BY_BOX),
            (self.tr("Column by column, as racks are scanned"), BY_RACK),
            (self.tr("As they are listed"), BY_LIST),
            (self.tr("By code"), BY_CODE),
        ):
            self.order.addItem(text, order)
        self.copies, self.start = QSpinBox(), QSpinBox()
        self.copies.setRange(1, 99)
        for number_field in (self.copies, self.start):
            number_field.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside
        self.only_new = QCheckBox(self.tr("Only those without a &label"))
        self.reason = ReasonField()
        self.new_codes = QCheckBox(self.tr("Give each a ne&w code; the old one is kept as replaced"))
        self.to = _choice()
        for text, target in (
            (self.tr("PDF file"), PDF),
            (self.tr("Printer of this computer"), SYSTEM),
            (self.tr("Label printer on the network (ZPL)"), NETWORK),
            (self.tr("Label printer of this computer (ZPL)"), QUEUE),
            (self.tr("ZPL file"), ZPL),
        ):
            self.to.addItem(text, target)
        self.printer = _choice()
        self.address = QLineEdit()
        self.address.setPlaceholderText(self.tr("192.168.1.40 or name:9100"))
        self.dpi = _choice()
        for dpi in RESOLUTIONS:
            self.dpi.addItem(self.tr("{dpi} dots per inch").format(dpi=dpi), dpi)
        self.adjust = QPushButton()
        self.adjust.setAutoDefault(False)
        self.own_stock = QPushButton(self.tr("Own…"))
        self.own_stock.setAccessibleName(self.tr("Enter own stock"))
        self.own_stock.setToolTip(self.tr("Enter own stock"))
        self.own_stock.setAutoDefault(False)
        self.design = QPushButton(self.tr("Design…"))
        self.design.setAccessibleName(self.tr("Design the label"))
        self.design.setToolTip(self.tr("Design the label"))
        self.design.setAutoDefault(False)
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.setVerticalSpacing(8)
        for text, field, *part in (
            (self.tr("&What"), self.what),
            (self.tr("&Template"), self.template, _beside(self.template, self.design)),
            (self.tr("La&bels"), self.stock, _beside(self.stock, self.own_stock)),
            (self.tr("&Order"), self.order),
            (self.tr("&Copies"), self.copies),
            (self.tr("B&egin at label"), self.start),
            (self.tr("&Reason"), self.reason),
            (self.tr("Pri&nt on"), self.to),
            (self.tr("Pr&inter"), self.printer),
            (self.tr("&Address"), self.address),
            (self.tr("Resol&ution"), self.dpi),
            (self.tr("Ad&just"), self.adjust),
        ):
            add_line(self._form, text, field, *part)
        self._form.insertRow(6, "", self.only_new)
        self._form.insertRow(8, "", self.new_codes)
        for hidden in (self.reason, self.new_codes, self.printer, self.address, self.only_new):
            self._form.setRowVisible(hidden, False)
        self._begin()
        self._connect()

    def asked(self) -> Asked | None:
        """What would come out; None where nothing can be printed."""
        template, stock = self._template(), self._stock()
        if template is None or stock is None:
            return None
        on_sheet = stock.page is not None
        return Asked(
            self._what(),
            template,
            stock,
            int(self.dpi.currentData()),
            str(self.order.currentData()),
            self.copies.value(),
            self.only_new.isChecked() and not self.only_new.isHidden(),
            self.start.value() - 1 if on_sheet else 0,
            self._used if on_sheet else frozenset(),
            kept.calibration(self._settings.get(kept.calibration_of(stock.name, self.printer_key))),
        )

    @property
    def target(self) -> str:
        """Where it goes, in a word of the settings."""
        return str(self.to.currentData())

    @property
    def way(self) -> Way:
        """Where it goes, with the printer or address; the file is asked for later."""
        printer = {SYSTEM: self.printer.currentData(), QUEUE: self.printer.currentData(), NETWORK: self.address.text()}
        return Way(self.target, printer=str(printer.get(self.target) or ""))

    @property
    def printer_key(self) -> str:
        """Whose calibration counts."""
        if self.target in (SYSTEM, QUEUE):
            return str(self.printer.currentData() or self.target)
        return self.address.text().strip() or NETWORK if self.target == NETWORK else self.target

    @property
    def why(self) -> str | None:
        """The reason, where one is asked for."""
        return None if self.reason.isHidden() else self.reason.currentText().strip()

    @property
    def with_new_codes(self) -> bool:
        """Whether those that have a label already get a new code with the further one."""
        return self.new_codes.isChecked() and not self.new_codes.isHidden()

    @property
    def used(self) -> frozenset[int]:
        """The places of the first sheet that are used up besides those before the first label."""
        return self._used

    def begin_at(self, place: int) -> None:
        """The first label goes to this place of the sheet, from 0."""
        self._used = self._used - {place}
        if self.start.value() == place + 1:
            self.changed.emit()
        self.start.setValue(place + 1)

    def mark(self, place: int) -> None:
        """A place of the sheet is used up, or is not after all."""
        self._used = self._used ^ {place}
        self.changed.emit()

    def offer_new(self, *, some_have: bool, some_have_not: bool) -> None:
        """Some tubes have a label, and some have none: only those can be printed."""
        self._form.setRowVisible(self.only_new, some_have and (some_have_not or self.only_new.isChecked()))

    def ask_reason(self, why: Why | None) -> None:
        """Somebody must say why, or need not; with a further label each can get a new code as well."""
        if why is not None:
            self.reason.ask(why)
        self._form.setRowVisible(self.reason, why is not None)
        self._form.setRowVisible(self.new_codes, why is Why.AGAIN)

    def set_printers(self, names: Sequence[str]) -> None:
        """These printers are there."""
        if [self.printer.itemData(number) for number in range(self.printer.count())] == list(names):
            return
        self.printer.clear()
        for name in names:
            self.printer.addItem(name, name)
        last = self.printer.findData(self._settings.get(kept.PRINTER))
        self.printer.setCurrentIndex(max(0, last) if names else -1)
        self._form.setRowVisible(self.printer, bool(names) and self.target in (SYSTEM, QUEUE))

    def tell_adjusted(self) -> None:
        """Say on its button how this printer is put right with this stock."""
        stock = self._stock()
        text = self._settings.get(kept.calibration_of(stock.name, self.printer_key)) if stock is not None else ""
        found = kept.calibration(text)
        if found == EXACT:
            self.adjust.setText(self.tr("Not adjusted…"))
        else:
            right, down, across, along = (
                QLocale().toString(each, "f", 1)
                for each in (found.right, found.down, 100 * found.scale_x, 100 * found.scale_y)
            )
            text = self.tr("{right} mm right, {down} mm down; {across} × {along} %…")
            self.adjust.setText(text.format(right=right, down=down, across=across, along=along))

    def renew(self, known: Library, template: str = "", stock: str = "") -> None:
        """Offer these from now on; a template or stock that was just made is taken at once, where it can be."""
        before = template or str(self.template.currentData()), stock or str(self.stock.currentData())
        self._known = known
        self._fill_templates()
        for field, name in zip((self.template, self.stock), before, strict=True):
            field.setCurrentIndex(max(0, field.findData(name)))
        self.changed.emit()

    def keep(self) -> None:
        """Remember the choices for the next time."""
        put, template, stock = self._settings.put, self._template(), self._stock()
        if template is not None and stock is not None:
            put(kept.template_for(self._kind()), template.name)
            put(kept.stock_for(template.name), stock.name)
        put(kept.TARGET, self.target)
        put(kept.ORDER, str(self.order.currentData()))
        put(kept.resolution_of(self.target), int(self.dpi.currentData()))
        if self.target == NETWORK:
            put(kept.ADDRESS, self.address.text().strip())
        if self.target in (SYSTEM, QUEUE) and self.printer.currentData():
            put(kept.PRINTER, str(self.printer.currentData()))

    def _begin(self) -> None:
        get = self._settings.get
        self.order.setCurrentIndex(self.order.findData(get(kept.ORDER)))
        self.to.setCurrentIndex(self.to.findData(get(kept.TARGET)))
        self.address.setText(get(kept.ADDRESS))
        self._on_target()
        self._fill_templates()

    def _connect(self) -> None:
        self.what.currentIndexChanged.connect(self._on_what)
        self.template.currentIndexChanged.connect(self._on_template)
        self.stock.currentIndexChanged.connect(self._on_stock)
        self.to.currentIndexChanged.connect(self._on_target)
        for choice in (self.order, self.dpi):
            choice.currentIndexChanged.connect(self._on_changed)
        for number in (self.copies, self.start):
            number.valueChanged.connect(self._on_changed)
        self.only_new.toggled.connect(self._on_changed)
        self.printer.currentIndexChanged.connect(self._on_printer)
        self.address.textChanged.connect(self._on_printer)
        self.adjust.clicked.connect(self.adjust_wanted)
        self.own_stock.clicked.connect(self.stock_wanted)
        self.design.clicked.connect(self.design_wanted)

    def _what(self) -> What:
        return self._whats[max(0, self.what.currentIndex())]

    def _kind(self) -> str:
        """The kind of thing whose template is remembered."""
        what = self._what()
        return OVER_LABELS if what.parcel is not None and what.is_tubes else what.of

    def _template(self) -> Template | None:
        return self._known.templates.get(str(self.template.currentData()))

    def _stock(self) -> Stock | None:
        return self._known.stocks.get(str(self.stock.currentData()))

    def _fill_templates(self) -> None:
        self._filling = True
        of = self._what().of
        french = QLocale().language() is QLocale.Language.French
        self.template.clear()
        for each in templates_for(self._known, of):
            self.template.addItem(each.title_fr if french and each.title_fr else each.title, each.name)
        over = self._kind() == OVER_LABELS
        last = self.template.findData(self._settings.get(kept.template_for(self._kind())))
        usual = self.template.findData(OVER_LABEL if over else USUAL.get(of, ""))
        self.template.setCurrentIndex(last if last >= 0 else max(0, usual))
        several = len(self._what().ids) > 1 or self._what().box is not None
        self._form.setRowVisible(self.order, several and of not in CARDS and self._what().parcel is None)
        self._fill_stock()

    def _fill_stock(self) -> None:
        self._filling = True
        template = self._template()
        self.stock.clear()
        for each in stocks_for(self._known, template) if template is not None else ():
            cold = f" · {words.temperature(int(each.lowest))}" if each.lowest in _COLD else ""
            self.stock.addItem(each.title + cold, each.name)
            self.stock.setItemData(self.stock.count() - 1, each.use, Qt.ItemDataRole.ToolTipRole)
        if template is not None:
            last = self.stock.findData(self._settings.get(kept.stock_for(template.name)))
            self.stock.setCurrentIndex(last if last >= 0 else max(0, self.stock.findData(template.stock)))
        self._fill_start()

    def _fill_start(self) -> None:
        """Where the last print of this stock stopped."""
        self._filling = True
        stock = self._stock()
        on_sheet = stock is not None and stock.page is not None
        self._form.setRowVisible(self.start, on_sheet)
        self._used = frozenset()
        if stock is not None and on_sheet:
            self.start.setRange(1, stock.per_page)
            self.start.setSuffix(self.tr(" of {count}").format(count=stock.per_page))
            self.start.setValue(self._settings.get(kept.next_start(stock.name)) % stock.per_page + 1)
            places = map(int, self._settings.get(kept.used_places(stock.name)).split())
            self._used = frozenset(place for place in places if place < stock.per_page)
        self.tell_adjusted()
        self._filling = False

    def _on_what(self) -> None:
        self.only_new.setChecked(False)
        self.new_codes.setChecked(False)
        self.offer_new(some_have=False, some_have_not=False)
        self.ask_reason(None)
        self._fill_templates()
        self.changed.emit()

    def _on_template(self) -> None:
        if not self._filling:
            self._fill_stock()
            self.changed.emit()

    def _on_stock(self) -> None:
        if not self._filling:
            self._fill_start()
            self.changed.emit()

    def _on_target(self) -> None:
        target = self.target
        self._form.setRowVisible(self.printer, target in (SYSTEM, QUEUE) and self.printer.count() > 0)
        self._form.setRowVisible(self.address, target == NETWORK)
        self.dpi.setCurrentIndex(self.dpi.findData(self._settings.get(kept.resolution_of(target))))
        self.tell_adjusted()
        self.target_changed.emit()
        self._on_changed()

    def _on_printer(self) -> None:
        self.tell_adjusted()
        self._on_changed()

    def _on_changed(self) -> None:
        if not self._filling:
            self.changed.emit()


def _beside(field: QWidget, button: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(6)
    line.addWidget(field, 1)
    line.addWidget(button)
    return line


def _choice() -> QComboBox:
    made = QComboBox()
    # As wide as the form is, not as the longest title.
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(16)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made
