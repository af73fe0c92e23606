"""Pages that came back: the text of a PDF and the codes on its pages, whether it was printed or scanned."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from freezerapp.documents.preview import page_count, page_picture, page_size, page_text
from freezerapp.domain.problems import Problem

RESOLUTIONS = (150, 300)
"""Dots per inch at which codes are looked for; the finer one only where the coarser shows none."""
MOST_PAGES = 2_000
MOST_BYTES = 200_000_000
MOST_DOTS = 60_000_000
"""Dots of one page's picture; a page of A2 at 300 dots per inch has fewer."""


class PdfNotReadable(Problem):
    """A PDF can't be read: damaged, with a password, or with more pages than any manifest; ``reason`` says it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class ReadPage(NamedTuple):
    """What one page says: its text (empty for a picture of paper), and the texts of its Data Matrix codes."""

    text: str
    codes: tuple[str, ...]


def read_pages(pdf: bytes, name: str, told: Callable[[int, int], None] | None = None) -> Iterator[ReadPage]:
    """The pages of a PDF, one by one; ``told`` hears how many of how many were read.

    Raises PdfNotReadable, with ``name`` for the file.
    """
    import pypdfium2

    try:
        count = page_count(pdf) if len(pdf) <= MOST_BYTES else MOST_PAGES + 1
        if count > MOST_PAGES:
            raise PdfNotReadable(name, f"more than {MOST_PAGES} pages")
        for page in range(count):
            yield ReadPage(page_text(pdf, page), _codes(pdf, page))
            if told:
                told(page + 1, count)
    except pypdfium2.PdfiumError as error:
        raise PdfNotReadable(name, str(error)[:200]) from error


def _codes(pdf: bytes, page: int) -> tuple[str, ...]:
    import zxingcpp

    width, height = page_size(pdf, page)
    for dpi in RESOLUTIONS:
        if width * height * (dpi / 72) ** 2 > MOST_DOTS:
            break  # no paper is that large
        picture = page_picture(pdf, page, dpi)
        view = memoryview(picture.grey).cast("B", (picture.height, picture.width))
        found = zxingcpp.read_barcodes(view, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.DataMatrix))
        if found:
            return tuple(code.text for code in found)
    return ()
