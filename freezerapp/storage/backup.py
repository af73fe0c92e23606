"""Checked copies of a bank: made under a private name, tried in every way, only then given their name."""

import os
import secrets
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from freezerapp.domain.problems import DamagedBank, FileExists, NoSuchFile
from freezerapp.storage import opening, sqlite
from freezerapp.storage.database import said_of
from freezerapp.storage.verifying import verify

SIDE_FILES = ("-journal", "-wal", "-shm")


def backup(source: Path, target: Path) -> None:
    """Copy a bank to a new file, check the copy in full, then name it. Raises FileExists, DamagedBank, …"""
    opening.inspect(source)
    if target.exists():
        raise FileExists(str(target))
    with said_of(target):
        private = _copy(source, target.parent, target.name)
        try:
            _check(private)
            if target.exists():
                raise FileExists(str(target))
            private.rename(target)
            _sync_folder(target.parent)
        finally:
            remove(private)


def restore(source: Path, target: Path, now: datetime | None = None) -> Path | None:
    """Put a checked copy of ``source`` in the place of ``target``; gives where the replaced file was kept.

    Side files of the replaced bank go with it, since they would undo the restore at the next opening.
    """
    opening.inspect(source)
    with said_of(target):
        private = _copy(source, target.parent, target.name)
        try:
            _check(private)
            kept = None
            if target.exists():
                moment = (now or datetime.now(UTC)).strftime("%Y-%m-%d-%H%M%S")
                kept = _free_name(target.with_name(f"{target.name}.before-restore-{moment}"))
                _set_aside(target, kept)
            private.rename(target)
            _sync_folder(target.parent)
            return kept
        finally:
            remove(private)


def keep_beside(path: Path, why: str) -> Path:
    """A plain copy of a bank beside it, before something risky; gives its name."""
    if not path.exists():
        raise NoSuchFile(str(path))
    moment = datetime.now(UTC).strftime("%Y-%m-%d-%H%M%S")
    name = _free_name(path.with_name(f"{path.name}.{why}-{moment}"))
    with said_of(path):
        private = _copy(path, path.parent, path.name)
        private.rename(name)
        _sync_folder(path.parent)
    return name


def _copy(source: Path, folder: Path, name: str) -> Path:
    """Copy by the backup API in one step: stepwise, writes of others would make it start again for ever."""
    private = folder / f".{name}.{secrets.token_hex(4)}.part"
    reading = sqlite.connect(source, "ro" if not os.access(source, os.W_OK) else "rw")
    try:
        writing = sqlite3.connect(private, isolation_level=None)
        try:
            reading.backup(writing, pages=-1)
            writing.execute("PRAGMA journal_mode=TRUNCATE")
        finally:
            writing.close()
    except BaseException:
        remove(private)
        raise
    finally:
        reading.close()
    with private.open("rb+") as file:
        os.fsync(file.fileno())
    return private


def _check(copy: Path) -> None:
    found = next(iter(verify(copy)), None)
    if found is not None:
        raise DamagedBank(str(copy), found.what)


def _set_aside(target: Path, kept: Path) -> None:
    for side in SIDE_FILES:
        stale = target.with_name(target.name + side)
        if stale.exists():
            stale.rename(kept.with_name(kept.name + side))
    target.rename(kept)


def _free_name(path: Path) -> Path:
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free


def remove(private: Path) -> None:
    for side in ("", *SIDE_FILES):
        private.with_name(private.name + side).unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name itself last, where the system can do that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
