"""Labels in ZPL II, the language of Zebra-type printers at 203, 300 and 600 dpi.

Nothing that stands in the data can start a command: all but plain letters, digits and a few signs is written in hex
(``^FH``), and what the printer's own font or codes can't show is sent as a picture (``^GFA``). The file is ASCII.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.codes import Symbology
from freezerapp.documents.drawn import (
    DrawnBox,
    DrawnCode,
    DrawnImage,
    DrawnLabel,
    DrawnLine,
    DrawnText,
    Item,
)
from freezerapp.documents.label import MM_PER_INCH, LabelRefused
from freezerapp.documents.label_sheets import Written, write_pdf, write_whole
from freezerapp.documents.preview import page_picture
from freezerapp.documents.stock import EXACT, Area, Calibration, Feed, Lowest, Method, Shape, Stock

DOTS = (203, 300, 600)
"""Resolutions of these printers in dots per inch."""

PLAIN = frozenset(" !#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz|")
"""Signs that need no hex in field data."""
_TURN = {0: "N", 90: "R", 180: "I", 270: "B"}
ESCAPES = "|!%@#$&*+="
"""What can lead an escape sequence in ``^BX``: the first that the data has not, so that none is ever read in it."""
_MOST_MAGNIFIED = 10
_START_B, _START_C, _TO_B, _TO_C = 104, 105, 100, 99
_CODE_128 = {_START_B: ">:", _START_C: ">;", _TO_B: ">6", _TO_C: ">5"}
_CODE_128_SIGNS = {30: ">0", 62: "><", 94: ">="}
_MEDIA = {Method.TRANSFER: "^MTT", Method.DIRECT: "^MTD"}
_CACHED = 5_000


def write_zpl(
    to: Path | BinaryIO,
    labels: Iterable[DrawnLabel],
    stock: Stock,
    *,
    dpi: int,
    copies: int = 1,
    calibration: Calibration = EXACT,
) -> Written:
    """Write a format for each label, in their order, put right for one printer.

    Raises LabelRefused for a label that would not scan and LabelsNotWritten.
    """

    def fill(file: BinaryIO) -> Written:
        write = zpl_of(stock, dpi, copies, calibration)
        count = 0
        part: list[str] = []
        for label in labels:
            part.append(write(label))
            count += 1
            if len(part) == 1000:
                file.write("".join(part).encode("ascii"))
                part.clear()
        file.write("".join(part).encode("ascii"))
        return Written(count, count, 0)

    return write_whole(to, fill)


def zpl_of(stock: Stock, dpi: int, copies: int = 1, calibration: Calibration = EXACT) -> Callable[[DrawnLabel], str]:
    """What turns the labels of one stock into formats. It raises LabelRefused for one that would not scan."""
    dot = MM_PER_INCH / dpi
    head, tail = frame(stock, dpi, copies)
    known: dict[Item, str] = {}

    def written(label: DrawnLabel) -> str:
        refused = label.refused
        if refused is not None:
            raise LabelRefused(label.name, refused.what, refused.detail)
        parts = [head]
        for item in label.items:
            found = known.get(item)
            if found is None:
                if len(known) >= _CACHED:
                    known.clear()
                found = known[item] = field(item, dot, calibration)
            parts.append(found)
        parts.append(tail)
        return "".join(parts)

    return written


def in_hex(text: str) -> str:
    """A text as it can stand behind ``^FH\\^FD``: plain signs as they are, the rest as bytes of UTF-8 in hex."""
    if PLAIN.issuperset(text):
        return text
    return "".join(
        sign if sign in PLAIN else "".join(f"\\{byte:02X}" for byte in sign.encode("utf-8")) for sign in text
    )


def frame(stock: Stock, dpi: int, copies: int) -> tuple[str, str]:
    """What begins and what ends the format of a label."""
    width, height = round(stock.width / MM_PER_INCH * dpi), round(stock.height / MM_PER_INCH * dpi)
    head = f"^XA^CI28^PW{width}^LL{height}^LH0,0{_MEDIA.get(stock.method, '')}\n"
    return head, f"^PQ{copies},0,1,Y^XZ\n"


def field(item: Item, dot: float, calibration: Calibration) -> str:
    """The field of one item where the printer puts it right; ``dot`` is the size of a printer's dot in mm.

    Codes keep their whole dots and texts their size: only where they stand is stretched.
    """
    x, y = _at(item.x, item.y, dot, calibration)
    if isinstance(item, DrawnText):
        return _text(item, x, y, dot)
    if isinstance(item, DrawnCode):
        return _code(item, x, y, dot)
    if isinstance(item, DrawnBox):
        width, height = round(item.width / dot), round(item.height / dot)
        round_ = round(16 * item.corner / min(item.width, item.height))
        return f"^FO{x},{y}^GB{width},{height},{max(1, round(item.thickness / dot))},B,{min(8, round_)}^FS\n"
    if isinstance(item, DrawnLine):
        return _line(item, (x, y), dot, _at(item.x2, item.y2, dot, calibration))
    return _picture(item, Area(item.x, item.y, item.width, item.height), dot, calibration)


def _at(x: float, y: float, dot: float, calibration: Calibration) -> tuple[int, int]:
    """The dot where something that should stand at x, y (mm) is printed."""
    x, y = calibration.applied(x, y)
    return max(0, round(x / dot)), max(0, round(y / dot))


def _text(item: DrawnText, x: int, y: int, dot: float) -> str:
    if not _in_printer_font(item.text):
        # The text with all that goes above and below its line, however it runs.
        em, width = item.size, item.width
        area = {
            0: Area(item.x, item.y - em, width, 1.3 * em),
            90: Area(item.x - 0.3 * em, item.y, 1.3 * em, width),
            180: Area(item.x - width, item.y - 0.3 * em, width, 1.3 * em),
            270: Area(item.x - em, item.y - width, 1.3 * em, width),
        }[item.rotate]
        return _picture(item, area, dot, Calibration(x * dot - item.x, y * dot - item.y))
    height = max(10, round(item.size / dot))
    return f"^FT{x},{y}^A0{_TURN[item.rotate]},{height},{height}^FH\\^FD{in_hex(item.text)}^FS\n"


def _in_printer_font(text: str) -> bool:
    """Whether every sign is one that the printer's font 0 is sure to have: those of Windows' western code page."""
    if text.isascii():
        return True
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _code(item: DrawnCode, x: int, y: int, dot: float) -> str:
    modules, dots = item.modules, item.dots
    if modules.text.isascii() and modules.symbology is Symbology.DATA_MATRIX:
        escape = next((sign for sign in ESCAPES if sign not in modules.text), "")
        if escape:
            size = f"{modules.columns},{modules.rows}"
            return f"^FO{x},{y}^BXN,{dots},200,{size},,{escape}^FH\\^FD{in_hex(modules.text)}^FS\n"
    if modules.symbology is Symbology.CODE_128:
        turned = item.rotate in (90, 270)
        height = round((item.width if turned else item.height) / dot)
        bars = f"^BY{dots},3,{height}^BC{_TURN[item.rotate]},{height},N,N,N,N"
        return f"^FO{x},{y}{bars}^FH\\^FD{in_hex(_code_128(modules.words))}^FS\n"
    if modules.text.isascii() and modules.symbology is Symbology.QR and dots <= _MOST_MAGNIFIED:
        return f"^FO{x},{y}^BQN,2,{dots}^FH\\^FDMA,{in_hex(modules.text)}^FS\n"
    rows = []
    for number in range(modules.rows):
        bits = "".join(("1" if dark else "0") * dots for dark in modules.row(number))
        rows += [bits] * dots
    return f"^FO{x},{y}{_graphic(rows)}^FS\n"


def _code_128(words: tuple[int, ...]) -> str:
    """The symbol characters as ``^BC`` takes them: shifts said, digits in pairs, signs that would be read as shifts."""
    found, in_pairs = [], False
    for word in words:
        if word in _CODE_128 and not (in_pairs and word == _TO_C):
            found.append(_CODE_128[word])
            in_pairs = word in (_START_C, _TO_C)
        elif in_pairs:
            found.append(f"{word:02d}")
        else:
            found.append(_CODE_128_SIGNS.get(word) or chr(word + 32))
    return "".join(found)


def _line(item: DrawnLine, start: tuple[int, int], dot: float, end: tuple[int, int]) -> str:
    (x, y), (x2, y2) = start, end
    thick = max(1, round(item.thickness / dot))
    left, top, width, height = min(x, x2), min(y, y2), abs(x2 - x), abs(y2 - y)
    if not width or not height:
        return f"^FO{left},{top}^GB{max(width, thick)},{max(height, thick)},{thick}^FS\n"
    leaning = "L" if (x2 > x) == (y2 > y) else "R"
    return f"^FO{left},{top}^GD{max(3, width)},{max(3, height)},{thick},B,{leaning}^FS\n"


def _picture(item: DrawnText | DrawnImage, area: Area, dot: float, calibration: Calibration) -> str:
    """What only a picture can show, as drawn on a page of its own."""
    moved = item._replace(x=item.x - area.x, y=item.y - area.y)
    rows = _drawn_rows(moved, area.width, area.height, round(MM_PER_INCH / dot))
    x, y = _at(area.x, area.y, dot, calibration)
    return f"^FO{x},{y}{_graphic(list(rows))}^FS\n"


@lru_cache(maxsize=1024)
def _drawn_rows(item: DrawnText | DrawnImage, width: float, height: float, dpi: int) -> tuple[str, ...]:
    """The dots of an item alone on a page of that size: 1 for black."""
    whole = Area(0, 0, width, height)
    alone = Feed.ROLL, Shape.RECT, Lowest.UNKNOWN, Method.ANY
    page = Stock("", "", "", "", "", *alone, width, height, 0.0, whole, None, None)
    pdf = BytesIO()
    write_pdf(pdf, [DrawnLabel("", width, height, (item,))], page, dpi=dpi)
    picture = page_picture(pdf.getvalue(), 0, dpi)
    black = bytes(ord("1") if grey < 128 else ord("0") for grey in range(256))
    return tuple(picture.row(number).translate(black).decode("ascii") for number in range(picture.height))


def _graphic(rows: list[str]) -> str:
    width = (len(rows[0]) + 7) // 8
    data = "".join(f"{int(bits.ljust(width * 8, '0'), 2):0{width * 2}X}" for bits in rows)
    total = width * len(rows)
    return f"^GFA,{total},{total},{width},{data}"
