"""Labels of positions, in every scheme and direction, read back as people and files write them."""

import dataclasses
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.position import (
    MOST_POSITIONS,
    Axis,
    BadScheme,
    Direction,
    FillOrder,
    Impossible,
    ImpossibleLayout,
    Layout,
    Letters,
    NoSuchPosition,
    Position,
    Scheme,
    Style,
)
from freezerapp.domain.schemes import BUILT_IN

NUMBERS_DOWN = Scheme(style=Style.NUMBERS, direction=Direction.VERTICAL)


def labels(layout: Layout) -> list[list[str]]:
    """The labels as they lie before one, row by row."""
    return [[layout.label(Position(row, column)) for column in range(layout.columns)] for row in range(layout.rows)]


@st.composite
def schemes(draw: st.DrawFn) -> Scheme:
    style = draw(st.sampled_from(Style))
    rows_by, columns_by = draw(st.sampled_from(Axis)), draw(st.sampled_from(Axis))
    needed = style is Style.GRID and rows_by is columns_by
    width = draw(st.integers(1, 3))
    return Scheme(
        style=style,
        direction=draw(st.sampled_from(Direction)),
        letters=draw(st.sampled_from(Letters)),
        width=width,
        rows_by=rows_by,
        columns_by=columns_by,
        columns_first=draw(st.booleans()),
        separator=draw(st.sampled_from(["-", ":", "/", "_", " "] if needed else ["", "-", ":", " "])),
        from_bottom=draw(st.booleans()),
        skips_absent=draw(st.booleans()),
        prefix=draw(st.sampled_from(["", "", "Level ", "Shelf ", "Étagère "])),
    )


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    """Any layout that its scheme can label, of up to 30 rows or columns, some positions absent."""
    scheme = draw(schemes())
    rows, columns = draw(st.integers(1, 30)), draw(st.integers(1, 30))
    cells = [Position(row, column) for row in range(rows) for column in range(columns)]
    absent = frozenset(draw(st.lists(st.sampled_from(cells), max_size=5)))
    if len(absent) == len(cells):
        absent = frozenset()
    fill = draw(st.sampled_from(FillOrder))
    while True:
        try:
            return Layout(rows, columns, scheme, fill, absent)
        except ImpossibleLayout as problem:
            if problem.why is not Impossible.LABELS:
                raise
            rows, columns = max(1, rows // 2), max(1, columns // 2)
            absent = frozenset()


# ---- the schemes in use ----


@pytest.mark.parametrize(
    ("name", "rows", "columns", "expected"),
    [
        ("A1", 2, 3, [["A1", "A2", "A3"], ["B1", "B2", "B3"]]),
        ("A01", 2, 2, [["A01", "A02"], ["B01", "B02"]]),
        ("A1 from the bottom", 3, 2, [["C1", "C2"], ["B1", "B2"], ["A1", "A2"]]),
        ("column letter", 2, 3, [["A1", "B1", "C1"], ["A2", "B2", "C2"]]),
        ("row-column", 2, 2, [["1-1", "1-2"], ["2-1", "2-2"]]),
        ("column-row", 2, 2, [["1-1", "2-1"], ["1-2", "2-2"]]),
        ("numbers", 2, 3, [["1", "2", "3"], ["4", "5", "6"]]),
        ("numbers down", 2, 3, [["1", "3", "5"], ["2", "4", "6"]]),
        ("01", 2, 2, [["01", "02"], ["03", "04"]]),
        ("01 down", 2, 2, [["01", "03"], ["02", "04"]]),
        ("A", 1, 3, [["A", "B", "C"]]),
        ("AA", 2, 2, [["AA", "AB"], ["AC", "AD"]]),
        ("AA down", 2, 2, [["AA", "AC"], ["AB", "AD"]]),
        ("dewar", 2, 2, [["AA", "BB"], ["CC", "DD"]]),
    ],
)
def test_a_scheme_labels_as_it_is_printed(name: str, rows: int, columns: int, expected: list[list[str]]) -> None:
    assert labels(Layout(rows, columns, BUILT_IN[name])) == expected


@pytest.mark.parametrize(
    ("name", "rows", "columns", "position", "label"),
    [
        ("SBS", 16, 24, (2, 1), "C2"),
        ("SBS", 8, 12, (7, 11), "H12"),
        ("SBS", 16, 24, (15, 23), "P24"),
        ("SBS", 16, 24, (8, 0), "I1"),
        ("SBS 9x9", 9, 9, (8, 8), "J9"),
        ("SBS 9x9", 9, 9, (7, 0), "H1"),
        ("A1 no I O", 16, 1, (15, 0), "R1"),
        ("AA no I O", 24, 24, (0, 8), "AJ"),
        ("AA no I O", 24, 24, (23, 23), "ZZ"),
        ("AA no I O down", 24, 24, (8, 0), "AJ"),
        ("AA", 26, 26, (25, 25), "ZZ"),
        ("85x2", 85, 2, (84, 0), "A85"),
        ("85x2", 85, 2, (0, 1), "B1"),
        ("01", 9, 11, (8, 10), "99"),
        ("A1", 32, 48, (31, 47), "AF48"),
    ],
)
def test_the_corners_of_the_large_schemes(
    name: str, rows: int, columns: int, position: tuple[int, int], label: str
) -> None:
    layout = Layout(rows, columns, BUILT_IN[name])
    assert layout.label(Position(*position)) == label
    assert layout.parse(label) == Position(*position)


@pytest.mark.parametrize(
    ("name", "rows", "columns"),
    [
        ("SBS", 17, 24),
        ("SBS", 16, 25),
        ("SBS 9x9", 10, 9),
        ("SBS 9x9", 9, 10),
        ("AA no I O", 1, 577),
        ("AA", 1, 677),
        ("01", 10, 10),
        ("A01", 8, 100),
        ("dewar", 1, 4),
        ("dewar", 3, 1),
        ("85x2", 86, 2),
        ("85x2", 85, 3),
        ("A", 1, 27),
    ],
)
def test_a_scheme_is_refused_beyond_its_limits(name: str, rows: int, columns: int) -> None:
    with pytest.raises(ImpossibleLayout) as refused:
        Layout(rows, columns, BUILT_IN[name])
    problem = refused.value
    assert (problem.rows, problem.columns, problem.why) == (rows, columns, Impossible.LABELS)


@given(st.integers(1, 20), st.integers(1, 20), st.booleans())
def test_running_numbers_go_across_or_down(rows: int, columns: int, down: bool) -> None:
    layout = Layout(rows, columns, NUMBERS_DOWN if down else BUILT_IN["numbers"])
    for row in range(rows):
        for column in range(columns):
            number = row + rows * column + 1 if down else column + columns * row + 1
            assert layout.label(Position(row, column)) == str(number)


def test_numbers_from_the_bottom_begin_in_the_lowest_row() -> None:
    cane = Layout(3, 1, Scheme(style=Style.NUMBERS, from_bottom=True))
    assert labels(cane) == [["3"], ["2"], ["1"]]
    assert (cane.first, cane.last) == ("1", "3")


def test_an_absent_corner_keeps_its_number_unless_the_scheme_skips_it() -> None:
    corner = frozenset({Position(0, 0)})
    kept = Layout(2, 2, Scheme(style=Style.NUMBERS), absent=corner)
    skipped = Layout(2, 2, Scheme(style=Style.NUMBERS, skips_absent=True), absent=corner)
    assert [kept.label(each) for each in kept.positions()] == ["2", "3", "4"]
    assert [skipped.label(each) for each in skipped.positions()] == ["1", "2", "3"]


# ---- what holds for every layout ----


@given(layouts())
def test_every_label_leads_back_to_its_position(layout: Layout) -> None:
    for position in layout.positions():
        assert layout.parse(layout.label(position)) == position


@given(layouts())
def test_no_two_positions_have_one_label(layout: Layout) -> None:
    found = [layout.label(position) for position in layout.positions()]
    assert len(set(found)) == len(found) == layout.size


@given(layouts())
def test_the_filling_order_visits_each_present_position_once(layout: Layout) -> None:
    cells = {Position(row, column) for row in range(layout.rows) for column in range(layout.columns)}
    assert len(layout.positions()) == layout.size
    assert set(layout.positions()) == cells - layout.absent
    assert sorted(layout.in_label_order()) == sorted(layout.positions())
    assert all(layout.contains(cell) == (cell not in layout.absent) for cell in cells)


@given(layouts(), st.data())
def test_a_label_is_read_however_it_is_written(layout: Layout, data: st.DataObject) -> None:
    position = data.draw(st.sampled_from(layout.positions()))
    prefix = layout.scheme.prefix
    short = layout.label(position).removeprefix(prefix)
    for text in (short, prefix + short, prefix.strip() + short, prefix.upper() + short):
        for written in (text.lower(), text.upper(), f"  {text}\t", text.replace("É", "E").replace("è", "e")):
            assert layout.parse(written) == position


@given(layouts(), st.text(max_size=8))
def test_any_text_is_a_position_or_refused(layout: Layout, text: str) -> None:
    refused = None
    try:
        assert layout.contains(layout.parse(text))
    except NoSuchPosition as problem:
        refused = problem
    if refused is not None:
        assert (refused.text, refused.first, refused.last) == (text, layout.first, layout.last)


@given(layouts())
def test_headings_are_the_parts_of_the_labels(layout: Layout) -> None:
    rows, columns, scheme = layout.row_labels(), layout.column_labels(), layout.scheme
    if scheme.style is not Style.GRID:
        assert rows is columns is None
        return
    assert rows is not None
    assert columns is not None
    assert (len(rows), len(columns)) == (layout.rows, layout.columns)
    for position in layout.positions():
        parts = [rows[position.row], columns[position.column]]
        if scheme.columns_first:
            parts.reverse()
        assert layout.label(position) == scheme.prefix + scheme.separator.join(parts)


@given(layouts())
def test_a_scheme_gives_the_label_that_its_layout_gives(layout: Layout) -> None:
    for position in layout.positions()[:5]:
        alone = layout.scheme.label(position, layout.rows, layout.columns, layout.absent)
        assert alone == layout.label(position)


@given(layouts())
def test_the_rank_counts_the_labels(layout: Layout) -> None:
    ranks = [layout.rank(position) for position in layout.in_label_order()]
    assert ranks == list(range(layout.size))
    assert layout.rank(Position(-1, 0)) is None


# ---- reading ----


@pytest.mark.parametrize(
    "text", ["D6", "d6", " d6 ", "D06", "D006", "d-6", "D - 6", "D:6", "D/6", "D_6", "D 6", "D–6", "Ｄ６"]
)
def test_the_usual_ways_of_writing_d6(text: str) -> None:
    assert Layout(9, 9).parse(text) == Position(3, 5)


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "J1", "A10", "A0", "A", "6", "33", "6D", "A1.0", "A1,", "A-", "-A1", "A--", "DD6", "D6D6"],
        *["A1 A2", "А1", "D6\x00", "D" + "0" * 500 + "6", "D6'; --", "D²³", "\ud800"],
    ],
)
def test_nothing_is_guessed(text: str) -> None:
    with pytest.raises(NoSuchPosition) as refused:
        Layout(9, 9).parse(text)
    assert (refused.value.text, refused.value.first, refused.value.last) == (text, "A1", "I9")


