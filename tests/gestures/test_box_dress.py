"""What tubes are coloured by and what is written on them, chosen at the box itself; the legend says what it means."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import LEFT, NONE, Person
from tests.gestures.conftest import People
from tests.gestures.menus import dress

THAWED = 5
"""Tubes that thawed once, or oftener."""


def thaw(path: Path) -> None:
    """Of the fullest box, let the first tubes thaw once and the very first three times: one more than allowed."""
    from freezerapp.commands.command import perform
    from freezerapp.commands.mark import MarkThawed
    from freezerapp.storage.database import Database
    from freezerapp.storage.rows import box, storage

    database = Database.open(path)
    with database.reading() as reader:
        rows = storage.storage(reader).containers.values()
        fullest = min(
            (row for row in rows if row.holds == "specimens" and row.status == "in place"),
            key=lambda row: (-row.tubes, row.id),
        )
        tubes = [tube.id for tube in box.box(reader, fullest.id).tubes if tube.use == "here"][:THAWED]
    for ids in (tubes, tubes[:1], tubes[:1]):
        perform(database, MarkThawed(tuple(ids)), 1)
    database.close()


@pytest.fixture
def at_box(people: People, bank_file: Path) -> Person:
    thaw(bank_file)
    person = people()
    person.show(person.boxes()[0])
    return person


def colours(person: Person) -> dict[int, str]:
    """The colour of each tube of the box, by its id."""
    return {tube.id: person.cell((tube.row, tube.column)).colour for tube in person.tubes()}


def legend(person: Person) -> dict[str, int]:
    """What the legend says, and how many tubes it counts for each."""
    return {entry.text: entry.count for entry in person.window.box.legend.entries}


def counted(facts: list[str | None]) -> dict[str | None, int]:
    return {each: facts.count(each) for each in facts}


def test_tubes_of_one_material_have_its_colour_and_need_no_legend(at_box: Person) -> None:
    assert set(colours(at_box).values()) == {at_box.tubes()[0].material}
    assert at_box.window.box.legend.isHidden()
    assert at_box.window.box.options.text() == "Colour: material"


def test_coloured_by_visit_each_visit_has_its_own_colour_and_the_legend_counts_it(at_box: Person) -> None:
    assert dress(at_box, "Visit").isChecked()
    assert at_box.window.box.options.text() == "Colour: visit"
    tubes = at_box.tubes()
    assert legend(at_box) == counted([tube.visit for tube in tubes])
    assert at_box.window.box.legend.isVisible()
    seen = colours(at_box)
    pairs = {(tube.visit, seen[tube.id]) for tube in tubes}
    assert len(pairs) == len({visit for visit, _ in pairs}) == len({colour for _, colour in pairs})
    entries = {entry.text: entry.colour for entry in at_box.window.box.legend.entries}
    assert dict(pairs) == entries


def test_coloured_by_participant_those_that_get_no_colour_of_their_own_are_the_others(at_box: Person) -> None:
    dress(at_box, "Participant")
    tubes, said = at_box.tubes(), legend(at_box)
    known = counted([tube.participant for tube in tubes])
    others = said.pop("Others", 0)
    assert said.items() <= known.items()
    assert sum(said.values()) + others == len(tubes)
    assert others == sum(count for code, count in known.items() if code not in said)


def test_coloured_by_amount_the_legend_says_from_where_to_where(at_box: Person) -> None:
    dress(at_box, "Amount")
    (said,) = legend(at_box).items()
    assert said[0].startswith("500"), said
    assert said[1] == len(at_box.tubes())
    assert at_box.window.box.legend.isVisible(), "even one line says what the colour is about"


def test_coloured_by_thaws_the_tubes_over_their_limit_stand_out(at_box: Person) -> None:
    dress(at_box, "Thaws")
    tubes = at_box.tubes()
    assert legend(at_box) == {
        "Never thawed": len(tubes) - THAWED,
        "Below the limit": THAWED - 1,
        "Over the limit": 1,
    }
    seen = colours(at_box)
    over = next(tube for tube in tubes if tube.thaws == 3)
    assert list(seen.values()).count(seen[over.id]) == 1


def test_a_click_on_the_legend_chooses_its_tubes_and_they_can_be_taken_out(at_box: Person) -> None:
    dress(at_box, "Thaws")
    shown = at_box.window.box.legend
    number = next(at for at, entry in enumerate(shown.entries) if entry.text == "Over the limit")
    QTest.mouseClick(shown, LEFT, NONE, shown.entry_rect(number).center())
    over = next(tube for tube in at_box.tubes() if tube.thaws == 3)
    cell = (over.row, over.column)
    assert at_box.window.box.view.selection == {cell}
    at_box.trigger("take out")
    at_box.until(lambda: at_box.cell(cell).state is CellState.ON_BENCH)


def test_the_keyboard_reaches_the_legend_too(at_box: Person) -> None:
    dress(at_box, "Thaws")
    shown = at_box.window.box.legend
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    at_box.key(Qt.Key.Key_Right)
    at_box.key(Qt.Key.Key_Return)
    entry = shown.entries[1]
    assert len(at_box.window.box.view.selection) == entry.count


def test_both_texts_on_a_tube_are_chosen_and_stay_so_in_the_next_box(at_box: Person) -> None:
    tube = at_box.tubes()[0]
    cell = (tube.row, tube.column)
    before = at_box.cell(cell)
    assert tube.barcode.endswith(before.line1)
    assert before.line2 == tube.visit
    dress(at_box, "First text", "Position")
    dress(at_box, "Second text", "Thaws")
    now = at_box.cell(cell)
    assert (now.line1, now.line2) == (now.label, str(tube.thaws))
    dress(at_box, "Second text", "Nothing")
    assert at_box.cell(cell).line2 == ""
    at_box.show(at_box.boxes()[1])
    other = at_box.tubes()[0]
    drawn = at_box.cell((other.row, other.column))
    assert (drawn.line1, drawn.line2) == (drawn.label, "")


@pytest.mark.parametrize(
    ("text", "key"), [("Material", "material"), ("Amount", "amount"), ("Participant", "participant")]
)
def test_a_text_says_what_the_tube_is(at_box: Person, text: str, key: str) -> None:
    dress(at_box, "First text", text)
    tube = at_box.tubes()[0]
    written = at_box.cell((tube.row, tube.column)).line1
    match key:
        case "material":
            assert written == tube.material
        case "amount":
            assert written.replace("\N{NO-BREAK SPACE}", " ") in ("0.5 mL", "500 µL")
        case _:
            assert written
            assert (tube.participant or "").endswith(written.partition("-")[2])


def test_a_colour_means_the_same_visit_in_the_box_beside(at_box: Person) -> None:
    box = at_box.window.box.work.container
    assert box is not None
    view = at_box.show_beside(at_box.box_like(box))
    dress(at_box, "Visit")
    rows = at_box.window.second.feed.rows
    assert rows is not None
    pairs = {(tube.visit, at_box.cell((tube.row, tube.column)).colour) for tube in at_box.tubes()}
    pairs |= {(tube.visit, at_box.cell((tube.row, tube.column), view).colour) for tube in rows.tubes}
    assert len(pairs) == len({visit for visit, _ in pairs}) == len({colour for _, colour in pairs})


def test_boxes_side_by_side_are_coloured_together_and_the_legend_names_all(at_box: Person) -> None:
    other = at_box.boxes()[1]
    at_box.show_beside(other)
    dress(at_box, "Participant")
    window = at_box.window
    at_box.until(lambda: window.second.work.legend == window.box.work.legend)
    shown: dict[str | None, str] = {}
    for work, view in ((window.box.work, window.box.view), (window.second.work, window.second.view)):
        assert view.picture is not None
        for tube in work.tubes:
            colour = view.picture.cells[(tube.row, tube.column)].colour
            assert shown.setdefault(tube.participant, colour) == colour
    counted_in_both = len(window.box.work.tubes) + len(window.second.work.tubes)
    assert sum(entry.count for entry in window.box.work.legend) == counted_in_both
