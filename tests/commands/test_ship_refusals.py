"""What may not be done with a shipment: each refusal names why, and changes nothing at all."""

from collections.abc import Callable
from pathlib import Path

import pytest

from freezerapp.commands.arrange import MoveContainer, RetireContainer, SendAway, TakeOutContainer
from freezerapp.commands.check_out import PutBack, TakeOut
from freezerapp.commands.command import Command, Done
from freezerapp.commands.issue_manifest import ExportBlindKey, IssueManifest
from freezerapp.commands.make_bank import AddOperator
from freezerapp.commands.mark import MarkUsedUp, VoidTubes
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.commands.parties import TWO_PERSONS, SaveParty, SetSetting, setting
from freezerapp.commands.ship import AddToShipment, CancelShipment, EditShipment, MakeShipment
from freezerapp.commands.ship_arrive import (
    Arrival,
    CloseShipment,
    ExpectParcel,
    ReceiveParcel,
    RecordArrivals,
    SettleDifferences,
)
from freezerapp.commands.ship_boxes import AddTransportBoxes, AddWholeBox, PackageSaid, RemoveBox, SetPackages
from freezerapp.commands.ship_decide import OverruleLines, RemoveLines, ReplaceLine
from freezerapp.commands.ship_pack import (
    FinishPacking,
    NoRoomInParcel,
    Packed,
    PackTubes,
    ReopenPacking,
    UnpackTubes,
)
from freezerapp.commands.ship_send import CorrectShipment, Dispatch
from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.access import NotAllowed, Role
from freezerapp.domain.checklist import Need, NotReady
from freezerapp.domain.container import NotForTubes
from freezerapp.domain.parcel import Outcome, Profile, Refrigerant, Step
from freezerapp.domain.party import Party
from freezerapp.domain.problems import (
    CannotBeTakenBack,
    ChangedSince,
    NotThere,
    PositionTaken,
    Problem,
    ReasonMissing,
)
from freezerapp.domain.shipment import (
    BoxInParcel,
    NotBlind,
    NotInShipment,
    PackedInOrder,
    PackedInParcel,
    WrongStep,
)
from freezerapp.domain.specimen import Spot, Status, StepNotAllowed
from freezerapp.domain.standing import ContainerStepNotAllowed, NotEmpty, Standing
from freezerapp.storage.parcels import viewing
from tests.build import Bank, a_box, a_shelf, refused
from tests.manifests import a_manifest
from tests.parcels import BOX, TRAVEL, a_draft, a_packed, a_sending_bank, lines, step, tubes


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_sending_bank(tmp_path)


def a_closed(bank: Bank, wanted: tuple[int, ...], upto: Step = Step.CLOSED) -> int:
    """A parcel that came as far as this step."""
    if upto is Step.DRAFT:
        return a_draft(bank, wanted)
    shipment = a_packed(bank, wanted)
    if upto is Step.CANCELLED:
        bank.do(CancelShipment(shipment, "no longer wanted"))
    if upto in (Step.DISPATCHED, Step.RECEIVED, Step.CLOSED):
        bank.do(Dispatch(shipment))
    if upto in (Step.RECEIVED, Step.CLOSED):
        bank.do(ReceiveParcel(shipment))
    if upto is Step.CLOSED:
        bank.do(RecordArrivals(shipment, tuple(Arrival(bank.tube(key).barcode or "") for key in wanted)))
        bank.do(CloseShipment(shipment))
    return shipment


def box_of(bank: Bank, shipment: int) -> int:
    key: int = bank.value("SELECT container_id FROM parcel_box WHERE shipment_id = ? AND void = 0", shipment)
    return key


def attempt(bank: Bank, command: Command) -> Done | Problem:
    try:
        return bank.do(command)
    except Problem as problem:
        return problem


