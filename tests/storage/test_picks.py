"""Pick lists as screens read them: in lines, and one whole in walking order; and tubes as a list looks at them."""

from pathlib import Path

import pytest

from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.mark import MarkMissing
from freezerapp.commands.parties import SetSetting
from freezerapp.commands.pick import AddToPickList, MakePickList, Retrieve, ReturnPicked
from freezerapp.commands.settle_pick import CancelPickList, FinishPickList, RemovePicked, ReplacePicked
from freezerapp.commands.ship import MakeShipment
from freezerapp.domain.choosing import Kin, Rule, choose
from freezerapp.domain.code_list import Obstacle
from freezerapp.domain.container import Kind
from freezerapp.domain.picking import PickLineState, PickState
from freezerapp.domain.problems import NotThere
from freezerapp.domain.specimen import HoldKind, Made, Status
from freezerapp.domain.temperature import Temperature
from freezerapp.storage.rows.candidates import for_rule, judged, judged_codes, substitutes_for
from freezerapp.storage.rows.picks import PickPage, in_walking_order, open_picks, pick_lists, pick_page
from freezerapp.storage.rows.storage import storage
from tests.build import Bank, a_bank, a_box, a_shelf, a_tube


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_bank(tmp_path)


def page(bank: Bank, key: int = 1) -> PickPage:
    with bank.database.reading() as reader:
        return pick_page(reader, key, storage(reader))


def a_hall(bank: Bank) -> tuple[int, int, int]:
    """A hall with two freezers and a tank of nitrogen, a box in each; gives the boxes, the tank's first."""
    hall = a_shelf(bank, 1, 3, name="HALL", kind=Kind.ROOM)
    boxes = []
    for name, kind, temperature in (
        ("TANK", Kind.TANK, Temperature.VAPOUR),
        ("F1", Kind.FREEZER, Temperature.DEEP),
        ("F2", Kind.FREEZER, Temperature.DEEP),
    ):
        unit = a_shelf(bank, 2, 2, in_=hall, name=name, kind=kind, temperature=temperature)
        rack = a_shelf(bank, 2, 2, in_=unit, name=f"{name}-R", kind=Kind.RACK)
        boxes.append(a_box(bank, in_=rack, name=f"{name}-BOX"))
    return boxes[0], boxes[1], boxes[2]


def test_a_list_is_shown_in_walking_order_box_by_box_with_cells_last(bank: Bank) -> None:
    tank, one, two = a_hall(bank)
    b = a_tube(bank, "B", in_=two, at="A1", participant="P1", visit="V01")
    cells = a_tube(bank, "CELLS", in_=tank, at="A1", material="CEL")
    a2, a1 = (a_tube(bank, f"A{n}", in_=one, at=f"A{n}") for n in (2, 1))
    bank.do(MakePickList("Request", (b, cells, a2, a1), purpose="assay"))
    found = page(bank)
    assert [row.barcode for row in found.rows] == ["A1", "A2", "B", "CELLS"]
    assert [row.number for row in found.rows] == [4, 3, 1, 2]
    assert [box.path for box in found.boxes] == [
        "F1 › F1-R › A1 › F1-BOX",
        "F2 › F2-R › A1 › F2-BOX",
        "TANK › TANK-R › A1 › TANK-BOX",
    ]
    assert [row.position for row in found.rows] == ["A1", "A2", "A1", "A1"]
    assert [row.limit_s for row in found.rows] == [300, 300, 300, 120]
    assert [row.batch for row in found.rows] == [1, 1, 1, 2]
    assert (found.walk.doors, found.walk.boxes, found.walk.seconds) == (3, 3, 3 * 100 + 4 * 12)
    assert (found.rows[2].participant, found.rows[2].visit) == ("P1", "V01")


def test_the_way_left_is_that_to_what_is_still_wanted(bank: Bank) -> None:
    _, one, two = a_hall(bank)
    a, b = a_tube(bank, "A", in_=one, at="A1"), a_tube(bank, "B", in_=two, at="A1")
    bank.do(MakePickList("Request", (a, b)))
    bank.do(Retrieve(1, (a,)))
    bank.do(SetSetting("minutes per door", "2"))
    found = page(bank)
    assert (found.walk.doors, found.walk.seconds) == (1, 120 + 40 + 12)
    assert [(row.batch, row.status, row.position) for row in found.rows] == [
        (0, Status.ON_THE_BENCH, "A1"),
        (1, Status.STORED, "A1"),
    ]
    assert found.rows[0].out_since == bank.tube(a).out_since


