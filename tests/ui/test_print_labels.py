"""The dialog that prints labels: its fields, the page beside it, what is kept, and a printed page read back."""

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QLocale, QSize, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.documents.drawn import Wrong
from freezerapp.documents.preview import page_count as pages_of
from freezerapp.documents.preview import page_picture
from freezerapp.documents.stock import EXACT, Calibration, shipped_stock
from freezerapp.documents.template import For
from freezerapp.documents.template_file import shipped_templates
from freezerapp.ui import label_settings as kept
from freezerapp.ui.dialogs.adjust_printer import AdjustDialog
from freezerapp.ui.dialogs.measure_screen import MeasureScreenDialog
from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
from freezerapp.ui.hands import Seen
from freezerapp.ui.labelling import Asked, Labelling, What, page_count, places_on_first
from freezerapp.ui.look import Look
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.printing import Outcome, Way, lay_out, print_pages
from freezerapp.ui.said_of_labels import LabelWords
from freezerapp.ui.settings import Settings
from freezerapp.ui.widgets.page_preview import PagePreview
from tests.fake_printer import READY, FakePrinter

MM_PER_INCH = 25.4
TUBES = What("tubes", For.TUBE, (1, 2, 3))


def asked(stock: str = "avery-l4732", template: str = "tube-35x17", **more: object) -> Asked:
    return Asked(TUBES, shipped_templates()[template], shipped_stock()[stock], 600)._replace(**more)


def tubes_of(window: MainWindow, count: int) -> list[int]:
    """The first tubes of the first box that are on no hold."""
    storage, bank = window.now.storage, window.doing._dispatcher.bank
    assert storage is not None
    assert bank is not None
    from freezerapp.ui import questions

    with bank.reading() as reader:
        tubes = questions.box(reader, storage.boxes[0]).tubes
    return [tube.id for tube in tubes if not tube.holds][:count]


def opened(window: MainWindow, qtbot: QtBot, ids: list[int]) -> PrintLabelsDialog:
    window.workbench._panes.labels.print(tuple(Seen(key, f"tube {key}") for key in ids), None)
    qtbot.waitUntil(lambda: window.findChild(PrintLabelsDialog) is not None, timeout=10_000)
    dialog = window.findChild(PrintLabelsDialog)
    assert dialog is not None
    settled(dialog, qtbot)
    return dialog


def settled(dialog: PrintLabelsDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: dialog.page is not None and not dialog.is_drawing, timeout=10_000)


def test_pages_are_counted_with_copies_and_used_places() -> None:
    assert page_count(asked(), 0) == 0
    assert page_count(asked(), 80) == 1
    assert page_count(asked(), 81) == 2
    assert page_count(asked(copies=2), 41) == 2
    assert page_count(asked(start=79), 1) == 1
    assert page_count(asked(start=79), 82) == 3
    assert page_count(asked(start=78, used=frozenset({79})), 2) == 2
    assert places_on_first(asked(start=78, used=frozenset({78, 79}))) == tuple(range(80)), "a new sheet then"
    assert page_count(asked("brady-25x13", "tube-25x13"), 5) == 5, "on a roll a label is a page"


def test_labels_speak_the_language_of_the_screen(window: MainWindow, tmp_path: Path) -> None:
    """Preview, PDF and ZPL of a French screen say the same French words."""
    from freezerapp.documents.batch import Batch
    from freezerapp.documents.preview import page_text
    from freezerapp.ui.labelling import library

    bank, tree = window.doing._dispatcher.bank, window.now.storage
    assert bank is not None
    assert tree is not None
    what, before = What("box", For.BOX, (tree.boxes[0],)), QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French))
    try:
        known = library()
        wanted = Asked(what, known.templates["box-64x38"], known.stocks["avery-l7160"], 300)
        labelling, batch = Labelling(bank, tree), Batch(wanted.template, wanted.stock, 300)
        file = tmp_path / "box.pdf"
        batch.write_pdf(file, batch.labels(labelling.things(what, what.ids, batch.fields)))
        said = page_text(file.read_bytes(), 0)
        zpl = "".join(batch.formats(labelling.things(what, what.ids, batch.fields)))
        page = labelling.page(wanted, 0, 300)
    finally:
        QLocale.setDefault(before)
    assert page.picture is not None
    assert page.picture.grey == page_picture(file.read_bytes(), 0, 300).grey
    assert "à conserver à" in said
    assert "étiquette du" in said
    assert "\\C3\\A9tiquette du" in zpl
    assert "labelled" not in said + zpl


