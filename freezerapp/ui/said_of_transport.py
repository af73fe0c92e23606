"""How a shipment travels, in words: its addresses, its transport, what its papers tell, its packages."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.parcel import DRY_ICE_INSTRUCTION, PACKING_INSTRUCTION, Refrigerant
from freezerapp.ui import said_of_parcel, words
from freezerapp.ui.widgets.facts_table import Fact

if TYPE_CHECKING:
    from freezerapp.domain.party import Party
    from freezerapp.domain.shipment import Package, Shipment
    from freezerapp.storage.rows.shipments import Parcel

translate = QCoreApplication.translate
GRAMS = 1000


def kinds() -> dict[str, str]:
    """Kinds of shipment in words, by the word that is kept."""
    return {
        "external": translate("Transport", "To another institution"),
        "internal": translate("Transport", "Within the institution"),
        "return": translate("Transport", "Return to the sender"),
    }


def addresses(parcel: "Parcel") -> tuple[Fact, ...]:
    """Who sends, who receives, and who answers for 24 hours."""
    sender, recipient = parcel.sender, parcel.recipient
    facts = [
        _fact(translate("Transport", "Sender"), _address(sender), needed=True),
        _fact(translate("Transport", "Telephone"), sender.phone if sender else None, needed=True),
        _fact(translate("Transport", "Responsible, 24 h"), _responsible(sender), needed=True),
        _fact(translate("Transport", "Recipient"), _address(recipient), needed=True),
        _fact(translate("Transport", "Telephone"), recipient.phone if recipient else None, needed=True),
    ]
    return tuple(each for each in facts if each is not None)


def transport(shipment: "Shipment") -> tuple[Fact, ...]:
    """Classification, cold, carrier and times."""
    cold = words.sentence_case(said_of_parcel.word("refrigerant", shipment.refrigerant)) if shipment.refrigerant else ""
    if shipment.refrigerant is Refrigerant.DRY_ICE:
        cold += f", UN1845, {DRY_ICE_INSTRUCTION}"
    facts = [
        _fact(translate("Transport", "Classification"), _classification(shipment), needed=True),
        _fact(translate("Transport", "Kept cold by"), cold, needed=True),
        _fact(
            translate("Transport", "Temperature"),
            temperatures(shipment.keep_from, shipment.keep_to),
            needed=shipment.refrigerant is not Refrigerant.AMBIENT,
        ),
        _fact(translate("Transport", "Carrier"), _listed(shipment.carrier, shipment.service), needed=True),
        _fact(translate("Transport", "Waybill"), shipment.waybill),
        _fact(translate("Transport", "Account"), shipment.account),
        _fact(translate("Transport", "Seal"), shipment.seal),
        _fact(translate("Transport", "Logger"), shipment.logger),
        _fact(translate("Transport", "Overpack"), translate("Transport", "yes") if shipment.overpack else None),
        _fact(translate("Transport", "Planned"), words.bench_date(shipment.planned_on)),
        _fact(translate("Transport", "Expected"), words.bench_date(shipment.expected_on)),
        _fact(
            translate("Transport", "In transit at most"),
            translate("Transport", "{hours} h").format(hours=shipment.transit_limit_h)
            if shipment.transit_limit_h
            else None,
        ),
    ]
    return tuple(each for each in facts if each is not None)


def request(shipment: "Shipment") -> tuple[Fact, ...]:
    """What it is for, and what its papers tell."""
    agreement = _listed(shipment.agreement, words.bench_date(shipment.agreement_on))
    name, meaning = said_of_parcel.profile_words(shipment.profile)
    facts = [
        _fact(translate("Transport", "Kind"), kinds().get(shipment.kind, shipment.kind)),
        _fact(translate("Transport", "Purpose"), shipment.purpose),
        _fact(translate("Transport", "Request"), shipment.request),
        _fact(translate("Transport", "Agreement"), agreement),
        _fact(
            translate("Transport", "In each tube"),
            translate("Transport", "at least {amount}").format(
                amount=words.amount(shipment.needed, shipment.needed_unit)
            )
            if shipment.needed is not None
            else None,
        ),
        Fact(translate("Transport", "Papers tell"), meaning, f"{name}:"),
        _fact(
            translate("Transport", "One participant"),
            translate("Transport", "tubes stay together") if shipment.together else None,
        ),
        _fact(
            translate("Transport", "Hand-over"),
            translate("Transport", "by two persons") if shipment.two_persons else None,
        ),
        _fact(translate("Transport", "Note"), shipment.note),
    ]
    return tuple(each for each in facts if each is not None)


def customs(shipment: "Shipment") -> tuple[Fact, ...]:
    """What customs want to know; empty if nothing was filled in."""
    value = _listed(shipment.customs_value, shipment.customs_currency, joined=" ")
    facts = [
        _fact(translate("Transport", "Goods"), shipment.customs_goods),
        _fact(translate("Transport", "Value"), value),
        _fact(translate("Transport", "Origin"), shipment.customs_origin),
        _fact(translate("Transport", "Tariff code"), shipment.customs_code),
        _fact(translate("Transport", "Incoterm"), shipment.incoterm),
        _fact(translate("Transport", "Reason for export"), shipment.export_reason),
        _fact(translate("Transport", "Permits"), shipment.permits),
    ]
    return tuple(each for each in facts if each is not None)


def packages(parcel: "Parcel") -> tuple[Fact, ...]:
    """Each package in a line: kind, size, gross mass, dry ice, and the boxes in it."""
    return tuple(
        Fact(
            translate("Transport", "Package {number}").format(number=package.number),
            ", ".join(part for part in (package.kind, *package_facts(package), _inside(parcel, package)) if part),
        )
        for package in parcel.packages
    )


def package_facts(package: "Package") -> list[str]:
    """ "400 × 400 × 450 mm", "16 kg gross", "12 kg dry ice"."""
    found = []
    if package.length_mm and package.width_mm and package.height_mm:
        found.append(f"{package.length_mm} × {package.width_mm} × {package.height_mm} mm")
    if package.gross_g:
        found.append(translate("Transport", "{mass} gross").format(mass=mass(package.gross_g)))
    if package.ice_g:
        found.append(translate("Transport", "{mass} of dry ice").format(mass=mass(package.ice_g)))
    return found


def mass(grams: int) -> str:
    """ "16 kg", with the decimals that are known."""
    return f"{words.decimal(Decimal(grams) / GRAMS)} kg"


def temperatures(low: int | None, high: int | None) -> str:
    """ "−80 to −60 °C", "at most −60 °C"."""
    if low is not None and high is not None:
        text = translate("Transport", "{low} to {high}")
        return text.format(low=words.temperature(low).removesuffix(" °C"), high=words.temperature(high))
    if high is not None:
        return translate("Transport", "at most {degrees}").format(degrees=words.temperature(high))
    return (
        translate("Transport", "at least {degrees}").format(degrees=words.temperature(low)) if low is not None else ""
    )


def _classification(shipment: "Shipment") -> str:
    if shipment.classification is None:
        return ""
    said = said_of_parcel.word("classification", shipment.classification)
    return _listed(said, PACKING_INSTRUCTION.get(shipment.classification)) or ""


def _inside(parcel: "Parcel", package: "Package") -> str:
    inside = [words.number(box.box.number) for box in parcel.boxes if box.box.package_id == package.id]
    if not inside:
        return ""
    return translate("Transport", "box {numbers}").format(numbers=", ".join(inside))


def _fact(label: str, value: str | None, *, needed: bool = False) -> Fact | None:
    """A line; nothing where nothing is known, unless it is needed."""
    if value:
        return Fact(label, value)
    return Fact(label, translate("Transport", "not said yet"), warning=True) if needed else None


def _address(party: "Party | None") -> str:
    if party is None:
        return ""
    lines = (party.organisation, party.person, *(party.street or "").splitlines(), party.town, party.country)
    return ", ".join(part for part in lines if part)


def _responsible(party: "Party | None") -> str | None:
    if party is None or not party.responsible or not party.responsible_phone:
        return None
    return f"{party.responsible}, {party.responsible_phone}"


def _listed(*parts: str | None, joined: str = ", ") -> str:
    return joined.join(part for part in parts if part)
