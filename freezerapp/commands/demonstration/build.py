"""Builds the demonstration bank: the recipe, act by act, through the same commands that people use."""

import os
import secrets
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar, NamedTuple, TypeAlias

from freezerapp import resources
from freezerapp.commands.arrange import AddContainers, MoveContainers, SetUnitState
from freezerapp.commands.bring_in import BringIn, BroughtIn, NewSite, NewTube, NewVisit
from freezerapp.commands.command import Command, Done, perform
from freezerapp.commands.demonstration import stories as acts
from freezerapp.commands.demonstration.fates import make_fates
from freezerapp.commands.demonstration.handling import bench_time, concentration, sprec
from freezerapp.commands.demonstration.parcels import Parcels
from freezerapp.commands.demonstration.recipe import Plan, Received, make_plan, source_barcode, tube_barcode
from freezerapp.commands.demonstration.recipe_clock import RecipeClock
from freezerapp.commands.demonstration.schedule import (
    DNA,
    DNA_STOCK,
    DRAWS,
    PRODUCTS,
    SITES,
    STUDY,
    TUBES,
    VISITS,
)
from freezerapp.commands.demonstration.shelving import SLOTS_OF_RACK
from freezerapp.commands.hold import PlaceHold, ReleaseHold
from freezerapp.commands.make_bank import CODE_PATTERN, AddOperator, MakeBank
from freezerapp.commands.mark import MarkDestroyed, MarkMissing, MarkUsedUp
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.commands.shipped import presets
from freezerapp.commands.types import type_ids
from freezerapp.domain import preset as preset_rules
from freezerapp.domain.access import Role
from freezerapp.domain.container import ContainerType
from freezerapp.domain.custody import CONTAINER
from freezerapp.domain.position import Position
from freezerapp.domain.problems import FileExists
from freezerapp.domain.specimen import Kind, Known, Made, Spot, Status
from freezerapp.domain.sprec import SprecTable, read_table
from freezerapp.domain.standing import Container, UnitState
from freezerapp.storage import migrating
from freezerapp.storage.copying import remove
from freezerapp.storage.database import Database
from freezerapp.storage.faults import said_of
from freezerapp.storage.ledger import Ledger

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many tubes are in the bank, of how many."""

NAME = "Demonstration"
ROOMS = {False: "Freezer hall", True: "Cryo room A"}
MANAGER, *BENCH = range(1, 5)
_OPERATORS = (("Operator 02", Role.OPERATOR), ("Operator 03", Role.OPERATOR), ("Operator 04", Role.OPERATOR))
_UNIT_PRESETS = {False: "upright-600", True: "tank-13x10"}
_SITES = tuple(NewSite(site.code, site.name, site.country) for site in SITES)
_VISITS = tuple(NewVisit(visit.code, visit.name, visit.day) for visit in VISITS)
_CHUNK = 20_000
"""Tubes registered in one operation at most."""


class NewBox(NamedTuple):
    """An empty box: code, type, and where it stands; without a spot it stands nowhere yet."""

    code: str
    type: ContainerType
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class AddBoxes:
    """Several empty boxes at once. Gives their ids in order."""

    kind: ClassVar[str] = "add container"
    boxes: tuple[NewBox, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> list[int]:
        ids = type_ids(ledger, dict.fromkeys(box.type for box in self.boxes))
        made = []
        for box in self.boxes:
            key = ledger.new_id(CONTAINER)
            known = None if box.spot is None else Known.DECLARED
            ledger.save(
                CONTAINER,
                Container(key, ids[box.type.code], box.code, box.code, place=box.spot, known=known),
                known,
            )
            made.append(key)
        return made


def build(path: Path, tubes: int = TUBES, progress: Progress | None = None) -> None:
    """Make the demonstration bank of exactly so many tubes (1 or more) in a new file.

    Two builds of the same size have the same head of chain. The file has a private name until it is
    whole: what fails half-way leaves none. Raises FileExists rather than write over a file.
    """
    plan = make_plan(tubes)
    clock = RecipeClock(acts.OPENED, tubes)
    uuid = clock.uuid()
    if path.exists():
        raise FileExists(str(path))
    private = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with said_of(path):
        try:
            migrating.create(private)
            database = Database(private, clock, uuid, writable=True, unseen=True)
            try:
                _Builder(database, clock, plan, progress).run(uuid)
            finally:
                database.close()
            with private.open("rb+") as file:
                os.fsync(file.fileno())
            if path.exists():
                raise FileExists(str(path))
            private.rename(path)
        finally:
            remove(private)


@dataclass
class _Builder:
    """Ids of what was made so far, and the acts that use them."""

    database: Database
    clock: RecipeClock
    plan: Plan
    progress: Progress | None = None
    units: dict[str, int] = field(default_factory=dict)
    slots: dict[str, list[Spot]] = field(default_factory=dict)
    boxes: dict[int, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.parcels = Parcels(self.database, self._do, self._later, MANAGER, BENCH[2], BENCH[0])
        self.tubes = array("Q", bytes(8 * self.plan.tubes))
        self.types = presets().types
        self.fills = [self.types[product.box].layout.positions() for product in PRODUCTS]
        self.sprec: SprecTable = read_table(resources.load_toml("sprec", "v2.toml"))

    def run(self, uuid: str) -> None:
        """Perform everything in the order of the record."""
        self._open(uuid)
        for act in acts.stories(self.plan, make_fates(self.plan)):
            self.clock.turn_to(act.recorded)
            match act:
                case acts.AddBoxes():
                    self._add_boxes(act)
                case acts.Receive():
                    self._receive(act)
                case acts.HoldTubes():
                    self._do(PlaceHold(self._ids(act.tubes), act.kind, act.reason, _text(act.done)), BENCH[1])
                case acts.ReleaseTubes():
                    self._do(ReleaseHold(self._ids(act.tubes), act.kind, act.reason, _text(act.done)), MANAGER)
                case acts.Leave():
                    self._leave(act)
                case acts.Pack():
                    self._pack(act)
                case acts.HandOver():
                    self.parcels.hand_over(act.number, _text(act.done))
                case acts.Arrive():
                    self.parcels.arrive(act.number, act.recorded)
                case acts.Draft():
                    kind = self.types[act.transport]
                    self.parcels.draft(act.number, act.recipient, kind, self._ids(act.tubes), act.packed, act.recorded)
                case acts.OpenList():
                    codes = [tube_barcode(serial) for serial in act.tubes]
                    self.parcels.open_list(self._ids(act.tubes), codes, act.recorded)
                case acts.Misread():
                    self._misread(act)
                case acts.Evacuate():
                    self._evacuate(act)

    def _do(self, command: Command, operator: int) -> Done:
        return perform(self.database, command, operator)

    def _ids(self, serials: Iterable[int]) -> tuple[int, ...]:
        return tuple(self.tubes[serial] for serial in serials)

    def _later(self, step: int, start: datetime, each: timedelta = timedelta(minutes=2)) -> str:
        """Turn the clock to the next step of an act; gives when that was done."""
        self.clock.turn_to(start + step * each)
        return _text(start + step * each)

    def _open(self, uuid: str) -> None:
        bank = MakeBank(uuid, NAME, "Operator 01", None, STUDY, None, CODE_PATTERN)
        self._do(bank, MANAGER)
        step = 0
        for name, role in _OPERATORS:
            step += 1
            self._later(step, acts.OPENED)
            self._do(AddOperator(name, role), MANAGER)
        rooms = {}
        for tank, name in ROOMS.items():
            step += 1
            self._later(step, acts.OPENED)
            rooms[tank] = self._add("room", name)[0]
        for unit in self.plan.shelves.units:
            step += 1
            self._later(step, acts.OPENED)
            state = UnitState.BACKUP if unit.backup else UnitState.IN_USE
            made = self._add(_UNIT_PRESETS[unit.tank], unit.name, rooms[unit.tank], state)
            self.units[unit.name] = made[0]
        self.parcels.open(step + 1, acts.OPENED)

    def _add(self, preset: str, name: str, inside: int | None = None, state: UnitState = UnitState.IN_USE) -> list[int]:
        planned = preset_rules.plan(presets(), preset, name)
        types = tuple(self.types[code] for code in dict.fromkeys(each.type_code for each in planned))
        made = self._do(AddContainers(planned, types, inside=inside, state=state), MANAGER).result
        assert isinstance(made, list)
        self.slots[name] = [
            Spot(made[each.index], *position)
            for each in planned
            if self.types[each.type_code].takes_boxes
            for position in self.types[each.type_code].layout.in_label_order()
        ]
        return made

    def _add_boxes(self, act: acts.AddBoxes) -> None:
        new = []
        for index in act.boxes:
            box = self.plan.shelves.boxes[index]
            new.append(NewBox(box.name, self.types[PRODUCTS[box.product].box], self.slots[box.unit][box.slot]))
        made = self._do(AddBoxes(tuple(new), done_at=_text(act.done)), BENCH[0]).result
        assert isinstance(made, list)
        self.boxes.update(zip(act.boxes, made, strict=True))

    def _receive(self, act: acts.Receive) -> None:
        late = act.recorded - act.done > timedelta(minutes=15)
        rows: list[NewTube] = []
        serials: list[int | None] = []
        for visit in act.visits:
            self._register(visit, rows, serials)
            if len(rows) >= _CHUNK or visit is act.visits[-1]:
                self._bring_in(rows, serials, Known.DECLARED if late else Known.SCANNED, act)
                rows, serials = [], []

    def _bring_in(self, rows: list[NewTube], serials: list[int | None], known: Known, act: acts.Receive) -> None:
        operator = BENCH[act.done.day % len(BENCH)]
        command = BringIn(rows, visits=_VISITS, sites=_SITES, known=known, done_at=_text(act.done))
        brought = self._do(command, operator).result
        assert isinstance(brought, BroughtIn)
        for key, serial in zip(brought.specimens, serials, strict=True):
            if serial is not None:
                self.tubes[serial] = key
        self.clock.turn_to(act.recorded)
        if self.progress is not None:
            self.progress(max(serial for serial in serials if serial is not None) + 1, self.plan.tubes)

    def _leave(self, act: acts.Leave) -> None:
        tubes, done = self._ids(act.tubes), _text(act.done)
        match act.status:
            case Status.USED_UP:
                self._do(MarkUsedUp(tubes, act.reason, done), BENCH[0])
            case Status.MISSING:
                self._do(MarkMissing(tubes, act.reason, done), BENCH[2])
            case _:
                self._do(MarkDestroyed(tubes, act.reason, done), MANAGER)

    def _pack(self, act: acts.Pack) -> None:
        codes = [tube_barcode(serial) for serial in act.tubes]
        kind = self.types[act.transport]
        self.parcels.pack(act.number, act.recipient, kind, self._ids(act.tubes), codes, act.recorded)

    def _misread(self, act: acts.Misread) -> None:
        layout = self.types[PRODUCTS[DNA].box].layout
        moves = []
        for number, key in enumerate(self._ids(act.tubes)):
            cell = self.fills[DNA][number]
            if act.wrong:
                cell = Position(layout.rows - 1 - cell.row, layout.columns - 1 - cell.column)
            moves.append(Move(key, Spot(self.boxes[act.box], *cell)))
        self._do(MoveTubes(tuple(moves), Known.RACK_SCAN, act.reason, _text(act.done)), BENCH[2])

    def _evacuate(self, act: acts.Evacuate) -> None:
        step = 0
        for unit, state in act.before:
            done = self._later(step, act.recorded)
            self._do(SetUnitState(self.units[unit], UnitState(state), act.reason, done), MANAGER)
            step += 1
        racks: dict[int, list[tuple[int, Spot]]] = {}
        for index in act.boxes:
            slot = self.plan.shelves.boxes[index].slot
            move = (self.boxes[index], self.slots[act.unit][slot])
            racks.setdefault(slot // SLOTS_OF_RACK, []).append(move)
        for moves in racks.values():
            done = self._later(step, act.recorded)
            self._do(MoveContainers(tuple(moves), Known.SCANNED, act.reason, done), BENCH[step % len(BENCH)])
            step += 1
        for unit, state in act.after:
            done = self._later(step, act.recorded)
            self._do(SetUnitState(self.units[unit], UnitState(state), act.reason, done), MANAGER)
            step += 1

    def _register(self, visit: Received, rows: list[NewTube], serials: list[int | None]) -> None:
        """The rows of one visit: what was drawn, then what was made of it."""
        who = visit.who
        collected = bench_time(visit.day, visit.minute)
        code, site = VISITS[visit.visit].code, SITES[who.site].code
        drawn: dict[int, str] = {}
        for number, draw in enumerate(visit.draws()):
            plan = DRAWS[draw]
            barcode = drawn[draw] = source_barcode(visit.first_source + number)
            rows.append(
                NewTube(
                    barcode,
                    plan.material,
                    who.code,
                    code,
                    collected,
                    0,
                    plan.unit,
                    parent=None if plan.of is None else drawn[plan.of],
                    made_by=None if plan.of is None else Made.DERIVATIVE,
                    site=site,
                    kind=Kind.SOURCE,
                    status=Status.USED_UP,
                    initial_amount=plan.amount,
                    concentration=concentration(visit) if draw == DNA_STOCK else None,
                    tube=plan.tube,
                )
            )
            serials.append(None)
        codes = [sprec(self.sprec, visit, product) if n else None for product, n in enumerate(visit.counts)]
        stamps = [None if code is None else code.stamped for code in codes]
        dna = concentration(visit)
        for made in self.plan.made(visit):
            product = PRODUCTS[made.product]
            cell = self.fills[made.product][made.slot]
            rows.append(
                NewTube(
                    tube_barcode(made.serial),
                    product.material,
                    who.code,
                    code,
                    collected,
                    product.amount,
                    product.unit,
                    self.plan.shelves.boxes[made.box].name,
                    cell.row,
                    cell.column,
                    drawn[product.draw],
                    Made.ALIQUOT if product.material == DRAWS[product.draw].material else Made.DERIVATIVE,
                    site=site,
                    concentration=dna if made.product == DNA else None,
                    tube=product.tube,
                    sprec=stamps[made.product],
                )
            )
            serials.append(made.serial)


def _text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
