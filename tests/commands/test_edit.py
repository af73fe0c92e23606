"""Facts of a tube corrected."""

from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.edit import EDITABLE, EditTube, ImpossibleAmount, NotEditable
from freezerapp.commands.mark import VoidTubes
from freezerapp.domain.problems import NothingToDo, NotThere, Problem, ReasonMissing
from freezerapp.domain.specimen import Specimen, Status
from freezerapp.storage.records import Field
from tests.build import Bank, a_bank, a_box, a_tube, refused, there_and_back

NEW_VALUES: dict[str, object] = {
    "amount": 150_000,
    "initial_amount": 300_000,
    "unit": "mL",
    "concentration": 50_000,
    "thaws": 2,
    "tube": "cryovial 2 mL",
    "sprec": "PL1-EDTA",
    "expires_on": "2030-01",
    "note": "étiquette abîmée \U0001f9ca",
    "fields": ((2, "x"), (1, "750,5")),
}


def a_filled_bank(folder: Path) -> Bank:
    bank = a_bank(folder)
    with bank.database.transaction("define fields", 1) as ledger:
        ledger.save_new("field", [Field(n, f"f{n}", f"Field {n}", "specimen", "text") for n in (1, 2)])
    a_tube(bank, "T1", in_=a_box(bank), at="A1", fields=((1, "old"),), note="old", tube="old")
    return bank


@pytest.mark.parametrize("name", sorted(EDITABLE))
def test_each_fact_is_edited_with_a_reason_and_back(tmp_path: Path, name: str) -> None:
    bank = a_filled_bank(tmp_path)
    old, new = getattr(bank.tube(1), name), NEW_VALUES[name]
    done = there_and_back(bank, EditTube(1, ((name, new),), "typing error"))
    assert sorted(getattr(bank.tube(1), name)) == sorted(new) if name == "fields" else True  # type: ignore[call-overload]
    assert name == "fields" or getattr(bank.tube(1), name) == new
    (told,) = bank.told(done)
    assert (told["kind"], told["reason"], told["known"]) == ("edit", "typing error", None)
    assert set(told["before"]) == set(told["after"]) == {name}
    assert name == "fields" or (told["before"][name], told["after"][name]) == (old, new)


@pytest.mark.parametrize("name", sorted(EDITABLE - {"initial_amount", "unit", "thaws", "fields"}))
def test_a_fact_can_be_emptied(tmp_path: Path, name: str) -> None:
    bank = a_filled_bank(tmp_path)
    bank.do(EditTube(1, tuple(NEW_VALUES.items()), "first"))
    done = bank.do(EditTube(1, ((name, None),), "not known after all"))
    assert getattr(bank.tube(1), name) is None
    assert bank.told(done)[0]["after"] == {name: None}
    assert bank.findings() == []
    bank.undo(done)
    assert getattr(bank.tube(1), name) == NEW_VALUES[name]


def test_many_facts_are_one_event(tmp_path: Path) -> None:
    bank = a_filled_bank(tmp_path)
    done = there_and_back(bank, EditTube(1, tuple(NEW_VALUES.items()), "all wrong"))
    assert len(bank.told(done)) == 1
    assert bank.rows("SELECT field_id, text, number FROM field_value ORDER BY field_id") == [
        (1, "750,5", 750_500_000),
        (2, "x", None),
    ]


def test_the_arm_the_person_and_the_place_are_not_edited() -> None:
    identity = {"id", "kind", "status", "barcode", "material_id", "collection_id", "parent_id", "made_by"}
    place = {"place", "known", "home", "codes", "holds", "stored_on", "out_since", "out_ms"}
    assert set(Specimen._fields) - EDITABLE == identity | place


REFUSALS: list[tuple[tuple[tuple[str, object], ...], type[Problem], dict[str, object]]] = [
    ((("barcode", "T9"),), NotEditable, {"field": "barcode"}),
    ((("status", Status.VOID),), NotEditable, {"field": "status"}),
    ((("note", "x"), ("collection_id", 2)), NotEditable, {"field": "collection_id"}),
    ((("arm", "A"),), NotEditable, {"field": "arm"}),
    ((("amount", -1),), ImpossibleAmount, {"barcode": "T1", "amount": -1, "unit": "µL"}),
    ((("amount", 200_001),), ImpossibleAmount, {"amount": 200_001}),
    ((("initial_amount", 199_999),), ImpossibleAmount, {"amount": 200_000}),
    ((("unit", None),), ImpossibleAmount, {"unit": None}),
    ((("amount", None), ("initial_amount", -5)), ImpossibleAmount, {"amount": -5}),
    ((("concentration", -1),), ImpossibleAmount, {"amount": -1, "unit": None}),
    ((("thaws", -1),), ImpossibleAmount, {"amount": -1, "unit": None}),
    ((("note", "old"),), NothingToDo, {"kind": "edit"}),
    ((), NothingToDo, {"kind": "edit"}),
]


@pytest.mark.parametrize(("changes", "problem", "facts"), REFUSALS)
def test_what_can_not_be_edited(
    tmp_path: Path, changes: tuple[tuple[str, Any], ...], problem: type[Problem], facts: dict[str, object]
) -> None:
    bank = a_filled_bank(tmp_path)
    with refused(bank, problem, **facts):
        bank.do(EditTube(1, changes, "because"))


@pytest.mark.parametrize("reason", [None, ""])
def test_an_edit_needs_a_reason(tmp_path: Path, reason: str | None) -> None:
    bank = a_filled_bank(tmp_path)
    with refused(bank, ReasonMissing, what="edit"):
        bank.do(EditTube(1, (("note", "x"),), reason))


def test_nothing_is_edited_of_a_tube_that_is_void_or_unknown(tmp_path: Path) -> None:
    bank = a_filled_bank(tmp_path)
    bank.do(VoidTubes((1,), "mistake"))
    with refused(bank, NotEditable, field="note"):
        bank.do(EditTube(1, (("note", "x"),), "because"))
    with refused(bank, NotThere, kind="specimen", name="2"):
        bank.do(EditTube(2, (("note", "x"),), "because"))
