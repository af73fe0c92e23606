"""What all papers of a parcel share: how they are printed, head and foot of each page, what the file says of itself."""

from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple

from freezerapp.documents.lettering import Lettering, legible
from freezerapp.documents.page import NO_HEAD, Named, Paper, Sheets
from freezerapp.documents.paper_words import Tongue, Words
from freezerapp.documents.parcel_head import parcel_head
from freezerapp.domain.manifest import Manifest, code_text, fingerprint, short_fingerprint


class Print(NamedTuple):
    """How a paper of a parcel is to be printed.

    ``colours`` are #RRGGBB by code of the material; ``printed_at`` is told if given (ISO text), and is then the only
    thing that makes two prints differ. ``whole`` is the fingerprint, made of the manifest where it is not given.
    """

    colours: Mapping[str, str] = {}
    tongue: Tongue = Tongue.ENGLISH
    paper: Paper = Paper.A4
    printed_at: str = ""
    whole: str = ""


class ParcelPaper(NamedTuple):
    """A paper that was begun: the manifest with texts as they can be set, and pages with head and foot."""

    manifest: Manifest
    sheets: Sheets
    words: Words
    letters: Lettering
    named: Named

    def write(self, to: Path | BinaryIO) -> int:
        """Write the pages, once; returns how many they are. Raises PaperNotWritten."""
        return self.sheets.write(to, self.named)


def begin(manifest: Manifest, how: Print, title: str, *, reserved: float = 0.0, headed: bool = True) -> ParcelPaper:
    """Begin a paper: with number, version and codes on each page, or only with the foot if it is not ``headed``.

    ``title`` is the last part of its key in the texts. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology.
    """
    whole = how.whole or fingerprint(manifest)
    manifest, letters = legible(manifest)
    words = Words(how.tongue)
    short = short_fingerprint(whole)
    version = words("version", version=manifest.version)
    issued = words("issued", moment=words.moment(manifest.issued_at)) if manifest.issued_at else words("not_issued")
    below = [manifest.number, version, issued]
    if how.printed_at:
        below.append(words("printed", moment=words.moment(how.printed_at)))
    issue = manifest.issued_at
    foot = words("fingerprint", short=short, event=words.number(manifest.head_seq)) if issue else words("preview")
    if not headed:
        foot = f"{manifest.number}, {version}. {foot}"
    elif issue and how.tongue is not Tongue.BOTH:
        foot += " " + words("check")
    sheets = Sheets(how.paper, letters, words, foot=foot, reserved=reserved)
    titles = words.each(f"title.{title}")
    head = NO_HEAD
    if headed:
        code = code_text(manifest, whole)
        head = parcel_head(letters, sheets.width, titles, ", ".join(below), manifest.number, code)
    sheets.begin(head)
    named = Named(
        f"{' / '.join(titles)} {manifest.number}, {version}",
        manifest.number,
        manifest.bank,
        f"{manifest.number}, SHA-256 {whole}, event {manifest.head_seq} {manifest.head_hash}",
    )
    return ParcelPaper(manifest, sheets, words, letters, named)
