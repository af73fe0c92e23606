"""Short builders of banks, boxes and tubes, so that a test says only what it is about.

A bank made here stands on a clock of its own that goes on by a second for each operation; the same steps
give the same history. ``a_bank`` hands out copies of one file that was made once.
"""

import atexit
import json
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.arrange import AddContainers
from freezerapp.commands.bring_in import NewTube, RegisterTubes
from freezerapp.commands.command import Command, Done, perform
from freezerapp.commands.make_bank import AddOperator, make_bank
from freezerapp.domain.access import Role
from freezerapp.domain.container import ContainerType, Holds, Kind
from freezerapp.domain.position import Layout, Position
from freezerapp.domain.preset import Planned
from freezerapp.domain.specimen import Known, Made, Specimen, Spot
from freezerapp.domain.standing import Container
from freezerapp.domain.temperature import Temperature
from freezerapp.storage.audit import Finding
from freezerapp.storage.database import Database
from freezerapp.storage.ledger import load
from freezerapp.storage.verifying import verify

START = 1_710_409_800_000
"""14 March 2024, 09:50 UTC."""
MINUTE = 60_000
Row = tuple[Any, ...]


class Bench:
    """A clock that the test turns: each look is a second later; names are counted, not drawn."""

    def __init__(self, now: int = START, first: int = 1) -> None:
        self.moment, self.names = now, first

    def now(self) -> int:
        self.moment += 1_000
        return self.moment

    def utc_offset(self) -> int:
        return 60

    def uuid(self) -> str:
        self.names += 1
        return str(uuid.UUID(int=self.names, version=4))

    def wait(self, minutes: float) -> None:
        """Let time pass."""
        self.moment += int(minutes * MINUTE)


class Bank:
    """An open bank with what tests ask of it again and again."""

    def __init__(self, path: Path, clock: Bench, database: Database) -> None:
        self.path, self.clock, self.database = path, clock, database
        self.count = 0
        hurry(database)

    def do(self, command: Command, operator: int = 1, uuid: str | None = None) -> Done:
        """Perform a command as one operator, the administrator if nothing is said."""
        return perform(self.database, command, operator, uuid=uuid)

    def undo(self, done: Done, operator: int = 1) -> Done:
        """Take an operation back."""
        assert done.inverse is not None
        return self.do(done.inverse, operator)

    def tube(self, key: int) -> Specimen:
        """A tube as it stands."""
        found: Specimen = self.one("specimen", key)
        return found

    def box(self, key: int) -> Container:
        """A container as it stands."""
        found: Container = self.one("container", key)
        return found

    def one(self, kind: str, key: int) -> Any:
        """A thing of any kind as it stands."""
        with self.database.reading() as reader:
            return load(reader.connection, kind, [key])[key]

    def rows(self, sql: str, *values: object) -> list[Row]:
        """What a statement gives on a connection of its own."""
        with closing(raw(self.path)) as connection:
            return connection.execute(sql, values).fetchall()

    def value(self, sql: str, *values: object) -> Any:
        """The first column of the first row."""
        return self.rows(sql, *values)[0][0]

    def head(self) -> tuple[int, str]:
        """The newest event: its number and hash."""
        seq, here = self.rows("SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1")[0]
        return seq, here.hex()

    def told(self, done: Done | int) -> list[dict[str, Any]]:
        """What history says of an operation: its events, read."""
        key = done if isinstance(done, int) else done.operation_id
        found = self.rows("SELECT payload FROM event WHERE operation_id = ? ORDER BY seq", key)
        return [json.loads(payload) for (payload,) in found]

    def everything(self) -> dict[str, list[Row]]:
        """Every row of every table."""
        with closing(raw(self.path)) as connection:
            return everything(connection)

    def picture(self) -> dict[str, list[Row]]:
        """What people see: all that is not void and where it stands, but not how that is known."""
        return {name: sorted(self.rows(sql), key=repr) for name, sql in _PICTURE.items()}

    def findings(self) -> list[Finding]:
        """What verify finds."""
        return list(verify(self.path))

    def another(self, first: int = 1_000_000) -> "Bank":
        """The same file opened at another bench."""
        clock = Bench(self.clock.moment, first)
        return Bank(self.path, clock, Database.open(self.path, clock))

    def close(self) -> None:
        self.database.close()


