"""A search as conditions of SQL on the table of specimens; says the same as ``domain.search.matching``."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    and_,
    case,
    false,
    func,
    literal,
    literal_column,
    not_,
    or_,
    select,
    true,
)

from freezerapp.domain.folding import fold_all
from freezerapp.domain.quantity import UNITS
from freezerapp.domain.search.matching import path_patterns
from freezerapp.domain.search.query import (
    Amounts,
    Anything,
    Choice,
    Days,
    FieldKind,
    Interval,
    Needle,
    Pattern,
    Patterns,
    Query,
    Term,
    Value,
)
from freezerapp.domain.search.vocabulary import NO, YES, spelling
from freezerapp.storage import schema
from freezerapp.storage.functions import pack_needles, pack_patterns
from freezerapp.storage.types import WORDS

Condition = ColumnElement[bool]
Ids = Select[int]

_s, _p, _c, _k = schema.specimen.c, schema.place.c, schema.code.c, schema.collection.c
_v = schema.field_value.c
_HERE = _p.use == literal_column("'here'")
_STEP = set("/›")
# A code is asked by its key: that folds to the same as its text, and stands in the index.
_OF_SPECIMEN = _c.owner_kind == literal_column("'specimen'")


class Material(NamedTuple):
    """A material of the bank and all texts that mean it."""

    id: int
    texts: tuple[str, ...]


class OwnField(NamedTuple):
    """A field that the site defined; a search may say its code or its name."""

    id: int
    code: str
    name: str
    owner_kind: str
    kind: str


class Lists(NamedTuple):
    """The short lists of a bank that a search is read against."""

    materials: tuple[Material, ...]
    fields: tuple[OwnField, ...]
    paths: Callable[[], Iterable[tuple[int, Iterable[str]]]]
    """Containers with their folded paths; asked for only where a search says a path."""
    few: bool = False
    """Whether only a part of the tubes is looked through: what is fast for all is slow for some."""


def condition(query: Query, lists: Lists) -> Condition:
    """What rows of ``specimen`` must fulfil."""
    terms = [_term(term, lists) for term in query.terms]
    if not query.asks_kind:
        terms.insert(0, _s.kind == "tube")
    if not query.asks_void:
        terms.insert(0, _s.status != "void")
    return and_(true(), *terms)


def fitting_materials(lists: Lists, values: Iterable[Value]) -> list[int]:
    """The ids of the materials with a code, name or synonym that is one of the values."""
    values = list(values)
    if any(isinstance(value, Anything) for value in values):
        return [material.id for material in lists.materials]
    patterns = Patterns(value for value in values if isinstance(value, Pattern))
    return [one.id for one in lists.materials if any(map(patterns.match, fold_all(one.texts)))]


def _term(term: Term, lists: Lists) -> Condition:
    found = _fulfilled(term, lists)
    if not term.negated:
        return found
    # CASE and not NOT: where nothing is known (no amount < 1), the term is not fulfilled either.
    return case((found, literal_column("1")), else_=literal_column("0")) == literal_column("0")


def _fulfilled(term: Term, lists: Lists) -> Condition:
    field = term.field
    values = [alternative.value for alternative in term.alternatives]
    if field is None:
        return _bare([value.text for value in values if isinstance(value, Needle)], lists)
    if field.own:
        called = [own for own in lists.fields if spelling(field.name) in map(spelling, (own.code, own.name))]
        return _own(called, values)
    if field.kind is FieldKind.PLACE:
        return _stands_in(values, lists)
    if field.name == "box":
        box = schema.container.c
        return _standing_in(select(box.id).where(_fits(values, (box.name, box.code))), lists)
    if field.name == "material":
        return _s.material_id.in_(fitting_materials(lists, values))
    if field.kind is FieldKind.TEXT:
        return _TEXTS[field.name](lambda *columns: _fits(values, columns))
    return or_(false(), *(_VALUES[field.name](value) for value in values))


def _other_code() -> Condition:
    """A code that is not the barcode, which is looked at before."""
    return _c.key != func.lower(func.coalesce(_s.barcode, ""))


def _exists(*wanted: Condition) -> Condition:
    # Not SELECT *: only without it an index alone can answer.
    return select(literal_column("1")).where(*wanted).exists()


def _bare(needles: list[str], lists: Lists) -> Condition:
    packed = literal(pack_needles(needles))

    def held(*columns: ColumnElement[str]) -> Condition:
        return or_(*(func.holds_any(column, packed) == 1 for column in columns))

    containers = select(schema.container.c.id).where(held(schema.container.c.name, schema.container.c.code))
    return or_(
        held(_s.barcode),
        _exists(
            _OF_SPECIMEN,
            _c.owner_id == _s.id,
            _other_code(),
            held(_c.key),
        ),
        _s.collection_id.in_(_collections(schema.participant, held(schema.participant.c.code))),
        _standing_in(_below(containers), lists),
        _has_value(lists.fields, held(_v.text)),
    )


def _own(fields: Sequence[OwnField], values: list[Value]) -> Condition:
    fits = [_fits(values, (_v.text,))]
    fits += [_within(_v.number, value) for value in values if isinstance(value, Interval)]
    fits += [_dated(_v.text, value) for value in values if isinstance(value, Days)]
    return _has_value(fields, or_(*fits))


def _has_value(fields: Sequence[OwnField], wanted: Condition) -> Condition:
    """Tubes with such a value of these fields, of their own or by their participant, visit or collection."""
    columns = {"participant": _k.participant_id, "moment": _k.moment_id, "collection": _k.id}
    found: list[Condition] = [false()]
    for kind in sorted({field.owner_kind for field in fields}):
        ids = [field.id for field in fields if field.owner_kind == kind]
        owners = select(_v.owner_id).where(_v.field_id.in_(ids), _v.owner_kind == kind, wanted)
        if kind == "specimen":
            found.append(_s.id.in_(owners))
        else:
            found.append(_s.collection_id.in_(select(_k.id).where(columns[kind].in_(owners))))
    return or_(*found)


def _fits(values: Iterable[Value], columns: Iterable[ColumnElement[str]]) -> Condition:
    """One of the columns is, as a whole, one of the values."""
    values, columns = list(values), list(columns)
    if any(isinstance(value, Anything) for value in values):
        return or_(*(and_(column.is_not(None), column != "") for column in columns))
    patterns = [value for value in values if isinstance(value, Pattern)]
    if not patterns:
        return false()
    packed = literal(pack_patterns(patterns))
    return or_(*(func.fits_any(column, packed) == 1 for column in columns))


def _collections(table: Table, wanted: Condition) -> Ids:
    """Collections whose participant, visit, site or study is wanted."""
    chosen, people, moments = select(table.c.id).where(wanted), schema.participant.c, schema.moment.c
    if table is schema.participant:
        return select(_k.id).where(_k.participant_id.in_(chosen))
    if table is schema.moment:
        return select(_k.id).where(_k.moment_id.in_(chosen))
    if table is schema.site:
        return select(_k.id).where(_k.participant_id.in_(select(people.id).where(people.site_id.in_(chosen))))
    return select(_k.id).where(
        or_(
            _k.participant_id.in_(select(people.id).where(people.study_id.in_(chosen))),
            and_(
                _k.participant_id.is_(None),
                _k.moment_id.in_(select(moments.id).where(moments.study_id.in_(chosen))),
            ),
        )
    )


def _below(roots: Ids) -> Ids:
    """These containers and all that stands in them."""
    tree = roots.cte(recursive=True)
    children = (
        select(_p.child_id)
        .select_from(schema.place.join(tree, tree.c.id == _p.container_id))
        .where(_p.child_id.is_not(None), _stands_or_belongs("child_id"))
    )
    return select(tree.union(children).c.id)


def _standing_in(containers: Ids, lists: Lists) -> Condition:
    """Tubes that stand in one of these containers, or belong there while they stand nowhere."""
    if not lists.few:
        chosen = select(_p.specimen_id).where(_p.specimen_id.is_not(None), _p.container_id.in_(containers))
        return _s.id.in_(chosen.where(_stands_or_belongs("specimen_id")))
    where = [
        select(_p.container_id).where(_p.specimen_id == _s.id, _p.use == literal_column(use)).scalar_subquery()
        for use in ("'here'", "'home'")
    ]
    return func.coalesce(*where).in_(containers)


def _stands_or_belongs(column: str) -> Condition:
    """The place of a thing that stands somewhere, else the one that is kept for it."""
    elsewhere = schema.place.alias()
    standing = _exists(elsewhere.c[column] == _p[column], elsewhere.c.use == literal_column("'here'"))
    return or_(_HERE, and_(_p.use == literal_column("'home'"), not_(standing)))


def _stands_in(values: list[Value], lists: Lists) -> Condition:
    box = schema.container.c
    named = select(box.id).where(_fits(values, (box.name, box.code)))
    by_name = _standing_in(_below(named), lists)
    if not says_path(values):
        return by_name
    wanted = path_patterns(values)
    ids = [key for key, paths in lists.paths() if any(map(wanted.match, paths))]
    # Written out, since there can be more of them than a statement takes values.
    listed = box.id.op("IN")(literal_column(f"({', '.join(map(str, ids))})"))
    return or_(by_name, _standing_in(_below(select(box.id).where(listed)), lists))


def says_path(values: Iterable[Value]) -> bool:
    """Whether a value can be a path of more than one step; one of one step is the name of a root."""
    patterns = (value for value in values if isinstance(value, Pattern))
    return any(len(pattern.pieces) > 1 or _STEP & set(pattern.pieces[0]) for pattern in patterns)


def _within(column: ColumnElement[int], interval: Interval) -> Condition:
    bounds: list[Condition] = [column.is_not(None)]
    if interval.low is not None:
        bounds.append(column >= interval.low)
    if interval.high is not None:
        bounds.append(column <= interval.high)
    return and_(*bounds)


def _amount(value: Value) -> Condition:
    if not isinstance(value, Amounts):
        return false()
    return or_(
        *(
            and_(
                _s.unit.in_([unit.name for unit in UNITS.values() if unit.dimension is dimension]),
                _within(_s.amount, interval),
            )
            for dimension, interval in value.intervals
        )
    )


def _dated(column: ColumnElement[str], value: Value) -> Condition:
    if isinstance(value, Anything):
        return column.is_not(None)
    if not isinstance(value, Days):
        return false()
    day = func.substr(column, 1, 10, type_=WORDS)
    return and_(day > value.after, day.concat("~") < value.before)


def _thaws(value: Value) -> Condition:
    return _within(_s.thaws, value) if isinstance(value, Interval) else literal(isinstance(value, Anything))


def _words(value: Value) -> frozenset[str]:
    return value.words if isinstance(value, Choice) else frozenset()


def _hold(value: Value) -> Condition:
    words = _words(value)
    held = _exists(schema.hold.c.specimen_id == _s.id)
    kinds = sorted(words - {YES, NO})
    of_kind = _exists(schema.hold.c.specimen_id == _s.id, schema.hold.c.kind.in_(kinds))
    return or_(held if YES in words else of_kind, not_(held) if NO in words else false())


def _has(value: Value) -> Condition:
    present: dict[str, Condition] = {
        "position": _exists(_HERE, _p.specimen_id == _s.id),
        "parent": _s.parent_id.is_not(None),
        "hold": _exists(schema.hold.c.specimen_id == _s.id),
        "volume": _s.amount.is_not(None),
        "visit": _s.collection_id.in_(select(_k.id).where(_k.moment_id.is_not(None))),
    }
    return or_(false(), *(present[word] for word in sorted(_words(value))))


def _unconfirmed(value: Value) -> Condition:
    words = _words(value)
    declared = _exists(_HERE, _p.specimen_id == _s.id, _p.known == literal_column("'declared'"))
    return or_(declared if YES in words else false(), not_(declared) if NO in words else false())


_Fit = Callable[..., Condition]

_parent = schema.specimen.alias("parent")


def _in_shipment(fits: _Fit) -> Condition:
    from freezerapp.storage.listed import listed  # its tables are seldom asked for

    return listed(fits)


_TEXTS: dict[str, Callable[[_Fit], Condition]] = {
    "participant": lambda fits: _s.collection_id.in_(_collections(schema.participant, fits(schema.participant.c.code))),
    "visit": lambda fits: _s.collection_id.in_(
        _collections(schema.moment, fits(schema.moment.c.code, schema.moment.c.name))
    ),
    "site": lambda fits: _s.collection_id.in_(_collections(schema.site, fits(schema.site.c.code, schema.site.c.name))),
    "study": lambda fits: _s.collection_id.in_(
        _collections(schema.study, fits(schema.study.c.code, schema.study.c.name))
    ),
    "parent": lambda fits: or_(
        _exists(_parent.c.id == _s.parent_id, fits(_parent.c.barcode)),
        _exists(_OF_SPECIMEN, _c.owner_id == _s.parent_id, fits(_c.key)),
    ),
    "shipment": lambda fits: _in_shipment(fits),
    "barcode": lambda fits: fits(_s.barcode),
    "code": lambda fits: or_(
        fits(_s.barcode), _exists(_OF_SPECIMEN, _c.owner_id == _s.id, _other_code(), fits(_c.key))
    ),
}

_VALUES: dict[str, Callable[[Value], Condition]] = {
    "status": lambda value: _s.status.in_(sorted(_words(value))),
    "kind": lambda value: _s.kind.in_(sorted(_words(value))),
    "hold": _hold,
    "thaws": _thaws,
    "volume": _amount,
    "mass": _amount,
    "stored": lambda value: _dated(_s.stored_on, value),
    "collected": lambda value: _s.collection_id.in_(select(_k.id).where(_dated(_k.collected, value))),
    "has": _has,
    "unconfirmed": _unconfirmed,
}
