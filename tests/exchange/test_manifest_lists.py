"""A manifest as CSV and as a workbook: other programs open them, they are read back, and a changed cell is found."""

import csv
import io
import subprocess
import sys
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.manifest import BoxFacts, Manifest, fingerprint
from freezerapp.domain.parcel import Profile
from freezerapp.exchange.manifest_book import manifest_xlsx
from freezerapp.exchange.manifest_csv import guarded, manifest_csv, read_manifest_csv, read_outcomes_csv, unguarded
from freezerapp.exchange.manifest_findings import (
    CountDiffers,
    Finding,
    HeadChanged,
    LineChanged,
    ListChanged,
    SheetAdded,
    SheetChanged,
    SheetGone,
)
from freezerapp.exchange.manifest_rows import FILLED_IN, listed
from freezerapp.exchange.manifest_sheets import sheet_names, sheets, trimmed
from freezerapp.exchange.manifest_verifying import Form, verify_file
from freezerapp.exchange.plain_file import NotPortable
from freezerapp.exchange.tables import table_of
from freezerapp.exchange.workbook import read_workbook
from tests.manifests import a_manifest

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=15)
NASTY = ("=1+1", "+33 1 23", "-80A", "@SUM(A1)", "'quoted", "''", "＝1", "\t=1", "1.50", "007", "1e5", "_x0041_", " a ")


def with_remarks(*remarks: str) -> Manifest:
    """A manifest whose tubes have these remarks and, as far as they may, codes like them."""
    manifest = a_manifest(len(remarks))
    items = (
        item._replace(remark=remark, tube=f"{remark}{item.number}", amount=remark or None)
        for item, remark in zip(manifest.items, remarks, strict=True)
    )
    return manifest._replace(items=tuple(items))


