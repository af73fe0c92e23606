"""An identifier as modules: Code 128, Data Matrix (square, rectangular), QR, Micro QR, each with its quiet zone."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from freezerapp.domain.barcode import CodeMissing
from freezerapp.domain.problems import Problem


class Symbology(StrEnum):
    """The kinds of codes that are printed."""

    CODE_128 = "code 128"
    DATA_MATRIX = "data matrix"
    DATA_MATRIX_RECTANGLE = "data matrix rectangle"
    QR = "qr"
    MICRO_QR = "micro qr"


QUIET = {
    Symbology.CODE_128: 10,
    Symbology.DATA_MATRIX: 2,
    Symbology.DATA_MATRIX_RECTANGLE: 2,
    Symbology.QR: 4,
    Symbology.MICRO_QR: 2,
}
"""Modules kept white around a code when it is laid out; beside the bars of Code 128, not above them."""

LEAST_QUIET = {**QUIET, Symbology.DATA_MATRIX: 1, Symbology.DATA_MATRIX_RECTANGLE: 1}
"""Modules that must be white (ISO/IEC 15417, 16022, 18004); Data Matrix is given twice what it needs."""

RECTANGLES = ((8, 18), (8, 32), (12, 26), (12, 36), (16, 36), (16, 48))
"""Rows and columns of the rectangular Data Matrix of ISO/IEC 16022; the later, longer ones few scanners read."""

_FIRST_RECTANGLE = 25
_START_B, _START_C, _TO_B, _TO_C = 104, 105, 100, 99
_BLACK = bytes(1 if grey < 128 else 0 for grey in range(256))
_DIGITS = bytes(b"01"[bit & 1] for bit in range(256))


class NotInSymbology(Problem):
    """A code has characters that a symbology can't hold, or not in a way that every scanner reads."""

    def __init__(self, text: str, symbology: Symbology, characters: tuple[str, ...]) -> None:
        super().__init__(text, symbology, characters)
        self.text, self.symbology, self.characters = text, symbology, characters


class TooLongForSymbology(Problem):
    """A code has more characters than the largest symbol of a symbology holds."""

    def __init__(self, text: str, symbology: Symbology) -> None:
        super().__init__(text, symbology)
        self.text, self.symbology = text, symbology


class Modules(NamedTuple):
    """A code as its smallest squares, or one row of them for bars.

    ``dark`` has a byte for each, 1 for black, row after row. ``words`` are the symbol characters of Code 128
    without the check character.
    """

    symbology: Symbology
    text: str
    rows: int
    columns: int
    dark: bytes
    words: tuple[int, ...] = ()

    @property
    def is_bars(self) -> bool:
        """Whether this is a code of bars, whose height is free."""
        return self.rows == 1

    def row(self, number: int) -> tuple[bool, ...]:
        """One row from the left, true for black."""
        return tuple(map(bool, self.dark[number * self.columns : (number + 1) * self.columns]))

    def packed(self) -> bytes:
        """Eight modules a byte, the first in the highest bit, each row filled up with white to whole bytes."""
        columns = self.columns
        width = (columns + 7) // 8
        spare = width * 8 - columns
        bits = self.dark.translate(_DIGITS)
        rows = range(0, len(bits), columns)
        return b"".join([(int(bits[at : at + columns], 2) << spare).to_bytes(width, "big") for at in rows])

    def bars(self) -> tuple[tuple[int, int], ...]:
        """The black bars as (first module, how many), from the left; of the first row."""
        found = []
        start: int | None = None
        for at, dark in enumerate((*self.dark[: self.columns], 0)):
            if dark and start is None:
                start = at
            elif not dark and start is not None:
                found.append((start, at - start))
                start = None
        return tuple(found)