def test_numbers_with_a_decimal_sign_are_no_row_and_column() -> None:
    layout = Layout(12, 12, BUILT_IN["row-column"])
    for text in ("1.10", "1.1", "1,1", "110", "-1-1"):
        with pytest.raises(NoSuchPosition):
            layout.parse(text)
    assert layout.parse("1-10") == layout.parse("01 / 10") == Position(0, 9)


@pytest.mark.parametrize("text", ["Level 3-2", "level 3-2", "LEVEL3-2", "3-2", "Level 03-02", " 3 - 2 "])
def test_the_word_before_a_label_is_optional(text: str) -> None:
    rack = Layout(5, 4, Scheme(rows_by=Axis.NUMBERS, separator="-", prefix="Level "))
    assert rack.label(Position(2, 1)) == "Level 3-2"
    assert rack.parse(text) == Position(2, 1)


def test_another_word_is_refused() -> None:
    rack = Layout(5, 1, Scheme(style=Style.NUMBERS, prefix="Level "))
    with pytest.raises(NoSuchPosition):
        rack.parse("Shelf 3")


def test_understood_texts_are_remembered_only_up_to_a_limit() -> None:
    layout = Layout(2, 2, Scheme(separator=":"))
    texts = {
        " " * before + letter + "0" * zeros + "1" + " " * after
        for letter in "aA"
        for before in range(26)
        for zeros in range(21)
        for after in range(31)
    }
    assert len(texts) > 2 * MOST_POSITIONS
    assert all(layout.parse(text) == Position(0, 0) for text in texts)
    assert len(layout._tables.read) <= 2 * MOST_POSITIONS


