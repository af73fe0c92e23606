"""Dates as they are known at the bench: a year, a month, a day or a minute, however people write them.

A bench date is ISO 8601 text as precise as it is known: ``2019``, ``2019-03``, ``2019-03-14`` or
``2019-03-14T09:30``. It is local and carries no zone. Such texts sort in order of time.
"""

import re
import unicodedata
from calendar import monthrange
from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem

FIRST_YEAR, LAST_YEAR = 1900, 2199


class NotADate(Problem):
    """A text that is no date, or a day that no calendar has (31 April)."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class AmbiguousDate(Problem):
    """A text that means different days to different people; ``readings`` are the bench dates it can be."""

    def __init__(self, text: str, readings: tuple[str, ...]) -> None:
        super().__init__(text, readings)
        self.text, self.readings = text, readings


class DateOrder(StrEnum):
    """How a day is written: in which order its parts stand, or from when a spreadsheet counts its days."""

    YEAR_FIRST = "year month day"
    DAY_FIRST = "day month year"
    MONTH_FIRST = "month day year"
    SINCE_1900 = "days since 1900"
    SINCE_1904 = "days since 1904"


class Readings(NamedTuple):
    """What a text can mean, and the style it is written in: texts of one style come from one hand.

    A style is the separator, the digits of the year and whether small numbers have a leading zero
    (``None``: there is no small number, so it can't be seen).
    """

    style: tuple[str, int, bool | None]
    by_order: dict[DateOrder, str]


def is_bench_date(text: str) -> bool:
    """Whether the text is a bench date exactly as it is kept."""
    found = _CANONICAL.fullmatch(text)
    return found is not None and _iso(*found.groups()) == text


def check_bench_date(text: str) -> None:
    """Raise NotADate unless the text is a bench date exactly as it is kept."""
    if not is_bench_date(text):
        raise NotADate(text)


def read_date(text: str, orders: Collection[DateOrder] = tuple(DateOrder)) -> str:
    """The bench date that a person wrote, in English or French.

    ``orders`` are those that are possible where the text comes from. Raises NotADate, or AmbiguousDate
    where they leave more than one day.
    """
    return _choose(text, readings(text), orders)


def read_dates(texts: Iterable[str]) -> dict[str, str | NotADate | AmbiguousDate]:
    """The bench date of each text of one column, or why there is none.

    The column itself shows which order is meant: 14/03/2019 can only be day first, so 03/04/2019 beside it
    is 3 April. Texts of different style are judged apart, since a spreadsheet that swaps day and month (it
    does so where both are at most 12) also drops the leading zeros. Where nothing shows the order, or where
    two orders are mixed, nothing is guessed.
    """
    dates: dict[str, str | NotADate | AmbiguousDate] = {}
    found: dict[str, Readings] = {}
    for text in texts:
        if is_bench_date(text):
            dates[text] = text
        else:
            found[text] = readings(text)
    orders = _orders_by_style(found.values())
    for text, reading in found.items():
        try:
            dates[text] = _choose(text, reading, orders[_style(reading, orders)])
        except (NotADate, AmbiguousDate) as problem:
            dates[text] = problem
    return dates


def readings(text: str) -> Readings:
    """Everything that a text can mean as a date, by order; empty when it is none."""
    plain = _plain(text)
    canonical = _CANONICAL.fullmatch(plain.upper())
    if canonical:
        return _one(_iso(*canonical.groups()))
    day, hour, minute = _split_time(plain)
    if day is None:
        return _NONE
    time = "" if hour is None or (hour == 0 and minute == 0) else f"T{hour:02d}:{minute:02d}"
    return _by_numbers(day, time) or _by_words(day, time) or _NONE


def after(bench_date: str, today: str) -> bool:
    """Whether a bench date is later than a day (ISO text), as far as its precision tells."""
    shared = min(len(bench_date), len(today))
    return bench_date[:shared] > today[:shared]


def _choose(text: str, reading: Readings, orders: Collection[DateOrder]) -> str:
    known = {iso for order, iso in reading.by_order.items() if order in orders}
    known = known or set(reading.by_order.values())
    if not known:
        raise NotADate(text)
    if len(known) > 1:
        raise AmbiguousDate(text, tuple(sorted(known)))
    return known.pop()


def _orders_by_style(found: Iterable[Readings]) -> dict[object, set[DateOrder]]:
    orders: defaultdict[object, set[DateOrder]] = defaultdict(lambda: set(DateOrder))
    dated = [reading for reading in found if reading.by_order]
    padding = {reading.style[2] for reading in dated} - {None}
    for reading in dated:
        key = reading.style if len(padding) > 1 else reading.style[:2]
        orders[key] &= reading.by_order.keys()
    return orders


def _style(reading: Readings, orders: dict[object, set[DateOrder]]) -> object:
    return reading.style if reading.style in orders else reading.style[:2]


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.casefold())
    seen = (c for c in bare if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return " ".join("".join(seen).replace("\u2013", "-").replace("\u2212", "-").split())


def _one(iso: str | None) -> Readings:
    return Readings(("", 4, None), dict.fromkeys(DateOrder, iso)) if iso else _NONE


def _split_time(text: str) -> tuple[str | None, int | None, int]:
    """The day's part and the hour and minute behind it; no part at all where the time can't be."""
    found = _TIME.search(text)
    if not found:
        return text, None, 0
    hour, minute, half = int(found["hour"]), int(found["minute"] or 0), found["half"]
    if half:
        if not 1 <= hour <= 12:
            return None, None, 0
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or int(found["second"] or 0) > 59:
        return None, None, 0
    return text[: found.start()], hour, minute


def _by_numbers(day: str, time: str) -> Readings | None:
    whole = _DIGITS.fullmatch(day)
    if whole:
        return _by_digits(day, time)
    found = _NUMBERS.fullmatch(day)
    if not found:
        month = _MONTH_YEAR.fullmatch(day) or _YEAR_MONTH.fullmatch(day)
        return _one(None if time else _iso(month["year"], month["month"])) if month else None
    a, separator, b, c = found["a"], found["separator"], found["b"], found["c"]
    by_order: dict[DateOrder, str | None] = {}
    if len(a) == 4:
        by_order[DateOrder.YEAR_FIRST] = _iso(a, b, c)
    elif len(a) <= 2 and len(c) in (2, 4):
        by_order[DateOrder.DAY_FIRST] = _iso(_year(c), b, a)
        by_order[DateOrder.MONTH_FIRST] = _iso(_year(c), a, b)
        if len(c) == 2 and len(a) == 2 and separator == "-":
            by_order[DateOrder.YEAR_FIRST] = _iso(_year(a), b, c)
    small = [n for n in ((b, c) if len(a) == 4 else (a, b)) if int(n) < 10]
    padded = None if not small else any(n.startswith("0") for n in small)
    style = (separator, 4 if 4 in (len(a), len(c)) else 2, padded)
    return Readings(style, {order: iso + time for order, iso in by_order.items() if iso})


def _by_digits(text: str, time: str) -> Readings:
    """20190314 and 14032019; a bare year; five digits are a spreadsheet's count of days."""
    by_order: dict[DateOrder, str | None] = {}
    if len(text) == 4 and not time:
        return _one(_iso(text))
    if len(text) == 8:
        by_order = {
            DateOrder.YEAR_FIRST: _iso(text[:4], text[4:6], text[6:]),
            DateOrder.DAY_FIRST: _iso(text[4:], text[2:4], text[:2]),
            DateOrder.MONTH_FIRST: _iso(text[4:], text[:2], text[2:4]),
        }
    elif len(text) == 5 and not time:
        day = timedelta(days=int(text))
        by_order = {
            DateOrder.SINCE_1900: (date(1899, 12, 30) + day).isoformat(),
            DateOrder.SINCE_1904: (date(1904, 1, 1) + day).isoformat(),
        }
    style = ("digits", len(text), None)
    return Readings(style, {order: iso + time for order, iso in by_order.items() if iso})


def _by_words(day: str, time: str) -> Readings | None:
    """14 Mar 2019, March 14th, 2019, 14-mars-19, jeudi 1er août 2019, mars 2019."""
    words = [word for word in _WORDS.findall(day) if word not in _IGNORED]
    named = [_MONTHS.get(word) for word in words]
    months = [month for month in named if month]
    numbers = [word for word in words if word.isdigit()]
    if len(months) != 1 or len(words) != len(numbers) + 1 or _ODD.search(day):
        return None
    month = str(months[0])
    if len(numbers) == 1 and len(numbers[0]) == 4:
        return _one(None if time else _iso(numbers[0], month))
    if len(numbers) != 2:
        return None
    first, second = numbers
    if len(first) == 4:
        first, second = second, first
    elif len(second) not in (2, 4):
        return None
    iso = _iso(_year(second), month, first)
    return _one(iso + time) if iso else None


def _year(digits: str) -> str:
    """A year of two digits: 00–69 is this century, 70–99 the last."""
    return digits if len(digits) == 4 else ("20" if int(digits) < 70 else "19") + digits.zfill(2)


def _iso(
    year: str,
    month: str | None = None,
    day: str | None = None,
    hour: str | None = None,
    minute: str | None = None,
) -> str | None:
    if not FIRST_YEAR <= int(year) <= LAST_YEAR:
        return None
    if month is None:
        return year
    if not 1 <= int(month) <= 12:
        return None
    if day is None:
        return f"{year}-{int(month):02d}"
    if not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        return None
    iso = f"{year}-{int(month):02d}-{int(day):02d}"
    if hour is None:
        return iso
    return f"{iso}T{hour}:{minute}" if int(hour) < 24 and int(minute or 0) < 60 else None


_NONE = Readings(("", 0, None), {})
_CANONICAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2}):([0-9]{2}))?)?)?")
_TIME = re.compile(
    r"(?:(?<=[0-9])t|[ ,]+(?:a |at )?)(?P<hour>[0-9]{1,2})"
    r"(?:[:.h] ?(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?| ?h|(?= ?[ap]\.?m))"
    r"(?: ?(?P<half>[ap])\.?m\.?)?$"
)
_NUMBERS = re.compile(r"(?P<a>[0-9]{1,4}) ?(?P<separator>[-/. ]) ?(?P<b>[0-9]{1,2}) ?(?P=separator) ?(?P<c>[0-9]{1,4})")
_YEAR_MONTH = re.compile(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})")
_MONTH_YEAR = re.compile(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})")
_DIGITS = re.compile(r"[0-9]+")
_WORDS = re.compile(r"[0-9]+|[a-z]+")
_ODD = re.compile(r"[^-0-9a-z/., ]")
_MONTH_NAMES = (
    "jan january janv janvier",
    "feb february fev fevr fevrier",
    "mar march mars",
    "apr april avr avril",
    "may mai",
    "jun june juin",
    "jul july juil juillet",
    "aug august aou aout",
    "sep sept september septembre",
    "oct october octobre",
    "nov november novembre",
    "dec december decembre",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()}
_UNSAID = """
st nd rd th er of de the le du mon monday tue tues tuesday wed wednesday thu thur thurs thursday fri friday
sat saturday sun sunday lun lundi mardi mer mercredi jeu jeudi ven vendredi sam samedi dim dimanche
"""
_IGNORED = frozenset(_UNSAID.split())
