"""Checked copies of a bank: made under a private name, tried in every way, only then given their name."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from freezerapp.domain.problems import DamagedBank, FileExists
from freezerapp.storage import opening, sqlite
from freezerapp.storage.copying import (
    SIDE_FILES,
    free_name,
    name_newly,
    private_copy,
    remove,
    sync_folder,
)
from freezerapp.storage.faults import said_of
from freezerapp.storage.verifying import verify


def backup(source: Path, target: Path) -> None:
    """Copy a bank to a new file, check the copy in full, then name it. Raises FileExists, DamagedBank, …"""
    with said_of(source):
        opening.inspect(source)
    if target.exists():
        raise FileExists(str(target))
    with said_of(target):
        private = private_copy(source, target.parent, target.name)
        try:
            _check(private, source)
            name_newly(private, target)
            sync_folder(target.parent)
        finally:
            remove(private)


def restore(source: Path, target: Path, now: datetime | None = None) -> Path | None:
    """Put a checked copy of ``source`` in the place of ``target``; gives where the replaced file was kept.

    Side files of the replaced bank go with it, since they would undo the restore at the next opening. At every
    moment the old bank or the new one is whole under its name, or the old one under that by which it is kept.
    Raises BankBusy while somebody is writing what is to be replaced, DamagedBank for a damaged source, …
    """
    with said_of(source):
        opening.inspect(source)
    with said_of(target):
        private = private_copy(source, target.parent, target.name)
        try:
            _check(private, source)
            kept = None
            if target.exists():
                moment = (now or datetime.now(UTC)).strftime("%Y-%m-%d-%H%M%S")
                kept = free_name(target.with_name(f"{target.name}.before-restore-{moment}"))
                shutil.copymode(target, private)
                with _held(target):
                    _set_aside(target, kept)
                    _replace(target, private)
            else:
                _replace(target, private)
            sync_folder(target.parent)
            return kept
        finally:
            remove(private)


def _check(copy: Path, source: Path) -> None:
    found = next(iter(verify(copy)), None)
    if found is not None:
        raise DamagedBank(str(source), f"{found.where} {found.what}")


@contextmanager
def _held(target: Path) -> Iterator[None]:
    """Nobody writes the bank meanwhile; a change that was cut off is undone in it first, if it can be."""
    patience = sqlite.BUSY_MS / 1000
    with closing(sqlite3.connect(sqlite.address(target, "rw"), uri=True, timeout=patience)) as connection:
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.DatabaseError as error:
            if sqlite.is_busy(error):
                raise
        if os.name == "nt":  # where an open file can't be renamed
            connection.close()
        yield


def _set_aside(target: Path, kept: Path) -> None:
    """Give the replaced bank its other name; a journal that could not be ended belongs to it and goes first."""
    for side in SIDE_FILES:
        journal = target.with_name(target.name + side)
        if journal.exists() and journal.stat().st_size:
            shutil.copy2(journal, kept.with_name(kept.name + side))
    target.rename(kept)


def _replace(target: Path, private: Path) -> None:
    for side in SIDE_FILES:
        target.with_name(target.name + side).unlink(missing_ok=True)
    private.replace(target)
