"""Where the demonstration's boxes stand: a box after the other in each rack, racks kept for one material."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from freezerapp.commands.demonstration.schedule import PRODUCTS

SLOTS_OF_RACK = 20
SLOTS_OF_FREEZER = 600
SLOTS_OF_TANK = 130
"""Box slots of the presets that the demonstration is built from."""
ODD, EVEN, TANK = range(3)


class BoxPlan(NamedTuple):
    """One box: its name (and code), product, unit, and the unit's box slot in walking order, from 0.

    ``first`` is the running number, among all tubes of the product, of the first that goes in.
    """

    name: str
    product: int
    unit: str
    slot: int
    first: int


class UnitPlan(NamedTuple):
    """A freezer or tank; a backup stands empty."""

    name: str
    tank: bool
    backup: bool = False


class Lane(NamedTuple):
    """The tubes of one product in one line of units: ``boxes`` are indices into all boxes.

    ``joined`` is the number from which tubes stand in another lane's last box, ``behind`` the slots taken
    there before.
    """

    boxes: tuple[int, ...]
    joined: int | None = None
    behind: int = 0


@dataclass(frozen=True)
class Shelves:
    """All units and boxes, and the lanes by product: one, or an odd and an even one."""

    units: tuple[UnitPlan, ...]
    boxes: tuple[BoxPlan, ...]
    lanes: tuple[tuple[Lane, ...], ...]

    def spot(self, product: int, running: int) -> tuple[int, int]:
        """Box and slot of the tube with this running number (from 0) among all of its product."""
        lanes = self.lanes[product]
        lane = lanes[running % len(lanes)]
        index = running // len(lanes)
        capacity = PRODUCTS[product].capacity
        if lane.joined is not None and index >= lane.joined:
            return lane.boxes[-1], lane.behind + index - lane.joined
        return lane.boxes[index // capacity], index % capacity


def shelve(totals: Sequence[int]) -> Shelves:
    """Boxes for so many tubes of each product.

    Tubes of a product fill boxes in turn in an odd and an even freezer (cells: in the tank). Where the two
    last, part-filled boxes of a product fit into one, they share it: so the whole trial takes 600 boxes.
    """
    wanted = [_boxes_wanted(total, product) for product, total in enumerate(totals)]
    boxes: list[BoxPlan] = []
    lanes: list[list[list[int]]] = [[[] for _ in lane] for lane in wanted]
    racks, in_tanks = [0, 0], 0
    for product, of_lanes in enumerate(wanted):
        for number in range(max(of_lanes)):
            for lane, most in enumerate(of_lanes):
                if number >= most:
                    continue
                if not PRODUCTS[product].split:
                    unit, slot = _tank(in_tanks // SLOTS_OF_TANK), in_tanks % SLOTS_OF_TANK
                    in_tanks += 1
                else:
                    rack, place = divmod(number, SLOTS_OF_RACK)
                    slots = (racks[lane] + rack) * SLOTS_OF_RACK + place
                    unit, slot = _freezer(slots // SLOTS_OF_FREEZER, lane), slots % SLOTS_OF_FREEZER
                lanes[product][lane].append(len(boxes))
                name = f"{PRODUCTS[product].material}-{number * len(of_lanes) + lane + 1:04}"
                first = number * PRODUCTS[product].capacity * len(of_lanes) + lane
                boxes.append(BoxPlan(name, product, unit, slot, first))
        if PRODUCTS[product].split:
            for lane, most in enumerate(of_lanes):
                racks[lane] += -(-most // SLOTS_OF_RACK)
    freezers = max(1, *(-(-taken * SLOTS_OF_RACK // SLOTS_OF_FREEZER) for taken in racks))
    tanks = max(1, -(-in_tanks // SLOTS_OF_TANK))
    return Shelves(
        _units(freezers, tanks),
        tuple(boxes),
        tuple(_lanes(product, totals[product], lanes[product]) for product in range(len(PRODUCTS))),
    )


def _split(total: int, product: int) -> list[int]:
    return [total - total // 2, total // 2] if PRODUCTS[product].split else [total]


def _join(total: int, product: int) -> tuple[int, int] | None:
    """Tubes in the two last boxes of a product when they fit into one; None when they do not."""
    parts = _split(total, product)
    capacity = PRODUCTS[product].capacity
    if len(parts) < 2 or min(parts) <= capacity:
        return None
    odd, even = (part % capacity for part in parts)
    return (odd, even) if odd and even and odd + even <= capacity else None


def _boxes_wanted(total: int, product: int) -> list[int]:
    wanted = [-(-part // PRODUCTS[product].capacity) for part in _split(total, product)]
    if _join(total, product):
        wanted[EVEN] -= 1
    return wanted


def _lanes(product: int, total: int, boxes: list[list[int]]) -> tuple[Lane, ...]:
    join = _join(total, product)
    if join is None:
        return tuple(Lane(tuple(lane)) for lane in boxes)
    odd, even = boxes
    capacity = PRODUCTS[product].capacity
    return Lane(tuple(odd)), Lane((*even, odd[-1]), len(even) * capacity, join[0])


def _freezer(number: int, lane: int) -> str:
    """F80-01 and F80-02 first; F80-03 is the backup; then further pairs."""
    return f"F80-{lane + 1 if number == 0 else 2 + 2 * number + lane:02}"


def _tank(number: int) -> str:
    """LN2-01 first; LN2-02 is the backup; then further tanks."""
    return f"LN2-{1 if number == 0 else number + 2:02}"


def _units(freezers: int, tanks: int) -> tuple[UnitPlan, ...]:
    names = [(_freezer(number, lane), False) for number in range(freezers) for lane in (ODD, EVEN)]
    names += [(_tank(number), True) for number in range(tanks)]
    units = [UnitPlan(name, tank) for name, tank in names]
    units += [UnitPlan("F80-03", tank=False, backup=True), UnitPlan("LN2-02", tank=True, backup=True)]
    return tuple(sorted(units))