def table(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def text_of(rows: list[list[str]], delimiter: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue().encode()


def findings(content: bytes) -> list[Finding]:
    return list(verify_file(content, "file").findings)


# --- CSV ---


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("tubes", [0, 1, 100])
def test_a_csv_has_a_line_for_each_tube_and_says_what_it_is(profile: Profile, tubes: int) -> None:
    manifest = a_manifest(tubes, profile)
    content = manifest_csv(manifest)
    rows = list(csv.DictReader(io.StringIO(content.decode(), newline="")))
    assert [row["tube"] for row in rows if row["tube"]] == [item.tube for item in manifest.items]
    assert {(row["manifest"], row["version"], row["fingerprint"], row["tubes"]) for row in rows} == {
        ("SHP-2026-0031", "2", fingerprint(manifest), str(tubes))
    }
    found = verify_file(content, "file")
    assert (found.form, found.number, found.version, found.tubes) == (Form.CSV, "SHP-2026-0031", 2, tubes)
    assert (found.findings, found.listed) == ((), listed(manifest))


@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
def test_withheld_columns_are_not_there(profile: Profile) -> None:
    rows = table(manifest_csv(a_manifest(3, profile)))
    assert rows[0] == [
        *("manifest", "version", "fingerprint", "tubes", "line", "package", "box", "position", "tube", "material"),
        *("material_name", "list_digest", "line_digest", "outcome", "outcome_note"),
    ]
    assert "MC-FR01" not in str(rows)
    assert "V01" not in str(rows)
    assert "2019" not in str(rows)


def test_no_cell_of_a_csv_runs_as_a_formula_and_each_is_read_back() -> None:
    manifest = with_remarks(*NASTY)
    content = manifest_csv(manifest)
    for row in table(content)[1:]:
        for cell in row:
            assert cell[:1] not in ("=", "@", "\t", "＝"), cell
    assert read_manifest_csv(table_of(content, "file")) == listed(manifest)
    assert findings(content) == []


@given(WORDS, WORDS)
def test_whatever_is_written_in_a_csv_is_read_back(one: str, other: str) -> None:
    manifest = with_remarks(one, other)
    assert read_manifest_csv(table_of(manifest_csv(manifest), "file")) == listed(manifest)
    assert unguarded(guarded(one)) == one


@given(st.data())
def test_any_changed_cell_of_a_csv_is_found(data: st.DataObject) -> None:
    rows = table(manifest_csv(a_manifest(4)))
    checked = len(rows[0]) - len(FILLED_IN)
    row, column = data.draw(st.integers(1, 4)), data.draw(st.integers(0, checked - 1))
    new = data.draw(st.sampled_from(["", "0", "x", rows[row][column][::-1] + "1"]))
    same = new == rows[row][column]
    rows[row][column] = new
    assert bool(findings(text_of(rows))) != same


@given(st.sampled_from(range(1, 7)), st.sampled_from(range(1, 7)))
def test_lines_that_changed_places_went_or_came_twice_are_found(one: int, other: int) -> None:
    rows = table(manifest_csv(a_manifest(6)))
    swapped = [*rows]
    swapped[one], swapped[other] = rows[other], rows[one]
    assert findings(text_of(swapped)) == ([] if one == other else [ListChanged()])
    assert findings(text_of([*rows[:one], *rows[one + 1 :]])) == [CountDiffers(6, 5)]
    assert findings(text_of([*rows, rows[one]])) == [CountDiffers(6, 7)]


def test_what_was_changed_in_a_csv_is_named() -> None:
    rows = table(manifest_csv(a_manifest(5)))
    amount, version = rows[0].index("amount"), rows[0].index("version")

    def of(change: Callable[[list[list[str]]], object]) -> list[Finding]:
        copy = [[*row] for row in rows]
        change(copy)
        return findings(text_of(copy))

    assert of(lambda copy: copy[3].__setitem__(amount, "0.4")) == [LineChanged(3)]
    assert of(lambda copy: [row.__setitem__(version, "3") for row in copy[1:]]) == [HeadChanged()]
    assert of(lambda copy: [row.pop(amount) for row in copy]) == [HeadChanged()]
    assert of(lambda copy: copy[2].__setitem__(version, "3")) == [LineChanged(2)]


def test_a_spreadsheet_may_save_it_with_semicolons_and_its_columns_moved() -> None:
    rows = table(manifest_csv(a_manifest(5)))
    turned = [row[::-1] for row in rows]
    assert findings(text_of(turned, ";")) == []
    assert findings("\ufeff".encode() + text_of(rows, "\t")) == []


def test_the_receivers_columns_are_no_change_and_are_read() -> None:
    rows = table(manifest_csv(a_manifest(3)))
    rows[1][-2:] = ["received", ""]
    rows[2][-2:] = ["damaged", "cap off; -80 °C"]
    content = text_of(rows)
    assert findings(content) == []
    assert read_outcomes_csv(table_of(content, "file")) == [
        ("MC0000004711", "received", ""),
        ("MC0000004712", "damaged", "cap off; -80 °C"),
        ("MC0000004713", "", ""),
    ]


@pytest.mark.parametrize("text", ["a,b\n1,2\n", "manifest,version,tube\nSHP,1,2\n", "tube\nMC1\n"])
def test_another_list_is_no_manifest(text: str) -> None:
    with pytest.raises(NotPortable):
        verify_file(text.encode(), "file")


# --- XLSX ---


def saved(content: bytes, change: Callable[[Any], object]) -> bytes:
    """The workbook after somebody changed it in another program and saved it."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("tubes", [0, 1, 100])
def test_a_workbook_is_opened_by_another_program_and_read_back(profile: Profile, tubes: int) -> None:
    manifest = a_manifest(tubes, profile)
    content = manifest_xlsx(manifest)
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["Manifest", "List", *(box.code for box in manifest.boxes)]
    names, *rows = book["List"].iter_rows(values_only=True)
    assert [row[names.index("tube")] for row in rows if row[0]] == [item.tube for item in manifest.items]
    for each in (content, saved(content, lambda _: None)):
        found = verify_file(each, "file")
        assert (found.form, found.number, found.version, found.tubes) == (Form.XLSX, "SHP-2026-0031", 2, tubes)
        assert (found.findings, found.listed, found.fingerprint) == ((), listed(manifest), fingerprint(manifest))
    assert manifest_xlsx(manifest) == content


def test_the_grids_are_drawn_in_the_order_of_the_list() -> None:
    manifest = a_manifest(100)
    book = openpyxl.load_workbook(io.BytesIO(manifest_xlsx(manifest)))
    page = book["T-0031-2"]
    assert page["A3"].value == "◤ A1"
    assert [page.cell(3, column).value for column in range(2, 11)] == [*map(str, range(1, 10))]
    assert page["B4"].value == "82 · A1\nMC0000004792"
    assert page["B6"].value == "100 · C1\nMC0000004810"
    assert page["C6"].value is None


def test_codes_stay_text_and_nothing_runs() -> None:
    manifest = with_remarks(*NASTY, "0012", "12")
    book = openpyxl.load_workbook(io.BytesIO(manifest_xlsx(manifest)))
    names, *rows = book["List"].iter_rows()
    columns = [cell.value for cell in names]
    for row, item in zip(rows, manifest.items, strict=True):
        tube, amount = row[columns.index("tube")], row[columns.index("amount")]
        assert tube.data_type == "s"
        assert amount.data_type == ("n" if item.amount == "12" else "s"), item.amount
        assert all(cell.data_type != "f" and cell.hyperlink is None for cell in row)
    assert findings(manifest_xlsx(manifest)) == []


@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
def test_withheld_facts_are_nowhere_in_a_workbook(profile: Profile) -> None:
    with zipfile.ZipFile(io.BytesIO(manifest_xlsx(a_manifest(9, profile)))) as parts:
        everything = " ".join(parts.read(name).decode() for name in parts.namelist())
    for word in ("MC-FR01", "V01", "2019-03", "visit", "collected", ">participant<"):
        assert word not in everything


@given(WORDS, WORDS)
def test_whatever_is_written_in_a_workbook_is_read_back(one: str, other: str) -> None:
    manifest = with_remarks(one, other)._replace(purpose=one, note=other)
    content = manifest_xlsx(manifest)
    assert findings(content) == []
    found = read_workbook(content, "file")
    assert {name: trimmed(rows) for name, rows in found.items()} == {
        sheet.name: trimmed(sheet.rows) for sheet in sheets(manifest)
    }


@given(st.data())
def test_any_changed_cell_of_a_workbook_is_found(data: st.DataObject) -> None:
    content = manifest_xlsx(a_manifest(4))
    name = data.draw(st.sampled_from(["Manifest", "List", "T-0031-1"]))
    rows = read_workbook(content, "file")[name]
    free = {"outcome", "outcome_note"} if name == "List" else set()
    row, column = data.draw(
        st.sampled_from(
            [
                (row, column)
                for row, each in enumerate(rows)
                for column in range(len(each))
                if not free & set(rows[0][column : column + 1])
            ]
        )
    )
    new = data.draw(st.sampled_from(["x", "", 7]))

    def change(book: Any) -> None:
        book[name].cell(row + 1, column + 1).value = new

    try:
        wrong = findings(saved(content, change))
    except NotPortable:
        return  # so changed that it is no manifest any more
    assert bool(wrong) == (str(new) != rows[row][column])


def test_what_was_changed_in_a_workbook_is_named() -> None:
    content = manifest_xlsx(a_manifest(100))

    def of(change: Callable[[Any], object]) -> list[Finding]:
        return findings(saved(content, change))

    assert of(lambda book: book["T-0031-2"].__setitem__("B4", "x")) == [SheetChanged("T-0031-2")]
    assert of(lambda book: book["Manifest"].__setitem__("B3", "3"))[0] == SheetChanged("Manifest")
    assert of(lambda book: book["List"].__setitem__("E7", "MC1")) == [LineChanged(6)]
    assert of(lambda book: book["List"].__setitem__("E7", "=1+1")) == [LineChanged(6)]
    assert of(lambda book: book.remove(book["T-0031-1"])) == [SheetGone("T-0031-1")]
    assert of(lambda book: book.remove(book["List"])) == [SheetGone("List")]
    assert of(lambda book: book.create_sheet("Mine")) == [SheetAdded("Mine")]
    assert of(lambda book: book["List"].delete_rows(50)) == [CountDiffers(100, 99)]
    assert of(lambda book: book["Manifest"].cell(200, 1, "x")) == [SheetChanged("Manifest")]


def test_boxes_of_any_shape_and_name_have_a_sheet() -> None:
    names = ("History", "list", "a/b:c*?[d]", "a/b:c*?[e]", "x" * 40, "x" * 41, "'quoted'", "boîte №1", "😀" * 20)
    first = a_manifest(1).items[0]
    boxes = tuple(BoxFacts(name, None, 16, 24, absent=((15, 23),), first="1") for name in names)
    items = tuple(first._replace(number=at + 1, box=name, position="1", tube=f"T{at}") for at, name in enumerate(names))
    manifest = a_manifest(1)._replace(boxes=boxes, items=items, packages=())
    content = manifest_xlsx(manifest)
    assert findings(content) == findings(saved(content, lambda _: None)) == []
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert len(book.sheetnames) == len(names) + 2
    assert book.worksheets[2].cell(19, 25).value == "×"


@given(st.lists(st.text(max_size=40), max_size=12))
def test_names_of_sheets_are_short_and_unique(codes: list[str]) -> None:
    names = sheet_names(codes)
    assert len({name.casefold() for name in names} | {"manifest", "list", "history"}) == len(codes) + 3
    for name in names:
        assert 0 < len(name.encode("utf_16_le", "replace")) <= 62
        assert not set(name) & set("[]:*?/\\'")


def test_a_workbook_that_is_none_of_ours_is_refused() -> None:
    book = openpyxl.Workbook()
    target = io.BytesIO()
    book.save(target)
    with pytest.raises(NotPortable):
        verify_file(target.getvalue(), "file")


def test_the_library_that_writes_workbooks_is_loaded_only_for_writing() -> None:
    code = "import sys, freezerapp.exchange.manifest_verifying, freezerapp.exchange.manifest_book; "
    code += "sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
