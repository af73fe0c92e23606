"""The manifest of a shipment as PDF: what the parcel is, a map of each box, and every tube in their order."""

from collections import Counter
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.box_band import Band
from freezerapp.documents.box_rail import Rail
from freezerapp.documents.boxes_shown import shown_boxes
from freezerapp.documents.manifest_list import tube_list
from freezerapp.documents.page import (
    BODY,
    GAP,
    SMALL,
    Ask,
    Cards,
    Draw,
    Facts,
    Line,
    Lines,
    Paragraph,
    Sheets,
    Signature,
    Signatures,
)
from freezerapp.documents.page_table import measured
from freezerapp.documents.paper_words import Words
from freezerapp.documents.parcel_facts import counted, package_line, party, purpose, responsible, size_of, transport
from freezerapp.documents.parcel_paper import Print, begin
from freezerapp.documents.pen import MUTED, Pen
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import Manifest

FEW_PACKAGES = 3
"""So many are told beside the purpose; more have a block of their own."""
_ACROSS = 5
_MOST_KINDS = 6


def write_manifest(to: Path | BinaryIO, manifest: Manifest, how: Print) -> int:
    """Write a manifest; returns its pages. The same manifest, printed the same way, gives the same bytes.

    Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    reserved = _signatures(manifest, Words(how.tongue)).height() + GAP
    paper = begin(manifest, how, "manifest", reserved=reserved)
    manifest, sheets, words, letters, _ = paper
    signed = _signatures(manifest, words)
    signed.put(sheets, 0, sheets.bottom - signed.height() - 2)
    _what_it_is(sheets, manifest)
    shown = shown_boxes(manifest, letters, words, how.colours)
    told = measured(letters, *tube_list(manifest, words))
    (Rail.fitted(sheets, shown, told) or Band(sheets, shown, told)).put()
    return paper.write(to)


def _what_it_is(sheets: Sheets, manifest: Manifest) -> None:
    """From whom, to whom, how, what for, and how much: all that the first page must tell."""
    words = sheets.words
    few = len(manifest.packages) <= FEW_PACKAGES
    lines = tuple(package_line(package, words) for package in manifest.packages)
    told = lines or (words("not_given"),)
    if not few:
        kinds = Counter((each.kind, size_of(each, words)) for each in manifest.packages)
        told = (
            words.count("packages", len(lines)),
            *(", ".join(part for part in (f"{count} × {kind}", size) if part) for (kind, size), count in kinds.items()),
        )[:_MOST_KINDS]
    towards = [(words("caption.to"), party(manifest.recipient, words))]
    if manifest.notify is not None:
        towards.append((words("caption.notify"), party(manifest.notify, words)))
    towards.append((words("caption.purpose"), purpose(manifest, words)))
    Facts(
        (
            (
                (words("caption.from"), party(manifest.sender, words)),
                (words("caption.responsible"), responsible(manifest, words)),
            ),
            tuple(towards),
            (
                (words("caption.transport"), transport(manifest, words)),
                (words("caption.packages"), told),
            ),
        )
    ).put(sheets)
    if not few:
        _packages(sheets, manifest)
    if manifest.note:
        Paragraph(f"{words('caption.note')}{words.colon} {manifest.note}", BODY, after=GAP).put(sheets)
    Cards(
        (
            (words("caption.tubes"), words.number(len(manifest.items))),
            (words("caption.boxes"), words.number(len(manifest.boxes))),
            (words("caption.participants"), words.number(manifest.participants)),
            (words("caption.material"), counted(manifest, words) or "–"),
        )
    ).put(sheets)


def _packages(sheets: Sheets, manifest: Manifest) -> None:
    """Many packages: what each weighs, in their order along the lines."""
    words, gap = sheets.words, 8.0
    width = (sheets.width - gap * (_ACROSS - 1)) / _ACROSS
    caption = Line(words("package.each"), SMALL, Weight.SEMIBOLD, MUTED)
    rows = [[Lines(sheets.letters, [caption], sheets.left, sheets.width)]]
    lines = [
        Line(f"{each.number}  {words.kilograms(each.gross_g)}, {words.kilograms(each.ice_g)}", 7.2)
        for each in manifest.packages
    ]
    for at in range(0, len(lines), _ACROSS):
        rows.append(
            [
                Lines(sheets.letters, [line], sheets.left + column * (width + gap), width)
                for column, line in enumerate(lines[at : at + _ACROSS])
            ]
        )
    for row in rows:
        sheets.put(_beside(row), max(each.height for each in row), 1.2)
    sheets.y += GAP - 2


def _beside(row: list[Lines]) -> Draw:
    def draw(pen: Pen, y: float) -> None:
        for each in row:
            each.draw(pen, y)

    return draw


def _signatures(manifest: Manifest, words: Words) -> Signatures:
    def ask(key: str, share: float = 1.0) -> Ask:
        return Ask(words.each(f"sign.{key}"), share)

    packed, signed = [], (ask("signature"),)
    if manifest.packed_by:
        moment = words.moment(manifest.packed_at, manifest.issued_at) if manifest.packed_at else ""
        key = "sign.recorded" if moment else "sign.recorded_name"
        packed.append(words(key, name=manifest.packed_by, moment=moment))
    if manifest.second_person:
        packed.append(words("sign.second", name=manifest.second_person))
    common = ((ask("name"),), (ask("when"),))
    carried = (*common, (ask("seal"),), signed)
    received = (*common, (ask("ice_left", 0.55), ask("temperature", 0.45)), (ask("seal"),), signed)
    return Signatures(
        (
            Signature(words("sign.packed"), tuple(packed), (*common, signed)),
            Signature(words("sign.carrier"), (), carried),
            Signature(words("sign.received"), (), received),
        )
    )
