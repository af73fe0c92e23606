"""A template while it is drawn: whatever is unfinished or wrong with it is told, by its element, and nothing breaks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.documents.batch import fields_used
from freezerapp.documents.codes import Symbology
from freezerapp.documents.designing import new_template, with_element
from freezerapp.documents.drawn import DrawnText, Wrong
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_file import LabelFault
from freezerapp.documents.proof import bare_stock, fields_shown, proof
from freezerapp.documents.stock import shipped_stock
from freezerapp.documents.template import Box, Code, For, Image, On, Template, Text, fits
from freezerapp.documents.template_file import shipped_templates
from tests.documents.test_designing import LABEL, elements
from tests.documents.things import LONG_TUBE, TUBE, contents

STOCK = shipped_stock()
TEMPLATES = shipped_templates()
TUBE_25 = TEMPLATES["tube-25x13"]
BRADY = STOCK["brady-25x13"]
CODE = next(number for number, each in enumerate(TUBE_25.elements) if isinstance(each, Code))


def told(template: Template, dpi: int = 600, facts: dict[str, str] = TUBE) -> list[tuple[object, int, bool]]:
    return [(each.what, each.element, each.refused) for each in proof(template, BRADY, dpi, facts).findings]


def code(**more: object) -> Template:
    element = TUBE_25.elements[CODE]
    assert isinstance(element, Code)
    return with_element(TUBE_25, CODE, element._replace(**more))


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_what_comes_with_the_program_is_drawn_as_it_is_printed_and_not_refused(template: Template) -> None:
    stock = STOCK[template.stock]
    for facts in contents(template):
        found = proof(template, stock, 600, facts)
        label = LabelLayout(template, stock, 600).draw(facts)
        assert found.label.items == label.items
        assert {(each.what, each.element) for each in found.findings} == {
            (flaw.what, flaw.element) for flaw in label.flaws if flaw.what is not Wrong.CAP_ALONE
        }
        assert found.refused is (label.refused is not None), "a long code on a ladder is too small"
        assert len(found.areas) == len(template.elements)


@pytest.mark.parametrize(
    ("dpi", "module", "what", "refused"),
    [
        (300, 0.085, Wrong.CODE_TOO_SMALL, True),
        (300, 0.169, Wrong.CODE_SMALL, False),
        (600, 0.127, Wrong.CODE_TOO_SMALL, True),
        (203, 0.125, Wrong.CODE_TOO_SMALL, True),
        (600, 0.212, Wrong.CODE_SMALL, False),
    ],
)
def test_a_code_too_small_for_the_printer_is_refused_and_a_small_one_warned_of(
    dpi: int, module: float, what: Wrong, refused: bool
) -> None:
    assert told(code(module=module), dpi) == [(what, CODE, refused)]


def test_the_same_code_is_good_at_a_finer_printer() -> None:
    small = code(width=3.0, height=3.0)
    assert told(small, 203) == [(Wrong.CODE_TOO_SMALL, CODE, True)]
    assert told(small, 600) == [(Wrong.CODE_SMALL, CODE, False)]
    assert told(code(), 600) == []
    assert proof(code(), BRADY, 600, TUBE).modules[CODE][1] == 8


def test_what_hurts_the_white_around_a_code_is_told_of_the_code() -> None:
    element = TUBE_25.elements[CODE]
    assert isinstance(element, Code)
    over = Text("{visit}", element.x + 3, element.y, 8, 2, 5)
    assert told(TUBE_25._replace(elements=(over, *TUBE_25.elements))) == [(Wrong.QUIET_HURT, CODE + 1, False)]
    around = Box(element.x - 0.3, element.y - 0.3, element.width + 0.6, element.height + 0.6)
    assert told(TUBE_25._replace(elements=(*TUBE_25.elements, around))) == [], "a frame around it does no harm"


def test_a_text_that_is_cut_is_told() -> None:
    long = with_element(TUBE_25, 1, TUBE_25.elements[1]._replace(width=4.0))
    assert (Wrong.TEXT_CUT, 1, False) in told(long, facts=LONG_TUBE)


def test_what_lies_outside_is_told_once() -> None:
    out = with_element(TUBE_25, 0, TUBE_25.elements[0]._replace(x=20.0))
    assert told(out) == [(LabelFault.OVER_THE_LABEL, 0, True)]


def test_a_label_larger_than_its_stock_is_told_and_drawn_all_the_same() -> None:
    found = proof(TEMPLATES["tube-46x25"], BRADY, 600, TUBE)
    assert [(each.what, each.element) for each in found.findings] == [(Wrong.DOES_NOT_FIT, -1)]
    assert found.refused
    assert (found.stock.width, found.stock.height) == (45.7, 25.4)
    cap = proof(TEMPLATES["tube-24x13-cap"], BRADY, 600, TUBE)
    assert cap.cap_piece is not None
    assert not cap.cap_piece.meets(cap.piece)
    for template in TEMPLATES.values():
        assert fits(template, bare_stock(template))


def test_what_is_not_finished_is_drawn_as_far_as_it_goes() -> None:
    text = TUBE_25.elements[0]
    assert isinstance(text, Text)
    open_ = with_element(TUBE_25, 0, text._replace(text="{visit"))
    found = proof(open_, BRADY, 600, TUBE)
    assert [(each.what, each.element, each.refused) for each in found.findings] == [(LabelFault.BAD_TEXT, 0, True)]
    assert any(isinstance(item, DrawnText) and item.text == "{visit" for item in found.label.items)
    assert told(code(text="{barcode"))[0] == (LabelFault.BAD_TEXT, CODE, True)
    assert told(code(text=""))[0] == (LabelFault.MISSING, CODE, True)
    assert told(with_element(TUBE_25, 0, text._replace(text="{colour}"))) == [(LabelFault.UNKNOWN_FIELD, 0, True)]
    assert fields_shown(open_) == fields_used(TUBE_25._replace(elements=TUBE_25.elements[1:]))
    picture = TUBE_25._replace(elements=(*TUBE_25.elements, Image("none.png", 1, 1, 3, 2)))
    assert told(picture) == [(LabelFault.NO_SUCH_PICTURE, len(TUBE_25.elements), True)]
    cap = with_element(TUBE_25, 0, text._replace(on=On.CAP))
    assert (LabelFault.OVER_THE_LABEL, 0, True) in told(cap)
    assert proof(new_template(BRADY, For.TUBE), BRADY, 600, {}).findings[0].what is LabelFault.MISSING


def test_a_tube_that_has_no_code_does_not_keep_a_template_from_being_saved() -> None:
    assert told(TUBE_25, facts={"visit": "V01"}) == [(Wrong.CODE_MISSING, CODE, False)]


def test_bars_on_a_tube_must_lie_across_it() -> None:
    bars = code(symbology=Symbology.CODE_128, width=20.0, height=6.0, x=0.0)
    assert (LabelFault.NOT_A_LADDER, CODE, True) in told(bars)


@given(st.lists(elements(), max_size=6), st.sampled_from(["brady-25x13", "dymo-lwcs506", "endisch-6500012"]))
def test_nothing_that_can_be_drawn_breaks_the_drawing(drawn: list[object], stock: str) -> None:
    template = LABEL._replace(elements=tuple(drawn))
    for facts in ({}, TUBE, LONG_TUBE):
        found = proof(template, STOCK[stock], 203, facts)
        assert len(found.areas) == len(drawn)
        assert all(-1 <= each.element < len(drawn) for each in found.findings)
