"""Cells: what they mean, what is put right, what is asked and what is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.barcode import Fix, IdPattern
from freezerapp.domain.bench_date import AmbiguousDate, NotADate
from freezerapp.domain.intake import MaterialFact
from freezerapp.domain.quantity import Amount, BadAmount
from freezerapp.exchange.columns import Field
from freezerapp.exchange.readings import (
    Read,
    is_empty,
    plain_barcodes,
    read_amounts,
    read_barcode,
    read_code,
    read_collected,
    read_concentration,
    read_materials,
    read_note,
    read_thaws,
)
from freezerapp.exchange.verdicts import (
    BarcodeNotRead,
    ChangedBySpreadsheet,
    CharactersLost,
    InTheFuture,
    LooksDamaged,
    NotACount,
    ReadAs,
    SeveralMaterials,
    Tidied,
    TooLong,
    UnitNotSaid,
    UnknownMaterial,
    Verdict,
)

MC = IdPattern("MC", 10)
TEN_DIGITS = IdPattern("", 10)
MATERIALS = (
    MaterialFact(1, "DNA", "Genomic DNA", ("gDNA", "ADN")),
    MaterialFact(2, "PL1", "Plasma", ("plasma", "plasma EDTA")),
    MaterialFact(3, "PL2", "Plasma, double spun", ("plasma", "PPP")),
    MaterialFact(4, "CSF", "Cerebrospinal fluid", ("LCR", "liquor")),
    MaterialFact(5, "PEN", "Cell pellet", ("CSF pellet", "pellet")),
    MaterialFact(6, "BFF", "Buffy coat", ("pellet",)),
)


def verdict_of(read: Read[object]) -> Verdict:
    return read.finding.verdict if read.finding else Verdict.READY


@pytest.mark.parametrize(
    "text", ["", " ", "-", "–", "empty", "Vide", "x", "X", "NA", "n/a", "N.A.", "(vide)", "No Tube"]
)
def test_the_words_for_nothing_are_nothing(text: str) -> None:
    assert is_empty(text.strip())


@pytest.mark.parametrize("text", ["0", "x1", "NA1", "A1", "emptying", "MC0000000001"])
def test_other_words_are_something(text: str) -> None:
    assert not is_empty(text)


@pytest.mark.parametrize("text", ["MC0000009003", "mc0000009003", "XY0000000001"])
def test_a_barcode_of_the_usual_form_needs_nothing(text: str) -> None:
    assert read_barcode(text, MC, 100) == Read(text)


def test_spaces_around_a_barcode_are_removed_and_said() -> None:
    read = read_barcode(" MC0000009003 ", MC, 100)
    assert read.value == "MC0000009003"
    assert read.finding is not None
    assert read.finding.message == Tidied(Field.BARCODE, " MC0000009003 ", "MC0000009003", (Fix.SPACES,))
    assert read.finding.verdict is Verdict.CORRECTED


@pytest.mark.parametrize(
    "text",
    [
        *("1.00E+10", "1,88E+08", "1.00e+10", "188137823.0", "01-Mar", "1-mars", "Mar-19", "01/03/2019"),
        *("1.3.2019 00:00", "#REF!", "#N/A", "########", "#NOM?"),
    ],
)
def test_what_a_spreadsheet_made_of_a_barcode_is_no_barcode(text: str) -> None:
    for pattern in (None, MC, TEN_DIGITS):
        read = read_barcode(text, pattern, 100)
        assert read.value is None
        assert read.finding is not None
        assert isinstance(read.finding.message, ChangedBySpreadsheet)


@pytest.mark.parametrize("text", ["12E3", "E+10", "P-10", "2019-001", "MAR1", "1.5", "12.5.1.1"])
def test_barcodes_that_only_resemble_that_are_left_alone(text: str) -> None:
    assert read_barcode(text, None, 100).value == text


@pytest.mark.parametrize("text", ["NO READ", "No Read", "NOREAD", "ERROR", "NOSCAN"])
def test_a_tube_whose_code_was_not_read_is_no_empty_place(text: str) -> None:
    read = read_barcode(text, MC, 100)
    assert read.finding is not None
    assert isinstance(read.finding.message, BarcodeNotRead)


def test_look_alike_letters_in_a_number_are_asked_about() -> None:
    read = read_barcode("MCO00000l0O1", MC, 100)
    assert (read.value, verdict_of(read)) == (None, Verdict.ASK)
    assert read.finding is not None
    assert isinstance(read.finding.message, LooksDamaged)
    assert (read.finding.message.likely, read.finding.message.why) == ("MC0000001001", Fix.LOOK_ALIKES)


def test_lost_leading_zeros_are_asked_about() -> None:
    read = read_barcode("188137823", TEN_DIGITS, 96)
    assert (read.value, verdict_of(read)) == (None, Verdict.ASK)
    assert read.finding is not None
    assert isinstance(read.finding.message, LooksDamaged)
    assert (read.finding.message.likely, read.finding.message.why) == ("0188137823", None)


def test_numbers_that_are_one_digit_shorter_by_counting_are_not_damaged() -> None:
    assert read_barcode("999999995", TEN_DIGITS, 96).value == "999999995"
    assert read_barcode("99", IdPattern("", 3), 500).value == "99"


def test_lost_characters_are_never_kept() -> None:
    read = read_code(Field.PARTICIPANT, "MC-\ufffd1")
    assert read.finding is not None
    assert isinstance(read.finding.message, CharactersLost)


def test_an_endless_code_is_refused() -> None:
    read = read_code(Field.BOX, "x" * 500)
    assert read.finding is not None
    assert isinstance(read.finding.message, TooLong)


@given(st.text(max_size=40))
def test_barcodes_that_need_no_second_look_would_stay_the_same(text: str) -> None:
    for pattern in (None, MC, TEN_DIGITS):
        if plain_barcodes(pattern).fullmatch(text):
            assert read_barcode(text, pattern, 10) == Read(text)


@given(st.from_regex(r"[0-9A-Z]{1,3}[-._]?[0-9]{1,3}([-.][0-9]{2,4})?", fullmatch=True))
def test_the_quick_look_at_barcodes_agrees_with_the_careful_one(text: str) -> None:
    if plain_barcodes(None).fullmatch(text):
        assert read_barcode(text, None, 10) == Read(text)


@pytest.mark.parametrize(
    ("text", "code", "verdict"),
    [
        ("DNA", "DNA", Verdict.READY),
        (" dna ", "DNA", Verdict.READY),
        ("Genomic-DNA", "DNA", Verdict.READY),
        ("Plasma", "PL1", Verdict.READY),
        ("plasma EDTA", "PL1", Verdict.CORRECTED),
        ("ppp", "PL2", Verdict.CORRECTED),
        ("plasma double spun", "PL2", Verdict.READY),
        ("lcr", "CSF", Verdict.CORRECTED),
        ("CSF pellet", "PEN", Verdict.CORRECTED),
    ],
)
def test_materials_are_known_by_code_name_and_synonym(text: str, code: str, verdict: Verdict) -> None:
    (read,) = read_materials([text], MATERIALS)
    assert read.value is not None
    assert (read.value.code, verdict_of(read)) == (code, verdict)
    if verdict is Verdict.CORRECTED:
        assert read.finding is not None
        assert read.finding.message == ReadAs(Field.MATERIAL, text, read.value.name)


def test_a_word_for_two_materials_is_asked_about() -> None:
    (read,) = read_materials(["pellet"], MATERIALS)
    assert read.finding is not None
    assert isinstance(read.finding.message, SeveralMaterials)
    assert read.finding.message.codes == ("PEN", "BFF")
    assert verdict_of(read) is Verdict.ASK


def test_an_unknown_material_is_refused_with_what_comes_near() -> None:
    (read,) = read_materials(["plasmaa"], MATERIALS)
    assert read.finding is not None
    assert isinstance(read.finding.message, UnknownMaterial)
    assert "PL1" in read.finding.message.near


def test_dates_are_read_refused_or_asked_about() -> None:
    found = read_collected(["14/03/2019", "", "31/04/2019", "14 mars 2030", "3/4/2019"], "2026-01-01")
    assert [read.value for read in found] == ["2019-03-14", None, None, None, None]
    kinds = [type(read.finding.message) if read.finding else None for read in found]
    assert kinds == [None, None, NotADate, InTheFuture, AmbiguousDate]
    assert [verdict_of(read) for read in found][-1] is Verdict.ASK


@pytest.mark.parametrize(
    ("number", "unit", "heading", "amount"),
    [
        ("500", "", "µL", Amount(500_000, "µL")),
        ("0.5", "mL", None, Amount(500_000, "mL")),
        ("0,5", "ml", None, Amount(500_000, "mL")),
        ("0.5 mL", "", "µL", Amount(500_000, "mL")),
        ("1,25", "uL", None, Amount(1250, "µL")),
        ("200 ng", "", None, Amount(200_000, "ng")),
        ("5e6", "cells", None, Amount(5_000_000, "cells")),
        ("0", "", "mL", Amount(0, "mL")),
    ],
)
def test_amounts_are_read_with_the_unit_wherever_it_stands(
    number: str, unit: str, heading: str | None, amount: Amount
) -> None:
    assert read_amounts([(number, unit)], heading) == [Read(amount)]


def test_a_number_without_unit_is_in_millilitres_and_says_so_unless_that_is_unlikely() -> None:
    small, large = read_amounts([("0.5", ""), ("200", "")], None)
    assert small.value == Amount(500_000, "mL")
    assert small.finding is not None
    assert small.finding.message == ReadAs(Field.VOLUME, "0.5", "0.5 mL")
    assert large.value is None
    assert large.finding is not None
    assert isinstance(large.finding.message, UnitNotSaid)
    assert verdict_of(large) is Verdict.ASK


def test_a_comma_that_may_mark_thousands_is_asked_about_unless_the_column_shows_its_use() -> None:
    (unclear,) = read_amounts([("1,500", "")], "µL")
    assert verdict_of(unclear) is Verdict.ASK
    french = read_amounts([("1,500", ""), ("0,5", "")], "mL")
    assert french[0].value == Amount(1_500_000, "mL")
    mixed = read_amounts([("1,500", ""), ("0,5", ""), ("0.5", "")], "mL")
    assert verdict_of(mixed[0]) is Verdict.ASK


@pytest.mark.parametrize(("number", "unit"), [("much", "mL"), ("-1", "mL"), ("5", "furlong"), ("0.0000001", "mL")])
def test_what_is_no_amount_is_refused(number: str, unit: str) -> None:
    (read,) = read_amounts([(number, unit)], None)
    assert read.finding is not None
    assert isinstance(read.finding.message, BadAmount)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("50", None, 50_000),
        ("50", "ng/µL", 50_000),
        ("0,5 µg/mL", None, 500),
        ("2 mg/mL", "ng/µL", 2_000_000),
    ],
)
def test_concentrations_count_picograms_per_microlitre(text: str, unit: str | None, value: int) -> None:
    assert read_concentration(text, unit) == Read(value)


@pytest.mark.parametrize("text", ["high", "50 g/mile", "-3", "0.00001"])
def test_a_concentration_that_cannot_be_read_is_said_but_stops_nothing(text: str) -> None:
    read = read_concentration(text, None)
    assert (read.value, verdict_of(read)) == (None, Verdict.CORRECTED)


def test_thaws_are_a_count() -> None:
    assert [read_thaws(text).value for text in ("2", "2.0", "", "-")] == [2, 2, None, None]
    read = read_thaws("twice")
    assert read.finding is not None
    assert isinstance(read.finding.message, NotACount)


def test_notes_keep_their_lines_and_lose_what_nobody_sees() -> None:
    assert read_note(" a\r\nb\x00\u200b ") == Read("a\nb")


@given(st.lists(st.text(max_size=30), max_size=6), st.sampled_from([None, "µL", "mL"]))
def test_any_text_is_read_refused_or_asked_about(texts: list[str], unit: str | None) -> None:
    readings: list[Read[object]] = [
        *read_materials(texts, MATERIALS),  # type: ignore[list-item]
        *read_collected(texts, "2026-01-01"),  # type: ignore[list-item]
        *read_amounts([(text, text[::-1]) for text in texts], unit),  # type: ignore[list-item]
    ]
    for text in texts:
        readings += [read_barcode(text, None, 1), read_barcode(text, MC, 1), read_code(Field.VISIT, text)]  # type: ignore[list-item]
        readings += [read_thaws(text), read_note(text), read_concentration(text, unit)]  # type: ignore[list-item]
    for read in readings:
        assert read.value is None or verdict_of(read) in (Verdict.READY, Verdict.CORRECTED)
