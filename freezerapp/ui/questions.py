"""What the screens ask of the bank. Each runs on a reader thread and brings in the storage floor only there,
so that the window is painted before any database library is loaded."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from freezerapp.ui.selection import Lit

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader
    from freezerapp.storage.rows.box import BoxRow
    from freezerapp.storage.rows.found import Found, FoundRow
    from freezerapp.storage.rows.history import BankFacts
    from freezerapp.storage.rows.storage import Storage
    from freezerapp.storage.rows.tube import TubeCard
    from freezerapp.storage.rows.words import MaterialRow


def storage(reader: "Reader") -> "Storage":
    """The whole tree of containers with its fill."""
    from freezerapp.storage.rows import storage as rows

    return rows.storage(reader)


def box(reader: "Reader", container: int) -> "BoxRow":
    """The tubes of one box."""
    from freezerapp.storage.rows import box as rows

    return rows.box(reader, container)


def tube(reader: "Reader", specimen: int) -> "TubeCard":
    """Everything about one tube."""
    from freezerapp.storage.rows import tube as rows

    return rows.tube_card(reader, specimen)


def facts(reader: "Reader") -> "BankFacts":
    """The bank as a whole: name, counts, operators."""
    from freezerapp.storage.rows import history as rows

    return rows.bank_facts(reader)


def materials(reader: "Reader") -> "Mapping[str, MaterialRow]":
    """The materials of the bank by code."""
    from freezerapp.storage.rows import words as rows

    return rows.materials(reader)


def by_code(reader: "Reader", text: str) -> "Found | None":
    """What a whole code leads to."""
    from freezerapp.storage.rows import found as rows

    return rows.by_code(reader, text)


def found_rows(reader: "Reader", ids: Sequence[int]) -> "list[FoundRow]":
    """The lines of a result list, in the order of the ids."""
    from freezerapp.storage.rows import found as rows

    return rows.found_rows(reader, ids)


class Hits(NamedTuple):
    """The answer to a search while it is typed: how many tubes match, and the first lines."""

    text: str
    count: int
    rows: "list[FoundRow]"


def count(reader: "Reader", text: str) -> int:
    """How many tubes a search finds. Raises a Problem if the text is no search."""
    from freezerapp.storage import finding

    return finding.count(reader, _parsed(reader, text))


def ids(reader: "Reader", text: str) -> list[int]:
    """All tubes that a search finds, in order."""
    from freezerapp.storage import finding

    return finding.find(reader, _parsed(reader, text))


def hits(reader: "Reader", text: str, limit: int) -> Hits:
    """The first lines and the count of a search."""
    from freezerapp.storage import finding

    query = _parsed(reader, text)
    first = finding.find(reader, query, limit=limit)
    many = len(first) < limit
    return Hits(text, len(first) if many else finding.count(reader, query), found_rows(reader, first))


def lit(reader: "Reader", text: str) -> Lit:
    """What a search lights: the tubes, and how many stand in which box."""
    found = frozenset(ids(reader, text))
    return Lit(text, found, {})
