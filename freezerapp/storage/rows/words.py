"""The bank's own words: materials, and the values that a search can complete."""

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import select

from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import Prepared


class MaterialRow(NamedTuple):
    """One material as screens need it."""

    code: str
    name: str
    colour: str
    sprec: str | None
    temperature: str | None
    thaw_limit: int | None
    minutes_to_thaw: int | None = None


_m = schema.material.c
_MATERIALS = Prepared(
    select(_m.code, _m.name, _m.colour, _m.sprec, _m.temperature, _m.thaw_limit, _m.minutes_to_thaw).order_by(_m.id)
)
_STUDIES = Prepared(
    select(schema.study.c.id, schema.study.c.code, schema.study.c.name)
    .where(schema.study.c.void == 0)
    .order_by(schema.study.c.code)
)
_VALUES = {
    "participant": Prepared(
        select(schema.participant.c.code).where(schema.participant.c.void == 0).order_by(schema.participant.c.code)
    ),
    "visit": Prepared(
        select(schema.moment.c.code).where(schema.moment.c.void == 0).distinct().order_by(schema.moment.c.code)
    ),
    "site": Prepared(select(schema.site.c.code).where(schema.site.c.void == 0).order_by(schema.site.c.code)),
    "study": Prepared(select(schema.study.c.code).where(schema.study.c.void == 0).order_by(schema.study.c.code)),
    "material": Prepared(select(schema.material.c.code).order_by(schema.material.c.id)),
    "in": Prepared(
        select(schema.container.c.code)
        .where(schema.container.c.code.is_not(None), schema.container.c.status != "void")
        .order_by(schema.container.c.code)
    ),
    "field": Prepared(select(schema.field.c.code).where(schema.field.c.void == 0).order_by(schema.field.c.code)),
}


def materials(reader: Reader) -> Mapping[str, MaterialRow]:
    """All materials by code, in the bank's order."""
    return {row[0]: MaterialRow(*row) for row in reader.all(_MATERIALS)}


def completion_values(reader: Reader) -> Mapping[str, tuple[str, ...]]:
    """What can stand behind a field of the search, by field."""
    return {field: tuple(str(row[0]) for row in reader.all(statement)) for field, statement in _VALUES.items()}


def studies(reader: Reader) -> tuple[tuple[int, str], ...]:
    """Id and name ("CODE, its name") of all studies, by code."""
    return tuple(
        (int(key), ", ".join(part for part in (code, name) if part)) for key, code, name in reader.all(_STUDIES)
    )


def sites(reader: Reader) -> tuple[str, ...]:
    """The codes of all sites."""
    return tuple(str(row[0]) for row in reader.all(_VALUES["site"]))


def visits(reader: Reader) -> tuple[str, ...]:
    """The codes of all visits."""
    return tuple(str(row[0]) for row in reader.all(_VALUES["visit"]))