def test_lists_are_counted_by_what_became_of_their_tubes(bank: Bank) -> None:
    box = a_box(bank)
    keys = tuple(a_tube(bank, f"T{n}", in_=box, at=f"A{n}") for n in range(1, 7))
    bank.do(MakePickList("First", keys[:5], purpose="assay", rule="all", seed="x"))
    bank.do(MakePickList("Second", keys[5:]))
    bank.do(Retrieve(1, keys[:3]))
    bank.do(ReturnPicked(1, keys[:1]))
    bank.do(RemovePicked((2,), "no"))
    with bank.database.reading() as reader:
        second, first = pick_lists(reader)
        assert open_picks(reader) == 2
    assert (first.number, first.title, first.state, first.purpose) == (
        "PICK-2024-0001",
        "First",
        PickState.OPEN,
        "assay",
    )
    assert (first.tubes, first.wanted, first.retrieved, first.out, first.returned) == (4, 2, 1, 1, 1)
    assert (first.rule, first.seed) == ("all", "x")
    assert (second.tubes, second.wanted) == (1, 1)
    bank.do(RemovePicked((6,), "no"))
    bank.do(FinishPickList(2))
    bank.do(CancelPickList(1, "withdrawn"))
    with bank.database.reading() as reader:
        assert open_picks(reader) == 0
        first = pick_lists(reader)[1]
    assert (first.state, first.retrieved, first.out) == (PickState.CANCELLED, 1, 0)


def test_a_substitute_says_whose_place_it_takes_and_the_old_one_stays_to_be_seen(bank: Bank) -> None:
    box = a_box(bank)
    a, b = (a_tube(bank, name, in_=box, at=f"A{n}") for n, name in enumerate("AB", 1))
    bank.do(MakePickList("First", (a,)))
    bank.do(ReplacePicked(1, b, "too little"))
    old, fresh = page(bank).rows
    assert (old.state, old.reason, old.batch) == (PickLineState.REPLACED, "too little", 0)
    assert (fresh.barcode, fresh.number, fresh.takes_place_of, fresh.batch) == ("B", 1, "A", 1)


def test_a_tube_without_a_place_is_last_and_an_unknown_list_is_not_there(bank: Bank) -> None:
    box = a_box(bank)
    gone, there = (a_tube(bank, name, in_=box, at=f"A{n}") for n, name in enumerate("AB", 1))
    bank.do(MakePickList("First", (gone, there)))
    from freezerapp.commands.mark import MarkUsedUp

    bank.do(MarkUsedUp((gone,)))
    found = page(bank)
    assert [(row.barcode, row.box, row.position) for row in found.rows] == [("B", box, "A2"), ("A", None, None)]
    with pytest.raises(NotThere):
        page(bank, 7)


def test_any_tubes_can_be_put_into_walking_order(bank: Bank) -> None:
    _, one, two = a_hall(bank)
    b, a = a_tube(bank, "B", in_=two, at="A1"), a_tube(bank, "A", in_=one, at="A1")
    nowhere = a_tube(bank, "N")
    with bank.database.reading() as reader:
        tree = storage(reader)
    order, way = in_walking_order(bank.database, [b, nowhere, a], tree)
    assert [stop.tube for stop in order] == [a, b]
    assert way.doors == 2


def test_a_pasted_list_says_of_each_line_why_it_is_left_out(bank: Bank) -> None:
    box = a_box(bank, name="BOX")
    good, held, missing, picked, shipped = (a_tube(bank, f"TUBE{n}", in_=box, at=f"A{n}") for n in range(1, 6))
    bank.do(PlaceHold((held,), HoldKind.IDENTITY, "label"))
    bank.do(MarkMissing((missing,)))
    bank.do(MakePickList("First", (picked,)))
    shipment = bank.do(MakeShipment((shipped,))).result
    text = "tube1\r\nTUBE2\nTUBE3\nTUBE4\nTUBE5\nBOX\nTUBEI\nPICK-2024-0001\nTUBE1"
    assert isinstance(shipment, int)
    found = judged_codes(bank.database, text)
    own = judged_codes(bank.database, "TUBE5", shipment=shipment)
    chosen = judged(bank.database, [held, good])
    assert found.tubes == (good,)
    assert [(each.line, each.obstacle, each.facts) for each in found.left_out] == [
        (2, Obstacle.HELD, ()),
        (3, Obstacle.UNAVAILABLE, ("missing",)),
        (4, Obstacle.RESERVED, ("PICK-2024-0001",)),
        (5, Obstacle.RESERVED, ("SHP-2024-0001",)),
        (6, Obstacle.NOT_A_TUBE, ()),
        (7, Obstacle.UNKNOWN, ("TUBE1",)),
        (8, Obstacle.NOT_A_TUBE, ()),
        (9, Obstacle.TWICE, ()),
    ]
    assert (own.tubes, own.left_out) == ((shipped,), ())
    assert (chosen.tubes, [each.tube for each in chosen.left_out]) == ((good,), [held])


