"""Undo and redo: what may be taken back, in which order, and what stands in the way."""

from pathlib import Path

import pytest

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.edit import EditTube
from freezerapp.commands.make_bank import AddOperator
from freezerapp.commands.mark import MarkThawed
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.access import NotAllowed, Role
from freezerapp.domain.problems import CannotBeTakenBack, ChangedSince, CodeTaken, NotThere, PositionTaken
from freezerapp.domain.specimen import Known, Spot
from tests.build import Bank, a_bank, a_box, a_tube, an_operator, refused


def noted(bank: Bank, tube: int, *notes: str) -> list[int]:
    return [bank.do(EditTube(tube, (("note", note),), "because")).operation_id for note in notes]


def test_operations_are_taken_back_from_the_newest_on(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank, "T1")
    one, two, three = noted(bank, tube, "1", "2", "3")
    when = bank.clock.moment
    for early in (one, two):
        with refused(bank, ChangedSince, thing="T1", kind="edit", operator="Ada"):
            bank.do(TakeBack(early))
    with refused(bank, ChangedSince, recorded_at=when):
        bank.do(TakeBack(two))
    for number, expected in ((three, "2"), (two, "1"), (one, None)):
        bank.do(TakeBack(number))
        assert bank.tube(tube).note == expected
    assert bank.findings() == []


def test_redo_goes_the_same_way_back(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank)
    numbers = noted(bank, tube, "1", "2", "3")
    undone = [bank.do(TakeBack(number)) for number in reversed(numbers)]
    with refused(bank, ChangedSince, kind="undo"):
        bank.undo(undone[0])
    for done, expected in zip(reversed(undone), ("1", "2", "3"), strict=True):
        redone = bank.undo(done)
        assert (redone.kind, bank.tube(tube).note) == ("redo", expected)
    assert bank.findings() == []


def test_an_operation_is_taken_back_redone_and_taken_back_by_its_own_number(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank)
    (number,) = noted(bank, tube, "x")
    for _ in range(3):
        undone = bank.do(TakeBack(number))
        assert bank.tube(tube).note is None
        with refused(bank, CannotBeTakenBack, kind="edit", why="already taken back"):
            bank.do(TakeBack(number))
        bank.do(TakeBack(undone.operation_id))
        assert bank.tube(tube).note == "x"
        with refused(bank, CannotBeTakenBack, kind="undo", why="already taken back"):
            bank.do(TakeBack(undone.operation_id))


def test_what_touched_other_things_does_not_stand_in_the_way(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, b = a_tube(bank), a_tube(bank)
    (first,) = noted(bank, a, "x")
    noted(bank, b, "y")
    bank.do(TakeBack(first))
    assert (bank.tube(a).note, bank.tube(b).note) == (None, "y")


def test_one_of_many_that_changed_since_is_enough(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tubes = [a_tube(bank, f"T{n}", in_=box, at=f"A{n}") for n in range(1, 4)]
    moves = tuple(Move(tube, Spot(box, 3, n)) for n, tube in enumerate(tubes))
    done = bank.do(MoveTubes(moves))
    noted(bank, tubes[1], "x")
    with refused(bank, ChangedSince, thing="T2", kind="edit"):
        bank.undo(done)


def test_the_place_taken_meanwhile_is_named(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="BOX")
    tube = a_tube(bank, in_=box, at="A1")
    done = bank.do(MoveTubes((Move(tube, Spot(box, 1, 1)),)))
    a_tube(bank, "NEW", in_=box, at="A1")
    with refused(bank, PositionTaken, container="BOX", position="A1", occupant="NEW", use="here"):
        bank.undo(done)


def test_undo_finds_its_way_after_a_restart_and_at_another_bench(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tube = a_tube(bank, in_=box, at="A1", known=Known.SCANNED)
    done = bank.do(TakeOut((tube,)))
    bank.close()
    other = bank.another()
    other.do(TakeBack(done.operation_id))
    assert (other.tube(tube).place, other.tube(tube).known) == (Spot(box, 0, 0), Known.DECLARED)


def test_undo_is_an_event_of_its_own_with_operator_and_reason(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    ben = an_operator(bank)
    tube = a_tube(bank)
    done = bank.do(MarkThawed((tube,)))
    undone = bank.do(TakeBack(done.operation_id, "wrong tube", "2024-03-14"), ben)
    (told,) = bank.told(undone)
    assert (told["kind"], told["undoes"], told["operator"]) == ("undo", done.uuid, [ben, "Ben"])
    assert (told["reason"], told["done_at"]) == ("wrong tube", "2024-03-14")
    assert (told["before"], told["after"]) == ({"thaws": 1}, {"thaws": 0})
    assert bank.rows("SELECT kind, undoes_id FROM operation ORDER BY id DESC LIMIT 1") == [("undo", done.operation_id)]
    (again,) = bank.told(bank.undo(undone))
    assert (again["kind"], again["undoes"]) == ("redo", undone.uuid)


def test_what_was_never_done_can_not_be_taken_back(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    with refused(bank, NotThere, kind="operation", name="99"):
        bank.do(TakeBack(99))
    with refused(bank, CannotBeTakenBack, kind="make bank", why="irrevocable"):
        bank.do(TakeBack(1))
    done = bank.do(AddOperator("Ben"))
    assert done.inverse is None
    with refused(bank, CannotBeTakenBack, kind="add operator", why="irrevocable"):
        bank.do(TakeBack(done.operation_id))


@pytest.mark.parametrize("role", [Role.VIEWER, Role.AUDITOR])
def test_who_may_not_work_may_not_take_back(tmp_path: Path, role: Role) -> None:
    bank = a_bank(tmp_path)
    eve = an_operator(bank, "Eve", role)
    done = bank.do(MarkThawed((a_tube(bank),)))
    with refused(bank, NotAllowed, operator="Eve", role=role, what="undo"):
        bank.undo(done, eve)


def test_a_container_comes_back_only_if_its_code_is_still_free(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a_box(bank, name="BOX")
    away = bank.do(TakeBack(bank.value("SELECT max(id) FROM operation")))
    a_box(bank, name="box")
    with refused(bank, CodeTaken, code="BOX", owner_kind="container", owner="box"):
        bank.undo(away)
