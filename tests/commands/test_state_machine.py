"""Whatever people do, in whatever order, from two benches and with a stranger at the file: nothing is ever wrong.

After each step verify finds nothing, what was recorded stays recorded, and undo gives back the picture of before.
"""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from freezerapp.commands.arrange import (
    BlockPositions,
    MoveContainer,
    MoveContainers,
    PutBackContainer,
    RenameContainer,
    RetireContainer,
    SendAway,
    SetUnitState,
    TakeOutContainer,
    UnblockPositions,
)
from freezerapp.commands.bring_in import BringIn, NewBox, RegisterTubes
from freezerapp.commands.check_out import PutBack, TakeOut
from freezerapp.commands.command import Command
from freezerapp.commands.edit import EditTube
from freezerapp.commands.give_codes import GiveContainerCodes
from freezerapp.commands.hold import PlaceHold, ReleaseHold
from freezerapp.commands.mark import (
    MarkDestroyed,
    MarkFound,
    MarkMissing,
    MarkThawed,
    MarkUsedUp,
    VoidTubes,
)
from freezerapp.commands.move import Move, MoveTubes, PlaceTubes
from freezerapp.commands.ship import MakeShipment
from freezerapp.commands.ship_boxes import AddTransportBoxes
from freezerapp.domain.access import NotAllowed
from freezerapp.domain.parcel import Profile
from freezerapp.domain.problems import ChangedSince, NothingToDo, OperationRepeated, Problem
from freezerapp.domain.specimen import CodeKind, HoldKind, Known, Spot
from freezerapp.domain.standing import CellUse, UnitState
from tests.build import (
    a_box_type,
    a_container,
    a_new_tube,
    a_shelf_type,
)
from tests.commands.benches import Drawn
from tests.commands.machine_back import GoingBack
from tests.commands.machine_picks import Picking
from tests.commands.machine_shipments import READY, Shipping

VIEWER = 2
FOUND: type[Command] = MarkFound
numbers = st.integers(0, 11)
few = st.lists(numbers, min_size=1, max_size=3, unique=True)
spots = st.tuples(st.integers(0, 40), st.integers(0, 5))
knowns = st.sampled_from(Known)


