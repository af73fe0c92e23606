"""All that is SQLite's own: engines with their settings, the triggers that guard history, marks in the file."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from freezerapp.storage.functions import FUNCTIONS

APPLICATION_ID = 0x46525A52
"""The mark of a bank in the file's header ("FRZR")."""
SCHEMA_VERSION = 2
"""Kept as user_version, so that a newer file is known before anything else is read."""
BUSY_MS = 2_000
"""How long a statement waits for another process; a COMMIT is tried again by its caller."""
SPILL_ROWS = 100_000
"""Writes above this many rows may spill to the file before the commit."""

_APPEND_ONLY = ("event", "operation")
_NEVER_DELETED = (
    *("specimen", "container", "participant", "collection", "operator", "bank"),
    *("setting", "party", "shipment", "package", "parcel_box", "shipment_line", "manifest", "pick_list", "pick_line"),
)

TRIGGERS: dict[str, str] = {
    **{
        f"{table}_never_{verb.lower()}d": f"CREATE TRIGGER {table}_never_{verb.lower()}d BEFORE {verb} ON {table} "
        f"BEGIN SELECT raise(ABORT, '{table} is append-only'); END"
        for table in _APPEND_ONLY
        for verb in ("UPDATE", "DELETE")
    },
    "event_only_at_the_head": (
        "CREATE TRIGGER event_only_at_the_head BEFORE INSERT ON event "
        "WHEN NEW.seq IS NOT coalesce((SELECT max(seq) FROM event), 0) + 1 "
        "OR length(NEW.prev) <> 32 OR length(NEW.hash) <> 32 "
        "OR NEW.prev IS NOT coalesce((SELECT hash FROM event WHERE seq = NEW.seq - 1), NEW.prev) "
        "BEGIN SELECT raise(ABORT, 'event not at the head of the chain'); END"
    ),
    "operation_only_at_the_end": (
        "CREATE TRIGGER operation_only_at_the_end BEFORE INSERT ON operation "
        "WHEN NEW.id IS NOT coalesce((SELECT max(id) FROM operation), 0) + 1 "
        "BEGIN SELECT raise(ABORT, 'operation not at the end'); END"
    ),
    **{
        f"{table}_never_deleted": f"CREATE TRIGGER {table}_never_deleted BEFORE DELETE ON {table} "
        f"BEGIN SELECT raise(ABORT, '{table} is never deleted'); END"
        for table in _NEVER_DELETED
    },
    "code_never_given_to_another": (
        "CREATE TRIGGER code_never_given_to_another BEFORE UPDATE ON code "
        "WHEN NEW.key IS NOT OLD.key OR NEW.owner_kind IS NOT OLD.owner_kind "
        "OR NEW.owner_id IS NOT OLD.owner_id "
        "BEGIN SELECT raise(ABORT, 'a code is never given to another thing'); END"
    ),
}


def address(path: Path, mode: str) -> str:
    """The file as SQLite's URI; mode ro or rw (never rwc: a bank is made on purpose only)."""
    return f"file:{quote(os.fsencode(path.absolute()))}?mode={mode}"


def connect(path: Path, mode: str = "rw") -> sqlite3.Connection:
    """One bare connection, autocommitting, with the settings of a bank."""
    connection = sqlite3.connect(
        address(path, mode), uri=True, isolation_level=None, check_same_thread=False, timeout=BUSY_MS / 1000
    )
    settle(connection)
    return connection


def settle(connection: sqlite3.Connection) -> None:
    """The settings that every connection needs; the file itself can't remember them."""
    connection.execute("PRAGMA foreign_keys=ON")
    connection.execute("PRAGMA recursive_triggers=ON")
    connection.execute("PRAGMA trusted_schema=OFF")
    connection.execute("PRAGMA temp_store=MEMORY")
    connection.execute("PRAGMA cache_size=-65536")
    for name, (values, function) in FUNCTIONS.items():
        connection.create_function(name, values, function, deterministic=True)


def settle_writer(connection: sqlite3.Connection) -> None:
    """A commit is on the disk before it is said: one file, no side file left, nothing spilled early."""
    connection.execute("PRAGMA journal_mode=TRUNCATE")
    connection.execute("PRAGMA synchronous=EXTRA")
    connection.execute("PRAGMA cache_spill=OFF")


