"""The column types of the record: whole numbers, words, bytes, yes or no, and choices."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, CheckConstraint, Column, Integer, LargeBinary, Text

NUMBER = BigInteger().with_variant(Integer, "sqlite")
WORDS = Text()
BYTES = LargeBinary()


def number(name: str, *args: Any, null: bool = False, **kw: Any) -> Column[int]:
    """A whole number: ids, counts, moments in ms UTC, amounts in their smallest unit."""
    return Column(name, NUMBER, *args, nullable=null, **kw)


def words(name: str, *args: Any, null: bool = False, **kw: Any) -> Column[str]:
    """Text; bench dates are text too, as precise as they are known."""
    return Column(name, WORDS, *args, nullable=null, **kw)


def binary(name: str, *args: Any, null: bool = False, **kw: Any) -> Column[bytes]:
    """Bytes: hashes and attached files."""
    return Column(name, BYTES, *args, nullable=null, **kw)


def quoted(name: str) -> str:
    """A column name as it stands in a CHECK."""
    return f'"{name}"' if name in {"column", "row", "use", "rows", "columns", "text"} else name


def choice(table: str, column: str, values: Iterable[str]) -> CheckConstraint:
    """Only these words stand in the column (or nothing, where nothing is allowed)."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{quoted(column)} IN ({listed})", name=f"{table}_{column}_known")


def yes_or_no(table: str, column: str) -> CheckConstraint:
    """0 or 1."""
    return CheckConstraint(f"{quoted(column)} IN (0, 1)", name=f"{table}_{column}_yes_or_no")


def not_negative(table: str, column: str) -> CheckConstraint:
    """A count that never falls below zero."""
    return CheckConstraint(f"{quoted(column)} >= 0", name=f"{table}_{column}_not_negative")