def test_a_rule_sees_what_is_held_and_reserved(bank: Bank) -> None:
    box = a_box(bank)
    facts = {"material": "CSF", "visit": "V01", "amount": 500_000}
    one = a_tube(bank, "T1", in_=box, at="A1", participant="P1", **facts)  # type: ignore[arg-type]
    two = a_tube(bank, "T2", in_=box, at="A2", participant="P2", **facts)  # type: ignore[arg-type]
    held = a_tube(bank, "T3", in_=box, at="A3", participant="P3", **facts)  # type: ignore[arg-type]
    a_tube(bank, "T4", in_=box, at="A4", participant="P4", material="CSF", visit="V02")
    a_tube(bank, "T5", in_=box, at="A5", participant="P5", visit="V01")
    bank.do(PlaceHold((held,), HoldKind.QUARANTINE, "leaking"))
    bank.do(MakePickList("First", (two,)))
    rule = Rule("CSF", 500_000, "µL", ("V01",))
    pool = for_rule(bank.database, rule)
    assert [each.barcode for each in pool] == ["T1", "T2", "T3"]
    assert choose(pool, rule) == ((one,), 3, 2, 3)


def test_substitutes_are_siblings_and_tubes_of_the_same_visit(bank: Bank) -> None:
    box = a_box(bank)
    person = {"participant": "P1", "visit": "V01"}
    a_tube(bank, "MOTHER", in_=box, at="I9", amount=10_000_000, **person)  # type: ignore[arg-type]
    keys = [
        a_tube(bank, f"A{n}", in_=box, at=f"A{n}", parent="MOTHER", made_by=Made.ALIQUOT, **person)  # type: ignore[arg-type]
        for n in (1, 2)
    ]
    other = a_tube(bank, "B1", in_=box, at="B1", amount=100_000, **person)  # type: ignore[arg-type]
    a_tube(bank, "B2", in_=box, at="B2", participant="P1", visit="V02")
    with bank.database.reading() as reader:
        found = substitutes_for(reader, keys[0])
    assert (found[0].tube.id, found[0].kin) == (keys[1], Kin.SAME_PARENT)
    assert other in [one.tube.id for one in found]
    assert {one.tube.barcode for one in found} == {"A2", "B1", "MOTHER"}


def test_what_an_open_list_can_take_is_told_from_what_others_or_it_itself_have_reserved(bank: Bank) -> None:
    box = a_box(bank)
    keys = [a_tube(bank, f"T{n}", in_=box, at=f"A{n}") for n in range(1, 7)]
    here, removed, shipped, other_shipped, other, free = keys
    shipment = bank.do(MakeShipment((here, removed, shipped))).result
    bank.do(MakeShipment((other_shipped,)))
    bank.do(MakePickList("Ours", (here, removed), shipment_id=shipment))
    bank.do(MakePickList("Theirs", (other,)))
    bank.do(RemovePicked((2,), "not now"))
    found = judged(bank.database, keys, add_to=1)
    assert found.tubes == (removed, shipped, free)
    assert [(each.text, each.obstacle, each.facts) for each in found.left_out] == [
        ("T1", Obstacle.RESERVED, ("PICK-2024-0001",)),
        ("T4", Obstacle.RESERVED, ("SHP-2024-0002",)),
        ("T5", Obstacle.RESERVED, ("PICK-2024-0002",)),
    ]
    assert judged_codes(bank.database, "T1\nT3\nT6", add_to=1).tubes == (shipped, free)
    assert {each.id for each in for_rule(bank.database, Rule("DNA"), 1) if each.usable} == {removed, shipped, free}
    bank.do(AddToPickList(1, found.tubes))
    assert judged(bank.database, keys, add_to=1).tubes == ()
