"""Filling a box by scanning: each tube to the next free position, nothing moved unasked, each scan taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.box import Box, Tube
from freezerapp.domain.filling import (
    AlreadyHere,
    Elsewhere,
    FillSession,
    Full,
    NotStorable,
    Place,
    Scanned,
    Shared,
    TakenBack,
    Unknown,
    start_filling,
)
from freezerapp.domain.position import FillOrder, Layout, NoSuchPosition, Position
from freezerapp.domain.problems import NothingToDo, PositionTaken
from freezerapp.domain.specimen import Kind, Spot, Status

THREE = Layout(3, 3)
ELSEWHERE = Spot(7, 0, 0)


def a_box(tubes: str = "", kept: str = "", layout: Layout = THREE) -> Box:
    return Box(
        1,
        "DNA-0042",
        layout,
        {layout.parse(label): Tube(100 + n) for n, label in enumerate(tubes.split())},
        {layout.parse(label): Tube(200 + n) for n, label in enumerate(kept.split())},
    )


def bench(number: int) -> Scanned:
    return Scanned(Tube(number, f"MC{number}"), Status.ON_THE_BENCH)


def target(session: FillSession) -> str | None:
    return session.target and session.box.layout.label(session.target)


def test_tube_after_tube_goes_to_the_next_free_position() -> None:
    session = start_filling(a_box("A2"))
    seen = []
    for number in range(1, 4):
        before = target(session)
        session, answer = session.scan("…", bench(number))
        assert isinstance(answer, Place)
        assert session.last == answer
        seen.append((before, THREE.label(answer.at), answer.next and THREE.label(answer.next)))
    assert seen == [("A1", "A1", "A3"), ("A3", "A3", "B1"), ("B1", "B1", "B2")]


def test_filling_begins_where_it_is_told_and_goes_on_where_it_is_told() -> None:
    session = start_filling(a_box("B1"), Position(1, 1))
    assert target(session) == "B2"
    assert target(session.skip()) == "B3"
    assert target(session.go_to(Position(2, 2)).skip()) == "C3"
    with pytest.raises(PositionTaken):
        session.go_to(Position(1, 0))
    with pytest.raises(NoSuchPosition):
        session.go_to(Position(3, 0))


def test_a_tube_of_this_box_is_shown_and_not_moved() -> None:
    session = start_filling(a_box("C3"))
    after, answer = session.scan("…", Scanned(Tube(100), Status.STORED, Spot(1, 2, 2)))
    assert answer == AlreadyHere(Tube(100), Position(2, 2), False)
    assert after == session


def test_a_tube_scanned_twice_stays_where_it_was_put_even_before_the_bank_knows() -> None:
    session, placed = start_filling(a_box()).scan("…", bench(1))
    after, answer = session.scan("…", bench(1))
    assert answer == AlreadyHere(Tube(1, "MC1"), Position(0, 0), True)
    assert after.done == (placed,)


def test_a_tube_that_stands_elsewhere_is_moved_only_when_that_is_confirmed() -> None:
    session = start_filling(a_box())
    tube = Scanned(Tube(1), Status.STORED, ELSEWHERE)
    asked, answer = session.scan("…", tube)
    assert answer == Elsewhere(Tube(1), ELSEWHERE, Position(0, 0))
    assert (asked.target, asked.box) == (session.target, session.box)
    placed, answer = asked.confirm()
    assert isinstance(answer, Place)
    assert (answer.at, answer.came_from) == (Position(0, 0), ELSEWHERE)
    with pytest.raises(NothingToDo):
        placed.confirm()


def test_another_scan_gives_up_what_was_asked() -> None:
    asked = start_filling(a_box()).scan("…", Scanned(Tube(1), Status.STORED, ELSEWHERE)).session
    after, answer = asked.scan("…", bench(2))
    assert isinstance(answer, Place)
    assert answer.tube.id == 2
    with pytest.raises(NothingToDo):
        after.confirm()


def test_tubes_are_moved_without_asking_where_that_was_chosen() -> None:
    session = start_filling(a_box(), moving=True)
    answer = session.scan("…", Scanned(Tube(1), Status.STORED, ELSEWHERE)).answer
    assert isinstance(answer, Place)
    assert answer.came_from == ELSEWHERE


def test_an_unknown_code_is_offered_for_registration_with_what_the_batch_shares() -> None:
    shared = Shared("DNA", participant="MC-FR01-001", visit="V01")
    session = start_filling(a_box(), shared=shared)
    after, answer = session.scan("MC9", None, ("MC0",))
    assert answer == Unknown("MC9", Position(0, 0), shared, ("MC0",))
    assert after == session
    after, placed = after.registered(Tube(9, "MC9"))
    assert isinstance(placed, Place)
    assert placed.at == Position(0, 0)
    assert target(after) == "A2"


def test_a_full_box_takes_nothing_and_says_what_is_free_before() -> None:
    session = start_filling(a_box("C2", kept="B1"), Position(2, 2))
    session = session.scan("…", bench(1)).session
    assert session.target is None
    for found in (bench(2), None):
        after, answer = session.scan("MC2", found)
        assert answer == Full("MC2", 6)  # A1, A2, A3, B2, B3, C1
        assert after == session
    with pytest.raises(NothingToDo):
        session.registered(Tube(3))


@pytest.mark.parametrize("status", [Status.USED_UP, Status.DESTROYED, Status.VOID])
def test_what_is_gone_takes_no_place(status: Status) -> None:
    session = start_filling(a_box())
    assert session.scan("…", Scanned(Tube(1), status)).answer == NotStorable(Tube(1), status, Kind.TUBE)


def test_a_source_takes_no_place() -> None:
    found = Scanned(Tube(1), Status.EXPECTED, kind=Kind.SOURCE)
    assert isinstance(start_filling(a_box()).scan("…", found).answer, NotStorable)


@pytest.mark.parametrize("status", [Status.MISSING, Status.EXPECTED, Status.ON_THE_BENCH])
def test_what_is_at_hand_is_placed_and_frees_the_place_kept_for_it(status: Status) -> None:
    box = a_box(kept="C1")
    found = Scanned(Tube(200), status, None, Spot(1, 2, 0))
    session, answer = start_filling(box).scan("…", found)
    assert isinstance(answer, Place)
    assert answer.freed == Spot(1, 2, 0)
    assert session.box.free(Position(2, 0))


def test_the_last_scan_is_taken_back_and_its_position_is_next_again() -> None:
    start = start_filling(a_box(kept="A1"), shared=Shared("DNA"))
    one = start.scan("…", bench(1)).session.recorded(41)
    two = one.scan("…", Scanned(Tube(200), Status.MISSING, None, Spot(1, 0, 0))).session.recorded(42)
    back, answer = two.undo()
    assert isinstance(answer, TakenBack)
    assert answer.placed.operation == 42
    assert back == one
    back, answer = back.undo()
    assert isinstance(answer, TakenBack)
    assert answer.placed.operation == 41
    assert back == start
    with pytest.raises(NothingToDo):
        back.undo()


def test_what_others_do_to_the_box_meanwhile_is_seen() -> None:
    session = start_filling(a_box()).scan("…", bench(1)).session.recorded(1).scan("…", bench(2)).session.recorded(2)
    assert target(session) == "A3"
    mine = {Position(0, 0): Tube(1), Position(0, 1): Tube(2)}
    taken = session.seen(Box(1, "DNA-0042", THREE, {**mine, Position(0, 2): Tube(55)}))
    assert target(taken) == "B1"
    assert [placed.tube.id for placed in taken.done] == [1, 2]
    lost = session.seen(Box(1, "DNA-0042", THREE, {Position(0, 0): Tube(1)}))
    assert [placed.tube.id for placed in lost.done] == [1]


def test_a_placing_on_its_way_to_the_bank_is_not_forgotten_when_the_box_is_read_anew() -> None:
    session = start_filling(a_box()).scan("…", bench(1)).session.recorded(1).scan("…", bench(2)).session
    seen = session.seen(Box(1, "DNA-0042", THREE, {Position(0, 0): Tube(1, "MC1")}))
    assert [placed.tube.id for placed in seen.done] == [1, 2]
    assert isinstance(seen.scan("…", bench(2)).answer, AlreadyHere)
    assert target(seen) == "A3"


def test_a_box_that_became_free_again_can_be_filled_on() -> None:
    full = start_filling(a_box("A1 A2 A3 B1 B2 B3 C1 C2"), Position(2, 2)).scan("…", bench(1)).session.recorded(1)
    emptied = full.seen(a_box("A1"))
    assert target(emptied) == "A2"


@given(
    st.sampled_from(FillOrder),
    st.lists(st.tuples(st.sampled_from(["scan", "scan", "unknown", "undo", "skip"]), st.integers(1, 12)), max_size=40),
)
def test_whatever_is_scanned_each_tube_stands_once_and_the_last_undo_leads_back_to_the_start(
    order: FillOrder, gestures: list[tuple[str, int]]
) -> None:
    layout = Layout(3, 4, fill=order)
    start = session = start_filling(a_box("B2", kept="C1", layout=layout))
    for what, number in gestures:
        if what == "undo":
            session = session.undo().session if session.done else session
        elif what == "skip":
            session = session.skip()
        else:
            before = session.target
            session, answer = session.scan(f"MC{number}", bench(number) if what == "scan" else None)
            if isinstance(answer, Unknown) and number % 2:
                session, answer = session.registered(Tube(100 + number + len(session.done) * 20))
            if isinstance(answer, Place):
                assert answer.at == before
                assert session.box.tubes[answer.at] == answer.tube
        standing = [tube.id for tube in session.box.tubes.values()]
        assert len(set(standing)) == len(standing)
        assert set(session.box.tubes) == set(start.box.tubes) | {placed.at for placed in session.done}
        assert session.target is None or session.box.free(session.target)
    while session.done:
        session = session.undo().session
    assert session.box == start.box
