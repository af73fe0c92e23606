"""What a temperature logger saw on the way: lowest, highest, how long above or below a limit, and what it missed."""

import math
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from freezerapp.domain.custody import Json, canonical

HUNDREDTHS = 100
GAP = 1.5
"""A next reading later than so many intervals leaves a gap: what happened in it nobody knows."""
ACTIVATION_K = 10_000
"""Activation energy over gas constant (83.144 kJ/mol), as is usual for the mean kinetic temperature."""
ZERO_K = 27_315


class TemperatureLog(NamedTuple):
    """Readings in order of time. Moments in seconds of the logger's own clock, from 1970; hundredths of °C."""

    moments: tuple[int, ...]
    temperatures: tuple[int, ...]


class Extreme(NamedTuple):
    """The lowest or highest reading, in hundredths of °C, and when it was read first."""

    temperature: int
    moment: int


class Gaps(NamedTuple):
    """Where readings are missing: how many places, the longest in seconds, and how often the clock was set back."""

    places: int
    longest_s: int
    set_back: int


def lowest(log: TemperatureLog) -> Extreme:
    """The coldest reading. The log has at least one."""
    at = min(range(len(log.moments)), key=log.temperatures.__getitem__)
    return Extreme(log.temperatures[at], log.moments[at])


def highest(log: TemperatureLog) -> Extreme:
    """The warmest reading. The log has at least one."""
    at = max(range(len(log.moments)), key=log.temperatures.__getitem__)
    return Extreme(log.temperatures[at], log.moments[at])


def interval_s(log: TemperatureLog) -> int:
    """Seconds between most readings; 0 for a single one."""
    steps = Counter(step for step in _steps(log.moments) if step > 0)
    return max(steps.items(), key=lambda each: (each[1], -each[0]))[0] if steps else 0


def gaps(log: TemperatureLog) -> Gaps:
    """Where the logger saw nothing for longer than its interval."""
    usual = interval_s(log)
    steps = _steps(log.moments)
    long = [step for step in steps if step > usual * GAP]
    return Gaps(len(long), max(long, default=0), sum(step < 0 for step in steps))


def seconds_above(log: TemperatureLog, limit: int) -> int:
    """How long it was warmer than a limit (hundredths of °C): each reading stands for the time until the next one.

    Of a gap one interval is counted, and of the last reading too: what was not seen is told by ``gaps``.
    """
    return _seconds(log, [temperature > limit for temperature in log.temperatures])


def seconds_below(log: TemperatureLog, limit: int) -> int:
    """How long it was colder than a limit, counted likewise."""
    return _seconds(log, [temperature < limit for temperature in log.temperatures])


def mean_kinetic(log: TemperatureLog) -> int:
    """The mean kinetic temperature in hundredths of °C: warm hours count more, as decay does."""
    kelvins = [(temperature + ZERO_K) / 100 for temperature in log.temperatures]
    mean = math.fsum(math.exp(-ACTIVATION_K / kelvin) for kelvin in kelvins) / len(kelvins)
    return round(ACTIVATION_K / -math.log(mean) * 100) - ZERO_K


def readings_text(log: TemperatureLog, limit: int | None, serial: str = "", channel: str = "") -> str:
    """What is kept of a log beside its file, as canonical JSON; ``limit`` is the warmest degree that is right."""
    low, high = lowest(log), highest(log)
    said: dict[str, Json] = {
        "readings": len(log.moments),
        "first": log.moments[0],
        "last": log.moments[-1],
        "lowest": low.temperature,
        "highest": high.temperature,
        "highest at": high.moment,
        "mean kinetic": mean_kinetic(log),
        "gaps": gaps(log).places,
        "serial": serial,
        "channel": channel,
    }
    if limit is not None:
        said |= {"limit": limit, "seconds above": seconds_above(log, limit * HUNDREDTHS)}
    return canonical(said)


def _seconds(log: TemperatureLog, counts: Sequence[bool]) -> int:
    usual = interval_s(log)
    stands_for = [usual if not 0 <= step <= usual * GAP else step for step in _steps(log.moments)] + [usual]
    return sum(seconds for seconds, counted in zip(stands_for, counts, strict=True) if counted)


def _steps(moments: Sequence[int]) -> list[int]:
    return [after - before for before, after in pairwise(moments)]
