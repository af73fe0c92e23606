"""Questions and commands out on threads; answers, changes and refusals back to the window.

Questions run on reader threads: one for what is looked at, one for what takes long (counts, all storage), one for
work in the background; so the first never waits behind the others, and few threads wait for each other's turn.
Changes run on one writer thread, and another looks whether a second process has written. Everything comes back
through one queued signal of one long-lived object, so that panes only ever see the window's own thread.
"""

import logging
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from freezerapp.domain.problems import DamageFound, Problem

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from freezerapp.storage.database import Change, Reader

T = TypeVar("T")
POLL_MS = 500
CHECK_AFTER_MS = 3_000
"""The check of the whole file waits so long after opening, so that it does not slow the first screens."""
log = logging.getLogger(__name__)


class Bank(Protocol):
    """What the dispatcher needs of an open bank; storage's Database is one."""

    @property
    def path(self) -> Path: ...
    @property
    def writable(self) -> bool: ...
    def reading(self) -> "AbstractContextManager[Reader]": ...
    def poll(self) -> "Change | None": ...
    def check(self) -> str | None: ...
    def close(self) -> None: ...


class _Answer(NamedTuple):
    """What a thread brings back: a value or an exception, and who is waiting for it."""

    opening: int
    lane: str
    turn: int
    owner: QObject | None
    then: Callable[[object], None]
    refused: Callable[[Problem], None] | None
    value: object = None
    error: BaseException | None = None


