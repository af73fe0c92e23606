"""What a logger saw: extremes, the time above and below a limit, and what it did not see."""

from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.temperature_log import (
    Extreme,
    Gaps,
    TemperatureLog,
    gaps,
    highest,
    interval_s,
    lowest,
    mean_kinetic,
    seconds_above,
    seconds_below,
)

LOG = TemperatureLog((0, 600, 1200, 1800, 2400), (-7800, -7000, -5500, -5500, -7900))


def test_extremes_are_told_with_their_first_moment() -> None:
    assert lowest(LOG) == Extreme(-7900, 2400)
    assert highest(LOG) == Extreme(-5500, 1200)


def test_a_reading_stands_for_the_time_until_the_next_one() -> None:
    assert interval_s(LOG) == 600
    assert seconds_above(LOG, -6000) == 1200
    assert seconds_above(LOG, -5500) == 0  # the limit itself is allowed
    assert seconds_below(LOG, -7800) == 600  # the last one stands for one interval
    assert seconds_above(LOG, -8000) == 3000


def test_a_gap_counts_one_interval_and_is_told() -> None:
    log = TemperatureLog((0, 600, 1200, 90_000, 90_600), (-5000, -5000, -5000, -7000, -7000))
    assert seconds_above(log, -6000) == 1800
    assert gaps(log) == Gaps(places=1, longest_s=88_800, set_back=0)


def test_a_clock_set_back_is_told_and_takes_no_time_away() -> None:
    log = TemperatureLog((0, 600, 1200, 600, 1200), (-5000,) * 5)
    assert gaps(log) == Gaps(places=0, longest_s=0, set_back=1)
    assert seconds_above(log, -6000) == 3000


def test_one_reading_has_no_interval() -> None:
    log = TemperatureLog((100,), (-7000,))
    assert (interval_s(log), seconds_above(log, -8000), gaps(log)) == (0, 0, Gaps(0, 0, 0))


def test_warm_hours_count_more_in_the_mean_kinetic_temperature() -> None:
    assert mean_kinetic(TemperatureLog((0, 1), (500, 500))) == 500
    # 5 °C and 25 °C in turn: 19.7 °C, not 15
    assert mean_kinetic(TemperatureLog((0, 1), (500, 2500))) == 1970


@given(st.lists(st.integers(-20_000, 10_000), min_size=1, max_size=50), st.integers(-20_000, 10_000))
def test_above_at_and_below_make_the_whole(temperatures: list[int], limit: int) -> None:
    log = TemperatureLog(tuple(range(0, 60 * len(temperatures), 60)), tuple(temperatures))
    at = sum(each == limit for each in temperatures) * interval_s(log)
    assert seconds_above(log, limit) + seconds_below(log, limit) + at == len(temperatures) * interval_s(log)
    assert lowest(log).temperature <= mean_kinetic(log) + 1
    assert mean_kinetic(log) - 1 <= highest(log).temperature
