"""What a temperature logger's file says, as it is kept with a shipment, and as it is said."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from freezerapp.ui import said_of_tube, words

if TYPE_CHECKING:
    from freezerapp.domain.bench_date import DateOrder

translate = QCoreApplication.translate
HUNDREDTHS = 100


class ReadLogger(NamedTuple):
    """A file as it was read: its bytes, and what they say as canonical JSON."""

    content: bytes
    readings: str


def read(path: Path, limit: int | None, unit: str | None = None, order: "DateOrder | None" = None) -> ReadLogger:
    """Read a file; ``limit`` is the warmest degree that is right. Raises what ``exchange.loggers`` does."""
    from freezerapp.domain.temperature_log import readings_text
    from freezerapp.exchange.loggers import logger_of
    from freezerapp.exchange.tables import read_whole

    content = read_whole(path)
    found = logger_of(content, path.name, unit, order)
    return ReadLogger(content, readings_text(found.log, limit, found.serial, found.channel))


def summary(readings: str) -> str:
    """ "−78.2 to −61.0 °C, above −60 °C never"."""
    said = json.loads(readings)
    parts = [
        translate("Logger", "{low} to {high}").format(
            low=degrees(said["lowest"]).removesuffix(" °C"), high=degrees(said["highest"])
        )
    ]
    if "limit" in said:
        limit = words.temperature(said["limit"])
        if said["seconds above"]:
            minutes = max(1, round(said["seconds above"] / 60))
            text = translate("Logger", "above {limit} for {time}")
            parts.append(text.format(limit=limit, time=said_of_tube.span(minutes)))
        else:
            parts.append(translate("Logger", "never above {limit}").format(limit=limit))
    return ", ".join(parts)


def is_excursion(readings: str) -> bool:
    """Whether it was warmer than required at any time."""
    return bool(json.loads(readings).get("seconds above"))


def degrees(hundredths: int) -> str:
    """ "−78.2 °C"."""
    from decimal import Decimal

    said = words.decimal(abs(Decimal(hundredths)) / HUNDREDTHS)
    return f"{'−' if hundredths < 0 else ''}{said} °C"
