"""A shown box as the rules see it, so that the grid can say where tubes would land without asking the bank."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from freezerapp.domain.box import Box, Group, Landing, Lands, Mode, Tube, landing, pick
from freezerapp.domain.position import NoSuchPosition, Position
from freezerapp.domain.problems import PositionTaken
from freezerapp.domain.specimen import Spot
from freezerapp.domain.standing import CellUse
from freezerapp.ui.widgets.box_carried import Carried, LandingPicture
from freezerapp.ui.widgets.box_picture import Cell

if TYPE_CHECKING:
    from freezerapp.storage.rows.box import BoxRow, TubeRow
    from freezerapp.storage.rows.storage import ContainerRow, Storage


def box_of(rows: "BoxRow", container: "ContainerRow") -> Box:
    """The box of the rules from the rows on the screen."""
    here = {Position(tube.row, tube.column): Tube(tube.id, tube.barcode) for tube in rows.tubes if tube.use == "here"}
    kept = {Position(tube.row, tube.column): Tube(tube.id, tube.barcode) for tube in rows.tubes if tube.use == "home"}
    blocked = {Position(row, column): CellUse(use) for row, column, use in rows.blocked}
    return Box(container.id, container.code or container.name, container.layout, here, kept, blocked)


def picked_up(box: Box, cells: Iterable[Cell], grabbed: Cell | None, bank: str) -> Carried | None:
    """The tubes in these positions as they are carried; None where none stands."""
    group = pick(box, [Position(*cell) for cell in cells], Position(*grabbed) if grabbed is not None else None)
    if not group.tubes:
        return None
    return Carried(bank, tuple(tube.id for tube in group.tubes), tuple(group.cells), box.id, group.grabbed)


def group_of(carried: Carried) -> Group:
    """What is carried, as the rules see it."""
    tubes = tuple(Tube(id_) for id_ in carried.ids)
    return Group(tubes, tuple(Position(*cell) for cell in carried.cells), carried.box, carried.grabbed)


def landing_picture(box: Box, carried: Carried, at: Cell, mode: Mode) -> LandingPicture:
    """Where what is carried would land, to be painted."""
    found = landing(box, group_of(carried), Position(*at), mode)
    return LandingPicture(
        tuple((move.id, _cell(move.to)) for move in (*found.moves, *(found.back if _inside(box, carried) else ()))),
        tuple(_cell(cell) for cell in found.taken),
        found.outside,
        tuple(_cell(cell) for cell in found.unmatched),
        found.ok,
        found.idle,
    )


def moves_of(box: Box, carried: Carried, found: Landing) -> tuple[tuple[int, Spot, Spot | None], ...]:
    """Each tube that changes its place: its id, where it goes, where it was seen.

    In a swap the tubes that were met go to the box the carried ones come from.
    """
    seen = _seen(carried)
    there = [(move.id, box.spot(move.to), seen.get(move.id)) for move in found.changes]
    source = carried.box if carried.box is not None else box.id
    back = [(move.id, Spot(source, *move.to), _standing(box, move)) for move in found.back]
    return (*there, *back)


def lifted(box: Box, tubes: Iterable[int]) -> Box:
    """The same box without these tubes, their places kept: a picture may be older than the taking out."""
    out = frozenset(tubes)
    still = {at: tube for at, tube in box.tubes.items() if tube.id in out}
    if not still:
        return box
    here = {at: tube for at, tube in box.tubes.items() if at not in still}
    return Box(box.id, box.name, box.layout, here, {**box.kept, **still}, box.blocked)


def keeping(box: Box, tubes: Iterable[int]) -> Box:
    """The same box, where places kept for these tubes are not free for them either: they are to go elsewhere."""
    going = frozenset(tubes)
    box = lifted(box, going)
    held = {at: CellUse.RESERVED for at, tube in box.kept.items() if tube.id in going}
    kept = {at: tube for at, tube in box.kept.items() if tube.id not in going}
    return Box(box.id, box.name, box.layout, box.tubes, kept, {**box.blocked, **held})


def taken_cells(found: Landing) -> frozenset[Cell]:
    """The positions that are in the way."""
    return frozenset(_cell(cell) for cell in (*found.taken, *found.unmatched))


def named(storage: "Storage", problem: PositionTaken) -> list[tuple[int, Cell]]:
    """The containers and positions that a refusal by the bank may mean: it gives only their names."""
    found = []
    for row in storage.containers.values():
        if problem.container in (row.code, row.name):
            try:
                found.append((row.id, _cell(row.layout.parse(problem.position))))
            except NoSuchPosition:
                continue
    return found


def spot_of(container: int, tube: "TubeRow") -> Spot:
    """Where a tube of a box stands or belongs."""
    return Spot(container, tube.row, tube.column)


def _cell(position: Position) -> Cell:
    return position.row, position.column


def _inside(box: Box, carried: Carried) -> bool:
    return carried.box == box.id


def _seen(carried: Carried) -> dict[int, Spot]:
    if carried.box is None:
        return {}
    return {id_: Spot(carried.box, *cell) for id_, cell in zip(carried.ids, carried.cells, strict=False)}


def _standing(box: Box, move: Lands) -> Spot | None:
    at = box.where(move.id)
    return box.spot(at) if at is not None else None
