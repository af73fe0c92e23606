"""What the file itself refuses: each constraint, index and trigger attacked, with it and without it."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import CheckConstraint, ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint

from freezerapp.storage import sqlite, whole_schema
from tests.filled import a_filled_bank, without
from tests.storage import parcel_attacks
from tests.storage.attacks import Attack, check, trigger, twice

NOBODY = 987_654


NEXT_EVENT = (
    "INSERT INTO event SELECT {seq}, {operation_id}, {subject_kind}, {subject_id}, payload, {prev}, {hash} "
    "FROM event ORDER BY seq DESC LIMIT 1"
)
NEXT_OPERATION = (
    "INSERT INTO operation SELECT {id}, {uuid}, kind, {operator_id}, recorded_at, utc_offset_min, done_at, "
    "reason, {undoes_id}, program_version FROM operation ORDER BY id DESC LIMIT 1"
)


def next_event(**other: str) -> str:
    said = {"seq": "seq + 1", "prev": "hash", "hash": "hash"}
    same = {name: name for name in ("operation_id", "subject_kind", "subject_id")}
    return NEXT_EVENT.format(**{**said, **same, **other})


def next_operation(**other: str) -> str:
    said = {"id": "id + 1", "uuid": "'new'", "operator_id": "operator_id", "undoes_id": "NULL"}
    return NEXT_OPERATION.format(**{**said, **other})


def place(change: str, use: str = "here", which: str = "specimen_id = 1") -> str:
    return f"UPDATE place SET {change} WHERE \"use\" = '{use}' AND {which}"


CHECKS = (
    check("bank_is_one", "INSERT INTO bank SELECT 2, uuid, name, created_at, code_pattern FROM bank"),
    check("operator_role_known", "UPDATE operator SET role = 'god' WHERE id = 1"),
    check("operator_active_yes_or_no", "UPDATE operator SET active = 2 WHERE id = 1"),
    check("container_type_holds_known", "UPDATE container_type SET holds = 'both' WHERE id = 1"),
    check("container_type_has_a_grid", 'UPDATE container_type SET "rows" = 0 WHERE id = 1'),
    check("container_type_has_a_grid", 'UPDATE container_type SET "columns" = -1 WHERE id = 1'),
    check("container_status_known", "UPDATE container SET status = 'lost' WHERE id = 1"),
    check("container_state_known", "UPDATE container SET state = 'warm' WHERE id = 1"),
    check("study_void_yes_or_no", "UPDATE study SET void = 2 WHERE id = 1"),
    check("site_void_yes_or_no", "UPDATE site SET void = -1 WHERE id = 1"),
    check("participant_void_yes_or_no", "UPDATE participant SET void = 2 WHERE id = 1"),
    check("moment_void_yes_or_no", "UPDATE moment SET void = 2 WHERE id = 1"),
    check("collection_void_yes_or_no", "UPDATE collection SET void = 2 WHERE id = 1"),
    check("collection_says_something", "INSERT INTO collection VALUES (99, NULL, NULL, NULL, 0)"),
    check("specimen_kind_known", "UPDATE specimen SET kind = 'box' WHERE id = 1"),
    check("specimen_status_known", "UPDATE specimen SET status = 'fine' WHERE id = 1"),
    check("specimen_made_by_known", "UPDATE specimen SET made_by = 'magic' WHERE id = 1"),
    check("specimen_amount_not_negative", "UPDATE specimen SET amount = -1 WHERE id = 1"),
    check("specimen_thaws_not_negative", "UPDATE specimen SET thaws = -1 WHERE id = 1"),
    check("specimen_out_ms_not_negative", "UPDATE specimen SET out_ms = -1 WHERE id = 1"),
    check("specimen_amount_has_a_unit", "UPDATE specimen SET unit = NULL WHERE id = 1"),
    check("specimen_tube_has_a_barcode", "UPDATE specimen SET barcode = NULL WHERE id = 1"),
    check("specimen_not_its_own_parent", "UPDATE specimen SET parent_id = id WHERE id = 1"),
    check("place_use_known", place("\"use\" = 'there', known = NULL"), "place_holds_one_thing"),
    check("place_known_known", place("known = 'guessed'")),
    check("place_row_and_column_not_negative", place('"row" = -1')),
    check("place_row_and_column_not_negative", place('"column" = -1')),
    check("place_holds_one_thing", place("child_id = 3")),
    check("place_holds_one_thing", place("specimen_id = NULL")),
    check("place_holds_one_thing", place("specimen_id = 4", "blocked", "1")),
    check("place_says_how_it_is_known", place("known = NULL")),
    check("place_says_how_it_is_known", place("known = 'scanned'", "home", "specimen_id = 3")),
    check("place_not_in_itself", "INSERT INTO place VALUES (3, 0, 0, 'here', NULL, 3, 1, 'declared')"),
    check("code_kind_known", "UPDATE code SET kind = 'tattoo' WHERE key = 't1'"),
    check(
        "code_owner_kind_known",
        "UPDATE code SET owner_kind = 'cat' WHERE key = 't1'",
        "code_never_given_to_another",
    ),
    check("hold_kind_known", "UPDATE hold SET kind = 'whim'"),
    check("field_owner_kind_known", "UPDATE field SET owner_kind = 'cat' WHERE id = 1"),
    check("field_kind_known", "UPDATE field SET kind = 'picture' WHERE id = 1"),
    check("field_void_yes_or_no", "UPDATE field SET void = 2 WHERE id = 1"),
    check("attachment_at_most_20_mb", "UPDATE attachment SET content = zeroblob(20971521)"),
    check("attachment_void_yes_or_no", "UPDATE attachment SET void = 2"),
    check("event_subject_kind_known", next_event(subject_kind="'cat'")),
)
KEYS = (
    twice("bank_pk", "INSERT INTO bank SELECT * FROM bank", "bank.id"),
    twice("operator_pk", "INSERT INTO operator SELECT * FROM operator LIMIT 1", "operator.id"),
    twice("labelling_pk", "INSERT INTO labelling VALUES (1, 'x')", "labelling.id"),
    twice(
        "container_type_pk",
        "INSERT INTO container_type SELECT * FROM container_type LIMIT 1",
        "container_type.id",
    ),
    twice("container_pk", "INSERT INTO container SELECT * FROM container LIMIT 1", "container.id"),
    twice("material_pk", "UPDATE material SET id = 1 WHERE id = 2", "material.id"),
    twice("study_pk", "INSERT INTO study VALUES (1, 'OTHER', 'Other', NULL, 0)", "study.id"),
    twice("site_pk", "INSERT INTO site VALUES (1, 'OTHER', 'Other', NULL, 0)", "site.id"),
    twice("participant_pk", "INSERT INTO participant VALUES (1, 1, 'OTHER', NULL, 0)", "participant.id"),
    twice("moment_pk", "INSERT INTO moment VALUES (1, 1, 'OTHER', 'Other', NULL, 0)", "moment.id"),
    twice("collection_pk", "INSERT INTO collection VALUES (1, NULL, NULL, '1999', 0)", "collection.id"),
    twice("specimen_pk", "INSERT INTO specimen SELECT * FROM specimen LIMIT 1", "specimen.id"),
    twice(
        "place_pk",
        "INSERT INTO place VALUES (2, 0, 0, 'here', 4, NULL, 1, 'scanned')",
        "place.container_id, place.row, place.column",
    ),
    twice("code_pk", "INSERT INTO code VALUES ('t1', 'T1', 'label', 'specimen', 2, 0, NULL)", "code.key"),
    twice("hold_pk", "INSERT INTO hold SELECT * FROM hold", "hold.specimen_id, hold.kind, hold.reason"),
    twice("field_pk", "INSERT INTO field VALUES (1, 'z', 'Z', 'specimen', 'text', '[]', NULL, 0)", "field.id"),
    twice(
        "field_value_pk",
        "INSERT INTO field_value VALUES (1, 'specimen', 1, 'other', NULL)",
        "field_value.field_id, field_value.owner_kind, field_value.owner_id",
    ),
    twice("attachment_pk", "INSERT INTO attachment SELECT * FROM attachment", "attachment.id"),
    twice("operation_pk", next_operation(id="id"), "operation.id", "operation_only_at_the_end"),
    twice("event_pk", next_event(seq="seq"), "event.seq", "event_only_at_the_head"),
    twice(
        "labelling_definition_once",
        "INSERT INTO labelling SELECT 99, definition FROM labelling LIMIT 1",
        "labelling.definition",
    ),
    twice("material_code_once", "UPDATE material SET code = 'DNA' WHERE id = 2", "material.code"),
    twice("study_code_once", "INSERT INTO study VALUES (99, 'STUDY', 'Other', NULL, 0)", "study.code"),
    twice("site_code_once", "INSERT INTO site VALUES (99, 'FR01', 'Other', NULL, 0)", "site.code"),
    twice(
        "participant_study_id_code_once",
        "INSERT INTO participant VALUES (99, 1, 'P1', NULL, 0)",
        "participant.study_id, participant.code",
    ),
    twice(
        "moment_study_id_code_once",
        "INSERT INTO moment VALUES (99, 1, 'V01', 'Other', NULL, 0)",
        "moment.study_id, moment.code",
    ),
    twice(
        "field_owner_kind_code_once",
        "UPDATE field SET code = 'f1' WHERE id = 2",
        "field.owner_kind, field.code",
    ),
    twice("operation_uuid_once", next_operation(uuid="uuid"), "operation.uuid"),
    twice(
        "operation_by_undoes_id",
        next_operation(undoes_id="(SELECT undoes_id FROM operation WHERE undoes_id NOT NULL)"),
        "operation.undoes_id",
    ),
    twice(
        "collection_once",
        "INSERT INTO collection SELECT 99, participant_id, moment_id, collected, 0 FROM collection LIMIT 1",
        "index 'collection_once'",
    ),
    twice(
        "place_specimen_here_once",
        "INSERT INTO place VALUES (3, 1, 1, 'here', 1, NULL, 1, 'scanned')",
        "place.specimen_id",
    ),
    twice(
        "place_specimen_home_once",
        "INSERT INTO place VALUES (3, 1, 1, 'home', 3, NULL, 1, NULL)",
        "place.specimen_id",
    ),
    twice(
        "place_child_here_once",
        "INSERT INTO place VALUES (4, 1, 1, 'here', NULL, 2, 1, 'scanned')",
        "place.child_id",
    ),
    twice(
        "place_child_home_once",
        "INSERT INTO place VALUES (4, 1, 1, 'home', NULL, 5, 1, NULL)",
        "place.child_id",
    ),
)
AT_THE_HEAD = "event not at the head of the chain"
TRIGGERS = (
    trigger("event_never_updated", "UPDATE event SET payload = '{}' WHERE seq = 3", "event is append-only"),
    trigger("event_never_updated", "UPDATE event SET hash = prev WHERE seq = 3", "event is append-only"),
    trigger("event_never_deleted", "DELETE FROM event WHERE seq = 3", "event is append-only"),
    trigger("event_never_deleted", "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)", "append-only"),
    trigger(
        "event_never_deleted",
        "REPLACE INTO event SELECT seq, operation_id, subject_kind, subject_id, '{}', prev, hash FROM event "
        "ORDER BY seq DESC LIMIT 1",
        "event is append-only",
        "event_only_at_the_head",
    ),
    trigger(
        "event_only_at_the_head",
        "REPLACE INTO event SELECT seq, operation_id, subject_kind, subject_id, '{}', prev, hash FROM event "
        "WHERE seq = 3",
        AT_THE_HEAD,
        "event_never_deleted",
    ),
    trigger("event_only_at_the_head", next_event(seq="seq + 2"), AT_THE_HEAD),
    trigger("event_only_at_the_head", next_event(seq="-1"), AT_THE_HEAD),
    trigger("event_only_at_the_head", next_event(prev="prev"), AT_THE_HEAD),
    trigger("event_only_at_the_head", next_event(hash="zeroblob(31)"), AT_THE_HEAD),
    trigger("event_only_at_the_head", next_event(prev="zeroblob(0)"), AT_THE_HEAD),
    trigger("operation_never_updated", "UPDATE operation SET reason = 'x' WHERE id = 2", "append-only"),
    trigger("operation_never_deleted", "DELETE FROM operation WHERE id = 2", "operation is append-only"),
    trigger(
        "operation_never_deleted",
        next_operation(id="id").replace("INSERT", "REPLACE"),
        "operation is append-only",
        "operation_only_at_the_end",
    ),
    trigger("operation_only_at_the_end", next_operation(id="id + 2"), "operation not at the end"),
    trigger("operation_only_at_the_end", next_operation(id="-1"), "operation not at the end"),
    *(
        trigger(f"{table}_never_deleted", f"DELETE FROM {table} WHERE id = 1", f"{table} is never deleted")
        for table in ("specimen", "container", "participant", "collection", "operator", "bank")
    ),
    *(
        trigger(
            f"{table}_never_deleted",
            f"REPLACE INTO {table} SELECT * FROM {table} WHERE id = 1",
            f"{table} is never deleted",
        )
        for table in ("specimen", "container", "participant", "collection", "operator", "bank")
    ),
    *(
        trigger(
            "code_never_given_to_another",
            f"UPDATE code SET {change} WHERE key = 't1'",
            "a code is never given to another thing",
        )
        for change in ("owner_id = 2", "key = 't9'", "owner_kind = 'operator'")
    ),
)


def foreign_keys() -> Iterator[Attack]:
    """A reference to nothing, for every reference there is."""
    for table in whole_schema.metadata.tables.values():
        for constraint in sorted(table.foreign_key_constraints, key=lambda each: str(each.name)):
            (column,) = (each.name for each in constraint.columns)
            if table.name == "event":
                sql = next_event(**{column: str(NOBODY)})
            elif table.name == "operation":
                sql = next_operation(**{column: str(NOBODY)})
            elif table.name == "place":
                which = "NOT NULL" if column != "child_id" else "NOT NULL AND specimen_id IS NULL"
                sql = (
                    f'UPDATE place SET {column} = {NOBODY} WHERE (container_id, "row", "column") = (SELECT '
                    f'container_id, "row", "column" FROM place WHERE {column} {which} LIMIT 1)'
                )
            else:
                sql = f"UPDATE {table.name} SET {column} = {NOBODY} WHERE {_one_of(table.name)}"
            yield Attack(str(constraint.name), sql, "FOREIGN KEY constraint failed")


def _one_of(table: str) -> str:
    return "specimen_id = 2" if table == "hold" else "field_id = 1" if table == "field_value" else "id = 1"


ATTACKS = (
    *(*CHECKS, *KEYS, *TRIGGERS),
    *(*parcel_attacks.CHECKS, *parcel_attacks.KEYS, *parcel_attacks.TRIGGERS),
    *foreign_keys(),
)


def guards_of_the_schema() -> set[str]:
    """Every guard by its name."""
    named = (CheckConstraint, UniqueConstraint, PrimaryKeyConstraint, ForeignKeyConstraint)
    return {
        *sqlite.TRIGGERS,
        *(
            str(each.name)
            for table in whole_schema.metadata.tables.values()
            for each in table.constraints
            if isinstance(each, named)
        ),
        *(
            str(index.name)
            for table in whole_schema.metadata.tables.values()
            for index in table.indexes
            if index.unique
        ),
    }


def test_every_guard_is_attacked() -> None:
    assert {attack.guard for attack in ATTACKS} == guards_of_the_schema()


def test_every_constraint_has_a_name() -> None:
    unnamed = [
        (table.name, type(each).__name__)
        for table in whole_schema.metadata.tables.values()
        for each in table.constraints
        if not each.name
    ]
    assert unnamed == []


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bank = a_filled_bank(tmp_path_factory.mktemp("guards"))
    bank.close()
    return bank.path


def strike(path: Path, attack: Attack) -> int:
    with closing(sqlite.connect(path)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute(f"PRAGMA foreign_keys={'ON' if attack.foreign_keys else 'OFF'}")
        return connection.execute(attack.sql).rowcount


def names() -> list[str]:
    return [f"{number}-{attack.guard}" for number, attack in enumerate(ATTACKS)]


@pytest.mark.parametrize("attack", ATTACKS, ids=names())
def test_the_guard_refuses_and_without_it_the_attack_succeeds(file: Path, tmp_path: Path, attack: Attack) -> None:
    guarded = without(file, tmp_path / "guarded.freezer", attack.aside)
    with pytest.raises(sqlite3.IntegrityError, match=re.escape(attack.words)):
        strike(guarded, attack)
    bare = without(file, tmp_path / "bare.freezer", (attack.guard, *attack.aside))
    assert strike(bare, attack) == 1


def test_every_table_is_strict(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        made = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    loose = [name for name, sql in made if sql.split(")")[-1].split()[-1:] != ["STRICT"]]
    assert loose == ["alembic_version"]


def test_a_word_is_no_number_though_sqlite_would_keep_it(file: Path, tmp_path: Path) -> None:
    strict = without(file, tmp_path / "strict.freezer", ())
    words = "UPDATE specimen SET thaws = 'many' WHERE id = 1"
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT value in INTEGER column"):
        strike(strict, Attack("", words, ""))
    with closing(sqlite3.connect(tmp_path / "loose.db")) as connection:
        connection.execute("CREATE TABLE specimen (id INTEGER PRIMARY KEY, thaws INTEGER)")
        connection.execute("INSERT INTO specimen VALUES (1, 0)")
        assert connection.execute(words).rowcount == 1


def test_nothing_cascades() -> None:
    rules = [
        (key.parent.table.name, key.ondelete, key.onupdate)
        for table in whole_schema.metadata.tables.values()
        for key in table.foreign_keys
    ]
    assert {rule[1:] for rule in rules} == {(None, None)}
