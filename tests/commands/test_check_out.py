"""Tubes taken out to the bench and put back."""

from pathlib import Path

import pytest

from freezerapp.commands.arrange import RetireContainer, SendAway
from freezerapp.commands.check_out import NoReservedPlace, PutBack, TakeOut
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.mark import MarkMissing, MarkUsedUp, VoidTubes
from freezerapp.commands.move import Move, PlaceTubes
from freezerapp.domain.problems import NothingToDo, NotStanding, NotThere, ReasonMissing
from freezerapp.domain.specimen import Held, Hold, HoldKind, Known, Spot, Status, StepNotAllowed
from freezerapp.domain.standing import NotEmpty
from freezerapp.domain.temperature import Temperature, WrongTemperature
from tests.build import Bank, a_bank, a_box, a_shelf, a_tube, refused, spot_of, there_and_back


def two(bank: Bank) -> tuple[int, int, int]:
    box = a_box(bank, name="BOX")
    return box, a_tube(bank, "T1", in_=box, at="A1"), a_tube(bank, "T2", in_=box, at="B2")


def test_a_tube_taken_out_keeps_its_place_and_its_clock_runs(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a, b = two(bank)
    done = bank.do(TakeOut((a, b), Known.SCANNED))
    for key, home in ((a, Spot(box, 0, 0)), (b, Spot(box, 1, 1))):
        tube = bank.tube(key)
        assert (tube.status, tube.place, tube.known, tube.home) == (Status.ON_THE_BENCH, None, None, home)
        assert tube.out_since == bank.clock.moment
    told = bank.told(done)[0]
    assert told["before"] == {
        "status": "stored",
        "out_since": None,
        "place": [box, 0, 0],
        "known": "scanned",
        "home": None,
    }
    assert told["known"] == "scanned"
    assert (done.change.specimens, done.change.containers) == (frozenset({a, b}), frozenset({box}))


def test_taking_out_can_be_undone_and_redone(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, a, b = two(bank)
    there_and_back(bank, TakeOut((a, b)))
    there_and_back(bank, TakeOut((a_tube(bank),)))


def test_a_tube_taken_out_twice_keeps_the_time_of_the_first(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, a, b = two(bank)
    bank.do(TakeOut((a,)))
    since = bank.tube(a).out_since
    bank.clock.wait(minutes=10)
    with refused(bank, NothingToDo, kind="take out"):
        bank.do(TakeOut((a,)))
    bank.do(TakeOut((a, b)))
    assert bank.tube(a).out_since == since


def test_a_tube_put_back_stands_in_its_place_and_its_minutes_are_kept(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a, _ = two(bank)
    for minutes in (5, 2):
        bank.do(TakeOut((a,)))
        bank.clock.wait(minutes)
        done = bank.do(PutBack((a,), Known.SCANNED, thawed=(a,) if minutes > 3 else ()))
    tube = bank.tube(a)
    assert (tube.status, tube.place, tube.home) == (Status.STORED, Spot(box, 0, 0), None)
    assert (tube.out_since, tube.out_ms, tube.thaws) == (None, 422_000, 1)
    assert bank.told(done)[0]["after"]["place"] == [box, 0, 0]


def test_putting_back_can_be_undone_and_redone(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, a, b = two(bank)
    bank.do(TakeOut((a, b)))
    bank.clock.wait(minutes=3)
    there_and_back(bank, PutBack((a, b), thawed=(a, b)))


def test_a_missing_tube_is_put_back_into_the_place_kept_for_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a, _ = two(bank)
    bank.do(MarkMissing((a,)))
    bank.do(PutBack((a,)))
    assert (bank.tube(a).status, bank.tube(a).place) == (Status.STORED, Spot(box, 0, 0))


def test_a_tube_that_was_overruled_into_its_box_is_overruled_again_when_it_goes_back(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, temperature=Temperature.FREEZER)
    box = a_box(bank, in_=shelf)
    tube = a_tube(bank)
    bank.do(PlaceTubes((Move(tube, Spot(box, 0, 0)),), overrule=True, reason="no other room"))
    bank.do(TakeOut((tube,)))
    with refused(bank, WrongTemperature, found=Temperature.FREEZER):
        bank.do(PutBack((tube,)))
    with refused(bank, ReasonMissing, what="overrule"):
        bank.do(PutBack((tube,), overrule=True))
    bank.do(PutBack((tube,), overrule=True, reason="still no other room"))
    assert bank.tube(tube).place == Spot(box, 0, 0)


def test_consent_keeps_a_tube_in_unless_there_is_a_reason(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, a, b = two(bank)
    bank.do(PlaceHold((a,), HoldKind.CONSENT, "withdrawn"))
    with refused(bank, Held, barcode="T1", holds=(Hold(HoldKind.CONSENT, "withdrawn"),)):
        bank.do(TakeOut((b, a)))
    bank.do(TakeOut((b, a), reason="to be destroyed"))
    assert bank.tube(a).status is Status.ON_THE_BENCH


def test_another_hold_lets_a_tube_be_looked_at(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    _, a, _ = two(bank)
    bank.do(PlaceHold((a,), HoldKind.QUARANTINE, "leaking"))
    bank.do(TakeOut((a,)))
    assert bank.tube(a).status is Status.ON_THE_BENCH


@pytest.mark.parametrize("good_one_first", [False, True])
def test_what_can_not_be_taken_out_or_put_back(tmp_path: Path, good_one_first: bool) -> None:
    bank = a_bank(tmp_path)
    box, stored, out = two(bank)
    expected, used, void = (a_tube(bank, name) for name in ("expected", "used", "void"))
    bank.do(PlaceTubes((Move(used, spot_of(bank, box, "I9")),)))
    bank.do(MarkUsedUp((used,)))
    bank.do(VoidTubes((void,), "mistake"))
    bank.do(TakeOut((out, expected)))
    well = (stored,) if good_one_first else ()
    for key, status in ((used, Status.USED_UP), (void, Status.VOID)):
        with refused(bank, StepNotAllowed, status=status, wanted=Status.ON_THE_BENCH):
            bank.do(TakeOut((*well, key)))
    with refused(bank, NotThere, kind="specimen", name="77"):
        bank.do(TakeOut((*well, 77)))
    well = (out,) if good_one_first else ()
    for key, name in ((stored, "T1"), (expected, "expected"), (used, "used"), (void, "void")):
        with refused(bank, NoReservedPlace, barcode=name):
            bank.do(PutBack((*well, key)))
    with refused(bank, NotThere, kind="specimen", name="77"):
        bank.do(PutBack((*well, 77)))


def test_nothing_goes_back_into_a_box_that_left(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a, _ = two(bank)
    bank.do(TakeOut((a,)))
    bank.do(SendAway((box,)))
    with refused(bank, NotStanding, container="BOX", status="away"):
        bank.do(PutBack((a,)))


def test_a_box_is_not_retired_while_a_tube_on_the_bench_belongs_in_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, a, b = two(bank)
    bank.do(TakeOut((a, b)))
    with refused(bank, NotEmpty, name="BOX", things=2):
        bank.do(RetireContainer(box, "broken"))
