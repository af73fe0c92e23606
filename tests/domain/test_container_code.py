"""Codes for containers that have none: readable, of where they stand, each its own."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.barcode import check_code, code_key
from freezerapp.domain.container_code import code_below, told_apart


@pytest.mark.parametrize(
    ("above", "steps", "code"),
    [
        ("F80-03", ["Shelf 2", "Rack B"], "F80-03-S2-RB"),
        ("LN2-01", ["Tower 10"], "LN2-01-T10"),
        ("F80-03", ["Étagère 2", "Rack b"], "F80-03-E2-RB"),
        ("CH-1", ["A1"], "CH-1-A1"),
        ("CH-1", ["3"], "CH-1-3"),
        ("CH-1", ["棚"], "CH-1"),
        ("", ["Rack A"], "RA"),
        ("", [], ""),
    ],
)
def test_a_code_tells_the_steps_down_from_the_nearest_code(above: str, steps: list[str], code: str) -> None:
    assert code_below(above, steps) == code


@given(st.lists(st.text(max_size=12), max_size=4))
def test_whatever_places_are_called_the_code_can_be_typed_and_scanned(steps: list[str]) -> None:
    code = code_below("F80-01", steps)
    check_code(code)
    assert code.isascii()
    assert code.startswith("F80-01")


WORDS = st.sampled_from(["RA", "ra", "RB", "RA-2", "RC"])


@given(st.dictionaries(st.integers(1, 20), WORDS), st.sets(WORDS))
def test_each_gets_a_code_of_its_own_that_nothing_else_has(wanted: dict[int, str], there: set[str]) -> None:
    gone = {code_key(text) for text in there}
    given = told_apart(wanted, lambda keys: gone & set(keys))
    assert list(given) == list(wanted)
    keys = [code_key(text) for text in given.values()]
    assert len(set(keys)) == len(keys)
    assert not gone & set(keys)
    assert all(text.startswith(wanted[key]) for key, text in given.items())


def test_the_first_keeps_what_it_wants_and_the_next_are_counted() -> None:
    given = told_apart({1: "RA", 2: "RA", 3: "ra"}, lambda keys: {"ra-2"} & set(keys))
    assert given == {1: "RA", 2: "RA-3", 3: "ra-4"}
