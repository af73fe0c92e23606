"""The declaration of dry ice: the text that stands on the air waybill, and as a page to go with the parcel."""

from collections import Counter
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.page import GAP, Ask, Facts, Paragraph, Signature, Signatures
from freezerapp.documents.paper_words import Words
from freezerapp.documents.parcel_facts import classification, net_ice, party, responsible
from freezerapp.documents.parcel_paper import Print, begin
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import DRY_ICE_INSTRUCTION, MOST_DRY_ICE_G, Classification, Refrigerant

_DECLARED = "UN1845"


def ice_lines(manifest: Manifest, words: Words) -> list[str]:
    """What is to be declared: first the lines for the air waybill, then what they rest on."""
    if manifest.transport.refrigerant is not Refrigerant.DRY_ICE:
        return list(words.each("ice.none"))
    counts = Counter(package.ice_g for package in manifest.packages)
    found: list[str] = []
    for mass, count in counts.items():
        key = "ice.declared_blank" if mass is None else "ice.declared"
        found += [each(key, count=count, mass=each.kilograms(mass)) for each in words.alone()]
    found += [each("ice.total", mass=each.kilograms(net_ice(manifest))) for each in words.alone()]
    found += words.each("ice.instruction", instruction=DRY_ICE_INSTRUCTION)
    told = manifest.transport.classification
    for each in words.alone():
        goods = classification(manifest, each) if told else each("ice.other_goods")
        found.append(each("ice.cools", goods=goods))
    found += words.each("ice.with_dgd" if told is Classification.UN2814 else "ice.no_dgd")
    if any(mass is not None and mass > MOST_DRY_ICE_G for mass in counts):
        found += [each("ice.over", mass=each.kilograms(MOST_DRY_ICE_G)) for each in words.alone()]
    return found


def write_ice_declaration(to: Path | BinaryIO, manifest: Manifest, how: Print) -> int:
    """Write the declaration as a page to be signed.

    Returns the pages. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    paper = begin(manifest, how, "ice")
    sheets, words, manifest = paper.sheets, paper.words, paper.manifest
    Facts(
        (
            ((words("marks.shipper"), party(manifest.sender, words)),),
            ((words("marks.consignee"), party(manifest.recipient, words)),),
            ((words("caption.responsible"), responsible(manifest, words)),),
        )
    ).put(sheets)
    for line in ice_lines(manifest, words):
        first = line.startswith(_DECLARED)
        Paragraph(line, 13.0 if first else 10.0, Weight.SEMIBOLD if first else Weight.REGULAR, after=6).put(sheets)
    sheets.y += GAP
    signed = Signatures((shipper_signature(words),))
    sheets.need(signed.height())
    signed.put(sheets, sheets.page, sheets.y)
    return paper.write(to)


def shipper_signature(words: Words) -> Signature:
    """The box in which the sender signs."""
    asked = tuple((Ask(words.each(f"sign.{key}")),) for key in ("name", "when", "signature"))
    return Signature(words("sign.shipper"), (), asked)
