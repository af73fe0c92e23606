"""The last look before anything is written: what may stand where, said in words before the database refuses it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, select

from freezerapp.domain import specimen as specimen_rules
from freezerapp.domain import standing as standing_rules
from freezerapp.domain.barcode import check_code, code_key
from freezerapp.domain.container import ContainerType, Holds, NotForTubes, WrongMaterial, check_child
from freezerapp.domain.custody import CONTAINER, LINE, PACKAGE, PARCEL_BOX, PICK_LINE, PICK_LIST, SHIPMENT, SPECIMEN
from freezerapp.domain.position import NoSuchPosition, Position
from freezerapp.domain.problems import (
    CodeTaken,
    ContainerCodeMissing,
    NotStanding,
    PositionTaken,
)
from freezerapp.domain.specimen import Specimen, Spot, Status
from freezerapp.domain.standing import Container, InsideItself, Standing
from freezerapp.storage import containers, schema
from freezerapp.storage.ledger import BrokenRule, Ledger, Saved
from freezerapp.storage.prepared import Prepared, run

NUMBERED = (SHIPMENT, PICK_LIST)
"""Things whose number is their code."""
_PLACED_BY = Prepared(
    select(schema.operator.c.name, schema.operation.c.recorded_at)
    .select_from(schema.place)
    .join(schema.operation, schema.operation.c.id == schema.place.c.operation_id)
    .join(schema.operator, schema.operator.c.id == schema.operation.c.operator_id)
    .where(
        schema.place.c.container_id == bindparam("holder"),
        schema.place.c.row == bindparam("at_row"),
        schema.place.c.column == bindparam("at_column"),
    )
)


def check(ledger: Ledger) -> None:
    """Raise the Problem (or BrokenRule) for the first thing that can't be recorded as it was saved."""
    tubes, boxes = ledger.saved[SPECIMEN], ledger.saved[CONTAINER]
    for saved in tubes.values():
        if broken := specimen_rules.faults(saved.after):
            raise BrokenRule(f"specimen {saved.after.id}: {', '.join(broken)}")
    for saved in boxes.values():
        if broken := standing_rules.faults(saved.after):
            raise BrokenRule(f"container {saved.after.id}: {', '.join(broken)}")
    _check_containers(ledger, boxes)
    _check_away(ledger, boxes)
    _check_shipped(ledger, tubes)
    _check_places(ledger, tubes, boxes)
    _check_codes(ledger)
    if any(Status.IN_A_SHIPMENT in _statuses(saved) for saved in tubes.values()) or ledger.saved[LINE]:
        from freezerapp.storage.packing import check_packed

        check_packed(ledger)
    if any(ledger.saved[kind] for kind in (SHIPMENT, LINE, PACKAGE, PARCEL_BOX)):
        from freezerapp.storage.parcel_steps import check_steps

        check_steps(ledger)
    if boxes or ledger.saved[PARCEL_BOX]:
        from freezerapp.storage.packing import check_boxes

        check_boxes(ledger)
    if ledger.saved[LINE] or ledger.saved[PICK_LINE]:
        from freezerapp.storage.reserving import check_reserved

        check_reserved(ledger)


def _statuses(saved: Saved) -> tuple[Status | None, Status]:
    return (saved.before.status if saved.before is not None else None, saved.after.status)


def _newly(saved: Mapping[int, Saved]) -> Iterable[tuple[Any, Spot, str]]:
    for before, after, _ in saved.values():
        for use, spot in (("here", after.place), ("home", after.home)):
            if spot is not None and (before is None or spot != (before.place if use == "here" else before.home)):
                yield after, spot, use


def _check_places(ledger: Ledger, tubes: Mapping[int, Saved], boxes: Mapping[int, Saved]) -> None:
    wanted = [*_newly(tubes), *_newly(boxes)]
    kept = [
        (after, Spot(after.id, cell.row, cell.column), cell.use.value)
        for before, after, _ in boxes.values()
        for cell in after.cells
        if before is None or cell not in before.cells
    ]
    if not wanted and not kept:
        return
    into = list({spot.container for _, spot, _ in [*wanted, *kept]})
    holders = ledger.containers(into)
    types = {key: ledger.type_of(holder) for key, holder in holders.items()}
    taken = _still_taken(ledger, into, tubes, boxes)
    allowed: dict[tuple[int, int], bool] = {}
    for thing, spot, use in [*wanted, *kept]:
        holder, kind = holders[spot.container], types[spot.container]
        if not kind.layout.contains(Position(spot.row, spot.column)):
            raise _outside(kind, spot)
        if spot in taken:
            raise PositionTaken(
                holder.name,
                kind.layout.label(Position(spot.row, spot.column)),
                *_occupant(ledger, taken[spot]),
                *_placed_by(ledger, spot),
            )
        taken[spot] = (use, thing.id if isinstance(thing, Specimen) else None, thing.id)
        if use in ("blocked", "reserved"):
            continue
        if isinstance(thing, Specimen):
            if kind.holds is not Holds.SPECIMENS:
                raise NotForTubes(holder.name, kind.kind)
            if kind.materials and not allowed.get((thing.material_id, spot.container)):
                code = ledger.one("material", thing.material_id).code
                if code not in kind.materials:
                    raise WrongMaterial(holder.name, code, kind.materials)
                allowed[thing.material_id, spot.container] = True
            if use == "here":
                _check_holder(holder, thing)
        else:
            check_child(kind, ledger.type_of(thing))
            if holder.status in (Standing.RETIRED, Standing.VOID):
                raise NotStanding(holder.name, holder.status.value)


