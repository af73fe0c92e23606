"""Who takes a scan: the task in hand first; else a tube is shown in its box, and a position or command acts on it."""

from collections import deque
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from freezerapp.domain import scan_target as rules
from freezerapp.domain.position import NoSuchPosition, Position
from freezerapp.domain.problems import Problem
from freezerapp.domain.scan import Scan, likeliest, readings
from freezerapp.domain.scan_target import HELD_MS, Deed, Do, Hand, InHand, Order, Target, Tone
from freezerapp.domain.scanner_card import is_card
from freezerapp.ui import messages, said_of_scan, scan_reading
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.scan_field import put_into_dialog
from freezerapp.ui.scan_reading import LookedUp, Read, What
from freezerapp.ui.scanner import monotonic_ms, setup_of
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import Settings
from freezerapp.ui.task import Scanned, Task

_FOR_TASKS = frozenset({What.TUBE, What.CONTAINER, What.UNKNOWN})
"""What the task in hand is asked about first."""


class _Waiting(NamedTuple):
    """A scan whose turn has not come: its readings, who made it, and when."""

    texts: tuple[str, ...]
    operator: str
    at_ms: int


class Bench(NamedTuple):
    """What a scan needs to know of the bench: who works there, which box is meant, what waits for a yes.

    ``box`` gives the box whose positions bare labels mean; ``confirm`` does what is being asked about and says
    whether anything was.
    """

    operator: Callable[[], str]
    box: Callable[[], int | None]
    confirm: Callable[[], bool]


