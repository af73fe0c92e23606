"""Whole boxes and racks taken out, put back and moved, after the bar has said what goes with them."""

import pytest
from PySide6.QtCore import QModelIndex

from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui.dialogs.move_to import MoveToDialog
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import Person


@pytest.fixture
def rack(person: Person) -> ContainerRow:
    """A rack that holds boxes."""
    storage = person.window.now.storage
    assert storage is not None
    return next(
        row for row in storage.containers.values() if row.kind == "rack" and row.tubes and row.holds == "containers"
    )


def row_of(person: Person, container: int) -> QModelIndex:
    """The row of a container in the tree, in sight."""
    tree = person.window.tree.tree
    index = person.window.tree.model.of(container)
    above = index.parent()
    while above.isValid():
        tree.setExpanded(above, True)
        above = above.parent()
    tree.scrollTo(index)
    return index


def test_a_box_is_taken_out_and_put_back_whole(person: Person) -> None:
    box = person.boxes()[0]
    person.show(box)
    person.trigger("take out container")
    assert person.window.bar.text == f"Take out {box.code}, {box.tubes} tubes"
    person.confirm()
    person.until(lambda: person.window.strip.things.things)
    assert person.window.strip.pill.text().startswith("1 container")
    person.until(lambda: person.window.actions_table["put back container"].isEnabled())
    person.trigger("put back container")
    person.confirm()
    person.until(lambda: not person.window.strip.things.things)
    now = person.window.now.container(box.id)
    person.until(lambda: person.window.now.container(box.id).status == "in place")  # type: ignore[union-attr]
    assert now is not None
    assert now.parent_id == box.parent_id


def test_a_question_that_is_not_confirmed_does_nothing(person: Person) -> None:
    box = person.boxes()[0]
    person.show(box)
    person.trigger("take out container")
    person.caught_up()
    assert not person.window.doing.can_undo
    assert not person.window.strip.things.things


def test_a_box_is_moved_to_another_rack_and_back_by_undo(person: Person) -> None:
    storage = person.window.now.storage
    assert storage is not None
    box = person.boxes()[0]
    target = next(
        row
        for row in storage.containers.values()
        if row.kind == "rack" and row.id != box.parent_id and person.window.workbench.hands.all_free_in(row.id)
    )
    person.show(box)
    person.trigger("move container")
    dialog = person.window.findChild(MoveToDialog)
    assert dialog is not None
    dialog.box.setText(storage.path_text(target.id))
    person.until(lambda: dialog.do.isEnabled())
    dialog.accept()
    person.until(lambda: person.window.bar.text.startswith(f"Move {box.code}, {box.tubes} tubes: to "))
    person.confirm()
    person.until(lambda: person.window.now.container(box.id).parent_id == target.id)  # type: ignore[union-attr]
    assert person.window.now.container(box.id).tubes == box.tubes  # type: ignore[union-attr]
    person.trigger("undo")
    person.until(lambda: person.window.now.container(box.id).parent_id == box.parent_id)  # type: ignore[union-attr]


def test_a_rack_is_taken_out_with_all_its_boxes(person: Person, rack: ContainerRow) -> None:
    storage = person.window.now.storage
    assert storage is not None
    boxes = len(storage.children[rack.id])
    person.window.selection.go(View(Showing.CONTAINER, rack.id))
    person.caught_up()
    person.trigger("take out container")
    count = f"{boxes} box" if boxes == 1 else f"{boxes} boxes"
    assert person.window.bar.text == f"Take out {rack.code or rack.name}, {count}, {rack.tubes} tubes"
    person.confirm()
    person.until(lambda: person.window.strip.things.things)
    assert person.window.strip.things.things[0].kind == "container"
    person.press(person.window.strip.put_back)
    person.press(person.window.strip.put_back)
    person.until(lambda: not person.window.strip.things.things)


def test_a_box_is_dragged_to_another_rack_on_the_tree(person: Person) -> None:
    storage = person.window.now.storage
    assert storage is not None
    box = person.boxes()[0]
    target = next(
        row for row in storage.containers.values()
        if row.kind == "rack" and row.id != box.parent_id and person.window.workbench.hands.all_free_in(row.id)
    )  # fmt: skip
    tree = person.window.tree.tree
    from_index, to_index = row_of(person, box.id), row_of(person, target.id)
    from_index = row_of(person, box.id)
    to = tree.visualRect(to_index).center()
    if not tree.viewport().rect().contains(to):
        tree.collapse(from_index.parent().parent().siblingAtRow(0))
    person.drag_from(tree.viewport(), tree.visualRect(from_index).center(), person.onto(tree.viewport(), to))
    person.until(lambda: person.window.bar.text.startswith(f"Move {box.code}, {box.tubes} tubes"))
    person.confirm()
    person.until(lambda: person.window.now.container(box.id).parent_id == target.id)  # type: ignore[union-attr]
