"""What a search asks, as plain values: terms that all must hold, each with the values it accepts."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, TypeAlias

from freezerapp.domain.quantity import Dimension


class FieldKind(StrEnum):
    """What the values of a field are, and so how they are compared."""

    TEXT = "text"
    NUMBER = "number"
    COUNT = "count"
    AMOUNT = "amount"
    DATE = "date"
    PLACE = "place"
    STATUS = "status"
    HOLD = "hold"
    THING = "thing"
    KIND = "kind"
    ANSWER = "answer"


class Field(NamedTuple):
    """A field that a term can name; ``own`` ones were defined by the site and are named as it named them."""

    name: str
    kind: FieldKind
    own: bool = False


FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("material", FieldKind.TEXT),
        Field("participant", FieldKind.TEXT),
        Field("visit", FieldKind.TEXT),
        Field("site", FieldKind.TEXT),
        Field("study", FieldKind.TEXT),
        Field("in", FieldKind.PLACE),
        Field("box", FieldKind.TEXT),
        Field("status", FieldKind.STATUS),
        Field("hold", FieldKind.HOLD),
        Field("thaws", FieldKind.COUNT),
        Field("volume", FieldKind.AMOUNT),
        Field("mass", FieldKind.AMOUNT),
        Field("stored", FieldKind.DATE),
        Field("collected", FieldKind.DATE),
        Field("has", FieldKind.THING),
        Field("parent", FieldKind.TEXT),
        Field("shipment", FieldKind.TEXT),
        Field("unconfirmed", FieldKind.ANSWER),
        Field("kind", FieldKind.KIND),
        Field("barcode", FieldKind.TEXT),
        Field("code", FieldKind.TEXT),
    )
}
"""The fields that every bank has."""

COMPARED = frozenset({FieldKind.NUMBER, FieldKind.COUNT, FieldKind.AMOUNT, FieldKind.DATE})
"""Kinds that know less and more."""


class Pattern(NamedTuple):
    """A whole folded value; between two pieces stands any run of characters."""

    pieces: tuple[str, ...]

    def matches(self, folded: str) -> bool:
        """Whether a folded text is such a value; takes time in proportion to the text."""
        if len(self.pieces) == 1:
            return folded == self.pieces[0]
        first, *middle, last = self.pieces
        if not folded.startswith(first):
            return False
        at = len(first)
        for piece in middle:
            at = folded.find(piece, at)
            if at < 0:
                return False
            at += len(piece)
        return len(folded) - at >= len(last) and folded.endswith(last)


class Needle(NamedTuple):
    """A folded text to be found as a part of another."""

    text: str


class Interval(NamedTuple):
    """Whole numbers from ``low`` to ``high``, both included; None is open. Nothing fits if low > high."""

    low: int | None
    high: int | None

    def holds(self, number: int) -> bool:
        """Whether a number lies in it."""
        return (self.low is None or number >= self.low) and (self.high is None or number <= self.high)


class Amounts(NamedTuple):
    """An interval for each dimension that is meant, in nL, pg, cells or pieces."""

    intervals: tuple[tuple[Dimension, Interval], ...]


class Days(NamedTuple):
    """Days after one day and before another (ISO texts, excluded; "" and "~" are open).

    A date known to the month or year fits only when all its days do.
    """

    after: str
    before: str

    def holds(self, date: str) -> bool:
        """Whether a bench date (``2019``, ``2019-03``, ``2019-03-14``, ``2019-03-14T09:30``) surely fits."""
        day = date[:10]
        return day > self.after and day + "~" < self.before


class Choice(NamedTuple):
    """One of these words of the program (statuses, kinds of hold, yes or no …)."""

    words: frozenset[str]


class Anything(NamedTuple):
    """Whatever it is, there is a value."""


Value: TypeAlias = Pattern | Needle | Interval | Amounts | Days | Choice | Anything


class Alternative(NamedTuple):
    """One value of a term, as it was written and where."""

    text: str
    start: int
    end: int
    value: Value


class Term(NamedTuple):
    """One condition, fulfilled by any of its alternatives; without a field it is a bare word."""

    field: Field | None
    negated: bool
    operator: str
    alternatives: tuple[Alternative, ...]
    start: int
    end: int


class Query(NamedTuple):
    """All terms must hold. Sources and void tubes are left out unless a term asks for them."""

    terms: tuple[Term, ...] = ()

    @property
    def asks_kind(self) -> bool:
        """Whether a term says if tubes or sources are meant."""
        return any(_is(term, FieldKind.KIND) for term in self.terms)

    @property
    def asks_void(self) -> bool:
        """Whether a term asks for tubes whose registration was taken back."""
        return any(
            isinstance(choice.value, Choice) and "void" in choice.value.words
            for term in self.terms
            if _is(term, FieldKind.STATUS) and not term.negated
            for choice in term.alternatives
        )


class Needles:
    """Several texts to be found in another, at a cost that hardly grows with their number."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = tuple(texts)

    @cached_property
    def _by_length(self) -> list[tuple[int, frozenset[str]]]:
        lengths = sorted({len(text) for text in self.texts})
        return [(length, frozenset(t for t in self.texts if len(t) == length)) for length in lengths]

    def found_in(self, folded: str) -> bool:
        """Whether any of them is a part of the folded text."""
        if len(self.texts) <= 4:
            return any(text in folded for text in self.texts)
        return any(
            folded[at : at + length] in texts
            for length, texts in self._by_length
            for at in range(len(folded) - length + 1)
        )


class Patterns:
    """Several whole values, at a cost that grows only with those that have a run in them."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple(patterns)
        self.whole = frozenset(p.pieces[0] for p in self.patterns if len(p.pieces) == 1)
        self.open = tuple(p for p in self.patterns if len(p.pieces) > 1)

    def match(self, folded: str) -> bool:
        """Whether the folded text is one of them."""
        return folded in self.whole or any(pattern.matches(folded) for pattern in self.open)


def _is(term: Term, kind: FieldKind) -> bool:
    return term.field is not None and term.field.kind is kind


def path_key(text: str) -> str:
    """A folded path in one spelling: its steps are joined by ``/`` or ``›``, with or without spaces."""
    return text.replace("›", "/").replace(" / ", "/").replace(" /", "/").replace("/ ", "/")
