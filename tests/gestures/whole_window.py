"""Whether everything that a window shows is what its bank says at this moment."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from freezerapp.storage.rows.bench import bench
from freezerapp.storage.rows.box import BoxRow, TubeRow, box
from freezerapp.ui import questions
from freezerapp.ui.selection import Showing
from freezerapp.ui.widgets.box_picture import CellState
from freezerapp.ui.widgets.box_view import BoxView
from tests.at_the_bench import Person

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader

LINES = 12
"""Lines of a list that are compared."""


def disagreements(person: Person) -> list[str]:
    """What is shown otherwise than the bank says it, in words."""
    bank = person.program.dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        return [
            *_boxes(person, reader),
            *_strip(person, reader),
            *_inspector(person, reader),
            *_list(person, reader),
            *_fills(person, reader),
            *_actions(person),
        ]


def _boxes(person: Person, reader: "Reader") -> Iterator[str]:
    window, view = person.window, person.window.selection.view
    row = window.now.container(view.container)
    if view.showing is Showing.CONTAINER and row is not None and row.holds == "specimens":
        yield from _box(reader, row.id, window.box.box, window.box.view)
    beside = window.selection.beside
    if beside is not None and window.second.isVisible():
        yield from _box(reader, beside, window.second.feed.rows, window.second.view)


def _box(reader: "Reader", container: int, shown: BoxRow | None, view: BoxView) -> Iterator[str]:
    now = box(reader, container)
    if shown != now:
        yield f"box {container} shows rows of before"
        return
    picture = view.picture
    if picture is None or picture.key != container:
        yield f"box {container} is not drawn"
        return
    tubes = {(tube.row, tube.column): tube for tube in now.tubes}
    blocked = {(each_row, column) for each_row, column, _ in now.blocked}
    for cell, drawn in picture.cells.items():
        tube = tubes.get((cell[0], cell[1]))
        if tube is None:
            wanted = (CellState.BLOCKED, CellState.RESERVED) if tuple(cell) in blocked else (CellState.EMPTY,)
            if drawn.state not in wanted:
                yield f"{drawn.label} of box {container} is drawn {drawn.state}, and nothing is there"
        elif (drawn.state, drawn.hold, drawn.declared) != (_state(tube), bool(tube.holds), tube.known == "declared"):
            yield f"{drawn.label} of box {container} is drawn {drawn}, and there is {tube}"
    strange = {tuple(cell) for cell in view.selection} - {tuple(cell) for cell in picture.cells}
    if strange:
        yield f"chosen in box {container}, and no position of it: {strange}"


def _state(tube: TubeRow) -> CellState:
    if tube.use == "here":
        return CellState.STORED
    return CellState.MISSING if tube.status == "missing" else CellState.ON_BENCH


def _strip(person: Person, reader: "Reader") -> Iterator[str]:
    wanted = [(row.kind, row.id) for row in bench(reader, person.window.now.storage)]
    shown = [(thing.kind, thing.id) for thing in person.window.strip.things.things]
    if shown != wanted:
        yield f"on the bench are {wanted}, shown are {shown}"


def _inspector(person: Person, reader: "Reader") -> Iterator[str]:
    specimen, card = person.window.selection.specimen, person.window.inspector.card
    if specimen is None:
        if card is not None:
            yield f"the inspector shows {card.barcode}, and nothing is chosen"
        return
    if card is None or card.id != specimen:
        yield f"the inspector shows {card and card.barcode}, and tube {specimen} is chosen"
    elif card != questions.tube(reader, specimen):
        yield f"the inspector shows {card.barcode} as it was before"


def _list(person: Person, reader: "Reader") -> Iterator[str]:
    window, view = person.window, person.window.selection.view
    if view.showing is not Showing.LIST:
        return
    model = window.pages.found.model
    ids = questions.ids(reader, view.query)
    if list(model.ids) != ids:
        yield f"the list of “{view.query}” has {len(model.ids)} tubes, and there are {len(ids)}"
        return
    for line, wanted in enumerate(questions.found_rows(reader, ids[:LINES], window.now.storage)):
        if model.row(line) != wanted:
            yield f"line {line} of “{view.query}” is {model.row(line)}, and should be {wanted}"


def _fills(person: Person, reader: "Reader") -> Iterator[str]:
    """Tree and head of a box count what stands in it."""
    window = person.window
    for container in (window.selection.view.container, window.selection.beside):
        row = window.now.container(container)
        if row is not None and row.holds == "specimens":
            tubes = sum(tube.use == "here" for tube in box(reader, row.id).tubes)
            if row.tubes != tubes:
                yield f"the tree counts {row.tubes} tubes in {row.code}, and there are {tubes}"


def _actions(person: Person) -> Iterator[str]:
    """Undo and redo can be used when there is something to take back, and only then."""
    table, doing = person.window.actions_table, person.window.doing
    for name, can in (("undo", doing.can_undo), ("redo", doing.can_redo)):
        if table[name].isEnabled() != can:
            yield f"{name} can be used: {table[name].isEnabled()}, and should be: {can}"
