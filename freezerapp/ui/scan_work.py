"""What scans ask for is done here: a tube placed, put back or taken out, the next box, and the cursor shown large."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from freezerapp.domain.problems import Problem
from freezerapp.domain.scan import Scan
from freezerapp.domain.scan_target import Deed, Do, InHand, Tone
from freezerapp.domain.specimen import Known, Spot
from freezerapp.ui import bench_questions
from freezerapp.ui.chosen import Chosen
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.furniture import Furniture
from freezerapp.ui.hands import Seen
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.registering import Registering
from freezerapp.ui.scan_target import Bench, ScanTarget
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import Settings
from freezerapp.ui.widgets.box_flash import Tone as Shine

if TYPE_CHECKING:
    from freezerapp.commands.command import Done
    from freezerapp.domain.filling import Scanned as TubeNow

SHINES = {Tone.RIGHT: Shine.RIGHT, Tone.WRONG: Shine.WRONG, Tone.ATTENTION: Shine.ATTENTION}


class ScanWork(QObject):
    """``toned`` carries the Tone of each scan, for the ear."""

    toned = Signal(object)

    def __init__(
        self,
        window: QWidget,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        settings: Settings,
        furniture: Furniture,
        registering: Registering,
        chosen: Chosen,
    ) -> None:
        super().__init__(window)
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._panes = furniture
        self._hands, self._doing = furniture.hands, furniture.doing
        self._registering = registering
        self._chosen = chosen
        bench = Bench(lambda: self._doing.operator_name, self._box, self._doing.telling.confirm)
        self.target = ScanTarget(dispatcher, now, selection, settings, furniture.task, bench, parent=self)
        self.target.wanted.connect(self._on_wanted)
        self.target.said.connect(self._on_said)
        self.target.toned.connect(self.toned)
        self.target.unknown_scanned.connect(registering.offer)
        self.target.badge_scanned.connect(self._doing.choose_operator)
        self.target.hand_changed.connect(lambda _tube: self._show_target())
        for view, box in ((furniture.box.view, furniture.box.work), (furniture.second.view, furniture.second.work)):
            view.cursor_moved.connect(
                lambda row, column, box=box: self._on_cursor(box.container.id if box.container else None, row, column)
            )

    def take(self, scan: Scan) -> None:
        """A scan was made."""
        self.target.take(scan)

    def take_unreadable(self) -> None:
        """A scan was made of which characters were lost."""
        self.target.take_unreadable()

    def _box(self) -> int | None:
        """The box whose positions bare labels mean: the one worked in."""
        meant = self._panes.task.box
        if meant is not None:
            return meant
        row = self._chosen.work.container
        return row.id if row is not None and self._chosen.in_box else None

    def _on_cursor(self, container: int | None, row: int, column: int) -> None:
        self.target.point(container, row, column)
        self._show_target()

    def _show_target(self) -> None:
        """The cursor is shown large with the tube in hand, as long as one is."""
        if self._panes.fill.session is not None:
            return
        tube, view = self.target.in_hand, self._chosen.view
        cursor, picture = view.cursor_cell, view.picture
        for other in (self._panes.box.view, self._panes.second.view):
            if other is not view or tube is None:
                other.show_target(None)
        if tube is None or cursor is None or picture is None or cursor not in picture.cells:
            return
        label = picture.cells[cursor].label
        view.show_target(cursor, self.tr("{position} ← {tube}").format(position=label, tube=tube.code))

    def _on_said(self, text: str, tone: Tone) -> None:
        self._doing.telling.say(text, warning=tone is Tone.WRONG)
        view = self._chosen.view
        if view.cursor_cell is not None and self._chosen.in_box and tone is not Tone.RIGHT:
            view.flash(view.cursor_cell, SHINES[tone])

    def _on_wanted(self, deed: Deed) -> None:
        match deed.do:
            case Do.UNDO:
                self._doing.undo()
            case Do.NEXT_BOX:
                self._next_box()
            case Do.POINT if deed.target is not None:
                self._point(deed)
            case Do.PLACE | Do.PUT_BACK | Do.TAKE_OUT if deed.tube is not None:
                self._with_tube(deed.tube, lambda now: self._do(deed, now))

    def _point(self, deed: Deed) -> None:
        """The cursor goes there; while a box is filled, the next tube does."""
        assert deed.target is not None
        if self._panes.fill.session is not None:
            self._panes.fill.aim(deed.target.position)
            return
        self._chosen.view.set_cursor(*deed.target.position)

    def _do(self, deed: Deed, now: "TubeNow") -> None:
        tube = Seen(now.tube.id, now.tube.barcode or "", now.place or now.home)

        def then(_done: "Done") -> None:
            self.target.settled(done=True)
            if deed.target is not None:
                view = self._chosen.view
                view.flash((deed.target.position.row, deed.target.position.column), Shine.RIGHT)

        if deed.do is Do.PLACE and deed.target is not None:
            at = Spot(deed.target.container, *deed.target.position)
            standing = now.place is not None
            self._hands.place_at(tube, at, Known.SCANNED, standing=standing, then=then, refused=self._on_refused)
        elif deed.do is Do.PUT_BACK:
            self._hands.put_back([tube], Known.SCANNED, then, self._on_refused)
        else:
            self._hands.take_out([tube], Known.SCANNED, then, self._on_refused)

    def _on_refused(self, _problem: Problem) -> bool:
        self.target.settled(done=False)
        return False

    def _with_tube(self, tube: InHand, then: "Callable[[TubeNow], None]") -> None:
        def not_read(problem: Problem) -> None:
            self.target.settled(done=False)
            self._doing.refuse(problem)

        self._dispatcher.ask(
            lambda reader: bench_questions.tube_now(reader, tube.specimen), then, owner=self, refused=not_read
        )

    def _next_box(self) -> None:
        """The box after this one, as one walks."""
        storage, here = self._now.storage, self._selection.view.container
        if storage is None:
            return
        rows = storage.containers.items()
        boxes = [key for key, row in rows if row.holds == "specimens" and row.status == "in place"]
        if not boxes:
            return
        at = boxes.index(here) + 1 if here in boxes else 0
        self._selection.go(View(Showing.CONTAINER, boxes[at % len(boxes)]))
