"""Tubes come on a pick list that is open: chosen, searched, pasted or by a rule, in the window; and its labels."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from freezerapp.commands.command import perform
from freezerapp.commands.settle_pick import CancelPickList
from freezerapp.storage.database import Database
from freezerapp.storage.rows.box import TubeRow
from freezerapp.storage.rows.candidates import judged
from freezerapp.storage.rows.picks import pick_lists
from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui.dialogs.new_pick import CHOSEN, RULE, SEARCH, NewPickDialog
from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
from freezerapp.ui.panes.pick import PickPane
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import LEFT, NONE, Person
from tests.gestures.menus import ask_menu, line
from tests.gestures.test_picking import asked, found, make, opened, rows, scan_until


@pytest.fixture
def csf(person: Person) -> PickPane:
    """A list of some CSF tubes, made of a search."""
    found(person, "material:CSF visit:V01 status:stored hold:no")
    person.press(person.window.pages.found.pick)
    return make(person, asked(person))


def dna(person: Person) -> ContainerRow:
    """A box with DNA."""
    return next(row for row in person.boxes() if (row.code or "").startswith("DNA"))


def fetchable(person: Person, box: ContainerRow, count: int) -> list[TubeRow]:
    """So many tubes of a box that can be put on a list; the box is shown."""
    person.show(box)
    bank = person.program.dispatcher.bank
    assert isinstance(bank, Database)
    able = set(judged(bank, [tube.id for tube in person.tubes()]).tubes)
    free = [tube for tube in person.tubes() if tube.id in able][:count]
    assert len(free) == count
    return free


@pytest.fixture
def few(person: Person) -> PickPane:
    """A list of two DNA tubes of a box, the box being shown before."""
    box = dna(person)
    free = fetchable(person, box, 2)
    person.choose([(tube.row, tube.column) for tube in free])
    person.until(lambda: len(person.window.workbench.chosen.tubes.all) == 2)
    person.trigger("pick")
    return make(person, asked(person), "DNA")


def add(person: Person, pane: PickPane) -> NewPickDialog:
    """Add tubes…, in the menu of the list."""
    QTimer.singleShot(0, lambda: person.press(pane.more))
    menu = person.menu()
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(pane.head.add_tubes).center())
    return asked(person)


def added(person: Person, dialog: NewPickDialog, pane: PickPane, count: int) -> None:
    """Press the button, and wait until the list has so many tubes."""
    person.press(dialog.do)
    person.until(lambda: QApplication.activeModalWidget() is None and pane.page is not None)
    person.until(lambda: pane.page is not None and pane.page.said.wanted == count)
    person.done()


def test_chosen_tubes_come_on_an_open_list_and_undo_takes_them_off(person: Person, few: PickPane) -> None:
    assert few.page is not None
    said, two = few.page.said, {row.tube for row in rows(few)}
    others = fetchable(person, dna(person), 2)
    person.choose([(tube.row, tube.column) for tube in others])
    person.until(lambda: len(person.window.workbench.chosen.tubes.all) == 2)
    view = person.window.box.view
    ask_menu(view, person.at((others[0].row, others[0].column), view))
    menu = person.menu()
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(line(menu, "Put on a pick list…")).center())
    dialog = asked(person)
    person.until(dialog.onto.isVisible)
    assert dialog.onto.currentText() == "A new list"
    assert (dialog.do.text(), dialog.do.isEnabled()) == ("Make the list", False)
    dialog.onto.setCurrentIndex(dialog.onto.findData(said.id))
    assert dialog.onto.currentText() == f"{said.number}: DNA"
    assert not dialog.title.isVisible()
    person.until(lambda: dialog.count.text() == "2 tubes can be fetched")
    assert dialog.do.text() == "Add to the list"
    person.press(dialog.do)
    pane = opened(person)
    person.until(lambda: {row.tube for row in rows(pane)} == two | {tube.id for tube in others})
    assert person.window.bar.text == f"2 tubes added to {said.number}."
    person.trigger("undo")
    person.until(lambda: {row.tube for row in rows(pane)} == two)


def test_a_search_adds_to_the_list_that_is_shown_and_what_is_on_it_is_told(person: Person, csf: PickPane) -> None:
    wanted = rows(csf)
    scan_until(person, wanted[0].barcode, csf, "is right.")
    person.until(lambda: len(rows(csf, "retrieved")) == 1)
    number, before = csf.head.title.text(), len(wanted)
    dialog = add(person, csf)
    assert dialog.windowTitle() == f"Add tubes to {number}"
    assert not dialog.onto.isVisible()
    assert dialog.source.findData(CHOSEN) < 0  # the one that is on the list is nothing to add
    dialog.source.setCurrentIndex(dialog.source.findData(SEARCH))
    QTest.keyClicks(dialog.search.field, "materials:CSF", NONE, 60)
    person.until(lambda: "materials" in dialog.count.text())
    assert not dialog.do.isEnabled()
    dialog.search.field.clear()
    person.until(lambda: not dialog.count.isVisible())
    QTest.keyClicks(dialog.search.field, "material:CSF status:stored,bench hold:no", NONE, 60)
    person.until(lambda: dialog.do.isEnabled() and dialog.left_out.count() >= before)
    lines = [dialog.left_out.item(at).text() for at in range(dialog.left_out.count())]
    assert f"{wanted[0].barcode}: reserved for {number}" in lines
    assert f"{wanted[1].barcode}: reserved for {number}" in lines
    more = int(dialog.count.text().split()[0])
    added(person, dialog, csf, before - 1 + more)
    assert [row.barcode for row in rows(csf, "retrieved")] == [wanted[0].barcode]
    assert csf.page is not None
    assert sum(len(batch.stops) for batch in csf.page.walk.batches) == before - 1 + more
    first = next(row for row in csf.page.rows if row.state.value == "wanted")
    assert csf.next.tube.text() == first.barcode
    scan_until(person, first.barcode, csf, f"{first.barcode} is right.")


def test_pasted_codes_and_a_rule_add_to_a_list_of_blind_order(person: Person) -> None:
    person.trigger("pick")
    dialog = asked(person)
    dialog.source.setCurrentIndex(dialog.source.findData(RULE))
    dialog.rule.material.setCurrentIndex(dialog.rule.material.findData("CSF"))
    dialog.rule.visits.setText("V01")
    dialog.rule.blind.setChecked(True)
    pane = make(person, dialog, "Blind")
    before = len(rows(pane))
    free = fetchable(person, dna(person), 1)[0].barcode
    person.window.selection.choose(None)
    person.window.selection.go(View(Showing.PICK, item=newest(person)))
    pane = opened(person)
    dialog = add(person, pane)
    person.until(dialog.blind.isVisible)
    dialog.codes.field.setPlainText(f"{free}\nNOBODY")
    person.until(lambda: dialog.left_out.count() == 1)
    added(person, dialog, pane, before + 1)
    dialog = add(person, pane)
    dialog.source.setCurrentIndex(dialog.source.findData(RULE))
    assert not dialog.rule.blind.isVisible()
    dialog.rule.material.setCurrentIndex(dialog.rule.material.findData("DNA"))
    person.until(lambda: dialog.do.isEnabled() and "for" in dialog.count.text())
    more = int(dialog.count.text().split()[0])
    added(person, dialog, pane, before + 1 + more)
    assert pane.page is not None
    assert " + " in (pane.page.said.rule or "")


def newest(person: Person) -> int:
    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        return pick_lists(reader)[0].id


def test_a_list_closed_meanwhile_takes_no_tubes_and_says_so(person: Person, few: PickPane) -> None:
    dialog = add(person, few)
    dialog.source.setCurrentIndex(dialog.source.findData(SEARCH))
    dialog.search.field.setText("material:CSF status:stored hold:no")
    person.until(dialog.do.isEnabled)
    assert few.page is not None
    assert person.program.dispatcher.bank is not None
    elsewhere = Database.open(person.program.dispatcher.bank.path)
    perform(elsewhere, CancelPickList(few.page.said.id, "withdrawn"), 1)
    elsewhere.close()
    person.press(dialog.do)
    person.until(lambda: "cancelled" in person.window.bar.text)
    person.until(lambda: few.page is not None and few.page.said.state.value == "cancelled")
    assert not few.head.add_tubes.isVisible()
    assert few.head.labels.isVisible()


def test_labels_of_a_list_come_in_its_order(person: Person, few: PickPane) -> None:
    QTimer.singleShot(0, lambda: person.press(few.more))
    menu = person.menu()
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(few.head.labels).center())
    person.until(lambda: any(each.isVisible() for each in person.window.findChildren(PrintLabelsDialog)))
    dialog = next(each for each in person.window.findChildren(PrintLabelsDialog) if each.isVisible())
    person.until(lambda: dialog.page is not None)
    what = dialog.form.asked().what
    assert what.said == f"2 tubes of “{few.head.title.text()}”"
    assert what.ids == tuple(row.tube for row in rows(few))
    dialog.reject()
