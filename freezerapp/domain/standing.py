"""A container as it stands: where, in what state, and the steps it may take."""

from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Known, Spot


class Standing(StrEnum):
    """What has become of a container."""

    IN_PLACE = "in place"
    ON_THE_BENCH = "on the bench"
    AWAY = "away"
    RETIRED = "retired"
    VOID = "void"


class UnitState(StrEnum):
    """What a unit is good for at the moment."""

    IN_USE = "in use"
    DEFROSTING = "defrosting"
    BACKUP = "backup"
    FAILED = "failed"


class CellUse(StrEnum):
    """Why an empty position is not free."""

    BLOCKED = "blocked"
    RESERVED = "reserved"


class Cell(NamedTuple):
    """A position that is kept empty."""

    row: int
    column: int
    use: CellUse


class Container(NamedTuple):
    """One container as the record has it; ``set_temperature`` in °C, ``out_since`` in ms UTC.

    A root has no place. ``cells`` are its own positions that are blocked or reserved.
    """

    id: int
    type_id: int
    name: str
    code: str | None = None
    status: Standing = Standing.IN_PLACE
    state: UnitState = UnitState.IN_USE
    set_temperature: int | None = None
    out_since: int | None = None
    place: Spot | None = None
    known: Known | None = None
    home: Spot | None = None
    cells: tuple[Cell, ...] = ()


STEPS: dict[Standing, frozenset[Standing]] = {
    Standing.IN_PLACE: frozenset({Standing.ON_THE_BENCH, Standing.AWAY, Standing.RETIRED, Standing.VOID}),
    Standing.ON_THE_BENCH: frozenset({Standing.IN_PLACE, Standing.AWAY, Standing.RETIRED, Standing.VOID}),
    Standing.AWAY: frozenset({Standing.ON_THE_BENCH, Standing.IN_PLACE, Standing.RETIRED}),
    Standing.RETIRED: frozenset(),
    Standing.VOID: frozenset(),
}
"""The steps of ordinary work; what is retired or void comes back by a recorded correction only."""


class ContainerStepNotAllowed(Problem):
    """A container can't go from one standing to the other."""

    def __init__(self, name: str, status: Standing, wanted: Standing) -> None:
        super().__init__(name, status, wanted)
        self.name, self.status, self.wanted = name, status, wanted


class CodeThere(Problem):
    """A container has a code already; labels show it, so it gets no other. Facts: its name and code."""

    def __init__(self, name: str, code: str) -> None:
        super().__init__(name, code)
        self.name, self.code = name, code


class NotEmpty(Problem):
    """A container that still holds something can't be retired, taken back or reshaped."""

    def __init__(self, name: str, things: int) -> None:
        super().__init__(name, things)
        self.name, self.things = name, things


class InsideItself(Problem):
    """A container can't be put into itself or into something that stands in it."""

    def __init__(self, name: str, inside: str) -> None:
        super().__init__(name, inside)
        self.name, self.inside = name, inside


def check_step(before: Container, wanted: Standing) -> None:
    """Raise ContainerStepNotAllowed unless a container may go to this standing in ordinary work."""
    if wanted is not before.status and wanted not in STEPS[before.status]:
        raise ContainerStepNotAllowed(before.name, before.status, wanted)


def faults(container: Container) -> list[str]:
    """What is impossible about a container by itself, as names of broken rules."""
    found = []
    placed = container.place is not None
    if placed != (container.known is not None):
        found.append("how the place is known is not said")
    if placed and container.status is not Standing.IN_PLACE:
        found.append("status and place disagree")
    if container.home is not None and container.status is not Standing.ON_THE_BENCH:
        found.append("a place is reserved without need")
    if (container.out_since is not None) != (container.status is Standing.ON_THE_BENCH):
        found.append("the clock and the bench disagree")
    return found
