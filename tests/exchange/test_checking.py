"""The check of a list: each row judged by the bank and by the other rows, nothing lost, nothing guessed."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.bench_date import AmbiguousDate, NotADate
from freezerapp.domain.container import ContainerType, Holds, NotForTubes, WrongMaterial
from freezerapp.domain.intake import (
    BoxFact,
    CodeOwner,
    IntakeFacts,
    MaterialFact,
    MomentFact,
    PersonFact,
    TubeFact,
)
from freezerapp.domain.position import Layout, Position
from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Made
from freezerapp.domain.temperature import Temperature, WrongTemperature
from freezerapp.exchange.checking import Checked, check_list
from freezerapp.exchange.columns import Field
from freezerapp.exchange.listing import asked, read_codes, read_list
from freezerapp.exchange.tables import FileEmpty, table_of
from freezerapp.exchange.verdicts import (
    AlreadyThere,
    BarcodeNotRead,
    BarcodeNotSaid,
    BoxClosed,
    BoxNameTwice,
    BoxNotSaid,
    ChangedBySpreadsheet,
    CodeInUse,
    DiffersFromBank,
    EmptyPlace,
    IsABoxToo,
    IsAPositionCode,
    LineageCircle,
    MaterialNotSaid,
    Message,
    OtherParentage,
    OutsideBox,
    ParentHasProblem,
    ParentNotATube,
    PlaceGivenTwice,
    PlaceTaken,
    PositionNotSaid,
    ReadAs,
    SameBarcode,
    SeveralSites,
    TakenFromParent,
    Tidied,
    TooManyCells,
    UnknownBox,
    UnknownParent,
    UnknownStudy,
    Verdict,
)

BOX = ContainerType("box-9x9", "Box 9 × 9", "box", Layout(9, 9), Holds.SPECIMENS)
CELLS_ONLY = BOX._replace(materials=("CEL",))
RACK = ContainerType("rack", "Rack", "rack", Layout(4, 5), Holds.CONTAINERS)
DEEP, VAPOUR = Temperature.DEEP, Temperature.VAPOUR
KNOWN_TUBE = TubeFact(900, "MC0000002290", 1, 50, 70, "2018-01-08", 200_000, "µL", 11, Position(3, 5), parent_id=901)
FACTS = IntakeFacts(
    codes={
        "mc0000002290": CodeOwner("specimen", 900, "MC0000002290"),
        "old-label": CodeOwner("specimen", 900, "OLD-LABEL"),
        "blood-1": CodeOwner("specimen", 901, "BLOOD-1"),
        "dna-0042": CodeOwner("container", 11, "DNA-0042"),
        "f80-01": CodeOwner("container", 14, "F80-01"),
        "badge-7": CodeOwner("operator", 3, "BADGE-7"),
        "ln2-1": CodeOwner("container", 15, "LN2-1"),
        "old-box": CodeOwner("container", 16, "OLD-BOX"),
        "cel-1": CodeOwner("container", 17, "CEL-1"),
    },
    tubes={900: KNOWN_TUBE, 901: TubeFact(901, "BLOOD-1", 3, 50, 70, "2018-01-08")},
    boxes={
        11: BoxFact(11, "DNA-0042", "DNA box 42", BOX, DEEP, {Position(3, 5): "MC0000002290", Position(8, 8): ""}),
        12: BoxFact(12, "B12", "Spare", BOX, DEEP),
        13: BoxFact(13, "B13", "Spare", BOX, DEEP),
        14: BoxFact(14, "F80-01", "F80-01", RACK, DEEP),
        15: BoxFact(15, "LN2-1", "LN2-1", BOX, VAPOUR),
        16: BoxFact(16, "OLD-BOX", "OLD-BOX", BOX, DEEP, closed=True),
        17: BoxFact(17, "CEL-1", "CEL-1", CELLS_ONLY, DEEP),
    },
    box_names={"dna box 42": (11,), "spare": (12, 13)},
    materials=(
        MaterialFact(1, "DNA", "Genomic DNA", ("gDNA",), DEEP),
        MaterialFact(2, "PL1", "Plasma", ("plasma EDTA",), DEEP),
        MaterialFact(3, "BLD", "Whole blood", ("blood",), DEEP),
        MaterialFact(4, "CEL", "PBMC", (), VAPOUR, DEEP),
        MaterialFact(9, "ZZZ", "Other"),
    ),
    people=(PersonFact(50, 1, "MC-FR03-012", 5), PersonFact(51, 1, "MC-FR03-016", None)),
    moments=(MomentFact(70, 1, "V01", "Inclusion"), MomentFact(71, 1, "V02", "Randomisation")),
    studies={1: "MAIN", 2: "SIDE"},
    sites={5: "FR03"},
)
KNOWN_ROW = "MC0000002290,DNA,MC-FR03-012,V01,200 µL,DNA-0042,D6,2018-01-08,BLOOD-1"
HEADINGS = "Barcode,Material,Participant,Visit,Volume,Box,Position,Collected,Parent"


def check(text: str, facts: IntakeFacts = FACTS, make_boxes: ContainerType | None = None) -> Checked:
    listing = read_list(table_of(text.encode("utf_8", "surrogatepass"), "list.csv"))
    return check_list(listing, facts, make_boxes=make_boxes, today="2026-01-01")


def check_rows(*rows: str, headings: str = HEADINGS, make_boxes: ContainerType | None = None) -> Checked:
    return check("\n".join((headings, *rows)) + "\n", make_boxes=make_boxes)


def said_of(checked: Checked, row: int) -> tuple[Verdict, tuple[Message, ...]]:
    return checked.verdict(row), checked.messages(row)


def only(checked: Checked, row: int = 0) -> Message:
    (message,) = checked.messages(row)
    return message


def test_a_good_list_is_brought_in_as_it_stands() -> None:
    checked = check_rows(
        "MC1,DNA,MC-FR03-012,V01,200 µL,DNA-0042,A1,2018-01-08,BLOOD-1",
        "MC2,BLD,MC-FR01-001,V05,0.5 mL,,,2018,",
    )
    assert checked.findings == {}
    first, second = checked.intake.each()
    assert first[:12] == (
        *("MC1", "DNA", "MC-FR03-012", "V01", "2018-01-08", 200_000, "µL", "DNA-0042", 0, 0, "BLOOD-1"),
        Made.DERIVATIVE,
    )
    assert second[:12] == ("MC2", "BLD", "MC-FR01-001", "V05", "2018", 500_000, "mL", *[None] * 5)
    assert (checked.intake.people, checked.intake.visits) == (("MC-FR01-001",), ("V05",))
    assert checked.counts()[Verdict.READY] == 2


def test_every_verdict_of_the_picture() -> None:
    filler = "".join(f"MC{n:010d},DNA,MC-FR01-001,V01,200 µL,,,2018-01-08,\n" for n in range(9006, 9020))
    checked = check(
        HEADINGS + "\n" + filler + "MC0000002333,DNA,MC-FR03-012,V01,200 µL,DNA-0042,D6,14 Mar 2019,\n"
        "1.00E+10,Plasma,MC-FR03-016,V01,1 mL,DNA-0042,A3,15 Mar 2019,\n"
        "MC0000009001,DNA,MC-FR03-016,V01,500 µL,DNA-0042,J4,02 Apr 2019,\n"
        "MC0000009002,DNA,MC-FR03-016,V01,500 µL,DNA-0042,A1,31 Apr 2019,\n"
        "MC0000002333,DNA,MC-FR03-012,V01,200 µL,DNA-0042,A2,14 Mar 2019,\n"
        " MC0000009003,Plasma,MC-FR01-001,V01,1 mL,DNA-0042,B1,08 Jan 2018,\n"
        "MC0000009004,plasma EDTA,MC-FR01-001,V01,1 mL,DNA-0042,B2,08 Jan 2018,\n"
    )
    told = {line: (verdict, messages) for line, verdict, messages in checked.told()}
    assert list(told) == [16, 17, 18, 19, 20, 21, 22]
    kinds = [type(messages[0]) for _, messages in told.values()]
    assert kinds == [PlaceTaken, ChangedBySpreadsheet, OutsideBox, NotADate, SameBarcode, Tidied, ReadAs]
    assert [verdict for verdict, _ in told.values()] == [Verdict.PROBLEM] * 5 + [Verdict.CORRECTED] * 2
    taken, _, outside, _, same = (messages[0] for _, messages in list(told.values())[:5])
    assert isinstance(taken, PlaceTaken)
    assert (taken.position, taken.occupant) == ("D6", "MC0000002290")
    assert isinstance(outside, OutsideBox)
    assert (outside.text, outside.rows, outside.columns, outside.first, outside.last) == (
        "J4",
        9,
        9,
        "A1",
        "I9",
    )
    assert isinstance(same, SameBarcode)
    assert same.row == 16


def test_the_same_list_again_adds_nothing_and_says_so() -> None:
    checked = check_rows(KNOWN_ROW)
    assert said_of(checked, 0) == (Verdict.SKIPPED, (AlreadyThere("MC0000002290"),))
    assert len(checked.intake) == 0
    assert checked.intake.people == ()


@pytest.mark.parametrize(
    ("change", "field"),
    [
        (("DNA,MC", "PL1,MC"), Field.MATERIAL),
        (("FR03-012", "FR03-016"), Field.PARTICIPANT),
        (("V01", "V02"), Field.VISIT),
        (("200 µL", "100 µL"), Field.VOLUME),
        (("D6", "D7"), Field.POSITION),
        (("2018-01-08", "2018-01-09"), Field.COLLECTED),
        (("BLOOD-1", "MC0000002290"), Field.PARENT),
    ],
)
def test_a_tube_that_is_there_with_other_facts_is_a_problem(change: tuple[str, str], field: Field) -> None:
    checked = check_rows(KNOWN_ROW.replace(*change))
    (found,) = [message for message in checked.messages(0) if isinstance(message, DiffersFromBank)]
    assert field in {each for each, _, _ in found.differences}
    assert len(checked.intake) == 0


def test_a_row_that_says_less_than_the_bank_knows_agrees_with_it() -> None:
    assert only(check_rows("MC0000002290,,,,,,,,")) == AlreadyThere("MC0000002290")


@pytest.mark.parametrize(
    ("barcode", "kind"), [("DNA-0042", "container"), ("OLD-LABEL", "specimen"), ("badge-7", "operator")]
)
def test_a_code_of_something_else_is_refused(barcode: str, kind: str) -> None:
    message = only(check_rows(f"{barcode},DNA,,,,,,,"))
    assert isinstance(message, CodeInUse)
    assert message.kind == kind


def test_barcodes_that_differ_only_in_case_are_one() -> None:
    checked = check_rows("MC1,DNA,,,,,,,", "mc1,DNA,,,,,,,")
    assert checked.verdict(0) is Verdict.READY
    message = only(checked, 1)
    assert isinstance(message, SameBarcode)
    assert message.row == 2


def test_a_barcode_that_would_read_as_a_position_is_refused() -> None:
    assert isinstance(only(check_rows("DNA-0042/D6,DNA,,,,,,,")), IsAPositionCode)
    assert check_rows("2019/17,DNA,,,,,,,").findings == {}


def test_rows_without_barcode_are_problems_unless_they_only_name_a_place() -> None:
    checked = check_rows(
        ",,,,,DNA-0042,B1,,", "empty,,,,,DNA-0042,B2,,", "-,DNA,,,,DNA-0042,B3,,", "NO READ,,,,,DNA-0042,B4,,"
    )
    assert said_of(checked, 0) == (Verdict.SKIPPED, (EmptyPlace(""),))
    assert said_of(checked, 1) == (Verdict.SKIPPED, (EmptyPlace("empty"),))
    assert isinstance(only(checked, 2), BarcodeNotSaid)
    assert isinstance(only(checked, 3), BarcodeNotRead)


def test_empty_rows_and_empty_lines_are_no_rows() -> None:
    checked = check(HEADINGS + "\n,,,,,,,,\n\nMC1,DNA,,,,,,,\n , ,,,,,,,\n")
    assert list(checked.listing.lines) == [4]


def test_a_row_with_too_many_cells_is_a_problem_even_after_blank_rows() -> None:
    checked = check("Barcode,Volume\n,\n,\nMC1,0,5 mL\nMC2,1 mL,\n")
    assert list(checked.listing.lines) == [4, 5]
    assert isinstance(checked.messages(0)[0], TooManyCells)
    assert checked.verdict(0) is Verdict.PROBLEM
    assert only(checked, 1) == MaterialNotSaid("Other")


def test_boxes_are_known_by_code_or_by_a_name_that_occurs_once() -> None:
    checked = check_rows(
        "MC1,DNA,,,,dna-0042,A1,,",
        "MC2,DNA,,,,DNA box 42,A2,,",
        "MC3,DNA,,,,Spare,A3,,",
        "MC4,DNA,,,,B99,A4,,",
    )
    assert [tube.box for tube in checked.intake.each()] == ["DNA-0042", "DNA-0042"]
    assert isinstance(only(checked, 2), BoxNameTwice)
    assert isinstance(only(checked, 3), UnknownBox)


def test_a_code_counts_more_than_the_name_of_another_box() -> None:
    facts = replace(FACTS, box_names={"ln2-1": (12,)})
    checked = check(f"{HEADINGS}\nMC1,CEL,,,,LN2-1,A1,,\n", facts)
    assert [tube.box for tube in checked.intake.each()] == ["LN2-1"]


def test_missing_boxes_are_made_where_asked_for() -> None:
    checked = check_rows("MC1,DNA,,,,NEW-1,A1,,", "MC2,DNA,,,,NEW-2,A1,,", "MC3,DNA,,,,new-1,A2,,", make_boxes=BOX)
    assert checked.findings == {}
    assert checked.intake.boxes == ("NEW-1", "NEW-2")
    assert checked.intake.box_type is BOX
    assert [tube.box for tube in checked.intake.each()] == ["NEW-1", "NEW-2", "NEW-1"]


def test_a_box_is_only_made_for_a_row_that_is_brought_in() -> None:
    checked = check_rows("MC1,nothing,,,,NEW-1,A1,,", "MC2,DNA,,,,NEW-2,A1,,", make_boxes=BOX)
    assert checked.intake.boxes == ("NEW-2",)


def test_a_new_box_cannot_have_the_code_of_a_tube() -> None:
    checked = check_rows("MC1,DNA,,,,MC2,A1,,", "MC2,DNA,,,,,,,", "MC3,DNA,,,,OLD-LABEL,A1,,", make_boxes=BOX)
    assert isinstance(only(checked, 0), IsABoxToo)
    assert isinstance(only(checked, 2), CodeInUse)


@pytest.mark.parametrize(
    ("box", "position", "kind", "verdict"),
    [
        ("DNA-0042", "", PositionNotSaid, Verdict.ASK),
        ("", "A1", BoxNotSaid, Verdict.PROBLEM),
        ("DNA-0042", "J4", OutsideBox, Verdict.PROBLEM),
        ("DNA-0042", "1-Mar", ChangedBySpreadsheet, Verdict.PROBLEM),
        ("DNA-0042", "I9", PlaceTaken, Verdict.PROBLEM),
        ("F80-01", "A1", NotForTubes, Verdict.PROBLEM),
        ("OLD-BOX", "A1", BoxClosed, Verdict.PROBLEM),
        ("LN2-1", "A1", WrongTemperature, Verdict.PROBLEM),
        ("CEL-1", "A1", WrongMaterial, Verdict.PROBLEM),
    ],
)
def test_a_place_must_be_whole_free_and_suited(box: str, position: str, kind: type[Problem], verdict: Verdict) -> None:
    facts = replace(FACTS, materials=(*FACTS.materials, MaterialFact(7, "URN", "Urine", (), Temperature.FREEZER)))
    material = "URN" if kind is WrongTemperature else "DNA"
    checked = check(f"{HEADINGS}\nMC1,{material},,,,{box},{position},,\n", facts)
    assert isinstance(only(checked), kind)
    assert checked.verdict(0) is verdict
    assert len(checked.intake) == 0


def test_a_position_is_given_once() -> None:
    checked = check_rows("MC1,DNA,,,,DNA-0042,A1,,", "MC2,DNA,,,,DNA box 42,a01,,")
    message = only(checked, 1)
    assert isinstance(message, PlaceGivenTwice)
    assert (message.position, message.box, message.row) == ("A1", "DNA-0042", 2)
    assert checked.verdict(0) is Verdict.READY


def test_row_and_column_tell_a_position_too() -> None:
    checked = check_rows(
        *("MC1,DNA,DNA-0042,B,3", "MC2,DNA,DNA-0042,2,4", "MC3,DNA,DNA-0042,J,1", "MC4,DNA,DNA-0042,,"),
        headings="Barcode,Material,Box,Row,Column",
    )
    assert [(tube.row, tube.column) for tube in checked.intake.each()] == [(1, 2), (1, 3)]
    assert isinstance(only(checked, 2), OutsideBox)
    assert isinstance(only(checked, 3), PositionNotSaid)


def test_participants_and_visits_are_known_however_they_are_written() -> None:
    checked = check_rows(
        "MC1,DNA,mc-fr03-012,V1,,,,,", "MC2,DNA,MC-FR03-016,inclusion,,,,,", "MC3,DNA,N1,Visite 2,,,,,"
    )
    assert [(tube.participant, tube.visit) for tube in checked.intake.each()] == [
        ("MC-FR03-012", "V01"),
        ("MC-FR03-016", "V01"),
        ("N1", "V02"),
    ]
    assert set(checked.messages(0)) == {
        ReadAs(Field.PARTICIPANT, "mc-fr03-012", "MC-FR03-012"),
        ReadAs(Field.VISIT, "V1", "V01"),
    }
    assert (checked.intake.people, checked.intake.visits) == (("N1",), ())


def test_new_participants_and_visits_are_those_of_rows_that_are_brought_in() -> None:
    checked = check_rows("MC1,DNA,P1,V07,,,,,", "MC2,nothing,P2,V08,,,,,", "MC3,DNA,p1,V7,,,,,")
    assert (checked.intake.people, checked.intake.visits) == (("P1",), ("V07",))


def test_studies_and_sites() -> None:
    headings = "Barcode,Material,Study,Participant,Site"
    checked = check_rows(
        *("MC1,DNA,main,P1,FR09", "MC2,DNA,SIDE,P1,", "MC3,DNA,OTHER,P1,", "MC4,DNA,,P1,FR10"),
        *("MC5,DNA,,MC-FR03-012,FR03", "MC6,DNA,,MC-FR03-012,FR04"),
        headings=headings,
    )
    found = [(tube.barcode, tube.study, tube.site) for tube in checked.intake.each()]
    assert found == [("MC1", None, "FR09"), ("MC2", "SIDE", None), ("MC5", None, None)]
    assert checked.intake.sites == ("FR09",)
    assert isinstance(only(checked, 2), UnknownStudy)
    assert isinstance(only(checked, 3), SeveralSites)
    assert isinstance(only(checked, 5), SeveralSites)


def test_a_list_and_a_bank_of_one_study_mean_the_same_one() -> None:
    facts = replace(FACTS, studies={1: "MAIN"})
    checked = check("Barcode,Material,Study,Participant\nMC1,DNA,MIROCALS,P1\n", facts)
    assert checked.notes == (ReadAs(Field.STUDY, "MIROCALS", "MAIN"),)
    assert checked.findings == {}
    assert [tube.study for tube in checked.intake.each()] == [None]


def test_a_parent_may_come_later_in_the_list_and_goes_in_first() -> None:
    checked = check_rows("MC1,DNA,,,,,,,MC3", "MC2,DNA,,,,,,,MC1", "MC3,BLD,P1,V01,,,,2018,")
    assert checked.findings == {}
    found = [(tube.barcode, tube.parent, tube.made_by) for tube in checked.intake.each()]
    assert found == [
        ("MC3", None, None),
        ("MC1", "MC3", Made.DERIVATIVE),
        ("MC2", "MC1", Made.ALIQUOT),
    ]


def test_what_a_row_does_not_say_is_as_with_its_parent() -> None:
    checked = check_rows("MC2,,,,,,,,MC1", "MC1,BLD,P1,V07,,,,2018-03,", "MC3,,,,,,,,BLOOD-1")
    found = {tube.barcode: tube[1:5] for tube in checked.intake.each()}
    assert found["MC2"] == found["MC1"] == ("BLD", "P1", "V07", "2018-03")
    assert found["MC3"] == ("BLD", "MC-FR03-012", "V01", "2018-01-08")
    assert only(checked, 0) == TakenFromParent(Field.MATERIAL, "Whole blood")


def test_a_material_that_nobody_says_is_the_one_for_everything_else() -> None:
    checked = check("Barcode\nMC1\n")
    assert only(checked) == MaterialNotSaid("Other")
    assert [tube.material for tube in checked.intake.each()] == ["ZZZ"]


@pytest.mark.parametrize(("parent", "kind"), [("NOBODY", UnknownParent), ("DNA-0042", ParentNotATube)])
def test_a_parent_must_be_a_tube_that_is_known(parent: str, kind: type[Problem]) -> None:
    assert isinstance(only(check_rows(f"MC1,DNA,,,,,,,{parent}")), kind)


def test_nobody_is_its_own_ancestor() -> None:
    checked = check_rows(
        *(
            "MC1,DNA,,,,,,,MC3",
            "MC2,DNA,,,,,,,MC1",
            "MC3,DNA,,,,,,,MC2",
            "MC4,DNA,,,,,,,MC2",
            "MC5,DNA,,,,,,,MC5",
        ),
        "MC6,DNA,,,,,,,",
    )
    for row in (0, 1, 2, 4):
        assert isinstance(checked.messages(row)[0], LineageCircle)
    assert isinstance(only(checked, 3), ParentHasProblem)
    assert [tube.barcode for tube in checked.intake.each()] == ["MC6"]


def test_a_tube_whose_parent_stays_out_stays_out_too_and_so_on_down() -> None:
    checked = check_rows("MC3,DNA,,,,,,,MC2", "MC2,DNA,,,,,,,MC1", "MC1,nothing,,,,,,,", "MC4,DNA,,,,,,,")
    assert [checked.verdict(row) for row in range(3)] == [Verdict.PROBLEM] * 3
    message = only(checked, 1)
    assert isinstance(message, ParentHasProblem)
    assert message.row == 4
    assert [tube.barcode for tube in checked.intake.each()] == ["MC4"]


def test_a_tube_is_of_the_participant_and_visit_of_its_parent() -> None:
    checked = check_rows("MC1,DNA,MC-FR03-016,V01,,,,,BLOOD-1", "MC2,DNA,MC-FR03-012,V02,,,,,BLOOD-1")
    first, second = only(checked, 0), only(checked, 1)
    assert isinstance(first, OtherParentage)
    assert (first.field, first.value, first.parents_value) == (
        Field.PARTICIPANT,
        "MC-FR03-016",
        "MC-FR03-012",
    )
    assert isinstance(second, OtherParentage)
    assert (second.field, second.value, second.parents_value) == (Field.VISIT, "V02", "V01")


def test_dates_that_can_be_two_days_wait_for_a_person() -> None:
    checked = check_rows("MC1,DNA,P1,V01,,,,03/04/2019,", "MC2,DNA,P1,V01,,,,05/06/2019,")
    assert isinstance(only(checked), AmbiguousDate)
    assert checked.counts()[Verdict.ASK] == 2
    settled = check_rows("MC1,DNA,P1,V01,,,,03/04/2019,", "MC2,DNA,P1,V01,,,,25/06/2019,")
    assert [tube.collected for tube in settled.intake.each()] == ["2019-04-03", "2019-06-25"]


def test_a_french_list_is_read() -> None:
    text = (
        "Code-barres;Matériel;Participant;Visite;Volume (mL);Boîte;Position;Prélevé le\r\n"
        "MC1;plasma EDTA;MC-FR03-012;V01;0,5;DNA-0042;A1;14 févr. 2019\r\n"
    )
    listing = read_list(table_of(text.encode("cp1252"), "liste.csv"))
    (tube,) = check_list(listing, FACTS).intake.each()
    assert tube[:10] == (*("MC1", "PL1", "MC-FR03-012", "V01", "2019-02-14", 500_000, "mL", "DNA-0042", 0, 0),)


def test_further_columns_come_along() -> None:
    checked = check_rows(
        'MC1,DNA,2,"a, b",50', headings="Barcode,Material,Freeze/Thaw Cycles,Comment,Concentration (ng/µL)"
    )
    (tube,) = checked.intake.each()
    assert (tube.thaws, tube.note, tube.concentration) == (2, "a, b", 50_000)


def test_a_list_of_headings_alone_is_empty() -> None:
    with pytest.raises(FileEmpty):
        check(HEADINGS + "\n")
    with pytest.raises(FileEmpty):
        check("sep=;\n")


def test_the_bank_is_asked_about_all_that_the_list_names() -> None:
    listing = read_list(table_of(f"{HEADINGS}\n MC1,DNA,P1,V01,,Box É,A1,,MC0\nB-1/A1,,,,,,,,\n".encode(), "list.csv"))
    wanted = asked(read_codes(listing))
    assert {"mc1", "b-1/a1", "b-1", "mc0", "box é"} <= wanted.codes
    assert wanted.boxes == {"box é"}
    assert wanted.people == {"p1"}


WORDS = st.sampled_from(
    [
        *("MC1", "MC2", "MC0000002290", "mc1", "BLOOD-1", "CMD-X", "1.00E+10", "DNA-0042", "NEW", "Spare"),
        *("DNA", "plasma", "P1", "V01", "V1", "A1", "J4", "", "-", "x", "0,5", "500 µL", "200"),
        *("2018-01-08", "03/04/2019", "31/04/2019"),
    ]
)
ANY = WORDS | st.text(st.characters(), max_size=12)
ROWS = st.lists(st.lists(ANY, max_size=12), min_size=1, max_size=8)


def as_list(rows: list[list[str]], headings: str) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(headings.split(","))
    writer.writerows(rows)
    return text.getvalue()


@given(
    ROWS,
    st.sampled_from([HEADINGS, "Barcode,Box,Row,Column,Unit,Volume,Study,Site,Thaws,Comment"]),
    st.booleans(),
)
def test_any_list_gets_a_verdict_for_every_row(rows: list[list[str]], headings: str, make_boxes: bool) -> None:
    try:
        checked = check(as_list(rows, headings), make_boxes=BOX if make_boxes else None)
    except Problem:
        return
    counts = checked.counts()
    assert sum(counts.values()) == len(checked) == len(checked.listing.lines)
    assert counts[Verdict.READY] + counts[Verdict.CORRECTED] == len(checked.intake)
    for row in range(len(checked)):
        messages = checked.messages(row)
        assert (checked.verdict(row) is Verdict.READY) == (not messages)
        said = any(isinstance(message, Problem) for message in messages)
        assert said == (checked.verdict(row) in (Verdict.PROBLEM, Verdict.ASK))


@given(ROWS, st.booleans())
def test_what_is_brought_in_breaks_no_rule(rows: list[list[str]], make_boxes: bool) -> None:
    try:
        intake = check(as_list(rows, HEADINGS), make_boxes=BOX if make_boxes else None).intake
    except Problem:
        return
    tubes = list(intake.each())
    keys = [tube.barcode.casefold() for tube in tubes]
    assert len(set(keys)) == len(keys)
    assert not set(keys) & FACTS.codes.keys()
    places = [(tube.box, tube.row, tube.column) for tube in tubes if tube.box]
    assert len(set(places)) == len(places)
    assert ("DNA-0042", 3, 5) not in places
    before: set[str] = set()
    for tube in tubes:
        assert tube.parent is None or tube.parent in before or tube.parent in {"MC0000002290", "BLOOD-1"}
        assert (tube.box is None) == (tube.row is None) == (tube.column is None)
        assert tube.amount is None or (tube.amount >= 0 and tube.unit)
        before.add(tube.barcode)
