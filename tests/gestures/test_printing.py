"""Labels printed from the window: chosen, seen, saved or sent, recorded, and every code of them read back."""

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFileDialog

from freezerapp.documents.preview import page_count, page_picture
from freezerapp.domain.ordering import natural_key
from freezerapp.domain.scan_target import Order
from freezerapp.domain.scanner_card import CARD
from freezerapp.domain.specimen import HoldKind
from freezerapp.storage.rows.box import TubeRow
from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui.dialogs.new_code import NewCodeDialog
from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
from freezerapp.ui.label_settings import NETWORK, PDF, QUEUE, ZPL
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import CTRL, LEFT, NONE, Person
from tests.fake_printer import PAPER_OUT, READY, FakePrinter, lp_that_keeps

MM = 25.4


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


@pytest.fixture
def fake_lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return lp_that_keeps(tmp_path, monkeypatch)


def free_tubes(person: Person, count: int) -> list[TubeRow]:
    """Tubes of the box that are on no hold, in its order."""
    return [tube for tube in person.tubes() if not tube.holds][:count]


def asked(person: Person) -> PrintLabelsDialog:
    """The dialog, once its first page is there."""
    person.until(lambda: any(each.isVisible() for each in person.window.findChildren(PrintLabelsDialog)))
    dialog = next(each for each in person.window.findChildren(PrintLabelsDialog) if each.isVisible())
    person.until(lambda: drawn(dialog))
    return dialog


def drawn(dialog: PrintLabelsDialog) -> bool:
    """Whether the page that is shown is the one that is asked for."""
    page = dialog.page
    return page is not None and page.asked == dialog.form.asked() and not dialog.is_drawing


def choose(person: Person, tubes: list[TubeRow]) -> None:
    person.choose([(tube.row, tube.column) for tube in tubes])
    person.until(lambda: len(person.window.workbench.chosen.tubes.all) == len(tubes))


def begin(person: Person, tubes: list[TubeRow]) -> PrintLabelsDialog:
    """Choose tubes by mouse and press Ctrl+P."""
    choose(person, tubes)
    person.key(Qt.Key.Key_P, CTRL)
    return asked(person)


def pick(person: Person, dialog: PrintLabelsDialog, field: QComboBox, data: object) -> None:
    """Choose from a field of the dialog, and wait for the page."""
    at = field.findData(data)
    assert at >= 0, data
    field.setCurrentIndex(at)
    person.until(lambda: drawn(dialog))


def save(person: Person, dialog: PrintLabelsDialog, file: Path) -> Path:
    """Press the button and name the file."""
    person.press(dialog.do)
    person.until(lambda: any(each.isVisible() for each in dialog.findChildren(QFileDialog)))
    chooser = next(each for each in dialog.findChildren(QFileDialog) if each.isVisible())
    chooser.selectFile(str(file))
    buttons = chooser.findChild(QDialogButtonBox)
    assert buttons is not None
    person.press(buttons.button(QDialogButtonBox.StandardButton.Save))
    return file


def closed(person: Person) -> None:
    person.until(lambda: not any(each.isVisible() for each in person.window.findChildren(PrintLabelsDialog)))
    person.done()
    person.window.activateWindow()


