"""Tubes added to a blind parcel: nothing shows who came late while the order is untold; told, it stays."""

import itertools
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.commands.mark import VoidTubes
from freezerapp.commands.ship import AddToShipment, EditShipment, MakeShipment
from freezerapp.commands.ship_decide import RemoveLines, ReplaceLine
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes, ReopenPacking, UnpackTubes
from freezerapp.domain.blind_order import blind_order
from freezerapp.domain.custody import SHIPMENT
from freezerapp.domain.parcel import Profile
from freezerapp.domain.problems import NothingToDo
from freezerapp.domain.shipment import ShipmentLine
from tests.build import Bank, refused
from tests.parcels import a_draft, a_sending_bank, lines, tubes

FEW = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
people = st.lists(st.sampled_from(["P1", "P2", "P3", None]), min_size=1, max_size=5)
"""Whose tubes come at once; nobody's are in no batch."""


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_sending_bank(tmp_path)


def those(bank: Bank, of: list[str | None]) -> tuple[int, ...]:
    """A tube of each of these participants."""
    return tuple(tubes(bank, 1, participant=who, visit="V01" if who else None)[0] for who in of)


def standing(bank: Bank, shipment: int) -> list[ShipmentLine]:
    """The lines that are to travel, in their order."""
    return [line for line in lines(bank, shipment) if line.open]


def stored(bank: Bank, shipment: int) -> Any:
    """All that adding may change: the shipment, its lines, and the codes of their tubes."""
    there = lines(bank, shipment)
    return bank.one(SHIPMENT, shipment), there, [bank.tube(line.specimen_id or 0) for line in there]


def owners(bank: Bank, listed: list[ShipmentLine]) -> list[str | None]:
    said = "SELECT p.code FROM specimen s JOIN collection c ON c.id = s.collection_id JOIN participant p"
    said += " ON p.id = c.participant_id WHERE s.id = ?"
    found = [bank.rows(said, line.specimen_id) for line in listed]
    return [row[0][0] if row else None for row in found]


def is_drawn(bank: Bank, shipment: int, together: bool) -> bool:
    """Whether the list is just what its stored seed draws of its tubes: the order they came in plays no part."""
    listed = standing(bank, shipment)
    seed = bank.one(SHIPMENT, shipment).seed
    codes = [bank.tube(line.specimen_id or 0).barcode or "" for line in listed]
    batches = None
    if together:
        key = "SELECT c.participant_id FROM specimen s JOIN collection c ON c.id = s.collection_id WHERE s.id = ?"
        of = {code: bank.rows(key, line.specimen_id) for code, line in zip(codes, listed, strict=True)}
        batches = {code: row[0][0] for code, row in of.items() if row and row[0][0] is not None}
    return codes == blind_order(sorted(codes), seed, batches)


def batches_are_whole(whose: list[str | None]) -> bool:
    runs = [who for who, _ in itertools.groupby(whose) if who is not None]
    return len(runs) == len(set(runs))


@FEW
@given(first=people, added=st.lists(people, min_size=1, max_size=3), together=st.booleans(), off=st.booleans())
def test_adding_draws_the_whole_order_anew_and_undo_brings_the_old_one_back(
    bank: Bank, first: list[str | None], added: list[list[str | None]], together: bool, off: bool
) -> None:
    wanted = those(bank, first)
    shipment = a_draft(bank, wanted, profile=Profile.BLIND, together=int(together))
    if off and len(first) > 1:
        bank.do(RemoveLines(shipment, (standing(bank, shipment)[0].id,), "not needed"))
    seeds = {bank.one(SHIPMENT, shipment).seed}
    for of in added:
        before = stored(bank, shipment)
        had = {line.specimen_id: line.blind_code for line in standing(bank, shipment)}
        more = those(bank, of)
        tubes_before = [bank.tube(key) for key in more]
        done = bank.do(AddToShipment(shipment, more))
        listed = standing(bank, shipment)
        assert {line.specimen_id for line in listed} == {*had, *more}
        assert is_drawn(bank, shipment, together)
        assert not together or batches_are_whole(owners(bank, listed))
        codes = {line.specimen_id: line.blind_code for line in listed}
        assert {key: codes[key] for key in had} == had  # they may stand on the tubes by now
        assert len({*codes.values()} - {None}) == len(listed)
        after = stored(bank, shipment)
        again = bank.undo(done)
        assert stored(bank, shipment) == before
        assert [bank.tube(key) for key in more] == tubes_before
        bank.undo(again)
        assert stored(bank, shipment)[:2] == after[:2]
        seeds.add(bank.one(SHIPMENT, shipment).seed)
    assert len(seeds) == 1 + len(added)
    assert bank.findings() == []


