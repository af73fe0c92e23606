"""Several benches on one file: each sees what the others changed, waits for them, and loses nothing."""

import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from freezerapp.commands.arrange import RenameContainer
from freezerapp.commands.bring_in import RegisterTubes
from freezerapp.commands.make_bank import AddOperator
from freezerapp.commands.mark import MarkThawed
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.domain.problems import BankBusy, PositionTaken, Problem, ReadOnlyBank
from freezerapp.domain.specimen import Spot
from freezerapp.storage import database, sqlite
from freezerapp.storage.database import Database
from tests.build import Bank, Bench, a_bank, a_box, a_new_tube, a_tube, hurry, raw, refused

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="BOX")
    for n in range(1, 4):
        a_tube(bank, f"T{n}", in_=box, at=f"A{n}")
    return bank


def move(tube: int, row: int, column: int) -> MoveTubes:
    return MoveTubes((Move(tube, Spot(1, row, column)),))


def test_a_bench_hears_of_what_another_changed_and_once_only(bank: Bank) -> None:
    other = bank.another()
    assert other.database.poll() is None
    done = bank.do(move(2, 5, 5))
    change = other.database.poll()
    assert change is not None
    assert (change.specimens, change.containers, change.foreign) == (frozenset({2}), None, True)
    assert (change.operation_id, change.last_seq) == (done.operation_id, done.change.last_seq)
    assert other.database.poll() is None
    assert other.tube(2).place == Spot(1, 5, 5)


def test_a_bench_does_not_hear_of_what_it_did_itself(bank: Bank) -> None:
    bank.do(move(1, 5, 5))
    assert bank.database.poll() is None
    bank.do(move(1, 6, 6))
    assert bank.database.poll() is None


def test_what_another_did_just_before_is_heard_all_the_same(bank: Bank) -> None:
    other = bank.another()
    assert bank.database.poll() is None
    other.do(move(2, 5, 5))
    bank.do(move(1, 6, 6))
    change = bank.database.poll()
    assert change is not None
    assert change.specimens is not None
    assert 2 in change.specimens
    assert bank.database.poll() is None
    other.do(move(2, 7, 7))
    change = bank.database.poll()
    assert change is not None
    assert change.specimens == frozenset({2})


def test_what_is_neither_tube_nor_container_could_be_anything(bank: Bank) -> None:
    other = bank.another()
    bank.do(AddOperator("Ben"))
    change = other.database.poll()
    assert change is not None
    assert change.specimens is None
    bank.do(RenameContainer(1, "Box one"))
    change = other.database.poll()
    assert change is not None
    assert change.specimens == frozenset()


