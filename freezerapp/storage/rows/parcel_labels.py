"""What labels say of a parcel: of each of its packages, and of its tubes as far as its profile discloses them."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from freezerapp.domain.cap import tails
from freezerapp.domain.manifest import Address, Manifest, Transport
from freezerapp.domain.parcel import Profile, Refrigerant
from freezerapp.domain.temperature import Temperature
from freezerapp.storage.database import Reader
from freezerapp.storage.parcels import lines_of, shipment_of, standing_lines, viewing
from freezerapp.storage.rows.labels import LabelFacts, consent_held, short_names, tube_label_facts
from freezerapp.storage.rows.manifests import manifest_now
from freezerapp.storage.rows.storage import Storage


class ParcelTubes(NamedTuple):
    """The tubes of a parcel by id, in the order of its list; of a blind or coded one their labels say little."""

    number: str
    profile: Profile
    ids: tuple[int, ...]
    packages: int


def parcel_tubes(reader: Reader, shipment_id: int) -> ParcelTubes:
    """Which tubes and how many packages of a parcel are labelled. Raises NotThere."""
    ledger = viewing(reader)
    shipment = shipment_of(ledger, shipment_id)
    found = manifest_now(ledger, shipment_id, planned=True)
    return ParcelTubes(
        shipment.number, shipment.profile, tuple(_numbered(reader, shipment_id, found)), max(1, len(found.packages))
    )


def parcel_tube_facts(
    reader: Reader, shipment_id: int, ids: Iterable[int], tree: Storage, fields: frozenset[str] | None = None
) -> list[LabelFacts]:
    """What the labels of tubes say in this parcel, in the order of the ids.

    Of a blind one its code for this parcel, material and number in the list, of a coded one the barcode instead;
    neither participant, visit, date, site nor place.
    """
    ledger = viewing(reader)
    shipment = shipment_of(ledger, shipment_id)
    numbers = _numbered(reader, shipment_id, manifest_now(ledger, shipment_id, planned=True))
    wanted = [key for key in ids if key in numbers]
    tubes = ledger.specimens(wanted)
    materials = ledger.many("material", {tube.material_id for tube in tubes.values()})
    held = consent_held(reader, wanted)
    if shipment.profile is Profile.FULL:
        rows = tube_label_facts(reader, wanted, tree, short_names(reader), fields)
        return [row._replace(facts={**row.facts, "line": str(numbers[row.id][0])}) for row in rows]
    ends = tails([code for _, code in numbers.values() if code])
    found = []
    for key in wanted:
        number, code = numbers[key]
        if not code:
            continue
        material = materials[tubes[key].material_id]
        facts = {
            "barcode": code,
            "material": str(material.name),
            "material:code": str(material.code),
            "line": str(number),
            "tail": ends.get(code, code[-4:]),
        }
        class_ = Temperature(material.temperature) if material.temperature else None
        found.append(LabelFacts(key, facts, class_, key in held))
    return found


def package_label_facts(reader: Reader, shipment_id: int) -> list[Mapping[str, str]]:
    """What the label of each package says; one where no package is told."""
    found = manifest_now(viewing(reader), shipment_id, planned=True)
    count = max(1, len(found.packages))
    facts = {
        "code": found.number,
        "from": _address(found.sender),
        "to": found.recipient.organisation,
        "to:address": ", ".join(filter(None, (found.recipient.person, *found.recipient.lines))),
        "temperature": kept_at(found.transport),
        "un": _un(found.transport),
        "packages": str(count),
    }
    said = {name: text for name, text in facts.items() if text}
    numbers = [package.number for package in found.packages] or [1]
    return [{**said, "package": str(number)} for number in numbers]


def kept_at(transport: Transport) -> str:
    """The range of temperature in signs: "−80 … −60 °C", "≤ −60 °C"; empty where none is asked for."""
    low, high = (
        "" if each is None else f"{each}".replace("-", "−") for each in (transport.keep_from, transport.keep_to)
    )
    if low and high:
        return f"{low} … {high} °C"
    return f"≥ {low} °C" if low else f"≤ {high} °C" if high else ""


def _un(transport: Transport) -> str:
    """The marks as text; the marks themselves have sizes of their own and stand on the package."""
    marks = [transport.classification.value] if transport.classification is not None else []
    if transport.refrigerant is Refrigerant.DRY_ICE:
        marks.append("UN1845")
    return " · ".join(marks)


def _address(address: Address) -> str:
    return ", ".join(filter(None, (address.organisation, *address.lines[-2:])))


def _numbered(reader: Reader, shipment_id: int, found: Manifest) -> dict[int, tuple[int, str]]:
    """Number in the list and code in this parcel, by tube, in the order of the list; tubes without a place last."""
    ledger = viewing(reader)
    blind = found.profile is Profile.BLIND
    lines = [line for line in standing_lines(lines_of(ledger, shipment_id)) if line.specimen_id is not None]
    tubes = ledger.specimens(line.specimen_id for line in lines if line.specimen_id is not None)
    codes = {
        key: (line.blind_code if blind else tubes[key].barcode) or ""
        for line in lines
        if (key := line.specimen_id) is not None
    }
    by_code = {code: key for key, code in codes.items() if code}
    placed = [by_code[item.tube] for item in found.items if item.tube in by_code]
    seen = set(placed)
    rest = [line.specimen_id for line in sorted(lines, key=lambda line: line.number) if line.specimen_id not in seen]
    order = [*placed, *(key for key in rest if key is not None)]
    return {key: (number, codes[key]) for number, key in enumerate(order, 1)}
