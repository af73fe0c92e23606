"""ZPL: the same label in the printer's own words, and no data that could tell the printer anything."""

import string
from io import BytesIO

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.documents.batch import Batch
from freezerapp.documents.codes import Symbology, encode
from freezerapp.documents.drawn import DrawnBox, DrawnCode, DrawnLabel, DrawnLine, DrawnText
from freezerapp.documents.label import LabelLayout, LabelRefused
from freezerapp.documents.stock import EXACT, Calibration, Method, shipped_stock
from freezerapp.documents.template import TUBES, Code, Template, Text, Weight
from freezerapp.documents.template_file import shipped_templates
from freezerapp.documents.zpl import DOTS, write_zpl, zpl_of
from tests.documents.things import BOX, LONG_BOX, TUBE, codes_of, contents
from tests.documents.zpl_reading import Format, bits, code_128_text, read_zpl

STOCK = shipped_stock()
TEMPLATES = shipped_templates()
ROLL = STOCK["freezerbondz"]
HOSTILE = [
    "^XZ^XA^JUF",
    "~HS",
    "\\5E\\7E",
    "_5E",
    "A\\",
    "^FS^FD",
    "a^b~c\\d_e",
    "line\r\nline",
    "|1|",
    ">;>6",
    "é ü µ °",
    "Ж漢字",
    "\x00\x1b\x7f",
    "^CC+",
    "~DG",
]


def one(label: DrawnLabel, dpi: int = 300, copies: int = 1) -> Format:
    (found,) = read_zpl(zpl_of(ROLL, dpi, copies)(label))
    return found


def drawn(template: Template, facts: dict[str, str], dpi: int = 300) -> DrawnLabel:
    return LabelLayout(template, STOCK[template.stock], dpi).draw(facts)


def shape(found: Format) -> list[tuple[object, ...]]:
    """What a label is made of, whatever its data say."""
    return [(field.x, field.y, sorted(field.commands)) for field in found.fields]


@pytest.mark.parametrize("dpi", DOTS)
@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_every_field_of_every_template_lies_on_the_label(template: Template, dpi: int) -> None:
    stock = STOCK[template.stock]
    for facts in contents(template):
        label = drawn(template, facts, dpi)
        if label.refused is not None:
            continue
        (found,) = read_zpl(zpl_of(stock, dpi)(label))
        width, height = int(found.settings["PW"][0]), int(found.settings["LL"][0])
        assert (width, height) == pytest.approx((stock.width * dpi / 25.4, stock.height * dpi / 25.4), abs=0.51)
        assert found.settings["CI"] == ["28"]
        assert len(found.fields) == len(label.items)
        texts = {item.text for item in label.items if isinstance(item, DrawnText)}
        codes = []
        for field, item in zip(found.fields, label.items, strict=True):
            assert 0 <= field.x <= width
            assert 0 <= field.y <= height
            if isinstance(item, DrawnCode):
                assert field.x + item.width * dpi / 25.4 <= width + 1
                assert field.y + item.height * dpi / 25.4 <= height + 1
            if "BX" in field.commands:
                turn, dots, quality, columns, rows, _, escape = field.commands["BX"]
                assert isinstance(item, DrawnCode)
                assert (turn, quality, int(dots)) == ("N", "200", item.dots)
                assert (int(columns), int(rows)) == (item.modules.columns, item.modules.rows)
                assert escape not in field.data
                codes.append(field.data)
            elif "BC" in field.commands:
                codes.append(code_128_text(field.data))
            elif "BQ" in field.commands:
                assert field.data.startswith("MA,")
                codes.append(field.data[3:])
            elif "A0" in field.commands:
                assert field.data in texts
            elif isinstance(item, DrawnCode):
                assert read_bits(bits(field)) == [item.modules.text]
        drawn_codes = [
            item.modules.text
            for item in label.items
            if isinstance(item, DrawnCode)
            and item.modules.symbology is not Symbology.DATA_MATRIX_RECTANGLE
            and not (item.modules.symbology is Symbology.QR and item.dots > 10)
        ]
        assert codes == drawn_codes


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_data_changes_nothing_but_the_data(text: str) -> None:
    template = TEMPLATES["tube-46x25"]
    usual = one(drawn(template, {**TUBE, "material": "x"}))
    found = one(drawn(template, {**TUBE, "material": text}))
    said = [field.data for field in found.fields]
    if all("GF" not in field.commands for field in found.fields):
        assert shape(found) == shape(usual)
        assert f"{text} 02" in said or "…" in "".join(said)
    assert found.settings == usual.settings
    assert TUBE["barcode"] in said


