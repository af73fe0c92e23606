"""Asks which tubes come on a pick list, a new one or an open one: chosen ones, a search, a list of codes, a rule."""

from collections.abc import Callable
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
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow, line_up
from freezerapp.ui.dialogs.pick_sources import CodesPage, RulePage, SearchPage
from freezerapp.ui.dispatcher import Bank, Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow

if TYPE_CHECKING:
    from freezerapp.commands.pick import AddToPickList, MakePickList
    from freezerapp.domain.code_list import Judged
    from freezerapp.storage.rows.picks import PickListRow

SOON_MS = 250
CHOSEN, CODES, RULE, SEARCH = range(4)
NAMED = 34
"""Letters of a list's number and title that its line asks room for."""


class NewPickDialog(QDialog):
    """``command()`` is what was asked for when it was accepted. What can't be fetched is listed before."""

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        tubes: tuple[int, ...],
        parent: QWidget | None = None,
        onto: "PickListRow | None" = None,
    ) -> None:
        """``onto`` is the list that they shall come on; without it one is asked, and a new one is offered first."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(620)
        self._dispatcher = dispatcher
        self._tubes = tubes
        self._asks_which = onto is None
        self._lists: dict[int, PickListRow] = {}
        self.onto = QComboBox()
        self.onto.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.onto.setMinimumContentsLength(NAMED)
        self.onto.addItem(self.tr("A new list"), None)
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
        self.source.addItem(self.tr("A search"), SEARCH)
        self.source.addItem(self.tr("A rule"), RULE)
        self.codes = CodesPage(look)
        self.rule = RulePage(now.materials)
        self.search = SearchPage()
        self._pages = QStackedWidget()
        for page in (QWidget(), self.codes, self.rule, self.search):
            self._pages.addWidget(page)
        self.count = QLabel()
        self.count.setProperty("look", "strong")
        self.count.setWordWrap(True)
        self.left_out = QListWidget()
        self.left_out.setAccessibleName(self.tr("Left out"))
        self.left_out.setFixedHeight(112)
        self.left_out.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        self.blind = QLabel(self.tr("Its order is blind: the new tubes are mixed with those still to be fetched."))
        self.blind.setProperty("look", "secondary")
        self.blind.setWordWrap(True)
        self._form = form = QFormLayout()
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Add to"), self.onto)
        form.addRow("", self.blind)
        add_line(form, self.tr("&Title"), self.title)
        add_line(form, self.tr("&Purpose"), self.purpose)
        add_line(form, self.tr("T&ubes from"), self.source)
        line_up(form, self.search.form, self.rule.form)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, "")
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
        for part in (self.codes, self.rule, self.search):
            part.changed.connect(self._later)
        dispatcher.ask(pick_questions.visits_of, self.rule.offer_visits, owner=self)
        form.setRowVisible(self.onto, False)
        if onto is None:
            dispatcher.ask(pick_questions.open_lists, self._offer_lists, owner=self)
        else:
            self._offer(onto)
            self.onto.setCurrentIndex(1)
        self.onto.currentIndexChanged.connect(self._on_onto)
        self._say_onto()
        self._on_source()
        (self.title if onto is None else self.source).setFocus()

    @property
    def there(self) -> "PickListRow | None":
        """The open list that the tubes come on; None for a new one."""
        return self._lists.get(self.onto.currentData())

    def command(self) -> "MakePickList | AddToPickList":
        """What was asked for."""
        from freezerapp.commands.pick import AddToPickList, MakePickList

        rule = self.rule.rule() if self._kind == RULE else None
        how = self.search.text if self._kind == SEARCH else said_of_pick.rule(rule) if rule is not None else None
        there = self.there
        if there is not None:
            return AddToPickList(there.id, self._found, how)
        return MakePickList(
            self.title.text().strip(),
            self._found,
            self.purpose.text().strip() or None,
            how,
            self._seed if rule is not None and rule.blind else None,
        )

    @property
    def _kind(self) -> int:
        return int(self.source.currentData())

    @property
    def _add_to(self) -> int | None:
        there = self.there
        return there.id if there is not None else None

    def _offer_lists(self, lists: "tuple[PickListRow, ...]") -> None:
        for each in lists:
            self._offer(each)
        self._form.setRowVisible(self.onto, bool(lists))
        grow(self)

    def _offer(self, said: "PickListRow") -> None:
        self._lists[said.id] = said
        self.onto.addItem(self.tr("{number}: {title}").format(number=said.number, title=said.title), said.id)

    def _say_onto(self) -> None:
        """A new list has a title; one that is there has all that."""
        there = self.there
        self._form.setRowVisible(self.blind, there is not None and there.seed is not None)
        for field in (self.title, self.purpose):
            self._form.setRowVisible(field, there is None)
        self.do.setText(self.tr("Make the list") if there is None else self.tr("Add to the list"))
        self.rule.blind.setVisible(there is None or there.seed is None)
        self.rule.together.setVisible(there is None or there.seed is None)
        if self._asks_which or there is None:
            self.setWindowTitle(self.tr("New pick list") if there is None else self.tr("Tubes for a pick list"))
        else:
            self.setWindowTitle(self.tr("Add tubes to {number}").format(number=there.number))

    def _on_onto(self) -> None:
        self._say_onto()
        self.adjustSize()
        self._look()

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
        turn, add_to, self._found = self._turn, self._add_to, ()
        self._check()
        if self._kind == CHOSEN:
            tubes = self._tubes
            self._judge(turn, lambda bank: pick_questions.judged(bank, tubes, add_to))
        elif self._kind == RULE:
            self._look_by_rule(turn)
        else:
            text = (self.codes if self._kind == CODES else self.search).text
            ask = pick_questions.judged_codes if self._kind == CODES else pick_questions.judged_search
            if text.strip():
                self._judge(turn, lambda bank: ask(bank, text, add_to))
            else:
                self._say("", [])

    def _judge(self, turn: int, ask: "Callable[[Bank], Judged]") -> None:
        self._dispatcher.aside(
            ask,
            lambda found: self._on_judged(turn, found),
            owner=self,
            refused=lambda problem: self._on_refused(turn, problem),
        )

    def _look_by_rule(self, turn: int) -> None:
        try:
            rule = self.rule.rule()
        except Problem as problem:
            self._say(messages.sentence(problem), [])
            return
        from uuid import uuid4

        seed, add_to = self._seed or uuid4().hex, self._add_to
        self._seed = seed
        self._dispatcher.aside(
            lambda bank: pick_questions.by_rule(bank, rule, seed, add_to),
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
        named = self.there is not None or bool(self.title.text().strip())
        self.do.setEnabled(bool(self._found) and named)
