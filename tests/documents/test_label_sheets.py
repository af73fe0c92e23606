"""Sheets and rolls as PDF: every label where its stock has one, rulers that measure true, a file whole or not there."""

from io import BytesIO
from pathlib import Path

import pytest

from freezerapp.documents.drawn import DrawnBox, DrawnLabel
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_sheets import LabelsNotWritten, write_pdf
from freezerapp.documents.preview import Picture, page_count, page_picture
from freezerapp.documents.stock import EXACT, Calibration, Stock, positions, shipped_stock
from freezerapp.documents.template_file import shipped_templates
from freezerapp.documents.zpl import zpl_of
from tests.documents.things import TUBE
from tests.documents.zpl_reading import bits, read_zpl

STOCK = shipped_stock()
DPI = 300
DOT = 25.4 / DPI


def frames(
    stock: Stock, count: int, calibration: Calibration = EXACT, start: int = 0, used: tuple[int, ...] = ()
) -> bytes:
    """Labels that are only their own outline."""
    inside = DrawnBox(0.2, 0.2, stock.width - 0.4, stock.height - 0.4, 0.3, 0)
    file = BytesIO()
    labels = (DrawnLabel(str(n), stock.width, stock.height, (inside,)) for n in range(count))
    write_pdf(file, labels, stock, dpi=DPI, calibration=calibration, start=start, used=used)
    return file.getvalue()


def inked(picture: Picture) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of all that is black, in mm."""
    rows = [number for number in range(picture.height) if min(picture.row(number)) < 128]
    columns = [min(picture.grey[column :: picture.width]) < 128 for column in range(picture.width)]
    left, right = columns.index(True), picture.width - columns[::-1].index(True)
    return left * DOT, rows[0] * DOT, right * DOT, (rows[-1] + 1) * DOT


@pytest.mark.parametrize("name", ["tough-tags-ttlw-2016", "avery-l7163", "avery-5160", "rayfilm-3032n"])
def test_the_labels_of_a_sheet_lie_where_the_stock_has_them(name: str) -> None:
    stock = STOCK[name]
    left, top, right, bottom = inked(page_picture(frames(stock, stock.per_page), 0, DPI))
    places = positions(stock)
    assert (left, top) == pytest.approx((places[0][0] + 0.05, places[0][1] + 0.05), abs=2 * DOT)
    assert right == pytest.approx(places[-1][0] + stock.width - 0.05, abs=2 * DOT)
    assert bottom == pytest.approx(places[-1][1] + stock.height - 0.05, abs=2 * DOT)


def test_printing_goes_on_where_the_last_sheet_stopped() -> None:
    stock = STOCK["avery-l7163"]
    file = BytesIO()
    layout = LabelLayout(shipped_templates()["tube-38x21"], stock, DPI)
    written = write_pdf(file, (layout.draw(TUBE) for _ in range(20)), stock, dpi=DPI, start=10, used=[11])
    assert (written.labels, written.pages, written.next_start) == (20, 3, 3)
    assert page_count(file.getvalue()) == 3
    left, top, _, _ = inked(page_picture(frames(stock, 1, start=13), 0, DPI))
    assert (left, top) == pytest.approx((103.01 + 3.4, 15.17 + 6 * 38.1 + 0.05), abs=2 * DOT)


def test_a_calibration_moves_labels_by_tenths_of_a_millimetre() -> None:
    stock = STOCK["avery-l7163"]
    plain = inked(page_picture(frames(stock, 14), 0, DPI))
    moved = inked(page_picture(frames(stock, 14, Calibration(0.5, -0.3, 1.0, 1.01)), 0, DPI))
    assert moved[0] - plain[0] == pytest.approx(0.5, abs=DOT)
    assert moved[1] - plain[1] == pytest.approx(-0.3 + 0.01 * 15.17, abs=DOT)
    assert moved[3] - plain[3] == pytest.approx(-0.3 + 0.01 * (15.17 + 6 * 38.1), abs=DOT)


def test_a_page_of_a_roll_is_as_large_as_its_label() -> None:
    stock = STOCK["cryostuck-wrap"]
    pdf = frames(stock, 3)
    assert page_count(pdf) == 3
    picture = page_picture(pdf, 2, DPI)
    assert (picture.width * DOT, picture.height * DOT) == pytest.approx((69.0, 25.4), abs=DOT * 1.5)


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    stock = STOCK["avery-l7163"]
    layout = LabelLayout(shipped_templates()["tube-38x21"], stock, DPI)

    def broken() -> object:
        yield layout.draw(TUBE)
        raise KeyboardInterrupt

    target = tmp_path / "labels.pdf"
    with pytest.raises(KeyboardInterrupt):
        write_pdf(target, broken(), stock, dpi=DPI)  # type: ignore[arg-type]
    assert list(tmp_path.iterdir()) == []
    write_pdf(target, [layout.draw(TUBE)], stock, dpi=DPI)
    assert [file.name for file in tmp_path.iterdir()] == ["labels.pdf"]
    with pytest.raises(LabelsNotWritten):
        write_pdf(tmp_path / "no" / "labels.pdf", [layout.draw(TUBE)], stock, dpi=DPI)


def test_every_text_is_in_inter_and_can_be_copied_out() -> None:
    import pypdfium2

    stock = STOCK["tough-tags-ttlw-2016"]
    layout = LabelLayout(shipped_templates()["tube-33x13"], stock, DPI)
    file = BytesIO()
    facts = {**TUBE, "participant:short": "Łódź (1)", "material": "Ωmega \\ жир"}
    write_pdf(file, [layout.draw(facts)], stock, dpi=DPI)
    page = pypdfium2.PdfDocument(file.getvalue())[0]
    text = page.get_textpage().get_text_range()
    assert {"Łódź (1) · V01", "Ωmega \\ жир 02", "14 Mar 2019", "MC0123456789"} <= set(text.splitlines())
    assert b"Inter" in file.getvalue()


def test_a_picture_beside_the_template_is_printed_as_pdf_and_as_zpl(tmp_path: Path) -> None:
    from PIL import Image

    Image.new("L", (40, 20), 0).save(tmp_path / "logo.png")
    logo = """
title = "With a logo"
for = "box"
width = 40
height = 20
[[text]]
text = "{name}"
x = 1
y = 1
width = 20
height = 4
size = 8
[[image]]
file = "logo.png"
x = 25
y = 5
width = 10
height = 5
"""
    (tmp_path / "logo.toml").write_text(logo, encoding="utf-8")
    stock = STOCK["freezerbondz"]
    label = LabelLayout(shipped_templates(tmp_path)["logo"], stock, DPI).draw({"name": "A"})
    file = BytesIO()
    write_pdf(file, [label, label], stock, dpi=DPI)
    left, top = (48.26 - 40) / 2 + 25, (25.4 - 20) / 2 + 5
    for page in (0, 1):
        picture = page_picture(file.getvalue(), page, DPI)
        assert picture.row(round((top + 2.5) / DOT))[round((left + 5) / DOT)] < 60
        assert picture.row(round((top + 2.5) / DOT))[round((left - 1) / DOT)] > 200
    (found,) = read_zpl(zpl_of(stock, DPI)(label))
    field = next(field for field in found.fields if "GF" in field.commands)
    assert (field.x, field.y) == (round(left / DOT), round(top / DOT))
    rows = bits(field)
    assert sum(row.count("1") for row in rows) == pytest.approx(10 * 5 / DOT**2, rel=0.05)
