"""Asks what a new pick list is for and of which tubes it is made: chosen ones, a list of codes, or by a rule."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, pick_questions, said_of_pick, said_of_work
from freezerapp.ui.dialogs.form import add_line, add_main_button
from freezerapp.ui.dialogs.pick_sources import CodesPage, RulePage
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow

if TYPE_CHECKING:
    from freezerapp.commands.pick import MakePickList
    from freezerapp.domain.code_list import Judged

SOON_MS = 250
CHOSEN, CODES, RULE = range(3)


class NewPickDialog(QDialog):
    """``command()`` is what was asked for when it was accepted. What can't be fetched is listed before."""

    def __init__(
        self, look: Look, dispatcher: Dispatcher, now: BankNow, tubes: tuple[int, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("New pick list"))
        self.setMinimumWidth(620)
        self._dispatcher = dispatcher
        self._tubes = tubes
        self._found: tuple[int, ...] = ()
        self._seed: str | None = None
        self._turn = 0
        self.title = QLineEdit()
        self.title.setPlaceholderText(self.tr("CSF for the neurofilament assay"))
        self.purpose = QLineEdit()
        self.purpose.setPlaceholderText(self.tr("Request or project (optional)"))
        self.source = QComboBox()
        if tubes:
            self.source.addItem(self.tr("Chosen: {tubes}").format(tubes=said_of_work.tubes(len(tubes))), CHOSEN)
        self.source.addItem(self.tr("A list of codes"), CODES)
        self.source.addItem(self.tr("A rule"), RULE)
        self.codes = CodesPage(look)
        self.rule = RulePage(now.materials)
        self._pages = QStackedWidget()
        for page in (QWidget(), self.codes, self.rule):
            self._pages.addWidget(page)
        self.count = QLabel()
        self.count.setProperty("look", "strong")
        self.count.setWordWrap(True)
        self.left_out = QListWidget()
        self.left_out.setAccessibleName(self.tr("Left out"))
        self.left_out.setFixedHeight(112)
        self.left_out.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Title"), self.title)
        add_line(form, self.tr("&Purpose"), self.purpose)
        add_line(form, self.tr("T&ubes from"), self.source)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Make the list"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(self._pages)
        layout.addWidget(self.count)
        layout.addWidget(self.left_out)
        layout.addWidget(self.buttons)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look)
        self.title.textChanged.connect(self._check)
        self.source.currentIndexChanged.connect(self._on_source)
        self.codes.changed.connect(self._later)
        self.rule.changed.connect(self._later)
        dispatcher.ask(pick_questions.visits_of, self.rule.offer_visits, owner=self)
        self._on_source()
        self.title.setFocus()

    def command(self) -> "MakePickList":
        """What was asked for."""
        from freezerapp.commands.pick import MakePickList

        rule = self.rule.rule() if self._kind == RULE else None
        return MakePickList(
            self.title.text().strip(),
            self._found,
            self.purpose.text().strip() or None,
            said_of_pick.rule(rule) if rule is not None else None,
            self._seed if rule is not None and rule.blind else None,
        )

    @property
    def _kind(self) -> int:
        return int(self.source.currentData())

    def _on_source(self) -> None:
        self._pages.setCurrentIndex(self._kind)
        self._pages.setVisible(self._kind != CHOSEN)
        for at in range(self._pages.count()):
            page = self._pages.widget(at)
            if page is not None:
                ignored = page.sizePolicy().Policy.Ignored
                page.setSizePolicy(ignored, ignored if at != self._kind else page.sizePolicy().Policy.Preferred)
        self.adjustSize()
        self._look()

    def _later(self) -> None:
        self._found = ()
        self._check()
        self._soon.start()

    def _look(self) -> None:
        """Ask which tubes these are and what is left out; the newest question counts."""
        self._turn += 1
        turn, self._found = self._turn, ()
        self._check()
        if self._kind == CHOSEN:
            tubes = self._tubes
            self._dispatcher.aside(
                lambda bank: pick_questions.judged(bank, tubes),
                lambda found: self._on_judged(turn, found),
                owner=self,
            )
        elif self._kind == CODES:
            text = self.codes.text
            if not text.strip():
                self._say("", [])
                return
            self._dispatcher.aside(
                lambda bank: pick_questions.judged_codes(bank, text),
                lambda found: self._on_judged(turn, found),
                owner=self,
            )
        else:
            self._look_by_rule(turn)

    def _look_by_rule(self, turn: int) -> None:
        try:
            rule = self.rule.rule()
        except Problem as problem:
            self._say(messages.sentence(problem), [])
            return
        from uuid import uuid4

        seed = self._seed = self._seed or uuid4().hex
        self._dispatcher.aside(
            lambda bank: pick_questions.by_rule(bank, rule, seed),
            lambda found: self._on_chosen(turn, found),
            owner=self,
            refused=lambda problem: self._on_refused(turn, problem),
        )

    def _on_judged(self, turn: int, found: "Judged") -> None:
        if turn != self._turn:
            return
        self._found = found.tubes
        wording = said_of_pick.PickWords()
        said = wording.can(len(found.tubes))
        if found.left_out:
            said += ", " + wording.left_out(len(found.left_out))
        self._say(said, [said_of_pick.left_out(each) for each in found.left_out])

    def _on_chosen(self, turn: int, found: pick_questions.ByRule) -> None:
        if turn != self._turn:
            return
        chosen = found.chosen
        self._found = chosen.tubes
        wording = said_of_pick.PickWords()
        self._say(f"{wording.can(len(chosen.tubes))} {wording.short(chosen.groups, chosen.short)}", [])

    def _on_refused(self, turn: int, problem: Problem) -> None:
        if turn == self._turn:
            self._say(messages.sentence(problem), [])

    def _say(self, text: str, lines: list[str]) -> None:
        self.count.setText(text)
        self.count.setVisible(bool(text))
        self.left_out.clear()
        self.left_out.addItems(lines)
        self.left_out.setVisible(bool(lines))
        self.adjustSize()
        self._check()

    def _check(self) -> None:
        self.do.setEnabled(bool(self._found) and bool(self.title.text().strip()))
