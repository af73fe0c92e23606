"""The way through storage: each door once, box by box, cells last, and no tube out for too long."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.position import Layout
from freezerapp.domain.walking import Pace, Stand, Stop, pace_of, walk, walk_order

NINE = Layout(9, 9)
PACE = Pace(door_s=60, box_s=40, tube_s=10, limit_s=100, nitrogen_limit_s=40)


def stands(*facts: tuple[int, int], nitrogen: frozenset[int] = frozenset()) -> dict[int, Stand]:
    """Boxes by id, each with its door; they are walked to in the order given."""
    return {box: Stand(box, door, rank, NINE, door in nitrogen) for rank, (box, door) in enumerate(facts)}


def test_each_door_is_opened_once_and_each_box_is_taken_once() -> None:
    known = stands((10, 1), (11, 1), (20, 2))
    mixed = [Stop(1, 20, 0, 0), Stop(2, 10, 0, 5), Stop(3, 11, 3, 3), Stop(4, 10, 0, 1), Stop(5, 20, 0, 1)]
    assert [stop.tube for stop in walk_order(mixed, known)] == [4, 2, 3, 1, 5]


def test_positions_come_in_the_order_of_the_labels_of_their_box() -> None:
    columns = Layout(9, 9, scheme=NINE.scheme.__class__(columns_first=True, separator="-"))
    known = {1: Stand(1, 1, 0, columns)}
    order = walk_order([Stop(1, 1, 0, 1), Stop(2, 1, 5, 0)], known)
    assert [stop.tube for stop in order] == [2, 1]


def test_cells_kept_in_nitrogen_come_last_and_their_door_is_still_opened_once() -> None:
    known = stands((1, 1), (2, 2), (3, 3), nitrogen=frozenset({1, 3}))
    stops = [Stop(1, 1, 0, 0), Stop(2, 1, 0, 1), Stop(3, 2, 0, 0), Stop(4, 3, 0, 0)]
    assert [stop.tube for stop in walk_order(stops, known)] == [1, 2, 3, 4]
    assert [stop.tube for stop in walk_order(stops, known, cells={2})] == [3, 4, 1, 2]


def test_cells_in_a_freezer_do_not_change_the_way() -> None:
    known = stands((1, 1), (2, 2))
    stops = [Stop(1, 1, 0, 0), Stop(2, 2, 0, 0)]
    assert [stop.tube for stop in walk_order(stops, known, cells={1})] == [1, 2]


def test_what_stands_in_no_known_box_comes_at_the_end() -> None:
    assert [stop.tube for stop in walk_order([Stop(1, 99, 0, 0), Stop(2, 1, 0, 0)], stands((1, 1)))] == [2, 1]


def test_the_time_is_doors_boxes_and_tubes() -> None:
    known = stands((10, 1), (11, 1), (20, 2))
    way = walk([Stop(1, 10, 0, 0), Stop(2, 11, 0, 0), Stop(3, 20, 0, 0)], known, PACE._replace(limit_s=10_000))
    assert (way.doors, way.boxes, way.seconds) == (2, 3, 2 * 60 + 3 * 40 + 3 * 10)
    assert way.minutes == 5
    assert [batch.seconds for batch in way.batches] == [10 + 40 + 10 + 40 + 60]


def test_a_batch_ends_before_its_first_tube_is_out_too_long_at_the_edge_of_a_box_if_it_can() -> None:
    known = stands((10, 1), (11, 1))
    stops = [Stop(n, 10, 0, n) for n in range(3)] + [Stop(10 + n, 11, 0, n) for n in range(6)]
    way = walk(stops, known, PACE)
    assert [[stop.tube for stop in batch.stops] for batch in way.batches] == [[0, 1, 2], [10, 11, 12, 13, 14, 15]]
    assert [batch.seconds for batch in way.batches] == [20, 50]


def test_a_box_with_more_than_a_batch_is_opened_again() -> None:
    known = stands((10, 1))
    stops = [Stop(n, 10, n // 9, n % 9) for n in range(25)]
    way = walk(stops, known, PACE)
    assert [len(batch.stops) for batch in way.batches] == [11, 11, 3]
    assert way.seconds == 60 + 40 + 25 * 10 + 2 * 40


def test_nitrogen_has_the_shorter_limit() -> None:
    known = stands((10, 1), nitrogen=frozenset({1}))
    stops = [Stop(n, 10, 0, n) for n in range(9)]
    assert [len(batch.stops) for batch in walk(stops, known, PACE).batches] == [5, 4]
    assert {batch.limit_s for batch in walk(stops, known, PACE).batches} == {40}


def test_nothing_wanted_takes_no_time() -> None:
    assert walk([], {}) == ((), 0, 0, 0)


def test_a_site_sets_its_own_pace_in_minutes() -> None:
    said = {
        "minutes per door": "1,5",
        "minutes per tube": "0.1",
        "minutes out at most": "soon",
        "minutes per box": "-1",
    }
    assert pace_of(said) == Pace(door_s=90, tube_s=6)
    assert pace_of({"minutes out at most": "99999"}) == Pace()


places = st.lists(
    st.tuples(st.integers(0, 11), st.integers(0, 8), st.integers(0, 8)), min_size=1, max_size=60, unique=True
)


@given(places, st.sets(st.integers(0, 59)), st.integers(10, 400))
def test_whatever_is_wanted_every_tube_is_fetched_once_and_in_time(
    places: list[tuple[int, int, int]], cells: set[int], limit: int
) -> None:
    known = {box: Stand(box, box // 3, box, NINE, box // 3 == 0) for box in range(12)}
    stops = [Stop(n, *place) for n, place in enumerate(places)]
    pace = PACE._replace(limit_s=limit)
    order = walk_order(stops, known, cells)
    assert sorted(order) == sorted(stops)
    doors = [known[stop.box].door for stop in order]
    assert sum(a != b for a, b in pairwise(doors)) == len(set(doors)) - 1
    boxes = [stop.box for stop in order]
    assert sum(a != b for a, b in pairwise(boxes)) == len(set(boxes)) - 1
    way = walk(order, known, pace, cells)
    assert [stop for batch in way.batches for stop in batch.stops] == order
    for batch in way.batches:
        cold = [stop.tube in cells or known[stop.box].nitrogen for stop in batch.stops]
        assert batch.seconds <= batch.limit_s == min(40 if each else limit for each in cold)
    assert walk_order(reversed(stops), known, cells) == order
