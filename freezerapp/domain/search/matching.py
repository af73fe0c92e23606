"""Whether one tube is what a search asks for: the query's face in plain Python."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from freezerapp.domain.folding import fold, fold_all
from freezerapp.domain.quantity import UNITS, Amount
from freezerapp.domain.search.query import (
    Amounts,
    Anything,
    Choice,
    Days,
    FieldKind,
    Interval,
    Needle,
    Needles,
    Pattern,
    Patterns,
    Query,
    Term,
    Value,
    path_key,
)
from freezerapp.domain.search.vocabulary import NO, YES, spelling
from freezerapp.domain.specimen import HoldKind, Kind, Status


class Named(NamedTuple):
    """A site, study or visit as people name it."""

    name: str
    code: str


class Holder(NamedTuple):
    """A container; ``place`` is the label of a box's position, which shown paths say before its name."""

    name: str
    code: str | None = None
    place: str | None = None


class OwnValue(NamedTuple):
    """The value of a field that the site defined, by its code and its name; a number also in millionths."""

    names: tuple[str, ...]
    text: str
    number: int | None = None


class TubeFacts(NamedTuple):
    """What a search can ask about a specimen, of kind tube or source.

    ``codes`` are all its codes, replaced ones too; ``materials`` code, name and synonyms of its material;
    ``containers`` what it stands in, from the root to the box, or belongs in while it is on the bench or
    missing; ``placed`` that it does stand there, ``declared`` that this was only declared; ``parents`` the
    barcode and codes of its parent; ``shipments`` the numbers of those that list it; dates are bench dates.
    """

    barcode: str | None = None
    codes: tuple[str, ...] = ()
    kind: Kind = Kind.TUBE
    status: Status = Status.STORED
    materials: tuple[str, ...] = ()
    containers: tuple[Holder, ...] = ()
    placed: bool = False
    declared: bool = False
    participant: str | None = None
    site: Named | None = None
    study: Named | None = None
    visit: Named | None = None
    holds: tuple[HoldKind, ...] = ()
    thaws: int = 0
    amount: Amount | None = None
    stored: str | None = None
    collected: str | None = None
    has_parent: bool = False
    parents: tuple[str, ...] = ()
    own_values: tuple[OwnValue, ...] = ()
    shipments: tuple[str, ...] = ()


def matches(query: Query, facts: TubeFacts) -> bool:
    """Whether a tube fulfils all terms; sources and void tubes only where the query asks for them."""
    if not query.asks_kind and facts.kind is not Kind.TUBE:
        return False
    if not query.asks_void and facts.status is Status.VOID:
        return False
    return all(_fulfils(term, facts) is not term.negated for term in query.terms)


def _fulfils(term: Term, facts: TubeFacts) -> bool:
    field = term.field
    values = [alternative.value for alternative in term.alternatives]
    if field is None:
        needles = _needles(term)
        return any(needles.found_in(text) for text in fold_all(_free_text(facts)))
    if field.own:
        called = spelling(field.name)
        return any(_own_fits(term, value) for value in facts.own_values if called in map(spelling, value.names))
    if field.kind is FieldKind.TEXT:
        return _fits(term, fold_all(_TEXTS[field.name](facts)))
    if field.kind is FieldKind.PLACE:
        return _stands_in(term, facts)
    return any(_COMPARED[field.name](value, facts) for value in values)


def _free_text(facts: TubeFacts) -> Iterable[str | None]:
    """Where a bare word is looked for."""
    yield facts.barcode
    yield from facts.codes
    for container in facts.containers:
        yield from container[:2]
    yield facts.participant
    for value in facts.own_values:
        yield value.text


def _fits(term: Term, folded: tuple[str, ...]) -> bool:
    if any(isinstance(alternative.value, Anything) for alternative in term.alternatives):
        return bool(folded)
    patterns = _patterns(term)
    return any(patterns.match(text) for text in folded)


