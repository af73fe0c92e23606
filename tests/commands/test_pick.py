"""Pick lists: made, fetched by scanning, settled with reasons, returned and closed; what may not be is refused."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest

from freezerapp.commands.check_out import NoReservedPlace, PutBack, TakeOut
from freezerapp.commands.hold import PlaceHold, ReleaseHold
from freezerapp.commands.mark import MarkDestroyed, MarkMissing, MarkUsedUp
from freezerapp.commands.move import Move, MoveTubes
from freezerapp.commands.pick import AddToPickList, MadePickList, MakePickList, Retrieve, ReturnPicked
from freezerapp.commands.settle_pick import (
    CancelPickList,
    FinishPickList,
    RemovePicked,
    ReopenPickList,
    ReplacePicked,
    SettleMissing,
)
from freezerapp.commands.ship import MakeShipment
from freezerapp.domain.access import NotAllowed, Role
from freezerapp.domain.blind_order import blind_order
from freezerapp.domain.picking import (
    AlreadyRetrieved,
    LineSettled,
    NotAvailable,
    NothingPicked,
    NotPicked,
    NotRetrieved,
    PickClosed,
    PickLine,
    PickLineState,
    PickOpen,
    PickState,
    StillWanted,
)
from freezerapp.domain.problems import CannotBeTakenBack, ChangedSince, NotThere, ReasonMissing
from freezerapp.domain.shipment import Reserved
from freezerapp.domain.specimen import Held, HoldKind, Known, Spot, Status, StepNotAllowed
from freezerapp.storage.rows.found import by_code
from tests.build import Bank, a_bank, a_box, a_tube, an_operator, refused, there_and_back


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_bank(tmp_path)


def tubes(bank: Bank, count: int = 3) -> tuple[int, ...]:
    """So many tubes, side by side in a box."""
    box = a_box(bank)
    return tuple(a_tube(bank, f"T{bank.count}", in_=box, at=f"A{n + 1}") for n in range(count))


def a_list(bank: Bank, keys: tuple[int, ...], **facts: Any) -> MadePickList:
    done = bank.do(MakePickList("Request 12", keys, **facts))
    assert isinstance(done.result, MadePickList)
    return done.result


def line(bank: Bank, list_id: int, tube: int) -> PickLine:
    """The newest line of a tube on a list."""
    key = bank.value("SELECT max(id) FROM pick_line WHERE list_id = ? AND specimen_id = ? AND void = 0", list_id, tube)
    found: PickLine = bank.one("pick line", key)
    return found


def state(bank: Bank, made: MadePickList, tube: int) -> PickLineState:
    return line(bank, made.id, tube).state


def test_a_list_has_a_number_that_can_be_scanned_and_keeps_the_order_asked_for(bank: Bank) -> None:
    a, b, c = tubes(bank)
    made = a_list(bank, (c, a, c, b), purpose="assay", rule="the fullest", seed="s")
    assert made.number == "PICK-2024-0001"
    rows = bank.rows("SELECT number, specimen_id, state, open FROM pick_line ORDER BY number")
    assert rows == [(1, c, "wanted", 1), (2, a, "wanted", 1), (3, b, "wanted", 1)]
    with bank.database.reading() as reader:
        found = by_code(reader, "pick-2024-0001")
    assert found is not None
    assert (found.kind, found.id) == ("pick list", made.id)
    assert a_list(bank, tubes(bank, 1)).number == "PICK-2024-0002"


def test_making_a_list_can_be_undone_and_redone_and_frees_its_tubes(bank: Bank) -> None:
    keys = tubes(bank)
    done = there_and_back(bank, MakePickList("Request", keys))
    bank.undo(bank.do(MakePickList("Request 2", tubes(bank))))
    with refused(bank, Reserved, by="PICK-2024-0001"):
        bank.do(MakePickList("Request 3", keys))
    bank.do(RemovePicked((line(bank, 1, keys[0]).id,), "not needed"))
    with refused(bank, ChangedSince):
        bank.undo(done)


@pytest.mark.parametrize("good_one_first", [False, True])
def test_what_can_not_be_put_on_a_list(bank: Bank, good_one_first: bool) -> None:
    good, held, missing, used, reserved, shipped = tubes(bank, 6)
    bank.do(PlaceHold((held,), HoldKind.QUARANTINE, "leaking"))
    bank.do(MarkMissing((missing,)))
    bank.do(MarkUsedUp((used,)))
    a_list(bank, (reserved,))
    bank.do(MakeShipment((shipped,)))
    well = (good,) if good_one_first else ()
    with refused(bank, Held, barcode=bank.tube(held).barcode):
        bank.do(MakePickList("R", (*well, held)))
    for key in (missing, used):
        with refused(bank, NotAvailable, status=bank.tube(key).status):
            bank.do(MakePickList("R", (*well, key)))
    with refused(bank, Reserved, by="PICK-2024-0001"):
        bank.do(MakePickList("R", (*well, reserved)))
    with refused(bank, Reserved, by="SHP-2024-0001"):
        bank.do(MakePickList("R", (*well, shipped)))
    with refused(bank, NotThere):
        bank.do(MakePickList("R", (*well, 77)))
    with refused(bank, NothingPicked):
        bank.do(MakePickList("R", ()))


def test_a_list_for_a_shipment_may_fetch_what_that_shipment_has_reserved(bank: Bank) -> None:
    keys = tubes(bank)
    shipment = bank.do(MakeShipment(keys)).result
    assert isinstance(shipment, int)
    made = a_list(bank, keys, shipment_id=shipment)
    bank.do(Retrieve(made.id, keys, Known.SCANNED))
    assert bank.tube(keys[0]).status is Status.ON_THE_BENCH


def numbered(bank: Bank, made: MadePickList) -> list[int]:
    """The tubes of a list that count, in the order asked for."""
    found = bank.rows("SELECT specimen_id FROM pick_line WHERE list_id = ? AND void = 0 ORDER BY number", made.id)
    return [row[0] for row in found]


def test_tubes_come_behind_those_on_an_open_list_and_are_reserved_for_it(bank: Bank) -> None:
    a, b, c, d = tubes(bank, 4)
    made = a_list(bank, (b, a), rule="the fullest")
    done = there_and_back(bank, AddToPickList(made.id, (d, c, d)))
    assert done.result == made
    assert numbered(bank, made) == [b, a, d, c]
    assert {told["before"] for told in bank.told(done)} == {None}
    with refused(bank, Reserved, by=made.number):
        bank.do(MakePickList("Another", (c,)))
    assert bank.one("pick list", made.id).rule == "the fullest"


def test_what_is_fetched_stays_as_it_is_while_tubes_are_added_and_taken_back(bank: Bank) -> None:
    a, b, c = tubes(bank)
    made = a_list(bank, (a,))
    bank.do(Retrieve(made.id, (a,), Known.SCANNED))
    before = line(bank, made.id, a), bank.tube(a)
    there_and_back(bank, AddToPickList(made.id, (b,)))
    done = bank.do(AddToPickList(made.id, (c,)))
    bank.do(Retrieve(made.id, (b,)))
    bank.undo(done)
    assert (line(bank, made.id, a), bank.tube(a)) == before
    assert numbered(bank, made) == [a, b]
    bank.do(AddToPickList(made.id, (c,)))
    with refused(bank, StillWanted, count=1):
        bank.do(FinishPickList(made.id))


def test_an_addition_is_not_taken_back_once_its_tube_is_fetched(bank: Bank) -> None:
    a, b, _ = tubes(bank)
    made = a_list(bank, (a,))
    done = bank.do(AddToPickList(made.id, (b,)))
    bank.do(Retrieve(made.id, (b,)))
    with refused(bank, ChangedSince):
        bank.undo(done)


@pytest.mark.parametrize("seed", [None, "s"])
def test_no_number_is_given_twice_however_additions_are_taken_back_and_done_again(bank: Bank, seed: str | None) -> None:
    a, b, c, d = tubes(bank, 4)
    made = a_list(bank, (a,), seed=seed)
    undone = bank.undo(bank.do(AddToPickList(made.id, (b,))))
    assert numbered(bank, made) == [a]
    bank.do(AddToPickList(made.id, (c,)))
    try:
        bank.undo(undone)
    except ChangedSince:
        assert seed is not None, "only a draw may have moved a tube that was on the list before"
    bank.do(AddToPickList(made.id, (d,)))
    numbers = [number for (number,) in bank.rows("SELECT number FROM pick_line WHERE void = 0")]
    assert len(set(numbers)) == len(numbers) == len(numbered(bank, made))


def test_a_substitute_keeps_the_number_of_the_tube_that_it_replaces_while_late_ones_are_mixed_in(bank: Bank) -> None:
    a, b, c, *late = tubes(bank, 9)
    made = a_list(bank, (a, c), seed="s")
    bank.do(ReplacePicked(line(bank, made.id, a).id, b, "too little"))
    bank.do(AddToPickList(made.id, tuple(late)))
    assert (line(bank, made.id, a).number, line(bank, made.id, b).number) == (1, 1)
    assert bank.rows("SELECT number FROM pick_line WHERE open = 1 GROUP BY number HAVING count(*) > 1") == []


def test_a_rule_that_chose_more_tubes_is_told_beside_the_first(bank: Bank) -> None:
    a, b, c = tubes(bank)
    made = a_list(bank, (a,))
    there_and_back(bank, AddToPickList(made.id, (b,), "one CSF"))
    bank.do(AddToPickList(made.id, (c,), "one DNA"))
    assert bank.one("pick list", made.id).rule == "+ one CSF + one DNA"


@pytest.mark.parametrize("seed", [None, "s"])
@pytest.mark.parametrize("good_one_first", [False, True])
def test_what_can_not_be_added_to_a_list(bank: Bank, seed: str | None, good_one_first: bool) -> None:
    there, good, held, missing, used, reserved, shipped = tubes(bank, 7)
    made = a_list(bank, (there,), seed=seed)
    bank.do(PlaceHold((held,), HoldKind.QUARANTINE, "leaking"))
    bank.do(MarkMissing((missing,)))
    bank.do(MarkUsedUp((used,)))
    other = a_list(bank, (reserved,))
    bank.do(MakeShipment((shipped,)))
    well = (good,) if good_one_first else ()
    with refused(bank, Held, barcode=bank.tube(held).barcode):
        bank.do(AddToPickList(made.id, (*well, held)))
    for key in (missing, used):
        with refused(bank, NotAvailable, status=bank.tube(key).status):
            bank.do(AddToPickList(made.id, (*well, key)))
    for key, by in ((reserved, other.number), (shipped, "SHP-2024-0001"), (there, made.number)):
        with refused(bank, Reserved, by=by):
            bank.do(AddToPickList(made.id, (*well, key)))
    with refused(bank, NotThere):
        bank.do(AddToPickList(made.id, (*well, 77)))
    with refused(bank, NotThere, kind="pick list"):
        bank.do(AddToPickList(77, (good,)))
    with refused(bank, NothingPicked):
        bank.do(AddToPickList(made.id, ()))
    bank.do(CancelPickList(made.id, "withdrawn"))
    with refused(bank, PickClosed, number=made.number):
        bank.do(AddToPickList(made.id, (good,)))


def test_the_list_of_a_shipment_takes_more_of_that_shipment(bank: Bank) -> None:
    a, b, _ = keys = tubes(bank)
    shipment = bank.do(MakeShipment(keys)).result
    made = a_list(bank, (a,), shipment_id=shipment)
    there_and_back(bank, AddToPickList(made.id, (b,)))


def test_a_returned_tube_is_added_and_fetched_once_more(bank: Bank) -> None:
    a, b, _ = tubes(bank)
    made = a_list(bank, (a, b))
    bank.do(Retrieve(made.id, (a,)))
    bank.do(ReturnPicked(made.id, (a,)))
    there_and_back(bank, AddToPickList(made.id, (a,)))
    bank.do(Retrieve(made.id, (a,)))
    assert state(bank, made, a) is PickLineState.RETRIEVED
    bank.do(CancelPickList(made.id, "later"))
    there_and_back(bank, ReopenPickList(made.id, "now"))
    assert bank.rows("SELECT open FROM pick_line WHERE specimen_id = ? ORDER BY id", a) == [(0,), (1,)]


def test_a_list_of_blind_order_does_not_tell_by_its_numbers_who_came_late(bank: Bank) -> None:
    keys = tubes(bank, 9)
    first = tuple(blind(bank, keys[:6], "s"))
    made = a_list(bank, first, seed="s")
    bank.do(Retrieve(made.id, first[1:3]))
    there_and_back(bank, AddToPickList(made.id, keys[6:]))
    now = numbered(bank, made)
    assert [now.index(key) for key in first[1:3]] == [1, 2]
    waiting = [key for key in now if key not in first[1:3]]
    assert waiting == blind(bank, waiting, "s")
    assert now[-3:] != list(keys[6:])
    assert sorted(now) == sorted(keys)


def test_a_list_that_keeps_the_tubes_of_a_participant_together_goes_on_so(bank: Bank) -> None:
    box = a_box(bank)
    people = "121233214321"
    keys = [
        a_tube(bank, f"T{n}", in_=box, at=f"A{n + 1}" if n < 9 else f"B{n - 8}", participant=f"P{who}")
        for n, who in enumerate(people)
    ]
    whose = dict(zip(keys, people, strict=True))
    made = a_list(bank, tuple(sorted(keys[:6], key=lambda key: whose[key])), seed="s")
    bank.do(AddToPickList(made.id, tuple(keys[6:])))
    runs = [who for who, _ in groupby(whose[key] for key in numbered(bank, made))]
    assert sorted(runs) == ["1", "2", "3", "4"]


def blind(bank: Bank, keys: Sequence[int], seed: str) -> list[int]:
    back = {bank.tube(key).barcode: key for key in keys}
    return [back[code] for code in blind_order(list(back), seed)]


def test_a_retrieved_tube_is_on_the_bench_with_its_place_kept_and_its_clock_running(bank: Bank) -> None:
    a, b, _ = keys = tubes(bank)
    made = a_list(bank, keys)
    done = there_and_back(bank, Retrieve(made.id, (a,), Known.SCANNED))
    tube = bank.tube(a)
    assert (tube.status, tube.place, tube.home) == (Status.ON_THE_BENCH, None, Spot(1, 0, 0))
    assert tube.out_since is not None
    assert (state(bank, made, a), line(bank, made.id, a).open) == (PickLineState.RETRIEVED, 1)
    assert state(bank, made, b) is PickLineState.WANTED
    assert {told["known"] for told in bank.told(done)} == {"scanned"}


def test_a_tube_that_is_in_hand_already_only_counts_as_retrieved(bank: Bank) -> None:
    a, *_ = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(TakeOut((a,)))
    since = bank.tube(a).out_since
    bank.clock.wait(5)
    bank.do(Retrieve(made.id, (a,)))
    assert (state(bank, made, a), bank.tube(a).out_since) == (PickLineState.RETRIEVED, since)


def test_a_tube_put_back_in_between_can_be_retrieved_again(bank: Bank) -> None:
    a, *_ = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(Retrieve(made.id, (a,)))
    with refused(bank, AlreadyRetrieved, number=made.number):
        bank.do(Retrieve(made.id, (a,)))
    bank.do(PutBack((a,)))
    bank.do(Retrieve(made.id, (a,)))
    assert bank.tube(a).status is Status.ON_THE_BENCH


def test_a_wrong_tube_is_refused_and_named(bank: Bank) -> None:
    keys = tubes(bank)
    made = a_list(bank, keys[:1])
    barcode = bank.tube(keys[1]).barcode
    for command in (Retrieve(made.id, keys), ReturnPicked(made.id, keys)):
        with refused(bank, NotPicked, barcode=barcode, number=made.number):
            bank.do(command)


def test_a_hold_placed_since_stops_a_tube_until_it_is_released(bank: Bank) -> None:
    a, *_ = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(PlaceHold((a,), HoldKind.CONSENT, "withdrawn"))
    with refused(bank, Held):
        bank.do(Retrieve(made.id, keys))
    bank.do(ReleaseHold((a,), HoldKind.CONSENT, "mistaken"))
    bank.do(Retrieve(made.id, keys))


def test_a_missing_tube_is_settled_with_a_reason_and_its_place_is_kept(bank: Bank) -> None:
    a, *_ = keys = tubes(bank)
    made = a_list(bank, keys)
    key = line(bank, made.id, a).id
    with refused(bank, ReasonMissing, what="settle missing"):
        bank.do(SettleMissing((key,)))
    there_and_back(bank, SettleMissing((key,), "not in its place"))
    tube, settled = bank.tube(a), line(bank, made.id, a)
    assert (tube.status, tube.home) == (Status.MISSING, Spot(1, 0, 0))
    assert (settled.state, settled.open, settled.reason) == (PickLineState.MISSING, 0, "not in its place")
    with refused(bank, LineSettled, state=PickLineState.MISSING):
        bank.do(SettleMissing((key,), "again"))
    with refused(bank, LineSettled):
        bank.do(Retrieve(made.id, (a,)))


def test_what_is_gone_can_not_be_missing(bank: Bank) -> None:
    a, b, _ = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(MarkDestroyed((a,), "broken"))
    with refused(bank, StepNotAllowed):
        bank.do(SettleMissing((line(bank, made.id, b).id, line(bank, made.id, a).id), "gone"))


def test_a_substitute_takes_the_number_of_the_tube_that_it_replaces(bank: Bank) -> None:
    a, b, c, other, held = tubes(bank, 5)
    made = a_list(bank, (c, a, b))
    key = line(bank, made.id, a).id
    bank.do(PlaceHold((held,), HoldKind.REQUEST, "wanted elsewhere"))
    with refused(bank, ReasonMissing):
        bank.do(ReplacePicked(key, other))
    with refused(bank, Held):
        bank.do(ReplacePicked(key, held, "too little"))
    for taken in (a, c):
        with refused(bank, Reserved, by=made.number):
            bank.do(ReplacePicked(key, taken, "too little"))
    done = there_and_back(bank, ReplacePicked(key, other, "too little"))
    old, fresh = line(bank, made.id, a), line(bank, made.id, other)
    assert (old.state, old.open, old.replaced_by, old.reason) == (PickLineState.REPLACED, 0, done.result, "too little")
    assert (fresh.id, fresh.number, fresh.state, fresh.open) == (done.result, 2, PickLineState.WANTED, 1)
    with refused(bank, LineSettled, state=PickLineState.REPLACED):
        bank.do(ReplacePicked(key, held, "again"))


def test_a_missing_tube_can_be_replaced_too(bank: Bank) -> None:
    a, b = tubes(bank, 2)
    made = a_list(bank, (a,))
    key = line(bank, made.id, a).id
    bank.do(SettleMissing((key,), "not there"))
    bank.do(ReplacePicked(key, b, "not there"))
    bank.do(Retrieve(made.id, (b,)))
    bank.do(FinishPickList(made.id))


def test_a_removed_tube_is_free_for_another_list(bank: Bank) -> None:
    a, b, _ = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(Retrieve(made.id, (b,)))
    lines = (line(bank, made.id, a).id, line(bank, made.id, b).id)
    with refused(bank, ReasonMissing):
        bank.do(RemovePicked(lines))
    there_and_back(bank, RemovePicked(lines, "not needed"))
    assert bank.tube(b).status is Status.ON_THE_BENCH
    a_list(bank, (a, b))
    with refused(bank, LineSettled):
        bank.do(RemovePicked(lines, "again"))


def test_returning_puts_tubes_into_the_places_kept_for_them_and_counts_thaws(bank: Bank) -> None:
    a, b, c = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(Retrieve(made.id, (a, b)))
    bank.clock.wait(12)
    with refused(bank, NotRetrieved, number=made.number):
        bank.do(ReturnPicked(made.id, (a, c)))
    there_and_back(bank, ReturnPicked(made.id, (b, a), Known.SCANNED, thawed=(a,)))
    assert [(bank.tube(key).place, bank.tube(key).thaws) for key in (a, b)] == [(Spot(1, 0, 0), 1), (Spot(1, 0, 1), 0)]
    assert bank.tube(a).out_ms > 12 * 60_000
    assert (state(bank, made, a), line(bank, made.id, a).open) == (PickLineState.RETURNED, 0)
    with refused(bank, NotRetrieved):
        bank.do(ReturnPicked(made.id, (a,)))


def test_a_tube_put_back_by_other_hands_is_only_counted_as_returned(bank: Bank) -> None:
    a, *_ = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(Retrieve(made.id, (a,)))
    bank.do(PutBack((a,)))
    bank.do(MoveTubes((Move(a, Spot(1, 5, 5)),)))
    bank.do(ReturnPicked(made.id, (a,), thawed=(a,)))
    assert (bank.tube(a).place, bank.tube(a).thaws) == (Spot(1, 5, 5), 0)
    assert state(bank, made, a) is PickLineState.RETURNED


def test_a_newcomer_without_a_place_is_not_returned(bank: Bank) -> None:
    newcomer = a_tube(bank)
    bank.do(TakeOut((newcomer,)))
    made = a_list(bank, (newcomer,))
    bank.do(Retrieve(made.id, (newcomer,)))
    with refused(bank, NoReservedPlace):
        bank.do(ReturnPicked(made.id, (newcomer,)))


def test_a_list_is_finished_when_nothing_is_wanted_any_more(bank: Bank) -> None:
    a, b, c = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(Retrieve(made.id, (a,)))
    with refused(bank, StillWanted, number=made.number, count=2):
        bank.do(FinishPickList(made.id))
    bank.do(SettleMissing((line(bank, made.id, b).id,), "not there"))
    bank.do(RemovePicked((line(bank, made.id, c).id,), "not needed"))
    there_and_back(bank, FinishPickList(made.id))
    assert bank.one("pick list", made.id).state is PickState.DONE
    assert bank.value("SELECT count(*) FROM pick_line WHERE open = 1") == 0
    for command in (
        Retrieve(made.id, (a,)),
        ReturnPicked(made.id, (a,)),
        FinishPickList(made.id),
        CancelPickList(made.id, "no"),
        RemovePicked((line(bank, made.id, a).id,), "no"),
    ):
        with refused(bank, PickClosed, state=PickState.DONE):
            bank.do(command)


def test_a_cancelled_list_reserves_nothing_and_leaves_the_bench_as_it_is(bank: Bank) -> None:
    a, *_ = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(Retrieve(made.id, (a,)))
    with refused(bank, ReasonMissing):
        bank.do(CancelPickList(made.id))
    there_and_back(bank, CancelPickList(made.id, "withdrawn"))
    assert bank.tube(a).status is Status.ON_THE_BENCH
    a_list(bank, keys)


def test_a_closed_list_is_opened_again_with_what_is_still_wanted_or_in_hand(bank: Bank) -> None:
    a, b, c = keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(Retrieve(made.id, (a, b)))
    with refused(bank, PickOpen, number=made.number):
        bank.do(ReopenPickList(made.id, "more"))
    bank.do(CancelPickList(made.id, "by mistake"))
    bank.do(PutBack((b,)))
    with refused(bank, ReasonMissing):
        bank.do(ReopenPickList(made.id))
    there_and_back(bank, ReopenPickList(made.id, "by mistake"))
    assert [line(bank, made.id, key).open for key in (a, b, c)] == [1, 0, 1]


def test_a_list_is_not_opened_again_when_another_wants_its_tubes(bank: Bank) -> None:
    keys = tubes(bank)
    made = a_list(bank, keys)
    bank.do(CancelPickList(made.id, "withdrawn"))
    other = a_list(bank, keys[:1])
    with refused(bank, Reserved, by=other.number):
        bank.do(ReopenPickList(made.id, "after all"))


def test_a_list_taken_back_takes_no_steps(bank: Bank) -> None:
    keys = tubes(bank)
    done = bank.do(MakePickList("R", keys))
    bank.undo(done)
    for command in (Retrieve(1, keys), FinishPickList(1), ReopenPickList(1, "why")):
        with refused(bank, NotThere, kind="pick list"):
            bank.do(command)
    with refused(bank, CannotBeTakenBack):
        bank.undo(done)


def test_a_viewer_fetches_nothing(bank: Bank) -> None:
    keys = tubes(bank)
    made = a_list(bank, keys)
    viewer, operator = an_operator(bank, "Vi", Role.VIEWER), an_operator(bank, "Op")
    for command in (MakePickList("R", keys), Retrieve(made.id, keys), CancelPickList(made.id, "no")):
        with refused(bank, NotAllowed):
            bank.do(command, viewer)
    bank.do(Retrieve(made.id, keys), operator)
