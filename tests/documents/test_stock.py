"""Label stock: every shipped sheet fits on its page, a user's file adds to it, and a wrong file says what is wrong."""

from itertools import islice, pairwise
from pathlib import Path

import pytest

from freezerapp.documents.label_file import BadLabelFile, LabelFault, load
from freezerapp.documents.stock import (
    PAGES,
    SLACK,
    Area,
    Calibration,
    Feed,
    Lowest,
    Shape,
    Stock,
    UnknownStock,
    positions,
    shipped_stock,
    spots,
    stock_called,
    stock_file,
    stock_of,
    suits_cold,
)
from freezerapp.domain.temperature import Temperature

STOCK = shipped_stock()
SHEETS = [stock for stock in STOCK.values() if stock.page]


def areas(stock: Stock) -> list[Area]:
    return [Area(x, y, stock.width, stock.height) for x, y in positions(stock)]


@pytest.mark.parametrize("stock", SHEETS, ids=lambda stock: stock.name)
def test_every_label_of_a_sheet_lies_on_its_page_and_on_no_other(stock: Stock) -> None:
    assert stock.page is not None
    assert stock.page_size in PAGES.values()
    page = Area(0, 0, *stock.page_size)
    found = areas(stock)
    assert len(found) == stock.per_page
    for area in found:
        assert page.holds(area, SLACK)
    for one, other in pairwise(found):
        assert not one.meets(other, SLACK)
    columns = stock.page.columns
    for one, below in zip(found, found[columns:], strict=False):
        assert not one.meets(below, SLACK)


@pytest.mark.parametrize("stock", STOCK.values(), ids=lambda stock: stock.name)
def test_a_stock_says_where_its_numbers_come_from_and_is_read_as_it_was_written(stock: Stock, tmp_path: Path) -> None:
    assert stock.source
    file = tmp_path / f"{stock.name}.toml"
    file.write_text(stock_file(stock), encoding="utf-8")
    assert stock_of(stock.name, load(file)) == stock


def test_the_numbers_of_known_sheets() -> None:
    tough = STOCK["tough-tags-ttlw-2016"]
    assert (tough.width, tough.height, tough.per_page, tough.lowest) == (32.51, 12.7, 85, Lowest.LIQUID_NITROGEN)
    assert positions(tough)[0] == (23.99, 1.47)
    assert positions(tough)[84] == (round(23.99 + 4 * 35.56, 4), round(1.47 + 16 * 15.98, 4))
    assert STOCK["herma-4100"].per_page == 96
    assert STOCK["avery-l7651"].per_page == 65
    dots = STOCK["onlinelabels-ol32"]
    assert (dots.shape, dots.width, dots.height, dots.per_page) == (Shape.ROUND, 12.7, 12.7, 154)
    wrap = STOCK["cryostuck-wrap"]
    assert (wrap.feed, wrap.width, wrap.printable) == (Feed.ROLL, 69.0, Area(0, 0, 34, 25.4))
    assert STOCK["dymo-lwcs506"].cap is not None


def test_printing_starts_anywhere_and_leaves_out_what_is_used_up() -> None:
    stock = STOCK["avery-l7163"]
    taken = list(islice(spots(stock, 11, used={12}), 4))
    assert [(spot.page, spot.number) for spot in taken] == [(0, 11), (0, 13), (1, 0), (1, 1)]
    assert (taken[2].x, taken[2].y) == positions(stock)[0]
    with pytest.raises(ValueError, match="14"):
        next(spots(stock, 14))


def test_on_a_roll_every_label_is_a_page() -> None:
    assert [spot.page for spot in islice(spots(STOCK["freezerbondz"]), 3)] == [0, 1, 2]


def test_calibration_shifts_and_stretches() -> None:
    assert Calibration(0.3, -0.2).applied(10, 20) == (10.3, 19.8)
    measured = Calibration.measured((98, 50.5), (100, 50), right=-0.4, down=0.1)
    assert measured.applied(98, 101) == pytest.approx((99.6, 100.1))
    assert Calibration.measured((30.3, 0), (30, 0)) == (0, 0, pytest.approx(30 / 30.3), 1), "no ruler, no stretch"
    assert Calibration(scale_x=measured.scale_x).applied(49, 0)[0] == pytest.approx(50)


