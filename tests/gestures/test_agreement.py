"""What grid, strip, list and inspector say of one tube is the same, before and after it was in the hand."""

from freezerapp.ui import said_of_tube, words
from freezerapp.ui.models.found_list import Column
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.widgets.box_picture import CellState
from tests.at_the_bench import Person


def listed(person: Person, barcode: str) -> dict[Column, str]:
    """The line of a tube in the list."""
    person.window.selection.go(View(Showing.LIST, query=barcode))
    model = person.window.pages.found.model
    person.until(lambda: model.rowCount() == 1 and model.row(0) is not None)
    return {column: str(model.index(0, column).data()) for column in Column}


def test_all_say_the_same_of_a_tube_in_its_place_and_on_the_bench(person: Person) -> None:
    box = person.boxes()[0]
    person.show(box)
    tube = person.tubes()[0]
    cell = (tube.row, tube.column)
    person.click(cell)
    person.until(lambda: person.window.inspector.card is not None)
    card, drawn, line = person.window.inspector.card, person.cell(cell), listed(person, tube.barcode)
    assert card is not None
    assert card.barcode == line[Column.BARCODE] == tube.barcode
    assert tube.barcode.endswith(drawn.line1)
    assert (card.visit or "") == drawn.line2 == line[Column.VISIT]
    assert card.material == drawn.colour
    assert card.position == drawn.label
    assert line[Column.PLACE] == f"{box.code} › {drawn.label}"
    assert f"participant {card.participant}" in drawn.spoken

    person.show(box)
    person.click(cell)
    person.trigger("take out")
    person.until(lambda: person.cell(cell).state is CellState.ON_BENCH)
    person.until(lambda: person.window.strip.things.things)
    person.until(lambda: (card := person.window.inspector.card) is not None and card.status == "on the bench")
    card, drawn = person.window.inspector.card, person.cell(cell)
    assert card is not None
    thing = person.window.strip.things.things[0].picture
    assert thing.hint.startswith(tube.barcode)
    assert f"belongs in {drawn.label} in {box.code}" in thing.spoken
    assert said_of_tube.position(card, box.code or "") == ("Home", f"{drawn.label} in {box.code}, kept")
    assert words.word("Status", card.status) in drawn.spoken
    said = words.word("Status", card.status)
    person.until(lambda: listed(person, tube.barcode)[Column.STATUS].lower() == said)
    line = listed(person, tube.barcode)
    assert line[Column.PLACE] == f"{box.code} › {drawn.label}"
    assert drawn.colour == thing.colour == card.material
