"""A column of many values kept as one string, a character each, and so searched at the speed of text."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

_FIRST: Final = 0x100
"""Characters from here on have no meaning in a regular expression."""


class Column:
    """For each slot the number of a value (0: none); changed in place, appended at the end."""

    def __init__(self) -> None:
        self._text = ""

    def __len__(self) -> int:
        return len(self._text)

    def append(self, numbers: Iterable[int]) -> None:
        """Values of further slots."""
        self._text += "".join(map(_char, numbers))

    def put(self, numbers: Mapping[int, int]) -> None:
        """Other values for some slots."""
        parts: list[str] = []
        at = 0
        for slot in sorted(numbers):
            parts += (self._text[at:slot], _char(numbers[slot]))
            at = slot + 1
        self._text = "".join((*parts, self._text[at:]))

    def among(self, numbers: Iterable[int]) -> "Among":
        """The slots that have one of these values."""
        return Among(self._text, frozenset(map(_char, numbers)))


class Among:
    """Slots of a column with one of some values, found one after the other when asked for."""

    __slots__ = ("_chars", "_pattern", "_text")

    def __init__(self, text: str, chars: frozenset[str]) -> None:
        self._text, self._chars = text, chars
        self._pattern: re.Pattern[str] | None = None

    def __iter__(self) -> Iterator[int]:
        if not self._chars:
            return
        if self._pattern is None:
            self._pattern = re.compile(_one_of(self._chars))
        for found in self._pattern.finditer(self._text):
            yield found.start()

    def __contains__(self, slot: int) -> bool:
        return self._text[slot] in self._chars

    def share(self) -> float:
        """About which part of all slots this is, from a look at some of them."""
        if not self._chars or not self._text:
            return 0.0
        seen = self._text[:: max(1, len(self._text) // 256)]
        return sum(char in self._chars for char in seen) / len(seen)

    def __bool__(self) -> bool:
        return bool(self._chars)


def _char(number: int) -> str:
    return chr(_FIRST + number)


def _one_of(chars: Iterable[str]) -> str:
    """A character class; neighbours are written as a range, since a long class takes long to read."""
    parts = []
    first = last = -1
    for code in sorted(map(ord, chars)):
        if code != last + 1:
            if first >= 0:
                parts.append(f"{chr(first)}-{chr(last)}")
            first = code
        last = code
    return f"[{''.join(parts)}{chr(first)}-{chr(last)}]"
