"""A new bank: its one entry, its first operator, the materials, a study to begin with."""

import getpass
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from freezerapp.commands.command import perform
from freezerapp.commands.shipped import materials
from freezerapp.domain.access import Operator, Role
from freezerapp.domain.participant import Study
from freezerapp.storage import migrating
from freezerapp.storage.clock import Clock, SystemClock
from freezerapp.storage.copying import remove
from freezerapp.storage.database import Database
from freezerapp.storage.faults import said_of
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.records import Bank

CODE_PATTERN = "AA##########"
"""Two letters and ten digits fit the smallest Data Matrix that a vial can carry with room to spare."""


@dataclass(frozen=True, slots=True)
class MakeBank:
    """Write the first rows of an empty file."""

    kind: ClassVar[str] = "make bank"
    uuid: str
    name: str
    operator: str
    account: str | None
    study: tuple[str, str]
    blinded_until: str | None = None
    code_pattern: str = CODE_PATTERN
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        now = ledger.operation.recorded_at
        ledger.operation = ledger.operation._replace(operator=self.operator)
        ledger.save("bank", Bank(1, self.uuid, self.name, now, self.code_pattern))
        ledger.save("operator", Operator(1, self.operator, self.account, Role.ADMINISTRATOR))
        for material in materials():
            ledger.save("material", material)
        ledger.save("study", Study(1, *self.study, blinded_until=self.blinded_until))


@dataclass(frozen=True, slots=True)
class AddOperator:
    """One more person who works in the bank; gives the operator's id."""

    kind: ClassVar[str] = "add operator"
    name: str
    role: Role = Role.OPERATOR
    account: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> int:
        key = ledger.new_id("operator")
        ledger.save("operator", Operator(key, self.name, self.account, self.role))
        return key


def system_account() -> str:
    """The name under which the machine knows who is sitting at it."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "operator"


def make_bank(
    path: Path,
    name: str | None = None,
    operator: str | None = None,
    *,
    clock: Clock | None = None,
    study: tuple[str, str] = ("STUDY", "Study"),
    blinded_until: str | None = None,
    code_pattern: str = CODE_PATTERN,
) -> Database:
    """Make an empty bank at ``path`` and open it. Raises FileExists; what fails half-way leaves no file."""
    ticking = clock or SystemClock()
    account = system_account()
    uuid = ticking.uuid()
    with said_of(path):
        migrating.create(path)
    try:
        database = Database(path, ticking, uuid, writable=True)
        try:
            perform(
                database,
                MakeBank(uuid, name or path.stem, operator or account, account, study, blinded_until, code_pattern),
                1,
            )
        except BaseException:
            database.close()
            raise
    except BaseException:
        remove(path)
        raise
    return database
