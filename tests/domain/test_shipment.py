"""The steps of a shipment, the corrections that go back by one, and its number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.parcel import Step
from freezerapp.domain.shipment import CORRECTIONS, STEPS, Shipment, WrongStep, check_draft, check_step, next_number

FORWARD = (Step.DRAFT, Step.PACKED, Step.DISPATCHED, Step.RECEIVED, Step.CLOSED)
ALLOWED = {
    *pairwise(FORWARD),
    (Step.PACKED, Step.DRAFT),
    (Step.DRAFT, Step.CANCELLED),
    (Step.PACKED, Step.CANCELLED),
}


def at(step: Step) -> Shipment:
    return Shipment(1, "SHP-2024-0001", step=step)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("wanted", Step)
def test_a_shipment_takes_only_the_steps_that_follow_its_own(step: Step, wanted: Step) -> None:
    if (step, wanted) in ALLOWED:
        check_step(at(step), wanted)
        return
    with pytest.raises(WrongStep) as caught:
        check_step(at(step), wanted)
    assert (caught.value.number, caught.value.step, caught.value.wanted) == ("SHP-2024-0001", step, wanted.value)


@pytest.mark.parametrize("step", Step)
def test_only_the_list_of_a_draft_is_changed(step: Step) -> None:
    if step is Step.DRAFT:
        check_draft(at(step), "pack")
        return
    with pytest.raises(WrongStep) as caught:
        check_draft(at(step), "pack")
    assert (caught.value.step, caught.value.wanted) == (step, "pack")


def test_a_correction_goes_back_by_the_one_step_that_was_taken_wrongly() -> None:
    for step, back in CORRECTIONS.items():
        (before,) = back
        assert step in STEPS[before]
    assert set(CORRECTIONS) == {Step.DISPATCHED, Step.RECEIVED, Step.CLOSED}


def test_the_number_after_the_last_of_the_year() -> None:
    assert next_number(2026, []) == "SHP-2026-0001"
    assert next_number(2026, ["SHP-2026-0030", "SHP-2025-0099", "SHP-2026-0007"]) == "SHP-2026-0031"
    assert next_number(2026, ["SHP-2026-9999"]) == "SHP-2026-10000"
    assert next_number(2026, ["shp-2026-0009"]) == "SHP-2026-0010"
    assert next_number(2026, ["SHP-2026-0002"], prefix="PCK") == "PCK-2026-0001"


@pytest.mark.parametrize(
    "foreign", ["BACK-1", "SHP-2026-", "SHP-2026-0007b", "SHP-2026-x", "SHP-2026-²", "SHP-2026-٩", "SHP-2026"]
)
def test_numbers_of_another_form_do_not_count(foreign: str) -> None:
    assert next_number(2026, [foreign, "SHP-2026-0003"]) == "SHP-2026-0004"


@given(st.lists(st.integers(1, 50), max_size=20), st.lists(st.text(max_size=15), max_size=5))
def test_a_number_is_never_one_that_is_taken(numbers: list[int], others: list[str]) -> None:
    taken = [*others, *(f"SHP-2026-{number:04}" for number in numbers)]
    assert next_number(2026, taken).casefold() not in {number.casefold() for number in taken}
    assert next_number(2026, reversed(taken)) == next_number(2026, taken)
