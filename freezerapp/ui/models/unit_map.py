"""Freezers, tanks and racks as they are drawn: the tree of containers made into pictures."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from freezerapp.ui import words
from freezerapp.ui.widgets.unit_picture import RackPicture, ShelfPicture, SlotPicture, UnitKind, UnitPicture

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import ContainerRow, Storage

translate = QCoreApplication.translate


class _Block(NamedTuple):
    """A part of a unit laid flat: so many rows and columns of box slots."""

    rows: int
    columns: int
    slots: tuple[SlotPicture, ...]


def unit_picture(storage: "Storage", unit: int, matches: Mapping[int, int]) -> UnitPicture:
    """The picture of one unit, rack or shelf; ``matches`` counts lit tubes by container, carried up."""
    row = storage.containers[unit]
    kind = {"front": UnitKind.FRONT, "above": UnitKind.ABOVE}.get(row.drawn, UnitKind.GRID)
    if kind is UnitKind.ABOVE:
        block = _cells(storage, row, matches)
        shelves: tuple[ShelfPicture, ...] = (ShelfPicture("", (RackPicture("", *block),)),)
    elif _has_racks(storage, unit):
        shelves = tuple(_shelf(storage, shelf, matches) for shelf in _standing(storage, unit))
        if kind is UnitKind.GRID and all(len(shelf.racks) == 1 for shelf in shelves):
            shelves = (ShelfPicture("", tuple(rack for shelf in shelves for rack in shelf.racks)),)
    else:
        shelves = (ShelfPicture("", (RackPicture(row.name, *_flat(storage, unit, matches)),)),)
    fill = translate("UnitMap", "{used} of {total} box slots taken").format(
        used=words.number(row.used), total=words.number(row.total)
    )
    spoken = ", ".join(part for part in (row.name, note(row), fill) if part)
    return UnitPicture(row.id, row.code or row.name, kind, shelves, note(row), spoken)


def note(row: "ContainerRow") -> str:
    """A few words beside a unit's name: its state, or what it is set to; never a measured temperature."""
    if row.state != "in use":
        return words.word("State", row.state)
    if row.set_temperature is None:
        return ""
    degrees = translate("UnitMap", "set {degrees}").format(degrees=words.temperature(row.set_temperature))
    if row.temperature == "LN2 vapour":
        return translate("UnitMap", "vapour, {set}").format(set=degrees)
    if row.temperature == "LN2 liquid":
        return translate("UnitMap", "liquid, {set}").format(set=degrees)
    return degrees


def carried_up(storage: "Storage", boxes: Mapping[int, int]) -> dict[int, int]:
    """Counts of lit tubes by box, added up for everything the boxes stand in."""
    found: dict[int, int] = {}
    for box, count in boxes.items():
        if box in storage.containers:
            for container in storage.path(box):
                found[container] = found.get(container, 0) + count
    return found


def units(storage: "Storage") -> list[tuple[int | None, list[int]]]:
    """All units, by the room they stand in (None: in no room), in the order in which one walks."""
    found: dict[int | None, list[int]] = {}
    for id_ in storage.containers:
        if storage.unit_of(id_) == id_:
            found.setdefault(storage.containers[id_].parent_id, []).append(id_)
    return list(found.items())


def hint(row: "ContainerRow", match: int = 0) -> str:
    """What the resting pointer says of a container."""
    parts = [row.title]
    if row.holds == "specimens":
        said = translate("UnitMap", "{used} of {total} positions taken")
    else:
        said = translate("UnitMap", "{used} of {total} box slots taken")
    parts.append(said.format(used=words.number(row.used), total=words.number(row.total)))
    if row.status != "in place":
        parts.append(words.word("Status", row.status))
    if match:
        parts.append(translate("UnitMap", "{count} matching").format(count=words.number(match)))
    return ", ".join(parts)


def _has_racks(storage: "Storage", container: int) -> bool:
    """Whether what stands in it holds containers itself."""
    return any(storage.containers[id_].holds == "containers" for id_ in storage.children.get(container, ()))


def _standing(storage: "Storage", container: int) -> list[int]:
    """What stands in a container, from the top left on."""
    rows = storage.containers
    return sorted(storage.children.get(container, ()), key=lambda id_: (rows[id_].row or 0, rows[id_].column or 0))


def _shelf(storage: "Storage", shelf: int, matches: Mapping[int, int]) -> ShelfPicture:
    row = storage.containers[shelf]
    if row.holds == "specimens":
        return ShelfPicture(row.name, (RackPicture(row.name, 1, 1, (_slot(row, 0, 0, matches),)),))
    if not _has_racks(storage, shelf):
        return ShelfPicture(row.name, (RackPicture(row.name, *_flat(storage, shelf, matches)),))
    racks = tuple(
        RackPicture(storage.containers[rack].name, *_flat(storage, rack, matches)) for rack in _standing(storage, shelf)
    )
    return ShelfPicture(row.name, racks)


def _flat(storage: "Storage", container: int, matches: Mapping[int, int]) -> _Block:
    """All box slots of a rack, drawers and levels laid out one after the other."""
    row = storage.containers[container]
    if not _has_racks(storage, container):
        return _cells(storage, row, matches)
    blocks: dict[tuple[int, int], _Block] = {}
    for id_ in storage.children[container]:
        child = storage.containers[id_]
        if child.holds == "specimens":
            block = _Block(1, 1, (_slot(child, 0, 0, matches),))
        else:
            block = _flat(storage, id_, matches)
        blocks[child.row or 0, child.column or 0] = block
    highs = [max((b.rows for (r, _), b in blocks.items() if r == at), default=1) for at in range(row.layout.rows)]
    wides = [max((b.columns for (_, c), b in blocks.items() if c == at), default=1) for at in range(row.layout.columns)]
    slots = [
        SlotPicture(
            sum(highs[:down]) + slot.row,
            sum(wides[:right]) + slot.column,
            slot.id,
            slot.fraction,
            slot.match,
            slot.hint,
        )
        for (down, right), block in blocks.items()
        for slot in block.slots
    ]
    return _Block(sum(highs), sum(wides), tuple(slots))


def _cells(storage: "Storage", row: "ContainerRow", matches: Mapping[int, int]) -> _Block:
    """The positions of one container as slots: taken ones with what stands there, free ones empty."""
    there = {
        (storage.containers[id_].row, storage.containers[id_].column): id_ for id_ in storage.children.get(row.id, ())
    }
    slots = []
    for position in row.layout.positions():
        id_ = there.get((position.row, position.column))
        if id_ is None:
            free = translate("UnitMap", "{place}, free").format(place=row.layout.label(position))
            slots.append(SlotPicture(position.row, position.column, hint=free))
        else:
            slots.append(_slot(storage.containers[id_], position.row, position.column, matches))
    return _Block(row.layout.rows, row.layout.columns, tuple(slots))


def _slot(row: "ContainerRow", down: int, right: int, matches: Mapping[int, int]) -> SlotPicture:
    match = matches.get(row.id, 0)
    share = row.used / row.total if row.total else 0.0
    return SlotPicture(down, right, row.id, share, bool(match), hint(row, match))
