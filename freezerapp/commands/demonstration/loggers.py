"""The temperature loggers that travelled in the demonstration's parcels: what each saw, and its file."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from freezerapp.commands.demonstration.schedule import h
from freezerapp.domain.temperature_log import HUNDREDTHS, TemperatureLog

INTERVAL = timedelta(minutes=10)
CHANNEL = "Temperature (°C)"
DRY_ICE, VAPOUR = -785, -1_920
"""Tenths of °C: what a fresh parcel begins with."""
_NOISE = 7


class Warm(NamedTuple):
    """A time when it was too warm: how much of the way was behind (percent), the peak in tenths of °C, for how long."""

    way: int
    peak: int
    readings: int  # on either side of the peak


WARM = {
    "SHP-2018-0003": Warm(62, -1_385, 9),  # the dry shipper lay on its side
    "SHP-2019-0003": Warm(48, -581, 5),
    "SHP-2020-0001": Warm(71, -1_402, 14),
    "SHP-2020-0002": Warm(80, -543, 8),
    "SHP-2021-0001": Warm(35, -596, 3),
}
"""Parcels that were above their limit on the way: three on dry ice, and the two dry shippers with thawed cells."""


def log_of(number: str, start: datetime, end: datetime, begin: int, arrival: int) -> TemperatureLog:
    """What the logger of a parcel saw between packing and arrival: it warms slowly, as what cools it goes.

    ``begin`` and ``arrival`` are tenths of °C, moments those of the logger's own clock.
    """
    count = (end - start) // INTERVAL + 1
    warm = WARM.get(number)
    peak_at = count * warm.way // 100 if warm else 0
    moments, temperatures = [], []
    for at in range(count):
        tenths = begin + (arrival - begin) * at * at // (count * count) + h(f"logger|{number}|{at}") % _NOISE - 3
        if warm and (away := abs(at - peak_at)) <= warm.readings:
            tenths = warm.peak + (tenths - warm.peak) * away // (warm.readings + 1)
        moments.append(int((start + at * INTERVAL).replace(tzinfo=UTC).timestamp()))
        temperatures.append(tenths * HUNDREDTHS // 10)
    return TemperatureLog(tuple(moments), tuple(temperatures))


def file_of(log: TemperatureLog, serial: str) -> bytes:
    """The file as the logger's own program writes it."""
    minutes = INTERVAL // timedelta(minutes=1)
    lines = [
        f"Serial number,{serial}",
        f"Interval,{minutes} min",
        f"Readings,{len(log.moments)}",
        f"Date,Time,{CHANNEL}",
    ]
    for moment, hundredths in zip(log.moments, log.temperatures, strict=True):
        when = datetime.fromtimestamp(moment, UTC)
        sign, (whole, part) = "-" if hundredths < 0 else "", divmod(abs(hundredths) // 10, 10)
        lines.append(f"{when:%Y-%m-%d,%H:%M:%S},{sign}{whole}.{part}")
    return "".join(f"{line}\r\n" for line in lines).encode()
