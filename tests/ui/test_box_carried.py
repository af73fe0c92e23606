"""Tubes on their way: they arrive as they were sent, and nothing else is taken for tubes."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QMimeData, Qt
from PySide6.QtWidgets import QApplication

from freezerapp.domain.box import Mode
from freezerapp.ui.look import Look
from freezerapp.ui.theme import load_theme
from freezerapp.ui.widgets.box_carried import Carried, Drop, LandingPicture, mode_for
from freezerapp.ui.widgets.box_drag import MIME, MOST, carried_in, carried_pixmap, mime_for
from freezerapp.ui.widgets.box_geometry import Turn
from freezerapp.ui.widgets.box_picture import CellPicture, CellState
from tests.painted_box import ALT, BANK, CTRL, NONE, SHIFT, a_tube

small = st.integers(0, 400)
texts = st.text(max_size=12)
looks = st.builds(
    lambda *texts_of_it, hold, declared: CellPicture(*texts_of_it, hold=hold, declared=declared),
    *(texts, st.sampled_from(CellState), texts, texts, texts),
    hold=st.booleans(),
    declared=st.booleans(),
)


@st.composite
def groups(draw: st.DrawFn) -> Carried:
    ids = draw(st.lists(st.integers(1, 2**62), min_size=1, max_size=20, unique=True))
    count = len(ids)
    placed, dressed = draw(st.booleans()), draw(st.booleans())
    cells = draw(st.lists(st.tuples(small, small), min_size=count, max_size=count)) if placed else []
    drawn = draw(st.lists(looks, min_size=count, max_size=count)) if dressed else []
    box = draw(small) if placed else None
    return Carried(draw(texts), tuple(ids), tuple(cells), box, draw(st.integers(0, count - 1)), tuple(drawn))


@given(groups())
def test_tubes_arrive_as_they_were_sent(carried: Carried) -> None:
    assert carried_in(mime_for(carried)) == carried


def sent(told: object) -> QMimeData:
    mime = QMimeData()
    mime.setData(MIME, QByteArray(told if isinstance(told, bytes) else json.dumps(told).encode()))
    return mime


GOOD: dict[str, Any] = {"bank": BANK, "ids": [7], "cells": [[0, 1]], "box": 1, "grabbed": 0, "looks": []}


def test_the_plain_form_is_understood() -> None:
    assert carried_in(sent(GOOD)) == Carried(BANK, (7,), ((0, 1),), 1)


@pytest.mark.parametrize(
    "told",
    [
        b"",
        b"\xff\xfe",
        b"[" * 100_000,
        [],
        "tubes",
        None,
        {},
        {**GOOD, "bank": None},
        {**GOOD, "ids": []},
        {**GOOD, "ids": ["7"]},
        {**GOOD, "ids": [7.0]},
        {**GOOD, "ids": [True]},
        {**GOOD, "ids": [2**80]},
        {**GOOD, "ids": 7},
        {**GOOD, "ids": list(range(MOST + 1))},
        {**GOOD, "cells": [[0]]},
        {**GOOD, "cells": [[0, 1], [0, 2]]},
        {**GOOD, "box": None},
        {**GOOD, "grabbed": 1},
        {**GOOD, "grabbed": -1},
        {**GOOD, "looks": [[]]},
        {**GOOD, "looks": [["D6", "gone", "", "", "", False, False]]},
    ],
)
def test_damaged_data_is_no_tubes(told: object) -> None:
    assert carried_in(sent(told)) is None


def test_other_data_is_no_tubes() -> None:
    mime = QMimeData()
    mime.setText("MC0000002333")
    assert carried_in(mime) is None


def test_what_does_not_fit_together_is_no_group() -> None:
    for ids, cells, box, grabbed in (((), (), None, 0), ((1,), ((0, 0),), None, 0), ((1,), (), None, 1)):
        with pytest.raises(ValueError, match=r"\("):
            Carried(BANK, ids, cells, box, grabbed)


def test_keys_say_how_tubes_are_set_down() -> None:
    assert mode_for(NONE) is None
    assert mode_for(CTRL) is mode_for(SHIFT) is Mode.FILL
    assert mode_for(ALT) is mode_for(ALT | CTRL) is Mode.SWAP
    assert mode_for(Qt.KeyboardModifier.KeypadModifier) is None


def test_tubes_from_the_bench_have_left_nothing_to_swap_into() -> None:
    bench = Carried(BANK, (1, 2))
    assert Mode.SWAP not in bench.modes
    assert bench.grabbed_cell is None
    assert bench.left_in(1) == frozenset()
    boxed = Carried(BANK, (1, 2), ((0, 0), (0, 1)), 4, 1)
    assert boxed.modes == (Mode.SHAPE, Mode.FILL, Mode.SWAP)
    assert boxed.left_in(4) == {(0, 0), (0, 1)}
    drop = Drop(boxed, 5, (3, 3), Mode.SHAPE, LandingPicture())
    assert (drop.source, drop.cells, drop.grabbed) == (4, ((0, 0), (0, 1)), (0, 1))


@pytest.mark.parametrize("quarters", range(4))
def test_the_picture_under_the_pointer_has_the_shape_that_is_seen(qapp: QApplication, quarters: int) -> None:
    Look(qapp)
    row = Carried(BANK, (1, 2, 3), ((0, 0), (0, 1), (0, 2)), 1, 0, (a_tube("A1"), a_tube("A2"), a_tube("A3")))
    pixmap, hot_spot = carried_pixmap(load_theme("light"), row, Turn(9, 9, quarters), 2.0)
    wide, high = pixmap.width(), pixmap.height()
    assert (wide > high) is (quarters % 2 == 0)
    assert 0 <= hot_spot.x() < wide / 2
    assert 0 <= hot_spot.y() < high / 2


def test_the_picture_of_a_whole_rack_stays_small_and_tubes_from_the_bench_hang_in_rows(qapp: QApplication) -> None:
    Look(qapp)
    theme = load_theme("dark")
    cells = tuple((row, column) for row in range(16) for column in range(24))
    rack = Carried(BANK, tuple(range(384)), cells, 1, 200)
    pixmap, _ = carried_pixmap(theme, rack, Turn(16, 24), 1.0)
    assert pixmap.width() < 400
    bench, _ = carried_pixmap(theme, Carried(BANK, tuple(range(13))), None, 1.0)
    assert bench.height() < bench.width()
