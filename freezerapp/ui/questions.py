"""What the screens ask of the bank. Each runs on a reader thread and brings in the storage floor only there,
so that the window is painted before any database library is loaded."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale

from freezerapp.ui.selection import Lit

if TYPE_CHECKING:
    from freezerapp.domain.search.completion import Completion
    from freezerapp.domain.search.query import Query
    from freezerapp.domain.search.vocabulary import Vocabulary
    from freezerapp.storage.database import Reader
    from freezerapp.storage.rows.box import BoxRow
    from freezerapp.storage.rows.found import Found, FoundRow
    from freezerapp.storage.rows.history import BankFacts, HistoryRow
    from freezerapp.storage.rows.storage import Storage
    from freezerapp.storage.rows.tube import TubeCard
    from freezerapp.storage.rows.words import MaterialRow
    from freezerapp.storage.text_index import TextIndex


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


def open_work(reader: "Reader") -> dict[str, int]:
    """How many pick lists and shipments are still being worked on, by the name of the work list."""
    from freezerapp.storage.rows import picks, shipments

    return {"picks": picks.open_picks(reader), "shipments": shipments.drafts(reader)}


def materials(reader: "Reader") -> "Mapping[str, MaterialRow]":
    """The materials of the bank by code."""
    from freezerapp.storage.rows import words as rows

    return rows.materials(reader)


def by_code(reader: "Reader", text: str) -> "Found | None":
    """What a whole code leads to."""
    from freezerapp.storage.rows import found as rows

    return rows.by_code(reader, text)


def scanned(reader: "Reader", text: str) -> "tuple[Found, int | None] | None":
    """What a whole code leads to, and the box in which a tube stands or belongs."""
    found = by_code(reader, text)
    if found is None:
        return None
    return found, box_of(reader, found.id) if found.kind == "specimen" else None


def box_of(reader: "Reader", specimen: int) -> int | None:
    """The box in which a tube stands or belongs."""
    rows = found_rows(reader, [specimen])
    return rows[0].container_id if rows else None


def found_rows(reader: "Reader", ids: Sequence[int], tree: "Storage | None" = None) -> "list[FoundRow]":
    """The lines of a result list, in the order of the ids; with the tree at hand it is not read again."""
    from freezerapp.storage.rows import found as rows

    return rows.found_rows(reader, ids, tree)


def history_page(
    reader: "Reader", before: int | None, limit: int, tree: "Storage | None" = None
) -> "tuple[tuple[HistoryRow, ...], dict[tuple[str, int], str]]":
    """A page of the bank's history, newest first, from below an event; and by kind and id what is named in it: tubes
    by their barcodes, shipments by their numbers.
    """
    from freezerapp.storage.rows import history as rows
    from freezerapp.storage.rows.parcel_history import shipment_numbers

    page = rows.history_page(reader, before, limit)
    tubes = sorted({row.subject_id for row in page if row.subject_kind == "specimen"})
    shipments = sorted({row.subject_id for row in page if row.subject_kind == "shipment"})
    names = {("specimen", row.id): row.barcode for row in found_rows(reader, tubes, tree)}
    return page, names | {("shipment", key): number for key, number in shipment_numbers(reader, shipments).items()}


class Hits(NamedTuple):
    """The answer to a search as it is typed: how many tubes match, the first lines, what may be meant."""

    text: str
    number: int
    rows: "list[FoundRow]"
    meant: tuple[tuple[str, str | None], ...] = ()
    """Values that the bank does not have, each with one that may be meant."""


def count(reader: "Reader", text: str) -> int:
    """How many tubes a search finds. Raises a Problem if the text is no search."""
    from freezerapp.storage import finding

    return finding.count(reader, _parsed(reader, text))


def ids(reader: "Reader", text: str) -> list[int]:
    """All tubes that a search finds, in order."""
    from freezerapp.storage import finding

    return finding.find(reader, _parsed(reader, text))


def hits(
    reader: "Reader", text: str, limit: int, tree: "Storage | None" = None, index: "TextIndex | None" = None
) -> Hits:
    """The first lines and the count of a search: from the index where it can tell, else from the bank."""
    from freezerapp.storage import finding

    query = _parsed(reader, text)
    first, number = _from_index(reader, query, limit, index) or (None, 0)
    if first is None:
        first = finding.find(reader, query, limit=limit)
        number = len(first) if len(first) < limit else finding.count(reader, query)
    meant: tuple[tuple[str, str | None], ...] = ()
    if not first:
        found = finding.corrections(reader, query, _words())
        meant = tuple((each.text, each.suggestion) for each in found)
    return Hits(text, number, found_rows(reader, first, tree), meant)


def _from_index(
    reader: "Reader", query: "Query", limit: int, index: "TextIndex | None"
) -> tuple[list[int], int] | None:
    """The first tubes and how many there are, in the order of the bank; None where the index can't tell."""
    if index is None:
        return None
    from freezerapp.storage.text_index import Outdated

    try:
        if not index.keep_up(reader):
            return None
    except Outdated:
        return None
    found = index.search(query, limit)
    if found is None:
        return None
    if found.total is not None:
        return found.ids, found.total
    every = index.search(query, None)
    return found.ids, len(every.ids) if every is not None else len(found.ids)


def completions(reader: "Reader", text: str, cursor: int, limit: int) -> "list[Completion]":
    """What can stand at the cursor of a search, best first."""
    from freezerapp.domain.search.completion import complete
    from freezerapp.storage import finding

    own = finding.own_fields(reader)
    return complete(
        text,
        cursor,
        _words(),
        own,
        lambda field, start: finding.values_beginning(reader, field, start),
        limit,
    )


def lit(reader: "Reader", text: str) -> Lit:
    """What a search lights: the tubes, and how many stand in which box."""
    from freezerapp.storage.rows import lit as rows

    tubes, boxes = rows.lit(reader, _parsed(reader, text))
    return Lit(text, tubes, boxes)


def _words() -> "Vocabulary":
    """The words of the search language: English, and those of the screen."""
    from freezerapp.domain.search.vocabulary import vocabulary

    return vocabulary(QLocale().name().partition("_")[0])


def _parsed(reader: "Reader", text: str) -> "Query":
    from freezerapp.domain.search.grammar import parse
    from freezerapp.storage import finding

    return parse(text, _words(), finding.own_fields(reader))
