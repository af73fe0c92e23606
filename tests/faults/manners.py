"""Children that do something to a bank in a certain manner, and their parent, which is this module when run.

For each line of JSON on its standard input, [manner, bank, {facts}], the parent forks a child (everything is
imported once), says ``born`` and its number, and ``gone`` with its status when it ended. ``weak`` among the
facts takes a guard away, to show that a test would see it missing.
"""

import ctypes
import json
import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from freezerapp.commands.bring_in import NewTube, RegisterTubes
from freezerapp.commands.mark import MarkThawed
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.commands.ship_send import Dispatch
from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Spot
from freezerapp.storage.backup import backup, restore
from freezerapp.storage.database import Database
from tests.faults.work import COLUMNS, HALF_FULL, Work, attempt, say, weaken

NOTHING_HAPPENED = 7
"""How a child ends when the trouble that it waited for never came."""


def work(bank: Path, seed: int, times: int = 10**9) -> None:
    """Work until killed, or until so many commands were tried."""
    database = Database.open(bank)
    bench = Work(database, seed)
    for _ in range(times):
        attempt(database, bench.next())
    database.close()


def compete(bank: Path, seed: int, box: int, spots: int, seconds: float, start_at: float) -> None:
    """Move a few tubes about among twice as many positions of one box, where all others move them too."""
    lot = random.Random(seed)
    database = Database.open(bank)
    with database.reading() as reader:
        sql = f"SELECT id FROM specimen WHERE status = 'stored' ORDER BY id LIMIT {spots // 2}"
        tubes = [row[0] for row in reader.connection.exec_driver_sql(sql)]
    time.sleep(max(0.0, start_at - time.time()))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        row, column = divmod(HALF_FULL + lot.randrange(spots), COLUMNS)
        attempt(database, MoveTubes((Move(lot.choice(tubes), Spot(box, row, column)),)))
    database.close()


def repeat(bank: Path, uuid: str, start_at: float) -> None:
    """Do one operation that has its name already, when all are ready."""
    database = Database.open(bank)
    time.sleep(max(0.0, start_at - time.time()))
    attempt(database, MarkThawed((1,)), uuid)
    database.close()


def hand_over(bank: Path, start_at: float) -> None:
    """Dispatch the first shipment, when all are ready."""
    database = Database.open(bank)
    time.sleep(max(0.0, start_at - time.time()))
    attempt(database, Dispatch(1))
    database.close()


def fill(bank: Path, batch: int, room: str) -> None:
    """Register tubes until it is refused, read, then make room (by removing a file) and go on."""
    database = Database.open(bank)
    number = 0

    def register() -> str:
        nonlocal number
        number += batch
        return attempt(database, RegisterTubes([NewTube(f"FL{n:010d}", "DNA") for n in range(number - batch, number)]))

    while register() == "done":
        pass
    with database.reading() as reader:
        tubes = "SELECT count(*) FROM specimen WHERE barcode LIKE 'FL%'"
        say("read", reader.connection.exec_driver_sql(tubes).scalar_one())
    Path(room).unlink()
    register()
    with database.reading() as reader:
        say("read", reader.connection.exec_driver_sql(tubes).scalar_one())
    database.close()


class Disk:
    """The library before the disk, when this process was started under it."""

    def __init__(self, folder: Path) -> None:
        self._library = ctypes.CDLL(None)
        self._library.disk_watch(os.fsencode(folder))

    def trouble(self, at: int, error: int, lasting: bool) -> None:
        """Let the call of this number fail, and if ``lasting`` all that follow; error 0 is death."""
        self._library.disk_trouble(ctypes.c_long(at), error, lasting)

    def calm(self) -> int:
        """No trouble any more; how many calls were seen since it was asked for."""
        calls: int = self._library.disk_calls()
        self._library.disk_trouble(ctypes.c_long(-1), 0, 0)
        return calls

    def record(self, into: Path) -> None:
        """Write every call down from now on."""
        self._library.disk_record(os.fsencode(into))

    def mark(self, said: str) -> None:
        """Put a mark between the calls written down."""
        self._library.disk_mark(said.encode())


