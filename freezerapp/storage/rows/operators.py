"""The operators of a bank, as far as somebody must be found among them."""

from typing import NamedTuple

from sqlalchemy import select

from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import Prepared

_o = schema.operator.c
_ACTIVE = Prepared(select(_o.id, _o.name, _o.account).where(_o.active == 1).order_by(_o.id))


class OperatorRow(NamedTuple):
    """One who may work here; ``account`` is the name under which the system knows them."""

    id: int
    name: str
    account: str | None


def active(reader: Reader) -> tuple[OperatorRow, ...]:
    """All who may work here, in the order in which they were entered."""
    return tuple(OperatorRow(*row) for row in reader.all(_ACTIVE))


def of_account(reader: Reader, account: str) -> int | None:
    """The operator of a system account, None while that account has done nothing here."""
    return next((row.id for row in active(reader) if row.account == account), None)
