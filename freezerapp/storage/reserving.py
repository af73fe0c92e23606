"""Who has reserved a tube: the open pick list or shipment that wants it."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, literal_column, select

from freezerapp.domain.custody import LINE, PICK_LINE, PICK_LIST, SHIPMENT, SPECIMEN
from freezerapp.domain.shipment import Reserved
from freezerapp.storage import parcel_schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import ByIds, Prepared, run


class Reservation(NamedTuple):
    """An open line that wants a tube. ``for_shipment`` is the shipment in the end, of a pick list too if it has one."""

    line_kind: str
    line_id: int
    owner_id: int
    number: str
    for_shipment: int | None


_l, _s = parcel_schema.shipment_line.c, parcel_schema.shipment.c
_BY_SHIPMENT = ByIds(
    select(_l.specimen_id, _l.id, _l.shipment_id, _s.number, _l.shipment_id)
    .select_from(parcel_schema.shipment_line)
    .join(parcel_schema.shipment, _s.id == _l.shipment_id)
    .where(_l.open == literal_column("1"), _l.void == literal_column("0")),
    _l.specimen_id,
)
_w, _p = parcel_schema.pick_line.c, parcel_schema.pick_list.c
_BY_PICK = ByIds(
    select(_w.specimen_id, _w.id, _w.list_id, _p.number, _p.shipment_id)
    .select_from(parcel_schema.pick_line)
    .join(parcel_schema.pick_list, _p.id == _w.list_id)
    .where(_w.open == literal_column("1"), _w.void == literal_column("0")),
    _w.specimen_id,
)
_FOR_SHIPMENT = Prepared(select(_p.shipment_id).where(_p.id == bindparam("id")))


def reservations(connection: Connection, tubes: Sequence[int]) -> dict[int, list[Reservation]]:
    """The open lines that want each of these tubes: of one shipment and of one pick list at most."""
    found: dict[int, list[Reservation]] = {}
    for kind, statement in ((LINE, _BY_SHIPMENT), (PICK_LINE, _BY_PICK)):
        for tube, *row in statement.rows(connection, tubes):
            found.setdefault(tube, []).append(Reservation(kind, *row))
    return found


def reserved_for_another(
    connection: Connection, tubes: Sequence[int], *, shipment: int | None = None, pick_list: int | None = None
) -> dict[int, str]:
    """Of these tubes, those that something else has reserved: its number, by tube."""
    return {
        tube: other.number
        for tube, lines in reservations(connection, tubes).items()
        for other in lines
        if not _same(other, shipment, pick_list)
    }


def not_free_for(connection: Connection, tubes: Sequence[int], pick_list: int) -> dict[int, str]:
    """Of these tubes, those that can't be added to a pick list, by tube: the number of what has reserved them.

    That is the list itself too, where they are on it; only what its own shipment has reserved is free for it.
    """
    shipment = next(iter(run(connection, _FOR_SHIPMENT, id=pick_list)), (None,))[0]
    return {
        tube: other.number
        for tube, lines in reservations(connection, tubes).items()
        for other in lines
        if other.line_kind == PICK_LINE or other.for_shipment != shipment
    }


def _same(line: Reservation, shipment: int | None, pick_list: int | None) -> bool:
    own_list = line.line_kind == PICK_LINE and line.owner_id == pick_list
    return own_list or (shipment is not None and line.for_shipment == shipment)


def check_reserved(ledger: Ledger) -> None:
    """Raise Reserved for a tube that two open lines would want, but those of a shipment and of its own pick list."""
    wanted: dict[int, list[tuple[str, int, int | None, str]]] = {}
    for kind, owner_kind in ((LINE, SHIPMENT), (PICK_LINE, PICK_LIST)):
        fresh = [
            saved.after
            for saved in ledger.saved[kind].values()
            if _reserves(saved.after) and not (saved.before is not None and _reserves(saved.before))
        ]
        owners = ledger.many(owner_kind, {_owner(kind, line) for line in fresh})
        for line in fresh:
            owner = owners[_owner(kind, line)]
            goal = owner.id if kind == LINE else owner.shipment_id
            wanted.setdefault(line.specimen_id, []).append((kind, line.id, goal, owner.number))
    if not wanted:
        return
    standing = reservations(ledger.connection, list(wanted))
    for tube, lines in wanted.items():
        others = [
            (each.line_kind, each.line_id, each.for_shipment, each.number)
            for each in standing.get(tube, ())
            if not _leaves(ledger.saved[each.line_kind], each.line_id)
        ]
        _check_together(ledger, tube, lines, others)


def _check_together(
    ledger: Ledger,
    tube: int,
    lines: Iterable[tuple[str, int, int | None, str]],
    others: list[tuple[str, int, int | None, str]],
) -> None:
    met = list(others)
    for line in lines:
        for other in met:
            alike = other[0] == line[0]
            goals = other[2] == line[2] and line[2] is not None
            if alike or not goals:
                raise Reserved(ledger.one(SPECIMEN, tube).barcode, other[3])
        met.append(line)


def _owner(kind: str, line: Any) -> int:
    return int(line.shipment_id if kind == LINE else line.list_id)


def _reserves(line: Any) -> bool:
    return bool(line.open and not line.void and line.specimen_id is not None)


def _leaves(saved: Mapping[int, Any], line_id: int) -> bool:
    there = saved.get(line_id)
    return there is not None and not _reserves(there.after)
