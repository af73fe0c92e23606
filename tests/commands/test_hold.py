"""Holds and their release."""

from pathlib import Path

import pytest

from freezerapp.commands.arrange import SendAway
from freezerapp.commands.hold import PlaceHold, ReleaseHold
from freezerapp.domain.access import NotAllowed, Role
from freezerapp.domain.problems import NothingToDo, NotThere, ReasonMissing
from freezerapp.domain.specimen import Held, Hold, HoldKind
from tests.build import Bank, a_bank, a_box, a_tube, an_operator, refused, there_and_back


def two(bank: Bank) -> tuple[int, int]:
    box = a_box(bank, name="BOX")
    return a_tube(bank, "T1", in_=box, at="A1"), a_tube(bank, "T2", in_=box, at="A2")


@pytest.mark.parametrize("kind", HoldKind)
def test_a_hold_of_each_kind_is_placed_and_released(tmp_path: Path, kind: HoldKind) -> None:
    bank = a_bank(tmp_path)
    a, b = two(bank)
    placed = there_and_back(bank, PlaceHold((a, b), kind, "doubtful"))
    assert bank.tube(a).holds == bank.tube(b).holds == (Hold(kind, "doubtful"),)
    (first, second) = bank.told(placed)
    assert (first["kind"], first["reason"]) == ("hold", "doubtful")
    assert (first["before"], first["after"]) == ({"holds": []}, {"holds": [[kind.value, "doubtful"]]})
    assert second["subject"] == ["specimen", b]
    there_and_back(bank, ReleaseHold((a, b), kind, "cleared"))
    assert bank.tube(a).holds == bank.tube(b).holds == ()


def test_a_tube_may_be_held_for_several_reasons_and_one_kind_is_released_at_a_time(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, _ = two(bank)
    for kind, why in ((HoldKind.REQUEST, "b"), (HoldKind.QUARANTINE, "x"), (HoldKind.REQUEST, "a")):
        bank.do(PlaceHold((a,), kind, why))
    assert bank.tube(a).holds == (
        Hold(HoldKind.QUARANTINE, "x"),
        Hold(HoldKind.REQUEST, "a"),
        Hold(HoldKind.REQUEST, "b"),
    )
    assert bank.findings() == []
    bank.do(ReleaseHold((a,), HoldKind.REQUEST, "done"))
    assert bank.tube(a).holds == (Hold(HoldKind.QUARANTINE, "x"),)


def test_a_hold_wants_a_reason_and_so_does_its_release(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, _ = two(bank)
    with refused(bank, ReasonMissing, what="hold"):
        bank.do(PlaceHold((a,), HoldKind.REQUEST))
    bank.do(PlaceHold((a,), HoldKind.REQUEST, "asked"))
    with refused(bank, ReasonMissing, what="release"):
        bank.do(ReleaseHold((a,), HoldKind.REQUEST, ""))
    with refused(bank, NothingToDo, kind="hold"):
        bank.do(PlaceHold((a,), HoldKind.REQUEST, "asked"))


def test_a_hold_that_is_not_there_is_not_released(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, b = two(bank)
    bank.do(PlaceHold((a,), HoldKind.REQUEST, "asked"))
    with refused(bank, NotThere, kind="hold", name="request T2"):
        bank.do(ReleaseHold((a, b), HoldKind.REQUEST, "done"))
    with refused(bank, NotThere, kind="hold", name="consent T1"):
        bank.do(ReleaseHold((a,), HoldKind.CONSENT, "done"))


def test_consent_is_released_by_a_manager_only(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, _ = two(bank)
    ben, eve = an_operator(bank, "Ben"), an_operator(bank, "Eve", Role.MANAGER)
    bank.do(PlaceHold((a,), HoldKind.CONSENT, "withdrawn"), ben)
    with refused(bank, NotAllowed, operator="Ben", role=Role.OPERATOR, what="release consent"):
        bank.do(ReleaseHold((a,), HoldKind.CONSENT, "came back"), ben)
    bank.do(ReleaseHold((a,), HoldKind.CONSENT, "came back"), eve)


def test_undo_is_no_way_round_the_manager(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, _ = two(bank)
    ben, eve = an_operator(bank, "Ben"), an_operator(bank, "Eve", Role.MANAGER)
    placed = bank.do(PlaceHold((a,), HoldKind.CONSENT, "withdrawn"), ben)
    with refused(bank, NotAllowed, operator="Ben", role=Role.OPERATOR, what="release consent"):
        bank.undo(placed, ben)
    gone = bank.undo(placed, eve)
    bank.undo(gone, ben)
    assert bank.tube(a).holds == (Hold(HoldKind.CONSENT, "withdrawn"),)


def test_a_held_tube_does_not_leave_the_house(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a, _ = two(bank)
    bank.do(PlaceHold((a,), HoldKind.EXCURSION, "too warm"))
    with refused(bank, Held, barcode="T1", holds=(Hold(HoldKind.EXCURSION, "too warm"),)):
        bank.do(SendAway((1,)))
