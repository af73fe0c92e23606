"""Amounts: what people write becomes an exact whole number, and comes back as they wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.quantity import (
    LARGEST,
    UNITS,
    Amount,
    BadAmount,
    DifferentDimensions,
    Dimension,
    Flaw,
    NotEnough,
    add,
    find_unit,
    format_amount,
    format_number,
    parse_amount,
    read_number,
    share,
    take,
)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("0.5 mL", 500_000, "mL"),
        ("0,5 mL", 500_000, "mL"),
        ("0,500 mL", 500_000, "mL"),
        (".5ml", 500_000, "mL"),
        ("200µL", 200_000, "µL"),
        ("200 \u03bcL", 200_000, "µL"),
        ("200 ul", 200_000, "µL"),
        ("200 UL", 200_000, "µL"),
        ("1 cc", 1_000_000, "mL"),
        ("1 500 µL", 1_500_000, "µL"),
        ("1\u202f500\u00a0µL", 1_500_000, "µL"),
        ("3 L", 3_000_000_000, "L"),
        ("1.5 µg", 1_500_000, "µg"),
        ("12 ng", 12_000, "ng"),
        ("2 g", 2_000_000_000_000, "g"),
        ("1e6 cells", 1_000_000, "cells"),
        ("5×10⁶ cells", 5_000_000, "cells"),
        ("5 x 10^6 cellules", 5_000_000, "cells"),
        ("2.5E6cells", 2_500_000, "cells"),
        ("5 pièces", 5, "pieces"),
        ("0 mL", 0, "mL"),
    ],
)
def test_what_people_write_is_read_exactly(text: str, value: int, unit: str) -> None:
    assert parse_amount(text) == Amount(value, unit)
    assert type(parse_amount(text).value) is int


def test_a_bare_number_is_in_the_unit_handed_in() -> None:
    assert parse_amount("500", "µL") == Amount(500_000, "µL")
    assert parse_amount("500 mL", "µL") == Amount(500_000_000, "mL")


@pytest.mark.parametrize(
    ("text", "flaw"),
    [
        ("", Flaw.NO_NUMBER),
        ("mL", Flaw.NO_NUMBER),
        ("about 5 mL", Flaw.NO_NUMBER),
        ("1.2.3 mL", Flaw.NO_NUMBER),
        ("1,000.5 mL", Flaw.COMMA),
        ("1 00 mL", Flaw.NO_NUMBER),
        ("٣ mL", Flaw.NO_NUMBER),
        ("5", Flaw.UNKNOWN_UNIT),
        ("5 drops", Flaw.UNKNOWN_UNIT),
        ("-0.1 mL", Flaw.NEGATIVE),
        ("−0.1 mL", Flaw.NEGATIVE),
        ("0.0000001 mL", Flaw.TOO_FINE),
        ("1.5 cells", Flaw.TOO_FINE),
        ("1e30 L", Flaw.TOO_LARGE),
        ("1e9999 L", Flaw.UNKNOWN_UNIT),
        ("9" * 61 + " nL", Flaw.NO_NUMBER),
        ("1,500 µL", Flaw.COMMA),
        ("12,000", Flaw.COMMA),
    ],
)
def test_what_is_no_amount_is_refused_and_says_why(text: str, flaw: Flaw) -> None:
    with pytest.raises(BadAmount) as refused:
        parse_amount(text)
    assert (refused.value.text, refused.value.flaw) == (text, flaw)


def test_a_comma_before_three_digits_is_read_where_commas_are_known_to_be_decimal() -> None:
    assert parse_amount("1,500 mL", comma_is_decimal=True) == Amount(1_500_000, "mL")


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        amount = parse_amount(text, "mL")
    except BadAmount:
        return
    assert 0 <= amount.value <= LARGEST


@given(st.integers(0, LARGEST), st.sampled_from(sorted(UNITS)), st.sampled_from(".,"))
def test_an_amount_comes_back_as_it_was_written(value: int, unit: str, decimal: str) -> None:
    text = format_amount(value, unit, decimal)
    assert parse_amount(text, comma_is_decimal=True) == Amount(value, unit)


def test_amounts_are_written_without_needless_zeros() -> None:
    assert format_amount(500_000, "mL") == "0.5 mL"
    assert format_amount(500_000, "µL") == "500 µL"
    assert format_amount(500_000, "mL", ",") == "0,5 mL"
    assert format_amount(0, "L") == "0 L"
    assert format_amount(1, "L") == "0.000000001 L"
    assert format_number(-1_500, "µL") == "-1.5"
    assert format_number(5, "pieces") == "5"


def test_micro_is_always_the_micro_sign() -> None:
    unit = find_unit("\u03bcg")
    assert unit is not None
    assert unit.name == "\u00b5g"
    assert [name for name in UNITS if "\u03bc" in name] == []


def test_what_is_taken_is_gone_and_what_is_added_is_there() -> None:
    tube = parse_amount("0.5 mL")
    assert take(tube, parse_amount("200 µL")) == Amount(300_000, "mL")
    assert take(tube, parse_amount("500 µL")) == Amount(0, "mL")
    assert add(tube, parse_amount("200 µL")) == Amount(700_000, "mL")
    assert share(tube, parse_amount("100 µL"), 4) == Amount(100_000, "mL")


def test_no_more_can_be_taken_than_there_is() -> None:
    with pytest.raises(NotEnough) as refused:
        take(parse_amount("0.5 mL"), parse_amount("501 µL"))
    assert (refused.value.left, refused.value.asked, refused.value.unit) == (500_000, 501_000, "mL")
    with pytest.raises(NotEnough):
        share(parse_amount("0.5 mL"), parse_amount("0.2 mL"), 3)


def test_a_volume_is_not_taken_from_a_mass() -> None:
    with pytest.raises(DifferentDimensions):
        take(parse_amount("5 ng"), parse_amount("1 nL"))
    with pytest.raises(DifferentDimensions):
        add(parse_amount("5 cells"), parse_amount("1 pieces"))


@given(st.lists(st.integers(0, 10**9), max_size=6))
def test_aliquots_and_what_is_left_make_the_whole(parts: list[int]) -> None:
    left = Amount(sum(parts) + 7, "µL")
    for part in parts:
        left = take(left, Amount(part, "nL"))
    assert left == Amount(7, "µL")


def test_a_written_number_keeps_its_exact_value() -> None:
    assert read_number("0.1 mL").number * 10 == 1
    assert read_number("7").unit is None
    assert parse_amount("7 mg").dimension is Dimension.MASS
