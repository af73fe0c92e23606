"""Amounts as people type them: with the decimal mark of the screen's language, in µL where no unit is said."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from freezerapp.domain.quantity import parse_amount

if TYPE_CHECKING:
    from freezerapp.domain.quantity import Amount


def read_amount(text: str, unit: str = "µL") -> "Amount":
    """An amount typed into a field. Raises BadAmount."""
    return parse_amount(text.strip(), unit, QLocale().decimalPoint() == ",")
