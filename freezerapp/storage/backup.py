"""Checked copies of a bank: made under a private name, tried in every way, only then given their name."""

from datetime import UTC, datetime
from pathlib import Path

from freezerapp.domain.problems import DamagedBank, FileExists
from freezerapp.storage import opening
from freezerapp.storage.copying import SIDE_FILES, free_name, private_copy, remove, sync_folder
from freezerapp.storage.faults import said_of
from freezerapp.storage.verifying import verify


def backup(source: Path, target: Path) -> None:
    """Copy a bank to a new file, check the copy in full, then name it. Raises FileExists, DamagedBank, …"""
    opening.inspect(source)
    if target.exists():
        raise FileExists(str(target))
    with said_of(target):
        private = private_copy(source, target.parent, target.name)
        try:
            _check(private)
            if target.exists():
                raise FileExists(str(target))
            private.rename(target)
            sync_folder(target.parent)
        finally:
            remove(private)


def restore(source: Path, target: Path, now: datetime | None = None) -> Path | None:
    """Put a checked copy of ``source`` in the place of ``target``; gives where the replaced file was kept.

    Side files of the replaced bank go with it, since they would undo the restore at the next opening.
    """
    opening.inspect(source)
    with said_of(target):
        private = private_copy(source, target.parent, target.name)
        try:
            _check(private)
            kept = None
            if target.exists():
                moment = (now or datetime.now(UTC)).strftime("%Y-%m-%d-%H%M%S")
                kept = free_name(target.with_name(f"{target.name}.before-restore-{moment}"))
                _set_aside(target, kept)
            private.rename(target)
            sync_folder(target.parent)
            return kept
        finally:
            remove(private)


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
