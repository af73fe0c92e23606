"""Where tubes land that are moved: never on one another, never outside, in shape or in order, and back again."""

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from freezerapp.domain.box import (
    NAMED,
    Box,
    BoxFull,
    Group,
    Landing,
    Lands,
    Lines,
    Mode,
    NothingToSwap,
    OverTheEdge,
    PositionsTaken,
    Tube,
    check_free,
    check_moves,
    column,
    drop,
    even,
    everything,
    fill,
    inverted,
    landing,
    next_free,
    odd,
    pick,
    row,
)
from freezerapp.domain.position import FillOrder, Layout, NoSuchPosition, Position, Scheme
from freezerapp.domain.problems import NothingToDo, PositionTaken, Problem
from freezerapp.domain.specimen import Spot
from freezerapp.domain.standing import CellUse

NINE = Layout(9, 9)


def at(label: str, layout: Layout = NINE) -> Position:
    return layout.parse(label)


def a_box(
    tubes: str = "", kept: str = "", blocked: str = "", layout: Layout = NINE, box: int = 1, name: str = "DNA-0042"
) -> Box:
    """A box with tubes, kept places and blocks at these labels; tube 1 stands first, kept ones go on from 901."""
    return Box(
        box,
        name,
        layout,
        {at(label, layout): Tube(100 * box + n, f"MC{box}{n:03}") for n, label in enumerate(tubes.split(), 1)},
        {at(label, layout): Tube(900 * box + n, f"OUT{n}") for n, label in enumerate(kept.split(), 1)},
        dict.fromkeys((at(label, layout) for label in blocked.split()), CellUse.BLOCKED),
    )


def where(found: Landing, layout: Layout = NINE) -> list[str]:
    return [layout.label(to) for _, to in found.moves]


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    rows, columns = draw(st.integers(1, 7)), draw(st.integers(1, 7))
    cells = [Position(each, other) for each in range(rows) for other in range(columns)]
    absent = frozenset(draw(st.lists(st.sampled_from(cells), max_size=3)))
    return Layout(
        rows,
        columns,
        Scheme(from_bottom=draw(st.booleans())),
        draw(st.sampled_from(FillOrder)),
        absent if len(absent) < len(cells) else frozenset(),
    )


@st.composite
def boxes(draw: st.DrawFn, box: int = 1, *, full: bool = False) -> Box:
    """A box with anything in it; ``full`` has a tube in nearly every position."""
    layout = draw(layouts())
    kinds = "ttttk" if full else "  ttkb"
    tubes, kept, blocked = {}, {}, {}
    for number, position in enumerate(layout.positions(), 1000 * box):
        kind = draw(st.sampled_from(kinds))
        if kind == "t":
            tubes[position] = Tube(number, f"B{number}")
        elif kind == "k":
            kept[position] = Tube(number, f"K{number}")
        elif kind == "b":
            blocked[position] = draw(st.sampled_from(CellUse))
    return Box(box, f"BOX-{box}", layout, tubes, kept, blocked)


@st.composite
def gestures(draw: st.DrawFn, *, full: bool = False) -> tuple[Box, Box, Group, Position]:
    """A box, the box that tubes come from (often the same), the group picked up, and the position it is held over."""
    target = draw(boxes(full=full))
    source = target if draw(st.booleans()) else draw(boxes(2, full=full))
    assume(source.tubes)
    chosen = draw(st.lists(st.sampled_from(sorted(source.tubes)), min_size=1, max_size=8, unique=True))
    group = pick(source, chosen, draw(st.sampled_from(chosen)))
    over = Position(draw(st.integers(-1, 7)), draw(st.integers(-1, 7)))
    return target, source, group, over


def set_down(target: Box, source: Box, group: Group, found: Landing) -> dict[tuple[int, Position], Tube]:
    """Every standing tube by box and position, after the landing was done: all lifted, then all set down."""
    tubes = {tube.id: tube for each in (target, source) for tube in each.tubes.values()}
    standing = {(each.id, cell): tube for each in (target, source) for cell, tube in each.tubes.items()}
    lifted = group.ids | {back.id for back in found.back}
    standing = {cell: tube for cell, tube in standing.items() if tube.id not in lifted}
    goes = [(target.id, move) for move in found.moves] + [(source.id, back) for back in found.back]
    for box, move in goes:
        assert (box, move.to) not in standing, "two tubes in one position"
        standing[box, move.to] = tubes[move.id]
    return standing