@given(st.text(min_size=1, max_size=20), st.text(min_size=1, max_size=20))
def test_no_data_can_start_a_command(material: str, visit: str) -> None:
    template = TEMPLATES["tube-46x25"]
    found = one(drawn(template, {**TUBE, "material": material, "visit": visit}))
    assert {"CI", "PW", "LL", "LH", "PQ"} <= set(found.settings) <= {"CI", "PW", "LL", "LH", "PQ", "MT"}
    assert len(found.fields) == 6


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=16).map(str.strip).filter(bool))
def test_the_data_of_a_code_come_through_whole(barcode: str) -> None:
    for name in ("tube-38x21", "box-64x38", "box-64x38-qr"):
        label = drawn(TEMPLATES[name], {**TUBE, "barcode": barcode, "code": barcode, "name": "x"})
        if label.refused is not None:
            continue
        found = one(label)
        field = next(field for field in found.fields if {"BX", "BC", "BQ"} & set(field.commands))
        if "BC" in field.commands:
            assert code_128_text(field.data) == barcode
        else:
            assert field.data.removeprefix("MA,") == barcode
        if "BX" in field.commands:
            assert field.commands["BX"][6] not in barcode


def test_a_code_beyond_ascii_and_a_rectangle_are_sent_as_pictures_that_read_back() -> None:
    straw = TEMPLATES["straw-flag-25x10"]
    label = drawn(straw, TUBE)
    pictures = [field for field in one(label).fields if "GF" in field.commands]
    assert len(pictures) == 2
    assert read_bits(bits(pictures[0])) == [TUBE["barcode"]]
    foreign = drawn(TEMPLATES["tube-38x21"], {**TUBE, "barcode": "É-0042"})
    field = next(field for field in one(foreign).fields if "GF" in field.commands)
    assert read_bits(bits(field)) == codes_of(foreign)


def read_bits(rows: list[str]) -> list[str]:
    white = 24
    width = len(rows[0]) + 2 * white
    lines = [b"\xff" * width] * white
    lines += [b"\xff" * white + bytes(0 if bit == "1" else 255 for bit in row) + b"\xff" * white for row in rows]
    lines += [b"\xff" * width] * white
    view = memoryview(b"".join(lines)).cast("B", (len(lines), width))
    return [found.text for found in zxingcpp.read_barcodes(view)]


def test_a_text_that_the_printer_has_no_signs_for_is_a_picture_in_its_place() -> None:
    item = DrawnText("−80 °C Ж", 5, 6, 4, 20, Weight.REGULAR)
    (field,) = one(DrawnLabel("", ROLL.width, ROLL.height, (item,))).fields
    rows = bits(field)
    assert field.x == round(5 / 25.4 * 300)
    assert field.y == pytest.approx(2 / 25.4 * 300, abs=1)
    black = [number for number, row in enumerate(rows) if "1" in row]
    assert black
    assert (field.y + max(black)) * 25.4 / 300 == pytest.approx(6, abs=0.8)
    assert sum(row.count("1") for row in rows) > 200


def test_lines_and_frames_keep_their_places() -> None:
    items = (DrawnBox(1, 2, 10, 5, 0.3, 1), DrawnLine(1, 2, 11, 2, 0.2), DrawnLine(1, 2, 4, 6, 0.2))
    box, flat, leaning = one(DrawnLabel("", ROLL.width, ROLL.height, items)).fields
    assert (box.x, box.y, box.commands["GB"]) == (12, 24, ["118", "59", "4", "B", "3"])
    assert flat.commands["GB"] == ["118", "2", "2"]
    assert leaning.commands["GD"] == ["35", "47", "2", "B", "L"]


def test_copies_and_the_kind_of_paper_are_said() -> None:
    label = drawn(TEMPLATES["tube-33x13"], TUBE)
    assert one(label, copies=3).settings["PQ"] == ["3", "0", "1", "Y"]
    assert one(label).settings["MT"] == ["T"]
    (found,) = read_zpl(zpl_of(ROLL._replace(method=Method.DIRECT), 300)(label))
    assert found.settings["MT"] == ["D"]


