"""Both ways of making a bank give the same file, and an older one is brought up whole or not at all.

After a change of the schema: ``python -m tests.storage.test_migrations > tests/golden/schema.sql``
"""

import lzma
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from freezerapp.domain.problems import DamagedBank, FileExists, NewerBank
from freezerapp.storage import migrating, sqlite, whole_schema
from freezerapp.storage.database import Database
from freezerapp.storage.verifying import guards_of, verify
from tests.build import everything, raw
from tests.filled import a_filled_bank

ROOT = Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests" / "golden" / "schema.sql"


def dump(path: Path) -> str:
    """All that a file is made of, but its rows: marks, tables, indexes, triggers, in one written form."""
    with closing(raw(path)) as connection:
        marks = [
            f"PRAGMA {name}={connection.execute(f'PRAGMA {name}').fetchone()[0]};"
            for name in ("application_id", "user_version", "page_size", "encoding")
        ]
        version = connection.execute("SELECT version_num FROM alembic_version").fetchall()
        made = sorted(guards_of(connection).items())
    return "\n".join([*marks, f"-- version {version}", *(_lines(sql) for _, sql in made), ""])


def _lines(sql: str) -> str:
    """A line for each column and constraint."""
    depth, text = 0, ""
    for sign in sql:
        depth += {"(": 1, ")": -1}.get(sign, 0)
        text += ",\n   " if sign == "," and depth == 1 else sign
    return f"{text};"


def older(path: Path) -> Path:
    """A bank's file from before the first version: marked as one, with nothing in it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        connection.execute(
            "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, "
            "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
        )
    return path


def test_a_bank_just_made_is_as_in_the_golden_dump(tmp_path: Path) -> None:
    migrating.create(tmp_path / "made.freezer")
    assert dump(tmp_path / "made.freezer") == GOLDEN.read_text(encoding="utf-8")


def test_a_bank_made_by_its_versions_is_as_in_the_golden_dump(tmp_path: Path) -> None:
    path = older(tmp_path / "old.freezer")
    migrating.upgrade(path)
    assert dump(path) == GOLDEN.read_text(encoding="utf-8")


def test_the_golden_dump_would_show_a_missing_guard(tmp_path: Path) -> None:
    path = tmp_path / "made.freezer"
    migrating.create(path)
    for kind, name in (("TRIGGER", "event_never_updated"), ("INDEX", "place_child_here_once")):
        with closing(raw(path)) as connection:
            connection.execute(f"DROP {kind} {name}")
        assert name in GOLDEN.read_text(encoding="utf-8")
        assert name not in dump(path)


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection", "ignore:autogenerate skipping")
def test_the_tables_of_the_program_and_of_the_versions_are_the_same(tmp_path: Path) -> None:
    path = older(tmp_path / "old.freezer")
    migrating.upgrade(path)
    engine = sqlite.reader_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences = compare_metadata(context, whole_schema.metadata)
    engine.dispose()
    assert [each for each in differences if "collection_once" not in str(each)] == []


def test_a_copy_is_kept_of_what_was_there_before(tmp_path: Path) -> None:
    path = older(tmp_path / "old.freezer")
    before = path.read_bytes()
    kept = migrating.upgrade(path)
    assert kept.name.startswith("old.freezer.before-upgrade-20")
    assert kept.read_bytes()[100:] == before[100:]
    with closing(raw(kept)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_bank_of_the_first_version_is_brought_up_with_its_history_whole(tmp_path: Path) -> None:
    path = tmp_path / "first.freezer"
    path.write_bytes(lzma.decompress((GOLDEN.parent / "bank-0001.freezer.xz").read_bytes()))
    with closing(raw(path)) as connection:
        history = connection.execute("SELECT * FROM event ORDER BY seq").fetchall()
    migrating.upgrade(path)
    assert dump(path) == GOLDEN.read_text(encoding="utf-8")
    with closing(raw(path)) as connection:
        assert connection.execute("SELECT * FROM event ORDER BY seq").fetchall() == history
    assert list(verify(path)) == []


def test_nothing_is_made_over_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "there.freezer"
    path.write_bytes(b"precious")
    with pytest.raises(FileExists):
        migrating.create(path)
    assert path.read_bytes() == b"precious"


STEPS = (
    'op.add_column("specimen", sa.Column("shade", sa.Text()))',
    "op.execute(\"UPDATE specimen SET shade = 'dark'\")",
    'op.create_index("specimen_by_shade", "specimen", ["shade"])',
    'op.execute("CREATE TABLE lamp (id INTEGER PRIMARY KEY) STRICT")',
    'op.execute("DROP TABLE attachment")',
    'op.execute("DELETE FROM code")',
)
NEXT = """
import os, signal
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = "0002"


def upgrade() -> None:
    {steps}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    bank = a_filled_bank(tmp_path)
    bank.close()
    return bank.path


