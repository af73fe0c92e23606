"""The elements of a label, and what is wrong with it: two lists, a line of which leads to its element."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from freezerapp.documents.template import Template
from freezerapp.ui.label_words import element_words, finding_words
from freezerapp.ui.look import Look

if TYPE_CHECKING:
    from freezerapp.documents.proof import Proof

_ROLE = Qt.ItemDataRole.UserRole


class ElementList(QListWidget):
    """``chosen`` carries the number of an element, -1 for the label itself, which is the first line."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._filling = False
        self.setAccessibleName(self.tr("Elements of the label"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(16, 16))
        self.currentRowChanged.connect(self._on_row)

    def show_elements(self, template: Template, found: "Proof", number: int) -> None:
        """Show the elements, with a mark where something is wrong."""
        self._filling = True
        texts = [self.tr("The label"), *map(element_words, template.elements)]
        while self.count() > len(texts):
            self.takeItem(self.count() - 1)
        while self.count() < len(texts):
            self.addItem("")
        wrong = {each.element for each in found.findings}
        for row, text in enumerate(texts):
            item = self.item(row)
            item.setText(text)
            item.setToolTip("\n".join(finding_words(each) for each in found.of(row - 1)) or text)
            item.setIcon(self._look.icon("triangle-alert", "warning_bar") if row - 1 in wrong else QIcon())
        self.setCurrentRow(number + 1)
        self._filling = False

    def _on_row(self, row: int) -> None:
        if not self._filling and row >= 0:
            self.chosen.emit(row - 1)


class FindingList(QListWidget):
    """``chosen`` carries the number of the element that a line is about."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setAccessibleName(self.tr("What is wrong"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._on_item)
        self.itemActivated.connect(self._on_item)

    def show_findings(self, template: Template, found: "Proof") -> None:
        """Show what is wrong, what is refused first."""
        row = self.currentRow()
        self.clear()
        for each in found.findings:
            said = finding_words(each)
            if each.element >= 0:
                said = self.tr("{element}: {finding}").format(
                    element=element_words(template.elements[each.element]),
                    finding=said,
                )
            if each.refused:
                said = self.tr("Refused. {finding}").format(finding=said)
            item = QListWidgetItem(self._look.icon("circle-alert" if each.refused else "triangle-alert"), said)
            item.setData(_ROLE, each.element)
            item.setToolTip(said)
            self.addItem(item)
        if not found.findings:
            item = QListWidgetItem(self._look.icon("check"), self.tr("Nothing is wrong."))
            item.setData(_ROLE, -2)
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))

    def _on_item(self, item: QListWidgetItem) -> None:
        number = int(item.data(_ROLE))
        if number >= -1:
            self.chosen.emit(number)
