"""The file of a temperature logger: a CSV with a moment and a temperature in each row, whatever stands before them.

The row of headings is found by its words, English or French; where there is none, by what the rows look like.
Nothing is guessed that would change the verdict: an unknown unit or a day that can be two days is asked about.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from freezerapp.domain.bench_date import DateOrder, readings
from freezerapp.domain.folding import fold
from freezerapp.domain.problems import Problem
from freezerapp.domain.temperature_log import TemperatureLog
from freezerapp.exchange.tables import DELIMITERS, QuoteNotClosed, read_whole, table_of

MOST_BYTES = 20_000_000
"""What a bank takes as an attached file."""
COLDEST, WARMEST = -22_000, 20_000
"""Hundredths of °C: what lies outside is the mark of a sensor that failed, no temperature."""
PREAMBLE = 200
"""Rows in which the headings, or the first reading, must come."""
_EPOCH = datetime(1970, 1, 1)


class LoggerTooLarge(Problem):
    """The file of a logger is larger than any (``limit`` in bytes)."""

    def __init__(self, path: str, limit: int) -> None:
        super().__init__(path, limit)
        self.path, self.limit = path, limit


class NoReadings(Problem):
    """No rows with a moment and a temperature were found in a file."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class LoggerUnitUnknown(Problem):
    """Nothing in the file says whether its temperatures are °C or °F; ``heading`` is that of the column."""

    def __init__(self, path: str, heading: str) -> None:
        super().__init__(path, heading)
        self.path, self.heading = path, heading


class LoggerDayUnclear(Problem):
    """The days of a file can be read in two ways, and nothing in it shows which is meant."""

    def __init__(self, path: str, text: str, days: tuple[str, ...]) -> None:
        super().__init__(path, text, days)
        self.path, self.text, self.days = path, text, days


class LoggerFile(NamedTuple):
    """What a logger's file says. ``zone`` is the clock's, as it is written there, or empty.

    ``channel`` is the heading of the column that was read, ``others`` those of more temperatures; ``failed``
    counts rows whose temperature is none. ``serial`` is the logger's number, where it is told.
    """

    log: TemperatureLog
    channel: str
    others: tuple[str, ...] = ()
    zone: str = ""
    serial: str = ""
    failed: int = 0


class Columns(NamedTuple):
    """Where things stand in a row. ``time`` is None where day and time share a cell."""

    day: int
    time: int | None
    temperatures: tuple[int, ...]
    headings: tuple[str, ...]


def read_logger(
    path: Path, unit: str | None = None, order: DateOrder | None = None, channel: str | None = None
) -> LoggerFile:
    """What a logger's file says; unit ("C" or "F"), order of the days and column are found out unless they are told.

    Raises FileNotThere, FileNotReadable, and what ``logger_of`` does.
    """
    return logger_of(read_whole(path), str(path), unit, order, channel)


def logger_of(
    content: bytes, name: str, unit: str | None = None, order: DateOrder | None = None, channel: str | None = None
) -> LoggerFile:
    """The same for bytes at hand.

    Raises LoggerTooLarge, FileEmpty, NotAList, NoReadings, LoggerUnitUnknown or LoggerDayUnclear.
    """
    if len(content) > MOST_BYTES:
        raise LoggerTooLarge(name, MOST_BYTES)
    usual = table_of(content, name)
    # A decimal comma splits every row in two as well as the semicolon does: the first that gives readings is it.
    for delimiter in dict.fromkeys((usual.delimiter, *DELIMITERS)):
        try:
            table = table_of(content, name, usual.encoding, delimiter)
            rows = [row for batch in table.batches() for row in batch.rows]
        except QuoteNotClosed:
            continue
        found = _columns(rows)
        if found is not None:
            start, columns = found
            return _read(rows, start, columns, name, unit, order, channel)
    raise NoReadings(name)


