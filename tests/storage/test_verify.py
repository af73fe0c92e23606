"""Verify names what was changed behind the program's back."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from freezerapp.storage import sqlite, whole_schema
from freezerapp.storage.audit import Finding
from freezerapp.storage.records import SUBJECTS
from freezerapp.storage.verifying import guards_of, verify, verify_live
from tests.build import raw
from tests.filled import a_filled_bank, tamper, without

OTHER: dict[tuple[str, str], object] = {
    ("operator", "role"): "viewer",
    ("container_type", "holds"): "specimens",
    ("container_type", "fill"): "columns",
    ("container_type", "absent"): "[[0,0]]",
    ("container_type", "accepts"): '["rack"]',
    ("container_type", "materials"): '["CSF"]',
    ("container_type", "temperature"): "RT",
    ("container_type", "drawn"): "line",
    ("container", "status"): "retired",
    ("container", "state"): "failed",
    ("specimen", "kind"): "source",
    ("specimen", "status"): "missing",
    ("specimen", "made_by"): "derivative",
    ("field", "owner_kind"): "moment",
    ("field", "kind"): "number",
    ("field", "choices"): '["a"]',
    ("attachment", "owner_kind"): "container",
    ("attachment", "content"): b"%PDX",
    ("shipment", "direction"): "in",
    ("shipment", "step"): "closed",
    ("shipment", "profile"): "coded",
    ("shipment", "kind"): "internal",
    ("shipment", "classification"): "UN3373",
    ("shipment", "refrigerant"): "dry ice",
    ("package", "number"): 9,
    ("parcel_box", "number"): 9,
    ("shipment_line", "state"): "sent",
    ("shipment_line", "outcome"): "damaged",
    ("manifest", "version"): 9,
    ("pick_list", "state"): "done",
    ("pick_line", "state"): "returned",
}
"""Values that are possible, only not true; elsewhere a word gets a letter more, a number one more."""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bank = a_filled_bank(tmp_path_factory.mktemp("verify"))
    bank.close()
    assert list(verify(bank.path)) == []
    return bank.path


@pytest.fixture
def file(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(whole, tmp_path / "copy.freezer"))


def found(file: Path) -> list[Finding]:
    return list(verify(file))


def audited() -> Iterator[tuple[str, str]]:
    for subject in SUBJECTS.values():
        for column in subject.columns:
            if column != "id" and (subject.table.name, column) != ("bank", "id"):
                yield subject.table.name, column


@pytest.mark.parametrize(("table", "column"), list(audited()), ids=lambda each: each)
def test_a_changed_field_is_named(file: Path, table: str, column: str) -> None:
    with closing(raw(file)) as connection:
        old = connection.execute(f'SELECT "{column}" FROM {table} WHERE id = 1').fetchone()[0]
        word = whole_schema.metadata.tables[table].c[column].type.python_type is str
        new = OTHER.get((table, column)) or (f"{old or ''}x" if word else (old or 0) + 1)
        assert new != old
        connection.execute("PRAGMA ignore_check_constraints=ON")
        connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE id = 1', (new,))
    where = {"specimen": "tube T1", "container": "SHELF"}
    findings = found(file)
    if column == "content":
        assert set(findings) & {
            Finding("attached file consent.pdf", "was changed after it was attached"),
            Finding("manifest SHP-1 version 1", "was changed after it was issued"),
        }
        return
    kind = next(kind for kind, subject in SUBJECTS.items() if subject.table.name == table)
    titles = {where.get(kind, f"{kind} 1"), "tube T1x", "SHELFx", "specimen 1"}
    titles |= {f"shipment {number}" for number in ("SHP-1", "SHP-1x")}
    titles |= {f"pick list {number}" for number in ("PICK-1", "PICK-1x")}
    named = [each for each in findings if each.what == f"{column} differs from what history says"]
    assert named, findings
    assert named[0].where in titles


PLACES: list[tuple[str, str, str]] = [
    ('UPDATE place SET "row" = 7 WHERE specimen_id = 1', "tube T1", "place differs from what history says"),
    ('UPDATE place SET "column" = 8 WHERE specimen_id = 1', "tube T1", "place differs"),
    ("UPDATE place SET container_id = 3 WHERE specimen_id = 1", "tube T1", "place differs"),
    ("UPDATE place SET known = 'typed' WHERE specimen_id = 1", "tube T1", "known differs"),
    ("UPDATE place SET \"use\" = 'home', known = NULL WHERE specimen_id = 1", "tube T1", "home differs"),
    ("UPDATE place SET specimen_id = 4 WHERE specimen_id = 1", "tube T4", "place differs"),
    ("DELETE FROM place WHERE specimen_id = 1", "tube T1", "place differs"),
    ("DELETE FROM place WHERE specimen_id = 3", "tube T3", "home differs"),
    ("DELETE FROM place WHERE child_id = 2", "BOX", "place differs"),
    ('UPDATE place SET "column" = 2 WHERE child_id = 5', "OUT", "home differs"),
    ("UPDATE place SET \"use\" = 'reserved' WHERE \"use\" = 'blocked'", "BOX", "cells differs"),
    ("INSERT INTO place VALUES (3, 0, 0, 'blocked', NULL, NULL, 1, NULL)", "FREE", "cells differs"),
    (
        'UPDATE place SET "row" = 50 WHERE specimen_id = 1',
        "BOX",
        "something stands outside its grid, in row 51, column 1",
    ),
    (
        "INSERT INTO place VALUES (1, 1, 0, 'here', 4, NULL, 1, 'typed')",
        "SHELF",
        "holds a tube, though it is for containers",
    ),
    (
        "INSERT INTO place VALUES (3, 0, 0, 'here', NULL, 4, 1, 'typed')",
        "FREE",
        "holds OTHER, which may not stand in it",
    ),
    (
        "UPDATE place SET container_id = 4321 WHERE specimen_id = 1",
        "place",
        "refers to something in container",
    ),
    ("UPDATE container SET status = 'retired' WHERE id = 2", "BOX", "is retired and not empty"),
    ("UPDATE container SET status = 'away' WHERE id = 2", "BOX", "is away, but specimen 1 in it is stored"),
    (
        "UPDATE specimen SET status = 'shipped' WHERE id = 1",
        "BOX",
        "is in place, but specimen 1 in it is shipped",
    ),
    ("UPDATE specimen SET status = 'expected' WHERE id = 1", "tube T1", "status and place disagree"),
    ("UPDATE specimen SET out_since = NULL WHERE id = 3", "tube T3", "the clock and the bench disagree"),
]
ROWS: list[tuple[str, str, str]] = [
    ("UPDATE code SET text = 't1' WHERE key = 't1'", "tube T1", "codes differs from what history says"),
    ("UPDATE code SET kind = 'kit' WHERE key = 't1'", "tube T1", "codes differs"),
    ("UPDATE code SET valid_from = 5 WHERE key = 't1'", "tube T1", "codes differs"),
    ("UPDATE code SET valid_until = 5 WHERE key = 't1'", "tube T1", "its barcode does not lead to it"),
    ("UPDATE code SET owner_id = 2 WHERE key = 't1'", "tube T1", "its barcode does not lead to it"),
    ("UPDATE code SET key = 't99' WHERE key = 't1'", "code T1", "is filed under another key"),
    ("DELETE FROM code WHERE key = 't1'", "tube T1", "codes differs"),
    ("DELETE FROM code WHERE key = 'box'", "BOX", "its code BOX does not lead to it"),
    (
        "UPDATE code SET owner_id = 77 WHERE key = 'box'",
        "code BOX",
        "leads to container 77, which is not there",
    ),
    ("UPDATE code SET owner_id = 77 WHERE key = 't1'", "code T1", "leads to specimen 77, which is not there"),
    (
        "INSERT INTO code VALUES ('mine', 'MINE', 'container', 'container', 2, 0, NULL)",
        "code MINE",
        "leads to BOX, which does not have it",
    ),
    ("INSERT INTO code VALUES ('mine', 'MINE', 'kit', 'specimen', 1, 0, NULL)", "tube T1", "codes differs"),
    (
        "INSERT INTO code VALUES ('mine', 'MINE', 'operator', 'operator', 1, 0, NULL)",
        "operator 1",
        "codes differs",
    ),
    ("UPDATE hold SET reason = 'nothing'", "tube T2", "holds differs"),
    ("UPDATE hold SET kind = 'request'", "tube T2", "holds differs"),
    ("UPDATE hold SET operation_id = 1", "specimen 2", "quarantine leaking was written by another operation"),
    ("UPDATE place SET operation_id = 1 WHERE specimen_id = 1", "specimen 1", "here was written by another"),
    ("UPDATE place SET operation_id = 1 WHERE specimen_id = 3", "specimen 3", "home was written by another"),
    ("UPDATE place SET operation_id = 1 WHERE child_id = 2", "container 2", "here was written by another"),
    (
        "UPDATE place SET operation_id = 1 WHERE \"use\" = 'blocked'",
        "container 2",
        "3 5 blocked was written by another",
    ),
    ("UPDATE field_value SET number = 1", "specimen 1", "a field says 7.5 and is filed under another number"),
    ("UPDATE code SET kind = 'kit' WHERE key = 'box'", "code BOX", "is of another kind or time"),
    ("UPDATE code SET valid_from = 5 WHERE key = 'box'", "code BOX", "is of another kind or time"),
    ("UPDATE code SET valid_until = 5 WHERE key = 'box'", "code BOX", "is of another kind or time"),
    ("DELETE FROM hold", "tube T2", "holds differs"),
    ("UPDATE field_value SET text = '99'", "tube T1", "fields differs"),
    ("DELETE FROM field_value", "tube T1", "fields differs"),
    ("DELETE FROM specimen WHERE id = 4", "specimen 4", "is gone, though history tells of it"),
    ("DELETE FROM moment", "moment 1", "is gone, though history tells of it"),
    ("INSERT INTO study VALUES (9, 'X', 'X', NULL, 0)", "study 9", "has no history"),
    ("UPDATE specimen SET parent_id = 4 WHERE id = 1", "specimen 4", "descends from itself"),
    (
        "UPDATE specimen SET amount = 300000 WHERE id = 1",
        "tube T1",
        "holds 300000, more than the 200000 it began with",
    ),
    (
        "UPDATE specimen SET material_id = 4321 WHERE id = 1",
        "specimen row 1",
        "refers to something in material",
    ),
    ("DELETE FROM bank", "bank", "has not exactly one entry"),
    (
        "UPDATE specimen SET status = 'gone' WHERE id = 1",
        "specimen 1",
        "can't be understood: KeyError('gone')",
    ),
    ("UPDATE labelling SET definition = '{}'", "labelling 1", "definition differs"),
]
PARCELS: list[tuple[str, str, str]] = [
    ("DELETE FROM code WHERE key = 'shp-1'", "shipment SHP-1", "its number does not lead to it"),
    ("DELETE FROM code WHERE key = 'pick-1'", "pick list PICK-1", "its number does not lead to it"),
    ("UPDATE code SET owner_id = 2 WHERE key = 'shp-1'", "code SHP-1", "leads to shipment 2, which is not there"),
    ("UPDATE code SET kind = 'kit' WHERE key = 'shp-1'", "code SHP-1", "is of another kind or time"),
    ("UPDATE code SET valid_from = 5 WHERE key = 'pick-1'", "code PICK-1", "is of another kind or time"),
    ("UPDATE code SET valid_until = 5 WHERE key = 'pick-1'", "code PICK-1", "is of another kind or time"),
    (
        "UPDATE shipment_line SET state = 'packed' WHERE id = 1",
        "shipment SHP-1",
        "tube T1 is packed in it, but is stored",
    ),
    (
        "UPDATE specimen SET status = 'in a shipment' WHERE id = 1",
        "tube T1",
        "is in a shipment that does not list it",
    ),
    (
        "UPDATE shipment SET step = 'dispatched' WHERE id = 1",
        "shipment SHP-1",
        "its line 1 reserves a tube, though it is dispatched",
    ),
    (
        "UPDATE pick_list SET state = 'done' WHERE id = 1",
        "pick list PICK-1",
        "its line 1 reserves a tube, though it is done",
    ),
    ("UPDATE manifest SET head_hash = 'ab' WHERE id = 1", "manifest SHP-1 version 1", "names another event"),
    ("UPDATE manifest SET content = '[]' WHERE id = 1", "manifest SHP-1 version 1", "was changed after it was issued"),
    ("UPDATE shipment SET step = 'lost' WHERE id = 1", "shipment 1", "can't be understood: KeyError('lost')"),
]
NEVER = ("specimen_never_deleted", "bank_never_deleted", "code_never_given_to_another")


@pytest.mark.parametrize(
    ("sql", "where", "what"), [*PLACES, *ROWS, *PARCELS], ids=[row[0] for row in [*PLACES, *ROWS, *PARCELS]]
)
def test_a_changed_row_is_named(file: Path, sql: str, where: str, what: str) -> None:
    tamper(file, "PRAGMA ignore_check_constraints=ON", sql, without=NEVER)
    findings = found(file)
    assert [each for each in findings if each.where.startswith(where) and each.what.startswith(what)], findings


def test_a_packed_tube_that_stands_in_a_box_of_no_parcel_is_named(file: Path) -> None:
    tamper(
        file,
        "UPDATE specimen SET status = 'in a shipment' WHERE id = 1",
        "UPDATE shipment_line SET state = 'packed' WHERE id = 1",
    )
    assert Finding("shipment SHP-1", "tube T1 is packed in it, but stands in BOX") in found(file)


def test_a_row_that_cannot_be_read_does_not_hide_what_is_wrong_with_others(file: Path) -> None:
    tamper(
        file,
        "PRAGMA ignore_check_constraints=ON",
        "UPDATE pick_list SET state = 'lost' WHERE id = 1",
        "UPDATE pick_list SET title = 'other' WHERE id = 2",
        "UPDATE pick_line SET reason = 'none' WHERE id = 1",
    )
    findings = found(file)
    assert Finding("pick list 1", "can't be understood: KeyError('lost')") in findings
    assert Finding("pick list PICK-2", "title differs from what history says") in findings
    assert Finding("pick line 1", "reason differs from what history says") in findings


def test_two_tubes_that_were_swapped_are_both_named(file: Path) -> None:
    with closing(raw(file)) as connection:
        one, two = connection.execute("SELECT * FROM specimen WHERE id IN (1, 2) ORDER BY id").fetchall()
        for row, other in ((one, two), (two, one)):
            marks = ", ".join("?" * len(row))
            connection.execute(f"REPLACE INTO specimen VALUES ({marks})", (row[0], *other[1:]))
    named = {each.where for each in found(file) if each.what.startswith("barcode differs")}
    assert named == {"tube T1", "tube T2"}


GUARDS = sorted(
    [
        *sqlite.TRIGGERS,
        *(str(index.name) for table in whole_schema.metadata.tables.values() for index in table.indexes),
    ]
)


@pytest.mark.parametrize("name", GUARDS)
def test_a_removed_trigger_or_index_is_named(file: Path, name: str) -> None:
    kind = "TRIGGER" if name in sqlite.TRIGGERS else "INDEX"
    with closing(raw(file)) as connection:
        connection.execute(f"DROP {kind} {name}")
    assert found(file) == [Finding(f"{kind.lower()} {name}", "was removed from the file")]


def test_a_trigger_that_was_weakened_or_added_is_named(file: Path) -> None:
    with closing(raw(file)) as connection:
        connection.execute("DROP TRIGGER event_never_deleted")
        connection.execute("CREATE TRIGGER event_never_deleted BEFORE DELETE ON event BEGIN SELECT 1; END")
        connection.execute("CREATE TRIGGER sly AFTER UPDATE ON specimen BEGIN SELECT 1; END")
    assert found(file) == [
        Finding("trigger sly", "was added to the file"),
        Finding("trigger event_never_deleted", "was changed in the file"),
    ]


@pytest.mark.parametrize(
    ("guard", "table"),
    [
        ("specimen_amount_not_negative", "specimen"),
        ("place_holds_one_thing", "place"),
        ("place_pk", "place"),
        ("study_code_once", "study"),
        ("event_operation_id_fk", "event"),
    ],
)
def test_a_table_without_one_of_its_constraints_is_named(file: Path, tmp_path: Path, guard: str, table: str) -> None:
    weak = without(file, tmp_path / "weak.freezer", (guard,))
    with closing(raw(weak)) as connection:
        connection.execute(f"PRAGMA application_id={sqlite.APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={sqlite.SCHEMA_VERSION}")
    assert found(weak) == [Finding(f"table {table}", "was changed in the file")]


@pytest.mark.parametrize("box", [3, 9])
@pytest.mark.parametrize("use", ["here", "home"])
def test_a_tube_in_two_places_is_named(file: Path, tmp_path: Path, use: str, box: int) -> None:
    weak = without(file, tmp_path / "weak.freezer", (f"place_specimen_{use}_once",))
    tube, known = (1, "'typed'") if use == "here" else (3, "NULL")
    with closing(raw(weak)) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        if box > 5:  # the true place first, then as the last one read
            connection.execute("UPDATE place SET container_id = 9 WHERE container_id = 2")
            connection.execute("UPDATE place SET child_id = 9 WHERE child_id = 2")
            connection.execute("UPDATE container SET id = 9 WHERE id = 2")
        connection.execute(f"INSERT INTO place VALUES (3, 0, 0, '{use}', {tube}, NULL, 1, {known})")
    said = {"here": "stands in", "home": "is kept"}[use]
    assert Finding(f"specimen T{tube}", f"{said} 2 places") in found(weak)


def test_a_container_in_two_places_is_named(file: Path, tmp_path: Path) -> None:
    weak = without(file, tmp_path / "weak.freezer", ("place_child_here_once",))
    with closing(raw(weak)) as connection:
        connection.execute("INSERT INTO place VALUES (4, 0, 0, 'here', NULL, 2, 1, 'typed')")
    assert Finding("container BOX", "stands in 2 places") in found(weak)


def test_containers_that_stand_in_each_other_are_named(file: Path) -> None:
    tamper(
        file,
        "INSERT INTO place VALUES (4, 0, 0, 'here', NULL, 1, 1, 'typed')",
        "INSERT INTO place VALUES (1, 1, 1, 'here', NULL, 4, 1, 'typed')",
    )
    assert Finding("container 1", "stands in itself") in found(file)


def test_a_container_that_stands_in_itself_is_named(file: Path, tmp_path: Path) -> None:
    weak = without(file, tmp_path / "weak.freezer", ("place_not_in_itself",))
    with closing(raw(weak)) as connection:
        connection.execute("INSERT INTO place VALUES (4, 0, 0, 'here', NULL, 4, 1, 'typed')")
    assert Finding("container 4", "stands in itself") in found(weak)


def test_a_bent_page_is_named(file: Path) -> None:
    with closing(raw(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'place'").fetchone()
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 + 3 : (page - 1) * 4096 + 5] = b"\xff\xff"
    file.write_bytes(content)
    findings = found(file)
    assert findings
    assert findings[0].where == "file"


@pytest.mark.parametrize(
    ("sql", "what"),
    [
        ("PRAGMA application_id=7", Finding("file", "does not carry the mark of a bank")),
        ("PRAGMA user_version=7", Finding("file", "names another version of the tables")),
    ],
)
def test_a_file_that_says_it_is_something_else_is_named(file: Path, sql: str, what: Finding) -> None:
    with closing(raw(file)) as connection:
        connection.execute(sql)
    assert found(file) == [what]


def test_a_bank_in_use_is_verified_on_a_copy(file: Path) -> None:
    heard: list[str] = []
    with closing(sqlite3.connect(file, isolation_level=None)) as busy:
        busy.execute("BEGIN IMMEDIATE")
        busy.execute("UPDATE specimen SET thaws = 44 WHERE id = 1")
        assert verify_live(file, told=heard.append) == []
    assert heard[:3] == ["file", "guards", "chain"]
    tamper(file, "UPDATE specimen SET thaws = 44 WHERE id = 1")
    assert [each.where for each in verify_live(file)] == ["tube T1"]


def test_the_tables_that_hold_no_history_of_their_own_are_known() -> None:
    """A table added later is audited, or it is named here with its reason."""
    told_by_others: dict[str, Any] = {
        "place": "specimens and containers",
        "code": "specimens, containers and operators",
        "hold": "specimens",
        "field_value": "specimens",
        "operation": "is history",
        "event": "is history",
    }
    audited_tables = {subject.table.name for subject in SUBJECTS.values()}
    assert audited_tables | set(told_by_others) == set(whole_schema.metadata.tables)


def test_guards_are_compared_as_they_were_made(file: Path) -> None:
    with closing(raw(file)) as connection:
        guards = guards_of(connection)
    assert len([name for name in guards if name.startswith("trigger")]) == len(sqlite.TRIGGERS)
