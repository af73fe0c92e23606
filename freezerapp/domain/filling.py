"""Filling a box by scanning: tube after tube goes to the next free position, and each scan can be taken back."""

from dataclasses import replace
from typing import NamedTuple, TypeAlias

from freezerapp.domain.box import Box, Tube, check_free, next_free
from freezerapp.domain.position import Position
from freezerapp.domain.problems import NothingToDo
from freezerapp.domain.specimen import STEPS, Kind, Made, Spot, Status


class Shared(NamedTuple):
    """What the tubes of a batch have in common, for those registered on the way; names as in registering."""

    material: str
    participant: str | None = None
    visit: str | None = None
    collected: str | None = None
    amount: int | None = None
    unit: str | None = None
    parent: str | None = None
    made_by: Made | None = None
    study: str | None = None
    tube: str | None = None


class Scanned(NamedTuple):
    """The tube that a code leads to, as the bank has it now."""

    tube: Tube
    status: Status
    place: Spot | None = None
    home: Spot | None = None
    kind: Kind = Kind.TUBE


class Place(NamedTuple):
    """The tube comes to stand here.

    came_from    where it stood until now
    freed        the place that was kept for it, and is free again
    next         where the one after it goes; None: nothing is free behind it
    operation    the operation that recorded it, once that is known
    """

    tube: Tube
    at: Position
    came_from: Spot | None = None
    freed: Spot | None = None
    next: Position | None = None
    operation: int | None = None


class AlreadyHere(NamedTuple):
    """The tube stands in this box; ``last`` tells that it is the one set down last, scanned twice."""

    tube: Tube
    at: Position
    last: bool


class Elsewhere(NamedTuple):
    """The tube stands in another place; it is moved only when that is confirmed."""

    tube: Tube
    spot: Spot
    to: Position


class Unknown(NamedTuple):
    """No tube has this code: it can be registered for this position. ``near`` are codes that look like it."""

    text: str
    to: Position
    shared: Shared | None
    near: tuple[str, ...]


class Full(NamedTuple):
    """No position is free from here on; ``earlier`` counts those that are free before."""

    text: str
    earlier: int


class NotStorable(NamedTuple):
    """A source, or a tube that is used up, destroyed or void, takes no place."""

    tube: Tube
    status: Status
    kind: Kind


class TakenBack(NamedTuple):
    """The last placing is taken back: the hand takes the tube out again, and this position is the next."""

    placed: Place


Answer: TypeAlias = Place | AlreadyHere | Elsewhere | Unknown | Full | NotStorable | TakenBack


class Step(NamedTuple):
    """What a scan leads to, and how it goes on from there if what the answer says was done.

    When the bank refuses it, the session from before is kept.
    """

    session: "FillSession"
    answer: Answer


