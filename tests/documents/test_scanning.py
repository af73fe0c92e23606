"""Proof that labels scan: every shipped template on the stock it fits, printed, rasterised and read back."""

import random
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest

from freezerapp.documents.codes import Symbology
from freezerapp.documents.drawn import DrawnCode, DrawnLabel, DrawnText, Wrong
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_sheets import write_pdf
from freezerapp.documents.preview import page_picture
from freezerapp.documents.stock import Stock, shipped_stock
from freezerapp.documents.template import TUBES, Code, For, Template, fits
from freezerapp.documents.template_file import shipped_templates
from tests.documents.things import TUBE, alone, codes_of, contents, pdf_of, read_page

STOCK = shipped_stock()
TEMPLATES = shipped_templates()
PAIRS = [(template, stock) for template in TEMPLATES.values() for stock in STOCK.values() if fits(template, stock)]
NO_ROOM = (Wrong.CODE_NO_ROOM, Wrong.CODE_TOO_SMALL)


def drawn(template: Template, stock: Stock, dpi: int) -> list[DrawnLabel]:
    """Labels of all contents; only the longest may be refused, and only because bars have no room for it."""
    layout = LabelLayout(template, alone(stock), dpi)
    labels = [layout.draw(facts) for facts in contents(template)]
    for label in labels[:-1]:
        assert label.refused is None, (template.name, stock.name, label.flaws)
    last = labels[-1].refused
    if last is not None:
        bars = any(isinstance(each, Code) and each.symbology is Symbology.CODE_128 for each in template.elements)
        assert last.what in NO_ROOM, (template.name, stock.name, last)
        assert bars, template.name
        labels.pop()
    return labels


def check(template: Template, stock: Stock, dpi: int, raster: int) -> None:
    labels = drawn(template, stock, dpi)
    pdf = pdf_of(labels, alone(stock), dpi)
    for page, label in enumerate(labels):
        wanted = codes_of(label)
        assert wanted
        assert read_page(pdf, page, raster) == wanted, (template.name, stock.name, dpi, raster, label.name)
        texts = {item.text for item in label.items if isinstance(item, DrawnText)}
        assert set(wanted) <= texts, "the readable text is exactly the code"


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_every_template_scans_from_its_own_stock(template: Template) -> None:
    for dpi, raster in ((300, 300), (300, 600), (600, 600)):
        check(template, STOCK[template.stock], dpi, raster)


@pytest.mark.parametrize("stock", STOCK.values(), ids=lambda stock: stock.name)
def test_every_stock_has_labels_that_scan(stock: Stock, long_form: bool) -> None:
    fitting = [template for template, other in PAIRS if other is stock]
    assert fitting
    chosen = fitting if long_form else random.Random(stock.name).sample(fitting, min(2, len(fitting)))
    for template in chosen:
        check(template, stock, 300, 300)


@pytest.mark.parametrize("dpi", [203, 300, 600])
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_every_label_of_the_default_id_is_14_by_14_and_in_whole_dots(template: Template, dpi: int) -> None:
    if template.of not in TUBES:
        return
    label = LabelLayout(template, STOCK[template.stock], dpi).draw(TUBE)
    for item in label.items:
        if isinstance(item, DrawnCode):
            if item.modules.symbology is Symbology.DATA_MATRIX:
                assert (item.modules.rows, item.modules.columns) == (14, 14)
            assert item.module == pytest.approx(item.dots * 25.4 / dpi)


@pytest.mark.parametrize("name", ["tough-tags-ttlw-2016", "herma-10001", "herma-4100"])
def test_a_full_sheet_reads_back_label_by_label(name: str) -> None:
    stock = STOCK[name]
    fitting = (each for each, other in PAIRS if other is stock and each.of is For.TUBE)
    template = max(fitting, key=lambda each: each.width)
    layout = LabelLayout(template, stock, 300)
    labels = [layout.draw({**TUBE, "barcode": f"MC{number:010}"}) for number in range(stock.per_page + 1)]
    pdf = pdf_of(labels, stock, 300)
    assert read_page(pdf, 0, 300) == sorted(label.name for label in labels[:-1])
    assert read_page(pdf, 1, 300) == [labels[-1].name]


def _png(pdf: bytes, path: Path) -> Path:
    from PIL import Image

    picture = page_picture(pdf, 0, 600)
    Image.frombytes("L", (picture.width, picture.height), picture.grey).save(path)
    return path


@pytest.mark.parametrize("name", ["tube-33x13", "tube-18x10", "cap-14", "box-36x17-dm", "straw-flag-25x10"])
def test_dmtxread_reads_the_same_data_matrix(name: str, tmp_path: Path) -> None:
    reader = shutil.which("dmtxread")
    if reader is None:
        pytest.skip("dmtxread is not installed here; dev.py test asks for it")
    template = TEMPLATES[name]
    stock = alone(STOCK[template.stock])
    label = LabelLayout(template, stock, 300).draw(contents(template)[1])
    image = _png(pdf_of([label], stock, 300), tmp_path / "label.png")
    words = [reader, "--newline", "--milliseconds=3000", str(image)]
    read = subprocess.run(words, capture_output=True, text=True, check=False, timeout=30).stdout
    assert set(read.split()) == set(codes_of(label))


@pytest.mark.parametrize("name", ["box-64x38", "box-64x38-qr", "commands-64x38", "rack-99x38", "tube-46x25-ladder"])
def test_zbar_reads_the_same_bars_and_qr_codes(name: str, tmp_path: Path) -> None:
    reader = shutil.which("zbarimg")
    if reader is None:
        pytest.skip("zbarimg is not installed here; dev.py test asks for it")
    template = TEMPLATES[name]
    stock = alone(STOCK[template.stock])
    label = LabelLayout(template, stock, 300).draw(contents(template)[1])
    image = _png(pdf_of([label], stock, 300), tmp_path / "label.png")
    read = subprocess.run([reader, "--quiet", "--raw", str(image)], capture_output=True, text=True, check=False)
    assert set(read.stdout.split()) == set(codes_of(label))


def test_poppler_draws_the_codes_as_pdfium_does(tmp_path: Path) -> None:
    drawer = shutil.which("pdftoppm")
    if drawer is None:
        pytest.skip("pdftoppm is not installed here; dev.py test asks for it")
    import zxingcpp
    from PIL import Image

    stock = alone(STOCK["tough-tags-ttlw-2016"])
    label = LabelLayout(TEMPLATES["tube-33x13"], stock, 300).draw(TUBE)
    (tmp_path / "label.pdf").write_bytes(pdf_of([label], stock, 300))
    words = [drawer, "-r", "300", "-gray", "-singlefile", "-png", str(tmp_path / "label.pdf"), str(tmp_path / "label")]
    subprocess.run(words, check=True)
    with Image.open(tmp_path / "label.png") as picture:
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [TUBE["barcode"]]


def test_the_same_labels_give_the_same_bytes() -> None:
    stock = STOCK["avery-l7651"]
    layout = LabelLayout(TEMPLATES["tube-38x21"], stock, 300)
    files = []
    for _ in range(2):
        file = BytesIO()
        write_pdf(file, (layout.draw({**TUBE, "barcode": f"MC{n:010}"}) for n in range(5)), stock, dpi=300)
        files.append(file.getvalue())
    assert files[0] == files[1]
    assert b"/PrintScaling /None" in files[0]
