"""What a parcel of 5,000 tubes costs: handed over in one transaction with its events, and read for the screen.

Run it: ``.venv/bin/python tests/bench/bench_ship.py``. CPU time; both sides with the same pragmas, on copies of one
bank. The same statements, with the same values, by sqlite3 alone: they are written down at a real dispatch.
"""

import shutil
import sys
import tempfile
import time
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

from sqlalchemy.pool import _ConnectionFairy

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from freezerapp.commands.bring_in import BringIn, NewBox, NewTube
from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.command import perform
from freezerapp.commands.make_bank import make_bank
from freezerapp.commands.parties import SaveParty, SetSetting
from freezerapp.commands.ship import MakeShipment
from freezerapp.commands.ship_boxes import AddTransportBoxes, PackageSaid, SetPackages
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes
from freezerapp.commands.ship_send import Dispatch
from freezerapp.commands.shipped import presets
from freezerapp.domain.parcel import Classification, Refrigerant
from freezerapp.domain.party import Party
from freezerapp.storage import sqlite
from freezerapp.storage.database import Database, Reader
from freezerapp.storage.rows.shipments import parcel
from freezerapp.storage.rows.storage import storage
from tests.bench.figures import Figure, memory, show

TUBES = 5_000
LARGE = 10_000
BOX = 81
ROUNDS = 5
DETAILS = (
    ("recipient_id", 2),
    ("classification", Classification.UN3373),
    ("refrigerant", Refrigerant.DRY_ICE),
    ("keep_to", -60),
    ("carrier", "Cold Courier"),
)


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as name:
        folder = Path(name)
        bank = packed(folder / "bank.freezer", TUBES)
        figures = [dispatch(folder, bank), page(packed(folder / "large.freezer", LARGE))]
    show(figures)
    print(f"most memory: {memory():.0f} MB")


def packed(path: Path, count: int) -> Path:
    """A bank with one parcel of so many tubes that is ready to be handed over."""
    database = make_bank(path, "Bench", "Ada")
    box, boxes = presets().types["box-9x9"], -(-count // BOX)
    tubes = [
        NewTube(
            f"MC{n:010d}", "CSF", f"P{n // 12:04d}", f"V{n % 3:02d}", None, 500_000, "µL", f"BX-{n // BOX}", *_at(n)
        )
        for n in range(count)
    ]
    new = [NewBox(f"BX-{n}", f"Box {n}", box.code) for n in range(boxes)]
    made = perform(database, BringIn(tubes, new, [box]), 1).result
    keys = tuple(made.specimens)  # type: ignore[attr-defined]
    perform(database, SaveParty(Party(0, "Bank", phone="1", responsible="A", responsible_phone="2", own=1)), 1)
    perform(database, SaveParty(Party(0, "Lab", phone="3")), 1)
    perform(database, MakeShipment(keys, DETAILS), 1)
    perform(database, AddTransportBoxes(1, presets().types["transport-box-9x9"], boxes), 1)
    perform(database, TakeOut(keys), 1)
    perform(database, PackTubes(1, tuple(map(Packed, keys))), 1)
    perform(database, SetPackages(1, (PackageSaid("box", gross_g=16_000, ice_g=12_000),)), 1)
    perform(database, FinishPacking(1), 1)
    database.close()
    return path


def _at(number: int) -> tuple[int, int]:
    row, column = divmod(number % BOX, 9)
    return row, column


class Heard:
    """A cursor that writes down what it is asked: statement, values, and whether they are many rows."""

    def __init__(self, cursor: Any, said: list[tuple[str, Any, bool]]) -> None:
        self._cursor, self._said = cursor, said

    def execute(self, sql: str, values: Any = ()) -> Any:
        self._said.append((sql, list(values), False))
        return self._cursor.execute(sql, values)

    def executemany(self, sql: str, rows: Iterable[Any]) -> Any:
        listed = [tuple(row) for row in rows]
        self._said.append((sql, listed, True))
        return self._cursor.executemany(sql, listed)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._cursor, name)


def opened(copy: Path) -> Database:
    """The bank open, and looked through as it is before the first write after opening."""
    database = Database.open(copy)
    perform(database, SetSetting("bench", "warm"), 1)
    return database


def statements(copy: Path, before: Path) -> list[tuple[str, Any, bool]]:
    """What SQLite is told while the parcel is handed over; ``before`` becomes the bank as it was then."""
    said: list[tuple[str, Any, bool]] = []
    database = opened(copy)
    shutil.copy(copy, before)
    own = _ConnectionFairy.cursor
    _ConnectionFairy.cursor = lambda self, *more: Heard(own(self, *more), said)  # type: ignore[method-assign, assignment]
    try:
        perform(database, Dispatch(1), 1)
    finally:
        _ConnectionFairy.cursor = own  # type: ignore[method-assign]
    database.close()
    return [each for each in said if each[0].split()[0] not in ("BEGIN", "COMMIT", "ROLLBACK")]


def dispatch(folder: Path, bank: Path) -> Figure:
    """Handing the parcel over, committed, against the same statements on the driver's own execute and executemany."""
    copy, before = Path(shutil.copy(bank, folder / "copy.freezer")), folder / "before.freezer"
    said, spent, bare_spent = statements(copy, before), [], []
    assert sum(len(values) for _, values, many in said if many) > 3 * TUBES
    for _ in range(ROUNDS):
        shutil.copy(bank, copy)
        database = opened(copy)
        started = time.process_time()
        perform(database, Dispatch(1), 1)
        spent.append(time.process_time() - started)
        database.close()
        shutil.copy(before, copy)
        bare = sqlite.connect(copy)
        sqlite.settle_writer(bare)
        started = time.process_time()
        bare.execute("BEGIN IMMEDIATE")
        for sql, values, many in said:
            if many:
                bare.executemany(sql, values)
            else:
                bare.execute(sql, values).fetchall()
        bare.execute("COMMIT")
        bare_spent.append(time.process_time() - started)
        bare.close()
    return Figure(f"{TUBES} tubes dispatched, events included", min(spent), min(bare_spent), 3.2, 1.5)


def page(bank: Path) -> Figure:
    """The longest time that the file is held while a large parcel is read for the screen, against the 50 ms allowed."""
    database = Database.open(bank)
    with database.reading() as reader:
        tree = storage(reader)
    pauses: list[float] = []
    own = Reader.pause

    def heard(reader: Reader) -> int:
        seen = own(reader)
        pauses.append(time.process_time())
        return seen

    Reader.pause = heard  # type: ignore[method-assign]
    longest = []
    for _ in range(ROUNDS):
        pauses[:] = [time.process_time()]
        with database.reading() as reader:
            assert len(parcel(reader, 1, tree).lines) == LARGE
        longest.append(max(after - before for before, after in pairwise(pauses)))
    Reader.pause = own  # type: ignore[method-assign]
    database.close()
    return Figure(f"longest page of a parcel of {LARGE} tubes", min(longest), 0.050, 1.0, 0.5)


if __name__ == "__main__":
    main()
