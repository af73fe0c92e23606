"""A bank whose writer died in the middle of a change."""

import shutil
from contextlib import closing
from pathlib import Path

from tests.build import raw


def torn(bank: Path, folder: Path, name: str = "torn.freezer") -> Path:
    """A copy of a bank as it lies there when its writer dies between writing pages and ending the journal.

    Pages of the unfinished change are in the file; only the journal beside it can undo them.
    """
    copy = folder / name
    with closing(raw(bank)) as connection:
        connection.execute("PRAGMA cache_size = 1")  # so that pages are written before the commit
        connection.execute("PRAGMA cache_spill = ON")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE specimen SET thaws = thaws + 5")
        connection.execute("CREATE TABLE filling (x)")
        connection.executemany("INSERT INTO filling VALUES (zeroblob(3000))", [()] * 50)
        shutil.copy(bank, copy)
        shutil.copy(bank.with_name(bank.name + "-journal"), journal_of(copy))
    assert copy.read_bytes() != bank.read_bytes(), "no page was written yet: this shows nothing"
    return copy


def journal_of(bank: Path) -> Path:
    """The journal's name."""
    return bank.with_name(bank.name + "-journal")
