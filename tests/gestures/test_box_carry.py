"""Tubes moved in a box by keys alone: picked up, aimed, set down, refused and given up."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.domain.box import Mode
from freezerapp.ui.widgets.box_carried import Carried
from freezerapp.ui.widgets.box_view import BoxView
from tests.painted_box import (
    BANK,
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    SQUARE,
    Dragged,
    Keys,
    a_box,
    click,
    drag_in,
    drag_out,
    has_colour,
    heard,
    hold_and_move,
    lifted,
    middle,
    part,
    press,
    seen,
)


def test_space_arrows_and_enter_move_a_group(view: BoxView, qtbot: QtBot) -> None:
    drops = heard(view)
    told: list[object] = []
    view.picked_up.connect(told.append)
    view.carry_ended.connect(lambda: told.append("ended"))
    view.set_cursor(0, 0)
    press(view, Keys.Key_Right, SHIFT)
    press(view, Keys.Key_Down, SHIFT)
    before, ring = seen(view), view._look.theme.colour.selection_ring
    assert has_colour(part(before, view, (0, 0)), ring)
    press(view, Keys.Key_Space)
    image = seen(view)
    assert image != before, "they are drawn lifted"
    assert not has_colour(part(image, view, (0, 0)), ring), "the ring of the choice does not stay behind"
    assert view.carried is not None
    assert view.accessibleDescription().startswith("4 tube")
    for _ in range(7):
        press(view, Keys.Key_Down)
    press(view, Keys.Key_Right)
    assert drops == []
    assert view.selection == set(SQUARE), "arrows aim, they choose nothing"
    press(view, Keys.Key_Return)
    (drop,) = drops
    assert (drop.cells, drop.grabbed, drop.target, drop.mode) == (SQUARE, (1, 1), (8, 2), Mode.SHAPE)
    assert {cell for _, cell in drop.landing.moves} == {(7, 1), (7, 2), (8, 1), (8, 2)}
    assert told[1:] == ["ended"]
    assert view.carried is None


def test_without_a_selection_the_tube_under_the_keyboard_is_picked_up(view: BoxView) -> None:
    view.set_cursor(3, 3, select=False)
    press(view, Keys.Key_Space)
    assert view.carried is not None
    assert view.carried.cells == ((3, 3),)


def test_escape_gives_up_and_nothing_was_moved(view: BoxView, qtbot: QtBot) -> None:
    drops = heard(view)
    view.select(SQUARE)
    view.set_cursor(0, 0, select=False)
    before = seen(view)
    press(view, Keys.Key_Space)
    press(view, Keys.Key_End)
    with qtbot.waitSignal(view.carry_ended):
        press(view, Keys.Key_Escape)
    assert view.accessibleDescription() == "Given up, no tube was moved"
    assert (drops, view.carried) == ([], None)
    assert view.selection == set(SQUARE)
    assert seen(view) == before


def test_a_refused_enter_keeps_the_tubes_in_the_hand(view: BoxView) -> None:
    drops = heard(view)
    view.set_cursor(0, 0)
    press(view, Keys.Key_Space)
    press(view, Keys.Key_Right)
    assert view.accessibleDescription() == "A2. Taken: A2"
    press(view, Keys.Key_Enter)
    assert [drop.landing.ok for drop in drops] == [False]
    assert view.carried is not None
    press(view, Keys.Key_End, CTRL)
    press(view, Keys.Key_Return)
    assert [drop.target for drop in drops] == [(0, 1), (8, 8)]


def test_enter_where_they_stand_puts_them_back_in_silence(view: BoxView) -> None:
    drops = heard(view)
    view.set_cursor(0, 0)
    press(view, Keys.Key_Space)
    press(view, Keys.Key_Return)
    assert (drops, view.carried) == ([], None)


def test_f_goes_through_the_ways_to_set_down_and_held_keys_come_first(view: BoxView) -> None:
    view.select(SQUARE)
    view.set_cursor(0, 0, select=False)
    press(view, Keys.Key_Space)
    modes = []
    for _ in range(3):
        press(view, Keys.Key_F)
        modes.append(view.mode)
    assert modes == [Mode.FILL, Mode.SWAP, Mode.SHAPE]
    QTest.keyPress(view, Keys.Key_Control)
    assert view.mode is Mode.FILL
    QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyRelease, Keys.Key_Control, CTRL))
    assert view.mode is Mode.SHAPE
    drops = heard(view)
    for _ in range(6):
        press(view, Keys.Key_Down)
    press(view, Keys.Key_Return, CTRL)
    assert drops[0].mode is Mode.FILL
    assert drops[0].landing.moves[0][1] == (7, 0)


def test_tubes_of_the_bench_carried_by_key_have_two_ways(view: BoxView) -> None:
    drops = heard(view)
    assert view.carry(Carried(BANK, (71, 72)), (7, 3))
    press(view, Keys.Key_F)
    assert view.mode is Mode.FILL
    press(view, Keys.Key_F)
    assert view.mode is Mode.SHAPE
    QTest.keyPress(view, Keys.Key_Alt)
    assert view.mode is Mode.SHAPE, "they have left nothing to swap into"
    press(view, Keys.Key_Return)
    assert drops[0].landing.moves == ((71, (7, 3)), (72, (7, 4)))


@pytest.mark.parametrize(
    ("degrees", "key"),
    [(0, Keys.Key_Down), (90, Keys.Key_Left), (180, Keys.Key_Up), (270, Keys.Key_Right)],
)
def test_arrows_aim_as_seen_in_a_turned_box(view: BoxView, degrees: int, key: Qt.Key) -> None:
    drops = heard(view)
    view.set_rotation(degrees)
    view.set_cursor(6, 0)
    press(view, Keys.Key_Space)
    press(view, key)
    press(view, Keys.Key_Return)
    assert [drop.target for drop in drops] == [(7, 0)]


def test_tab_carries_on_in_the_other_box(two: tuple[BoxView, BoxView], qtbot: QtBot) -> None:
    left, right = two
    drops = heard(right)
    left.select(SQUARE)
    left.set_cursor(0, 0, select=False)
    press(left, Keys.Key_Space)
    press(left, Keys.Key_F)
    press(left, Keys.Key_Tab)
    qtbot.waitUntil(right.hasFocus)
    assert right.mode is Mode.FILL
    assert right.carried is not None
    tube = left._look.theme.tube_colour("DNA").disc
    image = seen(left)
    assert has_colour(part(image, left, (2, 2)), tube)
    assert not has_colour(part(image, left, (0, 0)), tube), "their places stay drawn as left"
    press(right, Keys.Key_F)
    press(right, Keys.Key_F)
    press(right, Keys.Key_Down)
    press(right, Keys.Key_Return)
    (drop,) = drops
    assert (drop.source, drop.box, drop.target, drop.landing.ok) == (1, 2, (1, 0), True)
    assert left.carried is None
    assert right.carried is None


def test_tab_and_back_again_and_escape_end_it_in_both(two: tuple[BoxView, BoxView], qtbot: QtBot) -> None:
    left, right = two
    left.set_cursor(0, 0)
    press(left, Keys.Key_Space)
    press(left, Keys.Key_Tab)
    press(right, Keys.Key_Backtab, SHIFT)
    qtbot.waitUntil(left.hasFocus)
    assert left._hand.by_keys
    press(left, Keys.Key_Escape)
    assert left.carried is None
    assert right.carried is None
    press(left, Keys.Key_Space)
    press(left, Keys.Key_Tab)
    press(right, Keys.Key_Escape)
    assert left.carried is None


def test_tab_alone_leads_on_as_everywhere(two: tuple[BoxView, BoxView], qtbot: QtBot) -> None:
    left, right = two
    press(left, Keys.Key_Tab)
    qtbot.waitUntil(right.hasFocus)


def test_with_one_box_tab_keeps_the_tubes_where_they_are(two: tuple[BoxView, BoxView]) -> None:
    left, right = two
    right.hide()
    left.set_cursor(0, 0)
    press(left, Keys.Key_Space)
    press(left, Keys.Key_Tab)
    assert left._hand.by_keys
    assert left.hasFocus()


def test_only_one_hand_is_full(two: tuple[BoxView, BoxView], dragged: Dragged, qtbot: QtBot) -> None:
    left, right = two
    left.set_cursor(0, 0)
    press(left, Keys.Key_Space)
    right.set_cursor(0, 0)
    right.setFocus()
    press(right, Keys.Key_Space)
    assert left.carried is None
    hold_and_move(left, (2, 2), (4, 4), qtbot)
    assert len(dragged.mimes) == 1
    assert right.carried is None
    press(right, Keys.Key_Space)
    drag_in(right, lifted(left), (5, 5))
    drag_out(right)
    assert right.carried is None, "tubes dragged in take the place of those carried by key"


def test_what_is_carried_stays_in_the_hand_when_another_box_is_shown(view: BoxView) -> None:
    drops = heard(view)
    view.set_cursor(8, 0)
    view.set_cursor(2, 2)
    press(view, Keys.Key_Space)
    view.show_picture(a_box(2, 2, key=5, tubes=0))
    press(view, Keys.Key_Right)
    press(view, Keys.Key_Return)
    (drop,) = drops
    assert (drop.source, drop.box, drop.target) == (1, 5, (0, 1))


def test_a_foreign_group_is_not_carried_here(view: BoxView) -> None:
    assert not view.carry(Carried("another bank", (1,)))
    view.set_handling(None)
    assert not view.carry(Carried(BANK, (1,)))
    assert view.carried is None


def test_where_nothing_can_be_picked_up_space_says_so(view: BoxView) -> None:
    view.set_cursor(8, 8)
    press(view, Keys.Key_Space)
    assert view.carried is None
    assert view.accessibleDescription() == "There is no tube here to pick up"


def test_a_click_aims_what_keys_carry_and_a_double_click_sets_it_down(view: BoxView) -> None:
    drops = heard(view)
    view.select(SQUARE)
    assert view.pick_up()
    click(view, (7, 7))
    assert (drops, view.selection) == ([], set(SQUARE))
    QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, (7, 7)))
    assert [drop.target for drop in drops] == [(7, 7)]


def test_a_screen_reader_hears_what_is_in_the_hand_and_where_it_would_land(view: BoxView) -> None:
    said: list[str] = []
    view.said.connect(said.append)
    view.select(SQUARE)
    view.set_cursor(0, 0, select=False)
    QAccessible.setActive(True)
    try:
        press(view, Keys.Key_Space)
        box = QAccessible.queryAccessibleInterface(view)
        assert box.child(0).text(QAccessible.Text.Name) == "A1, genomic DNA, visit V01, in the hand"
        press(view, Keys.Key_PageDown)
    finally:
        QAccessible.setActive(False)
    assert "tube" in said[0]
    assert said[-1].startswith("I1. 2 tube"), "two of four would be outside"


def test_keys_without_a_meaning_are_left_to_others_while_carrying(view: BoxView) -> None:
    view.set_cursor(0, 0)
    press(view, Keys.Key_Space)
    for key in (Keys.Key_M, Keys.Key_F5):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE)
        view.keyPressEvent(event)
        assert not event.isAccepted()
