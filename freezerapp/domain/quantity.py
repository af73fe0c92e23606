"""Amounts with their units: read, written, taken from a tube; always whole numbers of the smallest unit."""

import re
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from freezerapp.domain.folding import fold
from freezerapp.domain.problems import Problem

LARGEST = 10**18
"""No amount is larger (a million cubic metres in nL); it still fits a 64-bit column."""


class Dimension(StrEnum):
    """What an amount counts, and so what its smallest unit is: nL, pg, one cell or one piece."""

    VOLUME = "volume"
    MASS = "mass"
    CELLS = "cells"
    PIECES = "pieces"


class Flaw(StrEnum):
    """Why a text is no amount."""

    NO_NUMBER = "no number"
    UNKNOWN_UNIT = "unknown unit"
    NEGATIVE = "below zero"
    TOO_FINE = "finer than the smallest unit"
    TOO_LARGE = "too large"
    COMMA = "a comma that may mark thousands"


class Unit(NamedTuple):
    """A unit as it is written, what it counts, and that it is 10 ** power of the smallest unit."""

    name: str
    dimension: Dimension
    power: int


class Amount(NamedTuple):
    """How much: a whole number of nL, pg, cells or pieces, and the unit in which people write it (``µL``)."""

    value: int
    unit: str

    @property
    def dimension(self) -> Dimension:
        """What is counted."""
        return UNITS[self.unit].dimension


class Written(NamedTuple):
    """A number and the unit that was written with it, before they are made an amount."""

    number: Fraction
    unit: Unit | None


class BadAmount(Problem):
    """A text is no amount; ``flaw`` tells why."""

    def __init__(self, text: str, flaw: Flaw) -> None:
        super().__init__(text, flaw)
        self.text, self.flaw = text, flaw


class NotEnough(Problem):
    """More is asked for than there is; both in the smallest unit, to be shown in ``unit``."""

    def __init__(self, left: int, asked: int, unit: str) -> None:
        super().__init__(left, asked, unit)
        self.left, self.asked, self.unit = left, asked, unit


class DifferentDimensions(Problem):
    """A volume can't be taken from a mass, nor cells from a volume."""

    def __init__(self, unit: str, other: str) -> None:
        super().__init__(unit, other)
        self.unit, self.other = unit, other


UNITS: dict[str, Unit] = {
    unit.name: unit
    for unit in (
        Unit("nL", Dimension.VOLUME, 0),
        Unit("µL", Dimension.VOLUME, 3),
        Unit("mL", Dimension.VOLUME, 6),
        Unit("L", Dimension.VOLUME, 9),
        Unit("pg", Dimension.MASS, 0),
        Unit("ng", Dimension.MASS, 3),
        Unit("µg", Dimension.MASS, 6),
        Unit("mg", Dimension.MASS, 9),
        Unit("g", Dimension.MASS, 12),
        Unit("cells", Dimension.CELLS, 0),
        Unit("pieces", Dimension.PIECES, 0),
    )
}
"""The units amounts are kept in, by name; micro is always U+00B5."""

_OTHER_SPELLINGS = {
    **dict.fromkeys(("ul", "mcl", "microl", "microlitre", "microliter"), "µL"),
    **dict.fromkeys(("ug", "mcg", "microg"), "µg"),
    **dict.fromkeys(("cc", "cm3", "millilitre", "milliliter"), "mL"),
    **dict.fromkeys(("litre", "liter"), "L"),
    **dict.fromkeys(("cell", "cellule", "cellules"), "cells"),
    **dict.fromkeys(("piece", "pcs", "pc"), "pieces"),
}
_BY_SPELLING = {
    **{fold(name): unit for name, unit in UNITS.items()},
    **{spelling: UNITS[name] for spelling, name in _OTHER_SPELLINGS.items()},
}

