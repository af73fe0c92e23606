"""The box on screen: by mouse, by keys and by voice, each tube in its place and each state to be seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.box_picture import BoxPicture, CellPicture, CellState
from freezerapp.ui.widgets.box_view import BoxView
from tests.painted_box import CTRL, LEFT, NONE, SHIFT, Keys, a_box, a_tube, click, has_colour, middle, part, press, seen


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.choose(Scheme.LIGHT)
    look.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> BoxView:
    view = BoxView(look)
    qtbot.addWidget(view)
    view.resize(640, 600)
    view.show_picture(a_box())
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def test_a_click_chooses_one_tube_and_tells_where_it_is(view: BoxView) -> None:
    told: list[object] = []
    view.cursor_moved.connect(lambda row, column: told.append((row, column)))
    view.selection_changed.connect(told.append)
    click(view, (3, 5))
    assert told == [(3, 5), frozenset({(3, 5)})]
    click(view, (3, 5))
    assert len(told) == 2, "nothing changed, nothing said"
    assert view.cursor_cell == (3, 5)
    click(view, (0, 0))
    assert view.selection == {(0, 0)}


def test_ctrl_adds_and_takes_away_and_shift_chooses_the_block_between(view: BoxView) -> None:
    click(view, (1, 1))
    click(view, (3, 3), SHIFT)
    assert view.selection == {(row, column) for row in (1, 2, 3) for column in (1, 2, 3)}
    click(view, (2, 2), CTRL)
    assert (2, 2) not in view.selection
    click(view, (7, 7), CTRL)
    assert len(view.selection) == 9


def test_a_click_on_one_of_a_group_keeps_it_until_the_button_comes_up(view: BoxView) -> None:
    click(view, (0, 0))
    click(view, (0, 2), SHIFT)
    QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, (0, 1)))
    assert len(view.selection) == 3
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, (0, 1)))
    assert view.selection == {(0, 1)}


def test_a_frame_chooses_the_tubes_it_touches_and_escape_gives_it_up(view: BoxView) -> None:
    click(view, (8, 8))
    corner = view.cell_rect(2, 2).topLeft()
    QTest.mousePress(view.viewport(), LEFT, NONE, corner)
    QTest.mouseMove(view.viewport(), corner + QPoint(20, 20))
    QTest.mouseMove(view.viewport(), middle(view, (4, 3)))
    assert view.selection == {(row, column) for row in (2, 3, 4) for column in (2, 3)}
    press(view, Keys.Key_Escape)
    assert view.selection == {(8, 8)}
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, (4, 3)))
    assert view.selection == {(8, 8)}


def test_a_frame_over_free_positions_chooses_none_of_them_beside_tubes(view: BoxView) -> None:
    start = view.cell_rect(7, 0).topLeft()
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), middle(view, (8, 1)))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, (8, 1)))
    assert view.selection == {(7, 0), (7, 1)}


def test_a_click_beside_the_tubes_chooses_nothing(view: BoxView) -> None:
    view.select([(0, 0)])
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(view.width() - 2, view.height() - 2))
    assert view.selection == frozenset()


def test_headings_choose_their_row_or_column_and_the_corner_everything(view: BoxView) -> None:
    first = view.cell_rect(0, 0)
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(first.left() - 20, middle(view, (3, 0)).y()))
    assert view.selection == {(3, column) for column in range(9)}
    QTest.mouseClick(view.viewport(), LEFT, CTRL, QPoint(middle(view, (0, 2)).x(), first.top() - 14))
    assert len(view.selection) == 9 + 8 - 1, "the free position of the column is not chosen with its tubes"
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(first.left() - 20, first.top() - 14))
    assert len(view.selection) == 72


def test_a_right_click_chooses_the_tube_it_is_on_and_keeps_a_group(view: BoxView) -> None:
    view.select([(0, 0), (0, 1)])
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, NONE, middle(view, (0, 1)))
    assert len(view.selection) == 2
    QTest.mouseClick(view.viewport(), Qt.MouseButton.RightButton, NONE, middle(view, (5, 5)))
    assert view.selection == {(5, 5)}


def test_enter_and_a_double_click_open_the_position(view: BoxView, qtbot: QtBot) -> None:
    view.set_cursor(2, 4)
    with qtbot.waitSignal(view.activated) as told:
        press(view, Keys.Key_Return)
    assert told.args == [2, 4]
    with qtbot.waitSignal(view.activated) as told:
        QTest.mouseDClick(view.viewport(), LEFT, NONE, middle(view, (6, 1)))
    assert told.args == [6, 1]


def test_the_keyboard_goes_everywhere(view: BoxView) -> None:
    view.set_cursor(4, 4)
    for key, there in (
        (Keys.Key_Up, (3, 4)),
        (Keys.Key_Right, (3, 5)),
        (Keys.Key_Down, (4, 5)),
        (Keys.Key_Left, (4, 4)),
        (Keys.Key_Home, (4, 0)),
        (Keys.Key_End, (4, 8)),
        (Keys.Key_PageUp, (0, 8)),
        (Keys.Key_PageDown, (8, 8)),
        (Keys.Key_Down, (8, 8)),
    ):
        press(view, key)
        assert view.cursor_cell == there
        assert view.selection == {there}
    press(view, Keys.Key_Home, CTRL)
    assert view.cursor_cell == (0, 0)
    press(view, Keys.Key_End, CTRL)
    assert view.cursor_cell == (8, 8)


def test_the_keyboard_chooses_blocks_single_ones_and_all(view: BoxView) -> None:
    view.set_cursor(0, 0)
    press(view, Keys.Key_Right, SHIFT)
    press(view, Keys.Key_Down, SHIFT)
    assert view.selection == {(0, 0), (0, 1), (1, 0), (1, 1)}
    press(view, Keys.Key_Down, CTRL)
    assert len(view.selection) == 4, "Ctrl only goes there"
    assert view.cursor_cell == (2, 1)
    press(view, Keys.Key_Space, CTRL)
    assert (2, 1) in view.selection
    press(view, Keys.Key_A, CTRL)
    assert len(view.selection) == 72
    press(view, Keys.Key_Escape)
    assert view.selection == frozenset()


def test_letters_and_a_second_escape_are_left_to_others(view: BoxView) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    for key in (Keys.Key_M, Keys.Key_Escape, Keys.Key_Space):
        event = QKeyEvent(QEvent.Type.KeyPress, key, NONE)
        view.keyPressEvent(event)
        assert not event.isAccepted()


def test_arrows_go_as_seen_when_the_view_is_turned_and_stored_positions_stay(view: BoxView) -> None:
    view.set_cursor(0, 0)
    before = view.cell_rect(0, 0)
    view.set_rotation(90)
    assert view.rotation == 90
    assert view.cell_rect(0, 0).left() > before.left()
    assert view.selection == {(0, 0)}
    press(view, Keys.Key_Left)
    assert view.cursor_cell == (1, 0)
    with pytest.raises(ValueError, match="45"):
        view.set_rotation(45)


def test_absent_positions_cannot_be_reached(view: BoxView) -> None:
    picture = a_box()
    cells = {cell: one for cell, one in picture.cells.items() if cell != (0, 1)}
    view.show_picture(picture._replace(cells=cells))
    click(view, (0, 1))
    assert view.selection == frozenset()
    view.set_cursor(0, 0)
    press(view, Keys.Key_Right)
    assert view.cursor_cell == (0, 2)
    view.set_cursor(0, 1)
    assert view.cursor_cell == (0, 2)


def test_a_newer_picture_of_the_box_keeps_what_is_chosen_and_says_what_went(view: BoxView, qtbot: QtBot) -> None:
    view.select([(0, 0), (0, 1)])
    picture = a_box()
    with qtbot.assertNotEmitted(view.selection_changed):
        view.show_picture(picture._replace(cells={**picture.cells, (0, 0): CellPicture("A1")}))
    cells = {cell: one for cell, one in picture.cells.items() if cell != (0, 1)}
    with qtbot.waitSignal(view.selection_changed) as told:
        view.show_picture(picture._replace(cells=cells))
    assert told.args == [frozenset({(0, 0)})]
    view.show_picture(a_box(key=2))
    assert view.selection == frozenset()


def test_a_screen_reader_hears_each_position_and_whether_it_is_selected(view: BoxView) -> None:
    view.set_cursor(3, 5)
    box = QAccessible.queryAccessibleInterface(view)
    assert box.role() == QAccessible.Role.List
    assert box.text(QAccessible.Text.Name) == "DNA-0042, 9 × 9 box"
    assert box.childCount() == 81
    here = box.child(3 * 9 + 5)
    assert here.text(QAccessible.Text.Name) == "D6, genomic DNA, visit V01, selected"
    assert here.state().selected
    assert here.state().focused
    assert here.role() == QAccessible.Role.ListItem
    empty = box.child(80)
    assert empty.text(QAccessible.Text.Name) == "I9, empty"
    assert not empty.state().selected
    assert box.indexOfChild(here) == 32
    assert view.accessibleDescription() == "D6, genomic DNA, visit V01, selected"
    point = view.viewport().mapToGlobal(middle(view, (0, 3)))
    assert box.childAt(point.x(), point.y()).text(QAccessible.Text.Name).startswith("A4")
    assert here.rect().contains(view.viewport().mapToGlobal(middle(view, (3, 5))))


def test_a_listening_screen_reader_is_told_of_every_step(view: BoxView) -> None:
    QAccessible.setActive(True)
    try:
        for key in (Keys.Key_Home, Keys.Key_Right, Keys.Key_Down, Keys.Key_End):
            press(view, key)
            here = QAccessible.queryAccessibleInterface(view).focusChild()
            assert here.text(QAccessible.Text.Name) == view.accessibleDescription()
        view.select_all()
        view.show_picture(a_box(2, 2, key=5))
        press(view, Keys.Key_Down)
        assert view.accessibleDescription() == "A1, genomic DNA, visit V01, selected"
    finally:
        QAccessible.setActive(False)


def test_a_screen_reader_that_outlives_the_box_is_told_nothing_false(qtbot: QtBot, look: Look) -> None:
    import gc

    view = BoxView(look)
    view.show_picture(a_box())
    box = QAccessible.queryAccessibleInterface(view)
    last = box.child(80)
    view.show_picture(a_box(2, 2))
    assert box.childCount() == 4
    assert not last.isValid()
    assert box.child(80) is None
    for number in range(4):
        assert box.child(number).isValid()
    view.deleteLater()
    QApplication.processEvents()
    del view, box, last
    gc.collect()
    QApplication.processEvents()


def test_a_frame_ends_when_another_box_comes_and_goes_on_when_the_same_one_changes(view: BoxView) -> None:
    start = view.cell_rect(0, 0).topLeft()
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    QTest.mouseMove(view.viewport(), middle(view, (1, 1)))
    picture = a_box()
    view.show_picture(picture._replace(cells={**picture.cells, (8, 8): a_tube("I9")}))
    QTest.mouseMove(view.viewport(), middle(view, (2, 1)))
    assert len(view.selection) == 6
    view.show_picture(a_box(key=2))
    QTest.mouseMove(view.viewport(), middle(view, (5, 5)))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, (5, 5)))
    assert view.selection == frozenset()


def test_who_listens_finds_the_new_box_already_in_its_place(view: BoxView) -> None:
    view.set_cursor(8, 8)
    found: list[bool] = []
    view.selection_changed.connect(lambda _cells: found.append(view.cell_rect(0, 0).width() > 100))
    view.show_picture(a_box(2, 2, key=2))
    assert found == [True]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_every_state_is_drawn_so_that_it_cannot_be_taken_for_another(
    view: BoxView, look: Look, scheme: Scheme, tmp_path: Path
) -> None:
    look.choose(scheme)
    states = [
        a_tube("A1"),
        a_tube("A2", hold=True),
        a_tube("A3", declared=True),
        a_tube("A4", state=CellState.ON_BENCH),
        a_tube("A5", state=CellState.MISSING),
        a_tube("A6", match=True),
        CellPicture("A7"),
        CellPicture("A8", CellState.BLOCKED),
        CellPicture("A9", CellState.RESERVED),
    ]
    # The same words on all of them: what differs is the drawing.
    cells = {(0, column): state._replace(label="A1") for column, state in enumerate(states)}
    view.clearFocus()
    view.show_picture(BoxPicture(7, 1, 9, cells))
    image = seen(view)
    assert image.save(str(tmp_path / f"states-{scheme.value}.png"))
    pictures = [part(image, view, cell) for cell in cells]
    for number, one in enumerate(pictures):
        for other in pictures[number + 1 :]:
            assert one != other
    colour = look.theme.colour
    assert has_colour(pictures[0], look.theme.tube_colour("DNA").disc)
    assert has_colour(pictures[4], colour.warning_bar)
    assert has_colour(pictures[5], colour.lit)
    assert not has_colour(pictures[0], colour.lit)


def test_while_a_search_is_lit_tubes_that_do_not_match_are_dimmed(view: BoxView, look: Look) -> None:
    picture = a_box()
    cells = {**picture.cells, (0, 0): a_tube("A1", match=True)}
    view.clearFocus()
    view.show_picture(picture._replace(cells=cells, lit=True))
    image, disc = seen(view), look.theme.tube_colour("DNA").disc
    assert has_colour(part(image, view, (0, 0)), disc)
    assert not has_colour(part(image, view, (0, 1)), disc)
    view.show_picture(picture)
    assert has_colour(part(seen(view), view, (0, 1)), disc)


def test_painting_only_what_changed_gives_the_same_picture_as_painting_all(view: BoxView, look: Look) -> None:
    picture = a_box()
    cells = dict(picture.cells)
    cells[0, 0] = CellPicture("A1")  # at the marked corner
    cells[4, 4] = a_tube("E5", hold=True)
    del cells[2, 2]
    seen(view)
    view.show_picture(picture._replace(cells=cells))
    little = seen(view)
    look.changed.emit()
    assert seen(view) == little


def test_the_box_fills_the_height_it_has(view: BoxView) -> None:
    small = view.cell_rect(0, 0).height()
    view.resize(900, 800)
    assert view.cell_rect(0, 0).height() > small
    assert view.cell_rect(8, 8).bottom() <= view.viewport().height()
    assert view.verticalScrollBar().maximum() == 0


def test_tubes_are_never_under_24_px_the_box_scrolls_and_the_cursor_stays_in_sight(view: BoxView) -> None:
    view.show_picture(a_box(16, 24, key=3))
    view.resize(300, 240)
    assert view.cell_rect(0, 0).width() >= 24 / 0.84 - 1
    assert view.horizontalScrollBar().maximum() > 0
    assert view.verticalScrollBar().maximum() > 0
    view.setFocus()
    press(view, Keys.Key_End, CTRL)
    assert view.viewport().rect().contains(view.cell_rect(*(view.cursor_cell or (0, 0))))
    press(view, Keys.Key_Home, CTRL)
    assert view.cursor_cell == (0, 0)
    assert view.viewport().rect().contains(view.cell_rect(0, 0))


@pytest.mark.parametrize(("rows", "columns"), [(1, 1), (2, 5), (9, 9), (16, 24), (1, 24), (16, 1)])
def test_boxes_of_any_size_are_drawn_with_and_without_headings(view: BoxView, rows: int, columns: int) -> None:
    picture = a_box(rows, columns, key=9, tubes=rows * columns)
    for shown in (picture, picture._replace(key=10, row_labels=(), column_labels=())):
        view.show_picture(shown)
        image = seen(view)
        assert has_colour(part(image, view, (0, 0)), QColor("#1F5AA6"))
        for degrees in (90, 180, 270, 0):
            view.set_rotation(degrees)
            seen(view)


def test_nothing_to_show_is_no_error(view: BoxView) -> None:
    view.show_picture(None)
    seen(view)
    press(view, Keys.Key_Down)
    press(view, Keys.Key_A, CTRL)
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(100, 100))
    assert view.selection == frozenset()
    assert view.cell_at(QPoint(5, 5)) is None
    assert view.cell_rect(0, 0).isEmpty()
    view.show_picture(BoxPicture(1, 3, 3, {}))
    press(view, Keys.Key_End)
    seen(view)


def test_tab_leads_into_the_box_and_shows_where_one_is(view: BoxView, look: Look) -> None:
    view.clearFocus()
    assert not has_colour(part(seen(view), view, (0, 0)), look.theme.colour.accent)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert view.cursor_cell == (0, 0)
    assert has_colour(part(seen(view), view, (0, 0)), look.theme.colour.accent)


def test_wheel_and_points_in_a_scrolled_box_meet_the_right_tube(view: BoxView) -> None:
    view.show_picture(a_box(16, 24, key=3, tubes=16 * 24))
    view.resize(300, 240)
    view.verticalScrollBar().setValue(100)
    view.horizontalScrollBar().setValue(200)
    cell = view.cell_at(QPoint(150, 120))
    assert cell is not None
    assert view.cell_rect(*cell).contains(QPointF(150, 120).toPoint())
    QTest.mouseClick(view.viewport(), LEFT, NONE, QPoint(150, 120))
    assert view.cursor_cell == cell
