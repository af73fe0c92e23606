"""Opening a file: what is wrong with it is said before the first write, and the file stays as it is."""

import os
import shutil
import sqlite3
import sys
import tempfile
import traceback
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from freezerapp.commands.command import perform
from freezerapp.commands.mark import MarkThawed
from freezerapp.domain.problems import (
    BankMoved,
    CannotRead,
    DamagedBank,
    NewerBank,
    NoSuchFile,
    NotABank,
    OnNetworkShare,
    Problem,
    ReadOnlyBank,
)
from freezerapp.storage import opening, sqlite
from freezerapp.storage.database import Database
from freezerapp.storage.verifying import verify
from tests.build import Row, a_bank, a_box, a_tube, everything, raw
from tests.filled import tamper
from tests.torn import journal_of, torn


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A closed bank with a box and a tube, alone in its folder."""
    folder = tmp_path / "bank"
    folder.mkdir()
    made = a_bank(folder)
    a_tube(made, in_=a_box(made), at="A1")
    made.close()
    (folder / "bank.freezer-journal").unlink(missing_ok=True)
    return made.path


@contextmanager
def untouched(folder: Path) -> Iterator[None]:
    """What is done inside changes no file in this folder and leaves none behind."""
    before = {path: path.read_bytes() for path in folder.iterdir() if path.is_file()}
    yield
    assert {path: path.read_bytes() for path in folder.iterdir() if path.is_file()} == before


def refused(path: Path, problem: type[Problem]) -> Problem:
    """The problem that opening this file raises, exactly of this kind; the file stays as it is."""
    with untouched(path.parent), pytest.raises(problem) as caught:
        Database.open(path)
    assert type(caught.value) is problem
    return caught.value


# What is no bank


def _other_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE bank (uuid TEXT)")


def _workbook(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("xl/workbook.xml", "<workbook/>" * 1000)


STRANGERS: dict[str, Callable[[Path], object]] = {
    "an empty file": lambda path: path.touch(),
    "a text": lambda path: path.write_text("barcode;position\n" * 500, encoding="utf-8"),
    "a short text": lambda path: path.write_text("x", encoding="utf-8"),
    "the beginning of a database": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "a workbook": _workbook,
    "the database of another program": _other_database,
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.parametrize("kind", STRANGERS)
def test_what_is_no_bank_is_refused_and_left_alone(tmp_path: Path, kind: str) -> None:
    STRANGERS[kind](tmp_path / "stranger.freezer")
    refused(tmp_path / "stranger.freezer", NotABank)


def test_a_file_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    refused(tmp_path / "nothing.freezer", NoSuchFile)


def test_a_bank_of_a_newer_program_is_refused(bank: Path) -> None:
    tamper(bank, f"PRAGMA user_version = {sqlite.SCHEMA_VERSION + 1}")
    refused(bank, NewerBank)


def test_a_newer_bank_is_not_called_damaged_whatever_is_in_it(bank: Path) -> None:
    tamper(bank, "DROP TABLE place", "PRAGMA user_version = 7")
    refused(bank, NewerBank)


def test_a_version_that_never_was_is_not_brought_forward(bank: Path) -> None:
    tamper(bank, "PRAGMA user_version = 0")
    refused(bank, DamagedBank)


# Damage


def test_a_turned_bit_in_the_header_is_refused_or_changes_nothing(bank: Path, long_form: bool) -> None:
    good, rows = bank.read_bytes(), _rows(bank)
    opened = 0
    for at in range(100):
        for bit in range(8) if long_form else {at % 8, (5 * at + 3) % 8}:
            bad = bytearray(good)
            bad[at] ^= 1 << bit
            bank.write_bytes(bad)
            with untouched(bank.parent):
                try:
                    Database.open(bank).close()
                except (DamagedBank, NotABank, NewerBank):
                    continue
                opened += 1
                assert list(verify(bank)) or _rows(bank) == rows
    assert opened > 20, "some of the header is free, or for others"


def _rows(bank: Path) -> dict[str, list[Row]]:
    with closing(raw(bank)) as connection:
        return everything(connection)


def test_a_bank_is_damaged_when_pages_are_missing_or_added(bank: Path) -> None:
    good = bank.read_bytes()
    lengths = [*range(4096, len(good), 5 * 4096), 4097, len(good) // 2 + 100, len(good) - 1, len(good) + 1]
    for length in [*lengths, len(good) + 4096, 2 * len(good)]:
        bank.write_bytes(good[:length].ljust(length, b"\0"))
        refused(bank, DamagedBank)
    for length in (99, 512, 2000):
        bank.write_bytes(good[:length])
        refused(bank, DamagedBank)


@pytest.mark.parametrize("table", ["sqlite_master", "bank", "event"])
def test_a_bank_whose_most_needed_pages_were_wiped_is_damaged(bank: Path, table: str) -> None:
    with closing(raw(bank)) as connection:
        found = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    start = (found[0] - 1) * 4096 if found else 0
    bad = bytearray(bank.read_bytes())
    bad[start + 100 : start + 4096] = bytes(3996)
    bank.write_bytes(bad)
    refused(bank, DamagedBank)


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        ("UPDATE event SET payload = payload || ' ' WHERE seq = 2", "event 2 was changed"),
        ("UPDATE event SET hash = zeroblob(32) WHERE seq = 3", "event 3 was changed"),
        ("UPDATE event SET prev = zeroblob(32) WHERE seq = 3", "event 3 does not follow"),
        ("UPDATE bank SET uuid = 'another'", "event 1 does not follow"),
        ("DELETE FROM bank", "no bank in it"),
    ],
)
def test_a_bank_whose_newest_history_does_not_hang_together_is_damaged(bank: Path, statement: str, what: str) -> None:
    guards = ("event_never_updated", "bank_never_deleted")
    tamper(bank, statement, without=guards)
    problem = refused(bank, DamagedBank)
    assert isinstance(problem, DamagedBank)
    assert problem.what.startswith(what)


def test_a_bank_without_one_of_its_tables_is_damaged(bank: Path) -> None:
    tamper(bank, "DROP TABLE event")
    refused(bank, DamagedBank)


# A change that was cut off


def test_a_change_that_was_cut_off_is_undone_at_opening(bank: Path, tmp_path: Path) -> None:
    before = bank.read_bytes()
    hot = torn(bank, tmp_path)
    database = Database.open(hot)
    with database.reading() as reader:
        assert reader.connection.exec_driver_sql("SELECT thaws FROM specimen").scalar_one() == 0
    database.close()
    assert hot.read_bytes() == before
    journal = journal_of(hot)
    assert not journal.exists() or journal.stat().st_size == 0


def test_without_its_journal_the_cut_off_change_would_be_seen(bank: Path, tmp_path: Path) -> None:
    hot = torn(bank, tmp_path)
    journal_of(hot).unlink()
    refused(hot, DamagedBank)


# Without the right to write

unix_rights = pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")


def as_somebody(act: Callable[[], None]) -> None:
    """Do it in a child that is not root: root may write whatever the rights say."""
    child = os.fork()
    if not child:
        try:
            if os.geteuid() == 0:
                os.setgroups([])
                os.setgid(65534)
                os.setuid(65534)
            act()
        except BaseException:
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


@pytest.fixture
def in_the_open(bank: Path) -> Iterator[Path]:
    """The bank where anybody may come: test folders themselves are closed to others."""
    with tempfile.TemporaryDirectory(prefix="freezerapp-tests-") as folder:
        Path(folder).chmod(0o755)
        (Path(folder) / "bank").mkdir()
        copy = Path(shutil.copy(bank, Path(folder) / "bank"))
        copy.chmod(0o666)
        copy.parent.chmod(0o777)
        yield copy
        copy.parent.chmod(0o777)


@unix_rights
@pytest.mark.parametrize(
    ("file", "folder"), [(0o444, 0o777), (0o666, 0o555), (0o444, 0o555)], ids=["file", "folder", "both"]
)
def test_a_read_only_bank_is_read_and_refuses_to_be_changed(in_the_open: Path, file: int, folder: int) -> None:
    def look() -> None:
        database = Database.open(in_the_open)
        assert not database.writable
        with database.reading() as reader:
            assert reader.connection.exec_driver_sql("SELECT count(*) FROM specimen").scalar_one() == 1
        assert database.poll() is None
        with pytest.raises(ReadOnlyBank), database.transaction("thaw", 1):
            raise AssertionError("a transaction was begun")
        database.close()

    in_the_open.chmod(file)
    in_the_open.parent.chmod(folder)
    with untouched(in_the_open.parent):
        as_somebody(look)


@unix_rights
def test_a_bank_that_may_not_be_read_is_refused(in_the_open: Path) -> None:
    def look() -> None:
        with pytest.raises(CannotRead):
            Database.open(in_the_open)

    in_the_open.chmod(0o000)
    as_somebody(look)


@unix_rights
def test_a_bank_in_a_folder_that_may_not_be_entered_is_refused(in_the_open: Path) -> None:
    def look() -> None:
        with pytest.raises(CannotRead):
            Database.open(in_the_open)

    in_the_open.parent.chmod(0o000)
    as_somebody(look)


@unix_rights
def test_a_cut_off_change_that_may_not_be_undone_is_no_damage(in_the_open: Path) -> None:
    def look() -> None:
        with pytest.raises(CannotRead):
            Database.open(hot)

    hot = torn(in_the_open, in_the_open.parent)
    in_the_open.parent.chmod(0o555)
    with untouched(in_the_open.parent):
        as_somebody(look)


# Moved under our hands

open_files_move = pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its name there")


def _move(bank: Path) -> None:
    bank.rename(bank.with_name("elsewhere.freezer"))


def _replace(bank: Path) -> None:
    other = bank.with_name("other.freezer")
    shutil.copy(bank, other)
    other.replace(bank)


@open_files_move
@pytest.mark.parametrize("act", [_move, _replace, Path.unlink], ids=["moved", "replaced", "removed"])
def test_a_bank_that_loses_its_name_while_open_takes_no_more_changes(bank: Path, act: Callable[[Path], object]) -> None:
    database = Database.open(bank)
    perform(database, MarkThawed((1,)), 1)
    act(bank)
    with untouched(bank.parent):
        with pytest.raises(BankMoved):
            perform(database, MarkThawed((1,)), 1)
        with pytest.raises(BankMoved):
            database.poll()
        with database.reading() as reader:
            assert reader.connection.exec_driver_sql("SELECT thaws FROM specimen").scalar_one() == 1
    database.close()


@open_files_move
def test_a_bank_that_is_moved_in_the_middle_of_a_change_refuses_it(bank: Path) -> None:
    database = Database.open(bank)
    with pytest.raises(BankMoved), database.transaction("thaw", 1) as ledger:  # noqa: PT012  (its end is refused)
        tube = ledger.one("specimen", 1)
        ledger.save("specimen", tube._replace(thaws=1))
        _move(bank)
    database.close()
    assert not bank.exists()
    moved = Database.open(bank.with_name("elsewhere.freezer"))
    with moved.reading() as reader:
        assert reader.connection.exec_driver_sql("SELECT thaws FROM specimen").scalar_one() == 0
    moved.close()


# On a share

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export/bank /srv/bank nfs4 rw,vers=4.2 0 0
//server/share /mnt/freezer\\040room cifs rw 0 0
/dev/sdb1 /srv/bank/local ext4 rw 0 0
me@host:/ /home/ada/remote fuse.sshfs rw 0 0
/dev/sdc1 /media/usb fuseblk rw 0 0
systemd-1 /net/bank autofs rw,relatime,fd=51 0 0
server:/auto /net/bank nfs rw 0 0
broken line
"""

