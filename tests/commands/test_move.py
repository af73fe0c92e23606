"""Tubes moved and set down."""

from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.arrange import BlockPositions, SendAway, TakeOutContainer
from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.mark import MarkDestroyed, MarkUsedUp, VoidTubes
from freezerapp.commands.move import Move, MoveTubes, PlaceTubes
from freezerapp.domain.container import NotForTubes, WrongMaterial
from freezerapp.domain.position import NoSuchPosition
from freezerapp.domain.problems import (
    ChangedSince,
    NothingToDo,
    NotStanding,
    NotThere,
    PositionTaken,
    Problem,
    ReasonMissing,
)
from freezerapp.domain.specimen import Known, Spot, Status, StepNotAllowed
from freezerapp.domain.standing import CellUse
from freezerapp.domain.temperature import Temperature, WrongTemperature
from tests.build import (
    Bank,
    a_bank,
    a_box,
    a_shelf,
    a_tube,
    an_operator,
    refused,
    spot_of,
    there_and_back,
)


def moved(bank: Bank, *moves: tuple[int, int, str], **more: Any) -> MoveTubes:
    return MoveTubes(tuple(Move(tube, spot_of(bank, box, at)) for tube, box, at in moves), **more)


def test_a_tube_stands_where_it_was_moved_to(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box, other = a_box(bank), a_box(bank)
    tube = a_tube(bank, in_=box, at="A1")
    bank.do(moved(bank, (tube, other, "C4"), known=Known.SCANNED))
    assert (bank.tube(tube).place, bank.tube(tube).known) == (Spot(other, 2, 3), Known.SCANNED)
    assert bank.rows("SELECT container_id FROM place") == [(other,)]


def test_a_move_can_be_undone_and_redone_and_its_places_are_then_only_declared(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tube = a_tube(bank, in_=box, at="A1", known=Known.SCANNED)
    done = bank.do(moved(bank, (tube, box, "B2"), known=Known.SCANNED))
    undone = bank.undo(done)
    assert (bank.tube(tube).place, bank.tube(tube).known) == (Spot(box, 0, 0), Known.DECLARED)
    bank.undo(undone)
    assert (bank.tube(tube).place, bank.tube(tube).known) == (Spot(box, 1, 1), Known.DECLARED)
    there_and_back(bank, moved(bank, (tube, box, "C3")))


def test_two_tubes_swap_and_three_turn_round(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    a, b, c = (a_tube(bank, in_=box, at=at) for at in ("A1", "A2", "A3"))
    there_and_back(bank, moved(bank, (a, box, "A2"), (b, box, "A1")))
    there_and_back(bank, moved(bank, (a, box, "A3"), (b, box, "A2"), (c, box, "A1")))
    assert [bank.tube(key).place for key in (c, b, a)] == [Spot(box, 0, n) for n in range(3)]


def test_history_tells_the_move_of_each_tube_before_and_after(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    a, b = (a_tube(bank, in_=box, at=at, known=Known.DECLARED) for at in ("A1", "A2"))
    done = bank.do(moved(bank, (a, box, "B1"), (b, box, "B2"), known=Known.RACK_SCAN, reason="tidy"))
    told = bank.told(done)
    assert [event["subject"] for event in told] == [["specimen", a], ["specimen", b]]
    assert told[0]["before"] == {"known": "declared", "place": [box, 0, 0]}
    assert told[0]["after"] == {"known": "rack scan", "place": [box, 1, 0]}
    assert (told[0]["known"], told[0]["kind"], told[0]["reason"]) == ("rack scan", "move", "tidy")
    assert (done.change.specimens, done.change.containers) == (frozenset({a, b}), frozenset({box}))
    undone = bank.undo(done)
    assert bank.told(undone)[0]["undoes"] == done.uuid
    assert (bank.told(undone)[0]["kind"], bank.told(undone)[0]["known"]) == ("undo", "declared")


def test_a_confirmed_place_is_recorded_though_the_tube_stays(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tube = a_tube(bank, in_=box, at="A1", known=Known.DECLARED)
    bank.do(moved(bank, (tube, box, "A1"), known=Known.SCANNED))
    assert bank.tube(tube).known is Known.SCANNED
    assert bank.findings() == []
    with refused(bank, NothingToDo, kind="move"):
        bank.do(moved(bank, (tube, box, "A1"), known=Known.SCANNED))


def test_setting_a_tube_down_stops_its_clock_and_frees_the_place_kept_for_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tube = a_tube(bank, in_=box, at="A1")
    bank.do(TakeOut((tube,)))
    bank.clock.wait(minutes=5)
    done = bank.do(PlaceTubes((Move(tube, Spot(box, 4, 4)),), Known.SCANNED))
    after = bank.tube(tube)
    assert (after.status, after.place, after.home) == (Status.STORED, Spot(box, 4, 4), None)
    assert (after.out_since, after.out_ms) == (None, 301_000)
    assert bank.told(done)[0]["kind"] == "place"
    bank.do(moved(bank, (a_tube(bank), box, "A1")))


def test_setting_down_can_be_undone_and_redone(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tube = a_tube(bank, in_=box, at="A1")
    bank.do(TakeOut((tube,)))
    there_and_back(bank, PlaceTubes((Move(tube, Spot(box, 4, 4)), Move(a_tube(bank), Spot(box, 5, 5)))))


def test_an_expected_tube_is_stored_from_the_day_it_is_set_down(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tube = a_tube(bank)
    bank.do(PlaceTubes((Move(tube, Spot(box, 0, 0)),), done_at="2024-02-28T08:00"))
    assert bank.tube(tube).stored_on == "2024-02-28"
    bank.do(moved(bank, (tube, box, "A2")))
    assert bank.tube(tube).stored_on == "2024-02-28"


def test_a_place_kept_for_another_tube_is_refused_and_so_is_a_blocked_one(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="B")
    out, tube = a_tube(bank, "OUT", in_=box, at="A1"), a_tube(bank)
    bank.do(TakeOut((out,)))
    bank.do(BlockPositions(box, ((1, 1),)))
    bank.do(BlockPositions(box, ((2, 2),), CellUse.RESERVED))
    for at, occupant, use in (("A1", "OUT", "home"), ("B2", "", "blocked"), ("C3", "", "reserved")):
        with refused(bank, PositionTaken, container="B", position=at, occupant=occupant, use=use):
            bank.do(moved(bank, (tube, box, at)))
    bank.do(moved(bank, (out, box, "A1")))


def test_a_stale_picture_is_refused_with_who_changed_it_and_when(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    ben = an_operator(bank, "Ben")
    box = a_box(bank)
    tube = a_tube(bank, "T1", in_=box, at="A1")
    seen = Spot(box, 0, 0)
    bank.do(moved(bank, (tube, box, "B1")), ben)
    when = bank.clock.moment
    bank.clock.wait(minutes=3)
    with refused(bank, ChangedSince, thing="T1", kind="move", operator="Ben", recorded_at=when):
        bank.do(MoveTubes((Move(tube, Spot(box, 5, 5), seen),)))
    bank.do(MoveTubes((Move(tube, Spot(box, 5, 5), Spot(box, 1, 0)),)))


def test_a_tube_seen_out_of_its_place_is_set_down_from_there(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    tube = a_tube(bank, in_=box, at="A1")
    bank.do(TakeOut((tube,)))
    bank.do(PlaceTubes((Move(tube, Spot(box, 1, 1), seen=Spot(box, 0, 0)),)))
    assert bank.tube(tube).place == Spot(box, 1, 1)


def test_the_wrong_temperature_is_refused_or_overruled_with_a_reason(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, temperature=Temperature.FREEZER)
    cold, warm = a_box(bank), a_box(bank, in_=a_shelf(bank, in_=shelf))
    tube = a_tube(bank, in_=cold, at="A1")
    with refused(bank, WrongTemperature, material="DNA", wanted=Temperature.DEEP, found=Temperature.FREEZER):
        bank.do(moved(bank, (tube, warm, "A1")))
    with refused(bank, ReasonMissing, what="overrule"):
        bank.do(moved(bank, (tube, warm, "A1"), overrule=True))
    done = bank.do(moved(bank, (tube, warm, "A1"), overrule=True, reason="freezer failed"))
    assert bank.told(done)[0]["reason"] == "freezer failed"
    bank.do(moved(bank, (a_tube(bank, material="ZZZ"), warm, "A2")))


@pytest.fixture(scope="module")
def busy(tmp_path_factory: pytest.TempPathFactory) -> tuple[Bank, dict[str, int]]:
    bank = a_bank(tmp_path_factory.mktemp("bank"))
    box, away = a_box(bank, 3, name="BOX"), a_box(bank, 3, name="AWAY")
    things = {
        "box": box,
        "away": away,
        "shelf": a_shelf(bank, name="SHELF"),
        "csf": a_box(bank, 2, name="CSF", materials=("CSF",)),
        **{name: a_tube(bank, name, in_=box, at=at) for name, at in (("t1", "A1"), ("t2", "A2"), ("t3", "B1"))},
        **{name: a_tube(bank, name) for name in ("used", "destroyed", "void", "shipped")},
    }
    bank.do(moved(bank, (things["used"], box, "C1"), (things["destroyed"], box, "C2")))
    bank.do(moved(bank, (things["shipped"], away, "A1")))
    bank.do(MarkUsedUp((things["used"],)))
    bank.do(MarkDestroyed((things["destroyed"],), "thawed"))
    bank.do(VoidTubes((things["void"],), "mistake"))
    bank.do(SendAway((away,)))
    return bank, things


REFUSALS: list[tuple[str, tuple[tuple[str, str, int, int], ...], type[Problem], dict[str, object]]] = [
    (
        "taken",
        (("t1", "box", 0, 1),),
        PositionTaken,
        {"container": "BOX", "position": "A2", "occupant": "t2", "use": "here"},
    ),
    ("both to one position", (("t1", "box", 2, 2), ("t2", "box", 2, 2)), PositionTaken, {"occupant": "t1"}),
    ("outside", (("t1", "box", 0, 3),), NoSuchPosition, {"text": "1, 4", "first": "A1", "last": "C3"}),
    ("below zero", (("t1", "box", 0, -1),), NoSuchPosition, {}),
    ("onto a shelf", (("t1", "shelf", 0, 0),), NotForTubes, {"container": "SHELF", "kind": "shelf"}),
    ("wrong material", (("t1", "csf", 0, 0),), WrongMaterial, {"material": "DNA", "accepted": ("CSF",)}),
    ("into a box that is away", (("t1", "away", 0, 1),), NotStanding, {"status": "away"}),
    ("where it is shipped in", (("shipped", "away", 0, 0),), NotStanding, {"container": "AWAY", "status": "away"}),
    ("unknown tube", (("nobody", "box", 2, 2),), NotThere, {"kind": "specimen", "name": "9999"}),
    ("unknown box", (("t1", "nobody", 0, 0),), NotThere, {"kind": "container", "name": "9999"}),
    (
        "used up",
        (("used", "box", 2, 2),),
        StepNotAllowed,
        {"barcode": "used", "status": Status.USED_UP, "wanted": Status.STORED},
    ),
    ("destroyed", (("destroyed", "box", 2, 2),), StepNotAllowed, {"status": Status.DESTROYED}),
    ("void", (("void", "box", 2, 2),), StepNotAllowed, {"status": Status.VOID}),
    ("where it stands", (("t1", "box", 0, 0),), NothingToDo, {"kind": "move"}),
    ("nothing", (), NothingToDo, {"kind": "move"}),
]


@pytest.mark.parametrize(("moves", "problem", "facts"), [row[1:] for row in REFUSALS], ids=[r[0] for r in REFUSALS])
@pytest.mark.parametrize("first", [False, True], ids=["alone", "after a good one"])
def test_one_bad_move_and_nothing_moves(
    busy: tuple[Bank, dict[str, int]],
    first: bool,
    moves: tuple[tuple[str, str, int, int], ...],
    problem: type[Problem],
    facts: dict[str, object],
) -> None:
    bank, things = busy
    listed = [
        Move(things.get(tube, 9999), Spot(things.get(box, 9999), row, column)) for tube, box, row, column in moves
    ]
    if first and problem is not NothingToDo:
        listed.insert(0, Move(things["t3"], Spot(things["box"], 1, 2)))
    with refused(bank, problem, **facts):
        bank.do(MoveTubes(tuple(listed), known=Known.SCANNED))


def test_a_box_on_the_bench_takes_tubes(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, in_=a_shelf(bank))
    bank.do(TakeOutContainer(box))
    bank.do(moved(bank, (a_tube(bank), box, "A1")))
    assert bank.findings() == []
