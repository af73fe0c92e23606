"""Parcels as they are sent: a usual one, and some with everything that makes a page hard."""

import tomllib
from io import BytesIO

from freezerapp import resources
from freezerapp.documents.manifest import write_manifest
from freezerapp.documents.page import Paper
from freezerapp.documents.paper_words import Tongue
from freezerapp.documents.parcel_paper import Print
from freezerapp.domain.manifest import Address, BoxFacts, Customs, Item, Manifest, PackageFacts, Transport
from freezerapp.domain.parcel import Classification, Profile, Refrigerant

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
MATERIALS = (
    ("CSF", "CSF"),
    ("PL1", "Plasma"),
    ("PL2", "Plasma, double spun"),
    ("DNA", "Genomic DNA"),
    ("CEL", "PBMC, viable cells"),
    ("SER", "Serum"),
)
SENDER = Address(
    "DNA and Cell Bank",
    "Shipping desk",
    ("1 Example Street", "91000 Évry-Courcouronnes, France"),
    "+33 0 00 00 00 00",
    "bank@example.org",
    "FR00000000000000",
)
RECIPIENT = Address(
    "Neuroimmunology Laboratory",
    "Sample reception",
    ("2 Example Road", "Brighton, United Kingdom"),
    "+44 0000 000000",
    "lab@example.org",
)
SECRETS = ("MC-FR01-", "V01", "2019", "Mar 2019", "SITE-FR01")
"""What only a full paper tells of the tubes of ``parcel``."""


def colours() -> dict[str, str]:
    """The colours of the light theme, by code of the material."""
    theme = tomllib.loads(resources.path("themes", "light.toml").read_text(encoding="utf-8"))
    return {code: each["colour"] for code, each in theme["material"].items()}


def box(code: str, rows: int = 9, columns: int = 9, package: int | None = 1) -> BoxFacts:
    names = tuple(LETTERS[row] if row < 26 else f"A{LETTERS[row - 26]}" for row in range(rows))
    return BoxFacts(code, package, rows, columns, names, tuple(str(column + 1) for column in range(columns)))


def tube(number: int, where: BoxFacts, place: int, *, kinds: int = 1, step: int = 64, facts: bool = False) -> Item:
    """The tube at a place of a box, counted along its rows."""
    row, column = divmod(place, where.columns)
    position = f"{where.row_headings[row]}{where.column_headings[column]}" if where.row_headings else str(place + 1)
    code, name = MATERIALS[(number - 1) // step % kinds]
    item = Item(
        number, where.code, position, row, column, f"MC{4710 + number:010}", code, name,
        f"MC-FR01-{(number - 1) // 3 + 1:03}", "V01", "2019-03-14", "500", "µL",
    )  # fmt: skip
    if facts:
        item = item._replace(
            concentration="52.1 ng/µL", thaws=number % 3, temperature="−80 °C", sprec="PL1-PED-A-B-N-A-D",
            remark="below the amount asked for" if number % 7 == 0 else "",
        )  # fmt: skip
    return item


def parcel(*filled: tuple[BoxFacts, int], kinds: int = 2, facts: bool = False, **others: object) -> Manifest:
    """A parcel of boxes with so many tubes each; the usual one has 64 CSF and 32 plasma in two boxes."""
    filled = filled or ((box("T-0031-1"), 64), (box("T-0031-2"), 32))
    items: list[Item] = []
    for where, count in filled:
        items += [tube(len(items) + 1 + at, where, at, kinds=kinds, facts=facts) for at in range(count)]
    boxes = tuple(where for where, _ in filled)
    made = Manifest(
        number="SHP-2026-0031",
        version=2,
        issued_at="2026-11-22T14:05:00+01:00",
        bank="DNA and Cell Bank",
        bank_uuid="6f1c2a9e-0000-4000-8000-000000000001",
        head_seq=214_882,
        head_hash="9a" * 32,
        profile=Profile.FULL,
        sender=SENDER,
        recipient=RECIPIENT,
        responsible="Dr. A. Martin",
        responsible_phone="+33 0 11 11 11 11",
        transport=Transport(
            Classification.UN3373, Refrigerant.DRY_ICE, None, -60, "Cold Carrier", "priority", "AC-77",
            "176-1234 5675", "SL-00981", "TL-88213", False, "2026-11-23T09:00+01:00", "2026-11-24T12:00+01:00", 48,
        ),
        packages=(
            PackageFacts(1, "Polystyrene box", tuple(each.code for each in boxes), 400, 400, 350, 16_000, 12_000),
        ),
        boxes=boxes,
        items=tuple(items),
        participants=len({item.participant for item in items}),
        study="MIROCALS",
        purpose="Neurofilament assay, batch 4",
        request="REQ-2026-017",
        agreement="MTA-118",
        agreement_on="2025-06-30",
        consent_checked="2026-11-22T13:58:00+01:00",
        created_by="J. Petit",
        packed_by="J. Petit",
        packed_at="2026-11-22T13:40:00+01:00",
        released_by="Dr. A. Martin",
        released_at="2026-11-22T14:00:00+01:00",
        second_person="L. Moreau",
        customs=Customs(
            "Human CSF and plasma, non-infectious, for research, no commercial value", "96", "EUR", "France", "3002.90",
            "DAP", "Analysis", "CODECOH DC-2026-0001",
        ),
    )  # fmt: skip
    return made._replace(**others)  # type: ignore[arg-type]


def printed(
    manifest: Manifest, tongue: Tongue = Tongue.ENGLISH, paper: Paper = Paper.A4, printed_at: str = ""
) -> bytes:
    """A manifest as the bytes of its PDF."""
    file = BytesIO()
    write_manifest(file, manifest, Print(colours(), tongue, paper, printed_at))
    return file.getvalue()
