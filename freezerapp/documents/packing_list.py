"""The packing list: package by package what is in it, to lie between the second and the outer packaging."""

from collections import Counter
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.manifest_list import tube_list
from freezerapp.documents.page import Facts, Heading
from freezerapp.documents.page_table import Column, Table, measured
from freezerapp.documents.parcel_facts import (
    classification,
    kept,
    party,
    refrigerant,
    responsible,
    short_name,
    size_of,
)
from freezerapp.documents.parcel_paper import ParcelPaper, Print, begin
from freezerapp.domain.manifest import Item, Manifest, PackageFacts

_SIZES = (7.5, 7.0, 6.5, 6.0)


def write_packing_list(to: Path | BinaryIO, manifest: Manifest, how: Print) -> int:
    """Write the packing list, each package from a new page on; boxes that are in none come last.

    Returns the pages. Raises LettersNotInFonts, NotInSymbology, TooLongForSymbology and PaperNotWritten.
    """
    paper = begin(manifest, how, "packing")
    manifest = paper.manifest
    for number, package in enumerate(manifest.packages):
        if number:
            paper.sheets.turn()
        _package(paper, package)
    packed = {package.number for package in manifest.packages}
    if any(box.package not in packed for box in manifest.boxes):
        if packed:
            paper.sheets.turn()
        _package(paper, None)
    return paper.write(to)


def _package(paper: ParcelPaper, package: PackageFacts | None) -> None:
    manifest, sheets, words = paper.manifest, paper.sheets, paper.words
    packed = {each.number for each in manifest.packages}
    boxes = [box for box in manifest.boxes if (box.package == package.number if package else box.package not in packed)]
    codes = {box.code for box in boxes}
    items = tuple(item for item in manifest.items if item.box in codes)
    title = words("package.loose")
    about: tuple[str, ...] = ()
    if package:
        title = words("package.of", number=package.number, count=len(manifest.packages))
        about = (
            package.kind,
            size_of(package, words),
            words("package.gross", mass=words.kilograms(package.gross_g)),
            words("package.ice", mass=words.kilograms(package.ice_g)) if package.ice_g is not None else "",
        )
    Heading(title, f"{words.count('boxes', len(boxes))}, {words.count('tubes', len(items))}", size=12).put(sheets)
    Facts(
        (
            ((words("caption.from"), party(manifest.sender, words)),),
            (
                (words("caption.to"), party(manifest.recipient, words)),
                (words("caption.responsible"), responsible(manifest, words)),
            ),
            (
                (words("caption.packages"), about),
                (
                    words("caption.transport"),
                    (classification(manifest, words), refrigerant(manifest, words), kept(manifest, words)),
                ),
            ),
        )
    ).put(sheets)
    rows = [_box_row(code, [item for item in items if item.box == code], paper) for code in (box.code for box in boxes)]
    columns = [Column(words.each(f"column.{name}")) for name in ("box", "quantity", "material")]
    Table(paper.letters, measured(paper.letters, columns, rows), sheets.width, _SIZES).put(sheets)
    if items:
        sheets.y += 12
        listed = tube_list(manifest._replace(items=items), words, with_box=len(boxes) > 1)
        Table(paper.letters, measured(paper.letters, *listed), sheets.width, _SIZES).put(sheets)


def _box_row(code: str, items: list[Item], paper: ParcelPaper) -> tuple[str, ...]:
    words = paper.words
    counts = Counter(short_name(item.material, item.material_name) for item in items)
    told = ", ".join(f"{words.number(count)}\u00a0{name}" for name, count in counts.items())
    return code, words.count("tubes", len(items)) if items else words("box.empty"), told
