"""The one door for every change: a command is run in one transaction with its history, and gives its way back."""

from typing import Any, ClassVar, NamedTuple, Protocol

from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.access import UnknownOperator, check_allowed
from freezerapp.domain.custody import IRREVOCABLE
from freezerapp.domain.problems import NothingToDo, NotThere, TextNotWritable
from freezerapp.storage.database import Change, Database
from freezerapp.storage.ledger import Ledger


class Command(Protocol):
    """Something people do. ``kind`` is the word history keeps; the rest are frozen facts of the gesture."""

    kind: ClassVar[str]

    @property
    def reason(self) -> str | None:
        """Why, where the user said so."""

    @property
    def done_at(self) -> str | None:
        """When it was done (ISO text), where that is not now."""

    def run(self, ledger: Ledger) -> object:
        """Read, decide and save; raises a Problem to refuse. What it gives is handed to the caller."""


class Done(NamedTuple):
    """What came of a command: its operation, what it touched, the command that undoes it (if any), its result."""

    operation_id: int
    uuid: str
    kind: str
    change: Change
    inverse: Command | None
    result: object = None


def perform(database: Database, command: Command, operator_id: int, *, uuid: str | None = None) -> Done:
    """Run one command as one operation of this operator.

    With ``uuid`` a retry of the same operation is refused (OperationRepeated) instead of happening twice.
    Raises NothingToDo where nothing would change, NotAllowed where the role does not include it, and
    whatever Problem the command refuses with; then nothing was changed.
    """
    told: list[Change] = []
    try:
        with database.transaction(
            command.kind, operator_id, done_at=command.done_at, reason=command.reason, uuid=uuid, told=told.append
        ) as ledger:
            if command.kind != "make bank":
                allow(ledger, operator_id, command.kind)
            result = command.run(ledger)
            said = ledger.operation
    except UnicodeEncodeError as error:
        found = error.object[error.start : error.end]
        raise TextNotWritable(", ".join(f"U+{ord(each):04X}" for each in found)) from error
    if not told:
        raise NothingToDo(command.kind)
    change = told[0]
    assert change.operation_id is not None
    inverse = None if said.kind in IRREVOCABLE else TakeBack(change.operation_id)
    return Done(change.operation_id, said.uuid, said.kind, change, inverse, result)


def allow(ledger: Ledger, operator_id: int, kind: str) -> None:
    """Refuse an unknown operator, or one whose role does not include this kind of operation."""
    try:
        operator: Any = ledger.one("operator", operator_id)
    except NotThere as error:
        raise UnknownOperator(str(operator_id)) from error
    check_allowed(operator, kind)
