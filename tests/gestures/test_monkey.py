"""Whatever is done at the window, in whatever order: the bank stays whole, and all panes say what it says."""

import logging
import random
import sys
import time
from pathlib import Path
from types import TracebackType

import pytest
from pytestqt.exceptions import TimeoutError as NotInTime

from tests.at_the_bench import Person
from tests.gestures.conftest import People
from tests.gestures.monkey import Monkey
from tests.gestures.whole_window import disagreements

STEPS, LONG_STEPS = 150, 3_000
VERIFIED_EVERY = 50
TOLD = 25
"""The last steps that are told of a failure."""
SETTLED_MS = 5_000


class Faults(logging.Handler):
    """All that went wrong without anybody saying so: logged errors and exceptions that nothing caught."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__(logging.ERROR)
        self.met: list[str] = []
        before = sys.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            self.met.append(repr(error))
            before(kind, error, trace)

        monkeypatch.setattr(sys, "excepthook", hook)

    def emit(self, record: logging.LogRecord) -> None:
        self.met.append(record.getMessage())


def settle(person: Person) -> None:
    """Wait until nothing is being written, and all panes have read what was."""
    seen = ["still busy"]

    def settled() -> bool:
        scans = person.window.workbench.scans.target
        busy = person.window.doing.is_busy or scans.is_busy
        seen[:] = ["still busy"] if busy else disagreements(person)
        return not seen

    try:
        person.qtbot.waitUntil(settled, timeout=SETTLED_MS)
    except NotInTime:
        pytest.fail("; ".join(seen))


def work(monkey: Monkey, faults: Faults, steps: int, path: Path) -> None:
    from freezerapp.storage.verifying import verify

    for number in range(1, steps + 1):
        monkey.step()
        settle(monkey.person)
        assert faults.met == []
        if number % VERIFIED_EVERY == 0:
            assert list(verify(path)) == []


def seeds(long_form: bool) -> list[int]:
    return [random.SystemRandom().randrange(1 << 30) for _ in range(3)] if long_form else [3]


def test_a_monkey_at_the_window_leaves_a_whole_bank_and_panes_that_agree(
    people: People, bank_file: Path, monkeypatch: pytest.MonkeyPatch, long_form: bool
) -> None:
    faults = Faults(monkeypatch)
    logging.getLogger().addHandler(faults)
    try:
        for seed in seeds(long_form):
            monkey = Monkey(people(), seed)
            started = time.monotonic()
            try:
                work(monkey, faults, LONG_STEPS if long_form else STEPS, bank_file)
            except BaseException:
                print(f"seed {seed}, step {len(monkey.steps)}, the last ones:", *monkey.steps[-TOLD:], sep="\n  ")
                raise
            print(f"seed {seed}: {len(monkey.steps)} steps in {time.monotonic() - started:.1f} s")
    finally:
        logging.getLogger().removeHandler(faults)
