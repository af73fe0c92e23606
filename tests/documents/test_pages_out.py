"""Pages on their way into the file: as many as one likes, none of them kept, and each where the table says."""

import re
import tracemalloc
from collections.abc import Iterator
from io import BytesIO, RawIOBase
from typing import Any

from freezerapp.documents.drawn import DrawnLabel
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_sheets import write_pdf
from freezerapp.documents.preview import page_count
from freezerapp.documents.stock import shipped_stock
from freezerapp.documents.template_file import shipped_templates
from tests.documents.things import TUBE, read_page

STOCK = shipped_stock()["brady-43x13"]
LAYOUT = LabelLayout(shipped_templates()["tube-43x13"], STOCK, 300)


class Nowhere(RawIOBase):
    """A file that keeps nothing."""

    def write(self, data: Any) -> int:
        return len(data)


def roll(count: int) -> Iterator[DrawnLabel]:
    for number in range(count):
        yield LAYOUT.draw({**TUBE, "barcode": f"MC{number * 7_919:010}"})


def most_memory(count: int) -> int:
    tracemalloc.start()
    try:
        write_pdf(Nowhere(), roll(count), STOCK, dpi=300)  # type: ignore[arg-type]
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_long_roll_needs_little_more_memory_than_a_short_one() -> None:
    most_memory(20)  # what is kept of fonts and codes, whatever comes after
    short, long = most_memory(2_500), most_memory(5_000)
    assert (long - short) / 2_500 < 100, "bytes a page"


def test_every_object_is_where_the_table_says() -> None:
    file = BytesIO()
    write_pdf(file, roll(40), STOCK, dpi=300)
    pdf = file.getvalue()
    start = int(re.findall(rb"startxref\n(\d+)\n%%EOF\n\Z", pdf)[0])
    first, count = map(int, pdf[start:].split(b"\n")[1].split())
    lines = pdf[start:].split(b"\n")[2 : 2 + count]
    assert (first, lines[0]) == (0, b"0000000000 65535 f ")
    for number, line in enumerate(lines[1:], 1):
        assert len(line) == 19
        assert pdf[int(line[:10]) :].startswith(b"%d 0 obj\n" % number)
    assert pdf.count(b"\nendobj\n") == count - 1
    for length, stream in re.findall(rb"/Length (\d+) >>\nstream\n(.*?)\nendstream\n", pdf, re.DOTALL):
        assert len(stream) == int(length)


def test_each_page_holds_its_own_label_and_the_same_labels_give_the_same_bytes() -> None:
    files = [BytesIO(), BytesIO()]
    for file in files:
        write_pdf(file, roll(12), STOCK, dpi=300)
    first, second = (file.getvalue() for file in files)
    assert first == second
    assert page_count(first) == 12
    for page in (0, 7, 11):
        assert read_page(first, page, 300) == [f"MC{page * 7_919:010}"]
