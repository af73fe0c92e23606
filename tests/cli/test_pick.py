"""``freezerapp pick``: a sheet in walking order without a record, or more tubes for a list; what stays out is told."""

from pathlib import Path

import pypdfium2
import pytest

from freezerapp.cli.main import main
from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.mark import MarkMissing
from freezerapp.commands.pick import MakePickList
from freezerapp.commands.settle_pick import CancelPickList
from freezerapp.domain.container import Kind
from freezerapp.domain.specimen import HoldKind
from tests.build import Bank, a_bank, a_box, a_shelf, a_tube


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    """Two freezers with a box each; T1 and T4 can be fetched, T2 is on hold, T3 missing, T5 on a list, T6 in hand."""
    bank = a_bank(tmp_path)
    hall = a_shelf(bank, 1, 2, name="HALL", kind=Kind.ROOM)
    boxes = [a_box(bank, in_=a_shelf(bank, in_=hall, name=f"F{n}", kind=Kind.FREEZER), name=f"BOX{n}") for n in (1, 2)]
    keys = [a_tube(bank, f"T{n}", in_=boxes[n < 4], at=f"A{n}") for n in range(1, 6)]
    bank.do(PlaceHold((keys[1],), HoldKind.QUARANTINE, "leaking"))
    bank.do(MarkMissing((keys[2],)))
    bank.do(MakePickList("Request", (keys[4],)))
    bank.do(TakeOut((a_tube(bank, "T6"),)))
    return bank


def run(bank: Bank, *words: str) -> int:
    return main(["pick", str(bank.path), *words])


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as paper:
        return "".join(page.get_textpage().get_text_bounded() for page in paper)


def test_a_sheet_lists_found_tubes_in_walking_order_and_says_what_is_left_out(
    bank: Bank, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    head, sheet = bank.head(), tmp_path / "sheet.pdf"
    assert run(bank, "material:DNA", "--to", str(sheet)) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[:4] == [
        "T2: on hold, left out",
        "T3: missing, left out",
        "T5: reserved for PICK-2024-0001, left out",
        "1 tube on the bench without a place kept, left out.",
    ]
    assert "2 tubes, 2 doors" in said.err
    assert "Nothing was recorded." in said.err
    text = text_of(sheet)
    assert text.index("T4") < text.index("T1")
    assert "BOX1" in text
    assert not any(code in text for code in ("T2", "T3", "T5", "T6"))
    assert bank.head() == head


def test_no_sheet_is_made_where_nothing_can_be_fetched(
    bank: Bank, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run(bank, "hold:yes", "--to", str(sheet)) == 1
    assert "there is no sheet" in capsys.readouterr().err
    assert run(bank, "T6", "--to", str(sheet)) == 1
    assert "has a place" in capsys.readouterr().err
    assert run(bank, "material:plasm", "--to", str(sheet)) == 0
    assert "Did you mean “plasma”?" in capsys.readouterr().err
    assert not sheet.exists()


def test_wrong_words_are_told(bank: Bank, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(bank, "", "--to", str(tmp_path / "sheet.txt")) == 2
    assert run(bank, "") == 2
    assert run(bank, "materials:DNA", "--to", str(tmp_path / "sheet.pdf")) == 1
    assert run(bank, "", "--to", str(tmp_path / "a.pdf"), "--operator", "Nobody") == 1
    capsys.readouterr()


def test_a_sheet_in_french_on_letter_paper(bank: Bank, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run(bank, "T1", "--to", str(sheet), "--language", "fr", "--paper", "Letter", "--operator", "ada") == 0
    assert "Ada" in text_of(sheet)
    with pypdfium2.PdfDocument(sheet) as paper:
        assert paper[0].get_size() == (612, 792)


def test_found_tubes_come_on_an_open_list_and_what_is_left_out_is_said(
    bank: Bank, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(bank, "material:DNA status:stored,missing", "--add-to", "pick-2024-0001", "--operator", "ada") == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.splitlines()[:3] == [
        "T2: on hold, left out",
        "T3: missing, left out",
        "T5: reserved for PICK-2024-0001, left out",
    ]
    assert "PICK-2024-0001: 2 tubes added, 3 still to be fetched, about" in said.err
    rows = bank.rows("SELECT s.barcode FROM pick_line w JOIN specimen s ON s.id = w.specimen_id ORDER BY w.number")
    assert [code for (code,) in rows] == ["T5", "T1", "T4"]
    assert bank.value("SELECT rule FROM pick_list") == "+ material:DNA status:stored,missing"
    assert bank.findings() == []
    assert run(bank, "T1", "--add-to", "PICK-2024-0001") == 1
    assert "the list stays as it is" in capsys.readouterr().err


def test_the_sheet_of_a_list_that_was_added_to_is_that_of_the_whole_list(
    bank: Bank, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run(bank, "T1", "--add-to", "PICK-2024-0001", "--to", str(sheet)) == 0
    assert "1 page." in capsys.readouterr().err
    text = text_of(sheet)
    assert "PICK-2024-0001" in text
    assert text.index("T5") < text.index("T1")


def test_what_no_list_takes_is_refused_and_nothing_is_recorded(bank: Bank, capsys: pytest.CaptureFixture[str]) -> None:
    bank.do(CancelPickList(1, "withdrawn"))
    head = bank.head()
    assert run(bank, "T1", "--add-to", "PICK-2024-0001") == 1
    assert "PICK-2024-0001" in capsys.readouterr().err
    assert run(bank, "T1", "--add-to", "PICK-2024-0077") == 1
    assert "PICK-2024-0077" in capsys.readouterr().err
    assert run(bank, "T1", "--add-to", "T1") == 1
    assert run(bank, "material:plasm", "--add-to", "PICK-2024-0001") == 0
    assert "Did you mean “plasma”?" in capsys.readouterr().err
    assert run(bank, "T1", "--add-to", "PICK-2024-0001", "--operator", "Nobody") == 1
    assert run(bank, "T1", "--add-to", "PICK-2024-0001", "--to", "sheet.txt") == 2
    assert bank.head() == head


def test_help_tells_what_is_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pick", "--help"]) == 0
    said = capsys.readouterr().out
    assert "--add-to PICK-2026-0003" in said
    assert "With --to alone nothing is recorded." in said
