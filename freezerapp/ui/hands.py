"""What hands do with tubes and containers: each gesture made into a command, with what is said of it."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from freezerapp.domain.box import Box, Group, Mode, Tube, drop
from freezerapp.domain.filling import Shared
from freezerapp.domain.position import Position
from freezerapp.domain.problems import NothingToDo, Problem
from freezerapp.domain.specimen import HoldKind, Known, Spot
from freezerapp.ui import said_of_work, words
from freezerapp.ui.doing import Doing, Taken
from freezerapp.ui.models import box_now
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.returning import Returning
from freezerapp.ui.settings import Settings
from freezerapp.ui.widgets.box_carried import Carried

if TYPE_CHECKING:
    from freezerapp.commands.command import Command, Done
    from freezerapp.storage.rows.bench import BenchRow
    from freezerapp.storage.rows.storage import ContainerRow

    Then = Callable[[Done], None]
    Refused = Callable[[Problem], bool]


class Seen(NamedTuple):
    """A tube that a gesture is about: its id, its barcode, and where the picture showed it.

    ``held`` is None where the picture does not tell.
    """

    id: int
    barcode: str
    at: Spot | None = None
    held: bool | None = None
    missing: bool = False


class Hands(QObject):
    """Makes commands of gestures; whether they can be is for the rules and the bank to say."""

    def __init__(self, doing: Doing, now: BankNow, bench: BenchList, settings: Settings) -> None:
        super().__init__(doing)
        self._doing = doing
        self._now = now
        self._returning = Returning(bench, settings, doing.telling, self)

    @property
    def doing(self) -> Doing:
        """The object that does it."""
        return self._doing

    def take_out(
        self,
        tubes: Sequence[Seen],
        known: Known = Known.DECLARED,
        then: "Then | None" = None,
        refused: "Refused | None" = None,
    ) -> None:
        """Take tubes in hand; their places stay reserved."""
        from freezerapp.commands.check_out import TakeOut

        if not tubes:
            self._doing.refuse(NothingToDo("take out"))
            return
        command = TakeOut(tuple(each.id for each in tubes), known, seen=tuple(each.at for each in tubes))
        one = self.tr("Took out {what}; its place is kept.")
        many = self.tr("Took out {what}; their places are kept.")
        said = (one if len(tubes) == 1 else many).format(what=_named(tubes))
        self._doing.perform(command, said, then, refused)

    def put_back(
        self,
        tubes: Sequence[Seen],
        known: Known = Known.DECLARED,
        then: "Then | None" = None,
        refused: "Refused | None" = None,
    ) -> None:
        """Put tubes back into the places kept for them; if they were out for long, somebody is asked before."""
        from freezerapp.commands.check_out import PutBack

        if not tubes:
            self._doing.refuse(NothingToDo("put back"))
            return
        ids = tuple(each.id for each in tubes)
        text = self.tr("Put back {what}.").format(what=_named(tubes))
        boxes = {each.at.container for each in tubes if each.at is not None}
        if len(boxes) == 1:
            spots = [each.at for each in tubes if each.at is not None]
            text = self.tr("Put back {what}: {place}.").format(what=_named(tubes), place=self.places(spots))

        def do(thawed: tuple[int, ...], reason: str | None) -> None:
            command = PutBack(ids, known, thawed, reason, seen=tuple(each.at for each in tubes))
            self._doing.perform(command, text, then, refused)

        self._returning.when_known(ids, do)

    def set_down(
        self,
        box: Box,
        carried: Carried,
        at: Position | None,
        mode: Mode = Mode.SHAPE,
        known: Known = Known.DECLARED,
        homes: Mapping[int, Spot] | None = None,
    ) -> bool:
        """Set a group down in a box; a refusal shows the positions in the way. False if it was refused at once.

        ``homes`` are the places kept for tubes from the bench, as the picture showed them.
        """
        from freezerapp.commands.move import Move, MoveTubes, PlaceTubes

        group = box_now.group_of(carried)
        if carried.box is None:
            box = box_now.lifted(box, carried.ids)
        try:
            found = drop(box, group, at, mode)
        except Problem as problem:
            from freezerapp.domain.box import landing

            cells = box_now.taken_cells(landing(box, group, at, mode))
            self._doing.refuse(problem, Taken(box.id, cells) if cells else None)
            return False
        moves = box_now.moves_of(box, carried, found)
        if not moves:
            return True
        kept = homes or {}
        kind = MoveTubes if carried.box is not None else PlaceTubes
        told = tuple(Move(id_, to, seen if seen is not None else kept.get(id_)) for id_, to, seen in moves)
        text = self._moved(box, carried, moves)

        def do(thawed: tuple[int, ...], reason: str | None) -> None:
            self._doing.perform(kind(told, known, reason, thawed=thawed), text)

        self._returning.when_known(carried.ids if carried.box is None else (), do)
        return True

    def place_at(
        self,
        tube: Seen,
        at: Spot,
        known: Known,
        *,
        standing: bool,
        then: "Then | None" = None,
        refused: "Refused | None" = None,
    ) -> None:
        """Put one tube into one position; ``standing``: it is moved there from another one."""
        from freezerapp.commands.move import Move, MoveTubes, PlaceTubes

        kind = MoveTubes if standing else PlaceTubes
        text = self.tr("Moved {what} to {place}.") if standing else self.tr("Placed {what}: {place}.")
        said = text.format(what=tube.barcode, place=self.places([at]))
        doubt = self._returning.ask_after(tube.id, lambda: self.mark("thaw", [tube]))

        def done(what: "Done") -> None:
            if doubt is not None:
                doubt()
            if then is not None:
                then(what)

        self._doing.perform(kind((Move(tube.id, at, tube.at),), known), said, done, refused)

    def set_down_in_order(self, box: Box, tubes: Sequence[Seen], at: Position | None, *, standing: bool) -> bool:
        """Set tubes down one after the other in the free positions of a box that was named, from a position on."""
        from freezerapp.commands.move import Move, MoveTubes, PlaceTubes

        group = Group(tuple(Tube(each.id, each.barcode) for each in tubes))
        try:
            found = drop(box, group, at, Mode.FILL)
        except Problem as problem:
            self._doing.refuse(problem)
            return False
        seen = {each.id: each.at for each in tubes}
        kind = MoveTubes if standing else PlaceTubes
        moves = tuple(Move(move.id, box.spot(move.to), seen[move.id]) for move in found.changes)
        if not moves:
            self._doing.refuse(NothingToDo("move"))
            return False
        one = self.tr("Moved {what} to {place}.") if standing else self.tr("Placed {what}: {place}.")
        many = self.tr("Moved {what} to {box}") if standing else self.tr("Placed {what} in {box}")
        place, text = self.places([moves[0].to]), one if len(moves) == 1 else many
        said = text.format(what=_named(tubes), box=box.name, place=place)

        def do(thawed: tuple[int, ...], reason: str | None) -> None:
            self._doing.perform(kind(moves, Known.TYPED, reason, thawed=thawed), said)

        self._returning.when_known(() if standing else [each.id for each in tubes], do)
        return True

    def register(
        self,
        codes: Sequence[str],
        shared: Shared,
        into: "ContainerRow | None",
        at: Position | None,
        then: "Then | None" = None,
    ) -> None:
        """Register tubes with the facts they share; one of them, scanned, into a position."""
        from freezerapp.commands.bring_in import NewTube, RegisterTubes

        known = Known.SCANNED if at is not None else Known.DECLARED
        box = into.code if into is not None else None
        tubes = [
            NewTube(
                code,
                shared.material,
                shared.participant,
                shared.visit,
                shared.collected,
                shared.amount,
                shared.unit,
                box if at is not None else None,
                at.row if at is not None else None,
                at.column if at is not None else None,
                shared.parent,
                shared.made_by,
                shared.study,
                tube=shared.tube,
            )
            for code in codes
        ]
        named = codes[0] if len(codes) == 1 else said_of_work.tubes(len(codes))
        self._doing.perform(RegisterTubes(tubes, known=known), self.tr("Registered {what}.").format(what=named), then)

    def register_batch(
        self,
        codes: Sequence[str],
        shared: Shared,
        into: "ContainerRow | None",
        box: Box | None,
        start: Position | None,
    ) -> None:
        """Register tubes, into the next free positions of a box or without a place."""
        from freezerapp.commands.bring_in import NewTube, RegisterTubes

        if into is None or box is None:
            self.register(codes, shared, None, None)
            return
        begin = start if start is not None and box.free(start) else None
        try:
            found = drop(box, Group(tuple(Tube(-number) for number in range(1, len(codes) + 1))), begin, Mode.FILL)
        except Problem as problem:
            self._doing.refuse(problem)
            return
        facts = shared._asdict()
        tubes = [
            NewTube(code, box=into.code, row=move.to.row, column=move.to.column, **facts)
            for code, move in zip(codes, found.moves, strict=True)
        ]
        named = codes[0] if len(codes) == 1 else said_of_work.tubes(len(codes))
        text = self.tr("Registered {what}: {place}.").format(
            what=named, place=self.places([box.spot(move.to) for move in found.moves])
        )
        self._doing.perform(RegisterTubes(tubes), text)

    def take_out_container(self, container: int, known: Known = Known.DECLARED) -> None:
        """Take a whole box or rack to the bench, after the bar has said what goes with it."""
        from freezerapp.commands.arrange import TakeOutContainer

        self._ask(
            self.tr("Take out {what}").format(what=self.contents(container)),
            self.tr("Take out"),
            TakeOutContainer(container, known),
            self.tr("Took out {what}; its place is kept.").format(what=self.contents(container)),
        )

    def put_back_container(self, container: int, known: Known = Known.DECLARED, *, ask: bool = True) -> None:
        """Put a box or rack back where its place is kept."""
        from freezerapp.commands.arrange import PutBackContainer

        command = PutBackContainer(container, known)
        said = self.tr("Put back {what}.").format(what=self.contents(container))
        if not ask:
            self._doing.perform(command, said)
            return
        self._ask(self.tr("Put back {what}").format(what=self.contents(container)), self.tr("Put back"), command, said)

    def move_container(self, container: int, to: Spot, known: Known = Known.DECLARED) -> None:
        """Move a box or rack with everything in it, after the bar has said what that is."""
        from freezerapp.commands.arrange import MoveContainer

        what, place = self.contents(container), self.places([to])
        self._ask(
            self.tr("Move {what}: to {place}").format(what=what, place=place),
            self.tr("Move"),
            MoveContainer(container, to, known),
            self.tr("Moved {what}: to {place}.").format(what=what, place=place),
        )

    def put_container_into(self, container: int, holder: int) -> None:
        """Move a box or rack to the next free position of another container, after the bar has said so."""
        from freezerapp.commands.arrange import NoFreePosition

        row, into = self._now.container(container), self._now.container(holder)
        if row is None or into is None:
            return
        spot = self.free_in(into)
        if spot is None:
            self._doing.refuse(NoFreePosition(into.code or into.name))
            return
        self.move_container(container, spot)

    def free_in(self, holder: "ContainerRow") -> Spot | None:
        """The first position of a container in which no container stands, in filling order."""
        found = next(iter(self.all_free_in(holder.id)), None)
        return Spot(holder.id, *found) if found is not None else None

    def all_free_in(self, container: int) -> tuple[Position, ...]:
        """The positions of a container in which no container stands or belongs, in filling order."""
        storage, holder = self._now.storage, self._now.container(container)
        if storage is None or holder is None:
            return ()
        children = (storage.containers[key] for key in storage.children.get(holder.id, ()))
        taken = {(each.row, each.column) for each in children}
        return tuple(at for at in holder.layout.positions() if (at.row, at.column) not in taken)

    def mark(self, kind: str, tubes: Sequence[Seen], reason: str | None = None, hold: HoldKind | None = None) -> None:
        """Record what became of tubes: a kind of operation ("mark missing", "hold" …), why, and the kind of hold."""
        command = _marking(kind, tuple(each.id for each in tubes), reason, hold)
        text = self.tr("{what}: {tubes}.")
        self._doing.perform(command, text.format(what=words.word("Operation", kind), tubes=_named(tubes)))

    def contents(self, container: int) -> str:
        """ "Rack B, 20 boxes, 1,412 tubes"."""
        storage, row = self._now.storage, self._now.container(container)
        if storage is None or row is None:
            return ""
        parts = [row.code or row.name]
        if row.holds == "containers":
            parts.append(self.tr("%Ln box(es)", "", _boxes(storage.children, storage.containers, container)))
        return ", ".join([*parts, said_of_work.tubes(row.tubes)])

    def places(self, spots: Sequence[Spot]) -> str:
        """ "D6, D7 in DNA-0042"; of several containers only the positions of the first are named."""
        row = self._now.container(spots[0].container) if spots else None
        if row is None:
            return ""
        labels = [row.layout.label(Position(spot.row, spot.column)) for spot in spots if spot.container == row.id]
        said = self.tr("{position} in {box}")
        return said.format(position=said_of_work.listed(labels), box=row.code or row.name)

    def _moved(self, box: Box, carried: Carried, moves: Sequence[tuple[int, Spot, Spot | None]]) -> str:
        count = len(moves)
        what = said_of_work.tubes(count)
        if count == 1:
            return self.tr("Moved {what} to {place}.").format(what=what, place=self.places([moves[0][1]]))
        if carried.box == box.id:
            return self.tr("Moved {what} within {box}").format(what=what, box=box.name)
        text = self.tr("Moved {what} to {box}") if carried.box is not None else self.tr("Placed {what} in {box}")
        return text.format(what=what, box=box.name)

    def _ask(self, question: str, action: str, command: "Command", said: str) -> None:
        self._doing.telling.ask(question, action, lambda: self._doing.perform(command, said))


def as_seen(row: "BenchRow") -> Seen:
    """A tube of the bench, with the place kept for it."""
    home = None
    if row.home_id is not None and row.home_row is not None and row.home_column is not None:
        home = Spot(row.home_id, row.home_row, row.home_column)
    return Seen(row.id, row.code, home)


def _named(tubes: Sequence[Seen]) -> str:
    return tubes[0].barcode if len(tubes) == 1 and tubes[0].barcode else said_of_work.tubes(len(tubes))


def _boxes(children: Mapping[int, tuple[int, ...]], rows: "Mapping[int, ContainerRow]", container: int) -> int:
    below = [container]
    count = 0
    while below:
        for key in children.get(below.pop(), ()):
            if rows[key].holds == "specimens":
                count += 1
            else:
                below.append(key)
    return count


def _marking(kind: str, ids: tuple[int, ...], reason: str | None, hold: HoldKind | None) -> "Command":
    from freezerapp.commands import mark
    from freezerapp.commands.hold import PlaceHold, ReleaseHold

    plain: Mapping[str, Callable[..., Command]] = {
        "mark missing": mark.MarkMissing,
        "mark found": mark.MarkFound,
        "mark used up": mark.MarkUsedUp,
        "mark destroyed": mark.MarkDestroyed,
        "thaw": mark.MarkThawed,
    }
    if kind in plain:
        return plain[kind](ids, reason)
    assert hold is not None
    return PlaceHold(ids, hold, reason) if kind == "hold" else ReleaseHold(ids, hold, reason)
