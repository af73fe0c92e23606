"""A recipient's receipt taken in: it says in one go how a parcel of ours arrived."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam, literal_column, select

from freezerapp.commands.ship_arrive import Arrival, ReceiveParcel, RecordArrivals
from freezerapp.domain.parcel import Direction, Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.receipt import Receipt
from freezerapp.storage import parcel_schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import shipment_of
from freezerapp.storage.prepared import Prepared, run

_ISSUED = Prepared(
    select(parcel_schema.manifest.c.fingerprint).where(
        parcel_schema.manifest.c.shipment_id == bindparam("shipment"),
        parcel_schema.manifest.c.void == literal_column("0"),
    )
)


class ReceiptOfAnother(Problem):
    """A receipt is of another shipment, or of a manifest that this bank did not issue for it."""

    def __init__(self, number: str, said: str) -> None:
        super().__init__(number, said)
        self.number, self.said = number, said


@dataclass(frozen=True, slots=True)
class TakeReceipt:
    """Record what a receipt says of a parcel of ours: how it arrived, and each tube. Raises ReceiptOfAnother."""

    kind: ClassVar[str] = "take receipt"
    shipment_id: int
    receipt: Receipt
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        said = self.receipt
        shipment = shipment_of(ledger, self.shipment_id)
        issued = {row[0] for row in run(ledger.connection, _ISSUED, shipment=shipment.id)}
        if shipment.direction is not Direction.OUT or said.number != shipment.number or said.fingerprint not in issued:
            raise ReceiptOfAnother(shipment.number, said.number)
        if shipment.step is Step.DISPATCHED:
            note = "; ".join(text for text in (said.by, said.organisation, said.note) if text)
            ReceiveParcel(shipment.id, said.temperature, said.ice_g, said.seal_intact, note or None).run(ledger)
        arrivals = tuple(Arrival(line.tube, line.outcome, line.note or None) for line in said.lines)
        RecordArrivals(shipment.id, arrivals).run(ledger)