Said = Callable[[int, int, int, int, int], Command]
"""A command for (shipment, its first line, its first tube, a spare tube, its box)."""
AT: dict[str, tuple[Said, set[Step]]] = {
    "edit": (lambda s, _l, _t, _o, _b: EditShipment(s, (("carrier", "Other"),)), {Step.DRAFT, Step.PACKED}),
    "refrigerant": (lambda s, _l, _t, _o, _b: EditShipment(s, (("refrigerant", Refrigerant.GEL),)), {Step.DRAFT}),
    "profile": (lambda s, _l, _t, _o, _b: EditShipment(s, (("profile", Profile.CODED),)), {Step.DRAFT}),
    "add": (lambda s, _l, _t, o, _b: AddToShipment(s, (o,)), {Step.DRAFT}),
    "remove": (lambda s, n, _t, _o, _b: RemoveLines(s, (n,), "because"), {Step.DRAFT}),
    "replace": (lambda s, n, _t, o, _b: ReplaceLine(s, n, o, "because"), {Step.DRAFT}),
    "overrule": (lambda s, n, _t, _o, _b: OverruleLines(s, (n,), "because"), {Step.DRAFT}),
    "box": (lambda s, _l, _t, _o, _b: AddTransportBoxes(s, BOX), {Step.DRAFT}),
    "whole box": (lambda s, _l, _t, _o, _b: AddWholeBox(s, 1), {Step.DRAFT}),
    "no box": (lambda s, _l, _t, _o, b: RemoveBox(s, b), {Step.DRAFT}),
    "packages": (lambda s, _l, _t, _o, _b: SetPackages(s, (PackageSaid("bag"),)), {Step.DRAFT, Step.PACKED}),
    "pack": (lambda s, _l, t, _o, _b: PackTubes(s, (Packed(t),)), {Step.DRAFT}),
    "unpack": (lambda s, _l, t, _o, _b: UnpackTubes(s, (t,)), {Step.DRAFT}),
    "finish": (lambda s, _l, _t, _o, _b: FinishPacking(s), {Step.DRAFT}),
    "reopen": (lambda s, _l, _t, _o, _b: ReopenPacking(s, "because"), {Step.PACKED}),
    "dispatch": (lambda s, _l, _t, _o, _b: Dispatch(s), {Step.PACKED}),
    "cancel": (lambda s, _l, _t, _o, _b: CancelShipment(s, "because"), {Step.DRAFT, Step.PACKED}),
    "correct": (
        lambda s, _l, _t, _o, _b: CorrectShipment(s, "because"),
        {Step.DISPATCHED, Step.RECEIVED, Step.CLOSED},
    ),
    "receive": (lambda s, _l, _t, _o, _b: ReceiveParcel(s), {Step.DISPATCHED}),
    "arrive": (lambda s, _l, _t, _o, _b: RecordArrivals(s, (Arrival("X"),)), {Step.DISPATCHED, Step.RECEIVED}),
    "settle": (lambda s, n, _t, _o, _b: SettleDifferences(s, (n,), "by telephone"), {Step.RECEIVED}),
    "close": (lambda s, _l, _t, _o, _b: CloseShipment(s), {Step.RECEIVED}),
    "issue": (
        lambda s, _l, _t, _o, _b: IssueManifest(s),
        {Step.PACKED, Step.DISPATCHED, Step.RECEIVED, Step.CLOSED},
    ),
}
"""Each thing that is done with a shipment, and the steps at which it may be."""


@pytest.mark.parametrize("at", Step)
def test_what_may_not_be_done_at_a_step_is_refused(bank: Bank, at: Step) -> None:
    wanted, (spare,) = tubes(bank), tubes(bank, 1)
    shipment = a_closed(bank, wanted, at)
    line, box = lines(bank, shipment)[0].id, box_of(bank, shipment)
    commands = {name: (said(shipment, line, wanted[0], spare, box), at in steps) for name, (said, steps) in AT.items()}
    for command, _ in (each for each in commands.values() if not each[1]):
        with refused(bank, WrongStep, number="SHP-2024-0001", step=at):
            bank.do(command)
    for name, (command, _) in ((name, each) for name, each in commands.items() if each[1]):
        came = attempt(bank, command)
        assert not isinstance(came, WrongStep), name
        if isinstance(came, Done) and came.inverse is None:
            return  # what nothing takes back ends this round
        if isinstance(came, Done):
            bank.undo(came)


@pytest.mark.parametrize(
    "command",
    [
        lambda s, n: RemoveLines(s, (n,)),
        lambda s, n: OverruleLines(s, (n,), ""),
        lambda s, n: ReplaceLine(s, n, 1),
        lambda s, n: ReopenPacking(s),
        lambda s, n: CancelShipment(s),
        lambda s, n: CorrectShipment(s),
        lambda s, n: ExportBlindKey(s),
        lambda s, n: SettleDifferences(s, (n,), "  "),
    ],
)
def test_what_needs_a_reason_is_refused_without(bank: Bank, command: Callable[[int, int], Command]) -> None:
    shipment = a_draft(bank, tubes(bank))
    with refused(bank, ReasonMissing):
        bank.do(command(shipment, lines(bank, shipment)[0].id))