def hurry(database: Database) -> None:
    """Do not wait for the disk at each commit: nobody pulls the plug on these tests (others do)."""
    assert database._writer is not None
    with database._writer.connect() as connection:
        connection.connection.cursor().execute("PRAGMA synchronous=OFF")


_PICTURE = {
    "specimen": "SELECT * FROM specimen WHERE status <> 'void'",
    "container": "SELECT * FROM container WHERE status <> 'void'",
    "place": 'SELECT container_id, "row", "column", "use", specimen_id, child_id FROM place',
    "code": "SELECT key, text, kind, owner_kind, owner_id, valid_until FROM code",
    "hold": "SELECT specimen_id, kind, reason FROM hold",
    "field_value": "SELECT * FROM field_value",
    "study": "SELECT * FROM study WHERE void = 0",
    "site": "SELECT * FROM site WHERE void = 0",
    "participant": "SELECT * FROM participant WHERE void = 0",
    "moment": "SELECT * FROM moment WHERE void = 0",
    "collection": "SELECT * FROM collection WHERE void = 0",
    "operator": "SELECT * FROM operator",
    "bank": "SELECT * FROM bank",
    "setting": "SELECT * FROM setting WHERE value <> ''",
    **{
        name: f"SELECT * FROM {name} WHERE void = 0"
        for name in (
            *("party", "shipment", "package", "parcel_box", "shipment_line", "manifest"),
            *("pick_list", "pick_line"),
        )
    },
}


def everything(connection: sqlite3.Connection) -> dict[str, list[Row]]:
    """Every row of every table of a file, in no order of its own."""
    names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return {name: sorted(connection.execute(f'SELECT * FROM "{name}"'), key=repr) for name in names}


def raw(path: Path) -> sqlite3.Connection:
    """A connection as a stranger's program would have it: none of a bank's settings."""
    return sqlite3.connect(path, isolation_level=None, timeout=5)


