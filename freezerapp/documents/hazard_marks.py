"""Marks for the outside of packages at the size that IATA asks for: UN3373, UN1845 with class 9, UN2814 with class 6.2.

The UN3373 mark is a diamond of sides of at least 50 mm with a line of 2 mm and letters of 6 mm (PI 650); the label of
class 9 is a diamond of sides of 100 mm with its inner line 5 mm inside (PI 954). They are drawn in black on white.
"""

import math
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.infectious_label import FIGURE, draw_label
from freezerapp.documents.infectious_label import SIDE as SIDE_62
from freezerapp.documents.label_font import font_face, font_name
from freezerapp.documents.page import BODY, MM, Draw, Facts, Line, Lines, Paragraph, Sheets
from freezerapp.documents.parcel_facts import party, responsible
from freezerapp.documents.parcel_paper import ParcelPaper, Print, begin
from freezerapp.documents.pen import BLACK, MUTED, Pen
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import Manifest, PackageFacts
from freezerapp.domain.parcel import Classification, Refrigerant

SIDE_3373, LINE_3373, LETTERS_3373 = 62.0, 2.2, 6.5
"""Sides, line and height of letters of the UN3373 mark in mm, a little above what is prescribed."""
SIDE_9, INSIDE_9 = 101.0, 5.0
LETTERS_1845 = 12.5
"""Height of UN1845 in mm: 12 are prescribed for packages of more than 30 kg."""
STRIPES = 7
_BOLD = Weight.BOLD


def write_marks(to: Path | BinaryIO, manifest: Manifest, how: Print) -> int:
    """Write the marks of every package, each on a page of its own; a page that says so if none is needed.

    Returns the pages. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    paper = begin(manifest, how, "marks", headed=False)
    pages = [page for package in paper.manifest.packages for page in _marks(paper, package)]
    for number, page in enumerate(pages):
        if number:
            paper.sheets.turn()
        page()
    if not pages:
        Paragraph(paper.words("marks.none")).put(paper.sheets)
    return paper.write(to)


def _marks(paper: ParcelPaper, package: PackageFacts) -> list[Callable[[], None]]:
    """What puts each page of one package's marks."""
    how = paper.manifest.transport
    found: list[Callable[[], None]] = []
    if how.classification is Classification.UN3373:
        found.append(lambda: _category_b(paper, package))
    elif how.classification is Classification.EXEMPT:
        found.append(lambda: _plain(paper, package, "marks.exempt"))
    elif how.classification is Classification.UN2814:
        found.append(lambda: _plain(paper, package, "marks.category_a", "UN2814", "marks.class_62"))
        found.append(lambda: _class_62(paper, package))
    if how.refrigerant is Refrigerant.DRY_ICE:
        found.append(lambda: _dry_ice(paper, package))
    elif how.refrigerant is Refrigerant.DRY_SHIPPER:
        found.append(lambda: _dry_shipper(paper, package))
    if how.overpack:
        found.append(lambda: _plain(paper, package, "marks.overpack"))
    return found


def _category_b(paper: ParcelPaper, package: PackageFacts) -> None:
    sheets = paper.sheets
    reach = SIDE_3373 * MM / math.sqrt(2)
    middle = sheets.left + sheets.width / 2

    def draw(pen: Pen, y: float) -> None:
        pen.outline(_diamond(middle, y + reach, reach - LINE_3373 * MM / math.sqrt(2)), LINE_3373 * MM, BLACK)
        size = em_for(LETTERS_3373 * 1.35)
        pen.centre(middle, y + reach + size * 0.36, "UN3373", size, _BOLD, BLACK)

    _begin(paper, package)
    sheets.put(draw, 2 * reach, 14)
    for said in _always_english(paper, "marks.category_b"):
        _large(sheets, said, LETTERS_3373)
    _who(paper)


def _dry_ice(paper: ParcelPaper, package: PackageFacts) -> None:
    sheets, words = paper.sheets, paper.words
    reach = SIDE_9 * MM / math.sqrt(2)
    middle = sheets.left + sheets.width / 2
    _begin(paper, package)
    sheets.put(lambda pen, y: _class_9(pen, middle, y + reach, reach), 2 * reach, 8)
    _large(sheets, "UN1845", LETTERS_1845)
    names = (_always_english(paper, key) for key in ("marks.dry_ice", "marks.dry_ice_solid"))
    for usual, proper in zip(*names, strict=True):
        _large(sheets, f"{usual} ({proper})", 4.5)
    net = package.ice_g
    _large(sheets, words("marks.net_blank") if net is None else words("marks.net", mass=words.kilograms(net)), 8.0)
    sheets.y += 10
    manifest = paper.manifest
    Facts(
        (
            ((words("marks.shipper"), party(manifest.sender, words)),),
            ((words("marks.consignee"), party(manifest.recipient, words)),),
        ),
        size=9.0,
    ).put(sheets)


