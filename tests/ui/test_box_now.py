"""A shown box as the rules see it, also where its picture is older than what the hand did."""

from freezerapp.domain.box import Box, Group, Mode, Tube, drop
from freezerapp.domain.position import Layout, Position
from freezerapp.domain.standing import CellUse
from freezerapp.ui.models import box_now


def _box() -> Box:
    here = {Position(0, column): Tube(column + 1, f"NP{column}") for column in range(3)}
    return Box(1, "CSF-0001", Layout(9, 9), here)


def test_tubes_in_hand_do_not_land_where_an_older_picture_shows_them_standing() -> None:
    """Otherwise they would "land" where they stood, and placing them would do nothing and say nothing."""
    box = box_now.keeping(_box(), [1, 2])
    found = drop(box, Group((Tube(1), Tube(2))), None, Mode.FILL)
    assert [move.to for move in found.changes] == [Position(0, 3), Position(0, 4)]
    assert box.use(Position(0, 0)) == CellUse.RESERVED.value


def test_what_is_in_hand_may_go_back_to_where_an_older_picture_shows_it_standing() -> None:
    box = box_now.lifted(_box(), [2])
    assert box.where(2) is None
    assert box.occupant(Position(0, 1)) == Tube(2, "NP1")
    assert box.free(Position(0, 1), frozenset({2}))
    assert box.where(1) == Position(0, 0)


def test_a_box_in_which_none_of_them_stands_is_the_same_box() -> None:
    box = _box()
    assert box_now.lifted(box, [77]) is box
