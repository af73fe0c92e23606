"""The note of a shipment is changed after it has left, and history tells what it said."""

import pytest
from PySide6.QtTest import QTest

from freezerapp.domain.parcel import Step
from freezerapp.domain.problems import NothingToDo
from freezerapp.ui.dialogs.note import NoteDialog
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import NONE, Person
from tests.gestures.menus import choose_from
from tests.gestures.parcels_made import issued
from tests.gestures.test_shipping import dialog_of, dispatched, parcel_of


def write(person: Person, text: str) -> None:
    """Write another note into the dialog that is open, and save it."""
    dialog = dialog_of(person, NoteDialog)
    assert not dialog.do.isEnabled(), "nothing was changed yet"
    dialog.field.selectAll()
    QTest.keyClicks(dialog.field, text, NONE, 45)  # by hand: no scanner is as slow
    person.press(dialog.do)
    person.until(lambda: parcel_of(person).shipment.note == text)
    person.done()


def test_a_note_is_written_after_dispatch_and_the_manifest_stays_as_it_was_sent(person: Person) -> None:
    dispatched(person, 1)
    page = person.window.pages.shipment
    person.press(page.steps.button(0))
    person.until(page.transport.request.change.isVisible)
    assert not page.transport.transport.change.isVisible(), "how it travels is settled"
    person.press(page.transport.request.change)
    write(person, "The carrier was two hours late")
    assert person.window.bar.text.startswith("The note on SHP-")
    person.until(lambda: "two hours late" in str(page.transport.request.table.facts))
    with pytest.raises(NothingToDo):  # no other version than the one that was sent
        issued(person, parcel_of(person).shipment.id)
    person.press(page.more)
    choose_from(person, "Note…")
    write(person, "The carrier was three hours late")
    number = parcel_of(person).shipment.number
    person.window.selection.go(View(Showing.HISTORY))
    table = person.window.pages.history.table
    person.until(lambda: table.item(0, 1) is not None)
    line, thing = table.item(0, 1), table.item(0, 2)
    assert line is not None
    assert thing is not None
    assert line.text().startswith("Shipment edited, note: “The carrier was three hours late”")
    assert "Note before: “The carrier was two hours late”" in line.toolTip()
    assert thing.text() == number


def test_a_note_written_by_mistake_is_taken_back(person: Person) -> None:
    dispatched(person, 1)
    person.press(person.window.pages.shipment.more)
    choose_from(person, "Note…")
    write(person, "of another parcel")
    person.trigger("undo")
    person.until(lambda: parcel_of(person).shipment.note is None)
    assert parcel_of(person).shipment.step is Step.DISPATCHED
