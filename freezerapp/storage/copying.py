"""Plain copies of a bank under a private name; nothing is checked here."""

import os
import secrets
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from freezerapp.domain.problems import DamagedBank, FileExists, NoSuchFile
from freezerapp.storage import sqlite
from freezerapp.storage.faults import said_of

SIDE_FILES = ("-journal", "-wal", "-shm")


def keep_beside(path: Path, why: str) -> Path:
    """A plain copy of a bank beside it, before something risky; gives its name."""
    if not path.exists():
        raise NoSuchFile(str(path))
    moment = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    name = free_name(path.with_name(f"{path.name}.{why}-{moment}"))
    with said_of(path):
        private = private_copy(path, path.parent, path.name)
        try:
            name_newly(private, name)
        finally:
            remove(private)
        sync_folder(path.parent)
    return name


def private_copy(source: Path, folder: Path, name: str) -> Path:
    """A copy under a private name; raises DamagedBank where the source can't be copied.

    By the backup API in one step: stepwise, writes of others would make it start again for ever.
    """
    private = folder / f".{name}.{secrets.token_hex(4)}.part"
    os.close(os.open(private, os.O_CREAT | os.O_EXCL, 0o600))  # nobody else reads it while it is made
    try:
        try:
            with (
                closing(sqlite.connect(source, "ro" if not os.access(source, os.W_OK) else "rw")) as reading,
                closing(sqlite3.connect(private, isolation_level=None)) as writing,
            ):
                reading.backup(writing, pages=-1)
        except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
            if sqlite.is_damage(error):
                raise DamagedBank(str(source), str(error)) from error
            raise
        with private.open("rb+") as file:
            os.fsync(file.fileno())
        private.chmod(stat.S_IMODE(source.stat().st_mode) | stat.S_IRUSR | stat.S_IWUSR)
    except BaseException:
        remove(private)
        raise
    return private


def name_newly(private: Path, name: Path) -> None:
    """Give a private copy its name; raises FileExists where the name was taken meanwhile."""
    try:
        os.link(private, name)  # a renaming would write over what is there
    except FileExistsError as error:
        raise FileExists(str(name)) from error
    except OSError:  # some disks know no second names
        if name.exists():
            raise FileExists(str(name)) from None
        private.rename(name)
    else:
        private.unlink()


def free_name(path: Path) -> Path:
    """The name itself, or with a number behind it where it is taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def remove(private: Path) -> None:
    """Remove a file and what stands beside it."""
    for side in ("", *SIDE_FILES):
        private.with_name(private.name + side).unlink(missing_ok=True)


def sync_folder(folder: Path) -> None:
    """Make the new name itself last, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
