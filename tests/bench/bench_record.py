"""What the record costs: one move, a code to its place, a box opened, the chain walked, against the bare SQL.

Run it: ``.venv/bin/python tests/bench/bench_record.py``. CPU time; both sides with the same pragmas, on copies
of one demonstration bank.
"""

import hashlib
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from freezerapp.commands.command import perform
from freezerapp.commands.demonstration.build import build
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.domain.barcode import code_key
from freezerapp.domain.custody import first_link
from freezerapp.domain.specimen import Spot
from freezerapp.storage import audit, sqlite
from freezerapp.storage.database import Database, Reader
from freezerapp.storage.rows.box import box
from freezerapp.storage.rows.found import by_code, found_rows
from freezerapp.storage.rows.storage import Storage, storage
from tests.bench.figures import Figure, cpu, memory, show

TUBES = 53_510
MOVES = 60


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as folder:
        bank = Path(folder) / "bank.freezer"
        build(bank, TUBES)
        figures = [one_move(Path(folder), bank), code_to_place(bank), open_a_box(bank), chain(bank)]
    show(figures)
    print(f"most memory: {memory():.0f} MB")


def in_turn(ours: Callable[[int], object], bare: Callable[[int], object], rounds: int) -> tuple[float, float]:
    """The medians of both, measured in turn so that a busy machine slows both."""
    spent: tuple[list[float], list[float]] = [], []
    for number in range(rounds):
        for job, times in zip((ours, bare), spent, strict=True):
            started = time.process_time()
            job(number)
            times.append(time.process_time() - started)
    return statistics.median(spent[0]), statistics.median(spent[1])


def one_move(folder: Path, bank: Path) -> Figure:
    """The same statements, with the same values, by sqlite3 alone: they are recorded from a real move."""
    ours_file, bare_file = folder / "ours.freezer", folder / "bare.freezer"
    shutil.copy(bank, ours_file)
    database = Database.open(ours_file)
    with database.reading() as reader:
        tree = storage(reader)
        homes = [key for key in tree.boxes if tree.containers[key].free >= 2 and tree.containers[key].used]
        first, second = homes[0], next(key for key in homes[1:] if tree.unit_of(key) == tree.unit_of(homes[0]))
        tube = next(t for t in box(reader, first).tubes if t.status == "stored" and not t.holds)
        free = free_places(tree, reader, second)
    home, away, elsewhere = Spot(first, tube.row, tube.column), free[0], free[1]
    shutil.copy(bank, bare_file)
    said: list[list[str]] = []
    with database._writer.connect() as connection:  # type: ignore[union-attr]
        bare_connection = connection.connection.dbapi_connection
    recorded: list[str] = []
    bare_connection.set_trace_callback(recorded.append)  # type: ignore[union-attr]
    for number in range(MOVES):
        recorded.clear()
        perform(database, MoveTubes((Move(tube.id, away if number % 2 == 0 else home),)), 1)
        said.append(_once(recorded))
    bare_connection.set_trace_callback(None)  # type: ignore[union-attr]
    database.close()
    shutil.copy(bank, ours_file)
    database = Database.open(ours_file)
    bare = sqlite.connect(bare_file)
    sqlite.settle_writer(bare)
    perform(database, MoveTubes((Move(tube.id, elsewhere),)), 1)
    perform(database, MoveTubes((Move(tube.id, home),)), 1)

    def ours_move(number: int) -> None:
        perform(database, MoveTubes((Move(tube.id, away if number % 2 == 0 else home),)), 1)

    def bare_move(number: int) -> None:
        for sql in said[number]:
            bare.execute(sql).fetchall()

    ours, limit = in_turn(ours_move, bare_move, MOVES)
    database.close()
    bare.close()
    return Figure("one move committed, events included", ours, limit, 3.2, 1.5)


def free_places(tree: Storage, reader: Reader, key: int) -> list[Spot]:
    """Where nothing stands in a box, in fill order."""
    taken = {(t.row, t.column) for t in box(reader, key).tubes}
    return [Spot(key, *cell) for cell in tree.containers[key].layout.positions() if tuple(cell) not in taken]


def _once(recorded: list[str]) -> list[str]:
    """The statements of a trace; an INSERT under a trigger is told twice."""
    kept: list[str] = []
    for sql in recorded:
        if not (sql.startswith("--") or (kept and kept[-1] == sql and sql.startswith("INSERT"))):
            kept.append(sql)
    return kept


