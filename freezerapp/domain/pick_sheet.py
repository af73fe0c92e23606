"""The sheet that is carried to the freezers: which tubes are wanted, door by door and box by box, in walking order."""

from typing import NamedTuple

from freezerapp.domain.manifest import BoxFacts


class Wanted(NamedTuple):
    """One tube to be taken out. ``number`` runs through the sheet in walking order; row and column from 0 in the box.

    ``participant``, ``visit`` and ``amount`` (with its unit) are None where whoever carries the sheet may not see
    them, or has no need. ``note`` says what else to mind, such as "instead of MC0000004711".
    """

    number: int
    position: str
    row: int
    column: int
    tube: str
    material: str
    material_name: str
    participant: str | None = None
    visit: str | None = None
    amount: str | None = None
    note: str = ""


class PickBox(NamedTuple):
    """One box of a stop: how it is drawn, the way to it below the door, the tubes wanted in order of position.

    ``others`` are (row, column) of tubes that stand there and are left.
    """

    box: BoxFacts
    way: str
    wanted: tuple[Wanted, ...]
    others: tuple[tuple[int, int], ...] = ()


class Stop(NamedTuple):
    """One door that is opened once: the unit, the door where it has several, how cold it is, the boxes in order.

    ``batch`` counts from 1 what is carried in one go, so that nothing is out of storage for too long.
    """

    unit: str
    door: str
    temperature: str
    boxes: tuple[PickBox, ...]
    batch: int = 1


class PickSheet(NamedTuple):
    """A pick list as it is carried. ``issued_at`` is ISO text with offset, ``minutes`` the predicted time of all.

    ``batch_minutes`` are those of each batch in order; empty where there is one batch or nothing is predicted.
    """

    number: str
    bank: str
    issued_at: str
    issued_by: str
    stops: tuple[Stop, ...]
    title: str = ""
    purpose: str = ""
    study: str = ""
    request: str = ""
    minutes: int | None = None
    batch_minutes: tuple[int, ...] = ()
    note: str = ""


def batches(sheet: PickSheet) -> list[tuple[Stop, ...]]:
    """The stops of each batch, batches in order."""
    numbers = sorted({stop.batch for stop in sheet.stops})
    return [tuple(stop for stop in sheet.stops if stop.batch == number) for number in numbers]


def wanted(stops: tuple[Stop, ...]) -> tuple[Wanted, ...]:
    """All tubes of these stops, in walking order."""
    return tuple(tube for stop in stops for each in stop.boxes for tube in each.wanted)
