"""Numbers, dates and amounts as each language writes them."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from freezerapp.ui import words

NARROW = "\u202f"


@pytest.fixture(params=["en_GB", "fr_FR"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param[:2]
    QLocale.setDefault(before)


def test_thousands_are_marked(language: str) -> None:
    assert words.number(53_510) == {"en": "53,510", "fr": f"53{NARROW}510"}[language]


def test_amounts_are_shown_in_the_unit_they_came_in(language: str) -> None:
    assert words.amount(180_000, "µL") == "180 µL"
    assert words.amount(250_000, "mL") == {"en": "0.25 mL", "fr": "0,25 mL"}[language]
    assert words.amount(0, "mL") == "0 mL"
    assert words.amount(None, "mL") == ""
    assert words.concentration(52_400) == {"en": "52.4 ng/µL", "fr": "52,4 ng/µL"}[language]


def test_dates_are_as_precise_as_known(language: str) -> None:
    assert words.bench_date("2019") == "2019"
    assert words.bench_date("2019-03") == {"en": "Mar 2019", "fr": "mars 2019"}[language]
    assert words.bench_date("2019-03-14") == {"en": "14 Mar 2019", "fr": "14 mars 2019"}[language]
    assert words.bench_date("2019-03-14T09:30") == {"en": "14 Mar 2019 09:30", "fr": "14 mars 2019 09:30"}[language]
    assert words.bench_date(None) == ""


def test_full_and_empty_are_said_only_of_what_is_full_or_empty(language: str) -> None:
    sign = {"en": "%", "fr": f"{NARROW}%"}[language]
    assert words.percent(0, 600) == f"0{sign}"
    assert words.percent(1, 600) == f"1{sign}"
    assert words.percent(599, 600) == f"99{sign}"
    assert words.percent(600, 600) == f"100{sign}"
    assert words.percent(0, 0) == ""


def test_a_moment_of_today_is_told_by_the_clock_of_its_bench() -> None:
    noon_utc = 1_700_000_000_000 - 1_700_000_000_000 % 86_400_000 + 43_200_000
    assert words.moment(noon_utc, 60, now_ms=noon_utc + 3_600_000) == "Today 13:00"
    assert words.moment(noon_utc, 60, now_ms=noon_utc + 86_400_000) == "Yesterday 13:00"


def test_degrees_below_zero_have_a_true_minus() -> None:
    assert words.temperature(-80) == "−80 °C"
