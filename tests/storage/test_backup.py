"""Backup and restore: checked copies under a private name, nothing written over, nothing that undoes them."""

import os
import shutil
import stat
import sys
from collections.abc import Callable
from contextlib import closing, nullcontext
from datetime import UTC, datetime
from pathlib import Path

import pytest

from freezerapp.commands.command import perform
from freezerapp.commands.mark import MarkThawed
from freezerapp.domain.problems import (
    BankBusy,
    BankMoved,
    CannotRead,
    DamagedBank,
    FileExists,
    NoSuchFile,
    NotABank,
    Problem,
)
from freezerapp.storage import backup as storage_backup
from freezerapp.storage import sqlite
from freezerapp.storage.backup import backup, restore
from freezerapp.storage.database import Database
from freezerapp.storage.verifying import verify
from tests.build import Row, everything, raw
from tests.filled import a_filled_bank, tamper
from tests.torn import journal_of, torn

NOON = datetime(2024, 3, 14, 12, 0, tzinfo=UTC)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A closed bank with something of everything, alone in its folder."""
    folder = tmp_path / "bank"
    folder.mkdir()
    made = a_filled_bank(folder)
    made.close()
    journal_of(made.path).unlink(missing_ok=True)
    return made.path


@pytest.fixture
def older(bank: Path, tmp_path: Path) -> Path:
    """A backup of it, after which a tube was thawed in the bank."""
    copy = tmp_path / "older.freezer"
    backup(bank, copy)
    thaw(bank)
    return copy


def thaw(bank: Path) -> None:
    database = Database.open(bank)
    perform(database, MarkThawed((1,)), 1)
    database.close()
    journal_of(bank).unlink(missing_ok=True)


def rows(bank: Path) -> dict[str, list[Row]]:
    """Every row, read as the program would find it."""
    Database.open(bank).close()
    with closing(raw(bank)) as connection:
        return everything(connection)


def contents(folder: Path) -> dict[str, bytes]:
    """What is in a folder, hidden files too."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def refused(act: Callable[[], object], problem: type[Problem], *folders: Path) -> Problem:
    """The problem that this raises; nothing in these folders is changed by it."""
    before = [contents(folder) for folder in folders]
    with pytest.raises(problem) as caught:
        act()
    assert type(caught.value) is problem
    assert [contents(folder) for folder in folders] == before
    return caught.value


# Backup


def test_a_backup_is_the_same_bank_and_nothing_else_is_left_behind(bank: Path, tmp_path: Path) -> None:
    before = contents(bank.parent)
    (tmp_path / "backups").mkdir()
    backup(bank, tmp_path / "backups" / "copy.freezer")
    assert contents(bank.parent) == before
    assert list(contents(tmp_path / "backups")) == ["copy.freezer"]
    assert rows(tmp_path / "backups" / "copy.freezer") == rows(bank)
    assert list(verify(tmp_path / "backups" / "copy.freezer")) == []


def test_a_backup_is_never_written_over_a_file(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "there.txt").write_text("dear to somebody", encoding="utf-8")
    refused(lambda: backup(bank, tmp_path / "there.txt"), FileExists, tmp_path, bank.parent)
    refused(lambda: backup(bank, bank), FileExists, tmp_path, bank.parent)