def writer_engine(path: Path, synced: bool = True) -> Engine:
    """One connection that begins IMMEDIATE; unsynced only for a file in the making."""

    def prepare(connection: sqlite3.Connection) -> None:
        settle_writer(connection)
        if not synced:
            connection.execute("PRAGMA synchronous=OFF")

    return _engine(path, "rw", prepare, "BEGIN IMMEDIATE", size=1)


def reader_engine(path: Path, mode: str = "rw") -> Engine:
    """A few connections that can't write."""

    def settle_reader(connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA query_only=ON")

    return _engine(path, mode, settle_reader, "BEGIN", size=4)


def _engine(path: Path, mode: str, prepare: Callable[[sqlite3.Connection], None], begin: str, size: int) -> Engine:
    def creator() -> sqlite3.Connection:
        connection = connect(path, mode)
        prepare(connection)
        return connection

    engine = create_engine(
        URL.create("sqlite"),  # a text would be parsed by a regular expression that is slow to compile
        creator=creator,
        poolclass=QueuePool,
        pool_size=size,
        max_overflow=4,
        pool_reset_on_return=None,
    )

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.connection.cursor().execute(begin)

    return engine


def make_guards(connection: sqlite3.Connection | Any) -> None:
    """Create all triggers."""
    for sql in TRIGGERS.values():
        connection.execute(sql)


def drop_guards(connection: sqlite3.Connection) -> None:
    """Remove all triggers, for a migration that makes them again before it commits."""
    for name in TRIGGERS:
        connection.execute(f"DROP TRIGGER IF EXISTS {name}")


def change_check(connection: Any, table: str, old: str, new: str) -> None:
    """Put other words into a CHECK of a table that is there, within a transaction; the rows stay as they are.

    SQLite has no statement for it, and rebuilding a table would take its triggers and a copy of all its rows.
    Raises ValueError where the CHECK does not stand in the table as expected.
    """
    cursor = connection.cursor()
    cursor.execute("PRAGMA writable_schema=ON")
    try:
        found = "type = 'table' AND name = ? AND instr(sql, ?) > 0"
        cursor.execute(f"UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE {found}", (old, new, table, old))
        if cursor.rowcount != 1:
            raise ValueError(f"{table} has no CHECK of {old}")
    finally:
        cursor.execute("PRAGMA writable_schema=RESET")


def spilling(connection: Any, on: bool) -> None:
    """Let a very large write spill to the file, or forbid it again."""
    connection.execute(f"PRAGMA cache_spill={'ON' if on else 'OFF'}")


def data_version(connection: sqlite3.Connection) -> int:
    """A number that changes when another connection has committed."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def is_busy(error: BaseException) -> bool:
    """Whether another process holds the file."""
    return isinstance(error, sqlite3.OperationalError) and (
        getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    )


def is_full(error: BaseException) -> bool:
    """Whether a write failed for want of room: then nothing was changed."""
    return isinstance(error, sqlite3.Error) and (getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL)


def is_device_error(error: BaseException) -> bool:
    """Whether the disk itself failed; where that was the very last step, the change may stand."""
    return isinstance(error, sqlite3.Error) and (getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_IOERR)


def is_unreachable(error: BaseException) -> bool:
    """Whether the file, or the journal beside it, can't be opened."""
    return isinstance(error, sqlite3.Error) and (
        getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_CANTOPEN
    )


def is_passing(error: BaseException) -> bool:
    """Whether it is the moment that is bad and not the file: nothing is said of the file by this."""
    return is_busy(error) or is_full(error) or is_device_error(error) or is_unreachable(error)


def is_moved(error: BaseException) -> bool:
    """Whether the open file lost its name, so that its journal would be found by nobody."""
    return isinstance(error, sqlite3.Error) and (
        getattr(error, "sqlite_errorcode", 0) == sqlite3.SQLITE_READONLY_DBMOVED
    )


def is_read_only(error: BaseException) -> bool:
    """Whether the file can't be written."""
    return isinstance(error, sqlite3.Error) and (
        getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
    )


def is_damage(error: BaseException) -> bool:
    """Whether the file is damaged or no database at all; text that is none is damage too."""
    if isinstance(error, UnicodeDecodeError):
        return True
    if isinstance(error, sqlite3.OperationalError) and str(error).startswith("Could not decode to UTF-8"):
        return True
    return isinstance(error, sqlite3.DatabaseError) and (
        getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
    )
