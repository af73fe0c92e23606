"""One bit turned over anywhere in the file: nothing crashes, and whatever changed a row is found."""

import random
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

from freezerapp.domain.problems import BankProblem
from freezerapp.storage.database import Database
from freezerapp.storage.verifying import verify_live
from tests.faults.children import faults


def rows_of(bank: Path) -> list[tuple[str, list[tuple[object, ...]]]] | str:
    """Every row of every table as bytes; a word where they can't be read."""
    connection = sqlite3.connect(f"file:{bank}?mode=ro", uri=True)
    connection.text_factory = bytes
    try:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        names = [name.decode() for (name,) in tables.fetchall()]
        rows = [(name, connection.execute(f'SELECT * FROM "{name}"').fetchall()) for name in names]
        schema = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_master").fetchall()
        return [("schema", [(*row[:3], (row[3] or b"").split()) for row in schema]), *rows]
    except (sqlite3.Error, UnicodeDecodeError):
        return "unreadable"
    finally:
        connection.close()


def quick_check_sees(bank: Path) -> bool:
    """Whether SQLite's own quick look finds anything."""
    connection = sqlite3.connect(f"file:{bank}?mode=ro", uri=True)
    try:
        return connection.execute("PRAGMA quick_check").fetchall() != [("ok",)]
    except (sqlite3.Error, UnicodeDecodeError):
        return True
    finally:
        connection.close()


def found_live(bank: Path) -> bool:
    """Whether the verify that people call finds anything, or refuses to look further."""
    try:
        return bool(verify_live(bank))
    except BankProblem:
        return True


def test_every_turned_bit_that_changed_a_row_is_found(bank_in_memory: Path, long_form: bool) -> None:
    lot = random.Random(16)
    good = bank_in_memory.read_bytes()
    rows = rows_of(bank_in_memory)
    bank = bank_in_memory.with_name("flipped.freezer")
    seen = Counter[str]()
    missed = []
    for _ in range(3_000 if long_form else 200):
        at, bit = lot.randrange(len(good)), lot.randrange(8)
        while not good[at] and lot.random() < 0.95:  # most of a page is empty, and nothing is lost there
            at = lot.randrange(len(good))
        bad = bytearray(good)
        bad[at] ^= 1 << bit
        bank.write_bytes(bad)
        changed, found = rows_of(bank) != rows, faults(bank)
        assert found_live(bank) or not found
        try:
            Database.open(bank).close()
        except BankProblem:
            seen["refused at opening"] += 1
        assert bank.read_bytes() == bad
        assert {file.name for file in bank.parent.iterdir()} == {bank_in_memory.name, bank.name}
        seen["changed"] += changed
        seen["found"] += changed and bool(found)
        seen["quick_check alone"] += changed and quick_check_sees(bank)
        if changed and not found:
            missed.append((at, bit))
    assert missed == []
    assert seen["changed"] > 50
    assert seen["found"] == seen["changed"]
    assert seen["quick_check alone"] < seen["found"] / 2, "then the other checks would not be needed"
    print(dict(seen))


def test_a_turned_bit_in_any_index_is_found(bank_in_memory: Path) -> None:
    """No row changes, but what is looked up there would be missed; the quick look does not see it."""
    with closing(sqlite3.connect(bank_in_memory)) as connection:
        sql = "SELECT name, rootpage FROM sqlite_master WHERE type = 'index' AND rootpage > 0"
        roots = dict(connection.execute(sql))
        size = connection.execute("PRAGMA page_size").fetchone()[0]
    good, missed, unseen, turned = bank_in_memory.read_bytes(), list[str](), 0, 0
    for name, root in roots.items():
        page = good[(root - 1) * size : root * size]
        if page[3:5] == b"\0\0":
            continue  # nothing in it yet
        bad = bytearray(good)
        bad[(root - 1) * size + len(page.rstrip(b"\0")) - 1] ^= 1
        bank_in_memory.write_bytes(bad)
        turned += 1
        unseen += not quick_check_sees(bank_in_memory)
        missed += [] if faults(bank_in_memory) else [name]
    assert missed == []
    assert turned > 10
    assert unseen > turned / 2
