"""Pages of a PDF as pictures, for the screen before anything is printed."""

import threading
from functools import cache
from typing import Any, NamedTuple


class Picture(NamedTuple):
    """A page in dots, row after row without gaps: in grey a byte each, 0 for black."""

    width: int
    height: int
    grey: bytes

    def row(self, number: int) -> bytes:
        return self.grey[number * self.width : (number + 1) * self.width]


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with _one_at_a_time(), _Opened(pdf) as document:
        return len(document)


def page_picture(pdf: bytes, page: int, dpi: float) -> Picture:
    """One page of a PDF, from 0, at so many dots per inch. From any thread: PDFium itself bears only one at a time."""
    with _one_at_a_time(), _Opened(pdf) as document:
        bitmap = document[page].render(scale=dpi / 72, grayscale=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = bytes(bitmap.buffer)
        if stride != width:
            data = b"".join(data[row * stride : row * stride + width] for row in range(height))
        return Picture(width, height, data)


def page_in_colour(pdf: bytes, page: int, dpi: float) -> Picture:
    """One page of a PDF, from 0, in colour: three bytes a dot, red, green and blue, without gaps."""
    with _one_at_a_time(), _Opened(pdf) as document:
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        data = bytes(bitmap.buffer)
        if stride != width * 3:
            data = b"".join(data[row * stride : row * stride + width * 3] for row in range(height))
        return Picture(width, height, data)


def page_text(pdf: bytes, page: int) -> str:
    """The text of one page of a PDF, from 0, in the order in which it was written; empty for a scanned page."""
    with _one_at_a_time(), _Opened(pdf) as document:
        return str(document[page].get_textpage().get_text_bounded())


def page_size(pdf: bytes, page: int) -> tuple[float, float]:
    """Width and height of one page of a PDF, from 0, in points."""
    with _one_at_a_time(), _Opened(pdf) as document:
        width, height = document[page].get_size()
        return float(width), float(height)


class _Opened:
    """A PDF that is closed again."""

    def __init__(self, pdf: bytes) -> None:
        import pypdfium2

        self._document: Any = pypdfium2.PdfDocument(pdf)

    def __enter__(self) -> Any:
        return self._document

    def __exit__(self, *_: object) -> None:
        self._document.close()


@cache
def _one_at_a_time() -> threading.Lock:
    return threading.Lock()
