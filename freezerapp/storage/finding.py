"""Finds tubes: a search to ids, in order; and the values a bank knows, to complete or correct a search."""

import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from sqlalchemy import ColumnElement, FromClause, Select, func, select

from freezerapp.domain.folding import fold
from freezerapp.domain.ordering import natural_key
from freezerapp.domain.search.matching import folded_paths
from freezerapp.domain.search.query import Field, FieldKind, Query
from freezerapp.domain.search.suggestion import UnknownValue, unknown_values
from freezerapp.domain.search.vocabulary import Vocabulary
from freezerapp.storage import schema
from freezerapp.storage.conditions import Lists, Material, OwnField, condition
from freezerapp.storage.holders import chains, holders
from freezerapp.storage.prepared import Prepared

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader

PAGE = 10_000
"""How many specimens one reading transaction looks through when many are to be found; it takes some 30 ms."""


class Readable(Protocol):
    """What is read in short transactions: the open bank."""

    def reading(self) -> AbstractContextManager["Reader"]:
        """A reading transaction."""


class Order(StrEnum):
    """By what found tubes are sorted; REGISTERED is the order in which they came into the bank."""

    REGISTERED = "registered"
    BARCODE = "barcode"
    MATERIAL = "material"
    STATUS = "status"
    PARTICIPANT = "participant"
    VISIT = "visit"
    COLLECTED = "collected"
    STORED = "stored"


_s, _k = schema.specimen.c, schema.collection.c
_BY: dict[Order, tuple[ColumnElement[object], ...]] = {
    Order.REGISTERED: (),
    Order.BARCODE: (func.fold(_s.barcode),),
    Order.MATERIAL: (schema.material.c.code,),
    Order.STATUS: (_s.status,),
    Order.PARTICIPANT: (func.fold(schema.participant.c.code), schema.moment.c.code),
    Order.VISIT: (schema.moment.c.code, func.fold(schema.participant.c.code)),
    Order.COLLECTED: (_k.collected,),
    Order.STORED: (_s.stored_on,),
}

_MATERIALS = Prepared(
    select(schema.material.c.id, schema.material.c.code, schema.material.c.name, schema.material.c.synonyms).order_by(
        schema.material.c.id
    )
)
_FIELDS = Prepared(
    select(
        schema.field.c.id,
        schema.field.c.code,
        schema.field.c.name,
        schema.field.c.owner_kind,
        schema.field.c.kind,
    )
    .where(schema.field.c.void == 0)
    .order_by(schema.field.c.id)
)
_LAST_ID = Prepared(select(func.max(_s.id)))
_KINDS = {"number": FieldKind.NUMBER, "date": FieldKind.DATE}


def find(
    reader: "Reader",
    query: Query,
    order: Order = Order.REGISTERED,
    limit: int | None = None,
    *,
    descending: bool = False,
) -> list[int]:
    """The ids of the tubes a search finds, sorted, at most ``limit``.

    One reading transaction: of a very large bank ask through ``pages`` or the text index.
    """
    columns = (*_BY[order], _s.id)
    keys = [column.desc() if descending else column.asc() for column in columns]
    fulfilled = condition(query, lists(reader))
    chosen = select(_s.id).select_from(_rows(order)).where(fulfilled).order_by(*keys)
    return _numbers(reader, chosen if limit is None else chosen.limit(limit))


def count(reader: "Reader", query: Query) -> int:
    """How many tubes a search finds."""
    counted = select(func.count()).select_from(schema.specimen).where(condition(query, lists(reader)))
    return _numbers(reader, counted)[0]


def pages(database: Readable, query: Query, page: int = PAGE) -> Iterator[list[int]]:
    """All ids that a search finds, in order of registration, a short reading transaction for each page.

    ``page`` is how many specimens are looked through at a time. What changes meanwhile may be seen or not.
    """
    after = 0
    with database.reading() as reader:
        fulfilled = condition(query, lists(reader)._replace(few=True))
        last: int = (reader.one(_LAST_ID) or (0,))[0] or 0
    while after < last:
        part = select(_s.id).where(_s.id > after, _s.id <= after + page, fulfilled).order_by(_s.id)
        with database.reading() as reader:
            found = _numbers(reader, part)
        yield found
        after += page


def lists(reader: "Reader") -> Lists:
    """The materials and site fields of the bank."""
    return Lists(
        tuple(Material(key, (code, name, *json.loads(also))) for key, code, name, also in reader.all(_MATERIALS)),
        tuple(OwnField(*row) for row in reader.all(_FIELDS)),
        lambda: ((key, folded_paths(chain)) for key, chain in chains(holders(reader)).items()),
    )


def own_fields(reader: "Reader") -> dict[str, FieldKind]:
    """The fields the site defined, by code and by name, as the parser wants them."""
    found: dict[str, FieldKind] = {}
    for field in lists(reader).fields:
        for name in (field.code, field.name):
            found.setdefault(name, _KINDS.get(field.kind, FieldKind.TEXT))
    return found


def known_values(reader: "Reader", field: Field) -> list[str] | None:
    """What a bank has as values of a field, in natural order; None for what is too much to list (codes …)."""
    if field.own:
        return None
    if field.name == "material":
        return sorted({text for one in lists(reader).materials for text in one.texts if text}, key=natural_key)
    if field.name not in _VALUES:
        return None
    values = {text for row in reader.all(_VALUES[field.name]) for text in row if text}
    return sorted(values, key=natural_key)


def values_beginning(reader: "Reader", field: Field, folded: str) -> list[str]:
    """The values of a field that begin like a folded text, for completion."""
    return [value for value in known_values(reader, field) or () if fold(value).startswith(folded)]


def corrections(reader: "Reader", query: Query, vocabulary: Vocabulary) -> list[UnknownValue]:
    """Why a search may have found nothing: its values that the bank does not have, with suggestions."""

    def known(field: Field) -> list[str] | None:
        values = known_values(reader, field)
        if values is not None and field.kind is FieldKind.PLACE:
            values = [path for _, paths in lists(reader).paths() for path in paths] + values
        return values

    return unknown_values(query, vocabulary, known)


_VALUES: dict[str, Prepared] = {
    "participant": Prepared(select(schema.participant.c.code)),
    "visit": Prepared(select(schema.moment.c.code, schema.moment.c.name)),
    "site": Prepared(select(schema.site.c.code, schema.site.c.name)),
    "study": Prepared(select(schema.study.c.code, schema.study.c.name)),
    "in": Prepared(select(schema.container.c.name, schema.container.c.code)),
    "box": Prepared(
        select(schema.container.c.name, schema.container.c.code)
        .join(schema.container_type, schema.container_type.c.id == schema.container.c.type_id)
        .where(schema.container_type.c.holds == "specimens")
    ),
}


def _rows(order: Order) -> FromClause:
    """The table of specimens with what it is sorted by."""
    if order is Order.MATERIAL:
        return schema.specimen.join(schema.material, schema.material.c.id == _s.material_id)
    if order not in (Order.PARTICIPANT, Order.VISIT, Order.COLLECTED):
        return schema.specimen
    return (
        schema.specimen.outerjoin(schema.collection, _k.id == _s.collection_id)
        .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
        .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id)
    )


def _numbers(reader: "Reader", statement: Select[int]) -> list[int]:
    return list(reader.connection.execute(statement).scalars())