class ScanTarget(QObject):
    """Takes one scan after the other, in their order, also while the bank is still being asked about the first."""

    wanted = Signal(object)
    """A Deed to be done: PLACE, PUT_BACK, TAKE_OUT (then ``settled`` must be called), UNDO, NEXT_BOX or POINT."""
    said = Signal(str, object)
    """A sentence about a scan, and its Tone."""
    toned = Signal(object)
    """How a scan or what it asked for went: a Tone, for the ear."""
    unknown_scanned = Signal(str, object)
    """A code that leads nowhere, and a tuple of codes that look like it: it may be registered."""
    badge_scanned = Signal(int)
    """An operator's badge, by the operator's id."""
    hand_changed = Signal(object)
    """Another tube is in hand, an InHand, or none."""

    def __init__(
        self,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        settings: Settings,
        task: Task,
        bench: Bench,
        clock: Callable[[], int] = monotonic_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._settings = settings
        self._task = task
        self._bench = bench
        self._clock = clock
        self._hand = Hand()
        self._queue: deque[_Waiting] = deque()
        self._asked = 0
        self._busy = False
        self._forgetting = QTimer(self)
        self._forgetting.setSingleShot(True)
        self._forgetting.timeout.connect(self._on_late)
        dispatcher.opened.connect(self._forget)
        dispatcher.closed.connect(self._forget)
        dispatcher.failed.connect(self._on_failed)

    @property
    def in_hand(self) -> InHand | None:
        """The tube that a position or command would act on now."""
        held = rules.held(self._hand, self._bench.operator(), self._clock())
        return held if isinstance(held, InHand) else None

    @property
    def is_busy(self) -> bool:
        """Whether a scan waits for its answer."""
        return self._busy or bool(self._queue)

    def take(self, scan: Scan) -> None:
        """A scan was made."""
        texts = readings(scan, setup_of(self._settings))
        if self._dispatcher.bank is None:
            self._say(self.tr("No bank is open."), Tone.WRONG)
        elif not texts:
            self.take_unreadable()
        elif is_card(texts):
            self._say(self.tr("This is the test card of the scanner: it is for the set-up."), Tone.ATTENTION)
        elif put_into_dialog(likeliest(texts)):
            self.toned.emit(Tone.RIGHT)
        else:
            self._queue.append(_Waiting(tuple(texts), self._bench.operator(), self._clock()))
            self._next()

    def take_unreadable(self) -> None:
        """A scan was made of which characters were lost."""
        self._hold(rules.other_scanned(self._hand))
        self._say(self.tr("The scan did not arrive whole. Scan again."), Tone.WRONG)

    def point(self, container: int | None, row: int = 0, column: int = 0) -> None:
        """The cursor was moved to this position, by arrows or a click; None: it stands nowhere."""
        box, target = self._now.container(container), None
        if box is not None:
            try:
                target = Target(box.id, Position(row, column), box.layout.label(Position(row, column)))
            except NoSuchPosition:
                target = None
        self._hand = rules.pointed(self._hand, target)

    def settled(self, *, done: bool) -> None:
        """What was asked for by PLACE, PUT_BACK or TAKE_OUT is done, or was refused."""
        if self._hand.doing is not None:
            self._hold(rules.settled(self._hand, done=done))
            self.toned.emit(Tone.RIGHT if done else Tone.WRONG)

    def _next(self) -> None:
        if self._busy or not self._queue:
            return
        waiting = self._queue.popleft()
        if any(map(rules.is_command, waiting.texts)):
            self._on_command(waiting)
            self._next()
            return
        self._busy = True
        self._asked += 1
        asked, tree = self._asked, self._now.storage
        self._dispatcher.ask(
            lambda reader: scan_reading.look_up(reader, waiting.texts, tree),
            lambda looked: self._on_looked_up(asked, waiting, looked),
            owner=self,
            refused=lambda problem: self._on_refused(asked, problem),
        )

    def _on_looked_up(self, asked: int, waiting: _Waiting, looked: LookedUp) -> None:
        if asked != self._asked or not self._busy:
            return
        self._busy = False
        shown = self._now.container(self._bench.box())
        self._on_read(waiting, scan_reading.read(waiting.texts, looked, self._now.storage, shown))
        self._next()

    def _on_read(self, waiting: _Waiting, read: Read) -> None:
        if read.what in _FOR_TASKS and self._given_to_task(read):
            return
        match read.what:
            case What.TUBE:
                self._on_tube(waiting, read)
            case What.CONTAINER:
                self._on_container(read)
            case What.SHIPMENT if read.found is not None:
                self._hold(rules.other_scanned(self._hand))
                self._selection.go(View(Showing.SHIPMENT, item=read.found.id))
                self._say(said_of_scan.shipment(read.text), Tone.RIGHT)
            case What.POSITION if read.target is not None:
                if self._may_act() and not self._task.aim(read.target):
                    self._hold_and_do(*rules.position_scanned(self._hand, read.target, waiting.operator, waiting.at_ms))
            case What.BADGE if read.found is not None:
                self._say(said_of_scan.badge(read.text), Tone.ATTENTION)
                self.badge_scanned.emit(read.found.id)
            case What.PICK_LIST if read.found is not None:
                self._hold(rules.other_scanned(self._hand))
                self._say(said_of_scan.pick_list(read.text), Tone.RIGHT)
                self._selection.go(View(Showing.PICK, item=read.found.id))
            case What.OTHER if read.found is not None:
                self._hold(rules.other_scanned(self._hand))
                self._say(said_of_scan.other(read.text, read.found.kind), Tone.ATTENTION)
            case What.NO_POSITION:
                self._hold(rules.other_scanned(self._hand))
                self._say(said_of_scan.no_position(read), Tone.WRONG)
            case What.SEVERAL:
                self._hold(rules.other_scanned(self._hand))
                self._say(said_of_scan.several(read.others), Tone.WRONG)
            case _:
                self._hold(rules.other_scanned(self._hand))
                self._say(said_of_scan.unknown(read.text, read.others), Tone.WRONG)
                self.unknown_scanned.emit(read.text, read.others)

    def _given_to_task(self, read: Read) -> bool:
        """Whether the task in hand took it; a tube that it took is in its hand, not in ours."""
        box = read.row.container_id if read.row is not None else None
        if not self._task.take(Scanned(read.text, read.found, box, read.others)):
            return False
        if read.what is not What.CONTAINER:
            self._hold(rules.other_scanned(self._hand))
        return True

    def _on_tube(self, waiting: _Waiting, read: Read) -> None:
        row, found = read.row, read.found
        if row is None or found is None:
            return
        self._hold(rules.tube_scanned(self._hand, InHand(row.id, row.barcode, waiting.operator, waiting.at_ms)))
        if row.container_id is None:
            self._selection.choose(row.id)
        else:
            self._selection.go(View(Showing.CONTAINER, row.container_id), row.id)
        self._say(*said_of_scan.tube(row, found))

    def _on_container(self, read: Read) -> None:
        row = self._now.container(read.found.id) if read.found is not None else None
        if row is None or self._now.storage is None:
            self._say(said_of_scan.container_gone(read.text), Tone.WRONG)
            return
        self._selection.go(View(Showing.CONTAINER, row.id))
        self._say(said_of_scan.container(row, self._now.storage.path_text(row.id)), Tone.RIGHT)

    def _on_command(self, waiting: _Waiting) -> None:
        order = next(filter(None, map(rules.command, waiting.texts)), None)
        if order is None:
            self._say(said_of_scan.no_command(likeliest(list(waiting.texts))), Tone.WRONG)
        elif order is Order.CONFIRM and self._bench.confirm():
            self.toned.emit(Tone.RIGHT)
        elif self._may_act():
            self._hold_and_do(*rules.ordered(self._hand, order, waiting.operator, waiting.at_ms))

    def _may_act(self) -> bool:
        """Not behind the back of a dialog: whoever answers it does not see what happens under it."""
        if QApplication.activeModalWidget() is None:
            return True
        self._say(self.tr("Answer or close the open dialog first, then scan again."), Tone.ATTENTION)
        return False

    def _hold_and_do(self, hand: Hand, deed: Deed) -> None:
        self._hold(hand)
        target = deed.target
        if deed.do is Do.POINT and target is not None and self._bench.box() != target.container:
            self._selection.go(View(Showing.CONTAINER, target.container))
        if deed.do is not Do.NOTHING:
            self.wanted.emit(deed)
        if deed.why is not None:
            self._say(said_of_scan.why_not(deed.why, self._hand, target), Tone.ATTENTION)

    def _hold(self, hand: Hand) -> None:
        before, self._hand = self._hand.tube, hand
        if hand.tube == before:
            return
        self._forgetting.stop()
        if hand.tube is not None:
            self._forgetting.start(max(0, hand.tube.at_ms + HELD_MS - self._clock()) + 1)
        self.hand_changed.emit(hand.tube)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.emit(text, tone)
        self.toned.emit(tone)

    def _on_late(self) -> None:
        """The half minute is over: no tube is shown in hand any more."""
        self.hand_changed.emit(None)

    def _on_refused(self, asked: int, problem: Problem) -> None:
        if asked == self._asked:
            self._busy = False
            self._hold(rules.other_scanned(self._hand))
            self._say(messages.sentence(problem), Tone.WRONG)
            self._next()

    def _on_failed(self) -> None:
        """A bug on a thread: whatever scan was asked about, no answer will come."""
        if self._busy:
            self._asked += 1
            self._busy = False
            self._hold(rules.other_scanned(self._hand))
            self.toned.emit(Tone.WRONG)
            self._next()

    def _forget(self) -> None:
        """Another bank: nothing is in hand, and no scan of the one before waits."""
        self._queue.clear()
        self._busy = False
        self._asked += 1
        self._hold(Hand())
