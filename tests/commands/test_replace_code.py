"""A new code for a tube: the old one still finds it and says when it was replaced."""

from pathlib import Path

import pytest

from freezerapp.commands.replace_code import ReplaceCode, ReplaceCodes
from freezerapp.domain.problems import CodeTaken, ReasonMissing
from freezerapp.storage.rows.found import by_code
from tests.build import Bank, a_bank, a_box, a_tube


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_bank(tmp_path)


def leads_to(bank: Bank, code: str) -> tuple[int, bool] | None:
    with bank.database.reading() as reader:
        found = by_code(reader, code)
    return None if found is None else (found.id, found.replaced_at is not None)


def test_the_old_code_still_leads_to_the_tube(bank: Bank) -> None:
    tube = a_tube(bank, "MC0000000007", in_=a_box(bank), at="A1")
    done = bank.do(ReplaceCode(tube, reason="label lost"))
    assert done.result == "MC0000000008"
    assert bank.tube(tube).barcode == "MC0000000008"
    assert leads_to(bank, "MC0000000008") == (tube, False)
    assert leads_to(bank, "mc0000000007") == (tube, True)
    assert bank.findings() == []


def test_it_can_be_taken_back_and_done_again(bank: Bank) -> None:
    tube = a_tube(bank, "MC0000000007")
    before = bank.picture()
    done = bank.do(ReplaceCode(tube, "FX05653780", "pre-printed"))
    after = bank.picture()
    back = bank.undo(done)
    assert bank.picture() == before
    assert leads_to(bank, "FX05653780") is None
    bank.undo(back)
    assert bank.picture() == after
    assert bank.findings() == []


def test_the_next_number_is_behind_all_that_were_ever_given(bank: Bank) -> None:
    first, last = a_tube(bank, "MC0000000007"), a_tube(bank, "MC0000000041")
    a_tube(bank, "MC99")  # of another length
    assert bank.do(ReplaceCode(first, reason="lost")).result == "MC0000000042"
    assert bank.do(ReplaceCode(last, reason="lost")).result == "MC0000000043"
    odd = a_tube(bank, "tube of Ben")
    assert bank.do(ReplaceCode(odd, reason="lost")).result == "AA0000000001"


def test_a_code_that_leads_or_led_to_another_tube_is_refused(bank: Bank) -> None:
    first, second = a_tube(bank, "MC0000000001"), a_tube(bank, "MC0000000002")
    bank.do(ReplaceCode(first, "NEW-1", "lost"))
    before = bank.everything()
    for taken in ("MC0000000001", "NEW-1", "mc0000000002"):
        with pytest.raises(CodeTaken):
            bank.do(ReplaceCode(second if taken != "mc0000000002" else first, taken, "lost"))
    with pytest.raises(ReasonMissing):
        bank.do(ReplaceCode(second, "NEW-2"))
    assert bank.everything() == before


def test_several_get_the_next_numbers_of_their_patterns_in_one_step(bank: Bank) -> None:
    tubes = [a_tube(bank, code) for code in ("MC0000000007", "FX00000003", "MC0000000002", "tube of Ben")]
    before = bank.picture()
    done = bank.do(ReplaceCodes(tuple(tubes), "labels came off"))
    wanted = ["MC0000000008", "FX00000004", "MC0000000009", "AA0000000001"]
    assert done.result == dict(zip(tubes, wanted, strict=True))
    assert [bank.tube(tube).barcode for tube in tubes] == wanted
    assert leads_to(bank, "MC0000000002") == (tubes[2], True)
    assert bank.findings() == []
    bank.undo(done)
    assert bank.picture() == before
    with pytest.raises(ReasonMissing):
        bank.do(ReplaceCodes(tuple(tubes)))
