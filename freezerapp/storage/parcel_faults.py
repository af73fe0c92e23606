"""What can be wrong with shipments, pick lists and manifests though each row says what history says."""

from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection

from freezerapp.storage.audit import Finding


def manifests(connection: Connection) -> Iterator[Finding]:
    """Manifests whose content is not what their fingerprint was made of, or that name an event history has not."""
    cursor = connection.connection.cursor()
    cursor.execute(
        "SELECT s.number, m.version, m.fingerprint, m.head_seq, m.head_hash, m.content, e.hash, s.direction "
        "FROM manifest m JOIN shipment s ON s.id = m.shipment_id LEFT JOIN event e ON e.seq = m.head_seq ORDER BY m.id"
    )
    while row := cursor.fetchone():
        number, version, said, seq, head, content, here, direction = row
        if sha256(content.encode()).hexdigest() != said:
            yield Finding(f"manifest {number} version {version}", "was changed after it was issued")
        if seq and direction == "out" and (here is None or here.hex() != head):
            yield Finding(f"manifest {number} version {version}", f"names another event {seq} than history has")


def parcels(connection: Connection) -> Iterator[Finding]:
    """Tubes, boxes and lines of a parcel that disagree about what is in it."""
    for number, barcode, status in _rows(
        connection,
        "SELECT s.number, t.barcode, t.status FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
        "JOIN specimen t ON t.id = l.specimen_id WHERE l.void = 0 AND l.state = 'packed' "
        "AND t.status <> 'in a shipment'",
    ):
        yield Finding(f"shipment {number}", f"tube {barcode} is packed in it, but is {status}")
    for (barcode,) in _rows(
        connection,
        "SELECT t.barcode FROM specimen t WHERE t.status = 'in a shipment' AND NOT EXISTS (SELECT 1 FROM "
        "shipment_line l WHERE l.specimen_id = t.id AND l.void = 0 AND l.state = 'packed')",
    ):
        yield Finding(f"tube {barcode}", "is in a shipment that does not list it")
    for number, barcode, name in _rows(
        connection,
        "SELECT s.number, t.barcode, c.name FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
        "JOIN specimen t ON t.id = l.specimen_id JOIN place p ON p.specimen_id = t.id AND p.\"use\" = 'here' "
        "JOIN container c ON c.id = p.container_id WHERE l.void = 0 AND l.state = 'packed' AND NOT EXISTS (SELECT 1 "
        "FROM parcel_box b WHERE b.shipment_id = l.shipment_id AND b.container_id = p.container_id AND b.void = 0)",
    ):
        yield Finding(f"shipment {number}", f"tube {barcode} is packed in it, but stands in {name}")
    for owner, number, line, step in _rows(
        connection,
        "SELECT 'shipment', s.number, l.number, s.step FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id "
        "WHERE l.void = 0 AND l.\"open\" = 1 AND (s.void = 1 OR s.step NOT IN ('draft', 'packed')) "
        "UNION ALL SELECT 'pick list', p.number, w.number, p.state FROM pick_line w JOIN pick_list p "
        "ON p.id = w.list_id WHERE w.void = 0 AND w.\"open\" = 1 AND (p.void = 1 OR p.state <> 'open')",
    ):
        yield Finding(f"{owner} {number}", f"its line {line} reserves a tube, though it is {step}")


def numbers(connection: Connection) -> Iterator[Finding]:
    """Shipments and pick lists that a scan of their number would not find."""
    for kind, table in (("shipment", "shipment"), ("pick list", "pick_list")):
        for (number,) in _rows(
            connection,
            f"SELECT t.number FROM {table} t WHERE t.void = 0 AND NOT EXISTS (SELECT 1 FROM code c "
            f"WHERE c.owner_kind = '{kind}' AND c.owner_id = t.id AND c.text = t.number AND c.valid_until IS NULL)",
        ):
            yield Finding(f"{kind} {number}", "its number does not lead to it")


def _rows(connection: Connection, sql: str) -> list[Any]:
    return list(connection.connection.cursor().execute(sql))
