"""A pasted list of codes: which tubes it means, and what is said of each line that is left out."""

from freezerapp.domain.barcode import code_key
from freezerapp.domain.choosing import Candidate
from freezerapp.domain.code_list import Obstacle, judge, judge_lines, read_lines
from freezerapp.domain.specimen import Status


def tube(key: int, **facts: object) -> Candidate:
    said: dict[str, object] = {"status": Status.STORED, "material": "DNA", **facts}
    return Candidate(key, f"T{key}", **said)  # type: ignore[arg-type]


def test_lines_keep_the_numbers_that_their_owner_sees() -> None:
    text = 'T1\n\n  T2 \t"T3"\r\n;;\nT4, ,T4\n'
    assert read_lines(text) == [(1, ("T1",)), (3, ("T2", "T3")), (5, ("T4",))]


def test_what_a_scanner_put_around_a_code_is_taken_away() -> None:
    assert read_lines("]d2T1\x1d\n'0188") == [(1, ("T1",)), (2, ("0188",))]


def test_every_line_that_is_left_out_says_why() -> None:
    tubes = {
        1: tube(1),
        2: tube(2, held=True),
        3: tube(3, status=Status.SHIPPED),
        4: tube(4, reserved_by="PICK-2024-0001"),
        5: tube(5),
    }
    owners = {code_key(f"T{key}"): ("specimen", key) for key in tubes} | {code_key("BOX"): ("container", 9)}
    text = "t1\nT2\nT3\nT4\nBOX\nnobody\nT1\nT5\tT1\nT0\nT5"
    found = judge_lines(read_lines(text), owners, tubes, {"T0": ["T1", "T5"], "nobody": ["T5"]})
    assert found.tubes == (1, 5)
    assert [(each.line, each.obstacle, each.text, each.facts) for each in found.left_out] == [
        (2, Obstacle.HELD, "T2", ()),
        (3, Obstacle.UNAVAILABLE, "T3", ("shipped",)),
        (4, Obstacle.RESERVED, "T4", ("PICK-2024-0001",)),
        (5, Obstacle.NOT_A_TUBE, "BOX", ()),
        (6, Obstacle.UNKNOWN, "nobody", ("T5",)),
        (7, Obstacle.TWICE, "T1", ()),
        (8, Obstacle.AMBIGUOUS, "T5", ("T5", "T1")),
        (9, Obstacle.AMBIGUOUS, "T0", ("T1", "T5")),
    ]


def test_a_row_of_a_table_means_the_one_tube_that_is_named_in_it() -> None:
    owners = {code_key("T1"): ("specimen", 1), code_key("BOX"): ("container", 9)}
    found = judge_lines(read_lines("CSF;BOX;A1;T1"), owners, {1: tube(1)}, {})
    assert found == ((1,), ())


def test_chosen_tubes_are_judged_the_same_way() -> None:
    found = judge([tube(1), tube(2, held=True, status=Status.MISSING), tube(3, held=True, reserved_by="X")])
    assert found.tubes == (1,)
    assert [(each.obstacle, each.text, each.line, each.tube) for each in found.left_out] == [
        (Obstacle.UNAVAILABLE, "T2", None, 2),
        (Obstacle.HELD, "T3", None, 3),
    ]
