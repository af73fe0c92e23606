"""How texts are set on a page: in Inter, or in a font of the system where Inter has no such letter; fitted, wrapped."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar, cast

from freezerapp.documents import system_fonts
from freezerapp.documents.label_font import font_face, font_name
from freezerapp.documents.template import Weight
from freezerapp.domain.problems import Problem

Value = TypeVar("Value")

CUT = "…"
"""Ends a text that had to be cut."""
_ANCHORED = frozenset({"Mn", "Mc", "Me"})
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_FIRST_BEYOND = 0x10000


class LettersNotInFonts(Problem):
    """Letters that neither the font of the program nor one of the system can print rightly."""

    def __init__(self, letters: tuple[str, ...]) -> None:
        super().__init__(letters)
        self.letters = letters


class Lettering:
    """Widths of texts at sizes in points. ``instead`` names a registered font for each letter that Inter has not."""

    def __init__(self, instead: Mapping[str, str] | None = None) -> None:
        self._instead = dict(instead or {})
        self._widths = {weight: _Widths(weight, self._instead) for weight in Weight}

    @property
    def plain(self) -> bool:
        """Whether Inter has every letter."""
        return not self._instead

    def width(self, text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        """How wide a text is. Raises KeyError for a letter that was not looked for (see ``legible``)."""
        return sum(map(self._widths[weight].__getitem__, text)) * size

    def runs(self, text: str, weight: Weight) -> list[tuple[str, str]]:
        """A text in runs of one font each, with the font's registered name."""
        inter, instead = font_name(weight), self._instead
        if not instead or not any(character in instead for character in text):
            return [(inter, text)]
        found: list[tuple[str, str]] = []
        for character in text:
            name = instead.get(character, inter)
            if found and found[-1][0] == name:
                found[-1] = name, found[-1][1] + character
            else:
                found.append((name, character))
        return found

    def fit(
        self, text: str, width: float, size: float, weight: Weight = Weight.REGULAR, least: float = 5.5
    ) -> tuple[str, float]:
        """A text and its size for this width: made smaller down to ``least``, then cut with a mark."""
        needed = self.width(text, size, weight)
        if needed <= width:
            return text, size
        smaller = size * width / needed
        if smaller >= least:
            return text, smaller
        size = min(size, least)
        while text and self.width(text + CUT, size, weight) > width:
            text = text[:-1]
        return text.rstrip() + CUT, size

    def wrap(self, text: str, width: float, size: float, weight: Weight = Weight.REGULAR) -> list[str]:
        """The lines of a text within this width: broken between words, and inside a word that is wider alone.

        A slash between two languages never begins a line, and measures stay whole: 450 × 400 × 420 mm.
        """
        if self.width(text, size, weight) <= width:
            return [text]
        text = text.replace(" / ", "\u00a0/ ").replace(" × ", "\u00a0×\u00a0")
        lines, line = [], ""
        for word in self._broken(text, width, size, weight):
            longer = f"{line} {word}" if line else word
            if not line or self.width(longer, size, weight) <= width:
                line = longer
            else:
                lines.append(line)
                line = word
        return [*lines, line]

    def _broken(self, text: str, width: float, size: float, weight: Weight) -> Iterator[str]:
        for word in text.split(" "):
            rest = word
            while len(rest) > 1 and self.width(rest, size, weight) > width:
                end = len(rest) - 1
                while end > 1 and self.width(rest[:end], size, weight) > width:
                    end -= 1
                # Codes are broken behind their hyphens where that leaves a piece worth a line.
                hyphen = rest.rfind("-", end // 2, end)
                end = hyphen + 1 if hyphen > 0 else end
                yield rest[:end]
                rest = rest[end:]
            yield rest


class _Widths(dict[str, float]):
    """The widths of letters of a weight in ems, looked up once each."""

    def __init__(self, weight: Weight, instead: Mapping[str, str]) -> None:
        super().__init__()
        self._weight, self._instead = weight, instead

    def __missing__(self, letter: str) -> float:
        name = self._instead.get(letter) or font_name(self._weight)
        width: float = font_face(name).charWidths[ord(letter)] / 1000
        self[letter] = width
        return width


def legible(value: Value) -> tuple[Value, Lettering]:
    """A value of texts as they can be set, and their lettering: composed letters, white space and controls as blanks.

    ``value`` is a text or tuples of them and of other plain values, at any depth. Raises LettersNotInFonts.
    """
    letters: set[str] = set()
    clean = _clean(value, letters.update)
    inter = font_face(font_name(Weight.REGULAR)).charToGlyph  # all weights have the same letters
    unknown = {letter for letter in letters if ord(letter) not in inter}
    known = system_fonts.fonts_for(frozenset(filter(_stands_alone, unknown))) if unknown else {}
    missing = unknown - known.keys()
    if missing:
        raise LettersNotInFonts(tuple(sorted(missing)))
    return clean, Lettering(known)


def _clean(value: Value, seen: Callable[[Iterable[str]], None]) -> Value:
    if isinstance(value, str):
        text: Any = value
        if not (value.isascii() and value.isprintable()):
            composed = unicodedata.normalize("NFC", value)
            text = "".join(each if each.isprintable() or each == "\u00a0" else " " for each in composed)
        seen(text)
        return cast(Value, text if text != value else value)
    if isinstance(value, tuple):
        texts = "".join([each for each in value if type(each) is str])
        if texts.isprintable() and not any(isinstance(each, tuple) for each in value):
            if texts.isascii():
                return value
            if unicodedata.is_normalized("NFC", texts):
                seen(texts)
                return value
        parts = [_clean(each, seen) for each in value]
        if all(new is old for new, old in zip(parts, value, strict=True)):
            return value
        return cast(Value, type(value)(*parts) if hasattr(value, "_fields") else tuple(parts))
    return value


def _stands_alone(letter: str) -> bool:
    """Whether a letter is right as it is: no mark that must be anchored, nothing written from the right."""
    return (
        ord(letter) < _FIRST_BEYOND
        and unicodedata.category(letter) not in _ANCHORED
        and unicodedata.bidirectional(letter) not in _FROM_THE_RIGHT
    )
