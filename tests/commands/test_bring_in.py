"""Registering tubes, by hand and from a list."""

from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.bring_in import BringIn, BroughtIn, NewBox, NewSite, NewTube, NewVisit, RegisterTubes
from freezerapp.commands.mark import HasDescendants, VoidTubes
from freezerapp.domain.barcode import CodeIsACommand, CodeMissing, CodeNotPrintable, CodeTooLong
from freezerapp.domain.container import NotForTubes, WrongMaterial
from freezerapp.domain.position import NoSuchPosition
from freezerapp.domain.problems import (
    ChangedSince,
    CodeTaken,
    NotStanding,
    NotThere,
    PositionTaken,
    Problem,
    ReasonMissing,
)
from freezerapp.domain.specimen import CodeKind, Kind, Known, Made, Spot, Status
from freezerapp.domain.temperature import Temperature, WrongTemperature
from freezerapp.storage.ledger import BrokenRule
from tests.build import (
    Bank,
    a_bank,
    a_box,
    a_box_type,
    a_new_tube,
    a_shelf,
    a_tube,
    an_operator,
    refused,
    there_and_back,
)


def brought(bank: Bank, *tubes: NewTube, **more: Any) -> BroughtIn:
    done = bank.do(BringIn(tubes, **more))
    assert isinstance(done.result, BroughtIn)
    return done.result


def test_a_registered_tube_stands_in_its_box_and_its_code_leads_to_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="DNA-0001")
    tube = bank.tube(a_tube(bank, "MC1", in_=box, at="D6", known=Known.SCANNED))
    assert (tube.status, tube.place, tube.known) == (Status.STORED, Spot(box, 3, 5), Known.SCANNED)
    assert (tube.amount, tube.initial_amount, tube.unit) == (200_000, 200_000, "µL")
    assert tube.stored_on == "2024-03-14"
    assert bank.rows("SELECT owner_kind, owner_id FROM code WHERE key = 'mc1'") == [("specimen", tube.id)]


