"""Killed in the middle of work: what was confirmed is there, at most the one thing in flight is unknown."""

import random
from pathlib import Path

from tests.faults.children import Nursery, Said, faults, history


def lost_or_made_up(bank: Path, said: Said, before: dict[str, int], unknown: set[str]) -> list[str]:
    """What the bank's history has too few or too many against what was said while it was worked on."""
    there = history(bank)
    wrong = [f"lost: {uuid}" for uuid in {**before, **said.done} if uuid not in there]
    wrong += [f"only in part: {uuid}" for uuid, seq in said.done.items() if seq and there.get(uuid, seq) != seq]
    allowed = {*before, *said.done, *unknown}
    return wrong + [f"never confirmed: {uuid}" for uuid in there if uuid not in allowed]


def test_killed_at_any_moment_nothing_confirmed_is_lost(nursery: Nursery, bank: Path, long_form: bool) -> None:
    lot = random.Random(20)
    said, before, unknown = Said(), history(bank), set[str]()
    for number in range(400 if long_form else 20):
        nursery.killed(bank, said, lot.uniform(0, 0.15), seed=number)
        assert len(said.in_flight() - unknown) <= 1
        unknown |= said.in_flight()
        assert lost_or_made_up(bank, said, before, unknown) == []
        assert faults(bank) == []
    assert said.broken == {}
    assert len(said.done) >= 20, "too little was done between the kills"
    assert len(unknown) > 3, "the kills came between the commands"


def test_the_harness_sees_what_is_confirmed_too_early(nursery: Nursery, bank: Path) -> None:
    lot = random.Random(3)
    for number in range(30):
        said, before = Said(), history(bank)
        nursery.killed(bank, said, lot.uniform(0, 0.1), seed=number, weak="confirm")
        if lost_or_made_up(bank, said, before, said.in_flight()):
            return
    raise AssertionError("30 kills of a child that confirms before it commits, and no loss was seen")
