"""The boxes that travel in a shipment: transport boxes added and removed, storage boxes sent as they stand."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.container import ContainerType, Holds
from freezerapp.ui import said_of_work, words
from freezerapp.ui.type_names import type_name

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import BoxOfParcel, Parcel
    from freezerapp.storage.rows.storage import ContainerRow

FIRST = ("transport-box-9x9", "transport-box-10x10")
"""What is offered first: boxes made for travelling."""


class ParcelBoxesDialog(QDialog):
    """Each button asks for what it says at once; the list follows.

    ``add_wanted``: a ContainerType, how many, and what is then said; ``whole_wanted`` and ``remove_wanted``: a
    container, and what is then said; ``changed``: something of the bank is different now.
    """

    add_wanted = Signal(object, int, str)
    whole_wanted = Signal(int, str)
    remove_wanted = Signal(int, str)
    changed = Signal(object)

    def __init__(self, parcel: "Parcel", storage: "list[ContainerRow]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._storage = storage
        self.setWindowTitle(self.tr("Boxes of {number}").format(number=parcel.shipment.number))
        self.setMinimumWidth(640)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Boxes of the shipment"))
        self.list.setMinimumHeight(150)
        self.list.currentRowChanged.connect(self._on_row)
        self.remove = QPushButton(self.tr("&Remove from the shipment"))
        self.remove.clicked.connect(self._on_remove)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Type of box"))
        self._types = _box_types()
        for each in self._types:
            self.kinds.addItem(_name(each), each.code)
        self.count = QSpinBox()
        self.count.setRange(1, 99)
        self.count.lineEdit().setTextMargins(8, 0, 0, 0)
        self.count.setAccessibleName(self.tr("How many"))
        self.add = QPushButton(self.tr("&Add transport boxes"))
        self.add.clicked.connect(self._on_add)
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Code or name of a storage box"))
        self.code.setAccessibleName(self.code.placeholderText())
        self.code.returnPressed.connect(self._on_whole)
        self.whole = QPushButton(self.tr("Send this &box as it stands"))
        self.whole.clicked.connect(self._on_whole)
        for button in (self.remove, self.add, self.whole):
            button.setAutoDefault(False)
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.hide()
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.count)
        first.addWidget(self.kinds, 1)
        first.addWidget(self.add)
        second.addWidget(self.code, 1)
        second.addWidget(self.whole)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(first)
        layout.addLayout(second)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        self.show_parcel(parcel)
        self.kinds.setFocus()

    def show_parcel(self, parcel: "Parcel") -> None:
        """The boxes are these now."""
        at = self.list.currentRow()
        self._boxes = parcel.boxes
        self.list.clear()
        for box in parcel.boxes:
            self.list.addItem(QListWidgetItem(self._line(box)))
        if parcel.boxes:
            self.list.setCurrentRow(max(0, min(at, len(parcel.boxes) - 1)))
        self._on_row()

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say what came of it."""
        self.said.setProperty("look", "warning" if warning else "muted")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.said.setText(text)
        self.said.show()

    def _line(self, box: "BoxOfParcel") -> str:
        text = self.tr("Box {number}: {code}, {kind}, {tubes}")
        if box.box.whole:
            text = self.tr("Box {number}: {code}, sent as it stands, {tubes}")
        tubes = said_of_work.tubes(len(box.tubes))
        return text.format(number=box.box.number, code=box.code, kind=self._kind(box.type_name), tubes=tubes)

    def _kind(self, name: str) -> str:
        """A type of box in the language of the screen, where it is one of the program's."""
        return next((_name(each) for each in self._types if each.name == name), name)

    def _on_row(self) -> None:
        self.remove.setEnabled(0 <= self.list.currentRow() < len(self._boxes))

    def _on_remove(self) -> None:
        box = self._boxes[self.list.currentRow()]
        self.remove_wanted.emit(box.box.container_id, self.tr("{box} does not travel.").format(box=box.code))

    def _on_add(self) -> None:
        kind = next(each for each in self._types if each.code == self.kinds.currentData())
        count = self.count.value()
        self.add_wanted.emit(kind, count, self.tr("%Ln transport box(es) added.", "", count))

    def _on_whole(self) -> None:
        from freezerapp.domain.barcode import code_key

        text = self.code.text().strip()
        if not text:
            return
        found = [row for row in self._storage if row.code and code_key(row.code) == code_key(text)]
        found = found or [row for row in self._storage if row.name.casefold() == text.casefold()]
        if len(found) != 1:
            several = self.tr("Several boxes are called {name}: give the code.")
            none = self.tr("No box is known as {name}.")
            self.say((several if found else none).format(name=text), warning=True)
            return
        said = self.tr("{box} travels as it stands, with {tubes}.")
        tubes = said_of_work.tubes(found[0].tubes)
        self.code.clear()
        self.whole_wanted.emit(found[0].id, said.format(box=found[0].code or found[0].name, tubes=tubes))


def _box_types() -> tuple[ContainerType, ...]:
    """Types of box to choose from, those for travelling first."""
    from freezerapp.commands.shipped import presets

    types = [each for each in presets().types.values() if each.holds is Holds.SPECIMENS]
    return tuple(sorted(types, key=lambda each: FIRST.index(each.code) if each.code in FIRST else len(FIRST)))


def _name(kind: ContainerType) -> str:
    """ "Transport box 9 × 9"."""
    return words.sentence_case(type_name(kind.code, kind.name))
