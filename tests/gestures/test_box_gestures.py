"""Tubes moved in a box by mouse alone and by keys alone: lifted, aimed, set down, refused and given up."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QDrag, QDragEnterEvent, QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.domain.box import Lines, Mode
from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.box_carried import Carried, Drop
from freezerapp.ui.widgets.box_choice import How
from freezerapp.ui.widgets.box_drag import carried_in
from freezerapp.ui.widgets.box_flash import Tone
from freezerapp.ui.widgets.box_pair import BoxPair
from freezerapp.ui.widgets.box_picture import Cell, CellState
from freezerapp.ui.widgets.box_view import BoxView
from tests.painted_box import (
    ALT,
    BANK,
    CTRL,
    LEFT,
    NONE,
    SHIFT,
    Keys,
    a_box,
    a_handling,
    a_tube,
    click,
    drag_in,
    drag_out,
    has_colour,
    let_go,
    middle,
    part,
    press,
    seen,
)

HOLD = 20
SQUARE = ((0, 0), (0, 1), (1, 0), (1, 1))
"""Four tubes; rows H and I of a box with 63 tubes are free."""


def ready(view: BoxView) -> BoxView:
    """A box of 63 tubes in which tubes can be moved."""
    view.resize(640, 600)
    view.show_picture(a_box(tubes=63))
    view.set_handling(a_handling(lambda: view.picture))
    return view


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> BoxView:
    view = ready(BoxView(look, hold_ms=HOLD))
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


@pytest.fixture
def two(qtbot: QtBot, look: Look) -> Iterator[tuple[BoxView, BoxView]]:
    """Two boxes side by side, the first with the keyboard."""
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    left, right = ready(BoxView(look, hold_ms=HOLD)), ready(BoxView(look, hold_ms=HOLD))
    right.show_picture(a_box(key=2, tubes=9))
    row.addWidget(left)
    row.addWidget(right)
    BoxPair((left, right), page)
    page.resize(1200, 600)
    page.show()
    page.activateWindow()
    left.setFocus()
    qtbot.waitUntil(left.hasFocus)
    yield left, right
    page.hide()


class Dragged:
    """Stands in for the drag itself, which would wait for a real mouse: keeps what is sent along, and does as told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.mimes: list[Carried | None] = []
        self.sizes: list[tuple[int, int]] = []
        self.then: Callable[[Carried], object] = lambda carried: None
        drags = self

        def drag_exec(drag: QDrag, *_actions: object) -> Qt.DropAction:
            carried = carried_in(drag.mimeData())
            drags.mimes.append(carried)
            drags.sizes.append((drag.pixmap().width(), drag.pixmap().height()))
            assert carried is not None
            drags.then(carried)
            return Qt.DropAction.IgnoreAction

        monkeypatch.setattr(QDrag, "exec", drag_exec)


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> Dragged:
    return Dragged(monkeypatch)


def heard(view: BoxView) -> list[Drop]:
    """Every drop that the view tells of from now on."""
    drops: list[Drop] = []
    view.dropped.connect(drops.append)
    return drops


def hold_and_move(view: BoxView, cell: Cell, to: Cell, qtbot: QtBot, *, wait: int = HOLD * 3) -> None:
    """The button goes down on a position, stays for a while, moves, and comes up."""
    QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, cell))
    qtbot.wait(wait)
    QTest.mouseMove(view.viewport(), middle(view, to))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, to))


def lifted(view: BoxView, cells: tuple[Cell, ...] = SQUARE) -> Carried:
    """These tubes as the view would send them along."""
    carried = view._hand.carry.pick(frozenset(cells), cells[0])
    assert carried is not None
    return carried


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
    view.show_picture(replace(picture, cells={**picture.cells, (0, 0): out}))
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
    view.show_picture(replace(picture, cells={cell: one for cell, one in picture.cells.items() if cell != (8, 8)}))
    carried = lifted(view)
    assert not drag_in(view, carried, (8, 8))
    assert not let_go(view, carried, (8, 8))
    assert drops == []


