"""Writes that fail, each in its turn: the change is whole or absent, the refusal clear, reading goes on."""

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.faults.children import Nursery, Said, faults, history

ASKED = 40
"""Thaws recorded by the command that meets the trouble."""


class Step(NamedTuple):
    """One run of the job, with the trouble at its ``number``-th change of a file."""

    number: int
    bank: Path
    said: Said
    read: int
    status: int


def steps(nursery: Nursery, bank: Path, **facts: object) -> Iterator[Step]:
    """A command again and again, until it meets no trouble any more."""
    into = bank.parent.parent / "copies"
    into.mkdir()
    said, read, copy = Said(), 0, bank
    for line in nursery.all_of("each call", bank, job="command", into=str(into), **facts):
        said.hear(line)
        if line[0] == "step":
            said, copy = Said(), Path(line[2]) / bank.name
        elif line[0] == "read":
            read = line[1]
        elif line[0] == "ended":
            yield Step(line[1], copy, said, read, line[2])


@pytest.mark.parametrize(
    ("error", "lasting"),
    [(errno.EIO, False), (errno.EIO, True), (errno.ENOSPC, False), (errno.ENOSPC, True)],
    ids=["one I/O error", "I/O errors from then on", "one write without room", "no room from then on"],
)
def test_a_write_that_fails_leaves_the_change_whole_or_absent(
    nursery_on_disk: Nursery, bank_in_memory: Path, error: int, lasting: bool, long_form: bool
) -> None:
    refused, whole = [], 0
    every = 1 if long_form or (error == errno.EIO and not lasting) else 4
    for step in steps(nursery_on_disk, bank_in_memory, error=error, lasting=lasting, step=every):
        (warm_up, asked, again), there = step.said.begun, history(step.bank)
        assert step.said.broken == {}, "an error of the database came through raw"
        assert {warm_up, again} <= set(step.said.done), "the next command did not work"
        assert set(step.said.done) <= set(there)
        assert step.read in (0, ASKED), "half a change was read"
        assert (step.read == ASKED) == (asked in there)
        assert faults(step.bank) == []
        refused += [step.said.refused[asked]] if asked in step.said.refused else []
        whole += asked in there
    assert step.status == 7, "the last run was to meet no trouble"
    assert len(refused) > 30 // every
    if error == errno.EIO:
        assert set(refused) == {"DeviceFailed"}
    else:
        # Where the disk fails to make a file last, or to shorten it, that is no lack of room.
        assert set(refused) <= {"DiskFull", "DeviceFailed"}
        assert refused.count("DiskFull") > len(refused) / 2
    assert 1 <= whole <= 3


@pytest.mark.parametrize("guard", ["", "journal_mode"])
def test_killed_at_each_write_the_change_is_whole_or_absent(
    nursery_on_disk: Nursery, bank_in_memory: Path, guard: str
) -> None:
    wrong, kills = [], 0
    for step in steps(nursery_on_disk, bank_in_memory, weak=guard):
        kills += step.status == -9
        warm_up, asked = list(step.said.begun)[:2]
        try:
            there = history(step.bank)
        except Exception as error:
            wrong.append(f"{step.number}: {error!r}")
            continue
        if found := faults(step.bank):
            wrong.append(f"{step.number}: {found[0]}")
        if warm_up not in there or not set(step.said.done) <= set(there):
            wrong.append(f"{step.number}: something confirmed is lost")
    assert kills > 5
    if guard:
        assert wrong, "without a journal nothing was found to be wrong: this test sees nothing"
    else:
        assert wrong == []
        assert asked in there