def test_the_page_that_is_shown_is_the_one_that_is_printed(window: MainWindow, tmp_path: Path) -> None:
    """Every page of the preview has the codes of the same page of the file."""
    bank, tree = window.doing._dispatcher.bank, window.now.storage
    assert bank is not None
    assert tree is not None
    labelling = Labelling(bank, tree)
    what = What("tubes", For.TUBE, tuple(tubes_of(window, 30)))
    wanted = asked(what=what, copies=3, start=70, used=frozenset({73}), calibration=Calibration(0.5, -0.5))
    chosen = labelling.chosen(what, "box", only_new=False)
    from freezerapp.documents.batch import Batch

    batch = Batch(wanted.template, wanted.stock, wanted.dpi, wanted.copies)
    file = tmp_path / "labels.pdf"
    drawn = batch.labels(labelling.things(what, chosen.ids, batch.fields))
    written = batch.write_pdf(file, drawn, start=70, used=[73], calibration=wanted.calibration)
    assert written.pages == page_count(wanted, len(chosen.ids)) == 3
    for number in range(3):
        page = labelling.page(wanted, number, 300)
        assert page.pages == 3
        assert page.picture is not None
        assert page.picture == page_picture(file.read_bytes(), number, 300)


def test_labels_are_looked_through_only_as_long_as_they_are_wanted(window: MainWindow) -> None:
    bank, tree = window.doing._dispatcher.bank, window.now.storage
    assert bank is not None
    assert tree is not None
    labelling = Labelling(bank, tree)
    paper = asked(what=What("tubes", For.TUBE, tuple(tubes_of(window, 12))))
    chosen = labelling.page(paper, 0, 100).chosen
    remarks = labelling.look_through(paper, chosen.ids)
    assert remarks is not None
    assert [remark.what for remark in remarks] == [Wrong.TOO_COLD]
    labelling.page(paper._replace(copies=2), 0, 100)
    assert labelling.look_through(paper, chosen.ids) is None


def test_pages_come_out_of_a_printer_dot_for_dot(window: MainWindow, tmp_path: Path) -> None:
    bank, tree = window.doing._dispatcher.bank, window.now.storage
    assert bank is not None
    assert tree is not None
    labelling = Labelling(bank, tree)
    ids = tuple(tubes_of(window, 12))
    what = What("tubes", For.TUBE, ids)
    wanted = asked(what=what, start=74)
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    file = tmp_path / "printed.pdf"
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    lay_out(printer, wanted.stock, wanted.dpi, wanted.template.title)
    assert printer.resolution() == 600
    heard: list[int] = []
    ids = labelling.chosen(what, "box", only_new=False).ids
    way = Way("system", printer="test")
    made = print_pages(labelling, printer, Outcome(way, wanted, ids, 0), lambda count, _total: heard.append(count))
    assert made.whole
    assert made.pages == 2
    assert made.next_start == 6
    assert heard == [6, 12]
    pdf = file.read_bytes()
    assert pages_of(pdf) == 2
    facts = [facts["barcode"] for facts, _ in labelling.things(what, ids, frozenset())]
    found = []
    for number in range(2):
        picture = page_picture(pdf, number, 600)
        width, height = (each * MM_PER_INCH / 600 for each in (picture.width, picture.height))
        assert abs(width - 210) < 0.5, "at exact size"
        assert abs(height - 297) < 0.5
        view = memoryview(picture.grey).cast("B", (picture.height, picture.width))
        found += [each.text for each in zxingcpp.read_barcodes(view)]
    assert sorted(found) == sorted(facts)


