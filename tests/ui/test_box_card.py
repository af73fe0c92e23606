"""The card of a tube: there when the pointer rests or a key asks, plain text, gone at the next move."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.box_card import REST_MS, CellCard
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.box_view import BoxView
from tests.painted_box import LEFT, NONE, SHIFT, Keys, a_box, middle, press

FACTS = CellCard(
    "MC0000002333",
    ("Genomic DNA, aliquot 2 of 4",),
    (("Participant", "MC-FR03-012"), ("Volume", "180 of 200 µL")),
    ("On hold: <b>consent</b>",),
)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[BoxView]:
    look = Look(qapp, Scheme.LIGHT)
    host = QWidget()
    qtbot.addWidget(host)
    view = BoxView(look)
    QVBoxLayout(host).addWidget(view)
    host.resize(700, 640)
    view.show_picture(a_box())
    host.show()
    host.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    yield view
    look.deleteLater()


def card(view: BoxView) -> QFrame | None:
    """The card that is shown."""
    found = [each for each in view.window().findChildren(QFrame, "hover-card") if each.isVisible()]
    return found[0] if found else None


def words(view: BoxView) -> list[str]:
    shown = card(view)
    assert shown is not None
    return [label.text() for label in shown.findChildren(QLabel)]


def rest_on(view: BoxView, cell: Cell, qtbot: QtBot) -> None:
    QTest.mouseMove(view.viewport(), middle(view, (0, 0)))
    QTest.mouseMove(view.viewport(), middle(view, cell))
    qtbot.waitUntil(lambda: card(view) is not None, timeout=REST_MS * 5)


def test_a_resting_pointer_is_shown_the_card_and_a_moving_one_not(view: BoxView, qtbot: QtBot) -> None:
    QTest.mouseMove(view.viewport(), middle(view, (2, 2)))
    qtbot.wait(REST_MS // 4)
    assert card(view) is None
    rest_on(view, (1, 1), qtbot)
    assert words(view) == ["<b>B2"], "letter by letter"
    QTest.mouseMove(view.viewport(), middle(view, (1, 2)))
    assert card(view) is None


def test_the_card_says_what_it_is_given_as_plain_text(view: BoxView, qtbot: QtBot) -> None:
    asked: list[Cell] = []

    def facts(cell: Cell) -> CellCard:
        asked.append(cell)
        return FACTS

    view.set_cards(facts)
    rest_on(view, (3, 3), qtbot)
    assert asked == [(3, 3)]
    shown = card(view)
    assert shown is not None
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in shown.findChildren(QLabel))
    assert {"MC0000002333", "Participant", "MC-FR03-012", "On hold: <b>consent</b>"} <= set(words(view))


def test_shift_f1_shows_it_where_the_keyboard_is_and_reads_it_out(view: BoxView, qtbot: QtBot) -> None:
    view.set_cards(lambda _cell: FACTS)
    view.set_cursor(4, 4)
    with qtbot.waitSignal(view.said) as told:
        press(view, Keys.Key_F1, SHIFT)
    assert card(view) is not None
    assert told.args == [FACTS.spoken]
    assert "Participant MC-FR03-012" in FACTS.spoken
    press(view, Keys.Key_Escape)
    assert card(view) is None
    assert view.selection == {(4, 4)}, "the first Escape only took the card away"
    press(view, Keys.Key_F1, SHIFT)
    press(view, Keys.Key_Down)
    assert card(view) is None


def test_the_card_goes_when_something_is_done(view: BoxView, qtbot: QtBot) -> None:
    for do in (
        lambda: QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, (5, 5))),
        view.clearFocus,
        lambda: view.show_picture(a_box(key=2)),
        lambda: view.set_rotation(90),
        lambda: view.resize(500, 500),
    ):
        view.show_card((3, 3))
        assert card(view) is not None
        do()
        assert card(view) is None


def test_a_position_of_which_nothing_is_known_has_no_card(view: BoxView) -> None:
    view.show_card((8, 8))
    assert card(view) is None
    view.set_cards(lambda _cell: None)
    view.show_card((0, 0))
    assert card(view) is None


@pytest.mark.parametrize("cell", [(0, 0), (0, 8), (8, 0), (8, 8), (4, 4)])
@pytest.mark.parametrize("size", [(700, 640), (330, 300)])
def test_the_card_stays_in_the_window_and_off_its_tube(view: BoxView, cell: Cell, size: tuple[int, int]) -> None:
    view.set_cards(lambda _cell: FACTS)
    view.window().resize(*size)
    QApplication.processEvents()
    view.set_cursor(*cell)
    view.show_card(cell)
    shown = card(view)
    assert shown is not None
    assert view.window().rect().contains(shown.geometry())
    if size[0] > 400:
        corner = view.viewport().mapTo(view.window(), view.cell_rect(*cell).center())
        assert not shown.geometry().contains(corner)


def test_a_long_line_is_broken_not_cut(view: BoxView) -> None:
    view.set_cards(lambda _cell: CellCard("MC0000002333", ("a very long remark of somebody " * 8,)))
    view.show_card((4, 4))
    shown = card(view)
    assert shown is not None
    assert shown.width() <= 300
    label = shown.findChildren(QLabel)[-1]
    assert label.height() >= label.heightForWidth(label.width())


def test_a_card_never_takes_the_mouse(view: BoxView) -> None:
    view.set_cards(lambda _cell: FACTS)
    view.show_card((0, 0))
    shown = card(view)
    assert shown is not None
    assert shown.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert shown.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert view.window().childAt(shown.geometry().center() + QPoint(0, 0)) is not shown
