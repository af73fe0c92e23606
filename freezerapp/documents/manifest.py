"""The manifest of a shipment as PDF: what the parcel is, a map of each box, and every tube in their order."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from freezerapp.documents.box_band import Band
from freezerapp.documents.box_rail import Rail
from freezerapp.documents.boxes_shown import shown_boxes
from freezerapp.documents.lettering import Lettering, legible
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
    Named,
    Paper,
    Paragraph,
    Sheets,
    Signature,
    Signatures,
)
from freezerapp.documents.page_table import measured
from freezerapp.documents.paper_words import Tongue, Words
from freezerapp.documents.parcel_facts import counted, package_line, party, purpose, responsible, size_of, transport
from freezerapp.documents.parcel_head import parcel_head
from freezerapp.documents.pen import MUTED, Pen
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import Manifest, code_text, fingerprint, short_fingerprint

FEW_PACKAGES = 3
"""So many are told beside the purpose; more have a block of their own."""
_ACROSS = 5
_MOST_KINDS = 6


class Print(NamedTuple):
    """How a paper of a parcel is to be printed.

    ``colours`` are #RRGGBB by code of the material; ``printed_at`` is told if given (ISO text), and is then the only
    thing that makes two prints differ. ``whole`` is the fingerprint, made of the manifest where it is not given.
    """

    colours: Mapping[str, str]
    tongue: Tongue = Tongue.ENGLISH
    paper: Paper = Paper.A4
    printed_at: str = ""
    whole: str = ""


def write_manifest(to: Path | BinaryIO, manifest: Manifest, how: Print) -> int:
    """Write a manifest; returns its pages. The same manifest, printed the same way, gives the same bytes.

    Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    whole = how.whole or fingerprint(manifest)
    manifest, letters = legible(manifest)
    words = Words(how.tongue)
    signed = _signatures(manifest, words)
    sheets = parcel_sheets(manifest, letters, words, how._replace(whole=whole), "manifest", signed.height() + GAP)
    signed.put(sheets, 0, sheets.bottom - signed.height() - 2)
    _what_it_is(sheets, manifest)
    shown = shown_boxes(manifest, letters, words, how.colours)
    told = measured(letters, *tube_list(manifest, words))
    (Rail.fitted(sheets, shown, told) or Band(sheets, shown, told)).put()
    return sheets.write(to, named(manifest, words, "manifest", whole))


def parcel_sheets(
    manifest: Manifest, letters: Lettering, words: Words, how: Print, title: str, reserved: float = 0.0
) -> Sheets:
    """Empty pages of a paper of a parcel: its head with number and codes, its foot with the fingerprint."""
    short = short_fingerprint(how.whole)
    below = [
        manifest.number,
        words("version", version=manifest.version),
        words("issued", moment=words.moment(manifest.issued_at)),
    ]
    if how.printed_at:
        below.append(words("printed", moment=words.moment(how.printed_at)))
    foot = words("fingerprint", short=short, event=words.number(manifest.head_seq))
    if how.tongue is not Tongue.BOTH:
        foot += " " + words("check")
    sheets = Sheets(how.paper, letters, words, foot=foot, reserved=reserved)
    code = code_text(manifest, how.whole)
    titles = words.each(f"title.{title}")
    sheets.begin(parcel_head(letters, sheets.width, titles, ", ".join(below), manifest.number, code))
    return sheets


def named(manifest: Manifest, words: Words, title: str, whole: str) -> Named:
    """What the PDF says of itself: title, who issued it, and the whole fingerprint with the head of the history."""
    said = f"{words(f'title.{title}')} {manifest.number}, {words('version', version=manifest.version)}"
    keywords = f"{manifest.number}, SHA-256 {whole}, event {manifest.head_seq} {manifest.head_hash}"
    return Named(said, manifest.number, manifest.bank, keywords)


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
        Paragraph(f"{words('caption.note')}: {manifest.note}", BODY, after=GAP).put(sheets)
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
