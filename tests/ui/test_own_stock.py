"""Own stock: the drawing follows the form, what is wrong is said where it is, and what is saved is offered at once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox
from pytestqt.qtbot import QtBot

from freezerapp.documents.stock import Feed, Shape, shipped_stock
from freezerapp.ui.dialogs.own_stock import OwnStockDialog
from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
from freezerapp.ui.hands import Seen
from freezerapp.ui.main_window import MainWindow
from tests.ui.test_accessible import nameless
from tests.ui.test_print_labels import settled, tubes_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "FreezerApp" / "labels" / "stock"


def begun(window: MainWindow, qtbot: QtBot) -> OwnStockDialog:
    window.actions_table["own stock"].trigger()
    qtbot.waitUntil(lambda: window.findChild(OwnStockDialog) is not None, timeout=10_000)
    dialog = window.findChild(OwnStockDialog)
    assert dialog is not None
    return dialog


def enter(field: QAbstractSpinBox, number: str) -> None:
    """Type a number into a field, as one does."""
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, number)


def test_stock_entered_in_the_form_is_saved_and_offered(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    dialog = begun(window, qtbot)
    form = dialog.form
    assert not dialog.save.isEnabled(), "it has no name yet"
    QTest.keyClicks(form.title, "Our cryo sheet")
    QTest.keyClicks(form.source, "measured")
    enter(form.width_, "40")
    assert not dialog.save.isEnabled()
    assert form._faults["page.across"].isVisible(), "five of 40 mm lie over each other"
    assert "(38.0 × 13.0 mm)" in form._faults["page.across"].text()
    enter(form.across, "40.5")
    assert form._faults["page.across"].isHidden()
    assert form._faults["page.columns"].isVisible(), "now they go over the edge"
    enter(form.left, "4")
    assert dialog.save.isEnabled()
    QTest.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: "Our cryo sheet" in window.bar.text)
    stock = shipped_stock(folder)["our-cryo-sheet"]
    assert stock.page is not None
    assert (stock.width, stock.page.across, stock.page.left, stock.per_page) == (40, 40.5, 4, 105)


def test_the_drawing_follows_each_number(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    dialog = begun(window, qtbot)
    form, drawing = dialog.form, dialog.drawing
    dialog.begin.setCurrentIndex(dialog.begin.findData("avery-l7651"))
    page, first, second = drawing.page_rect(), *drawing.spots()[:2]
    scale = page.width() / 210
    assert first.x() - page.x() == pytest.approx(4.7 * scale)
    assert second.x() - first.x() == pytest.approx(40.6 * scale)
    enter(form.left, "14.7")
    assert drawing.measured == "page.left"
    assert drawing.spots()[0].x() - page.x() == pytest.approx(14.7 * scale)
    enter(form.rows, "2")
    assert len(drawing.spots()) == 10
    before = drawing.grab().toImage()
    enter(form.down, "30")
    assert drawing.grab().toImage() != before
    form.feed.setCurrentIndex(form.feed.findData(Feed.ROLL))
    assert drawing.page_rect().isEmpty()
    assert drawing.spots() == []


def test_what_lies_over_the_edge_is_drawn_as_wrong(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    dialog = begun(window, qtbot)
    form, drawing = dialog.form, dialog.drawing

    def ground(number: int) -> str:
        spot = drawing.spots()[number].center().toPoint() + QPoint(0, 2)
        return drawing.grab().toImage().pixelColor(spot).name()

    assert ground(0) == "#ffffff"
    enter(form.columns, "6")
    assert ground(0) == "#ffffff"
    assert ground(5) != "#ffffff"


def test_a_copy_gets_a_name_of_its_own_and_own_stock_is_changed(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    dialog = begun(window, qtbot)
    dialog.begin.setCurrentIndex(dialog.begin.findData("dymo-lwcs506"))
    assert dialog.form.cap.isChecked()
    assert dialog.form.part.isChecked()
    QTest.mouseClick(dialog.save, LEFT)
    qtbot.waitUntil(lambda: window.findChild(OwnStockDialog) is None)
    copy = shipped_stock(folder)["dymo-cryostuck-lwcs506-own"]
    assert copy == shipped_stock()["dymo-lwcs506"]._replace(name=copy.name, title="DYMO CryoSTUCK LWCS506, own")
    dialog = begun(window, qtbot)
    at = dialog.begin.findData(copy.name)
    assert dialog.begin.itemText(at).endswith("to be changed")
    dialog.begin.setCurrentIndex(at)
    enter(dialog.form.cap_place[0], "28")
    assert dialog.form._faults["cap"].isVisible(), "the cap lies over the part that is printed"
    enter(dialog.form.cap_place[2], "8")
    QTest.mouseClick(dialog.save, LEFT)
    changed = shipped_stock(folder)
    assert len(list(folder.iterdir())) == 1
    assert changed[copy.name].cap is not None
    assert changed[copy.name].cap.x == 28


def test_round_labels_are_as_high_as_wide(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    dialog = begun(window, qtbot)
    form = dialog.form
    form.shape.setCurrentIndex(form.shape.findData(Shape.ROUND))
    enter(form.width_, "12")
    stock = form.stock()
    assert stock.width == stock.height == stock.printable.width == 12
    assert not form.height_.isEnabled()
    assert not form.corner.isVisible()


def test_stock_smaller_than_any_template_is_said(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    dialog = begun(window, qtbot)
    QTest.keyClicks(dialog.form.title, "Tiny")
    QTest.keyClicks(dialog.form.source, "a ruler")
    assert not dialog.bar.text
    enter(dialog.form.width_, "8")
    enter(dialog.form.height_, "5")
    assert "label designer" in dialog.bar.text
    assert dialog.save.isEnabled()


def test_stock_made_while_labels_are_printed_is_chosen_there(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    ids = tubes_of(window, 1)
    window.workbench._panes.labels.print(tuple(Seen(key, f"tube {key}") for key in ids), None)
    qtbot.waitUntil(lambda: window.findChild(PrintLabelsDialog) is not None, timeout=10_000)
    printing = window.findChild(PrintLabelsDialog)
    assert printing is not None
    settled(printing, qtbot)
    template = printing.form.template.currentData()
    QTest.mouseClick(printing.form.own_stock, LEFT)
    dialog = printing.findChild(OwnStockDialog)
    assert dialog is not None
    assert dialog.begin.currentData() == printing.form.stock.currentData(), "it begins with what is chosen"
    QTest.mouseClick(dialog.save, LEFT)
    settled(printing, qtbot)
    assert printing.form.template.currentData() == template
    assert str(printing.form.stock.currentData()).endswith("-own")
    asked = printing.form.asked()
    assert asked is not None
    assert asked.stock.title.endswith(", own")
    assert printing.page is not None
    assert printing.page.asked == asked


def test_all_that_takes_the_keyboard_in_it_has_a_name(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    dialog = begun(window, qtbot)
    dialog.form.part.setChecked(True)
    dialog.form.cap.setChecked(True)
    assert nameless(dialog) == []
