"""The outer packages of a shipment: what each is, how large, how heavy, how much dry ice, and which boxes are in it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFormLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.parcel import Refrigerant
from freezerapp.ui import said_of_transport, words
from freezerapp.ui.dialogs.form import add_line, add_main_button

if TYPE_CHECKING:
    from freezerapp.commands.ship_boxes import PackageSaid
    from freezerapp.storage.rows.shipments import Parcel

LARGEST_MM, HEAVIEST_KG = 3_000, 1_000.0
MARGIN = 8
"""px before a figure."""


class PackagesDialog(QDialog):
    """``packages`` holds the answer when it was accepted."""

    def __init__(self, parcel: "Parcel", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._boxes = parcel.boxes
        self._iced = parcel.shipment.refrigerant is Refrigerant.DRY_ICE
        self.setWindowTitle(self.tr("Packages of {number}").format(number=parcel.shipment.number))
        self.setMinimumWidth(830)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Packages"))
        self.list.setFixedWidth(250)
        self.add, self.remove = QPushButton(self.tr("&Add package")), QPushButton(self.tr("&Remove"))
        self.kind = QComboBox()
        self.kind.setEditable(True)
        self.kind.addItems(
            [
                self.tr("Insulated box in carton"),
                self.tr("Dry shipper in its case"),
                self.tr("Carton"),
                self.tr("Rigid case"),
            ]
        )
        self.sizes = tuple(self._size() for _ in range(3))
        self.gross, self.ice = self._mass(), self._mass()
        self.inside = QListWidget()
        self.inside.setAccessibleName(self.tr("Boxes inside"))
        self.inside.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.inside.setFixedHeight(110)
        sizes = QHBoxLayout()
        for size, name in zip(self.sizes, (self.tr("Length"), self.tr("Width"), self.tr("Height")), strict=True):
            sizes.addWidget(size)
            size.setAccessibleName(name)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Kind"), self.kind)
        add_line(form, self.tr("&Length, width, height"), self.sizes[0], sizes)
        add_line(form, self.tr("&Gross mass"), self.gross)
        add_line(form, self.tr("Net &dry ice (UN1845)"), self.ice)
        add_line(form, self.tr("&Boxes inside"), self.inside)
        self._form = QWidget()
        self._form.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Save"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
        left, both, foot = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        foot.addWidget(self.add)
        foot.addWidget(self.remove)
        left.addWidget(self.list, 1)
        left.addLayout(foot)
        both.setSpacing(18)
        both.addLayout(left)
        both.addWidget(self._form, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(both)
        layout.addWidget(self.buttons)
        self._said = self._begin(parcel)
        self._at = -1
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.list.currentRowChanged.connect(self._turn_to)
        self._draw(0)
        self.kind.setFocus()

    @property
    def packages(self) -> "tuple[PackageSaid, ...]":
        """All packages, as they stand now."""
        self._keep()
        return tuple(self._said)

    def _begin(self, parcel: "Parcel") -> "list[PackageSaid]":
        from freezerapp.commands.ship_boxes import PackageSaid

        found = []
        for package in parcel.packages:
            inside = tuple(box.box.container_id for box in parcel.boxes if box.box.package_id == package.id)
            found.append(PackageSaid(package.kind, inside, *package[4:9]))
        everything = tuple(box.box.container_id for box in parcel.boxes)
        return found or [PackageSaid(self.kind.itemText(0), everything)]

    def _size(self) -> QSpinBox:
        field = QSpinBox()
        field.setRange(0, LARGEST_MM)
        field.setSingleStep(10)
        field.setSuffix(" mm")
        field.setSpecialValueText("–")
        field.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        return field

    def _mass(self) -> QDoubleSpinBox:
        field = QDoubleSpinBox()
        field.setRange(0, HEAVIEST_KG)
        field.setDecimals(2)
        field.setSingleStep(0.5)
        field.setSuffix(" kg")
        field.setSpecialValueText("–")
        field.lineEdit().setTextMargins(MARGIN, 0, 0, 0)
        return field

    def _draw(self, at: int) -> None:
        """The list as it stands; this one is looked at."""
        self.list.blockSignals(True)
        self.list.clear()
        for number, said in enumerate(self._said, 1):
            self.list.addItem(self.tr("{number}: {kind}").format(number=words.number(number), kind=said.kind))
        at = min(at, len(self._said) - 1)
        self.list.setCurrentRow(at)
        self.list.blockSignals(False)
        self._at = -1
        self._turn_to(at)

    def _turn_to(self, at: int) -> None:
        self._keep()
        self._at = at
        there = 0 <= at < len(self._said)
        self._form.setEnabled(there)
        self.remove.setEnabled(there)
        if not there:
            return
        said = self._said[at]
        self.kind.setCurrentText(said.kind)
        for field, size in zip(self.sizes, (said.length_mm, said.width_mm, said.height_mm), strict=True):
            field.setValue(size or 0)
        self.gross.setValue((said.gross_g or 0) / said_of_transport.GRAMS)
        self.ice.setValue((said.ice_g or 0) / said_of_transport.GRAMS)
        self.ice.setEnabled(self._iced or bool(said.ice_g))
        self.inside.clear()
        for box in self._boxes:
            text = self.tr("Box {number}, {code}").format(number=words.number(box.box.number), code=box.code)
            item = QListWidgetItem(text)
            ticked = box.box.container_id in said.boxes
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setData(Qt.ItemDataRole.UserRole, box.box.container_id)
            self.inside.addItem(item)

    def _keep(self) -> None:
        """What stands in the fields belongs to the package that is looked at; a box is in one package only."""
        if not 0 <= self._at < len(self._said):
            return
        from freezerapp.commands.ship_boxes import PackageSaid

        items = [self.inside.item(row) for row in range(self.inside.count())]
        inside = tuple(
            item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked
        )
        sizes = [field.value() or None for field in self.sizes]
        masses = [round(field.value() * said_of_transport.GRAMS) or None for field in (self.gross, self.ice)]
        kind = self.kind.currentText().strip() or self.kind.itemText(0)
        for number, said in enumerate(self._said):
            others = tuple(box for box in said.boxes if box not in inside)
            self._said[number] = said._replace(boxes=others)
        self._said[self._at] = PackageSaid(kind, inside, *sizes, *masses)
        item = self.list.item(self._at)
        if item is not None:
            item.setText(self.tr("{number}: {kind}").format(number=words.number(self._at + 1), kind=kind))

    def _on_add(self) -> None:
        from freezerapp.commands.ship_boxes import PackageSaid

        self._keep()
        self._said.append(PackageSaid(self.kind.itemText(0)))
        self._draw(len(self._said) - 1)
        self.kind.setFocus()

    def _on_remove(self) -> None:
        if 0 <= self._at < len(self._said):
            del self._said[self._at]
            self._draw(max(0, self._at - 1))
