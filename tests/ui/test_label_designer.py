"""The label designer: by mouse and keys, with real data, step by step back, and what is saved is printed."""

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from freezerapp.commands.define_field import DefineField
from freezerapp.documents.codes import Symbology
from freezerapp.documents.designing import GRID, Handle
from freezerapp.documents.drawn import Wrong
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_sheets import write_pdf
from freezerapp.documents.preview import page_picture
from freezerapp.documents.stock import shipped_stock
from freezerapp.documents.template import Box, Code, For, Line, Template, Text
from freezerapp.documents.template_file import shipped_templates
from freezerapp.ui.dialogs.designer import DesignerDialog
from freezerapp.ui.dialogs.designer_head import NEW
from freezerapp.ui.dialogs.own_stock import OwnStockDialog
from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
from freezerapp.ui.hands import Seen
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.label_canvas import LabelCanvas
from freezerapp.ui.widgets.label_painter import paint_label
from tests.documents.things import BOX, TUBE, alone, contents
from tests.ui.test_accessible import nameless
from tests.ui.test_print_labels import settled, tubes_of

ROOT = Path(__file__).resolve().parents[2]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of this test alone."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "FreezerApp" / "labels" / "templates"


@pytest.fixture
def designer(window: MainWindow, qtbot: QtBot, folder: Path) -> Iterator[DesignerDialog]:
    """The designer as the menu opens it: a copy of the usual template for tubes, with the data of the first."""
    dialog = begun(window, qtbot)
    yield dialog
    if isValid(dialog):
        dialog.done(0)


def begun(window: MainWindow, qtbot: QtBot) -> DesignerDialog:
    window.actions_table["design label"].trigger()
    qtbot.waitUntil(lambda: window.findChild(DesignerDialog) is not None, timeout=10_000)
    dialog = window.findChild(DesignerDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: bool(dialog.sample.facts), timeout=10_000)
    dialog.activateWindow()
    return dialog


def drag(canvas: LabelCanvas, start: QPointF, across_mm: float, down_mm: float) -> None:
    """Drag from a point by so many mm, on the way past places between."""
    end = start + QPointF(across_mm, down_mm) * canvas.scale
    QTest.mousePress(canvas, LEFT, NONE, start.toPoint())
    for share in (0.3, 0.7, 1.0):
        QTest.mouseMove(canvas, (start + (end - start) * share).toPoint())
    QTest.mouseRelease(canvas, LEFT, NONE, end.toPoint())


def click(canvas: LabelCanvas, number: int) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, canvas.place_rect(number).center().toPoint())


def number_of(template: Template, kind: type) -> int:
    return next(number for number, each in enumerate(template.elements) if isinstance(each, kind))


def choose(menu: QMenu, *texts: str) -> None:
    """Choose from a menu, and from the one it opens, as it is filled when it is opened."""
    menu.aboutToShow.emit()
    action = next(each for each in menu.actions() if each.text().replace("&", "").partition("\t")[0] == texts[0])
    if len(texts) > 1:
        below = action.menu()
        assert isinstance(below, QMenu)
        action = next(each for each in below.actions() if each.text().partition("\t")[0] == texts[1])
    action.trigger()


def answer(bar: InlineBar, text: str) -> None:
    button = next(each for each in bar.findChildren(QPushButton) if each.text() == text)
    QTest.mouseClick(button, LEFT)


def test_an_element_is_chosen_by_click_and_dragged_on_the_grid(designer: DesignerDialog) -> None:
    board, canvas = designer.board, designer.canvas
    code = number_of(board.template, Code)
    click(canvas, code)
    assert board.number == code
    assert designer.elements.currentRow() == code + 1
    assert designer.forms.currentWidget() is designer.form
    before = board.element
    assert before is not None
    drag(canvas, canvas.place_rect(code).center(), 0.9, -1.2)
    after = board.element
    assert isinstance(after, Code)
    assert isinstance(before, Code)
    assert (after.width, after.height) == (before.width, before.height)
    assert (after.x, after.y) == (1.5, 2.0), "0.45 and 3.25, dragged by 0.9 and -1.2, on the grid"
    assert designer.form.left.value() == 1.5
    QTest.keyClick(designer, Qt.Key.Key_Z, CTRL)
    assert board.element == before, "a drag is one step"


