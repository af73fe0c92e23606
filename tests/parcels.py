"""Parcels for tests: a bank that can send, tubes in its boxes, and shipments that have come so far."""

from pathlib import Path
from typing import Any

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.make_bank import AddOperator
from freezerapp.commands.parties import SaveParty
from freezerapp.commands.ship import MakeShipment
from freezerapp.commands.ship_boxes import AddTransportBoxes, PackageSaid, SetPackages
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes
from freezerapp.commands.shipped import presets
from freezerapp.domain.access import Role
from freezerapp.domain.custody import SHIPMENT
from freezerapp.domain.parcel import Classification, Refrigerant, Step
from freezerapp.domain.party import Party
from tests.build import Bank, a_bank, a_box, a_tube

BOX = presets().types["transport-box-9x9"]
TRAVEL = (
    ("classification", Classification.UN3373),
    ("refrigerant", Refrigerant.DRY_ICE),
    ("keep_to", -60),
    ("carrier", "Cold Courier"),
    ("purpose", "neurofilaments"),
)


def a_sending_bank(folder: Path) -> Bank:
    """A bank with an address of its own (1), a recipient (2), and a second operator (2)."""
    bank = a_bank(folder)
    bank.do(SaveParty(Party(0, "Bank", phone="+33 1", responsible="Dr A", responsible_phone="+33 2", own=1)))
    bank.do(SaveParty(Party(0, "Lab", person="Dr B", street="2 Example Road", country="UK", phone="+44 1")))
    bank.do(AddOperator("Second", Role.OPERATOR))
    return bank


def tubes(bank: Bank, count: int = 3, **facts: Any) -> tuple[int, ...]:
    """So many tubes of CSF, each in the next position of a box of their own; gives their ids."""
    box = a_box(bank, name=f"BOX-{bank.count}")
    bank.count += 1
    facts = {"material": "CSF", "amount": 500_000, "unit": "µL", "participant": "P1", "visit": "V01", **facts}
    return tuple(a_tube(bank, f"T{bank.count}{n}", in_=box, at=f"A{n + 1}", **facts) for n in range(count))


def a_draft(bank: Bank, wanted: tuple[int, ...], **details: Any) -> int:
    """A draft with these tubes on its list and one transport box; gives its id."""
    said = {"recipient_id": 2, **dict(TRAVEL), **details}
    made = bank.do(MakeShipment(wanted, tuple(said.items()))).result
    assert isinstance(made, int)
    bank.do(AddTransportBoxes(made, BOX))
    return made


def a_packed(bank: Bank, wanted: tuple[int, ...], **details: Any) -> int:
    """A parcel with these tubes in its box, ready to be handed over; gives its id."""
    shipment = a_draft(bank, wanted, **details)
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    bank.do(SetPackages(shipment, (PackageSaid("box", gross_g=16_000, ice_g=12_000),)))
    bank.do(FinishPacking(shipment))
    return shipment


def step(bank: Bank, shipment: int) -> Step:
    """How far a shipment has come."""
    found: Step = bank.one(SHIPMENT, shipment).step
    return found


def lines(bank: Bank, shipment: int) -> list[Any]:
    """All lines of a shipment in order, as they stand."""
    rows = bank.rows("SELECT id FROM shipment_line WHERE shipment_id = ? AND void = 0 ORDER BY number, id", shipment)
    return [bank.one("shipment line", key) for (key,) in rows]