def _own_fits(term: Term, own: OwnValue) -> bool:
    if _fits(term, fold_all((own.text,))):
        return True
    for alternative in term.alternatives:
        value = alternative.value
        if isinstance(value, Interval) and own.number is not None and value.holds(own.number):
            return True
        if isinstance(value, Days) and value.holds(own.text):
            return True
    return False


def _stands_in(term: Term, facts: TubeFacts) -> bool:
    names = [text for container in facts.containers for text in container[:2]]
    if _fits(term, fold_all(names)):
        return True
    patterns = path_patterns(alternative.value for alternative in term.alternatives)
    return any(
        patterns.match(path)
        for depth in range(1, len(facts.containers) + 1)
        for path in folded_paths(facts.containers[:depth])
    )


def folded_paths(chain: tuple[Holder, ...]) -> set[str]:
    """The paths of the last of these containers: its names from the root, and with the places of boxes."""
    names = [container.name for container in chain]
    shown = [text for container in chain for text in (container.place, container.name) if text is not None]
    return {path_key(fold("/".join(steps))) for steps in (names, shown)}


def path_patterns(values: Iterable[Value]) -> Patterns:
    """What folded paths are compared with."""
    return Patterns(
        Pattern(tuple(path_key(piece) for piece in value.pieces)) for value in values if isinstance(value, Pattern)
    )


def _amount(value: Value, facts: TubeFacts) -> bool:
    amount = facts.amount
    if amount is None or not isinstance(value, Amounts):
        return False
    unit = UNITS.get(amount.unit)
    return unit is not None and any(
        dimension is unit.dimension and interval.holds(amount.value) for dimension, interval in value.intervals
    )


def _date(date: str | None, value: Value) -> bool:
    if date is None:
        return False
    return value.holds(date) if isinstance(value, Days) else isinstance(value, Anything)


def _thaws(value: Value, facts: TubeFacts) -> bool:
    return value.holds(facts.thaws) if isinstance(value, Interval) else isinstance(value, Anything)


def _chosen(value: Value, words: Iterable[str]) -> bool:
    return isinstance(value, Choice) and not value.words.isdisjoint(words)


def _things(facts: TubeFacts) -> Iterable[str]:
    there = {
        "position": facts.placed,
        "parent": facts.has_parent,
        "hold": facts.holds,
        "volume": facts.amount is not None,
        "visit": facts.visit,
    }
    return (thing for thing, present in there.items() if present)


def _names(named: Named | None) -> tuple[str | None, ...]:
    return () if named is None else tuple(named)


_TEXTS: dict[str, Callable[[TubeFacts], Iterable[str | None]]] = {
    "material": lambda facts: facts.materials,
    "participant": lambda facts: (facts.participant,),
    "visit": lambda facts: _names(facts.visit),
    "site": lambda facts: _names(facts.site),
    "study": lambda facts: _names(facts.study),
    "box": lambda facts: facts.containers[-1][:2] if facts.containers else (),
    "parent": lambda facts: facts.parents,
    "shipment": lambda facts: facts.shipments,
    "barcode": lambda facts: (facts.barcode,),
    "code": lambda facts: (facts.barcode, *facts.codes),
}

_COMPARED: dict[str, Callable[[Value, TubeFacts], bool]] = {
    "status": lambda value, facts: _chosen(value, (facts.status,)),
    "hold": lambda value, facts: _chosen(value, (*facts.holds, YES) if facts.holds else (NO,)),
    "thaws": _thaws,
    "volume": _amount,
    "mass": _amount,
    "stored": lambda value, facts: _date(facts.stored, value),
    "collected": lambda value, facts: _date(facts.collected, value),
    "has": lambda value, facts: _chosen(value, _things(facts)),
    "unconfirmed": lambda value, facts: _chosen(value, (YES if facts.declared else NO,)),
    "kind": lambda value, facts: _chosen(value, (facts.kind,)),
}


@lru_cache(maxsize=256)
def _needles(term: Term) -> Needles:
    return Needles(a.value.text for a in term.alternatives if isinstance(a.value, Needle))


@lru_cache(maxsize=256)
def _patterns(term: Term) -> Patterns:
    return Patterns(a.value for a in term.alternatives if isinstance(a.value, Pattern))
