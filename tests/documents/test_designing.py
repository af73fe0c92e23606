"""What a hand does to a template: on the grid, within the label, one step at a time; and the file reads as drawn."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.documents.codes import Symbology
from freezerapp.documents.designing import (
    GRID,
    SIZES,
    Handle,
    filling,
    grown,
    handles,
    moved,
    new_template,
    nudged,
    resized,
    room_of,
    with_box,
    with_code,
    with_element,
    with_line,
    with_new,
    with_text,
    without,
)
from freezerapp.documents.draft import MOST_STEPS, Draft
from freezerapp.documents.label_file import BadLabelFile, LabelFault
from freezerapp.documents.own_labels import write_template
from freezerapp.documents.stock import Shape, shipped_stock
from freezerapp.documents.template import (
    Align,
    Box,
    Code,
    Element,
    Fit,
    For,
    Image,
    Line,
    On,
    Template,
    Text,
    Weight,
    place_of,
)
from freezerapp.documents.template_file import shipped_templates, template_faults, template_file, template_of

STOCK = shipped_stock()
TEMPLATES = shipped_templates()
LABEL = Template("t", "T", "T", For.TUBE, 30.0, 12.0, Shape.RECT, 9.5, "", ())
TEXT = Text("{visit}", 7.0, 2.0, 10.0, 2.5, 6.0, least=4.2)

far = st.floats(-60, 60, allow_nan=False)
tenths = st.integers(0, 300).map(lambda number: number / 10)


@st.composite
def elements(draw: st.DrawFn, on: On | None = None) -> Element:
    """Any element that lies on its piece of ``LABEL``, on the grid or not."""
    on = on or draw(st.sampled_from(On))
    room = room_of(LABEL, on)

    def part(most: float, least: float = 0.0) -> float:
        return round(least + (most - least) * draw(st.integers(0, 100)) / 100, 3)

    x, y = part(room.width - 1), part(room.height - 1)
    width, height = part(room.width - x, 0.5), part(room.height - y, 0.5)
    when = draw(st.sampled_from(["", "visit", "not participant", "field:grade", "collected:date"]))
    text = draw(st.sampled_from(["{barcode}", "{visit}[ · {field:grade}]", 'Été \\ "1" {{x}}', "{collected:date}"]))
    turn = draw(st.sampled_from([0, 90, 180, 270]))
    kind = draw(st.sampled_from([Text, Code, Line, Box]))
    if kind is Text:
        size = draw(st.integers(10, 400)) / 10
        least = draw(st.sampled_from([0.0, round(size * 0.7, 3), size]))
        weight, align, fit = (draw(st.sampled_from(each)) for each in (Weight, Align, Fit))
        return Text(text, x, y, width, height, size, weight, align, fit, least, turn, on, when)
    if kind is Code:
        module = draw(st.integers(100, 1000)) / 1000
        symbology = draw(st.sampled_from(Symbology))
        if symbology is Symbology.CODE_128:
            turn = 90
        return Code(text, symbology, x, y, width, height, module, turn, on, when)
    thickness = draw(st.integers(1, 20)) / 20
    if kind is Line:
        return Line(x, y, part(room.width), part(room.height), thickness, on, when)
    return Box(x, y, width, height, thickness, draw(tenths), on, when)


@st.composite
def templates(draw: st.DrawFn) -> Template:
    """A template that could be saved: each code has its text."""
    template = with_new(LABEL, Text("side", 0.0, 0.0, 5.0, 2.0, 6.0, least=0.0))[0]
    for element in draw(st.lists(elements(), max_size=6)):
        template, _ = with_new(template, element)
        if isinstance(element, Code):
            template, _ = with_new(template, Text(element.text, 0.0, 0.0, 8.0, 2.0, 6.0, least=4.2))
    return template._replace(
        title=draw(st.sampled_from(["Ours", 'Ours, "new" \\ 1'])),
        title_fr=draw(st.sampled_from(["Ours", "Les nôtres"])),
        stock=draw(st.sampled_from(["", "dymo-lwcs506"])),
    )


@given(templates())
def test_a_template_is_read_as_it_was_drawn(template: Template) -> None:
    assert list(template_faults(template)) == []
    assert template_of("t", tomllib.loads(template_file(template))) == template


@given(elements(), far, far)
def test_what_is_dragged_lies_on_the_grid_or_at_the_edge_and_keeps_its_size(
    element: Element, across: float, down: float
) -> None:
    found = moved(LABEL, element, across, down)
    before, after, room = place_of(element), place_of(found), room_of(LABEL, element.on)
    assert room.holds(after)
    assert after.width == pytest.approx(before.width, abs=0.0021)
    assert after.height == pytest.approx(before.height, abs=0.0021)
    for at, size, most in ((after.x, after.width, room.width), (after.y, after.height, room.height)):
        on_grid = abs(at / GRID - round(at / GRID)) < 1e-6
        assert on_grid or at == pytest.approx(most - size, abs=0.0021)


@given(elements(), st.sampled_from(Handle), far, far)
def test_what_is_resized_stays_on_its_piece_and_only_the_held_edges_move(
    element: Element, handle: Handle, across: float, down: float
) -> None:
    if handle not in handles(element):
        return
    found = resized(LABEL, element, handle, across, down)
    before, after = place_of(element), place_of(found)
    assert room_of(LABEL, element.on).holds(after)
    if isinstance(element, Line):
        assert isinstance(found, Line)
        still = (found.x2, found.y2) if handle is Handle.START else (found.x, found.y)
        assert still == ((element.x2, element.y2) if handle is Handle.START else (element.x, element.y))
        return
    assert min(after.width, after.height) >= GRID - 0.001
    for letter, was, now in (
        ("w", before.x, after.x),
        ("e", before.right, after.right),
        ("n", before.y, after.y),
        ("s", before.bottom, after.bottom),
    ):
        if letter not in handle.value:
            assert now == pytest.approx(was, abs=0.0021)


def test_arrows_go_to_the_next_line_of_the_grid() -> None:
    off = TEXT._replace(x=7.2, y=2.4)
    right = nudged(LABEL, off, 1, 0)
    assert (right.x, right.y) == (7.5, 2.4)
    assert nudged(LABEL, off, -1, 0).x == 7.0
    assert nudged(LABEL, right, -1, 0).x == 7.0
    assert nudged(LABEL, TEXT._replace(x=0.0), -1, 0).x == 0.0
    wider = grown(LABEL, TEXT, 1, 0)
    assert isinstance(wider, Text)
    assert (wider.width, wider.height) == (10.5, 2.5)
    assert place_of(grown(LABEL, TEXT._replace(width=0.5), -1, 0)).width == GRID
    line = grown(LABEL, Line(1.0, 1.0, 5.0, 1.0), 1, -1)
    assert (line.x2, line.y2) == (5.5, 0.5)


@pytest.mark.parametrize("symbology", Symbology)
@pytest.mark.parametrize("stock", ["tough-tags-ttlw-2016", "avery-l7163", "dymo-11353"])
def test_a_new_code_comes_with_its_text_and_nothing_lies_over_it(symbology: Symbology, stock: str) -> None:
    template, number = with_code(new_template(STOCK[stock], For.TUBE, "New"), "{barcode}", symbology)
    code = template.elements[number]
    assert isinstance(code, Code)
    assert list(template_faults(template)) == []
    assert [each.text for each in template.elements if isinstance(each, Text)] == ["{barcode}"]
    again, _ = with_code(template, "{barcode}", symbology)
    assert len(again.elements) == 3, "the text is there already"
    text = next(each for each in template.elements if isinstance(each, Text))
    wide, high = SIZES[symbology]
    if wide <= template.width - 1 and high + 3 <= template.height and symbology is not Symbology.CODE_128:
        assert not place_of(code).meets(place_of(text))


def test_elements_stand_in_the_order_of_their_file() -> None:
    template = new_template(STOCK["avery-l7163"], For.BOX, "New")
    for add in (with_box, with_line):
        template, _ = add(template)
    template, number = with_text(template, "{code}")
    assert number == 0
    template, number = with_code(template, "{code}", Symbology.QR)
    assert number == 1
    assert [type(each) for each in template.elements] == [Text, Code, Line, Box]
    assert [type(each) for each in without(template, 1).elements] == [Text, Line, Box]
    places = [place_of(each) for each in template.elements]
    assert not any(one.meets(other) for at, one in enumerate(places) for other in places[:at])


def test_a_label_is_made_as_large_as_its_stock_takes() -> None:
    template = filling(TEMPLATES["tube-25x13"], STOCK["dymo-lwcs506"])
    assert (template.width, template.height, template.cap, template.stock) == (23.9, 12.7, 9.5, "dymo-lwcs506")
    assert filling(template, STOCK["endisch-6500012"]).shape is Shape.ROUND


def test_steps_are_taken_back_and_again() -> None:
    draft = Draft(LABEL)
    assert not draft.can_undo
    assert not draft.changed
    for title in ("A", "Ab", "Abc"):
        draft.put(LABEL._replace(title=title), "title")
    draft.pause()
    draft.put(LABEL._replace(title="Abcd"), "title")
    draft.put(LABEL._replace(title="Abcd", width=40.0), "width")
    assert not draft.put(draft.template)
    draft.undo()
    assert draft.template.title == "Abcd"
    draft.undo()
    assert draft.template.title == "Abc", "letters typed in a row are one step, those after a pause another"
    draft.undo()
    assert draft.template == LABEL
    assert not draft.can_undo
    draft.undo()
    draft.redo()
    draft.redo()
    assert draft.template.title == "Abcd"
    draft.put(LABEL._replace(title="Other"))
    assert not draft.can_redo
    assert draft.changed
    draft.saved_as(draft.template._replace(name="other"))
    assert not draft.changed
    draft.undo()
    assert draft.changed


def test_so_many_steps_are_kept() -> None:
    draft = Draft(LABEL)
    for number in range(MOST_STEPS + 20):
        draft.put(LABEL._replace(width=30.0 + number + 1))
    for _ in range(MOST_STEPS + 20):
        draft.undo()
    assert draft.template.width > 30
    assert draft.can_redo


def test_all_faults_of_a_template_are_told_each_with_its_element() -> None:
    template = TEMPLATES["tube-25x13"]
    code = next(number for number, each in enumerate(template.elements) if isinstance(each, Code))
    text = template.elements[0]
    assert isinstance(text, Text)
    broken = with_element(template, 0, text._replace(text="{visit", x=20.0))
    broken = with_element(broken, code, template.elements[code]._replace(text="{study}"))
    found = [(fault.element, fault.what) for fault in template_faults(broken)]
    assert found == [
        (0, LabelFault.OVER_THE_LABEL),
        (0, LabelFault.BAD_TEXT),
        (code, LabelFault.NO_TEXT_BESIDE),
    ]
    with pytest.raises(BadLabelFile) as refused:
        template_of("mine", tomllib.loads(template_file(broken)))
    assert refused.value.where == "mine.text.1.x"


def test_a_template_is_written_with_its_pictures(tmp_path: Path) -> None:
    ours, theirs, folder = tmp_path / "ours", tmp_path / "theirs", tmp_path / "own"
    for where, content in ((ours, b"one"), (theirs, b"another")):
        where.mkdir()
        (where / "logo.png").write_bytes(content)
    template = LABEL._replace(elements=(Image("logo.png", 1, 1, 4, 4),), name="first")
    first = write_template(template._replace(folder=str(ours)), folder)
    second = write_template(template._replace(folder=str(theirs), name="second"), folder)
    again = write_template(template._replace(folder=str(theirs), name="second"), folder)
    assert [each.elements[0].file for each in (first, second, again)] == ["logo.png", "logo-2.png", "logo-2.png"]
    assert (folder / "logo-2.png").read_bytes() == b"another"
    known = shipped_templates(folder)
    assert known["first"] == first
    assert known["second"] == second
