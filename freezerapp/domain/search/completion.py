"""What can stand at the cursor of a search: names of fields and their values, as one types."""

from collections.abc import Callable, Iterable, Mapping
from itertools import islice
from typing import NamedTuple

from freezerapp.domain.folding import fold
from freezerapp.domain.search.query import COMPARED, FIELDS, Field, FieldKind
from freezerapp.domain.search.splitting import Chunk, cut, split
from freezerapp.domain.search.vocabulary import Vocabulary, own_fields, spelling

_SPECIAL = frozenset(' ,*:<>≤≥"“”„‟«»')


class Completion(NamedTuple):
    """A text to put in place of the characters from ``start`` to ``end``; a list shows it as ``shown``."""

    text: str
    start: int
    end: int
    shown: str


def complete(
    text: str,
    cursor: int,
    vocabulary: Vocabulary,
    own: Mapping[str, FieldKind],
    values: Callable[[Field, str], Iterable[str]],
    limit: int = 12,
) -> list[Completion]:
    """What can be typed at the cursor, best first, at most ``limit``.

    ``own`` are the fields the site defined; ``values`` gives the values of a field of free text in this bank
    that begin like a folded text. Names of fields come with their ``:``; an empty word is offered all.
    """
    before = text[: max(cursor, 0)]
    chunk = _under_cursor(before)
    signs = chunk.signs
    minus = 1 if signs and signs[0].means("-") and signs[0].at == chunk.start else 0
    operator_at = next((n for n, sign in enumerate(signs) if sign.means(":<>≤≥")), None)
    if operator_at is None:
        word = "".join(sign.char for sign in signs[minus:])
        return list(islice(_names(word, chunk.start + minus, len(before), vocabulary, own), limit))
    field = _field("".join(sign.char for sign in signs[minus:operator_at]), vocabulary, own)
    if field is None or field.kind in COMPARED:
        return []
    after = Chunk(signs[operator_at + 1 :], signs[operator_at].at + 1, len(before))
    typed = cut(after, ",")[-1]
    offered = _values(field, typed.text, vocabulary, values)
    return [Completion(quoted(value), typed.start, len(before), value) for value in islice(offered, limit)]


def quoted(value: str) -> str:
    """A value as it must be written in a search: quoted where it holds characters that mean something."""
    if value and value[0] != "-" and value.isprintable() and _SPECIAL.isdisjoint(value):
        return value
    return '"' + value.replace('"', '""') + '"'


def _under_cursor(before: str) -> Chunk:
    chunks = split(before)
    if chunks and chunks[-1].end == len(before):
        return chunks[-1]
    return Chunk((), len(before), len(before))


def _names(
    word: str, start: int, end: int, vocabulary: Vocabulary, own: Mapping[str, FieldKind]
) -> Iterable[Completion]:
    wanted = spelling(word)
    fields = vocabulary.fields
    as_shown = [name for name in FIELDS if spelling(fields.shown[name]).startswith(wanted)]
    otherwise = {name for said, name in fields.by_spelling.items() if said.startswith(wanted)}
    for name in (*as_shown, *(name for name in FIELDS if name in otherwise and name not in as_shown)):
        shown = fields.shown[name]
        yield Completion(_with_operator(shown, FIELDS[name].kind), start, end, shown)
    for name, kind in own.items():
        if spelling(name).startswith(wanted) and fields.find(name) is None:
            yield Completion(_with_operator(quoted(name), kind), start, end, name)


def _with_operator(name: str, kind: FieldKind) -> str:
    """Of what is compared the user still says whether less or more is meant."""
    return name if kind in COMPARED else f"{name}:"


def _field(name: str, vocabulary: Vocabulary, own: Mapping[str, FieldKind]) -> Field | None:
    known = vocabulary.fields.find(name)
    return FIELDS[known] if known is not None else own_fields(own).get(spelling(name))


def _values(
    field: Field, typed: str, vocabulary: Vocabulary, values: Callable[[Field, str], Iterable[str]]
) -> Iterable[str]:
    tables = vocabulary.words_of(field.kind)
    if not tables:
        yield from values(field, fold(typed))
        return
    wanted = spelling(typed)
    for table in tables:
        for word, shown in table.shown.items():
            spellings = (s for s, known in table.by_spelling.items() if known == word)
            if any(s.startswith(wanted) for s in spellings):
                yield shown