def code_to_place(bank: Path) -> Figure:
    database = Database.open(bank)
    with database.reading() as reader:
        tree = storage(reader)
        codes = [
            row[0]
            for row in reader.connection.exec_driver_sql(
                "SELECT barcode FROM specimen WHERE status = 'stored' AND id % 97 = 0 LIMIT 400"
            )
        ]
        raw = reader.connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)

        def ours(number: int) -> None:
            found = by_code(reader, codes[number])
            assert found is not None
            assert found_rows(reader, [found.id], tree)[0].path

        def bare(number: int) -> None:
            row = raw.execute(
                "WITH RECURSIVE up(id, name, depth) AS ("
                'SELECT b.id, b.name || " " || p."row" || "," || p."column", 0 FROM code c '
                "JOIN place p ON p.specimen_id = c.owner_id AND p.use = 'here' "
                "JOIN container b ON b.id = p.container_id WHERE c.key = ? "
                "UNION ALL SELECT b.id, b.name, depth + 1 FROM up JOIN place p ON p.child_id = up.id "
                "AND p.use = 'here' "
                "JOIN container b ON b.id = p.container_id) "
                "SELECT s.barcode, m.code, t.code, v.code, s.amount, s.unit, s.status, "
                "(SELECT group_concat(name, ' > ') FROM (SELECT name FROM up ORDER BY depth DESC)) "
                "FROM code c JOIN specimen s ON s.id = c.owner_id JOIN material m ON m.id = s.material_id "
                "LEFT JOIN collection k ON k.id = s.collection_id LEFT JOIN participant t ON t.id = k.participant_id "
                "LEFT JOIN moment v ON v.id = k.moment_id WHERE c.key = ?",
                (code_key(codes[number]),) * 2,
            ).fetchone()
            assert row[7]

        result = in_turn(ours, bare, len(codes))
    database.close()
    return Figure("code → tube and path", *result, 5, 2, "the tree is at hand")


def open_a_box(bank: Path) -> Figure:
    database = Database.open(bank)
    with database.reading() as reader:
        tree = storage(reader)
        boxes = [key for key in tree.boxes if tree.containers[key].tubes > 60 and tree.containers[key].total == 81]
        raw = reader.connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        sql = (
            'SELECT s.id, s.barcode, s.status, m.code, t.code, v.code, s.amount, s.unit, s.thaws, p."row", '
            'p."column", p.use, p.known, s.parent_id FROM place p LEFT JOIN specimen s ON s.id = p.specimen_id '
            "LEFT JOIN material m ON m.id = s.material_id LEFT JOIN collection k ON k.id = s.collection_id "
            "LEFT JOIN participant t ON t.id = k.participant_id LEFT JOIN moment v ON v.id = k.moment_id "
            'WHERE p.container_id = ? ORDER BY p."row", p."column"'
        )
        holds = (
            "SELECT DISTINCT h.specimen_id, h.kind FROM hold h JOIN place p ON p.specimen_id = h.specimen_id "
            "WHERE p.container_id = ? AND p.use IN ('here', 'home')"
        )

        def ours(number: int) -> None:
            assert box(reader, boxes[number]).tubes

        def bare(number: int) -> None:
            assert raw.execute(sql, (boxes[number],)).fetchall()
            raw.execute(holds, (boxes[number],)).fetchall()

        for number in range(min(50, len(boxes))):
            ours(number)
            bare(number)
        result = in_turn(ours, bare, min(200, len(boxes)))
    database.close()
    return Figure("open a box, 81 tubes, data ready", *result, 1.5, 1.2)


def chain(bank: Path) -> Figure:
    database = Database.open(bank)
    with database.reading() as reader:
        raw = reader.connection.connection.dbapi_connection
        assert isinstance(raw, sqlite3.Connection)
        events = raw.execute("SELECT count(*) FROM event").fetchone()[0]

        def ours() -> None:
            assert not list(audit.chain(reader.connection, database.uuid))

        def bare() -> None:
            prev = first_link(database.uuid)
            for _, payload, _, _ in raw.execute("SELECT seq, payload, prev, hash FROM event ORDER BY seq"):
                prev = hashlib.sha256(prev + payload.encode()).digest()

        spent = [(cpu(ours), cpu(bare)) for _ in range(3)]
    database.close()
    return Figure(
        "verify, chain only", min(o for o, _ in spent), min(b for _, b in spent), 2.2, 1.5, f"{events:,} events"
    )


if __name__ == "__main__":
    main()
