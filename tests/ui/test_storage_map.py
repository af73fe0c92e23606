"""Freezers and tanks on screen: every box in its place, shaded by fill, found by mouse, keys and voice."""

from collections.abc import Iterator
from itertools import count

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.storage_map import MapSize, StorageMap
from freezerapp.ui.widgets.unit_layout import UnitLayout, lay_out
from freezerapp.ui.widgets.unit_picture import RackPicture, ShelfPicture, SlotPicture, UnitKind, UnitPicture

NONE, LEFT = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton


def an_upright(shelves: int = 5, racks: int = 4, rows: int = 6, columns: int = 1) -> UnitPicture:
    number = count(1)

    def slots() -> tuple[SlotPicture, ...]:
        return tuple(
            SlotPicture(row, column, id_, (id_ % 5) / 4, hint=f"box {id_}")
            for row in range(rows)
            for column in range(columns)
            for id_ in [next(number)]
        )

    return UnitPicture(
        9000,
        "F80-03",
        UnitKind.FRONT,
        tuple(
            ShelfPicture(
                f"Shelf {shelf}",
                tuple(RackPicture(f"Rack {rack}", rows, columns, slots()) for rack in range(racks)),
            )
            for shelf in range(shelves)
        ),
        "set −80 °C",
        "F80-03, 63 % full",
    )


def seen_from_above(rows: int, columns: int, absent: set[tuple[int, int]] | None = None) -> UnitPicture:
    cells = [(r, c) for r in range(rows) for c in range(columns) if (r, c) not in (absent or set())]
    slots = tuple(SlotPicture(r, c, number + 1, 0.5, hint=f"tower {number + 1}") for number, (r, c) in enumerate(cells))
    return UnitPicture(8000, "LN2-01", UnitKind.ABOVE, (ShelfPicture("", (RackPicture("", rows, columns, slots),)),))


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.choose(Scheme.LIGHT)
    look.deleteLater()


def shown(qtbot: QtBot, look: Look, unit: UnitPicture, size: MapSize = MapSize.THUMBNAIL) -> StorageMap:
    widget = StorageMap(look, size)
    qtbot.addWidget(widget)
    widget.show_unit(unit)
    widget.resize(widget.sizeHint())
    widget.show()
    return widget


def colour_at(image: QImage, rect: QRectF) -> QColor:
    return image.pixelColor(rect.center().toPoint())


def overlaps(layout: UnitLayout) -> bool:
    rects = [one.rect for one in layout.placed]
    return any(one.intersects(other) for number, one in enumerate(rects) for other in rects[number + 1 :])


UNITS = {
    "five shelves": an_upright(),
    "600 boxes": an_upright(5, 6, 5, 4),
    "576 boxes": an_upright(3, 6, 8, 4),
    "a rack": an_upright(1, 1, 5, 4),
    "a tank": seen_from_above(7, 7),
    "canisters": seen_from_above(1, 6),
    "one tower": seen_from_above(1, 1),
    "four towers": seen_from_above(2, 2),
    "canisters in a column": seen_from_above(6, 1),
}


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_every_box_has_a_place_of_its_own_inside(unit: UnitPicture, ratio: float) -> None:
    area = QRectF(10, 36, 214, 380)
    layout = lay_out(unit, area, 13.0, ratio)
    slots = [slot for shelf in unit.shelves for rack in shelf.racks for slot in rack.slots]
    assert len(layout.placed) == len(slots)
    assert not overlaps(layout)
    around = area.adjusted(-0.5, -0.5, 0.5, 0.5)
    assert all(around.contains(one.rect) for one in layout.placed)


def test_towers_lie_inside_the_round_of_their_tank() -> None:
    absent = {(r, c) for r in (0, 6) for c in range(7) if c != 3} | {(r, c) for r in range(7) for c in (0, 6) if r != 3}
    for unit in (seen_from_above(7, 7), seen_from_above(7, 7, absent), seen_from_above(1, 6)):
        layout = lay_out(unit, QRectF(0, 0, 200, 200), 11.0, 1.0)
        assert layout.basin is not None
        middle, radius = layout.basin.center(), layout.basin.width() / 2
        for one in layout.placed:
            corners = [one.rect.topLeft(), one.rect.topRight(), one.rect.bottomLeft(), one.rect.bottomRight()]
            points = [one.rect.center()] if layout.canisters else corners
            for point in points:
                assert QPointF.dotProduct(point - middle, point - middle) ** 0.5 <= radius
    assert lay_out(seen_from_above(1, 6), QRectF(0, 0, 200, 200), 11.0, 1.0).canisters


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
@pytest.mark.parametrize("size", MapSize)
def test_boxes_are_shaded_by_how_full_they_are(qtbot: QtBot, look: Look, scheme: Scheme, size: MapSize) -> None:
    look.choose(scheme)
    unit = an_upright()
    widget = shown(qtbot, look, unit, size)
    image = widget.grab().toImage()
    for slot in unit.shelves[0].racks[0].slots:
        assert colour_at(image, widget.slot_rect(slot.id)) == look.theme.fill_colour(slot.fraction or 0)


