"""What a stranger's statement looks like, and the words with which the file refuses it."""

from typing import NamedTuple


class Attack(NamedTuple):
    """A statement that a guard refuses with these words; ``aside`` are others that would refuse it too."""

    guard: str
    sql: str
    words: str
    aside: tuple[str, ...] = ()
    foreign_keys: bool = True


def check(guard: str, sql: str, *aside: str) -> Attack:
    return Attack(guard, sql, f"CHECK constraint failed: {guard}", aside)


def twice(guard: str, sql: str, columns: str, *aside: str) -> Attack:
    return Attack(guard, sql, f"UNIQUE constraint failed: {columns}", aside, foreign_keys=False)


def trigger(guard: str, sql: str, words: str, *aside: str) -> Attack:
    return Attack(guard, sql, words, aside, foreign_keys=False)
