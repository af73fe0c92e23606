"""What shipments, pick lists and the address book hang on: none of it is taken back while something uses it."""

from typing import Any

from sqlalchemy import ColumnElement, Table, bindparam, literal_column, select

from freezerapp.domain.custody import LINE, MANIFEST, PACKAGE, PARCEL_BOX, PARTY, PICK_LINE, PICK_LIST, SHIPMENT
from freezerapp.domain.problems import CannotBeTakenBack
from freezerapp.storage import parcel_schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run


def _of(table: Table, column: ColumnElement[Any]) -> Prepared:
    return Prepared(select(table.c.id).where(column == bindparam("id"), table.c.void == literal_column("0")))


_USED_BY: dict[str, tuple[tuple[str, Prepared], ...]] = {
    SHIPMENT: (
        (LINE, _of(parcel_schema.shipment_line, parcel_schema.shipment_line.c.shipment_id)),
        (PACKAGE, _of(parcel_schema.package, parcel_schema.package.c.shipment_id)),
        (PARCEL_BOX, _of(parcel_schema.parcel_box, parcel_schema.parcel_box.c.shipment_id)),
        (MANIFEST, _of(parcel_schema.manifest, parcel_schema.manifest.c.shipment_id)),
        (PICK_LIST, _of(parcel_schema.pick_list, parcel_schema.pick_list.c.shipment_id)),
    ),
    PACKAGE: ((PARCEL_BOX, _of(parcel_schema.parcel_box, parcel_schema.parcel_box.c.package_id)),),
    PICK_LIST: ((PICK_LINE, _of(parcel_schema.pick_line, parcel_schema.pick_line.c.list_id)),),
    PARTY: tuple(
        (SHIPMENT, _of(parcel_schema.shipment, parcel_schema.shipment.c[name]))
        for name in ("sender_id", "recipient_id", "notify_id")
    ),
}


def check_unused(ledger: Ledger, kind: str, value: Any, leaving: list[tuple[str, int]]) -> None:
    """Raise CannotBeTakenBack while anything but ``leaving`` (kind, id) uses a part of a shipment or pick list."""
    going = set(leaving)
    for user, statement in _USED_BY.get(kind, ()):
        for (key,) in run(ledger.connection, statement, id=value.id):
            if (user, key) not in going:
                raise CannotBeTakenBack(ledger.operation.kind, "in use")
