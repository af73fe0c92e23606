"""Short texts of a few thousand things: found by a part of them or whole."""

from collections.abc import Iterable, Sequence

from freezerapp.domain.search.query import Pattern


class TextTable:
    """Folded texts with the keys they belong to; one key may have several texts."""

    def __init__(self, texts: Iterable[tuple[int, str]]) -> None:
        self._texts = [(key, text) for key, text in texts if text]
        self._whole: dict[str, list[int]] = {}
        for key, text in self._texts:
            self._whole.setdefault(text, []).append(key)

    def holding(self, needles: Iterable[str]) -> set[int]:
        """The keys of texts that have one of these as a part."""
        return {key for needle in needles for key, text in self._texts if needle in text}

    def fitting(self, patterns: Sequence[Pattern]) -> set[int]:
        """The keys of texts that are, as a whole, one of these."""
        found: set[int] = set()
        for pattern in patterns:
            if len(pattern.pieces) == 1:
                found.update(self._whole.get(pattern.pieces[0], ()))
            else:
                found.update(key for key, text in self._texts if pattern.matches(text))
        return found

    def any(self) -> set[int]:
        """The keys of all texts."""
        return {key for key, _ in self._texts}