def test_what_is_shown_while_hovering_follows_a_change_of_the_box(view: BoxView) -> None:
    drops = heard(view)
    carried = lifted(view, ((0, 0),))
    drag_in(view, carried, (7, 7))
    picture = a_box(tubes=63)
    view.show_picture(replace(picture, cells={**picture.cells, (7, 7): a_tube("H8")}))
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
    from PySide6.QtGui import QAccessible

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


def ask_menu(view: BoxView, at: QPoint, reason: QContextMenuEvent.Reason = QContextMenuEvent.Reason.Mouse) -> None:
    event = QContextMenuEvent(reason, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)


def test_a_menu_is_asked_for_by_mouse_and_by_key(view: BoxView) -> None:
    told: list[tuple[QPoint, Cell | None]] = []
    view.context_asked.connect(lambda at, cell: told.append((at, cell)))
    ask_menu(view, middle(view, (2, 3)))
    assert told[-1] == (view.viewport().mapToGlobal(middle(view, (2, 3))), (2, 3))
    ask_menu(view, QPoint(2, view.viewport().height() - 2))
    assert told[-1][1] is None
    view.set_cursor(4, 4)
    ask_menu(view, QPoint(0, 0), QContextMenuEvent.Reason.Keyboard)
    assert told[-1] == (view.viewport().mapToGlobal(middle(view, (4, 4))), (4, 4))
    view.show_picture(None)
    ask_menu(view, QPoint(5, 5))
    assert len(told) == 3


@pytest.mark.parametrize(
    ("degrees", "lines", "index"),
    [(0, Lines.ROWS, 2), (90, Lines.COLUMNS, 2), (180, Lines.ROWS, 6), (270, Lines.COLUMNS, 6)],
)
def test_a_heading_asks_for_its_own_menu(view: BoxView, degrees: int, lines: Lines, index: int) -> None:
    told: list[object] = []
    view.heading_asked.connect(lambda _at, kind, number: told.append((kind, number)))
    view.set_rotation(degrees)
    assert view._floor.grid is not None
    third = view._floor.grid.turn.stored((2, 0))
    at = QPoint(round(view._floor.grid.left) - 12, middle(view, third).y())
    ask_menu(view, at)
    assert told == [(lines, index)]


def test_every_second_row_can_be_chosen_at_once(view: BoxView) -> None:
    odd = [(row, column) for row in (0, 2, 4, 6, 8) for column in range(9)]
    view.select_cells(odd)
    assert view.selection == {cell for cell in odd if cell[0] < 7}, "tubes only, where there are some"
    view.select_cells([(7, 0), (7, 1)], How.ADD)
    assert len(view.selection) == 4 * 9 + 2


def test_headings_are_chosen_by_click_shift_and_by_dragging_over_them(view: BoxView) -> None:
    assert view._floor.grid is not None
    x = round(view._floor.grid.left) - 12

    def at(row: int) -> QPoint:
        return QPoint(x, middle(view, (row, 0)).y())

    QTest.mouseClick(view.viewport(), LEFT, NONE, at(1))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, at(3))
    assert {row for row, _ in view.selection} == {1, 2, 3}
    QTest.mousePress(view.viewport(), LEFT, NONE, at(4))
    QTest.mouseMove(view.viewport(), at(5))
    QTest.mouseMove(view.viewport(), at(6))
    assert {row for row, _ in view.selection} == {4, 5, 6}
    QTest.mouseMove(view.viewport(), at(5))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at(5))
    assert {row for row, _ in view.selection} == {4, 5}


def test_a_hold_on_a_heading_lifts_nothing(view: BoxView, dragged: Dragged, qtbot: QtBot) -> None:
    assert view._floor.grid is not None
    at = QPoint(round(view._floor.grid.left) - 12, middle(view, (1, 0)).y())
    QTest.mousePress(view.viewport(), LEFT, NONE, at)
    qtbot.wait(HOLD * 3)
    assert view.carried is None
    QTest.mouseRelease(view.viewport(), LEFT, NONE, at)
