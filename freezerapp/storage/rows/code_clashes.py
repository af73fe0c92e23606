"""Codes of tubes elsewhere that tubes here have as well."""

from collections.abc import Sequence

from sqlalchemy import literal_column, select

from freezerapp.domain.barcode import code_key
from freezerapp.domain.shipment import COMING
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds

_STATUS_OF = ByIds(
    select(schema.code.c.key, schema.specimen.c.status)
    .select_from(schema.code.join(schema.specimen, schema.specimen.c.id == schema.code.c.owner_id))
    .where(schema.code.c.owner_kind == literal_column("'specimen'")),
    schema.code.c.key,
)


def here_already(reader: Reader, codes: Sequence[str]) -> tuple[str, ...]:
    """Those of these codes that lead to a tube which no parcel can bring: it is here, or is no more."""
    statuses: dict[str, str] = dict(_STATUS_OF.rows(reader.connection, [code_key(code) for code in codes]))
    return tuple(code for code in codes if statuses.get(code_key(code), "shipped") not in COMING)