# ---- whatever is done ----


@given(gestures(), st.sampled_from(Mode))
def test_no_two_tubes_land_in_one_position_and_none_on_another_or_outside(
    gesture: tuple[Box, Box, Group, Position], mode: Mode
) -> None:
    target, source, group, over = gesture
    found = landing(target, group, over, mode)
    cells = [to for _, to in found.moves]
    assert len(set(cells)) == len(cells)
    assert all(map(target.layout.contains, cells))
    assert {move.id for move in found.moves} | set(found.outside) == group.ids
    if found.ok:
        assert len(found.moves) == len(group.tubes)
        standing = set_down(target, source, group, found)
        before = {(each.id, cell) for each in (target, source) for cell in each.tubes}
        assert len(standing) == len(before), "no tube is lost"
        for box, cell in standing:
            each = target if box == target.id else source
            assert cell not in each.blocked
            assert cell not in each.kept


@given(gestures(full=True), st.sampled_from(Mode))
def test_setting_down_is_refused_exactly_where_hovering_shows_that_it_is(
    gesture: tuple[Box, Box, Group, Position], mode: Mode
) -> None:
    target, _, group, over = gesture
    found = landing(target, group, over, mode)
    try:
        dropped = drop(target, group, over, mode)
    except Problem:
        assert not found.ok or not target.layout.contains(over)
    else:
        assert dropped == found
        assert found.ok
        if mode is not Mode.SWAP:
            check_moves(target, dropped.moves)


@given(gestures())
def test_a_group_keeps_its_shape(gesture: tuple[Box, Box, Group, Position]) -> None:
    target, _, group, over = gesture
    cells = dict(zip((tube.id for tube in group.tubes), group.cells, strict=True))
    held = group.cells[group.grabbed]
    for tube, to in landing(target, group, over, Mode.SHAPE).moves:
        assert (to.row - over.row, to.column - over.column) == (
            cells[tube].row - held.row,
            cells[tube].column - held.column,
        )


@given(gestures(), st.integers(1, 3), st.sampled_from([Mode.SHAPE, Mode.SWAP]))
def test_a_turned_view_changes_nothing_of_where_tubes_land(
    gesture: tuple[Box, Box, Group, Position], quarters: int, mode: Mode
) -> None:
    target, source, group, over = gesture

    def turned(cell: Position, layout: Layout) -> Position:
        rows, columns = layout.rows, layout.columns
        for _ in range(quarters):
            cell, rows, columns = Position(cell.column, rows - 1 - cell.row), columns, rows
        return cell

    def turned_box(box: Box) -> Box:
        old = box.layout
        rows, columns = (old.columns, old.rows) if quarters % 2 else (old.rows, old.columns)
        layout = Layout(rows, columns, absent=frozenset(turned(cell, old) for cell in old.absent))
        tubes, kept = ({turned(cell, old): tube for cell, tube in part.items()} for part in (box.tubes, box.kept))
        blocked = {turned(cell, old): use for cell, use in box.blocked.items()}
        return Box(box.id, box.name, layout, tubes, kept, blocked)

    cells = tuple(turned(cell, source.layout) for cell in group.cells)
    shown = landing(
        turned_box(target),
        Group(group.tubes, cells, group.box, group.grabbed),
        turned(over, target.layout),
        mode,
    )
    stored = landing(target, group, over, mode)
    assert {(tube, to) for tube, to in shown.moves} == {(tube, turned(to, target.layout)) for tube, to in stored.moves}
    assert {(tube, to) for tube, to in shown.back} == {(tube, turned(to, source.layout)) for tube, to in stored.back}
    assert set(shown.taken) == {turned(to, target.layout) for to in stored.taken}
    assert (shown.ok, shown.idle, set(shown.outside)) == (stored.ok, stored.idle, set(stored.outside))


# ---- one after the other ----


@given(gestures())
def test_filling_takes_the_next_free_positions_in_filling_order(gesture: tuple[Box, Box, Group, Position]) -> None:
    target, _, group, over = gesture
    order = target.layout.positions()
    lifted = {target.where(tube) for tube in group.ids}
    free = [cell for cell in order if target.use(cell) is None or cell in lifted]
    expected = [cell for cell in free if over in order and order.index(cell) >= order.index(over)]
    found = landing(target, group, over, Mode.FILL)
    assert [to for _, to in found.moves] == expected[: len(group.tubes)]
    assert len(found.outside) == max(0, len(group.tubes) - len(expected))


