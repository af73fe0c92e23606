"""The benches of the state machine: what its rules stand on, and what must be true after each of them."""

import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from freezerapp.commands.command import Command, Done
from freezerapp.commands.parties import SaveParty
from freezerapp.domain.access import Role
from freezerapp.domain.party import Party
from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Spot
from freezerapp.domain.temperature import Temperature
from freezerapp.storage import sqlite
from freezerapp.storage.database import Database
from tests.build import Bank, Bench, Row, a_bank, a_box, a_folder, a_shelf, a_tube, an_operator, everything, hurry, raw
from tests.commands.machine_sql import FREE, IMPOSSIBLE

Drawn = tuple[int, int]
"""Which of the free positions; with a 0 at the end any position at all, taken, blocked or none."""


@cache
def _start() -> Path:
    """A hall with two shelves and boxes of each sort, four tubes, three addresses; made once and copied each time."""
    bank = a_bank(a_folder())
    an_operator(bank, "Vi", Role.VIEWER)
    hall = a_shelf(bank, 1, 3, name="HALL")
    shelf = a_shelf(bank, 2, 2, in_=hall, name="S1")
    a_shelf(bank, 2, 2, in_=hall, name="S2")
    box = a_box(bank, 2, in_=shelf, name="B1")
    a_box(bank, 2, in_=shelf, name="B2")
    a_box(bank, 2, name="CSF", materials=("CSF",))
    a_box(bank, 2, name="WARM", temperature=Temperature.FREEZER)
    for n, at in enumerate(("A1", "A2", "B1"), 1):
        a_tube(bank, f"T{n}", in_=box, at=at, participant="P1", visit="V01")
    a_tube(bank, "T4", parent="T1")
    bank.do(SaveParty(Party(0, "Bank", phone="+33 1", responsible="Dr A", responsible_phone="+33 2", own=1)))
    for name in ("Lab", "Clinic"):
        bank.do(SaveParty(Party(0, name, phone="+44 1")))
    bank.close()
    return bank.path


class Watched(Bank):
    """A bank that is looked at again and again: through one connection that stays open."""

    def __init__(self, path: Path, clock: Bench, database: Database) -> None:
        super().__init__(path, clock, database)
        hurry(database)
        self.eye = raw(path)

    def rows(self, sql: str, *values: object) -> list[Row]:
        return self.eye.execute(sql, values).fetchall()

    def everything(self) -> dict[str, list[Row]]:
        return everything(self.eye)

    def state(self) -> int:
        """A number that changes with every commit of anybody."""
        return sqlite.data_version(self.eye)

    def close(self) -> None:
        self.eye.close()
        super().close()


class Watching(RuleBasedStateMachine):
    """Two benches on one file, and an eye on it that sees whether all is well."""

    @initialize()
    def begin(self) -> None:
        self.folder = a_folder()
        self.path = Path(shutil.copy(_start(), self.folder / "bank.freezer"))
        self.clock = Bench(first=10_000)
        self.benches = [self.opened(), self.opened()]
        self.bank = self.benches[0]
        self.heads: dict[int, str] = {}
        self.before: dict[int, dict[str, Any]] = {}
        self.named = 0
        self.looked_at: tuple[Watched, int] | None = None

    def opened(self) -> Watched:
        return Watched(self.path, self.clock, Database.open(self.path, self.clock))

    def teardown(self) -> None:
        for bank in getattr(self, "benches", []):
            bank.close()
        if hasattr(self, "folder"):
            shutil.rmtree(self.folder)

    def tube(self, number: int) -> int:
        """One of the tubes, the newest oftener than the oldest, now and then one that is not there."""
        last: int = self.bank.value("SELECT max(id) FROM specimen")
        return max(1, last + 1 - number)

    def tubes(self, listed: list[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(self.tube(number) for number in listed))

    def box(self, number: int) -> int:
        last: int = self.bank.value("SELECT max(id) FROM container")
        return (number % (last + 1)) + 1

    def spot(self, drawn: Drawn, holds: str = "specimens") -> Spot:
        number, choice = drawn
        if choice == 0:
            return Spot(self.box(number), number % 3, number // 3 % 3)
        free = self.bank.rows(FREE.format(holds=holds))
        return Spot(*free[number % len(free)]) if free else Spot(1, 0, 0)

    def those(self, listed: list[int], sql: str) -> tuple[int, ...]:
        """Some of the ids that a statement gives; where there are none, some of all tubes."""
        found = [row[0] for row in self.bank.rows(sql)]
        return tuple({found[number % len(found)] for number in listed}) if found else self.tubes(listed)

    def places(self) -> dict[int, Spot]:
        """Where tubes stand."""
        sql = 'SELECT specimen_id, container_id, "row", "column" FROM place WHERE "use" = \'here\''
        return {row[0]: Spot(*row[1:]) for row in self.bank.rows(sql) if row[0] is not None}

    def last(self) -> int:
        number: int = self.bank.value("SELECT max(id) FROM operation")
        return number

    def look(self) -> dict[str, list[Row]]:
        return self.bank.everything()

    def do(self, command: Command, **more: Any) -> Done | None:
        """Do it at one bench; refused, it changes nothing."""
        picture, rows = self.bank.picture(), self.look()
        try:
            done = self.bank.do(command, **more)
        except Problem:
            assert self.look() == rows, f"{command} was refused and changed something"
            return None
        self.before[done.operation_id] = picture
        return done

    def refuse(self, problem: type[Problem], command: Command, **more: Any) -> None:
        """It must be refused like this, and changes nothing."""
        rows = self.look()
        with pytest.raises(problem):
            self.bank.do(command, **more)
        assert self.look() == rows

    @invariant()
    def all_is_well(self) -> None:
        """Verify finds nothing, nor do some of its rules in other words; what was recorded stays recorded."""
        if not hasattr(self, "bank") or self.looked_at == (self.bank, self.bank.state()):
            return
        self.looked_at = self.bank, self.bank.state()
        found = self.bank.findings()
        assert not found, found
        for sql in IMPOSSIBLE:
            assert self.bank.rows(sql) == [], sql
        seq, here = self.bank.head()
        assert self.bank.value("SELECT count(*) FROM event") == seq
        for earlier, known in self.heads.items():
            assert self.bank.value("SELECT lower(hex(hash)) FROM event WHERE seq = ?", earlier) == known
        self.heads[seq] = here
