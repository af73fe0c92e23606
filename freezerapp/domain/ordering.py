"""Natural order: "Rack 2" before "Rack 10", whatever the case and the accents."""

import re

from freezerapp.domain.folding import fold

Piece = tuple[int, int, str]
NaturalKey = tuple[tuple[Piece, ...], str]

_PIECES = re.compile(r"[0-9]+|[^0-9]+")


def natural_key(text: str) -> NaturalKey:
    """Give the sort key of a name, so that lists read as people count.

    Runs of the digits 0-9 compare as numbers of any length; everything else compares without case,
    accents or the amount of white space. Numbers come before letters. Texts that are equal in this
    reading are told apart by their exact characters, so the order is total. Any text is accepted.
    """
    plain = " ".join(fold(text).split())
    return tuple(_piece(found) for found in _PIECES.findall(plain)), text


def _piece(text: str) -> Piece:
    if not "0" <= text[0] <= "9":
        return 1, 0, text
    # Length before digits is numeric order, without int() and its limit of 4,300 digits.
    digits = text.lstrip("0")
    return 0, len(digits), digits