def test_very_many_changes_count_as_anything(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    other = bank.another()
    tubes = tuple(a_new_tube(f"N{n}") for n in range(database.FOREIGN_EVENTS_AT_MOST + 5))
    bank.do(RegisterTubes(tubes))
    change = other.database.poll()
    assert change is not None
    assert (change.specimens, change.containers, change.foreign) == (None, None, True)
    assert change.last_seq == bank.head()[0]
    assert other.database.poll() is None
    bank.do(MarkThawed((1,)))
    change = other.database.poll()
    assert change is not None
    assert change.specimens == frozenset({1})


def test_another_process_is_heard_too(bank: Bank) -> None:
    assert bank.database.poll() is None
    program = (
        "import sys; from freezerapp.storage.database import Database; "
        "from freezerapp.commands.command import perform; from freezerapp.commands.mark import MarkThawed; "
        "print(perform(Database.open(sys.argv[1]), MarkThawed((3,)), 1).operation_id)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(bank.path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    change = bank.database.poll()
    assert change is not None
    assert (change.specimens, change.operation_id) == (frozenset({3}), int(done.stdout))
    assert bank.tube(3).thaws == 1
    bank.do(MarkThawed((3,)))
    assert bank.findings() == []


def test_a_reader_can_not_write(bank: Bank) -> None:
    before = bank.everything()
    for sql in (
        "UPDATE specimen SET thaws = 5",
        "DELETE FROM place",
        "CREATE TABLE x (y)",
        "DROP TRIGGER event_never_deleted",
    ):
        with pytest.raises(ReadOnlyBank) as caught, bank.database.reading() as reader:
            reader.connection.execute(text(sql))
        assert caught.value.path == str(bank.path)
    assert bank.everything() == before
    with closing(sqlite.connect(bank.path)) as connection:
        assert connection.execute("UPDATE specimen SET thaws = 5").rowcount == 3


def test_readers_see_the_last_committed_state_while_somebody_writes(bank: Bank) -> None:
    other = bank.another()
    with bank.database.transaction("test", 1) as ledger:
        ledger.save("specimen", ledger.one("specimen", 1)._replace(thaws=7))
        with bank.database.reading(), other.database.reading():
            assert bank.tube(1).thaws == other.tube(1).thaws == 0
    assert bank.tube(1).thaws == other.tube(1).thaws == 7


@contextmanager
def held_reader(path: Path) -> Iterator[sqlite3.Connection]:
    """A SELECT read half way, by somebody who takes their time."""
    with closing(raw(path)) as connection:
        cursor = connection.execute("SELECT * FROM event")
        cursor.fetchone()
        yield connection
        cursor.close()


def impatient(bank: Bank, monkeypatch: pytest.MonkeyPatch, busy_ms: int, patience_s: float) -> Bank:
    monkeypatch.setattr(sqlite, "BUSY_MS", busy_ms)
    monkeypatch.setattr(database, "COMMIT_PATIENCE_S", patience_s)
    return bank.another()


def test_a_commit_waits_for_a_reader_and_then_goes_through(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    other = impatient(bank, monkeypatch, busy_ms=10, patience_s=20)
    with ThreadPoolExecutor(1) as pool:
        with held_reader(bank.path):
            waiting = pool.submit(other.do, move(1, 5, 5))
            time.sleep(0.3)
            assert not waiting.done()
        assert waiting.result(timeout=20).kind == "move"
    assert bank.tube(1).place == Spot(1, 5, 5)
    assert bank.findings() == []


def test_a_reader_that_does_not_let_go_is_told_of_and_nothing_is_lost(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = impatient(bank, monkeypatch, busy_ms=10, patience_s=0.2)
    before = bank.everything()
    with held_reader(bank.path):
        with pytest.raises(BankBusy) as caught:
            other.do(move(1, 5, 5))
        assert caught.value.path == str(bank.path)
        assert bank.tube(1).place == Spot(1, 0, 0)
    assert bank.everything() == before
    other.do(move(1, 5, 5))
    assert bank.tube(1).place == Spot(1, 5, 5)
    assert bank.findings() == []


def test_without_patience_the_same_commit_is_lost(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    other = impatient(bank, monkeypatch, busy_ms=10, patience_s=-1)
    with held_reader(bank.path), pytest.raises(BankBusy):
        other.do(move(1, 5, 5))


def test_a_writer_waits_for_another_writer(bank: Bank) -> None:
    other = bank.another()
    with ThreadPoolExecutor(1) as pool:
        with bank.database.transaction("test", 1) as ledger:
            ledger.save("specimen", ledger.one("specimen", 1)._replace(thaws=7))
            waiting = pool.submit(other.do, MarkThawed((1,)))
            time.sleep(0.2)
            assert not waiting.done()
        waiting.result(timeout=20)
    assert bank.tube(1).thaws == 8
    assert bank.findings() == []


def test_a_writer_that_waited_too_long_says_so_and_may_try_again(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    other = impatient(bank, monkeypatch, busy_ms=50, patience_s=0.2)
    with bank.database.transaction("test", 1):
        for _ in range(2):
            with pytest.raises(BankBusy):
                other.do(MarkThawed((1,)))
        assert other.tube(1).thaws == 0
    other.do(MarkThawed((1,)))
    assert bank.tube(1).thaws == 1


def two_at_once(one: Bank, two: Bank) -> list[str]:
    """Two benches that both look before either writes, as far as they are let; what became of each."""
    looked = threading.Barrier(2)

    def work(bank: Bank) -> str:
        try:
            with bank.database.transaction("test", 1) as ledger:
                tube = ledger.one("specimen", 1)
                with suppress(threading.BrokenBarrierError):
                    looked.wait(timeout=0.3)
                ledger.save("specimen", tube._replace(thaws=tube.thaws + 1))
        except Problem as problem:
            return type(problem).__name__
        return "done"

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(work, (one, two)))


def opened(path: Path, make: Callable[[Path], object] | None = None) -> Bank:
    database = Database.open(path, Bench())
    if make is not None:
        database._writer = make(path)  # type: ignore[assignment]
    hurry(database)
    return Bank(path, Bench(), database)


def test_two_writers_that_begin_immediate_both_get_through(bank: Bank) -> None:
    bank.close()
    one, two = opened(bank.path), opened(bank.path)
    two.database.clock.names = 500_000  # type: ignore[attr-defined]
    assert two_at_once(one, two) == ["done", "done"]
    assert one.tube(1).thaws == 2
    assert one.findings() == []


def test_two_writers_that_begin_plainly_do_not(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both have looked, each holds what the other needs, and no waiting helps."""
    monkeypatch.setattr(sqlite, "BUSY_MS", 200)
    monkeypatch.setattr(database, "COMMIT_PATIENCE_S", 0.5)
    bank.close()

    def plain(path: Path) -> object:
        return sqlite._engine(path, "rw", sqlite.settle_writer, "BEGIN", size=1)

    one, two = opened(bank.path, plain), opened(bank.path, plain)
    two.database.clock.names = 500_000  # type: ignore[attr-defined]
    became = two_at_once(one, two)
    assert "BankBusy" in became
    assert one.tube(1).thaws == became.count("done")


def test_of_two_that_want_one_position_one_gets_it_and_the_other_is_told_who(bank: Bank) -> None:
    one, two = bank, bank.another()
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(each.do, move(tube, 8, 8)) for each, tube in ((one, 1), (two, 2))]
        problems = [future.exception() for future in futures]
    (lost,) = [problem for problem in problems if problem is not None]
    assert isinstance(lost, PositionTaken)
    winner = problems.index(None) + 1
    assert (lost.container, lost.position, lost.occupant) == ("BOX", "I9", f"T{winner}")
    assert bank.tube(winner).place == Spot(1, 8, 8)


def test_many_threads_and_benches_move_on_and_every_success_is_one_event(bank: Bank, long_form: bool) -> None:
    rounds = 100 if long_form else 15
    benches = [bank, bank.another(1_000_000), bank.another(2_000_000)]
    before = bank.head()[0]
    problems: list[Problem] = []

    def work(number: int) -> int:
        done = 0
        for step in range(rounds):
            try:
                spot = Spot(1, (step * 7 + number) % 3 + 3, step % 3)
                benches[number % 3].do(MoveTubes((Move(number % 3 + 1, spot),)))
                done += 1
            except Problem as problem:
                problems.append(problem)
        return done

    with ThreadPoolExecutor(6) as pool:
        successes = sum(pool.map(work, range(6)))
    assert bank.head()[0] - before == successes > 0
    assert [problem for problem in problems if isinstance(problem, BankBusy)] == []
    assert len(set(bank.rows('SELECT container_id, "row", "column" FROM place WHERE "use" = \'here\''))) == 3
    assert bank.findings() == []


def test_what_is_read_in_one_go_is_one_state(bank: Bank) -> None:
    other = bank.another()
    with bank.database.reading() as reader:
        first = reader.connection.execute(text("SELECT thaws FROM specimen WHERE id = 1")).fetchall()
        with ThreadPoolExecutor(1) as pool:
            waiting = pool.submit(other.do, MarkThawed((1,)))
            time.sleep(0.15)
            again = reader.connection.execute(text("SELECT thaws FROM specimen WHERE id = 1")).fetchall()
            reader.connection.connection.cursor().execute("ROLLBACK")
            waiting.result(timeout=20)
    assert first == again
    assert bank.tube(1).thaws == 1


def test_a_refused_gesture_is_not_announced(bank: Bank) -> None:
    other = bank.another()
    with refused(bank, PositionTaken):
        bank.do(move(1, 0, 1))
    assert other.database.poll() is None


def test_a_bank_may_be_closed_while_another_thread_looks_for_changes(tmp_path: Path) -> None:
    path = a_bank(tmp_path).path
    for _ in range(30):
        database = Database.open(path)
        begun, ended = threading.Event(), threading.Event()

        def look(bank: Database = database, begun: threading.Event = begun, ended: threading.Event = ended) -> None:
            while not ended.is_set():
                bank.poll()
                begun.set()

        thread = threading.Thread(target=look)
        thread.start()
        begun.wait()
        database.close()
        assert database.poll() is None
        ended.set()
        thread.join()
