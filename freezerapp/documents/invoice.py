"""The pro-forma invoice of a parcel that crosses a border: what it is, for customs purposes only."""

from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.ice_declaration import shipper_signature
from freezerapp.documents.page import GAP, Facts, Paragraph, Signatures
from freezerapp.documents.page_table import Column, Table, measured
from freezerapp.documents.parcel_facts import gross, materials, party, responsible, whole
from freezerapp.documents.parcel_paper import Print, begin
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import Customs, Manifest

_SIZES = (8.5, 8.0, 7.5, 7.0, 6.5)


def write_invoice(to: Path | BinaryIO, manifest: Manifest, how: Print) -> int:
    """Write the pro-forma invoice; what the customs facts do not say is left open to be written in.

    Returns the pages. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    paper = begin(manifest, how, "invoice")
    sheets, words, manifest = paper.sheets, paper.words, paper.manifest
    customs = manifest.customs or Customs()
    Paragraph(words("invoice.number", number=manifest.number), 11.0, Weight.SEMIBOLD).put(sheets)
    how_sent = manifest.transport

    def told(key: str, value: str) -> str:
        return words(f"invoice.{key}", **{key: value or "________________"})

    carrier = ", ".join(each for each in (how_sent.carrier, whole(how_sent.waybill)) if each)
    Facts(
        (
            (
                (words("marks.shipper"), party(manifest.sender, words)),
                (words("caption.responsible"), responsible(manifest, words)),
            ),
            ((words("marks.consignee"), party(manifest.recipient, words)),),
            (
                (
                    words("caption.transport"),
                    (
                        told("carrier", carrier),
                        words.count("packages", len(manifest.packages)),
                        words("invoice.gross", mass=words.kilograms(gross(manifest))),
                    ),
                ),
            ),
        )
    ).put(sheets)
    rows = [
        (
            words.count("tubes", count),
            words("invoice.tubes_of", goods=customs.goods, material=name or code) if customs.goods else name or code,
        )
        for code, name, count in materials(manifest)
    ]
    columns = [Column(words.each("column.quantity"), kept=True), Column(words.each("column.description"))]
    Table(paper.letters, measured(paper.letters, columns, rows), sheets.width, _SIZES).put(sheets)
    sheets.y += GAP
    value = f"{words.number(customs.value)}\u00a0{customs.currency}".strip() if customs.value else ""
    Paragraph(words("invoice.total", value=value or "________________"), 12.0, Weight.SEMIBOLD).put(sheets)
    for line in (
        *words.each("invoice.only"),
        told("origin", customs.origin),
        told("code", customs.code),
        told("incoterm", customs.incoterm),
        told("reason", customs.reason),
        told("permits", customs.permits),
        "",
        *words.each("invoice.declared"),
    ):
        Paragraph(line, 9.5, after=3).put(sheets)
    sheets.y += GAP
    signed = Signatures((shipper_signature(words),))
    sheets.need(signed.height())
    signed.put(sheets, sheets.page, sheets.y)
    return paper.write(to)