MAC_MOUNTS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
/dev/disk3s5 on /System/Volumes/Data (apfs, local, journaled)
//ada@server/bank on /Volumes/bank (smbfs, nodev, nosuid, mounted by ada)
server:/export on /Volumes/with (paren) (nfs, asynchronous)
"""


@pytest.mark.parametrize(
    ("path", "system"),
    [
        ("/home/ada/trial.freezer", None),
        ("/srv/bank/trial.freezer", "nfs4"),
        ("/srv/bank/local/trial.freezer", None),
        ("/srv/banking/trial.freezer", None),
        ("/mnt/freezer room/trial.freezer", "cifs"),
        ("/home/ada/remote/deep/below/trial.freezer", "fuse.sshfs"),
        ("/media/usb/trial.freezer", None),
        ("/net/bank/trial.freezer", "nfs"),
    ],
)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="as Linux tells its mounts")
def test_a_share_is_known_by_the_nearest_mount_above_the_file(tmp_path: Path, path: str, system: str | None) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert opening._linux_system(Path(path), mounts) == system


@pytest.mark.parametrize(
    ("path", "system"),
    [
        ("/Library/trial.freezer", None),
        ("/Volumes/bank/trial.freezer", "smbfs"),
        ("/Volumes/banks/trial.freezer", None),
        ("/Volumes/with (paren)/trial.freezer", "nfs"),
    ],
)
def test_a_share_is_known_from_what_macos_prints(path: str, system: str | None) -> None:
    assert opening.mounted_system(MAC_MOUNTS, Path(path)) == system


def test_without_a_list_of_mounts_the_file_counts_as_local(tmp_path: Path) -> None:
    assert opening._linux_system(tmp_path, tmp_path / "nothing") is None


def test_a_bank_on_a_share_is_refused_before_it_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bank.freezer"
    path.write_bytes(b"never looked at")
    monkeypatch.setattr(opening, "network_system", lambda path: "cifs")
    problem = refused(path, OnNetworkShare)
    assert isinstance(problem, OnNetworkShare)
    assert problem.system == "cifs"