def test_a_shipment_that_was_taken_back_is_not_there(bank: Bank) -> None:
    wanted = tubes(bank)
    done = bank.do(MakeShipment(wanted))
    bank.undo(done)
    for command in (
        AddToShipment(1, wanted),
        AddTransportBoxes(1, BOX),
        EditShipment(1, (("note", "x"),)),
        SetPackages(1, (PackageSaid("box"),)),
        FinishPacking(1),
    ):
        with refused(bank, NotThere, kind="shipment", name="SHP-2024-0001"):
            bank.do(command)


def test_a_packed_tube_leaves_its_parcel_by_the_parcels_own_steps_only(bank: Bank) -> None:
    wanted, box = tubes(bank), a_box(bank)
    shipment = a_draft(bank, wanted)
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    for command in (
        TakeOut(wanted[:1]),
        MoveTubes((Move(wanted[0], Spot(box, 0, 0)),)),
        MoveTubes((Move(wanted[0], Spot(box_of(bank, shipment), 5, 5)),)),
    ):
        with refused(bank, PackedInParcel, barcode=bank.tube(wanted[0]).barcode, number="SHP-2024-0001"):
            bank.do(command)
    for other in (MarkUsedUp(wanted[:1]), VoidTubes(wanted[:1], "because")):
        with refused(bank, StepNotAllowed):
            bank.do(other)
    with refused(bank, PackedInParcel):
        bank.do(SendAway((box_of(bank, shipment),)))


def test_a_box_that_travels_is_in_one_parcel_and_stays_at_hand(bank: Bank) -> None:
    wanted = tubes(bank)
    place = bank.tube(wanted[0]).place
    assert place is not None
    made = bank.do(MakeShipment((), TRAVEL)).result
    other = a_draft(bank, ())
    assert isinstance(made, int)
    empty = box_of(bank, other)
    with refused(bank, BoxInParcel, number="SHP-2024-0002"):
        bank.do(AddWholeBox(made, empty))
    with refused(bank, BoxInParcel, number="SHP-2024-0002"):
        bank.do(AddWholeBox(other, empty))
    for command in (SendAway((empty,)), RetireContainer(empty, "broken")):
        with refused(bank, BoxInParcel, number="SHP-2024-0002"):
            bank.do(command)
    bank.do(AddWholeBox(made, place.container))
    with refused(bank, PackedInParcel):
        bank.do(TakeOut(wanted[:1]))
    bank.do(CancelShipment(made, "no longer wanted"))
    assert [bank.tube(key).status for key in wanted] == [Status.STORED] * 3
    bank.do(AddWholeBox(other, place.container))
    assert bank.findings() == []


def test_what_made_a_box_that_travels_is_not_taken_back(bank: Bank) -> None:
    made = bank.do(MakeShipment((), TRAVEL)).result
    assert isinstance(made, int)
    box = a_box(bank, name="LATE")
    adding = bank.value("SELECT max(id) FROM operation")
    bank.do(AddWholeBox(made, box))
    with refused(bank, BoxInParcel, container="LATE"):
        bank.do(TakeBack(adding))


def test_a_whole_box_leaves_its_parcel_also_after_one_of_its_tubes_did(bank: Bank) -> None:
    wanted = tubes(bank)
    place = bank.tube(wanted[0]).place
    assert place is not None
    made = bank.do(MakeShipment((), TRAVEL)).result
    assert isinstance(made, int)
    bank.do(AddWholeBox(made, place.container))
    bank.do(RemoveLines(made, (lines(bank, made)[0].id,), "not this one"))
    bank.do(RemoveBox(made, place.container, "not as it stands"))
    assert [bank.tube(key).status for key in wanted] == [Status.STORED] * 3
    assert bank.findings() == []


