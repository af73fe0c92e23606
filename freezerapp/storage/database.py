"""A bank: opened, read and changed; one writer, a few readers, and word of what others changed."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from freezerapp import __version__
from freezerapp.domain.access import Operator
from freezerapp.domain.custody import CONTAINER, PARCELS, SPECIMEN, Operation, first_link
from freezerapp.domain.problems import (
    BankMoved,
    DamagedBank,
    DamageFound,
    OperationRepeated,
    ReadOnlyBank,
)
from freezerapp.storage import opening, schema, sqlite
from freezerapp.storage.clock import Clock, SystemClock
from freezerapp.storage.faults import said_of
from freezerapp.storage.prepared import Prepared, Row, run

if TYPE_CHECKING:
    from freezerapp.storage.ledger import Ledger

COMMIT_PATIENCE_S = 10.0
"""How long a commit is tried again while a reader in another process holds the file."""
QUICKLY_CHECKED = 150_000_000
"""Bytes of file that a quick check gets through in less than a second."""
FOREIGN_EVENTS_AT_MOST = 5_000
"""More events than this by others in one go, and everything counts as changed."""


class Change(NamedTuple):
    """What a transaction touched; None in place of ids, or of ``kinds`` of things, means that it could be any."""

    specimens: frozenset[int] | None
    containers: frozenset[int] | None
    operation_id: int | None
    last_seq: int
    foreign: bool = False
    kinds: frozenset[str] | None = None


class Reader:
    """A short reading transaction: what it gives is one state of the bank."""

    __slots__ = ("connection",)

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def all(self, prepared: Prepared, **values: object) -> list[Row]:
        """All rows of a prepared statement."""
        return run(self.connection, prepared, **values)

    def one(self, prepared: Prepared, **values: object) -> Row | None:
        """The first row of a prepared statement, if there is one."""
        rows = run(self.connection, prepared, **values)
        return rows[0] if rows else None

    def pause(self) -> int:
        """Let go of the file until the next question, so that a commit elsewhere does not wait.

        Gives a number of the state that was read until here: another number the next time is another state.
        """
        cursor = self.connection.connection.cursor()
        cursor.execute("PRAGMA data_version")
        ((seen,),) = cursor.fetchall()
        cursor.execute("ROLLBACK")
        cursor.execute("BEGIN")
        return int(seen)


_HEAD = Prepared(select(schema.event.c.seq, schema.event.c.hash).order_by(schema.event.c.seq.desc()).limit(1))
_LAST_OPERATION = Prepared(select(func.max(schema.operation.c.id)))
_SINCE = Prepared(
    select(
        schema.event.c.subject_kind,
        schema.event.c.subject_id,
        schema.event.c.seq,
        schema.event.c.operation_id,
    )
    .where(schema.event.c.seq > bindparam("seen"))
    .order_by(schema.event.c.seq)
    .limit(FOREIGN_EVENTS_AT_MOST + 1)
)
_OPERATOR = Prepared(select(schema.operator).where(schema.operator.c.id == bindparam("id")))
_UUID = Prepared(select(schema.operation.c.id).where(schema.operation.c.uuid == bindparam("uuid")))


class Database:
    """One open bank. Commands go through ``transaction`` (by ``perform``), everything else through ``reading``."""

    def __init__(self, path: Path, clock: Clock, uuid: str, writable: bool, unseen: bool = False) -> None:
        """An ``unseen`` bank is one that nobody can open yet: only the finished file need be on the disk."""
        self.path, self.clock, self.uuid, self.writable = path, clock, uuid, writable
        self._readers = sqlite.reader_engine(path, "rw" if writable else "ro")
        self._writer = sqlite.writer_engine(path, synced=not unseen) if writable else None
        self._writing = threading.Lock()
        self._watch: sqlite3.Connection | None = None
        self._looking = threading.Lock()
        self._closed = False
        self._version = -1
        self._damage: str | None = None
        self._checked = False
        there = path.stat()
        self._file = (there.st_dev, there.st_ino)
        with self.reading() as reader:
            self._seen = (reader.one(_HEAD) or (0, b""))[0]

    @classmethod
    def open(cls, path: Path | str, clock: Clock | None = None) -> "Database":
        """Open a bank after all looks that come before the first write; raises a BankProblem otherwise."""
        where = Path(path)
        with said_of(where):
            seen = opening.inspect(where)
        return cls(where, clock or SystemClock(), seen.uuid, seen.writable)

    def close(self) -> None:
        """Let go of the file."""
        self._readers.dispose()
        if self._writer is not None:
            self._writer.dispose()
        # A thread may be looking at this moment, and SQLite does not survive a connection closed under its hands.
        with self._looking:
            self._closed = True
            if self._watch is not None:
                self._watch.close()
                self._watch = None

    def make_read_only(self, what: str) -> None:
        """After damage was found: reading goes on, nothing is written any more."""
        self._damage = what
        self.writable = False

    @property
    def damage(self) -> str | None:
        """What the checks in the background found, if anything."""
        return self._damage

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        """A reading transaction; keep it under 50 ms, since a commit elsewhere waits for it."""
        with said_of(self.path), self._readers.connect() as connection, connection.begin() as transaction:
            yield Reader(connection)
            transaction.rollback()

    @contextmanager
    def transaction(
        self,
        kind: str,
        operator_id: int,
        *,
        done_at: str | None = None,
        reason: str | None = None,
        uuid: str | None = None,
        told: Callable[[Change], None] | None = None,
    ) -> "Iterator[Ledger]":
        """One gesture: everything saved in the ledger is written at the end, or nothing at all.

        ``told`` is called with the Change after the commit. Nothing is written where nothing was saved.
        """
        # Loaded with the first change: who only looks need not wait for it.
        from freezerapp.storage.ledger import Ledger
        from freezerapp.storage.writing import Head, write

        self._check_not_moved()
        if self._writer is None or not self.writable:
            raise DamageFound(str(self.path), self._damage) if self._damage else ReadOnlyBank(str(self.path))
        self._check_before_writing()
        with self._writing, said_of(self.path), self._writer.connect() as connection:
            outer = connection.begin()
            try:
                operation_id = (run(connection, _LAST_OPERATION)[0][0] or 0) + 1
                name = operator_name(connection, operator_id)
                said = Operation(
                    uuid or self.clock.uuid(),
                    kind,
                    operator_id,
                    name,
                    self.clock.now(),
                    self.clock.utc_offset(),
                    __version__,
                    done_at,
                    reason,
                )
                if uuid is not None and run(connection, _UUID, uuid=uuid):
                    raise OperationRepeated(uuid)
                ledger = Ledger(connection, said, operation_id)
                yield ledger
                if ledger.changed():
                    rows = run(connection, _HEAD)
                    head = Head(*rows[0]) if rows else Head(0, first_link(self.uuid))
                    last = write(ledger, head)
                    self._commit(connection)
                    if head.seq == self._seen:
                        self._seen = last.seq  # else others wrote in between, and ``poll`` has yet to tell
                    if told is not None:
                        told(_touched(ledger, last.seq))
            finally:
                outer.rollback()
                sqlite.spilling(connection.connection, False)

    def _check_before_writing(self) -> None:
        """The first write waits for the quick check where that takes less than a second."""
        if not self._checked and self.path.stat().st_size <= QUICKLY_CHECKED:
            self.check()
        if self._damage:
            raise DamageFound(str(self.path), self._damage)

    def check(self) -> str | None:
        """Look through the file's structure; what is found makes the bank read-only. Gives what was found."""
        self._checked = True
        try:
            with self.reading() as reader:
                cursor = reader.connection.connection.cursor()
                cursor.execute("PRAGMA quick_check(1)")
                said = str(cursor.fetchall()[0][0])
        except DamagedBank as problem:
            said = problem.what
        if said != "ok":
            self.make_read_only(said)
        return self._damage

    def _check_not_moved(self) -> None:
        try:
            there = self.path.stat()
        except OSError as error:
            raise BankMoved(str(self.path)) from error
        if (there.st_dev, there.st_ino) != self._file:
            raise BankMoved(str(self.path))

    def _commit(self, connection: Connection) -> None:
        started = time.monotonic()
        while True:
            try:
                connection.connection.cursor().execute("COMMIT")
                return
            except sqlite3.OperationalError as error:
                if not sqlite.is_busy(error) or time.monotonic() - started > COMMIT_PATIENCE_S:
                    raise
                time.sleep(0.02)

    def poll(self) -> Change | None:
        """What another process changed since the last call (or since our own last change); cheap.

        Nothing once the bank is closed.
        """
        with self._looking:
            return None if self._closed else self._look()

    def _look(self) -> Change | None:
        self._check_not_moved()
        if self._watch is None:
            self._watch = sqlite.connect(self.path, "rw" if self.writable else "ro")
            self._watch.execute("PRAGMA query_only=ON")
        version = sqlite.data_version(self._watch)
        if version == self._version:
            return None
        self._version = version
        with self.reading() as reader:
            rows = reader.all(_SINCE, seen=self._seen)
        if not rows:
            return None
        self._seen = max(self._seen, rows[-1][2])
        if len(rows) > FOREIGN_EVENTS_AT_MOST:
            with self.reading() as reader:
                self._seen = (reader.one(_HEAD) or (0, b""))[0]
            return Change(None, None, None, self._seen, foreign=True)
        kinds = frozenset(row[0] for row in rows)
        some = kinds <= {SPECIMEN, CONTAINER} | PARCELS
        tubes = frozenset(row[1] for row in rows if row[0] == SPECIMEN)
        return Change(tubes if some else None, None, rows[-1][3], self._seen, foreign=True, kinds=kinds)


def _touched(ledger: "Ledger", seq: int) -> Change:
    tubes, boxes = ledger.saved[SPECIMEN], ledger.saved[CONTAINER]
    grids = {
        spot.container
        for saved in (*tubes.values(), *boxes.values())
        for value in (saved.before, saved.after)
        if value is not None
        for spot in (value.place, value.home)
        if spot is not None
    }
    kinds = frozenset(kind for kind, saved in ledger.saved.items() if saved)
    return Change(frozenset(tubes), frozenset(boxes) | frozenset(grids), ledger.operation_id, seq, kinds=kinds)


def operator_name(connection: Connection, operator_id: int) -> str:
    """The name that history prints; empty for the very first operation, which makes the operator."""
    rows = run(connection, _OPERATOR, id=operator_id)
    return Operator(*rows[0]).name if rows else ""