def _columns(rows: Sequence[Sequence[str]]) -> tuple[int, Columns] | None:
    """The first row of readings, and what stands where in it."""
    for at, row in enumerate(rows[:PREAMBLE]):
        columns = _by_headings(row)
        if columns and any(_reads(each, columns) for each in rows[at + 1 : at + 20]):
            return at + 1, columns
    for at, row in enumerate(rows[:PREAMBLE]):
        columns = _by_looks(row)
        if columns:
            return at, columns
    return None


def _by_headings(row: Sequence[str]) -> Columns | None:
    words = [" ".join(fold(cell).replace("_", " ").split()) for cell in row]
    temperatures = [
        at for at, word in enumerate(words) if _TEMPERATURE.search(word) and not _NO_TEMPERATURE.search(word)
    ]
    moments = [at for at, word in enumerate(words) if _MOMENT.match(word) and at not in temperatures]
    if not temperatures or not moments:
        return None
    days = [at for at in moments if _DAY_ALONE.fullmatch(words[at])]
    times = [at for at in moments if _TIME_ALONE.fullmatch(words[at])]
    both = [at for at in moments if at not in days and at not in times]
    if days and times and not both:
        return Columns(days[0], times[0], tuple(temperatures), tuple(row))
    return Columns((both or days or times)[0], None, tuple(temperatures), tuple(row))


def _by_looks(row: Sequence[str]) -> Columns | None:
    """A row without headings: one moment, and one temperature behind it."""
    moments = [at for at, cell in enumerate(row) if _split(cell) is not None]
    day_and_time = [
        at for at in range(len(row) - 1) if _is_day(row[at]) and _TIME.fullmatch(row[at + 1].strip()) is not None
    ]
    if day_and_time:
        day, last, time = day_and_time[0], day_and_time[0] + 1, day_and_time[0] + 1
    elif moments:
        day, last, time = moments[0], moments[0], None
    else:
        return None
    numbers = [at for at in range(last + 1, len(row)) if _number(row[at]) is not None]
    return Columns(day, time, (numbers[0],), ("",) * len(row)) if len(numbers) == 1 else None


def _reads(row: Sequence[str], columns: Columns) -> bool:
    texts = _moment_text(row, columns)
    return texts is not None and _split(texts) is not None


def _read(
    rows: Sequence[Sequence[str]],
    start: int,
    columns: Columns,
    name: str,
    unit: str | None,
    order: DateOrder | None,
    channel: str | None,
) -> LoggerFile:
    named = {columns.headings[at].strip(): at for at in reversed(columns.temperatures)}
    column = named.get(channel, columns.temperatures[0]) if channel else columns.temperatures[0]
    heading = columns.headings[column].strip()
    found: list[tuple[str, int, Fraction, str]] = []
    failed = 0
    preamble = rows[:start]
    for row in rows[start:]:
        text = _moment_text(row, columns)
        split = _split(text) if text else None
        if split is None:
            continue
        value = _number(row[column]) if column < len(row) else None
        if value is None:
            # Loggers write rows of events (started, button pressed) with nothing for a temperature.
            failed += column < len(row) and bool(row[column].strip())
            continue
        found.append((*split, *value))
    if not found:
        raise NoReadings(name)
    told = unit or _unit(heading, {said for *_, said in found} - {""}, preamble)
    if told is None:
        raise LoggerUnitUnknown(name, heading)
    days = _days(dict.fromkeys(day for day, *_ in found), order, name)
    moments, temperatures = [], []
    for day, seconds, number, said in found:
        celsius = _hundredths(number, said or told)
        if COLDEST <= celsius <= WARMEST:
            moments.append(days[day] + seconds)
            temperatures.append(celsius)
        else:
            failed += 1
    if not moments:
        raise NoReadings(name)
    if len(moments) > 1 and moments[0] > moments[-1]:
        moments.reverse()  # some write the newest first
        temperatures.reverse()
    text = " ".join(cell for row in preamble for cell in row)
    return LoggerFile(
        TemperatureLog(tuple(moments), tuple(temperatures)),
        heading,
        tuple(each for each in named if each != heading),
        _zone(text),
        _serial(text, rows[: start + 1]),
        failed,
    )


