"""Lists read as people count."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.ordering import natural_key

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)


@pytest.mark.parametrize(
    "in_order",
    [
        ["Rack 1", "Rack 2", "Rack 10"],
        ["F80-01", "F80-02", "F80-10", "LN2-01"],
        ["Shelf 2", "Shelf 2 › Rack 3", "Shelf 10"],
        ["2", "10", "a2", "a10"],
        ["canister 1", "Canister 2", "CANISTER 3"],
        ["étagère 1", "Etagère 2", "ETAGERE 3"],
        ["Box 9", "Box 1" + "0" * 50, "Box 1" + "0" * 5000],
        ["", " ", "a"],
        ["A1-2", "A1-10", "A2-1"],
    ],
)
def test_numbers_in_names_count_as_numbers(in_order: list[str]) -> None:
    shuffled = in_order[:]
    random.Random(4).shuffle(shuffled)
    assert sorted(shuffled, key=natural_key) == in_order


def test_white_space_and_case_do_not_part_neighbours() -> None:
    assert natural_key("Rack  2") < natural_key("rack 3")
    assert natural_key("rack 1") < natural_key("RACK 2")


@given(ANY_TEXT, ANY_TEXT)
def test_only_the_same_text_has_the_same_key(one: str, other: str) -> None:
    assert (natural_key(one) == natural_key(other)) == (one == other)


@given(st.lists(ANY_TEXT, max_size=20), st.randoms())
def test_the_order_never_depends_on_where_one_begins(texts: list[str], chance: random.Random) -> None:
    shuffled = texts[:]
    chance.shuffle(shuffled)
    assert sorted(shuffled, key=natural_key) == sorted(texts, key=natural_key)


@given(st.integers(0, 10**30), st.integers(0, 10**30))
def test_numbers_of_any_length_are_in_order(one: int, other: int) -> None:
    assert (natural_key(f"Rack {one}") < natural_key(f"Rack {other}")) == (one < other)
