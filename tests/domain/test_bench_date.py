"""Dates as people write them: read exactly, or refused, or asked about; never guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.bench_date import (
    AmbiguousDate,
    DateOrder,
    NotADate,
    after,
    check_bench_date,
    is_bench_date,
    read_date,
    read_dates,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MONTHS = (
    "janvier Jan|février Feb|mars Mar|avril Apr|mai May|juin Jun|juillet Jul|août Aug|septembre Sep"
    "|octobre Oct|novembre Nov|décembre Dec"
)
FRENCH, ENGLISH = zip(*(month.split() for month in MONTHS.split("|")), strict=True)


@pytest.mark.parametrize(
    ("text", "bench_date"),
    [
        ("2019", "2019"),
        ("2019-03", "2019-03"),
        ("2019-3", "2019-03"),
        ("03/2019", "2019-03"),
        ("mars 2019", "2019-03"),
        ("Sept 2019", "2019-09"),
        ("2019-03-14", "2019-03-14"),
        ("2019/3/4", "2019-03-04"),
        ("20190314", "2019-03-14"),
        ("14/03/2019", "2019-03-14"),
        ("14.3.19", "2019-03-14"),
        ("14 03 2019", "2019-03-14"),
        ("03/14/2019", "2019-03-14"),
        ("05/05/2019", "2019-05-05"),
        ("14 Mar 2019", "2019-03-14"),
        ("14-mars-19", "2019-03-14"),
        ("14-MAR-70", "1970-03-14"),
        ("March 14th, 2019", "2019-03-14"),
        ("1er août 2019", "2019-08-01"),
        ("1ER AOUT 2019", "2019-08-01"),
        ("jeu. 14 févr. 2019", "2019-02-14"),
        ("Thursday, 14 February 2019", "2019-02-14"),
        ("18November2019 01:53:40", "2019-11-18T01:53"),
        ("2019-03-14T09:30", "2019-03-14T09:30"),
        ("2019-03-14 09:30:00", "2019-03-14T09:30"),
        ("2019-03-14 09:30:15.250", "2019-03-14T09:30"),
        ("14/03/2019 9h30", "2019-03-14T09:30"),
        ("14/03/2019 à 9 h", "2019-03-14T09:00"),
        ("14/03/2019 12:30 AM", "2019-03-14T00:30"),
        ("14/03/2019 9:30 p.m.", "2019-03-14T21:30"),
        ("14/03/2019 00:00", "2019-03-14"),
        (" 14\u00a0mars\u202f2019 ", "2019-03-14"),
        ("１４/０３/２０１９", "2019-03-14"),
        ("29/02/2020", "2020-02-29"),
    ],
)
def test_a_date_is_read_however_it_is_written(text: str, bench_date: str) -> None:
    assert read_date(text) == bench_date
    assert is_bench_date(bench_date)


@pytest.mark.parametrize(
    "text",
    [
        *("31 Apr 2019", "2019-02-30", "29/02/2019", "31/04/2019", "2019-13", "2019-00-01", "99/99/9999"),
        *("1899", "2200", "", "-", "x", "0", "½", "Mar-19", "14 Mar", "14 Mar Apr 2019", "day 14 of 2019"),
        *("8:30", "2019-03-14T24:00", "14/03/2019 9:75", "2019-03-14 13 PM", "2019-03-14T09:30Z"),
        *("14#03#2019", "1.2.3.4", "MC0000000001"),
    ],
)
def test_what_no_calendar_has_is_not_a_date(text: str) -> None:
    with pytest.raises(NotADate) as refused:
        read_date(text)
    assert refused.value.text == text


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("03/04/2019", ("2019-03-04", "2019-04-03")),
        ("3/4/2019 09:30", ("2019-03-04T09:30", "2019-04-03T09:30")),
        ("14-03-19", ("2014-03-19", "2019-03-14")),
        ("43538", ("2019-03-14", "2023-03-15")),
    ],
)
def test_a_date_with_two_meanings_is_asked_about(text: str, readings: tuple[str, ...]) -> None:
    with pytest.raises(AmbiguousDate) as asked:
        read_date(text)
    assert asked.value.readings == readings


def test_whoever_knows_the_order_gets_one_answer() -> None:
    assert read_date("03/04/2019", [DateOrder.DAY_FIRST]) == "2019-04-03"
    assert read_date("03/04/2019", [DateOrder.MONTH_FIRST]) == "2019-03-04"


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_date(text)
    except (NotADate, AmbiguousDate):
        return
    check_bench_date(found)


@given(DAYS)
def test_every_day_is_found_in_every_clear_spelling(day: date) -> None:
    iso = day.isoformat()
    for text in (
        iso,
        f"{day.day} {FRENCH[day.month - 1]} {day.year}",
        f"{ENGLISH[day.month - 1]} {day.day}, {day.year}",
        f"{day.day:02d}-{ENGLISH[day.month - 1]}-{day.year}",
    ):
        assert read_date(text) == iso
    assert read_date(f"{day.day:02d}/{day.month:02d}/{day.year}", [DateOrder.DAY_FIRST]) == iso
    assert read_date(f"{day.month}/{day.day}/{day.year}", [DateOrder.MONTH_FIRST]) == iso


@given(st.lists(DAYS, max_size=12))
def test_a_column_is_never_read_as_days_that_were_not_meant(days: list[date]) -> None:
    meant = {f"{day.day:02d}/{day.month:02d}/{day.year}": day.isoformat() for day in days}
    for text, found in read_dates(meant).items():
        assert found == meant[text] or isinstance(found, AmbiguousDate)


def test_one_clear_date_shows_the_order_of_its_column() -> None:
    assert read_dates(["14/03/2019", "03/04/2019"])["03/04/2019"] == "2019-04-03"
    assert read_dates(["03/14/2019", "03/04/2019"])["03/04/2019"] == "2019-03-04"
    assert isinstance(read_dates(["03/04/2019", "05/06/2019"])["03/04/2019"], AmbiguousDate)


def test_an_impossible_date_shows_nothing_and_spoils_nothing() -> None:
    dates = read_dates(["14/03/2019", "03/04/2019", "31/04/2019"])
    assert dates["03/04/2019"] == "2019-04-03"
    assert isinstance(dates["31/04/2019"], NotADate)


def test_dates_that_a_spreadsheet_may_have_swapped_are_asked_about() -> None:
    # It swaps what it can take for a date (both at most 12), and writes that without leading zeros.
    dates = read_dates(["14/03/2019", "03/04/2019", "3/8/2019", "11/12/2019"])
    assert dates["14/03/2019"] == "2019-03-14"
    assert dates["03/04/2019"] == "2019-04-03"
    assert isinstance(dates["3/8/2019"], AmbiguousDate)
    assert isinstance(dates["11/12/2019"], AmbiguousDate)


def test_two_orders_in_one_column_leave_the_unclear_ones_to_a_person() -> None:
    dates = read_dates(["14/03/2019", "03/14/2019", "03/04/2019"])
    assert dates["14/03/2019"] == dates["03/14/2019"] == "2019-03-14"
    assert isinstance(dates["03/04/2019"], AmbiguousDate)


@given(DAYS, DAYS)
def test_bench_dates_sort_in_order_of_time(one: date, other: date) -> None:
    assert (one.isoformat() < other.isoformat()) == (one < other)
    assert after(one.isoformat(), other.isoformat()) == (one > other)


def test_a_date_that_is_known_roughly_is_only_later_when_it_surely_is() -> None:
    assert not after("2019", "2019-03-14")
    assert not after("2019-03-14T09:30", "2019-03-14")
    assert after("2020", "2019-03-14")
    assert after("2019-04", "2019-03-14")


@pytest.mark.parametrize("text", ["2019-3", "14/03/2019", "2019-03-14 09:30", "2019-02-30", " 2019", "2019-03-14T9:30"])
def test_only_the_exact_form_is_kept(text: str) -> None:
    assert not is_bench_date(text)
    with pytest.raises(NotADate):
        check_bench_date(text)