class FillSession(NamedTuple):
    """One box being filled. It is never changed: each step gives the session that follows.

    target     where the next tube goes, to be shown large before; None when nothing is free any more
    done       what was set down, the latest last; its position is shown large after
    pending    a tube that stands elsewhere, while it is asked whether to move it here
    shared     what unregistered tubes have in common; None asks each time
    moving     tubes that stand elsewhere are moved without asking
    """

    box: Box
    target: Position | None
    done: tuple[Place, ...] = ()
    pending: Scanned | None = None
    shared: Shared | None = None
    moving: bool = False

    @property
    def last(self) -> Place | None:
        """Give what was set down last."""
        return self.done[-1] if self.done else None

    def scan(self, text: str, found: Scanned | None, near: tuple[str, ...] = ()) -> Step:
        """Take a scanned code, and the tube it leads to (None: no tube has it)."""
        session = self._replace(pending=None)
        if found is None:
            if self.target is None:
                return Step(session, self._full(text))
            return Step(session, Unknown(text, self.target, self.shared, near))
        if found.kind is not Kind.TUBE or not _may_stand(found.status):
            return Step(session, NotStorable(found.tube, found.status, found.kind))
        here = self._here(found)
        if here is not None:
            last = self.last is not None and self.last.tube.id == found.tube.id
            return Step(session, AlreadyHere(found.tube, here, last))
        if self.target is None:
            return Step(session, self._full(text))
        if found.place is not None and not self.moving:
            return Step(self._replace(pending=found), Elsewhere(found.tube, found.place, self.target))
        return session._place(found, self.target)

    def confirm(self) -> Step:
        """Move the tube here that stands elsewhere. Raises NothingToDo if none is asked about."""
        if self.pending is None or self.target is None:
            raise NothingToDo("place")
        return self._replace(pending=None)._place(self.pending, self.target)

    def registered(self, tube: Tube) -> Step:
        """Take a tube that was unknown and is registered now. Raises NothingToDo in a full box."""
        if self.target is None:
            raise NothingToDo("place")
        return self._replace(pending=None)._place(Scanned(tube, Status.EXPECTED), self.target)

    def recorded(self, operation: int) -> "FillSession":
        """Note the operation that recorded the last placing, so that it can be taken back."""
        if not self.done:
            return self
        return self._replace(done=(*self.done[:-1], self.done[-1]._replace(operation=operation)))

    def undo(self) -> Step:
        """Take the last placing back. Raises NothingToDo if there is none."""
        if not self.done:
            raise NothingToDo("undo")
        placed = self.done[-1]
        box = self.box.without(frozenset({placed.tube.id}))
        if placed.freed is not None and placed.freed.container == box.id:
            home = Position(placed.freed.row, placed.freed.column)
            box = replace(box, kept={**box.kept, home: placed.tube})
        session = self._replace(box=box, target=placed.at, done=self.done[:-1], pending=None)
        return Step(session, TakenBack(placed))

    def skip(self) -> "FillSession":
        """Leave the next position free and go on to the one after it; the last free one stays."""
        after = next_free(self.box, self.target) if self.target is not None else None
        return self._replace(target=after or self.target, pending=None)

    def go_to(self, at: Position) -> "FillSession":
        """Go on from this position. Raises NoSuchPosition, PositionTaken."""
        check_free(self.box, at)
        return self._replace(target=at, pending=None)

    def seen(self, box: Box) -> "FillSession":
        """Go on with the box as the bank has it now; what no longer stands where it was put is forgotten.

        A placing without operation is still on its way to the bank and counts as done.
        """
        done = []
        for placed in self.done:
            if placed.operation is None and box.free(placed.at, frozenset({placed.tube.id})):
                box = box.with_tube(placed.tube, placed.at)
            if box.where(placed.tube.id) == placed.at:
                done.append(placed)
        target = self.target
        if target is None or not box.free(target):
            target = next_free(box, target or (done[-1].at if done else None))
        asked = self.pending is not None and box.where(self.pending.tube.id) is None
        pending = self.pending if asked else None
        return self._replace(box=box, target=target, done=tuple(done), pending=pending)

    def _here(self, found: Scanned) -> Position | None:
        """Where a tube stands in this box; what this session set down counts before the bank has it."""
        for placed in reversed(self.done):
            if placed.tube.id == found.tube.id:
                return placed.at
        if found.place is not None and found.place.container == self.box.id:
            return Position(found.place.row, found.place.column)
        return None

    def _full(self, text: str) -> Full:
        return Full(text, sum(map(self.box.free, self.box.layout.positions())))

    def _place(self, found: Scanned, at: Position) -> Step:
        box = self.box.with_tube(found.tube, at)
        after = next_free(box, at)
        placed = Place(found.tube, at, found.place, found.home, after)
        return Step(self._replace(box=box, target=after, done=(*self.done, placed)), placed)


def start_filling(
    box: Box, at: Position | None = None, shared: Shared | None = None, *, moving: bool = False
) -> FillSession:
    """Begin to fill a box, from a free position or from the first one. Raises NoSuchPosition, PositionTaken."""
    session = FillSession(box, next_free(box), shared=shared, moving=moving)
    return session if at is None else session.go_to(at)


def _may_stand(status: Status) -> bool:
    return status is Status.STORED or Status.STORED in STEPS[status]
