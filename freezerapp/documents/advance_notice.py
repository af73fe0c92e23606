"""The notice that goes ahead of a parcel: what comes, when, and what to do with it; to be mailed, or as a page."""

from pathlib import Path
from typing import BinaryIO, NamedTuple

from freezerapp.documents.page import Facts, Paragraph
from freezerapp.documents.paper_words import Tongue, Words
from freezerapp.documents.parcel_facts import counted, package_line, party, purpose, responsible, transport
from freezerapp.documents.parcel_paper import Print, begin
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import Manifest, fingerprint
from freezerapp.domain.parcel import Refrigerant


class Notice(NamedTuple):
    """A message: its subject and its lines."""

    subject: str
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The message as plain text."""
        return "\n".join(self.lines) + "\n"


def notice(manifest: Manifest, tongue: Tongue, *, dispatched: bool) -> Notice:
    """The notice as a message to be sent, with all that its profile lets it say: no tube is named."""
    words = Words(tongue)
    lines = [*_said(manifest, words, dispatched), ""]
    for caption, facts in _facts(manifest, words):
        lines += [f"{caption}{words.colon}", *(f"  {fact}" for fact in facts if fact), ""]
    whole = fingerprint(manifest)
    lines += words.each("notice.fingerprint", version=manifest.version, fingerprint=whole)
    subject = words("notice.subject", number=manifest.number, sender=manifest.sender.organisation)
    return Notice(subject, tuple(line.replace("\u00a0", " ") for line in lines))


def write_notice(to: Path | BinaryIO, manifest: Manifest, how: Print, *, dispatched: bool) -> int:
    """Write the notice as a page.

    Returns the pages. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    paper = begin(manifest, how, "notice")
    sheets, words = paper.sheets, paper.words
    subject = words("notice.subject", number=manifest.number, sender=paper.manifest.sender.organisation)
    Paragraph(subject, 12.0, Weight.SEMIBOLD, after=8).put(sheets)
    for line in _said(paper.manifest, words, dispatched):
        Paragraph(line, 9.5, after=6).put(sheets)
    sheets.y += 8
    groups = _facts(paper.manifest, words)
    Facts(tuple((each,) for each in groups[:3])).put(sheets)
    Facts(tuple((each,) for each in groups[3:])).put(sheets)
    return paper.write(to)


def _said(manifest: Manifest, words: Words, dispatched: bool) -> list[str]:
    iced = manifest.transport.refrigerant is Refrigerant.DRY_ICE
    begins = "notice.begins" if dispatched else "notice.is_to_leave"
    return [
        *words.each(begins, recipient=manifest.recipient.organisation),
        words(
            "notice.contents",
            tubes=words.count("tubes", len(manifest.items)),
            materials=counted(manifest, words) or "–",
            boxes=words.count("boxes", len(manifest.boxes)),
            packages=words.count("packages", len(manifest.packages)),
        ),
        *words.each("notice.on_arrival" if iced else "notice.on_arrival_no_ice"),
    ]


def _facts(manifest: Manifest, words: Words) -> list[tuple[str, tuple[str, ...]]]:
    packages = tuple(package_line(package, words) for package in manifest.packages)
    return [
        (words("caption.from"), party(manifest.sender, words)),
        (words("caption.to"), party(manifest.recipient, words)),
        (words("caption.transport"), transport(manifest, words)),
        (words("caption.responsible"), responsible(manifest, words)),
        (words("caption.purpose"), purpose(manifest, words)),
        (words("caption.packages"), packages or (words("not_given"),)),
    ]
