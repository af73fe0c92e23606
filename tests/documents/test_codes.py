"""Codes on labels: every one decodes to its text, in the smallest symbol, whatever reads it."""

import string

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.documents.codes import (
    QUIET,
    RECTANGLES,
    Modules,
    NotInSymbology,
    Symbology,
    TooLongForSymbology,
    encode,
)
from freezerapp.domain.barcode import CodeMissing

ASCII = st.text(st.sampled_from(string.ascii_letters + string.digits + string.punctuation + " "), min_size=1)
PRINTABLE = st.text(
    st.characters(min_codepoint=32, max_codepoint=0xFFFF, exclude_categories=["Cs", "Cc", "Cn", "Co", "Zl", "Zp"]),
    min_size=1,
    max_size=12,
).filter(str.isprintable)


def read(modules: Modules, scale: int = 4) -> str:
    """What zxing-cpp reads from a drawn code with its quiet zone."""
    quiet = QUIET[modules.symbology]
    white = b"\xff"
    lines = []
    height = 40 if modules.is_bars else scale
    for number in range(modules.rows):
        line = b"".join((b"\x00" if dark else white) * scale for dark in modules.row(number))
        lines += [white * (quiet * scale) + line + white * (quiet * scale)] * height
    empty = [white * len(lines[0])] * (quiet * scale)
    rows = empty + lines + empty
    view = memoryview(b"".join(rows)).cast("B", (len(rows), len(lines[0])))
    found = zxingcpp.read_barcodes(view)
    assert len(found) == 1, modules.text
    return found[0].text


def shortest(text: str) -> int:
    """How many symbol characters Code 128 needs at least, start and shifts counted: tried out, step by step."""
    best = {"B": 1, "C": 1}
    waiting: dict[int, dict[str, int]] = {0: best}
    for at in range(len(text)):
        here = waiting.pop(at, None)
        if here is None:
            continue
        for subset in ("B", "C"):
            other = here.get("C" if subset == "B" else "B", 10**9)
            cost = min(here.get(subset, 10**9), other + 1)
            if subset == "B":
                target = waiting.setdefault(at + 1, {})
                target["B"] = min(target.get("B", 10**9), cost + 1)
            elif text[at : at + 2].isdigit() and len(text[at : at + 2]) == 2:
                target = waiting.setdefault(at + 2, {})
                target["C"] = min(target.get("C", 10**9), cost + 1)
    return min(waiting[len(text)].values())


def test_the_default_id_of_two_letters_and_ten_digits_fits_14_by_14() -> None:
    modules = encode("MC0123456789", Symbology.DATA_MATRIX)
    assert (modules.rows, modules.columns) == (14, 14)


@pytest.mark.parametrize(
    ("text", "symbology", "size"),
    [
        ("1234567890", Symbology.DATA_MATRIX, (12, 12)),
        ("MC-F01-0123-P01", Symbology.DATA_MATRIX, (16, 16)),
        ("MIR-FR01-0123-V02-PL-03", Symbology.DATA_MATRIX, (18, 18)),
        ("MC0123456789", Symbology.DATA_MATRIX_RECTANGLE, (8, 32)),
        ("1234567890", Symbology.DATA_MATRIX_RECTANGLE, (8, 18)),
        ("MC0123456789", Symbology.QR, (21, 21)),
        ("MIR-FR01-0123-V02-PL-03", Symbology.QR, (25, 25)),
        ("1234567890", Symbology.MICRO_QR, (13, 13)),
        ("MC0123456789", Symbology.MICRO_QR, (15, 15)),
    ],
)
def test_a_symbol_is_as_small_as_the_standard_allows(text: str, symbology: Symbology, size: tuple[int, int]) -> None:
    modules = encode(text, symbology)
    assert (modules.rows, modules.columns) == size
    assert read(modules) == text


@pytest.mark.parametrize("size", RECTANGLES)
def test_each_rectangle_of_the_standard_is_used(size: tuple[int, int]) -> None:
    digits = {(8, 18): 10, (8, 32): 20, (12, 26): 32, (12, 36): 44, (16, 36): 64, (16, 48): 98}[size]
    modules = encode("1" * digits, Symbology.DATA_MATRIX_RECTANGLE)
    assert (modules.rows, modules.columns) == size
    assert read(modules) == "1" * digits


def test_code_128_packs_digits_in_pairs() -> None:
    assert encode("MC0123456789", Symbology.CODE_128).columns == 11 * 10 + 13
    assert encode("1234567890", Symbology.CODE_128).columns == 11 * 7 + 13


@given(ASCII)
def test_code_128_decodes_and_is_never_longer_than_it_must_be(text: str) -> None:
    modules = encode(text, Symbology.CODE_128)
    assert len(modules.words) == shortest(text)
    if len(text) <= 30:
        assert read(modules, 2) == text


@given(st.text(st.sampled_from("AB1234567890"), min_size=1, max_size=14))
def test_letters_among_digits_do_not_make_code_128_longer(text: str) -> None:
    assert len(encode(text, Symbology.CODE_128).words) == shortest(text)


@given(PRINTABLE, st.sampled_from([Symbology.DATA_MATRIX, Symbology.DATA_MATRIX_RECTANGLE, Symbology.QR]))
def test_what_is_encoded_is_what_is_read(text: str, symbology: Symbology) -> None:
    assert read(encode(text, symbology)) == text


@given(st.text(st.sampled_from(string.ascii_uppercase + string.digits + "-"), min_size=1, max_size=12))
def test_micro_qr_reads_back(text: str) -> None:
    assert read(encode(text, Symbology.MICRO_QR)) == text


@given(st.text(st.sampled_from("01"), min_size=1, max_size=40))
def test_packed_modules_hold_the_same_bits(digits: str) -> None:
    modules = Modules(Symbology.CODE_128, "", 1, len(digits), bytes(int(each) for each in digits))
    packed = modules.packed()
    assert "".join(f"{byte:08b}" for byte in packed)[: len(digits)] == digits
    assert sum(length for _, length in modules.bars()) == digits.count("1")


def test_what_cannot_be_encoded_is_refused_with_its_facts() -> None:
    with pytest.raises(CodeMissing):
        encode("", Symbology.QR)
    with pytest.raises(NotInSymbology) as foreign:
        encode("Ω1", Symbology.CODE_128)
    assert foreign.value.characters == ("Ω",)
    with pytest.raises(NotInSymbology) as control:
        encode("A\x1dB", Symbology.DATA_MATRIX)
    assert control.value.characters == ("U+001D",)
    with pytest.raises(TooLongForSymbology):
        encode("x" * 40, Symbology.MICRO_QR)
    with pytest.raises(TooLongForSymbology):
        encode("x" * 100, Symbology.DATA_MATRIX_RECTANGLE)