@pytest.mark.parametrize("cell", [(9, 0), (0, 9), (-1, 0), (0, -1), (4, 4)])
def test_a_cell_that_is_not_there_has_no_label(cell: tuple[int, int]) -> None:
    layout = Layout(9, 9, absent=frozenset({Position(4, 4)}))
    assert not layout.contains(Position(*cell))
    with pytest.raises(NoSuchPosition) as refused:
        layout.label(Position(*cell))
    assert refused.value.text == f"{cell[0] + 1}-{cell[1] + 1}"
    with pytest.raises(NoSuchPosition):
        layout.scheme.label(Position(*cell), 9, 9, layout.absent)


# ---- filling ----


@pytest.mark.parametrize(
    ("fill", "expected"),
    [
        (FillOrder.ROWS, "A1 A2 A3 B1 B2 B3"),
        (FillOrder.COLUMNS, "A1 B1 A2 B2 A3 B3"),
        (FillOrder.ROWS_UP, "B1 B2 B3 A1 A2 A3"),
        (FillOrder.COLUMNS_UP, "B1 A1 B2 A2 B3 A3"),
        (FillOrder.SNAKE_ROWS, "A1 A2 A3 B3 B2 B1"),
        (FillOrder.SNAKE_COLUMNS, "A1 B1 B2 A2 A3 B3"),
    ],
)
def test_positions_are_filled_in_the_set_order(fill: FillOrder, expected: str) -> None:
    layout = Layout(2, 3, fill=fill)
    assert " ".join(layout.label(each) for each in layout.positions()) == expected


