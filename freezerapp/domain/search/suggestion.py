"""What may have been meant: the known word closest to one that is not known."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from freezerapp.domain.folding import fold
from freezerapp.domain.search.query import Choice, Field, FieldKind, Pattern, Query, path_key
from freezerapp.domain.search.vocabulary import Vocabulary

_LONGEST = 60
_SIMILAR = 0.6


class UnknownValue(NamedTuple):
    """A value that nothing in the bank has, where it stands, and one that may be meant (empty: none)."""

    field: Field
    text: str
    start: int
    end: int
    suggestion: str


def closest(text: str, known: Iterable[str]) -> str | None:
    """The known text most like this one, or None when none is like it; long texts are like nothing."""
    wanted = fold(text)
    if not wanted or len(wanted) > _LONGEST:
        return None
    by_folded = {fold(word): word for word in known if len(word) <= 2 * _LONGEST}
    starting = [folded for folded in by_folded if len(wanted) > 2 and folded.startswith(wanted)]
    from difflib import get_close_matches  # only where nothing was found

    found = get_close_matches(wanted, by_folded, n=1, cutoff=_SIMILAR) or sorted(starting, key=len)[:1]
    return by_folded[found[0]] if found else None


def unknown_values(
    query: Query, vocabulary: Vocabulary, known: Callable[[Field], Iterable[str] | None]
) -> list[UnknownValue]:
    """The values of a query that nothing has, with suggestions: why a result is empty.

    ``known`` gives all values of a field of free text in this bank, or None where they are not listed.
    """
    found = []
    for term in query.terms:
        if term.field is None:
            continue
        values: Iterable[str] | None = None
        for alternative in term.alternatives:
            if isinstance(alternative.value, Choice) and not alternative.value.words:
                tables = vocabulary.words_of(term.field.kind)
                suggestion = closest(alternative.text, [word for t in tables for word in t.shown.values()])
            elif isinstance(alternative.value, Pattern) and len(alternative.value.pieces) == 1:
                if values is None:
                    listed = known(term.field)
                    values = None if listed is None else list(listed)
                if values is None or _is_known(alternative.value.pieces[0], values, term.field):
                    continue
                suggestion = closest(alternative.text, values)
            else:
                continue
            place = (alternative.text, alternative.start, alternative.end)
            found.append(UnknownValue(term.field, *place, suggestion or ""))
    return found


def _is_known(folded: str, values: Iterable[str], field: Field) -> bool:
    if field.kind is FieldKind.PLACE:
        return path_key(folded) in {path_key(fold(value)) for value in values}
    return folded in map(fold, values)
