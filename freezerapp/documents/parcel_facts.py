"""What the papers of a parcel say of it in words: parties, transport, packages, purpose, materials."""

from collections import Counter

from freezerapp.documents.paper_words import Words
from freezerapp.domain.manifest import Address, Manifest, PackageFacts
from freezerapp.domain.parcel import DRY_ICE_INSTRUCTION, PACKING_INSTRUCTION, Profile, Refrigerant

SHORT_NAME = 13
"""A material of no more characters is called by its name in lists and figures, a longer one by its code."""


def party(address: Address, words: Words) -> tuple[str, ...]:
    """A sender or recipient, line by line; that there is no telephone is said."""
    phone = words("address.phone", phone=address.phone) if address.phone else words("address.no_phone")
    tax = words("address.tax", number=address.tax_number) if address.tax_number else ""
    return address.organisation, *address.lines, address.person, phone, address.email, tax


def responsible(manifest: Manifest, words: Words) -> tuple[str, ...]:
    """Who answers for 24 hours, and where."""
    name = manifest.responsible or words("not_given")
    phone = manifest.responsible_phone
    return name, words("address.phone", phone=phone) if phone else words("address.no_phone")


def net_ice(manifest: Manifest) -> int | None:
    """Net dry ice of all packages in g, None if none tells it."""
    masses = [package.ice_g for package in manifest.packages if package.ice_g is not None]
    return sum(masses) if masses else None


def gross(manifest: Manifest) -> int | None:
    """Gross mass of all packages in g, None if one of them does not tell it."""
    masses = [package.gross_g for package in manifest.packages]
    return sum(mass for mass in masses if mass is not None) if masses and None not in masses else None


def classification(manifest: Manifest, words: Words) -> str:
    """The class as dangerous goods with its packing instruction."""
    chosen = manifest.transport.classification
    if chosen is None:
        return words("classification.not_given")
    instruction = PACKING_INSTRUCTION.get(chosen)
    return words(f"classification.{chosen.value}") + (f", {whole(instruction)}" if instruction else "")


def refrigerant(manifest: Manifest, words: Words) -> str:
    """What keeps the parcel cold, dry ice with its net mass."""
    chosen = manifest.transport.refrigerant
    if chosen is None:
        return words("refrigerant.not_given")
    said = words(f"refrigerant.{chosen.value}", net=words.kilograms(net_ice(manifest)))
    return f"{said}, {whole(DRY_ICE_INSTRUCTION)}" if chosen is Refrigerant.DRY_ICE else said


def kept(manifest: Manifest, words: Words) -> str:
    """The range of temperature that is asked for."""
    low, high = manifest.transport.keep_from, manifest.transport.keep_to
    if low is None and high is None:
        return words("transport.keep_not_given")
    if high is None:
        return words("transport.keep_above", low=words.degrees(low or 0))
    if low is None:
        return words("transport.keep_below", high=words.degrees(high))
    return words("transport.keep_between", low=words.degrees(low), high=words.degrees(high))


def transport(manifest: Manifest, words: Words) -> tuple[str, ...]:
    """How it travels, line by line."""
    how = manifest.transport

    def said(key: str, **facts: str) -> str:
        return words(f"transport.{key}", **facts) if all(facts.values()) else ""

    limit = "" if how.transit_limit_h is None else f"{words.number(how.transit_limit_h)}\u00a0h"
    return (
        classification(manifest, words),
        refrigerant(manifest, words),
        _joined(
            said("waybill", waybill=whole(how.waybill)), how.carrier, how.service, said("account", account=how.account)
        ),
        _joined(kept(manifest, words), said("logger", logger=how.logger)),
        _joined(said("seal", seal=how.seal), words("transport.overpack") if how.overpack else ""),
        _joined(
            said("planned", moment=whole(words.moment(how.planned, manifest.issued_at)) if how.planned else ""),
            said("expected", moment=whole(words.moment(how.expected, manifest.issued_at)) if how.expected else ""),
        ),
        said("limit", hours=limit),
    )


def package_line(package: PackageFacts, words: Words) -> str:
    """One package: its kind, gross mass, net dry ice and size."""
    mass = package.gross_g
    weight = words("package.no_gross") if mass is None else words("package.gross", mass=words.kilograms(mass))
    ice = "" if package.ice_g is None else words("package.ice", mass=words.kilograms(package.ice_g))
    return f"{package.number}  {_joined(package.kind, weight, ice, size_of(package, words))}"


def size_of(package: PackageFacts, words: Words) -> str:
    """Length, width and height of a package, empty where one is not known."""
    sizes = package.length_mm, package.width_mm, package.height_mm
    if None in sizes:
        return ""
    return words("package.size", length=sizes[0], width=sizes[1], height=sizes[2])


def purpose(manifest: Manifest, words: Words) -> tuple[str, ...]:
    """What it is sent for and by which agreement, line by line."""

    def said(key: str, value: str) -> str:
        return words(f"purpose.{key}", **{key: value}) if value else ""

    agreement = words("purpose.no_agreement")
    if manifest.agreement:
        day = whole(words.day(manifest.agreement_on))
        key = "purpose.agreement_of" if day else "purpose.agreement"
        agreement = words(key, agreement=manifest.agreement, day=day)
    key = f"purpose.{manifest.kind}"
    consent, released = manifest.consent_checked, ""
    if manifest.released_by:
        moment = whole(words.moment(manifest.released_at, manifest.issued_at))
        released = words("purpose.released", name=manifest.released_by, moment=moment)
    return (
        _beside(words(key) if words.has(key) else manifest.kind, said("study", manifest.study)),
        manifest.purpose,
        _beside(said("request", manifest.request), agreement),
        words("purpose.consent", moment=whole(words.moment(consent, manifest.issued_at))) if consent else "",
        words("purpose.created", name=manifest.created_by) if manifest.created_by else "",
        released.rstrip(", "),
        words(f"profile.{manifest.profile.value}") if manifest.profile is not Profile.FULL else "",
    )


def materials(manifest: Manifest) -> list[tuple[str, str, int]]:
    """Code, name and count of each material, in the order of the list."""
    counts = Counter(item.material for item in manifest.items)
    names = {item.material: item.material_name for item in reversed(manifest.items)}
    return [(code, names[code], counts[code]) for code in dict.fromkeys(item.material for item in manifest.items)]


def short_name(code: str, name: str) -> str:
    """What a material is called where room is scarce."""
    return name if name and len(name) <= SHORT_NAME else code or name


def counted(manifest: Manifest, words: Words) -> str:
    """The tubes by material: "64 CSF, 32 plasma"."""
    return ", ".join(
        f"{words.number(count)}\u00a0{short_name(code, name)}" for code, name, count in materials(manifest)
    )


def whole(text: str) -> str:
    """A text that is not broken over two lines."""
    return text.replace(" ", "\u00a0")


def _beside(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
