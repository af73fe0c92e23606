"""Verify a bank: the file, its guards, its history and every invariant; names what is wrong."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from freezerapp.domain import specimen as specimen_rules
from freezerapp.domain import standing as standing_rules
from freezerapp.domain.barcode import code_key
from freezerapp.domain.custody import CONTAINER, SPECIMEN
from freezerapp.domain.position import Position
from freezerapp.domain.specimen import Specimen
from freezerapp.domain.standing import Container
from freezerapp.storage import containers, migrating, parcel_faults, schema, sqlite
from freezerapp.storage.audit import UNREADABLE, Finding, chain, operations_match, replay
from freezerapp.storage.faults import said_of
from freezerapp.storage.gate import NUMBERED
from freezerapp.storage.ledger import load
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.records import SUBJECTS
from freezerapp.storage.stamps import STAMPED, stamps_match

PARTS = (
    "file",
    "guards",
    "chain",
    "operations",
    "history against rows",
    "codes",
    "places",
    "one place each",
    "tree",
    "lineage",
    "attached files",
    "manifests",
    "shipments",
)
"""What is looked at, one after the other."""
_RULES: dict[str, Callable[[Any], Iterable[str]]] = {
    SPECIMEN: specimen_rules.faults,
    CONTAINER: standing_rules.faults,
}
STEP = 4_000
"""Things replayed at a time, so that a million tubes need little memory."""


def verify_live(path: Path, head: str | None = None, told: Callable[[str], None] | None = None) -> list[Finding]:
    """Verify a bank that others may be using: on a private copy, so that nobody waits."""
    if said := wrong_length(path):
        return [Finding("file", said)]
    with said_of(path), tempfile.TemporaryDirectory(prefix="freezerapp-verify-") as folder:
        copy = Path(folder) / "copy.freezer"
        try:
            with (
                closing(sqlite.connect(path, "rw" if path.stat().st_mode & 0o200 else "ro")) as source,
                closing(sqlite3.connect(copy, isolation_level=None)) as target,
            ):
                source.backup(target, pages=-1)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if sqlite.is_passing(error):
                raise
            return [Finding("file", f"is damaged: {error}")]
        return list(verify(copy, head, told))


def wrong_length(path: Path) -> str | None:
    """How the file's length differs from that of all its pages, if it does; a copy would not show it."""
    try:
        with closing(sqlite.connect(path, "ro")) as connection:
            connection.execute("BEGIN")  # while it is read nobody makes it longer
            page = connection.execute("PRAGMA page_size").fetchone()[0]
            pages = connection.execute("PRAGMA page_count").fetchone()[0]
            size = path.stat().st_size
    except (sqlite3.DatabaseError, UnicodeDecodeError):
        return None  # then other looks say more
    if size == page * pages:
        return None
    return f"is {'cut off' if size < page * pages else 'too long'}: {size} bytes instead of {page * pages}"


