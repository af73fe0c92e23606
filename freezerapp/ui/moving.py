"""Tubes, boxes and racks moved by naming where they go, and by letting them go on the tree."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from freezerapp.domain.box import Mode
from freezerapp.domain.position import Position
from freezerapp.domain.specimen import Known, Spot
from freezerapp.ui import bench_questions, messages, questions, said_of_work
from freezerapp.ui.chosen import Chosen
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.hands import Hands, Seen
from freezerapp.ui.models import box_now
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.selection import Selection
from freezerapp.ui.widgets.box_carried import Carried

if TYPE_CHECKING:
    from freezerapp.domain.problems import Problem
    from freezerapp.storage.rows.box import BoxRow
    from freezerapp.storage.rows.storage import ContainerRow


class Moving(QObject):
    """Asks where things go, reads the box that is meant, and hands them to the hands."""

    def __init__(
        self,
        window: QWidget,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        hands: Hands,
        chosen: Chosen,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._hands = hands
        self._chosen = chosen

    def move_to(self) -> None:
        """ "Move to…" for the chosen tubes: a box and a position, typed or picked."""
        tubes = self._chosen.tubes
        if not tubes.standing and tubes.out and not tubes.on_bench:
            self.place(tubes.out)
        else:
            self._ask_where(tubes.standing or tubes.out, self._here(), standing=bool(tubes.standing))

    def place(self, tubes: tuple[Seen, ...]) -> None:
        """Ask where tubes go that no place is kept for; where no box is shown, one is proposed."""
        here, tree = self._here(), self._now.storage
        if here is not None or tree is None:
            self._ask_where(tubes, here, standing=False)
            return
        ids = tuple(each.id for each in tubes)
        self._dispatcher.ask(
            lambda reader: bench_questions.box_for(reader, ids, tree),
            lambda box: self._ask_where(tubes, box, standing=False),
            owner=self,
            lane="proposal",
        )

    def _here(self) -> int | None:
        """The box that is looked at, the one beside first."""
        beside, shown = self._selection.beside, self._selection.view.container
        row = self._now.container(shown)
        return beside or (shown if row is not None and row.holds == "specimens" else None)

    def _ask_where(self, found: tuple[Seen, ...], here: int | None, *, standing: bool) -> None:
        from freezerapp.ui.dialogs.move_to import MoveToDialog

        storage = self._now.storage
        if storage is None or not found:
            return
        what = (self.tr("Move {tubes}") if standing else self.tr("Place {tubes}")).format(tubes=_named(found))
        carried = self._chosen.work.carried() if standing and self._chosen.in_box and len(found) > 1 else None
        dialog = MoveToDialog(
            storage,
            what,
            lambda row: row.holds == "specimens" and row.status == "in place",
            here,
            self._window,
            shape=carried is not None,
            standing=standing,
        )
        dialog.asked.connect(
            lambda box: self._with_rows(box, lambda rows: dialog.tell(box, self._free(box, rows)), owner=dialog)
        )

        def moved() -> None:
            row = dialog.container
            if row is not None:
                at, shape = dialog.position, dialog.keeps_shape
                self._with_rows(
                    row.id, lambda rows: self._move(row, rows, found, carried, at, shape=shape, standing=standing)
                )

        dialog.accepted.connect(moved)
        dialog.begin()

    def move_container(self, container: int) -> None:
        """ "Move to…" for a box or a rack."""
        from freezerapp.ui.dialogs.move_to import MoveToDialog

        storage = self._now.storage
        if storage is None:
            return
        what = self.tr("Move {what}").format(what=self._hands.contents(container))

        def takes(row: "ContainerRow") -> bool:
            return row.holds == "containers" and row.id != container and container not in storage.path(row.id)

        dialog = MoveToDialog(storage, what, takes, storage.containers[container].parent_id, self._window)
        dialog.asked.connect(lambda id_: dialog.tell(id_, self._hands.all_free_in(id_)))

        def moved() -> None:
            row = dialog.container
            if row is not None:
                at = dialog.position or next(iter(self._hands.all_free_in(row.id)), None)
                if at is not None:
                    self._hands.move_container(container, Spot(row.id, *at))

        dialog.accepted.connect(moved)
        dialog.begin()

    def beside(self) -> None:
        """Show a second box beside the first; the box is asked for. With one there already: close it."""
        from freezerapp.ui.dialogs.move_to import MoveToDialog

        storage = self._now.storage
        if self._selection.beside is not None:
            self._selection.put_beside(None)
            return
        if storage is None:
            return
        here = self._selection.view.container
        dialog = MoveToDialog(
            storage,
            self.tr("Show a second box"),
            lambda row: row.holds == "specimens" and row.id != here,
            None,
            self._window,
            places=False,
        )
        dialog.accepted.connect(lambda: self._selection.put_beside(dialog.container.id if dialog.container else None))
        dialog.begin()

    def drop_on_box(self, carried: Carried, box: int) -> None:
        """Tubes let go on a box in the tree: into its next free positions."""
        row = self._now.container(box)
        if row is not None:
            self._with_rows(box, lambda rows: self._hands.set_down(box_now.box_of(rows, row), carried, None, Mode.FILL))

    def _move(
        self,
        row: "ContainerRow",
        rows: "BoxRow",
        tubes: tuple[Seen, ...],
        carried: Carried | None,
        at: Position | None,
        *,
        shape: bool,
        standing: bool,
    ) -> None:
        """Set tubes down in a box that need not be shown."""
        box = box_now.box_of(rows, row)
        if carried is not None and shape and at is not None:
            self._hands.set_down(box, carried, at, Mode.SHAPE, Known.TYPED)
            return
        self._hands.set_down_in_order(box, tubes, at, standing=standing)

    def _with_rows(self, box: int, then: "Callable[[BoxRow], object]", owner: QObject | None = None) -> None:
        """Read a box that need not be shown; for nobody if the ``owner`` is gone by then."""
        self._dispatcher.ask(
            lambda reader: questions.box(reader, box),
            lambda rows: _ignore(then(rows)),
            owner=owner or self,
            refused=self._on_refused,
        )

    def _on_refused(self, problem: "Problem") -> None:
        self._hands.doing.telling.say(messages.sentence(problem), warning=True)

    def _free(self, box: int, rows: "BoxRow") -> tuple[Position, ...]:
        row = self._now.container(box)
        if row is None:
            return ()
        known = box_now.box_of(rows, row)
        return tuple(at for at in row.layout.positions() if known.free(at))


def _named(tubes: tuple[Seen, ...]) -> str:
    return tubes[0].barcode if len(tubes) == 1 else said_of_work.tubes(len(tubes))


def _ignore(_result: object) -> None:
    """An answer that nobody waits for."""
