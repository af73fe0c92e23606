"""Tubes that stand on the list of a shipment: asked of a search, and told of a tube."""

from collections.abc import Callable

from sqlalchemy import ColumnElement, literal_column, select

from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.prepared import ByIds

_l, _s = parcel_schema.shipment_line.c, parcel_schema.shipment.c
_standing = (
    _s.void == literal_column("0"),
    _l.void == literal_column("0"),
    _l.specimen_id.is_not(None),
    _l.state.not_in([literal_column("'removed'"), literal_column("'replaced'")]),
)
NUMBERS = ByIds(
    select(_l.specimen_id, _s.number).join(parcel_schema.shipment, _s.id == _l.shipment_id).where(*_standing),
    _l.specimen_id,
)
"""The numbers of the shipments that list a tube."""


def listed(fits: Callable[..., ColumnElement[bool]]) -> ColumnElement[bool]:
    """Whether a tube is on the list of a shipment whose number fits."""
    tubes = select(_l.specimen_id).join(parcel_schema.shipment, _s.id == _l.shipment_id)
    return schema.specimen.c.id.in_(tubes.where(*_standing, fits(_s.number)))