_LONGEST = 60
_WRITTEN = re.compile(
    r"""
    (?P<sign>[+-]?)
    (?P<whole>[0-9]{1,3}(?:[ ][0-9]{3})+ | [0-9]*)
    (?:[.,](?P<part>[0-9]*))?
    (?:e(?P<power>[+-]?[0-9]{1,3}) | [ ]?[x×*·][ ]?10(?:\^(?P<caret>[0-9]{1,3})|(?P<raised>[⁰¹²³⁴-⁹]{1,3})))?
    [ ]?
    (?P<unit>[^0-9\s.,+-].{0,20})?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_MAYBE_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}(?![0-9])")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def find_unit(text: str) -> Unit | None:
    """The unit of this spelling, whatever its case and whichever µ (``ul``, ``μl``), or None."""
    return _BY_SPELLING.get(fold(text.strip()))


def read_number(text: str) -> Written:
    """The number and unit of ``0,5 mL``, ``1 500``, ``1e6 cells``, ``5×10⁶`` …; raises BadAmount.

    A comma is a decimal sign here; spaces may stand between groups of three digits.
    """
    spaced = " ".join(text.replace("−", "-").split())
    found = _WRITTEN.fullmatch(spaced) if len(spaced) <= _LONGEST else None
    if found is None or not (found["whole"] or found["part"]):
        raise BadAmount(text, Flaw.NO_NUMBER)
    unit = find_unit(found["unit"]) if found["unit"] else None
    if found["unit"] and unit is None:
        raise BadAmount(text, Flaw.UNKNOWN_UNIT)
    part = found["part"] or ""
    power = int(found["power"] or found["caret"] or (found["raised"] or "0").translate(_RAISED)) - len(part)
    digits = int(found["whole"].replace(" ", "") + part) * (-1 if found["sign"] == "-" else 1)
    return Written(Fraction(digits) * Fraction(10) ** power, unit)


def parse_amount(text: str, default_unit: str | None = None, comma_is_decimal: bool = False) -> Amount:
    """The amount a text says, exactly; a number without a unit is in ``default_unit``. Raises BadAmount.

    ``1,500`` is 1.5 in France and 1500 in England: it is refused unless the caller knows that commas are
    decimal signs here. ``0,5`` and ``1,25`` are clear.
    """
    if not comma_is_decimal and _MAYBE_THOUSANDS.match(text.strip()):
        raise BadAmount(text, Flaw.COMMA)
    number, unit = read_number(text)
    if unit is None:
        unit = UNITS[default_unit] if default_unit is not None else None
    if unit is None:
        raise BadAmount(text, Flaw.UNKNOWN_UNIT)
    value = number * 10**unit.power
    if value < 0:
        raise BadAmount(text, Flaw.NEGATIVE)
    if value.denominator != 1:
        raise BadAmount(text, Flaw.TOO_FINE)
    if value > LARGEST:
        raise BadAmount(text, Flaw.TOO_LARGE)
    return Amount(value.numerator, unit.name)


def format_number(value: int, unit: str, decimal: str = ".") -> str:
    """A value in the smallest unit as the number of ``unit``, exactly and without needless zeros: ``0.5``."""
    power = UNITS[unit].power
    digits = str(abs(value)).rjust(power + 1, "0")
    whole, part = (digits[:-power], digits[-power:].rstrip("0")) if power else (digits, "")
    return ("-" if value < 0 else "") + whole + (decimal + part if part else "")


def format_amount(value: int, unit: str, decimal: str = ".") -> str:
    """A value in the smallest unit as people write it: ``0.5 mL``, ``200 µL``, ``5000000 cells``."""
    return f"{format_number(value, unit, decimal)} {unit}"


def take(left: Amount, taken: Amount) -> Amount:
    """What is left after taking; raises DifferentDimensions, or NotEnough when it would fall below zero."""
    _check_alike(left, taken)
    if taken.value > left.value:
        raise NotEnough(left.value, taken.value, left.unit)
    return left._replace(value=left.value - taken.value)


def add(amount: Amount, more: Amount) -> Amount:
    """Both together, in the unit of the first; raises DifferentDimensions."""
    _check_alike(amount, more)
    return amount._replace(value=amount.value + more.value)


def share(left: Amount, taken: Amount, times: int) -> Amount:
    """What is left after taking the same amount several times, as for aliquots; raises as ``take`` does."""
    return take(left, taken._replace(value=taken.value * times))


def _check_alike(amount: Amount, other: Amount) -> None:
    if amount.dimension is not other.dimension:
        raise DifferentDimensions(amount.unit, other.unit)
