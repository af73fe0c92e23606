"""Headings: English, French and those of other systems, recognised or named as not used."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.problems import Problem
from freezerapp.exchange.columns import (
    Columns,
    ColumnTwice,
    Field,
    NoBarcodeColumn,
    find_columns,
    read_heading,
)


def columns_of(line: str, delimiter: str = ",") -> Columns:
    return find_columns([1], [[heading.strip() for heading in line.split(delimiter)]])


def fields_of(line: str, delimiter: str = ",") -> dict[str, str]:
    return {column.field.value: column.heading for column in columns_of(line, delimiter).used}


@pytest.mark.parametrize(
    ("heading", "field", "unit"),
    [
        ("Barcode", Field.BARCODE, None),
        ("BARCODE ", Field.BARCODE, None),
        ("Code-barres", Field.BARCODE, None),
        ("code à barres", Field.BARCODE, None),
        ("TubeCode", Field.BARCODE, None),
        ("N° de tube", Field.BARCODE, None),
        ("Sample_ID", Field.BARCODE, None),
        ("Matériel", Field.MATERIAL, None),
        ("Sample Type", Field.MATERIAL, None),
        ("Type d’échantillon", Field.MATERIAL, None),
        ("Participant", Field.PARTICIPANT, None),
        ("(Neuro) Patient ID", Field.PARTICIPANT, None),
        ("Visite", Field.VISIT, None),
        ("Volume", Field.VOLUME, None),
        ("Volume (µL)", Field.VOLUME, "µL"),
        ("Volume [ml]", Field.VOLUME, "mL"),
        ("volume_ul", Field.VOLUME, "µL"),
        ("Volume en mL", Field.VOLUME, "mL"),
        ("Masse (ng)", Field.VOLUME, "ng"),
        ("Conc. (ng/µl)", Field.CONCENTRATION, "ng/µL"),
        ("Unité", Field.UNIT, None),
        ("Boîte", Field.BOX, None),
        ("BOITE", Field.BOX, None),
        ("Storage Location", Field.BOX, None),
        ("Position", Field.POSITION, None),
        ("Puits", Field.POSITION, None),
        ("Location#Row", Field.ROW, None),
        ("StorageCol", Field.COLUMN, None),
        ("Prélevé le", Field.COLLECTED, None),
        ("Date de prélèvement", Field.COLLECTED, None),
        ("Collection Event#Date and Time", Field.COLLECTED, None),
        ("Parent", Field.PARENT, None),
        ("Tube mère", Field.PARENT, None),
        ("Étude", Field.STUDY, None),
        ("Centre", Field.SITE, None),
        ("Remarques", Field.COMMENT, None),
        ("Freeze/Thaw Cycles", Field.THAWS, None),
    ],
)
def test_usual_headings_are_known(heading: str, field: Field, unit: str | None) -> None:
    assert read_heading(heading) == (field, unit)


@pytest.mark.parametrize(
    "heading", ["", "  ", "Date", "Created On", "Freezer", "Status", "path", "µL", "(mL)", "Box (mL)"]
)
def test_other_headings_are_not_guessed(heading: str) -> None:
    assert read_heading(heading) is None


def test_what_find_gives_can_be_brought_in_again() -> None:
    line = "barcode,material,participant,visit,volume,unit,status,container,position,path,parent"
    columns = columns_of(line)
    assert {column.field.value for column in columns.used} == {
        *("barcode", "material", "participant", "visit", "volume", "unit", "box", "position", "parent"),
    }
    assert columns.ignored == ("status", "path")


def test_the_columns_of_a_report_are_known_and_its_row_is_no_row_of_a_box() -> None:
    columns = columns_of(
        "row,verdict,barcode,container,position,participant,visit,material,volume,unit,collected,message"
    )
    assert columns.of(Field.ROW) is None
    assert columns.ignored == ("row", "verdict", "message")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Row,Column,Barcode,StudyCode,StudySubject,SpecimenType,CollectionDate,FreezerName,PlateBarcode,Comment",
            {
                "row": "Row",
                "column": "Column",
                "barcode": "Barcode",
                "study": "StudyCode",
                "comment": "Comment",
            }
            | {"participant": "StudySubject", "material": "SpecimenType", "collected": "CollectionDate"}
            | {"box": "PlateBarcode"},
        ),
        (
            "Inventory ID,Parent inventory ID,Volume (ml),Specimen type,Patient number,Visit number,"
            "Pallet label,Specimen position,Comment",
            {"barcode": "Inventory ID", "parent": "Parent inventory ID", "volume": "Volume (ml)"}
            | {"material": "Specimen type", "participant": "Patient number", "visit": "Visit number"}
            | {"box": "Pallet label", "position": "Specimen position", "comment": "Comment"},
        ),
        (
            "Freezer,Shelf,Rack,Box,Row,Column,Sample ID,Type,Volume,Unit,Date,Participant,Visit",
            {"box": "Box", "row": "Row", "column": "Column", "barcode": "Sample ID", "material": "Type"}
            | {"volume": "Volume", "unit": "Unit", "participant": "Participant", "visit": "Visit"},
        ),
    ],
)
def test_lists_of_other_systems_are_known(line: str, expected: dict[str, str]) -> None:
    assert fields_of(line) == expected


def test_of_two_columns_for_one_thing_the_clearer_is_used_and_the_other_named() -> None:
    columns = columns_of("CP Short Title,Specimen Label,Barcode,Type,Initial Quantity,Available Quantity")
    used = {column.field: column.heading for column in columns.used}
    assert used[Field.BARCODE] == "Barcode"
    assert used[Field.VOLUME] == "Available Quantity"
    assert [(each.heading, each.used) for each in columns.passed_over] == [
        ("Specimen Label", "Barcode"),
        ("Initial Quantity", "Available Quantity"),
    ]


def test_the_same_heading_twice_is_refused() -> None:
    with pytest.raises(ColumnTwice) as refused:
        columns_of("Barcode,Volume,barcode")
    assert (refused.value.field, refused.value.headings) == (Field.BARCODE, ("Barcode", "barcode"))


def test_a_list_without_barcodes_is_refused_with_the_headings_it_has() -> None:
    with pytest.raises(NoBarcodeColumn) as refused:
        columns_of("Freezer,Shelf,,Volume")
    assert refused.value.headings == ("Freezer", "Shelf", "Volume")


def test_the_headings_are_found_below_a_title() -> None:
    rows = [
        ["Samples of site 7"],
        ["exported 14 Mar 2019", ""],
        ["Barcode", "Material", "Box"],
        ["MC1", "DNA", "B1"],
    ]
    columns = find_columns([1, 2, 4, 5], rows)
    assert (columns.line, columns.row) == (4, 2)


@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_headings_are_recognised_or_refused(headings: list[str]) -> None:
    try:
        columns = find_columns([1], [headings])
    except Problem:
        return
    places = [column.place for column in columns.used]
    assert len(set(places)) == len(places)
    assert len(places) + len(columns.passed_over) + len(columns.ignored) <= len(headings)
