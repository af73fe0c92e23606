"""Files as rows: any encoding and delimiter of a spreadsheet, the user's own line numbers, typed refusals."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.problems import Problem
from freezerapp.exchange.tables import (
    BATCH,
    DELIMITERS,
    OLD_ENCODINGS,
    FileEmpty,
    FileNotReadable,
    FileNotThere,
    NotAList,
    QuoteNotClosed,
    TableFile,
    find_encoding,
    open_table,
    table_of,
)

PLAIN = st.text("ABCabc019 -.,;|µé\"\t'", max_size=8)
CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8) | PLAIN


def rows_of(file: TableFile) -> list[list[str]]:
    return [row for batch in file.batches() for row in batch.rows]


def lines_of(file: TableFile) -> list[int]:
    return [line for batch in file.batches() for line in batch.lines]


def written(rows: list[list[str]], delimiter: str = ",", end: str = "\r\n") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


@given(
    st.integers(2, 5).flatmap(lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=6)),
    st.sampled_from(DELIMITERS),
    st.sampled_from(["\r\n", "\n", "\r"]),
    st.sampled_from(["utf_8", "utf_8_sig", "utf_16"]),
)
def test_rows_that_were_written_are_read_again(rows: list[list[str]], delimiter: str, end: str, encoding: str) -> None:
    rows = [
        ["barcode", *(f"field {i}" for i in range(len(rows[0]) - 1))] if rows else ["barcode", "x"],
        *rows,
    ]
    file = table_of(written(rows, delimiter, end).encode(encoding), "list.csv", delimiter=delimiter)
    assert rows_of(file) == rows
    assert lines_of(file) == list(range(1, len(rows) + 1))


@pytest.mark.parametrize("delimiter", DELIMITERS)
@pytest.mark.parametrize("encoding", ["utf_8", "utf_8_sig", "utf_16", "utf_16_le", "utf_16_be", *OLD_ENCODINGS])
def test_delimiter_and_encoding_are_found(delimiter: str, encoding: str) -> None:
    rows = [["Code-barres", "Volume (µL)", "Prélevé le"], ["MC0000000001", "0,5", "14 août 2019"]]
    rows += [[f"MC{n:010d}", "1,25", "2 févr. 2019"] for n in range(30)]
    file = table_of(written(rows, delimiter).encode(encoding), "liste.csv")
    assert file.delimiter == delimiter
    assert rows_of(file) == rows


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Barcode,Volume\nMC1,500 µL\n", "cp1252"),
        ("Barcode,Volume\nMC1,500 µL\n", "cp850"),
        ("Barcode,Note\nMC1,kept at −80\n".replace("−", "–"), "mac_roman"),
        ("Code-barres,Note\nMC1,hémolysé\n", "mac_roman"),
        ("Code-barres,Note\nMC1,hémolysé\n", "cp850"),
        ("Code-barres,Note\nMC1,5 €\n", "iso8859_15"),
        ("Code-barres,Note\nMC1,5 €\n", "cp1252"),
        ("Barcode,Note\nMC1,-80 °C\n", "cp850"),
    ],
)
def test_one_foreign_letter_is_enough_to_read_an_old_file(text: str, encoding: str) -> None:
    content = text.encode(encoding)
    assert content.decode(find_encoding(content)) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        rows_of(table_of(content, "x"))
    except Problem:
        return


def test_a_list_of_one_column_needs_no_delimiter() -> None:
    assert rows_of(table_of(b"barcode\nMC1\nMC2\n", "x")) == [["barcode"], ["MC1"], ["MC2"]]


def test_decimal_commas_do_not_split_cells() -> None:
    file = table_of(b"barcode;volume\nMC1;0,5\nMC2;0,25\n", "x")
    assert rows_of(file)[1] == ["MC1", "0,5"]


def test_the_separator_that_a_spreadsheet_names_is_used() -> None:
    file = table_of(b"sep=|\r\na|b;c\r\n1|2;3\r\n", "x")
    assert rows_of(file) == [["a", "b;c"], ["1", "2;3"]]
    assert lines_of(file) == [2, 3]


def test_line_numbers_are_those_of_the_file() -> None:
    text = 'barcode,note\nMC1,"two\nlines"\n\nMC2,\nMC3,"a\r\nb\rc"\nMC4,'
    assert lines_of(table_of(text.encode(), "x")) == [1, 2, 5, 6, 9]


def test_line_numbers_stay_right_beyond_one_batch() -> None:
    rows = [["barcode", "note"], *([f"MC{n}", "a\nb" if n == BATCH + 3 else ""] for n in range(3 * BATCH))]
    lines = lines_of(table_of(written(rows).encode(), "x"))
    assert lines[BATCH + 4] == BATCH + 5
    assert lines[BATCH + 5] == BATCH + 7
    assert lines[-1] == 3 * BATCH + 2


def test_a_cell_may_hold_a_zero_byte() -> None:
    assert rows_of(table_of(b"barcode,x\nMC\x001,2\n", "x"))[1] == ["MC\x001", "2"]


@pytest.mark.parametrize("rows", [1, BATCH - 2, BATCH - 1, BATCH, BATCH + 1])
def test_a_quote_that_never_ends_is_found_where_it_begins(rows: int) -> None:
    text = "barcode,note\n" + "MC1,x\n" * rows + 'MC2,"open\nMC3,x\n'
    with pytest.raises(QuoteNotClosed) as refused:
        rows_of(table_of(text.encode(), "x"))
    assert refused.value.line == rows + 2


def test_two_stray_quotes_do_not_swallow_the_rows_between_them() -> None:
    row = "MC1,DNA,P1,V01,A1\n"
    text = "barcode,material,participant,visit,position\n" + row + 'MC2,"DNA,P1,V01,A2\n' + row * 5
    text += 'MC8,DNA",P1,V01,A3\n' + row
    with pytest.raises(QuoteNotClosed) as refused:
        rows_of(table_of(text.encode(), "x"))
    assert refused.value.line == 3


def test_a_cell_without_end_is_refused_where_it_begins() -> None:
    text = "barcode,note\nMC1,x\n" + 'MC2,"' + "y" * 200_000
    with pytest.raises(QuoteNotClosed) as refused:
        rows_of(table_of(text.encode(), "x"))
    assert refused.value.line == 3


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b"\r\n\r\n", b" \n,,,\n"])
def test_a_file_without_rows_is_refused(content: bytes) -> None:
    with pytest.raises(FileEmpty):
        table_of(content, "x")


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\x03\x04", "xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
        (b"%PDF-1.7", "pdf"),
        (b"SQLite format 3\0", "sqlite"),
    ],
)
def test_a_file_that_is_no_text_is_named(start: bytes, kind: str) -> None:
    with pytest.raises(NotAList) as refused:
        table_of(start + b"\n" * 20, "x")
    assert refused.value.kind == kind


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(NotAList):
        table_of(bytes(range(256)) * 10, "x")


def test_files_that_cannot_be_read_are_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(FileNotThere) as missing:
        open_table(tmp_path / "none.csv")
    assert missing.value.path == str(tmp_path / "none.csv")
    with pytest.raises(FileNotReadable) as folder:
        open_table(tmp_path)
    assert folder.value.reason
    with pytest.raises(FileNotReadable):
        open_table(Path("a\0b"))


def test_a_file_is_read_as_it_lies_there(tmp_path: Path) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes("Code-barres;Boîte\r\nMC1;B1\r\n".encode("cp1252"))
    file = open_table(path)
    assert (file.encoding, file.delimiter) == ("cp1252", ";")
    assert rows_of(file) == [["Code-barres", "Boîte"], ["MC1", "B1"]]
