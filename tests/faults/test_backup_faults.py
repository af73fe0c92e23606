"""Backup and restore killed or failing at each of their steps, and backups made while others write."""

import errno
from pathlib import Path
from typing import NamedTuple

import pytest

from freezerapp.domain.problems import BankProblem
from freezerapp.storage.backup import backup, restore
from tests.faults.children import Nursery, Said, faults, history
from tests.torn import journal_of, torn


class Run(NamedTuple):
    """One run of a job: the folder it left behind, how it ended, and what it said."""

    folder: Path
    status: int
    said: list[str]
    calls: int


def each_step(nursery: Nursery, bank: Path, job: str, first: int = 1, **facts: object) -> list[Run]:
    """A job with trouble at its first, … call; the calls at which files get their names come last."""
    into = bank.parent.parent / f"copies-{first}"
    into.mkdir()
    found, folder, said, calls = list[Run](), Path(), list[str](), 0
    for line in nursery.all_of("each call", bank, job=job, into=str(into), first=first, **facts):
        if line[0] == "step":
            folder, said = Path(line[2]), []
        elif line[0] == "calls":
            calls = line[1]
        elif line[0] == "ended":
            found.append(Run(folder, line[2], said, calls))
        else:
            said += line
    return found


def whole(bank: Path) -> set[str] | None:
    """The operations in a bank that passes every look; None where there is none or it does not."""
    try:
        there = set(history(bank))
    except BankProblem:
        return None
    return there if faults(bank) == [] else None


class Restored:
    """A restore, killed at its calls, over a bank that has more in it than the backup."""

    def __init__(self, nursery: Nursery, bank: Path, replaced: str) -> None:
        self.nursery, self.bank, self.replaced = nursery, bank, replaced
        self.source = bank.parent.parent / "source.freezer"
        backup(bank, self.source)
        nursery.all_of("work", bank, seed=9, times=10)
        self.old, self.new = set(history(bank)), set(history(self.source))
        assert self.old > self.new
        if replaced != "whole":
            half = torn(bank, bank.parent.parent)
            half.replace(bank)
            journal_of(half).replace(journal_of(bank))
        if replaced == "gone":
            bank.unlink()

    def runs(self, step: int, weak: str = "") -> list[Run]:
        """Every so many calls, and each of the last ones, where names change."""
        source = str(self.source)
        found = each_step(self.nursery, self.bank, "restore", source=source, step=step, weak=weak)
        last = max(2, found[-1].calls - 12)
        return found + each_step(self.nursery, self.bank, "restore", last, source=source, weak=weak)

    def left(self, run: Run) -> str:
        """What a run left: old, new or kept; or, with "wrong:", what should not be."""
        bank = run.folder / self.bank.name
        kept = [path for path in run.folder.glob("*.before-restore-*") if not path.name.endswith("-journal")]
        there = whole(bank) if bank.exists() else None
        if bank.exists() and there not in (self.old, self.new):
            return "wrong: what is under the name of the bank is neither the old one nor the new one"
        if there != self.new and (run.status == 0 or run.said == ["made"]):
            return "wrong: it was said to be restored"
        if there == self.old:
            return "old" if kept == [] else "wrong: the old bank is there twice"
        if self.replaced != "gone" and [whole(path) for path in kept] != [self.old]:
            return "wrong: the old bank is not kept whole"
        return "kept" if there is None else "new"


@pytest.mark.parametrize("replaced", ["whole", "torn", "gone"])
def test_a_restore_killed_anywhere_leaves_the_old_bank_or_the_new_one(
    nursery_on_disk: Nursery, bank_in_memory: Path, replaced: str, long_form: bool
) -> None:
    restored, seen = Restored(nursery_on_disk, bank_in_memory, replaced), set[str]()
    for run in restored.runs(1 if long_form else 10):
        seen.add(restored.left(run))
        # Whatever was left, it can be done again.
        restore(restored.source, run.folder / bank_in_memory.name)
        assert whole(run.folder / bank_in_memory.name) == restored.new
    assert seen == ({"new", "kept"} if replaced == "gone" else {"old", "new", "kept"})


def test_a_restore_that_takes_the_journal_away_first_is_seen_to_lose(
    nursery_on_disk: Nursery, bank_in_memory: Path
) -> None:
    restored = Restored(nursery_on_disk, bank_in_memory, "torn")
    assert any("wrong" in restored.left(run) for run in restored.runs(50, weak="journal goes with the bank"))


@pytest.mark.parametrize("error", [0, errno.EIO, errno.ENOSPC], ids=["killed", "I/O error", "no room"])
def test_a_backup_that_fails_anywhere_leaves_no_bad_copy_under_its_name(
    nursery_on_disk: Nursery, bank_in_memory: Path, error: int, long_form: bool
) -> None:
    before, ends, leavings = bank_in_memory.read_bytes(), set[str](), 0
    for folder, _, said, _ in each_step(
        nursery_on_disk, bank_in_memory, "backup", error=error, step=1 if long_form else 6
    ):
        copy = folder / "copy.freezer"
        assert (folder / bank_in_memory.name).read_bytes() == before
        assert not copy.exists() or whole(copy) == set(history(bank_in_memory))
        assert copy.exists() or said != ["made"]
        ends.add(" ".join(said))
        leavings += any(path.name.startswith(".copy") for path in folder.iterdir())
    assert ends <= ENDS[error]
    assert len(ends) > 1
    assert leavings <= 1 or not error, "only who was killed, or can't remove it, leaves a private copy"


ENDS = {
    0: {"", "made"},
    errno.EIO: {"not made DeviceFailed", "made"},
    errno.ENOSPC: {"not made DiskFull", "not made DeviceFailed", "made"},
}


def test_a_backup_made_while_others_write_is_one_state_of_the_bank(
    nursery: Nursery, bank: Path, long_form: bool
) -> None:
    said = Said()
    children = {nursery.start("work", bank, seed=seed, times=60) for seed in (1, 2)}
    copies = []
    for number in range(40 if long_form else 6):
        copies.append(bank.with_name(f"copy-{number}.freezer"))
        backup(bank, copies[-1])
    for line in nursery.rest(children):
        said.hear(line)
    assert said.broken == {}
    order = list(history(bank))
    sizes = []
    for copy in copies:
        there = whole(copy)
        assert there is not None
        assert there == set(order[: len(there)]), "the copy has something without what came before it"
        sizes.append(len(there))
    assert sizes == sorted(sizes)
    assert sizes[0] < len(order), "nothing was written meanwhile: this shows nothing"
    assert set(said.done) <= set(order)
