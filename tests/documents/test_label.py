"""Labels drawn: texts never run over their place, codes keep to whole dots, and what is wrong is said."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.documents.batch import Batch, fields_used
from freezerapp.documents.codes import Symbology
from freezerapp.documents.drawn import DrawnCode, DrawnLabel, DrawnText, Flaw, Wrong
from freezerapp.documents.label import LabelLayout, LabelRefused, TemplateDoesNotFit
from freezerapp.documents.label_font import label_font
from freezerapp.documents.label_sheets import write_pdf
from freezerapp.documents.stock import Area, Lowest, shipped_stock
from freezerapp.documents.template import Align, Box, Code, Element, Fit, For, Shape, Template, Text, Weight
from freezerapp.documents.template_file import shipped_templates
from freezerapp.domain.temperature import Temperature
from tests.documents.things import TUBE, alone

STOCK = shipped_stock()
TEMPLATES = shipped_templates()
ROLL = STOCK["freezerbondz"]
BARCODE = Text("{barcode}", 12, 1, 30, 4, 7)
MATRIX = Code("{barcode}", Symbology.DATA_MATRIX, 1, 1, 8, 8)


def a_template(*elements: Element, of: For = For.TUBE) -> Template:
    return Template("mine", "Mine", "Mienne", of, 48.0, 25.0, Shape.RECT, 0.0, "", elements)


def draw(*elements: Element, dpi: int = 300, **facts: str) -> DrawnLabel:
    return LabelLayout(a_template(*elements), ROLL, dpi).draw({"barcode": "MC0123456789", **facts})


def wrong(label: DrawnLabel) -> set[Wrong]:
    return {flaw.what for flaw in label.flaws}


def the_text(label: DrawnLabel) -> DrawnText:
    return next(item for item in label.items if isinstance(item, DrawnText))


def the_code(label: DrawnLabel) -> DrawnCode:
    return next(item for item in label.items if isinstance(item, DrawnCode))


def extent(text: DrawnText) -> Area:
    """The place of the capitals of a line, whichever way it runs."""
    capitals = label_font(text.weight).capitals * text.size
    return {
        0: Area(text.x, text.y - capitals, text.width, capitals),
        90: Area(text.x, text.y, capitals, text.width),
        180: Area(text.x - text.width, text.y, text.width, capitals),
        270: Area(text.x - capitals, text.y - text.width, capitals, text.width),
    }[text.rotate]


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=80),
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from(Align),
    st.sampled_from(Fit),
    st.sampled_from(Weight),
)
def test_a_text_never_runs_over_its_place(material: str, rotate: int, align: Align, fit: Fit, weight: Weight) -> None:
    element = Text("{material}", 5, 4, 20, 15, 8, weight, align, fit, 4, rotate)
    label = draw(element, material=material)
    for item in label.items:
        assert isinstance(item, DrawnText)
        room = Area(5 + (48.26 - 48) / 2, 4 + 0.2, 20, 15)
        assert room.holds(extent(item), 0.02)
        assert all(character in label_font(weight).widths for character in item.text)


def test_a_text_shrinks_first_and_is_then_cut_with_a_mark() -> None:
    element = Text("{material}", 1, 1, 20, 4, 10, least=7)
    usual, smaller, cut = (draw(element, material="x" * count) for count in (3, 12, 60))
    assert (wrong(usual), wrong(smaller), wrong(cut)) == (set(), set(), {Wrong.TEXT_CUT})
    assert the_text(usual).size == pytest.approx(10 * 25.4 / 72)
    assert the_text(smaller).size < the_text(usual).size
    assert the_text(smaller).text == "x" * 12
    assert the_text(cut).size == pytest.approx(7 * 25.4 / 72)
    assert the_text(cut).text.endswith("x…")
    at_once = draw(element._replace(fit=Fit.CUT), material="x" * 12)
    assert the_text(at_once).size == the_text(usual).size
    assert wrong(at_once) == {Wrong.TEXT_CUT}


def test_the_text_of_a_code_is_never_cut_however_long() -> None:
    label = draw(MATRIX, BARCODE._replace(width=10, fit=Fit.CUT), barcode="MIROCALS-2019-FR01-0123-PL-003")
    assert the_text(label).text == "MIROCALS-2019-FR01-0123-PL-003"
    assert Wrong.CODE_TEXT_TOO_SMALL in wrong(label)


def test_a_code_whose_text_cannot_be_shown_is_refused() -> None:
    label = draw(MATRIX, BARCODE, barcode="漢字")
    assert label.refused is not None
    assert label.refused.what is Wrong.CODE_IMPOSSIBLE
    assert wrong(draw(Text("{material}", 1, 1, 20, 4, 8), material="漢字")) == {Wrong.NOT_IN_FONT}


@pytest.mark.parametrize(
    ("dpi", "room", "module", "found"),
    [
        (300, 8, 0.254, set()),
        (600, 8, 0.254, set()),
        (203, 8, 0.25, set()),
        (300, 3.2, 0.169, {Wrong.CODE_SMALL}),
        (600, 3.2, 0.169, {Wrong.CODE_SMALL}),
        (203, 3.2, 0.125, {Wrong.CODE_TOO_SMALL}),
        (300, 1.2, 0.0, {Wrong.CODE_NO_ROOM}),
    ],
)
def test_modules_are_whole_dots_and_small_ones_are_warned_of_or_refused(
    dpi: int, room: float, module: float, found: set[Wrong]
) -> None:
    label = draw(MATRIX._replace(width=room, height=room), BARCODE, dpi=dpi)
    assert wrong(label) == found
    if module:
        code = the_code(label)
        assert code.module == pytest.approx(module, abs=0.001)
        assert code.module == pytest.approx(code.dots * 25.4 / dpi)
    assert (label.refused is not None) == bool(found - {Wrong.CODE_SMALL})


def test_what_lies_over_the_place_of_a_code_hurts_its_white() -> None:
    near = Text("{visit}", 8.5, 1, 10, 4, 8)
    assert Wrong.QUIET_HURT in wrong(draw(MATRIX, BARCODE, near, visit="V01"))
    assert wrong(draw(MATRIX, BARCODE, near._replace(x=9), visit="V01")) == set()
    assert wrong(draw(MATRIX, BARCODE, Box(0.5, 0.5, 9, 9))) == set()
    assert Wrong.QUIET_HURT in wrong(draw(MATRIX, BARCODE, Box(0.5, 0.5, 5, 9)))


def test_a_code_always_keeps_the_white_it_needs() -> None:
    for room in (4.0, 4.1, 4.6, 5.0, 7.7):
        code = the_code(draw(MATRIX._replace(width=room, height=room), BARCODE))
        assert room - code.width >= 2 * code.module - 0.001


def test_an_element_is_shown_when_its_rule_holds() -> None:
    only, unless = Text("held", 1, 1, 9, 3, 6, when="visit"), Text("none", 1, 5, 9, 3, 6, when="not visit")
    assert the_text(draw(only, unless, visit="V1")).text == "held"
    assert the_text(draw(only, unless)).text == "none"


def test_a_tube_without_barcode_is_refused() -> None:
    label = LabelLayout(a_template(MATRIX, BARCODE), ROLL, 300).draw({"visit": "V1"})
    assert label.refused == Flaw(Wrong.CODE_MISSING, 0, "{barcode}")
    with pytest.raises(LabelRefused):
        write_pdf(BytesIO(), [label], ROLL, dpi=300)


def test_stock_that_does_not_bear_the_cold_is_told() -> None:
    layout = LabelLayout(a_template(BARCODE), ROLL._replace(lowest=Lowest.UNKNOWN), 300)
    assert wrong(layout.draw(TUBE, Temperature.DEEP)) == {Wrong.TOO_COLD}
    assert wrong(layout.draw(TUBE, Temperature.FRIDGE)) == set()
    assert wrong(LabelLayout(a_template(BARCODE), ROLL, 300).draw(TUBE, Temperature.LIQUID)) == set()


def test_only_the_printable_part_is_printed_on() -> None:
    wrap = STOCK["cryostuck-wrap"]
    with pytest.raises(TemplateDoesNotFit):
        LabelLayout(a_template(BARCODE), wrap, 300)
    label = LabelLayout(TEMPLATES["tube-34x25-wrap"], wrap, 300).draw(TUBE)
    assert Wrong.OUTSIDE not in wrong(label)
    for item in label.items:
        if isinstance(item, DrawnText):
            assert wrap.printable.holds(extent(item), 0.01)
    inner = ROLL._replace(printable=Area(0, 0, 48.26, 25.3))
    tall = a_template(BARCODE._replace(y=22, height=3.4))._replace(height=25.4)
    assert Wrong.OUTSIDE in wrong(LabelLayout(tall, inner, 300).draw(TUBE))


def test_what_is_on_a_cap_stays_in_its_circle() -> None:
    stock = STOCK["dymo-lwcs506"]
    assert stock.cap is not None
    label = LabelLayout(TEMPLATES["tube-24x13-cap"], stock, 300).draw(TUBE)
    assert label.flaws == ()
    codes = [item for item in label.items if isinstance(item, DrawnCode)]
    assert len(codes) == 2
    right = max(codes, key=lambda code: code.x)
    for x in (right.x, right.x + right.width):
        for y in (right.y, right.y + right.height):
            assert (x - stock.cap.x) ** 2 + (y - stock.cap.y) ** 2 <= (stock.cap.diameter / 2) ** 2


def test_a_dot_for_the_cap_says_that_the_side_needs_a_label_too() -> None:
    template = TEMPLATES["cap-14"]
    assert wrong(LabelLayout(template, STOCK[template.stock], 300).draw(TUBE)) == {Wrong.CAP_ALONE}


def test_a_batch_tells_each_flaw_once_with_the_first_names() -> None:
    batch = Batch(a_template(MATRIX, BARCODE, Text("{material}", 1, 12, 9, 3, 8, least=7)), alone(ROLL), 300, copies=2)
    things = [({"barcode": f"M{n}", "material": "much too long a name"}, None) for n in range(9)]
    file = BytesIO()
    written = batch.write_pdf(file, batch.labels(things))
    assert (written.labels, written.pages, batch.drawn) == (18, 18, 9)
    (remark,) = batch.remarks()
    assert (remark.what, remark.labels) == (Wrong.TEXT_CUT, ("M0", "M1", "M2", "M3", "M4", "…"))


def test_the_fields_of_a_template_are_those_that_must_be_looked_up() -> None:
    elements = (Text("{collected:date}[ {field:grade}]", 1, 1, 9, 3, 6, when="not visit"), MATRIX)
    assert fields_used(a_template(*elements)) == {"collected:date", "collected", "field:grade", "visit", "barcode"}