def test_a_click_alone_moves_nothing(designer: DesignerDialog) -> None:
    for number in range(len(designer.board.template.elements)):
        click(designer.canvas, number)
    QTest.mouseClick(designer.canvas, LEFT, NONE, QPoint(3, 3))
    assert designer.board.number == -1
    assert not designer.board.draft.changed
    assert designer.forms.currentWidget() is designer.label_form


def test_handles_resize_on_the_grid_and_stay_on_the_label(designer: DesignerDialog) -> None:
    board, canvas = designer.board, designer.canvas
    click(canvas, 1)
    drag(canvas, canvas.handle_point(Handle.EAST), -4.3, 0)
    element = board.element
    assert isinstance(element, Text)
    assert (element.x, element.x + element.width) == (7.0, 20.5)
    drag(canvas, canvas.handle_point(Handle.SOUTH_EAST), 99, 99)
    element = board.element
    assert isinstance(element, Text)
    assert element.x + element.width == pytest.approx(board.template.width)
    assert element.y + element.height == pytest.approx(board.template.height)
    drag(canvas, canvas.handle_point(Handle.NORTH_WEST), 99, 99)
    element = board.element
    assert isinstance(element, Text)
    assert element.width == pytest.approx(GRID)


def test_escape_gives_a_drag_up(designer: DesignerDialog) -> None:
    board, canvas = designer.board, designer.canvas
    click(canvas, 0)
    before = board.template
    start = canvas.place_rect(0).center()
    QTest.mousePress(canvas, LEFT, NONE, start.toPoint())
    QTest.mouseMove(canvas, (start + QPointF(20, 30)).toPoint())
    assert board.template != before
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.mouseRelease(canvas, LEFT, NONE, (start + QPointF(20, 30)).toPoint())
    assert board.template == before
    assert designer.isVisible()


def test_all_of_it_can_be_done_with_the_keyboard(designer: DesignerDialog) -> None:
    board, canvas = designer.board, designer.canvas
    count = len(board.template.elements)
    board.choose(0)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert board.number == 1
    QTest.keyClick(canvas, Qt.Key.Key_Backtab)
    assert board.number == 0
    assert canvas.accessibleDescription().startswith("Text {participant:short}")
    for key, held, x, width in (
        (Qt.Key.Key_Right, NONE, 7.5, 17.7),
        (Qt.Key.Key_Left, NONE, 7.0, 17.7),
        (Qt.Key.Key_Left, SHIFT, 7.0, 17.5),
        (Qt.Key.Key_Right, SHIFT, 7.0, 18.0),
    ):
        QTest.keyClick(canvas, key, held)
        element = board.element
        assert isinstance(element, Text)
        assert (element.x, element.width) == (x, pytest.approx(width))
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(board.template.elements) == count - 1
    for _ in range(7):
        QTest.keyClick(designer, Qt.Key.Key_Z, CTRL)
    assert not board.draft.can_undo
    assert not board.draft.changed
    assert designer.head.redo.isEnabled()
    QTest.mouseClick(designer.head.redo, LEFT)
    assert board.template.elements[0].x == 7.5
    board.choose(count - 1)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert not canvas.hasFocus(), "behind the last element it goes on"


def test_the_list_of_elements_and_the_drawing_are_in_step(designer: DesignerDialog) -> None:
    for row in range(designer.elements.count()):
        designer.elements.setCurrentRow(row)
        assert designer.canvas.number == designer.board.number == row - 1
    designer.elements.setFocus()
    QTest.keyClick(designer.elements, Qt.Key.Key_Up)
    assert designer.board.number == designer.elements.count() - 3