def test_what_was_chosen_is_proposed_the_next_time(window: MainWindow, qtbot: QtBot) -> None:
    ids = tubes_of(window, 2)
    dialog = opened(window, qtbot, ids)
    form = dialog.form
    form.template.setCurrentIndex(form.template.findData("tube-38x21"))
    form.stock.setCurrentIndex(form.stock.findData("avery-l7651"))
    form.order.setCurrentIndex(form.order.findData("code"))
    form.to.setCurrentIndex(form.to.findData(kept.ZPL))
    form.dpi.setCurrentIndex(form.dpi.findData(203))
    form.keep()
    dialog.reject()
    qtbot.waitUntil(lambda: window.findChild(PrintLabelsDialog) is None)
    form = opened(window, qtbot, ids).form
    assert form.template.currentData() == "tube-38x21"
    assert form.stock.currentData() == "avery-l7651"
    assert form.order.currentData() == "code"
    assert form.target == kept.ZPL
    assert form.dpi.currentData() == 203
    form.to.setCurrentIndex(form.to.findData(kept.PDF))
    assert form.dpi.currentData() == 600, "each has its own resolution"


def test_every_template_that_is_offered_has_stock_it_fits(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot, tubes_of(window, 1))
    form = dialog.form
    for number in range(form.template.count()):
        form.template.setCurrentIndex(number)
        assert form.stock.count()
        assert form.asked() is not None


def test_sheets_are_not_for_label_printers_and_cold_is_warned_of(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot, tubes_of(window, 1))
    form = dialog.form
    form.template.setCurrentIndex(form.template.findData("tube-35x17"))
    form.stock.setCurrentIndex(form.stock.findData("avery-l4732"))
    form.to.setCurrentIndex(form.to.findData(kept.ZPL))
    settled(dialog, qtbot)
    assert "label printers take rolls" in dialog.bar.text
    assert "such cold" in dialog.bar.text
    form.to.setCurrentIndex(form.to.findData(kept.NETWORK))
    form.address.setText("no address:")
    settled(dialog, qtbot)
    assert not dialog.do.isEnabled()
    form.address.setText("zebra.example:9100")
    settled(dialog, qtbot)
    assert dialog.do.isEnabled()


def test_pages_are_turned_and_the_size_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    dialog = opened(window, qtbot, tubes_of(window, 3))
    pane = dialog.pane
    form = dialog.form
    form.template.setCurrentIndex(form.template.findData("tube-25x13"))
    form.stock.setCurrentIndex(form.stock.findData("brady-25x13"))
    settled(dialog, qtbot)
    assert pane.said.text() == "Label 1 of 3"
    assert not pane.back.isEnabled()
    QTest.mouseClick(pane.on, Qt.MouseButton.LeftButton)
    QTest.mouseClick(pane.on, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)
    assert pane.said.text() == "Label 3 of 3"
    assert not pane.on.isEnabled()
    assert dialog.page is not None
    assert dialog.page.number == 2
    fitted = pane.preview.scale
    QTest.mouseClick(pane.true, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)
    reported = pane.screen().physicalDotsPerInch() / MM_PER_INCH
    assert pane.preview.scale == pytest.approx(reported)
    assert fitted > reported
    QTest.mouseClick(pane.card, Qt.MouseButton.LeftButton)
    measure = pane.findChild(MeasureScreenDialog)
    assert measure is not None
    measure.slider.setValue(428)
    QTest.mouseClick(measure.keep, Qt.MouseButton.LeftButton)
    settled(dialog, qtbot)
    assert pane.preview.scale == pytest.approx(428 / 85.60), "a card of 428 px is 85.60 mm wide"


