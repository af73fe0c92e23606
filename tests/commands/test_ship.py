"""Shipments from the first tube to the closed receipt: each step does it, and what may not be is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.issue_manifest import ExportBlindKey, IssueManifest
from freezerapp.commands.parties import TWO_PERSONS, SetSetting
from freezerapp.commands.ship import AddToShipment, CancelShipment, EditShipment, MakeShipment
from freezerapp.commands.ship_arrive import (
    Arrival,
    CloseShipment,
    ExpectParcel,
    ReceiveParcel,
    RecordArrivals,
    SettleDifferences,
)
from freezerapp.commands.ship_boxes import (
    AddTransportBoxes,
    AddWholeBox,
    PackageSaid,
    RemoveBox,
    SetPackages,
)
from freezerapp.commands.ship_decide import CannotOverrule, OverruleLines, RemoveLines, ReplaceLine
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes, ReopenPacking, UnpackTubes
from freezerapp.commands.ship_receipt import ReceiptOfAnother, TakeReceipt
from freezerapp.commands.ship_send import CorrectShipment, Dispatch
from freezerapp.domain.checklist import Need, NotReady
from freezerapp.domain.custody import SHIPMENT
from freezerapp.domain.manifest import Manifest, fingerprint
from freezerapp.domain.parcel import Outcome, Profile, Step
from freezerapp.domain.problems import CannotBeTakenBack, CodeTaken, NothingToDo, ReasonMissing
from freezerapp.domain.shipment import (
    NotBlind,
    NotInShipment,
    NotOnTheBench,
    Reserved,
    SamePersonTwice,
    TooWarmForCells,
    WrongStep,
)
from freezerapp.domain.specimen import Held, HoldKind, Spot, Status
from freezerapp.domain.standing import Standing
from freezerapp.storage.rows.receipts import receipt_of
from freezerapp.storage.rows.shipments import parcel, shipment_rows
from freezerapp.storage.rows.storage import storage
from tests.build import Bank, a_bank, a_box, a_tube, refused
from tests.parcels import BOX, TRAVEL, a_draft, a_packed, a_sending_bank, lines, step, tubes


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_sending_bank(tmp_path)


def test_a_parcel_goes_from_the_list_to_its_recipient_and_is_closed(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    assert bank.one(SHIPMENT, shipment).number == "SHP-2024-0001"
    assert [bank.tube(key).status for key in wanted] == [Status.IN_A_SHIPMENT] * 3
    assert [bank.tube(key).home is not None for key in wanted] == [True] * 3
    bank.do(Dispatch(shipment))
    assert [bank.tube(key).status for key in wanted] == [Status.SHIPPED] * 3
    assert [bank.tube(key).home for key in wanted] == [None] * 3
    bank.do(ReceiveParcel(shipment, temperature=-710, ice_left=4_000, seal_intact=True))
    first, second, third = (bank.tube(key).barcode or "" for key in wanted)
    bank.do(RecordArrivals(shipment, (Arrival(first), Arrival(second, Outcome.THAWED, "soft"))))
    with pytest.raises(NotReady) as caught:
        bank.do(CloseShipment(shipment))
    assert caught.value.needs == (Need.DIFFERENCES,)
    bank.do(RecordArrivals(shipment, (Arrival(third, Outcome.MISSING), Arrival("STRANGE"))))
    bank.do(RecordArrivals(shipment, (Arrival(third),)))  # found a day later, at the bottom of the parcel
    open_ones = tuple(line.id for line in lines(bank, shipment) if line.outcome is not Outcome.RECEIVED)
    assert len(open_ones) == 2
    bank.do(SettleDifferences(shipment, open_ones, "agreed by telephone"))
    bank.do(CloseShipment(shipment))
    assert step(bank, shipment) is Step.CLOSED
    assert bank.findings() == []


@pytest.mark.parametrize("undone", ["make", "pack", "finish", "boxes", "packages", "cancel"])
def test_each_step_before_dispatch_can_be_taken_back(bank: Bank, undone: str) -> None:
    wanted = tubes(bank)
    if undone == "make":
        before = bank.picture()
        done = bank.do(MakeShipment(wanted))
    else:
        shipment = a_draft(bank, wanted)
        bank.do(TakeOut(wanted))
        if undone == "cancel":
            bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
        before = bank.picture()
        command: Any = {
            "pack": lambda: PackTubes(shipment, tuple(map(Packed, wanted))),
            "boxes": lambda: AddTransportBoxes(shipment, BOX, 2),
            "packages": lambda: SetPackages(shipment, (PackageSaid("box"),)),
            "cancel": lambda: CancelShipment(shipment, "no longer wanted"),
            "finish": lambda: PackTubes(shipment, tuple(map(Packed, wanted))),
        }[undone]()
        done = bank.do(command)
        if undone == "finish":
            before = bank.picture()
            done = bank.do(FinishPacking(shipment))
    bank.undo(done)
    assert bank.picture() == before
    assert bank.findings() == []


def test_a_shipment_that_has_lines_of_later_operations_is_not_taken_back(bank: Bank) -> None:
    done = bank.do(MakeShipment(tubes(bank)))
    assert isinstance(done.result, int)
    bank.do(AddToShipment(done.result, tubes(bank, 1)))
    with pytest.raises(CannotBeTakenBack):
        bank.undo(done)


def test_nothing_takes_a_dispatch_back_but_a_recorded_correction(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    done = bank.do(Dispatch(shipment))
    assert done.inverse is None
    with pytest.raises(ReasonMissing):
        bank.do(CorrectShipment(shipment))
    bank.do(CorrectShipment(shipment, "the carrier did not come"))
    assert step(bank, shipment) is Step.PACKED
    assert [bank.tube(key).status for key in wanted] == [Status.IN_A_SHIPMENT] * 3
    assert bank.findings() == []
    bank.do(Dispatch(shipment))
    assert bank.findings() == []


def test_a_tube_is_reserved_for_one_shipment(bank: Bank) -> None:
    wanted = tubes(bank)
    a_draft(bank, wanted)
    with pytest.raises(Reserved) as caught:
        bank.do(MakeShipment(wanted[:1]))
    assert caught.value.by == "SHP-2024-0001"


def test_only_listed_tubes_from_the_bench_without_holds_are_packed(bank: Bank) -> None:
    wanted, other = tubes(bank), tubes(bank, 1)
    shipment = a_draft(bank, wanted)
    with pytest.raises(NotOnTheBench):
        bank.do(PackTubes(shipment, (Packed(wanted[0]),)))
    bank.do(TakeOut((*wanted, *other)))
    with pytest.raises(NotInShipment):
        bank.do(PackTubes(shipment, (Packed(other[0]),)))
    bank.do(PlaceHold(wanted[:1], HoldKind.QUARANTINE, "leaking"))
    with pytest.raises(Held):
        bank.do(PackTubes(shipment, (Packed(wanted[0]),)))
    line = lines(bank, shipment)[0]
    with pytest.raises(CannotOverrule):
        bank.do(OverruleLines(shipment, (line.id,), "we need it"))
    bank.do(RemoveLines(shipment, (line.id,), "on hold"))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted[1:]))))
    bank.do(FinishPacking(shipment))
    assert bank.findings() == []


def test_a_tube_held_after_packing_does_not_leave(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    bank.do(PlaceHold(wanted[:1], HoldKind.CONSENT, "withdrawn"))
    with pytest.raises(Held):
        bank.do(Dispatch(shipment))


def test_cells_do_not_travel_on_dry_ice_unless_somebody_says_why(bank: Bank) -> None:
    wanted = tubes(bank, 2, material="CEL")
    shipment = a_draft(bank, wanted)
    bank.do(TakeOut(wanted))
    with pytest.raises(TooWarmForCells):
        bank.do(PackTubes(shipment, (Packed(wanted[0]),)))
    bank.do(OverruleLines(shipment, tuple(line.id for line in lines(bank, shipment)), "only DNA is wanted of them"))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    assert bank.findings() == []


def test_too_little_is_replaced_by_another_tube(bank: Bank) -> None:
    low = tubes(bank, 1, amount=100_000)
    full = tubes(bank, 1)
    shipment = a_draft(bank, low, needed=200_000, needed_unit="µL")
    line = lines(bank, shipment)[0]
    bank.do(ReplaceLine(shipment, line.id, full[0], "too little left"))
    standing = [each for each in lines(bank, shipment) if each.open]
    assert [(each.specimen_id, each.number) for each in standing] == [(full[0], 1)]
    bank.do(TakeOut(full))
    bank.do(PackTubes(shipment, (Packed(full[0]),)))
    assert bank.findings() == []


def test_the_second_person_is_another(bank: Bank) -> None:
    bank.do(SetSetting(TWO_PERSONS, "yes"))
    shipment = a_packed(bank, tubes(bank))
    with pytest.raises(NotReady) as caught:
        bank.do(Dispatch(shipment))
    assert caught.value.needs == (Need.SECOND_PERSON,)
    with pytest.raises(SamePersonTwice):
        bank.do(Dispatch(shipment, confirmed_by=1))
    bank.do(Dispatch(shipment, confirmed_by=2))
    assert bank.one(SHIPMENT, shipment).confirmed_by == 2


def test_what_is_missing_before_dispatch_is_named(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted, classification=None, carrier=None)
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    bank.do(FinishPacking(shipment))
    with pytest.raises(NotReady) as caught:
        bank.do(Dispatch(shipment))
    wanting = {Need.CLASSIFICATION, Need.PACKAGES, Need.GROSS, Need.CARRIER, Need.DRY_ICE}
    assert set(caught.value.needs) == wanting


def test_a_whole_box_travels_as_it_stands(bank: Bank) -> None:
    wanted = tubes(bank)
    place = bank.tube(wanted[0]).place
    assert place is not None
    made = bank.do(MakeShipment((), (("recipient_id", 2), *TRAVEL))).result
    assert isinstance(made, int)
    before = bank.picture()
    done = bank.do(AddWholeBox(made, place.container))
    assert [bank.tube(key).status for key in wanted] == [Status.IN_A_SHIPMENT] * 3
    assert bank.tube(wanted[0]).place == place
    bank.undo(done)
    assert bank.picture() == before
    bank.do(AddWholeBox(made, place.container))
    bank.do(SetPackages(made, (PackageSaid("box", (place.container,), gross_g=1, ice_g=1),)))
    bank.do(FinishPacking(made))
    bank.do(Dispatch(made))
    assert bank.box(place.container).status is Standing.AWAY
    assert bank.findings() == []


def test_a_blind_parcel_has_an_order_and_codes_of_its_own(bank: Bank) -> None:
    wanted = tubes(bank, 9)
    shipment = a_draft(bank, wanted, profile=Profile.BLIND)
    listed = lines(bank, shipment)
    assert [line.specimen_id for line in listed] != list(wanted)
    assert len({line.blind_code for line in listed}) == 9
    place = bank.tube(wanted[0]).place
    assert place is not None
    with pytest.raises(NotBlind):
        bank.do(AddWholeBox(shipment, place.container))
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    bank.do(FinishPacking(shipment))
    issued = bank.do(IssueManifest(shipment)).result
    assert isinstance(issued, Manifest)
    assert [item.tube for item in issued.items] == [line.blind_code for line in listed]
    assert {(item.participant, item.visit, item.collected) for item in issued.items} == {(None, None, None)}
    key = bank.do(ExportBlindKey(shipment, "the assay is done")).result
    assert dict(key)[listed[0].blind_code] == bank.tube(listed[0].specimen_id).barcode  # type: ignore[call-overload]
    assert bank.findings() == []


def test_a_manifest_has_a_new_version_only_where_it_says_something_new(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    first = bank.do(IssueManifest(shipment)).result
    assert isinstance(first, Manifest)
    assert (first.version, len(first.items), first.participants) == (1, 3, 1)
    assert [item.position for item in first.items] == ["A1", "A2", "A3"]
    with pytest.raises(NothingToDo):
        bank.do(IssueManifest(shipment))
    bank.do(EditShipment(shipment, (("waybill", "176-1234 5675"),)))
    second = bank.do(IssueManifest(shipment)).result
    assert isinstance(second, Manifest)
    assert second.version == 2
    assert fingerprint(second) != fingerprint(first)
    changes = bank.value("SELECT changes FROM manifest WHERE version = 2")
    assert changes == '[["transport.waybill","","","176-1234 5675"]]'
    assert bank.findings() == []


def test_the_manifest_of_a_parcel_that_left_keeps_its_list_when_a_tube_comes_back(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    first = bank.do(IssueManifest(shipment)).result
    bank.do(Dispatch(shipment, 2))
    second = bank.do(IssueManifest(shipment)).result
    assert isinstance(first, Manifest)
    assert isinstance(second, Manifest)
    assert (second.version, second.second_person) == (2, "Second")
    assert second.items == first.items
    back = bank.do(ExpectParcel(first._replace(number="BACK-1", items=first.items[:1]))).result
    assert isinstance(back, int)
    bank.do(RecordArrivals(back, (Arrival(first.items[0].tube),)))
    with pytest.raises(NothingToDo):
        bank.do(IssueManifest(shipment))


def test_a_parcel_handed_over_without_a_manifest_is_listed_as_it_leaves(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    bank.do(Dispatch(shipment))
    (listed,) = bank.rows("SELECT version, content FROM manifest")
    said = json.loads(listed[1])
    assert listed[0] == 1
    assert {item["tube"] for item in said["items"]} == {bank.tube(key).barcode for key in wanted}
    assert said["released_at"]
    with pytest.raises(NothingToDo):
        bank.do(IssueManifest(shipment))


def test_a_parcel_handed_over_anew_after_a_correction_is_listed_anew(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    bank.do(Dispatch(shipment))
    bank.do(CorrectShipment(shipment, "the carrier did not come"))
    bank.do(ReopenPacking(shipment, "one is not wanted"))
    bank.do(UnpackTubes(shipment, wanted[:1]))
    bank.do(RemoveLines(shipment, wanted[:1], "not wanted any more"))
    bank.do(FinishPacking(shipment))
    bank.do(Dispatch(shipment))
    *_, last = bank.rows("SELECT version, content FROM manifest ORDER BY version")
    assert last[0] == 2
    assert {item["tube"] for item in json.loads(last[1])["items"]} == {bank.tube(key).barcode for key in wanted[1:]}


def test_two_banks_exchange_a_parcel_and_a_tube_comes_home(bank: Bank, tmp_path: Path) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    issued = bank.do(IssueManifest(shipment)).result
    bank.do(Dispatch(shipment))
    assert isinstance(issued, Manifest)
    there = a_bank(tmp_path, "there")
    expected = there.do(ExpectParcel(issued)).result
    assert isinstance(expected, int)
    codes = [item.tube for item in issued.items]
    there.do(ReceiveParcel(expected))
    there.do(RecordArrivals(expected, (Arrival(codes[0]), Arrival(codes[1], Outcome.THAWED), Arrival("EXTRA-1"))))
    there.do(RecordArrivals(expected, (Arrival(codes[2], Outcome.MISSING),)))
    found = {row[0]: row[1:] for row in there.rows("SELECT barcode, status, thaws FROM specimen WHERE kind = 'tube'")}
    assert found[codes[0]] == ("on the bench", 0)
    assert found[codes[1]] == ("on the bench", 1)
    assert found[codes[2]] == ("expected", 0)
    assert there.findings() == []
    with there.database.reading() as reader:
        receipt = receipt_of(reader, expected)
    assert [(line.tube, line.outcome) for line in receipt.lines] == [
        (codes[0], Outcome.RECEIVED),
        (codes[1], Outcome.THAWED),
        (codes[2], Outcome.MISSING),
        ("EXTRA-1", Outcome.EXTRA),
    ]
    before = bank.picture()
    done = bank.do(TakeReceipt(shipment, receipt))
    assert step(bank, shipment) is Step.RECEIVED
    assert [line.outcome for line in lines(bank, shipment)] == [line.outcome for line in receipt.lines]
    bank.undo(done)
    assert bank.picture() == before
    with pytest.raises(ReceiptOfAnother):
        bank.do(TakeReceipt(shipment, receipt._replace(fingerprint="0" * 64)))
    back = issued._replace(number="SHP-2024-0009", items=issued.items[:1], bank_uuid="other")
    returned = bank.do(ExpectParcel(back)).result
    assert isinstance(returned, int)
    bank.do(RecordArrivals(returned, (Arrival(codes[0]),)))
    assert bank.tube(wanted[0]).status is Status.ON_THE_BENCH
    assert bank.findings() == []


def test_what_was_scanned_on_arrival_and_is_then_seen_to_have_thawed_counts_one_thaw(
    bank: Bank, tmp_path: Path
) -> None:
    issued = bank.do(IssueManifest(a_packed(bank, tubes(bank)))).result
    assert isinstance(issued, Manifest)
    there = a_bank(tmp_path, "there")
    expected = there.do(ExpectParcel(issued)).result
    assert isinstance(expected, int)
    code = issued.items[0].tube

    def found(outcome: Outcome) -> tuple[str, int]:
        there.do(RecordArrivals(expected, (Arrival(code, outcome),)))
        status, thaws = there.rows("SELECT status, thaws FROM specimen WHERE barcode = ?", code)[0]
        return status, thaws

    assert found(Outcome.RECEIVED) == ("on the bench", 0)
    assert found(Outcome.THAWED) == ("on the bench", 1)
    assert found(Outcome.THAWED) == ("on the bench", 1), "said twice, it thawed once"
    assert found(Outcome.DAMAGED) == ("on the bench", 0), "it had not thawed after all"
    assert there.findings() == []


def test_a_code_of_a_tube_that_stands_here_is_not_taken_for_it_when_a_parcel_brings_another(
    bank: Bank, tmp_path: Path
) -> None:
    issued = bank.do(IssueManifest(a_packed(bank, tubes(bank)))).result
    assert isinstance(issued, Manifest)
    codes = [item.tube for item in issued.items]
    there = a_bank(tmp_path, "there")
    box = a_box(there)
    own = a_tube(there, codes[0], in_=box, at="A1")
    due = a_tube(there, codes[1])
    expected = there.do(ExpectParcel(issued)).result
    assert isinstance(expected, int)
    for code in codes:
        there.do(RecordArrivals(expected, (Arrival(code),)))
    assert [line.specimen_id for line in lines(there, expected)][:2] == [None, due]
    assert [line.outcome for line in lines(there, expected)] == [Outcome.RECEIVED] * 3
    assert there.tube(own).place == Spot(box, 0, 0)
    assert there.tube(due).status is Status.ON_THE_BENCH
    assert there.findings() == []


def test_what_is_on_no_list_stays_extra_when_it_is_scanned_again(bank: Bank) -> None:
    shipment = a_packed(bank, tubes(bank))
    bank.do(Dispatch(shipment))
    for _ in range(2):
        bank.do(RecordArrivals(shipment, (Arrival("STRANGE-1"),)))
    assert [line.outcome for line in lines(bank, shipment) if line.code == "STRANGE-1"] == [Outcome.EXTRA]
    assert bank.findings() == []


def test_parcels_of_banks_that_count_alike_are_told_apart_and_none_is_announced_twice(bank: Bank) -> None:
    shipment = a_packed(bank, tubes(bank))
    issued = bank.do(IssueManifest(shipment)).result
    bank.do(Dispatch(shipment))
    assert isinstance(issued, Manifest)
    with refused(bank, CodeTaken, code="SHP-2024-0001"):
        bank.do(ExpectParcel(issued))
    for other, number in (("theirs", "SHP-2024-0001 (2)"), ("another's", "SHP-2024-0001 (3)")):
        theirs = issued._replace(bank_uuid=other)
        expected = bank.do(ExpectParcel(theirs)).result
        assert isinstance(expected, int)
        assert bank.one(SHIPMENT, expected).number == number
        with bank.database.reading() as reader:
            assert receipt_of(reader, expected).number == "SHP-2024-0001"
        with refused(bank, CodeTaken):
            bank.do(ExpectParcel(theirs._replace(version=9)))
    assert bank.findings() == []


def test_a_cancelled_shipment_leaves_its_tubes_free(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_packed(bank, wanted)
    with pytest.raises(ReasonMissing):
        bank.do(CancelShipment(shipment))
    bank.do(CancelShipment(shipment, "study stopped"))
    assert [bank.tube(key).status for key in wanted] == [Status.ON_THE_BENCH] * 3
    bank.do(MakeShipment(wanted))
    assert bank.findings() == []


def test_steps_come_in_their_order(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    for command in (Dispatch(shipment), ReceiveParcel(shipment), CloseShipment(shipment)):
        with pytest.raises(WrongStep):
            bank.do(command)
    with pytest.raises(NotReady):
        bank.do(FinishPacking(shipment))
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    bank.do(UnpackTubes(shipment, wanted[:1]))
    assert bank.tube(wanted[0]).status is Status.ON_THE_BENCH
    bank.do(PackTubes(shipment, (Packed(wanted[0]),)))
    bank.do(FinishPacking(shipment))
    with pytest.raises(WrongStep):
        bank.do(AddToShipment(shipment, tubes(bank, 1)))
    bank.do(ReopenPacking(shipment, "one more"))
    bank.do(AddTransportBoxes(shipment, BOX))
    box = bank.value("SELECT max(id) FROM container")
    bank.do(RemoveBox(shipment, box))
    assert bank.findings() == []


def test_the_screen_reads_what_the_commands_wrote(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    bank.do(TakeOut(wanted[:2]))
    bank.do(PackTubes(shipment, (Packed(wanted[0]),)))
    bank.do(PlaceHold(wanted[2:], HoldKind.QUARANTINE, "leaking"))
    with bank.database.reading() as reader:
        (row,) = shipment_rows(reader)
        found = parcel(reader, shipment, storage(reader))
    assert (row.number, row.tubes, row.packed, row.other) == ("SHP-2024-0001", 3, 1, "Lab")
    assert [each.goes_to for each in found.lines] == [f"SHP-2024-0001-1 A{n}" for n in (1, 2, 3)]
    assert [bool(each.doubts) for each in found.lines] == [False, False, True]
    assert [each.retrieved for each in found.lines] == [False, True, False]
    assert found.lines[0].come_from.endswith("A1")
