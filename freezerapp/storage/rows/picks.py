"""Pick lists as the screen shows them: all of them in lines, and one whole in walking order."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import bindparam, func, literal_column, select

from freezerapp.domain.picking import PickLineState, PickState
from freezerapp.domain.position import Position
from freezerapp.domain.problems import NotThere
from freezerapp.domain.specimen import Status
from freezerapp.domain.temperature import VITREOUS
from freezerapp.domain.walking import Pace, Stop, Walk, pace_of, walk, walk_order
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.database import Reader
from freezerapp.storage.finding import Readable
from freezerapp.storage.garbage import garbage_waits
from freezerapp.storage.prepared import ByIds, Prepared, Row
from freezerapp.storage.rows.stands import stands_of
from freezerapp.storage.rows.storage import Storage
from freezerapp.storage.unhurried import pages, unhurried

AT_ONCE = 2_000
"""Tubes looked at in one short reading transaction."""


class PickListRow(NamedTuple):
    """One pick list in a line. ``tubes`` are those wanted in the end, replaced and removed ones left out.

    ``retrieved`` of them were fetched and not returned, ``out`` are those that an open list still has in hand.
    ``made_at`` is ms UTC; ``shipment`` is a number.
    """

    id: int
    number: str
    title: str
    state: PickState
    purpose: str | None
    shipment: str | None
    made_at: int | None
    tubes: int
    wanted: int
    retrieved: int
    out: int
    returned: int
    missing: int
    rule: str | None = None
    seed: str | None = None
    note: str | None = None


class PickRow(NamedTuple):
    """One tube of a pick list. ``box``, ``row`` and ``column`` are where it stands, or where its place is kept.

    ``out_since`` is ms UTC, ``out_ms`` its time out before that. ``batch`` counts from 1, 0 for what is not wanted any
    more. ``takes_place_of`` is the barcode of the tube that it was put on the list for.
    """

    line: int
    number: int
    tube: int
    barcode: str
    material: str
    participant: str | None
    visit: str | None
    amount: int | None
    unit: str | None
    thaws: int
    status: Status
    held: tuple[str, ...]
    state: PickLineState
    reason: str | None
    takes_place_of: str | None
    box: int | None
    row: int | None
    column: int | None
    position: str | None
    out_since: int | None
    out_ms: int
    limit_s: int
    batch: int = 0


class PickBox(NamedTuple):
    """The tubes of one box on the way, together; ``path`` names it from its unit down, ``code`` is its own."""

    box: int | None
    path: str
    code: str
    rows: tuple[PickRow, ...]


class PickPage(NamedTuple):
    """One pick list whole, in walking order. ``walk`` is the way to what is still to be fetched."""

    said: PickListRow
    boxes: tuple[PickBox, ...]
    walk: Walk
    pace: Pace

    @property
    def rows(self) -> tuple[PickRow, ...]:
        """All lines in walking order."""
        return tuple(row for box in self.boxes for row in box.rows)


_l, _w, _s, _k, _p = (
    parcel_schema.pick_list.c,
    parcel_schema.pick_line.c,
    schema.specimen.c,
    schema.collection.c,
    schema.place.c,
)
_counts = {
    state: func.count().filter(_w.state == literal_column(f"'{state.value}'"))
    for state in (PickLineState.WANTED, PickLineState.RETRIEVED, PickLineState.RETURNED, PickLineState.MISSING)
}
_lists = (
    select(
        _l.id,
        _l.number,
        _l.title,
        _l.state,
        _l.purpose,
        parcel_schema.shipment.c.number,
        _l.made_at,
        *_counts.values(),
        func.count().filter((_w.state == literal_column("'retrieved'")) & (_w.open == literal_column("1"))),
        _l.rule,
        _l.seed,
        _l.note,
    )
    .select_from(parcel_schema.pick_list)
    .outerjoin(parcel_schema.pick_line, (_w.list_id == _l.id) & (_w.void == literal_column("0")))
    .outerjoin(parcel_schema.shipment, parcel_schema.shipment.c.id == _l.shipment_id)
    .where(_l.void == literal_column("0"))
    .group_by(_l.id)
)
_ALL = Prepared(_lists.order_by(_l.id.desc()))
_ONE = Prepared(_lists.where(_l.id == bindparam("id")))
_OPEN = Prepared(select(func.count()).where(_l.void == literal_column("0"), _l.state == literal_column("'open'")))
_IDS = Prepared(select(_w.id).where(_w.list_id == bindparam("id"), _w.void == literal_column("0")).order_by(_w.id))
_LINES = ByIds(
    select(
        _w.id,
        _w.number,
        _w.specimen_id,
        _s.barcode,
        schema.material.c.code,
        schema.participant.c.code,
        schema.moment.c.code,
        _s.amount,
        _s.unit,
        _s.thaws,
        _s.status,
        _w.state,
        _w.reason,
        _s.out_since,
        _s.out_ms,
        schema.material.c.temperature,
    )
    .select_from(parcel_schema.pick_line)
    .join(schema.specimen, _s.id == _w.specimen_id)
    .join(schema.material, schema.material.c.id == _s.material_id)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id),
    _w.id,
)
_REPLACED = Prepared(
    select(_w.replaced_by, _s.barcode)
    .select_from(parcel_schema.pick_line)
    .join(schema.specimen, _s.id == _w.specimen_id)
    .where(_w.list_id == bindparam("id"), _w.void == literal_column("0"), _w.replaced_by.is_not(None))
)
_PLACES = tuple(
    # One for each use: only then does the index of that use serve.
    ByIds(
        select(_p.specimen_id, _p.container_id, _p.row, _p.column).where(_p.use == literal_column(f"'{use}'")),
        _p.specimen_id,
    )
    for use in ("home", "here")
)
_HOLDS = ByIds(select(schema.hold.c.specimen_id, schema.hold.c.kind).distinct(), schema.hold.c.specimen_id)
_MATERIALS = ByIds(
    select(_s.id, schema.material.c.temperature).join(schema.material, schema.material.c.id == _s.material_id), _s.id
)


def pick_lists(reader: Reader) -> tuple[PickListRow, ...]:
    """All pick lists, the newest first."""
    return tuple(_list_row(*row) for row in reader.all(_ALL))


def open_picks(reader: Reader) -> int:
    """How many pick lists are open."""
    return int(reader.all(_OPEN)[0][0])


def pick_page(reader: Reader, list_id: int, tree: Storage) -> PickPage:
    """One pick list with all its tubes, box by box as one walks, read in pages. Raises NotThere."""
    with garbage_waits():
        return unhurried(reader, lambda turn: _page(reader, list_id, tree, turn))


def _page(reader: Reader, list_id: int, tree: Storage, turn: Callable[[], None]) -> PickPage:
    pace = pace_of(_settings(reader))  # first, as it may load a module
    found = reader.one(_ONE, id=list_id)
    if found is None:
        raise NotThere("pick list", str(list_id))
    listed = [row[0] for row in reader.all(_IDS, id=list_id)]
    turn()
    lines: list[Row] = []
    places: dict[int, Stop] = {}
    holds: dict[int, tuple[str, ...]] = {}
    for ids in pages(listed):
        some = sorted(_LINES.rows(reader.connection, ids))
        tubes = [line[2] for line in some]
        lines += some
        places |= places_of(reader, tubes)
        for tube, kind in _HOLDS.rows(reader.connection, tubes):
            holds[tube] = (*(each for each in holds.get(tube, ()) if each != kind), kind)
        turn()
    replaced = {row[0]: row[1] for row in reader.all(_REPLACED, id=list_id)}
    turn()
    cells = {line[2] for line in lines if line[15] in VITREOUS}
    stands = stands_of(tree, {stop.box for stop in places.values()})
    order = {stop.tube: at for at, stop in enumerate(walk_order(places.values(), stands, cells))}
    wanted = {line[2] for line in lines if line[11] == PickLineState.WANTED.value}
    way = walk(
        [stop for stop in sorted(places.values(), key=lambda stop: order[stop.tube]) if stop.tube in wanted],
        stands,
        pace,
        cells,
    )
    batches = {stop.tube: number for number, batch in enumerate(way.batches, 1) for stop in batch.stops}
    rows = []
    for line in lines:
        stop = places.get(line[2])
        stand = stands.get(stop.box) if stop is not None else None
        cold = line[2] in cells or (stand is not None and stand.nitrogen)
        rows.append(
            PickRow._make(
                (
                    *line[:3],
                    line[3] or f"#{line[2]}",
                    *line[4:10],
                    Status(line[10]),
                    holds.get(line[2], ()),
                    PickLineState(line[11]),
                    line[12],
                    replaced.get(line[0]),
                    stop.box if stop is not None else None,
                    stop.row if stop is not None else None,
                    stop.column if stop is not None else None,
                    _label(tree, stop),
                    *line[13:15],
                    pace.nitrogen_limit_s if cold else pace.limit_s,
                    batches.get(line[2], 0) if line[11] == PickLineState.WANTED.value else 0,
                )
            )
        )
    rows.sort(key=lambda row: (order.get(row.tube, len(order)), row.number, row.line))
    return PickPage(_list_row(*found), tuple(_boxes(rows, tree)), way, pace)


def in_walking_order(database: Readable, tubes: Sequence[int], tree: Storage) -> tuple[list[Stop], Walk]:
    """Tubes as one walks to them, and the way; those that have no place are left out. In short transactions."""
    places: dict[int, Stop] = {}
    cells: set[int] = set()
    for start in range(0, len(tubes), AT_ONCE):
        part = tubes[start : start + AT_ONCE]
        with database.reading() as reader:
            places |= places_of(reader, part)
            cells |= {key for key, temperature in _MATERIALS.rows(reader.connection, part) if temperature in VITREOUS}
    with database.reading() as reader:
        pace = pace_of(_settings(reader))
    stands = stands_of(tree, {stop.box for stop in places.values()})
    order = walk_order(places.values(), stands, cells)
    return order, walk(order, stands, pace, cells)


def places_of(reader: Reader, tubes: Sequence[int]) -> dict[int, Stop]:
    """Where each tube stands, or where its place is kept."""
    return {
        row[0]: Stop(*row)
        for statement in _PLACES
        for row in (statement.rows(reader.connection, tubes) if tubes else ())
    }


def path_from_unit(tree: Storage, box: int) -> str:
    """A box as it is found: from its freezer, tank or dewar down; the whole path where it stands in none."""
    unit = tree.unit_of(box)
    whole = tree.path_text(box)
    if unit is None or unit == box:
        return whole
    above = tree.path_text(unit)
    return whole[len(above) - len(tree.containers[unit].name) :] if whole.startswith(above) else whole


def _settings(reader: Reader) -> Mapping[str, str]:
    # Only here: who only counts open lists does not wait for all that shipments are made of.
    from freezerapp.storage.rows.shipments import settings

    return settings(reader)


def _boxes(rows: Sequence[PickRow], tree: Storage) -> list[PickBox]:
    groups: list[list[PickRow]] = []
    for row in rows:
        if groups and groups[-1][0].box == row.box:
            groups[-1].append(row)
        else:
            groups.append([row])
    found = []
    for group in groups:
        box = group[0].box
        known = tree.containers.get(box) if box is not None else None
        path = path_from_unit(tree, known.id) if known is not None else ""
        code = (known.code or known.name) if known is not None else ""
        found.append(PickBox(box, path, code, tuple(group)))
    return found


def _label(tree: Storage, stop: Stop | None) -> str | None:
    holder = tree.containers.get(stop.box) if stop is not None else None
    return holder.layout.label(Position(stop.row, stop.column)) if stop is not None and holder is not None else None


def _list_row(
    id_: int,
    number: str,
    title: str,
    state: str,
    purpose: str | None,
    shipment: str | None,
    made_at: int | None,
    wanted: int,
    retrieved: int,
    returned: int,
    missing: int,
    out: int,
    rule: str | None,
    seed: str | None,
    note: str | None,
) -> PickListRow:
    tubes = wanted + retrieved + returned + missing
    return PickListRow(
        id_,
        number,
        title,
        PickState(state),
        purpose,
        shipment,
        made_at,
        tubes,
        wanted,
        retrieved,
        out,
        returned,
        missing,
        rule,
        seed,
        note,
    )
