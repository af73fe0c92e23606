"""Tubes that come back from the bench: where they were out for long, somebody says whether they are still frozen."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject

from freezerapp.domain.thawing import Condition, is_in_doubt, proposed
from freezerapp.ui import said_of_tube
from freezerapp.ui.models.bench_list import BenchList, minutes_out
from freezerapp.ui.settings import OUT_LIMIT, Settings
from freezerapp.ui.telling import Telling

Answered = Callable[[tuple[int, ...], str | None], None]
"""Gets which tubes (ids) thawed, and the reason to be recorded where nobody knows."""


class Out(NamedTuple):
    """How long a tube has been out, and after how long its material thaws; minutes."""

    minutes: int
    to_thaw: int


class Returning(QObject):
    """Asks in the bar; who is asked about one tube and brings the next is asked about both."""

    def __init__(self, bench: BenchList, settings: Settings, telling: Telling, parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._settings = settings
        self._telling = telling
        self._waiting: list[tuple[dict[int, Out], Answered]] = []

    def when_known(self, tubes: Sequence[int], do: Answered) -> bool:
        """Do it now, or when it is known how the tubes come back; False: somebody has to say first."""
        doubtful = self._doubtful(tubes)
        if not doubtful:
            do((), None)
            return True
        if not self._telling.is_asking:
            self._waiting.clear()  # what was asked before was left unanswered: those tubes are still in hand
        self._waiting.append((doubtful, do))
        every = {key: out for each, _ in self._waiting for key, out in each.items()}
        ways = (
            (self.tr("Still frozen"), lambda: self._answer(Condition.FROZEN)),
            (self.tr("Thawed"), lambda: self._answer(Condition.THAWED)),
            (self.tr("Not known"), lambda: self._answer(Condition.UNKNOWN)),
        )
        self._ask(every, ways)
        return False

    def ask_after(self, tube: int, thawed: Callable[[], None]) -> Callable[[], None] | None:
        """For a scan that can't wait: what asks once the tube is in its place, None where nothing is in doubt."""
        doubtful = self._doubtful((tube,))
        ways = ((self.tr("Still frozen"), lambda: None), (self.tr("Thawed"), thawed))
        return (lambda: self._ask(doubtful, ways)) if doubtful else None

    def _ask(self, tubes: Mapping[int, Out], ways: Sequence[tuple[str, Callable[[], None]]]) -> None:
        """Ask, with the way proposed that the longest time suggests."""
        span = said_of_tube.span(max(out.minutes for out in tubes.values()))
        text = self.tr("%Ln tube(s) had been out for {span}. Still frozen?", "", len(tubes)).format(span=span)
        thawing = any(proposed(*out) is Condition.THAWED for out in tubes.values())
        self._telling.choose(text, ways, 1 if thawing else 0)

    def _answer(self, condition: Condition) -> None:
        waiting, self._waiting = self._waiting, []
        unknown = self.tr("Not known whether it thawed") if condition is Condition.UNKNOWN else None
        for tubes, do in waiting:
            do(tuple(tubes) if condition is Condition.THAWED else (), unknown)

    def _doubtful(self, tubes: Sequence[int]) -> dict[int, Out]:
        """Those of them that are in hand, and have been for so long that somebody has to look."""
        now_ms, site = int(time.time() * 1000), self._settings.get(OUT_LIMIT)
        rows = [row for key in tubes if (row := self._bench.tube(key)) is not None]
        times = {row.id: Out(minutes_out(row, now_ms), self._bench.limit_min(row, site)) for row in rows}
        return {key: out for key, out in times.items() if is_in_doubt(*out)}
