"""The top of each page of a parcel's papers: title, number, version, and the codes that tell them to a scanner."""

from freezerapp.documents.codes import Modules, Symbology, encode
from freezerapp.documents.lettering import Lettering
from freezerapp.documents.page import BODY, GAP, MARGIN, MM, Head
from freezerapp.documents.pen import MUTED, Pen
from freezerapp.documents.template import Weight

MATRIX = 34.0
BARS = 24.0
_MODULE, _LEAST_MODULE = 0.3 * MM, 0.19 * MM
_MOST_BARS = 230.0
_TITLE, _TITLE_LATER, _SECOND = 16.0, 12.0, 10.5


def parcel_head(
    letters: Lettering, width: float, titles: tuple[str, ...], below: str, number: str, matrix: str
) -> Head:
    """A head with a title in each language, a line below it, Code 128 of the number, and a Data Matrix if wanted.

    A paper of nothing that has a number has no code either.

    Raises NotInSymbology and TooLongForSymbology.
    """
    bars = _bars(number) if number else None
    square = encode(matrix, Symbology.DATA_MATRIX) if matrix else None
    room = width - (MATRIX + GAP if square else 0)
    across = bars.columns * _module(bars, room) if bars else 0.0
    text_room = room - (across + GAP if bars else 0.0)
    lines = letters.wrap(below, text_room, BODY)

    def draw(pen: Pen, page: int) -> None:
        right = MARGIN + width
        if square:
            pen.code(square, right - MATRIX, MARGIN - 2, MATRIX, MATRIX)
            right -= MATRIX + GAP
        if bars:
            pen.code(bars, right - across, MARGIN - 2, across, BARS)
            text, size = letters.fit(number, across, 7.2)
            pen.centre(right - across / 2, MARGIN + BARS + 6.2, text, size)
        y = MARGIN + (12.0 if page == 0 else 9.0)
        for line, title in enumerate(titles):
            most = (_TITLE if page == 0 else _TITLE_LATER) if line == 0 else _SECOND
            text, size = letters.fit(title, text_room, most, Weight.SEMIBOLD)
            pen.text(MARGIN, y, text, size, Weight.SEMIBOLD)
            y += 13.0
        for text in lines:
            pen.text(MARGIN, y + 3.5, text, BODY, colour=MUTED)
            y += 10.0

    height = 13.0 * len(titles) + 10.0 * len(lines)
    return Head(max(50.0, height + 26.0), max(46.0, height + 18.0), draw)


def _bars(number: str) -> Modules:
    return encode(number, Symbology.CODE_128)


def _module(bars: Modules, room: float) -> float:
    """The width of a bar: as wide as a usual page has it, narrower for a long number."""
    return max(_LEAST_MODULE, min(_MODULE, min(_MOST_BARS, room * 0.5) / bars.columns))
