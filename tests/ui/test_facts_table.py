"""Facts beside their names: plain text whatever it holds, wrapped, and read out with its name."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.facts_table import Fact, FactsTable
from freezerapp.ui.widgets.fill_bar import FillBar
from freezerapp.ui.widgets.pill import Pill, Tone


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.deleteLater()


@pytest.fixture
def table(qtbot: QtBot, look: Look) -> FactsTable:
    table = FactsTable(look)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()
    return table


def values(table: FactsTable) -> list[QLabel]:
    return [label for label in table.findChildren(QLabel) if label.accessibleName() and label.isVisible()]


def test_each_value_is_read_out_with_its_name(table: FactsTable) -> None:
    table.show_facts((Fact("Position", "in DNA-0042", lead="D6"), Fact("Visit", "V01")))
    assert [label.accessibleName() for label in values(table)] == ["Position: D6 in DNA-0042", "Visit: V01"]
    table.show_facts((Fact("Visit", "V02"),))
    assert [label.accessibleName() for label in values(table)] == ["Visit: V02"]


def test_text_that_looks_like_markup_stays_text_and_no_value_widens_the_pane(table: FactsTable) -> None:
    table.show_facts((Fact("Note", "<img src=x> " + "y" * 400),))
    (value,) = values(table)
    assert value.textFormat() is Qt.TextFormat.PlainText
    assert value.toolTip().startswith("<qt>&lt;img")
    assert table.minimumSizeHint().width() < 200


def test_codes_are_in_a_typeface_to_compare_letter_by_letter(table: FactsTable) -> None:
    table.show_facts((Fact("SPREC", "PL1-SST-B-B-N-B-D", mono=True), Fact("Visit", "V01")))
    code, plain = values(table)
    assert QFontInfo(code.font()).fixedPitch()
    assert not QFontInfo(plain.font()).fixedPitch()


def test_a_fill_bar_warns_from_nearly_full_on_or_when_told(qtbot: QtBot, look: Look) -> None:
    bar = FillBar(look)
    qtbot.addWidget(bar)
    bar.resize(bar.sizeHint())

    def colour(fraction: float, warns: bool | None = None) -> str:
        bar.show_fill(fraction, "some", warns)
        return bar.grab().toImage().pixelColor(6, 3).name()

    theme = look.theme
    assert colour(0.5) == theme.bar.name()
    assert colour(0.97) == colour(0.5, True) == theme.colour.warning_bar.name()
    assert colour(0.97, False) == theme.bar.name()
    assert colour(0.0) == theme.colour.track.name()
    assert bar.accessibleName() == "some"


def test_a_pill_takes_the_colours_of_its_tone(qtbot: QtBot, look: Look) -> None:
    pill = Pill("2 to decide", Tone.NEUTRAL)
    qtbot.addWidget(pill)
    pill.show()

    def ground() -> str:
        return pill.grab().toImage().pixelColor(5, pill.height() // 2).name()

    assert ground() == look.theme.colour.pill.name()
    pill.set_tone(Tone.WARNING)
    assert ground() == look.theme.colour.warning_ground.name()
