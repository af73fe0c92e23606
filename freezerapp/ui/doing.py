"""Everything that is done goes through here: one change after the other, said in the bar, remembered for undo."""

import dataclasses
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from freezerapp.domain.problems import CannotBeTakenBack, ChangedSince, PositionTaken, Problem
from freezerapp.domain.temperature import WrongTemperature
from freezerapp.ui import messages, said_of_work
from freezerapp.ui.dispatcher import Bank, Dispatcher
from freezerapp.ui.models import box_now
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.overruling import mended_by_reason
from freezerapp.ui.telling import Telling

if TYPE_CHECKING:
    from freezerapp.commands.command import Command, Done
    from freezerapp.domain.hand import Errand
    from freezerapp.storage.database import Database

Then = Callable[["Done"], None]


class Taken(NamedTuple):
    """Positions of a container that stood in the way of a gesture, as (row, column) from 0."""

    container: int
    cells: frozenset[tuple[int, int]]


class _Came(NamedTuple):
    """What the writer brings back: who did it, what came of it, and what is left for the hand."""

    operator: int
    done: "Done"
    errands: "tuple[Errand, ...]" = ()


class Doing(QObject):
    """The one object through which the window changes the bank.

    Changes are queued: one is done after the other, each against what the bank says by then.
    """

    listed = Signal()
    """Undo, redo or the operator are others now."""
    recorded = Signal(object)
    """Something was done: carries its Done."""
    refused = Signal(object)
    """Something was refused: carries the Problem."""
    occupied = Signal(object)
    """Positions stood in the way: carries a Taken."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        now: BankNow,
        telling: Telling,
        account: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        from freezerapp.commands.history import Sitting

        self._dispatcher = dispatcher
        self._now = now
        self.telling = telling
        self._account = account
        self._window = parent
        self._sitting = Sitting()
        self._operator: int | None = None
        self._queue: deque[tuple[int | None, Callable[[], None]]] = deque()
        self._signs: int | None = None
        self._busy = False
        dispatcher.opened.connect(self._on_opened)
        dispatcher.closed.connect(self._on_closed)

    @property
    def operator(self) -> int | None:
        """Who works here, by id; None while the system's account has done nothing in this bank."""
        return self._operator

    @property
    def operator_name(self) -> str:
        """Who works here."""
        facts = self._now.facts
        names = {key: name for key, name, _ in facts.operators} if facts is not None else {}
        return names.get(self._operator or 0, self._account)

    @property
    def can_undo(self) -> bool:
        """Whether this sitting has something to take back."""
        return self._sitting.next_undo is not None

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back in this sitting."""
        return self._sitting.next_redo is not None

    @property
    def undo_text(self) -> str:
        """ "Undo move of 12 tubes"."""
        step = self._sitting.next_undo
        if step is None:
            return self.tr("Undo")
        return self.tr("Undo {what}").format(what=said_of_work.name_of(step.kind, step.things))

    @property
    def redo_text(self) -> str:
        """ "Redo move of 12 tubes"."""
        step = self._sitting.next_redo
        if step is None:
            return self.tr("Redo")
        return self.tr("Redo {what}").format(what=said_of_work.name_of(step.kind, step.things))

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._busy

    def perform(
        self,
        command: "Command",
        said: "str | Callable[[Done], str]",
        then: Then | None = None,
        refused: Callable[[Problem], bool] | None = None,
    ) -> None:
        """Do something; ``said`` is what the bar then says, with Undo.

        ``refused`` hears of a refusal first and gives True when there is nothing more to say of it.
        """

        def start() -> None:
            self._begin(
                lambda bank, operator: self._write(bank, operator, command),
                lambda came: self._on_done(came, said, then),
                lambda problem: self._on_refused(problem, command, said, then, refused),
            )

        self._put(start)

    def take_over(self, other: "Doing") -> None:
        """Go on where another window of the same bank ends: what was done there can be undone here."""
        self._sitting, self._operator = other._sitting, other._operator
        self.listed.emit()

    def undo(self) -> None:
        """Take back the last thing that was done in this sitting, and say what the hand must do."""
        self._put(lambda: self._step(again=False))

    def redo(self) -> None:
        """Bring back what was undone last."""
        self._put(lambda: self._step(again=True))

    def take_back(self, operation: int, then: Then | None = None) -> None:
        """Take back any operation of the bank's history."""
        from freezerapp.commands.take_back import TakeBack

        step = self._sitting.next_undo
        if step is not None and step.operation_id == operation:
            self._put(lambda: self._step(again=False, then=then))
            return

        self._put(
            lambda: self._begin(
                lambda bank, operator: self._write(bank, operator, TakeBack(operation), hand=True),
                lambda came: self._on_taken_back(came, then),
                lambda problem: self._say_refusal(problem, stale=False),
            )
        )

    def choose_operator(self, operator: int, name: str | None = None) -> None:
        """Another person works from now on; their list of undo begins anew, and no undo of before stays offered."""
        if operator != self._operator:
            self._operator = operator
            self._sitting.forget()
            self.telling.say(self.tr("{name} works here now.").format(name=name or self.operator_name))
            self.listed.emit()

    def enter_operator(self, name: str) -> None:
        """A person who is not known here begins to work, under this name."""
        from freezerapp.commands.operators import EnterOperator

        self.perform(EnterOperator(name), "", lambda done: self._on_entered(done, name))

    def refuse(self, problem: Problem, taken: Taken | None = None) -> None:
        """Say why something can't be, and show which positions are in the way."""
        if taken is not None:
            self.occupied.emit(taken)
        self.telling.say(messages.sentence(problem), warning=True)
        self.refused.emit(problem)

    def _put(self, start: Callable[[], None]) -> None:
        """One thing after the other; who makes the gesture signs for it, whoever works when its turn comes."""
        self._queue.append((self._operator, start))
        self._next()

    def _next(self) -> None:
        while self._queue and not self._busy:
            self._signs, start = self._queue.popleft()
            start()

    def _begin(
        self,
        job: "Callable[[Database, int], _Came]",
        then: Callable[[_Came], None],
        refused: Callable[[Problem], None],
    ) -> None:
        """Hand a job to the writer thread; its answer counts only while the same bank is open."""
        bank = self._dispatcher.bank
        if bank is None:
            return
        known, account = self._signs, self._account
        self._busy = True

        def write() -> _Came:
            from freezerapp.commands.operators import operator_for

            database = cast("Database", bank)
            return job(database, known if known is not None else operator_for(database, None, account))

        def came_back(came: _Came) -> None:
            if self._is_open(bank):
                if self._operator is None:
                    self._operator = came.operator
                self._busy = False
                then(came)
                self._next()

        def came_to_nothing(problem: Problem) -> None:
            if self._is_open(bank):
                self._busy = False
                refused(problem)
                self._next()

        self._dispatcher.work(write, came_back, owner=self, refused=came_to_nothing)

    def _is_open(self, bank: Bank) -> bool:
        return self._dispatcher.bank is bank

    def _write(self, bank: "Database", operator: int, command: "Command", *, hand: bool = False) -> _Came:
        """On the writer thread."""
        from freezerapp.commands.command import perform

        done = perform(bank, command, operator)
        if not hand:
            return _Came(operator, done)
        from freezerapp.ui import bench_questions

        with bank.reading() as reader:
            return _Came(operator, done, bench_questions.errands_of(reader, done.operation_id, self._now.storage))

    def _step(self, *, again: bool, then: Then | None = None) -> None:
        command = self._sitting.redo() if again else self._sitting.undo()
        if command is None:
            return
        self._begin(
            lambda bank, operator: self._write(bank, operator, command, hand=True),
            lambda came: self._on_stepped(came, then, again=again),
            lambda problem: self._on_not_stepped(problem, again=again),
        )

    def _on_stepped(self, came: _Came, then: Then | None, *, again: bool) -> None:
        step = self._sitting.next_redo if again else self._sitting.next_undo
        assert step is not None
        if again:
            self._sitting.note_redo(came.done)
        else:
            self._sitting.note_undo(came.done)
        text = said_of_work.undone(step.kind, step.things, again=again)
        self._dispatcher.changed.emit(came.done.change)
        said = " ".join(part for part in (text, said_of_work.hand(came.errands)) if part)
        if again:
            self.telling.offer(said, self.tr("Undo"), self.undo)
        else:
            self.telling.offer(said, self.tr("Redo"), self.redo)
        self._after(came, then)

    def _on_not_stepped(self, problem: Problem, *, again: bool) -> None:
        if isinstance(problem, CannotBeTakenBack):
            if again:
                self._sitting.drop_redo()
            else:
                self._sitting.drop_undo()
            self.listed.emit()
        self._say_refusal(problem, stale=False)

    def _after(self, came: _Came, then: Then | None) -> None:
        if then is not None:
            then(came.done)
        self.recorded.emit(came.done)
        self.listed.emit()

    def _on_taken_back(self, came: _Came, then: Then | None) -> None:
        self._sitting.note(came.done)
        self._dispatcher.changed.emit(came.done.change)
        text = " ".join(part for part in (self.tr("Taken back."), said_of_work.hand(came.errands)) if part)
        self.telling.offer(text, self.tr("Undo"), self.undo)
        self._after(came, then)

    def _on_done(self, came: _Came, said: "str | Callable[[Done], str]", then: Then | None) -> None:
        done = came.done
        self._sitting.note(done)
        self._dispatcher.changed.emit(done.change)
        text = said if isinstance(said, str) else said(done)
        if text and self.can_undo:
            self.telling.offer(text, self.tr("Undo"), self.undo)
        elif text:
            self.telling.say(text)
        self._after(came, then)

    def _on_refused(
        self,
        problem: Problem,
        command: "Command",
        said: "str | Callable[[Done], str]",
        then: Then | None,
        refused: Callable[[Problem], bool] | None,
    ) -> None:
        if refused is not None and refused(problem):
            self.refused.emit(problem)
            return
        if command.reason is None and mended_by_reason(problem, command):
            self.refused.emit(problem)
            self.telling.offer(
                messages.sentence(problem),
                self.tr("Do it with a reason…"),
                lambda: self._with_reason(problem, command, said, then),
                warning=True,
            )
            return
        self._say_refusal(problem, stale=True)

    def _with_reason(
        self, problem: Problem, command: "Command", said: "str | Callable[[Done], str]", then: Then | None
    ) -> None:
        from freezerapp.ui.dialogs.reason import ReasonDialog

        dialog = ReasonDialog(command.kind, messages.sentence(problem), self._window)

        def again() -> None:
            changes: dict[str, object] = {"reason": dialog.reason}
            if isinstance(problem, WrongTemperature):
                changes["overrule"] = True
            told = dataclasses.replace(command, **changes)  # type: ignore[type-var]
            self.perform(told, said, then)

        dialog.accepted.connect(again)
        dialog.open()

    def _say_refusal(self, problem: Problem, *, stale: bool) -> None:
        """Say why not; where the picture was an old one, show how things are now."""
        if stale and isinstance(problem, ChangedSince):
            self.telling.say(said_of_work.changed_since(problem), warning=True)
            self._look_anew()
        else:
            self.telling.say(messages.sentence(problem), warning=True)
            if stale and isinstance(problem, PositionTaken):
                storage = self._now.storage
                for container, cell in box_now.named(storage, problem) if storage is not None else ():
                    self.occupied.emit(Taken(container, frozenset({cell})))
                self._look_anew()
        self.refused.emit(problem)

    def _look_anew(self) -> None:
        """Something was different from what was shown: everything is read again."""
        from freezerapp.storage.database import Change

        self._dispatcher.changed.emit(Change(None, None, None, 0, foreign=True))

    def _on_opened(self) -> None:
        from freezerapp.ui import bench_questions

        account = self._account
        self._dispatcher.ask(
            lambda reader: bench_questions.operator_of(reader, account), self._on_operator, owner=self, lane="operator"
        )

    def _on_operator(self, operator: int | None) -> None:
        if self._operator is None:
            self._operator = operator
        self.listed.emit()

    def _on_entered(self, done: "Done", name: str) -> None:
        assert isinstance(done.result, int)
        self.choose_operator(done.result, name)

    def _on_closed(self) -> None:
        self._sitting.forget()
        self._queue.clear()
        self._busy = False
        self._operator = None
        self.telling.forget()
        self.listed.emit()
