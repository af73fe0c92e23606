"""A scanned position or command never reaches a wrong tube."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from freezerapp.domain.position import Axis, Layout, Position, Scheme, Style
from freezerapp.domain.scan_target import (
    HELD_MS,
    Deed,
    Do,
    Hand,
    InHand,
    Order,
    Target,
    Why,
    cell,
    command,
    is_command,
    looks_like_label,
    ordered,
    other_scanned,
    pointed,
    position_scanned,
    settled,
    split_position,
    tube_scanned,
)

ANNA, BEN = "Anna", "Ben"
TUBE = InHand(7, "MC0000000007", ANNA, 1_000)
OTHER = InHand(8, "MC0000000008", ANNA, 2_000)
D6 = Target(3, Position(3, 5), "D6")
E6 = Target(3, Position(4, 5), "E6")


def test_a_position_takes_the_tube_scanned_last() -> None:
    hand = tube_scanned(tube_scanned(Hand(), TUBE), OTHER)
    assert position_scanned(hand, D6, ANNA, 2_500)[1] == Deed(Do.PLACE, OTHER, D6)


def test_after_half_a_minute_no_tube_is_in_hand() -> None:
    hand = tube_scanned(Hand(), TUBE)
    assert position_scanned(hand, D6, ANNA, 1_000 + HELD_MS)[1].do is Do.PLACE
    assert position_scanned(hand, D6, ANNA, 1_001 + HELD_MS)[1] == Deed(Do.POINT, None, D6, Why.TOO_LATE)
    assert ordered(hand, Order.TAKE_OUT, ANNA, 1_001 + HELD_MS)[1] == Deed(Do.NOTHING, why=Why.TOO_LATE)


def test_a_clock_that_goes_back_gives_no_time() -> None:
    assert position_scanned(tube_scanned(Hand(), TUBE), D6, ANNA, 0)[1].do is Do.POINT


def test_another_operator_has_nothing_in_hand() -> None:
    hand = tube_scanned(Hand(), TUBE)
    assert ordered(hand, Order.PUT_BACK, BEN, 1_500)[1] == Deed(Do.NOTHING, why=Why.OTHER_OPERATOR)


def test_a_position_without_a_tube_only_moves_the_cursor() -> None:
    hand, deed = position_scanned(Hand(), D6, ANNA, 0)
    assert deed == Deed(Do.POINT, None, D6, Why.NO_TUBE)
    assert hand.target == D6


def test_an_unknown_code_takes_the_tube_out_of_the_hand() -> None:
    """Whoever scans A, then a code that nobody knows, holds the second."""
    hand = other_scanned(tube_scanned(Hand(), TUBE))
    assert position_scanned(hand, D6, ANNA, 1_500)[1].do is Do.POINT


def test_a_placed_tube_has_left_the_hand() -> None:
    """The next position must not take it along once more when the next tube was not heard."""
    hand, _ = position_scanned(tube_scanned(Hand(), TUBE), D6, ANNA, 1_500)
    assert position_scanned(hand, E6, ANNA, 1_600)[1] == Deed(Do.POINT, None, E6, Why.BUSY)
    hand = settled(hand, done=True)
    assert position_scanned(hand, E6, ANNA, 1_700)[1] == Deed(Do.POINT, None, E6, Why.NO_TUBE)


def test_a_refused_tube_is_still_in_hand() -> None:
    hand, _ = position_scanned(tube_scanned(Hand(), TUBE), D6, ANNA, 1_500)
    hand = settled(hand, done=False)
    assert position_scanned(hand, E6, ANNA, 1_700)[1] == Deed(Do.PLACE, TUBE, E6)
    assert position_scanned(hand, E6, ANNA, 1_001 + HELD_MS)[1].why is Why.TOO_LATE


def test_a_tube_taken_out_can_be_placed() -> None:
    hand, deed = ordered(tube_scanned(Hand(), TUBE), Order.TAKE_OUT, ANNA, 1_500)
    assert deed == Deed(Do.TAKE_OUT, TUBE)
    assert position_scanned(settled(hand, done=True), D6, ANNA, 1_700)[1] == Deed(Do.PLACE, TUBE, D6)


def test_the_next_tube_is_not_pushed_out_by_the_one_before() -> None:
    hand, _ = position_scanned(tube_scanned(Hand(), TUBE), D6, ANNA, 1_500)
    hand = tube_scanned(hand, OTHER)
    assert position_scanned(hand, E6, ANNA, 2_100)[1].why is Why.BUSY
    for done in (True, False):
        assert position_scanned(settled(hand, done=done), E6, ANNA, 2_200)[1] == Deed(Do.PLACE, OTHER, E6)


def test_confirm_places_where_the_cursor_is() -> None:
    hand = tube_scanned(Hand(), TUBE)
    assert ordered(hand, Order.CONFIRM, ANNA, 1_500)[1].why is Why.NO_TARGET
    assert ordered(pointed(hand, E6), Order.CONFIRM, ANNA, 1_500)[1] == Deed(Do.PLACE, TUBE, E6)


def test_a_cursor_from_before_the_scan_confirms_nothing() -> None:
    hand = tube_scanned(pointed(Hand(), E6), TUBE)
    assert ordered(hand, Order.CONFIRM, ANNA, 1_500)[1].why is Why.NO_TARGET


def test_undo_and_next_box_need_no_tube() -> None:
    assert ordered(Hand(), Order.UNDO, ANNA, 0)[1] == Deed(Do.UNDO)
    assert ordered(Hand(), Order.NEXT_BOX, ANNA, 0)[1] == Deed(Do.NEXT_BOX)


@pytest.mark.parametrize("order", list(Order))
def test_each_command_is_known_by_its_code(order: Order) -> None:
    for text in (order.value, order.value.lower(), "CMD-" + order.value[4:].replace("-", "")):
        assert command(text) is order


def test_other_codes_are_no_commands() -> None:
    assert command("CMD-DESTROY") is None
    assert is_command("cmd-destroy")
    assert command("UNDO") is None
    assert command("MC0000000007") is None


def test_cards_and_codes_of_positions() -> None:
    assert split_position("DNA/0042/D6") == ("DNA/0042", "D6")
    for text in ("DNA-0042", "/D6", "D6/", "DNA/MC0000001"):
        assert split_position(text) is None
    nine = Layout(9, 9)
    padded = Layout(9, 9, Scheme(width=2))
    for layout in (nine, padded):
        for text in ("D6", "d6", "D06", "D-6"):
            assert cell(layout, text) == Position(3, 5)
    assert cell(nine, "J1") is None
    assert looks_like_label("J1")


def test_a_barcode_of_digits_is_no_position() -> None:
    numbers = Layout(9, 9, Scheme(style=Style.NUMBERS))
    assert cell(numbers, "12") == Position(1, 2)
    for text in ("012", "00012", "0000000012"):
        assert cell(numbers, text) is None
    rows_and_columns = Layout(9, 9, Scheme(rows_by=Axis.NUMBERS, separator="-"))
    assert cell(rows_and_columns, "3-7") == Position(2, 6)


class TwoAtTheBench(RuleBasedStateMachine):
    """Whatever is scanned in whatever order: a deed is for the tube scanned last, in time, by who scanned it."""

    def __init__(self) -> None:
        super().__init__()
        self.hand = Hand()
        self.now = 0
        self.operator = ANNA
        self.last: InHand | None = None
        self.placed: set[InHand] = set()

    def judge(self, deed: Deed) -> None:
        if deed.do in (Do.PLACE, Do.PUT_BACK, Do.TAKE_OUT):
            assert deed.tube is not None
            assert deed.tube == self.last
            assert self.now - deed.tube.at_ms <= HELD_MS
            assert deed.tube.operator == self.operator
            assert deed.tube not in self.placed

    @rule(specimen=st.integers(1, 3))
    def scan_tube(self, specimen: int) -> None:
        self.last = InHand(specimen, f"MC{specimen}", self.operator, self.now)
        self.placed.discard(self.last)  # the same tube, scanned again within the same millisecond
        self.hand = tube_scanned(self.hand, self.last)

    @rule()
    def scan_unknown(self) -> None:
        self.last = None
        self.hand = other_scanned(self.hand)

    @rule(at=st.sampled_from([D6, E6]))
    def scan_position(self, at: Target) -> None:
        self.hand, deed = position_scanned(self.hand, at, self.operator, self.now)
        self.judge(deed)

    @rule(order=st.sampled_from(list(Order)))
    def scan_command(self, order: Order) -> None:
        self.hand, deed = ordered(self.hand, order, self.operator, self.now)
        self.judge(deed)

    @rule(at=st.sampled_from([D6, E6, None]))
    def move_cursor(self, at: Target | None) -> None:
        self.hand = pointed(self.hand, at)

    @rule(done=st.booleans())
    def settle(self, done: bool) -> None:
        doing = self.hand.doing
        self.hand = settled(self.hand, done=done)
        if doing is not None and done and doing.do is not Do.TAKE_OUT and doing.tube is not None:
            self.placed.add(doing.tube)

    @rule(ms=st.integers(1, 40_000))
    def wait(self, ms: int) -> None:
        self.now += ms

    @rule(operator=st.sampled_from([ANNA, BEN]))
    def change_places(self, operator: str) -> None:
        self.operator = operator


TestTwoAtTheBench = TwoAtTheBench.TestCase
TestTwoAtTheBench.settings = settings(max_examples=60)