def test_a_printer_is_put_right_for_one_stock(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = opened(window, qtbot, tubes_of(window, 1))
    form = dialog.form
    form.template.setCurrentIndex(form.template.findData("tube-35x17"))
    form.stock.setCurrentIndex(form.stock.findData("avery-l4732"))
    QTest.mouseClick(form.adjust, Qt.MouseButton.LeftButton)
    adjust = dialog.findChild(AdjustDialog)
    assert adjust is not None
    adjust._print(Way(kept.PDF, file=tmp_path / "ruler.pdf"))
    qtbot.waitUntil(lambda: "ruler.pdf" in adjust.said.text(), timeout=10_000)
    assert pages_of((tmp_path / "ruler.pdf").read_bytes()) == 1
    adjust.right.setValue(0.7)
    adjust.down.setValue(-1.2)
    assert adjust.across is not None
    adjust.across.setValue(99.0)
    QTest.mouseClick(adjust.keep, Qt.MouseButton.LeftButton)
    wanted = form.asked()
    assert wanted is not None
    assert wanted.calibration == Calibration(0.7, -1.2, pytest.approx(100 / 99, abs=1e-4), 1.0)
    assert form.adjust.text() == "0.7 mm right, -1.2 mm down; 101.0 × 100.0 %…"
    form.stock.setCurrentIndex(form.stock.findData("dymo-11355"))
    other = form.asked()
    assert other is not None
    assert other.calibration == EXACT
    settled(dialog, qtbot)


def test_a_label_printer_gets_its_test_page_and_is_put_right_by_the_ruler_its_labels_have_room_for(
    window: MainWindow, qtbot: QtBot
) -> None:
    dialog = opened(window, qtbot, tubes_of(window, 1))
    form = dialog.form
    form.template.setCurrentIndex(form.template.findData("tube-43x13"))
    form.stock.setCurrentIndex(form.stock.findData("brady-43x13"))
    form.to.setCurrentIndex(form.to.findData(kept.NETWORK))
    with FakePrinter(READY) as printer:
        form.address.setText(printer.address)
        QTest.mouseClick(form.adjust, Qt.MouseButton.LeftButton)
        adjust = dialog.findChild(AdjustDialog)
        assert adjust is not None
        QTest.mouseClick(adjust.page, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(lambda: "was sent to 127.0.0.1" in adjust.said.text(), timeout=10_000)
    assert "30 mm" in printer.formats[0], "it says how long its ruler is"
    assert adjust.along is None, "13 mm have no room for a second ruler"
    assert adjust.across is not None
    adjust.across.setValue(30.3)
    QTest.mouseClick(adjust.keep, Qt.MouseButton.LeftButton)
    wanted = form.asked()
    assert wanted is not None
    assert wanted.calibration == Calibration(0, 0, pytest.approx(30 / 30.3, abs=1e-4), 1.0)
    QTest.mouseClick(form.adjust, Qt.MouseButton.LeftButton)
    again = next(each for each in dialog.findChildren(AdjustDialog) if each.isVisible())
    QTest.mouseClick(again.page, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "can't be reached" in again.said.text(), timeout=20_000)
    assert again.page.isEnabled(), "it can be tried again"
    again.reject()
    settled(dialog, qtbot)


def test_what_is_kept_and_can_not_be_read_is_as_if_it_never_was(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for setting, bad in (
        (kept.TARGET, "fax"),
        (kept.ORDER, "mood"),
        (kept.used_places("a"), "1 x"),
        (kept.calibration_of("a", "b"), "1 2 3"),
    ):
        settings.put(setting, bad)
        assert settings.get(setting) == setting.default
    assert kept.calibration("99 -99 3 0.1") == Calibration(10, -10, 1.05, 0.95), "within limits"
    right = Calibration(0.3, -0.2, 1.0015, 0.998)
    settings.put(kept.calibration_of("brady 25/13", "Büro: Drucker/2"), kept.calibration_text(right))
    assert kept.calibration(settings.get(kept.calibration_of("brady 25/13", "Büro: Drucker/2"))) == right
    assert kept.calibration(settings.get(kept.calibration_of("brady 25/13", "Büro: Drucker/3"))) == EXACT


def test_a_label_of_the_sheet_is_found_where_it_is_drawn(qapp: QApplication, qtbot: QtBot) -> None:
    look = Look(qapp)
    preview = PagePreview(look)
    qtbot.addWidget(preview)
    stock = shipped_stock()["avery-l4732"]
    preview.set_stock(stock)
    preview.set_scale(preview.scale_to_fit(QSize(500, 600)))
    preview.resize(500, 600)
    for number in (0, 4, 5, 79):
        assert preview.place_at(preview.place_rect(number).center().toPoint()) == number
    assert preview.place_at(preview.rect().topLeft()) == -1
    look.deleteLater()


def test_labels_are_counted_in_words(window: MainWindow) -> None:
    said = LabelWords()
    assert said.count(1, 1, on_sheets=True) == "1 label on 1 sheet"
    assert said.count(81, 2, on_sheets=True) == "81 labels on 2 sheets"
    assert said.count(3, 3, on_sheets=False) == "3 labels, from the roll"
    assert said.left_out(["A", "B"]) == "Left out, as consent is on hold: A, B."
    assert "E and 2 more" in said.left_out(list("ABCDEFG"))
    assert said.again(1) == "1 tube has a label already: say why it gets a further one."