@FEW
@given(first=people, added=people, together=st.booleans(), issued=st.booleans())
def test_an_order_that_was_told_stays_and_late_ones_stand_behind(
    bank: Bank, first: list[str | None], added: list[str | None], together: bool, issued: bool
) -> None:
    wanted, more = those(bank, first), those(bank, added)
    shipment = a_draft(bank, wanted, profile=Profile.BLIND, together=int(together))
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted if issued else wanted[:1]))))
    if issued:
        bank.do(FinishPacking(shipment))
        bank.do(IssueManifest(shipment))
        bank.do(ReopenPacking(shipment, "one more is wanted"))
        bank.do(UnpackTubes(shipment, wanted))
    before, seed = standing(bank, shipment), bank.one(SHIPMENT, shipment).seed
    bank.do(AddToShipment(shipment, more))
    listed = standing(bank, shipment)
    assert listed[: len(before)] == before
    assert {line.specimen_id for line in listed[len(before) :]} == {*more}
    assert bank.one(SHIPMENT, shipment).seed == seed
    assert not together or batches_are_whole(owners(bank, listed[len(before) :]))


def test_a_late_tube_stands_anywhere(bank: Bank) -> None:
    places = set()
    for number in range(12):
        wanted, late = tubes(bank, 3), tubes(bank, 1)
        shipment = a_draft(bank, wanted, profile=Profile.BLIND)
        bank.do(AddToShipment(shipment, late, f"seed {number}"))
        places.add([line.specimen_id for line in standing(bank, shipment)].index(late[0]))
    assert places == {0, 1, 2, 3}


def test_no_code_leads_to_a_tube_that_is_void_by_now_as_its_parcel_becomes_blind(bank: Bank) -> None:
    keys = tubes(bank, 3)
    shipment = bank.do(MakeShipment(keys)).result
    assert isinstance(shipment, int)
    bank.do(VoidTubes(keys[:1], "registered by mistake"))
    bank.do(EditShipment(shipment, (("profile", Profile.BLIND),)))
    assert all(line.blind_code for line in lines(bank, shipment))
    assert bank.rows("SELECT text FROM code WHERE owner_kind = 'specimen' AND owner_id = ?", keys[0]) == []
    assert bank.findings() == []


def test_nothing_new_is_no_reason_to_draw_again(bank: Bank) -> None:
    wanted = tubes(bank, 5)
    shipment = a_draft(bank, wanted, profile=Profile.BLIND)
    before = stored(bank, shipment)
    with refused(bank, NothingToDo):
        bank.do(AddToShipment(shipment, wanted[:2]))
    assert stored(bank, shipment) == before


def test_the_list_of_a_full_or_coded_parcel_grows_at_its_end(bank: Bank) -> None:
    for profile in (Profile.FULL, Profile.CODED):
        wanted, more = tubes(bank, 4), tubes(bank, 3)
        shipment = a_draft(bank, wanted, profile=profile)
        bank.do(AddToShipment(shipment, more))
        assert [line.specimen_id for line in standing(bank, shipment)] == [*wanted, *more]


@pytest.mark.parametrize("together", [0, 1])
def test_a_tube_of_another_that_replaces_one_breaks_no_batch(bank: Bank, together: int) -> None:
    wanted = those(bank, ["P1", "P1", "P2", "P2", "P3", "P3"])
    shipment = a_draft(bank, wanted, profile=Profile.BLIND, together=together)
    other = those(bank, ["P3"])[0]
    line = next(each for each in standing(bank, shipment) if each.specimen_id == wanted[0])
    before = stored(bank, shipment)
    done = bank.do(ReplaceLine(shipment, line.id, other, "too little left"))
    listed = standing(bank, shipment)
    assert all(each.blind_code for each in listed)
    if together:
        assert batches_are_whole(owners(bank, listed))
    else:
        assert next(each.number for each in listed if each.specimen_id == other) == line.number
    bank.undo(done)
    assert stored(bank, shipment) == before
    assert bank.findings() == []
