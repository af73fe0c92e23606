"""Tubes whose facts a label is tried with while it is drawn; and the site's own fields, by which they are called."""

from typing import NamedTuple

from sqlalchemy import Integer, bindparam, select

from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import Prepared


class OwnField(NamedTuple):
    """A field of the site: what it is called in files, and on the screen."""

    code: str
    name: str


_s = schema.specimen.c
_COUNT = bindparam("count", type_=Integer)
_WITH_BARCODE = select(_s.id).where(_s.barcode.is_not(None), _s.status != "void").limit(_COUNT)
_AFTER = Prepared(_WITH_BARCODE.where(_s.id > bindparam("tube")).order_by(_s.id))
_BEFORE = Prepared(_WITH_BARCODE.where(_s.id < bindparam("tube")).order_by(_s.id.desc()))
_FIELDS = Prepared(
    select(schema.field.c.code, schema.field.c.name).where(schema.field.c.void == 0).order_by(schema.field.c.code)
)


def tubes_after(reader: Reader, tube: int, count: int) -> tuple[int, ...]:
    """The next tubes with a barcode behind one, in the order they were registered; behind 0 the first."""
    return tuple(int(row[0]) for row in reader.all(_AFTER, tube=tube, count=count))


def tubes_before(reader: Reader, tube: int, count: int) -> tuple[int, ...]:
    """Those before it, the nearest first."""
    return tuple(int(row[0]) for row in reader.all(_BEFORE, tube=tube, count=count))


def own_fields(reader: Reader) -> tuple[OwnField, ...]:
    """The site's own fields, each code once."""
    found = {str(code): OwnField(str(code), str(name)) for code, name in reader.all(_FIELDS)}
    return tuple(found.values())
