"""Tubes that were out for long come back: somebody says whether they are still frozen, before it is recorded."""

import time
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QPushButton

from tests.at_the_bench import Person

MINUTES = 60


def out_for(monkeypatch: pytest.MonkeyPatch, minutes: int) -> None:
    """From now on what is on the bench has been there for so many minutes more."""
    later = SimpleNamespace(time=lambda: time.time() + minutes * MINUTES)
    monkeypatch.setattr("freezerapp.ui.returning.time", later)


def thaws(person: Person, barcode: str) -> int:
    from freezerapp.storage.rows.found import by_code
    from freezerapp.storage.specimens import load

    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        found = by_code(reader, barcode)
        assert found is not None
        return load(reader.connection, [found.id])[found.id].thaws


def buttons(person: Person) -> dict[str, QPushButton]:
    return {each.text(): each for each in person.window.bar.findChildren(QPushButton) if not each.isHidden()}


@pytest.fixture
def out(person: Person) -> list[str]:
    """Two tubes of the first box, taken out."""
    person.show(person.boxes()[0])
    one, other = person.tubes()[:2]
    person.choose([(one.row, one.column), (other.row, other.column)])
    person.trigger("take out")
    person.until(lambda: len(person.window.strip.things.things) == 2)
    person.done()
    return [one.barcode or "", other.barcode or ""]


def test_a_quick_hand_is_not_asked(person: Person, out: list[str]) -> None:
    before = [thaws(person, code) for code in out]
    person.window.strip.put_back_now()
    person.until(lambda: not person.window.strip.things.things)
    assert [thaws(person, code) for code in out] == before
    assert list(buttons(person)) == ["Undo"]


@pytest.mark.parametrize(("answer", "counted"), [("Still frozen", 0), ("Thawed", 1), ("Not known", 0)])
def test_tubes_out_for_long_go_back_when_it_is_said_how(
    person: Person, out: list[str], monkeypatch: pytest.MonkeyPatch, answer: str, counted: int
) -> None:
    before = [thaws(person, code) for code in out]
    out_for(monkeypatch, 40)
    person.window.strip.put_back_now()
    assert person.window.bar.text == "2 tubes had been out for 40 min. Still frozen?"
    assert list(buttons(person)) == ["Still frozen", "Thawed", "Not known"]
    assert len(person.window.strip.things.things) == 2
    person.press(buttons(person)[answer])
    person.until(lambda: not person.window.strip.things.things)
    assert [thaws(person, code) for code in out] == [number + counted for number in before]
    person.trigger("undo")
    person.until(lambda: len(person.window.strip.things.things) == 2)
    assert [thaws(person, code) for code in out] == before


def test_scans_gather_what_is_asked_and_the_command_code_takes_what_is_proposed(
    person: Person, out: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [thaws(person, code) for code in out]
    out_for(monkeypatch, 40)
    person.press(person.window.strip.put_back)
    person.scan(out[1])
    person.until(lambda: person.window.bar.text == "1 tube had been out for 40 min. Still frozen?")
    person.scan(out[0])
    person.until(lambda: person.window.bar.text == "2 tubes had been out for 40 min. Still frozen?")
    person.scan("CMD-CONFIRM")
    person.until(lambda: not person.window.strip.things.things)
    assert [thaws(person, code) for code in out] == [number + 1 for number in before]
    assert person.where(out[0]).endswith("(stored, scanned)")


def test_a_question_that_is_closed_leaves_the_tubes_in_hand(
    person: Person, out: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    out_for(monkeypatch, 40)
    person.window.strip.put_back_now()
    person.window.bar._close.click()
    assert len(person.window.strip.things.things) == 2
    assert person.where(out[0]).endswith("(on the bench, kept)")


def test_half_the_time_is_asked_about_and_still_frozen_is_proposed(
    person: Person, out: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bench = person.window.strip._bench
    out_for(monkeypatch, min(bench.limit_min(row, 15) for row in bench.tubes) - 1)
    before = [thaws(person, code) for code in out]
    person.window.strip.put_back_now()
    assert person.window.doing.telling.confirm()
    person.until(lambda: not person.window.strip.things.things)
    assert [thaws(person, code) for code in out] == before


def test_a_thaw_is_counted_from_the_menu_and_taken_back(person: Person) -> None:
    person.show(person.boxes()[0])
    tube = person.tubes()[0]
    code = tube.barcode or ""
    before = thaws(person, code)
    person.choose([(tube.row, tube.column)])
    person.trigger("thawed")
    person.until(lambda: thaws(person, code) == before + 1)
    person.done()
    person.trigger("undo")
    person.until(lambda: thaws(person, code) == before)
