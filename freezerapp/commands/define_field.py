"""Fields that a site defines for itself: text, number, date or choice."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam, select

from freezerapp.domain.custody import canonical
from freezerapp.domain.folding import fold
from freezerapp.domain.problems import Problem
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.records import Field

_FIELDS = Prepared(
    select(schema.field.c.code, schema.field.c.name).where(schema.field.c.owner_kind == bindparam("owner"))
)


class FieldExists(Problem):
    """The site has a field of this name already."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class DefineField:
    """A new field for specimens, participants, visits or collections. Gives its id."""

    kind: ClassVar[str] = "define field"
    code: str
    name: str
    of: str = "specimen"
    value: str = "text"
    choices: tuple[str, ...] = ()
    unit: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> int:
        wanted = {fold(self.code), fold(self.name)}
        for row in run(ledger.connection, _FIELDS, owner=self.of):
            if wanted & {fold(row[0]), fold(row[1])}:
                raise FieldExists(self.name)
        key = ledger.new_id("field")
        ledger.save(
            "field",
            Field(key, self.code, self.name, self.of, self.value, canonical(list(self.choices)), self.unit),
        )
        return key
