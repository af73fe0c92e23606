"""Stock and templates of the user's own: their names, their files, and that what a form says is what a file says."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.documents.label_file import BadLabelFile, LabelFault
from freezerapp.documents.label_sheets import LabelsNotWritten
from freezerapp.documents.own_labels import name_from, write_stock
from freezerapp.documents.stock import (
    Area,
    Cap,
    Feed,
    Lowest,
    Method,
    Page,
    Shape,
    Stock,
    shipped_stock,
    stock_faults,
    stock_file,
    stock_of,
)

STOCK = shipped_stock()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Our labels", "our-labels"),
        ("Étiquettes 25,4 × 12,7 mm", "etiquettes-25-4-x-12-7-mm"),
        ("Tube 25.4 × 12.7", "tube-25.4-x-12.7"),
        ("…", "labels"),
        ("標籤", "labels"),
        ("Cœur d'étoile", "coeur-detoile"),
        ("../../etc/passwd", "etc-passwd"),
        ("x" * 200, "x" * 48),
    ],
)
def test_a_file_is_named_after_its_title_in_letters_that_any_shell_takes(title: str, name: str) -> None:
    assert name_from(title) == name


def test_a_name_that_is_taken_gets_a_number() -> None:
    assert name_from("Ours", {"ours", "ours-2"}) == "ours-3"


def test_stock_that_is_written_is_found_with_what_comes_with_the_program(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there"
    mine = STOCK["avery-l7163"]._replace(name="ours", title="Ours", width=90.0, printable=Area(0, 0, 90.0, 38.1))
    assert write_stock(mine, folder) == folder / "ours.toml"
    assert shipped_stock(folder)["ours"] == mine
    write_stock(mine._replace(title="Ours, wider"), folder)
    assert shipped_stock(folder)["ours"].title == "Ours, wider"
    assert [file.name for file in folder.iterdir()] == ["ours.toml"], "nothing else is left behind"


def test_a_folder_that_can_not_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "labels").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(LabelsNotWritten):
        write_stock(STOCK["avery-l7163"], tmp_path / "labels" / "stock")


mm = st.integers(0, 6_000).map(lambda number: round(number / 20, 3))
lengths = st.integers(60, 2_000).map(lambda number: number / 20)
texts = st.sampled_from(["Ours", 'A "name" \\ with signs', "Étiquette", "Ours again", ""])


@st.composite
def forms(draw: st.DrawFn) -> Stock:
    """What a form can say, possible or not."""
    shape = draw(st.sampled_from(Shape))
    feed = draw(st.sampled_from(Feed))
    width = draw(lengths)
    height = width if shape is Shape.ROUND else draw(lengths)
    small = mm.map(lambda number: round(number / 50, 3))
    part = draw(st.one_of(st.none(), st.builds(Area, small, small, small, small)))
    count = st.integers(1, 6)
    page = Page(600.0, 600.0, draw(count), draw(count), *(round(draw(mm) / 2, 3) for _ in range(4)))
    return Stock(
        "mine",
        draw(texts),
        draw(texts),
        draw(texts),
        "",
        feed,
        shape,
        draw(st.sampled_from(Lowest)),
        draw(st.sampled_from(Method)),
        width,
        height,
        0.0 if shape is Shape.ROUND else round(draw(mm) / 20, 3),
        Area(0, 0, width, height) if part is None else part,
        draw(st.one_of(st.none(), st.builds(Cap, small, small, small))),
        page if feed is Feed.SHEET else None,
    )


@given(forms())
def test_a_form_without_fault_is_a_file_that_is_read_as_it_was_entered(form: Stock) -> None:
    faults = list(stock_faults(form))
    values = tomllib.loads(stock_file(form))
    if faults:
        with pytest.raises(BadLabelFile):
            stock_of("mine", values)
    else:
        assert stock_of("mine", values) == form


def test_each_number_is_told_by_its_own_key() -> None:
    sheet = STOCK["avery-l7651"]
    assert sheet.page is not None
    page = sheet.page
    wrong = {
        "title": sheet._replace(title=""),
        "source": sheet._replace(source=" "),
        "corner": sheet._replace(corner=11.0),
        "printable": sheet._replace(printable=Area(1, 1, 38.1, 10)),
        "cap": sheet._replace(cap=Cap(36, 10, 6)),
        "page.across": sheet._replace(page=page._replace(across=37.9)),
        "page.down": sheet._replace(page=page._replace(down=21)),
        "page.columns": sheet._replace(page=page._replace(columns=6)),
        "page.rows": sheet._replace(page=page._replace(rows=14)),
    }
    for key, stock in wrong.items():
        assert [fault.key for fault in stock_faults(stock)] == [key]
    both = sheet._replace(title="", page=page._replace(columns=6, down=20))
    assert [(fault.key, fault.what) for fault in stock_faults(both)] == [
        ("title", LabelFault.MISSING),
        ("page.down", LabelFault.OVERLAP),
        ("page.columns", LabelFault.OVER_THE_PAGE),
    ]
    assert all(not list(stock_faults(stock)) for stock in STOCK.values())
