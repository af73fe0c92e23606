"""What may stand in what, how full it is, and the order in which one walks."""

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.container import (
    ContainerType,
    Counted,
    FillCount,
    Holds,
    Kind,
    Node,
    NotForTubes,
    WrongContainer,
    WrongMaterial,
    check_child,
    check_takes,
    fill_counts,
    is_box_kind,
    is_unit,
    temperature_of,
    walking_order,
)
from freezerapp.domain.position import Layout, Position, Scheme, Style
from freezerapp.domain.temperature import Temperature


def a_type(
    kind: str,
    rows: int = 1,
    columns: int = 1,
    accepts: tuple[str, ...] = (),
    tubes: bool = False,
    scheme: Scheme | None = None,
    temperature: Temperature | None = None,
) -> ContainerType:
    return ContainerType(
        code=f"{kind}-{rows}x{columns}".lower().replace(" ", "-"),
        name=f"{kind} {rows} × {columns}",
        kind=kind,
        layout=Layout(rows, columns, scheme or Scheme()),
        holds=Holds.SPECIMENS if tubes else Holds.CONTAINERS,
        accepts=accepts,
        temperature=temperature,
    )


ROOM = a_type("room", 1, 10, ("freezer", "dewar"))
FREEZER = a_type("freezer", 2, 1, ("shelf",), temperature=Temperature.DEEP)
SHELF = a_type("shelf", 1, 3, ("rack", "box"))
RACK = a_type("rack", 2, 2, ("box",))
BOX = a_type("box", 9, 9, tubes=True)
DEWAR = a_type("dewar", 1, 6, ("canister",), temperature=Temperature.LIQUID)
CANISTER = a_type("canister", 1, 10, ("cane",))
CANE = a_type("cane", 5, 1, tubes=True)


# ---- what may stand in what ----


@pytest.mark.parametrize(
    ("parent", "child"),
    [(ROOM, FREEZER), (FREEZER, SHELF), (SHELF, BOX), (RACK, BOX), (CANISTER, CANE), (a_type("shelf"), ROOM)],
)
def test_a_type_takes_what_it_accepts(parent: ContainerType, child: ContainerType) -> None:
    assert parent.may_hold(child)
    check_child(parent, child)


@pytest.mark.parametrize(
    ("parent", "child", "accepted"),
    [(ROOM, BOX, ("freezer", "dewar")), (RACK, RACK, ("box",)), (BOX, BOX, ()), (CANE, RACK, ())],
)
def test_any_other_container_is_refused_with_what_is_accepted(
    parent: ContainerType, child: ContainerType, accepted: tuple[str, ...]
) -> None:
    assert not parent.may_hold(child)
    with pytest.raises(WrongContainer) as refused:
        check_child(parent, child)
    problem = refused.value
    assert (problem.parent, problem.parent_kind) == (parent.name, parent.kind)
    assert (problem.child, problem.child_kind, problem.accepted) == (child.name, child.kind, accepted)


def test_a_tube_cannot_stand_in_a_rack() -> None:
    with pytest.raises(NotForTubes) as refused:
        check_takes(RACK, "PL1")
    assert (refused.value.container, refused.value.kind) == (RACK.name, "rack")


def test_a_type_may_be_for_some_materials_only() -> None:
    cells_only = ContainerType("b", "Cells", "box", Layout(9, 9), Holds.SPECIMENS, materials=("CEL",))
    check_takes(cells_only, "CEL")
    check_takes(BOX, "PL1")
    with pytest.raises(WrongMaterial) as refused:
        check_takes(cells_only, "PL1")
    assert (refused.value.material, refused.value.accepted) == ("PL1", ("CEL",))


