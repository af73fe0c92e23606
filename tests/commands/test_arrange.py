"""Containers added, renamed, moved, blocked, taken out, retired and sent away."""

from pathlib import Path

import pytest

from freezerapp.commands.arrange import (
    AddContainers,
    BlockPositions,
    MoveContainer,
    MoveContainers,
    NoFreePosition,
    NoReservedContainerPlace,
    PutBackContainer,
    RenameContainer,
    RetireContainer,
    SendAway,
    SetUnitState,
    TakeOutContainer,
    UnblockPositions,
)
from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.commands.shipped import presets
from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.access import NotAllowed, Role
from freezerapp.domain.container import Kind, WrongContainer
from freezerapp.domain.position import NoSuchPosition
from freezerapp.domain.preset import Planned, plan
from freezerapp.domain.problems import (
    CannotBeTakenBack,
    CodeTaken,
    ContainerCodeMissing,
    NothingToDo,
    NotStanding,
    NotThere,
    PositionTaken,
    ReasonMissing,
)
from freezerapp.domain.specimen import Known, Spot, Status
from freezerapp.domain.standing import (
    Cell,
    CellUse,
    ContainerStepNotAllowed,
    InsideItself,
    NotEmpty,
    Standing,
    UnitState,
)
from tests.build import (
    Bank,
    a_bank,
    a_box,
    a_box_type,
    a_container,
    a_shelf,
    a_shelf_type,
    a_tube,
    an_operator,
    refused,
    spot_of,
    there_and_back,
)


def test_a_freezer_is_made_with_racks_and_boxes_in_one_operation(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    listed = plan(presets(), "upright-600", "F80-01", "box-9x9")
    command = AddContainers(listed, tuple(presets().types.values()), state=UnitState.BACKUP)
    done = there_and_back(bank, command)
    ids = done.result
    assert isinstance(ids, list)
    assert len(ids) == len(listed) == bank.value("SELECT count(*) FROM container")
    unit = bank.box(ids[0])
    assert (unit.name, unit.code, unit.state, unit.place) == ("F80-01", "F80-01", UnitState.BACKUP, None)
    assert unit.set_temperature == -80
    assert bank.value("SELECT count(*) FROM container_type") == len({each.type_code for each in listed})
    last = bank.box(ids[-1])
    assert (last.code, last.known) == ("F80-01-0600", Known.DECLARED)
    told = bank.told(done)
    assert [event["kind"] for event in told if event["subject"][0] == "container"] == ["add container"] * len(ids)


def test_what_is_added_inside_goes_to_the_next_free_position_in_filling_order(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, 1, 3, name="SHELF")
    bank.do(BlockPositions(shelf, ((0, 1),)))
    places = [bank.box(a_box(bank, in_=shelf)).place for _ in range(2)]
    assert places == [Spot(shelf, 0, 0), Spot(shelf, 0, 2)]
    with refused(bank, NoFreePosition, container="SHELF"):
        a_box(bank, in_=shelf)


def test_a_type_is_copied_into_the_bank_once_and_an_edited_one_beside_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    first, second = bank.box(a_box(bank, 3)), bank.box(a_box(bank, 3))
    assert first.type_id == second.type_id
    edited = a_box_type(3, materials=("CSF",))
    other = bank.box(a_container(bank, edited))
    assert other.type_id != first.type_id
    assert bank.value("SELECT count(*) FROM labelling") == 1


def test_what_can_not_be_added(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, name="SHELF", accepts=("rack",))
    box = a_box(bank, name="B1")
    with refused(bank, CodeTaken, code="b1", owner_kind="container", owner="B1"):
        a_box(bank, name="b1")
    with refused(bank, WrongContainer, parent_kind="shelf", child_kind="box", accepted=("rack",)):
        a_box(bank, in_=shelf)
    with refused(bank, WrongContainer, parent_kind="box", child_kind="rack", accepted=()):
        a_shelf(bank, kind=Kind.RACK, in_=box, at="A1")
    with refused(bank, NoSuchPosition, text="3, 1", first="A1", last="B3"):
        a_shelf(bank, kind=Kind.RACK, in_=shelf, at="C1")
    with refused(bank, NotThere, kind="container", name="99"):
        a_box(bank, in_=99)
    rack = a_shelf(bank, kind=Kind.RACK, in_=shelf, at="A1", name="RACK")
    with refused(bank, PositionTaken, container="SHELF", position="A1", occupant="RACK", use="here"):
        a_shelf(bank, kind=Kind.RACK, in_=shelf, at="A1")
    assert bank.box(rack).place == Spot(shelf, 0, 0)
    a_tube(bank, "B2")
    with refused(bank, CodeTaken, code="B2", owner_kind="specimen", owner="B2"):
        a_box(bank, name="B2")


@pytest.mark.parametrize("kind", [Kind.BOX, Kind.FREEZER])
def test_boxes_and_units_need_a_code_and_the_rest_does_not(tmp_path: Path, kind: Kind) -> None:
    bank = a_bank(tmp_path)
    made = a_box_type(2) if kind is Kind.BOX else a_shelf_type(kind=kind)
    with refused(bank, ContainerCodeMissing, kind=kind.value, name="It"):
        bank.do(AddContainers((Planned(0, None, made.code, "It", None, None),), (made,)))
    shelf = a_shelf_type()
    bank.do(AddContainers((Planned(0, None, shelf.code, "It", None, None),), (shelf,)))


def test_adding_is_not_undone_while_something_stands_in_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="BOX")
    added = TakeBack(bank.value("SELECT max(id) FROM operation"))
    tube = a_tube(bank, in_=box, at="A1")
    with refused(bank, NotEmpty, name="BOX", things=1):
        bank.do(added)
    bank.do(TakeOut((tube,)))
    with refused(bank, NotEmpty, name="BOX", things=1):
        bank.do(added)