class Benches(GoingBack, Picking, Shipping):
    """Two benches and a stranger on one file."""

    # Rules: tubes

    @rule(
        where=st.none() | spots,
        parent=st.none() | numbers,
        person=st.none() | st.integers(1, 3),
        material=st.sampled_from(("DNA", "CSF", "ZZZ")),
        again=st.booleans(),
        known=knowns,
    )
    def register(
        self,
        where: Drawn | None,
        parent: int | None,
        person: int | None,
        material: str,
        again: bool,
        known: Known,
    ) -> None:
        self.named += not again
        box, row, column = (None, None, None) if where is None else self.spot(where)
        mother = None if parent is None else f"T{parent}"
        tube = a_new_tube(
            f"T{4 + self.named}",
            box=self.code(box),
            row=row,
            column=column,
            parent=mother,
            material=material,
            participant=person and f"P{person}",
            visit=person and "V01",
            site=person and "FR01",
            amount=1_000,
            unit="nL",
        )
        self.do(RegisterTubes((tube,), known=known))

    def code(self, box: int | None) -> str | None:
        found = self.bank.rows("SELECT code FROM container WHERE id = ?", box)
        return str(found[0][0]) if found else None

    @rule(number=st.integers(0, 4), people=st.lists(st.integers(1, 4), min_size=1, max_size=3))
    def bring_in(self, number: int, people: list[int]) -> None:
        """A list with a box of its own and people who may be there already; codes may be taken."""
        tubes = tuple(
            a_new_tube(
                f"L{number}-{n}",
                box=f"LIST{number}",
                row=n,
                column=0,
                participant=f"P{person}",
                visit="V02",
                site="FR02",
                fields=(),
                other_codes=((f"K{number}-{n}", CodeKind.KIT),),
            )
            for n, person in enumerate(people)
        )
        box = NewBox(f"LIST{number}", f"List {number}", a_box_type(3).code)
        self.do(BringIn(tubes, boxes=(box,), types=(a_box_type(3),)))

    @rule(
        listed=st.lists(st.tuples(numbers, spots), min_size=1, max_size=3),
        known=knowns,
        command=st.sampled_from((MoveTubes, PlaceTubes)),
        overrule=st.booleans(),
    )
    def move(self, listed: list[tuple[int, Drawn]], known: Known, command: type[MoveTubes], overrule: bool) -> None:
        moves = tuple(Move(self.tube(number), self.spot(spot)) for number, spot in listed)
        self.do(command(moves, known, "because" if overrule else None, overrule=overrule))

    @rule(one=numbers, two=numbers)
    def swap(self, one: int, two: int) -> None:
        places = self.places()
        a, b = self.tube(one), self.tube(two)
        if a in places and b in places:
            self.do(MoveTubes((Move(a, places[b]), Move(b, places[a])), Known.SCANNED))

    @rule(number=numbers, spot=spots, other=spots)
    def move_by_a_stale_picture(self, number: int, spot: Drawn, other: Drawn) -> None:
        tube = self.tube(number)
        seen = self.places().get(tube)
        self.do(MoveTubes((Move(tube, self.spot(spot)),)))
        if seen is None or self.places()[tube] == seen:
            return
        rows = self.look()
        with pytest.raises(ChangedSince) as caught:
            self.bank.do(MoveTubes((Move(tube, self.spot(other), seen),)))
        assert (caught.value.kind, caught.value.operator) == ("move", "Ada")
        assert self.look() == rows

    @rule(listed=few, known=knowns, reason=st.sampled_from((None, "because")))
    def take_out(self, listed: list[int], known: Known, reason: str | None) -> None:
        self.do(TakeOut(self.tubes(listed), known, reason))

    @rule(listed=few, known=knowns, thawed=st.booleans())
    def put_back(self, listed: list[int], known: Known, thawed: bool) -> None:
        waiting = "SELECT id FROM specimen WHERE status IN ('on the bench', 'missing')"
        tubes = self.those(listed, waiting)
        self.do(PutBack(tubes, known, tubes if thawed else ()))

    @rule(
        number=numbers,
        change=st.sampled_from(
            (
                ("note", "n"),
                ("amount", 500),
                ("amount", None),
                ("thaws", 3),
                ("unit", "µL"),
                ("concentration", 7),
                ("expires_on", "2030"),
            )
        ),
    )
    def edit(self, number: int, change: tuple[str, object]) -> None:
        self.do(EditTube(self.tube(number), (change,), "because"))

    @rule(listed=few, kind=st.sampled_from(HoldKind), release=st.booleans())
    def hold(self, listed: list[int], kind: HoldKind, release: bool) -> None:
        if release:
            held = f"SELECT specimen_id FROM hold WHERE kind = '{kind}'"
            self.do(ReleaseHold(self.those(listed, held), kind, "because"))
        else:
            self.do(PlaceHold(self.tubes(listed), kind, "because"))

    @rule(listed=few, kind=st.sampled_from((MarkUsedUp, MarkMissing, MarkFound, MarkThawed, MarkDestroyed)))
    def mark(self, listed: list[int], kind: type[MarkUsedUp]) -> None:
        missing = "SELECT id FROM specimen WHERE status = 'missing'"
        tubes = self.those(listed, missing) if kind is FOUND else self.tubes(listed)
        self.do(kind(tubes, "because"))

    @rule(number=numbers)
    def void(self, number: int) -> None:
        parents = "SELECT parent_id FROM specimen WHERE parent_id NOT NULL"
        childless = f"SELECT id FROM specimen WHERE status <> 'void' AND id NOT IN ({parents})"
        self.do(VoidTubes(self.those([number], childless), "because"))

    # Rules: containers

    @rule(number=numbers, box=st.booleans())
    def add_container(self, number: int, box: bool) -> None:
        kind = a_box_type(2) if box else a_shelf_type(2, 2)
        self.named += 1
        rows = self.look()
        try:
            a_container(self.bank, kind, f"C{self.named}", in_=self.box(number))
        except Problem:
            assert self.look() == rows

    @rule(number=numbers, spot=spots, known=knowns)
    def move_container(self, number: int, spot: Drawn, known: Known) -> None:
        self.do(MoveContainer(self.box(number), self.spot(spot, "containers"), known))

    @rule(one=numbers, two=numbers)
    def swap_containers(self, one: int, two: int) -> None:
        sql = 'SELECT child_id, container_id, "row", "column" FROM place WHERE child_id NOT NULL'
        places = {row[0]: Spot(*row[1:]) for row in self.bank.rows(sql)}
        (a,), (b,) = (self.those([number], sql) for number in (one, two))
        self.do(MoveContainers(((a, places[b]), (b, places[a]))))

    @rule(number=numbers, known=knowns)
    def take_out_container(self, number: int, known: Known) -> None:
        self.do(TakeOutContainer(self.box(number), known))

    @rule(number=numbers, known=knowns)
    def put_back_container(self, number: int, known: Known) -> None:
        (box,) = self.those([number], "SELECT id FROM container WHERE status = 'on the bench'")
        self.do(PutBackContainer(box, known))

    @rule(number=numbers, state=st.none() | st.sampled_from(UnitState))
    def say_of_a_container(self, number: int, state: UnitState | None) -> None:
        self.named += 1
        box = self.box(number)
        self.do(SetUnitState(box, state) if state else RenameContainer(box, f"N{self.named}"))

    @rule(listed=few)
    def give_codes(self, listed: list[int]) -> None:
        without = "SELECT id FROM container WHERE code IS NULL"
        self.named += 1
        self.do(GiveContainerCodes(tuple((key, f"G{self.named}-{key}") for key in set(self.those(listed, without)))))

    @rule(number=numbers)
    def retire(self, number: int) -> None:
        self.do(RetireContainer(self.box(number), "because"))

    @rule(spot=spots, use=st.sampled_from((None, *CellUse)))
    def block(self, spot: Drawn, use: CellUse | None) -> None:
        sql = 'SELECT container_id, "row", "column" FROM place WHERE "use" IN (\'blocked\', \'reserved\')'
        blocked = self.bank.rows(sql)
        if use is None and blocked:
            box, *cell = blocked[spot[0] % len(blocked)]
            self.do(UnblockPositions(box, ((cell[0], cell[1]),)))
        else:
            box, row, column = self.spot(spot)
            self.do(BlockPositions(box, ((row, column),), use or CellUse.BLOCKED))

    @rule(listed=few)
    def send_away(self, listed: list[int]) -> None:
        boxes = "SELECT c.id FROM container c JOIN container_type t ON t.id = c.type_id WHERE holds = 'specimens'"
        self.do(SendAway(self.those(listed[:1], boxes)))

    @rule(number=numbers, spot=spots, bench=st.booleans())
    def come_home(self, number: int, spot: Drawn, bench: bool) -> None:
        (box,) = self.those([number], "SELECT id FROM container WHERE status = 'away'")
        self.do(TakeOutContainer(box) if bench else MoveContainer(box, self.spot(spot, "containers")))

    # Rules: the benches themselves

    @rule(number=numbers)
    def repeat(self, number: int) -> None:
        """The same operation sent twice, as after a lost answer."""
        uuid = self.clock.uuid()
        command = MarkThawed((self.tube(number),))
        if self.do(command, uuid=uuid):
            self.refuse(OperationRepeated, command, uuid=uuid)

    @rule(number=numbers)
    def let_a_viewer_try(self, number: int) -> None:
        self.refuse(NotAllowed, MarkThawed((self.tube(number),)), operator=VIEWER)

    @rule()
    def nothing(self) -> None:
        self.refuse(NothingToDo, MarkThawed(()))

    @rule(spot=spots, number=numbers)
    def hear_of_the_other_bench(self, spot: Drawn, number: int) -> None:
        other = self.benches[1 - self.benches.index(self.bank)]
        other.database.poll()
        tube = self.tube(number)
        done = self.do(MoveTubes((Move(tube, self.spot(spot)),)))
        change = other.database.poll()
        assert (change is not None) == (done is not None)
        if change is not None:
            assert change.specimens == frozenset({tube})


