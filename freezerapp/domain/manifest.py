"""The manifest of a shipment: what was sent, from whom, to whom, in which box and order, and its fingerprint.

One value carries all that any paper or file of a parcel may say: PDF, XLSX, CSV and JSON are made of it alone, and what
its disclosure profile forbids is not in it. No treatment arm, no reason of a hold, no name of a participant.
"""

import hashlib
from typing import Any, NamedTuple, cast

from freezerapp.domain.custody import Json, canonical
from freezerapp.domain.parcel import Classification, Profile, Refrigerant

FORMAT = "freezerapp-manifest"
SCHEMA = 1
"""Version of the portable form; a reader refuses a higher one."""
BELOW = "below the amount asked for"
"""The remark on a tube that holds less than was asked for: the same in every file, said on paper in its language.

It follows from the amount, which every profile tells, so that it may stand wherever that stands.
"""
SHORT = 16
"""Hexadecimal digits of the fingerprint that are printed on each page."""


class Address(NamedTuple):
    """A sender or recipient as papers print it. ``lines`` are street, town and country."""

    organisation: str
    person: str = ""
    lines: tuple[str, ...] = ()
    phone: str = ""
    email: str = ""
    tax_number: str = ""  # EORI or VAT


class Transport(NamedTuple):
    """How the parcel travels. Temperatures in °C, times as ISO text, limits in hours; empty: not said."""

    classification: Classification | None = None
    refrigerant: Refrigerant | None = None
    keep_from: int | None = None
    keep_to: int | None = None
    carrier: str = ""
    service: str = ""
    account: str = ""
    waybill: str = ""
    seal: str = ""
    logger: str = ""
    overpack: bool = False
    planned: str = ""
    expected: str = ""
    transit_limit_h: int | None = None


class Customs(NamedTuple):
    """For the pro-forma invoice; the value is "for customs purposes only". Empty where nothing crosses a border."""

    goods: str = ""
    value: str = ""
    currency: str = ""
    origin: str = ""
    code: str = ""
    incoterm: str = ""
    reason: str = ""
    permits: str = ""


class PackageFacts(NamedTuple):
    """One outer package: sizes in mm, gross mass and net dry ice in g; ``boxes`` are codes of transport boxes."""

    number: int
    kind: str
    boxes: tuple[str, ...] = ()
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    gross_g: int | None = None
    ice_g: int | None = None


class BoxFacts(NamedTuple):
    """One box as it is drawn. Headings are empty for a box whose positions run through (1, 2, 3 …).

    ``absent`` are (row, column) without a position; ``first`` labels the position at the marked corner.
    """

    code: str
    package: int | None
    rows: int
    columns: int
    row_headings: tuple[str, ...] = ()
    column_headings: tuple[str, ...] = ()
    absent: tuple[tuple[int, int], ...] = ()
    first: str = "A1"


class Item(NamedTuple):
    """One tube of the list. ``number`` runs through the whole list in the order of the boxes and of their positions.

    ``tube`` is the code a receiver can scan: the barcode, or the blind code. What the profile withholds is None.
    ``amount`` is a plain decimal number in ``unit``; ``remark`` is BELOW or free text. ``row`` and ``column`` count
    from 0 in the box.
    """

    number: int
    box: str
    position: str
    row: int
    column: int
    tube: str
    material: str
    material_name: str
    participant: str | None = None
    visit: str | None = None
    collected: str | None = None
    amount: str | None = None
    unit: str | None = None
    concentration: str | None = None
    thaws: int | None = None
    temperature: str | None = None
    sprec: str | None = None
    remark: str = ""


class Manifest(NamedTuple):
    """One version of a shipment's manifest. Moments are ISO text with offset; names are of operators.

    ``head_seq`` and ``head_hash`` (hexadecimal) are the newest event of the bank's history when it was issued.
    ``participants`` counts them, whatever the profile withholds.
    """

    number: str
    version: int
    issued_at: str
    bank: str
    bank_uuid: str
    head_seq: int
    head_hash: str
    profile: Profile
    sender: Address
    recipient: Address
    responsible: str  # who answers the telephone for 24 hours
    responsible_phone: str
    transport: Transport
    packages: tuple[PackageFacts, ...]
    boxes: tuple[BoxFacts, ...]
    items: tuple[Item, ...]
    participants: int
    notify: Address | None = None
    kind: str = "external"  # external, internal or return
    study: str = ""
    purpose: str = ""
    request: str = ""
    agreement: str = ""
    agreement_on: str = ""
    consent_checked: str = ""  # when no tube of it was on hold, ISO text
    created_by: str = ""
    packed_by: str = ""
    packed_at: str = ""
    released_by: str = ""
    released_at: str = ""
    second_person: str = ""
    customs: Customs | None = None
    note: str = ""


_PLAIN = frozenset({str, int, bool})
_NO_ITEMS = '"items":[]'
_AT_ONCE = 250

_PLACE = frozenset({"box", "position", "row", "column"})
STAMP = ("version", "issued_at", "head_seq", "head_hash")
"""What a new version brings with it: left out when two contents are compared."""


