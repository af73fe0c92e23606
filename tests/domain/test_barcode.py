"""Codes: what makes two the same, what is cleaned away, and what is never guessed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.barcode import (
    LONGEST,
    CodeIsACommand,
    CodeMissing,
    CodeNotPrintable,
    CodeTooLong,
    Fix,
    IdPattern,
    NoCodesLeft,
    NotAPattern,
    check_code,
    clean_code,
    code_key,
    fit,
    look_alikes,
    next_codes,
    parse_pattern,
    usual_pattern,
)

MC = IdPattern("MC", 10)


@given(st.text())
def test_the_key_of_a_code_is_the_one_that_the_record_defines(text: str) -> None:
    defined = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    assert code_key(text) == defined


def test_case_and_the_way_an_accent_is_written_make_no_other_code() -> None:
    assert code_key("mc0000000001") == code_key("MC0000000001")
    assert code_key("\u00e9-1") == code_key("e\u0301-1")
    assert code_key("MC1") != code_key("MC01")


@pytest.mark.parametrize(
    ("given_text", "code", "fixes"),
    [
        (" MC0000009003 ", "MC0000009003", (Fix.SPACES,)),
        ("\u00a0MC1\u202f", "MC1", (Fix.SPACES,)),
        ("A  B", "A B", (Fix.SPACES,)),
        ("\ufeffMC1", "MC1", (Fix.INVISIBLE,)),
        ("MC00\u200b12", "MC0012", (Fix.INVISIBLE,)),
        ("MC1\x00", "MC1", (Fix.INVISIBLE,)),
        ("MC\x1d1", "MC1", (Fix.INVISIBLE,)),
        ("MC1\r", "MC1", (Fix.SPACES,)),
        ('="0188137823"', "0188137823", (Fix.WRAPPING,)),
        ("'0188137823", "0188137823", (Fix.WRAPPING,)),
        ("]d2MC0000000001", "MC0000000001", (Fix.SCANNER,)),
        ("]C1MC0000000001", "MC0000000001", (Fix.SCANNER,)),
        ("MC–12", "MC-12", (Fix.LOOK_ALIKES,)),
        ("ＭＣ１２", "MC12", (Fix.LOOK_ALIKES,)),
        ("MC١٢", "MC12", (Fix.LOOK_ALIKES,)),
        ("M\u042112", "MC12", (Fix.LOOK_ALIKES,)),
        ("MC0000009003", "MC0000009003", ()),
        ("DNA-0042/D6", "DNA-0042/D6", ()),
        ("ÉCH-1", "ÉCH-1", ()),
    ],
)
def test_what_a_scanner_or_spreadsheet_adds_is_taken_away(given_text: str, code: str, fixes: tuple[Fix, ...]) -> None:
    assert clean_code(given_text) == (code, fixes)


def test_letters_and_digits_that_look_alike_are_never_exchanged_unasked() -> None:
    assert clean_code("MCO000000I1").text == "MCO000000I1"
    assert clean_code("МОСКВА").text == "МОСКВА"


@given(st.text())
def test_cleaning_any_text_leaves_nothing_to_clean(text: str) -> None:
    cleaned = clean_code(text).text
    assert cleaned == cleaned.strip()
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs"} for c in cleaned)
    assert bool(clean_code(text).fixes) == (cleaned != text)


@given(st.from_regex(r"[0-9A-Z][0-9A-Z-]{0,29}", fullmatch=True))
def test_a_plain_code_stays_as_it_is(code: str) -> None:
    assert clean_code(code) == (code, ())


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("", CodeMissing),
        ("  ", CodeMissing),
        ("x" * (LONGEST + 1), CodeTooLong),
        ("CMD-UNDO", CodeIsACommand),
        ("cmd-undo", CodeIsACommand),
        ("MC\n1", CodeNotPrintable),
        (" MC1", CodeNotPrintable),
        ("MC\ud8001", CodeNotPrintable),
    ],
)
def test_what_can_be_no_code_is_refused(text: str, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        check_code(text)


@pytest.mark.parametrize("text", ["MC0000000001", "x" * LONGEST, "Boîte 12", "0188137823", "CMD", "a/b"])
def test_usual_codes_are_accepted(text: str) -> None:
    check_code(text)


def test_an_unprintable_character_is_named() -> None:
    with pytest.raises(CodeNotPrintable) as refused:
        check_code("MC\u200b1\n")
    assert refused.value.characters == ("U+200B", "U+000A")


def test_codes_go_on_after_the_last_one() -> None:
    assert next_codes(MC, 41, 3) == ["MC0000000042", "MC0000000043", "MC0000000044"]
    assert MC.number("MC0000000042") == MC.number("mc0000000042") == 42
    assert MC.number("MC42") is None
    assert MC.number("XX0000000042") is None
    assert MC.number("MC000000004２") is None


@given(st.integers(0, 10**10 - 1))
def test_a_pattern_reads_the_codes_that_it_makes(number: int) -> None:
    assert MC.number(MC.code(number)) == number


def test_a_pattern_that_is_used_up_gives_no_codes_at_all() -> None:
    with pytest.raises(NoCodesLeft) as refused:
        next_codes(IdPattern("A", 2), 97, 3)
    assert (refused.value.wanted, refused.value.left) == (3, 2)
    assert next_codes(IdPattern("A", 2), 97, 2) == ["A98", "A99"]
    with pytest.raises(NoCodesLeft):
        IdPattern("A", 2).code(100)


def test_a_pattern_is_written_with_a_sign_for_each_digit() -> None:
    assert parse_pattern("MC##########") == MC
    assert str(MC) == "MC##########"
    assert parse_pattern("B-####") == IdPattern("B-", 4)


@pytest.mark.parametrize("text", ["", "MC", "MC##X", "M|###", "M_###", "M~###", "M^###", "M\\###", "#" * 19])
def test_a_pattern_that_a_label_printer_would_misread_is_refused(text: str) -> None:
    with pytest.raises(NotAPattern):
        parse_pattern(text)


def test_the_usual_pattern_is_that_of_most_codes() -> None:
    assert usual_pattern(["MC0000000001", "MC0000000002", "MC0000000003", "MC0000000004", "odd"]) == MC
    assert usual_pattern(["0188137823", "0188137787", "0188137788"]) == IdPattern("", 10)
    assert usual_pattern(["MC0000000001", "MC0000000002"]) is None
    assert usual_pattern(["A1", "B2", "C3", "D4"]) is None


def test_a_misread_code_is_recognised_by_the_pattern_but_only_suggested() -> None:
    assert fit("MCO00000l0O1", MC) == "MC0000001001"
    assert fit("MC0000001001", MC) is None
    assert fit("XC0000001001", MC) is None
    assert fit("MC000000100", MC) is None


def test_known_codes_that_can_be_mistaken_are_found() -> None:
    assert look_alikes("MC-O1", ["mc01", "MC02", "MC-O1"]) == ["mc01"]
