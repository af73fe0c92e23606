"""The power fails: whatever part of the unsynced writes arrived, every confirmed operation is there."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from freezerapp.domain.problems import Problem
from tests.faults.children import Nursery, Said, faults, history
from tests.faults.power import Disk, read_calls

SHARES = (0.0, 0.5, 0.9, 1.0)
"""How much of what is not certain arrives; all and nothing are cases of their own."""


def after_power_failures(
    nursery: Nursery, bank: Path, memory: Path, times: int, weak: str = ""
) -> Iterator[tuple[Path, set[str]]]:
    """Banks as a power failure may leave them, at each barrier of some work, and what was confirmed by then."""
    disk, log = Disk(bank.parent), memory / "calls"
    said = Said()
    for line in nursery.all_of("record", bank, seed=5, times=times, into=str(log), weak=weak):
        said.hear(line)
    assert said.broken == {}
    left, lot, confirmed = memory / "left", random.Random(5), set[str]()
    left.mkdir()
    for call in read_calls(log):
        if call.kind == "M":
            confirmed.add(call.path)
        if call.kind in "SM":
            for share in SHARES:
                for old in left.iterdir():
                    old.unlink()
                for path, content in disk.left(lot, share).items():
                    (left / Path(path).name).write_bytes(content)
                yield left / bank.name, set(confirmed)
        disk.follow(call)
    assert confirmed == set(said.done)


def test_no_power_failure_loses_what_was_confirmed(
    nursery_on_disk: Nursery, bank_in_memory: Path, memory: Path, long_form: bool
) -> None:
    failures = hot = 0
    before = set(history(bank_in_memory))
    times = 60 if long_form else 6
    for bank, confirmed in after_power_failures(nursery_on_disk, bank_in_memory, memory, times):
        journal = bank.with_name(bank.name + "-journal")
        hot += journal.exists() and journal.stat().st_size > 0
        failures += 1
        assert before | confirmed <= set(history(bank))
        assert faults(bank) == []
    assert confirmed
    assert failures >= 5 * len(SHARES) * len(confirmed)
    assert hot > failures / 4, "too few failures came in the middle of a commit"


@pytest.mark.parametrize("weak", ["synchronous"])
def test_a_bank_that_does_not_sync_is_seen_to_lose(
    nursery_on_disk: Nursery, bank_in_memory: Path, memory: Path, weak: str
) -> None:
    lost = damaged = 0
    for bank, confirmed in after_power_failures(nursery_on_disk, bank_in_memory, memory, 4, weak):
        try:
            lost += not confirmed <= set(history(bank))
            damaged += bool(faults(bank))
        except Problem:
            damaged += 1
    assert lost > 0
    assert damaged > 0