def a_folder() -> Path:
    """A folder that is gone when the tests are over."""
    folder = Path(tempfile.mkdtemp(prefix="freezerapp-tests-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return folder


@cache
def _template() -> Path:
    path = a_folder() / "template.freezer"
    make_bank(path, "Test bank", "Ada", clock=Bench()).close()
    return path


def a_bank(folder: Path, name: str = "bank") -> Bank:
    """An empty bank with its administrator (operator 1, Ada), its materials and one study."""
    path = folder / f"{name}.freezer"
    shutil.copy(_template(), path)
    clock = Bench(START + MINUTE, 100)
    return Bank(path, clock, Database.open(path, clock))


def an_operator(bank: Bank, name: str = "Ben", role: Role = Role.OPERATOR) -> int:
    """One more person; gives the id."""
    done = bank.do(AddOperator(name, role))
    assert isinstance(done.result, int)
    return done.result


def a_box_type(
    rows: int = 9,
    columns: int | None = None,
    *,
    materials: tuple[str, ...] = (),
    temperature: Temperature | None = None,
    kind: Kind = Kind.BOX,
    absent: tuple[tuple[int, int], ...] = (),
) -> ContainerType:
    """A type that holds tubes; a square if only rows are given."""
    layout = Layout(rows, columns or rows, absent=frozenset(Position(*cell) for cell in absent))
    words = [kind.value, str(rows), str(columns or rows), *materials, temperature or "", len(absent) or ""]
    code = "-".join(str(word) for word in words if word)
    return ContainerType(code, code, kind, layout, Holds.SPECIMENS, materials=materials, temperature=temperature)


def a_shelf_type(
    rows: int = 2,
    columns: int = 3,
    *,
    kind: Kind = Kind.SHELF,
    accepts: tuple[str, ...] = (),
    temperature: Temperature | None = None,
    set_temperature: int | None = None,
) -> ContainerType:
    """A type that holds containers, of any kind if nothing is said."""
    words = [kind.value, str(rows), str(columns), *accepts, temperature or ""]
    code = "-".join(word for word in words if word)
    layout = Layout(rows, columns)
    return ContainerType(code, code, kind, layout, Holds.CONTAINERS, accepts, (), temperature, set_temperature)


def a_container(
    bank: Bank,
    kind: ContainerType,
    name: str | None = None,
    *,
    in_: int | None = None,
    at: str | None = None,
    code: str | None = None,
) -> int:
    """A container of a type, in another one if that is said (at its next free position); gives the id."""
    bank.count += 1
    said = name or f"{kind.kind} {bank.count}"
    spot = spot_of(bank, in_, at) if in_ is not None and at is not None else None
    planned = Planned(0, None, kind.code, said, None, code or said)
    done = bank.do(AddContainers((planned,), (kind,), spot, in_ if at is None else None))
    assert isinstance(done.result, list)
    key: int = done.result[0]
    return key


def a_box(
    bank: Bank,
    rows: int = 9,
    columns: int | None = None,
    *,
    in_: int | None = None,
    at: str | None = None,
    name: str | None = None,
    materials: tuple[str, ...] = (),
    temperature: Temperature | None = None,
) -> int:
    """A box for tubes, standing free or in a shelf; gives the id."""
    kind = a_box_type(rows, columns, materials=materials, temperature=temperature)
    return a_container(bank, kind, name, in_=in_, at=at)


def a_shelf(
    bank: Bank,
    rows: int = 2,
    columns: int = 3,
    *,
    in_: int | None = None,
    at: str | None = None,
    name: str | None = None,
    kind: Kind = Kind.SHELF,
    accepts: tuple[str, ...] = (),
    temperature: Temperature | None = None,
) -> int:
    """Something that holds containers, standing free or in another one; gives the id."""
    made = a_shelf_type(rows, columns, kind=kind, accepts=accepts, temperature=temperature)
    return a_container(bank, made, name, in_=in_, at=at)


def spot_of(bank: Bank, container: int, label: str) -> Spot:
    """The position of a container that has this label."""
    row, column = divmod_label(label)
    return Spot(container, row, column)


def divmod_label(label: str) -> tuple[int, int]:
    """Row and column of ``B3``, counted from 0."""
    return ord(label[0]) - ord("A"), int(label[1:]) - 1


def a_new_tube(barcode: str | None = None, *, at: str | None = None, **facts: Any) -> NewTube:
    """A tube to register; ``box`` is the code of a box, ``at`` a label in it."""
    row, column = divmod_label(at) if at else (None, None)
    said: dict[str, Any] = {"material": "DNA", "row": row, "column": column}
    return NewTube(barcode, **{**said, **facts})


def a_tube(
    bank: Bank,
    barcode: str | None = None,
    *,
    in_: int | None = None,
    at: str | None = None,
    material: str = "DNA",
    parent: str | None = None,
    made_by: Made | None = None,
    amount: int | None = 200_000,
    unit: str | None = "µL",
    known: Known = Known.SCANNED,
    **facts: Any,
) -> int:
    """A tube registered by hand, stored at a label of a box or else expected; gives the id."""
    bank.count += 1
    box = bank.box(in_).code if in_ is not None else None
    new = a_new_tube(
        barcode or f"MC{bank.count:010d}",
        at=at,
        box=box,
        material=material,
        parent=parent,
        made_by=made_by,
        amount=amount,
        unit=unit,
        **facts,
    )
    done = bank.do(RegisterTubes((new,), known=known))
    key: int = done.result.specimens[0]  # type: ignore[attr-defined]
    return key


@contextmanager
def refused(bank: Bank, problem: type[BaseException], **facts: object) -> Iterator[None]:
    """What is done inside is refused with this problem and these facts, and changes nothing at all."""
    before = bank.everything()
    with pytest.raises(problem) as caught:
        yield
    assert type(caught.value) is problem
    told = {name: getattr(caught.value, name) for name in facts}
    assert told == facts
    assert bank.everything() == before


def there_and_back(bank: Bank, command: Command, operator: int = 1) -> Done:
    """Do it, undo it, redo it: each picture is as it was, and verify finds nothing. Gives the first."""
    before = bank.picture()
    done = bank.do(command, operator)
    after = bank.picture()
    assert after != before
    undone = bank.undo(done, operator)
    assert undone.kind == "undo"
    assert bank.picture() == before
    redone = bank.undo(undone, operator)
    assert redone.kind == "redo"
    assert bank.picture() == after
    assert bank.findings() == []
    return done