def moment_text(seconds: int) -> str:
    """A moment of a log as ISO text, by the logger's own clock."""
    return (_EPOCH + timedelta(seconds=seconds)).isoformat()


def _moment_text(row: Sequence[str], columns: Columns) -> str | None:
    wanted = [columns.day] if columns.time is None else [columns.day, columns.time]
    if max(wanted) >= len(row):
        return None
    return " ".join(row[at].strip() for at in wanted)


def _split(text: str) -> tuple[str, int] | None:
    """The day's part of a moment as it is written, and the seconds of the day."""
    bare = " ".join(text.replace("\u202f", " ").replace("\xa0", " ").split())
    found = _MOMENT_CELL.fullmatch(bare)
    if not found or not _is_day(found["day"]):
        return None
    hour, minute, second, half = int(found["hour"]), int(found["minute"]), int(found["second"] or 0), found["half"]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    if hour > 23 or minute > 59 or second > 59:
        return None
    return found["day"].strip(" ,T"), hour * 3600 + minute * 60 + second


@lru_cache(maxsize=4096)
def _is_day(text: str) -> bool:
    found = readings(text.strip(" ,T")).by_order
    return any(len(iso) == 10 for order, iso in found.items() if order in _WRITTEN)


def _days(texts: Iterable[str], order: DateOrder | None, name: str) -> dict[str, int]:
    """The first second of each day. Readings follow each other: the order in which they do so best is meant."""
    known = {text: readings(text).by_order for text in texts}
    orders = [order] if order else [each for each in _WRITTEN if all(each in found for found in known.values())]
    tried: dict[tuple[str, ...], DateOrder] = {}
    for each in orders:
        isos = tuple(found[each] for found in known.values() if each in found)
        if len(isos) == len(known):
            tried.setdefault(isos, each)
    if not tried:
        raise NoReadings(name)
    spans = {isos: _span(isos) for isos in tried}
    least = min(spans.values())
    best = [isos for isos, span in spans.items() if span == least]
    if len(best) > 1:
        text = next(iter(known))
        raise LoggerDayUnclear(name, text, tuple(sorted(isos[0] for isos in best)))
    return {text: _seconds(iso) for text, iso in zip(known, best[0], strict=True)}


def _span(isos: Sequence[str]) -> int:
    days = [_seconds(iso) for iso in isos]
    return max(days) - min(days)


def _seconds(iso: str) -> int:
    return int((datetime.fromisoformat(iso) - _EPOCH).total_seconds())


def _number(cell: str) -> tuple[Fraction, str] | None:
    """A temperature as it is written, and the unit behind it ("C", "F" or "")."""
    found = _NUMBER.fullmatch(cell.replace("\xa0", " ").replace("\u202f", " ").strip())
    if not found:
        return None
    number = Fraction(found["number"].replace(",", ".").replace("−", "-").replace("–", "-"))
    return number, (found["unit"] or "").upper()


def _hundredths(number: Fraction, unit: str) -> int:
    return round(100 * (number if unit == "C" else (number - 32) * Fraction(5, 9)))


def _unit(heading: str, said: set[str], preamble: Sequence[Sequence[str]]) -> str | None:
    """The unit by the cells, else by the heading, else by what stands before, if that agrees with itself."""
    if said:
        return said.pop() if len(said) == 1 else None
    for text in (heading, " ".join(cell for row in preamble for cell in row)):
        units = {(found["sign"] or found["word"])[0].upper() for found in _UNIT.finditer(text)}
        if units:
            return units.pop() if len(units) == 1 else None
    return None


def _zone(text: str) -> str:
    found = _ZONE.search(text)
    return found[0].replace(" ", "") if found else ""


