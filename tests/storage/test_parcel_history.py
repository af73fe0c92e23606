"""What history tells of a tube that travels, and of a parcel with all that belongs to it."""

from pathlib import Path

import pytest

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.commands.pick import AddToPickList, MakePickList, Retrieve
from freezerapp.commands.ship import CancelShipment, EditShipment, MakeShipment
from freezerapp.commands.ship_arrive import Arrival, ReceiveParcel, RecordArrivals
from freezerapp.commands.ship_boxes import AddTransportBoxes, PackageSaid, SetPackages
from freezerapp.commands.ship_decide import RemoveLines
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes
from freezerapp.commands.ship_send import Dispatch
from freezerapp.domain.parcel import Outcome
from freezerapp.storage.rows.history import HistoryRow, history_of
from tests.build import Bank
from tests.parcels import BOX, TRAVEL, a_draft, a_packed, a_sending_bank, lines, tubes


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_sending_bank(tmp_path)


def history(bank: Bank, kind: str, key: int) -> list[HistoryRow]:
    """The history of a thing, the oldest first."""
    with bank.database.reading() as reader:
        return list(reversed(history_of(reader, kind, key)))


def test_a_tube_tells_each_step_of_its_parcel_once_and_which_parcel_it_was(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    bank.do(IssueManifest(shipment))
    bank.do(Dispatch(shipment))
    bank.do(ReceiveParcel(shipment))
    bank.do(RecordArrivals(shipment, (Arrival(bank.tube(wanted[0]).barcode or "", Outcome.DAMAGED, "cracked"),)))
    told = history(bank, "specimen", wanted[0])
    number = "SHP-2024-0001"
    assert [(row.kind, row.parcel) for row in told] == [
        ("register", None),
        ("make shipment", number),
        ("take out", None),
        ("pack", number),
        ("dispatch", number),
        ("record arrivals", number),
    ]
    by_kind = {row.kind: row for row in told}
    assert by_kind["pack"].place_text == "A1 in SHP-2024-0001-1"
    assert (by_kind["dispatch"].subject_kind, by_kind["dispatch"].after["status"]) == ("specimen", "shipped")
    assert by_kind["record arrivals"].after["outcome"] == "damaged"
    assert [row.seq for row in told] == sorted(row.seq for row in told)


def test_a_tube_that_was_removed_or_was_on_another_list_says_so(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    bank.do(RemoveLines(shipment, (lines(bank, shipment)[0].id,), "too little"))
    bank.do(MakePickList("Assay", wanted[:1]))
    bank.do(Retrieve(1, wanted[:1]))
    picked = bank.value("SELECT number FROM pick_list")
    told = [(row.kind, row.parcel, row.reason) for row in history(bank, "specimen", wanted[0])[1:]]
    assert told == [
        ("make shipment", "SHP-2024-0001", None),
        ("remove from shipment", "SHP-2024-0001", "too little"),
        ("make pick list", picked, None),
        ("retrieve", picked, None),
    ]


def test_a_shipment_tells_each_operation_on_it_or_on_its_parts_once(bank: Bank) -> None:
    wanted, others = tubes(bank), tubes(bank, 2)
    shipment = bank.do(MakeShipment(wanted, (("recipient_id", 2), *TRAVEL))).result
    assert isinstance(shipment, int)
    bank.do(MakeShipment(others))
    bank.do(AddTransportBoxes(shipment, BOX, 2))
    bank.do(TakeOut((*wanted, *others)))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted[:2]))))
    bank.undo(bank.do(PackTubes(shipment, (Packed(wanted[2]),))))
    bank.do(RemoveLines(shipment, (lines(bank, shipment)[2].id,), "not needed"))
    bank.do(SetPackages(shipment, (PackageSaid("box", gross_g=1, ice_g=1),)))
    bank.do(EditShipment(shipment, (("waybill", "176"),)))
    bank.do(FinishPacking(shipment))
    bank.do(IssueManifest(shipment))
    bank.do(Dispatch(shipment))
    told = history(bank, "shipment", shipment)
    assert [(row.kind, row.subject_kind, row.lines) for row in told] == [
        ("make shipment", "shipment", 3),
        ("add transport box", "parcel box", 0),
        ("pack", "shipment line", 2),
        ("pack", "shipment line", 1),
        ("undo", "shipment line", 1),
        ("remove from shipment", "shipment line", 1),
        ("set packages", "package", 0),
        ("edit shipment", "shipment", 0),
        ("finish packing", "shipment", 0),
        ("issue manifest", "manifest", 0),
        ("dispatch", "shipment", 2),
    ]


def test_a_pick_list_tells_its_steps(bank: Bank) -> None:
    wanted = tubes(bank)
    bank.do(MakePickList("Assay", wanted))
    bank.do(Retrieve(1, wanted[:2]))
    told = history(bank, "pick list", 1)
    assert [(row.kind, row.lines) for row in told] == [("make pick list", 3), ("retrieve", 2)]


def test_what_was_only_numbered_anew_is_no_step_of_its_tube(bank: Bank) -> None:
    early, late = tubes(bank), tubes(bank, 6)
    bank.do(MakePickList("Assay", early, seed="seed"))
    done = bank.do(AddToPickList(1, late))
    assert any(told["before"] for told in bank.told(done)), "some of the first got another number"
    bank.undo(done)
    told = history(bank, "pick list", 1)
    assert [(row.kind, row.lines) for row in told] == [("make pick list", 3), ("add to pick list", 6), ("undo", 6)]
    for tube in early:
        assert [row.kind for row in history(bank, "specimen", tube)][-1] == "make pick list"
    for tube in late:
        assert [row.kind for row in history(bank, "specimen", tube)][-2:] == ["add to pick list", "undo"]


def test_a_shipment_that_was_given_up_keeps_its_history(bank: Bank) -> None:
    shipment = a_draft(bank, tubes(bank))
    bank.do(CancelShipment(shipment, "study stopped"))
    last = history(bank, "shipment", shipment)[-1]
    assert (last.kind, last.reason, last.lines) == ("cancel shipment", "study stopped", 3)
    assert last.after["step"] == "cancelled"