def test_stock_bears_what_its_maker_states_and_no_more() -> None:
    cryo, paper = STOCK["tough-tags-ttlw-2016"], STOCK["avery-l7160"]
    unknown = paper._replace(lowest=Lowest.UNKNOWN)
    deep = paper._replace(lowest=Lowest.DEEP)
    assert all(suits_cold(cryo, class_) for class_ in Temperature)
    assert suits_cold(paper, Temperature.FRIDGE)
    assert suits_cold(paper, None)
    assert not suits_cold(paper, Temperature.FREEZER)
    assert not suits_cold(unknown, Temperature.DEEP)
    assert suits_cold(deep, Temperature.DEEP)
    assert not suits_cold(deep, Temperature.VAPOUR)


def test_a_file_copied_into_a_users_folder_adds_stock_or_takes_the_place_of_one(tmp_path: Path) -> None:
    mine = STOCK["avery-l7163"]._replace(title="Ours", width=90.0, printable=Area(0, 0, 90.0, 38.1))
    (tmp_path / "our-labels.toml").write_text(stock_file(mine), encoding="utf-8")
    (tmp_path / "avery-l7163.toml").write_text(stock_file(mine), encoding="utf-8")
    (tmp_path / "notes.txt").write_text("no stock", encoding="utf-8")
    known = shipped_stock(tmp_path, tmp_path / "not there")
    assert known["our-labels"].title == known["avery-l7163"].title == "Ours"
    assert stock_called(known, "Our-Labels").width == 90
    with pytest.raises(UnknownStock) as unknown:
        stock_called(known, "avery-7163")
    assert "avery-l7163" in unknown.value.near


SHEET = """
title = "T"
source = "a ruler"
feed = "sheet"
lowest = "none"
print = "laser"
width = 50
height = 20
[page]
width = 210
height = 297
columns = 4
rows = 10
left = 5
top = 5
across = 50
down = 20
"""


@pytest.mark.parametrize(
    ("change", "by", "where", "what"),
    [
        ("= 50\nh", "= 50\nwidht = 3\nh", "mine.widht", LabelFault.UNKNOWN_KEY),
        ('"laser"', '"gravure"', "mine.print", LabelFault.WRONG_VALUE),
        ('source = "a ruler"\n', "", "mine.source", LabelFault.MISSING),
        ("columns = 4", "columns = 5", "mine.page.columns", LabelFault.OVER_THE_PAGE),
        ("across = 50", "across = 49", "mine.page.across", LabelFault.OVERLAP),
        ("rows = 10", "rows = 0", "mine.page.rows", LabelFault.WRONG_VALUE),
        ("rows = 10", "rows = 1.5", "mine.page.rows", LabelFault.WRONG_VALUE),
        ("[page]", "[cap]\nx = 48\ny = 10\ndiameter = 9\n[page]", "mine.cap", LabelFault.OVER_THE_LABEL),
        ("[page]", "[cap]\nx = 40\ny = 10\ndiameter = 9\n[page]", "mine.cap", LabelFault.OVERLAP),
        (
            "[page]",
            "[printable]\nx = 0\ny = 0\nwidth = 51\nheight = 20\n[page]",
            "mine.printable",
            LabelFault.OVER_THE_LABEL,
        ),
        ("width = 50", "width = ", "mine.toml", LabelFault.NOT_TOML),
    ],
)
def test_a_file_that_cannot_be_used_is_told_by_file_and_key(
    tmp_path: Path, change: str, by: str, where: str, what: LabelFault
) -> None:
    assert change in SHEET
    (tmp_path / "mine.toml").write_text(SHEET.replace(change, by, 1), encoding="utf-8")
    with pytest.raises(BadLabelFile) as refused:
        shipped_stock(tmp_path)
    assert refused.value.where.endswith(where)
    assert refused.value.what is what
