"""What a scanner types is told from what a hand types, and read as the code that was meant."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain import keyboard
from freezerapp.domain.scan import (
    DOUBLE_MS,
    ENDING,
    LONGEST,
    USUAL,
    Burst,
    Heard,
    Key,
    Keystroke,
    Meaning,
    Pace,
    Scan,
    Setup,
    candidates,
    hear,
    likeliest,
    readings,
)
from freezerapp.domain.scanner_card import CARD, Layout, Learnt, NoCard, is_card, learn, understands

CODES = st.text(string.ascii_letters + string.digits + "-", min_size=4, max_size=24).filter(
    lambda text: any(c.isdigit() for c in text)
)
US_PLAIN, US_SHIFT = keyboard._US_PLAIN, keyboard._US_SHIFT
FRENCH_PLAIN, FRENCH_SHIFT = keyboard._FRENCH_PLAIN, keyboard._FRENCH_SHIFT
FRENCH_OF = dict(zip(US_PLAIN + US_SHIFT, FRENCH_PLAIN + FRENCH_SHIFT, strict=True))
BELONGS = "MC0000012345"


def typed(text: str, gap: int = 8, first: int = 1000) -> list[Keystroke]:
    return [Keystroke(c, Key.CHARACTER, gap if i else first) for i, c in enumerate(text)]


def end(gap: int = 8) -> Keystroke:
    return Keystroke("\r", Key.END, gap)


def scan_keys(text: str, gap: int = 8, first: int = 1000) -> list[Keystroke]:
    return [*typed(text, gap, first), end(gap)]


def heard(strokes: list[Keystroke], pace: Pace = USUAL) -> list[Heard]:
    burst, found = Burst(), []
    for stroke in strokes:
        burst, each = hear(burst, stroke, pace)
        found.append(each)
    return found


def scans(strokes: list[Keystroke], pace: Pace = USUAL) -> list[str]:
    return [each.scan.text for each in heard(strokes, pace) if each.meaning is Meaning.SCAN and each.scan]


def as_scan(text: str, shifted: str = "") -> Scan:
    """A scan; ``shifted`` has an S under each character that was typed with Shift."""
    return Scan(text, tuple(c == "S" for c in shifted.ljust(len(text))))


# Scan or typing


@given(CODES, st.integers(1, 20))
def test_a_burst_that_ends_with_enter_is_a_scan(code: str, gap: int) -> None:
    assert scans(scan_keys(code, gap)) == [code]


@given(st.text(string.printable[:94], min_size=1, max_size=40), st.lists(st.integers(45, 400), min_size=41))
def test_what_a_hand_types_stays_typing(text: str, gaps: list[int]) -> None:
    strokes = [stroke._replace(gap_ms=gap) for stroke, gap in zip(scan_keys(text), gaps, strict=False)]
    assert not any(each.meaning in ENDING for each in heard(strokes))


def test_a_fast_hand_that_rolls_over_two_keys_is_not_a_scanner() -> None:
    rolled = [*typed("th"), Keystroke("e", Key.CHARACTER, 90), end(120)]
    assert scans(rolled) == []
    assert scans([*typed("12", gap=30), end(30)]) == []
    assert scans([*typed("7"), end(10)]) == []


def test_a_machine_that_sends_no_end_key_is_not_heard_as_a_scan() -> None:
    assert not any(each.meaning in ENDING for each in heard(typed(BELONGS)))


def test_a_position_card_is_short_but_fast() -> None:
    assert scans(scan_keys("D6", 20)) == ["D6"]
    assert scans(scan_keys("D6", 34)) == []


@pytest.mark.parametrize("faltering", range(5, len(BELONGS) + 1))
def test_a_radio_link_that_falters_does_not_cut_a_scan(faltering: int) -> None:
    strokes = scan_keys(BELONGS)
    strokes[faltering] = strokes[faltering]._replace(gap_ms=90)
    assert scans(strokes) == [BELONGS]


@given(CODES.filter(lambda code: len(code) > 5), st.data(), st.integers(36, 300))
def test_a_torn_scan_never_gives_half_a_code(code: str, data: st.DataObject, pause: int) -> None:
    """Whatever comes after the tear, Enter is not left to a button either."""
    cut = data.draw(st.integers(2, len(code)))
    strokes = scan_keys(code)
    strokes[cut] = strokes[cut]._replace(gap_ms=pause)
    assert scans(strokes) in ([], [code])
    if cut >= USUAL.shortest:
        assert heard(strokes)[-1].meaning in ENDING


@given(CODES, st.characters(min_codepoint=33, max_codepoint=126), st.data())
def test_a_key_of_another_hand_amid_a_scan_never_gives_another_code(
    code: str, foreign: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(code)))
    strokes = scan_keys(code)
    strokes.insert(at, Keystroke(foreign, Key.CHARACTER, 3))
    assert scans(strokes) == [code[:at] + foreign + code[at:]]


def test_an_arrow_amid_a_scan_is_left_aside() -> None:
    strokes = scan_keys(BELONGS)
    strokes.insert(6, Keystroke("", Key.OTHER, 3))
    found = heard(strokes)
    assert found[6].meaning is Meaning.ASIDE
    assert scans(strokes) == [BELONGS]


def test_shift_does_not_count_as_a_key() -> None:
    strokes = [each for stroke in scan_keys(BELONGS, 20) for each in (Keystroke("", Key.SILENT, 5), stroke)]
    assert scans(strokes) == [BELONGS]


def test_a_lost_character_makes_a_scan_unreadable() -> None:
    for at in (0, 4, len(BELONGS)):
        strokes = scan_keys(BELONGS)
        strokes.insert(at, Keystroke("", Key.LOST, 5))
        strokes[at + 1] = strokes[at + 1]._replace(gap_ms=5)
        assert heard(strokes)[-1].meaning is Meaning.UNREADABLE


def test_a_second_end_key_belongs_to_the_scan() -> None:
    found = heard([*scan_keys(BELONGS), end(4), end(1000)])
    assert [each.meaning for each in found[-3:]] == [Meaning.SCAN, Meaning.TAIL, Meaning.TYPING]


def test_a_text_without_end_is_no_code() -> None:
    strokes = scan_keys("7" * (LONGEST + 50))
    assert heard(strokes)[-1].meaning is Meaning.UNREADABLE


def test_control_characters_of_a_scanner_are_part_of_the_scan() -> None:
    strokes = scan_keys("01ABC21XYZ")
    strokes.insert(2, Keystroke("\x1d", Key.CONTROL, 8))
    strokes.insert(7, Keystroke("\x02", Key.CONTROL, 8))
    assert scans(strokes) == ["01\x1dABC21XYZ"]


@given(st.integers(0, 2000))
def test_a_double_scan_counts_once(pause: int) -> None:
    found = heard([*scan_keys(BELONGS), *scan_keys(BELONGS, first=pause)])
    again = found[-1].meaning
    assert again is (Meaning.AGAIN if pause <= DOUBLE_MS else Meaning.SCAN)


def test_a_scanner_that_never_stops_reading_is_heard_once_until_it_pauses() -> None:
    strokes = scan_keys(BELONGS) + [key for _ in range(9) for key in scan_keys(BELONGS, first=250)]
    assert scans(strokes) == [BELONGS]


def test_another_code_is_heard_at_once() -> None:
    assert scans([*scan_keys("MC01"), *scan_keys("MC02", first=40)]) == ["MC01", "MC02"]


def test_a_slow_scanner_is_heard_at_the_pace_it_was_set_up_with() -> None:
    assert scans(scan_keys(BELONGS, 60)) == []
    assert scans(scan_keys(BELONGS, 60), Pace(90)) == [BELONGS]


# What it stands for


@pytest.mark.parametrize("symbology", ["]C1", "]d2", "]Q3", "]E0"])
def test_a_symbology_identifier_is_taken_away(symbology: str) -> None:
    assert candidates(symbology + BELONGS) == [BELONGS]


def test_prefix_and_suffix_are_taken_away_before_the_identifier() -> None:
    assert candidates(f"~]d1{BELONGS}*", Setup("~", "*")) == [BELONGS]
    assert candidates(BELONGS, Setup("~", "*")) == [BELONGS]
    assert candidates("~", Setup("~", "")) == []
    assert candidates("]d2") == ["]d2"]


def test_control_characters_are_dropped() -> None:
    assert candidates("\x1dMC00\x1d12\x1d") == ["MC0012"]
    assert candidates("\x1d") == []


def test_the_text_as_it_is_comes_first() -> None:
    for text in ("MC-77", "Q-A", "freezer", "R&D", "&"):
        assert candidates(text)[0] == text


@given(CODES)
def test_a_us_scanner_on_a_french_layout_is_understood_where_it_shows(code: str) -> None:
    found = candidates("".join(FRENCH_OF[c] for c in code))
    telling = any(c in code for c in "1234570") or code[0] in "68" or code[-1] in "68"
    if telling:
        assert found[-1] == code


@given(CODES)
def test_a_code_that_arrives_as_it_is_has_no_second_reading(code: str) -> None:
    """Letters alone are never exchanged: QA12 and AQ12 may both be tubes."""
    assert candidates(code) == [code]
    assert candidates(code, Setup(layout=keyboard.FRENCH)) == [code]


def test_commands_and_positions_are_understood_on_a_french_layout() -> None:
    for code in ("CMD-UNDO", "D6", "A1", "DNA-0042/D6"):
        assert code in candidates("".join(FRENCH_OF[c] for c in code))


def test_a_learnt_layout_is_applied_and_nothing_else_tried() -> None:
    german = Setup(layout="yzzyYZZYß-")
    assert candidates("MCY0ß12", german) == ["MCZ0-12"]


def test_the_usual_look_of_a_code_decides_what_an_unknown_one_is_called() -> None:
    assert likeliest(candidates("?Cààà&é")) == "MC00012"
    assert likeliest(["MC00012"]) == "MC00012"
    assert likeliest([]) == ""


# Caps Lock


def test_caps_lock_that_turns_letters() -> None:
    assert readings(as_scan("mc-12Ab", "SS    S")) == ["MC-12aB"]
    assert readings(as_scan("mc0012", "")) == ["mc0012"]


def test_caps_lock_that_turns_every_key_of_a_french_layout() -> None:
    """A scanner set to French, under Windows: Shift and a number key give the sign."""
    assert "MC0012" in readings(as_scan("mcàà&é", "SSSSSS"))


def test_caps_lock_and_a_us_scanner_on_a_french_layout() -> None:
    assert "MC0012" in readings(as_scan("?cÀÀ&É", "SS    "))  # only letters turned
    assert "MC0012" in readings(as_scan(",c0012", "SS    "))  # every key turned


@given(CODES.filter(lambda code: any(c.isupper() for c in code)))
def test_caps_lock_never_exchanges_more_than_case_on_a_usual_layout(code: str) -> None:
    shifted = "".join("S" if c.isupper() else " " for c in code)
    assert readings(as_scan(code.swapcase(), shifted)) == [code]


# The test card


def on_french(text: str) -> str:
    return "".join(FRENCH_OF[c] for c in text)


def test_the_card_tells_of_a_scanner_that_needs_no_help() -> None:
    assert learn(as_scan(CARD)) == Learnt(Setup(), Layout.RIGHT, 0, False, "", False, 0)
    assert is_card(readings(as_scan(f"]d1{CARD}")))


def test_the_card_tells_of_prefix_suffix_and_identifier() -> None:
    learnt = learn(as_scan(f"~]d1{CARD}0z"))
    assert isinstance(learnt, Learnt)
    assert (learnt.setup, learnt.symbology, learnt.risky) == (Setup("~", "0z"), "]d1", True)


@pytest.mark.parametrize(("prefix", "suffix"), [("", ""), ("#", ""), ("z", "0"), ("zz", "00"), ("]C1", "%")])
def test_the_card_tells_of_a_french_layout(prefix: str, suffix: str) -> None:
    learnt = learn(as_scan(on_french(prefix + CARD + suffix)))
    assert isinstance(learnt, Learnt)
    assert learnt.layout is Layout.FRENCH
    assert candidates(on_french(f"{prefix}QAZ-0012{suffix}"), learnt.setup) == ["QAZ-0012"]


def test_the_card_tells_of_any_other_layout() -> None:
    german = str.maketrans("yzYZ-_/:", "zyZYß?-Ö")
    scan = as_scan(CARD.translate(german))
    learnt = learn(scan)
    assert isinstance(learnt, Learnt)
    assert (learnt.layout, learnt.exchanged) == (Layout.OTHER, 8)
    assert understands(learnt.setup, scan)
    assert candidates("MCY-01".translate(german), learnt.setup) == ["MCY-01"]


def test_the_card_tells_of_caps_lock_without_learning_it() -> None:
    shifted = "".join("S" if c.isupper() or c in "_:" else " " for c in CARD)
    for turned in (CARD.swapcase(), CARD.upper()):
        learnt = learn(as_scan(turned, shifted if turned != CARD.upper() else ""))
        assert isinstance(learnt, Learnt)
        assert (learnt.caps_lock, learnt.layout, learnt.setup) == (True, Layout.RIGHT, Setup())


def test_what_is_not_the_card_teaches_nothing() -> None:
    assert learn(as_scan(BELONGS)) is NoCard.OTHER_CODE
    assert learn(as_scan(CARD.replace("5", ""))) is NoCard.CHARACTERS_LOST
    assert isinstance(learn(as_scan(string.ascii_letters + string.digits + "-_./:;,!?")), NoCard)


@given(st.text(string.printable[:94], max_size=160))
def test_no_other_text_is_taken_for_the_card(text: str) -> None:
    assert CARD in text or isinstance(learn(as_scan(text)), NoCard)
