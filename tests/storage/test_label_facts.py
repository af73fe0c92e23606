"""What labels say of tubes and containers, and the order in which they print."""

from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.define_field import DefineField
from freezerapp.commands.hold import PlaceHold
from freezerapp.domain.container import Kind
from freezerapp.domain.specimen import HoldKind, Made
from freezerapp.domain.temperature import Temperature
from freezerapp.storage.rows.labels import (
    LabelFacts,
    bank_name,
    container_label_facts,
    holders_of,
    in_box_order,
    short_names,
    tube_label_facts,
)
from freezerapp.storage.rows.storage import storage
from tests.build import Bank, a_bank, a_box, a_container, a_shelf, a_shelf_type, a_tube


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_bank(tmp_path)


def facts_of(bank: Bank, *ids: int, fields: frozenset[str] | None = None) -> list[LabelFacts]:
    with bank.database.reading() as reader:
        return tube_label_facts(reader, ids, storage(reader), short_names(reader), fields)


def a_full_tube(bank: Bank, box: int, barcode: str = "MC0000000042", **more: Any) -> int:
    said: dict[str, Any] = {"participant": "MC-FR03-012", "visit": "V01", "collected": "2019-03-14", "site": "FR03"}
    return a_tube(bank, barcode, in_=box, at=more.pop("at", "B3"), **{**said, **more})


def test_a_label_can_say_all_that_is_known_of_a_tube(bank: Bank) -> None:
    grade = bank.do(DefineField("grade", "Tumour grade")).result
    assert isinstance(grade, int)
    box = a_box(bank, name="DNA-0001")
    tube = a_full_tube(bank, box, concentration=52_500, fields=((grade, "II"),))
    (found,) = facts_of(bank, tube)
    facts = dict(found.facts)
    assert facts.pop("study")
    assert facts == {
        "barcode": "MC0000000042",
        "material": "Genomic DNA",
        "material:code": "DNA",
        "participant": "MC-FR03-012",
        "participant:short": "FR03-012",
        "visit": "V01",
        "visit:name": "V01",
        "site": "FR03",
        "collected": "2019-03-14",
        "volume": "200 µL",
        "concentration": "52.5 ng/µL",
        "box": "DNA-0001",
        "position": "B3",
        "home": "DNA-0001 B3",
        "path": "DNA-0001 › B3",
        "tail": "0042",
        "field:grade": "II",
        **({"stored": facts["stored"]} if "stored" in facts else {}),
    }
    assert (found.temperature, found.held) == (Temperature.DEEP, False)


def test_what_is_not_known_is_not_there(bank: Bank) -> None:
    (found,) = facts_of(bank, a_tube(bank, "X1", amount=None, unit=None))
    assert {"participant", "visit", "collected", "volume", "position", "box"}.isdisjoint(found.facts)
    assert found.facts["tail"] == "X1"


def test_aliquots_are_numbered_among_those_made_alike(bank: Bank) -> None:
    a_tube(bank, "P")
    made = [a_tube(bank, f"C{n}", parent="P", made_by=Made.ALIQUOT) for n in range(3)]
    other = a_tube(bank, "D", parent="P", made_by=Made.DERIVATIVE, material="PL1")
    assert [found.facts["aliquot"] for found in facts_of(bank, *made, other)] == ["01", "02", "03", "01"]


def test_the_end_that_tells_the_tubes_of_a_box_apart(bank: Bank) -> None:
    box = a_box(bank)
    tubes = [a_tube(bank, code, in_=box, at=at) for code, at in (("MC11234", "A1"), ("MC21234", "A2"), ("X9", "A3"))]
    assert [found.facts["tail"] for found in facts_of(bank, *tubes)] == ["11234", "21234", "X9"]


def test_fields_that_nobody_asks_for_are_not_looked_up(bank: Bank) -> None:
    tube = a_full_tube(bank, a_box(bank))
    (found,) = facts_of(bank, tube, fields=frozenset({"barcode"}))
    assert "path" not in found.facts
    assert found.facts["barcode"] == "MC0000000042"


def test_a_tube_on_a_consent_hold_is_marked_and_other_holds_are_not(bank: Bank) -> None:
    one, other = a_tube(bank), a_tube(bank)
    bank.do(PlaceHold((one,), HoldKind.CONSENT, "withdrawn"))
    kind = next(each for each in HoldKind if each is not HoldKind.CONSENT)
    bank.do(PlaceHold((other,), kind, "question"))
    assert [found.held for found in facts_of(bank, one, other)] == [True, False]


def test_labels_print_in_the_order_of_the_boxes(bank: Bank) -> None:
    shelf = a_shelf(bank)
    second = a_box(bank, in_=shelf, at="A2", name="ONE")
    first = a_box(bank, in_=shelf, at="A1", name="TWO")
    d = a_tube(bank, in_=second, at="A1")
    c = a_tube(bank, in_=first, at="B1")
    b = a_tube(bank, in_=first, at="A2")
    a = a_tube(bank, in_=first, at="A1")
    nowhere = a_tube(bank)
    with bank.database.reading() as reader:
        tree = storage(reader)
        assert holders_of(reader, [a, b, d, nowhere]) == {first, second}
    assert in_box_order(bank.database, [nowhere, d, c, b, a], tree) == [a, b, c, d, nowhere]
    by_columns = in_box_order(bank.database, [nowhere, d, c, b, a], tree, by_columns=True)
    assert by_columns == [a, c, b, d, nowhere], "down each column, as racks are scanned"


def test_a_container_says_its_code_size_and_cold(bank: Bank) -> None:
    type_ = a_shelf_type(kind=Kind.FREEZER, temperature=Temperature.DEEP, set_temperature=-80)
    unit = a_container(bank, type_, "F80-01")
    box = a_box(bank, in_=unit, name="DNA-0042")
    with bank.database.reading() as reader:
        tree = storage(reader)
        assert bank_name(reader) == "Test bank"
    door, found = container_label_facts(tree, [unit, box])
    assert door.temperature is None, "the label of a unit is on its door"
    assert found.temperature is Temperature.DEEP
    assert found.facts["code"] == "DNA-0042"
    assert (found.facts["size"], found.facts["temperature"], found.facts["inside"]) == ("9 × 9", "−80 °C", "F80-01")