@given(boxes(), st.data())
def test_a_group_comes_in_the_order_of_its_grid_however_it_was_chosen(box: Box, data: st.DataObject) -> None:
    chosen = data.draw(st.permutations(sorted(box.tubes)))
    group = pick(box, chosen)
    ranks = [box.layout.positions().index(cell) for cell in group.cells]
    assert ranks == sorted(ranks)
    assert [box.tubes[cell] for cell in group.cells] == list(group.tubes)
    if box.layout.fill is FillOrder.ROWS:
        assert list(group.cells) == sorted(chosen)


@given(boxes())
def test_filling_a_box_anew_closes_its_gaps_and_keeps_the_sequence(box: Box) -> None:
    assume(box.tubes)
    group = pick(box, box.tubes)
    found = drop(box, group, None, Mode.FILL)
    again = pick(
        Box(box.id, box.name, box.layout, {to: Tube(tube) for tube, to in found.moves}), everything(box.layout)
    )
    assert [tube.id for tube in again.tubes] == [tube.id for tube in group.tubes]
    free = [cell for cell in box.layout.positions() if cell not in box.kept and cell not in box.blocked]
    assert [to for _, to in found.moves] == free[: len(group.tubes)]


# ---- swaps ----


@given(gestures(full=True), st.data())
def test_a_swap_is_its_own_inverse(gesture: tuple[Box, Box, Group, Position], data: st.DataObject) -> None:
    target, source, group, _ = gesture
    tried = [landing(target, group, over, Mode.SWAP) for over in everything(target.layout)]
    possible = sorted((found for found in tried if found.ok and not found.idle), key=lambda found: found.moves)
    assume(possible)
    found = data.draw(st.sampled_from(possible))
    assert len(found.back) == len(found.moves) == len(group.tubes)
    standing = set_down(target, source, group, found)

    def now(box: Box) -> Box:
        tubes = {cell: tube for (key, cell), tube in standing.items() if key == box.id}
        return Box(box.id, box.name, box.layout, tubes, box.kept, box.blocked)

    # The same tubes, where they stand now, held by the same one, go back to where they came from.
    held = group.tubes[group.grabbed].id
    places = {move.id: move.to for move in found.moves}
    back_again = pick(now(target), places.values(), places[held])
    returned = landing(now(source), back_again, group.cells[group.grabbed], Mode.SWAP)
    assert returned.ok
    assert set_down(now(source), now(target), back_again, returned) == {
        (each.id, cell): tube for each in (target, source) for cell, tube in each.tubes.items()
    }


def test_two_tubes_change_places() -> None:
    box = a_box("A1 B2")
    found = drop(box, pick(box, [at("A1")]), at("B2"), Mode.SWAP)
    assert (found.moves, found.back) == ((Lands(101, at("B2")),), (Lands(102, at("A1")),))


def test_two_groups_of_one_shape_change_places_between_two_boxes() -> None:
    source, target = a_box("A1 B1", box=2, name="PL1-0107"), a_box("C3 D3 E3")
    found = drop(target, pick(source, source.tubes, at("B1")), at("D3"), Mode.SWAP)
    assert where(found) == ["C3", "D3"]
    assert found.back == (Lands(101, at("A1")), Lands(102, at("B1")))


@pytest.mark.parametrize(
    ("over", "expected"),
    [("C1", ("C2",)), ("A2", ("A2",)), ("E5", ("E5", "E6"))],
    ids=["one of two is free", "on itself", "all free"],
)
def test_a_swap_needs_another_tube_for_each(over: str, expected: tuple[str, ...]) -> None:
    box = a_box("A1 A2 A3 C1")
    with pytest.raises(NothingToSwap) as refused:
        drop(box, pick(box, [at("A1"), at("A2")], at("A1")), at(over), Mode.SWAP)
    assert (refused.value.container, refused.value.positions) == ("DNA-0042", expected)