class Dispatcher(QObject):
    """The window's one door to the bank. All methods are called from the window's thread."""

    opened = Signal(object)
    """A bank is open: carries it."""
    closed = Signal()
    """No bank is open any more."""
    changed = Signal(object)
    """The bank was changed, here or by another process: carries a Change."""
    refused = Signal(object)
    """A Problem that nobody in particular was waiting for."""
    failed = Signal(object)
    """A bug met on a thread: carries the exception."""

    _came_back = Signal(object)

    def __init__(self, open_bank: Callable[[Path], Bank], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_bank = open_bank
        self._bank: Bank | None = None
        self._opening = 0
        self._turns: dict[str, int] = {}
        self._running: dict[str, Future[None]] = {}
        self._watching = False
        self._asked_at = 0.0
        self._came_back.connect(self._on_came_back, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.setInterval(POLL_MS)
        self._timer.timeout.connect(self._watch)

    @cached_property
    def _reader(self) -> "ThreadPoolExecutor":
        return _thread("reader")

    @cached_property
    def _slow_reader(self) -> "ThreadPoolExecutor":
        return _thread("slow reader")

    @cached_property
    def _background(self) -> "ThreadPoolExecutor":
        return _thread("background")

    @cached_property
    def _writer(self) -> "ThreadPoolExecutor":
        return _thread("writer")

    @cached_property
    def _watcher(self) -> "ThreadPoolExecutor":
        return _thread("watcher")

    @property
    def bank(self) -> Bank | None:
        """The open bank, or None."""
        return self._bank

    @property
    def quiet_ms(self) -> int:
        """For how long nothing was asked."""
        return int(1000 * (time.monotonic() - self._asked_at))

    def open(self, path: Path, refused: Callable[[Problem], None] | None = None) -> None:
        """Open a bank on the writer thread; ``opened`` follows, or the refusal."""
        self.close()
        opening = self._opening
        self._writer.submit(
            self._work,
            _Answer(opening, "open", self._turn("open"), self, self._on_opened, refused),
            lambda: self._open_bank(path),
        )

    def close(self) -> None:
        """Let the bank go; answers still under way are dropped."""
        self._opening += 1
        self._timer.stop()
        bank, self._bank = self._bank, None
        if bank is not None:
            self._writer.submit(bank.close)
            self.closed.emit()

    def ask(
        self,
        question: "Callable[[Reader], T]",
        then: Callable[[T], None],
        *,
        owner: QObject | None = None,
        lane: str = "",
        refused: Callable[[Problem], None] | None = None,
        slow: bool = False,
    ) -> None:
        """Ask on a reader thread; ``then`` gets the answer in the window's thread.

        ``slow``: it looks at every tube or container, and must not keep what is looked at waiting.
        In a named lane the latest question wins: older ones are not begun, and their answers are dropped.
        An answer for an ``owner`` that is gone is dropped too.
        """
        bank = self._bank
        if bank is None:
            return
        self._asked_at = time.monotonic()
        before = self._running.get(lane)
        if lane and before is not None:
            before.cancel()

        def read() -> T:
            with bank.reading() as reader:
                return question(reader)

        answer = _Answer(self._opening, lane, self._turn(lane), owner, _takes(then), refused)
        future = (self._slow_reader if slow else self._reader).submit(self._work, answer, read)
        if lane:
            self._running[lane] = future

    def work(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        *,
        owner: QObject | None = None,
        refused: Callable[[Problem], None] | None = None,
    ) -> None:
        """Do something that writes, on the one writer thread, in turn."""
        answer = _Answer(-1, "", 0, owner, _takes(then), refused)
        self._writer.submit(self._work, answer, job)

    def aside(
        self,
        job: "Callable[[Bank], T]",
        then: Callable[[T], None],
        *,
        owner: QObject | None = None,
        refused: Callable[[Problem], None] | None = None,
    ) -> None:
        """A long reading that takes its own short transactions (checks): in the background."""
        bank = self._bank
        if bank is not None:
            answer = _Answer(self._opening, "", 0, owner, _takes(then), refused)
            self._background.submit(self._work, answer, lambda: job(bank))

    def forget(self, lane: str) -> None:
        """Drop what is still under way in a lane."""
        self._turn(lane)

    def stop(self) -> None:
        """Close the bank and end all threads; waits for a change that is being written."""
        self.close()
        for pool in (self._watcher, self._background, self._slow_reader, self._reader, self._writer):
            pool.shutdown(wait=True, cancel_futures=pool is not self._writer)

    def _turn(self, lane: str) -> int:
        self._turns[lane] = self._turns.get(lane, 0) + 1
        return self._turns[lane]

    def _work(self, answer: _Answer, job: Callable[[], object]) -> None:
        """On a thread: do the job, send back what came of it."""
        value: object = None
        error: BaseException | None = None
        try:
            value = job()
        except BaseException as met:
            error = met
        came = _Answer(
            answer.opening,
            answer.lane,
            answer.turn,
            answer.owner,
            answer.then,
            answer.refused,
            value,
            error,
        )
        if isValid(self):
            self._came_back.emit(came)

    def _watch(self) -> None:
        """Look on the watcher's thread whether another process wrote; never two looks at once."""
        bank = self._bank
        if bank is None or self._watching:
            return
        self._watching = True
        answer = _Answer(self._opening, "", 0, self, self._on_watched, self._on_not_watched)
        self._watcher.submit(self._work, answer, bank.poll)

    def _on_watched(self, change: object) -> None:
        self._watching = False
        if change is not None:
            self.changed.emit(change)

    def _on_not_watched(self, problem: Problem) -> None:
        self._watching = False
        self._timer.stop()
        self.refused.emit(problem)

    def _on_opened(self, bank: object) -> None:
        self._bank = bank  # type: ignore[assignment]
        self._watching = False
        self._timer.start()
        self.opened.emit(bank)
        opening = self._opening
        QTimer.singleShot(CHECK_AFTER_MS, self, lambda: self._check(opening))

    def _check(self, opening: int) -> None:
        """Look through the file in the background, once the first screens are there."""
        if opening == self._opening:
            self.aside(lambda bank: bank.check(), self._on_checked, owner=self)

    def _on_checked(self, damage: str | None) -> None:
        if damage is not None and self._bank is not None:
            self.refused.emit(DamageFound(str(self._bank.path), damage))

    def _on_came_back(self, came: object) -> None:
        assert isinstance(came, _Answer)
        if self._is_late(came):
            value = came.value
            if came.then == self._on_opened and value is not None:
                value.close()  # type: ignore[attr-defined]
            return
        if isinstance(came.error, Problem):
            (came.refused or self.refused.emit)(came.error)
        elif came.error is not None:
            if came.then == self._on_watched:
                self._watching = False
            log.error("on a thread", exc_info=came.error)
            self.failed.emit(came.error)
        else:
            came.then(came.value)

    def _is_late(self, came: _Answer) -> bool:
        """Whether nobody waits for this answer any more."""
        return (
            came.opening not in (-1, self._opening)
            or bool(came.lane and came.turn != self._turns[came.lane])
            or (came.owner is not None and not isValid(came.owner))
        )


def _thread(name: str) -> "ThreadPoolExecutor":
    """One thread, which does one thing after the other; it comes with its first work, after the window was painted."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(1, name)


def _takes(then: Callable[[T], None]) -> Callable[[object], None]:
    """The same callable, seen as one that takes what its own question answered."""
    return then  # type: ignore[return-value]
