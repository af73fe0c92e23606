"""One pick list: box by box as one walks, what to fetch next, scanned tube by tube and returned the same way back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from freezerapp.domain.picking import NotPicked
from freezerapp.domain.problems import Problem
from freezerapp.domain.scan_target import Tone
from freezerapp.domain.specimen import Known
from freezerapp.ui import messages, pick_questions, questions, said_of_pick, said_of_scan, said_of_work, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.pick_lines import PickLines
from freezerapp.ui.panes.pick_head import PickHead, labelled
from freezerapp.ui.panes.pick_next import RETRIEVED, WANTED, PickNext
from freezerapp.ui.panes.pick_table import PickTable
from freezerapp.ui.pick_desk import PickDesk
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.task import Scanned, Task
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.pill import Pill
from freezerapp.ui.widgets.pill import Tone as Shade

if TYPE_CHECKING:
    from freezerapp.commands.command import Done
    from freezerapp.storage.database import Change
    from freezerapp.storage.rows.found import Found, FoundRow
    from freezerapp.storage.rows.picks import PickPage, PickRow

PICK = "pick"
NEXT_WIDTH = 324
TOUCHED = frozenset({"pick list", "pick line", "specimen", "container", "setting"})


class PickPane(QWidget):
    """``heard`` carries the Tone of what came of a scan. Each scan belongs to the list while it is shown and open.

    ``add_wanted`` carries the PickPage that more tubes are wanted for, ``labels_wanted`` the number of the list and the
    ids of its tubes, in its order.
    """

    heard = Signal(object)
    add_wanted = Signal(object)
    labels_wanted = Signal(str, object)

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        desk: PickDesk,
        task: Task,
    ) -> None:
        super().__init__()
        self._dispatcher, self._now, self._selection = dispatcher, now, selection
        self._desk, self._task = desk, task
        self._list: int | None = None
        self._page: PickPage | None = None
        self._returning = False
        self._lines = PickLines(self)
        self.head = head = PickHead(look)
        self.sheet, self.back, self.more = head.sheet, head.back, head.more
        self.cancel, self.reopen, self.finish = head.cancel, head.reopen, head.finish
        self.bar = InlineBar(look)
        self.paused = InlineBar(look)
        self.paused.action_triggered.connect(lambda _number: self._begin())
        self.next = PickNext(look, now)
        self.next.setFixedWidth(NEXT_WIDTH)
        self.table = PickTable(look, self._lines)
        self._count = QLabel()
        self._count.setProperty("look", "strong")
        self._done, self._needs = Pill(tone=Shade.ACCENT), Pill(tone=Shade.DECIDE)
        self._way = QLabel()
        self._way.setProperty("look", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        for part in (self.head, self.bar, self.paused):
            layout.addWidget(part)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        beside.addWidget(self._card(), 1)
        beside.addWidget(self.next)
        layout.addLayout(beside, 1)
        self._connect()
        self._on_view(selection.view)

    @property
    def heart(self) -> QWidget:
        """Where the keyboard goes when this page is turned to."""
        return self.table

    @property
    def page(self) -> "PickPage | None":
        """The list as it was read last."""
        return self._page

    def _card(self) -> QWidget:
        card = QWidget()
        card.setObjectName("sheet")
        line = QHBoxLayout()
        line.setContentsMargins(14, 10, 14, 8)
        line.setSpacing(8)
        for part in (self._count, self._done, self._needs):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self._way)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.setSpacing(0)
        inner.addLayout(line)
        inner.addWidget(self.table, 1)
        return card

    def _connect(self) -> None:
        self._selection.view_changed.connect(self._on_view)
        self._dispatcher.changed.connect(self._on_changed)
        self._dispatcher.closed.connect(self._leave)
        self._now.storage_changed.connect(self._ask)
        self._task.changed.connect(self._tell_paused)
        self.next.typed.connect(self._on_typed)
        self.next.late.connect(self.heard)
        self.next.ticked.connect(self._lines.tick)
        self.table.went_to.connect(self._on_went_to)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        self.back.toggled.connect(self._on_returning)
        self.sheet.clicked.connect(lambda: self._with_page(self._desk.paper.ask))
        self.head.add_tubes.triggered.connect(lambda: self._with_page(self.add_wanted.emit))
        self.head.labels.triggered.connect(
            lambda: self._with_page(lambda page: self.labels_wanted.emit(page.said.number, labelled(page)))
        )
        self.finish.clicked.connect(lambda: self._with_page(lambda page: self._desk.finish(page.said)))
        self.cancel.clicked.connect(lambda: self._with_page(lambda page: self._desk.cancel(page.said)))
        self.reopen.clicked.connect(lambda: self._with_page(lambda page: self._desk.reopen(page.said)))
        self.next.by_hand.clicked.connect(self._by_hand)
        self.next.missing.clicked.connect(lambda: self._desk.missing(self._meant((WANTED,))))
        self.next.replace.clicked.connect(lambda: self._desk.replace(self._meant((WANTED, RETRIEVED, "missing"))[0]))
        self.next.remove.clicked.connect(lambda: self._desk.remove(self._meant((WANTED, RETRIEVED))))

    def _with_page(self, do: "Callable[[PickPage], None]") -> None:
        if self._page is not None:
            do(self._page)

    # What is shown

    def _on_view(self, view: View) -> None:
        if view.showing is not Showing.PICK:
            self._leave()
            return
        if view.item != self._list:
            self._leave()
            self._list = view.item
            self._ask()
        elif self._page is not None:
            self._begin()

    def _leave(self) -> None:
        """Another page: scans are no longer for this list."""
        if self._list is None:
            return
        self._list, self._page = None, None
        self._task.end(PICK)
        self.next.forget()
        self._lines.show(None)
        self.back.setChecked(False)
        self.bar.hide()
        self.paused.hide()

    def _on_changed(self, change: "Change") -> None:
        if change.kinds is None or change.kinds & TOUCHED:
            self._ask()

    def _ask(self) -> None:
        key, tree = self._list, self._now.storage
        if key is not None:
            self._dispatcher.ask(
                lambda reader: pick_questions.pick_page(reader, key, tree),
                self._on_page,
                owner=self,
                lane="pick list",
                refused=self._on_gone,
            )

    def _on_gone(self, problem: Problem) -> None:
        """The list was taken back, or never was."""
        self.bar.say(messages.sentence(problem), warning=True)
        self._page = None
        self._lines.show(None)
        self._task.end(PICK)

    def _on_page(self, page: "PickPage") -> None:
        if page.said.id != self._list:
            return
        first, self._page = self._page is None, page
        self.bar.hide()
        chosen = {row.line for row in self.table.chosen}
        self._lines.show(page, backwards=self._returning)
        if first:
            self._begin()
        self._tell()
        following = self._next()
        if len(chosen) == 1 and any(row.line in chosen and row.state.value == WANTED for row in page.rows):
            self.table.choose_line(next(iter(chosen)))
        if following is not None:
            self.table.show_line(following.line)

    def _tell(self) -> None:
        """Everything that is said of the list."""
        page = self._page
        if page is None:
            return
        said, wording = page.said, said_of_pick.PickWords()
        is_open = said.state.value == "open"
        self.head.show_page(page)
        self._count.setText(said_of_work.tubes(said.tubes))
        self._done.setText(wording.retrieved(said.retrieved + said.returned))
        self._done.setVisible(bool(said.retrieved + said.returned))
        needs = sum(bool(said_of_pick.decision(row)) for row in page.rows)
        self._needs.setText(wording.need(needs))
        self._needs.setVisible(bool(needs) and is_open)
        self._way.setText(said_of_pick.way(page.walk) if said.wanted and is_open else "")
        self.next.show_page(page, self._next(), returning=self._returning)
        if not said.out and self.back.isChecked():
            self.back.setChecked(False)
        self._allow()
        self._tell_paused()

    def _next(self) -> "PickRow | None":
        """The tube to be fetched, or returned, next."""
        page = self._page
        if page is None or page.said.state.value != "open":
            return None
        if self._returning:
            return next((row for row in reversed(page.rows) if row.state.value == RETRIEVED), None)
        rows = (row for row in page.rows if row.state.value == WANTED and not said_of_pick.decision(row))
        return next(rows, None)

    def _allow(self) -> None:
        """What can be done with the chosen tubes, or with the next one where none is chosen."""
        is_open = self._page is not None and self._page.said.state.value == "open"
        hand = self._meant((RETRIEVED,) if self._returning else (WANTED,))
        able = [row for row in hand if not said_of_pick.decision(row)]
        with_text = self.tr("Returned without scan") if self._returning else self.tr("Retrieved without scan")
        self.next.by_hand.setText(with_text)
        for button, works in (
            (self.next.by_hand, bool(able) and len(able) == len(hand)),
            (self.next.missing, not self._returning and bool(self._meant((WANTED,)))),
            (self.next.replace, len(self._meant((WANTED, RETRIEVED, "missing"))) == 1),
            (self.next.remove, bool(self._meant((WANTED, RETRIEVED)))),
        ):
            button.setVisible(is_open)
            button.setEnabled(works)

    def _meant(self, states: tuple[str, ...]) -> "list[PickRow]":
        """The chosen tubes if all are in one of these states, else none; the next one where none is chosen."""
        chosen: list[PickRow] = self.table.chosen
        if not chosen:
            following = self._next()
            chosen = [following] if following is not None else []
        return chosen if all(row.state.value in states for row in chosen) else []

    def _on_went_to(self, row: "PickRow | None") -> None:
        if row is not None:
            self._selection.choose(row.tube)

    def _on_returning(self, returning: bool) -> None:
        self._returning = returning
        if self._page is not None:
            self._lines.show(self._page, backwards=returning)
            self._begin()
            self._tell()

    # Scans

    def _begin(self) -> None:
        """From now on scans are for this list, if it is open."""
        page = self._page
        if page is not None and page.said.state.value == "open" and self._task.name != PICK:
            self._task.begin(PICK, self._take)

    def _tell_paused(self) -> None:
        """Another task took the scans: say so, with the way back."""
        page = self._page
        waits = page is not None and page.said.state.value == "open" and self._task.name != PICK
        if waits:
            self.paused.say(self.tr("Scans are not for this list now."), action=self.tr("Go on"), warning=True)
        else:
            self.paused.hide()

    def _take(self, scanned: Scanned) -> bool:
        """A scan while the list is shown."""
        if self._page is None:
            return False
        if scanned.found is None:
            self._say(said_of_scan.unknown(scanned.text, scanned.near), Tone.WRONG)
        elif scanned.found.kind == "container":
            self._on_box(scanned.found)
        elif scanned.found.kind == "specimen":
            self._on_tube(scanned.found, Known.SCANNED)
        else:
            return False
        return True

    def _on_typed(self, text: str) -> None:
        """A code entered by hand."""

        def found(thing: "Found | None") -> None:
            if thing is None or thing.kind != "specimen":
                self._say(said_of_scan.unknown(text, ()), Tone.WRONG)
            else:
                self._on_tube(thing, Known.TYPED)

        self._dispatcher.ask(lambda reader: questions.by_code(reader, text), found, owner=self)

    def _on_box(self, found: "Found") -> None:
        """A box was scanned: say which of its tubes are wanted."""
        page = self._page
        assert page is not None
        states = (RETRIEVED,) if self._returning else (WANTED,)
        rows = [row for row in page.rows if row.box == found.id and row.state.value in states]
        if not rows:
            said = self.tr("Nothing of this list is wanted in {box}.")
            self._say(said.format(box=found.text), Tone.WRONG)
            return
        text = self.tr("{box}: {positions}").format(
            box=found.text, positions=said_of_work.listed([row.position or "" for row in rows], 12)
        )
        self.table.show_line(rows[0].line)
        self._say(text, Tone.RIGHT)

    def _on_tube(self, found: "Found", known: Known) -> None:
        page = self._page
        if page is None:
            return
        rows = [each for each in page.rows if each.tube == found.id]
        row = max(rows, key=lambda each: each.line) if rows else None
        if row is None:
            self._name_wrong(found)
            return
        if row.state.value == WANTED and (why := said_of_pick.decision(row)):
            said = self.tr("{tube} is not to be fetched. {why}.")
            self._say(said.format(tube=row.barcode, why=why), Tone.WRONG)
            return
        do = self._desk.give_back if self._returning else self._desk.retrieve
        do(page.said, [row], known, lambda done: self._on_done(row, done), self._on_refused)

    def _name_wrong(self, found: "Found") -> None:
        """A tube that is not on the list is named, with where it belongs."""

        def say(rows: "list[FoundRow]") -> None:
            page = self._page
            if page is None:
                return
            text = messages.sentence(NotPicked(rows[0].barcode if rows else found.text, page.said.number))
            if rows and rows[0].path:
                text += " " + self.tr("It belongs in {place}.").format(place=rows[0].path)
            self._say(text, Tone.WRONG)

        tree = self._now.storage
        self._dispatcher.ask(lambda reader: questions.found_rows(reader, [found.id], tree), say, owner=self)

    def _on_done(self, row: "PickRow", _done: "Done") -> None:
        if self._returning:
            text = self.tr("{tube} is back in {position}.").format(tube=row.barcode, position=row.position or "–")
        else:
            page = self._page
            left = max(0, page.said.wanted - (row.state.value == WANTED)) if page is not None else 0
            text = self.tr("{tube} is right. {left} left.").format(tube=row.barcode, left=words.number(left))
        self._say(text, Tone.RIGHT)

    def _on_refused(self, problem: Problem) -> bool:
        self._say(messages.sentence(problem), Tone.WRONG)
        return True

    def _by_hand(self) -> None:
        """The chosen tubes, without a scan: only declared."""
        page = self._page
        rows = self._meant((RETRIEVED,) if self._returning else (WANTED,))
        if page is None or not rows:
            return
        do = self._desk.give_back if self._returning else self._desk.retrieve
        do(page.said, rows, Known.DECLARED)

    def _say(self, text: str, tone: Tone) -> None:
        self.next.say(text, tone)
        self.heard.emit(tone)
