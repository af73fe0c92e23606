"""Workbooks of anybody: read as their owner sees them, refused before they fill the memory."""

import datetime
import io
import zipfile
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.exchange import workbook
from freezerapp.exchange.workbook import NotAWorkbook, WorkbookTooLarge, number_text, read_workbook

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def a_book(*rows: list[Any]) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def a_package(sheet: str, head: str = "") -> bytes:
    """The smallest workbook with this in its sheet."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets>'
            "</workbook>",
        )
        parts.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{LINKS}"><Relationship Id="r1" Type="{OFFICE}/worksheet"'
            ' Target="worksheets/sheet1.xml"/></Relationships>',
        )
        parts.writestr(
            "xl/worksheets/sheet1.xml", f'{head}<worksheet xmlns="{MAIN}"><sheetData>{sheet}</sheetData></worksheet>'
        )
    return target.getvalue()


def rows_of(sheet: str, head: str = "") -> list[list[str]]:
    return read_workbook(a_package(sheet, head), "file")["S"]


def test_texts_numbers_and_answers_are_read_as_they_are_seen() -> None:
    found = read_workbook(a_book(["MC1", "0012", 12, 12.0, 0.1, True, None, "é\nµ"], [], ["=1+1"]), "file")
    assert found == {"Sheet": [["MC1", "0012", "12", "12", "0.1", "TRUE", "", "é\nµ"], [], ["=1+1"]]}


def test_a_date_is_the_number_of_its_day() -> None:
    assert read_workbook(a_book([datetime.date(2019, 3, 14)]), "file")["Sheet"] == [["43538"]]


def test_runs_are_joined_and_pronunciation_is_left_out() -> None:
    text = "<is><r><t>MC</t></r><r><t xml:space='preserve'> 1</t></r><rPh><t>em-cee</t></rPh></is>"
    assert rows_of(f'<row r="2"><c r="B2" t="inlineStr">{text}</c></row>') == [[], ["", "MC 1"]]


def test_cells_without_address_follow_each_other() -> None:
    assert rows_of("<row><c><v>1</v></c><c><v>2</v></c></row><row><c t='str'><v>x</v></c></row>") == [["1", "2"], ["x"]]


def test_a_formula_is_never_taken_for_its_result() -> None:
    assert rows_of('<row r="1"><c r="A1"><f>B1</f><v>5</v></c></row>') == [["=B1"]]


@pytest.mark.parametrize(
    ("written", "read"),
    [("12", "12"), ("12.0", "12"), ("0.10000000000000001", "0.1"), ("1E3", "1000"), ("007", "7"), ("abc", "abc")],
)
def test_numbers_are_written_plainly(written: str, read: str) -> None:
    assert number_text(written) == read


def test_an_empty_cell_at_the_far_end_takes_no_memory() -> None:
    assert rows_of('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>') == [["1"]]


def test_a_full_cell_at_the_far_end_is_refused() -> None:
    with pytest.raises(WorkbookTooLarge):
        rows_of('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def test_a_bomb_is_refused_by_what_it_declares(monkeypatch: pytest.MonkeyPatch) -> None:
    bomb = a_package("<!--" + " " * 3_000_000 + "-->")
    assert len(bomb) < 10_000
    monkeypatch.setattr(workbook, "MOST_BYTES", 1_000_000)
    with pytest.raises(WorkbookTooLarge):
        read_workbook(bomb, "file")


def test_a_part_larger_than_it_declares_is_refused() -> None:
    good = a_package(" " * 100_000)
    directory = good.rindex(b"PK\x01\x02")
    size = int.from_bytes(good[directory + 24 : directory + 28], "little")
    forged = good[: directory + 24] + (size // 2).to_bytes(4, "little") + good[directory + 28 :]
    with pytest.raises((NotAWorkbook, WorkbookTooLarge)):
        read_workbook(forged, "file")


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_CELLS", 10)
    with pytest.raises(WorkbookTooLarge):
        rows_of("<row>" + "<c><v>1</v></c>" * 11 + "</row>")


def test_entities_are_refused() -> None:
    head = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(NotAWorkbook):
        rows_of("<row><c t='str'><v>&b;</v></c></row>", head)


@pytest.mark.parametrize(
    "sheet",
    [
        *("<row>", '<row r="x"><c r="A1"><v>1</v></c></row>', '<row r="1"><c r="11"><v>1</v></c></row>'),
        *('<row><c t="s"><v>5</v></c></row>', '<row><c t="s"><v>x</v></c></row>'),
    ],
)
def test_a_damaged_sheet_is_refused(sheet: str) -> None:
    with pytest.raises(NotAWorkbook):
        rows_of(sheet)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", a_book(["x"])[:-30], b"PK\x03\x04" + b"\0" * 1000])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(NotAWorkbook):
        read_workbook(content, "file")


@given(st.data())
def test_damage_never_ends_in_anything_else(data: st.DataObject) -> None:
    good = bytearray(a_book(["MC1", 12, "x"], ["MC2", 13, "y"]))
    for _ in range(data.draw(st.integers(1, 5))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        read_workbook(bytes(good), "file")
    except (NotAWorkbook, WorkbookTooLarge):
        return
