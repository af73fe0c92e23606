"""One transaction: what was read, what is to change, and the events that say so, written in one go."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple, cast

from sqlalchemy import Connection, func, literal_column, select

from freezerapp.domain.container import ContainerType
from freezerapp.domain.custody import CONTAINER, SPECIMEN, Json, Operation
from freezerapp.domain.problems import NotThere
from freezerapp.domain.specimen import Code, CodeKind, Specimen
from freezerapp.domain.standing import Container
from freezerapp.storage import containers, schema, specimens
from freezerapp.storage.prepared import ByIds, Prepared, run
from freezerapp.storage.records import SUBJECTS, Subject


class Saved(NamedTuple):
    """One thing that changes: as it was (None for a new one), as it will be, and how that is known."""

    before: Any
    after: Any
    known: str | None


class BrokenRule(Exception):
    """A command tried to record something impossible: a fault of the program, never of the user."""


_ROWS = {
    kind: ByIds(select(subject.table), subject.table.c.id)
    for kind, subject in SUBJECTS.items()
    if kind not in (SPECIMEN, CONTAINER)
}
_OPERATOR_CODES = ByIds(
    select(
        schema.code.c.owner_id,
        schema.code.c.text,
        schema.code.c.kind,
        schema.code.c.valid_from,
        schema.code.c.valid_until,
    ).where(schema.code.c.owner_kind == literal_column("'operator'")),
    schema.code.c.owner_id,
)
_LAST = {kind: Prepared(select(func.max(subject.table.c.id))) for kind, subject in SUBJECTS.items()}
_CODES = ByIds(select(schema.code.c.key, schema.code.c.owner_kind, schema.code.c.owner_id), schema.code.c.key)


def load(connection: Connection, kind: str, ids: Sequence[int]) -> dict[int, Any]:
    """The things of one kind as they stand, by id; those that are not there are left out."""
    if kind == SPECIMEN:
        return cast("dict[int, Any]", specimens.load(connection, ids))
    if kind == CONTAINER:
        return cast("dict[int, Any]", containers.load(connection, ids))
    subject = SUBJECTS[kind]
    found = {
        row[0]: subject.read(row) if kind != "operator" else subject.value(*row)
        for row in _ROWS[kind].rows(connection, ids)
    }
    if kind == "operator":
        for owner, text, code_kind, since, until in _OPERATOR_CODES.rows(connection, ids):
            held = found[owner]
            code = Code(text, CodeKind(code_kind), since, until)
            found[owner] = held._replace(codes=(*held.codes, code))
    return found


class Ledger:
    """What a command sees of the bank and says of it, inside one transaction.

    Reads give the state at the start of the transaction; what is saved is written by ``writing.write``
    when the command has decided all.
    """

    def __init__(self, connection: Connection, operation: Operation, operation_id: int) -> None:
        self.connection = connection
        self.operation = operation
        self.operation_id = operation_id
        self.undoes_id: int | None = None
        self.saved: dict[str, dict[int, Saved]] = {kind: {} for kind in SUBJECTS}
        self._seen: dict[str, dict[int, Any]] = {kind: {} for kind in SUBJECTS}
        self._last: dict[str, int] = {}
        self._types: dict[int, ContainerType] | None = None

    def many(self, kind: str, ids: Iterable[int]) -> dict[int, Any]:
        """Things by id: as saved in this transaction, else as they stood; raises NotThere for an unknown one."""
        wanted = list(dict.fromkeys(ids))
        seen, saved = self._seen[kind], self.saved[kind]
        missing = [key for key in wanted if key not in seen and key not in saved]
        if missing:
            seen.update(load(self.connection, kind, missing))
        found = {}
        for key in wanted:
            if key in saved:
                found[key] = saved[key].after
            elif key in seen:
                found[key] = seen[key]
            else:
                raise NotThere(kind, str(key))
        return found

    def one(self, kind: str, key: int) -> Any:
        """One thing by id."""
        return self.many(kind, (key,))[key]

    def specimens(self, ids: Iterable[int]) -> dict[int, Specimen]:
        """Specimens by id, in the order asked."""
        return self.many(SPECIMEN, ids)

    def containers(self, ids: Iterable[int]) -> dict[int, Container]:
        """Containers by id, in the order asked."""
        return self.many(CONTAINER, ids)

    def container(self, key: int) -> Container:
        """One container."""
        return cast(Container, self.one(CONTAINER, key))

    def type_of(self, container: Container) -> ContainerType:
        """The type of a container."""
        return self.types()[container.type_id]

    def types(self) -> dict[int, ContainerType]:
        """All container types of the bank."""
        if self._types is None:
            self._types = containers.types(self.connection)
        return self._types

    def forget_types(self) -> None:
        """After container types were written: read them again when asked."""
        self._types = None

    def add_types(self, types: dict[int, ContainerType]) -> None:
        """Types that this transaction itself saves, known before they are written."""
        self.types().update(types)

    def codes(self, keys: Sequence[str]) -> dict[str, tuple[str, int]]:
        """What these code keys lead to: kind and id of the owner; a key that leads nowhere is left out."""
        return {row[0]: (row[1], row[2]) for row in _CODES.rows(self.connection, keys)}

    def new_id(self, kind: str) -> int:
        """The next id of a kind; ids are never used again."""
        last = self._last.get(kind)
        if last is None:
            last = run(self.connection, _LAST[kind])[0][0] or 0
        self._last[kind] = last + 1
        return last + 1

    def save(self, kind: str, after: Any, known: str | None = None) -> None:
        """Say how a thing shall be; saying the same as it was is no change."""
        key = after.id
        earlier = self.saved[kind].get(key)
        before = earlier.before if earlier else self._seen[kind].get(key)
        if before == after:
            self.saved[kind].pop(key, None)
            return
        self.saved[kind][key] = Saved(before, after, known or (earlier.known if earlier else None))

    def save_new(self, kind: str, values: Iterable[Any], known: str | None = None) -> None:
        """Many new things at once."""
        self.saved[kind].update((value.id, Saved(None, value, known)) for value in values)

    def changed(self) -> int:
        """How many things change."""
        return sum(len(saved) for saved in self.saved.values())


def state(subject: Subject, value: Any) -> dict[str, Json]:
    """Everything of a value that history tells of, empty fields left out."""
    blank = _blank(subject)
    return {
        name: field
        for name, field, empty in zip(value._fields[1:], value[1:], blank, strict=True)
        if field is not empty and field != empty and name not in subject.silent
    }


def difference(subject: Subject, before: Any, after: Any) -> tuple[dict[str, Json], dict[str, Json]]:
    """The fields that differ, as they were and as they are; an emptied field is said as null."""
    was, now = {}, {}
    for name, old, new in zip(after._fields, before, after, strict=True):
        if old != new and name not in subject.silent:
            was[name], now[name] = old, new
    return was, now


_BLANKS: dict[str, tuple[Any, ...]] = {}


def _blank(subject: Subject) -> tuple[Any, ...]:
    found = _BLANKS.get(subject.kind)
    if found is None:
        defaults = subject.value._field_defaults
        found = _BLANKS[subject.kind] = tuple(defaults.get(name) for name in subject.value._fields[1:])
    return found
