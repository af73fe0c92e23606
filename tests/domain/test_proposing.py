"""Which box is proposed for tubes that have no place."""

from freezerapp.domain.proposing import Room, box_for


def test_tubes_go_where_most_of_their_kind_stand() -> None:
    assert box_for(3, [Room(1, 10, 9), Room(2, 40, 9), Room(3, 20, 9)]) == 2


def test_a_box_without_room_for_all_is_not_proposed() -> None:
    assert box_for(3, [Room(1, 10, 3), Room(2, 40, 2)]) == 1


def test_of_equal_boxes_the_first_on_the_way_is_proposed() -> None:
    assert box_for(1, [Room(4, 10, 5), Room(2, 10, 50)]) == 4


def test_nothing_is_proposed_where_none_of_their_kind_stand() -> None:
    assert box_for(1, [Room(1, 0, 81)]) is None
    assert box_for(1, []) is None