@pytest.mark.parametrize("dpi", DOTS)
def test_stretch_is_put_right_and_codes_keep_their_whole_dots(dpi: int) -> None:
    put_right = Calibration(right=0.4, down=-0.3, scale_x=1.02, scale_y=0.98)
    for name in ("tube-46x25", "box-64x38", "straw-flag-25x10"):
        template = TEMPLATES[name]
        stock, label = STOCK[template.stock], drawn(template, TUBE | BOX, dpi)
        (as_drawn,), (found,) = (
            read_zpl(zpl_of(stock, dpi, 1, calibration)(label)) for calibration in (EXACT, put_right)
        )
        assert len(found.fields) == len(as_drawn.fields)
        for moved, before in zip(found.fields, as_drawn.fields, strict=True):
            near = 3 if "GF" in moved.commands else 1.02  # a text sent as a picture moves with its baseline
            assert moved.x == pytest.approx(before.x * 1.02 + 0.4 / 25.4 * dpi, abs=near)
            assert moved.y == pytest.approx(max(0, before.y * 0.98 - 0.3 / 25.4 * dpi), abs=near)
            assert moved.data == before.data
            assert {key: moved.commands[key] for key in ("BX", "BC", "A0") if key in moved.commands} == {
                key: before.commands[key] for key in ("BX", "BC", "A0") if key in before.commands
            }
        batch = Batch(template, stock, dpi)
        assert next(batch.formats([(TUBE | BOX, None)], put_right)) == zpl_of(stock, dpi, 1, put_right)(label)


def test_a_ladder_is_turned() -> None:
    template = TEMPLATES["tube-34x25-ladder"]
    found = one(drawn(template, TUBE))
    field = next(field for field in found.fields if "BC" in field.commands)
    assert field.commands["BC"][0] == "R"
    assert code_128_text(field.data) == TUBE["barcode"]


def test_a_label_that_would_not_scan_is_not_sent() -> None:
    label = drawn(TEMPLATES["tube-34x25-ladder"], TUBE, 203)
    with pytest.raises(LabelRefused):
        write_zpl(BytesIO(), [label], ROLL, dpi=203)


def test_labels_follow_one_another_in_their_order() -> None:
    template = TEMPLATES["tube-33x13"]
    batch = Batch(template, STOCK[template.stock], 300, copies=2)
    file = BytesIO()
    things = [({**TUBE, "barcode": f"MC{number:010}"}, None) for number in range(2500)]
    written = batch.write_zpl(file, things)
    assert written.labels == 2500
    found = read_zpl(file.getvalue().decode("ascii"))
    assert [format_.fields[-1].data for format_ in found] == [facts["barcode"] for facts, _ in things]


def test_a_box_label_says_all_that_its_drawing_says() -> None:
    template = TEMPLATES["box-64x38"]
    assert any(isinstance(each, Code) for each in template.elements)
    assert any(isinstance(each, Text) for each in template.elements)
    label = drawn(template, LONG_BOX)
    found = one(label)
    assert len(found.fields) == len(label.items)


@given(st.data())
def test_the_short_way_from_facts_to_zpl_gives_the_same_bytes_and_flaws(data: st.DataObject) -> None:
    template = data.draw(st.sampled_from([each for each in TEMPLATES.values() if each.of in TUBES]))
    ascii_text = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=24)
    any_text = st.one_of(ascii_text, st.text(max_size=12), st.sampled_from(sorted(TUBE.values())))
    batch = Batch(template, STOCK[template.stock], 300)
    slow = LabelLayout(template, STOCK[template.stock], 300)
    write = zpl_of(STOCK[template.stock], 300)
    for _ in range(3):
        facts = {name: data.draw(any_text) for name in TUBE if name not in ("participant", "collected")}
        label = slow.draw(facts)
        if label.refused is not None:
            with pytest.raises(LabelRefused):
                next(batch.formats([(facts, None)]))
            continue
        assert next(batch.formats([(facts, None)])) == write(label)
        assert {each.what for each in batch.remarks()} >= {flaw.what for flaw in label.flaws}


@given(st.text(st.sampled_from(string.ascii_letters + string.digits + "-./:#_"), min_size=1, max_size=24))
def test_codes_that_look_alike_have_symbols_of_one_size(text: str) -> None:
    exchanged = {**dict.fromkeys(string.digits, "7"), **dict.fromkeys(string.ascii_uppercase, "Q")}
    alike = text.translate(str.maketrans({**exchanged, **dict.fromkeys(string.ascii_lowercase, "q")}))
    sizes = {encode(each, Symbology.DATA_MATRIX).columns for each in (text, alike)}
    assert len(sizes) == 1
