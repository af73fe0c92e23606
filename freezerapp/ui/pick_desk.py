"""Pick lists from the window: dialogs that ask, commands that are done, and what is said of them."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Known
from freezerapp.ui import roles, said_of_work, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.returning import Returning
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import Settings

if TYPE_CHECKING:
    from freezerapp.commands.command import Command, Done
    from freezerapp.commands.pick import AddToPickList, MakePickList
    from freezerapp.storage.rows.picks import PickListRow, PickPage, PickRow
    from freezerapp.ui.pick_paper import PickPaper

    Then = Callable[[Done], None]
    Refused = Callable[[Problem], bool]


class PickDesk(QObject):
    """One for the window; panes say what is wanted, the bar says what was done, with Undo."""

    def __init__(
        self,
        window: QWidget,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        doing: Doing,
        bench: BenchList,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._settings = window, look, settings
        self._dispatcher, self._now, self._selection, self._doing = dispatcher, now, selection, doing
        self._returning = Returning(bench, settings, doing.telling, self)

    @property
    def doing(self) -> Doing:
        """The object that does it."""
        return self._doing

    def make(self, tubes: Sequence[int] = (), onto: "PickListRow | None" = None) -> None:
        """Ask what a new list is for; of these tubes, of a search, of a list of codes, or by a rule.

        ``onto`` is an open list that they shall come on; without it, one can be chosen there too.
        """
        from freezerapp.ui.dialogs.new_pick import NewPickDialog

        if self._dispatcher.bank is None:
            return
        dialog = NewPickDialog(self._look, self._dispatcher, self._now, tuple(tubes), self._window, onto)
        dialog.accepted.connect(lambda: self._make(dialog.command(), dialog.there))
        dialog.open()

    def add(self, page: "PickPage", chosen: Sequence[int]) -> None:
        """Ask which tubes come on a list that is open; of those chosen, what is not on it yet is offered."""
        there = {row.tube for row in page.rows}
        self.make([key for key in chosen if key not in there], page.said)

    def retrieve(
        self,
        said: "PickListRow",
        tubes: "Sequence[PickRow]",
        known: Known,
        then: "Then | None" = None,
        refused: "Refused | None" = None,
    ) -> None:
        """Tubes are in hand; their places are kept."""
        from freezerapp.commands.pick import Retrieve

        text = self.tr("Retrieved {what} for {number}.").format(what=_named(tubes), number=said.number)
        self._doing.perform(Retrieve(said.id, tuple(row.tube for row in tubes), known), text, then, refused)

    def give_back(
        self,
        said: "PickListRow",
        tubes: "Sequence[PickRow]",
        known: Known,
        then: "Then | None" = None,
        refused: "Refused | None" = None,
    ) -> None:
        """Tubes go back into their places; if they were out for long, somebody is asked before."""
        from freezerapp.commands.pick import ReturnPicked

        ids = tuple(row.tube for row in tubes)
        text = self.tr("Returned {what}.").format(what=_named(tubes))

        def do(thawed: tuple[int, ...], reason: str | None) -> None:
            self._doing.perform(ReturnPicked(said.id, ids, known, thawed, reason), text, then, refused)

        self._returning.when_known(ids, do)

    def missing(self, tubes: "Sequence[PickRow]") -> None:
        """Tubes are not where they should be: asks why that is thought."""
        from freezerapp.commands.settle_pick import SettleMissing

        lines = tuple(row.line for row in tubes)
        text = self.tr("{what} is missing; its place is kept.").format(what=_named(tubes))
        self._with_reason("settle missing", tubes, lambda reason: SettleMissing(lines, reason), text)

    def remove(self, tubes: "Sequence[PickRow]") -> None:
        """Tubes are not wanted any more: asks why."""
        from freezerapp.commands.settle_pick import RemovePicked

        lines = tuple(row.line for row in tubes)
        text = self.tr("Removed {what} from the list.").format(what=_named(tubes))
        self._with_reason("remove picked", tubes, lambda reason: RemovePicked(lines, reason), text)

    def replace(self, row: "PickRow") -> None:
        """Another tube takes the place of one: asks which and why."""
        from freezerapp.commands.settle_pick import ReplacePicked
        from freezerapp.ui.dialogs.substitute import SubstituteDialog

        dialog = SubstituteDialog(self._look, self._dispatcher, row, self._window)

        def do() -> None:
            chosen = dialog.chosen
            if chosen is not None:
                text = self.tr("{new} takes the place of {old}.").format(new=chosen.tube.barcode, old=row.barcode)
                self._doing.perform(ReplacePicked(row.line, chosen.tube.id, dialog.reason), text)

        dialog.accepted.connect(do)
        dialog.open()

    def finish(self, said: "PickListRow") -> None:
        """All is fetched: what is in hand is reserved no more."""
        from freezerapp.commands.settle_pick import FinishPickList

        self._doing.perform(FinishPickList(said.id), self.tr("{number} is finished.").format(number=said.number))

    def cancel(self, said: "PickListRow") -> None:
        """The list is given up: asks why."""
        from freezerapp.commands.settle_pick import CancelPickList

        self._close("cancel pick list", said, CancelPickList, self.tr("{number} is cancelled."))

    def reopen(self, said: "PickListRow") -> None:
        """A closed list goes on: asks why."""
        from freezerapp.commands.settle_pick import ReopenPickList

        self._close("reopen pick list", said, ReopenPickList, self.tr("{number} is open again."))

    def set_pace(self, over: QWidget | None = None) -> None:
        """What the site knows of its own hands and limits; ``over`` is the dialog that it was asked from."""
        from freezerapp.ui.dialogs.pace import PaceDialog

        why_not = roles.why_not(self._now, self._doing, "set site rule")
        dialog = PaceDialog(self._dispatcher, why_not, over or self._window)

        def do() -> None:
            from freezerapp.commands.parties import SetSettings

            if dialog.changed:
                command = SetSettings(tuple(dialog.changed.items()))
                self._doing.perform(command, self.tr("The pace of the site is set."))

        dialog.accepted.connect(do)
        dialog.open()

    @cached_property
    def paper(self) -> "PickPaper":
        """Where the sheet to carry is printed; made with the first."""
        from freezerapp.ui.pick_paper import PickPaper

        return PickPaper(self._window, self._settings, self._dispatcher, self._now, self._doing)

    def _make(self, command: "MakePickList | AddToPickList", there: "PickListRow | None") -> None:
        def then(done: "Done") -> None:
            made = done.result
            self._selection.go(View(Showing.PICK, item=made.id))  # type: ignore[attr-defined]

        def text(done: "Done") -> str:
            return self.tr("{number} is made.").format(number=done.result.number)  # type: ignore[attr-defined]

        if there is None:
            self._doing.perform(command, text, then)
            return
        added = self.tr("{tubes} added to {number}.")
        said = added.format(tubes=said_of_work.tubes(len(command.tubes)), number=there.number)
        self._doing.perform(command, said, then)

    def _close(self, kind: str, said: "PickListRow", command: "Callable[[int, str], Command]", text: str) -> None:
        from freezerapp.ui.dialogs.reason import ReasonDialog

        dialog = ReasonDialog(kind, f"{said.number}: {said.title}", self._window)
        told = text.format(number=said.number)
        dialog.accepted.connect(lambda: self._doing.perform(command(said.id, dialog.reason), told))
        dialog.open()

    def _with_reason(
        self, kind: str, tubes: "Sequence[PickRow]", command: "Callable[[str], Command]", text: str
    ) -> None:
        from freezerapp.ui.dialogs.reason import ReasonDialog

        about = self.tr("{what}: {tubes}.").format(what=words.word("Operation", kind), tubes=_named(tubes))
        dialog = ReasonDialog(kind, about, self._window)
        dialog.accepted.connect(lambda: self._doing.perform(command(dialog.reason), text))
        dialog.open()


def _named(tubes: "Sequence[PickRow]") -> str:
    return tubes[0].barcode if len(tubes) == 1 else said_of_work.tubes(len(tubes))
