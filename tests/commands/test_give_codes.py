"""Racks and shelves may be without a code; once they are given one, it leads to them."""

from pathlib import Path

import pytest

from freezerapp.commands.arrange import AddContainers, MoveContainer, RetireContainer
from freezerapp.commands.give_codes import GiveContainerCodes
from freezerapp.commands.shipped import presets
from freezerapp.domain.preset import plan
from freezerapp.domain.problems import CodeTaken, NothingToDo
from freezerapp.domain.specimen import Spot
from freezerapp.domain.standing import CodeThere, ContainerStepNotAllowed, Standing
from freezerapp.storage.rows.container_codes import codes_to_give
from freezerapp.storage.rows.containers import container_by
from freezerapp.storage.rows.storage import Storage, storage
from tests.build import Bank, a_bank, a_box, refused, there_and_back


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    made = a_bank(tmp_path)
    known = presets()
    planned = plan(known, "upright-600", "F80-01", None)
    made.do(AddContainers(planned, tuple(known.types.values()), None, None, "F80-01"))
    return made


def tree(bank: Bank) -> Storage:
    with bank.database.reading() as reader:
        return storage(reader)


def racks(bank: Bank) -> list[int]:
    return [key for key, row in tree(bank).containers.items() if row.kind == "rack"]


def wanted(bank: Bank, ids: list[int]) -> dict[int, str]:
    with bank.database.reading() as reader:
        return codes_to_give(reader, storage(reader), ids)


def test_racks_get_codes_of_where_they_stand_which_lead_to_them(bank: Bank) -> None:
    codes = wanted(bank, racks(bank))
    assert list(codes.values())[:2] == ["F80-01-S1-RA", "F80-01-S1-RB"]
    assert len(set(codes.values())) == len(racks(bank))
    there_and_back(bank, GiveContainerCodes(tuple(codes.items())))
    with bank.database.reading() as reader:
        assert container_by(reader, "f80-01-s2-rb", tree(bank)) == next(
            key for key, code in codes.items() if code == "F80-01-S2-RB"
        )
    assert wanted(bank, racks(bank)) == {}, "all have one now"


def test_a_code_stays_when_the_rack_is_moved_and_the_next_one_there_is_told_apart(bank: Bank) -> None:
    first, second, *_ = racks(bank)
    bank.do(GiveContainerCodes(tuple(wanted(bank, [first]).items())))
    row, other = tree(bank).containers[first], tree(bank).containers[racks(bank)[-1]]
    shelf = other.parent_id
    assert shelf is not None
    assert other.row is not None
    assert other.column is not None
    bank.do(RetireContainer(other.id, "worn out"))
    bank.do(MoveContainer(first, Spot(shelf, other.row, other.column)))
    assert row.parent_id is not None
    assert row.row is not None
    assert row.column is not None
    bank.do(MoveContainer(second, Spot(row.parent_id, row.row, row.column)))
    assert tree(bank).containers[first].code == "F80-01-S1-RA"
    assert wanted(bank, [second]) == {second: "F80-01-S1-RA-2"}


def test_what_has_a_code_gets_no_other(bank: Bank) -> None:
    first = racks(bank)[0]
    bank.do(GiveContainerCodes(((first, "RACK-7"),)))
    with refused(bank, CodeThere, code="RACK-7"):
        bank.do(GiveContainerCodes(((first, "RACK-8"),)))
    with refused(bank, NothingToDo, kind="give codes"):
        bank.do(GiveContainerCodes(()))


def test_no_code_is_given_twice(bank: Bank) -> None:
    first, second, *_ = racks(bank)
    a_box(bank, name="DNA-0001")
    with refused(bank, CodeTaken):
        bank.do(GiveContainerCodes(((first, "dna-0001"),)))
    with refused(bank, CodeTaken):
        bank.do(GiveContainerCodes(((first, "RACK-7"), (second, "rack-7"))))


def test_what_is_retired_gets_none(bank: Bank) -> None:
    first = racks(bank)[0]
    bank.do(RetireContainer(first, "worn out"))
    with refused(bank, ContainerStepNotAllowed, status=Standing.RETIRED):
        bank.do(GiveContainerCodes(((first, "RACK-7"),)))