class Parcels(GoingBack, Picking, Shipping):
    """Parcels oftener and further than among all else; what people do meanwhile with what is in them."""

    @initialize(profile=st.sampled_from(Profile), boxes=st.integers(0, 1), upto=st.integers(0, 6))
    def begin(self, profile: Profile, boxes: int, upto: int) -> None:
        """One shipment as far as it comes, and another draft with what is left."""
        super().begin()
        for tubes in ((1, 2), (3,)):
            made = self.do(MakeShipment(tubes, (*READY, ("profile", profile))))
            assert made is not None
        if boxes:
            self.do(AddTransportBoxes(1, a_box_type(2)))
        self.go_on(2, upto)

    @rule(
        number=numbers,
        kind=st.sampled_from((TakeOut, MarkMissing, MarkUsedUp, MarkDestroyed, MarkThawed, VoidTubes)),
        packed=st.booleans(),
    )
    def use_a_listed_tube(self, number: int, kind: type[MarkUsedUp], packed: bool) -> None:
        listed = "SELECT specimen_id FROM shipment_line WHERE specimen_id NOT NULL AND open AND NOT void "
        listed += f"AND (state = 'packed') = {packed}"
        self.do(kind(self.those([number], listed), "because"))

    @rule(number=numbers, spot=spots)
    def move(self, number: int, spot: Drawn) -> None:
        listed = "SELECT specimen_id FROM shipment_line WHERE specimen_id NOT NULL AND NOT void"
        self.do(MoveTubes((Move(self.those([number], listed)[0], self.spot(spot)),), Known.SCANNED))

    @rule(spot=spots)
    def register(self, spot: Drawn) -> None:
        self.named += 1
        box, row, column = self.spot(spot)
        found = self.bank.rows("SELECT code FROM container WHERE id = ?", box)
        tube = a_new_tube(f"T{4 + self.named}", box=found[0][0] if found else None, row=row, column=column)
        self.do(RegisterTubes((tube._replace(amount=1_000, unit="nL"),)))

    @rule(number=numbers, kind=st.sampled_from((HoldKind.QUARANTINE, HoldKind.CONSENT)), release=st.booleans())
    def hold(self, number: int, kind: HoldKind, release: bool) -> None:
        listed = "SELECT specimen_id FROM shipment_line WHERE specimen_id NOT NULL AND NOT void"
        self.do((ReleaseHold if release else PlaceHold)(self.those([number], listed), kind, "because"))

    @rule(number=numbers, spot=spots, how=st.sampled_from(("out", "away", "retire", "move")))
    def use_a_box_that_travels(self, number: int, spot: Drawn, how: str) -> None:
        (box,) = self.those([number], "SELECT container_id FROM parcel_box WHERE NOT void")
        command: Command = {
            "out": lambda: TakeOutContainer(box),
            "away": lambda: SendAway((box,)),
            "retire": lambda: RetireContainer(box, "because"),
            "move": lambda: MoveContainer(box, self.spot(spot, "containers")),
        }[how]()
        self.do(command)


TestBenches = Benches.TestCase
EXAMPLES = 2 * (settings.default.max_examples if settings.default else 1)
TestBenches.settings = settings(max_examples=EXAMPLES, report_multiple_bugs=False)
TestParcels = Parcels.TestCase
TestParcels.settings = settings(max_examples=EXAMPLES, report_multiple_bugs=False)
