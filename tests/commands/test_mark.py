"""What becomes of tubes: used up, missing, found, destroyed, thawed, void."""

from pathlib import Path

import pytest

from freezerapp.commands.arrange import MoveContainer, SendAway
from freezerapp.commands.check_out import NoReservedPlace, TakeOut
from freezerapp.commands.command import Command
from freezerapp.commands.mark import (
    HasDescendants,
    MarkDestroyed,
    MarkFound,
    MarkMissing,
    MarkThawed,
    MarkUsedUp,
    VoidTubes,
)
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.problems import (
    CannotBeTakenBack,
    NothingToDo,
    NotThere,
    PositionTaken,
    Problem,
    ReasonMissing,
)
from freezerapp.domain.specimen import CodeKind, Known, Spot, Status, StepNotAllowed
from tests.build import Bank, a_bank, a_box, a_shelf, a_tube, refused, there_and_back


def stored(bank: Bank, *names: str) -> tuple[int, ...]:
    box = a_box(bank, name="BOX")
    return (box, *(a_tube(bank, name, in_=box, at=f"A{n}") for n, name in enumerate(names, 1)))


def test_a_used_up_tube_is_empty_and_its_place_is_free(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a, b = stored(bank, "T1", "T2")
    done = there_and_back(bank, MarkUsedUp((a, b)))
    tube = bank.tube(a)
    assert (tube.status, tube.place, tube.amount, tube.initial_amount) == (Status.USED_UP, None, 0, 200_000)
    assert bank.told(done)[0]["before"]["place"] == [box, 0, 0]
    a_tube(bank, in_=box, at="A1")
    assert bank.rows("SELECT owner_id FROM code WHERE key = 't1'") == [(a,)]


def test_the_place_of_a_used_up_tube_may_be_taken_and_then_undo_is_refused(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a = stored(bank, "T1")
    done = bank.do(MarkUsedUp((a,)))
    a_tube(bank, "T9", in_=box, at="A1")
    with refused(bank, PositionTaken, position="A1", occupant="T9"):
        bank.undo(done)


def test_a_tube_of_no_known_amount_can_be_used_up(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    key = a_tube(bank, amount=None, unit=None, in_=a_box(bank), at="A1")
    bank.do(MarkUsedUp((key,)))
    assert bank.tube(key).amount is None


def test_a_tube_used_up_on_the_bench_keeps_its_minutes_and_frees_its_place(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a = stored(bank, "T1")
    bank.do(TakeOut((a,)))
    bank.clock.wait(minutes=4)
    there_and_back(bank, MarkUsedUp((a,)))
    assert (bank.tube(a).home, bank.tube(a).out_since) == (None, None)
    assert bank.tube(a).out_ms >= 241_000
    a_tube(bank, in_=box, at="A1")


def test_destruction_needs_a_reason_and_has_no_way_back(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, a = stored(bank, "T1")
    with refused(bank, ReasonMissing, what="mark destroyed"):
        bank.do(MarkDestroyed((a,)))
    done = bank.do(MarkDestroyed((a,), "consent withdrawn"))
    assert (bank.tube(a).status, bank.tube(a).place) == (Status.DESTROYED, None)
    assert done.inverse is None
    with refused(bank, CannotBeTakenBack, kind="mark destroyed", why="irrevocable"):
        bank.do(TakeBack(done.operation_id))
    assert bank.findings() == []


def test_a_missing_tube_keeps_its_place_and_is_found_there(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a = stored(bank, "T1")
    there_and_back(bank, MarkMissing((a,)))
    tube = bank.tube(a)
    assert (tube.status, tube.place, tube.home) == (Status.MISSING, None, Spot(box, 0, 0))
    done = there_and_back(bank, MarkFound((a,), known=Known.SCANNED))
    assert bank.tube(a).status is Status.STORED
    assert bank.told(done)[0]["after"]["known"] == "scanned"


def test_a_tube_that_went_missing_from_the_bench_keeps_the_place_it_came_from(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a = stored(bank, "T1")
    bank.do(TakeOut((a,)))
    there_and_back(bank, MarkMissing((a,)))
    assert (bank.tube(a).home, bank.tube(a).out_since) == (Spot(box, 0, 0), None)


def test_a_tube_that_was_missing_in_a_parcel_has_no_place_to_be_found_in(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a = stored(bank, "T1")
    bank.do(SendAway((box,)))
    bank.do(MarkMissing((a,)))
    assert (bank.tube(a).place, bank.tube(a).home) == (None, None)
    with refused(bank, NoReservedPlace, barcode="T1"):
        bank.do(MarkFound((a,)))
    bank.do(MoveContainer(box, Spot(a_shelf(bank), 0, 0)))
    bank.do(MoveTubes((Move(a, Spot(box, 3, 3)),)))
    assert bank.findings() == []


def test_each_thaw_counts_one(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, a, b = stored(bank, "T1", "T2")
    there_and_back(bank, MarkThawed((a, b)))
    bank.do(MarkThawed((a,), "left on the bench"))
    assert (bank.tube(a).thaws, bank.tube(b).thaws) == (2, 1)


def test_a_void_tube_is_nowhere_and_its_codes_and_holds_are_gone(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a = stored(bank, "T1")
    other = a_tube(bank, "T2", in_=box, at="B2", other_codes=(("BASE", CodeKind.BASE),))
    there_and_back(bank, VoidTubes((a, other), "registered twice"))
    assert bank.rows("SELECT * FROM code WHERE owner_kind = 'specimen'") == []
    assert (bank.tube(a).status, bank.tube(a).place, bank.tube(a).barcode) == (Status.VOID, None, "T1")
    again = a_tube(bank, "T1", in_=box, at="A1")
    assert again != a


def test_a_family_is_voided_together_or_from_the_youngest(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, b, c = a_tube(bank, "A"), a_tube(bank, "B", parent="A"), a_tube(bank, "C", parent="B")
    with refused(bank, HasDescendants, barcode="A", count=1, first="B"):
        bank.do(VoidTubes((a,), "mistake"))
    with refused(bank, HasDescendants, barcode="B", count=1, first="C"):
        bank.do(VoidTubes((a, b), "mistake"))
    bank.do(VoidTubes((c,), "mistake"))
    bank.do(VoidTubes((a, b), "mistake"))
    assert bank.findings() == []


REFUSALS: list[tuple[str, type[Command], type[Problem], dict[str, object]]] = [
    ("expected", MarkUsedUp, StepNotAllowed, {"status": Status.EXPECTED, "wanted": Status.USED_UP}),
    ("expected", MarkDestroyed, StepNotAllowed, {"status": Status.EXPECTED}),
    ("expected", MarkMissing, StepNotAllowed, {"status": Status.EXPECTED}),
    ("stored", MarkFound, NoReservedPlace, {"barcode": "stored"}),
    ("used", MarkDestroyed, StepNotAllowed, {"status": Status.USED_UP}),
    ("used", MarkMissing, StepNotAllowed, {"status": Status.USED_UP}),
    ("used", VoidTubes, StepNotAllowed, {"status": Status.USED_UP, "wanted": Status.VOID}),
    ("used", MarkUsedUp, NothingToDo, {"kind": "mark used up"}),
    ("void", MarkUsedUp, StepNotAllowed, {"status": Status.VOID}),
    ("void", VoidTubes, NothingToDo, {"kind": "void"}),
    ("missing", MarkUsedUp, StepNotAllowed, {"status": Status.MISSING}),
    ("missing", VoidTubes, StepNotAllowed, {"status": Status.MISSING}),
    ("missing", MarkMissing, NothingToDo, {"kind": "mark missing"}),
    ("nobody", MarkThawed, NotThere, {"kind": "specimen", "name": "9999"}),
    ("nobody", MarkUsedUp, NotThere, {"kind": "specimen"}),
]


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bank, dict[str, int]]:
    bank = a_bank(tmp_path_factory.mktemp("bank"))
    names = ("stored", "used", "missing", "void", "good")
    _, *keys = stored(bank, *names)
    things = {**dict(zip(names, keys, strict=True)), "expected": a_tube(bank, "expected")}
    bank.do(MarkUsedUp((things["used"],)))
    bank.do(MarkMissing((things["missing"],)))
    bank.do(VoidTubes((things["void"],), "mistake"))
    return bank, things


@pytest.mark.parametrize(
    ("which", "command", "problem", "facts"), REFUSALS, ids=[f"{r[1].__name__} {r[0]}" for r in REFUSALS]
)
@pytest.mark.parametrize("first", [False, True], ids=["alone", "after a good one"])
def test_what_a_tube_can_not_become(
    busy: tuple[Bank, dict[str, int]],
    first: bool,
    which: str,
    command: type[MarkUsedUp],
    problem: type[Problem],
    facts: dict[str, object],
) -> None:
    bank, things = busy
    well = (things["good"],) if first and problem is not NothingToDo and which != "stored" else ()
    with refused(bank, problem, **facts):
        bank.do(command((*well, things.get(which, 9999)), "because"))


@pytest.mark.parametrize("command", [VoidTubes, MarkDestroyed])
def test_what_can_not_be_mended_easily_wants_a_reason(tmp_path: Path, command: type[VoidTubes]) -> None:
    bank = a_bank(tmp_path)
    _, a = stored(bank, "T1")
    with refused(bank, ReasonMissing, what=command.kind):
        bank.do(command((a,), ""))
