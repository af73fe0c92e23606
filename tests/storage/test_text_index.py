"""The search from memory: the same answers as the bank's own, also after everything that can happen to it."""

import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, note
from hypothesis import strategies as st
from sqlalchemy import text as sql

from freezerapp.commands.arrange import MoveContainer, RenameContainer, TakeOutContainer
from freezerapp.commands.bring_in import BringIn
from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.command import Command
from freezerapp.commands.define_field import DefineField
from freezerapp.commands.edit import EditTube
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.mark import MarkMissing, VoidTubes
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.domain.problems import Problem
from freezerapp.domain.search.grammar import parse
from freezerapp.domain.search.query import Pattern
from freezerapp.domain.search.vocabulary import vocabulary
from freezerapp.domain.specimen import HoldKind
from freezerapp.storage import finding
from freezerapp.storage.column import Column
from freezerapp.storage.slot_texts import BARCODE, CODE, SlotTexts, slot_text
from freezerapp.storage.text_index import Cancelled, Found, Outdated, TextIndex
from freezerapp.storage.text_table import TextTable
from tests.build import Bank, a_bank, a_box, a_new_tube, a_shelf, a_tube, spot_of
from tests.storage.test_finding import CollectionFacts, InMemory, Tube, banks, made, reading, searches

ENGLISH = vocabulary()
ASKED = (
    *("", "plasma", "box", "shelf fr01", "fr01,other -hall", "-mc", "été,zzz", "material:DNA status:stored"),
    *("status:void", "in:*", "has:position has:visit", "participant:*1 visit:V01", "site:FR01", "code:kit*"),
    *("bleue", '"shelf 2"', 'in:"hall/shelf 1"'),
)


def same(bank: Bank, index: TextIndex) -> None:
    """What the index finds after keeping up is what the bank finds."""
    with bank.database.reading() as reader:
        assert index.keep_up(reader)
        for text in ASKED:
            query = parse(text, ENGLISH, finding.own_fields(reader))
            expected = finding.find(reader, query)
            assert index.search(query) == Found(expected, len(expected)), text


@given(banks(), st.lists(searches(), min_size=1, max_size=12))
def test_memory_and_bank_find_the_same_tubes(bank: tuple[list[Tube], list[CollectionFacts]], texts: list[str]) -> None:
    engine = made(*bank)
    index = TextIndex.build(InMemory(engine))
    with reading(engine) as reader:
        own = finding.own_fields(reader)
        for text in texts:
            try:
                query = parse(text, ENGLISH, own)
            except Problem:
                continue
            note(text)
            found = index.search(query)
            expected = finding.find(reader, query)
            assert found is None or found == Found(expected, len(expected))
    engine.dispose()


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    bank = a_bank(tmp_path)
    hall = a_shelf(bank, name="Hall")
    shelf = a_shelf(bank, in_=hall, name="Shelf 1")
    a_shelf(bank, in_=hall, name="Shelf 2")
    box = a_box(bank, in_=shelf, name="Box A")
    a_box(bank, in_=shelf, name="Box Été")
    person: dict[str, Any] = {"participant": "MC-FR01-001", "visit": "V01", "site": "FR01", "collected": "2019-03"}
    for label, material in (("A1", "DNA"), ("A2", "PL1"), ("A3", "CSF")):
        a_tube(bank, in_=box, at=label, material=material, **person)
    a_tube(bank, "OTHER-1", participant="MC-UK01-001")
    return bank


def id_of(bank: Bank, name: str) -> int:
    found: int = bank.value("SELECT id FROM container WHERE name = ?", name)
    return found


