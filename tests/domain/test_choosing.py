"""Tubes chosen by a rule, and what can take the place of one."""

from itertools import pairwise
from typing import Any

import pytest

from freezerapp.domain.choosing import (
    Candidate,
    Kin,
    NothingChosen,
    Per,
    Prefer,
    Rule,
    choose,
    substitutes,
)
from freezerapp.domain.specimen import Status

CSF = Rule("CSF", 500_000, "µL", ("V01",))


def tube(key: int, participant: int | None = 1, **facts: Any) -> Candidate:
    """A stored tube of CSF with 0.5 mL at V01 unless something else is said."""
    said = {"visit": "V01", "amount": 500_000, "unit": "µL", "material": "CSF", "status": Status.STORED, **facts}
    return Candidate(key, f"T{key}", participant=participant, **said)


def test_each_participant_gives_one_the_fullest_then_the_least_thawed() -> None:
    found = choose(
        [tube(1), tube(2, amount=900_000), tube(3, amount=900_000, thaws=1), tube(4, 2, thaws=2), tube(5, 2, thaws=1)],
        CSF,
    )
    assert found == ((2, 5), 2, 0, 2)


def test_the_first_preference_that_tells_two_apart_decides() -> None:
    rule = CSF._replace(prefer=(Prefer.LEAST_THAWED, Prefer.OLDEST))
    pool = [tube(1, thaws=1, stored_on="2018"), tube(2, stored_on="2020"), tube(3, stored_on="2019-05"), tube(4)]
    assert choose(pool, rule).tubes == (3,)
    assert choose(pool, rule._replace(prefer=(Prefer.NEWEST,))).tubes == (2,)
    assert choose([tube(1, amount=900_000), tube(2)], CSF._replace(prefer=(Prefer.LEAST_FULL,))).tubes == (2,)


@pytest.mark.parametrize(
    "flaw",
    [
        {"held": True},
        {"reserved_by": "SHP-2026-0001"},
        {"status": Status.MISSING},
        {"status": Status.SHIPPED},
        {"amount": 499_999},
        {"amount": None},
        {"unit": "ng"},
    ],
)
def test_what_can_not_be_used_is_never_chosen_and_its_participant_is_short(flaw: dict[str, Any]) -> None:
    found = choose([tube(1, **flaw), tube(2, 2)], CSF)
    assert (found.tubes, found.groups, found.short) == ((2,), 2, 1)
    with pytest.raises(NothingChosen):
        choose([tube(1, **flaw)], CSF)


def test_other_materials_and_visits_are_not_asked_about() -> None:
    found = choose([tube(1), tube(2, 2, material="PEN"), tube(3, 3, visit="V02")], CSF)
    assert (found.tubes, found.groups) == ((1,), 1)


def test_several_for_each_participant_or_for_each_visit() -> None:
    pool = [tube(n, 1, visit=f"V0{n % 2 + 1}") for n in range(1, 7)]
    both = CSF._replace(visits=("V01", "V02"), each=2)
    assert len(choose(pool, both).tubes) == 2
    assert sorted(choose(pool, both._replace(per=Per.VISIT)).tubes) == [1, 2, 3, 4]
    found = choose(pool, both._replace(per=Per.VISIT, each=4))
    assert (len(found.tubes), found.short, found.wanted) == (6, 2, 8)


def test_tubes_without_participant_are_each_a_group_of_their_own() -> None:
    assert choose([tube(1, None), tube(2, None)], CSF).tubes == (1, 2)


def test_a_blind_order_is_the_seeds_own_whatever_the_order_of_the_bank() -> None:
    pool = [tube(n, n // 3) for n in range(60)]
    rule = CSF._replace(each=3, blind=True)
    first = choose(pool, rule, "seed").tubes
    assert first == choose(pool[::-1], rule, "seed").tubes
    assert sorted(first) == list(range(60))
    assert first != tuple(range(60))
    assert first != choose(pool, rule, "another").tubes
    together = choose(pool, rule._replace(together=True), "seed").tubes
    persons = [key // 3 for key in together]
    assert sum(a != b for a, b in pairwise(persons)) == 19


def test_substitutes_are_ranked_another_aliquot_first() -> None:
    wanted = tube(1, 7, parent=50)
    pool = [
        wanted,
        tube(2, 7, parent=51, amount=900_000),
        tube(3, 7, parent=50, amount=500_000, thaws=1),
        tube(4, 7, parent=50, amount=500_000),
        tube(5, 7, parent=50, amount=100_000),
        tube(6, 7, parent=50, held=True),
        tube(7, 7, parent=50, material="PEN"),
        tube(8, 7, visit="V02"),
        tube(9, 8),
        tube(10, 7, parent=50),
    ]
    found = substitutes(wanted, pool, needed=400_000, taken=(10,))
    assert [(one.tube.id, one.kin) for one in found] == [
        (4, Kin.SAME_PARENT),
        (3, Kin.SAME_PARENT),
        (2, Kin.SAME_VISIT),
        (5, Kin.SAME_PARENT),
    ]


def test_a_tube_without_parent_and_participant_has_no_substitute() -> None:
    assert substitutes(tube(1, None), [tube(2, None)]) == []
