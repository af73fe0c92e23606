"""What a PDF says when it is read back: words with their places, codes, fonts."""

import ctypes
import re
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as raw
import zxingcpp

from freezerapp.documents.preview import page_picture

SLACK = 0.75
"""Points by which two texts may touch: hints of the renderer, not an overlap that is seen."""


class Run(NamedTuple):
    """A piece of text and the box around its ink, in points from the left bottom."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def pages(pdf: bytes) -> list[str]:
    """The text of each page, line by line."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range().replace("\r", "") for page in document]


def whole(pdf: bytes) -> str:
    """All text, blanks and line ends as one blank each."""
    return re.sub(r"\s+", " ", " ".join(pages(pdf)))


def runs(pdf: bytes, page: int) -> list[Run]:
    """Every text object of a page with its box."""
    document = pypdfium2.PdfDocument(pdf)
    sheet = document[page]
    text = sheet.get_textpage()
    found = []
    for each in sheet.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        size = raw.FPDFTextObj_GetText(each, text, None, 0)
        buffer = ctypes.create_string_buffer(size)
        raw.FPDFTextObj_GetText(each, text, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
        said = buffer.raw[: size - 2].decode("utf-16-le")
        if said.strip():
            found.append(Run(said.strip(), *each.get_bounds()))
    return found


def outside(pdf: bytes, page: int, margin: float = 30.0) -> list[Run]:
    """Texts that leave the page or its margin."""
    width, height = pypdfium2.PdfDocument(pdf)[page].get_size()
    return [
        each
        for each in runs(pdf, page)
        if each.left < margin or each.bottom < margin or each.right > width - margin or each.top > height - margin
    ]


def overlaps(pdf: bytes, page: int) -> list[tuple[str, str]]:
    """Pairs of texts that stand on each other."""
    found, near = [], sorted(runs(pdf, page), key=lambda run: run.left)
    for at, one in enumerate(near):
        for other in near[at + 1 :]:
            if other.left >= one.right - SLACK:
                break
            if min(one.top, other.top) - max(one.bottom, other.bottom) > SLACK:
                found.append((one.text, other.text))
    return found


def codes(pdf: bytes, page: int, dpi: int = 220) -> set[str]:
    """Every code that zxing-cpp reads on a page."""
    picture = page_picture(pdf, page, dpi)
    view = memoryview(picture.grey).cast("B", (picture.height, picture.width))
    return {found.text for found in zxingcpp.read_barcodes(view)}


def smallest(pdf: bytes, page: int) -> float:
    """The size of the smallest text of a page, in points."""
    sizes = []
    for each in pypdfium2.PdfDocument(pdf)[page].get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(each, ctypes.byref(size))
        sizes.append(size.value)
    return min(sizes)


def fonts(pdf: bytes) -> dict[str, bool]:
    """The fonts that texts are set in, and whether the file brings each with it."""
    found = {}
    for page in pypdfium2.PdfDocument(pdf):
        for each in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=1):
            font = raw.FPDFTextObj_GetFont(each)
            size = raw.FPDFFont_GetBaseFontName(font, None, 0)
            name = ctypes.create_string_buffer(size)
            raw.FPDFFont_GetBaseFontName(font, name, size)
            found[name.value.decode()] = bool(raw.FPDFFont_GetIsEmbedded(font))
    return found


def properties(pdf: bytes) -> dict[str, str]:
    """What the file says of itself."""
    return dict(pypdfium2.PdfDocument(pdf).get_metadata_dict())


def shapes(pdf: bytes, page: int) -> list[tuple[float, float, float]]:
    """Every drawn path of a page: width and height of its ink and of its line, in mm."""
    found = []
    for each in pypdfium2.PdfDocument(pdf)[page].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = each.get_bounds()
        line = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(each, ctypes.byref(line))
        found.append(tuple(value * 25.4 / 72 for value in (right - left, top - bottom, line.value)))
    return found
