"""The test page by which a printer is put right with a stock: where its labels lie, and two rulers to measure."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.drawn import DrawnBox, DrawnLabel, DrawnLine, DrawnText, Item
from freezerapp.documents.label_font import label_font
from freezerapp.documents.label_sheets import LabelPen, write_whole
from freezerapp.documents.stock import Area, Shape, Stock, positions
from freezerapp.documents.template import Weight
from freezerapp.documents.zpl import zpl_of

RULER, LEAST = 100.0, 10.0
"""The longest and the shortest ruler, in mm."""
_ROOMY = 30.0
_FINE = 0.1


def ruler_lengths(stock: Stock) -> tuple[float, float]:
    """How long the rulers across and along are, in whole centimetres; 0 where a label has no room for one."""
    area = _area(stock)
    return _length(area.width), _length(area.height)


def inset(stock: Stock) -> float:
    """How far the frame on a label of a roll is from its edges, in mm: of one at the edge nothing could be seen."""
    return 1.0 if min(stock.width, stock.height) < LEAST else 2.0


def ruler_page(stock: Stock, told: str = "") -> DrawnLabel:
    """The rulers of a stock, and on rolls a frame; ``told`` stands beside those of a sheet.

    Places count from the left top of its page.
    """
    area, items = _area(stock), list[Item]()
    if stock.page is None:
        edge = inset(stock)
        corner = area.width / 2 - edge if stock.shape is Shape.ROUND else max(0.0, stock.corner - edge)
        width, height = area.width - 2 * edge, area.height - 2 * edge
        items.append(DrawnBox(area.x + edge, area.y + edge, width, height, _FINE, corner))
    items += _rulers(stock, told)
    return DrawnLabel("", *stock.page_size, tuple(items))


def write_ruler(to: Path | BinaryIO, stock: Stock, *, title: str = "Ruler", told: str = "") -> None:
    """Write the test page as PDF: the rulers, and in grey the outline of every label of a sheet.

    What they measure on paper goes into ``Calibration.measured``. Raises LabelsNotWritten.
    """

    def fill(file: BinaryIO) -> None:
        pen = LabelPen(file, stock.page_size, 600, title)
        if stock.page is not None:
            corner = stock.width / 2 if stock.shape is Shape.ROUND else stock.corner
            outline = DrawnLabel("", *stock.page_size, (DrawnBox(0, 0, stock.width, stock.height, _FINE, corner),))
            pen.ink.write("0.6 G")
            for x, y in positions(stock):
                pen.label(outline, x, y)
            pen.ink.write("0 G")
        pen.label(ruler_page(stock, told), 0, 0)
        pen.ink.page()
        pen.ink.save()

    write_whole(to, fill)


def ruler_pdf(stock: Stock, told: str = "") -> bytes:
    """The test page as PDF."""
    file = BytesIO()
    write_ruler(file, stock, told=told)
    return file.getvalue()


def ruler_zpl(stock: Stock, dpi: int) -> str:
    """The test label for a label printer."""
    return zpl_of(stock, dpi)(ruler_page(stock))


def _length(size: float) -> float:
    room = size - (10.0 if size >= _ROOMY else 6.0)
    length = min(RULER, room - room % 10)
    return length if length >= LEAST else 0.0


def _area(stock: Stock) -> Area:
    """What is printed on: a sheet, or the part of a label that takes print."""
    return Area(0, 0, *stock.page_size) if stock.page is not None else stock.printable


def _rulers(stock: Stock, told: str) -> Iterator[Item]:
    """One across and one along from a common corner in the middle; a line each mm, longer each 5 and 10."""
    area = _area(stock)
    across, along = ruler_lengths(stock)
    left, top = area.x + (area.width - across) / 2, area.y + (area.height - along) / 2
    numbers = stock.page is not None
    if across:
        yield DrawnLine(left, top, left + across, top, _FINE)
        for step in range(round(across) + 1):
            yield DrawnLine(left + step, top, left + step, top - _tick(step, top - area.y), _FINE)
            if step % 10 == 0 and numbers:
                yield _text(str(step), left + step + 0.4, top - 3.4, 2.2)
    if along:
        yield DrawnLine(left, top, left, top + along, _FINE)
        for step in range(round(along) + 1):
            yield DrawnLine(left, top + step, left - _tick(step, left - area.x), top + step, _FINE)
            if step % 10 == 0 and step and numbers:
                yield _text(str(step), left - 5.0, top + step - 0.5, 2.2)
    lengths = " × ".join(f"{each:g}" for each in (across, along) if each)
    if numbers:
        yield _text(f"{lengths} mm", left + 3, top + 6, 3.5, Weight.SEMIBOLD)
        yield _text(told, left + 3, top + 11, 2.8)
    elif lengths:
        yield _text(f"{lengths} mm", left + 1.2, top + 3.4, 2.2)


def _tick(step: int, room: float) -> float:
    """The length of the line at a mm of a ruler that lies so far from the edge."""
    share = 1.0 if step % 10 == 0 else 0.7 if step % 5 == 0 else 0.4
    return share * max(1.0, min(5.0, room - 3.0))


def _text(text: str, x: float, y: float, size: float, weight: Weight = Weight.REGULAR) -> DrawnText:
    return DrawnText(text, x, y, size, label_font(weight).width(text) * size, weight)
