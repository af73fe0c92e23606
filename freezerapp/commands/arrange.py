"""Containers: added from presets, renamed, moved with everything in them, blocked, retired, sent away."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import literal_column, select

from freezerapp.commands.cold import check_cold_inside
from freezerapp.commands.types import type_ids
from freezerapp.domain.container import ContainerType, Holds, NotForTubes
from freezerapp.domain.custody import CONTAINER, SPECIMEN
from freezerapp.domain.preset import Planned
from freezerapp.domain.problems import Problem, ReasonMissing
from freezerapp.domain.specimen import Known, Specimen, Spot, Status
from freezerapp.domain.specimen import check_step as check_tube_step
from freezerapp.domain.standing import (
    Cell,
    CellUse,
    Container,
    NotEmpty,
    Standing,
    UnitState,
    check_step,
)
from freezerapp.storage import schema
from freezerapp.storage.containers import occupied
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import ByIds

_TUBES_IN = ByIds(
    select(schema.place.c.specimen_id).where(
        schema.place.c.specimen_id.is_not(None), schema.place.c.use == literal_column("'here'")
    ),
    schema.place.c.container_id,
)


class NoFreePosition(Problem):
    """Nothing is free in this container."""

    def __init__(self, container: str) -> None:
        super().__init__(container)
        self.container = container


class NoReservedContainerPlace(Problem):
    """A container on the bench that came from no place can't be put back."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True, slots=True)
class AddContainers:
    """Make containers after a plan: the first is the root, put at ``at`` (or nowhere). Gives their ids in order.

    Types are copied into the bank when they are first used there.
    """

    kind: ClassVar[str] = "add container"
    plan: tuple[Planned, ...]
    types: tuple[ContainerType, ...]
    at: Spot | None = None
    inside: int | None = None
    root_code: str | None = None
    state: UnitState = UnitState.IN_USE
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> list[int]:
        used = {planned.type_code for planned in self.plan}
        ids = type_ids(ledger, (kind for kind in self.types if kind.code in used))
        at = self.at
        if at is None and self.inside is not None:
            at = next_free(ledger, self.inside)
        made: list[int] = []
        for planned in self.plan:
            key = ledger.new_id(CONTAINER)
            made.append(key)
            spot, code = at, planned.code
            if planned.parent_index is None:
                code = self.root_code or planned.code
            elif planned.position is not None:
                spot = Spot(made[planned.parent_index], *planned.position)
            kind = ledger.types()[ids[planned.type_code]]
            container = Container(
                key,
                ids[planned.type_code],
                planned.name,
                code,
                state=self.state if planned.parent_index is None else UnitState.IN_USE,
                set_temperature=kind.set_temperature if kind.is_unit else None,
                place=spot,
                known=Known.DECLARED if spot else None,
            )
            ledger.save(CONTAINER, container, container.known)
        return made


@dataclass(frozen=True, slots=True)
class RenameContainer:
    """Give a container another name; its code and identity stay."""

    kind: ClassVar[str] = "rename"
    container_id: int
    name: str
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        ledger.save(CONTAINER, ledger.container(self.container_id)._replace(name=self.name))


@dataclass(frozen=True, slots=True)
class MoveContainer:
    """Move a container, with everything in it, to another position (or from the bench into one).

    Raises WrongTemperature for what stands in it (unless overruled with a reason), PositionTaken.
    """

    kind: ClassVar[str] = "move container"
    container_id: int
    to: Spot
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None
    overrule: bool = False

    def run(self, ledger: Ledger) -> None:
        container = ledger.container(self.container_id)
        check_step(container, Standing.IN_PLACE)
        check_cold_inside(ledger, [(container, self.to)], self.overrule, self.reason)
        _returned(ledger, [container])
        ledger.save(CONTAINER, _stand(container, self.to, self.known), self.known)


@dataclass(frozen=True, slots=True)
class MoveContainers:
    """Move several containers at once, all or none: pairs of container and position."""

    kind: ClassVar[str] = "move container"
    moves: tuple[tuple[int, Spot], ...]
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None
    overrule: bool = False

    def run(self, ledger: Ledger) -> None:
        found = ledger.containers(key for key, _ in self.moves)
        check_cold_inside(ledger, ((found[key], spot) for key, spot in self.moves), self.overrule, self.reason)
        _returned(ledger, found.values())
        for key, spot in self.moves:
            check_step(found[key], Standing.IN_PLACE)
            ledger.save(CONTAINER, _stand(found[key], spot, self.known), self.known)


@dataclass(frozen=True, slots=True)
class TakeOutContainer:
    """Take a whole container to the bench; its place is kept, its clock counts for every tube in it."""

    kind: ClassVar[str] = "take out container"
    container_id: int
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        container = ledger.container(self.container_id)
        check_step(container, Standing.ON_THE_BENCH)
        after = container._replace(
            status=Standing.ON_THE_BENCH,
            place=None,
            known=None,
            home=container.place or container.home,
            out_since=ledger.operation.recorded_at if container.out_since is None else container.out_since,
        )
        _returned(ledger, [container])
        ledger.save(CONTAINER, after, self.known)


