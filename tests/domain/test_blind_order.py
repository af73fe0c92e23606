"""A blind order is drawn from its seed alone; batches stay together; codes are never given twice."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.blind_order import blind_codes, blind_order, keeps_together

keys = st.lists(st.text("ABC0123456789", min_size=1, max_size=8), unique=True, max_size=40)
seeds = st.text(min_size=1, max_size=12)


@given(keys, seeds)
def test_all_keys_are_there_once(listed: list[str], seed: str) -> None:
    ordered = blind_order(listed, seed)
    assert sorted(ordered) == sorted(listed)


@given(keys, seeds, st.randoms(use_true_random=False))
def test_the_order_they_come_in_does_not_matter(listed: list[str], seed: str, draw: random.Random) -> None:
    batches = {key: len(key) % 3 for key in listed if len(key) % 4}
    shuffled = list(listed)
    draw.shuffle(shuffled)
    assert blind_order(shuffled, seed) == blind_order(listed, seed)
    assert blind_order(shuffled, seed, batches) == blind_order(listed, seed, batches)


@given(keys, seeds, st.data())
def test_one_batch_stays_together(listed: list[str], seed: str, data: st.DataObject) -> None:
    batches = {key: batch for key in listed if (batch := data.draw(st.none() | st.integers(1, 5))) is not None}
    ordered = blind_order(listed, seed, batches)
    assert sorted(ordered) == sorted(listed)
    of = [batches.get(key, key) for key in ordered]
    runs = [batch for n, batch in enumerate(of) if n == 0 or of[n - 1] != batch]
    assert len(runs) == len(set(of))


def test_another_seed_gives_another_order() -> None:
    listed = [f"MC{n:010}" for n in range(40)]
    orders = {tuple(blind_order(listed, f"seed {n}")) for n in range(20)}
    assert len(orders) == 20
    assert tuple(listed) not in orders


def test_the_order_says_nothing_of_the_keys_own_order() -> None:
    """Over many seeds each key stands in each quarter of the list about as often."""
    listed = [f"MC{n:010}" for n in range(8)]
    first = dict.fromkeys(listed, 0)
    for n in range(4_000):
        first[blind_order(listed, f"seed {n}")[0]] += 1
    assert all(400 <= times <= 600 for times in first.values()), first


def test_the_order_of_batches_says_nothing_of_how_many_are_in_them() -> None:
    listed = [f"MC{n:010}" for n in range(12)]
    batches = {key: "large" if n < 9 else "small" for n, key in enumerate(listed)}
    large_first = sum(batches[blind_order(listed, f"seed {n}", batches)[0]] == "large" for n in range(2_000))
    assert 900 <= large_first <= 1_100


def test_an_order_once_drawn_is_drawn_again_in_years() -> None:
    """The order of a parcel that left is made anew from its seed: what is drawn may never change."""
    assert blind_order(["A", "B", "C", "D", "E"], "2026") == ["E", "C", "B", "D", "A"]
    assert blind_codes("2026", 2) == ["BL3360684525", "BL4403576496"]


@given(seeds, st.integers(0, 60), st.integers(0, 60))
def test_no_code_is_given_twice(seed: str, before: int, count: int) -> None:
    taken = blind_codes(seed, before)
    codes = blind_codes(seed, count, taken)
    assert len(codes) == count
    assert len({*taken, *codes}) == before + count
    assert all(len(code) == 12 and code.startswith("BL") and code[2:].isdigit() for code in codes)


@pytest.mark.parametrize(
    ("batches", "together"),
    [
        ("", False),
        ("abc", False),
        ("aabbc", True),
        ("abba", False),
        ("aaba", False),
        ("aa--b", True),
        ("a-a", False),
        ("--ab", False),
    ],
)
def test_an_order_tells_whether_it_was_drawn_with_batches(batches: str, together: bool) -> None:
    assert keeps_together([None if each == "-" else each for each in batches]) is together


@given(st.lists(st.sampled_from("ABCDE"), min_size=6, max_size=30), seeds)
def test_what_was_drawn_with_batches_keeps_them(people: list[str], seed: str) -> None:
    whose = dict(enumerate(people))
    assert keeps_together([whose[key] for key in blind_order(list(whose), seed, whose)])
