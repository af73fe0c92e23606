"""The tubes of a shipment shown in another order: as one walks to them, or as they stand in the boxes."""

from PySide6.QtTest import QTest

from freezerapp.commands.ship import MakeShipment
from freezerapp.commands.ship_boxes import AddTransportBoxes
from freezerapp.commands.shipped import presets
from freezerapp.domain.shipment import LineState
from freezerapp.storage.parcels import viewing
from freezerapp.storage.rows.manifests import manifest_now
from freezerapp.storage.rows.picks import in_walking_order
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import LEFT, NONE, Person
from tests.gestures.menus import choose_from
from tests.gestures.test_shipping import do, lines, pack, parcel_of, tubes_of


def begin(person: Person) -> list[tuple[int, str]]:
    """A shipment of six tubes of two materials, listed from the far end of the way to its beginning."""
    csf = tubes_of(person, 3)
    tubes = [*csf, *tubes_of(person, 3, "material:plasma status:stored hold:no")]
    walked = walking(person, tubes)
    tubes.sort(key=lambda tube: -walked.index(tube[1]))
    shipment = do(person, MakeShipment(tuple(key for key, _ in tubes)))
    do(person, AddTransportBoxes(shipment, presets().types["transport-box-9x9"]))
    person.window.selection.go(View(Showing.SHIPMENT, item=shipment))
    person.until(lambda: len(lines(person)) == 6 and len(parcel_of(person).boxes) == 1)
    person.until(lambda: person.window.now.container(person.window.pages.shipment.now.parcel.boxes[0].box.container_id))
    person.done()
    return tubes


def walking(person: Person, tubes: list[tuple[int, str]]) -> list[str]:
    """The codes of tubes as a pick list has them."""
    bank, tree = person.program.dispatcher.bank, person.window.now.storage
    assert bank is not None
    assert tree is not None
    names = dict(tubes)
    return [names[stop.tube] for stop in in_walking_order(bank, list(names), tree)[0]]


def shown(person: Person) -> list[str]:
    """The codes in the table, from above."""
    return [row.code for row in person.window.pages.shipment.tubes.lines.rows]


def printed(person: Person) -> list[str]:
    """The codes in the order in which a manifest would list them."""
    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        return [item.tube for item in manifest_now(viewing(reader), parcel_of(person).shipment.id, planned=True).items]


def put_in(person: Person, order: str) -> None:
    person.press(person.window.pages.shipment.tubes.order)
    choose_from(person, order)


def test_the_table_is_put_in_walking_order_and_the_list_stays_as_papers_print_it(person: Person) -> None:
    tubes = begin(person)
    listed = [code for _, code in tubes]
    assert shown(person) == listed
    put_in(person, "Walking order")
    assert shown(person) == walking(person, tubes)
    assert shown(person) != listed
    assert person.window.pages.shipment.tubes.order.text().startswith("Walking order")
    assert printed(person) == listed
    put_in(person, "As listed")
    assert shown(person) == listed


def test_a_tube_on_the_bench_is_listed_where_its_place_is_kept(person: Person) -> None:
    tubes = begin(person)
    put_in(person, "Walking order")
    before = walking(person, tubes)
    assert shown(person) == before
    pack(person, before[2])
    assert shown(person) == before


def test_what_is_chosen_stays_chosen_while_packing_moves_its_line(person: Person) -> None:
    tubes = begin(person)
    table = person.window.pages.shipment.tubes.table
    put_in(person, "By box and position")
    assert shown(person) == [code for _, code in tubes], "the next places are planned in the order of the list"
    at = table.visualRect(table.lines.index(4, 1)).center()
    QTest.mouseClick(table.viewport(), LEFT, NONE, at)
    person.scan("B5")
    pack(person, tubes[0][1])
    person.until(lambda: shown(person)[-1] == tubes[0][1])
    assert shown(person) == [code for _, code in [*tubes[1:], tubes[0]]]
    assert [row.code for row in person.window.pages.shipment.tubes.chosen] == [tubes[4][1]]
    assert table.chosen == (3,)
    person.trigger("undo")
    person.until(lambda: all(row.line.state is LineState.WANTED for row in lines(person)))
    person.until(lambda: shown(person) == [code for _, code in tubes])
    assert [row.code for row in person.window.pages.shipment.tubes.chosen] == [tubes[4][1]]


def test_an_order_that_makes_no_sense_is_not_offered(person: Person) -> None:
    begin(person)
    choice = person.window.pages.shipment.tubes.order
    assert all(action.isEnabled() for action in choice.orders.values())
    csf = tubes_of(person, 2)
    unboxed = do(person, MakeShipment(tuple(key for key, _ in csf)))
    person.window.selection.go(View(Showing.SHIPMENT, item=unboxed))
    person.until(lambda: len(lines(person)) == 2)
    assert [action.text() for action in choice.orders.values() if not action.isEnabled()] == ["By box and position"]
