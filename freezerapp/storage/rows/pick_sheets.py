"""What the sheet of a pick list says: doors, boxes and tubes in walking order, as papers draw them."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from sqlalchemy import select

from freezerapp.domain import pick_sheet as paper
from freezerapp.domain.position import Position
from freezerapp.domain.quantity import format_amount
from freezerapp.domain.walking import Stop, Walk
from freezerapp.storage import schema
from freezerapp.storage.containers import occupied
from freezerapp.storage.finding import Readable
from freezerapp.storage.prepared import Prepared
from freezerapp.storage.rows.manifests import box_facts
from freezerapp.storage.rows.picks import PickPage, in_walking_order
from freezerapp.storage.rows.storage import SEPARATOR, ContainerRow, Storage
from freezerapp.storage.rows.words import MaterialRow, materials


class Head(NamedTuple):
    """Who prints a sheet, and when (ISO text with offset)."""

    issued_at: str
    issued_by: str


class _Tube(NamedTuple):
    """What the sheet tells of one tube."""

    barcode: str
    material: str
    participant: str | None
    visit: str | None
    amount: str | None
    note: str = ""


_BANK = Prepared(select(schema.bank.c.name))
AT_ONCE, TUBES_AT_ONCE = 60, 500
"""Boxes, and tubes, of which all is read in one short transaction."""


def sheet_of(database: Readable, page: PickPage, tree: Storage, head: Head, instead: str = "{code}") -> paper.PickSheet:
    """The sheet of a pick list: what is still to be fetched. ``instead`` says "instead of {code}" in a language."""
    tubes = {
        row.tube: _Tube(
            row.barcode,
            row.material,
            row.participant,
            row.visit,
            _amount(row.amount, row.unit),
            instead.format(code=row.takes_place_of) if row.takes_place_of else "",
        )
        for row in page.rows
        if row.batch
    }
    made = _sheet(database, page.walk, tubes, tree, page.said.number, head)
    return made._replace(title=page.said.title, purpose=page.said.purpose or "")


def sheet_of_tubes(
    database: Readable, tubes: Sequence[int], tree: Storage, head: Head
) -> tuple[paper.PickSheet, list[int]]:
    """A sheet for any tubes, without a list and so without a number; and those of them that stand in no place."""
    from freezerapp.storage.rows.found import found_rows

    order, way = in_walking_order(database, tubes, tree)
    facts: dict[int, _Tube] = {}
    for start in range(0, len(order), TUBES_AT_ONCE):
        with database.reading() as reader:
            for row in found_rows(reader, [stop.tube for stop in order[start : start + TUBES_AT_ONCE]], tree):
                amount = _amount(row.amount, row.unit)
                facts[row.id] = _Tube(row.barcode, row.material, row.participant, row.visit, amount)
    placed = {stop.tube for stop in order}
    return _sheet(database, way, facts, tree, "", head), [key for key in tubes if key not in placed]


def _sheet(
    database: Readable, way: Walk, tubes: Mapping[int, _Tube], tree: Storage, number: str, head: Head
) -> paper.PickSheet:
    with database.reading() as reader:
        names, bank = materials(reader), reader.one(_BANK)
    boxes = list(dict.fromkeys(stop.box for batch in way.batches for stop in batch.stops))
    taken: dict[int, list[tuple[int, int]]] = {box: [] for box in boxes}
    for start in range(0, len(boxes), AT_ONCE):
        with database.reading() as reader:
            there = occupied(reader.connection, boxes[start : start + AT_ONCE])
        for spot, (use, tube, _) in there.items():
            if use == "here" and tube is not None and tube not in tubes:
                taken[spot.container].append((spot.row, spot.column))
    stops: list[paper.Stop] = []
    count = 0
    for batch_number, batch in enumerate(way.batches, 1):
        for unit, at_door in groupby(batch.stops, key=lambda stop: tree.unit_of(stop.box)):
            found = []
            for box, group in groupby(at_door, key=lambda stop: stop.box):
                wanted = list(group)
                found.append(_box(tree, unit, box, wanted, tubes, names, count, taken[box]))
                count += len(wanted)
            stops.append(_stop(tree, unit, tuple(found), batch_number))
    minutes = tuple(batch.minutes for batch in way.batches) if len(way.batches) > 1 else ()
    return paper.PickSheet(
        number,
        str(bank[0]) if bank else "",
        head.issued_at,
        head.issued_by,
        tuple(stops),
        minutes=way.minutes,
        batch_minutes=minutes,
    )


def _stop(tree: Storage, unit: int | None, boxes: tuple[paper.PickBox, ...], batch: int) -> paper.Stop:
    known = tree.containers.get(unit) if unit is not None else None
    name = known.name if known is not None else boxes[0].box.code
    return paper.Stop(name, "", _degrees(known), boxes, batch)


def _box(
    tree: Storage,
    unit: int | None,
    box: int,
    stops: Sequence[Stop],
    tubes: Mapping[int, _Tube],
    names: Mapping[str, MaterialRow],
    before: int,
    taken: Sequence[tuple[int, int]],
) -> paper.PickBox:
    row = tree.containers[box]
    wanted = []
    for number, stop in enumerate(stops, before + 1):
        tube = tubes[stop.tube]
        known = names.get(tube.material)
        wanted.append(
            paper.Wanted(
                number,
                row.layout.label(Position(stop.row, stop.column)),
                stop.row,
                stop.column,
                tube.barcode,
                tube.material,
                known.name if known is not None else tube.material,
                tube.participant,
                tube.visit,
                tube.amount,
                tube.note,
            )
        )
    facts = box_facts(row.code or row.name, None, row.layout)
    return paper.PickBox(facts, _way(tree, unit, box), tuple(wanted), tuple(sorted(taken)))


def _way(tree: Storage, unit: int | None, box: int) -> str:
    """From below the door to the place of the box in its rack, without the box itself."""
    path = tree.path(box)
    below = path[path.index(unit) + 1 : -1] if unit in path else path[:-1]
    place = tree.containers[box].position
    return SEPARATOR.join([*(tree.containers[key].name for key in below), *([place] if place else [])])


def _degrees(unit: ContainerRow | None) -> str:
    if unit is None or unit.set_temperature is None:
        return ""
    return f"{'−' if unit.set_temperature < 0 else ''}{abs(unit.set_temperature)} °C"


def _amount(amount: int | None, unit: str | None) -> str | None:
    return None if amount is None or unit is None else format_amount(amount, unit)
