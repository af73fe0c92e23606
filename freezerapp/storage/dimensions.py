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
from freezerapp.storage.holders import Tree, chains, holders
from freezerapp.storage.prepared import Prepared
from freezerapp.storage.text_table import TextTable

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader


class CollectionRow(NamedTuple):
    """What was collected from whom, at which visit; the study is the participant's, else the visit's."""

    participant_id: int | None
    moment_id: int | None
    study_id: int | None
    collected: str | None


_k, _v = schema.collection.c, schema.field_value.c
_person, _moment = schema.participant.c, schema.moment.c
_COLLECTIONS = Prepared(
    select(
        _k.id,
        _k.participant_id,
        _k.moment_id,
        _person.study_id,
        _moment.study_id,
        _k.collected,
    ).select_from(
        schema.collection.outerjoin(schema.participant, _person.id == _k.participant_id).outerjoin(
            schema.moment, _moment.id == _k.moment_id
        )
    )
)
_PEOPLE = Prepared(select(_person.id, _person.code, _person.site_id))
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
        self._tree = Tree(self._rows)
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
        return self._tree.below(named)

    def holding(self, needles: Iterable[str]) -> set[int]:
        """The containers with a name or code that has a bare word as a part, and all in them."""
        return self._tree.below(self._names.holding(needles))


class People:
    """Participants, visits, sites, studies and materials of a bank, ready to be searched."""

    def __init__(self, reader: "Reader") -> None:
        self._lists = lists(reader)
        self._collections = {
            key: CollectionRow(person, moment, of_person or of_moment, collected)
            for key, person, moment, of_person, of_moment, collected in reader.all(_COLLECTIONS)
        }
        people = reader.all(_PEOPLE)
        self._codes = TextTable((key, fold(code)) for key, code, _ in people)
        self._site_of = {key: site for key, _, site in people}
        self._moments = _named(reader.all(_MOMENTS))
        self._sites = _named(reader.all(_SITES))
        self._studies = _named(reader.all(_STUDIES))
        own = [(kind, owner, fold(text)) for kind, owner, text in reader.all(_OWN)]
        self._own = {
            part: TextTable((owner, text) for kind, owner, text in own if kind == part)
            for part in ("participant", "moment", "collection")
        }

    def participant_of(self, collection: int | None) -> int | None:
        """Whose collection it is."""
        row = None if collection is None else self._collections.get(collection)
        return None if row is None else row.participant_id

    def moved(self, now: "People") -> set[int]:
        """The collections that are another participant's by now."""
        return {key for key in self._collections if self.participant_of(key) != now.participant_of(key)}

    def materials(self, term: Term) -> set[int]:
        """The materials that a term means."""
        return set(fitting_materials(self._lists, _values(term)))

    def participants(self, term: Term) -> set[int]:
        """The participants that a term on the participant means."""
        return _fitting(self._codes, _values(term))

    def participants_at(self, term: Term) -> set[int]:
        """The participants of the sites that a term means."""
        sites = _fitting(self._sites, _values(term))
        return {key for key, site in self._site_of.items() if site in sites}

    def visited(self, term: Term) -> set[int]:
        """The collections at the visits that a term means."""
        moments = _fitting(self._moments, _values(term))
        return {key for key, row in self._collections.items() if row.moment_id in moments}

    def studied(self, term: Term) -> set[int]:
        """The collections of the studies that a term means."""
        studies = _fitting(self._studies, _values(term))
        return {key for key, row in self._collections.items() if row.study_id in studies}

    def collected(self, term: Term) -> set[int]:
        """The collections made on the days that a term means."""
        values = _values(term)
        return {key for key, row in self._collections.items() if _dated(values, row.collected)}

    def with_visit(self) -> set[int]:
        """The collections that were made at a known visit."""
        return {key for key, row in self._collections.items() if row.moment_id is not None}

    def holding(self, needles: Sequence[str]) -> tuple[set[int], set[int]]:
        """The participants and the collections that a bare word means, by code or site fields."""
        own = {part: table.holding(needles) for part, table in self._own.items()}
        moments = own["moment"]
        at_moments = {key for key, row in self._collections.items() if row.moment_id in moments} if moments else ()
        return self._codes.holding(needles) | own["participant"], own["collection"].union(at_moments)


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
