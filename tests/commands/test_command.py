"""The one door for every change, and the making of banks and operators."""

from pathlib import Path

import pytest

from freezerapp.commands.arrange import RenameContainer, RetireContainer
from freezerapp.commands.make_bank import AddOperator, make_bank
from freezerapp.commands.mark import MarkThawed
from freezerapp.commands.parties import TWO_PERSONS, SetSetting, SetSettings
from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.access import MANAGED, NotAllowed, Operator, Role, UnknownOperator
from freezerapp.domain.custody import IRREVOCABLE
from freezerapp.domain.problems import FileExists, NothingToDo, OperationRepeated, TextNotWritable
from freezerapp.storage import sqlite
from freezerapp.storage.database import Database
from freezerapp.storage.rows.shipments import settings
from tests.build import Bank, Bench, a_bank, a_box, a_tube, an_operator, refused

UUID = "00000000-0000-4000-8000-0123456789ab"


def test_a_new_bank_has_an_administrator_materials_and_a_study(tmp_path: Path) -> None:
    path = tmp_path / "trial.freezer"
    clock = Bench()
    database = make_bank(path, "Trial", "Ada", clock=clock, study=("MC", "Trial one"), blinded_until="2030-01-01")
    bank = Bank(path, clock, database)
    assert bank.one("operator", 1)._replace(account=None) == Operator(1, "Ada", None, Role.ADMINISTRATOR)
    assert bank.one("bank", 1).name == "Trial"
    assert bank.one("bank", 1).uuid == database.uuid
    assert bank.one("study", 1)[1:4] == ("MC", "Trial one", "2030-01-01")
    assert {"DNA", "CSF", "ZZZ"} <= {code for (code,) in bank.rows("SELECT code FROM material")}
    assert {event["kind"] for event in bank.told(1)} == {"make bank"}
    assert bank.told(1)[0]["operator"] == [1, "Ada"]
    assert bank.findings() == []


def test_the_same_steps_give_the_same_chain(tmp_path: Path) -> None:
    heads = set()
    for name in ("one", "two"):
        bank = a_bank(tmp_path, name)
        a_tube(bank, "T1", in_=a_box(bank), at="A1")
        heads.add(bank.head())
    assert len(heads) == 1


def test_a_bank_is_not_made_over_a_file(tmp_path: Path) -> None:
    path = tmp_path / "old.freezer"
    path.write_text("precious")
    with pytest.raises(FileExists) as caught:
        make_bank(path)
    assert caught.value.path == str(path)
    assert path.read_text() == "precious"


@pytest.mark.parametrize("where", ["tables", "rows"])
def test_what_fails_half_way_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    class Unlucky(Exception):
        pass

    def fail(*_: object, **__: object) -> None:
        raise Unlucky

    if where == "tables":
        monkeypatch.setattr(sqlite, "make_guards", fail)
    else:
        monkeypatch.setattr("freezerapp.storage.writing._check", fail)
    with pytest.raises(Unlucky):
        make_bank(tmp_path / "new.freezer")
    assert list(tmp_path.iterdir()) == []


def test_a_retry_of_the_same_operation_happens_once(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank)
    bank.do(MarkThawed((tube,)), uuid=UUID)
    with refused(bank, OperationRepeated, uuid=UUID):
        bank.do(MarkThawed((tube,)), uuid=UUID)
    assert bank.tube(tube).thaws == 1


def test_nobody_unknown_does_anything(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank)
    with refused(bank, UnknownOperator, name="7"):
        bank.do(MarkThawed((tube,)), 7)


@pytest.mark.parametrize("role", Role)
def test_each_role_may_do_what_it_is_there_for(tmp_path: Path, role: Role) -> None:
    bank = a_bank(tmp_path)
    who = an_operator(bank, "Eve", role)
    tube, box = a_tube(bank), a_box(bank)
    for command, allowed in (
        (MarkThawed((tube,)), role not in (Role.VIEWER, Role.AUDITOR)),
        (RetireContainer(box, "old"), role in (Role.MANAGER, Role.ADMINISTRATOR)),
        (AddOperator("Zoe"), role in (Role.MANAGER, Role.ADMINISTRATOR)),
        (SetSetting(TWO_PERSONS, "yes"), role in (Role.MANAGER, Role.ADMINISTRATOR)),
        (SetSettings(((TWO_PERSONS, "no"),)), role in (Role.MANAGER, Role.ADMINISTRATOR)),
    ):
        if allowed:
            bank.do(command, who)
        else:
            with refused(bank, NotAllowed, operator="Eve", role=role, what=command.kind):
                bank.do(command, who)


def test_several_site_rules_are_set_and_taken_back_at_once(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    bank.do(SetSetting("minutes per door", "2"))
    done = bank.do(SetSettings((("minutes per door", "3"), (TWO_PERSONS, "yes"))))
    assert site_rules(bank) == {"minutes per door": "3", TWO_PERSONS: "yes"}
    eve = an_operator(bank, "Eve", Role.OPERATOR)
    with refused(bank, NotAllowed, operator="Eve", what="set site rule"):
        bank.do(TakeBack(done.operation_id), eve)
    undone = bank.undo(done)
    assert site_rules(bank)["minutes per door"] == "2"
    assert TWO_PERSONS not in site_rules(bank)
    with pytest.raises(NothingToDo):
        bank.do(SetSettings((("minutes per door", "2"),)))
    bank.undo(undone)
    assert site_rules(bank) == {"minutes per door": "3", TWO_PERSONS: "yes"}
    assert bank.findings() == []


def site_rules(bank: Bank) -> dict[str, str]:
    with bank.database.reading() as reader:
        return dict(settings(reader))


def test_who_left_does_nothing_any_more(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    ben, tube = an_operator(bank), a_tube(bank)
    with bank.database.transaction("leave", 1) as ledger:
        ledger.save("operator", ledger.one("operator", ben)._replace(active=0))
    with refused(bank, NotAllowed, operator="Ben"):
        bank.do(MarkThawed((tube,)), ben)


def test_every_operation_says_who_when_and_with_which_program(tmp_path: Path) -> None:
    from freezerapp import __version__

    bank = a_bank(tmp_path)
    done = bank.do(MarkThawed((a_tube(bank),), "left out", "2024-03-13T17:30"))
    row = bank.rows("SELECT * FROM operation WHERE id = ?", done.operation_id)[0]
    assert row[1:] == (
        done.uuid,
        "thaw",
        1,
        bank.clock.moment,
        60,
        "2024-03-13T17:30",
        "left out",
        None,
        __version__,
    )


def test_what_can_not_be_taken_back_has_no_inverse(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    assert {"make bank", "add operator", "mark destroyed", "send away"} <= IRREVOCABLE
    done = bank.do(MarkThawed((a_tube(bank),)))
    assert done.inverse == TakeBack(done.operation_id)
    assert bank.do(AddOperator("Ben")).inverse is None
    assert "add operator" in MANAGED


def test_a_gesture_that_changes_nothing_leaves_no_trace(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    with refused(bank, NothingToDo, kind="thaw"):
        bank.do(MarkThawed(()))


def test_a_bank_opened_again_goes_on_where_it_was(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = a_tube(bank, "T1")
    head = bank.head()
    bank.close()
    again = Bank(bank.path, bank.clock, Database.open(bank.path, bank.clock))
    assert again.head() == head
    again.do(MarkThawed((tube,)))
    assert again.head()[0] == head[0] + 1
    assert again.findings() == []


def test_half_a_character_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank)
    with refused(bank, TextNotWritable, characters="U+DCFF"):
        bank.do(RenameContainer(box, "rack \udcff"))
