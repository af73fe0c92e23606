"""The receipt of a parcel that came here, as it is returned to the bank that sent it."""

import json

from freezerapp.domain.custody import PARTY
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import Direction, Outcome
from freezerapp.domain.plain_reading import read_plain
from freezerapp.domain.problems import NotThere
from freezerapp.domain.receipt import Receipt, ReceiptLine
from freezerapp.storage.database import Reader
from freezerapp.storage.ledger import load
from freezerapp.storage.parcels import lines_of, shipment_of, standing_lines, viewing
from freezerapp.storage.rows.manifests import moment, stored_manifests


def receipt_of(reader: Reader, shipment_id: int) -> Receipt:
    """What was found in a parcel from elsewhere, so far. Raises NotThere for one whose list did not come as a file."""
    ledger = viewing(reader)
    shipment = shipment_of(ledger, shipment_id)
    kept = stored_manifests(reader, shipment.number)
    if shipment.direction is not Direction.IN or not kept:
        raise NotThere("manifest", shipment.number)
    manifest = read_plain(Manifest, json.loads(kept[-1].content))
    listed = {item.number: item.tube for item in manifest.items}
    lines = [line for line in standing_lines(lines_of(ledger, shipment_id)) if line.outcome is not None]
    here = load(reader.connection, PARTY, [shipment.recipient_id] if shipment.recipient_id else [])
    by = ledger.many("operator", [shipment.received_by] if shipment.received_by else [])
    return Receipt(
        manifest.number,
        kept[-1].version,
        kept[-1].fingerprint,
        moment(shipment.received_at),
        by[shipment.received_by].name if shipment.received_by else "",
        here[shipment.recipient_id].organisation if shipment.recipient_id else "",
        shipment.arrival_temperature,
        shipment.ice_left,
        None if shipment.seal_intact is None else bool(shipment.seal_intact),
        tuple(
            ReceiptLine(
                (line.code if line.outcome is Outcome.EXTRA else listed.get(line.number)) or line.code or "",
                line.outcome,
                line.outcome_note or "",
            )
            for line in lines
            if line.outcome is not None
        ),
        shipment.arrival_note or "",
    )
