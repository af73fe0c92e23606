"""The legend: each colour with its word and its count, in as many lines as it takes, for mouse, keys and voice."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.domain.colour_keys import NOTHING, OTHERS, category_key, level_key
from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.theme import load_theme
from freezerapp.ui.widgets.box_legend import BoxLegend, LegendEntry
from tests.painted_box import LEFT, NONE, Keys, has_colour

ENTRIES = (
    LegendEntry("DNA", "Genomic DNA", 1250),
    LegendEntry("PL1", "Plasma", 8),
    LegendEntry(category_key(2), "V03", 3),
    LegendEntry("#336699", "What a site calls by a very long name", 4),
)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.set_gloves(False)
    look.deleteLater()


@pytest.fixture
def legend(qtbot: QtBot, look: Look) -> BoxLegend:
    legend = BoxLegend(look)
    qtbot.addWidget(legend)
    legend.show_entries(ENTRIES, "Material")
    legend.resize(900, 30)
    legend.show()
    legend.activateWindow()
    return legend


def test_it_takes_as_many_lines_as_it_needs(legend: BoxLegend) -> None:
    one = legend.heightForWidth(900)
    assert legend.heightForWidth(340) > one
    legend.resize(340, legend.heightForWidth(340))
    rects = [legend.entry_rect(number) for number in range(len(ENTRIES))]
    assert all(legend.rect().adjusted(-1, -1, 1, 1).contains(rect) for rect in rects)
    assert not any(one.intersects(two) for number, one in enumerate(rects) for two in rects[number + 1 :])


def test_it_gets_the_height_it_needs_in_a_page(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    legend = BoxLegend(look)
    layout = QVBoxLayout(page)
    layout.addWidget(legend)
    layout.addStretch(1)
    page.resize(320, 400)
    page.show()
    legend.show_entries(ENTRIES, "Material")
    QApplication.processEvents()
    assert legend.height() >= legend.heightForWidth(legend.width())
    legend.show_entries(())
    assert legend.spoken_count() == 0


def test_each_swatch_has_the_colour_of_its_tubes(legend: BoxLegend, look: Look) -> None:
    image = legend.grab().toImage()
    for number, entry in enumerate(ENTRIES):
        swatch = image.copy(legend.entry_rect(number))
        assert has_colour(swatch, look.theme.tube_colour(entry.colour).disc)


def test_a_click_and_enter_pick_an_entry(legend: BoxLegend, qtbot: QtBot) -> None:
    with qtbot.waitSignal(legend.picked) as told:
        QTest.mouseClick(legend, LEFT, NONE, legend.entry_rect(1).center())
    assert told.args == [1]
    legend.setFocus()
    qtbot.waitUntil(legend.hasFocus)
    QTest.keyClick(legend, Keys.Key_Right)
    QTest.keyClick(legend, Keys.Key_Right)
    QTest.keyClick(legend, Keys.Key_Left)
    with qtbot.waitSignal(legend.picked) as told:
        QTest.keyClick(legend, Keys.Key_Return)
    assert told.args == [1]
    with qtbot.assertNotEmitted(legend.picked):
        QTest.mouseClick(legend, LEFT, NONE, legend.rect().bottomRight())


def test_a_screen_reader_hears_word_and_count(legend: BoxLegend) -> None:
    spoken = QAccessible.queryAccessibleInterface(legend)
    assert spoken.text(QAccessible.Text.Name) == "Material"
    assert spoken.childCount() == len(ENTRIES)
    said = spoken.child(1).text(QAccessible.Text.Name)
    assert said.startswith("Plasma: 8")


def test_gloved_hands_get_higher_lines(legend: BoxLegend, look: Look) -> None:
    plain = legend.entry_rect(0).height()
    look.set_gloves(True)
    assert legend.entry_rect(0).height() >= 44 > plain


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_colour_key_has_its_own_colour(name: str) -> None:
    theme = load_theme(name)
    keys = [category_key(number) for number in range(12)] + [level_key(level) for level in range(6)] + [NOTHING]
    colours = [theme.tube_colour(key) for key in keys]
    assert len({colour.disc.name() for colour in colours}) == len(keys)
    other = theme.tube_colour("ZZZ")
    assert theme.tube_colour(OTHERS).disc == other.disc
    assert theme.tube_colour("category:99") == other == theme.tube_colour("level:-1")
    assert theme.tube_colour("#336699").disc == QColor("#336699")
