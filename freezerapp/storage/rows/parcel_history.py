"""What history tells of tubes on lists, and of a shipment or pick list with all that belongs to it."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Table, bindparam, func, literal_column, select

from freezerapp.domain.custody import LINE, MANIFEST, PACKAGE, PARCEL_BOX, PICK_LINE, PICK_LIST, SHIPMENT
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds, Prepared, Row
from freezerapp.storage.unhurried import pages, unhurried

_e = schema.event.c
_is_step = _e.payload.not_like(literal_column("""'{"after":{"number":%},"before":{"number":%'"""))
"""A line that only got another number, as others were mixed in: that is no step of its tube."""


def _listed(kind: str, line: Table, owner: Table, refers: str) -> Prepared:
    """The events of the lines that a tube has, with the number of what they are lines of."""
    return Prepared(
        select(_e.seq, _e.subject_kind, _e.subject_id, _e.payload, owner.c.number)
        .select_from(line)
        .join(owner, owner.c.id == line.c[refers])
        .join(schema.event, (_e.subject_kind == literal_column(f"'{kind}'")) & (_e.subject_id == line.c.id))
        .where(line.c.specimen_id == bindparam("id"), _is_step)
        .order_by(_e.seq)
    )


_LISTED = (
    _listed(LINE, parcel_schema.shipment_line, parcel_schema.shipment, "shipment_id"),
    _listed(PICK_LINE, parcel_schema.pick_line, parcel_schema.pick_list, "list_id"),
)


class _Parts(NamedTuple):
    """What belongs to a shipment or pick list: its ids, and by operation the first event of some of them."""

    ids: Prepared
    told: ByIds


def _parts(kind: str, table: Table, refers: str) -> _Parts:
    return _Parts(
        Prepared(select(table.c.id).where(table.c[refers] == bindparam("id"))),
        ByIds(
            select(_e.operation_id, func.min(_e.seq), func.count())
            .where(_e.subject_kind == literal_column(f"'{kind}'"), _is_step)
            .group_by(_e.operation_id),
            _e.subject_id,
        ),
    )


_WHOLE: dict[str, tuple[_Parts, ...]] = {
    SHIPMENT: (
        _parts(MANIFEST, parcel_schema.manifest, "shipment_id"),
        _parts(PACKAGE, parcel_schema.package, "shipment_id"),
        _parts(PARCEL_BOX, parcel_schema.parcel_box, "shipment_id"),
        _parts(LINE, parcel_schema.shipment_line, "shipment_id"),
    ),
    PICK_LIST: (_parts(PICK_LINE, parcel_schema.pick_line, "list_id"),),
}
"""What belongs to each, the most telling first, the lines last."""
_OWN = Prepared(
    select(_e.operation_id, _e.seq).where(_e.subject_kind == bindparam("kind"), _e.subject_id == bindparam("id"))
)
_BY_SEQ = ByIds(select(_e.seq, _e.subject_kind, _e.subject_id, _e.payload), _e.seq)
_NUMBERS = ByIds(select(parcel_schema.shipment.c.id, parcel_schema.shipment.c.number), parcel_schema.shipment.c.id)
WHOLES = frozenset(_WHOLE)
"""The kinds that have their history as a whole."""


def on_lists(reader: Reader, tube: int, own: Sequence[Row]) -> tuple[list[Row], Mapping[str, str]]:
    """Events of a tube's lines for operations that are not among its ``own`` events, one for each; and by operation
    (uuid) the numbers of the shipments and pick lists that it was done for.
    """
    said = {json.loads(payload)["uuid"] for _, _, _, payload in own}
    found: list[Row] = []
    numbers: dict[str, str] = {}
    for statement in _LISTED:
        for *row, number in reader.all(statement, id=tube):
            uuid = json.loads(row[3])["uuid"]
            if number not in (told := numbers.get(uuid, "")):
                numbers[uuid] = f"{told}, {number}" if told else number
            if uuid not in said:
                said.add(uuid)
                found.append(tuple(row))
    return found, numbers


def shipment_numbers(reader: Reader, ids: Sequence[int]) -> Mapping[int, str]:
    """What shipments are called, by id."""
    return {row[0]: row[1] for row in _NUMBERS.rows(reader.connection, ids)} if ids else {}


def of_whole(reader: Reader, kind: str, key: int) -> tuple[list[Row], Mapping[int, int]]:
    """One event for each operation on a shipment or pick list and what belongs to it, newest first.

    Also how many of its lines that operation touched, by event.
    """
    return unhurried(reader, lambda turn: _of_whole(reader, kind, key, turn))


def _of_whole(reader: Reader, kind: str, key: int, turn: Callable[[], None]) -> tuple[list[Row], Mapping[int, int]]:
    telling: dict[int, int] = {}
    for operation, seq in reader.all(_OWN, kind=kind, id=key):
        telling.setdefault(operation, seq)
    touched: dict[int, int] = {}
    for parts in _WHOLE[kind]:
        touched = {}
        first: dict[int, int] = {}
        for ids in pages([row[0] for row in reader.all(parts.ids, id=key)]):
            for operation, seq, count in parts.told.rows(reader.connection, ids):
                first[operation] = min(seq, first.get(operation, seq))
                touched[operation] = touched.get(operation, 0) + count
            turn()
        telling = first | telling
    rows = sorted(_BY_SEQ.rows(reader.connection, list(telling.values())), reverse=True)
    turn()
    return rows, {seq: touched[operation] for operation, seq in telling.items() if operation in touched}
