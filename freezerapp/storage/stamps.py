"""Rows that keep the operation or the moment they were written in: they agree with history."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection

from freezerapp.domain.custody import CONTAINER, SPECIMEN
from freezerapp.domain.specimen import CodeKind, Hold, HoldKind
from freezerapp.domain.standing import Cell, CellUse
from freezerapp.storage.audit import Finding
from freezerapp.storage.gate import NUMBERED
from freezerapp.storage.writing import millionths

STAMPED = frozenset({SPECIMEN, CONTAINER, *NUMBERED})
"""The kinds of things that have such rows."""
_NEVER = ("", 0)


def stamps_match(
    connection: Connection, kind: str, low: int, high: int, written: Mapping[tuple[int, Any], tuple[str, int]]
) -> Iterator[Finding]:
    """Look at places, holds and blocked cells of these things, codes of what has one only, numbers of fields.

    ``written`` says for each part of a thing by which operation (uuid) and when history last wrote it.
    """
    among = f"BETWEEN {low} AND {high}"
    parts = {SPECIMEN: _specimen_parts, CONTAINER: _box_parts}.get(kind)
    for key, part, uuid in parts(connection, among) if parts is not None else ():
        if written.get((key, part), _NEVER)[0] != uuid:
            yield Finding(f"{kind} {key}", f"{_named(part)} was written by another operation, says history")
    if kind == SPECIMEN:
        yield from _numbers(connection, among)
    else:
        yield from _codes(connection, kind, among, written)


def _named(part: Any) -> str:
    return part if isinstance(part, str) else " ".join(map(str, part))


def _rows(connection: Connection, sql: str) -> list[Any]:
    return list(connection.connection.cursor().execute(sql))


def _specimen_parts(connection: Connection, among: str) -> Iterator[tuple[int, Any, str]]:
    yield from _rows(
        connection,
        f'SELECT specimen_id, "use", uuid FROM place LEFT JOIN operation ON id = operation_id '
        f"WHERE specimen_id {among}",
    )
    for key, kind, reason, uuid in _rows(
        connection,
        "SELECT specimen_id, hold.kind, hold.reason, uuid FROM hold LEFT JOIN operation ON id = operation_id "
        f"WHERE specimen_id {among}",
    ):
        yield key, Hold(HoldKind(kind), reason), uuid


def _box_parts(connection: Connection, among: str) -> Iterator[tuple[int, Any, str]]:
    yield from _rows(
        connection,
        f'SELECT child_id, "use", uuid FROM place LEFT JOIN operation ON id = operation_id WHERE child_id {among}',
    )
    for key, row, column, use, uuid in _rows(
        connection,
        'SELECT container_id, "row", "column", "use", uuid FROM place '
        "LEFT JOIN operation ON id = operation_id "
        f"WHERE container_id {among} AND \"use\" IN ('blocked', 'reserved')",
    ):
        yield key, Cell(row, column, CellUse(use)), uuid


def _codes(
    connection: Connection, owner: str, among: str, written: Mapping[tuple[int, Any], tuple[str, int]]
) -> Iterator[Finding]:
    for text, kind, key, since, until in _rows(
        connection,
        "SELECT text, kind, owner_id, valid_from, valid_until FROM code "
        f"WHERE owner_kind = '{owner}' AND owner_id {among}",
    ):
        if (kind, since, until) != (CodeKind(owner), written.get((key, "code"), _NEVER)[1], None):
            yield Finding(f"code {text}", "is of another kind or time, says history")


def _numbers(connection: Connection, among: str) -> Iterator[Finding]:
    for key, text, number in _rows(
        connection,
        f"SELECT owner_id, text, number FROM field_value WHERE owner_kind = 'specimen' AND owner_id {among}",
    ):
        if number != millionths(text):
            yield Finding(f"specimen {key}", f"a field says {text} and is filed under another number")
