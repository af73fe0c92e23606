"""Where the tubes of a pick list come from: a search, a pasted list of codes or a file, or the fields of a rule."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.choosing import Per, Prefer, Rule
from freezerapp.domain.problems import Problem
from freezerapp.domain.quantity import parse_amount
from freezerapp.ui import messages, said_of_pick, words
from freezerapp.ui.dialogs.form import add_line
from freezerapp.ui.icons import BESIDE_TEXT
from freezerapp.ui.look import Look

MOST_EACH = 99


class CodesPage(QWidget):
    """``changed``: other codes stand there."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = QPlainTextEdit()
        self.field.setTabChangesFocus(True)
        self.field.setMinimumHeight(120)
        self.field.setPlaceholderText(self.tr("One code per line: paste them, or scan one after the other"))
        self.field.setAccessibleName(self.tr("Codes"))
        self.file = QPushButton(self.tr("From a &file…"))
        self.file.setIcon(look.icon("folder-open"))
        self.file.setIconSize(BESIDE_TEXT)
        self.why = QLabel()
        self.why.setProperty("look", "warning")
        self.why.setWordWrap(True)
        self.why.hide()
        line = QHBoxLayout()
        line.addWidget(self.why, 1)
        line.addStretch(0)
        line.addWidget(self.file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.field, 1)
        layout.addLayout(line)
        self.field.textChanged.connect(self.changed)
        self.file.clicked.connect(self._choose)

    @property
    def text(self) -> str:
        """The list as it stands."""
        return self.field.toPlainText()

    def read(self, path: Path) -> None:
        """Take the lines of a file, each at its own number."""
        from freezerapp.exchange.tables import open_table

        self.why.hide()
        try:
            rows = {
                line: "\t".join(row)
                for batch in open_table(path).batches()
                for line, row in zip(batch.lines, batch.rows, strict=True)
            }
        except Problem as problem:
            self.why.setText(messages.sentence(problem))
            self.why.show()
            return
        self.field.setPlainText("\n".join(rows.get(line, "") for line in range(1, max(rows, default=0) + 1)))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("A list of codes"), str(Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.read(Path(file)))
        dialog.open()


class SearchPage(QWidget):
    """``changed``: another search stands there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setPlaceholderText("material:CSF visit:V01")
        self.field.setClearButtonEnabled(True)
        self.form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        add_line(form, self.tr("&Search for"), self.field)
        self.field.textChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """The search as it stands."""
        return self.field.text().strip()


class RulePage(QWidget):
    """``changed``: the rule is another one. ``rule()`` raises BadAmount."""

    changed = Signal()

    def __init__(self, materials: Iterable[str]) -> None:
        super().__init__()
        self.material = QComboBox()
        for code in materials:
            self.material.addItem(words.sentence_case(words.word("Material", code)), code)
        self.at_least = QLineEdit()
        self.at_least.setPlaceholderText(self.tr("any amount, or 0.5 mL"))
        self.visits = QLineEdit()
        self.visits.setPlaceholderText(self.tr("any visit, or V01, V02"))
        self.each = QSpinBox()
        self.each.setRange(1, MOST_EACH)
        self.each.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside
        self.per = QComboBox()
        self.per.addItem(self.tr("per participant"), Per.PARTICIPANT)
        self.per.addItem(self.tr("per participant and visit"), Per.VISIT)
        self.first, self.then = QComboBox(), QComboBox()
        for field, chosen in ((self.first, Prefer.FULLEST), (self.then, Prefer.LEAST_THAWED)):
            for wish in Prefer:
                field.addItem(words.sentence_case(said_of_pick.preference(wish.value)), wish)
            field.setCurrentIndex(field.findData(chosen))
        self.blind = QCheckBox(self.tr("&Blind order: drawn by chance, it tells nothing of anybody"))
        self.together = QCheckBox(self.tr("One participant’s tubes &together"))
        many = QHBoxLayout()
        many.setSpacing(8)
        many.addWidget(self.each)
        many.addWidget(self.per, 1)
        best = QHBoxLayout()
        best.setSpacing(8)
        best.addWidget(self.first, 1)
        best.addWidget(self.then, 1)
        self.per.setAccessibleName(self.tr("Counted for"))
        self.then.setAccessibleName(self.tr("Then"))
        self.form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Material"), self.material)
        add_line(form, self.tr("At &least"), self.at_least)
        add_line(form, self.tr("&Visits"), self.visits)
        add_line(form, self.tr("&How many"), self.each, many)
        add_line(form, self.tr("P&refer"), self.first, best)
        form.addRow("", self.blind)
        form.addRow("", self.together)
        self.together.setEnabled(False)
        self.blind.toggled.connect(self.together.setEnabled)
        for signal in (
            self.material.currentIndexChanged,
            self.at_least.textChanged,
            self.visits.textChanged,
            self.each.valueChanged,
            self.per.currentIndexChanged,
            self.first.currentIndexChanged,
            self.then.currentIndexChanged,
            self.blind.toggled,
            self.together.toggled,
        ):
            signal.connect(lambda *_: self.changed.emit())

    def rule(self) -> Rule:
        """The rule as it stands. Raises BadAmount."""
        amount = None
        if self.at_least.text().strip():
            amount = parse_amount(self.at_least.text().strip(), "µL", QLocale().decimalPoint() == ",")
        visits = tuple(text.strip() for text in self.visits.text().replace(";", ",").split(",") if text.strip())
        wishes = dict.fromkeys((Prefer(self.first.currentData()), Prefer(self.then.currentData())))
        return Rule(
            str(self.material.currentData()),
            amount.value if amount is not None else None,
            amount.unit if amount is not None else None,
            visits,
            self.each.value(),
            Per(self.per.currentData()),
            tuple(wishes),
            self.blind.isChecked(),
            self.blind.isChecked() and self.together.isChecked(),
        )

    def offer_visits(self, visits: tuple[str, ...]) -> None:
        """The visits of the bank, to choose from."""
        completer = QCompleter(list(visits), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.visits.setCompleter(completer)
