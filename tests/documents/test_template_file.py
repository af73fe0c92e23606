"""Template files: read as written, and refused by file and key where the label would not scan or could be lost."""

from pathlib import Path

import pytest

from freezerapp.documents.label_file import BadLabelFile, LabelFault, load
from freezerapp.documents.stock import shipped_stock
from freezerapp.documents.template import (
    BadPattern,
    Code,
    For,
    On,
    Template,
    Text,
    date_in_words,
    fits,
    pattern,
)
from freezerapp.documents.template_file import (
    UnknownTemplate,
    shipped_templates,
    template_called,
    template_file,
    template_of,
)

TEMPLATES = shipped_templates()
STOCK = shipped_stock()


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_a_template_is_read_as_it_was_written(template: Template, tmp_path: Path) -> None:
    file = tmp_path / f"{template.name}.toml"
    file.write_text(template_file(template), encoding="utf-8")
    assert template_of(template.name, load(file), Path(template.folder)) == template
    assert template.title_fr


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_a_template_names_a_stock_that_it_fits(template: Template) -> None:
    assert fits(template, STOCK[template.stock])


def test_every_kind_of_label_and_every_stock_has_a_template() -> None:
    assert {template.of for template in TEMPLATES.values()} == set(For)
    for stock in STOCK.values():
        assert any(fits(template, stock) for template in TEMPLATES.values()), stock.name


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_no_template_shows_place_volume_or_concentration_unless_asked(template: Template) -> None:
    shown = {
        field for each in template.elements if isinstance(each, Text | Code) for field in pattern(each.text).fields
    }
    assert not shown & {"position", "box", "path", "home", "volume", "concentration"}


def test_a_label_with_a_cap_has_a_side_too() -> None:
    caps = [template for template in TEMPLATES.values() if template.cap]
    assert caps
    for template in caps:
        pieces = {each.on for each in template.elements if isinstance(each, Code)}
        assert pieces == {On.SIDE, On.CAP}


TUBE = """
title = "Mine"
for = "tube"
width = 30
height = 12
[[text]]
text = "{barcode}"
x = 8
y = 2
width = 20
height = 3
size = 6
[[code]]
text = "{barcode}"
symbology = "data matrix"
x = 1
y = 1
width = 6
height = 6
"""


@pytest.mark.parametrize(
    ("change", "by", "where", "what"),
    [
        ('text = "{barcode}"\nx', 'text = "{barcode"\nx', "mine.text.1.text", LabelFault.BAD_TEXT),
        ('text = "{barcode}"\nx', 'text = "[{barcode}"\nx', "mine.text.1.text", LabelFault.BAD_TEXT),
        ('text = "{barcode}"\nx', 'text = "{barkode}"\nx', "mine.text.1.text", LabelFault.UNKNOWN_FIELD),
        ('text = "{barcode}"\nx', 'text = "{visit}"\nx', "mine.code.1", LabelFault.NO_TEXT_BESIDE),
        ('text = "{barcode}"\nx', 'text = "no {barcode}"\nx', "mine.code.1", LabelFault.NO_TEXT_BESIDE),
        ("size = 6", 'size = 6\nwhen = "visit"', "mine.code.1", LabelFault.NO_TEXT_BESIDE),
        ('"data matrix"', '"code 128"', "mine.code.1.rotate", LabelFault.NOT_A_LADDER),
        ('"data matrix"', '"aztec"', "mine.code.1.symbology", LabelFault.WRONG_VALUE),
        ("width = 20", "width = 23", "mine.text.1.x", LabelFault.OVER_THE_LABEL),
        ("size = 6", "size = true", "mine.text.1.size", LabelFault.WRONG_VALUE),
        ("size = 6", 'size = 6\nweight = "black"', "mine.text.1.weight", LabelFault.WRONG_VALUE),
        ("size = 6", "size = 6\nrotate = 45", "mine.text.1.rotate", LabelFault.WRONG_VALUE),
        ("size = 6", 'size = 6\nwhen = "weather"', "mine.text.1.when", LabelFault.UNKNOWN_FIELD),
        ("size = 6", "size = 6\ncolour = 3", "mine.text.1.colour", LabelFault.UNKNOWN_KEY),
        ("height = 12", "height = 12\nimage = 3", "mine.image", LabelFault.WRONG_VALUE),
        (
            "[[code]]",
            '[[image]]\nfile = "../logo.png"\nx = 1\ny = 8\nwidth = 3\nheight = 3\n[[code]]',
            "mine.image",
            LabelFault.NO_SUCH_PICTURE,
        ),
    ],
)
def test_a_template_that_cannot_be_used_is_told_by_file_and_key(
    tmp_path: Path, change: str, by: str, where: str, what: LabelFault
) -> None:
    assert change in TUBE
    (tmp_path / "mine.toml").write_text(TUBE.replace(change, by, 1), encoding="utf-8")
    with pytest.raises(BadLabelFile) as refused:
        shipped_templates(tmp_path)
    assert (refused.value.where, refused.value.what) == (where, what)


def test_a_tube_label_that_is_only_a_cap_is_refused(tmp_path: Path) -> None:
    text = TUBE.replace("height = 12\n", "height = 12\ncap = 10\n")
    text = text.replace("x = 8\ny = 2\nwidth = 20", "x = 1\ny = 7\nwidth = 8")
    text = text.replace("size = 6", 'size = 6\non = "cap"').replace("height = 6", 'height = 6\non = "cap"')
    (tmp_path / "mine.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadLabelFile) as refused:
        shipped_templates(tmp_path)
    assert refused.value.what is LabelFault.CAP_ALONE


def test_a_users_template_is_found_and_a_wrong_name_is_answered(tmp_path: Path) -> None:
    (tmp_path / "our-tubes.toml").write_text(TUBE, encoding="utf-8")
    known = shipped_templates(tmp_path)
    assert template_called(known, "OUR-TUBES").title == "Mine"
    with pytest.raises(UnknownTemplate) as unknown:
        template_called(known, "tube-33x12")
    assert "tube-33x13" in unknown.value.near


@pytest.mark.parametrize(
    ("text", "facts", "said"),
    [
        ("{participant}[ · {visit}]", {"participant": "P1", "visit": "V2"}, "P1 · V2"),
        ("{participant}[ · {visit}]", {"participant": "P1"}, "P1"),
        ("[{visit} ]{material}", {"material": "DNA"}, "DNA"),
        ("{{{visit}}} [[x]]", {"visit": "V1"}, "{V1} [x]"),
        ("{collected:date}", {"collected": "2019-03-14T09:30"}, "14 Mar 2019"),
        ("{field:tumour-grade}", {"field:tumour-grade": "II"}, "II"),
        ("{barcode}", {"barcode": "{visit}[x]"}, "{visit}[x]"),
    ],
)
def test_fields_are_filled_and_what_is_not_known_leaves_no_trace(text: str, facts: dict[str, str], said: str) -> None:
    assert pattern(text).filled(facts) == said


@pytest.mark.parametrize("text", ["{", "}", "[x", "x]", "[[x]", "{a b}", "{Barcode}"])
def test_an_open_bracket_is_refused(text: str) -> None:
    with pytest.raises(BadPattern):
        pattern(text)


@pytest.mark.parametrize(
    ("date", "said"),
    [("2019-03-14", "14 Mar 2019"), ("2019-03", "Mar 2019"), ("2019", "2019"), ("", ""), ("2019-13", "2019-13")],
)
def test_dates_read_one_way_only(date: str, said: str) -> None:
    assert date_in_words(date) == said
