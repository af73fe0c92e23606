"""One transaction: all or nothing, looked over before it is written and again before it is committed."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.arrange import RetireContainer, SendAway
from freezerapp.commands.bring_in import RegisterTubes
from freezerapp.commands.mark import MarkThawed
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.domain.barcode import CodeIsACommand
from freezerapp.domain.container import Kind, NotForTubes, WrongContainer, WrongMaterial
from freezerapp.domain.custody import CONTAINER, SPECIMEN
from freezerapp.domain.participant import Site
from freezerapp.domain.position import NoSuchPosition
from freezerapp.domain.problems import (
    BankMoved,
    CodeTaken,
    ContainerCodeMissing,
    DamageFound,
    NotStanding,
    NotThere,
    PositionTaken,
    ReadOnlyBank,
)
from freezerapp.domain.specimen import Code, CodeKind, Hold, HoldKind, Known, Spot, Status
from freezerapp.domain.standing import Container, InsideItself, Standing
from freezerapp.storage import gate, writing
from freezerapp.storage.database import Database
from freezerapp.storage.ledger import BrokenRule, Ledger
from tests.build import Bank, a_bank, a_box, a_new_tube, a_shelf, a_tube, raw, refused

BOX, SHELF, CSF, RETIRED, AWAY, OLD_SHELF, FREE = 1, 2, 3, 4, 5, 6, 7
T1, T2, BENCH, PACKED = 1, 2, 3, 4


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    bank = a_bank(tmp_path_factory.mktemp("ledger"))
    made = [a_box(bank, 3, name="BOX"), a_shelf(bank, name="SHELF", accepts=("box", "shelf"))]
    made += [a_box(bank, 2, name="CSF", materials=("CSF",)), a_box(bank, 3, name="RETIRED")]
    made += [a_box(bank, 3, name="AWAY"), a_shelf(bank, name="OLD"), a_shelf(bank, name="FREE")]
    assert made == [BOX, SHELF, CSF, RETIRED, AWAY, OLD_SHELF, FREE]
    a_tube(bank, "T1", in_=BOX, at="A1")
    a_tube(bank, "T2", in_=BOX, at="A2")
    a_tube(bank, "T3")
    a_tube(bank, "T4", in_=AWAY, at="A1")
    for container in (RETIRED, OLD_SHELF):
        bank.do(RetireContainer(container, "broken"))
    bank.do(SendAway((AWAY,)))
    bank.close()
    return bank.path


@pytest.fixture
def bank(whole: Path, tmp_path: Path) -> Bank:
    template = a_bank(tmp_path)
    template.close()
    shutil.copy(whole, template.path)
    clock = template.clock
    clock.names = 5_000
    return Bank(template.path, clock, Database.open(template.path, clock))


def change(ledger: Ledger, kind: str, key: int, **fields: Any) -> None:
    ledger.save(kind, ledger.one(kind, key)._replace(**fields))


def put(tube: int, *spot: int) -> Callable[[Ledger], None]:
    here = {"place": Spot(*spot), "known": Known.TYPED, "status": Status.STORED}
    return lambda ledger: change(ledger, SPECIMEN, tube, **here)


def stand(container: int, *spot: int) -> Callable[[Ledger], None]:
    return lambda ledger: change(ledger, CONTAINER, container, place=Spot(*spot), known=Known.TYPED)


def coded(key: int, text: str) -> Callable[[Ledger], None]:
    def code(ledger: Ledger) -> None:
        codes = sorted((*ledger.one(SPECIMEN, key).codes, Code(text, CodeKind.KIT, 5)))
        change(ledger, SPECIMEN, key, codes=tuple(codes))

    return code


def both(*steps: Callable[[Ledger], None]) -> Callable[[Ledger], None]:
    def all_of_them(ledger: Ledger) -> None:
        for step in steps:
            step(ledger)

    return all_of_them


def new_box(ledger: Ledger) -> None:
    ledger.save(CONTAINER, Container(ledger.new_id(CONTAINER), ledger.container(BOX).type_id, "No code"))


def circle(ledger: Ledger) -> None:
    stand(FREE, SHELF, 0, 0)(ledger)
    stand(SHELF, FREE, 0, 0)(ledger)


def gone(container: int, status: Standing) -> Callable[[Ledger], None]:
    return lambda ledger: change(ledger, CONTAINER, container, status=status)


FILE = "the file refuses"
NOBODY = "nobody else looks at this"
GATES: list[tuple[str, Callable[[Ledger], None], type[Exception], dict[str, object], str]] = [
    (
        "stored nowhere",
        lambda ledger: change(ledger, SPECIMEN, BENCH, status=Status.STORED),
        BrokenRule,
        {},
        "status and place disagree",
    ),
    (
        "on the bench without a clock",
        gone(FREE, Standing.ON_THE_BENCH),
        BrokenRule,
        {},
        "the clock and the bench disagree",
    ),
    ("box without a code", new_box, ContainerCodeMissing, {"kind": "box", "name": "No code"}, NOBODY),
    ("in each other", circle, InsideItself, {"name": "FREE", "inside": "SHELF"}, "stands in itself"),
    ("left without its tubes", gone(BOX, Standing.AWAY), NotStanding, {"status": "away"}, "is away, but"),
    (
        "came back without its tubes",
        gone(AWAY, Standing.IN_PLACE),
        NotStanding,
        {"container": "AWAY"},
        "is in place, but",
    ),
    ("outside", put(T1, BOX, 3, 0), NoSuchPosition, {"text": "4, 1"}, "outside its grid"),
    ("taken", put(T1, BOX, 0, 1), PositionTaken, {"position": "A2", "occupant": "T2"}, FILE),
    ("on a shelf", put(T1, SHELF, 0, 0), NotForTubes, {"container": "SHELF"}, "though it is for containers"),
    ("wrong material", put(T1, CSF, 0, 0), WrongMaterial, {"material": "DNA"}, NOBODY),
    ("into a retired box", put(T1, RETIRED, 0, 0), NotStanding, {"status": "retired"}, "is retired and not empty"),
    ("into a box away", put(T1, AWAY, 1, 1), NotStanding, {"status": "away"}, "is away, but"),
    ("stored in a box away", put(PACKED, AWAY, 0, 0), NotStanding, {"container": "AWAY"}, "is away, but"),
    ("box in box", stand(CSF, BOX, 2, 2), WrongContainer, {"child_kind": "box"}, "may not stand in it"),
    (
        "onto a retired shelf",
        stand(CSF, OLD_SHELF, 0, 0),
        NotStanding,
        {"container": "OLD"},
        "is retired and not empty",
    ),
    ("a command", coded(T1, "CMD-UNDO"), CodeIsACommand, {"text": "CMD-UNDO"}, NOBODY),
    ("code of another", coded(T1, "t2"), CodeTaken, {"code": "t2", "owner": "T2"}, FILE),
    ("code given twice", both(coded(T1, "N"), coded(T2, "n")), CodeTaken, {"code": "n", "owner": "T1"}, FILE),
]
rows = pytest.mark.parametrize(
    ("step", "problem", "facts", "otherwise"), [g[1:] for g in GATES], ids=[g[0] for g in GATES]
)


@rows
def test_the_last_look_refuses_what_can_not_be(
    bank: Bank,
    step: Callable[[Ledger], None],
    problem: type[Exception],
    facts: dict[str, object],
    otherwise: str,
) -> None:
    with refused(bank, problem, **facts), bank.database.transaction("test", 1) as ledger:
        step(ledger)


@rows
def test_without_the_last_look_it_is_found_later_or_not_at_all(
    bank: Bank,
    monkeypatch: pytest.MonkeyPatch,
    step: Callable[[Ledger], None],
    problem: type[Exception],
    facts: dict[str, object],
    otherwise: str,
) -> None:
    monkeypatch.setattr(gate, "check", lambda _: None)
    if otherwise == FILE:
        with refused(bank, sqlite3.IntegrityError), bank.database.transaction("test", 1) as ledger:
            step(ledger)
        return
    with bank.database.transaction("test", 1) as ledger:
        step(ledger)
    said = [each.what for each in bank.findings()]
    assert said == [] if otherwise == NOBODY else [what for what in said if otherwise in what], said


def thaw_and_hold(ledger: Ledger) -> None:
    change(ledger, SPECIMEN, T1, thaws=1, holds=(Hold(HoldKind.REQUEST, "asked"),), place=Spot(BOX, 2, 2))
    coded(T1, "KIT")(ledger)
    change(ledger, CONTAINER, FREE, name="Free shelf", code="FREE-1")
    ledger.save_new("site", [Site(ledger.new_id("site"), "FR09", "Nice")])


@pytest.mark.parametrize("part", ["_rows", "_set_down", "_holds_and_fields", "_codes"])
def test_what_was_written_otherwise_than_said_is_not_committed(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setattr(writing, part, lambda *_: None)
    with refused(bank, BrokenRule), bank.database.transaction("test", 1) as ledger:
        thaw_and_hold(ledger)
    monkeypatch.setattr(writing, "_check", lambda _: None)
    with bank.database.transaction("test", 1) as ledger:
        thaw_and_hold(ledger)
    assert bank.findings()


def test_what_moves_is_lifted_first_or_two_things_would_be_in_one_place(
    bank: Bank, monkeypatch: pytest.MonkeyPatch
) -> None:
    swap = MoveTubes((Move(T1, Spot(BOX, 0, 1)), Move(T2, Spot(BOX, 0, 0))))
    with monkeypatch.context() as patch:
        patch.setattr(writing, "_lift", lambda _: None)
        with refused(bank, sqlite3.IntegrityError):
            bank.do(swap)
    bank.do(swap)
    assert (bank.tube(T1).place, bank.tube(T2).place) == (Spot(BOX, 0, 1), Spot(BOX, 0, 0))


SLY = {
    "specimen": "UPDATE OF thaws ON specimen BEGIN UPDATE specimen SET note = 'x' WHERE id = NEW.id; END",
    "container": "UPDATE OF code ON container BEGIN UPDATE container SET name = 'x' WHERE id = NEW.id; END",
    "site": "INSERT ON site BEGIN UPDATE site SET name = 'x' WHERE id = NEW.id; END",
}


@pytest.mark.parametrize("kind", SLY)
def test_a_trigger_that_changes_more_than_was_said_is_caught_before_the_commit(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    with closing(raw(bank.path)) as connection:
        connection.execute(f"CREATE TRIGGER sly AFTER {SLY[kind]}")
    with refused(bank, BrokenRule), bank.database.transaction("test", 1) as ledger:
        thaw_and_hold(ledger)
    monkeypatch.setattr(writing, "_check", lambda _: None)
    with bank.database.transaction("test", 1) as ledger:
        thaw_and_hold(ledger)
    assert [each for each in bank.findings() if each.what.endswith("differs from what history says")]


class Stumbled(Exception):
    """Something that nobody thought of."""


def test_what_breaks_off_half_way_leaves_nothing_and_the_next_goes_well(bank: Bank) -> None:
    def stumble() -> None:
        raise Stumbled

    with refused(bank, Stumbled), bank.database.transaction("test", 1) as ledger:
        thaw_and_hold(ledger)
        stumble()
    with bank.database.transaction("test", 1) as ledger:
        thaw_and_hold(ledger)
    assert bank.findings() == []


@pytest.mark.parametrize("part", ["_rows", "_operation", "_set_down", "_codes", "_chain", "_check"])
def test_whatever_step_of_the_writing_fails_nothing_is_written(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    def stumble(*_: object) -> None:
        raise Stumbled

    with monkeypatch.context() as patch:
        patch.setattr(writing, part, stumble)
        with refused(bank, Stumbled), bank.database.transaction("test", 1) as ledger:
            thaw_and_hold(ledger)
    with bank.database.transaction("test", 1) as ledger:
        thaw_and_hold(ledger)
    assert bank.findings() == []


def test_a_transaction_that_says_nothing_new_leaves_no_trace(bank: Bank) -> None:
    before = bank.everything()
    told: list[object] = []
    with bank.database.transaction("test", 1, told=told.append) as ledger:
        tube = ledger.one(SPECIMEN, T1)
        ledger.save(SPECIMEN, tube._replace(thaws=9))
        ledger.save(SPECIMEN, tube)
        assert ledger.changed() == 0
    assert bank.everything() == before
    assert told == []


def test_a_thing_saved_twice_is_one_event_from_the_first_state_to_the_last(bank: Bank) -> None:
    with bank.database.transaction("test", 1) as ledger:
        for thaws in (1, 2):
            change(ledger, SPECIMEN, T1, thaws=thaws)
        assert ledger.one(SPECIMEN, T1).thaws == 2
        number = ledger.operation_id
    (event,) = bank.told(number)
    assert (event["before"], event["after"]) == ({"thaws": 0}, {"thaws": 2})


def test_what_is_not_there_is_named(bank: Bank) -> None:
    with refused(bank, NotThere, kind="specimen", name="99"), bank.database.transaction("test", 1) as ledger:
        ledger.specimens((T1, 99, 100))


def test_ids_go_on_and_are_never_given_again(bank: Bank) -> None:
    done = bank.do(RegisterTubes((a_new_tube("N1"), a_new_tube("N2"))))
    bank.undo(done)
    bank.do(RegisterTubes((a_new_tube("N1"),)))
    assert [row[0] for row in bank.rows("SELECT id FROM specimen ORDER BY id")] == [1, 2, 3, 4, 5, 6, 7]


def test_many_things_at_once_are_found_whatever_gaps_their_ids_have(bank: Bank) -> None:
    tubes = tuple(a_new_tube(f"N{n}") for n in range(950))
    done = bank.do(RegisterTubes(tubes))
    with bank.database.transaction("test", 1) as ledger:
        every = [row[0] for row in bank.rows("SELECT id FROM specimen")]
        for wanted in (every, every[::2], every[:17], [*every[:3], *every[-2:]]):
            assert list(ledger.specimens(wanted)) == wanted
    bank.undo(done)
    assert bank.findings() == []


def test_a_change_says_what_was_touched_and_where(bank: Bank) -> None:
    done = bank.do(MoveTubes((Move(T1, Spot(BOX, 2, 2)),)))
    assert done.change.specimens == frozenset({T1})
    assert done.change.containers == frozenset({BOX})
    assert (done.change.last_seq, done.change.foreign) == (bank.head()[0], False)
    assert done.change.operation_id == done.operation_id


@pytest.mark.parametrize("how", ["moved", "replaced", "removed"])
def test_nothing_is_written_to_a_file_that_is_no_longer_there(bank: Bank, tmp_path: Path, how: str) -> None:
    kept = tmp_path / "kept.freezer"
    shutil.copy(bank.path, kept)
    if how == "removed":
        bank.path.unlink()
    else:
        bank.path.rename(tmp_path / "elsewhere.freezer")
    if how == "replaced":
        shutil.copy(kept, bank.path)
    for look in (lambda: bank.do(MarkThawed((T1,))), bank.database.poll):
        with pytest.raises(BankMoved) as caught:
            look()
        assert caught.value.path == str(bank.path)
    if how == "replaced":
        assert bank.path.read_bytes() == kept.read_bytes()


def test_a_bank_opened_for_reading_is_not_written(bank: Bank) -> None:
    reading = Bank.__new__(Bank)
    reading.path, reading.clock = bank.path, bank.clock
    reading.database = Database(bank.path, bank.clock, bank.database.uuid, writable=False)
    with refused(bank, ReadOnlyBank, path=str(bank.path)):
        reading.do(MarkThawed((T1,)))
    assert reading.tube(T1).thaws == 0


def test_a_bank_found_damaged_is_read_but_not_written(bank: Bank) -> None:
    bank.database.make_read_only("page 7 is bent")
    assert bank.database.damage == "page 7 is bent"
    with refused(bank, DamageFound, path=str(bank.path), what="page 7 is bent"):
        bank.do(MarkThawed((T1,)))
    assert bank.tube(T1).thaws == 0


def test_a_shelf_needs_no_code(bank: Bank) -> None:
    key = a_shelf(bank, kind=Kind.SHELF, name="Shelf without")
    with bank.database.transaction("test", 1) as ledger:
        change(ledger, CONTAINER, key, code=None)
    assert bank.rows("SELECT * FROM code WHERE owner_kind = 'container' AND owner_id = ?", key) == []
    assert bank.findings() == []
