"""Codes that can be scanned: their key, what a scanner or spreadsheet did to them, patterns, look-alikes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from freezerapp.domain.problems import Problem

LONGEST = 100
"""Characters in a code at most; MIABIS recommends no more than 30 for a sample."""

COMMAND_PREFIX = "CMD-"
"""Codes that begin like this are commands to the program and never name a thing."""


class CodeMissing(Problem):
    """A code is needed and none is given."""


class CodeTooLong(Problem):
    """A code has more characters than can be kept."""

    def __init__(self, text: str, longest: int) -> None:
        super().__init__(text, longest)
        self.text, self.longest = text, longest


class CodeIsACommand(Problem):
    """A code begins like the program's own commands."""

    def __init__(self, text: str, prefix: str) -> None:
        super().__init__(text, prefix)
        self.text, self.prefix = text, prefix


class CodeNotPrintable(Problem):
    """A code holds characters that nobody can see or type; ``characters`` lists them as U+0000."""

    def __init__(self, text: str, characters: tuple[str, ...]) -> None:
        super().__init__(text, characters)
        self.text, self.characters = text, characters


class NotAPattern(Problem):
    """A pattern for new codes is not letters, digits or hyphens followed by ``#`` for each counted digit."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NoCodesLeft(Problem):
    """A pattern has fewer numbers left than are wanted."""

    def __init__(self, pattern: str, wanted: int, left: int) -> None:
        super().__init__(pattern, wanted, left)
        self.pattern, self.wanted, self.left = pattern, wanted, left


class Fix(StrEnum):
    """What was put right in a code."""

    SPACES = "spaces"
    INVISIBLE = "invisible characters"
    WRAPPING = "quotes of a spreadsheet"
    SCANNER = "prefix of a scanner"
    LOOK_ALIKES = "look-alike characters"


class CleanCode(NamedTuple):
    """A code without what does not belong to it, and what was done."""

    text: str
    fixes: tuple[Fix, ...] = ()


class IdPattern(NamedTuple):
    """Codes that are a fixed prefix and a number of so many digits: ``MC`` and 10 digits."""

    prefix: str
    digits: int

    def code(self, number: int) -> str:
        """The code of a number; raises NoCodesLeft when the number needs more digits."""
        if not 0 <= number < 10**self.digits:
            raise NoCodesLeft(str(self), 1, 0)
        return f"{self.prefix}{number:0{self.digits}d}"

    def number(self, code: str) -> int | None:
        """The number of a code of this pattern (upper and lower case alike), or None."""
        tail = code[len(self.prefix) :]
        fits = len(tail) == self.digits and _plain_digits(tail)
        return int(tail) if fits and code_key(code[: len(self.prefix)]) == code_key(self.prefix) else None

    def __str__(self) -> str:
        return self.prefix + "#" * self.digits


def code_key(text: str) -> str:
    """What makes two codes the same one: NFC(casefold(NFC(text)))."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())


def check_code(text: str) -> None:
    """Raise CodeMissing, CodeTooLong, CodeIsACommand or CodeNotPrintable unless the text can be a code."""
    if not text.strip():
        raise CodeMissing
    if len(text) > LONGEST:
        raise CodeTooLong(text, LONGEST)
    if code_key(text).startswith(code_key(COMMAND_PREFIX)):
        raise CodeIsACommand(text, COMMAND_PREFIX)
    if not text.isprintable() or text != text.strip():
        unseen = [c for c in text if not c.isprintable()] or [c for c in text if c.isspace()]
        raise CodeNotPrintable(text, tuple(dict.fromkeys(f"U+{ord(c):04X}" for c in unseen)))


@lru_cache(maxsize=4096)
def clean_code(text: str) -> CleanCode:
    """A code as it was meant: what a scanner or a spreadsheet puts around or into it is taken away.

    Ends lose spaces, control characters and quotes (``'0188``, ``="0188"``), the front a scanner's
    symbology mark (``]d2``, ISO/IEC 15424). Inside, what can't be seen is dropped, every kind of space
    becomes one space, and digits, hyphens and single foreign letters that only look like the usual ones
    become the usual ones. Letters and digits of the usual alphabet are never exchanged here: that would be
    a guess (see ``fit``).
    """
    fixes: list[Fix] = []
    seen = "".join(c for c in text if not _unseen(c))
    spaced = " ".join(seen.split())
    if seen != text:
        fixes.append(Fix.INVISIBLE)
    if spaced != seen:
        fixes.append(Fix.SPACES)
    for pattern, fix in ((_WRAPPED, Fix.WRAPPING), (_APOSTROPHE, Fix.WRAPPING), (_AIM, Fix.SCANNER)):
        found = pattern.fullmatch(spaced)
        if found:
            spaced = found[1].strip()
            fixes.append(fix)
    usual = _usual(spaced)
    if usual != spaced:
        fixes.append(Fix.LOOK_ALIKES)
    return CleanCode(usual, tuple(dict.fromkeys(fixes)))


