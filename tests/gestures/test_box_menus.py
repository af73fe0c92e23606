"""Menus of positions and headings, and choosing whole rows and columns."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.domain.box import Lines
from freezerapp.ui.widgets.box_choice import How
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.box_view import BoxView
from tests.painted_box import (
    HOLD,
    LEFT,
    NONE,
    SHIFT,
    Dragged,
    middle,
)


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