def test_a_container_gets_another_name_and_keeps_its_code(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="DNA-1")
    done = there_and_back(bank, RenameContainer(box, "DNA, first"))
    assert (bank.box(box).name, bank.box(box).code) == ("DNA, first", "DNA-1")
    assert bank.told(done)[0]["after"] == {"name": "DNA, first"}
    with refused(bank, NothingToDo, kind="rename"):
        bank.do(RenameContainer(box, "DNA, first"))
    with refused(bank, NotThere, kind="container", name="77"):
        bank.do(RenameContainer(77, "x"))


def test_a_box_moves_with_everything_in_it_and_that_is_one_event(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    here, there = a_shelf(bank), a_shelf(bank)
    box = a_box(bank, in_=here)
    tube = a_tube(bank, in_=box, at="A1")
    done = there_and_back(bank, MoveContainer(box, Spot(there, 1, 2), Known.SCANNED, "fuller"))
    assert bank.tube(tube).place == Spot(box, 0, 0)
    (told,) = bank.told(done)
    assert told["subject"] == ["container", box]
    assert (told["before"]["place"], told["after"]["place"]) == ([here, 0, 0], [there, 1, 2])
    assert (told["known"], told["reason"]) == ("scanned", "fuller")
    assert done.change.containers == frozenset({box, here, there})


def test_two_boxes_swap(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank)
    a, b = a_box(bank, in_=shelf), a_box(bank, in_=shelf)
    there_and_back(bank, MoveContainers(((a, Spot(shelf, 0, 1)), (b, Spot(shelf, 0, 0)))))
    assert (bank.box(a).place, bank.box(b).place) == (Spot(shelf, 0, 1), Spot(shelf, 0, 0))


def test_a_container_is_not_put_into_itself_nor_into_what_stands_in_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    outer = a_shelf(bank, name="OUTER")
    inner = a_shelf(bank, in_=outer, name="INNER")
    innermost = a_shelf(bank, in_=inner, name="INNERMOST")
    for inside, name in ((outer, "OUTER"), (inner, "INNER"), (innermost, "INNERMOST")):
        with refused(bank, InsideItself, name="OUTER", inside=name):
            bank.do(MoveContainer(outer, Spot(inside, 1, 1)))
    other = a_shelf(bank, name="OTHER")
    with refused(bank, InsideItself):
        bank.do(MoveContainers(((outer, Spot(other, 0, 0)), (other, Spot(innermost, 0, 0)))))


def test_nor_into_what_has_its_place_kept_in_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    outer, other = a_shelf(bank, name="OUTER"), a_shelf(bank)
    inner = a_shelf(bank, in_=outer, name="INNER")
    bank.do(TakeOutContainer(inner))
    with refused(bank, InsideItself, name="OUTER", inside="INNER"):
        bank.do(MoveContainer(outer, Spot(inner, 0, 0)))
    elsewhere = bank.do(MoveContainer(inner, Spot(other, 0, 0)))
    bank.do(MoveContainer(outer, Spot(inner, 0, 0)))
    with refused(bank, InsideItself, name="INNER", inside="OUTER"):
        bank.undo(elsewhere)
    assert bank.findings() == []


def test_a_container_taken_out_keeps_its_place_and_goes_back(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, name="SHELF")
    box = a_box(bank, in_=shelf, name="BOX")
    tube = a_tube(bank, in_=box, at="A1")
    there_and_back(bank, TakeOutContainer(box, Known.SCANNED))
    out = bank.box(box)
    assert (out.status, out.place, out.home) == (Standing.ON_THE_BENCH, None, Spot(shelf, 0, 0))
    assert out.out_since is not None
    bank.clock.wait(minutes=2)
    with refused(bank, NothingToDo, kind="take out container"):
        bank.do(TakeOutContainer(box))
    with refused(bank, PositionTaken, position="A1", occupant="BOX", use="home"):
        a_box(bank, in_=shelf, at="A1")
    there_and_back(bank, PutBackContainer(box, Known.SCANNED))
    back = bank.box(box)
    assert (back.status, back.place, back.home, back.out_since) == (
        Standing.IN_PLACE,
        Spot(shelf, 0, 0),
        None,
        None,
    )
    assert bank.tube(tube).status is Status.STORED
    with refused(bank, NoReservedContainerPlace, name="BOX"):
        bank.do(PutBackContainer(box))


def test_what_came_from_nowhere_is_not_put_back_but_moved_in(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf, box = a_shelf(bank), a_box(bank, name="BOX")
    bank.do(TakeOutContainer(box))
    with refused(bank, NoReservedContainerPlace, name="BOX"):
        bank.do(PutBackContainer(box))
    there_and_back(bank, MoveContainer(box, Spot(shelf, 0, 0)))


def test_positions_are_blocked_reserved_and_given_free(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, 3, name="BOX")
    done = there_and_back(bank, BlockPositions(box, ((2, 2), (0, 1))))
    assert bank.told(done)[0]["after"] == {"cells": [[0, 1, "blocked"], [2, 2, "blocked"]]}
    there_and_back(bank, BlockPositions(box, ((2, 2), (1, 1)), CellUse.RESERVED))
    assert bank.box(box).cells == (
        Cell(0, 1, CellUse.BLOCKED),
        Cell(1, 1, CellUse.RESERVED),
        Cell(2, 2, CellUse.RESERVED),
    )
    there_and_back(bank, UnblockPositions(box, ((0, 1), (1, 1), (0, 0))))
    assert bank.box(box).cells == (Cell(2, 2, CellUse.RESERVED),)
    with refused(bank, NothingToDo, kind="unblock"):
        bank.do(UnblockPositions(box, ((0, 0),)))
    with refused(bank, NothingToDo, kind="block"):
        bank.do(BlockPositions(box, ((2, 2),), CellUse.RESERVED))
    with refused(bank, NoSuchPosition, text="4, 1"):
        bank.do(BlockPositions(box, ((0, 0), (3, 0))))
    a_tube(bank, "T1", in_=box, at="A1")
    with refused(bank, PositionTaken, container="BOX", position="A1", occupant="T1", use="here"):
        bank.do(BlockPositions(box, ((1, 0), (0, 0))))


def test_a_manager_says_what_a_unit_is_good_for(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    ben = an_operator(bank, "Ben")
    unit = a_shelf(bank, kind=Kind.FREEZER)
    done = there_and_back(bank, SetUnitState(unit, UnitState.DEFROSTING))
    with refused(bank, NotAllowed, operator="Ben", role=Role.OPERATOR, what="set state"):
        bank.do(SetUnitState(unit, UnitState.IN_USE), ben)
    undo = TakeBack(done.operation_id)
    with refused(bank, NotAllowed, operator="Ben", what="set state"):
        bank.do(undo, ben)
    undone = bank.do(undo)
    with refused(bank, NotAllowed, operator="Ben", what="set state"):
        bank.undo(undone, ben)


def test_an_empty_container_is_retired_for_a_reason_and_keeps_its_code(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, name="SHELF")
    box = a_box(bank, in_=shelf, name="BOX")
    tube = a_tube(bank, in_=box, at="A1")
    with refused(bank, ReasonMissing, what="retire"):
        bank.do(RetireContainer(box))
    for container, name in ((box, "BOX"), (shelf, "SHELF")):
        with refused(bank, NotEmpty, name=name, things=1):
            bank.do(RetireContainer(container, "old"))
    bank.do(MoveTubes((Move(tube, Spot(a_box(bank), 0, 0)),)))
    there_and_back(bank, RetireContainer(box, "lid broken"))
    assert (bank.box(box).status, bank.box(box).place) == (Standing.RETIRED, None)
    with refused(bank, CodeTaken, code="box", owner="BOX"):
        a_box(bank, name="box")
    with refused(bank, NotStanding, container="BOX", status="retired"):
        bank.do(MoveTubes((Move(tube, Spot(box, 0, 0)),)))
    with refused(bank, ContainerStepNotAllowed, name="BOX", status=Standing.RETIRED):
        bank.do(MoveContainer(box, Spot(shelf, 0, 0)))
    bank.do(RetireContainer(shelf, "rusty"))
    other = a_box(bank, name="B2")
    with refused(bank, NotStanding, container="SHELF", status="retired"):
        bank.do(MoveContainer(other, Spot(shelf, 0, 0)))


def sent(bank: Bank) -> tuple[int, int, int]:
    shelf = a_shelf(bank)
    box = a_box(bank, in_=shelf, name="BOX")
    tube = a_tube(bank, "T1", in_=box, at="A1")
    bank.do(SendAway((box,), "to Lyon"))
    return shelf, box, tube


def test_a_box_leaves_with_the_tubes_in_it_and_there_is_no_way_back(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf, box, tube = sent(bank)
    assert (bank.box(box).status, bank.box(box).place) == (Standing.AWAY, None)
    assert (bank.tube(tube).status, bank.tube(tube).place) == (Status.SHIPPED, Spot(box, 0, 0))
    last, other = bank.value("SELECT max(id) FROM operation"), a_tube(bank)
    with refused(bank, CannotBeTakenBack, kind="send away", why="irrevocable"):
        bank.do(TakeBack(last))
    with refused(bank, NotStanding, container="BOX", status="away"):
        bank.do(MoveTubes((Move(other, Spot(box, 4, 4)),)))
    a_box(bank, in_=shelf, at="A1")
    assert bank.findings() == []


def test_a_box_that_comes_back_brings_its_tubes(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf, box, tube = sent(bank)
    done = there_and_back(bank, MoveContainer(box, Spot(shelf, 1, 1), Known.SCANNED))
    assert (bank.tube(tube).status, bank.tube(tube).place) == (Status.STORED, Spot(box, 0, 0))
    assert [event["subject"] for event in bank.told(done)] == [["container", box], ["specimen", tube]]


def test_a_box_that_comes_to_the_bench_brings_its_tubes_too(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, box, tube = sent(bank)
    there_and_back(bank, TakeOutContainer(box))
    assert (bank.box(box).home, bank.tube(tube).status) == (None, Status.STORED)


def test_the_return_is_not_undone_once_something_else_stands_in_the_box(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf, box, _ = sent(bank)
    done = bank.do(MoveContainer(box, Spot(shelf, 1, 1)))
    bank.do(MoveTubes((Move(a_tube(bank), spot_of(bank, box, "B2")),)))
    with refused(bank, NotStanding, container="BOX", status="away"):
        bank.undo(done)
