"""Tubes moved in a box by mouse alone: held, dragged, aimed, let go, refused and given up."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.domain.box import Mode
from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_carried import Carried
from freezerapp.ui.widgets.box_flash import Tone
from freezerapp.ui.widgets.box_picture import Cell, CellState
from freezerapp.ui.widgets.box_view import BoxView
from tests.painted_box import (
    ALT,
    BANK,
    CTRL,
    HOLD,
    LEFT,
    NONE,
    SHIFT,
    SQUARE,
    Dragged,
    Keys,
    a_box,
    a_tube,
    drag_in,
    drag_out,
    has_colour,
    heard,
    hold_and_move,
    let_go,
    lifted,
    middle,
    part,
    press,
    seen,
)


def test_held_tubes_are_dragged_away_with_all_that_is_chosen(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    told: list[object] = []
    view.drag_started.connect(told.append)
    view.drag_ended.connect(lambda: told.append("ended"))
    view.select(SQUARE)
    hold_and_move(view, (0, 1), (4, 4), qtbot)
    (carried,) = dragged.mimes
    assert carried is not None
    assert (carried.bank, carried.box, carried.cells, carried.grabbed_cell) == (BANK, 1, SQUARE, (0, 1))
    assert [look.line1 for look in carried.looks] == ["2333"] * 4
    started, ended = told
    assert isinstance(started, Carried)
    assert (started.ids, ended) == (carried.ids, "ended")
    assert view.selection == set(SQUARE)
    assert view.carried is None, "nothing is left in the hand"


def test_the_places_they_left_stay_empty_while_they_are_over_another_box(
    view: BoxView, dragged: Dragged, qtbot: QtBot
) -> None:
    tube = view._look.theme.tube_colour("DNA").disc
    there: list[bool] = []

    def away(carried: Carried) -> None:
        there.append(has_colour(part(seen(view), view, (3, 3)), tube))
        drag_in(view, carried, (7, 7))
        drag_out(view)
        there.append(has_colour(part(seen(view), view, (3, 3)), tube))

    dragged.then = away
    hold_and_move(view, (3, 3), (5, 5), qtbot)
    there.append(has_colour(part(seen(view), view, (3, 3)), tube))
    assert there == [False, False, True], "given up, they are back where they were"


def test_one_tube_is_chosen_and_dragged_in_one_go(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    view.select(SQUARE)
    hold_and_move(view, (3, 3), (7, 7), qtbot)
    (carried,) = dragged.mimes
    assert carried is not None
    assert carried.cells == ((3, 3),)


def test_moving_before_the_hold_is_over_draws_a_frame(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    view.set_hold(5_000)
    hold_and_move(view, (0, 0), (1, 1), qtbot, wait=0)
    assert not dragged.mimes
    assert view.selection == set(SQUARE)


def test_a_hold_without_moving_is_a_click(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    drops = heard(view)
    view.select(SQUARE)
    QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, (0, 1)))
    qtbot.waitUntil(lambda: view.carried is not None)
    assert view.accessibleDescription().startswith("4 tube")
    QTest.mouseMove(view.viewport(), middle(view, (0, 1)) + QPoint(2, 1))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, (0, 1)))
    assert (dragged.mimes, drops, view.carried) == ([], [], None)
    assert view.selection == {(0, 1)}


def test_with_no_hold_at_all_a_drag_starts_at_once(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    view.set_hold(0)
    hold_and_move(view, (2, 2), (5, 5), qtbot, wait=0)
    assert len(dragged.mimes) == 1


def test_what_cannot_be_picked_up_is_framed_instead(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    picture = a_box(tubes=63)
    out = a_tube("A1", state=CellState.ON_BENCH)
    view.show_picture(picture._replace(cells={**picture.cells, (0, 0): out}))
    for cell, to in (((0, 0), (1, 1)), ((7, 7), (8, 8))):
        hold_and_move(view, cell, to, qtbot)
    view.set_handling(None)
    hold_and_move(view, (3, 3), (4, 4), qtbot)
    assert not dragged.mimes
    assert view.selection == {(3, 3), (3, 4), (4, 3), (4, 4)}


def test_a_tube_that_ctrl_took_out_of_the_choice_is_not_lifted(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    view.select(SQUARE)
    QTest.mousePress(view.viewport(), LEFT, CTRL, middle(view, (0, 0)))
    qtbot.wait(HOLD * 3)
    assert view.carried is None
    QTest.mouseRelease(view.viewport(), LEFT, CTRL, middle(view, (0, 0)))
    assert view.selection == {(0, 1), (1, 0), (1, 1)}


def test_escape_puts_a_held_tube_down_again(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, (2, 2)))
    qtbot.waitUntil(lambda: view.carried is not None)
    press(view, Keys.Key_Escape)
    assert view.carried is None
    QTest.mouseMove(view.viewport(), middle(view, (5, 5)))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, (5, 5)))
    assert not dragged.mimes


def test_a_held_tube_is_put_down_when_another_box_is_shown(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, (2, 2)))
    qtbot.waitUntil(lambda: view.carried is not None)
    view.show_picture(a_box(key=2))
    assert view.carried is None
    QTest.mouseMove(view.viewport(), middle(view, (5, 5)))
    assert not dragged.mimes


def test_gloved_hands_may_tremble_more(view: BoxView, look: Look, dragged: Dragged, qtbot: QtBot) -> None:
    look.set_gloves(True)
    try:
        far = QApplication.startDragDistance() + 3
        QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, (2, 2)))
        QTest.mouseMove(view.viewport(), middle(view, (2, 2)) + QPoint(far, 0))
        qtbot.waitUntil(lambda: view.carried is not None)
        QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, (2, 2)))
        view.resize(300, 300)
        assert view.cell_rect(0, 0).width() >= 44
    finally:
        look.set_gloves(False)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_drag_within_a_turned_box_moves_what_is_stored(
    view: BoxView, dragged: Dragged, qtbot: QtBot, degrees: int
) -> None:
    drops = heard(view)
    view.set_rotation(degrees)
    view.select(SQUARE)
    during: list[bool] = []

    def hover_and_drop(carried: Carried) -> None:
        accent = view._look.theme.colour.accent
        assert drag_in(view, carried, (7, 4))
        image = seen(view)
        during.extend(has_colour(part(image, view, cell), accent) for cell in ((7, 4), (7, 5), (8, 4), (8, 5)))
        during.append(not has_colour(part(image, view, (0, 0)), view._look.theme.tube_colour("DNA").disc))
        assert let_go(view, carried, (7, 4))

    dragged.then = hover_and_drop
    hold_and_move(view, (0, 0), (4, 4), qtbot)
    assert during == [True] * 5, "landing places are painted, and what was lifted is gone from its place"
    (drop,) = drops
    assert (drop.box, drop.source, drop.cells, drop.grabbed) == (1, 1, SQUARE, (0, 0))
    assert (drop.target, drop.mode, drop.landing.ok) == ((7, 4), Mode.SHAPE, True)
    assert dict(drop.landing.moves) == {1000: (7, 4), 1001: (7, 5), 1009: (8, 4), 1010: (8, 5)}
    assert view.picture == a_box(tubes=63), "the view itself moves nothing"
    assert view.carried is None


def test_from_box_to_box_the_places_are_shown_before_and_gone_after(two: tuple[BoxView, BoxView]) -> None:
    left, right = two
    drops = heard(right)
    plain = seen(right)
    carried = lifted(left)
    assert drag_in(right, carried, (4, 4))
    assert seen(right) != plain
    assert "E5" in right.accessibleDescription()
    drag_out(right)
    assert seen(right) == plain
    assert drag_in(right, carried, (3, 3))
    assert let_go(right, carried, (3, 3))
    assert seen(right) == plain
    (drop,) = drops
    assert (drop.box, drop.source, drop.target, drop.landing.ok) == (2, 1, (3, 3), True)


def test_occupied_positions_are_marked_and_the_drop_says_so(view: BoxView, look: Look) -> None:
    drops = heard(view)
    carried = lifted(view)
    warning = look.theme.colour.warning_bar
    assert drag_in(view, carried, (6, 5))
    image = seen(view)
    assert all(has_colour(part(image, view, cell), warning) for cell in ((6, 5), (6, 6)))
    assert not has_colour(image.copy(view.cell_rect(7, 6).adjusted(8, 8, -8, -8)), warning)
    assert view.accessibleDescription() == "G6. Taken: G6, G7"
    assert let_go(view, carried, (6, 5))
    (drop,) = drops
    assert not drop.landing.ok
    assert drop.landing.taken == ((6, 5), (6, 6))
    assert {(shine.cell, shine.tone) for shine in view._flash.shines} == {((6, 5), Tone.WRONG), ((6, 6), Tone.WRONG)}


def test_tubes_that_would_hang_over_the_edge_are_shown_there(view: BoxView, look: Look) -> None:
    view.show_picture(a_box(key=1, tubes=4))
    carried = lifted(view, ((0, 0), (0, 1)))
    assert drag_in(view, carried, (4, 8))
    image, warning = seen(view), look.theme.colour.warning_bar
    beside = view.cell_rect(4, 8).translated(view.cell_rect(4, 8).width(), 0)
    assert has_colour(image.copy(beside), warning)
    assert view._floor.grid is not None
    edge = round(view._floor.grid.box.right())
    assert has_colour(image.copy(edge - 1, beside.center().y(), 3, 3), warning), "the side of the box is marked"
    assert not has_colour(image.copy(edge - 1, beside.center().y() + beside.height(), 3, 3), warning)
    assert view.accessibleDescription().startswith("E9. 1 tube")
    assert let_go(view, carried, (4, 8))


@pytest.mark.parametrize(
    ("keys", "mode", "lands"),
    [
        (NONE, Mode.SHAPE, {(7, 7), (7, 8), (8, 7), (8, 8)}),
        (CTRL, Mode.FILL, {(7, 7), (7, 8), (8, 0), (8, 1)}),
        (SHIFT, Mode.FILL, {(7, 7), (7, 8), (8, 0), (8, 1)}),
    ],
)
def test_ctrl_and_shift_fill_the_next_free_positions(
    view: BoxView, keys: Qt.KeyboardModifier, mode: Mode, lands: set[Cell]
) -> None:
    drops = heard(view)
    carried = lifted(view)
    drag_in(view, carried, (7, 7))
    assert let_go(view, carried, (7, 7), keys)
    assert drops[0].mode is mode
    assert {cell for _, cell in drops[0].landing.moves} == lands


def test_alt_swaps_and_needs_tubes_to_swap_with(view: BoxView) -> None:
    drops = heard(view)
    carried = lifted(view)
    assert drag_in(view, carried, (5, 5), ALT)
    assert let_go(view, carried, (5, 5), ALT)
    assert drag_in(view, carried, (6, 5), ALT)
    assert view.accessibleDescription() == "G6. No tube to swap with: H6, H7"
    assert let_go(view, carried, (6, 5), ALT)
    assert [(drop.mode, drop.landing.ok) for drop in drops] == [(Mode.SWAP, True), (Mode.SWAP, False)]


def test_a_key_pressed_while_the_pointer_rests_counts(
    view: BoxView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drag_in(view, lifted(view), (7, 7))
    assert view.mode is Mode.SHAPE
    monkeypatch.setattr(QGuiApplication, "queryKeyboardModifiers", lambda: CTRL)
    qtbot.waitUntil(lambda: view.mode is Mode.FILL, timeout=1000)
    drag_out(view)


def test_setting_down_where_they_stand_moves_nothing(view: BoxView) -> None:
    drops = heard(view)
    carried = lifted(view)
    assert drag_in(view, carried, (0, 0))
    assert let_go(view, carried, (0, 0))
    assert drops == []


def test_tubes_of_the_bench_are_taken_in_too(view: BoxView) -> None:
    drops = heard(view)
    bench = Carried(BANK, (71, 72), looks=(a_tube("", line1="2405"), a_tube("", line1="2406")))
    assert drag_in(view, bench, (7, 8))
    assert let_go(view, bench, (7, 8))
    (drop,) = drops
    assert (drop.source, drop.cells, drop.grabbed) == (None, (), None)
    assert drop.landing.moves == ((71, (7, 8)), (72, (8, 0)))


def test_nothing_else_is_taken_in(view: BoxView, look: Look, qtbot: QtBot) -> None:
    drops = heard(view)
    ours = lifted(view)
    foreign = replace(ours, bank="another bank")
    plain = seen(view)
    assert not drag_in(view, foreign, (7, 7))
    assert not let_go(view, foreign, (7, 7))
    mime = QMimeData()
    mime.setText("MC0000002333")
    event = QDragEnterEvent(middle(view, (7, 7)), Qt.DropAction.MoveAction, mime, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), event)
    assert not event.isAccepted()
    assert not drag_in(view, ours, (0, 0), point=QPoint(2, 2)), "beside the positions"
    drag_out(view)
    only_looked_at = BoxView(look)
    qtbot.addWidget(only_looked_at)
    only_looked_at.show_picture(a_box())
    only_looked_at.show()
    assert not drag_in(only_looked_at, ours, (8, 8))
    assert drops == []
    assert seen(view) == plain


def test_an_absent_position_takes_nothing(view: BoxView) -> None:
    drops = heard(view)
    picture = a_box(tubes=63)
    view.show_picture(picture._replace(cells={cell: one for cell, one in picture.cells.items() if cell != (8, 8)}))
    carried = lifted(view)
    assert not drag_in(view, carried, (8, 8))
    assert not let_go(view, carried, (8, 8))
    assert drops == []


def test_what_is_shown_while_hovering_follows_a_change_of_the_box(view: BoxView) -> None:
    drops = heard(view)
    carried = lifted(view, ((0, 0),))
    drag_in(view, carried, (7, 7))
    picture = a_box(tubes=63)
    view.show_picture(picture._replace(cells={**picture.cells, (7, 7): a_tube("H8")}))
    assert let_go(view, carried, (7, 7))
    assert drops[0].landing.taken == ((7, 7),)


def test_a_large_box_scrolls_on_when_tubes_are_held_at_its_edge(view: BoxView, qtbot: QtBot) -> None:
    view.show_picture(a_box(16, 24, key=1, tubes=20))
    view.resize(300, 240)
    carried = lifted(view, ((0, 0),))
    assert drag_in(view, carried, (0, 0), point=QPoint(view.viewport().width() - 40, view.viewport().height() - 15))
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() == view.verticalScrollBar().maximum(), timeout=5000)
    assert view._hand.carry.target is not None
    assert view._hand.carry.target[0] == 15
    drag_out(view)
