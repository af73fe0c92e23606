"""The disk is full or read-only: what does not fit is refused whole, reading goes on, work too once there is room."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from freezerapp.commands.command import perform
from freezerapp.commands.mark import MarkThawed
from freezerapp.domain.problems import CannotRead, DiskFull, ReadOnlyBank
from freezerapp.storage.backup import backup, restore
from freezerapp.storage.database import Database
from freezerapp.storage.verifying import verify_live
from tests.faults.children import Nursery, Said, faults, history

MB = 1 << 20


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 16 MB in memory."""
    if not sys.platform.startswith("linux"):
        pytest.skip("small disks are made on Linux")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m,mode=755", "small-disk", str(folder)]
    try:
        made = subprocess.run(mount, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no mount here")
    if made.returncode:
        pytest.skip(f"a disk may not be mounted here: {made.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def leave_room(disk: Path, size: int) -> Path:
    """Fill the disk up to so many bytes; gives the file to remove in order to make room."""
    filling = disk / "filling"
    with filling.open("wb") as file:
        while shutil.disk_usage(disk).free > size + MB // 16:
            file.write(bytes(MB // 16))
            file.flush()
    return filling


@pytest.mark.parametrize("batch", [1, 20, 5_000], ids=["tube by tube", "by small lists", "in one large list"])
def test_what_does_not_fit_is_refused_whole_and_work_goes_on_when_there_is_room(
    nursery: Nursery, small_bank: Path, small_disk: Path, batch: int
) -> None:
    bank = Path(shutil.copy(small_bank, small_disk / "bank.freezer"))
    room = leave_room(small_disk, (MB // 4) if batch < 1000 else 2 * MB)
    said, read = Said(), []
    for line in nursery.all_of("fill", bank, batch=batch, room=str(room)):
        said.hear(line)
        read += [line[1]] if line[0] == "read" else []
    assert said.broken == {}
    assert list(said.refused.values()) == ["DiskFull"]
    done = len(said.done) - 1
    assert done >= (1 if batch < 1000 else 0), "there was no room from the beginning"
    assert read == [done * batch, (done + 1) * batch]
    assert set(history(bank)) == set(history(small_bank)) | set(said.done)
    assert faults(bank) == []


def test_a_bank_that_fills_its_disk_without_a_guard_is_seen_to_be_damaged(
    nursery: Nursery, small_bank: Path, small_disk: Path
) -> None:
    bank = Path(shutil.copy(small_bank, small_disk / "bank.freezer"))
    room = leave_room(small_disk, 2 * MB)
    said = Said()
    child = nursery.start("fill", bank, batch=5_000, room=str(room), weak="journal_mode")
    for line in nursery.rest({child}, None):
        said.hear(line)
    assert "DiskFull" in said.refused.values()
    assert faults(bank) != [], "without a journal nothing was found to be wrong: this test sees nothing"


def test_a_copy_that_does_not_fit_is_not_left_half_done(small_bank: Path, small_disk: Path) -> None:
    target = Path(shutil.copy(small_bank, small_disk / "bank.freezer"))
    leave_room(small_disk, MB // 8)
    before = {path.name: path.stat().st_size for path in small_disk.iterdir()}
    with pytest.raises(DiskFull):
        backup(small_bank, small_disk / "copy.freezer")
    with pytest.raises(DiskFull):
        restore(small_bank, target)
    assert {path.name: path.stat().st_size for path in small_disk.iterdir()} == before
    assert target.read_bytes() == small_bank.read_bytes()


def test_a_bank_on_a_disk_that_can_not_be_written_is_read(small_bank: Path, small_disk: Path) -> None:
    bank = Path(shutil.copy(small_bank, small_disk / "bank.freezer"))
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    database = Database.open(bank)
    with database.reading() as reader:
        assert reader.connection.exec_driver_sql("SELECT count(*) FROM specimen").scalar_one() >= 80
    with pytest.raises(ReadOnlyBank):
        perform(database, MarkThawed((1,)), 1)
    database.close()
    assert [path.name for path in small_disk.iterdir()] == ["bank.freezer"]
    assert faults(bank) == []
    assert verify_live(bank) == []
    with pytest.raises(CannotRead):
        backup(bank, small_disk / "copy.freezer")
    with pytest.raises(CannotRead):
        restore(small_bank, bank)
