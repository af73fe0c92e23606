"""What a hand must do after an undo: each thing once, where it is said by the labels on the box."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.hand import Act, Changed, Errand, Holder, Side, errands, read_change
from freezerapp.domain.position import Layout, Position, Scheme, Style
from freezerapp.domain.specimen import Spot

NINE = Layout(9, 9)
RACK = Layout(1, 5, Scheme(style=Style.NUMBERS, prefix="Level "))
HOLDERS = {3: Holder("Rack B", RACK), 1: Holder("DNA-0042", NINE), 2: Holder("PL1-0107", NINE)}


def spot(text: str) -> Spot | None:
    """A place written as "1 D6", or none."""
    if not text:
        return None
    box, label = text.split(" ", 1)
    position = HOLDERS[int(box)].layout.parse(label)
    return Spot(int(box), position.row, position.column)


def tube(number: int, before: str, after: str, became: str | None = None, was: str | None = None) -> Changed:
    return Changed("specimen", number, f"MC{number}", spot(before), spot(after), became, was)


def box(number: int, before: str, after: str, became: str | None = None, was: str | None = None) -> Changed:
    return Changed("container", number, f"BOX{number}", spot(before), spot(after), became, was)


def said(found: Errand) -> tuple[str, tuple[str, ...], str, str]:
    """An errand in short: what, which things, from where, to where."""
    sides = [
        "" if each is None else f"{', '.join(each.labels)} in {each.name}" for each in (found.source, found.target)
    ]
    return found.act.value, found.names, sides[0], sides[1]


def test_undoing_a_taking_out_puts_the_tubes_back() -> None:
    found = errands(
        [tube(2, "", "1 D7", "stored", "on the bench"), tube(1, "", "1 D6", "stored", "on the bench")], HOLDERS
    )
    assert [said(each) for each in found] == [("put back", ("MC1", "MC2"), "", "D6, D7 in DNA-0042")]
    assert found[0].ids == (1, 2)


def test_undoing_a_putting_back_takes_the_tubes_out() -> None:
    found = errands([tube(1, "1 D6", "", "on the bench", "stored")], HOLDERS)
    assert [said(each) for each in found] == [("take out", ("MC1",), "D6 in DNA-0042", "")]


def test_undoing_a_move_says_from_where_to_where_in_pairs() -> None:
    found = errands([tube(1, "2 A1", "1 D7"), tube(2, "2 A2", "1 D6")], HOLDERS)
    assert [said(each) for each in found] == [("move", ("MC2", "MC1"), "A2, A1 in PL1-0107", "D6, D7 in DNA-0042")]


def test_undoing_a_swap_between_boxes_is_two_errands() -> None:
    found = errands([tube(1, "2 A1", "1 D6"), tube(2, "1 D6", "2 A1")], HOLDERS)
    assert [said(each)[1:] for each in found] == [
        (("MC2",), "D6 in DNA-0042", "A1 in PL1-0107"),
        (("MC1",), "A1 in PL1-0107", "D6 in DNA-0042"),
    ]


def test_a_tube_that_has_no_place_any_more_is_set_aside() -> None:
    for became in ("used up", "void", "expected", "destroyed"):
        found = errands([tube(1, "1 D6", "", became, "stored")], HOLDERS)
        assert [each.act for each in found] == [Act.SET_ASIDE]


def test_a_tube_found_missing_again_asks_nothing_of_the_hand_and_one_no_longer_missing_is_looked_for() -> None:
    assert errands([tube(1, "1 D6", "", "missing", "stored")], HOLDERS) == ()
    found = errands([tube(1, "", "1 D6", "stored", "missing")], HOLDERS)
    assert [each.act for each in found] == [Act.LOOK]


def test_what_only_changed_otherwise_asks_nothing_of_the_hand() -> None:
    assert errands([tube(1, "", "", "used up", "on the bench"), tube(2, "1 D6", "1 D6")], HOLDERS) == ()


def test_a_rack_goes_with_everything_in_it() -> None:
    found = errands([box(1, "3 Level 2", "3 Level 4")], HOLDERS)
    assert [said(each) for each in found] == [("move", ("BOX1",), "Level 2 in Rack B", "Level 4 in Rack B")]
    assert found[0].kind == "container"


def test_of_a_box_that_is_taken_back_with_its_tubes_only_the_box_is_set_aside() -> None:
    changes = [box(1, "3 Level 2", "", "void", "in place"), tube(5, "1 A1", "", "void", "stored")]
    assert [said(each) for each in errands(changes, HOLDERS)] == [("set aside", ("BOX1",), "Level 2 in Rack B", "")]
    back = [box(1, "", "3 Level 2", "in place", "void"), tube(5, "", "1 A1", "stored", "void")]
    assert [said(each) for each in errands(back, HOLDERS)] == [("put back", ("BOX1",), "", "Level 2 in Rack B")]


def test_a_tube_leaves_a_box_that_is_taken_back_for_one_that_stays() -> None:
    changes = [box(1, "3 Level 2", "", "void", "in place"), tube(5, "1 A1", "2 B2")]
    assert ("move", ("MC5",), "A1 in DNA-0042", "B2 in PL1-0107") in map(said, errands(changes, HOLDERS))


def test_nobody_is_sent_to_a_container_that_is_no_longer_known() -> None:
    nowhere = Spot(99, 0, 0)
    tube_back = Changed("specimen", 5, "MC5", nowhere, spot("1 D6"))
    assert [said(each) for each in errands([tube_back], HOLDERS)] == [("put back", ("MC5",), "", "D6 in DNA-0042")]
    assert errands([Changed("specimen", 5, "MC5", nowhere, None, "void", "stored")], HOLDERS) == ()


def test_what_is_taken_out_comes_before_what_goes_back() -> None:
    changes = [
        tube(1, "", "1 A1", "stored", "on the bench"),
        tube(2, "1 B1", "1 B2"),
        tube(3, "1 A1", "", "on the bench", "stored"),
        tube(4, "2 A1", "", "on the bench", "stored"),
        tube(5, "1 C1", "", "void", "stored"),
    ]
    found = errands(changes, HOLDERS)
    assert [(each.act.value, each.names) for each in found] == [
        ("set aside", ("MC5",)),
        ("take out", ("MC3",)),
        ("take out", ("MC4",)),
        ("move", ("MC2",)),
        ("put back", ("MC1",)),
    ]


def test_neighbours_are_told_as_from_and_to() -> None:
    labels = ["D6", "D7", "D8", "E1", "F9", "G1"]
    changes = [tube(n, "", f"1 {label}", "stored", "used up") for n, label in enumerate(labels)]
    side = errands(changes, HOLDERS)[0].target
    assert side == Side(1, "DNA-0042", ("D6", "D7", "D8", "E1", "F9", "G1"), (("D6", "D8"), ("E1", "E1"), ("F9", "G1")))


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            {"place": [1, 3, 5], "known": "scanned"},
            {"place": [2, 0, 0], "known": "declared"},
            ("1 D6", "2 A1", None, None),
        ),
        (None, {"status": "stored", "place": [1, 0, 0]}, ("", "1 A1", "stored", None)),
        (
            {"place": [1, 0, 0], "status": "stored"},
            {"place": None, "status": "on the bench"},
            ("1 A1", "", "on the bench", "stored"),
        ),
        ({"status": "on the bench"}, {"status": "used up"}, ("", "", "used up", "on the bench")),
    ],
)
def test_an_event_is_read_for_what_it_says_of_a_place(
    before: Mapping[str, Any] | None, after: Mapping[str, Any], expected: tuple[str, str, str | None, str | None]
) -> None:
    assert read_change("specimen", 1, "MC1", before, after) == tube(1, *expected)


def test_an_event_about_something_else_moves_nothing() -> None:
    assert read_change("specimen", 1, "MC1", {"amount": 5}, {"amount": 4}) is None
    assert read_change("specimen", 1, "MC1", {"known": "scanned"}, {"known": "declared"}) is None
    assert read_change("participant", 1, "MC-FR01-001", None, {"code": "MC-FR01-001"}) is None


cells = st.none() | st.builds(Spot, st.sampled_from([1, 2]), st.integers(0, 8), st.integers(0, 8))
words = st.sampled_from(["stored", "on the bench", "used up", "void", "expected"])


moves_of_tubes = st.lists(
    st.tuples(cells, cells, words, words),
    max_size=40,
    unique_by=(lambda move: move[0] or object(), lambda move: move[1] or object()),
)


@given(moves_of_tubes)
def test_every_tube_that_moves_is_named_once_with_the_label_of_its_position(
    moves: list[tuple[Spot | None, Spot | None, str, str]],
) -> None:
    changes = [
        Changed("specimen", number, f"MC{number}", before, after, became, was)
        for number, (before, after, became, was) in enumerate(moves)
    ]
    found = errands(changes, HOLDERS)
    named = [number for each in found for number in each.ids]
    assert sorted(named) == [each.id for each in changes if each.before != each.after]
    for each in found:
        for side, end in ((each.source, 3), (each.target, 4)):
            if side is not None:
                for number, label in zip(each.ids, side.labels, strict=True):
                    there = changes[number][end]
                    assert side.container == there.container
                    assert label == NINE.label(Position(there.row, there.column))
                ranks = {NINE.label(cell): rank for rank, cell in enumerate(NINE.in_label_order())}
                within = [rank for first, last in side.runs for rank in range(ranks[first], ranks[last] + 1)]
                assert within == sorted({ranks[label] for label in side.labels})