def test_units_have_doors_and_boxes_have_slots() -> None:
    assert {kind for kind in Kind if is_unit(kind)} == {"freezer", "chest", "tank", "dewar", "cabinet"}
    assert {kind for kind in Kind if is_box_kind(kind)} == {
        "box",
        "SBS rack",
        "transport box",
        "cooling box",
    }
    assert FREEZER.is_unit
    assert not SHELF.is_unit
    assert BOX.is_box
    assert not CANE.is_box


def test_the_nearest_temperature_counts() -> None:
    assert temperature_of([BOX, RACK, SHELF, FREEZER, ROOM]) is Temperature.DEEP
    assert temperature_of([BOX, RACK]) is None


# ---- how full ----


def a_bank() -> list[Node]:
    """A freezer with a rack of four slots and a box beside it; a dewar with two canes."""
    return [
        Node(1, None, ROOM, "Freezer hall"),
        Node(2, 1, FREEZER, "F80-01", Position(0, 0)),
        Node(3, 2, SHELF, "Shelf 1", Position(0, 0)),
        Node(4, 3, RACK, "Rack A", Position(0, 0), blocked=1),
        Node(5, 4, BOX, "B1", Position(0, 0), tubes=58, kept_tubes=3, blocked=2, reserved=4),
        Node(6, 4, BOX, "B2", Position(0, 1), out=True),
        Node(7, 3, BOX, "B3", Position(0, 2), tubes=81),
        Node(8, None, DEWAR, "D1"),
        Node(9, 8, CANISTER, "Canister 1", Position(0, 0)),
        Node(10, 9, CANE, "Cane 1", Position(0, 0), tubes=5),
        Node(11, 9, CANE, "Cane 2", Position(0, 1), tubes=1),
    ]


def test_a_box_counts_tube_positions() -> None:
    found = fill_counts(a_bank())[5]
    assert found == FillCount(Counted.TUBE_POSITIONS, 81, used=58, kept=3, blocked=2, reserved=4)
    assert found.free == 14
    assert found.share == 61 / 79


def test_a_rack_counts_box_slots_and_keeps_that_of_a_box_on_the_bench() -> None:
    found = fill_counts(a_bank())[4]
    assert found == FillCount(Counted.BOX_SLOTS, 4, used=1, kept=1, blocked=1)
    assert found.free == 1


def test_a_place_that_holds_a_rack_is_not_a_box_slot() -> None:
    found = fill_counts(a_bank())[3]
    assert found == FillCount(Counted.BOX_SLOTS, 4 + 2, used=2, kept=1, blocked=1)


def test_a_unit_and_a_room_count_what_is_below() -> None:
    counts = fill_counts(a_bank())
    assert counts[1] == counts[2] == counts[3]


def test_where_no_box_can_stand_tube_positions_are_counted() -> None:
    counts = fill_counts(a_bank())
    assert counts[8] == counts[9] == FillCount(Counted.TUBE_POSITIONS, 10, used=6)


def test_free_space_of_a_backup_unit_is_not_free() -> None:
    nodes = [Node(1, None, RACK, "Backup", closed=True), Node(2, 1, BOX, "B1", Position(0, 0), tubes=80)]
    counts = fill_counts(nodes)
    assert counts[1] == FillCount(Counted.BOX_SLOTS, 4, used=1, closed=3)
    assert counts[1].free == counts[2].free == 0
    assert counts[1].share == 0.25


def test_an_empty_shelf_has_no_slots_and_no_share() -> None:
    found = fill_counts([Node(1, None, a_type("shelf", 1, 6, ("rack",)), "Shelf")])[1]
    assert (found.total, found.free, found.share) == (0, 0, 0.0)


