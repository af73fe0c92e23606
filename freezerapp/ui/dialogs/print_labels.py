"""Prints labels: what, on what stock and where to, with each page as it will come out beside it."""

# Long because one conversation is in one place: what is asked, what has to be first, and where it goes on if it broke.

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from freezerapp.documents.label_printer import is_address
from freezerapp.documents.stock import Feed
from freezerapp.documents.template import For
from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, said_of_labels, words
from freezerapp.ui.dialogs.label_file import LabelFileDialog
from freezerapp.ui.dialogs.page_pane import PagePane
from freezerapp.ui.dialogs.print_form import PrintForm
from freezerapp.ui.dialogs.print_reason import Why
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.label_settings import IN_ZPL, NETWORK, PDF, QUEUE, SYSTEM, ZPL
from freezerapp.ui.labelling import Asked, Labelling, Library, Page, What
from freezerapp.ui.look import Look
from freezerapp.ui.printing import Outcome, Press, Way, keep_stop, printer_names
from freezerapp.ui.settings import Settings
from freezerapp.ui.widgets.inline_bar import InlineBar

if TYPE_CHECKING:
    from freezerapp.documents.drawn import LabelRemark

SIZE = (1080, 690)
LANE, THROUGH = "labels", "labels looked through"
SOON_MS = 60
"""A page is drawn anew so long after the last of several changes."""