def _serial(text: str, rows: Sequence[Sequence[str]]) -> str:
    """The logger's number: beside or below the word for it, or within a text that has it."""
    below = [*rows[1:], ()]
    for row, next_row in zip(rows, below, strict=True):
        for at, cell in enumerate(row):
            if _SERIAL.fullmatch(fold(cell).strip(" :")):
                beside = [row[at + 1].strip()] if at + 1 < len(row) and len(row) <= 3 else []
                under = [next_row[at].strip()] if at < len(next_row) and len(row) > 3 else []
                for said in (*beside, *under):
                    if any(map(str.isdigit, said)):
                        return said
    found = _SERIAL_INSIDE.search(text)
    return found[1] if found else ""


_WRITTEN = (DateOrder.YEAR_FIRST, DateOrder.DAY_FIRST, DateOrder.MONTH_FIRST)
_SIGN = r"(?:°|º|˚|Â°|\ufffd|\?|deg(?:rees?|res?)?\.?|degr[ée]s?)"
_TEMPERATURE = re.compile(r"temp|celsius|fahrenheit|^\W*(?:°|º|˚)?\s*[cf]\W*$|(?:°|º|˚)\s*[cf]\b")
_NO_TEMPERATURE = re.compile(
    r"alarm|limit|seuil|\bhigh\b|\blow\b|\bm(?:ax|in)\b|maxi|mini|dew|rosee|mean|moyenne|average|mkt|humid|offset|\bat\b"
)
_MOMENT = re.compile(
    r"date|time|heure|jour|day|horodat|moment|recorded|logged|mesure(?: le)?$|measured|tps|utc|gmt", re.IGNORECASE
)
_DAY_ALONE = re.compile(r"(?:log |reading )?date|jour|day(?: \(.*\))?|date \(?[dmyja/. -]+\)?")
_TIME_ALONE = re.compile(r"(?:log |reading )?time(?: \(?[hms:]+\)?)?|heure(?: \(?[hms:]+\)?)?|hour")
_TIME = re.compile(r"[0-9]{1,2}[:hH][0-9]{2}(?:[:m][0-9]{2})?(?:[.,][0-9]+)?s?(?: ?[AaPp]\.?[Mm]\.?)?")
_MOMENT_CELL = re.compile(
    r"(?P<day>.{6,24}?)(?: |, ?|T| - | à | at )(?P<hour>[0-9]{1,2})[:hH](?P<minute>[0-9]{2})"
    r"(?:[:m](?P<second>[0-9]{2})(?:[.,][0-9]+)?s?)?(?: ?(?P<half>[AaPp])\.?[Mm]\.?)?"
    r"(?: ?(?:Z|UTC|GMT|[A-Z]{3,4})?(?: ?[+-][0-9]{2}:?[0-9]{2})?)?"
)
_NUMBER = re.compile(r"(?P<number>[-+−–]?[0-9]{1,5}(?:[.,][0-9]{1,6})?) ?(?:" + _SIGN + r" ?)?(?P<unit>[CFcf])?")
_UNIT = re.compile(
    _SIGN + r"\s*(?P<sign>[CFcf])\b|(?P<word>celsius|fahrenheit|(?<=[(\[])[CFcf](?=[)\]])|(?<=_)[CFcf]$)", re.IGNORECASE
)
_ZONE = re.compile(r"\b(?:GMT|UTC) ?[+-] ?[0-9]{1,2}(?::?[0-9]{2})?|\bUTC\b")
_SERIAL = re.compile(
    r"(?:logger |device |instrument )?(?:serial(?: ?(?:no|number|nr))?\.?|s/n|sn|(?:n°|no|numero)(?: de)? serie|"
    r"device id|logger id|id)"
)
_SERIAL_INSIDE = re.compile(
    r"(?:LGR S/N|S/N|Serial (?:Number|No\.?)|SN|Num[ée]ro de s[ée]rie|N° de s[ée]rie)\s*[:=]?\s*([A-Za-z0-9-]{4,20})",
    re.IGNORECASE,
)
