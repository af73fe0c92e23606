"""A request fetched through the window: made of a search, a box, a list or a rule; scanned, settled, returned."""

from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from freezerapp.domain.scan_target import Tone
from freezerapp.storage.database import Database
from freezerapp.storage.rows.candidates import judged
from freezerapp.storage.rows.history import history_page
from freezerapp.storage.rows.picks import PickRow, open_picks
from freezerapp.ui.dialogs.new_pick import CODES, RULE, NewPickDialog
from freezerapp.ui.dialogs.pace import PaceDialog
from freezerapp.ui.dialogs.reason import ReasonDialog
from freezerapp.ui.dialogs.substitute import SubstituteDialog
from freezerapp.ui.panes.pick import PickPane
from freezerapp.ui.panes.work_list import Role
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import LEFT, NONE, Person


@pytest.fixture
def tones(person: Person) -> list[Tone]:
    """What was to be heard."""
    heard: list[Tone] = []
    person.window.workbench.scans.toned.connect(heard.append)
    return heard


def found(person: Person, query: str) -> None:
    """The list of a search."""
    person.window.selection.go(View(Showing.LIST, query=query))
    person.until(lambda: person.window.pages.found.model.ids and person.window.pages.found.pick.isVisible())


def asked(person: Person) -> NewPickDialog:
    """The dialog that asks for a new list."""
    person.until(lambda: isinstance(QApplication.activeModalWidget(), NewPickDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NewPickDialog)
    return dialog


def make(person: Person, dialog: NewPickDialog, title: str = "Request 12") -> PickPane:
    """Answer it, and wait for the list."""
    QTest.keyClicks(dialog.title, title, NONE, 60)  # by hand: at once, it would be taken for a torn scan
    person.until(dialog.do.isEnabled)
    QTest.mouseClick(dialog.do, LEFT)
    return opened(person)


def opened(person: Person) -> PickPane:
    person.until(lambda: person.window.selection.view.showing is Showing.PICK)
    person.until(lambda: person.window.pages.pick.page is not None and QApplication.activeModalWidget() is None)
    person.done()
    person.window.activateWindow()
    person.window.pages.pick.table.setFocus()
    person.until(lambda: QApplication.focusWidget() is not None)
    return person.window.pages.pick


def rows(pane: PickPane, state: str = "wanted") -> list[PickRow]:
    assert pane.page is not None
    return [row for row in pane.page.rows if row.state.value == state]


def scan_until(person: Person, code: str, pane: PickPane, text: str) -> None:
    person.scan(code)
    person.until(lambda: text in pane.next.said.text)
    person.done()


@pytest.fixture
def csf(person: Person) -> PickPane:
    """A list of some CSF tubes, made of a search."""
    found(person, "material:CSF visit:V01 status:stored hold:no")
    person.press(person.window.pages.found.pick)
    return make(person, asked(person))


def reason(person: Person, text: str) -> None:
    person.until(lambda: isinstance(QApplication.activeModalWidget(), ReasonDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ReasonDialog)
    dialog.field.setEditText(text)
    dialog.accept()
    person.done()


def test_a_search_becomes_a_list_that_is_walked_with_a_scanner(
    person: Person, csf: PickPane, tones: list[Tone]
) -> None:
    wanted = rows(csf)
    assert len(wanted) > 2
    assert csf.head.title.text().startswith("PICK-")
    for row in wanted:
        assert csf.next.tube.text() == row.barcode
        assert csf.next.position.text() == row.position
        tones.clear()
        scan_until(person, row.barcode, csf, f"{row.barcode} is right.")
        assert tones == [Tone.RIGHT]
        assert person.where(row.barcode).endswith("(on the bench, kept)")
        person.until(lambda row=row: row.tube not in {each.tube for each in rows(csf)})
    person.until(lambda: csf.next.caption.text() == "Nothing is left to fetch")
    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        before = open_picks(reader)
    person.press(csf.finish)
    person.until(lambda: csf.page is not None and csf.page.said.state.value == "done")
    person.until(lambda: person.window.now.open["picks"] == before - 1)


def test_a_wrong_tube_is_refused_and_named_with_where_it_belongs(
    person: Person, csf: PickPane, tones: list[Tone]
) -> None:
    box = next(row for row in person.boxes() if (row.code or "").startswith("DNA"))
    bank = person.program.dispatcher.bank
    assert bank is not None
    from freezerapp.storage.rows.box import box as read

    with bank.reading() as reader:
        wrong = read(reader, box.id).tubes[0].barcode
    before = person.where(wrong)
    scan_until(person, wrong, csf, f"{wrong} is not on the pick list")
    assert (box.code or "") in csf.next.said.text
    assert tones == [Tone.WRONG]
    assert person.where(wrong) == before
    assert not rows(csf, "retrieved")


def test_a_code_that_leads_nowhere_and_a_box_without_wanted_tubes_are_told(
    person: Person, csf: PickPane, tones: list[Tone]
) -> None:
    scan_until(person, "NOBODY-0001", csf, "Nothing here has the code")
    empty = next(row for row in person.boxes() if (row.code or "").startswith("DNA"))
    scan_until(person, empty.code or "", csf, "Nothing of this list is wanted")
    holder = person.window.now.container(rows(csf)[0].box)
    assert holder is not None
    scan_until(person, holder.code or "", csf, rows(csf)[0].position or "?")
    assert tones == [Tone.WRONG, Tone.WRONG, Tone.RIGHT]
    assert person.window.selection.view.showing is Showing.PICK


def test_the_sheet_to_carry_lists_what_is_still_to_be_fetched(person: Person, csf: PickPane, tmp_path: Path) -> None:
    import pypdfium2

    done, *left = rows(csf)
    scan_until(person, done.barcode, csf, "is right")
    person.until(lambda: len(rows(csf)) == len(left))
    assert csf.sheet.isVisible()
    assert csf.page is not None
    csf._desk.paper.write(csf.page, tmp_path / "sheet.pdf")
    person.until(lambda: "The sheet is written" in person.window.bar.text)
    with pypdfium2.PdfDocument(tmp_path / "sheet.pdf") as paper:
        text = "".join(page.get_textpage().get_text_bounded() for page in paper)
    assert csf.head.title.text() in text
    assert "Request 12" in text
    assert all(row.barcode in text for row in left)
    assert done.barcode not in text
    csf._desk.paper.write(csf.page, tmp_path / "nowhere" / "sheet.pdf")
    person.until(lambda: "sheet.pdf can't be written" in person.window.bar.text)


def test_undo_takes_the_last_scan_back(person: Person, csf: PickPane) -> None:
    row = rows(csf)[0]
    before = person.where(row.barcode)
    scan_until(person, row.barcode, csf, "is right")
    person.trigger("undo")
    person.until(lambda: person.where(row.barcode).startswith(before.partition(" (")[0] + " (stored"))
    person.until(lambda: rows(csf)[0].tube == row.tube)


def test_a_code_typed_by_hand_is_recorded_as_typed(person: Person, csf: PickPane) -> None:
    row = rows(csf)[0]
    csf.next.code.setText(row.barcode.lower())
    person.qtbot.wait(60)
    csf.next.code.returnPressed.emit()
    person.until(lambda: rows(csf, "retrieved"))
    bank = person.program.dispatcher.bank
    assert bank is not None
    from freezerapp.storage.rows.history import history_page

    with bank.reading() as reader:
        assert {each.known for each in history_page(reader, None, 2)} == {"typed"}


def test_a_missing_tube_is_settled_with_a_reason(person: Person, csf: PickPane) -> None:
    row = rows(csf)[0]
    person.press(csf.next.missing)
    reason(person, "Not in its position")
    person.until(lambda: [each.tube for each in rows(csf, "missing")] == [row.tube])
    assert "(missing, kept)" in person.where(row.barcode)
    assert csf.next.tube.text() != row.barcode


def test_a_held_tube_needs_a_decision_and_is_not_fetched(person: Person, csf: PickPane, tones: list[Tone]) -> None:
    from freezerapp.commands.hold import PlaceHold
    from freezerapp.domain.specimen import HoldKind

    row = rows(csf)[0]
    person.window.doing.perform(PlaceHold((row.tube,), HoldKind.CONSENT, "withdrawn"), "")
    person.until(lambda: bool(rows(csf)[0].held))
    assert csf.next.tube.text() == rows(csf)[1].barcode
    scan_until(person, row.barcode, csf, "is not to be fetched")
    assert tones == [Tone.WRONG]
    csf.table.choose_line(row.line)
    person.press(csf.next.remove)
    reason(person, "On hold")
    person.until(lambda: [each.tube for each in rows(csf, "removed")] == [row.tube])


def test_a_tube_is_replaced_by_another_aliquot(person: Person) -> None:
    found(person, "material:DNA status:stored hold:no")
    bank = person.program.dispatcher.bank
    assert isinstance(bank, Database)
    free = judged(bank, person.window.pages.found.model.ids).tubes
    person.window.workbench.pick(free[:1])
    pane = make(person, asked(person))
    row = rows(pane)[0]
    person.press(pane.next.replace)
    person.until(lambda: isinstance(QApplication.activeModalWidget(), SubstituteDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SubstituteDialog)
    person.until(lambda: dialog.chosen is not None)
    chosen = dialog.chosen
    assert chosen is not None
    dialog.why.setEditText("Too little left")
    dialog.accept()
    person.until(lambda: [each.tube for each in rows(pane)] == [chosen.tube.id])
    assert rows(pane)[0].takes_place_of == row.barcode


def test_returning_runs_backwards_and_counts_what_thawed(
    person: Person, csf: PickPane, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = rows(csf)[:2]
    for row in (first, second):
        scan_until(person, row.barcode, csf, f"{row.barcode} is right")
        person.until(lambda row=row: row.tube in {each.tube for each in rows(csf, "retrieved")})
    before = person.where(first.barcode).partition(" (")[0]
    csf.back.click()
    assert csf.next.tube.text() == second.barcode
    scan_until(person, second.barcode, csf, f"{second.barcode} is back")
    person.until(lambda: csf.next.tube.text() == first.barcode)
    import time

    later = SimpleNamespace(time=lambda: time.time() + 40 * 60)
    monkeypatch.setattr("freezerapp.ui.returning.time", later)
    person.scan(first.barcode)
    person.until(lambda: "Still frozen?" in person.window.bar.text)
    person.confirm()
    person.until(lambda: len(rows(csf, "returned")) == 2)
    assert person.where(first.barcode) == f"{before} (stored, scanned)"
    person.until(lambda: not csf.back.isChecked())


def test_the_clock_warns_when_a_tube_is_out_for_too_long(
    person: Person, csf: PickPane, tones: list[Tone], monkeypatch: pytest.MonkeyPatch
) -> None:
    row = rows(csf)[0]
    scan_until(person, row.barcode, csf, "is right")
    person.until(lambda: "limit" in csf.next.clock.text())
    assert csf.next.clock.property("look") == "strong"
    import time

    tones.clear()
    later = SimpleNamespace(time=lambda: time.time() + row.limit_s)
    monkeypatch.setattr("freezerapp.ui.panes.pick_next.time", later)
    csf.next.tick()
    csf.next.tick()
    assert "over" in csf.next.clock.text()
    assert csf.next.clock.property("look") == "warning"
    assert tones == [Tone.ATTENTION]


def test_another_task_takes_the_scans_until_one_goes_on(person: Person, csf: PickPane) -> None:
    row = rows(csf)[0]
    person.window.strip._task.begin("put back", lambda _scanned: True)
    person.until(csf.paused.isVisible)
    csf.paused.action_triggered.emit(0)
    assert csf.paused.isHidden()
    scan_until(person, row.barcode, csf, "is right")


def test_chosen_tubes_of_a_box_and_a_list_that_is_cancelled_and_opened_again(person: Person) -> None:
    person.show(person.boxes()[0])
    one, other = person.tubes()[:2]
    person.choose([(one.row, one.column), (other.row, other.column)])
    person.trigger("pick")
    dialog = asked(person)
    person.until(lambda: "can be fetched" in dialog.count.text())
    pane = make(person, dialog)
    assert {row.barcode for row in rows(pane)} == {one.barcode, other.barcode}
    person.press(pane.cancel)
    reason(person, "Made by mistake")
    person.until(pane.reopen.isVisible)
    assert not pane.next.code.isVisible()
    person.press(pane.reopen)
    reason(person, "Still wanted")
    person.until(pane.finish.isVisible)
    assert len(rows(pane)) == 2


def test_a_pasted_list_says_what_is_left_out_and_why(person: Person, csf: PickPane) -> None:
    taken = rows(csf)[0].barcode
    number = csf.head.title.text()
    person.show(person.boxes()[0])
    free = next(tube.barcode for tube in person.tubes() if not tube.holds and tube.barcode != taken)
    person.window.selection.choose(None)
    person.trigger("pick")
    dialog = asked(person)
    dialog.source.setCurrentIndex(dialog.source.findData(CODES))
    dialog.codes.field.setPlainText(f"{free}\n{taken}\nNOBODY\n\n{free}")
    person.until(lambda: dialog.left_out.count() == 3)
    lines = [dialog.left_out.item(at).text() for at in range(3)]
    assert lines[0] == f"Line 2, {taken}: reserved for {number}"
    assert lines[1].startswith("Line 3, NOBODY: unknown")
    assert lines[2] == f"Line 5, {free}: listed twice"
    pane = make(person, dialog)
    person.until(lambda: {row.barcode for row in rows(pane)} == {free})


def test_a_file_of_codes_is_read_line_by_line(person: Person, tmp_path: Path) -> None:
    file = tmp_path / "codes.csv"
    file.write_text("barcode;volume\nNOBODY;1\n", encoding="utf-8")
    person.trigger("pick")
    dialog = asked(person)
    dialog.codes.read(file)
    person.until(lambda: dialog.left_out.count() == 2)
    assert dialog.left_out.item(1).text().startswith("Line 2, NOBODY")
    assert not dialog.do.isEnabled()
    dialog.codes.read(tmp_path / "nothing.csv")
    assert "nothing.csv" in dialog.codes.why.text()
    dialog.reject()


def test_a_rule_chooses_one_tube_of_each_participant(person: Person) -> None:
    person.trigger("pick")
    dialog = asked(person)
    dialog.source.setCurrentIndex(dialog.source.findData(RULE))
    dialog.rule.material.setCurrentIndex(dialog.rule.material.findData("CSF"))
    dialog.rule.at_least.setText("lots")
    person.until(lambda: "is no amount" in dialog.count.text())
    assert not dialog.do.isEnabled()
    dialog.rule.at_least.setText("0.1 mL")
    dialog.rule.blind.setChecked(True)
    person.until(lambda: "can be fetched for" in dialog.count.text())
    pane = make(person, dialog)
    wanted = rows(pane)
    assert len({row.participant for row in wanted}) == len(wanted) > 1
    assert pane.page is not None
    assert pane.page.said.seed
    assert "blind order" in (pane.page.said.rule or "")
    numbers = [row.number for row in sorted(wanted, key=lambda row: row.barcode)]
    assert sorted(numbers) == list(range(1, len(wanted) + 1))


def test_the_work_list_counts_open_lists_and_a_scanned_number_opens_its_list(person: Person, csf: PickPane) -> None:
    number = csf.head.title.text()
    person.window.selection.go(View(Showing.PICKS))
    table = person.window.pages.picks.table
    person.until(lambda: table.rowCount() > 0 and table.item(0, 0).text() == number)
    opened_ = sum(table.item(at, 2).text() == "Open" for at in range(table.rowCount()))
    index = person.window.work.index_of("picks")
    person.until(lambda: index.data(Role.FIGURE) == f"{opened_} open")
    person.window.selection.go(View(Showing.STORAGE))
    person.scan(number)
    opened(person)
    assert csf.head.title.text() == number


def test_without_lists_the_page_says_how_one_is_made(person: Person) -> None:
    person.trigger("picks")
    person.until(lambda: person.window.pages.picks.isVisible())
    person.press(person.window.pages.picks.new)
    asked(person).reject()


def test_the_pace_of_the_site_changes_the_minutes(person: Person, csf: PickPane) -> None:
    assert csf.page is not None
    before = csf.page.walk.seconds
    person.window.selection.go(View(Showing.PICKS))
    person.window.doing.choose_operator(1)
    person.press(person.window.pages.picks.pace)
    person.until(lambda: isinstance(QApplication.activeModalWidget(), PaceDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PaceDialog)
    person.until(dialog.do.isEnabled)
    assert dialog.changed == {}
    dialog.fields["door_s"].setValue(11)
    dialog.fields["box_s"].setValue(3)
    dialog.accept()
    person.done()
    with person.program.dispatcher.bank.reading() as reader:  # type: ignore[union-attr]
        one, two = history_page(reader, None, 2)
    assert one.operation_uuid == two.operation_uuid, "both in one operation, undone by one undo"
    assert {one.subject_kind, two.subject_kind} == {"setting"}
    person.window.selection.back()
    person.until(lambda: csf.page is not None and csf.page.walk.seconds > before)


def test_who_may_not_set_the_pace_can_read_it_and_is_told_why(person: Person) -> None:
    person.window.selection.go(View(Showing.PICKS))
    person.until(lambda: person.window.pages.picks.isVisible())
    person.press(person.window.pages.picks.pace)
    person.until(lambda: isinstance(QApplication.activeModalWidget(), PaceDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PaceDialog)
    person.until(lambda: dialog.fields["door_s"].value() == 1)
    assert dialog.why_not.isVisible()
    assert not dialog.do.isEnabled()
    assert not any(field.isEnabled() for field in dialog.fields.values())
    dialog.reject()