def _class_9(pen: Pen, x: float, y: float, reach: float) -> None:
    """The label of class 9: seven stripes in the upper half, an underlined nine below, a line 5 mm inside the edge."""
    pen.outline(_diamond(x, y, reach - 0.7), 1.0, BLACK)
    inner = reach - INSIDE_9 * MM * math.sqrt(2)
    pen.outline(_diamond(x, y, inner), 1.4, BLACK)
    stripe = 2 * inner / (2 * STRIPES - 1)
    for number in range(STRIPES):
        left = x - inner + 2 * number * stripe
        right = left + stripe
        corners = [(left, y), (left, y - inner + abs(left - x)), (right, y - inner + abs(right - x)), (right, y)]
        if left < x < right:
            corners.insert(2, (x, y - inner))
        pen.shape(corners, BLACK)
    size = em_for(14.0)
    base = y + inner * 0.72
    pen.centre(x, base, "9", size, _BOLD, BLACK)
    half = pen.letters.width("9", size, _BOLD) / 2
    pen.line(x - half, base + 3.2, x + half, base + 3.2, 2.0, BLACK)


def _class_62(paper: ParcelPaper, package: PackageFacts) -> None:
    sheets = paper.sheets
    reach = SIDE_62 * MM / math.sqrt(2)
    middle = sheets.left + sheets.width / 2
    title = _always_english(paper, "marks.infectious")
    notice = [line for said in _always_english(paper, "marks.leakage") for line in said.split("|")]
    _begin(paper, package)
    sheets.put(lambda pen, y: draw_label(pen, middle, y + reach, title, notice, em_for(FIGURE)), 2 * reach, 8)
    _who(paper)


def _dry_shipper(paper: ParcelPaper, package: PackageFacts) -> None:
    sheets = paper.sheets
    _begin(paper, package)
    height = 90 * MM

    def draw(pen: Pen, y: float) -> None:
        for x in (sheets.left + sheets.width * 0.34, sheets.left + sheets.width * 0.66):
            wide, shaft = 19 * MM, 8 * MM
            pen.shape(
                [
                    *((x, y), (x + wide, y + 30 * MM), (x + shaft, y + 30 * MM), (x + shaft, y + 74 * MM)),
                    *((x - shaft, y + 74 * MM), (x - shaft, y + 30 * MM), (x - wide, y + 30 * MM)),
                ],
                BLACK,
            )
        pen.line(sheets.left + 20 * MM, y + 82 * MM, sheets.left + sheets.width - 20 * MM, y + 82 * MM, 5, BLACK)

    sheets.put(draw, height, 12)
    for key in ("marks.dry_shipper", "marks.upright", "marks.no_drop"):
        for said in _always_english(paper, key):
            _large(sheets, said, 8.0)
    Paragraph(paper.words("marks.not_restricted"), 10).put(sheets)
    _who(paper)


def _plain(paper: ParcelPaper, package: PackageFacts, key: str, number: str = "", note: str = "") -> None:
    """A mark of words alone."""
    _begin(paper, package)
    paper.sheets.y += 40 * MM
    if number:
        _large(paper.sheets, number, LETTERS_1845)
    for said in _always_english(paper, key):
        _large(paper.sheets, said, LETTERS_1845)
    if note:
        paper.sheets.y += 10
        Paragraph(paper.words(note), 10).put(paper.sheets)
    _who(paper)


def _begin(paper: ParcelPaper, package: PackageFacts) -> None:
    """A line above the mark that says whose it is; it may be cut off."""
    words = paper.words
    said = words("package.of", number=package.number, count=len(paper.manifest.packages))
    Paragraph(f"{paper.manifest.number}, {said}. {words('marks.attached')}", BODY, colour=MUTED, after=10).put(
        paper.sheets
    )


def _who(paper: ParcelPaper) -> None:
    """Who answers by telephone, to stand on the package."""
    paper.sheets.y += 12
    name, phone = responsible(paper.manifest, paper.words)
    lines = [
        Line(f"{paper.words('caption.responsible')}{paper.words.colon}", 11.0),
        Line(name, 15.0, Weight.SEMIBOLD),
        Line(phone, 15.0, Weight.SEMIBOLD),
    ]
    drawn = Lines(paper.letters, lines, paper.sheets.left, paper.sheets.width, 2)
    paper.sheets.put(drawn.draw, drawn.height)


def _always_english(paper: ParcelPaper, key: str) -> tuple[str, ...]:
    """A mark in the words of the paper, English first: in other words alone no carrier takes it."""
    from freezerapp.documents.paper_words import texts

    return tuple(dict.fromkeys((texts("en")[key], *paper.words.each(key))))


def _large(sheets: Sheets, text: str, height_mm: float) -> None:
    """A line in the middle whose capitals are so high, or on more lines; never smaller."""
    size = em_for(height_mm)
    middle = sheets.left + sheets.width / 2
    for said in sheets.letters.wrap(text, sheets.width, size, _BOLD):
        sheets.put(_middle(middle, said, size), size * 1.2)


def _middle(x: float, text: str, size: float) -> Draw:
    return lambda pen, y: pen.centre(x, y + size * 0.85, text, size, _BOLD, BLACK)


def em_for(height_mm: float) -> float:
    """The size in points at which capitals are so high in mm."""
    capitals: float = font_face(font_name(_BOLD)).capHeight / 1000
    return height_mm * MM / capitals


def _diamond(x: float, y: float, reach: float) -> list[tuple[float, float]]:
    return [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