def test_a_transport_box_on_the_bench_is_removed_and_one_with_something_in_it_is_not(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    box = box_of(bank, shipment)
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, (Packed(wanted[0]),)))
    with refused(bank, NotEmpty):
        bank.do(RemoveBox(shipment, box))
    bank.do(UnpackTubes(shipment, wanted[:1]))
    bank.do(TakeOutContainer(box))
    bank.do(RemoveBox(shipment, box))
    assert bank.box(box).status is Standing.VOID
    with refused(bank, NotThere):
        bank.do(RemoveBox(shipment, box))
    assert bank.findings() == []


def test_a_parcel_becomes_blind_before_anything_is_in_it(bank: Bank) -> None:
    wanted, others = tubes(bank), tubes(bank)
    shipment = a_draft(bank, wanted)
    blind = EditShipment(shipment, (("profile", Profile.BLIND),))
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, (Packed(wanted[0]),)))
    with refused(bank, PackedInOrder, number="SHP-2024-0001", tubes=1):
        bank.do(blind)
    bank.do(UnpackTubes(shipment, wanted[:1]))
    place = bank.tube(others[0]).place
    assert place is not None
    done = bank.do(AddWholeBox(shipment, place.container))
    with refused(bank, NotBlind):
        bank.do(blind)
    bank.undo(done)
    bank.do(blind)
    assert len({line.blind_code for line in lines(bank, shipment)} - {None}) == 3


def test_together_said_later_orders_a_blind_list_anew(bank: Bank) -> None:
    wanted = tuple(tubes(bank, 1, participant=f"P{n % 3}")[0] for n in range(9))
    shipment = a_draft(bank, wanted, profile=Profile.BLIND)
    codes = {line.specimen_id: line.blind_code for line in lines(bank, shipment)}
    bank.do(EditShipment(shipment, (("together", 1),)))
    listed = lines(bank, shipment)
    people = [wanted.index(line.specimen_id) % 3 for line in listed]
    assert [people[n] for n in (0, 3, 6)] * 3 == [people[n + k] for k in range(3) for n in (0, 3, 6)]
    assert {line.specimen_id: line.blind_code for line in listed} == codes


def test_a_step_back_is_not_taken_round_by_undo(bank: Bank) -> None:
    """What was packed before the list was finished stays in it; redo comes to a step only if it is ready."""
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    bank.do(TakeOut(wanted))
    pack = bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    boxes = bank.do(AddTransportBoxes(shipment, BOX))
    finish = bank.do(FinishPacking(shipment))
    with refused(bank, WrongStep, step=Step.PACKED):
        bank.undo(pack)
    with refused(bank, WrongStep, step=Step.PACKED):
        bank.undo(boxes)
    undone = bank.undo(finish)
    bank.do(UnpackTubes(shipment, wanted[:1]))
    with refused(bank, NotReady, step=Step.PACKED, needs=(Need.ALL_PACKED,)):
        bank.undo(undone)


def test_what_left_is_not_changed_by_undo(bank: Bank) -> None:
    wanted = tubes(bank, 4)
    shipment = a_draft(bank, wanted)
    bank.do(TakeOut(wanted[:3]))
    removed = bank.do(RemoveLines(shipment, (lines(bank, shipment)[3].id,), "not needed"))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted[:3]))))
    packages = bank.do(SetPackages(shipment, (PackageSaid("box", gross_g=16_000, ice_g=12_000),)))
    bank.do(FinishPacking(shipment))
    bank.do(Dispatch(shipment))
    for done in (removed, packages):
        with refused(bank, WrongStep, step=Step.DISPATCHED):
            bank.undo(done)
    bank.do(ReceiveParcel(shipment))
    arrived = bank.do(RecordArrivals(shipment, tuple(Arrival(bank.tube(key).barcode or "") for key in wanted[:3])))
    bank.do(CloseShipment(shipment))
    with refused(bank, WrongStep, step=Step.CLOSED):
        bank.undo(arrived)
    assert bank.findings() == []


def test_a_correction_stands(bank: Bank) -> None:
    shipment = a_packed(bank, tubes(bank))
    bank.do(Dispatch(shipment))
    done = bank.do(CorrectShipment(shipment, "the carrier did not come"))
    assert done.inverse is None
    with refused(bank, CannotBeTakenBack):
        bank.do(TakeBack(done.operation_id))


