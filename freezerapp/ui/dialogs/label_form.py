"""The form for a label as a whole: what it is called, what it labels, and how large it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from freezerapp.documents.designing import GRID
from freezerapp.documents.stock import LEAST_MM, Shape
from freezerapp.documents.template import For, Template
from freezerapp.ui.dialogs.form import add_line
from freezerapp.ui.label_words import finding_words, label_word
from freezerapp.ui.widgets.millimetres import Millimetres

if TYPE_CHECKING:
    from freezerapp.documents.proof import Proof


class LabelForm(QWidget):
    """``edited`` carries the template as it is now, and about what the change was; ``filled``: as large as can be."""

    edited = Signal(object, str)
    fill_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._template: Template | None = None
        self._filling = False
        head = QLabel(self.tr("The label"))
        head.setProperty("look", "title")
        self.title = QLineEdit()
        self.of = QComboBox()
        for kind in For:
            self.of.addItem(label_word(kind), kind)
        self.of.setMinimumContentsLength(12)
        self.of.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.wide, self.high = Millimetres(LEAST_MM, 500, GRID), Millimetres(LEAST_MM, 500, GRID)
        self.cap = Millimetres(0, 100, GRID)
        self.cap.setSpecialValueText(self.tr("none"))
        self.fill = QPushButton(self.tr("As large as the stock takes"))
        self.fill.setAutoDefault(False)
        self.wrong = QLabel()
        self.wrong.setProperty("look", "warning")
        self.wrong.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        add_line(form, self.tr("&Name"), self.title)
        add_line(form, self.tr("L&abels"), self.of)
        both = QHBoxLayout()
        both.setSpacing(6)
        both.addWidget(self.wide, 1)
        both.addWidget(self.high, 1)
        add_line(form, self.tr("Si&ze"), self.wide, both)
        self.wide.setAccessibleName(self.tr("Size, wide"))
        self.high.setAccessibleName(self.tr("Size, high"))
        self.wide.setToolTip(self.tr("wide"))
        self.high.setToolTip(self.tr("high"))
        add_line(form, self.tr("Piece for the &cap"), self.cap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(head)
        layout.addLayout(form)
        layout.addWidget(self.fill, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.wrong)
        layout.addStretch(1)
        self.title.textEdited.connect(lambda _text: self._edit("title"))
        self.of.currentIndexChanged.connect(lambda _index: self._edit(""))
        for name, field in (("width", self.wide), ("height", self.high), ("cap", self.cap)):
            field.valueChanged.connect(lambda _value, name=name: self._edit(name))
        self.fill.clicked.connect(self.fill_wanted)

    def show_label(self, template: Template, found: "Proof", title: str) -> None:
        """Show a template; ``title`` in the language of the screen."""
        self._template = template
        self._filling = True
        if self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self.of.setCurrentIndex(self.of.findData(template.of))
        self.wide.put(template.width)
        self.high.put(template.height)
        self.high.setEnabled(template.shape is not Shape.ROUND)
        self.cap.put(template.cap)
        self._filling = False
        self.wrong.setText("\n".join(finding_words(each) for each in found.of(-1)))
        self.wrong.setVisible(bool(self.wrong.text()))

    def _edit(self, about: str) -> None:
        if self._filling or self._template is None:
            return
        before = self._template
        title = self.title.text()
        if about == "title":
            # What a site makes for itself has one title in every language.
            before = before._replace(title=title, title_fr=title)
        width = self.wide.value()
        height = width if before.shape is Shape.ROUND else self.high.value()
        of = For(str(self.of.currentData()))
        self.edited.emit(before._replace(of=of, width=width, height=height, cap=self.cap.value()), about)