def parse_pattern(text: str) -> IdPattern:
    """``MC##########`` as a pattern; raises NotAPattern.

    Only letters, digits and hyphens may stand before the number: the rest means something to a label printer.
    """
    found = _PATTERN.fullmatch(text)
    if not found:
        raise NotAPattern(text)
    return IdPattern(found[1], len(found[2]))


def next_codes(pattern: IdPattern, last: int, count: int) -> list[str]:
    """The codes of the ``count`` numbers after ``last``; raises NoCodesLeft and then gives none."""
    left = 10**pattern.digits - 1 - last
    if count > left:
        raise NoCodesLeft(str(pattern), count, max(left, 0))
    return [f"{pattern.prefix}{n:0{pattern.digits}d}" for n in range(last + 1, last + 1 + count)]


def usual_pattern(codes: Sequence[str], share: float = 0.8) -> IdPattern | None:
    """The pattern that at least this share of the codes has (at least three of them), if any."""
    shapes: Counter[IdPattern] = Counter()
    for code in codes:
        found = _SHAPE.fullmatch(code)
        if found:
            shapes[IdPattern(found[1], len(found[2]))] += 1
    if not shapes:
        return None
    pattern, count = shapes.most_common(1)[0]
    return pattern if count >= max(3, share * len(codes)) else None


def fit(code: str, pattern: IdPattern) -> str | None:
    """The code of this pattern that looks like ``code`` (O for 0, l for 1 …), when it differs; else None.

    A suggestion for a person to decide on, never to be applied unasked.
    """
    cut = len(pattern.prefix)
    if len(code) != cut + pattern.digits:
        return None
    head = "".join(
        wanted if _skeleton(given) == _skeleton(wanted) else given
        for given, wanted in zip(code, pattern.prefix, strict=False)
    )
    fitted = head + "".join(_AS_DIGIT.get(c, c) for c in code[cut:])
    return fitted if fitted != code and pattern.number(fitted) is not None else None


def look_alikes(code: str, known: Iterable[str]) -> list[str]:
    """Those of the known codes that can be mistaken for this one: the same but for look-alikes and case."""
    wanted = skeleton(code)
    return [other for other in known if other != code and skeleton(other) == wanted]


def look_alikes_of(char: str) -> tuple[str, ...]:
    """The capital letters and digits that a character can be mistaken for, itself first: 0 O Q."""
    wanted = _skeleton(char)
    alike = [c for c, digit in _AS_DIGIT.items() if digit == wanted and c.isalnum() and c.isupper()]
    return tuple(dict.fromkeys([char, *([wanted] if alike else []), *alike]))


def skeleton(code: str) -> str:
    """What is left of a code when look-alike characters are taken as one and separators are dropped."""
    return "".join(_skeleton(c) for c in clean_code(code).text if c.isalnum())


def _usual(text: str) -> str:
    if text.isascii():
        return text
    changed = "".join(_usual_character(c) for c in text)
    # A foreign letter among the usual ones is a slip; a word written in that alphabet is not.
    latin = any(c.isascii() and c.isalpha() for c in changed)
    return changed.translate(_FOREIGN) if latin else changed


def _usual_character(c: str) -> str:
    if c.isascii():
        return c
    if unicodedata.category(c) == "Pd" or c == "\u2212":
        return "-"
    digit = unicodedata.digit(c, None) if c.isdecimal() else None
    if digit is not None:
        return str(digit)
    if 0xFF01 <= ord(c) <= 0xFF5E:  # full width forms of ASCII
        return chr(ord(c) - 0xFEE0)
    return c


def _skeleton(c: str) -> str:
    plain = c.translate(_FOREIGN).upper()
    return _AS_DIGIT.get(plain, plain)


def _unseen(c: str) -> bool:
    if c.isspace() and c not in "\x1c\x1d\x1e\x1f":
        return False
    return unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co", "Cn"} or c in "\ufe0e\ufe0f"


def _plain_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


_WRAPPED = re.compile(r'=?"([^"]*)"')
_APOSTROPHE = re.compile(r"['’‘`]([^'’]+)['’]?")
_AIM = re.compile(r"\][A-Za-z][0-9A-Za-z](.+)")
_PATTERN = re.compile(r"([0-9A-Za-z-]*)(#{1,18})")
_SHAPE = re.compile(r"((?:.*[^0-9])?)([0-9]{1,18})", re.DOTALL)
_AS_DIGIT = {
    "O": "0", "o": "0", "Q": "0", "I": "1", "i": "1", "l": "1", "L": "1", "|": "1", "!": "1",
    "Z": "2", "z": "2", "S": "5", "s": "5", "G": "6", "B": "8",
}  # fmt: skip
_FOREIGN = str.maketrans(
    "АВЕКМНОРСТУХаеорсухІіЈјЅѕԁԛԜԝ" + "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο",
    "ABEKMHOPCTYXaeopcyxIiJjSsdqWw" + "ABEZHIKMNOPTYXo",
)