def test_filling_does_not_change_the_labels() -> None:
    assert labels(Layout(3, 3, fill=FillOrder.SNAKE_ROWS)) == labels(Layout(3, 3))


# ---- what cannot be ----


@pytest.mark.parametrize(
    ("rows", "columns", "absent", "why"),
    [
        (0, 9, [], Impossible.SIZE),
        (9, -1, [], Impossible.SIZE),
        (101, 100, [], Impossible.SIZE),
        (10**9, 10**9, [], Impossible.SIZE),
        (9, 9, [(9, 0)], Impossible.ABSENT),
        (9, 9, [(0, -1)], Impossible.ABSENT),
        (1, 2, [(0, 0), (0, 1)], Impossible.ABSENT),
    ],
)
def test_an_impossible_grid_is_refused(rows: int, columns: int, absent: list[tuple[int, int]], why: Impossible) -> None:
    with pytest.raises(ImpossibleLayout) as refused:
        Layout(rows, columns, absent=frozenset(Position(*cell) for cell in absent))
    assert refused.value.why is why


def test_a_prefix_that_could_be_taken_for_a_label_is_refused() -> None:
    with pytest.raises(ImpossibleLayout) as refused:
        Layout(2, 12, Scheme(style=Style.NUMBERS, prefix="1"))
    assert refused.value.why is Impossible.AMBIGUOUS


@pytest.mark.parametrize(
    ("setting", "settings"),
    [
        ("width", {"width": 0}),
        ("width", {"width": 5}),
        ("width", {"width": True}),
        ("width", {"width": "2"}),
        ("separator", {"separator": "."}),
        ("separator", {"rows_by": "numbers"}),
        ("separator", {"columns_by": "letters"}),
        ("prefix", {"prefix": "Level\n"}),
        ("prefix", {"prefix": "L" * 25}),
        ("most_rows", {"most_rows": -1}),
        ("style", {"style": "spiral"}),
        ("style", {"style": 1}),
        ("from_bottom", {"from_bottom": 1}),
        ("colour", {"colour": "red"}),
    ],
)
def test_a_scheme_that_says_something_impossible_is_refused(setting: str, settings: dict[str, object]) -> None:
    for make in (Scheme.from_settings, lambda data: Scheme.from_json(json.dumps(data))):
        with pytest.raises(BadScheme) as refused:
            make(settings)
        assert refused.value.setting == setting


# ---- kept as text ----


@given(schemes())
def test_a_scheme_survives_as_text(scheme: Scheme) -> None:
    text = scheme.to_json()
    again = Scheme.from_json(text)
    assert again == scheme
    assert hash(again) == hash(scheme)
    assert again.to_json() == text


def test_the_text_of_a_scheme_never_changes() -> None:
    assert Scheme(prefix="Étage ").to_json() == (
        '{"columns_by":"numbers","columns_first":false,"direction":"horizontal","from_bottom":false,'
        '"letters":"A-Z","most_columns":0,"most_rows":0,"prefix":"Étage ","rows_by":"letters",'
        '"separator":"","skips_absent":false,"style":"grid","width":1}'
    )


def test_a_setting_that_is_missing_takes_its_default() -> None:
    assert Scheme.from_json("{}") == Scheme()


@pytest.mark.parametrize("text", ["", "A1", "[]", "null", "{", '"A1"', "[" * 100_000])
def test_text_that_is_no_scheme_is_refused(text: str) -> None:
    with pytest.raises(BadScheme):
        Scheme.from_json(text)


def test_equal_layouts_are_one_key() -> None:
    one, other = Layout(9, 9, NUMBERS_DOWN), Layout(9, 9, dataclasses.replace(NUMBERS_DOWN))
    assert {one: "found"}[other] == "found"
    assert one != Layout(9, 9)


@pytest.mark.parametrize("way", ["label", "parse", "parse as written"])
def test_a_whole_trial_is_labelled_in_a_blink(way: str) -> None:
    layout = Layout(9, 9)
    cells = [layout.positions()[number % 81] for number in range(53_510)]
    texts = [layout.label(cell) for cell in cells]
    if way == "parse as written":
        texts = [f"{text[0].lower()}0{text[1]}" for text in texts]
    took = []
    for _ in range(3):
        start = time.process_time()
        if way == "label":
            for cell in cells:
                layout.label(cell)
        else:
            for text in texts:
                layout.parse(text)
        took.append(time.process_time() - start)
    assert min(took) < 0.05
