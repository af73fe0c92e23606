"""What a scan is told in the box: where it aims, and whether it was right, for a moment and never by colour alone."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.box_flash import Tone
from freezerapp.ui.widgets.box_view import BoxView
from tests.painted_box import CTRL, Keys, a_box, a_tube, has_colour, part, press, seen


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    look._theme = look.theme._replace(tube=look.theme.tube._replace(placed_ms=30.0))
    yield look
    look.set_still(False)
    look.choose(Scheme.LIGHT)
    look.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> BoxView:
    view = BoxView(look)
    qtbot.addWidget(view)
    view.resize(640, 600)
    view.show_picture(a_box())
    view.show()
    return view


@pytest.mark.parametrize("still", [True, False])
def test_a_tube_just_placed_wears_a_ring_for_a_moment(view: BoxView, look: Look, qtbot: QtBot, still: bool) -> None:
    look.set_still(still)
    picture = a_box()
    plain = part(seen(view), view, (1, 1))
    view.show_picture(picture._replace(cells={**picture.cells, (1, 1): a_tube("B2", just_placed=True)}))
    assert has_colour(part(seen(view), view, (1, 1)), look.theme.colour.accent)
    qtbot.waitUntil(lambda: not view._flash.shines, timeout=2000)
    assert part(seen(view), view, (1, 1)) == plain
    view.show_picture(picture._replace(cells={**picture.cells, (1, 1): a_tube("B2", just_placed=True, hold=True)}))
    assert not view._flash.shines, "it was placed a while ago"


def test_each_shines_for_its_own_time(view: BoxView, look: Look, qtbot: QtBot) -> None:
    look.set_still(True)
    view.flash((0, 0), Tone.RIGHT)
    qtbot.wait(15)
    view.flash((0, 1), Tone.WRONG)
    qtbot.waitUntil(lambda: {shine.cell for shine in view._flash.shines} == {(0, 1)}, timeout=2000)
    qtbot.waitUntil(lambda: not view._flash.shines, timeout=2000)


def test_right_wrong_and_attention_differ_in_more_than_colour(view: BoxView, look: Look) -> None:
    cells = ((4, 1), (4, 3), (4, 5), (4, 7))
    for cell, tone in zip(cells, Tone, strict=True):
        view.flash(cell, tone)
    image, pane = seen(view), look.theme.colour.pane
    signs = []
    for cell in cells:
        tube = part(image, view, cell)
        side = tube.width()
        signs.append(
            {
                (x, y)
                for x in range(side * 3 // 4, side - 4)
                for y in range(4, side // 3)
                if tube.pixelColor(x, y) == pane
            }
        )
    for number, sign in enumerate(signs):
        for other in signs[number + 1 :]:
            assert sign != other, "where the pane shines through"
    assert has_colour(part(image, view, (4, 3)), look.theme.colour.accent)
    assert has_colour(part(image, view, (4, 5)), look.theme.colour.warning_bar)


def test_another_box_does_not_go_on_shining(view: BoxView) -> None:
    view.flash((0, 0), Tone.WRONG)
    view.flash((88, 0), Tone.WRONG)
    assert len(view._flash.shines) == 1, "a position that is not there does not shine"
    view.show_picture(a_box(key=2))
    assert not view._flash.shines


def test_the_target_of_a_scan_is_ringed_named_and_read_out(view: BoxView, look: Look, qtbot: QtBot) -> None:
    plain = seen(view)
    with qtbot.waitSignal(view.said) as told:
        view.show_target((4, 4), "E5: next tube")
    assert told.args == ["E5: next tube"]
    assert view.accessibleDescription() == "E5: next tube"
    image = seen(view)
    assert has_colour(part(image, view, (4, 4)), look.theme.colour.accent)
    assert has_colour(part(image, view, (3, 4)), look.theme.colour.accent), "its label stands over it"
    view.show_target((0, 0), "A1")
    assert has_colour(part(seen(view), view, (1, 0)), look.theme.colour.accent), "at the top the label stands below"
    view.show_target(None)
    assert seen(view) == plain
    view.show_target((77, 0))
    assert seen(view) == plain


def test_a_target_without_words_is_read_out_by_its_label_and_goes_with_its_box(view: BoxView, look: Look) -> None:
    view.show_target((8, 8))
    assert view.accessibleDescription() == "I9"
    picture = a_box()
    view.show_picture(picture._replace(cells={cell: one for cell, one in picture.cells.items() if cell != (8, 8)}))
    assert not has_colour(part(seen(view), view, (8, 7)), look.theme.colour.accent)
    view.show_target((0, 0))
    view.show_picture(a_box(key=2))
    assert not has_colour(part(seen(view), view, (0, 0)), look.theme.colour.accent)


def test_a_target_out_of_sight_is_scrolled_to(view: BoxView) -> None:
    view.show_picture(a_box(16, 24, key=3))
    view.resize(300, 240)
    press(view, Keys.Key_Home, CTRL)
    view.show_target((15, 23), "P24")
    assert view.viewport().rect().contains(view.cell_rect(15, 23).center())