def a_next_version(folder: Path, *steps: str) -> None:
    """The versions there are, and one more that takes these steps; in a folder of their own."""
    shutil.copytree(Path(migrating.__file__).parent / "migrations", folder / "migrations")
    text = NEXT.format(steps="\n    ".join(steps))
    (folder / "migrations" / "versions" / "next.py").write_text(text, encoding="utf-8")


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program whose next version is written by ``a_next_version`` into the folder given."""
    folder = tmp_path / "program"
    folder.mkdir()
    monkeypatch.setattr(sqlite, "SCHEMA_VERSION", sqlite.SCHEMA_VERSION + 1)
    return folder


def use(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setattr(migrating, "__file__", str(folder / "migrating.py"))


def state(path: Path) -> tuple[object, ...]:
    with closing(raw(path)) as connection:
        version = connection.execute("PRAGMA user_version").fetchone()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        return version, guards_of(connection), everything(connection)


def test_an_older_bank_is_brought_up_and_its_history_is_unchanged(
    bank: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    version, guards, rows = state(bank)
    a_next_version(next_version, *STEPS[:4])
    use(monkeypatch, next_version)
    kept = migrating.upgrade(bank, "next")
    assert state(kept) == (version, guards, rows)
    _, now, there = state(bank)
    assert isinstance(guards, dict)
    assert isinstance(now, dict)
    assert isinstance(there, dict)
    assert isinstance(rows, dict)
    assert set(now) - set(guards) == {"index specimen_by_shade", "table lamp"}
    assert set(guards) - set(now) == set()
    assert there["event"] == rows["event"]
    assert there["operation"] == rows["operation"]
    assert {row[-1] for row in there["specimen"]} == {"dark"}
    assert there["alembic_version"] == [("next",)]
    with closing(raw(bank)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (sqlite.SCHEMA_VERSION,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("done", range(len(STEPS) + 1))
def test_a_version_that_fails_after_any_step_leaves_the_old_file_whole(
    bank: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch, done: int
) -> None:
    before = state(bank)
    a_next_version(next_version, *STEPS[:done], 'raise ValueError("stumbled")')
    use(monkeypatch, next_version)
    with pytest.raises(ValueError, match="stumbled"):
        migrating.upgrade(bank, "next")
    assert state(bank) == before


def test_a_version_that_leaves_references_to_nothing_is_undone(
    bank: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(bank)
    a_next_version(next_version, 'op.execute("DELETE FROM material")')
    use(monkeypatch, next_version)
    with pytest.raises(DamagedBank) as caught:
        migrating.upgrade(bank, "next")
    assert caught.value.what == "4 rows refer to nothing"
    assert state(bank) == before


KILLED = """
import sys
from pathlib import Path
from freezerapp.storage import migrating, sqlite
sqlite.SCHEMA_VERSION += 1
migrating.__file__ = sys.argv[2]
migrating.upgrade(Path(sys.argv[1]), "next")
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no kill -9 here")
@pytest.mark.parametrize("done", [0, 3, len(STEPS)])
def test_a_version_that_is_killed_leaves_the_old_file_whole(bank: Path, tmp_path: Path, done: int) -> None:
    before = state(bank)
    folder = tmp_path / "program"
    folder.mkdir()
    spill = 'op.execute("PRAGMA cache_spill=1")' if done == len(STEPS) else "pass"
    a_next_version(folder, spill, *STEPS[:done], "os.kill(os.getpid(), signal.SIGKILL)")
    words = [sys.executable, "-c", KILLED, str(bank), str(folder / "migrating.py")]
    told = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert told.returncode == -signal.SIGKILL, told.stderr
    Database.open(bank).close()
    assert state(bank) == before


def test_a_version_that_is_not_in_one_transaction_would_leave_half_of_it(
    bank: Path, next_version: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tests above can fail: here the writer commits each statement by itself."""
    before = state(bank)
    a_next_version(next_version, *STEPS[:2], 'raise ValueError("stumbled")')
    use(monkeypatch, next_version)
    whole = sqlite._engine

    def loose(path: Path, mode: str, prepare: object, begin: str, size: int) -> object:
        return whole(path, mode, sqlite.settle_writer, "SELECT 1", size)

    monkeypatch.setattr(sqlite, "_engine", loose)
    with pytest.raises(ValueError, match="stumbled"):
        migrating.upgrade(bank, "next")
    assert state(bank) != before


def test_a_newer_bank_is_refused_and_left_as_it_is(bank: Path) -> None:
    with closing(raw(bank)) as connection:
        connection.execute(f"PRAGMA user_version={sqlite.SCHEMA_VERSION + 1}")
    before = bank.read_bytes()
    with pytest.raises(NewerBank) as caught:
        Database.open(bank)
    assert caught.value.path == str(bank)
    assert bank.read_bytes() == before
    assert [each.name for each in bank.parent.iterdir()] == [bank.name]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        migrating.create(Path(made, "golden.freezer"))
        sys.stdout.write(dump(Path(made, "golden.freezer")))