def _check_holder(holder: Container, tube: Specimen) -> None:
    away = holder.status is Standing.AWAY
    gone = holder.status in (Standing.RETIRED, Standing.VOID)
    if gone or away != (tube.status is Status.SHIPPED):
        raise NotStanding(holder.name, holder.status.value)


def _check_shipped(ledger: Ledger, tubes: Mapping[int, Saved]) -> None:
    """A tube becomes a shipped one, or a stored one again, where it stands: only if its box does so too."""
    turned = [
        (after.place.container, after)
        for before, after, _ in tubes.values()
        if before is not None
        and after.place is not None
        and after.place == before.place
        and (before.status is Status.SHIPPED) != (after.status is Status.SHIPPED)
    ]
    if turned:
        holders = ledger.containers(key for key, _ in turned)
        for key, tube in turned:
            _check_holder(holders[key], tube)


def _outside(kind: ContainerType, spot: Spot) -> NoSuchPosition:
    cells = sorted(kind.layout.positions())
    return NoSuchPosition(
        f"{spot.row + 1}, {spot.column + 1}", kind.layout.label(cells[0]), kind.layout.label(cells[-1])
    )


def _still_taken(
    ledger: Ledger, into: list[int], tubes: Mapping[int, Saved], boxes: Mapping[int, Saved]
) -> dict[Spot, tuple[str, int | None, int | None]]:
    """What stays in these grids after everything that moves was lifted."""
    taken = containers.occupied(ledger.connection, into)
    for before, after, _ in [*tubes.values(), *boxes.values()]:
        if before is not None:
            for old, new in ((before.place, after.place), (before.home, after.home)):
                if old is not None and old != new:
                    taken.pop(old, None)
    for before, after, _ in boxes.values():
        if before is not None:
            for cell in set(before.cells) - set(after.cells):
                taken.pop(Spot(after.id, cell.row, cell.column), None)
    return taken


def _placed_by(ledger: Ledger, spot: Spot) -> tuple[str, int]:
    """Who made a position taken, and when; nobody where it is this transaction itself."""
    rows = run(ledger.connection, _PLACED_BY, holder=spot.container, at_row=spot.row, at_column=spot.column)
    return (rows[0][0], rows[0][1]) if rows else ("", 0)


def _occupant(ledger: Ledger, taken: tuple[str, int | None, int | None]) -> tuple[str, str]:
    use, specimen_id, child_id = taken
    if specimen_id is not None:
        return ledger.one(SPECIMEN, specimen_id).barcode or f"#{specimen_id}", use
    if child_id is not None and use in ("here", "home"):
        return ledger.container(child_id).name, use
    return "", use


def _check_containers(ledger: Ledger, boxes: Mapping[int, Saved]) -> None:
    for before, after, _ in boxes.values():
        kind = ledger.type_of(after)
        if after.status is not Standing.VOID and not after.code and (kind.is_unit or kind.is_box):
            raise ContainerCodeMissing(kind.kind, after.name)
        spot = after.place or after.home
        if before is None or spot is None or spot == (before.place or before.home):
            continue
        chain = [spot.container]
        while chain[-1] != after.id:
            upper = ledger.container(chain[-1])
            step = upper.place or upper.home
            if step is None or step.container in chain:
                break
            chain.append(step.container)
        if chain[-1] == after.id:
            raise InsideItself(after.name, ledger.container(spot.container).name)


def _check_away(ledger: Ledger, boxes: Mapping[int, Saved]) -> None:
    """A box leaves, or comes back, with every tube in it."""
    for before, after, _ in boxes.values():
        away = after.status is Standing.AWAY
        if before is None or (before.status is Standing.AWAY) == away:
            continue
        there = containers.occupied(ledger.connection, [after.id]).values()
        for tube in ledger.specimens(key for _, key, _ in there if key is not None).values():
            stands_in_it = tube.place is not None and tube.place.container == after.id
            if stands_in_it and (tube.status is Status.SHIPPED) != away:
                raise NotStanding(after.name, Standing.AWAY.value)


def codes_of(kind: str, value: Any) -> tuple[str, ...]:
    """All codes that lead to a thing now."""
    if kind == CONTAINER:
        return (value.code,) if value.code else ()
    if kind in NUMBERED:
        return () if value.void else (value.number,)
    return tuple(code.text for code in value.codes)


def _check_codes(ledger: Ledger) -> None:
    fresh: dict[str, tuple[str, Any, str]] = {}
    for kind in (SPECIMEN, CONTAINER, "operator", *NUMBERED):
        for before, after, _ in ledger.saved[kind].values():
            old = () if before is None else codes_of(kind, before)
            for text in codes_of(kind, after):
                if text in old:
                    continue
                check_code(text)
                key = code_key(text)
                if key in fresh:
                    raise CodeTaken(text, fresh[key][0], _name(fresh[key][1]))
                fresh[key] = (kind, after, text)
    if not fresh:
        return
    for key, (owner_kind, owner_id) in ledger.codes(list(fresh)).items():
        kind, after, text = fresh[key]
        if (owner_kind, owner_id) != (kind, after.id):
            raise CodeTaken(text, owner_kind, _name(ledger.one(owner_kind, owner_id)))


def _name(value: Any) -> str:
    for name in ("barcode", "name", "number"):
        if said := getattr(value, name, None):
            return str(said)
    return f"#{value.id}"