def test_a_tube_without_a_position_is_expected(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    tube = bank.tube(a_tube(bank))
    assert (tube.status, tube.place, tube.known, tube.stored_on) == (Status.EXPECTED, None, None, None)


def test_a_list_makes_unknown_participants_visits_and_boxes(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    result = brought(
        bank,
        a_new_tube("T1", participant="P1", visit="V01", collected="2019-03", site="FR01", box="B1", at="A1"),
        a_new_tube("T2", participant="P1", visit="V01", collected="2019-03", site="FR01", box="B1", at="A2"),
        a_new_tube("T3", participant="P2", visit="V01", collected="2019-03", box="B1", at="A3"),
        boxes=(NewBox("B1", "Box one", "box-3-3"),),
        types=(a_box_type(3),),
        visits=(NewVisit("V01", "Inclusion", 0),),
        sites=(NewSite("FR01", "Paris", "FR"),),
    )
    assert result == BroughtIn(range(1, 4), 2, 1, 1)
    assert bank.rows("SELECT code, name, planned_day FROM moment") == [("V01", "Inclusion", 0)]
    assert bank.rows("SELECT code, name, country FROM site") == [("FR01", "Paris", "FR")]
    assert bank.rows("SELECT code, site_id FROM participant ORDER BY code") == [("P1", 1), ("P2", None)]
    assert bank.rows("SELECT DISTINCT collected FROM collection") == [("2019-03",)]
    assert bank.tube(1).collection_id == bank.tube(2).collection_id != bank.tube(3).collection_id
    assert bank.findings() == []


def test_a_second_list_finds_the_participants_of_the_first(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    brought(bank, a_new_tube("T1", participant="P1", visit="V01"))
    assert brought(bank, a_new_tube("T2", participant="P1", visit="V01")).participants == 0
    assert bank.tube(1).collection_id == bank.tube(2).collection_id


def test_a_parent_may_come_earlier_in_the_same_list_or_be_in_the_bank(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="B1")
    first = a_tube(bank, "BLOOD", in_=box, at="A1", material="BLD")
    made = brought(
        bank,
        NewTube(None, "BLD", kind=Kind.SOURCE, key="draw 1"),
        a_new_tube("T1", parent="draw 1", made_by=Made.DERIVATIVE),
        a_new_tube("T2", parent="t1"),
        a_new_tube("T3", parent="blood"),
    ).specimens
    source, t1, t2, t3 = (bank.tube(key) for key in made)
    assert (source.kind, source.barcode, t1.parent_id, t1.made_by) == (
        Kind.SOURCE,
        None,
        source.id,
        Made.DERIVATIVE,
    )
    assert (t2.parent_id, t2.made_by, t3.parent_id) == (t1.id, Made.ALIQUOT, first)


def test_every_code_of_a_tube_leads_to_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    key = a_tube(bank, "T1", other_codes=(("BASE-7", CodeKind.BASE),))
    assert bank.rows("SELECT key, kind, owner_id FROM code WHERE owner_kind = 'specimen' ORDER BY key") == [
        ("base-7", "base", key),
        ("t1", "label", key),
    ]


def test_history_tells_each_new_tube_with_who_when_and_how_known(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="B1")
    who = an_operator(bank, "Ben")
    new = a_new_tube("T1", box="B1", at="A2", amount=5, unit="nL")
    done = bank.do(RegisterTubes((new, a_new_tube("T2")), known=Known.TYPED, reason="found", done_at="2019-03-14"), who)
    first, second = bank.told(done)
    assert {name: first[name] for name in ("kind", "operator", "reason", "done_at", "known", "before")} == {
        "kind": "register",
        "operator": [who, "Ben"],
        "reason": "found",
        "done_at": "2019-03-14",
        "known": "typed",
        "before": None,
    }
    assert first["subject"] == ["specimen", 1]
    assert first["offset"] == 60
    assert first["recorded_at"] == bank.clock.moment
    after = {
        "kind": "tube",
        "status": "stored",
        "barcode": "T1",
        "material_id": 1,
        "amount": 5,
        "initial_amount": 5,
        "unit": "nL",
        "stored_on": "2019-03-14",
        "place": [box, 0, 1],
        "known": "typed",
        "codes": [["T1", "label", bank.clock.moment, None]],
    }
    assert {name: first["after"].get(name) for name in after} == after
    assert second["subject"] == ["specimen", 2]


def test_registering_can_be_undone_and_redone(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a_box(bank, name="B1")
    done = there_and_back(
        bank,
        BringIn(
            (
                a_new_tube("T1", participant="P1", visit="V01", site="FR01", box="B1", at="A1"),
                a_new_tube("T2", participant="P1", visit="V01", site="FR01", box="B2", at="A1", parent="T1"),
            ),
            boxes=(NewBox("B2", "Second", "box-2-2"),),
            types=(a_box_type(2),),
            known=Known.SCANNED,
        ),
    )
    assert [row[0] for row in bank.rows("SELECT known FROM place")] == ["declared", "declared"]
    assert done.kind == "import"


def test_undone_registrations_are_void_and_free_their_codes_and_places(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    box = a_box(bank, name="B1")
    tubes = (a_new_tube("T1", box="B1", at="A1", participant="P1", site="FR01"),)
    done = bank.do(BringIn(tubes))
    undone = bank.undo(done)
    assert (bank.tube(1).status, bank.tube(1).barcode, bank.tube(1).codes) == (Status.VOID, "T1", ())
    assert bank.rows("SELECT void FROM participant") == [(1,)]
    again = bank.do(BringIn(tubes))
    assert bank.tube(2).place == Spot(box, 0, 0)
    assert bank.rows("SELECT void FROM participant") == bank.rows("SELECT void FROM site") == [(0,)]
    assert isinstance(again.result, BroughtIn)
    assert again.result.participants == 1
    with refused(bank, ChangedSince, kind="import", operator="Ada"):
        bank.undo(undone)
    assert bank.findings() == []


def test_a_participant_stays_while_another_list_uses_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    first = bank.do(BringIn((a_new_tube("T1", participant="P1", visit="V01"),)))
    brought(bank, a_new_tube("T2", participant="P1", visit="V01"))
    bank.undo(first)
    for table in ("participant", "moment", "collection"):
        assert bank.rows(f"SELECT void FROM {table}") == [(0,)], table


def test_redo_waits_for_the_participant_to_be_there_again(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    first = bank.do(BringIn((a_new_tube("T1", participant="P1", visit="V01"),)))
    second = bank.do(BringIn((a_new_tube("T2", participant="P1", visit="V01"),)))
    away = bank.undo(second)
    back = bank.undo(first)
    with refused(bank, NotThere, kind="collection"):
        bank.undo(away)
    bank.undo(back)
    bank.undo(away)
    assert (bank.tube(1).status, bank.tube(2).status) == (Status.EXPECTED, Status.EXPECTED)
    assert bank.findings() == []


def test_redo_waits_for_the_parent_to_be_there_again(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    first = bank.do(BringIn((a_new_tube("T1"),)))
    away = bank.undo(bank.do(BringIn((a_new_tube("T2", parent="T1"),))))
    bank.undo(first)
    with refused(bank, NotThere, kind="parent", name="T1"):
        bank.undo(away)


def test_registering_is_not_undone_while_something_was_made_of_it(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    parent = bank.do(BringIn((a_new_tube("T1"),)))
    a_tube(bank, "T2", parent="T1")
    with refused(bank, HasDescendants, barcode="T1", count=1, first="T2"):
        bank.undo(parent)


def test_redo_is_refused_if_the_code_was_given_to_another_tube_meanwhile(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    away = bank.undo(bank.do(BringIn((a_new_tube("T1"),))))
    a_tube(bank, "t1")
    with refused(bank, CodeTaken, code="T1", owner_kind="specimen", owner="t1"):
        bank.undo(away)


def test_site_fields_may_come_in_any_order(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    with bank.database.transaction("define fields", 1) as ledger:
        from freezerapp.storage.records import Field

        ledger.save_new("field", [Field(n, f"f{n}", f"Field {n}", "specimen", "text") for n in (1, 2)])
    key = a_tube(bank, fields=((2, "b"), (1, "7,5")))
    assert bank.tube(key).fields == ((1, "7,5"), (2, "b"))
    assert bank.rows("SELECT field_id, number FROM field_value ORDER BY field_id") == [
        (1, 7_500_000),
        (2, None),
    ]
    assert bank.findings() == []


def refusals() -> list[Any]:
    """What cannot be registered: the tube (or two), the problem, its facts."""
    listed: list[tuple[str, tuple[NewTube, ...], type[Problem], dict[str, object]]] = [
        ("barcode taken", (a_new_tube("OLD"),), CodeTaken, {"code": "OLD", "owner": "Old"}),
        ("code of a box", (a_new_tube("b1"),), CodeTaken, {"code": "b1", "owner_kind": "container"}),
        ("same twice", (a_new_tube("N"), a_new_tube("n")), CodeTaken, {"code": "n", "owner": "N"}),
        (
            "one code twice on a tube",
            (a_new_tube("N", other_codes=(("n", CodeKind.BASE),)),),
            CodeTaken,
            {"code": "n", "owner": "N"},
        ),
        ("second code taken", (a_new_tube("N", other_codes=(("old", CodeKind.BASE),)),), CodeTaken, {}),
        ("a command", (a_new_tube("cmd-undo"),), CodeIsACommand, {"text": "cmd-undo"}),
        ("unprintable", (a_new_tube("N\u200b1"),), CodeNotPrintable, {"characters": ("U+200B",)}),
        ("too long", (a_new_tube("N" * 101),), CodeTooLong, {"longest": 100}),
        ("no barcode", (a_new_tube(" "),), CodeMissing, {}),
        (
            "unknown material",
            (a_new_tube("N", material="GOO"),),
            NotThere,
            {"kind": "material", "name": "GOO"},
        ),
        ("unknown box", (a_new_tube("N", box="B9", at="A1"),), NotThere, {"kind": "box", "name": "B9"}),
        ("tube for a box", (a_new_tube("N", box="OLD", at="A1"),), NotThere, {"kind": "box"}),
        ("unknown parent", (a_new_tube("N", parent="X"),), NotThere, {"kind": "parent", "name": "X"}),
        ("box for a parent", (a_new_tube("N", parent="B1"),), NotThere, {"kind": "parent"}),
        (
            "parent after its child",
            (a_new_tube("N", parent="M"), a_new_tube("M")),
            NotThere,
            {"kind": "parent"},
        ),
        ("unknown study", (a_new_tube("N", participant="P", study="X"),), NotThere, {"kind": "study"}),
        (
            "position taken",
            (a_new_tube("N", box="B1", at="A1"),),
            PositionTaken,
            {"container": "Box", "position": "A1", "occupant": "Old", "use": "here"},
        ),
        (
            "two in one position",
            (a_new_tube("N", box="B1", at="A2"), a_new_tube("M", box="B1", at="A2")),
            PositionTaken,
            {"position": "A2"},
        ),
        (
            "outside the box",
            (a_new_tube("N", box="B1", row=3, column=0),),
            NoSuchPosition,
            {"text": "4, 1", "first": "A1", "last": "C3"},
        ),
        ("below zero", (a_new_tube("N", box="B1", row=-1, column=0),), NoSuchPosition, {}),
        ("into a shelf", (a_new_tube("N", box="SHELF", at="A1"),), NotForTubes, {"kind": "shelf"}),
        (
            "wrong material",
            (a_new_tube("N", box="CSF-BOX", at="A1"),),
            WrongMaterial,
            {"material": "DNA", "accepted": ("CSF",)},
        ),
        (
            "too warm",
            (a_new_tube("N", box="WARM", at="A1"),),
            WrongTemperature,
            {"material": "DNA", "wanted": Temperature.DEEP, "found": Temperature.FREEZER},
        ),
        ("taken-back box", (a_new_tube("N", box="GONE", at="A1"),), NotThere, {"kind": "box"}),
        ("retired box", (a_new_tube("N", box="RETIRED", at="A1"),), NotStanding, {"status": "retired"}),
    ]
    return [pytest.param(*rest, id=name) for name, *rest in listed]


@pytest.fixture(scope="module")
def busy_bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    from freezerapp.commands.arrange import RetireContainer
    from freezerapp.commands.take_back import TakeBack

    bank = a_bank(tmp_path_factory.mktemp("bank"))
    from tests.build import a_container

    box = a_container(bank, a_box_type(3), "Box", code="B1")
    a_tube(bank, "Old", in_=box, at="A1")
    a_shelf(bank, name="SHELF")
    a_box(bank, 2, name="CSF-BOX", materials=("CSF",))
    a_box(bank, 2, in_=a_shelf(bank, temperature=Temperature.FREEZER), name="WARM")
    a_box(bank, 2, name="GONE")
    bank.do(TakeBack(bank.value("SELECT max(id) FROM operation")))
    bank.do(RetireContainer(a_box(bank, 2, name="RETIRED"), reason="broken"))
    return bank


@pytest.mark.parametrize(("tubes", "problem", "facts"), refusals())
@pytest.mark.parametrize("first", [False, True], ids=["alone", "after a good one"])
def test_one_bad_tube_and_nothing_is_registered(
    busy_bank: Bank, first: bool, tubes: tuple[NewTube, ...], problem: type[Problem], facts: dict[str, object]
) -> None:
    good = (a_new_tube("GOOD", participant="P7", box="B1", at="C3"),) if first else ()
    with refused(busy_bank, problem, **facts):
        busy_bank.do(BringIn((*good, *tubes)))


def test_a_new_box_takes_the_temperature_of_where_it_is_put(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, temperature=Temperature.FREEZER)
    with refused(bank, WrongTemperature, found=Temperature.FREEZER):
        brought(
            bank,
            a_new_tube("T1", box="B1", at="A1"),
            boxes=(NewBox("B1", "B1", "box-2-2", Spot(shelf, 0, 0)),),
            types=(a_box_type(2),),
        )


def test_the_wrong_temperature_is_overruled_with_a_reason_only(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a_box(bank, name="WARM", temperature=Temperature.FREEZER)
    tube = a_new_tube("T1", box="WARM", at="A1")
    with refused(bank, ReasonMissing, what="overrule"):
        bank.do(BringIn((tube,), overrule=True))
    bank.do(BringIn((tube,), overrule=True, reason="no room elsewhere"))
    assert bank.tube(1).status is Status.STORED


@pytest.mark.parametrize(("kind", "fits"), [("cooling box", True), ("box", False)])
def test_cells_stop_on_their_way_in_a_cooling_box_only(tmp_path: Path, kind: str, fits: bool) -> None:
    from freezerapp.domain.container import Kind as ContainerKind
    from tests.build import a_container

    bank = a_bank(tmp_path)
    shelf = a_shelf(bank, temperature=Temperature.DEEP)
    a_container(bank, a_box_type(3, kind=ContainerKind(kind)), "COOL", in_=shelf)
    tube = a_new_tube("T1", material="CEL", box="COOL", at="A1")
    if fits:
        brought(bank, tube)
    else:
        with refused(bank, WrongTemperature, material="CEL", wanted=Temperature.VAPOUR):
            brought(bank, tube)


def test_a_parent_that_was_voided_is_no_parent(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    bank.do(VoidTubes((a_tube(bank, "T1"),), reason="mistake"))
    with refused(bank, NotThere, kind="parent", name="T1"):
        brought(bank, a_new_tube("T2", parent="T1"))


def test_a_tube_cannot_hold_more_than_it_began_with(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    with refused(bank, BrokenRule):
        brought(bank, a_new_tube("T1", amount=5, initial_amount=4, unit="nL"))