def plain(value: Any) -> Json:
    """A manifest (or a part of it) as plain JSON values, by the names of its fields."""
    if value is None or type(value) in _PLAIN:
        return cast(Json, value)
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {
            name: each if each is None or type(each) in _PLAIN else plain(each)  # most are, and there are many
            for name, each in zip(value._fields, value, strict=True)
        }
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    return value if isinstance(value, int) else str(value)


def fingerprint(manifest: Manifest) -> str:
    """SHA-256 (hexadecimal) over the canonical JSON of all that the manifest says."""
    # Piece by piece: ten thousand tubes as one text would be the most that printing them takes.
    before, _, after = canonical(plain(manifest._replace(items=()))).partition(_NO_ITEMS)
    made = hashlib.sha256(f'{before}"items":['.encode())
    for at in range(0, len(manifest.items), _AT_ONCE):
        part = canonical(plain(manifest.items[at : at + _AT_ONCE]))
        made.update(f"{',' if at else ''}{part[1:-1]}".encode())
    made.update(f"]{after}".encode())
    return made.hexdigest()


def written(manifest: Manifest) -> tuple[str, str]:
    """Its canonical JSON, whole, and its fingerprint."""
    text = canonical(plain(manifest))
    return text, hashlib.sha256(text.encode()).hexdigest()


def short_fingerprint(whole: str) -> str:
    """The beginning of a fingerprint in groups of four, as it is printed."""
    return " ".join(whole[start : start + 4] for start in range(0, SHORT, 4))


MARK = "FAM1"
"""What the code on each page begins with: says that it is one of a manifest, and of which form."""


class Printed(NamedTuple):
    """What the code on each page tells of its manifest; ``tubes`` counts them, ``short`` begins the fingerprint."""

    number: str
    version: int
    tubes: int
    short: str


def code_text(manifest: Manifest, whole: str = "") -> str:
    """What the Data Matrix on each page holds: ``FAM1 SHP-2026-0031 2 96 7F3A91C2E05B44D1``.

    Capitals, digits and spaces, so that it stays small and survives every scanner and keyboard. ``whole`` is the
    fingerprint where it was made already.
    """
    short = (whole or fingerprint(manifest))[:SHORT].upper()
    return f"{MARK} {manifest.number} {manifest.version} {len(manifest.items)} {short}"


def read_code_text(text: str) -> Printed | None:
    """What such a code says, None if it is another one."""
    mark, _, rest = text.strip().partition(" ")
    parts = rest.rsplit(" ", 3)
    if mark.upper() != MARK or len(parts) != 4:
        return None
    number, version, tubes, short = parts
    whole = all(each.isascii() and each.isdecimal() and len(each) < 10 for each in (version, tubes))
    if not number or not whole or len(short) != SHORT or not set(short.lower()) <= set("0123456789abcdef"):
        return None
    return Printed(number, int(version), int(tubes), short.lower())


def same_content(one: Manifest, other: Manifest) -> bool:
    """Whether two manifests say the same but for what every version brings with it."""
    return one._replace(**{name: getattr(other, name) for name in STAMP}) == other


class Changed(NamedTuple):
    """One thing that a version says otherwise than the one before: tubes by code, everything else by field."""

    what: str  # "added", "removed", "moved", "tube", or the path of a field such as "transport.waybill"
    thing: str  # a tube's code, or empty
    before: str
    after: str


def changes(before: Manifest, after: Manifest) -> list[Changed]:
    """What a version says otherwise than the one before it."""
    found = [
        Changed(name, "", _said(old), _said(new))
        for name, old, new in _pairs("", before, after)
        if old != new and name not in STAMP
    ]
    was, now = ({item.tube: item for item in each.items} for each in (before, after))
    found += [Changed("removed", tube, _place(item), "") for tube, item in was.items() if tube not in now]
    for tube, item in now.items():
        old = was.get(tube)
        if old is None:
            found.append(Changed("added", tube, "", _place(item)))
            continue
        names = [name for name in Item._fields if getattr(old, name) != getattr(item, name) and name != "number"]
        if (old.box, old.position) != (item.box, item.position):
            found.append(Changed("moved", tube, _place(old), _place(item)))
            names = [name for name in names if name not in _PLACE]
        for name in names:
            found.append(Changed(f"tube.{name}", tube, _said(getattr(old, name)), _said(getattr(item, name))))
    return found


def _pairs(path: str, before: Any, after: Any) -> list[tuple[str, Any, Any]]:
    found = []
    for name in before._fields:
        old, new = getattr(before, name), getattr(after, name)
        if name == "items":
            continue
        if hasattr(old, "_fields") and hasattr(new, "_fields"):
            found += _pairs(f"{path}{name}.", old, new)
        else:
            found.append((f"{path}{name}", old, new))
    return found


def _place(item: Item) -> str:
    return f"{item.box} {item.position}"


def _said(value: Any) -> str:
    if value is None:
        return ""
    return canonical(plain(value)) if isinstance(value, tuple) else str(value)
