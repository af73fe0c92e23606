"""Statements composed once with SQLAlchemy Core, run on the driver's own cursor: Core's words, the driver's speed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeAlias, cast

from sqlalchemy import (
    ColumnElement,
    Connection,
    Dialect,
    Executable,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    update,
)
from sqlalchemy.dialects import registry
from sqlalchemy.sql.compiler import SQLCompiler

Row: TypeAlias = tuple[Any, ...]

_SIZES = (1, 4, 16, 100, 400)


class Prepared:
    """One statement with named values; compiled for a dialect at its first use there."""

    __slots__ = ("_compiled", "statement")

    def __init__(self, statement: Executable) -> None:
        self.statement = statement
        self._compiled: dict[str, tuple[str, tuple[str, ...], Mapping[str, Any]]] = {}

    def for_dialect(self, dialect: Dialect) -> tuple[str, tuple[str, ...], Mapping[str, Any]]:
        """SQL text, the names of its values in order, and the values it brings itself."""
        found = self._compiled.get(dialect.name)
        if found is None:
            compiled = self.statement.compile(  # type: ignore[attr-defined]
                dialect=dialect, compile_kwargs={"render_postcompile": True}
            )
            assert isinstance(compiled, SQLCompiler)
            order = tuple(compiled.positiontup or ())
            found = self._compiled[dialect.name] = (compiled.string, order, compiled.params)
        return found


def run(connection: Connection, prepared: Prepared, **values: object) -> list[Row]:
    """All rows of a statement."""
    sql, order, own = prepared.for_dialect(connection.dialect)
    cursor = connection.connection.cursor()
    cursor.execute(sql, [values[name] if name in values else own[name] for name in order])
    return cast("list[Row]", cursor.fetchall())


def run_many(connection: Connection, sql: str, rows: Iterable[Sequence[Any]]) -> None:
    """One statement for many rows, on the driver's own executemany."""
    connection.connection.cursor().executemany(sql, rows)  # type: ignore[arg-type]


class ByIds:
    """A SELECT for many ids: a few hundred at a time, or in one range where the ids leave no gap."""

    __slots__ = ("_by", "_range", "_select", "_sizes")

    def __init__(self, select: Select[Any], by: ColumnElement[Any]) -> None:
        self._select, self._by = select, by
        self._sizes: dict[int, Prepared] = {}
        self._range = Prepared(select.where(by.between(bindparam("low"), bindparam("high"))))

    def rows(self, connection: Connection, ids: Sequence[int] | Sequence[str]) -> Iterator[Row]:
        """The rows of these ids, in no promised order."""
        if len(ids) > _SIZES[-1]:
            low, high = min(ids), max(ids)
            if isinstance(low, int) and isinstance(high, int) and high - low < len(ids):
                yield from run(connection, self._range, low=low, high=high)
                return
        for start in range(0, len(ids), _SIZES[-1]):
            part = ids[start : start + _SIZES[-1]]
            size = next(size for size in _SIZES if size >= len(part))
            sql, _, _ = self._sized(size).for_dialect(connection.dialect)
            cursor = connection.connection.cursor()
            cursor.execute(sql, [*part, *([part[-1]] * (size - len(part)))])
            yield from cursor.fetchall()

    def _sized(self, size: int) -> Prepared:
        found = self._sizes.get(size)
        if found is None:
            one_of = (
                self._by == bindparam("i0") if size == 1 else self._by.in_([bindparam(f"i{n}") for n in range(size)])
            )
            found = self._sizes[size] = Prepared(self._select.where(one_of))
        return found


@lru_cache(maxsize=256)
def insert_sql(table: Table, dialect: str) -> str:
    """INSERT of whole rows, values in the order of the table's columns."""
    return _sql(insert(table), dialect)


@lru_cache(maxsize=256)
def delete_sql(table: Table, names: tuple[str, ...], dialect: str) -> str:
    """DELETE by these columns, values in their order."""
    clause = delete(table)
    for name in names:
        clause = clause.where(table.c[name] == bindparam(f"b_{name}"))
    return _sql(clause, dialect)


@lru_cache(maxsize=256)
def update_sql(table: Table, names: tuple[str, ...], dialect: str, key: str = "id") -> str:
    """UPDATE of these columns (in the table's order) by its key: their values, then the key."""
    clause = update(table).where(table.c[key] == bindparam("b_key"))
    return _sql(clause.values({name: bindparam(f"b_{name}") for name in names}), dialect)


def _sql(statement: Executable, dialect: str) -> str:
    made = registry.load(dialect)()
    return str(statement.compile(dialect=made))  # type: ignore[attr-defined]