def verify(path: Path, head: str | None = None, told: Callable[[str], None] | None = None) -> Iterator[Finding]:
    """Everything that is wrong with a bank that nobody else is writing; nothing where all is well.

    ``told`` hears the name of each part before it is looked at.
    """
    tell = told or (lambda _: None)
    if said := wrong_length(path):
        yield Finding("file", said)
    engine = sqlite.reader_engine(path)
    try:
        with engine.connect() as connection, connection.begin():
            looks: tuple[Callable[[Connection], Iterator[Finding]], ...] = (
                _file,
                _guards,
                lambda c: chain(c, _uuid(c), head),
                operations_match,
                _replayed,
                _codes,
                _places,
                _places_once,
                _tree,
                _lineage,
                _attachments,
                parcel_faults.manifests,
                parcel_faults.parcels,
            )
            for name, part in zip(PARTS, looks, strict=True):
                tell(name)
                try:
                    yield from part(connection)
                except sqlite3.DatabaseError as error:
                    if sqlite.is_passing(error):
                        raise
                    yield Finding(name, f"could not be read: {error}")
                    if sqlite.is_damage(error):
                        return
                except UNREADABLE as error:
                    yield Finding(name, f"can't be understood: {error!r}")
    except (sqlite3.DatabaseError, DBAPIError, UnicodeDecodeError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if cause is None or sqlite.is_passing(cause):
            raise
        yield Finding("file", f"is damaged: {cause}")
    finally:
        engine.dispose()


def _uuid(connection: Connection) -> str:
    rows = run(connection, Prepared(select(schema.bank.c.uuid)))
    return str(rows[0][0]) if rows else ""


def _rows(connection: Connection, sql: str) -> list[Any]:
    cursor = connection.connection.cursor()
    cursor.execute(sql)
    return list(cursor.fetchall())


def _file(connection: Connection) -> Iterator[Finding]:
    for (said,) in _rows(connection, "PRAGMA integrity_check"):
        if said != "ok":
            yield Finding("file", str(said))
    for table, row, other, _ in _rows(connection, "PRAGMA foreign_key_check"):
        yield Finding(f"{table} row {row}", f"refers to something in {other} that is not there")
    if _rows(connection, "PRAGMA application_id")[0][0] != sqlite.APPLICATION_ID:
        yield Finding("file", "does not carry the mark of a bank")
    if len(_rows(connection, "SELECT id FROM bank")) != 1:
        yield Finding("bank", "has not exactly one entry")


def _paged(cursor: Any) -> Iterator[Any]:
    while rows := cursor.fetchmany(STEP):
        yield from rows


def guards_of(connection: Any) -> dict[str, str]:
    """Every table, index and trigger of a file, by name, as it was made."""
    cursor = connection.execute("SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'")
    return {f"{kind} {name}": " ".join((sql or "").split()) for kind, name, sql in cursor}


def _listed(connection: Any) -> frozenset[str]:
    """Every entry of the file's own list, those too that SQLite makes for itself, with the table it belongs to."""
    cursor = connection.execute("SELECT type, name, tbl_name FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'")
    return frozenset(f"{kind} {name} of {table}" for kind, name, table in cursor)


@cache
def _wanted() -> tuple[Mapping[str, str], frozenset[str]]:
    """The guards of a bank that was just made, and its list."""
    with tempfile.TemporaryDirectory(prefix="freezerapp-golden-") as folder:
        golden = Path(folder) / "golden.freezer"
        migrating.create(golden)
        bare = sqlite3.connect(golden)
        try:
            return MappingProxyType(guards_of(bare)), _listed(bare)
        finally:
            bare.close()


def _guards(connection: Connection) -> Iterator[Finding]:
    wanted, listed = _wanted()
    there = guards_of(connection.connection)
    for name in sorted(set(wanted) - set(there)):
        yield Finding(name, "was removed from the file")
    for name in sorted(set(there) - set(wanted)):
        yield Finding(name, "was added to the file")
    for name in sorted(set(there) & set(wanted)):
        if there[name] != wanted[name]:
            yield Finding(name, "was changed in the file")
    if there == dict(wanted):
        for name in sorted(_listed(connection.connection) ^ listed):
            yield Finding(name, "is listed otherwise in the file")
    if _rows(connection, "SELECT version_num FROM alembic_version") != [(migrating.HEAD,)]:
        yield Finding("alembic_version", "names another version of the tables")
    if _rows(connection, "PRAGMA user_version") != [(sqlite.SCHEMA_VERSION,)]:
        yield Finding("file", "names another version of the tables")


def _replayed(connection: Connection) -> Iterator[Finding]:
    for kind, subject in SUBJECTS.items():
        last_row = run(connection, Prepared(select(func.max(subject.table.c.id))))[0][0] or 0
        last_event = _rows(connection, f"SELECT max(subject_id) FROM event WHERE subject_kind = '{kind}'")[0][0] or 0
        for low in range(1, max(last_row, last_event) + 1, STEP):
            high = low + STEP - 1
            told, wrong, written = replay(connection, kind, low, high)
            yield from wrong
            there, unread = _standing(connection, kind, low, high)
            yield from unread.values()
            for key in sorted((set(told) | set(there)) - set(unread)):
                yield from _compared(kind, key, told.get(key), there.get(key))
            if kind in STAMPED:
                yield from stamps_match(connection, kind, low, high, written)


def _standing(connection: Connection, kind: str, low: int, high: int) -> tuple[dict[int, Any], dict[int, Finding]]:
    """The things as they stand; where some can't be read, those one by one with what is wrong."""
    try:
        return load(connection, kind, range(low, high + 1)), {}
    except UNREADABLE:
        there: dict[int, Any] = {}
        unread: dict[int, Finding] = {}
        for key in range(low, high + 1):
            try:
                there |= load(connection, kind, [key])
            except UNREADABLE as error:
                unread[key] = Finding(f"{kind} {key}", f"can't be understood: {error!r}")
        return there, unread


def _compared(kind: str, key: int, told: Any, there: Any) -> Iterator[Finding]:
    if there is None:
        yield Finding(f"{kind} {key}", "is gone, though history tells of it")
        return
    subject = SUBJECTS[kind]
    if told is None:
        yield Finding(f"{kind} {key}", "has no history")
    elif told != there:
        for name in _differing(subject.value._fields, told, there, subject.silent):
            yield Finding(_title(kind, there), f"{name} differs from what history says")
    if kind in _RULES:
        for rule in _RULES[kind](there):
            yield Finding(_title(kind, there), rule)


def _differing(names: tuple[str, ...], told: Any, there: Any, silent: frozenset[str]) -> list[str]:
    return [name for name, a, b in zip(names, told, there, strict=True) if a != b and name not in silent]


def _title(kind: str, value: Any) -> str:
    if isinstance(value, Specimen) and value.barcode:
        return f"tube {value.barcode}"
    if isinstance(value, Container):
        return f"{value.code or value.name}"
    return f"{kind} {value.number if kind in NUMBERED else value.id}"


def _codes(connection: Connection) -> Iterator[Finding]:
    for key, text in _rows(connection, "SELECT key, text FROM code"):
        if code_key(text) != key:
            yield Finding(f"code {text}", "is filed under another key")
    for (barcode,) in _rows(
        connection,
        "SELECT s.barcode FROM specimen s LEFT JOIN code c ON c.owner_kind = 'specimen' AND c.owner_id = s.id "
        "AND c.text = s.barcode AND c.valid_until IS NULL "
        "WHERE s.barcode IS NOT NULL AND s.status <> 'void' AND c.key IS NULL",
    ):
        yield Finding(f"tube {barcode}", "its barcode does not lead to it")
    for name, code in _rows(
        connection,
        "SELECT b.name, b.code FROM container b LEFT JOIN code c ON c.owner_kind = 'container' "
        "AND c.owner_id = b.id AND c.text = b.code WHERE b.code IS NOT NULL AND c.key IS NULL",
    ):
        yield Finding(f"{name}", f"its code {code} does not lead to it")
    for kind, owner, text in _rows(
        connection,
        "SELECT owner_kind, owner_id, text FROM code c WHERE (owner_kind = 'specimen' AND NOT EXISTS "
        "(SELECT 1 FROM specimen WHERE id = owner_id)) OR (owner_kind = 'container' AND NOT EXISTS "
        "(SELECT 1 FROM container WHERE id = owner_id)) OR (owner_kind = 'shipment' AND NOT EXISTS "
        "(SELECT 1 FROM shipment s WHERE s.id = owner_id AND s.number = c.text AND s.void = 0)) "
        "OR (owner_kind = 'pick list' AND NOT EXISTS "
        "(SELECT 1 FROM pick_list p WHERE p.id = owner_id AND p.number = c.text AND p.void = 0))",
    ):
        yield Finding(f"code {text}", f"leads to {kind} {owner}, which is not there")
    for text, name in _rows(
        connection,
        "SELECT c.text, b.name FROM code c JOIN container b ON b.id = c.owner_id "
        "WHERE c.owner_kind = 'container' AND b.code IS NOT c.text",
    ):
        yield Finding(f"code {text}", f"leads to {name}, which does not have it")
    yield from parcel_faults.numbers(connection)


def _places(connection: Connection) -> Iterator[Finding]:
    types = containers.types(connection)
    kinds = {
        row[0]: (types[row[1]], row[2], row[3])
        for row in _rows(connection, "SELECT id, type_id, name, status FROM container")
    }
    statuses = dict(_rows(connection, "SELECT id, status FROM specimen WHERE status IN ('shipped', 'in a shipment')"))
    cursor = connection.connection.cursor()
    cursor.execute('SELECT container_id, "row", "column", "use", specimen_id, child_id FROM place')
    for holder, row, column, use, specimen_id, child_id in _paged(cursor):
        if holder not in kinds or (child_id is not None and child_id not in kinds):
            continue  # named already, among what refers to nothing
        kind, name, status = kinds[holder]
        if not kind.layout.contains(Position(row, column)):
            yield Finding(name, f"something stands outside its grid, in row {row + 1}, column {column + 1}")
        if specimen_id is not None and kind.holds != "specimens":
            yield Finding(name, "holds a tube, though it is for containers")
        if child_id is not None and not kind.may_hold(kinds[child_id][0]):
            yield Finding(name, f"holds {kinds[child_id][1]}, which may not stand in it")
        if use == "here" and status in ("retired", "void"):
            yield Finding(name, f"is {status} and not empty")
        if specimen_id is not None and use == "here" and (status == "away") != (statuses.get(specimen_id) == "shipped"):
            yield Finding(
                name,
                f"is {status}, but specimen {specimen_id} in it is {statuses.get(specimen_id, 'stored')}",
            )


def _places_once(connection: Connection) -> Iterator[Finding]:
    for thing, title in (("specimen", "barcode"), ("child", "name")):
        for use, said in (("here", "stands in"), ("home", "is kept")):
            table = "specimen" if thing == "specimen" else "container"
            for key, name, times in _rows(
                connection,
                f"SELECT t.id, t.{title}, count(*) FROM place p JOIN {table} t ON t.id = p.{thing}_id "
                f"WHERE p.\"use\" = '{use}' GROUP BY t.id HAVING count(*) > 1",
            ):
                yield Finding(f"{table} {name or key}", f"{said} {times} places")


def _tree(connection: Connection) -> Iterator[Finding]:
    parents = dict(_rows(connection, "SELECT child_id, container_id FROM place WHERE child_id IS NOT NULL"))
    sound: set[int] = set()
    for start in parents:
        chain_up: list[int] = []
        current: int | None = start
        while current is not None and current not in sound:
            if current in chain_up:
                yield Finding(f"container {current}", "stands in itself")
                break
            chain_up.append(current)
            current = parents.get(current)
        sound.update(chain_up)


def _lineage(connection: Connection) -> Iterator[Finding]:
    parents = dict(_rows(connection, "SELECT id, parent_id FROM specimen WHERE parent_id IS NOT NULL"))
    sound: set[int] = set()
    for start in parents:
        line: set[int] = set()
        current: int | None = start
        while current is not None and current not in sound:
            if current in line:
                yield Finding(f"specimen {current}", "descends from itself")
                break
            line.add(current)
            current = parents.get(current)
        sound |= line
    for barcode, amount, first in _rows(
        connection, "SELECT barcode, amount, initial_amount FROM specimen WHERE amount > initial_amount"
    ):
        yield Finding(f"tube {barcode}", f"holds {amount}, more than the {first} it began with")


def _attachments(connection: Connection) -> Iterator[Finding]:
    cursor = connection.connection.cursor()
    cursor.execute("SELECT name, sha256, content FROM attachment")
    while row := cursor.fetchone():
        name, said, content = row
        if sha256(content).hexdigest() != said:
            yield Finding(f"attached file {name}", "was changed after it was attached")