def codes(file: Path, dpi: int = 600) -> list[str]:
    """All codes of a PDF, page by page, along the rows."""
    pdf, found = file.read_bytes(), []
    for number in range(page_count(pdf)):
        picture = page_picture(pdf, number, dpi)
        view = memoryview(picture.grey).cast("B", (picture.height, picture.width))
        read = zxingcpp.read_barcodes(view)
        found += [(number, each.position.top_left.y // 60, each.position.top_left.x, each.text) for each in read]
    return [text for *_, text in sorted(found)]


def history(person: Person, tube: TubeRow) -> list[tuple[str, str | None]]:
    """What was done with a tube, newest first: the kind and the reason."""
    from freezerapp.ui import questions

    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        page, _ = questions.history_page(reader, None, 200)
    return [(row.kind, row.reason) for row in page if row.subject_kind == "specimen" and row.subject_id == tube.id]


def test_chosen_tubes_are_saved_as_pdf_read_back_and_recorded(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 4)
    dialog = begin(at_box, list(reversed(tubes)))
    assert dialog.form.what.currentText().startswith("4 tubes")
    assert dialog.page is not None
    assert dialog.page.picture is not None
    assert dialog.do.text() == "Save as PDF…"
    file = save(at_box, dialog, tmp_path / "labels.pdf")
    closed(at_box)
    at_box.until(lambda: "labels.pdf" in at_box.window.bar.text)
    assert codes(file) == [tube.barcode for tube in tubes], "in the order of the box, not of the choice"
    for tube in tubes:
        assert history(at_box, tube)[0] == ("print labels", None)
    assert "4 tubes" in at_box.window.bar.text
    at_box.confirm()  # Undo, in the bar
    at_box.until(lambda: history(at_box, tubes[0])[0][0] != "print labels")


def test_a_further_label_needs_a_reason(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 3)
    save(at_box, begin(at_box, tubes[:2]), tmp_path / "first.pdf")
    closed(at_box)
    dialog = begin(at_box, tubes)
    assert "2 tubes have a label already" in dialog.bar.text
    assert dialog.form.reason.isVisible()
    assert not dialog.do.isEnabled()
    edit = dialog.form.reason.lineEdit()
    assert edit is not None
    QTest.keyClicks(edit, "Label lost")
    at_box.until(dialog.do.isEnabled)
    file = save(at_box, dialog, tmp_path / "again.pdf")
    closed(at_box)
    at_box.until(lambda: "again.pdf" in at_box.window.bar.text)
    assert codes(file) == [tube.barcode for tube in tubes]
    assert history(at_box, tubes[0])[0] == ("print labels", "Label lost")


def test_a_label_for_the_cap_is_printed_once_it_is_said_what_marks_the_side(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 2)
    dialog = begin(at_box, tubes)
    assert dialog.form.reason.isHidden()
    pick(at_box, dialog, dialog.form.template, "cap-14")
    assert "never the only one" in dialog.bar.text
    assert not dialog.do.isEnabled()
    assert dialog.form.new_codes.isHidden()
    at_box.until(dialog.form.reason.isVisible)
    dialog.form.reason.setCurrentIndex(dialog.form.reason.findText("Label on the side"))
    at_box.until(dialog.do.isEnabled)
    file = save(at_box, dialog, tmp_path / "caps.pdf")
    closed(at_box)
    assert len(codes(file)) == 2
    assert history(at_box, tubes[0])[0] == ("print labels", "Label on the side")
    dialog = begin(at_box, tubes)
    assert dialog.form.template.currentData() == "cap-14"
    pick(at_box, dialog, dialog.form.template, "tube-33x13")
    assert dialog.form.reason.isVisible()
    assert dialog.form.reason.currentText() == "", "what was said of the side explains no further label"
    dialog.reject()
    closed(at_box)


def test_only_those_without_a_label(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 5)
    save(at_box, begin(at_box, tubes[:2]), tmp_path / "first.pdf")
    closed(at_box)
    dialog = begin(at_box, tubes)
    QTest.mouseClick(dialog.form.only_new, LEFT, NONE, dialog.form.only_new.rect().center() - _left(dialog))
    assert dialog.form.only_new.isChecked()
    at_box.until(lambda: drawn(dialog))
    assert not dialog.form.reason.isVisible()
    assert dialog.page is not None
    assert len(dialog.page.chosen.ids) == 3
    file = save(at_box, dialog, tmp_path / "rest.pdf")
    closed(at_box)
    assert codes(file) == [tube.barcode for tube in tubes[2:]]


def _left(dialog: PrintLabelsDialog) -> QPoint:
    """From the middle of the box of a choice to its mark."""
    return QPoint(dialog.form.only_new.width() // 2 - 8, 0)


def test_it_begins_at_the_label_that_is_clicked_and_goes_on_there_the_next_time(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 6)
    dialog = begin(at_box, tubes[:3])
    pick(at_box, dialog, dialog.form.template, "tube-35x17")
    pick(at_box, dialog, dialog.form.stock, "avery-l4732")
    preview = dialog.pane.preview
    QTest.mouseClick(preview, LEFT, NONE, preview.place_rect(12).center().toPoint())
    at_box.until(lambda: dialog.form.start.value() == 13 and drawn(dialog))
    QTest.mouseClick(preview, LEFT, CTRL, preview.place_rect(13).center().toPoint())
    at_box.until(lambda: dialog.form.used == {13} and drawn(dialog))
    file = save(at_box, dialog, tmp_path / "first.pdf")
    closed(at_box)
    assert _places(file) == {12: tubes[0].barcode, 14: tubes[1].barcode, 15: tubes[2].barcode}
    dialog = begin(at_box, tubes[3:])
    assert dialog.form.template.currentData() == "tube-35x17"
    assert dialog.form.start.value() == 17
    file = save(at_box, dialog, tmp_path / "second.pdf")
    closed(at_box)
    assert sorted(_places(file)) == [16, 17, 18]


def _places(file: Path) -> dict[int, str]:
    """Which label of the sheet bears which code."""
    from freezerapp.documents.stock import positions, shipped_stock

    stock = shipped_stock()["avery-l4732"]
    picture = page_picture(file.read_bytes(), 0, 600)
    view = memoryview(picture.grey).cast("B", (picture.height, picture.width))
    found = {}
    for each in zxingcpp.read_barcodes(view):
        x, y = each.position.top_left.x * MM / 600, each.position.top_left.y * MM / 600
        place = next(
            number
            for number, (left, top) in enumerate(positions(stock))
            if left <= x <= left + stock.width and top <= y <= top + stock.height
        )
        found[place] = each.text
    return found


def test_tubes_on_a_consent_hold_are_named_and_left_out(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 3)
    bank_hold(at_box, tubes[1])
    dialog = begin(at_box, tubes)
    assert tubes[1].barcode in dialog.bar.text
    assert "consent" in dialog.bar.text
    file = save(at_box, dialog, tmp_path / "labels.pdf")
    closed(at_box)
    assert codes(file) == [tubes[0].barcode, tubes[2].barcode]
    assert history(at_box, tubes[1])[0][0] == "hold"


def bank_hold(person: Person, tube: TubeRow) -> None:
    from freezerapp.ui.hands import Seen

    person.window.workbench.hands.mark("hold", [Seen(tube.id, tube.barcode)], "Withdrawn", HoldKind.CONSENT)
    person.done()
    person.until(lambda: history(person, tube)[0][0] == "hold")


def test_the_box_itself_and_all_its_tubes_can_be_chosen(at_box: Person, tmp_path: Path) -> None:
    box = at_box.boxes()[0]
    at_box.trigger("print labels")
    dialog = asked(at_box)
    assert dialog.form.what.currentText() == f"{box.code} itself"
    file = save(at_box, dialog, tmp_path / "box.pdf")
    closed(at_box)
    assert codes(file) == [box.code]
    assert not at_box.window.doing.can_undo, "only labels of tubes are recorded"
    at_box.trigger("print labels")
    dialog = asked(at_box)
    dialog.form.what.setCurrentIndex(1)
    at_box.until(lambda: drawn(dialog))
    file = save(at_box, dialog, tmp_path / "tubes.pdf")
    closed(at_box)
    at_box.until(lambda: "tubes.pdf" in at_box.window.bar.text)
    held = {tube.barcode for tube in at_box.tubes() if any(hold == HoldKind.CONSENT for hold in tube.holds)}
    assert codes(file) == [tube.barcode for tube in at_box.tubes() if tube.barcode not in held]


def to_network(person: Person, dialog: PrintLabelsDialog, printer: FakePrinter) -> None:
    pick(person, dialog, dialog.form.to, NETWORK)
    dialog.form.address.setText(printer.address)  # typed as fast as tests do, it would be taken for a scan
    person.until(lambda: drawn(dialog) and dialog.do.isEnabled())


@pytest.mark.parametrize("answer", [b"", READY], ids=["silent", "answering"])
def test_labels_are_sent_to_a_printer_on_the_network(at_box: Person, answer: bytes) -> None:
    tubes = free_tubes(at_box, 5)
    with FakePrinter(answer) as printer:
        dialog = begin(at_box, tubes)
        to_network(at_box, dialog, printer)
        at_box.press(dialog.do)
        closed(at_box)
        at_box.until(lambda: printer.address in at_box.window.bar.text)
    assert list(map(_code_of, printer.formats)) == [tube.barcode for tube in tubes]
    assert history(at_box, tubes[0])[0][0] == "print labels"


def _code_of(label: str) -> str:
    """The text of the label's code."""
    return label.partition("^BX")[2].partition("^FD")[2].partition("^FS")[0]


def test_a_printer_without_paper_says_so_and_nothing_is_recorded(at_box: Person) -> None:
    tubes = free_tubes(at_box, 2)
    with FakePrinter(PAPER_OUT) as printer:
        dialog = begin(at_box, tubes)
        to_network(at_box, dialog, printer)
        at_box.press(dialog.do)
        at_box.until(lambda: "no labels left" in dialog.bar.text)
        assert dialog.do.isEnabled()
        dialog.reject()
        closed(at_box)
    assert printer.formats == []
    assert all(kind != "print labels" for kind, _ in history(at_box, tubes[0]))


def test_a_batch_that_breaks_half_way_is_continued_where_it_broke(at_box: Person) -> None:
    held = [tube for tube in at_box.tubes() if not any(hold == HoldKind.CONSENT for hold in tube.holds)]
    with FakePrinter(hangs_up_after=3) as printer:
        dialog = broken(at_box, printer)
        # What came out last is seen by who stands before the printer.
        dialog.resume.setValue(4)
        at_box.press(dialog.do)
        closed(at_box)
        at_box.until(lambda: printer.address in at_box.window.bar.text)
    came = [_code_of(each) for each in printer.formats]
    assert set(came) == {tube.barcode for tube in held}
    assert came[-len(held) + 3 :] == [tube.barcode for tube in held[3:]]
    assert all(history(at_box, tube)[0][0] == "print labels" for tube in held)


def test_stopped_by_hand_it_says_how_far_it_came_and_can_go_on(at_box: Person) -> None:
    with FakePrinter(hangs_up_after=None) as printer:
        printer.slow_s = 0.05
        at_box.trigger("print labels")
        dialog = asked(at_box)
        dialog.form.what.setCurrentIndex(1)
        to_network(at_box, dialog, printer)
        at_box.press(dialog.do)
        at_box.until(lambda: len(printer.batches) == 1 and printer.batches[0].count(b"^XZ") >= 2)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        at_box.until(lambda: dialog.resume.isVisible())
        assert dialog.isVisible(), "stopping is not closing"
        assert "Stopped after" in dialog.bar.text
        printer.slow_s = 0.0
        at_box.press(dialog.do)
        closed(at_box)
        at_box.until(lambda: "sent to" in at_box.window.bar.text)
    came = [_code_of(each) for each in printer.formats]
    assert len(came) == len(set(came)), "each once"


def test_given_up_half_way_what_was_sent_is_recorded(at_box: Person) -> None:
    tubes = [tube for tube in at_box.tubes() if not any(hold == HoldKind.CONSENT for hold in tube.holds)]
    with FakePrinter(hangs_up_after=3) as printer:
        dialog = broken(at_box, printer)
        sent = dialog.resume.value() - 1
        at_box.press(dialog.cancel)
        closed(at_box)
        at_box.until(lambda: " sent to " in at_box.window.bar.text)
    assert history(at_box, tubes[0])[0][0] == "print labels"
    assert sent < len(tubes), "otherwise it did not break"
    assert all(kind != "print labels" for kind, _ in history(at_box, tubes[-1]))


def broken(person: Person, printer: FakePrinter) -> PrintLabelsDialog:
    """All tubes of the box, several times each so that much is under way, sent to a printer that hangs up."""
    person.trigger("print labels")
    dialog = asked(person)
    dialog.form.what.setCurrentIndex(1)
    pick(person, dialog, dialog.form.template, "tube-35x17")
    to_network(person, dialog, printer)
    person.press(dialog.do)
    person.until(lambda: dialog.resume.isVisible())
    assert "took no more after" in dialog.bar.text
    return dialog


def test_zpl_is_saved_to_a_file(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 3)
    dialog = begin(at_box, tubes)
    pick(at_box, dialog, dialog.form.to, ZPL)
    file = save(at_box, dialog, tmp_path / "labels.zpl")
    closed(at_box)
    formats = [f"{each}^XZ" for each in file.read_text(encoding="ascii").split("^XZ")[:-1]]
    assert [_code_of(each) for each in formats] == [tube.barcode for tube in tubes]


def test_without_a_printer_the_button_says_so_and_a_pdf_is_offered(at_box: Person) -> None:
    dialog = begin(at_box, free_tubes(at_box, 1))
    pick(at_box, dialog, dialog.form.to, "system")
    if dialog.form.printer.count():
        pytest.skip("this computer has a printer")
    assert dialog.do.text() == "No printer is set up"
    assert not dialog.do.isEnabled()
    dialog.bar.action_triggered.emit(0)
    assert dialog.form.target == PDF
    at_box.until(lambda: drawn(dialog) and dialog.do.isEnabled())
    dialog.reject()
    closed(at_box)


def test_the_menu_of_the_tree_prints_the_label_of_its_container(at_box: Person, tmp_path: Path) -> None:
    from tests.gestures.menus import choose_from

    storage = at_box.window.now.storage
    assert storage is not None
    unit = next(row for row in storage.containers.values() if row.kind in ("freezer", "tank", "dewar"))
    menu: Callable[..., None] = at_box.window.tree.menu_wanted.emit
    menu(at_box.window.tree.mapToGlobal(at_box.window.tree.rect().center()), unit.id)
    choose_from(at_box, "Print labels")
    dialog = asked(at_box)
    assert dialog.form.what.currentText() == f"{unit.code or unit.name} itself"
    file = save(at_box, dialog, tmp_path / "unit.pdf")
    closed(at_box)
    assert codes(file) == [unit.code]


def test_all_that_stands_in_a_room_is_labelled_by_its_kind(at_box: Person, tmp_path: Path) -> None:
    storage = at_box.window.now.storage
    assert storage is not None
    room = next(row for row in storage.containers.values() if row.kind == "room" and row.code)
    within = [each for key, each in storage.containers.items() if room.id in storage.path(key) and each.code]
    units = [each.code for each in within if each.kind in ("freezer", "tank", "dewar")]
    boxes = [each.code for each in within if each.kind in ("box", "SBS rack", "transport box")]
    at_box.window.workbench._panes.labels.print((), room.id)
    dialog = asked(at_box)
    offered = [dialog.form.what.itemText(number) for number in range(dialog.form.what.count())]
    assert offered[0] == f"{room.code} itself"
    assert offered[1].startswith(f"{len(boxes)} box")
    number = next(at for at, text in enumerate(offered) if "freezer" in text)
    assert offered[number].startswith(f"{len(units)} freezer")
    dialog.form.what.setCurrentIndex(number)
    at_box.until(lambda: drawn(dialog))
    file = save(at_box, dialog, tmp_path / "units.pdf")
    closed(at_box)
    assert codes(file, 300) == units, "as one walks"


def test_racks_without_a_code_get_the_one_that_their_label_shows(at_box: Person, tmp_path: Path) -> None:
    storage = at_box.window.now.storage
    assert storage is not None
    unit = next(row for row in storage.containers.values() if row.kind == "freezer")
    racks = [key for key, row in storage.containers.items() if row.kind == "rack" and unit.id in storage.path(key)]
    assert racks
    assert not any(storage.containers[key].code for key in racks)
    at_box.window.selection.go(View(Showing.CONTAINER, unit.id))
    at_box.until(lambda: at_box.window.pages.currentWidget() is at_box.window.container)
    at_box.key(Qt.Key.Key_P, CTRL)
    dialog = asked(at_box)
    texts = [dialog.form.what.itemText(number) for number in range(dialog.form.what.count())]
    dialog.form.what.setCurrentIndex(next(at for at, text in enumerate(texts) if f"{len(racks)} rack" in text))
    at_box.until(lambda: drawn(dialog))
    assert f"{len(racks)} containers have no code yet" in dialog.bar.text
    file = save(at_box, dialog, tmp_path / "racks.pdf")
    closed(at_box)

    def rows() -> list[ContainerRow]:
        now = at_box.window.now.storage
        return [now.containers[key] for key in racks] if now is not None else []

    at_box.until(lambda: all(row.code for row in rows()))
    assert sorted(codes(file, 300)) == sorted(row.code or "" for row in rows())
    assert (rows()[0].code or "").startswith(f"{unit.code}-")
    at_box.window.selection.go(View(Showing.STORAGE))
    at_box.scan(rows()[-1].code or "")
    at_box.until(lambda: at_box.window.selection.view == View(Showing.CONTAINER, racks[-1]))
    at_box.trigger("undo")
    at_box.until(lambda: not any(row.code for row in rows()))


def test_a_list_is_printed_whole_and_in_its_order(at_box: Person, tmp_path: Path) -> None:
    box = at_box.window.box.box
    assert box is not None
    container = at_box.window.now.container(box.container_id)
    assert container is not None
    at_box.window.selection.go(View(Showing.LIST, query=f"in:{container.code}"))
    found = at_box.window.pages.found
    at_box.until(lambda: found.labels.isVisible() and len(found.model.ids) > 0)
    barcodes = {tube.id: tube.barcode for tube in at_box.tubes() if not tube.holds}
    listed = [barcodes[key] for key in found.model.ids if key in barcodes]
    assert len(listed) > 1
    at_box.press(found.labels)
    dialog = asked(at_box)
    assert f"of “in:{container.code}”" in dialog.form.what.currentText()
    pick(at_box, dialog, dialog.form.order, "list")
    file = save(at_box, dialog, tmp_path / "list.pdf")
    closed(at_box)
    assert codes(file) == listed


def why(person: Person, dialog: PrintLabelsDialog, reason: str) -> None:
    edit = dialog.form.reason.lineEdit()
    assert edit is not None
    QTest.keyClicks(edit, reason)
    person.until(dialog.do.isEnabled)


def test_a_further_label_can_bring_a_new_code_and_the_old_one_still_finds_the_tube(
    at_box: Person, tmp_path: Path
) -> None:
    tubes = free_tubes(at_box, 3)
    save(at_box, begin(at_box, tubes[:2]), tmp_path / "first.pdf")
    closed(at_box)
    dialog = begin(at_box, tubes)
    assert dialog.form.new_codes.isVisible()
    dialog.form.new_codes.click()
    assert "this page still shows the old ones" in dialog.bar.text
    why(at_box, dialog, "Label can't be read")
    file = save(at_box, dialog, tmp_path / "new.pdf")
    closed(at_box)
    at_box.until(lambda: "new.pdf" in at_box.window.bar.text)
    now = {tube.id: tube.barcode for tube in at_box.tubes()}
    assert codes(file) == [now[tube.id] for tube in tubes], "the new codes are on the labels"
    assert [now[tube.id] != tube.barcode for tube in tubes] == [True, True, False], "only who had a label"
    assert history(at_box, tubes[0])[:2] == [
        ("print labels", "Label can't be read"),
        ("replace code", "Label can't be read"),
    ]
    finds_by_old(at_box, tubes[0], now[tubes[0].id])


def finds_by_old(person: Person, tube: TubeRow, new: str) -> None:
    """The old code, scanned, shows the tube and says what it is called now and since when it is not this."""
    person.scan(tube.barcode)
    person.until(lambda: person.window.selection.specimen == tube.id)
    person.until(lambda: f"{tube.barcode} was replaced on " in person.window.bar.text)
    assert f"this tube is {new} now" in person.window.bar.text


def test_a_new_code_is_given_from_the_menu_and_the_old_one_says_when_it_was_replaced(at_box: Person) -> None:
    tube = free_tubes(at_box, 1)[0]
    choose(at_box, [tube])
    at_box.until(lambda: at_box.window.actions_table["new code"].isEnabled())
    at_box.trigger("new code")
    at_box.until(lambda: any(each.isVisible() for each in at_box.window.findChildren(NewCodeDialog)))
    dialog = next(each for each in at_box.window.findChildren(NewCodeDialog) if each.isVisible())
    assert not dialog.do.isEnabled(), "a reason is wanted"
    dialog.why.setCurrentIndex(2)
    at_box.scan("FX05653780")
    at_box.until(lambda: dialog.field.text() == "FX05653780")
    assert dialog.isVisible(), "the end key of a scan presses nothing"
    assert "FX05653780" in dialog.note.text()
    at_box.press(dialog.do)
    at_box.until(lambda: "FX05653780" in at_box.window.bar.text)
    at_box.done()
    at_box.window.activateWindow()
    assert history(at_box, tube)[0] == ("replace code", "Pre-printed label put on")
    finds_by_old(at_box, tube, "FX05653780")
    at_box.trigger("undo")
    at_box.until(lambda: next(each for each in at_box.tubes() if each.id == tube.id).barcode == tube.barcode)


def test_the_cards_for_scanners_are_printed_and_read_back(at_box: Person, tmp_path: Path) -> None:
    at_box.trigger("print cards")
    dialog = asked(at_box)
    assert dialog.form.what.currentText() == "Card of scanner commands"
    assert not dialog.form.order.isVisible(), "cards have one order"
    file = save(at_box, dialog, tmp_path / "cards.pdf")
    closed(at_box)
    assert sorted(codes(file, 300)) == sorted(order.value for order in Order)
    at_box.trigger("print cards")
    dialog = asked(at_box)
    dialog.form.what.setCurrentIndex(1)
    at_box.until(lambda: drawn(dialog))
    file = save(at_box, dialog, tmp_path / "scanner.pdf")
    closed(at_box)
    assert set(codes(file, 300)) == {CARD}
    assert not at_box.window.doing.can_undo, "only labels of tubes are recorded"


def test_labels_go_to_a_raw_queue_of_this_computer(
    at_box: Person, fake_lp: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("freezerapp.ui.dialogs.print_labels.printer_names", lambda: ["ZEBRA", "BROKEN"])
    monkeypatch.setattr("platform.system", lambda: "Linux")
    tubes = free_tubes(at_box, 3)
    dialog = begin(at_box, tubes)
    pick(at_box, dialog, dialog.form.to, QUEUE)
    pick(at_box, dialog, dialog.form.printer, "BROKEN")
    at_box.press(dialog.do)
    at_box.until(lambda: "does not exist" in dialog.bar.text)
    assert dialog.isVisible(), "it can be tried again"
    pick(at_box, dialog, dialog.form.printer, "ZEBRA")
    at_box.press(dialog.do)
    closed(at_box)
    at_box.until(lambda: "ZEBRA" in at_box.window.bar.text)
    job = (fake_lp / "job").read_text(encoding="ascii")
    assert list(map(_code_of, job.split("^XZ")[:-1])) == [tube.barcode for tube in tubes]
    assert history(at_box, tubes[0])[0][0] == "print labels"


def test_each_order_is_the_one_that_is_printed(at_box: Person, tmp_path: Path) -> None:
    tubes = free_tubes(at_box, 12)
    assert len({tube.row for tube in tubes}) > 1, "more than a row, or columns would look like rows"
    listed = [*tubes[6:], *tubes[:6]]
    wanted = {
        "box": tubes,
        "rack": sorted(tubes, key=lambda tube: (tube.column, tube.row)),
        "code": sorted(tubes, key=lambda tube: natural_key(tube.barcode)),
    }
    assert wanted["rack"] != wanted["box"]
    for order, expected in wanted.items():
        dialog = begin(at_box, listed)
        pick(at_box, dialog, dialog.form.order, order)
        if dialog.form.reason.isVisible():
            why(at_box, dialog, "Label lost")
        file = save(at_box, dialog, tmp_path / f"{order}.pdf")
        closed(at_box)
        assert codes(file) == [tube.barcode for tube in expected], order
        assert begin(at_box, tubes[:2]).form.order.currentData() == order, "it is kept"
        next(each for each in at_box.window.findChildren(PrintLabelsDialog) if each.isVisible()).reject()
        closed(at_box)