@lru_cache(maxsize=256)
def encode(text: str, symbology: Symbology) -> Modules:
    """The modules of a code.

    Raises CodeMissing, NotInSymbology and TooLongForSymbology.
    """
    if not text:
        raise CodeMissing
    unseen = [character for character in text if not character.isprintable()]
    if unseen:
        raise NotInSymbology(text, symbology, _named(unseen))
    if symbology in (Symbology.CODE_128, Symbology.MICRO_QR) and not text.isascii():
        raise NotInSymbology(text, symbology, _named(each for each in text if not each.isascii()))
    if symbology is Symbology.CODE_128:
        return _code_128(text)
    # Bytes beyond ASCII are guessed at by readers unless the symbol says what they are: ECI 26 is UTF-8.
    options: dict[str, Any] = {} if text.isascii() else {"eci": 26}
    if symbology is Symbology.DATA_MATRIX_RECTANGLE:
        return _rectangle(text, options)
    if symbology is Symbology.DATA_MATRIX:
        options["force_square"] = True
    elif symbology is Symbology.QR:
        options["ec_level"] = "M"
    return _matrix(text, symbology, options)


def _code_128(text: str) -> Modules:
    from barcode.charsets import code128

    words = _words(text)
    check = (words[0] + sum(at * word for at, word in enumerate(words))) % 103
    pattern = "".join(code128.CODES[word] for word in (*words, check)) + code128.STOP + "11"
    dark = bytes(1 if module == "1" else 0 for module in pattern)
    return Modules(Symbology.CODE_128, text, 1, len(dark), dark, words)


def _words(text: str) -> tuple[int, ...]:
    """The fewest symbol characters for a text: digits in pairs (subset C) where that saves more than the shifts.

    python-barcode's own choice takes a leading pair 99 for a shift, so only its tables are used.
    """
    # From the end: the fewest characters from each place on, if subset B or C is on there.
    least = [(0, 0)] * (len(text) + 2)
    pairs = [text[at : at + 2].isdigit() and at + 2 <= len(text) for at in range(len(text))]
    for at in range(len(text) - 1, -1, -1):
        plain = 1 + least[at + 1][0]
        paired = 1 + least[at + 2][1] if pairs[at] else len(text) * 3
        least[at] = min(plain, 1 + paired), min(paired, 1 + plain)
    in_pairs = least[0][1] < least[0][0]
    words, at = [_START_C if in_pairs else _START_B], 0
    while at < len(text):
        plain = 1 + least[at + 1][0]
        paired = 1 + least[at + 2][1] if pairs[at] else len(text) * 3
        if in_pairs and paired > 1 + plain:
            words.append(_TO_B)
            in_pairs = False
        elif not in_pairs and plain > 1 + paired:
            words.append(_TO_C)
            in_pairs = True
        elif in_pairs and pairs[at]:
            words.append(int(text[at : at + 2]))
            at += 2
        else:
            words.append(ord(text[at]) - 32)
            at += 1
    return tuple(words)


def _rectangle(text: str, options: dict[str, Any]) -> Modules:
    for number, size in enumerate(RECTANGLES, _FIRST_RECTANGLE):
        try:
            found = _matrix(text, Symbology.DATA_MATRIX_RECTANGLE, {**options, "version": number})
        except TooLongForSymbology:
            continue
        if (found.rows, found.columns) == size:
            return found
    raise TooLongForSymbology(text, Symbology.DATA_MATRIX_RECTANGLE)


def _matrix(text: str, symbology: Symbology, options: dict[str, Any]) -> Modules:
    import zxingcpp

    format_ = {
        Symbology.QR: zxingcpp.BarcodeFormat.QRCode,
        Symbology.MICRO_QR: zxingcpp.BarcodeFormat.MicroQRCode,
    }.get(symbology, zxingcpp.BarcodeFormat.DataMatrix)
    try:
        image: Any = zxingcpp.create_barcode(text, format_, **options).to_image(scale=1, add_quiet_zones=False)
    except ValueError as error:
        raise TooLongForSymbology(text, symbology) from error
    rows, columns = image.shape
    if symbology is not Symbology.DATA_MATRIX_RECTANGLE and rows != columns:
        raise TooLongForSymbology(text, symbology)  # a symbol that hardly a scanner reads is none
    return Modules(symbology, text, rows, columns, bytes(memoryview(image)).translate(_BLACK))


def _named(characters: Iterable[str]) -> tuple[str, ...]:
    """Characters as they can be told: themselves where they can be seen, else their number."""
    seen = dict.fromkeys(characters)
    return tuple(each if each.isprintable() and each.strip() else f"U+{ord(each):04X}" for each in seen)