def test_a_dispatch_is_not_corrected_once_a_box_or_a_tube_came_back_otherwise(bank: Bank) -> None:
    wanted, shelf = tubes(bank), a_shelf(bank)
    shipment = a_packed(bank, wanted)
    issued = bank.do(IssueManifest(shipment)).result
    bank.do(Dispatch(shipment))
    one = issued._replace(number="BACK-1", items=issued.items[:1])  # type: ignore[attr-defined]
    back = bank.do(ExpectParcel(one)).result
    assert isinstance(back, int)
    bank.do(RecordArrivals(back, (Arrival(issued.items[0].tube),)))  # type: ignore[attr-defined]
    with refused(bank, StepNotAllowed, status=Status.ON_THE_BENCH):
        bank.do(CorrectShipment(shipment, "it did not leave"))
    bank.do(MoveContainer(box_of(bank, shipment), Spot(shelf, 0, 0)))
    with refused(bank, ContainerStepNotAllowed):
        bank.do(CorrectShipment(shipment, "it did not leave"))


def test_there_is_room_for_so_many_and_a_position_for_one(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    box, elsewhere = box_of(bank, shipment), a_box(bank)
    bank.do(TakeOut(wanted))
    with refused(bank, NoRoomInParcel, number="SHP-2024-0001"):
        bank.do(PackTubes(shipment, (Packed(wanted[0], Spot(elsewhere, 0, 0)),)))
    first, second = (Packed(key, Spot(box, 0, 0)) for key in wanted[:2])
    with refused(bank, PositionTaken):
        bank.do(PackTubes(shipment, (first, second)))
    bank.do(RemoveBox(shipment, box))
    with refused(bank, NoRoomInParcel):
        bank.do(PackTubes(shipment, (Packed(wanted[0]),)))


def test_only_packed_tubes_are_unpacked_and_only_lines_of_the_shipment_decided(bank: Bank) -> None:
    wanted, others = tubes(bank), tubes(bank)
    shipment, other = a_draft(bank, wanted), a_draft(bank, others)
    with refused(bank, NotInShipment):
        bank.do(UnpackTubes(shipment, wanted[:1]))
    foreign = lines(bank, other)[0].id
    for command in (RemoveLines(shipment, (foreign,), "because"), OverruleLines(shipment, (foreign,), "because")):
        with refused(bank, NotThere):
            bank.do(command)
    with refused(bank, NotThere):
        bank.do(ReplaceLine(shipment, lines(bank, shipment)[0].id, wanted[1], "because"))
    with refused(bank, NotThere):
        bank.do(EditShipment(shipment, (("step", Step.CLOSED),)))
    with refused(bank, NotThere):
        bank.do(EditShipment(shipment, (("recipient_id", 99),)))
    shelf = a_shelf(bank)
    with refused(bank, NotForTubes):
        bank.do(AddWholeBox(shipment, shelf))


def test_an_extra_item_gets_a_number_that_no_line_ever_had(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    bank.do(RemoveLines(shipment, (lines(bank, shipment)[2].id,), "not this one"))
    bank.do(TakeOut(wanted[:2]))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted[:2]))))
    bank.do(SetPackages(shipment, (PackageSaid("box", gross_g=1, ice_g=1),)))
    bank.do(FinishPacking(shipment))
    bank.do(Dispatch(shipment))
    bank.do(RecordArrivals(shipment, (Arrival("STRANGE", Outcome.RECEIVED),)))
    assert [line.number for line in lines(bank, shipment)] == [1, 2, 3, 4]


def test_a_manifest_of_another_bank_is_not_issued_anew_here(bank: Bank) -> None:
    made = bank.do(ExpectParcel(a_manifest())).result
    assert isinstance(made, int)
    with refused(bank, WrongStep):
        bank.do(IssueManifest(made))


def test_an_address_that_a_parcel_goes_to_is_not_taken_back(bank: Bank) -> None:
    entering = bank.do(SaveParty(Party(0, "Clinic")))
    making = bank.do(MakeShipment((), (("recipient_id", entering.result),)))
    with refused(bank, CannotBeTakenBack):
        bank.undo(entering)
    undone = bank.undo(making)
    bank.undo(entering)
    with refused(bank, NotThere, kind="organisation", name="Clinic"):
        bank.undo(undone)


