"""New banks get their tables, older ones are brought to this version: all in one transaction, after a backup."""

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, text

from freezerapp.domain.problems import DamagedBank, FileExists
from freezerapp.storage import sqlite, whole_schema
from freezerapp.storage.copying import keep_beside, remove

HEAD = "0002"
"""The name of the newest version in ``migrations/versions``."""


def create(path: Path) -> None:
    """Make a file with the tables of a bank and nothing in them; raises FileExists rather than write over one."""
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise FileExists(str(path)) from error
    try:
        _make(path)
    except BaseException:
        remove(path)
        raise


def _make(path: Path) -> None:
    bare = sqlite3.connect(path, isolation_level=None)
    try:
        bare.execute("PRAGMA page_size=4096")
        bare.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        bare.execute(f"PRAGMA user_version={sqlite.SCHEMA_VERSION}")
    finally:
        bare.close()
    engine = sqlite.writer_engine(path)
    try:
        with engine.begin() as connection:
            whole_schema.metadata.create_all(connection)
            # Spaced as Alembic writes it, so that both ways of making a bank give the same file.
            connection.execute(
                text(
                    "CREATE TABLE alembic_version ( version_num VARCHAR(32) NOT NULL, "
                    "CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num) )"
                )
            )
            connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})
            sqlite.make_guards(connection.connection)
    finally:
        engine.dispose()


def upgrade(path: Path, target: str = HEAD) -> Path:
    """Bring an older bank to this version; gives the copy that was kept of it beside it.

    A failing step leaves the old file whole. Raises DamagedBank where the result does not hang together.
    """
    kept = keep_beside(path, "before-upgrade")
    connection = sqlite.connect(path)
    connection.close()
    engine = sqlite.writer_engine(path)
    try:
        with engine.connect() as opened:
            # Foreign keys can only be switched outside a transaction; rows are moved about while it runs.
            opened.connection.cursor().execute("PRAGMA foreign_keys=OFF")
            with opened.begin():
                bare: sqlite3.Connection = opened.connection.dbapi_connection  # type: ignore[assignment]
                sqlite.drop_guards(bare)
                run_versions(opened, target)
                sqlite.make_guards(bare)
                broken = bare.execute("PRAGMA foreign_key_check").fetchall()
                if broken:
                    raise DamagedBank(str(path), f"{len(broken)} rows refer to nothing")
                bare.execute(f"PRAGMA user_version={sqlite.SCHEMA_VERSION}")
    finally:
        engine.dispose()
    return kept


def run_versions(connection: Connection, target: str = HEAD) -> None:
    """Run the version files that are missing, on this connection and in its transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    scripts = ScriptDirectory.from_config(config)
    with EnvironmentContext(config, scripts, fn=lambda rev, _: scripts._upgrade_revs(target, rev)) as context:
        context.configure(connection=connection, transactional_ddl=False)
        context.run_migrations()
