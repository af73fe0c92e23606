"""Who works here: chosen from the list, entered by name, or by a scan of their badge; history says who it was."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from freezerapp.ui.dialogs.who import WhoDialog
from tests.at_the_bench import LEFT, Person
from tests.gestures.conftest import People
from tests.gestures.menus import choose_from

BADGE = "BADGE-OP03"


def give_badge(path: Path, operator: str) -> None:
    """Let the bank know a person's badge."""
    from dataclasses import dataclass
    from typing import ClassVar

    from freezerapp.commands.command import perform
    from freezerapp.commands.operators import operator_for
    from freezerapp.domain.specimen import Code, CodeKind
    from freezerapp.storage.database import Database
    from freezerapp.storage.ledger import Ledger

    database = Database.open(path)
    key = operator_for(database, operator)

    @dataclass(frozen=True)
    class GiveBadge:
        kind: ClassVar[str] = "edit operator"
        reason: str | None = None
        done_at: str | None = None

        def run(self, ledger: Ledger) -> None:
            known = ledger.one("operator", key)
            code = Code(BADGE, CodeKind.OPERATOR, ledger.operation.recorded_at)
            ledger.save("operator", known._replace(codes=(*known.codes, code)))

    perform(database, GiveBadge(), 1)
    database.close()


@pytest.fixture
def at_box(people: People, bank_file: Path) -> Person:
    give_badge(bank_file, "Operator 03")
    person = people()
    person.show(person.boxes()[0])
    return person


def last_by(person: Person) -> str | None:
    """Who did the last thing that the bank knows of."""
    from freezerapp.storage.rows.history import history_page

    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        return history_page(reader, None, 1)[0].operator


def take_out_first(person: Person) -> None:
    before = len(person.window.strip.things.things)
    tube = person.tubes()[0]
    person.click((tube.row, tube.column))
    person.trigger("take out")
    person.until(lambda: len(person.window.strip.things.things) == before + 1)
    person.done()


def shown(person: Person) -> str:
    """The name in the foot of the window."""
    return person.window.doing.operator_name


def test_another_person_is_chosen_from_the_list_and_signs_from_then_on(at_box: Person) -> None:
    at_box.trigger("operator")
    choose_from(at_box, "Operator 02")
    assert shown(at_box) == "Operator 02"
    take_out_first(at_box)
    assert last_by(at_box) == "Operator 02"
    at_box.trigger("operator")
    menu = at_box.menu()
    assert [each.text() for each in menu.actions() if each.isChecked()] == ["Operator 02, operator"]
    menu.close()


def test_the_list_opens_by_a_click_on_the_name(at_box: Person) -> None:
    at_box.press(at_box.window.status.operator)
    choose_from(at_box, "Operator 04")
    assert shown(at_box) == "Operator 04"


def test_what_another_did_is_not_undone_by_the_next_person(at_box: Person) -> None:
    take_out_first(at_box)
    assert at_box.window.doing.can_undo
    at_box.trigger("operator")
    choose_from(at_box, "Operator 02")
    assert not at_box.window.actions_table["undo"].isEnabled()


def test_someone_else_enters_their_name_and_works(at_box: Person) -> None:
    at_box.trigger("operator")
    choose_from(at_box, "Someone else")
    dialog = at_box.window.findChild(WhoDialog)
    assert dialog is not None
    begin = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Begin to work")
    assert not begin.isEnabled(), "nobody works here without a name"
    QTest.keyClicks(dialog.field, "Ada Example")
    QTest.mouseClick(begin, LEFT)
    at_box.until(lambda: shown(at_box) == "Ada Example")
    at_box.until(lambda: "Ada Example works here now." in at_box.window.bar.text)
    take_out_first(at_box)
    assert last_by(at_box) == "Ada Example"


def test_who_entered_a_name_is_offered_no_undo_that_does_nothing(at_box: Person) -> None:
    at_box.trigger("operator")
    choose_from(at_box, "Someone else")
    dialog = at_box.window.findChild(WhoDialog)
    assert dialog is not None
    dialog.field.setText("Ada Example")
    dialog.accept()
    at_box.until(lambda: "Ada Example works here now." in at_box.window.bar.text)
    at_box.done()
    assert not at_box.window.doing.can_undo
    offered = [each.text() for each in at_box.window.bar.findChildren(QPushButton) if each.isVisible()]
    assert offered == []


def test_the_undo_offered_to_the_person_before_is_not_offered_to_the_next(at_box: Person) -> None:
    take_out_first(at_box)
    assert "Took out" in at_box.window.bar.text
    at_box.trigger("operator")
    choose_from(at_box, "Operator 02")
    assert at_box.window.bar.text == "Operator 02 works here now."
    assert not [each for each in at_box.window.bar.findChildren(QPushButton) if each.isVisible()]


def test_given_up_the_dialog_changes_nobody(at_box: Person) -> None:
    before = shown(at_box)
    at_box.trigger("operator")
    choose_from(at_box, "Someone else")
    dialog = at_box.window.findChild(WhoDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.field, "Nobody")
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    at_box.until(lambda: at_box.window.findChild(WhoDialog) is None)
    assert shown(at_box) == before


def test_a_badge_changes_who_works_here_wherever_it_is_scanned(at_box: Person) -> None:
    at_box.scan(BADGE)
    at_box.until(lambda: shown(at_box) == "Operator 03")
    take_out_first(at_box)
    assert last_by(at_box) == "Operator 03"
    assert "Operator 03" in at_box.window.status.operator.text()


def test_a_badge_leaves_no_tube_of_the_other_person_in_hand(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    at_box.scan(tube.barcode)
    at_box.until(lambda: at_box.window.workbench.scans.target.in_hand is not None)
    at_box.scan(BADGE)
    at_box.until(lambda: shown(at_box) == "Operator 03")
    assert at_box.window.workbench.scans.target.in_hand is None
    at_box.scan("CMD-TAKE-OUT")
    at_box.done()
    assert not at_box.window.strip.things.things
    assert at_box.where(tube.barcode).startswith("A1 in ")


def test_who_made_a_gesture_signs_for_it_though_another_works_by_then(at_box: Person) -> None:
    first, second = at_box.tubes()[:2]
    doing = at_box.window.doing
    at_box.done()
    mine = doing.operator_name
    for tube in (first, second):  # the second waits until the first is written
        at_box.choose([(tube.row, tube.column)])
        at_box.trigger("take out")
    assert doing.is_busy
    other = next(key for key, name, _ in at_box.window.now.facts.operators if name == "Operator 03")  # type: ignore[union-attr]
    doing.choose_operator(other)
    at_box.until(lambda: len(at_box.window.strip.things.things) == 2)
    at_box.done()
    assert last_by(at_box) == mine
