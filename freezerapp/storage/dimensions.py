"""The short tables that tubes point to, in memory: what of them a term of a search means."""

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import literal_column, select

from freezerapp.domain.folding import fold
from freezerapp.domain.search.matching import folded_paths, path_patterns
from freezerapp.domain.search.query import Anything, Days, Pattern, Term, Value
from freezerapp.storage import schema
from freezerapp.storage.conditions import fitting_materials, says_path
from freezerapp.storage.finding import lists
from freezerapp.storage.holders import below, chains, children, holders
from freezerapp.storage.prepared import Prepared
from freezerapp.storage.text_table import TextTable

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader


class CollectionRow(NamedTuple):
    """What was collected from whom, at which visit; the study is the participant's, else the visit's."""

    participant_id: int | None
    moment_id: int | None
    site_id: int | None
    study_id: int | None
    collected: str | None


_k, _v = schema.collection.c, schema.field_value.c
_person, _moment = schema.participant.c, schema.moment.c
_COLLECTIONS = Prepared(
    select(
        _k.id,
        _k.participant_id,
        _k.moment_id,
        _person.site_id,
        _person.study_id,
        _moment.study_id,
        _k.collected,
    ).select_from(
        schema.collection.outerjoin(schema.participant, _person.id == _k.participant_id).outerjoin(
            schema.moment, _moment.id == _k.moment_id
        )
    )
)
_PEOPLE = Prepared(select(_person.id, _person.code))
_MOMENTS = Prepared(select(_moment.id, _moment.code, _moment.name))
_SITES = Prepared(select(schema.site.c.id, schema.site.c.code, schema.site.c.name))
_STUDIES = Prepared(select(schema.study.c.id, schema.study.c.code, schema.study.c.name))
_OWN = Prepared(
    select(_v.owner_kind, _v.owner_id, _v.text)
    .select_from(schema.field_value.join(schema.field, schema.field.c.id == _v.field_id))
    .where(_v.owner_kind != literal_column("'specimen'"), schema.field.c.void == literal_column("0"))
)


class Containers:
    """The containers of a bank, ready to be searched."""

    def __init__(self, reader: "Reader") -> None:
        self._rows = holders(reader)
        self._inside = children(self._rows)
        self._names = TextTable(
            (row.id, fold(text)) for row in self._rows.values() for text in (row.name, row.code) if text
        )

    @cached_property
    def _paths(self) -> dict[int, set[str]]:
        return {key: folded_paths(chain) for key, chain in chains(self._rows).items()}

    def boxes(self, term: Term) -> set[int]:
        """The containers that a term on the box means."""
        return _fitting(self._names, _values(term))

    def inside(self, term: Term) -> set[int]:
        """The containers that a term names by code, name or path, and all in them."""
        values = _values(term)
        named = _fitting(self._names, values)
        if says_path(values):
            wanted = path_patterns(values)
            named |= {key for key, paths in self._paths.items() if any(map(wanted.match, paths))}
        return below(self._inside, named)

    def holding(self, needles: Iterable[str]) -> set[int]:
        """The containers with a name or code that has a bare word as a part, and all in them."""
        return below(self._inside, self._names.holding(needles))


class People:
    """Participants, visits, sites, studies and materials of a bank, ready to be searched."""

    def __init__(self, reader: "Reader") -> None:
        self._lists = lists(reader)
        self._collections = {
            key: CollectionRow(person, moment, site, of_person or of_moment, collected)
            for key, person, moment, site, of_person, of_moment, collected in reader.all(_COLLECTIONS)
        }
        self._codes = TextTable((key, fold(code)) for key, code in reader.all(_PEOPLE))
        self._named = {
            "participant": self._codes,
            "visit": _named(reader.all(_MOMENTS)),
            "site": _named(reader.all(_SITES)),
            "study": _named(reader.all(_STUDIES)),
        }
        self._own = TextTable(self._own_texts(reader))

    @cached_property
    def _by_part(self) -> dict[str, dict[int, list[int]]]:
        """Collections by participant, visit, site and study."""
        found: dict[str, dict[int, list[int]]] = {}
        for number, part in enumerate(("participant", "visit", "site", "study")):
            groups = found[part] = {}
            for key, row in self._collections.items():
                other = row[number]
                if isinstance(other, int):
                    groups.setdefault(other, []).append(key)
        return found

    def materials(self, term: Term) -> set[int]:
        """The materials that a term means."""
        return set(fitting_materials(self._lists, _values(term)))

    def collections(self, term: Term) -> set[int] | None:
        """The collections that a term on participant, visit, site, study or day means; else None."""
        assert term.field is not None
        values = _values(term)
        if term.field.name == "collected":
            return {key for key, row in self._collections.items() if _dated(values, row.collected)}
        table = self._named.get(term.field.name)
        return None if table is None else self._of(term.field.name, _fitting(table, values))

    def with_visit(self) -> set[int]:
        """The collections that were made at a known visit."""
        return {key for key, row in self._collections.items() if row.moment_id is not None}

    def holding(self, needles: Sequence[str]) -> set[int]:
        """The collections whose participant, or a site field, has a bare word as a part."""
        return self._of("participant", self._codes.holding(needles)) | self._own.holding(needles)

    def _of(self, part: str, keys: Iterable[int]) -> set[int]:
        groups = self._by_part[part]
        return {collection for key in keys for collection in groups.get(key, ())}

    def _own_texts(self, reader: "Reader") -> Iterable[tuple[int, str]]:
        parts = {"participant": "participant", "moment": "visit"}
        for kind, owner, text in reader.all(_OWN):
            if kind == "collection":
                yield owner, fold(text)
            elif kind in parts:
                yield from ((key, fold(text)) for key in self._by_part[parts[kind]].get(owner, ()))


def _named(rows: Iterable[tuple[int, str, str]]) -> TextTable:
    return TextTable((key, fold(text)) for key, *texts in rows for text in texts if text)


def _values(term: Term) -> list[Value]:
    return [alternative.value for alternative in term.alternatives]


def _fitting(table: TextTable, values: list[Value]) -> set[int]:
    if any(isinstance(value, Anything) for value in values):
        return table.any()
    return table.fitting([value for value in values if isinstance(value, Pattern)])


def _dated(values: Iterable[Value], collected: str | None) -> bool:
    if collected is None:
        return False
    return any(isinstance(v, Anything) or (isinstance(v, Days) and v.holds(collected)) for v in values)
