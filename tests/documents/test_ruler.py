"""The test page of a printer: rulers that measure true on sheets and rolls, in PDF and in ZPL, all of it to be seen."""

import pytest

from freezerapp.documents.drawn import DrawnBox, DrawnLine
from freezerapp.documents.preview import page_picture
from freezerapp.documents.ruler import inset, ruler_lengths, ruler_page, ruler_pdf, ruler_zpl
from freezerapp.documents.stock import Feed, Stock, shipped_stock
from tests.documents.zpl_reading import read_zpl

STOCK = shipped_stock()
DPI = 300
DOT = 25.4 / DPI


def corner(stock: Stock) -> tuple[float, float]:
    """Where both rulers begin, in mm."""
    across, along = ruler_lengths(stock)
    on = (0, 0, *stock.page_size) if stock.page is not None else stock.printable
    return on[0] + (on[2] - across) / 2, on[1] + (on[3] - along) / 2


def marks(line: bytes, first: float, length: float) -> list[float]:
    """Where black (not the grey of outlines) is on a line of dots, within a ruler's length, in mm."""
    found = [number * DOT for number, grey in enumerate(line) if grey < 110]
    return [at for at in found if first - 0.5 <= at <= first + length + 0.5]


@pytest.mark.parametrize(
    ("name", "lengths"),
    [
        ("avery-l7160", (100, 100)),
        ("tough-tags-ttlw-2016", (100, 100)),
        ("brother-dk-62x100", (80, 40)),
        ("cryostuck-wrap", (20, 10)),
        ("brady-43x13", (30, 0)),
    ],
)
def test_the_rulers_measure_true(name: str, lengths: tuple[int, int]) -> None:
    stock = STOCK[name]
    assert ruler_lengths(stock) == lengths
    picture = page_picture(ruler_pdf(stock), 0, DPI)
    (left, top), (across, along) = corner(stock), lengths
    row, column = round((top - 0.7) / DOT), round((left - 0.7) / DOT)
    ticks = marks(picture.row(row), left, across)
    assert ticks[0] == pytest.approx(left, abs=2 * DOT)
    assert ticks[-1] - ticks[0] == pytest.approx(across, abs=2 * DOT)
    rungs = marks(picture.grey[column :: picture.width], top, along)
    assert not along or rungs[-1] - rungs[0] == pytest.approx(along, abs=2 * DOT)


@pytest.mark.parametrize("name", [name for name, stock in STOCK.items() if stock.feed is Feed.ROLL])
def test_on_a_roll_all_of_it_lies_on_what_takes_print(name: str) -> None:
    """A wrap label has a clear tail: nothing there could be measured."""
    stock = STOCK[name]
    page, area = ruler_page(stock), stock.printable
    (frame,) = (item for item in page.items if isinstance(item, DrawnBox))
    assert (frame.x - area.x, frame.y - area.y) == pytest.approx((inset(stock), inset(stock)))
    assert frame.x + frame.width == pytest.approx(area.right - inset(stock))
    for line in page.items:
        if isinstance(line, DrawnLine):
            for x, y in ((line.x, line.y), (line.x2, line.y2)):
                assert area.x + 0.5 <= x <= area.right - 0.5
                assert area.y + 0.5 <= y <= area.bottom - 0.5


@pytest.mark.parametrize("dpi", [203, 300, 600])
def test_a_label_printer_gets_the_same_rulers(dpi: int) -> None:
    stock = STOCK["cryostuck-wrap"]
    (label,) = read_zpl(ruler_zpl(stock, dpi))
    dot, (left, top) = 25.4 / dpi, corner(stock)
    ticks = sorted(field.x for field in label.fields if field.y < round(top / dot) and "GB" in field.commands)
    ticks = [x for x in ticks if x >= round(left / dot) - 1]
    assert len(ticks) == 21
    assert (ticks[-1] - ticks[0]) * dot == pytest.approx(20, abs=dot)
    assert ticks[0] * dot == pytest.approx(left, abs=dot)
