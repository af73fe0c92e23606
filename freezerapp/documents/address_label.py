"""The address label of each package, two on a page: to whom in large letters, from whom, who answers the telephone."""

from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.codes import Symbology, encode
from freezerapp.documents.page import CORNER, MM, Draw, Line, Lines
from freezerapp.documents.parcel_facts import kept, party, responsible
from freezerapp.documents.parcel_paper import ParcelPaper, Print, begin
from freezerapp.documents.pen import FIELD, MUTED, Pen
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import Manifest, PackageFacts

_INNER = 18.0
_MODULE = 0.33 * MM
_LARGE, _SMALL = 19.0, 9.0


def write_address_labels(to: Path | BinaryIO, manifest: Manifest, how: Print) -> int:
    """Write an address label for each package, or one where no package is told.

    Returns the pages. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    paper = begin(manifest, how, "address", headed=False)
    sheets = paper.sheets
    height = (sheets.bottom - sheets.top - 22) / 2
    for package in paper.manifest.packages or (None,):
        sheets.put(_label(paper, package, height), height, 12)
    return paper.write(to)


def _label(paper: ParcelPaper, package: PackageFacts | None, height: float) -> Draw:
    manifest, words, letters, sheets = paper.manifest, paper.words, paper.letters, paper.sheets
    left, width = sheets.left, sheets.width - 2 * _INNER
    sender = [Line(words("caption.from"), _SMALL, Weight.SEMIBOLD, MUTED)]
    sender += [Line(each, _SMALL) for each in party(manifest.sender, words) if each]
    answering = [Line(words("caption.responsible"), _SMALL, Weight.SEMIBOLD, MUTED)]
    answering += [Line(each, _SMALL + 1) for each in responsible(manifest, words)]
    answering += [Line(kept(manifest, words), _SMALL + 1, Weight.SEMIBOLD)]
    half = (width - _INNER) / 2
    from_ = Lines(letters, sender, left + _INNER, half, 2)
    right = Lines(letters, answering, left + 2 * _INNER + half, half, 2)
    bars = encode(manifest.number, Symbology.CODE_128)
    module = min(_MODULE, width * 0.6 / bars.columns)
    recipient = [each for each in party(manifest.recipient, words) if each]
    top = max(from_.height, right.height) + _INNER + 8
    size, to_ = _LARGE, Lines(letters, [], 0, 0)
    while size > _SMALL:
        lines = [Line(words("caption.to"), _SMALL, Weight.SEMIBOLD, MUTED), Line(recipient[0], size, Weight.SEMIBOLD)]
        lines += [Line(each, size * 0.8) for each in recipient[1:]]
        to_ = Lines(letters, lines, left + _INNER, width, 2)
        if top + to_.height <= height - 62:
            break
        size -= 1

    def draw(pen: Pen, y: float) -> None:
        pen.frame(left, y, sheets.width, height, corner=CORNER, line=1.2, colour=FIELD)
        from_.draw(pen, y + _INNER - 6)
        right.draw(pen, y + _INNER - 6)
        pen.line(left, y + top - 4, left + sheets.width, y + top - 4, 0.8, FIELD)
        to_.draw(pen, y + top)
        base = y + height - 16
        pen.code(bars, left + _INNER, base - 38, bars.columns * module, 30)
        pen.text(left + _INNER, base + 4, manifest.number, 9.0)
        if package:
            said = words("package.of", number=package.number, count=len(manifest.packages))
            text, fitted = letters.fit(said, width - bars.columns * module - _INNER, 15.0, Weight.SEMIBOLD)
            pen.right(left + _INNER + width, base, text, fitted, Weight.SEMIBOLD)

    return draw
