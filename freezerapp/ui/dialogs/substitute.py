"""Asks which tube takes the place of one that can't be used, best first, and why."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui import pick_questions, words
from freezerapp.ui.dialogs.form import add_line, add_main_button
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look

if TYPE_CHECKING:
    from freezerapp.domain.choosing import Substitute


class Lacking(Protocol):
    """The tube that can't be used; ``amount`` is what is wanted at least."""

    @property
    def tube(self) -> int: ...
    @property
    def barcode(self) -> str: ...
    @property
    def amount(self) -> int | None: ...


class SubstituteDialog(QDialog):
    """``chosen`` and ``reason`` hold the answer when it was accepted."""

    def __init__(self, look: Look, dispatcher: Dispatcher, row: Lacking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Replace {tube}").format(tube=row.barcode))
        self.setMinimumSize(680, 380)
        self._found: list[Substitute] = []
        about = QLabel(
            self.tr("Free tubes of the same material: other aliquots of the same parent first, then the same visit.")
        )
        about.setWordWrap(True)
        about.setProperty("look", "muted")
        self.table = QTableWidget(0, 5)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Tube"), self.tr("Amount"), self.tr("Thaws"), self.tr("Why"), self.tr("Place")]
        )
        self.table.setAccessibleName(self.tr("Substitutes"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.setWordWrap(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(int(look.theme.space.row))
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((130, 76, 56, 190)):
            self.table.setColumnWidth(column, width)
        header.setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)
        self.none = QLabel(self.tr("No other tube can take its place: remove it from the list instead."))
        self.none.setProperty("look", "warning")
        self.none.setWordWrap(True)
        self.none.hide()
        self.why = QComboBox()
        self.why.setEditable(True)
        self.why.addItems(
            [self.tr("Not in its position"), self.tr("On hold"), self.tr("Too little left"), self.tr("Damaged")]
        )
        self.why.setCurrentIndex(-1)
        edit = self.why.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("Why?"))
        form = QFormLayout()
        add_line(form, self.tr("&Reason"), self.why)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Replace"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.table.itemSelectionChanged.connect(self._check)
        self.why.currentTextChanged.connect(self._check)
        self._check()
        dispatcher.ask(
            lambda reader: pick_questions.substitutes(reader, row.tube, row.amount),
            lambda found: self._on_found(*found),
            owner=self,
        )

    @property
    def chosen(self) -> "Substitute | None":
        """The tube that takes the place."""
        at = self.table.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    @property
    def reason(self) -> str:
        """Why, in the words of the user."""
        return self.why.currentText().strip()

    def _on_found(self, found: "list[Substitute]", places: Mapping[int, str]) -> None:
        self._found = found
        self.table.setVisible(bool(found))
        self.none.setVisible(not found)
        self.table.setRowCount(len(found))
        kin = {
            "another aliquot of the same parent": self.tr("same parent"),
            "same participant, visit and material": self.tr("same participant and visit"),
        }
        for at, each in enumerate(found):
            tube = each.tube
            place = places.get(tube.id, "")
            texts = (tube.barcode, words.amount(tube.amount, tube.unit), str(tube.thaws), kin[each.kin.value], place)
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setToolTip(place if column == 4 else "")
                self.table.setItem(at, column, cell)
        if found:
            self.table.selectRow(0)
            self.table.setFocus()

    def _check(self) -> None:
        self.do.setEnabled(self.chosen is not None and bool(self.reason))