@st.composite
def trees(draw: st.DrawFn) -> list[Node]:
    """Racks in racks, boxes in both, in any order, with roots of any sort."""
    rack = a_type("rack", 2, 3, ("rack", "box"))
    nodes: list[Node] = []
    free: dict[int, list[Position]] = {}
    for key in range(draw(st.integers(1, 15))):
        parents = [each for each in nodes if not each.type.is_box and free[each.id]]
        parent = draw(st.sampled_from([None, *parents]))
        where = None if parent is None else free[parent.id].pop(draw(st.integers(0, 5)) % len(free[parent.id]))
        type_ = draw(st.sampled_from([rack, BOX]))
        free[key] = list(type_.layout.positions())
        nodes.append(
            Node(
                key,
                None if parent is None else parent.id,
                type_,
                draw(st.sampled_from(["a", "B 2", "b 10"])),
                where,
                tubes=draw(st.integers(0, 40)),
                kept_tubes=draw(st.integers(0, 40)),
                out=draw(st.booleans()),
                closed=draw(st.booleans()),
            )
        )
    return draw(st.permutations(nodes))


@given(trees())
def test_every_place_is_counted_once(nodes: list[Node]) -> None:
    counts, known = fill_counts(nodes), {node.id: node for node in nodes}
    expected: dict[int, list[int]] = defaultdict(lambda: [0, 0, 0])
    for node in nodes:
        if node.type.is_box:
            assert counts[node.id].counted is Counted.TUBE_POSITIONS
            assert counts[node.id].total == 81
            owner = node.parent
            while owner is not None:
                expected[owner][1 + node.out] += 1
                owner = known[owner].parent
            continue
        inside = sum(each.parent == node.id and not each.type.is_box for each in nodes)
        owner = node.id
        while owner is not None:
            expected[owner][0] += node.type.layout.size - inside
            owner = known[owner].parent
    for key, (total, used, kept) in expected.items():
        found = counts[key]
        assert (found.counted, found.total, found.used, found.kept) == (
            Counted.BOX_SLOTS,
            total,
            used,
            kept,
        )
    for node in nodes:
        found, closed = counts[node.id], node.closed
        owner = node.parent
        while owner is not None:
            closed |= known[owner].closed
            owner = known[owner].parent
        assert found.free >= 0
        assert not (closed and found.free)


# ---- walking ----


def test_one_walks_door_by_door() -> None:
    names = {node.id: node.name for node in a_bank()}
    assert [names[each] for each in walking_order(reversed(a_bank()))] == [
        "D1",
        "Canister 1",
        "Cane 1",
        "Cane 2",
        "Freezer hall",
        "F80-01",
        "Shelf 1",
        "Rack A",
        "B1",
        "B2",
        "B3",
    ]


def test_labels_lead_the_way_even_from_the_bottom() -> None:
    tower = a_type("tower", 3, 1, ("box",), scheme=Scheme(style=Style.NUMBERS, from_bottom=True))
    nodes = [
        Node(1, None, tower, "Tower"),
        *(Node(row + 2, 1, BOX, "b", Position(row, 0)) for row in range(3)),
    ]
    assert walking_order(nodes) == (1, 4, 3, 2)


def test_roots_come_in_natural_order() -> None:
    nodes = [Node(1, None, FREEZER, "F10"), Node(2, None, FREEZER, "f2"), Node(3, None, FREEZER, "F1")]
    assert walking_order(nodes) == (3, 2, 1)


@given(trees())
def test_every_container_is_passed_once_and_before_what_it_holds(nodes: list[Node]) -> None:
    order = walking_order(nodes)
    assert sorted(order) == sorted(node.id for node in nodes)
    place = {key: rank for rank, key in enumerate(order)}
    for node in nodes:
        if node.parent is not None:
            assert place[node.parent] < place[node.id]


@given(trees())
def test_a_door_is_opened_once(nodes: list[Node]) -> None:
    known, order = {node.id: node for node in nodes}, walking_order(nodes)
    for opened in order:
        inside = [rank for rank, key in enumerate(order) if _stands_in(known, key, opened)]
        assert inside == list(range(inside[0], inside[0] + len(inside)))


def _stands_in(known: dict[int, Node], key: int | None, holder: int) -> bool:
    while key is not None:
        if key == holder:
            return True
        key = known[key].parent
    return False
