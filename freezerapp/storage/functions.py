"""What SQL asks of Python about texts, so that a search compares them in the bank as it does in the rules."""

from collections.abc import Callable, Iterable
from functools import lru_cache

from freezerapp.domain import folding
from freezerapp.domain.search.query import Needles, Pattern, Patterns

BETWEEN_VALUES, BETWEEN_PIECES = "\n", "\t"
"""Separators in what is handed over; a folded text has no control characters."""


def pack_needles(needles: Iterable[str]) -> str:
    """Folded texts as one value for ``holds_any``."""
    return BETWEEN_VALUES.join(needles)


def pack_patterns(patterns: Iterable[Pattern]) -> str:
    """Patterns as one value for ``fits_any``."""
    return BETWEEN_VALUES.join(BETWEEN_PIECES.join(pattern.pieces) for pattern in patterns)


def fold(text: str | None) -> str | None:
    """The text without case and accents."""
    return None if text is None else folding.fold(text)


def holds_any(text: str | None, needles: str) -> int:
    """1 when one of the packed needles is a part of the text."""
    return int(text is not None and _needles(needles).found_in(folding.fold(text)))


def fits_any(text: str | None, patterns: str) -> int:
    """1 when the whole text is one of the packed patterns."""
    return int(text is not None and _patterns(patterns).match(folding.fold(text)))


FUNCTIONS: dict[str, tuple[int, Callable[..., str | int | None]]] = {
    "fold": (1, fold),
    "holds_any": (2, holds_any),
    "fits_any": (2, fits_any),
}
"""By name: how many values each takes, and what it does. A database of another make needs them too."""


@lru_cache(maxsize=64)
def _needles(packed: str) -> Needles:
    return Needles(packed.split(BETWEEN_VALUES))


@lru_cache(maxsize=64)
def _patterns(packed: str) -> Patterns:
    return Patterns(Pattern(tuple(one.split(BETWEEN_PIECES))) for one in packed.split(BETWEEN_VALUES))
