"""Which tubes have had a label already, and which are not to be labelled as consent is on hold."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import literal_column, select

from freezerapp.domain.specimen import HoldKind
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.finding import PAGE, Readable
from freezerapp.storage.prepared import ByIds, Row

_v, _f = schema.field_value.c, schema.field.c
_COUNTED = ByIds(
    select(_v.owner_id, _v.text)
    .select_from(schema.field_value.join(schema.field, _f.id == _v.field_id))
    .where(
        _f.void == literal_column("0"),
        _f.code == literal_column("'labels-printed'"),
        _v.owner_kind == literal_column("'specimen'"),
    ),
    _v.owner_id,
)
_HELD = ByIds(
    select(schema.hold.c.specimen_id).where(schema.hold.c.kind == literal_column(f"'{HoldKind.CONSENT.value}'")),
    schema.hold.c.specimen_id,
)
_BARCODES = ByIds(select(schema.specimen.c.id, schema.specimen.c.barcode), schema.specimen.c.id)


class Standing(NamedTuple):
    """Of some tubes: how many labels those had that had any, who is on a consent hold, and the barcodes there are."""

    printed: Mapping[int, int]
    held: frozenset[int]
    barcodes: Mapping[int, str]


def standing(database: Readable, ids: Sequence[int]) -> Standing:
    """How tubes stand with labels, read in short transactions."""
    printed: dict[int, int] = {}
    held: set[int] = set()
    barcodes: dict[int, str] = {}
    for start in range(0, len(ids), PAGE):
        part = ids[start : start + PAGE]
        with database.reading() as reader:
            printed |= {key: int(text) for key, text in _rows(reader, _COUNTED, part) if str(text).isdigit()}
            held |= {row[0] for row in _rows(reader, _HELD, part)}
            barcodes |= {key: barcode for key, barcode in _rows(reader, _BARCODES, part) if barcode}
    return Standing({key: count for key, count in printed.items() if count}, frozenset(held), barcodes)


def _rows(reader: Reader, by_ids: ByIds, ids: Sequence[int]) -> Iterator[Row]:
    return by_ids.rows(reader.connection, ids)
