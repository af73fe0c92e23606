"""Work at a bench for the fault tests: the real commands, drawn by lot, each one said through a pipe.

A line is JSON, [word, uuid, fact]: ``begun`` before a command, then ``done`` (committed), ``refused`` (by a
Problem, whose name follows) or ``broken`` (anything else, which is a fault of the program).
"""

import json
import os
import random
import uuid as uuids
from contextlib import nullcontext, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine

from freezerapp.commands.arrange import BlockPositions
from freezerapp.commands.bring_in import BringIn, NewBox, NewTube, RegisterTubes
from freezerapp.commands.check_out import PutBack, TakeOut
from freezerapp.commands.command import Command, perform
from freezerapp.commands.edit import EditTube
from freezerapp.commands.hold import PlaceHold, ReleaseHold
from freezerapp.commands.make_bank import make_bank
from freezerapp.commands.mark import MarkFound, MarkMissing, MarkThawed, MarkUsedUp
from freezerapp.commands.move import Move, MoveTubes, PlaceTubes
from freezerapp.commands.shipped import presets
from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import HoldKind, Spot
from freezerapp.domain.standing import CellUse
from freezerapp.storage import backup, sqlite
from freezerapp.storage.database import Database
from tests.build import Bench

ROWS = COLUMNS = 9
HALF_FULL = 36
"""From this position on the boxes are empty at first."""
OPERATOR = 1


def make(path: Path, tubes: int = 80, boxes: int = 3) -> None:
    """A small bank with a little history: boxes of 9 × 9, half full, some positions blocked."""
    box = presets().types["box-9x9"]
    database = make_bank(path, "Fault tests", "Ada", clock=Bench())
    each = -(-tubes // boxes)
    perform(
        database,
        BringIn(
            [
                NewTube(
                    f"MC{n:010d}",
                    ("DNA", "CSF", "SER")[n % 3],
                    f"P{n // 12:04d}",
                    f"V{n // 4 % 3:02d}",
                    "2019-03-14",
                    200_000,
                    "µL",
                    f"BX-{n // each}",
                    n % each // COLUMNS,
                    n % COLUMNS,
                )
                for n in range(tubes)
            ],
            [NewBox(f"BX-{n}", f"Box {n}", box.code) for n in range(boxes)],
            [box],
        ),
        OPERATOR,
    )
    perform(database, BlockPositions(boxes, ((8, 7), (8, 8)), CellUse.BLOCKED, "broken"), OPERATOR)
    bench = Work(database, 1)
    for _ in range(30):
        with suppress(Problem):
            perform(database, bench.next(), OPERATOR)
    database.close()


class Work:
    """Commands drawn by lot from what is possible at a bench at this moment (and some that are not)."""

    def __init__(self, database: Database, seed: int) -> None:
        self.database, self.lot = database, random.Random(seed)

    def next(self) -> Command:
        """A command that probably does something."""
        with self.database.reading() as reader:
            ids = _ids_by_status(reader.connection)
            boxes = _column(reader.connection, "SELECT id FROM container WHERE status = 'in place'")
            held = _column(reader.connection, "SELECT DISTINCT specimen_id FROM hold")
            last = _column(reader.connection, "SELECT max(id) FROM operation")[0]

        def some(status: str) -> tuple[int, ...]:
            there = ids.get(status, [])
            return tuple(self.lot.sample(there, min(len(there), self.lot.randint(1, 3))))

        def spot() -> Spot:
            return Spot(self.lot.choice(boxes), self.lot.randrange(ROWS), self.lot.randrange(COLUMNS))

        stored, bench = some("stored"), some("on the bench")
        ways: list[Command] = [TakeBack(self.lot.randint(max(2, last - 4), last)), self._register(spot())]
        if stored:
            ways += [
                MoveTubes(tuple(Move(tube, spot()) for tube in stored)),
                MoveTubes((Move(stored[0], spot()),)),
                TakeOut(stored),
                PlaceHold(stored, HoldKind.REQUEST, "asked for"),
                EditTube(stored[0], (("note", f"note {self.lot.random()}"),), "seen"),
                MarkThawed(stored),
                MarkMissing(stored[:1]),
            ]
            if self.lot.random() < 0.2:
                ways.append(MarkUsedUp(stored[:1]))
        if bench:
            ways += [PutBack(bench), PutBack(bench, thawed=bench), PlaceTubes((Move(bench[0], spot()),))]
        if missing := some("missing"):
            ways.append(MarkFound(missing))
        if held:
            ways.append(ReleaseHold((self.lot.choice(held),), HoldKind.REQUEST, "given"))
        return self.lot.choice(ways)

    def _register(self, spot: Spot) -> RegisterTubes:
        with self.database.reading() as reader:
            sql = f"SELECT text FROM code WHERE owner_kind = 'container' AND owner_id = {spot.container}"
            box = reader.connection.exec_driver_sql(sql).scalar_one()
        number = self.lot.randrange(10**10)
        who = f"P{number % 50:04d}"
        tube = NewTube(f"KT{number:010d}", "DNA", who, "V07", "2020", 9_000, "µL", box, *spot[1:])
        return RegisterTubes([tube])


def _column(connection: Connection, sql: str) -> list[int]:
    return [row[0] for row in connection.exec_driver_sql(sql)]


def _ids_by_status(connection: Connection) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for key, status in connection.exec_driver_sql("SELECT id, status FROM specimen WHERE kind = 'tube'"):
        found.setdefault(status, []).append(key)
    return found


def say(word: str, *facts: object) -> None:
    """One line, in one write: a line is there whole or not at all, whenever this process dies."""
    os.write(1, (json.dumps([word, *facts]) + "\n").encode())


def attempt(database: Database, command: Command, uuid: str | None = None) -> str:
    """Do a command and say what came of it; gives the word that was said last."""
    name = uuid or str(uuids.uuid4())
    say("begun", name, command.kind)
    try:
        done = perform(database, command, OPERATOR, uuid=name)
    except Problem as problem:
        say("refused", name, type(problem).__name__)
        return "refused"
    except Exception as error:
        say("broken", name, repr(error))
        return "broken"
    say("done", name, done.change.last_seq)
    return "done"


def weaken(guard: str) -> None:
    """Take one guard away."""
    if guard == "confirm":  # says that it is done before it is
        commit = Database._commit

        def too_early(self: Database, connection: Connection) -> None:
            rows = connection.exec_driver_sql("SELECT uuid FROM operation ORDER BY id DESC LIMIT 1")
            say("done", rows.scalar_one(), 0)
            commit(self, connection)

        Database._commit = too_early  # type: ignore[method-assign]
    elif guard in ("journal_mode", "synchronous"):
        settle = sqlite.settle_writer

        def unsettled(connection: object) -> None:
            settle(connection)  # type: ignore[arg-type]
            connection.execute(f"PRAGMA {guard}=OFF")  # type: ignore[attr-defined]

        sqlite.settle_writer = unsettled
    elif guard == "begin":

        def begins_as_readers_do(path: Path, synced: bool = True) -> Engine:
            return sqlite._engine(path, "rw", sqlite.settle_writer, "BEGIN", 1)

        sqlite.writer_engine = begins_as_readers_do
    elif guard == "journal goes with the bank":

        def journal_first(target: Path, kept: Path) -> None:
            journal = target.with_name(target.name + "-journal")
            if journal.exists():
                journal.rename(kept.with_name(kept.name + "-journal"))
            target.rename(kept)

        backup._held = nullcontext  # type: ignore[assignment]
        backup._set_aside = journal_first
    elif guard:
        raise SystemExit(f"no guard is called {guard}")
