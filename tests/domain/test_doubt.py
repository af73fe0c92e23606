"""Why a tube needs a decision before it travels, and what no reason overrules."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.doubt import AVAILABLE, REMOVABLE_ONLY, Doubt, doubts, undecided
from freezerapp.domain.specimen import Status

FINE: dict[str, Any] = {
    "status": Status.STORED,
    "held": False,
    "reserved": False,
    "amount": 500,
    "needed": 200,
    "too_warm": False,
}


def test_a_tube_at_hand_with_enough_in_it_is_in_no_doubt() -> None:
    assert doubts(**FINE) == ()


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        ({"held": True}, Doubt.HELD),
        ({"reserved": True}, Doubt.RESERVED),
        ({"too_warm": True}, Doubt.TOO_WARM),
        ({"amount": 199}, Doubt.BELOW),
    ],
)
def test_each_doubt_has_its_one_cause(said: dict[str, Any], doubt: Doubt) -> None:
    assert doubts(**{**FINE, **said}) == (doubt,)


@pytest.mark.parametrize("status", Status)
def test_what_is_neither_stored_nor_at_hand_nor_packed_is_not_available(status: Status) -> None:
    here = status in (Status.STORED, Status.ON_THE_BENCH, Status.IN_A_SHIPMENT)
    assert (doubts(**{**FINE, "status": status}) == ()) == here
    assert (status in AVAILABLE) == here


@pytest.mark.parametrize(("amount", "needed"), [(200, 200), (None, 200), (199, None), (None, None), (0, 0)])
def test_enough_or_not_known_is_no_doubt(amount: int | None, needed: int | None) -> None:
    assert doubts(**{**FINE, "amount": amount, "needed": needed}) == ()


def test_the_gravest_comes_first() -> None:
    all_of_them = {"status": Status.MISSING, "held": True, "reserved": True, "amount": 1, "too_warm": True}
    expected = (Doubt.UNAVAILABLE, Doubt.HELD, Doubt.RESERVED, Doubt.TOO_WARM, Doubt.BELOW)
    assert doubts(**{**FINE, **all_of_them}) == expected
    assert set(expected) == set(Doubt)


@given(st.lists(st.sampled_from(Doubt), unique=True), st.none() | st.text(max_size=5))
def test_a_reason_overrules_what_may_be_overruled_and_nothing_else(found: list[Doubt], reason: str | None) -> None:
    standing = undecided(found, reason)
    overruled = set(found) - set(standing)
    assert overruled <= {Doubt.TOO_WARM, Doubt.BELOW}
    assert set(found) & REMOVABLE_ONLY <= set(standing)
    assert bool(overruled) == bool(reason and set(found) - REMOVABLE_ONLY)
