"""The checklist before each step: what it names, when it is done, and the refusal that says what lacks."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.checklist import Check, Facts, Need, NotReady, check_ready, checklist
from freezerapp.domain.parcel import MOST_DRY_ICE_G, Classification, Refrigerant, Step
from freezerapp.domain.shipment import Package, Shipment

READY = Shipment(
    1,
    "SHP-2024-0001",
    sender_id=1,
    recipient_id=2,
    classification=Classification.UN3373,
    refrigerant=Refrigerant.DRY_ICE,
    keep_to=-60,
    carrier="Cold Courier",
)
BOX = Package(1, 1, 1, "box", gross_g=16_000, ice_g=12_000)


def facts(said: dict[str, Any] | None = None, **others: Any) -> Facts:
    """A parcel that lacks nothing, but for what is said."""
    whole: dict[str, Any] = {
        "sender_phone": True,
        "responsible": True,
        "recipient": True,
        "recipient_phone": True,
        "lines": 3,
        "packed": 3,
        "undecided": 0,
        "held": 0,
        "blind_missing": 0,
        "packages": (BOX,),
    }
    return Facts(READY._replace(**said or {}), **{**whole, **others})


def lacking(found: Facts, step: Step) -> set[Need]:
    return {check.need for check in checklist(found, step) if not check.done}


@pytest.mark.parametrize("step", Step)
def test_a_parcel_that_lacks_nothing_may_take_each_step(step: Step) -> None:
    assert lacking(facts(), step) == set()
    check_ready(facts(), step)


PACKING: list[tuple[dict[str, Any], set[Need]]] = [
    ({"lines": 0, "packed": 0}, {Need.TUBES, Need.ALL_PACKED}),
    ({"packed": 2}, {Need.ALL_PACKED}),
    ({"undecided": 1}, {Need.DECISIONS}),
    ({"held": 1}, {Need.NO_HOLDS}),
    ({"blind_missing": 1}, {Need.PROFILE_CODES}),
]


@pytest.mark.parametrize(("said", "needs"), PACKING)
def test_what_lacks_before_packing_ends_lacks_before_dispatch_too(said: dict[str, Any], needs: set[Need]) -> None:
    assert lacking(facts(**said), Step.PACKED) == needs
    assert lacking(facts(**said), Step.DISPATCHED) == needs


HEAVY = BOX._replace(ice_g=MOST_DRY_ICE_G + 1)
LEAVING: list[tuple[dict[str, Any], dict[str, Any], set[Need]]] = [
    ({"sender_id": None}, {"sender_phone": False}, {Need.SENDER}),
    ({}, {"sender_phone": False}, {Need.SENDER}),
    ({"recipient_id": None}, {"recipient": False, "recipient_phone": False}, {Need.RECIPIENT, Need.CONTACT}),
    ({}, {"recipient_phone": False}, {Need.CONTACT}),
    ({}, {"responsible": False}, {Need.RESPONSIBLE}),
    ({"classification": None}, {}, {Need.CLASSIFICATION}),
    ({"refrigerant": None}, {}, {Need.REFRIGERANT}),
    ({"keep_to": None}, {}, {Need.RANGE}),
    ({"carrier": ""}, {}, {Need.CARRIER}),
    ({}, {"packages": ()}, {Need.PACKAGES, Need.GROSS, Need.DRY_ICE}),
    ({}, {"packages": (BOX, BOX._replace(gross_g=None))}, {Need.GROSS}),
    ({}, {"packages": (BOX, BOX._replace(ice_g=0))}, {Need.DRY_ICE}),
    ({}, {"packages": (BOX, HEAVY)}, {Need.DRY_ICE_LIMIT}),
    ({"two_persons": 1}, {}, {Need.SECOND_PERSON}),
]


@pytest.mark.parametrize(("said", "others", "needs"), LEAVING)
def test_each_thing_that_lacks_before_dispatch_is_named(
    said: dict[str, Any], others: dict[str, Any], needs: set[Need]
) -> None:
    found = facts(said, **others)
    assert lacking(found, Step.PACKED) == set()
    assert lacking(found, Step.DISPATCHED) == needs
    with pytest.raises(NotReady) as caught:
        check_ready(found, Step.DISPATCHED)
    assert set(caught.value.needs) == needs
    assert (caught.value.number, caught.value.step) == ("SHP-2024-0001", Step.DISPATCHED)


def test_as_much_dry_ice_as_the_airline_takes_is_not_too_much() -> None:
    assert lacking(facts(packages=(BOX._replace(ice_g=MOST_DRY_ICE_G),)), Step.DISPATCHED) == set()


@pytest.mark.parametrize("refrigerant", [each for each in Refrigerant if each is not Refrigerant.DRY_ICE])
def test_dry_ice_is_asked_for_only_where_it_cools(refrigerant: Refrigerant) -> None:
    found = facts({"refrigerant": refrigerant}, packages=(BOX._replace(ice_g=None),))
    assert lacking(found, Step.DISPATCHED) == set()
    assert not {Need.DRY_ICE, Need.DRY_ICE_LIMIT} & {check.need for check in checklist(found, Step.DISPATCHED)}


def test_a_parcel_at_ambient_temperature_needs_no_range() -> None:
    found = facts({"refrigerant": Refrigerant.AMBIENT, "keep_to": None})
    assert lacking(found, Step.DISPATCHED) == set()


def test_a_second_person_who_confirmed_is_there() -> None:
    assert lacking(facts({"two_persons": 1, "confirmed_by": 2}), Step.DISPATCHED) == set()


def test_the_list_says_how_many_things_are_concerned() -> None:
    found = {check.need: check for check in checklist(facts(packed=1, undecided=2), Step.PACKED)}
    assert found[Need.ALL_PACKED] == Check(Need.ALL_PACKED, False, 2)
    assert found[Need.DECISIONS] == Check(Need.DECISIONS, False, 2)
    assert found[Need.TUBES] == Check(Need.TUBES, True, 3)


@given(st.integers(0, 5), st.integers(0, 5))
def test_a_parcel_is_closed_when_each_tube_was_seen_and_each_difference_settled(unsettled: int, unseen: int) -> None:
    found = facts(unsettled=unsettled, unseen=unseen)
    (check,) = checklist(found, Step.CLOSED)
    assert check == Check(Need.DIFFERENCES, unsettled == unseen == 0, unsettled + unseen)
