"""History hangs together: what is changed, taken out, cut off or written anew is found."""

import hashlib
import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.commands.mark import MarkThawed
from freezerapp.domain.custody import first_link, link
from freezerapp.domain.problems import DamagedBank
from freezerapp.storage import opening, sqlite
from freezerapp.storage.audit import Finding
from freezerapp.storage.database import Database
from freezerapp.storage.verifying import verify
from tests.build import raw
from tests.filled import a_filled_bank, tamper

APPEND_ONLY = tuple(name for name in sqlite.TRIGGERS if name.startswith(("event", "operation")))


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bank = a_filled_bank(tmp_path_factory.mktemp("chain"))
    bank.close()
    assert list(verify(bank.path)) == []
    return bank.path


@pytest.fixture
def file(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "copy.freezer"))


def found(file: Path, head: str | None = None) -> list[Finding]:
    return list(verify(file, head))


def head_of(file: Path) -> str:
    with closing(raw(file)) as connection:
        here: bytes = connection.execute("SELECT hash FROM event ORDER BY seq DESC LIMIT 1").fetchone()[0]
    return here.hex()


def test_each_event_stands_on_the_one_before_it_and_the_first_on_the_bank(file: Path) -> None:
    with closing(raw(file)) as connection:
        (uuid,) = connection.execute("SELECT uuid FROM bank").fetchone()
        rows = connection.execute("SELECT seq, payload, prev, hash FROM event ORDER BY seq").fetchall()
    expected = hashlib.sha256(uuid.encode()).digest()
    for number, (seq, payload, prev, here) in enumerate(rows, 1):
        assert (seq, prev) == (number, expected)
        expected = hashlib.sha256(prev + payload.encode("utf-8")).digest()
        assert here == expected
        assert payload == json.dumps(json.loads(payload), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


EVENTS: list[tuple[str, str, str]] = [
    (
        "UPDATE event SET payload = replace(payload, 'T1', 'T7') WHERE seq = {t1}",
        "event {t1}",
        "was changed after it was recorded",
    ),
    (
        "UPDATE event SET payload = payload || ' ' WHERE seq = {t1}",
        "event {t1}",
        "was changed after it was recorded",
    ),
    (
        "UPDATE event SET payload = 'nonsense' WHERE seq = {t1}",
        "event {t1}",
        "was changed after it was recorded",
    ),
    (
        "UPDATE event SET payload = 'nonsense' WHERE seq = {t1}",
        "event {t1}",
        "can't be understood: JSONDecodeError",
    ),
    ("UPDATE event SET payload = '[]' WHERE seq = {t1}", "event {t1}", "can't be understood: TypeError"),
    ("UPDATE event SET payload = '{{}}' WHERE seq = {t1}", "event {t1}", "can't be understood: KeyError"),
    (
        "UPDATE event SET hash = zeroblob(32) WHERE seq = {t1}",
        "event {t1}",
        "was changed after it was recorded",
    ),
    (
        "UPDATE event SET prev = zeroblob(32) WHERE seq = {t1}",
        "event {t1}",
        "does not follow the event before it",
    ),
    ("UPDATE event SET subject_id = 2 WHERE seq = {t1}", "event {t1}", "its subject differs from its text"),
    (
        "UPDATE event SET subject_kind = 'site' WHERE seq = {t1}",
        "event {t1}",
        "its subject differs from its text",
    ),
    (
        "UPDATE event SET operation_id = 2 WHERE seq = {middle}",
        "event {middle}",
        "its operation differs from its text",
    ),
    ("DELETE FROM event WHERE seq = {t1}", "event {t1}", "is not there"),
    ("DELETE FROM event WHERE seq = {t1}", "specimen 1", "has no history"),
    ("DELETE FROM event WHERE operation_id = {alone}", "operation {alone}", "has no event"),
    ("DELETE FROM event WHERE operation_id = {alone}", "tube T1", "thaws differs from what history says"),
    ("DELETE FROM event WHERE seq = {last}", "pick line 2", "has no history"),
    ("UPDATE bank SET uuid = 'another'", "event 1", "does not follow the event before it"),
    ("UPDATE operation SET uuid = 'x' WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET kind = 'x' WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET operator_id = 2 WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET recorded_at = 1 WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET utc_offset_min = 1 WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET done_at = '2019' WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET reason = 'x' WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET undoes_id = 2 WHERE id = 3", "operation 3", "differs from what event"),
    (
        "UPDATE operation SET undoes_id = NULL WHERE undoes_id NOT NULL",
        "operation",
        "differs from what event",
    ),
    ("UPDATE operation SET program_version = '9' WHERE id = 3", "operation 3", "differs from what event"),
    ("UPDATE operation SET id = 900 WHERE id = 3", "event", "its operation differs from its text"),
    (
        "INSERT INTO operation SELECT 900, 'x', kind, 1, 1, 0, NULL, NULL, NULL, '1' FROM operation LIMIT 1",
        "operation 900",
        "has no event",
    ),
    ("DELETE FROM operation WHERE id = 3", "operation 3", "differs from what event"),
]


@pytest.mark.parametrize(("sql", "where", "what"), EVENTS, ids=[f"{row[0]} {row[2]}" for row in EVENTS])
def test_changed_history_is_named(file: Path, sql: str, where: str, what: str) -> None:
    with closing(raw(file)) as connection:
        (t1, last) = connection.execute(
            "SELECT min(seq) FILTER (WHERE subject_kind = 'specimen'), max(seq) FROM event"
        ).fetchone()
        (alone,) = connection.execute("SELECT id FROM operation WHERE undoes_id NOT NULL").fetchone()
        (middle,) = connection.execute(
            "SELECT min(seq) + 1 FROM event GROUP BY operation_id HAVING count(*) > 2 AND operation_id > 2"
        ).fetchone()
    numbers = {"t1": t1, "last": last, "middle": middle, "alone": alone}
    tamper(file, sql.format(**numbers), without=APPEND_ONLY)
    where, what = where.format(**numbers), what.format(**numbers)
    findings = found(file)
    assert [each for each in findings if each.where.startswith(where) and each.what.startswith(what)], findings


def test_two_events_that_were_swapped_are_both_named(file: Path) -> None:
    with closing(raw(file)) as connection:
        three, four = connection.execute("SELECT payload FROM event WHERE seq IN (3, 4)").fetchall()
        connection.execute("DROP TRIGGER event_never_updated")
        for (payload,), seq in ((four, 3), (three, 4)):
            connection.execute("UPDATE event SET payload = ? WHERE seq = ?", (payload, seq))
        connection.execute(sqlite.TRIGGERS["event_never_updated"])
    changed = {each.where for each in found(file) if each.what == "was changed after it was recorded"}
    assert changed == {"event 3", "event 4"}


def test_a_printed_head_is_found_in_the_chain_whole_or_by_its_beginning(file: Path) -> None:
    head = head_of(file)
    bank_goes_on(file)
    assert head_of(file) != head
    for printed in (head, head.upper(), head[:12], head_of(file)):
        assert found(file, printed) == []


def bank_goes_on(file: Path) -> None:
    from freezerapp.commands.command import perform

    database = Database.open(file)
    perform(database, MarkThawed((1,)), 1)
    database.close()


def test_only_a_printed_head_tells_that_the_last_operation_was_cut_off(file: Path) -> None:
    """The chain alone cannot: what is left hangs together."""
    before = shutil.copy(file, file.with_name("before.freezer"))
    bank_goes_on(file)
    printed = head_of(file)
    tamper(
        file,
        "DELETE FROM event WHERE operation_id = (SELECT max(id) FROM operation)",
        "DELETE FROM operation WHERE id = (SELECT max(id) FROM operation)",
        "UPDATE specimen SET thaws = 0 WHERE id = 1",
        without=APPEND_ONLY,
    )
    assert found(file) == found(Path(before)) == []
    cut = Finding("chain", f"the printed head {printed} is not in it: history was cut or rewritten")
    assert found(file, printed) == [cut]
    assert found(file, printed[:16])[0].where == "chain"


def rewrite(file: Path, old: str, new: str, *, manifests: bool = False) -> None:
    """Tell another story from the first event on, with hashes that are right; also on ``manifests`` if that is said."""
    with closing(raw(file)) as connection:
        (uuid,) = connection.execute("SELECT uuid FROM bank").fetchone()
        connection.execute("DROP TRIGGER event_never_updated")
        prev = first_link(uuid)
        heads: dict[str, str] = {}
        rows = connection.execute("SELECT seq, payload, hash FROM event ORDER BY seq").fetchall()
        for seq, payload, before in rows:
            told = payload.replace(old, new)
            if manifests and '"head_hash"' in told:
                for one, other in heads.items():
                    told = told.replace(one, other)
            here = link(prev, told)
            heads[before.hex()] = here.hex()
            values = (told, prev, here, seq)
            connection.execute("UPDATE event SET payload = ?, prev = ?, hash = ? WHERE seq = ?", values)
            prev = here
        if manifests:
            swapped = [(other, one) for one, other in heads.items()]
            connection.executemany("UPDATE manifest SET head_hash = ? WHERE head_hash = ?", swapped)
        connection.execute(sqlite.TRIGGERS["event_never_updated"])


ON_MANIFESTS = [f"manifest SHP-1 version {number}" for number in (1, 2)]


def test_history_that_was_written_anew_differs_from_the_rows_and_from_manifests(file: Path) -> None:
    rewrite(file, '"note":"child"', '"note":"grown"')
    findings = found(file)
    assert findings[0] == Finding("tube T4", "note differs from what history says")
    assert [each.where for each in findings[1:]] == ON_MANIFESTS


def test_history_and_rows_that_were_both_written_anew_differ_from_the_manifests_issued(file: Path) -> None:
    rewrite(file, '"note":"child"', '"note":"grown"')
    tamper(file, "UPDATE specimen SET note = 'grown' WHERE id = 4")
    assert [each.where for each in found(file)] == ON_MANIFESTS


def test_all_of_a_bank_written_anew_is_told_by_a_printed_head_only(file: Path) -> None:
    printed = head_of(file)
    rewrite(file, '"note":"child"', '"note":"grown"', manifests=True)
    tamper(file, "UPDATE specimen SET note = 'grown' WHERE id = 4")
    assert found(file) == []
    assert [each.where for each in found(file, printed)] == ["chain"]


def test_opening_looks_at_the_newest_events(file: Path) -> None:
    Database.open(file).close()
    tamper(file, "UPDATE event SET payload = payload || ' ' WHERE seq = 20", without=APPEND_ONLY)
    with pytest.raises(DamagedBank) as caught:
        Database.open(file)
    assert (caught.value.path, caught.value.what) == (str(file), "event 20 was changed")


@pytest.mark.parametrize("seq", [1, 2, 5, 9, 10])
def test_the_looks_at_opening_see_so_many_events_and_no_more(file: Path, seq: int) -> None:
    with closing(raw(file)) as connection:
        (uuid,) = connection.execute("SELECT uuid FROM bank").fetchone()
        (last,) = connection.execute("SELECT max(seq) FROM event").fetchone()
    changed = last - 10 + seq
    tamper(file, f"UPDATE event SET payload = 'x' WHERE seq = {changed}", without=APPEND_ONLY)
    with closing(raw(file)) as connection:
        assert list(opening.chain_faults(connection, uuid, 10)) == [f"event {changed} was changed"]
        assert list(opening.chain_faults(connection, uuid, 10 - seq)) == []


@given(st.text(max_size=40), st.text(max_size=40))
def test_another_text_gives_another_link(one: str, two: str) -> None:
    start = first_link("bank")
    assert (link(start, one) == link(start, two)) == (one == two)
    assert link(start, one) == hashlib.sha256(start + one.encode()).digest()
