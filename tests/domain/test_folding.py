"""Texts compared without case and accents."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.barcode import code_key
from freezerapp.domain.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("MC-FR01", "mc-fr01"),
        ("Éprouvette à l’œil", "eprouvette a l'oeil"),
        ("STRASSE", "strasse"),
        ("straße", "strasse"),
        ("\u00b5L", "\u03bcl"),
        ("\u03bcL", "\u03bcl"),
        ("F80\u201103", "f80-03"),
        ("a\u00a0b\tc\x00d", "a b c d"),
        ("soft\u00adhyphen\ufeff", "softhyphen"),
        ("İstanbul", "istanbul"),
        ("각", "각"),
        ("ΌΣ", "οσ"),
        ("a\ud800b", "a b"),
        ("ﬁn", "fin"),
        ("", ""),
    ],
)
def test_case_accents_and_what_nobody_sees_are_ignored(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing_and_leaves_nothing_unseen(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert folded.isprintable()
    assert fold(text.lower()) == fold(text.title().lower())


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_letters_take_the_same_way_fast_or_slow(text: str) -> None:
    assert fold(text + "é") == fold(text) + "e"


@given(st.text())
def test_a_code_folds_like_its_key(text: str) -> None:
    assert fold(code_key(text)) == fold(text)