@dataclass(frozen=True, slots=True)
class PutBackContainer:
    """Put a container back into the place kept for it; what it stands in may be elsewhere by now.

    Raises WrongTemperature (unless overruled with a reason).
    """

    kind: ClassVar[str] = "put back container"
    container_id: int
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None
    overrule: bool = False

    def run(self, ledger: Ledger) -> None:
        container = ledger.container(self.container_id)
        if container.home is None or container.status is not Standing.ON_THE_BENCH:
            raise NoReservedContainerPlace(container.name)
        check_cold_inside(ledger, [(container, container.home)], self.overrule, self.reason)
        ledger.save(CONTAINER, _stand(container, container.home, self.known), self.known)


@dataclass(frozen=True, slots=True)
class BlockPositions:
    """Keep positions of a container empty: blocked for good, or reserved."""

    kind: ClassVar[str] = "block"
    container_id: int
    cells: tuple[tuple[int, int], ...]
    use: CellUse = CellUse.BLOCKED
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        container = ledger.container(self.container_id)
        cells = {Cell(row, column, self.use) for row, column in self.cells}
        kept = {cell for cell in container.cells if (cell.row, cell.column) not in set(self.cells)}
        ledger.save(CONTAINER, container._replace(cells=tuple(sorted(cells | kept))))


@dataclass(frozen=True, slots=True)
class UnblockPositions:
    """Give blocked or reserved positions free again."""

    kind: ClassVar[str] = "unblock"
    container_id: int
    cells: tuple[tuple[int, int], ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        container = ledger.container(self.container_id)
        left = tuple(cell for cell in container.cells if (cell.row, cell.column) not in set(self.cells))
        ledger.save(CONTAINER, container._replace(cells=left))


@dataclass(frozen=True, slots=True)
class SetUnitState:
    """Say what a unit is good for: in use, defrosting, backup, failed."""

    kind: ClassVar[str] = "set state"
    container_id: int
    state: UnitState
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        ledger.save(CONTAINER, ledger.container(self.container_id)._replace(state=self.state))


@dataclass(frozen=True, slots=True)
class RetireContainer:
    """Take an empty container out of use for good; its code stays its own and history stays."""

    kind: ClassVar[str] = "retire"
    container_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        container = ledger.container(self.container_id)
        check_step(container, Standing.RETIRED)
        check_empty(ledger, container)
        ledger.save(CONTAINER, leave(container, Standing.RETIRED))


@dataclass(frozen=True, slots=True)
class SendAway:
    """Boxes leave the house with the tubes in them. Nothing takes that back but their return."""

    kind: ClassVar[str] = "send away"
    boxes: tuple[int, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        for container in ledger.containers(self.boxes).values():
            check_step(container, Standing.AWAY)
            kind = ledger.type_of(container)
            if kind.holds is not Holds.SPECIMENS:
                raise NotForTubes(container.name, kind.kind)
            ledger.save(CONTAINER, leave(container, Standing.AWAY))
        for tube in _tubes_in(ledger, self.boxes):
            if tube.holds:
                from freezerapp.domain.specimen import Held

                raise Held(tube.barcode, tube.holds)
            ledger.save(SPECIMEN, _shipped(tube))


def _tubes_in(ledger: Ledger, boxes: Sequence[int]) -> list[Specimen]:
    return list(ledger.specimens(row[0] for row in _TUBES_IN.rows(ledger.connection, boxes)).values())


def _returned(ledger: Ledger, containers: Iterable[Container]) -> None:
    """A box that was away is at hand again, and so are the tubes that left in it."""
    back = [container.id for container in containers if container.status is Standing.AWAY]
    for tube in _tubes_in(ledger, back):
        if tube.status is Status.SHIPPED:
            check_tube_step(tube, Status.STORED)
            ledger.save(SPECIMEN, tube._replace(status=Status.STORED))


def _shipped(tube: Specimen) -> Specimen:
    if tube.status is not Status.IN_A_SHIPMENT:
        check_tube_step(tube, Status.IN_A_SHIPMENT)
    return tube._replace(status=Status.SHIPPED, home=None)


def _stand(container: Container, spot: Spot, known: Known) -> Container:
    return container._replace(status=Standing.IN_PLACE, place=spot, known=known, home=None, out_since=None)


def leave(container: Container, status: Standing) -> Container:
    """A container that stands nowhere any more."""
    return container._replace(status=status, place=None, known=None, home=None, out_since=None)


def check_empty(ledger: Ledger, container: Container, leaving: Sequence[tuple[str, int]] = ()) -> None:
    """Refuse while anything stands in a container or is kept a place in it, but for what leaves with it."""
    things = [
        (SPECIMEN, tube) if tube is not None else (CONTAINER, child)
        for use, tube, child in occupied(ledger.connection, [container.id]).values()
        if use in ("here", "home")
    ]
    left = [thing for thing in things if thing not in set(leaving)]
    if left:
        raise NotEmpty(container.name, len(left))


def next_free(ledger: Ledger, container_id: int) -> Spot:
    """The next free position of a container in its fill order. Raises NoFreePosition."""
    container = ledger.container(container_id)
    taken = occupied(ledger.connection, [container_id])
    for position in ledger.type_of(container).layout.positions():
        spot = Spot(container_id, *position)
        if spot not in taken:
            return spot
    raise NoFreePosition(container.name)