def test_a_place_kept_for_another_tube_is_no_partner_in_a_swap() -> None:
    box = a_box("A1", kept="B2", blocked="C3")
    for over, occupant, use in (("B2", "OUT1", "home"), ("C3", "", "blocked")):
        with pytest.raises(PositionTaken) as refused:
            drop(box, pick(box, [at("A1")]), at(over), Mode.SWAP)
        assert (refused.value.occupant, refused.value.use) == (occupant, use)


# ---- what counts as free ----


def test_a_group_may_land_on_positions_that_it_leaves() -> None:
    box = a_box("A1 A2 A3")
    found = drop(box, pick(box, box.tubes, at("A1")), at("A2"))
    assert where(found) == ["A2", "A3", "A4"]
    assert found.changes == found.moves


def test_a_group_set_down_where_it_stands_changes_nothing() -> None:
    box = a_box("A1 A2")
    for mode in (Mode.SHAPE, Mode.SWAP, Mode.FILL):
        found = drop(box, pick(box, box.tubes), at("A1"), mode)
        assert found.idle
        assert found.changes == ()


def test_tubes_that_stay_in_their_position_are_not_recorded_as_moved() -> None:
    box = a_box("A1 A2 A5")
    found = drop(box, pick(box, box.tubes), at("A1"), Mode.FILL)
    assert where(found) == ["A1", "A2", "A3"]
    assert found.changes == (Lands(103, at("A3")),)
    assert not found.idle


def test_a_tube_from_the_bench_may_go_to_the_place_kept_for_it_and_to_no_other_kept_one() -> None:
    box = a_box(kept="D6 D7")
    mine = Group((box.kept[at("D6")],))
    assert where(drop(box, mine, at("D6"))) == ["D6"]
    with pytest.raises(PositionTaken):
        drop(box, mine, at("D7"))


def test_tubes_from_the_bench_begin_exactly_where_they_are_set_down() -> None:
    box = a_box("A2 A4", blocked="A5")
    bench = Group((Tube(1), Tube(2), Tube(3)))
    assert where(drop(box, bench, at("A1"))) == ["A1", "A3", "A6"]
    with pytest.raises(PositionTaken):
        drop(box, bench, at("A2"))
    assert where(drop(box, bench, at("A2"), Mode.FILL)) == ["A3", "A6", "A7"]


def test_only_tubes_that_stand_there_are_picked_up() -> None:
    box = a_box("A1 A3", kept="A2", blocked="A4")
    group = pick(box, everything(NINE), at("A3"))
    assert group.cells == (at("A1"), at("A3"))
    assert group.grabbed == 1
    assert pick(box, everything(NINE), at("A2")).grabbed == 0
    assert landing(box, pick(box, [at("A2")]), at("A1")).ok is False


# ---- refusals ----


def test_a_refusal_names_the_occupied_position_and_who_stands_there() -> None:
    box = a_box("A1 B4")
    with pytest.raises(PositionTaken) as refused:
        drop(box, pick(box, [at("A1")]), at("B4"))
    assert refused.value.args == ("DNA-0042", "B4", "MC1002", "here")


def test_a_refusal_names_every_occupied_position() -> None:
    box = a_box("A1 A2 A3 A4 A5 A6 A7 A8 C1 C2 C3 C4 C5 C6 C7 C9")
    with pytest.raises(PositionsTaken) as refused:
        drop(box, pick(box, row(NINE, 0)), at("C1"))
    assert refused.value.positions == ("C1", "C2", "C3", "C4", "C5", "C6", "C7")
    assert (len(refused.value.named), refused.value.count) == (NAMED, 7)


def test_a_full_box_says_how_many_find_no_position() -> None:
    box = a_box("I7", kept="I8")
    with pytest.raises(BoxFull) as refused:
        fill(box, [Tube(n) for n in range(1, 5)], at("I6"))
    assert refused.value.args == ("DNA-0042", 2, "I6")
    assert [to for _, to in fill(box, [Tube(1), Tube(2)], at("I6"))] == [at("I6"), at("I9")]


def test_a_group_that_reaches_over_the_edge_is_refused_with_how_many() -> None:
    box = a_box("A1 A2 A3")
    with pytest.raises(OverTheEdge) as refused:
        drop(box, pick(box, box.tubes, at("A1")), at("A8"))
    assert refused.value.args == ("DNA-0042", 1, "A1", "I9")
    with pytest.raises(NoSuchPosition):
        drop(box, pick(box, box.tubes), Position(9, 0))