def test_a_shipment_names_nobody_who_is_not_there(bank: Bank) -> None:
    entering = bank.do(SaveParty(Party(0, "Clinic")))
    key = entering.result
    shipment = a_draft(bank, tubes(bank))
    bank.do(EditShipment(shipment, (("recipient_id", key),)))
    back = bank.do(EditShipment(shipment, (("recipient_id", 2),)))
    bank.undo(entering)
    for command in (EditShipment(shipment, (("recipient_id", key),)), MakeShipment((), (("notify_id", key),))):
        with refused(bank, NotThere, kind="organisation", name="Clinic"):
            bank.do(command)
    with refused(bank, NotThere, kind="organisation", name="Clinic"):
        bank.undo(back)
    with refused(bank, NotThere, kind="organisation", name="Clinic"):
        bank.do(SaveParty(Party(int(str(key)), "Clinic again")))
    for field in ("recipient_id", "study_id"):
        with refused(bank, NotThere, name="99"):
            bank.do(MakeShipment((), ((field, 99),)))


def test_a_shipment_does_not_come_back_for_a_tube_that_is_gone(bank: Bank) -> None:
    wanted = tubes(bank, 1)
    undone = bank.undo(bank.do(MakeShipment(wanted)))
    bank.do(VoidTubes(wanted, "registered twice"))
    with refused(bank, NotThere, kind="specimen"):
        bank.undo(undone)


def test_the_first_decision_of_the_site_is_taken_back_like_any_other(bank: Bank) -> None:
    before = bank.picture()
    done = bank.do(SetSetting(TWO_PERSONS, "yes"))
    undone = bank.undo(done)
    assert bank.picture() == before
    with bank.database.reading() as reader:
        assert setting(viewing(reader), TWO_PERSONS, "undecided") == "undecided"
    bank.undo(undone)
    with bank.database.reading() as reader:
        assert setting(viewing(reader), TWO_PERSONS) == "yes"
    assert bank.findings() == []


# Who may


def test_a_viewer_does_nothing_with_shipments(bank: Bank) -> None:
    viewer = bank.do(AddOperator("Vi", Role.VIEWER)).result
    assert isinstance(viewer, int)
    wanted, (spare,) = tubes(bank), tubes(bank, 1)
    shipment = a_packed(bank, wanted)
    line, box = lines(bank, shipment)[0].id, box_of(bank, shipment)
    commands: list[Command] = [said(shipment, line, wanted[0], spare, box) for said, _ in AT.values()]
    commands += [MakeShipment((spare,)), ExpectParcel(a_manifest()), SaveParty(Party(0, "X")), SetSetting("a", "b")]
    commands += [ExportBlindKey(shipment, "because"), PutBack(wanted)]
    for command in commands:
        with refused(bank, NotAllowed, role=Role.VIEWER):
            bank.do(command, viewer)


def test_an_operator_sends_and_gives_up_a_parcel_but_only_a_manager_corrects(bank: Bank) -> None:
    manager = bank.do(AddOperator("Mo", Role.MANAGER)).result
    assert isinstance(manager, int)
    bank.do(CancelShipment(a_packed(bank, tubes(bank)), "no longer wanted"), 2)
    shipment = a_packed(bank, tubes(bank), profile=Profile.BLIND)
    bank.do(Dispatch(shipment), 2)
    managed = (CorrectShipment(shipment, "why"), ExportBlindKey(shipment, "why"), SetSetting(TWO_PERSONS, "yes"))
    for command in managed:
        with refused(bank, NotAllowed, role=Role.OPERATOR, what=command.kind):
            bank.do(command, 2)
    done = [bank.do(command, manager) for command in managed]
    with refused(bank, NotAllowed, what="set site rule"):
        bank.undo(done[-1], 2)
    assert step(bank, shipment) is Step.PACKED


# Two benches


def test_a_parcel_leaves_once_though_two_benches_hand_it_over(bank: Bank) -> None:
    shipment = a_packed(bank, tubes(bank))
    other = bank.another()
    bank.do(Dispatch(shipment))
    with refused(other, WrongStep, step=Step.DISPATCHED):
        other.do(Dispatch(shipment))
    other.close()


def test_an_undo_does_not_take_away_what_the_other_bench_packed(bank: Bank) -> None:
    wanted = tubes(bank)
    shipment = a_draft(bank, wanted)
    out = bank.do(TakeOut(wanted))
    other = bank.another()
    other.do(PackTubes(shipment, (Packed(wanted[0]),)))
    with refused(bank, ChangedSince):
        bank.undo(out)
    other.close()
