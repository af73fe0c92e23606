"""The subjects of history: for each kind, its table and the value that carries one row of it."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from sqlalchemy import Table

from freezerapp.domain.access import Operator
from freezerapp.domain.parcel import Classification, Direction, Outcome, Profile, Refrigerant, Step
from freezerapp.domain.participant import Collection, Moment, Participant, Site, Study
from freezerapp.domain.party import Party
from freezerapp.domain.picking import PickLine, PickLineState, PickList, PickState
from freezerapp.domain.shipment import (
    IssuedManifest,
    LineState,
    Package,
    ParcelBox,
    Setting,
    Shipment,
    ShipmentLine,
)
from freezerapp.domain.specimen import Specimen
from freezerapp.domain.standing import Container
from freezerapp.storage import parcel_schema, schema


class Bank(NamedTuple):
    """The bank itself."""

    id: int
    uuid: str
    name: str
    created_at: int
    code_pattern: str


class Labelling(NamedTuple):
    """How the positions of a container type are labelled, as canonical text."""

    id: int
    definition: str


class TypeRecord(NamedTuple):
    """A container type as it stands in its table; lists are JSON text."""

    id: int
    code: str
    name: str
    kind: str
    rows: int
    columns: int
    labelling_id: int
    fill: str
    absent: str
    holds: str
    accepts: str
    materials: str
    temperature: str | None
    set_temperature: int | None
    drawn: str


class Material(NamedTuple):
    """What can be in a tube; ``synonyms`` is JSON text, ``colour`` #RRGGBB."""

    id: int
    code: str
    name: str
    synonyms: str
    sprec: str | None
    colour: str
    temperature: str | None
    first_stop: str | None
    thaw_limit: int | None
    minutes_to_thaw: int | None


class Field(NamedTuple):
    """A field that the site defined; ``choices`` is JSON text."""

    id: int
    code: str
    name: str
    owner_kind: str
    kind: str
    choices: str = "[]"
    unit: str | None = None
    void: int = 0


class Attachment(NamedTuple):
    """A file kept with a thing; history keeps its hash, not its bytes."""

    id: int
    owner_kind: str
    owner_id: int
    name: str
    sha256: str
    content: bytes
    void: int = 0


class Subject(NamedTuple):
    """One kind of thing that history tells of.

    ``columns`` are the names that stand in the table itself, the value's first fields in order;
    ``silent`` ones are left out of history; ``made`` gives the words of some fields their type, and ``words`` says
    for the places of these fields in a row what each word is.
    """

    kind: str
    table: Table
    value: Any
    columns: tuple[str, ...]
    silent: frozenset[str] = frozenset()
    made: Mapping[str, Callable[[Any], Any]] = MappingProxyType({})
    words: tuple[tuple[int, Mapping[str | None, Any]], ...] = ()

    def read(self, row: tuple[Any, ...]) -> Any:
        """The value that a row of the table carries. Raises KeyError for a word that is none of its field's."""
        if not self.words:
            return self.value._make(row)
        read = list(row)
        for at, meant in self.words:
            read[at] = meant[read[at]]
        return self.value._make(read)


def _subject(
    kind: str,
    table: Table,
    value: Any,
    silent: frozenset[str] = frozenset(),
    **made: type[StrEnum],
) -> Subject:
    columns = tuple(column.name for column in table.columns)
    assert value._fields[: len(columns)] == columns, kind
    words = tuple(
        (columns.index(name), MappingProxyType({None: None, **{word.value: word for word in choice}}))
        for name, choice in made.items()
    )
    return Subject(kind, table, value, columns, silent, made, words)


SUBJECTS: dict[str, Subject] = {
    subject.kind: subject
    for subject in (
        _subject("bank", schema.bank, Bank),
        _subject("operator", schema.operator, Operator),
        _subject("labelling", schema.labelling, Labelling),
        _subject("container type", schema.container_type, TypeRecord),
        _subject("material", schema.material, Material),
        _subject("study", schema.study, Study),
        _subject("site", schema.site, Site),
        _subject("participant", schema.participant, Participant),
        _subject("moment", schema.moment, Moment),
        _subject("collection", schema.collection, Collection),
        _subject("field", schema.field, Field),
        _subject("container", schema.container, Container),
        _subject("specimen", schema.specimen, Specimen),
        _subject("attachment", schema.attachment, Attachment, frozenset({"content"})),
        _subject("setting", parcel_schema.setting, Setting),
        _subject("party", parcel_schema.party, Party),
        _subject(
            "shipment",
            parcel_schema.shipment,
            Shipment,
            direction=Direction,
            step=Step,
            profile=Profile,
            classification=Classification,
            refrigerant=Refrigerant,
        ),
        _subject("package", parcel_schema.package, Package),
        _subject("parcel box", parcel_schema.parcel_box, ParcelBox),
        _subject("shipment line", parcel_schema.shipment_line, ShipmentLine, state=LineState, outcome=Outcome),
        _subject("manifest", parcel_schema.manifest, IssuedManifest, frozenset({"content"})),
        _subject("pick list", parcel_schema.pick_list, PickList, state=PickState),
        _subject("pick line", parcel_schema.pick_line, PickLine, state=PickLineState),
    )
}
"""In the order in which new rows can be written without a reference to something not yet there."""
