"""The values of a term: what is written after its operator, read as what the field holds."""

import re
from datetime import date, timedelta
from fractions import Fraction

from freezerapp.domain.bench_date import AmbiguousDate, NotADate, read_date
from freezerapp.domain.folding import fold
from freezerapp.domain.quantity import UNITS, BadAmount, Dimension, Flaw, Written, read_number
from freezerapp.domain.search.problems import BadValue
from freezerapp.domain.search.query import (
    Amounts,
    Anything,
    Choice,
    Days,
    Field,
    FieldKind,
    Interval,
    Pattern,
    Value,
)
from freezerapp.domain.search.splitting import Chunk, cut
from freezerapp.domain.search.vocabulary import Vocabulary, Words, spelling
from freezerapp.domain.specimen import Status

FARTHEST = 2**62
"""Bounds beyond it are as good as this one; it fits a column."""
MILLION = 1_000_000
"""Numbers of site-defined fields are kept in millionths."""

_EVERY_VOLUME, _EVERY_MASS = UNITS["mL"], UNITS["ng"]
_LONGEST_DATE = 40
_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_WORDS = frozenset({FieldKind.STATUS, FieldKind.HOLD, FieldKind.THING, FieldKind.KIND, FieldKind.ANSWER})


def read_value(field: Field, operator: str, chunk: Chunk, name: str, vocabulary: Vocabulary) -> Value:
    """The value of one alternative; raises BadValue. ``name`` is the field as the user wrote it."""
    pattern = _pattern(chunk)
    if operator == ":" and pattern.pieces == ("", "") and field.kind not in _WORDS:
        return _any_amount(field) if field.kind is FieldKind.AMOUNT else Anything()
    if field.kind in (FieldKind.TEXT, FieldKind.PLACE):
        return pattern
    if field.kind in _WORDS:
        return _choice(chunk, vocabulary.words_of(field.kind))
    try:
        if field.kind is FieldKind.DATE:
            return _days(operator, *_first_and_last(chunk.text))
        written = read_number(chunk.text)
        if field.kind is FieldKind.AMOUNT:
            return _amounts(field, operator, written)
        if written.unit is not None:
            raise BadAmount(chunk.text, Flaw.UNKNOWN_UNIT)
        return _interval(operator, written.number * (MILLION if field.kind is FieldKind.NUMBER else 1))
    except (ValueError, BadAmount, NotADate, AmbiguousDate) as error:
        if field.kind is FieldKind.NUMBER and operator == ":":
            return pattern  # a site may have "not done" where a number is expected
        raise BadValue(name, chunk.text, chunk.start, chunk.end, field.kind) from error


def _pattern(chunk: Chunk) -> Pattern:
    first, *others = (fold(piece.text) for piece in cut(chunk, "*"))
    if not others:
        return Pattern((first,))
    return Pattern((first, *(piece for piece in others[:-1] if piece), others[-1]))


def _choice(chunk: Chunk, tables: tuple[Words, ...]) -> Choice:
    """The words that are meant; a star chooses among them, but never void, yes or no: these must be said."""
    pieces = cut(chunk, "*")
    if len(pieces) == 1:
        named = (table.find(chunk.text) for table in tables)
        return Choice(frozenset(word for word in named if word is not None))
    pattern = Pattern(tuple(_joinable(piece.text) for piece in pieces))
    chosen = {word for spelled, word in tables[0].by_spelling.items() if pattern.matches(spelled)}
    return Choice(frozenset(chosen - {Status.VOID}))


def _joinable(text: str) -> str:
    """A part of a word: as ``spelling`` has it, but the spaces at its ends stay."""
    inner = spelling(f"x{text}x")
    return inner[1:-1]


def _interval(operator: str, bound: Fraction) -> Interval:
    """The whole numbers that compare so with a bound."""
    floor, whole = bound.numerator // bound.denominator, bound.denominator == 1
    if operator == ":":
        return Interval(_near(floor), _near(floor)) if whole else Interval(1, 0)
    if operator == "<":
        return Interval(None, _near(floor - 1 if whole else floor))
    if operator == "<=":
        return Interval(None, _near(floor))
    if operator == ">":
        return Interval(_near(floor + 1), None)
    return Interval(_near(floor if whole else floor + 1), None)


def _near(number: int) -> int:
    return max(-FARTHEST, min(FARTHEST, number))


def _amounts(field: Field, operator: str, written: Written) -> Amounts:
    """Without a unit: mL of a volume, ng of a mass. Cells and pieces are compared where they are named."""
    if written.unit is not None:
        units = [written.unit]
    elif field.name == "mass":
        units = [_EVERY_MASS]
    else:
        units = [_EVERY_VOLUME, _EVERY_MASS]
    if field.name == "mass":
        units = [unit for unit in units if unit.dimension is Dimension.MASS]
    if not units:
        raise ValueError
    return Amounts(tuple((unit.dimension, _interval(operator, written.number * 10**unit.power)) for unit in units))


def _any_amount(field: Field) -> Amounts:
    dimensions = (Dimension.MASS,) if field.name == "mass" else tuple(Dimension)
    return Amounts(tuple((dimension, Interval(None, None)) for dimension in dimensions))


def _first_and_last(text: str) -> tuple[date, date]:
    """The first and the last day that a date means; raises ValueError, NotADate or AmbiguousDate."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        # Bare digits would be a spreadsheet's count of days: nobody means that here.
        readable = len(text) <= _LONGEST_DATE and not text.strip().isdigit()
        found = _ISO.fullmatch(read_date(text)[:10]) if readable else None
        if found is None:
            raise ValueError
    year, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    first = date(year, month or 1, day or 1)
    if day is not None:
        return first, first
    if month is not None and month < 12:
        return first, date(year, month + 1, 1) - timedelta(days=1)
    return first, date(year, 12, 31)


def _days(operator: str, first: date, last: date) -> Days:
    """The days that compare so with a span of days."""
    if operator == "<":
        return Days("", first.isoformat())
    if operator == "<=":
        return Days("", _after(last))
    if operator == ">":
        return Days(last.isoformat(), "~")
    if operator == ">=":
        return Days(_before(first), "~")
    return Days(_before(first), _after(last))


def _after(day: date) -> str:
    return "~" if day == date.max else (day + timedelta(days=1)).isoformat()


def _before(day: date) -> str:
    return "" if day == date.min else (day - timedelta(days=1)).isoformat()
