"""Many short texts as one: found by a part of them or whole, without looking at each."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from freezerapp.domain.search.query import Pattern


class TextTable:
    """Folded texts with the keys they belong to; one key may have several texts."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        self._keys: list[int] = []
        self._starts: list[int] = []
        self._whole: dict[str, list[int]] = {}
        kept = []
        at = 0
        for key, text in texts:
            self._keys.append(key)
            self._starts.append(at)
            self._whole.setdefault(text, []).append(key)
            kept.append(text)
            at += len(text) + 1
        # A folded text has no line break, so that nothing is found across two of them.
        self._all = "\n".join(kept)

    def holding(self, needles: Iterable[str]) -> set[int]:
        """The keys of texts that have one of these as a part."""
        found: set[int] = set()
        for needle in needles:
            at = self._all.find(needle)
            while at >= 0:
                number = bisect_right(self._starts, at) - 1
                found.add(self._keys[number])
                if number + 1 == len(self._starts):
                    break
                at = self._all.find(needle, self._starts[number + 1])
        return found

    def fitting(self, patterns: Sequence[Pattern]) -> set[int]:
        """The keys of texts that are, as a whole, one of these."""
        found: set[int] = set()
        for pattern in patterns:
            if len(pattern.pieces) == 1:
                found.update(self._whole.get(pattern.pieces[0], ()))
            else:
                found.update(*(keys for text, keys in self._whole.items() if pattern.matches(text)))
        return found

    def any(self) -> set[int]:
        """The keys of all texts that say something."""
        return {key for text, keys in self._whole.items() if text for key in keys}

    def items(self) -> Iterator[tuple[str, list[int]]]:
        """Each text with its keys."""
        yield from self._whole.items()
