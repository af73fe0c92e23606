"""The label designer: a label large, a form and a list in step, drawn live with the data of a real thing."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, QLocale, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.documents.label_sheets import LabelsNotWritten
from freezerapp.documents.proof import fields_shown
from freezerapp.documents.template import For, Template
from freezerapp.ui import label_settings as kept
from freezerapp.ui import messages
from freezerapp.ui.dialogs.designer_head import NEW, DesignerHead
from freezerapp.ui.dialogs.designer_tools import DesignerTools
from freezerapp.ui.dialogs.element_form import ElementForm
from freezerapp.ui.dialogs.form import add_main_button
from freezerapp.ui.dialogs.label_form import LabelForm
from freezerapp.ui.drawing_board import DrawingBoard
from freezerapp.ui.label_samples import LabelSamples, Sample
from freezerapp.ui.labelling import Library, library
from freezerapp.ui.look import Look
from freezerapp.ui.settings import Settings
from freezerapp.ui.widgets.finding_list import ElementList, FindingList
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.label_canvas import LabelCanvas

SIZE = (1240, 750)
SIDE_PX, FORM_PX = 250, 330
ZOOM = 1.25
MOST_FIT = 24.0
"""px of a millimetre: a tiny label is not drawn larger by itself."""


class Begin(NamedTuple):
    """What a designer begins with: a template, a stock and a resolution by name, or what was used last."""

    template: str = ""
    stock: str = ""
    dpi: int = 0


class DesignerDialog(QDialog):
    """``saved`` carries the template that was written."""

    saved = Signal(object)

    def __init__(
        self,
        look: Look,
        settings: Settings,
        known: Library,
        samples: LabelSamples,
        begin: Begin,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Label designer"))
        self._settings, self.samples = settings, samples
        samples.setParent(self)
        self._fits = True
        self._sample = Sample(For.TUBE, 0, {})
        self._wanted: Callable[[], None] | None = None
        dpi = begin.dpi or settings.get(kept.resolution_of(settings.get(kept.TARGET)))
        self.head = DesignerHead(look, known)
        template, stock = self.head.begin_with(begin.template or NEW, begin.stock)
        self.board = DrawingBoard(known, template, stock, dpi, self)
        self.tools = DesignerTools(self.board, self)
        self.elements, self.findings = ElementList(look), FindingList(look)
        self.canvas = LabelCanvas(look)
        self.label_form, self.form = LabelForm(), ElementForm()
        self.forms = QStackedWidget()
        self.forms.addWidget(self.label_form)
        self.forms.addWidget(self.form)
        self.whose = QLabel()
        self.whose.setProperty("look", "secondary")
        self.back, self.on = _small(look, "chevron-left"), _small(look, "chevron-right")
        self.longest = QPushButton(self.tr("&Longest"))
        self.smaller, self.larger = QToolButton(), QToolButton()
        self.smaller.setText("−")
        self.larger.setText("+")
        self.fit = QPushButton(self.tr("Fit the window"))
        self.bar = InlineBar(look)
        self.buttons = QDialogButtonBox()
        self.close_ = self.buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        self.as_new = self.buttons.addButton(self.tr("Save as another"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save = add_main_button(self.buttons, self.tr("Save"))
        for button in (self.longest, self.fit, self.close_, self.as_new):
            button.setAutoDefault(False)
        self.save.setAutoDefault(False)
        self._name_buttons()
        self._lay_out()
        self._connect()
        self._on_changed()
        if known.problem is not None:
            self.bar.say(messages.sentence(known.problem), warning=True)
        samples.read_fields()
        samples.begin(template.of)

    @property
    def sample(self) -> Sample:
        """The thing whose data is shown."""
        return self._sample

    def reject(self) -> None:
        """Closed; what is not saved is asked about first."""
        self._when_kept(super().reject)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter belongs to the field or list one is in; it saves nothing by the way."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self._fits:
            self._fit()
        return super().eventFilter(watched, event)

    def _name_buttons(self) -> None:
        for button, text in (
            (self.back, self.tr("Data of the one before")),
            (self.on, self.tr("Data of the next one")),
            (self.longest, self.tr("Data of the one with the longest contents")),
            (self.smaller, self.tr("Smaller")),
            (self.larger, self.tr("Larger")),
        ):
            button.setToolTip(text)
            button.setAccessibleName(text)

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(8)
        side.addWidget(self.tools)
        side.addWidget(_heading(self.tr("Elements")))
        side.addWidget(self.elements, 3)
        side.addWidget(_heading(self.tr("What is wrong")))
        side.addWidget(self.findings, 2)
        left = QWidget()
        left.setLayout(side)
        side.setContentsMargins(0, 0, 0, 0)
        left.setFixedWidth(SIDE_PX)
        self._area = QScrollArea()
        self._area.setWidget(self.canvas)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().installEventFilter(self)
        below = QHBoxLayout()
        below.setSpacing(6)
        for part in (self.back, self.whose, self.on, self.longest):
            below.addWidget(part)
        below.addStretch(1)
        for part in (self.smaller, self.larger, self.fit):
            below.addWidget(part)
        centre = QVBoxLayout()
        centre.addWidget(self._area, 1)
        centre.addLayout(below)
        forms = QScrollArea()
        forms.setWidget(self.forms)
        forms.setWidgetResizable(True)
        forms.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        forms.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        forms.setFixedWidth(FORM_PX)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(left)
        middle.addLayout(centre, 1)
        middle.addWidget(forms)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 14)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addLayout(middle, 1)
        layout.addWidget(self.bar)
        layout.addWidget(self.buttons)
        self.resize(*SIZE)

    def _connect(self) -> None:
        board, samples = self.board, self.samples
        board.changed.connect(self._on_changed)
        self.head.template_wanted.connect(lambda name: self._when_kept(lambda: self._begin(name)))
        self.head.stock_wanted.connect(lambda name: board.use_stock(board.known.stocks[name]))
        self.head.resolution_wanted.connect(board.use_resolution)
        self.head.undo.clicked.connect(board.undo)
        self.head.redo.clicked.connect(board.redo)
        self.tools.picture_wanted.connect(self._choose_picture)
        for part in (self.elements, self.findings, self.canvas):
            part.chosen.connect(board.choose)
        self.findings.chosen.connect(lambda _number: self.canvas.setFocus())
        self.canvas.placed.connect(board.place)
        self.canvas.removed.connect(board.remove)
        self.canvas.opened.connect(self.form.begin)
        self.form.edited.connect(board.edit)
        self.form.remove.clicked.connect(board.remove)
        self.label_form.edited.connect(self._on_label)
        self.label_form.fill_wanted.connect(board.fill_stock)
        samples.found.connect(self._on_sample)
        samples.fields_read.connect(self._on_fields)
        self.back.clicked.connect(lambda: samples.step(forward=False))
        self.on.clicked.connect(lambda: samples.step(forward=True))
        self.longest.clicked.connect(lambda: samples.longest(fields_shown(board.template)))
        self.smaller.clicked.connect(lambda: self._zoom(1 / ZOOM))
        self.larger.clicked.connect(lambda: self._zoom(ZOOM))
        self.fit.clicked.connect(self._fit)
        self.bar.action_triggered.connect(self._on_answer)
        self.bar.dismissed.connect(self._on_dismissed)
        self.save.clicked.connect(lambda: self._save())
        self.as_new.clicked.connect(lambda: self._save(as_new=True))
        self.buttons.rejected.connect(self.reject)
        for standard, do in (
            (QKeySequence.StandardKey.Undo, board.undo),
            (QKeySequence.StandardKey.Redo, board.redo),
            (QKeySequence.StandardKey.Save, self.save.click),
            (QKeySequence.StandardKey.ZoomIn, self.larger.click),
            (QKeySequence.StandardKey.ZoomOut, self.smaller.click),
        ):
            for keys in QKeySequence.keyBindings(standard):
                QShortcut(keys, self, do)

    def _begin(self, name: str) -> None:
        """Draw on another template."""
        of = self.board.template.of
        template, stock = self.head.begin_with(name, self.board.stock.name)
        self.board.begin(template, stock)
        self._fit()
        if template.of is not of:
            self.samples.begin(template.of)

    def _on_changed(self) -> None:
        board = self.board
        template, number, found = board.template, board.number, board.proof
        self.canvas.show_proof(template, found, number)
        self.elements.show_elements(template, found, number)
        self.findings.show_findings(template, found)
        if number >= 0:
            self.form.show_element(template, number, found, board.facts)
        else:
            self.label_form.show_label(template, found, _title(template))
        self._show_form(1 if number >= 0 else 0)
        self.head.show_board(board)
        self.save.setEnabled(board.can_save)
        self.as_new.setVisible(bool(template.name))
        self.as_new.setEnabled(not found.refused)
        if self._fits:
            self._fit()

    def _show_form(self, shown: int) -> None:
        """The form that is shown has the height it needs, not the one of the other."""
        for index, page in enumerate((self.label_form, self.form)):
            high = QSizePolicy.Policy.Preferred if index == shown else QSizePolicy.Policy.Ignored
            page.setSizePolicy(QSizePolicy.Policy.Preferred, high)
        self.forms.setCurrentIndex(shown)

    def _on_label(self, template: Template, about: str) -> None:
        of = self.board.template.of
        self.board.put(template, about)
        if template.of is not of:
            self.samples.begin(template.of)

    def _on_sample(self, sample: Sample) -> None:
        self._sample = sample
        if sample.id:
            name = sample.facts.get("barcode") or sample.facts.get("code") or sample.facts.get("name", "")
            self.whose.setText(self.tr("Data of {thing}").format(thing=name))
        else:
            self.whose.setText(self.tr("The bank has none yet: fields show their names"))
        for button in (self.back, self.on, self.longest):
            button.setEnabled(bool(sample.id))
        self.board.use_facts(sample.facts)

    def _on_fields(self, fields: tuple[tuple[str, str], ...]) -> None:
        own = {f"field:{code}": name for code, name in fields}
        self.form.set_own_fields(own)
        self.tools.set_own_fields(own)

    def _zoom(self, factor: float) -> None:
        self._fits = False
        self.canvas.set_scale(self.canvas.scale * factor)

    def _fit(self) -> None:
        """As large as the window allows."""
        self._fits = True
        self.canvas.set_scale(min(MOST_FIT, self.canvas.scale_to_fit(self._area.viewport().size() - QSize(2, 2))))

    def _choose_picture(self) -> None:
        dialog = QFileDialog(self, self.tr("Picture for the label"), self._settings.get(kept.FOLDER))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilter(self.tr("PNG pictures (*.png)"))
        dialog.fileSelected.connect(self.add_picture)
        dialog.open()

    def add_picture(self, file: str) -> None:
        """Put a picture on the label."""
        try:
            if not self.board.add_image(Path(file)):
                self.bar.say(self.tr("{file} is no PNG picture.").format(file=Path(file).name), warning=True)
        except LabelsNotWritten as problem:
            self.bar.say(messages.sentence(problem), warning=True)

    def _save(self, *, as_new: bool = False) -> bool:
        """Write it; whether it was."""
        if self.board.proof.refused:
            return False
        try:
            written = self.board.save(as_new=as_new)
        except LabelsNotWritten as problem:
            self.bar.say(messages.sentence(problem), warning=True)
            return False
        self.board.known = library()
        self.head.renew(self.board.known, written.name)
        if self.board.known.problem is not None:
            self.bar.say(messages.sentence(self.board.known.problem), warning=True)
        else:
            self.bar.say(
                self.tr("{label} is saved, and offered where labels are printed.").format(label=_title(written))
            )
        self.saved.emit(written)
        return True

    def _when_kept(self, then: Callable[[], None]) -> None:
        """Go on once nothing would be lost."""
        if not self.board.draft.changed:
            then()
            return
        self._wanted = then
        actions = [self.tr("Save it"), self.tr("Forget the changes")]
        if self.board.proof.refused:
            actions = actions[1:]
        self.bar.say(self.tr("This label is not saved."), warning=True, actions=actions)
        self.bar.focus_action()

    def _on_answer(self, number: int) -> None:
        then, self._wanted = self._wanted, None
        if then is None:
            return
        self.bar.hide()
        if (number == 0 and not self.board.proof.refused) and not self._save():
            return
        then()

    def _on_dismissed(self) -> None:
        self._wanted = None
        self.head.show_board(self.board)


def _title(template: Template) -> str:
    french = QLocale().language() is QLocale.Language.French
    return template.title_fr if french and template.title_fr else template.title


def _heading(text: str) -> QLabel:
    made = QLabel(text)
    made.setProperty("look", "section")
    return made


def _small(look: Look, icon: str) -> QToolButton:
    made = QToolButton()
    made.setIcon(look.icon(icon))
    return made
