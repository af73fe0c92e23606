"""The grammar of a search: text to Query, every error at its place with what was meant."""

from collections.abc import Mapping, Sequence

from freezerapp.domain.folding import fold
from freezerapp.domain.quantity import find_unit
from freezerapp.domain.search.problems import (
    MissingField,
    MissingValue,
    NoComparison,
    TooManyTerms,
    UnknownField,
)
from freezerapp.domain.search.query import (
    COMPARED,
    FIELDS,
    Alternative,
    Anything,
    Field,
    FieldKind,
    Needle,
    Query,
    Term,
    Value,
)
from freezerapp.domain.search.splitting import Chunk, cut, split
from freezerapp.domain.search.suggestion import closest
from freezerapp.domain.search.values import read_value
from freezerapp.domain.search.vocabulary import Vocabulary, own_fields, spelling

MOST_TERMS = 100
MOST_VALUES = 1_000
"""What a search can hold; 10,000 characters of pasted barcodes fit."""

_OPERATORS = ":<>≤≥"
_WRITTEN = {"≤": "<=", "≥": ">="}


def parse(text: str, vocabulary: Vocabulary, own: Mapping[str, FieldKind] | None = None) -> Query:
    """The query that a text asks.

    ``own`` are the fields the site defined, name to TEXT, NUMBER or DATE. Raises UnknownField, MissingField,
    MissingValue, BadValue, NoComparison, TooManyTerms. Any text is answered, in time proportional to its
    length. A quotation that is not ended goes to the end, so that a search can be read while it is typed.
    """
    mine = own_fields(own or {})
    terms: dict[object, Term] = {}
    chunks = split(text)
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        following = chunks[at + 1] if at + 1 < len(chunks) else None
        at += 1
        term = _term(chunk, vocabulary, mine)
        if term is not None and following is not None and _lacks_unit(term) and _is_unit(following):
            term = _term(_joined(chunk, following), vocabulary, mine)
            at += 1
        if term is not None:
            values = frozenset(alternative.value for alternative in term.alternatives)
            terms.setdefault((term.field, term.negated, values), term)
            if len(terms) > MOST_TERMS:
                raise TooManyTerms(len(terms), MOST_TERMS, term.start, len(text))
    return Query(tuple(terms.values()))


def _term(chunk: Chunk, vocabulary: Vocabulary, own: Mapping[str, Field]) -> Term | None:
    negated, body = _negation(chunk)
    operator_at = next((n for n, sign in enumerate(body.signs) if sign.means(_OPERATORS)), None)
    if operator_at is None:
        return _bare(body, negated, chunk)
    operator, name, rest = _parts(body, operator_at)
    if not name.text:
        raise MissingField(operator, name.start, rest.start)
    field = _field(name, vocabulary, own)
    if operator != ":" and field.kind not in COMPARED:
        raise NoComparison(name.text, operator, name.end, rest.start)
    # After < or > a comma is a decimal sign, not another value.
    written = [value for value in (cut(rest, ",") if operator == ":" else [rest]) if value.signs]
    if not written:
        raise MissingValue(name.text, rest.start, rest.end, field.kind)
    alternatives = _distinct(
        [
            Alternative(value.text, value.start, value.end, read_value(field, operator, value, name.text, vocabulary))
            for value in written
        ]
    )
    return Term(field, negated, operator, alternatives, chunk.start, chunk.end)


def _distinct(alternatives: list[Alternative]) -> tuple[Alternative, ...]:
    found: dict[Value, Alternative] = {}
    for alternative in alternatives:
        found.setdefault(alternative.value, alternative)
    if len(found) > MOST_VALUES:
        first, last = alternatives[0], alternatives[-1]
        raise TooManyTerms(len(found), MOST_VALUES, first.start, last.end)
    return tuple(found.values())


def _negation(chunk: Chunk) -> tuple[bool, Chunk]:
    first = chunk.signs[0] if chunk.signs else None
    if first is None or not first.means("-") or first.at != chunk.start:
        return False, chunk
    return True, Chunk(chunk.signs[1:], chunk.start + 1, chunk.end, chunk.unfinished)


def _bare(body: Chunk, negated: bool, chunk: Chunk) -> Term | None:
    alternatives = _distinct(
        [
            Alternative(word.text, word.start, word.end, Needle(needle))
            for word in cut(body, ",")
            if (needle := fold(word.text))
        ]
    )
    return Term(None, negated, "", alternatives, chunk.start, chunk.end) if alternatives else None


def _parts(body: Chunk, at: int) -> tuple[str, Chunk, Chunk]:
    """Operator, name and value of a term; ``:<`` counts as ``<``."""
    signs = body.signs
    name = Chunk(signs[:at], body.start, signs[at].at)
    operator = signs[at].char
    last = at
    if operator == ":" and at + 1 < len(signs) and signs[at + 1].means("<>≤≥"):
        last = at + 1
        operator = signs[last].char
    if operator in "<>" and last + 1 < len(signs) and signs[last + 1].means("="):
        last += 1
        operator += "="
    rest = Chunk(signs[last + 1 :], signs[last].at + 1, body.end, body.unfinished)
    return _WRITTEN.get(operator, operator), name, rest


def _field(name: Chunk, vocabulary: Vocabulary, own: Mapping[str, Field]) -> Field:
    known = vocabulary.fields.find(name.text)
    if known is not None:
        return FIELDS[known]
    mine = own.get(spelling(name.text))
    if mine is not None:
        return mine
    wanted = spelling(name.text)
    meant = vocabulary.hints.get(wanted)
    suggestion = vocabulary.fields.shown[meant] if meant else _nearest(wanted, vocabulary, own)
    raise UnknownField(name.text, name.start, name.end, suggestion)


def _nearest(wanted: str, vocabulary: Vocabulary, own: Mapping[str, Field]) -> str:
    known: Sequence[str] = [*vocabulary.fields.by_spelling, *own]
    return closest(wanted, known) or ""


def _lacks_unit(term: Term) -> bool:
    """Whether a term is an amount without a unit, so that a unit after a space belongs to it."""
    if term.field is None or term.field.kind is not FieldKind.AMOUNT:
        return False
    last = term.alternatives[-1]
    return not isinstance(last.value, Anything) and last.text[-1:].isdigit()


def _is_unit(chunk: Chunk) -> bool:
    return find_unit(chunk.text) is not None and not any(sign.literal for sign in chunk.signs)


def _joined(chunk: Chunk, unit: Chunk) -> Chunk:
    return Chunk(chunk.signs + unit.signs, chunk.start, unit.end)