def test_matches_are_lit_and_the_place_of_the_box_is_ringed(qtbot: QtBot, look: Look) -> None:
    unit = an_upright()
    first = unit.shelves[0].racks[0]
    lit = first._replace(slots=(first.slots[0]._replace(match=True), *first.slots[1:]))
    racks = (lit, *unit.shelves[0].racks[1:])
    widget = shown(qtbot, look, unit._replace(shelves=(unit.shelves[0]._replace(racks=racks), *unit.shelves[1:])))
    before = widget.grab().toImage()
    assert colour_at(before, widget.slot_rect(1)) == look.theme.colour.lit
    widget.highlight(8)
    after = widget.grab().toImage()
    edge = widget.slot_rect(8).topLeft() + QPointF(8, -1)
    assert before.pixelColor(edge.toPoint()) != after.pixelColor(edge.toPoint())
    assert widget.slot_rect(77777).isEmpty()


def test_a_click_opens_the_box_and_free_slots_open_nothing(qtbot: QtBot, look: Look) -> None:
    unit = an_upright()
    free = SlotPicture(0, 0)
    racks = (RackPicture("Rack", 6, 1, (free, SlotPicture(1, 0, 42, 0.5))),)
    widget = shown(qtbot, look, unit._replace(shelves=(ShelfPicture("Shelf", racks),)))
    opened: list[int] = []
    widget.activated.connect(opened.append)
    inside = widget.slot_rect(42).center().toPoint()
    QTest.mouseClick(widget, LEFT, NONE, inside)
    above = QPointF(inside.x(), widget.slot_rect(42).top() - 8).toPoint()
    QTest.mouseClick(widget, LEFT, NONE, above)
    assert opened == [42]


def test_the_ground_of_a_card_opens_the_unit_that_of_a_thumbnail_nothing(qtbot: QtBot, look: Look) -> None:
    opened: list[int] = []
    for size in MapSize:
        widget = shown(qtbot, look, an_upright(), size)
        widget.activated.connect(opened.append)
        QTest.mouseClick(widget, LEFT, NONE, QPointF(4, widget.height() - 4).toPoint())
    assert opened == [9000]


def test_keys_go_from_box_to_box_and_enter_opens(qtbot: QtBot, look: Look) -> None:
    widget = shown(qtbot, look, an_upright())
    widget.highlight(8)  # second row of the second rack
    opened: list[int] = []
    widget.activated.connect(opened.append)
    for key, there in (
        (Qt.Key.Key_Down, 8),  # begins where the box is
        (Qt.Key.Key_Down, 9),
        (Qt.Key.Key_Right, 15),
        (Qt.Key.Key_Up, 14),
        (Qt.Key.Key_Left, 8),
        (Qt.Key.Key_Home, 1),
        (Qt.Key.Key_Up, 1),
        (Qt.Key.Key_End, 120),
    ):
        QTest.keyClick(widget, key)
        QTest.keyClick(widget, Qt.Key.Key_Return)
        assert opened[-1] == there


def test_the_pointer_says_what_it_is_on(qtbot: QtBot, look: Look) -> None:
    widget = shown(qtbot, look, an_upright())
    said: list[int] = []
    widget.hovered.connect(said.append)
    for id_ in (3, 20):
        QTest.mouseMove(widget, widget.slot_rect(id_).center().toPoint())
    assert said[-2:] == [3, 20]


def test_a_screen_reader_walks_the_boxes(qtbot: QtBot, look: Look) -> None:
    widget = shown(qtbot, look, an_upright())
    widget.highlight(1)
    unit = QAccessible.queryAccessibleInterface(widget)
    assert unit.text(QAccessible.Text.Name) == "F80-03, 63 % full"
    assert unit.childCount() == 120
    assert unit.child(0).text(QAccessible.Text.Name) == "box 1"
    assert unit.child(0).state().selected


def test_another_unit_takes_the_room_it_needs(qtbot: QtBot, look: Look) -> None:
    widget = shown(qtbot, look, an_upright())
    tall = widget.sizeHint().height()
    widget.show_unit(an_upright(shelves=2))
    assert widget.sizeHint().height() < tall
    widget.show_unit(None)
    widget.grab()
    assert widget.slot_rect(1).isEmpty()


def test_labels_stand_on_slots_that_have_room_for_them(qtbot: QtBot, look: Look) -> None:
    slots = tuple(SlotPicture(row, 0, row + 1, 1.0, label="DNA-0042") for row in range(3))
    unit = UnitPicture(1, "Rack B", UnitKind.GRID, (ShelfPicture("", (RackPicture("", 3, 1, slots),)),))
    with_label = shown(qtbot, look, unit, MapSize.CARD)
    bare = tuple(slot._replace(label="") for slot in slots)
    without = shown(
        qtbot, look, unit._replace(shelves=(ShelfPicture("", (RackPicture("", 3, 1, bare),)),)), MapSize.CARD
    )
    assert with_label.grab().toImage() != without.grab().toImage()
