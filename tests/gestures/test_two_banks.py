"""Two banks at two windows: a request found, packed and sent with its file; received, answered and closed."""

import csv
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from freezerapp.commands.parties import SaveParty
from freezerapp.domain.parcel import Outcome, Step
from freezerapp.domain.party import Party
from freezerapp.domain.position import Layout, Position
from freezerapp.domain.scan_target import Tone
from freezerapp.proving import Verdict, look
from freezerapp.storage.rows.found import by_code
from freezerapp.storage.rows.history import history_of
from freezerapp.storage.specimens import load
from freezerapp.storage.verifying import verify
from freezerapp.ui import questions
from freezerapp.ui.dialogs.announce_parcel import AnnounceDialog
from freezerapp.ui.dialogs.arrival import ArrivalDialog
from freezerapp.ui.dialogs.hand_over import HandOverDialog
from freezerapp.ui.dialogs.move_to import MoveToDialog
from freezerapp.ui.dialogs.new_shipment import NewShipmentDialog
from freezerapp.ui.dialogs.parcel_boxes import ParcelBoxesDialog
from freezerapp.ui.dialogs.parcel_papers import ParcelPapersDialog
from freezerapp.ui.dialogs.words_asked import WordsDialog
from freezerapp.ui.models.parcel_lines import Column
from freezerapp.ui.selection import Showing
from tests.at_the_bench import CTRL, LEFT, NONE, Person
from tests.build import a_bank, a_box, a_shelf, a_tube
from tests.gestures.conftest import People
from tests.gestures.menus import line
from tests.gestures.test_parcel_papers import choose, save
from tests.gestures.test_shipping import BANK, LAB, choose_lab, dialog_of, do, fill_in, lines, pack

FREE = "material:CSF status:stored hold:no"
BY_HAND = 45
"""ms between two keys: no scanner is as slow."""
LEAST = 5
"""Tubes of the request: enough for a difference of each kind."""


@pytest.fixture
def their_file(tmp_path: Path) -> Iterator[Path]:
    """The bank of the recipient: two boxes, one with CSF in it; it must be whole, too, when the test is over."""
    bank = a_bank(tmp_path, "theirs")
    shelf = a_shelf(bank, name="Freezer B")
    a_tube(bank, "THEIR-DNA", in_=a_box(bank, in_=shelf, name="B-DNA"), at="A1")
    box = a_box(bank, in_=shelf, name="B-CSF")
    for at in ("A1", "A2"):
        a_tube(bank, f"THEIR-{at}", in_=box, at=at, material="CSF")
    bank.do(SaveParty(Party(0, LAB.organisation, phone="+44 1", responsible="Dr B", responsible_phone="+44 2", own=1)))
    bank.close()
    yield bank.path
    assert list(verify(bank.path)) == []


@pytest.fixture
def two(people: People, their_file: Path) -> tuple[Person, Person]:
    """One sends, the other receives; each has a scanner of their own."""
    ours, theirs = people(), people(bank=their_file)
    ours.program.scanner.pause()
    theirs.program.scanner.pause()
    return ours, theirs