def test_whatever_happens_in_the_bank_is_in_the_next_answer(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    same(bank, index)
    box, other = id_of(bank, "Box A"), id_of(bank, "Box Été")
    tubes = [row[0] for row in bank.rows("SELECT id FROM specimen WHERE status = 'stored'")]
    steps: list[Command] = [
        MoveTubes((Move(tubes[0], spot_of(bank, other, "B2")),)),
        TakeOut((tubes[1],)),
        MarkMissing((tubes[2],)),
        RenameContainer(other, "Boîte bleue"),
        MoveContainer(other, spot_of(bank, id_of(bank, "Shelf 2"), "A1")),
        TakeOutContainer(box),
        PlaceHold((tubes[0],), HoldKind.CONSENT, reason="withdrawn"),
        EditTube(tubes[0], (("thaws", 2),), reason="seen"),
        VoidTubes((tubes[1],), reason="twice"),
        BringIn((a_new_tube("KIT-9", participant="MC-FR09-001", visit="V02", material="PL1"),)),
    ]
    for step in steps:
        done = bank.do(step)
        same(bank, index)
        if step.kind in ("void", "import"):
            bank.undo(done)
            same(bank, index)
    assert index.seq == bank.head()[0]


def test_what_another_bench_does_is_found_too(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    other = bank.another()
    a_tube(other, "FROM-THERE", participant="MC-FR77-001")
    with bank.database.reading() as reader:
        assert index.keep_up(reader)
        assert index.search(parse("from-there", ENGLISH)) == Found([len(index)], 1)
        assert index.search(parse("fr77", ENGLISH)) == Found([len(index)], 1)
    other.close()


def test_more_events_than_are_taken_in_at_once_are_taken_in_by_and_by(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    bank.do(BringIn(tuple(a_new_tube(f"NEW{number:04d}") for number in range(2_500))))
    with bank.database.reading() as reader:
        assert not index.keep_up(reader)
    index.catch_up(bank.database)
    same_count = index.search(parse("new", ENGLISH), limit=None)
    assert same_count is not None
    assert same_count.total == 2_500


def test_a_build_is_read_in_pages_and_takes_in_what_came_meanwhile(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[int] = []

    def go_on() -> bool:
        if not calls:
            a_tube(bank, "MEANWHILE", participant="MC-FR55-001")
        calls.append(1)
        return True

    index = TextIndex.build(bank.database, go_on)
    assert len(calls) > 1
    same(bank, index)
    found = index.search(parse("meanwhile fr55", ENGLISH))
    assert found is not None
    assert found.total == 1


def test_a_limit_gives_the_first_ones_and_says_that_there_are_more(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    assert index.search(parse("mc", ENGLISH), limit=2) == Found([1, 2], None)
    assert index.search(parse("dna,mc", ENGLISH), limit=4) == Found([1, 2, 3, 4], 4)
    assert index.search(parse("mc", ENGLISH), limit=0) == Found([], None)


def test_what_the_index_does_not_keep_is_left_to_the_bank(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    many = ",".join(f"a{number}" for number in range(40))
    for text in ("volume<1", "hold:yes", "thaws:0", "stored:2019", "parent:x", "unconfirmed:yes", "has:hold", many):
        assert index.search(parse(text, ENGLISH)) is None, text


def test_a_search_nobody_waits_for_ends(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    with pytest.raises(Cancelled):
        index.search(parse("zzz", ENGLISH), go_on=lambda: False)
    with pytest.raises(Cancelled):
        TextIndex.build(bank.database, lambda: False)


def test_a_field_the_site_defines_makes_the_index_anew(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    done = bank.do(DefineField("note", "Note"))
    with bank.database.reading() as reader, pytest.raises(Outdated):
        index.keep_up(reader)
    fields = ((done.result, "Hémolysé"),)
    bank.do(EditTube(1, (("fields", fields),), reason="seen"))
    index = TextIndex.build(bank.database)
    assert index.search(parse("hemol", ENGLISH)) == Found([1], 1)
    bank.do(EditTube(1, (("fields", ((done.result, "clear"),)),), reason="seen"))
    same(bank, index)
    assert index.search(parse("hemol", ENGLISH)) == Found([], 0)
    assert index.search(parse("clear", ENGLISH)) == Found([1], 1)


def test_a_field_defined_while_the_index_is_made_is_in_it(bank: Bank) -> None:
    asked: list[int] = []

    def go_on() -> bool:
        asked.append(1)
        if len(asked) == 2:  # the first page is read, the last is not
            key = bank.do(DefineField("note", "Note")).result
            bank.do(EditTube(1, (("fields", ((key, "Hémolysé"),)),), reason="seen"))
        return True

    index = TextIndex.build(bank.database, go_on)
    assert index.search(parse("hemol", ENGLISH)) == Found([1], 1)


def test_many_threads_may_ask_while_the_bank_changes(bank: Bank) -> None:
    index = TextIndex.build(bank.database)
    wrong: list[BaseException] = []

    def ask() -> None:
        try:
            for _ in range(40):
                with bank.database.reading() as reader:
                    assert index.keep_up(reader)
                    assert index.search(parse("mc-fr01", ENGLISH)) == Found([1, 2, 3], 3)
        except BaseException as error:
            wrong.append(error)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(10):
        a_tube(bank, f"MORE-{number}")
    for thread in threads:
        thread.join()
    assert wrong == []
    index.catch_up(bank.database)
    assert len(index) == 14


NUMBERS = st.integers(0, 24) | st.none()


@given(st.lists(NUMBERS, max_size=60), st.sets(NUMBERS, max_size=20), st.data())
@example(list(range(20)) * 3, set(range(0, 20, 2)), None)
def test_a_column_finds_its_values_like_a_list(
    values: list[int | None], wanted: set[int | None], data: st.DataObject | None
) -> None:
    column: Column[int | None] = Column()
    column.append(values)
    changed = data.draw(st.dictionaries(st.integers(0, 59), st.integers(0, 9))) if data else {}
    for slot, value in changed.items():
        if slot < len(values):
            values[slot] = value
    column.put({slot: value for slot, value in changed.items() if slot < len(values)})
    expected = [slot for slot, value in enumerate(values) if value in wanted]
    part = column.among(wanted)
    assert [column.at(slot) for slot in range(len(values))] == values
    assert part.keep(list(range(len(values)))) == expected
    assert part.within(0, len(values), 99) == (expected, len(values))
    half = len(values) // 2
    assert part.within(0, half, 99) == ([slot for slot in expected if slot < half], half)
    found, low = [], 0
    while low < len(values):
        slots, low = part.within(low, min(low + 7, len(values)), 2)
        found += slots
    assert found == expected


WORDS = st.text(st.sampled_from("abAé\u0301 1"), max_size=6)


@given(st.lists(st.tuples(WORDS, st.lists(WORDS, max_size=2)), max_size=50), WORDS, st.data())
def test_slots_are_found_by_their_texts_like_in_a_list(
    rows: list[tuple[str, list[str]]], word: str, data: st.DataObject
) -> None:
    from freezerapp.domain.folding import fold

    texts = SlotTexts()
    texts.append(slot_text(barcode, codes, ()) for barcode, codes in rows)
    for slot in data.draw(st.sets(st.integers(0, 49))):
        if slot < len(rows):
            rows[slot] = (data.draw(WORDS), [])
            texts.put(slot, slot_text(*rows[slot], ()))
    everything = list(range(len(rows)))
    needle = fold(word) or "1"
    holding = [n for n, (code, more) in enumerate(rows) if any(needle in fold(text) for text in (code, *more))]
    assert texts.holding([needle]).keep(everything) == holding
    assert texts.holding([needle, "zz"]).within(0, len(rows), 999)[0] == holding
    pattern = Pattern((fold(word),))
    fitting = [n for n, (code, more) in enumerate(rows) if fold(word) in map(fold, (code, *more))]
    assert texts.fitting([pattern], BARCODE + CODE).keep(everything) == fitting
    barcodes = [n for n, (code, _) in enumerate(rows) if fold(code) == fold(word)]
    assert texts.fitting([pattern], BARCODE).within(0, len(rows), 999)[0] == barcodes
    assert texts.fitting([Pattern((fold(word), ""))], BARCODE).keep(everything) == [
        n for n, (code, _) in enumerate(rows) if fold(code).startswith(fold(word))
    ]


def test_many_changed_texts_are_put_back_in_their_places() -> None:
    texts = SlotTexts()
    texts.append(slot_text(f"old{number}", (), ()) for number in range(1_500))
    for number in range(1_500):
        texts.put(number, slot_text(f"new-{number}", (), ()))
    assert texts.holding(["old"]).within(0, 1_500, 9_999)[0] == []
    assert texts.holding(["new-149"]).within(0, 1_500, 9_999)[0] == [149, *range(1_490, 1_500)]
    assert texts.at(7) == slot_text("new-7", (), ()).encode()


def test_a_table_of_texts_finds_by_part_and_whole() -> None:
    table = TextTable([(1, "freezer hall"), (2, "f80-03"), (2, "freezer"), (3, "")])
    assert table.holding(["f80", "hall"]) == {1, 2}
    assert table.fitting([Pattern(("freezer",))]) == {2}
    assert table.fitting([Pattern(("free", ""))]) == {1, 2}
    assert table.any() == {1, 2}


def test_a_collection_that_is_another_participant_s_by_now_is_found_under_that_one() -> None:
    engine = made([Tube("A-1", collection=1), Tube("A-2", collection=2)], [(1, 1, None), (2, 1, None)])
    database = InMemory(engine)
    index = TextIndex.build(database)
    assert index.search(parse("participant:mc-fr01-001", ENGLISH)) == Found([1], 1)
    with engine.begin() as connection:
        connection.execute(sql("UPDATE collection SET participant_id = 3 WHERE id = 1"))
        connection.execute(
            sql("INSERT INTO event VALUES (1, 1, 'collection', 1, '{}', :link, :link)"), {"link": bytes(32)}
        )
    with database.reading() as reader:
        assert index.keep_up(reader)
        for asked, expected in (("participant:mc-fr01-001", []), ("mc-uk02", [1]), ("site:UK02", [1])):
            assert index.search(parse(asked, ENGLISH)) == Found(expected, len(expected))
            assert finding.find(reader, parse(asked, ENGLISH)) == expected
    engine.dispose()
