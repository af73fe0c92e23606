"""Parcels made for tests of their papers: packed, dispatched, and files of another bank."""

from typing import Any

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.commands.parties import SaveParty
from freezerapp.commands.ship import MakeShipment
from freezerapp.commands.ship_boxes import AddTransportBoxes, PackageSaid, SetPackages
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes
from freezerapp.commands.shipped import presets
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import Classification, Profile, Refrigerant
from freezerapp.domain.party import Party
from freezerapp.storage.rows.shipments import parties
from tests.at_the_bench import Person
from tests.gestures.test_shipping import LAB, do, tubes_of

OWN = Party(0, "Example Biobank", phone="+33 1", responsible="Dr A", responsible_phone="+33 2", own=1)


CSF = "material:CSF status:stored hold:no"


def packed(
    person: Person, count: int = 3, profile: Profile = Profile.FULL, *, finished: bool = True, query: str = CSF
) -> int:
    """A shipment of so many tubes of the bank, packed; its id."""
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        known = {each.organisation: each for each in parties(reader)}
        has_own = any(each.own for each in known.values())
    if not has_own:
        do(person, SaveParty(OWN))
    if LAB.organisation not in known:
        do(person, SaveParty(LAB))
    with bank.reading() as reader:
        lab = next(each.id for each in parties(reader) if each.organisation == LAB.organisation)
    tubes = tuple(key for key, _ in tubes_of(person, count, query))
    said = {
        "recipient_id": lab,
        "classification": Classification.UN3373,
        "refrigerant": Refrigerant.DRY_ICE,
        "keep_to": -60,
        "carrier": "Cold Courier",
        "purpose": "neurofilaments",
        "profile": profile,
    }
    shipment = do(person, MakeShipment(tubes, tuple(said.items())))
    do(person, AddTransportBoxes(shipment, presets().types["transport-box-9x9"]))
    if finished:
        do(person, TakeOut(tubes))
        do(person, PackTubes(shipment, tuple(map(Packed, tubes))))
        do(person, SetPackages(shipment, (PackageSaid("box", gross_g=16_000, ice_g=12_000),)))
        do(person, FinishPacking(shipment))
    assert isinstance(shipment, int)
    return shipment


def issued(person: Person, shipment: int) -> Manifest:
    """The next version of the shipment's manifest."""
    found = do(person, IssueManifest(shipment))
    assert isinstance(found, Manifest)
    return found
