"""The tree, the lists and the box: whole models under Qt's own tester, and what they say."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.storage.database import Database
from freezerapp.storage.rows.box import BoxRow, box
from freezerapp.storage.rows.found import FoundRow
from freezerapp.storage.rows.storage import Storage, storage
from freezerapp.ui.models import box_grid, container_tree, found_list, unit_map
from freezerapp.ui.models.container_tree import ALL_STORAGE, AWAY, ContainerTree
from freezerapp.ui.models.found_list import Column, FoundList
from freezerapp.ui.models.hit_list import Hit, HitKind, HitList
from freezerapp.ui.widgets.box_picture import CellState
from freezerapp.ui.widgets.unit_picture import UnitKind

STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture(scope="module")
def stored(demonstration: Path) -> Storage:
    database = Database.open(demonstration)
    with database.reading() as reader:
        found = storage(reader)
    database.close()
    return found


@pytest.fixture(scope="module")
def a_box(demonstration: Path, stored: Storage) -> BoxRow:
    """The fullest box of tubes that is in its place."""
    rows = [row for row in stored.containers.values() if row.holds == "specimens" and row.status == "in place"]
    best = max(rows, key=lambda row: row.tubes)
    database = Database.open(demonstration)
    with database.reading() as reader:
        found = box(reader, best.id)
    database.close()
    return found


def test_the_tree_is_a_whole_model(qapp: QApplication, stored: Storage) -> None:
    model = ContainerTree()
    QAbstractItemModelTester(model, STRICT)
    model.show(stored)
    model.light(dict.fromkeys(list(stored.boxes)[:5], 2))
    model.show(stored)
    model.show(None)
    model.show(stored)
    assert model.index(0, 0).internalId() == ALL_STORAGE


def test_the_tree_has_every_container_once_under_what_it_stands_in(qapp: QApplication, stored: Storage) -> None:
    model = ContainerTree()
    model.show(stored)
    seen: list[int] = []

    def walk(parent: QModelIndex) -> None:
        for row in range(model.rowCount(parent)):
            index = model.index(row, 0, parent)
            assert model.parent(index) == parent
            seen.append(index.internalId())
            walk(index)

    walk(QModelIndex())
    being_packed = {
        key for key, row in stored.containers.items() if row.kind == "transport box" and row.parent_id is None
    } - {key for key in stored.roots if stored.containers[key].status == "away"}
    assert being_packed  # they are seen with their shipment
    assert set(seen) - {ALL_STORAGE, AWAY} == set(stored.containers) - being_packed
    assert len(seen) == len(set(seen))


def test_units_show_a_bar_and_boxes_their_tubes(qapp: QApplication, stored: Storage, a_box: BoxRow) -> None:
    model = ContainerTree()
    model.show(stored)
    row = stored.containers[a_box.container_id]
    index = model.of(a_box.container_id)
    assert index.data(container_tree.Role.FIGURE) == f"{row.used}/{row.total}"
    assert not index.data(container_tree.Role.BAR)
    unit = stored.unit_of(a_box.container_id)
    assert unit is not None
    assert model.of(unit).data(container_tree.Role.BAR)
    assert str(model.of(unit).data(container_tree.Role.FIGURE)).endswith("%")


def test_new_fill_keeps_the_place_of_views(qapp: QApplication, qtbot: QtBot, stored: Storage) -> None:

    model = ContainerTree()
    model.show(stored)
    id_ = stored.boxes[0]
    changed = dict(stored.containers)
    changed[id_] = changed[id_]._replace(used=0, tubes=0)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show(Storage(changed, stored.roots, stored.children))
    assert model.of(id_).data(container_tree.Role.USED) == 0


def a_line(number: int) -> FoundRow:
    return FoundRow(
        number,
        f"MC{number:010d}",
        "CSF",
        "MC-FR01-001",
        "V01",
        500_000,
        "mL",
        "stored",
        1,
        "B1",
        "A1",
        "",
        None,
        0,
    )


def test_a_list_of_a_million_fetches_only_what_is_seen(qapp: QApplication, qtbot: QtBot) -> None:
    fetched: list[Sequence[int]] = []

    def fetch(ids: Sequence[int], then: Callable[[Sequence[FoundRow]], None]) -> None:
        fetched.append(ids)
        then([a_line(number) for number in ids])

    model = FoundList(fetch)
    model.show(range(1, 1_000_001))
    assert model.rowCount() == 1_000_000
    assert fetched == []
    assert model.index(500_000, Column.BARCODE).data() == "…"
    qtbot.waitUntil(lambda: model.index(500_000, Column.BARCODE).data() == "MC0000500001")
    assert sum(len(ids) for ids in fetched) <= 2 * found_list.PAGE


def test_pages_that_only_scrolled_by_are_not_fetched(qapp: QApplication, qtbot: QtBot) -> None:
    fetched: list[Sequence[int]] = []

    def fetch(ids: Sequence[int], then: Callable[[Sequence[FoundRow]], None]) -> None:
        fetched.append(ids)
        then([a_line(number) for number in ids])

    model = FoundList(fetch)
    model.show(range(100_000))
    for line in range(0, 100_000, found_list.PAGE):
        model.index(line, 0).data()
    qtbot.wait(50)
    assert len(fetched) <= found_list.AT_ONCE
    assert 99_999 in fetched[-1]


def test_an_answer_for_a_former_list_is_dropped(qapp: QApplication, qtbot: QtBot) -> None:
    waiting: list[Any] = []
    model = FoundList(lambda ids, then: waiting.append((ids, then)))
    model.show([1, 2, 3])
    model.index(0, 0).data()
    qtbot.waitUntil(lambda: len(waiting) == 1)
    model.show([4, 5, 6])
    ids, then = waiting[0]
    then([a_line(number) for number in ids])
    assert model.index(0, 0).data() == "…"


def test_the_lists_are_whole_models(qapp: QApplication, qtbot: QtBot) -> None:
    model = FoundList(lambda ids, then: then([a_line(number) for number in ids]))
    QAbstractItemModelTester(model, STRICT)
    model.show(range(200))
    for line in range(0, 200, 50):
        model.index(line, 0).data()
    qtbot.wait(20)
    model.show([])
    hits = HitList()
    QAbstractItemModelTester(hits, STRICT)
    hits.show([Hit(HitKind.TUBE, "MC1"), Hit(HitKind.PROBLEM, "x:")])
    assert not hits.flags(hits.index(1)) & Qt.ItemFlag.ItemIsSelectable
    hits.show([])


def test_a_box_is_drawn_with_every_tube_at_its_label(qapp: QApplication, stored: Storage, a_box: BoxRow) -> None:
    row = stored.containers[a_box.container_id]
    picture = box_grid.picture(a_box, row)
    assert len(picture.cells) == row.layout.size
    tubes = {cell for cell, seen in picture.cells.items() if seen.state.has_tube}
    assert tubes == {(tube.row, tube.column) for tube in a_box.tubes}
    for tube in a_box.tubes:
        seen = picture.cells[tube.row, tube.column]
        assert seen.label in seen.spoken
        assert tube.barcode.endswith(seen.line1)
        assert seen.line2 == (tube.visit or "")
        assert seen.declared == (tube.known == "declared")
        assert seen.hold == bool(tube.holds)
    free = next(seen for seen in picture.cells.values() if seen.state is CellState.EMPTY)
    assert "free" in free.spoken


def test_a_search_dims_what_does_not_match(qapp: QApplication, stored: Storage, a_box: BoxRow) -> None:
    first = a_box.tubes[0]
    picture = box_grid.picture(a_box, stored.containers[a_box.container_id], frozenset({first.id}), lit=True)
    assert picture.lit
    assert [cell for cell, seen in picture.cells.items() if seen.match] == [(first.row, first.column)]


def test_a_freezer_is_drawn_with_its_shelves_and_every_box(qapp: QApplication, stored: Storage) -> None:
    for id_, row in stored.containers.items():
        if stored.unit_of(id_) != id_:
            continue
        picture = unit_map.unit_picture(stored, id_, {})
        drawn = {slot.id for shelf in picture.shelves for rack in shelf.racks for slot in rack.slots if slot.id}
        if picture.kind is UnitKind.FRONT:
            assert len(picture.shelves) == len(stored.children[id_])
            below = {box for box in stored.boxes if stored.unit_of(box) == id_}
            assert drawn == below
        else:
            assert drawn == set(stored.children[id_])
        for shelf in picture.shelves:
            for rack in shelf.racks:
                spots = [(slot.row, slot.column) for slot in rack.slots]
                assert len(spots) == len(set(spots))
                assert all(down < rack.rows and right < rack.columns for down, right in spots)
        assert row.name in picture.spoken
