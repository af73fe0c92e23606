"""Who does something: an operator by name, or the one of the system account, entered at first need."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.commands.command import perform
from freezerapp.commands.make_bank import system_account
from freezerapp.domain.access import Operator, Role, UnknownOperator
from freezerapp.storage.database import Database
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.rows import operators


@dataclass(frozen=True, slots=True)
class EnterOperator:
    """The person of a system account begins to work in a bank: entered under that name, by themselves.

    Until there is signing-in an operator is only declared; a bank made elsewhere must still be usable.
    """

    kind: ClassVar[str] = "enter operator"
    account: str
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> int:
        key = ledger.new_id("operator")
        ledger.save("operator", Operator(key, self.account, self.account, Role.OPERATOR))
        ledger.operation = ledger.operation._replace(operator_id=key, operator=self.account)
        return key


def operator_for(database: Database, name: str | None = None, account: str | None = None) -> int:
    """The id of the operator of this name; without one, of the system account.

    Raises UnknownOperator for a name that nobody has.
    """
    with database.reading() as reader:
        rows = operators.active(reader)
    if name is not None:
        wanted = name.casefold()
        for row in rows:
            if row.name.casefold() == wanted:
                return row.id
        raise UnknownOperator(name)
    me = account or system_account()
    for row in rows:
        if row.account == me:
            return row.id
    done = perform(database, EnterOperator(me), rows[0].id if rows else 0)
    assert isinstance(done.result, int)
    return done.result