def record(bank: Path, seed: int, times: int, into: str) -> None:
    """Work, with every change of the files written down and a mark after each confirmed operation."""
    disk = Disk(bank.parent)
    disk.record(Path(into))
    database = Database.open(bank)
    bench = Work(database, seed)
    for _ in range(times):
        if attempt(database, bench.next()) == "done":
            with database.reading() as reader:
                last = "SELECT uuid FROM operation ORDER BY id DESC LIMIT 1"
                disk.mark(reader.connection.exec_driver_sql(last).scalar_one())
    database.close()


@dataclass
class Trouble:
    """Trouble at one call of a job, and how many calls were seen until it was over."""

    disk: Disk
    at: int
    error: int
    lasting: bool
    calls: int = 0

    def __enter__(self) -> None:
        self.disk.trouble(self.at, self.error, self.lasting)

    def __exit__(self, *_: object) -> None:
        self.calls = self.disk.calm()


def _a_command(bank: Path, trouble: Trouble, _: Path) -> None:
    database = Database.open(bank)
    attempt(database, MarkThawed((1,)))
    before = _thaws(database)
    with trouble:
        attempt(database, MarkThawed(tuple(range(1, 41))))
    say("read", _thaws(database) - before)
    attempt(database, MarkThawed((80,)))
    database.close()


def _thaws(database: Database) -> int:
    with database.reading() as reader:
        return int(reader.connection.exec_driver_sql("SELECT sum(thaws) FROM specimen").scalar_one())


def _a_backup(bank: Path, trouble: Trouble, _: Path) -> None:
    with trouble:
        try:
            backup(bank, bank.with_name("copy.freezer"))
            say("made")
        except Problem as problem:
            say("not made", type(problem).__name__)


def _a_restore(bank: Path, trouble: Trouble, source: Path) -> None:
    with trouble:
        try:
            restore(source, bank)
            say("made")
        except Problem as problem:
            say("not made", type(problem).__name__)


JOBS = {"command": _a_command, "backup": _a_backup, "restore": _a_restore}


def each_call(
    bank: Path,
    job: str,
    into: str,
    error: int = 0,
    lasting: bool = False,
    first: int = 1,
    step: int = 1,
    source: str = "",
) -> None:
    """Do a job again and again on copies of a bank's folder, with trouble at its first, second, … call.

    A call is a change of a file. Says ``step``, the number and the folder of the copy before each, ``calls`` (how
    many there were) and ``ended`` after it; goes on until a job comes to no such call any more.
    """
    for number in count(first, step):
        folder = Path(into) / f"{number:03}"
        shutil.copytree(bank.parent, folder)
        say("step", number, str(folder))
        child = os.fork()
        if not child:
            trouble = Trouble(Disk(folder), number, error, lasting)
            _end_after(partial(JOBS[job], folder / bank.name, trouble, Path(source)))
            say("calls", trouble.calls)
            os._exit(0 if trouble.calls >= number else NOTHING_HAPPENED)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        say("ended", number, status)
        if status not in (0, -signal.SIGKILL):
            return


def _end_after(live: Callable[[], None]) -> None:
    try:
        live()
    except BaseException:
        traceback.print_exc()
        os._exit(1)


MANNERS: dict[str, Callable[..., None]] = {
    "work": work,
    "compete": compete,
    "repeat": repeat,
    "hand over": hand_over,
    "fill": fill,
    "record": record,
    "each call": each_call,
}


def _bury(*_: object) -> None:
    with suppress(ChildProcessError):
        while True:
            number, status = os.waitpid(-1, os.WNOHANG)
            if not number:
                return
            say("gone", number, os.waitstatus_to_exitcode(status))


def _live(manner: str, bank: str, facts: dict[str, object]) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    weaken(str(facts.pop("weak", "")))
    MANNERS[manner](Path(bank), **facts)


def main() -> None:
    """Be the parent."""
    signal.signal(signal.SIGCHLD, _bury)
    for line in sys.stdin:
        number = os.fork()
        if not number:
            _end_after(partial(_live, *json.loads(line)))
            os._exit(0)
        say("born", number)


if __name__ == "__main__":
    main()