class PrintLabelsDialog(QDialog):
    """``printed`` carries an Outcome, of all labels or of those that came out before it broke, and the reason."""

    printed = Signal(object, object)
    codes_wanted = Signal(object, str)
    """Tubes by id that are to get new codes first, and why; then ``go_on`` prints, or ``stay`` says why not."""
    codes_missing = Signal(object)
    """Containers by id with the codes they are to get first; then likewise."""

    def __init__(
        self,
        look: Look,
        settings: Settings,
        dispatcher: Dispatcher,
        labelling: Labelling,
        whats: Sequence[What],
        known: Library,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._settings, self._dispatcher, self._labelling = settings, dispatcher, labelling
        self._page: Page | None = None
        self._asking = False
        self._through: tuple[LabelRemark, ...] | None = None
        self._broken: Outcome | None = None
        self._waiting: tuple[Way, Page] | None = None
        self._given: set[int] = set()
        self._known = known
        self.setWindowTitle(self.tr("Print labels"))
        self.form = PrintForm(settings, whats, known)
        self.pane = PagePane(look, settings)
        self.bar = InlineBar(look)
        self.press = Press(labelling, self)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Progress"))
        self.counted = QLabel()
        self.counted.setProperty("look", "muted")
        self.resume_label = QLabel(self.tr("Continue at &label"))
        self.resume = QSpinBox()
        self.resume_label.setBuddy(self.resume)
        self.resume.lineEdit().setTextMargins(8, 0, 0, 0)
        self.cancel, self.do = QPushButton(self.tr("Cancel")), QPushButton()
        self.cancel.setAutoDefault(False)
        self.do.setProperty("look", "primary")
        self.do.setDefault(True)
        self._lay_out()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._ask)
        self.form.changed.connect(self._on_changed)
        self.form.target_changed.connect(self._on_target)
        self.form.adjust_wanted.connect(self._adjust)
        self.form.reason.currentTextChanged.connect(self._allow)
        self.form.new_codes.toggled.connect(self._tell)
        self.pane.page_wanted.connect(lambda _number: self._soon.start(0))
        self.pane.size_changed.connect(lambda: self._soon.start(SOON_MS if self._page or self._asking else 0))
        self.pane.preview.place_chosen.connect(self.form.begin_at)
        self.pane.preview.place_marked.connect(self.form.mark)
        self.bar.action_triggered.connect(lambda _number: self.form.to.setCurrentIndex(self.form.to.findData(PDF)))
        self.resume.valueChanged.connect(self._on_resume)
        self.do.clicked.connect(self._on_do)
        self.cancel.clicked.connect(self.reject)
        self.press.told.connect(self._on_told)
        self.press.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self.press.failed.connect(dispatcher.failed, Qt.ConnectionType.QueuedConnection)
        self.press.failed.connect(self.reject, Qt.ConnectionType.QueuedConnection)
        dispatcher.closed.connect(self._on_bank_closed)
        self._rest()
        self._on_target()
        self._on_changed()

    @property
    def page(self) -> Page | None:
        """The page that is shown; None as long as another one is being drawn for the first time."""
        return self._page

    @property
    def is_drawing(self) -> bool:
        """Whether another picture is on its way."""
        return self._soon.isActive() or self._asking

    def reject(self) -> None:
        """Given up; what is on its way is stopped first, and said how far it came."""
        if self.press.is_running:
            self.press.stop()
        else:
            super().reject()

    def done(self, result: int) -> None:
        """Closed after it broke half-way: what came out by then is recorded."""
        broken, self._broken = self._broken, None
        self.press.close()
        came_out = self.resume.value() - 1
        if broken is not None and came_out:
            self.printed.emit(broken._replace(sent=came_out), self.form.why)
        super().done(result)

    def go_on(self) -> None:
        """The new codes are given: print them."""
        if self._waiting is not None:
            (way, page), self._waiting = self._waiting, None
            self._given |= set(page.chosen.codes)
            self.form.new_codes.setChecked(False)
            self._start(way, page.asked, page.chosen.ids)

    def stay(self, problem: Problem) -> None:
        """No new codes could be given, and nothing is printed."""
        self._waiting = None
        self.bar.say(messages.sentence(problem), warning=True)
        self._allow()

    def _lay_out(self) -> None:
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(430)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(area)
        middle.addWidget(self.pane, 1)
        below = QHBoxLayout()
        below.setSpacing(10)
        for part in (self.resume_label, self.resume, self.progress, self.counted):
            below.addWidget(part)
        below.addStretch(1)
        below.addWidget(self.cancel)
        below.addWidget(self.do)
        self.progress.setFixedWidth(240)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(middle, 1)
        layout.addWidget(self.bar)
        layout.addLayout(below)
        self.resize(*SIZE)

    def _on_changed(self) -> None:
        self._page, self._through = None, None
        asked = self.form.asked()
        if asked is not None:
            self.pane.set_stock(asked.stock)
        self._soon.start(SOON_MS if self.isVisible() else 0)
        self._allow()

    def _on_target(self) -> None:
        if self.form.target in (SYSTEM, QUEUE):
            self.form.set_printers(printer_names())
        self.do.setText(
            {
                PDF: self.tr("Save as PDF…"),
                ZPL: self.tr("Save as ZPL…"),
                SYSTEM: self.tr("Print") if self.form.printer.count() else self.tr("No printer is set up"),
                NETWORK: self.tr("Send"),
                QUEUE: self.tr("Print") if self.form.printer.count() else self.tr("No printer is set up"),
            }[self.form.target]
        )
        self._tell()
        self._allow()

    def _ask(self) -> None:
        """Have the page drawn that is looked at; only the latest question is answered."""
        asked = self.form.asked()
        if asked is None or self.press.is_running:
            return
        self._asking = True
        number, dpi, labelling = self.pane.number, self.pane.dots_per_inch, self._labelling
        self._dispatcher.ask(
            lambda _reader: labelling.page(asked, number, dpi),
            self._on_page,
            owner=self,
            lane=LANE,
            refused=self._on_refused,
        )

    def _on_page(self, page: Page) -> None:
        self._asking = False
        if page.asked != self.form.asked():
            return
        self._page = page
        self.form.offer_new(
            some_have=bool(page.chosen.printed), some_have_not=len(page.chosen.printed) < page.chosen.all
        )
        self.form.ask_reason(_to_explain(page))
        self.pane.show_page(page)
        if self._through is None:
            self._look_through(page)
        self._tell()
        self._allow()

    def _look_through(self, page: Page) -> None:
        """Draw the other labels too, to say what is wrong with them before they are printed."""
        asked, ids, labelling = page.asked, page.chosen.ids, self._labelling

        def seen(remarks: "tuple[LabelRemark, ...] | None") -> None:
            if remarks is not None and asked == self.form.asked():
                self._through = remarks
                self._tell()

        self._dispatcher.ask(
            lambda _reader: labelling.look_through(asked, ids), seen, owner=self, lane=THROUGH, slow=True
        )

    def _on_refused(self, problem: Problem) -> None:
        self._asking = False
        self.bar.say(messages.sentence(problem), warning=True)

    def _tell(self) -> None:
        """Say in the bar what is to be known before it is printed."""
        if self._broken is not None or self.press.is_running:
            return
        lines = []
        if self._known.problem is not None:
            lines.append(messages.sentence(self._known.problem))
        page = self._page
        if page is not None:
            lines += said_of_labels.warnings(page, self._through if self._through is not None else page.remarks)
            if self.form.target in IN_ZPL and page.asked.stock.feed is Feed.SHEET:
                lines.append(self.tr("These labels come on sheets; label printers take rolls."))
            if without := self._without_code(page):
                lines.append(said_of_labels.without_code(len(without)))
            if self.form.with_new_codes:
                lines.append(self.tr("The new codes are given when you print; this page still shows the old ones."))
        action = ""
        if self.form.target in (SYSTEM, QUEUE) and not self.form.printer.count():
            lines.append(self.tr("This computer has no printer. A PDF file can be printed elsewhere."))
            action = self.tr("Make a PDF file")
        if lines:
            self.bar.say("\n".join(lines), warning=True, action=action)
        else:
            self.bar.hide()

    def _allow(self) -> None:
        page, target = self._page, self.form.target
        ready = page is not None and page.pages > 0 and page.refused is None
        ready = ready and self._waiting is None and not self.press.is_running
        ready = ready and (target not in (SYSTEM, QUEUE) or self.form.printer.count() > 0)
        ready = ready and (target != NETWORK or is_address(self.form.address.text()))
        self.do.setEnabled(ready and self.form.why != "")

    def _on_do(self) -> None:
        page, target = self._page, self.form.target
        if page is None:
            return
        if self._broken is not None:
            way = self._broken.way
            if target == NETWORK:
                way = way._replace(printer=self.form.address.text())
            self._start(way, self._broken.asked, self._broken.ids, self.resume.value() - 1)
        elif target in (SYSTEM, QUEUE, NETWORK):
            self._print(self.form.way, page)
        else:
            self._choose_file(page, target)

    def _choose_file(self, page: Page, target: str) -> None:
        said = self.do.text().removesuffix("…")
        where = LabelFileDialog(self._settings, page.asked, target, said, self)
        where.chosen.connect(lambda file: self._print(Way(target, file=file), page))
        where.open()

    def _print(self, way: Way, page: Page) -> None:
        """Print what is shown; what has no code gets it first, and what had a label a new one where that is wanted."""
        again = tuple(key for key in page.chosen.ids if key in page.chosen.printed) if self.form.with_new_codes else ()
        without = self._without_code(page)
        if not again and not without:
            self._start(way, page.asked, page.chosen.ids)
            return
        self._waiting = way, page
        self._allow()
        if without:
            self.codes_missing.emit(without)
        else:
            self.codes_wanted.emit(again, self.form.why or "")

    def _without_code(self, page: Page) -> dict[int, str]:
        """What got its code in this dialog has it, though the page still tells of it."""
        return {key: code for key, code in page.chosen.codes.items() if key not in self._given}

    def _start(self, way: Way, asked: Asked, ids: tuple[int, ...], begin: int = 0) -> None:
        self.form.keep()
        self._broken = None
        self.bar.hide()
        self.form.setEnabled(False)
        self.resume.hide()
        self.resume_label.hide()
        self.progress.setRange(0, len(ids))
        self._on_told(begin, len(ids))
        self.progress.show()
        self.counted.show()
        self.cancel.setText(self.tr("Stop"))
        self.press.start(way, asked, ids, begin)
        self._allow()

    def _on_told(self, count: int, total: int) -> None:
        self.progress.setValue(count)
        self.counted.setText(self.tr("{count} of %Ln label(s)", "", total).format(count=words.number(count)))

    def _on_ended(self, outcome: Outcome) -> None:
        if outcome.whole:
            keep_stop(self._settings, outcome)
            self.printed.emit(outcome, self.form.why)
            self.accept()
            return
        self._rest()
        if outcome.way.target == NETWORK and outcome.sent:
            self._break(outcome)
        elif outcome.problem is not None:
            self.bar.say(messages.sentence(outcome.problem), warning=True)
        else:
            self.bar.say(self.tr("Stopped. Nothing was printed."))
        self._allow()

    def _break(self, outcome: Outcome) -> None:
        """It can go on where it broke; what was asked for stays as it is."""
        self._broken = outcome
        total = len(outcome.ids)
        said = self.tr("Look which label came out last, and continue behind it.")
        if outcome.problem is not None:
            said = f"{messages.sentence(outcome.problem)} {said}"
        else:
            stopped = self.tr("Stopped after {count} of %Ln label(s).", "", total).format(
                count=words.number(outcome.sent)
            )
            said = f"{stopped} {said}"
        self.bar.say(said, warning=True)
        self.form.setEnabled(False)
        self.resume.setRange(1, total)
        self.pane.turn_to(min(total, outcome.sent + 1) - 1 if outcome.asked.stock.page is None else 0)
        self.resume.setSuffix(self.tr(" of {count}").format(count=words.number(total)))
        self.resume.setValue(min(total, outcome.sent + 1))
        self.resume.show()
        self.resume_label.show()
        self.do.setText(self.tr("Continue"))
        self.cancel.setText(self.tr("Close"))

    def _on_resume(self, label: int) -> None:
        """Show the label it would go on with, to be compared with what came out."""
        if self._broken is not None and self._broken.asked.stock.page is None:
            self.pane.turn_to(label - 1)

    def _rest(self) -> None:
        """Nothing is being printed."""
        self.form.setEnabled(True)
        for part in (self.progress, self.counted, self.resume, self.resume_label):
            part.hide()
        self.cancel.setText(self.tr("Cancel"))

    def _on_bank_closed(self) -> None:
        self.done(QDialog.DialogCode.Rejected)

    def _adjust(self) -> None:
        from freezerapp.ui.dialogs.adjust_printer import AdjustDialog

        asked = self.form.asked()
        if asked is None:
            return
        dialog = AdjustDialog(asked.stock, self.form.way, self.form.printer_key, asked.dpi, self._settings, self)
        dialog.press.failed.connect(self._dispatcher.failed, Qt.ConnectionType.QueuedConnection)
        dialog.accepted.connect(self.form.tell_adjusted)
        dialog.accepted.connect(self._on_changed)
        dialog.open()


def _to_explain(page: Page) -> Why | None:
    if page.asked.template.of is For.CAP:
        return Why.CAP
    return Why.AGAIN if page.chosen.again else None