def test_a_missing_corner_takes_no_tube() -> None:
    layout = Layout(3, 3, absent=frozenset({Position(2, 2)}))
    box = a_box("A1", layout=layout)
    assert landing(box, pick(box, box.tubes), Position(2, 2)).outside == (101,)
    with pytest.raises(NoSuchPosition):
        check_free(box, Position(2, 2))


def test_setting_down_nothing_is_refused_and_hovering_with_nothing_is_not() -> None:
    assert not landing(a_box(), Group(()), at("A1")).ok
    with pytest.raises(NothingToDo):
        drop(a_box(), Group(()), at("A1"))


def test_moves_are_checked_as_if_all_tubes_were_lifted_first() -> None:
    box = a_box("A1 A2")
    check_moves(box, [Lands(101, at("A2")), Lands(102, at("A1"))])
    with pytest.raises(PositionTaken):
        check_moves(box, [Lands(101, at("A2"))])
    with pytest.raises(PositionTaken):
        check_moves(box, [Lands(101, at("B1")), Lands(102, at("B1"))])
    with pytest.raises(NoSuchPosition):
        check_moves(box, [Lands(101, Position(0, 9))])


# ---- what is free next ----


@given(boxes())
def test_walking_from_free_to_free_meets_every_free_position_once(box: Box) -> None:
    met = []
    position = next_free(box)
    while position is not None:
        check_free(box, position)
        met.append(position)
        position = next_free(box, position)
    assert met == [cell for cell in box.layout.positions() if box.use(cell) is None]


def test_a_tube_set_down_leaves_its_position_and_the_place_kept_for_it() -> None:
    box = a_box("A1", kept="B1")
    moved = box.with_tube(box.tubes[at("A1")], at("C1")).with_tube(box.kept[at("B1")], at("A1"))
    assert {NINE.label(cell): tube.id for cell, tube in moved.tubes.items()} == {"C1": 101, "A1": 901}
    assert moved.kept == {}
    assert box.where(101) == at("A1")
    assert box.spot(at("D6")) == Spot(1, 3, 5)


# ---- choosing by lines ----


def test_every_second_line_is_counted_as_labelled() -> None:
    plate = Layout(4, 6)
    assert {cell.column for cell in odd(plate, Lines.COLUMNS)} == {0, 2, 4}
    assert {plate.label(cell)[0] for cell in even(plate, Lines.ROWS)} == {"B", "D"}
    upwards = Layout(3, 2, Scheme(from_bottom=True))
    assert {upwards.label(cell)[0] for cell in odd(upwards, Lines.ROWS)} == {"A", "C"}
    upwards = Layout(4, 2, Scheme(from_bottom=True))
    assert {upwards.label(cell)[0] for cell in odd(upwards, Lines.ROWS)} == {"A", "C"}


@given(layouts(), st.data())
def test_lines_and_their_opposites_share_nothing_and_leave_nothing_out(layout: Layout, data: st.DataObject) -> None:
    every = everything(layout)
    assert every == frozenset(layout.positions())
    for lines in Lines:
        assert odd(layout, lines) | even(layout, lines) == every
        assert not odd(layout, lines) & even(layout, lines)
    assert frozenset().union(*(row(layout, index) for index in range(layout.rows))) == every
    assert frozenset().union(*(column(layout, index) for index in range(layout.columns))) == every
    chosen = frozenset(data.draw(st.lists(st.sampled_from(sorted(every)))))
    assert inverted(layout, inverted(layout, chosen)) == chosen
    assert not inverted(layout, chosen) & chosen


# ---- fast enough to hover ----


@pytest.mark.parametrize("mode", Mode)
def test_a_whole_rack_lands_within_three_milliseconds(mode: Mode) -> None:
    plate = Layout(16, 24, fill=FillOrder.COLUMNS)
    full = {cell: Tube(number) for number, cell in enumerate(plate.positions(), 1)}
    source = Box(1, "SBS-1", plate, full)
    met = {cell: Tube(tube.id + 1000) for cell, tube in full.items()}
    target = Box(2, "SBS-2", plate, met if mode is Mode.SWAP else {})
    group = pick(source, full)
    taken = []
    for _ in range(7):
        start = time.perf_counter()
        found = landing(target, group, Position(0, 0), mode)
        taken.append(time.perf_counter() - start)
    assert found.ok
    assert min(taken) < 0.003
