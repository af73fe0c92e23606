"""The report of an import: a line for every row of the user's file, whole or not at all, harmless to open."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.container import ContainerType, Holds
from freezerapp.domain.intake import IntakeFacts, MaterialFact
from freezerapp.domain.position import Layout
from freezerapp.exchange.checking import Checked, check_list
from freezerapp.exchange.listing import read_list
from freezerapp.exchange.reports import ReportNotWritten, ReportOverList, harmless, write_report
from freezerapp.exchange.tables import open_table
from freezerapp.exchange.verdicts import Message

BOX = ContainerType("box-9x9", "Box 9 × 9", "box", Layout(9, 9), Holds.SPECIMENS)
FACTS = IntakeFacts(materials=(MaterialFact(1, "PL1", "Plasma", ("plasma EDTA",)),), studies={1: "MAIN"})
LIST = """Code-barres;Matériel;Participant;Visite;Volume (mL);Boîte;Position;Prélevé le
MC1;plasma EDTA;P1;V01;0,50;B1;a01;14/03/2019

MC2;soup;P1;V01;much;B1;J4;31/04/2019
=MC3;PL1;P2;V02;;;;
"""


def say(message: Message) -> str:
    return f"{type(message).__name__}."


def a_list(folder: Path, text: str = LIST) -> Checked:
    path = folder / "liste.csv"
    path.write_text(text, encoding="utf-8")
    return check_list(read_list(open_table(path)), FACTS, make_boxes=BOX)


def test_a_report_has_the_values_as_they_were_read_and_says_why(tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    write_report(report, a_list(tmp_path), say)
    content = report.read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(content.decode("utf-8").splitlines())) == [
        [
            *(
                "row",
                "verdict",
                "barcode",
                "container",
                "position",
                "participant",
                "visit",
                "material",
                "volume",
            ),
            *("unit", "collected", "message"),
        ],
        ["2", "corrected", "MC1", "B1", "A1", "P1", "V01", "PL1", "0.5", "mL", "2019-03-14", "ReadAs."],
        [
            *("4", "problem", "MC2", "B1", "J4", "P1", "V01", "soup", "much", "", "31/04/2019"),
            "NotADate. UnknownMaterial. OutsideBox. BadAmount.",
        ],
        ["5", "ready", "'=MC3", "", "", "P2", "V02", "PL1", "", "", "", ""],
    ]


def test_a_report_never_takes_the_place_of_the_list(tmp_path: Path) -> None:
    checked = a_list(tmp_path)
    with pytest.raises(ReportOverList):
        write_report(tmp_path / "." / "liste.csv", checked, say)
    assert (tmp_path / "liste.csv").read_text(encoding="utf-8") == LIST


def test_a_report_that_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    checked = a_list(tmp_path)
    with pytest.raises(ReportNotWritten):
        write_report(tmp_path / "nowhere" / "report.csv", checked, say)
    (tmp_path / "taken").mkdir()
    with pytest.raises(ReportNotWritten):
        write_report(tmp_path / "taken", checked, say)
    assert {path.name for path in tmp_path.iterdir()} == {"liste.csv", "taken"}


def test_a_report_replaces_the_one_before(tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    report.write_text("old", encoding="utf-8")
    write_report(report, a_list(tmp_path), say)
    assert report.read_text(encoding="utf-8").startswith("row,verdict")


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        *(
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("+33 1", "'+33 1"),
            ("-80A", "'-80A"),
            ("\t=1", "'\t=1"),
        ),
        *(("-80", "-80"), ("+1.5", "+1.5"), ("MC1", "MC1"), ("", ""), ("a=b", "a=b")),
    ],
)
def test_no_cell_runs_as_a_formula(cell: str, written: str) -> None:
    assert harmless(cell) == written


@given(st.text(max_size=20))
def test_a_cell_keeps_its_text(cell: str) -> None:
    assert harmless(cell).removeprefix("'") == cell.removeprefix("'")
