"""The manifest and the other papers of a parcel: seen page by page, saved as files, printed; and its versions."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.documents.page import Paper
from freezerapp.documents.paper_words import Tongue
from freezerapp.domain.parcel import Profile, Step
from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, words
from freezerapp.ui.dialogs.form import add_line
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.parcel_papers import Kind, Wanted, kinds_for, made, save
from freezerapp.ui.said_of_papers import PaperWords
from freezerapp.ui.settings import FOLDER, LANGUAGE, Settings
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.paper_view import PaperView

if TYPE_CHECKING:
    from freezerapp.documents.preview import Picture
    from freezerapp.ui.papers_shown import Shown

SIZE = (1060, 760)
SOON_MS = 60
OUT = frozenset({Step.DISPATCHED, Step.RECEIVED, Step.CLOSED})


class Page(NamedTuple):
    """One page as it was drawn, the paper it is of, and the manifest as it was shown then."""

    of: "Shown"
    wanted: Wanted
    number: int
    pages: int
    pdf: bytes
    picture: "Picture"


class ParcelPapersDialog(QDialog):
    """``issue_wanted``: a new version is to be issued, then ``go_on`` is called; ``key_wanted``: the blind key."""

    issue_wanted = Signal()
    key_wanted = Signal()

    def __init__(
        self, look: Look, settings: Settings, dispatcher: Dispatcher, shown: "Shown", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._dispatcher, self._shown = settings, dispatcher, shown
        self._words = PaperWords()
        self._number = 0
        self._page: Page | None = None
        self._papers: dict[Wanted, bytes] = {}
        self._after = ""
        self._not_drawn = False
        """The bar says why there is no page."""
        self.kind, self.tongue, self.paper = QComboBox(), QComboBox(), QComboBox()
        for kind in kinds_for(shown.manifest):
            self.kind.addItem(self._words.kind(kind), kind)
        for text, tongue in (
            (self.tr("English"), Tongue.ENGLISH),
            (self.tr("French"), Tongue.FRENCH),
            (self.tr("Both"), Tongue.BOTH),
        ):
            self.tongue.addItem(text, tongue)
        french = settings.get(LANGUAGE) == "fr" or QLocale().language() is QLocale.Language.French
        self.tongue.setCurrentIndex(1 if french else 0)
        for paper in Paper:
            self.paper.addItem(paper.value, paper)
        self.view = PaperView()
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
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.versions = QLabel()
        self.versions.setWordWrap(True)
        self.versions.setProperty("look", "muted")
        self.versions.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = InlineBar(look)
        self.key = QPushButton(self.tr("Take out the blind &key…"))
        self.save = QPushButton(self.tr("&Save as a file…"))
        self.print = QPushButton(self.tr("&Print…"))
        self.done_button = QPushButton(self.tr("Close"))
        for push in (self.key, self.save, self.print, self.done_button):
            push.setAutoDefault(False)
        self.save.setProperty("look", "primary")
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self._lay_out()
        for field in (self.kind, self.tongue, self.paper):
            field.currentIndexChanged.connect(self._on_changed)
        self.view.size_changed.connect(lambda: self._soon.start(SOON_MS))
        self.key.clicked.connect(self.key_wanted)
        self.save.clicked.connect(lambda: self._issue_then("save"))
        self.print.clicked.connect(lambda: self._issue_then("print"))
        self.done_button.clicked.connect(self.reject)
        self._say()

    @property
    def page(self) -> Page | None:
        """The page that is shown; None while another one is drawn."""
        return self._page

    @property
    def wanted(self) -> Wanted:
        """The paper that is chosen."""
        return Wanted(Kind(self.kind.currentData()), Tongue(self.tongue.currentData()), Paper(self.paper.currentData()))

    def turn_to(self, number: int) -> None:
        """Look at a page, from 0."""
        self._number = max(0, number)
        self._soon.start(0)

    def go_on(self, shown: "Shown") -> None:
        """The version is issued: show it, and go on with what was asked for."""
        self._shown = shown
        self._papers.clear()
        self._say()
        self._soon.start(0)
        if self._after == "save":
            self._choose_file()
        elif self._after == "print":
            self._print()
        self._after = ""

    def _lay_out(self) -> None:
        self.setWindowTitle(self.tr("Papers of {number}").format(number=self._shown.manifest.number))
        form = QFormLayout()
        form.setVerticalSpacing(8)
        add_line(form, self.tr("P&aper"), self.kind)
        add_line(form, self.tr("&Language"), self.tongue)
        add_line(form, self.tr("Si&ze"), self.paper)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addLayout(form)
        left.addWidget(self.state)
        left.addWidget(self.versions)
        left.addStretch(1)
        left.addWidget(self.key)
        side = QWidget()
        side.setLayout(left)
        side.setFixedWidth(330)
        left.setContentsMargins(0, 0, 0, 0)
        above = QHBoxLayout()
        above.setSpacing(6)
        for part in (self.back, self.said, self.on):
            above.addWidget(part)
        above.addStretch(1)
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addLayout(above)
        right.addWidget(self.view, 1)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(side)
        middle.addLayout(right, 1)
        below = QHBoxLayout()
        below.setSpacing(10)
        below.addStretch(1)
        for push in (self.done_button, self.print, self.save):
            below.addWidget(push)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        layout.addWidget(self.bar)
        layout.addLayout(below)
        self.resize(*SIZE)

    def _say(self) -> None:
        shown = self._shown
        draft = shown.step is Step.DRAFT
        self.state.setText(self._words.state(shown))
        self.versions.setText(self._words.versions(shown.issued))
        self.key.setVisible(shown.manifest.profile is Profile.BLIND and not draft)
        usable = not draft and shown.step is not Step.CANCELLED
        self.save.setEnabled(usable)
        self.print.setEnabled(usable)
        tip = self.tr("Finish packing first: a draft is only shown.") if draft else ""
        self.save.setToolTip(tip)
        self.print.setToolTip(tip)

    def _on_changed(self) -> None:
        self._number = 0
        self._soon.start(0)

    def _ask(self) -> None:
        """Draw the page that is looked at; a paper that was made once is kept."""
        wanted, number, dpi = self.wanted, self._number, self.view.dots_per_inch
        shown, known = self._shown, self._papers.get(self.wanted)

        def draw() -> Page:
            from freezerapp.documents.preview import page_count, page_in_colour

            pdf = known or made(shown.manifest, wanted, shown.colours, dispatched=shown.step in OUT)
            pages = page_count(pdf)
            at = min(number, pages - 1)
            return Page(shown, wanted, at, pages, pdf, page_in_colour(pdf, at, dpi))

        self._dispatcher.ask(
            lambda _reader: draw(), self._on_page, owner=self, lane="paper", refused=self._on_refused, slow=True
        )

    def _on_page(self, page: Page) -> None:
        # One asked for before a version was issued still says what the draft said: it must not be saved as it.
        if page.wanted != self.wanted or page.of is not self._shown:
            return
        self._papers[page.wanted] = page.pdf
        self._page, self._number = page, page.number
        if self._not_drawn:
            self._not_drawn = False
            self.bar.hide()
        self.view.show_page(page.picture)
        text = self.tr("Page {page} of {pages}")
        self.said.setText(text.format(page=words.number(page.number + 1), pages=words.number(page.pages)))
        self.back.setEnabled(page.number > 0)
        self.on.setEnabled(page.number < page.pages - 1)

    def _on_refused(self, problem: Problem) -> None:
        self._page = None
        self._not_drawn = True
        self.view.show_page(None)
        self.bar.say(messages.sentence(problem), warning=True)

    def _issue_then(self, what: str) -> None:
        """What says something new is issued before it leaves the screen."""
        self._after = what
        if self._shown.version == 0:
            self.issue_wanted.emit()
        else:
            self.go_on(self._shown)

    def _choose_file(self) -> None:
        wanted, number = self.wanted, self._shown.manifest.number
        kinds = [self.tr("PDF (*.pdf)")]
        if wanted.kind is Kind.MANIFEST:
            kinds += [
                self.tr("Portable file for the recipient (*.json)"),
                self.tr("Workbook (*.xlsx)"),
                self.tr("List (*.csv)"),
            ]
        folder = self._settings.get(FOLDER) or str(Path.home())
        dialog = QFileDialog(self, self.tr("Save as a file"), folder)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(kinds)
        dialog.setDefaultSuffix("pdf")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kind.rpartition("*.")[2].rstrip(")")))
        dialog.selectFile(f"{number}-v{self._shown.manifest.version}-{wanted.kind.value}")
        dialog.fileSelected.connect(lambda file: self.write(Path(file)))
        dialog.open()

    def write(self, path: Path) -> None:
        """Save the paper that is chosen, in the form that the file's name asks for."""
        wanted, shown, known = self.wanted, self._shown, self._papers.get(self.wanted)

        def job() -> str:
            pdf = known or made(shown.manifest, wanted, shown.colours, dispatched=shown.step in OUT)
            save(shown.manifest, path, pdf, shown.keys)
            return path.name

        self._dispatcher.work(job, self._on_saved, owner=self, refused=self._on_not_saved)

    def _on_saved(self, name: str) -> None:
        self.bar.say(self.tr("Saved as {file}.").format(file=name))

    def _on_not_saved(self, problem: Problem) -> None:
        self.bar.say(messages.sentence(problem), warning=True)

    def _print(self) -> None:
        from freezerapp.ui.paper_printing import choose_printer

        known = self._papers.get(self.wanted)
        if known is None:
            self.bar.say(self.tr("The paper is not drawn yet; try again."), warning=True)
            return
        refused = choose_printer(self, known, self._dispatcher, self._on_saved_to_printer, self._on_not_saved)
        if refused:
            self.bar.say(self.tr("This computer has no printer. Save a PDF file and print it elsewhere."), warning=True)

    def _on_saved_to_printer(self, name: str) -> None:
        self.bar.say(self.tr("Printed on {printer}.").format(printer=name))
