"""A column of many values kept as one string, a character each, and so searched at the speed of text."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from typing import Final, Generic, TypeVar

V = TypeVar("V", bound=Hashable)

_FIRST: Final = 0x100
"""Characters from here on have no meaning in a regular expression."""
_FEW: Final = 8
_LOOKS: Final = 64
"""How many slots are looked at to tell about which part of them has a value."""


class Column(Generic[V]):
    """For each slot one value; about a million different ones are possible."""

    def __init__(self) -> None:
        self._text = ""
        self._chars: _Chars[V] = _Chars()
        self._values = self._chars.values_in_order

    def append(self, values: Iterable[V]) -> None:
        """Values of further slots."""
        self._text += "".join(map(self._chars.__getitem__, values))

    def put(self, values: Mapping[int, V]) -> None:
        """Other values for some slots."""
        parts: list[str] = []
        at = 0
        for slot in sorted(values):
            parts += (self._text[at:slot], self._chars[values[slot]])
            at = slot + 1
        self._text = "".join((*parts, self._text[at:]))

    def among(self, values: Set[V]) -> "Among":
        """The slots that have one of these values."""
        return Among(self._text, frozenset(map(self._chars.__getitem__, self._chars.keys() & values)))

    def at(self, slot: int) -> V:
        """The value of one slot."""
        return self._values[ord(self._text[slot]) - _FIRST]

    def values(self) -> Iterator[V]:
        """All values that slots have or had."""
        yield from self._values


class Among:
    """The slots of a column that have one of some values."""

    __slots__ = ("_chars", "_search", "_text")

    def __init__(self, text: str, chars: frozenset[str]) -> None:
        self._text, self._chars = text, chars
        self._search: Callable[[str, int, int], Iterator[re.Match[str]]] | None = None

    def __bool__(self) -> bool:
        return bool(self._chars)

    def within(self, low: int, high: int, most: int) -> tuple[list[int], int]:
        """The slots of it from ``low`` up to but not including ``high``, in order, and how far was looked.

        After about ``most`` slots it looks no further.
        """
        if len(self._chars) <= _FEW:
            return self._each(low, high, most)
        if self._search is None:
            self._search = re.compile(_one_of(self._chars)).finditer
        slots: list[int] = []
        # Neighbours often have the same value: they are found together.
        for found in self._search(self._text, low, high):
            slots.extend(range(*found.span()))
            if len(slots) >= most:
                return slots, found.end()
        return slots, high

    def _each(self, low: int, high: int, most: int) -> tuple[list[int], int]:
        """The same for a few values: each is searched by itself, at the speed of memory."""
        slots: list[int] = []
        find = self._text.find
        for char in self._chars:
            found: list[int] = []
            at = find(char, low, high)
            while at >= 0:
                found.append(at)
                if len(found) >= most:
                    high = at + 1
                    break
                at = find(char, at + 1, high)
            slots += found
        return sorted(slot for slot in slots if slot < high), high

    def keep(self, slots: list[int]) -> list[int]:
        """Those of some slots that have one of the values."""
        text, chars = self._text, self._chars
        return [slot for slot in slots if text[slot] in chars]

    def share(self) -> float:
        """About which part of all slots this is."""
        seen = self._text[:: max(1, len(self._text) // _LOOKS)]
        return sum(map(self._chars.__contains__, seen)) / len(seen) if seen else 0.0


class _Chars(dict[V, str]):
    def __init__(self) -> None:
        super().__init__()
        self.values_in_order: list[V] = []

    def __missing__(self, value: V) -> str:
        char = self[value] = chr(_FIRST + len(self))
        self.values_in_order.append(value)
        return char


def _one_of(chars: Iterable[str]) -> str:
    """A run of a character class; neighbours are written as a range, since a long class takes long to read."""
    parts = []
    codes = sorted(map(ord, chars))
    first = last = codes[0]
    for code in codes[1:]:
        if code != last + 1:
            parts.append(f"{chr(first)}-{chr(last)}")
            first = code
        last = code
    return f"[{''.join(parts)}{chr(first)}-{chr(last)}]+"