def test_a_text_is_chosen_from_the_menu_of_fields_the_sites_own_among_them(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    window.doing.perform(DefineField("grade", "Tumour & grade"), "defined")
    qtbot.waitUntil(lambda: not window.doing.is_busy)
    designer = begun(window, qtbot)
    qtbot.waitUntil(lambda: bool(designer.form._own), timeout=5_000)
    board = designer.board
    menu = designer.tools.text.menu()
    menu.aboutToShow.emit()
    lines = [each.text() for each in menu.actions()]
    assert f"Barcode\t{designer.sample.facts['barcode']}" in lines, "with what it says of the tube"
    assert "Tumour && grade" in lines
    choose(menu, "Tumour  grade")
    assert isinstance(board.element, Text)
    assert board.element.text == "{field:grade}"
    assert not [each for each in board.proof.findings if each.refused]
    choose(designer.form.fields.menu(), "Visit")
    assert board.element.text == "{field:grade}{visit}"
    assert designer.form.text.text() == board.element.text
    form = designer.form
    form.rule.setCurrentIndex(form.rule.findData("with"))
    form.rule_field.setCurrentIndex(form.rule_field.findText("Tumour & grade"))
    assert board.element.when == "field:grade"
    assert not board.proof.refused
    designer.done(0)


def test_a_code_comes_with_its_text_and_without_it_is_refused(designer: DesignerDialog, qtbot: QtBot) -> None:
    board = designer.board
    designer.head.template_wanted.emit(NEW)
    assert board.template.elements == ()
    assert not designer.save.isEnabled()
    choose(designer.tools.code.menu(), "QR", "Barcode")
    assert isinstance(board.element, Code)
    assert board.element.symbology is Symbology.QR
    assert [each.text for each in board.template.elements if isinstance(each, Text)] == ["{barcode}"]
    assert designer.save.isEnabled()
    board.choose(0)
    QTest.mouseClick(designer.form.remove, LEFT)
    assert not designer.save.isEnabled()
    assert "readable text" in designer.findings.item(0).text()
    QTest.keyClick(designer, Qt.Key.Key_Z, CTRL)
    assert designer.save.isEnabled()


def test_lines_frames_and_words_are_put_on_it(designer: DesignerDialog) -> None:
    board = designer.board
    choose(designer.tools.more.menu(), "Line")
    line = board.element
    assert isinstance(line, Line)
    canvas = designer.canvas
    drag(canvas, canvas.handle_point(Handle.END), 1.0, 2.0)
    moved = board.element
    assert isinstance(moved, Line)
    assert (moved.x, moved.y) == (line.x, line.y)
    assert moved.y2 == line.y2 + 2.0
    designer.form.thickness.setValue(0.5)
    assert board.element == moved._replace(thickness=0.5)
    choose(designer.tools.more.menu(), "Frame")
    designer.form.corner.setValue(1.0)
    assert isinstance(board.element, Box)
    assert board.element.corner == 1.0
    choose(designer.tools.text.menu(), "Words of your own")
    designer.form.text.setFocus()
    designer.form.text.selectAll()
    QTest.keyClicks(designer.form.text, "For research")
    assert isinstance(board.element, Text)
    assert board.element.text == "For research"
    QTest.mouseClick(designer.head.undo, LEFT)
    assert board.element.text == "Text", "what is typed in a row is one step"


def test_the_form_says_all_there_is_to_say_of_a_text(designer: DesignerDialog) -> None:
    board, form = designer.board, designer.form
    board.choose(0)
    before = board.element
    assert isinstance(before, Text)
    form.left.setValue(6.5)
    form.top.setValue(0.5)
    form.wide.setValue(17.0)
    form.high.setValue(3.0)
    form.points.setValue(8.0)
    form.weight.setCurrentIndex(form.weight.findData("medium"))
    form.align.setCurrentIndex(form.align.findData("right"))
    form.fit.setCurrentIndex(form.fit.findData("cut"))
    form.turn.setCurrentIndex(form.turn.findData(180))
    form.rule.setCurrentIndex(form.rule.findData("without"))
    form.rule_field.setCurrentIndex(form.rule_field.findData("parent"))
    expected = Text(before.text, 6.5, 0.5, 17.0, 3.0, 8.0, "medium", "right", "cut", 5.6, 180, "side", "not parent")
    assert board.element == expected
    while board.draft.can_undo:
        QTest.mouseClick(designer.head.undo, LEFT)
    assert board.element == before
    assert form.points.value() == pytest.approx(before.size)


def test_a_bracket_that_is_not_closed_is_said_at_its_field(designer: DesignerDialog) -> None:
    designer.board.choose(0)
    form = designer.form
    form.text.setFocus()
    form.text.selectAll()
    QTest.keyClicks(form.text, "{vis")
    assert form.text.property("look") == "problem"
    assert "bracket" in form.wrong.text()
    assert not designer.save.isEnabled()
    QTest.mouseClick(designer.longest, LEFT)
    form.text.setFocus()
    QTest.keyClicks(form.text, "it}")
    assert not form.text.property("look")
    assert form.wrong.isHidden()
    assert designer.save.isEnabled()


def test_a_code_too_small_for_the_printer_is_refused_until_it_is_larger(designer: DesignerDialog) -> None:
    board, head = designer.board, designer.head
    code = number_of(board.template, Code)
    head.dpi.setCurrentIndex(head.dpi.findData(203))
    click(designer.canvas, code)
    assert not board.proof.findings
    drag(designer.canvas, designer.canvas.handle_point(Handle.SOUTH_EAST), -3.0, -3.0)
    assert [each.what for each in board.proof.findings] == [Wrong.CODE_TOO_SMALL]
    assert designer.findings.item(0).text().startswith("Refused. Code {barcode}: ")
    assert "0.125 mm" in designer.form.wrong.text()
    assert designer.form.dots.text() == "1 dot: 0.125 mm"
    assert not designer.save.isEnabled()
    head.dpi.setCurrentIndex(head.dpi.findData(600))
    assert [(each.what, each.refused) for each in board.proof.findings] == [(Wrong.CODE_SMALL, False)]
    assert designer.save.isEnabled(), "that is only warned of"


def test_a_line_of_what_is_wrong_leads_to_its_element(designer: DesignerDialog) -> None:
    board = designer.board
    code = number_of(board.template, Code)
    click(designer.canvas, 0)
    drag(designer.canvas, designer.canvas.place_rect(0).center(), -7.0, 3.0)
    assert (Wrong.QUIET_HURT, code) in [(each.what, each.element) for each in board.proof.findings]
    board.choose(-1)
    row = next(row for row in range(designer.findings.count()) if "white around" in designer.findings.item(row).text())
    rect = designer.findings.visualItemRect(designer.findings.item(row))
    QTest.mouseClick(designer.findings.viewport(), LEFT, NONE, rect.center())
    assert board.number == code
    assert designer.canvas.hasFocus()


def test_the_next_tubes_are_tried_and_the_longest(designer: DesignerDialog, qtbot: QtBot) -> None:
    seen = [designer.sample.id]
    assert not designer.back.isHidden()
    for _ in range(3):
        QTest.mouseClick(designer.on, LEFT)
        qtbot.waitUntil(lambda: designer.sample.id != seen[-1])
        seen.append(designer.sample.id)
    assert seen == sorted(set(seen))
    assert designer.sample.facts["barcode"] in designer.whose.text()
    QTest.mouseClick(designer.back, LEFT)
    qtbot.waitUntil(lambda: designer.sample.id == seen[2])
    text = next(number for number, each in enumerate(designer.board.template.elements) if "material" in each.text)
    long = len(designer.sample.facts["material"])
    QTest.mouseClick(designer.longest, LEFT)
    qtbot.waitUntil(lambda: designer.sample.id != seen[2])
    assert len(designer.sample.facts["material"]) >= long
    designer.board.choose(text)
    designer.form.fit.setCurrentIndex(designer.form.fit.findData("cut"))
    designer.form.wide.setValue(5.0)
    assert (Wrong.TEXT_CUT, text) in [(each.what, each.element) for each in designer.board.proof.findings]


def test_the_chosen_tube_is_shown(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    tubes = tubes_of(window, 3)
    window.workbench._panes.labels.design(tuple(Seen(key, "") for key in tubes), None)
    qtbot.waitUntil(lambda: window.findChild(DesignerDialog) is not None, timeout=10_000)
    dialog = window.findChild(DesignerDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.sample.id == tubes[0], timeout=10_000)
    QTest.mouseClick(dialog.on, LEFT)
    qtbot.waitUntil(lambda: dialog.sample.id == tubes[1])
    dialog.done(0)


@pytest.mark.parametrize(
    ("of", "field"), [(For.BOX, "code"), (For.FREEZER, "name"), (For.COMMANDS, "code"), (For.SCANNER_CARD, "code")]
)
def test_other_labels_are_drawn_with_the_data_of_their_things(
    designer: DesignerDialog, qtbot: QtBot, of: For, field: str
) -> None:
    template = next(each for each in designer.board.known.templates.values() if each.of is of)
    designer.head.template_wanted.emit(template.name)
    qtbot.waitUntil(lambda: designer.sample.of is of)
    assert designer.sample.facts[field]
    assert designer.board.proof.label.items
    assert all(not each.refused for each in designer.board.proof.findings)


def test_a_label_for_another_thing_tells_which_fields_it_has_not(designer: DesignerDialog, qtbot: QtBot) -> None:
    form = designer.label_form
    form.of.setCurrentIndex(form.of.findData(For.BOX))
    qtbot.waitUntil(lambda: designer.sample.of is For.BOX)
    assert not designer.save.isEnabled()
    assert any("field is not known" in designer.findings.item(row).text() for row in range(designer.findings.count()))


def test_a_stock_that_is_too_small_is_refused_until_the_label_fits(designer: DesignerDialog) -> None:
    head, board = designer.head, designer.board
    head.stock.setCurrentIndex(head.stock.findData("dymo-lwcs507"))
    assert board.template.stock == "dymo-lwcs507"
    assert designer.save.isEnabled()
    head.stock.setCurrentIndex(head.stock.findData("avery-l4730"))
    assert [each.what for each in board.proof.findings] == [Wrong.DOES_NOT_FIT]
    assert not designer.save.isEnabled()
    QTest.mouseClick(designer.label_form.fill, LEFT)
    assert (board.template.width, board.template.height) == (17.8, 10.0)
    assert Wrong.DOES_NOT_FIT not in [each.what for each in board.proof.findings]
    QTest.mouseClick(head.undo, LEFT)
    QTest.mouseClick(head.undo, LEFT)
    assert head.stock.currentData() == "dymo-lwcs507", "the stock belongs to the step"


def test_what_is_saved_is_a_file_of_the_user_that_reads_as_it_was_drawn(designer: DesignerDialog, folder: Path) -> None:
    board = designer.board
    click(designer.canvas, 0)
    QTest.keyClick(designer.canvas, Qt.Key.Key_Down)
    board.choose(-1)
    designer.label_form.title.setFocus()
    designer.label_form.title.selectAll()
    QTest.keyClicks(designer.label_form.title, "Our vials")
    QTest.keyClick(designer, Qt.Key.Key_S, CTRL)
    assert [file.name for file in folder.iterdir()] == ["our-vials.toml"]
    saved = shipped_templates(folder)["our-vials"]
    assert saved == board.template._replace(folder=str(folder))
    assert designer.head.template.currentText() == "Our vials"
    assert not designer.save.isEnabled()
    assert "Our vials is saved" in designer.bar.text
    click(designer.canvas, 1)
    QTest.keyClick(designer.canvas, Qt.Key.Key_Delete)
    assert designer.save.isEnabled()
    QTest.mouseClick(designer.as_new, LEFT)
    assert sorted(file.name for file in folder.iterdir()) == ["our-vials-2.toml", "our-vials.toml"]
    assert shipped_templates(folder)["our-vials"] == saved, "the first stays as it was"


def test_what_is_not_saved_is_asked_about(designer: DesignerDialog, folder: Path) -> None:
    board = designer.board
    click(designer.canvas, 0)
    QTest.keyClick(designer.canvas, Qt.Key.Key_Right)
    moved = board.template
    QTest.mouseClick(designer.close_, LEFT)
    assert designer.isVisible()
    assert designer.bar.text == "This label is not saved."
    head = designer.head
    head.template.setCurrentIndex(head.template.findData("box-64x38"))
    head.template.activated.emit(head.template.currentIndex())
    assert head.template.currentData() == "tube-25x13", "the one that is drawn on, until it is answered"
    answer(designer.bar, "Save it")
    assert board.template.of is For.BOX
    assert len(list(folder.iterdir())) == 1
    assert shipped_templates(folder)[next(folder.iterdir()).stem].elements == moved.elements
    click(designer.canvas, 0)
    QTest.keyClick(designer.canvas, Qt.Key.Key_Delete)
    QTest.keyClick(designer, Qt.Key.Key_Escape)
    assert designer.isVisible()
    answer(designer.bar, "Forget the changes")
    assert not designer.isVisible()


def test_a_label_designed_while_printing_is_printed(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    ids = tubes_of(window, 2)
    window.workbench._panes.labels.print(tuple(Seen(key, f"tube {key}") for key in ids), None)
    qtbot.waitUntil(lambda: window.findChild(PrintLabelsDialog) is not None, timeout=10_000)
    printing = window.findChild(PrintLabelsDialog)
    assert printing is not None
    settled(printing, qtbot)
    printing.form.template.setCurrentIndex(printing.form.template.findData("tube-38x21"))
    settled(printing, qtbot)
    QTest.mouseClick(printing.form.design, LEFT)
    dialog = printing.findChild(DesignerDialog)
    assert dialog is not None
    assert dialog.board.template.elements == shipped_templates()["tube-38x21"].elements
    assert dialog.board.stock.name == printing.form.stock.currentData()
    qtbot.waitUntil(lambda: dialog.sample.id in ids, timeout=10_000)
    click(dialog.canvas, 0)
    QTest.keyClick(dialog.canvas, Qt.Key.Key_Delete)
    QTest.mouseClick(dialog.save, LEFT)
    QTest.mouseClick(dialog.close_, LEFT)
    settled(printing, qtbot)
    name = next(folder.iterdir()).stem
    assert printing.form.template.currentData() == name
    asked = printing.form.asked()
    assert asked is not None
    assert asked.template.elements == shipped_templates()["tube-38x21"].elements[1:]
    assert printing.page is not None
    assert printing.page.asked == asked


def test_a_new_label_is_begun_for_new_stock(window: MainWindow, qtbot: QtBot, folder: Path) -> None:
    window.actions_table["own stock"].trigger()
    qtbot.waitUntil(lambda: window.findChild(OwnStockDialog) is not None, timeout=10_000)
    entering = window.findChild(OwnStockDialog)
    assert entering is not None
    QTest.keyClicks(entering.form.title, "Tiny")
    QTest.keyClicks(entering.form.source, "a ruler")
    entering.form.width_.setValue(14)
    entering.form.height_.setValue(7)
    QTest.mouseClick(entering.save, LEFT)
    qtbot.waitUntil(lambda: "Tiny" in window.bar.text)
    answer(window.bar, "Design a label for it")
    qtbot.waitUntil(lambda: window.findChild(DesignerDialog) is not None, timeout=10_000)
    dialog = window.findChild(DesignerDialog)
    assert dialog is not None
    template = dialog.board.template
    assert (template.stock, template.width, template.height, template.elements) == ("tiny", 14, 7, ())
    assert template.title == "New label for Tiny"
    choose(dialog.tools.code.menu(), "Micro QR", "Barcode")
    assert dialog.save.isEnabled()
    dialog.done(0)


def test_a_picture_is_put_on_it_and_kept_beside_the_file(designer: DesignerDialog, folder: Path) -> None:
    logo = folder.parent.parent.parent / "logo.png"
    logo.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(40, 20, QImage.Format.Format_Grayscale8)
    image.fill(0)
    assert image.save(str(logo))
    designer.add_picture(str(logo))
    element = designer.board.element
    assert element is not None
    assert designer.save.isEnabled()
    QTest.mouseClick(designer.save, LEFT)
    assert (folder / "logo.png").read_bytes() == logo.read_bytes()
    assert shipped_templates(folder)[designer.board.template.name].elements[-1] == element
    notes = logo.with_name("notes.png")
    notes.write_text("no picture", encoding="utf-8")
    designer.add_picture(str(notes))
    assert "notes.png is no PNG" in designer.bar.text


def test_a_double_click_or_enter_leads_to_the_form_and_saves_nothing(designer: DesignerDialog, folder: Path) -> None:
    canvas, form = designer.canvas, designer.form
    QTest.mouseDClick(canvas, LEFT, NONE, canvas.place_rect(1).center().toPoint())
    click(canvas, 1)
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert form.text.hasFocus()
    QTest.keyClick(form.text, Qt.Key.Key_Return)
    designer.elements.setFocus()
    QTest.keyClick(designer.elements, Qt.Key.Key_Return)
    assert not folder.exists()
    assert designer.isVisible()


def test_a_file_that_can_not_be_read_is_said_and_never_written_over(
    window: MainWindow, qtbot: QtBot, folder: Path
) -> None:
    folder.mkdir(parents=True)
    broken = folder / "tube-side-25.4-x-12.7-mm-own.toml"
    broken.write_text("title = ", encoding="utf-8")
    designer = begun(window, qtbot)
    assert broken.name.removesuffix(".toml") in designer.bar.text
    QTest.mouseClick(designer.save, LEFT)
    assert broken.read_text(encoding="utf-8") == "title = "
    assert sorted(file.stem for file in folder.iterdir()) == [broken.stem, f"{broken.stem}-2"]
    assert broken.stem in designer.bar.text
    designer.done(0)


def test_it_is_loaded_with_the_first_designer_only() -> None:
    """The window starts without it, and labels are printed without it."""
    words = "import freezerapp.ui.label_desk, freezerapp.ui.workbench, freezerapp.ui.dialogs.print_labels, sys\n"
    words += "from freezerapp.ui.dialogs import label_making\n"
    words += "print([name for name in sys.modules if 'design' in name or 'own_stock' in name or 'canvas' in name])"
    done = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


def test_zoom_is_in_steps_and_fits_the_window_again(designer: DesignerDialog) -> None:
    canvas = designer.canvas
    fitted = canvas.scale
    QTest.mouseClick(designer.larger, LEFT)
    QTest.mouseClick(designer.larger, LEFT)
    assert canvas.scale == pytest.approx(fitted * 1.25**2)
    assert canvas.width() >= designer.board.stock.width * canvas.scale
    QTest.mouseClick(designer.smaller, LEFT)
    assert canvas.scale == pytest.approx(fitted * 1.25)
    QTest.mouseClick(designer.fit, LEFT)
    assert canvas.scale == pytest.approx(fitted)


@pytest.mark.parametrize("name", ["tube-25x13", "tube-34x25-ladder", "tube-24x13-cap", "box-46x22"])
def test_the_drawing_is_what_paper_shows(qtbot: QtBot, name: str) -> None:
    """Painted on the screen and rasterised from the PDF: nearly the same dots, and the same codes are read."""
    template = shipped_templates()[name]
    stock = alone(shipped_stock()[template.stock])
    dpi = 1_200
    label = LabelLayout(template, stock, dpi).draw(contents(template)[1])
    file = BytesIO()
    write_pdf(file, [label], stock, dpi=dpi)
    paper = page_picture(file.getvalue(), 0, dpi)
    image = QImage(paper.width, paper.height, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_label(painter, label, dpi / 25.4)
    painter.end()
    screen = b"".join(bytes(image.constScanLine(row))[: paper.width] for row in range(paper.height))
    far = sum(abs(one - other) > 128 for one, other in zip(screen, paper.grey, strict=True))
    black = sum(each < 128 for each in paper.grey)
    assert far < black * 0.06, f"{far} of {black} dots differ"
    view = memoryview(screen).cast("B", (paper.height, paper.width))
    wanted = {TUBE["barcode"]} if template.of is For.TUBE else {BOX["code"]}
    assert {each.text for each in zxingcpp.read_barcodes(view)} == wanted


def test_all_that_takes_the_keyboard_in_it_has_a_name(designer: DesignerDialog) -> None:
    assert nameless(designer) == []
    for number in range(len(designer.board.template.elements)):
        designer.board.choose(number)
        assert nameless(designer) == []
    for text in ("Line", "Frame"):
        choose(designer.tools.more.menu(), text)
        assert nameless(designer) == []
