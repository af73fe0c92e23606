"""A manifest for tests of files and papers: as many tubes as asked for, in boxes of nine by nine."""

from freezerapp.domain.manifest import (
    Address,
    BoxFacts,
    Customs,
    Item,
    Manifest,
    PackageFacts,
    Transport,
)
from freezerapp.domain.parcel import Classification, Profile, Refrigerant

HEAD = "5a" * 32
ROWS, COLUMNS = "ABCDEFGHI", tuple(map(str, range(1, 10)))


def a_manifest(tubes: int = 3, profile: Profile = Profile.FULL, number: str = "SHP-2026-0031") -> Manifest:
    """What a bank sends; 81 tubes to a box, two boxes to a package."""
    boxes = max(1, -(-tubes // 81))
    codes = [f"T-0031-{box + 1}" for box in range(boxes)]
    return Manifest(
        number=number,
        version=2,
        issued_at="2026-11-22T14:05+01:00",
        bank="DNA and Cell Bank",
        bank_uuid="7f8d4c1e-6a3b-4b0e-9f43-0c7d6f2f1a55",
        head_seq=214_882,
        head_hash=HEAD,
        profile=profile,
        sender=Address(
            "DNA and Cell Bank", "Shipping desk", ("1 Example Street", "91000 Évry-Courcouronnes"), "+33 0 00 00 00 00"
        ),
        recipient=Address("Neuroimmunology <Laboratory> & Co", "“Reception”", ("2 Example Road",), "+44 0000 000000"),
        responsible="A. Person",
        responsible_phone="+33 0 00 00 00 01",
        transport=Transport(
            Classification.UN3373, Refrigerant.DRY_ICE, None, -60, "Carrier", waybill="176-1234 5675", logger="TL-88213"
        ),
        packages=tuple(
            PackageFacts(at + 1, "EPS box", tuple(codes[at * 2 : at * 2 + 2]), 400, 300, 300, 8000, 6000)
            for at in range(-(-boxes // 2))
        ),
        boxes=tuple(BoxFacts(code, at // 2 + 1, 9, 9, tuple(ROWS), COLUMNS) for at, code in enumerate(codes)),
        items=tuple(an_item(at, codes[at // 81], profile) for at in range(tubes)),
        participants=-(-tubes // 3),
        study="MIROCALS",
        purpose="CSF neurofilament",
        request="REQ-12",
        agreement="MTA-118",
        agreement_on="2026-10-01",
        consent_checked="2026-11-22T13:50+01:00",
        created_by="A. Person",
        packed_by="B. Person",
        packed_at="2026-11-22T13:40+01:00",
        customs=Customs("human CSF, for research, no commercial value", "1", "EUR", "FR"),
    )


def an_item(at: int, box: str, profile: Profile = Profile.FULL) -> Item:
    """The tube at a place in the list (from 0)."""
    row, column = divmod(at % 81, 9)
    item = Item(
        number=at + 1,
        box=box,
        position=f"{ROWS[row]}{COLUMNS[column]}",
        row=row,
        column=column,
        tube=f"MC{4711 + at:010}" if profile is not Profile.BLIND else f"BL{(at * 7919) % 1_000_003:08}",
        material="CSF",
        material_name="Cerebrospinal fluid",
    )
    if profile is not Profile.FULL:
        return item
    return item._replace(
        participant=f"MC-FR01-{at // 3 + 1:03}",
        visit="V01",
        collected="2019-03-14T09:30",
        amount="0.5",
        unit="mL",
        thaws=1,
        temperature="<= -60 °C",
        sprec="CSF-PPS-A-B-N-A-D",
        remark="=1+1" if at % 2 else "“last” one; kept, µ°É",
    )