@pytest.mark.parametrize("links", [True, False], ids=["with second names", "on a disk that knows none"])
def test_nor_over_one_that_appears_while_it_is_made(
    bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    target = tmp_path / "copy.freezer"

    def another_is_faster(copy: Path, source: Path) -> None:
        target.write_text("dear to somebody", encoding="utf-8")

    def knows_none(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(storage_backup, "_check", another_is_faster)
    if not links:
        monkeypatch.setattr(os, "link", knows_none)
    with pytest.raises(FileExists):
        backup(bank, target)
    assert contents(tmp_path) == {"copy.freezer": b"dear to somebody"}


def test_a_backup_gets_its_name_on_a_disk_that_knows_no_second_names(
    bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def knows_none(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", knows_none)
    backup(bank, tmp_path / "copy.freezer")
    assert list(contents(tmp_path)) == ["copy.freezer"]


def test_until_it_is_checked_a_backup_has_a_private_name(
    bank: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    check, seen = storage_backup._check, list[str]()

    def looks(copy: Path, source: Path) -> None:
        seen.extend(path.name for path in tmp_path.iterdir() if path.is_file())
        assert copy.name.startswith(".")
        check(copy, source)

    monkeypatch.setattr(storage_backup, "_check", looks)
    backup(bank, tmp_path / "copy.freezer")
    assert len(seen) == 1
    assert seen[0].startswith(".copy.freezer.")


@pytest.mark.parametrize(
    ("statement", "without"),
    [
        ("UPDATE specimen SET thaws = thaws + 1 WHERE id = 1", ""),
        ("DROP TRIGGER event_never_updated", ""),
        ('UPDATE place SET "column" = 70 WHERE specimen_id = 1', ""),
        ("UPDATE specimen SET collection_id = 900 WHERE id = 1", ""),
        ("UPDATE operation SET reason = 'another' WHERE id = 3", "operation_never_updated"),
        ("UPDATE event SET payload = replace(payload, 'DNA', 'RNA') WHERE seq < 10", "event_never_updated"),
    ],
    ids=["a row", "a guard", "a place", "a reference", "an operation", "history"],
)
def test_a_bank_that_does_not_pass_every_check_is_neither_backed_up_nor_restored(
    bank: Path, tmp_path: Path, older: Path, statement: str, without: str
) -> None:
    tamper(bank, statement, without=(without,) if without else ())
    problem = refused(lambda: backup(bank, tmp_path / "copy.freezer"), DamagedBank, tmp_path, bank.parent)
    assert isinstance(problem, DamagedBank)
    assert problem.path == str(bank), "the bank is named, not its private copy"
    refused(lambda: restore(bank, older), DamagedBank, tmp_path, bank.parent)


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_a_copy_can_be_read_by_the_same_people_as_the_bank(bank: Path, tmp_path: Path) -> None:
    for mode, wanted in ((0o600, 0o600), (0o664, 0o664), (0o400, 0o600)):
        copy = tmp_path / f"{mode:o}.freezer"
        bank.chmod(mode)
        backup(bank, copy)
        assert stat.S_IMODE(copy.stat().st_mode) == wanted
    bank.chmod(0o640)
    restore(tmp_path / "600.freezer", bank)
    assert stat.S_IMODE(bank.stat().st_mode) == 0o640


def test_what_can_not_be_copied_is_refused(bank: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no bank", encoding="utf-8")
    for act, problem in (
        (lambda: backup(tmp_path / "nothing", tmp_path / "copy"), NoSuchFile),
        (lambda: restore(tmp_path / "nothing", bank), NoSuchFile),
        (lambda: backup(tmp_path / "notes.txt", tmp_path / "copy"), NotABank),
        (lambda: restore(tmp_path / "notes.txt", bank), NotABank),
        (lambda: backup(bank, tmp_path / "no such folder" / "copy"), CannotRead),
    ):
        refused(act, problem, tmp_path, bank.parent)


# Restore


def test_a_restored_bank_is_the_backup_and_the_replaced_one_is_kept(bank: Path, older: Path) -> None:
    replaced = bank.read_bytes()
    kept = restore(older, bank, NOON)
    assert kept == bank.with_name("filled.freezer.before-restore-2024-03-14-120000")
    assert kept.read_bytes() == replaced
    assert set(contents(bank.parent)) == {bank.name, kept.name}
    assert rows(bank) == rows(older)
    assert rows(kept) != rows(bank)


def test_each_replaced_bank_is_kept_under_a_name_of_its_own(bank: Path, older: Path) -> None:
    kept = []
    for _ in range(3):
        thaw(bank)
        replaced = bank.read_bytes()
        kept.append((restore(older, bank, NOON), replaced))
    assert [path.name.removeprefix(bank.name) for path, _ in kept if path] == [
        ".before-restore-2024-03-14-120000",
        ".before-restore-2024-03-14-120000-2",
        ".before-restore-2024-03-14-120000-3",
    ]
    assert all(path is not None and path.read_bytes() == replaced for path, replaced in kept)


def test_a_bank_that_is_gone_is_restored_to_its_name(bank: Path, older: Path) -> None:
    bank.unlink()
    assert restore(older, bank) is None
    assert rows(bank) == rows(older)


@pytest.mark.parametrize("damage", [b"", b"no bank at all", b"SQLite format 3\0" + bytes(5000)])
def test_whatever_is_replaced_is_kept_as_it_is(bank: Path, older: Path, damage: bytes) -> None:
    bank.write_bytes(damage)
    kept = restore(older, bank)
    assert kept is not None
    assert kept.read_bytes() == damage
    assert rows(bank) == rows(older)


def test_a_change_cut_off_in_the_replaced_bank_does_not_undo_the_restore(
    bank: Path, older: Path, tmp_path: Path
) -> None:
    before = rows(bank)
    (tmp_path / "torn").mkdir()
    target = torn(bank, tmp_path / "torn", bank.name)
    kept = restore(older, target)
    assert kept is not None
    assert rows(target) == rows(older)
    assert rows(kept) == before, "and in the bank that is kept the change is undone"


def test_a_journal_left_in_the_place_of_the_bank_would_undo_a_plain_copy(
    bank: Path, older: Path, tmp_path: Path
) -> None:
    (tmp_path / "torn").mkdir()
    target = torn(bank, tmp_path / "torn", bank.name)
    shutil.copy(older, target)
    try:
        assert rows(target) != rows(older)
    except DamagedBank:
        assert target.read_bytes() != older.read_bytes()


def test_a_journal_without_its_bank_does_not_undo_the_restore(bank: Path, older: Path, tmp_path: Path) -> None:
    (tmp_path / "torn").mkdir()
    target = torn(bank, tmp_path / "torn", bank.name)
    target.unlink()
    assert restore(older, target) is None
    assert rows(target) == rows(older)
    assert list(contents(target.parent)) == [target.name]


def test_a_journal_that_could_not_be_ended_stays_with_its_bank(
    bank: Path, older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = rows(bank)
    (tmp_path / "torn").mkdir()
    target = torn(bank, tmp_path / "torn", bank.name)
    halves = target.read_bytes(), journal_of(target).read_bytes()
    monkeypatch.setattr(storage_backup, "_held", nullcontext)  # as where the replaced file can't be written
    kept = restore(older, target)
    assert kept is not None
    assert (kept.read_bytes(), journal_of(kept).read_bytes()) == halves
    assert not journal_of(target).exists()
    assert rows(target) == rows(older)
    assert rows(kept) == before


def test_a_bank_that_is_being_written_is_not_replaced(bank: Path, older: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_MS", 50)
    before = bank.read_bytes()
    with closing(raw(bank)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(BankBusy):
            restore(older, bank)
    assert bank.read_bytes() == before
    assert [name for name in contents(bank.parent) if "restore" in name or ".part" in name] == []
    restore(older, bank)
    assert rows(bank) == rows(older)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its name there")
def test_who_has_the_replaced_bank_open_is_told_at_the_next_change(bank: Path, older: Path) -> None:
    database = Database.open(bank)
    perform(database, MarkThawed((1,)), 1)
    restore(older, bank)
    with pytest.raises(BankMoved):
        perform(database, MarkThawed((1,)), 1)
    database.close()
    assert rows(bank) == rows(older)


def test_a_bank_can_be_restored_from_one_kept_before(bank: Path, older: Path) -> None:
    before = rows(bank)
    kept = restore(older, bank)
    assert kept is not None
    restore(kept, bank)
    assert rows(bank) == before