class At:
    """Somebody sits down at a window, and gets up again: only its scanner hears what is scanned meanwhile."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def __enter__(self) -> Person:
        self.person.program.scanner.resume()
        self.person.window.activateWindow()
        self.person.until(self.person.window.isActiveWindow)
        return self.person

    def __exit__(self, *_why: object) -> None:
        self.person.program.scanner.pause()


def more(person: Person, text: str) -> None:
    """Choose from the menu "More" of the shipment by mouse."""

    def choose_line() -> None:
        menu = person.menu()
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(line(menu, text)).center())

    QTimer.singleShot(0, person.window, choose_line)  # the menu of a button waits until something is chosen
    person.press(person.window.pages.shipment.more)


def step_is(person: Person, step: Step) -> None:
    """Wait until the page says so, and nothing is being written."""
    page = person.window.pages.shipment
    person.until(lambda: page.now.parcel is not None and page.now.parcel.shipment.step is step)
    person.done()


def has_outcome(person: Person, code: str, outcome: Outcome) -> None:
    """Wait until the page says this of a tube."""
    person.until(lambda: any(row.line.code == code and row.line.outcome is outcome for row in lines(person)))
    person.done()


def click_line(person: Person, code: str, held: Qt.KeyboardModifier = NONE) -> None:
    """Click the line of a tube in the table of the shipment."""
    page = person.window.pages.shipment
    number = next(n for n, row in enumerate(page.tubes.lines.rows) if code in (row.code, row.line.code))
    index = page.tubes.lines.index(number, Column.TUBE)
    page.tubes.table.scrollTo(index)
    QTest.mouseClick(page.tubes.table.viewport(), LEFT, held, page.tubes.table.visualRect(index).center())


def say_of(person: Person, code: str, button: str, note: str, outcome: Outcome) -> None:
    """Say of one line how it was found, with a note."""
    click_line(person, code)
    person.until(lambda: [row.line.code for row in person.window.pages.shipment.tubes.chosen] == [code])
    person.press(person.window.pages.shipment.tubes.button(button))
    asked = dialog_of(person, WordsDialog)
    QTest.keyClicks(asked.field, note, NONE, BY_HAND)
    person.press(asked.do)
    has_outcome(person, code, outcome)


def settle_all(person: Person, how: str) -> None:
    """Choose everything in the table, and say how it was settled; then close."""
    page = person.window.pages.shipment
    person.window.activateWindow()
    page.tubes.table.setFocus()
    person.until(page.tubes.table.hasFocus)
    person.key(Qt.Key.Key_A, CTRL)
    person.until(lambda: len(page.tubes.chosen) == len(lines(person)))
    person.press(page.tubes.button("Settle…"))
    asked = dialog_of(person, WordsDialog)
    QTest.keyClicks(asked.field, how, NONE, BY_HAND)
    person.press(asked.do)
    person.until(page.go_on.isEnabled)
    person.done()
    person.press(page.go_on)
    person.until(lambda: person.window.doing.telling.is_asking)
    person.confirm()
    step_is(person, Step.CLOSED)


def a_search(person: Person) -> str:
    """A search that finds the few tubes of one participant and visit."""
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        rows = questions.found_rows(reader, questions.ids(reader, FREE))
    counted = Counter((row.participant, row.visit) for row in rows)
    participant, visit = min(counted, key=lambda each: counted[each])
    return f"{FREE} participant:{participant} visit:{visit}"


def shipment_from_a_search(person: Person) -> list[str]:
    """Search in the field, begin a shipment with what was found, and give it a transport box; its codes."""
    do(person, SaveParty(BANK))
    do(person, SaveParty(LAB))
    person.trigger("find")
    QTest.keyClicks(person.receiver(), a_search(person), NONE, BY_HAND)
    person.key(Qt.Key.Key_Return)
    person.until(lambda: person.window.selection.view.showing is Showing.LIST)
    person.until(lambda: len(person.window.pages.found.model.ids) > 0)
    person.trigger("new shipment")
    dialog = dialog_of(person, NewShipmentDialog)
    choose_lab(dialog)
    QTest.keyClicks(dialog.purpose, "Neurofilaments", NONE, BY_HAND)
    person.until(dialog.do.isEnabled)
    wanted = len(dialog.tubes)
    person.press(dialog.do)
    page = person.window.pages.shipment
    person.until(lambda: page.now.parcel is not None and len(lines(person)) == wanted)
    person.done()
    person.press(page.tubes.box.add)
    boxes = dialog_of(person, ParcelBoxesDialog)
    person.press(boxes.add)
    person.until(lambda: boxes.list.count() == 1)
    boxes.reject()
    person.until(lambda: page.now.parcel is not None and len(page.now.parcel.boxes) == 1)
    person.until(lambda: person.window.now.container(page.now.parcel.boxes[0].box.container_id))
    return [row.code for row in lines(person)]


def sent(person: Person, folder: Path) -> tuple[str, list[str]]:
    """A request taken from the search to the hand-over, and the files that go with it; its number and codes."""
    codes = shipment_from_a_search(person)
    for code in codes:
        pack(person, code)
    fill_in(person)
    page = person.window.pages.shipment
    person.until(page.go_on.isEnabled)
    person.press(page.go_on)
    step_is(person, Step.PACKED)
    person.until(page.go_on.isEnabled)
    person.press(page.go_on)
    person.press(dialog_of(person, HandOverDialog).do)
    step_is(person, Step.DISPATCHED)
    person.press(page.preview)
    papers = dialog_of(person, ParcelPapersDialog)
    person.until(lambda: papers.page is not None)
    for form in ("json", "csv", "pdf"):
        save(person, papers, folder / f"parcel.{form}")
    person.press(papers.done_button)
    return page.now.parcel.shipment.number, codes


def announced(person: Person, path: Path, number: str) -> None:
    """The file of the sender is read in, and the parcel opened from the list of shipments."""
    person.trigger("announce parcel")
    choose(person, path)
    dialog = dialog_of(person, AnnounceDialog)
    person.press(dialog.do)
    person.until(lambda: f"{number} is announced" in person.window.bar.text)
    person.done()
    person.trigger("shipments")
    table = person.window.pages.shipments.table
    person.until(lambda: table.isVisible() and table.model().rowCount() == 1)
    QTest.mouseClick(table.viewport(), LEFT, NONE, table.visualRect(table.model().index(0, 0)).center())
    QTest.mouseDClick(table.viewport(), LEFT, NONE, table.visualRect(table.model().index(0, 0)).center())
    step_is(person, Step.DISPATCHED)


def received(person: Person, codes: list[str]) -> None:
    """Two as they should be, one damaged, one thawed as is seen after its scan, one extra, the last missing."""
    page = person.window.pages.shipment
    person.press(page.go_on)
    dialog = dialog_of(person, ArrivalDialog)
    QTest.keyClicks(dialog.degrees, "-58.5", NONE, BY_HAND)
    QTest.keyClicks(dialog.ice, "1.5", NONE, BY_HAND)
    dialog.intact.setCurrentIndex(dialog.intact.findData(False))
    QTest.keyClicks(dialog.said, "lid ajar", NONE, BY_HAND)
    person.press(dialog.do)
    step_is(person, Step.RECEIVED)
    tones: list[Tone] = []
    person.window.workbench.scans.toned.connect(tones.append)
    *here, _missing = codes
    for number, code in enumerate(here):
        person.scan(code)
        has_outcome(person, code, Outcome.RECEIVED)
        assert tones == [Tone.RIGHT] * (number + 1)
    person.scan("STRANGE-1")
    person.until(lambda: person.window.doing.telling.is_asking)
    person.scan("CMD-CONFIRM")
    has_outcome(person, "STRANGE-1", Outcome.EXTRA)
    say_of(person, here[-2], "Damaged…", "cap cracked", Outcome.DAMAGED)
    say_of(person, here[-1], "Thawed…", "soft", Outcome.THAWED)
    assert not page.go_on.isEnabled()
    more(person, "Everything else is missing…")
    person.until(lambda: person.window.doing.telling.is_asking)
    person.confirm()
    has_outcome(person, codes[-1], Outcome.MISSING)


def placed(person: Person, count: int) -> str:
    """What is in hand goes where it is proposed; gives the box."""
    strip = person.window.strip
    person.until(lambda: len(strip.things.things) == count)
    assert not strip.things.chosen, "no tube was chosen by anybody"
    person.press(strip.find_place)
    dialog = dialog_of(person, MoveToDialog)
    proposed: str = dialog.box.text()
    person.until(dialog.do.isEnabled)
    person.press(dialog.do)
    person.until(lambda: not strip.things.things)
    person.done()
    return proposed


def tube_of(person: Person, code: str) -> Any:
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        found = by_code(reader, code)
        assert found is not None
        return load(reader.connection, [found.id])[found.id]


def told(person: Person, code: str) -> list[str]:
    """The kinds of events in the history of a tube, oldest first."""
    key, bank = tube_of(person, code).id, person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        rows = history_of(reader, "specimen", key)
    return [row.kind for row in reversed(rows)]


def test_two_banks_exchange_a_parcel_with_differences(two: tuple[Person, Person], tmp_path: Path) -> None:
    ours, theirs = two
    with At(ours):
        number, codes = sent(ours, tmp_path)
    assert len(codes) >= LEAST
    assert all(ours.where(code).endswith("(shipped, scanned)") for code in codes)
    for form in ("json", "csv", "pdf"):
        proof = look((tmp_path / f"parcel.{form}").read_bytes(), f"parcel.{form}")
        assert proof.verdict is Verdict.ALONE
    with (tmp_path / "parcel.csv").open(encoding="utf-8-sig", newline="") as file:
        listed = list(csv.reader(file))
    assert all(any(code in row for row in listed) for code in codes)

    with At(theirs):
        announced(theirs, tmp_path / "parcel.json", number)
        assert theirs.window.strip.isHidden(), "nothing is at hand before it is scanned"
        received(theirs, codes)
        settle_all(theirs, "agreed by telephone")
        proposed = placed(theirs, len(codes) - 1)
        more(theirs, "Save the receipt…")
        choose(theirs, tmp_path / "receipt.json")
        theirs.until(lambda: "receipt.json" in theirs.window.bar.text)
    assert proposed == "B-CSF", "with their like"
    places = [theirs.where(code) for code in codes]
    cells = [Layout(9, 9).label(Position(*divmod(n + 2, 9))) for n in range(len(codes) - 1)]
    assert places[:-1] == [f"{cell} in B-CSF (stored, typed)" for cell in cells]
    assert places[-1].startswith("nowhere (expected")

    with At(ours):
        ours.trigger("announce parcel")
        choose(ours, tmp_path / "receipt.json")
        ours.until(lambda: f"The receipt of {number} is taken in" in ours.window.bar.text)
        step_is(ours, Step.RECEIVED)
        page = ours.window.pages.shipment
        shipment = page.now.parcel.shipment
        assert (shipment.arrival_temperature, shipment.ice_left, shipment.seal_intact) == (-585, 1500, 0)
        assert "lid ajar" in shipment.arrival_note
        found = {row.line.code or row.code: (row.line.outcome, row.line.outcome_note) for row in lines(ours)}
        assert found == {
            **dict.fromkeys(codes[:-3], (Outcome.RECEIVED, None)),
            codes[-3]: (Outcome.DAMAGED, "cap cracked"),
            codes[-2]: (Outcome.THAWED, "soft"),
            codes[-1]: (Outcome.MISSING, None),
            "STRANGE-1": (Outcome.EXTRA, None),
        }
        assert not page.go_on.isEnabled()
        settle_all(ours, "agreed by telephone")
    assert ours.where(codes[0]).endswith("(shipped, scanned)")

    for code in codes[:-1]:
        sent_one, here = tube_of(ours, code), tube_of(theirs, code)
        assert (here.amount, here.unit) == (sent_one.amount, sent_one.unit)
        assert here.thaws == sent_one.thaws + (code == codes[-2])
    assert told(ours, codes[0])[-4:] == ["take out", "pack", "dispatch", "take receipt"]
    assert told(theirs, codes[0]) == ["expect parcel", "record arrivals", "place"]
    assert QApplication.activeModalWidget() is None
