"""SPREC codes: the letters of what was recorded, X for what was not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp import resources
from freezerapp.domain.sprec import (
    Held,
    NotInSprec,
    Recorded,
    Spin,
    SprecCode,
    compose,
    minutes_between,
    read_stamped,
    read_table,
)

TABLE = read_table(resources.load_toml("sprec", "v2.toml"))
PLASMA = Recorded(
    sample="PL1",
    container="PED",
    collected="2018-03-14T09:00",
    spun="2018-03-14T10:00",
    frozen="2018-03-14T10:45",
    held_before=Held.ROOM,
    spins=(Spin(2000, 15),),
    held_after=Held.COLD,
    vessel="cryotube 1-2 mL",
    storage="-85..-60",
)
CELLS = PLASMA._replace(
    sample="CEL",
    container="SHP",
    spun="2018-03-14T11:30",
    frozen="2018-03-14T14:30",
    spins=(Spin(400, 30, brake=False),),
    held_after=Held.ROOM,
    storage="programmed, <-135",
)


def element(number: int, **recorded: object) -> str:
    return compose(TABLE, PLASMA._replace(**recorded)).text.split("-")[number - 1]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("recorded", "code"),
    [
        (PLASMA, "PL1-PED-A-B-N-A-D"),
        (
            PLASMA._replace(sample="PL2", spins=(Spin(2000, 15), Spin(3000, 15)), vessel="PP tube 40-500 µL"),
            "PL2-PED-A-B-E-A-S",
        ),
        (PLASMA._replace(sample="BFF"), "BFF-PED-A-B-N-A-D"),
        (CELLS, "CEL-SHP-C-M-N-F-E"),
        (
            PLASMA._replace(
                sample="CSF",
                container="PPS",
                spins=(Spin(400, 10),),
                held_after=Held.ROOM,
                vessel="PP tube 0.5-2 mL",
            ),
            "CSF-PPS-A-B-N-B-A",
        ),
        (PLASMA._replace(sample="BLD", spins=(), spun=None), "BLD-PED-A-N-N-N-D"),
    ],
)
def test_the_code_of_a_well_recorded_sample(recorded: Recorded, code: str) -> None:
    assert compose(TABLE, recorded) == SprecCode(code, "2")


@pytest.mark.parametrize(
    ("delay", "room", "cold"),
    [(0, "A", "B"), (119, "A", "B"), (120, "C", "D"), (240, "E", "F"), (480, "G", "H"), (720, "I", "J")],
)
def test_the_delay_before_the_spin_changes_letter_at_its_bound(delay: int, room: str, cold: str) -> None:
    spun = f"2018-03-14T{9 + delay // 60:02}:{delay % 60:02}"
    assert element(3, spun=spun, frozen=None) == room
    assert element(3, spun=spun, frozen=None, held_before=Held.COLD) == cold


def test_long_delays_before_the_spin() -> None:
    assert element(3, spun="2018-03-15T09:00", frozen=None) == "K"
    assert element(3, spun="2018-03-16T09:00", frozen=None) == "M"
    assert element(3, spun="2018-03-14T10:59", held_before=Held.WARM, frozen=None) == "O"
    assert element(3, spun="2018-03-14T11:00", held_before=Held.WARM, frozen=None) == "Z"


@pytest.mark.parametrize(
    ("frozen", "cold", "room"),
    [("11:14", "A", "B"), ("11:15", "C", "D"), ("12:15", "E", "F"), ("18:15", "G", "H")],
)
def test_the_delay_to_freezing_counts_from_the_end_of_the_spin(frozen: str, cold: str, room: str) -> None:
    assert element(6, frozen=f"2018-03-14T{frozen}") == cold
    assert element(6, frozen=f"2018-03-14T{frozen}", held_after=Held.ROOM) == room


@pytest.mark.parametrize(
    ("spin", "letter"),
    [
        (Spin(2000, 10, brake=False), "A"),
        (Spin(2999, 15), "B"),
        (Spin(2000, 10, cold=True, brake=False), "C"),
        (Spin(2000, 10, cold=True), "D"),
        (Spin(3000, 10), "E"),
        (Spin(3000, 10, cold=True), "F"),
        (Spin(6000, 10), "G"),
        (Spin(6000, 10, cold=True), "H"),
        (Spin(10000, 10), "I"),
        (Spin(16000, 10, cold=True), "J"),
        (Spin(400, 30, brake=False), "M"),
        (Spin(400, 30), "Z"),
        (Spin(2000, 20), "Z"),
        (Spin(4000, 10, brake=False), "Z"),
    ],
)
def test_the_letter_of_a_spin(spin: Spin, letter: str) -> None:
    assert element(4, spins=(spin,)) == letter


def test_the_gentle_spin_is_a_first_spin_only() -> None:
    assert element(5, spins=(Spin(2000, 10), Spin(400, 30, brake=False))) == "Z"


@pytest.mark.parametrize(
    ("element_number", "missing"),
    [
        (2, {"container": None}),
        (3, {"collected": None}),
        (3, {"collected": "2018-03-14"}),
        (3, {"spun": None}),
        (3, {"held_before": None}),
        (4, {"spins": None}),
        (5, {"spins": None}),
        (6, {"frozen": None}),
        (6, {"held_after": None}),
        (7, {"vessel": None}),
        (7, {"storage": None}),
    ],
)
def test_what_was_not_recorded_is_x(element_number: int, missing: dict[str, object]) -> None:
    assert set(element(element_number, **missing)) == {"X"}


def test_times_in_the_wrong_order_are_not_taken_for_a_delay() -> None:
    assert element(3, spun="2018-03-14T08:00") == "X"
    assert element(6, frozen="2018-03-14T10:05") == "X"


def test_a_vessel_that_no_letter_has_in_this_cold_is_other() -> None:
    assert element(7, vessel="bag", storage="-85..-60") == "Z"


def test_what_is_kept_dry_needs_no_cold() -> None:
    assert element(7, vessel="paraffin block", storage=None) == "P"
    assert element(7, vessel="dry medium", storage=None) == "R"


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"sample": "CTC"}, "sample"),
        ({"container": "CPH"}, "container"),
        ({"vessel": "bucket"}, "vessel"),
        ({"storage": "warm"}, "storage"),
    ],
)
def test_a_word_of_a_later_version_is_refused_by_name(wrong: dict[str, object], name: str) -> None:
    with pytest.raises(NotInSprec) as refused:
        compose(TABLE, PLASMA._replace(**wrong))  # type: ignore[arg-type]
    assert (refused.value.element, refused.value.version) == (name, "2")


def test_a_code_is_stamped_with_its_version_and_read_back() -> None:
    code = compose(TABLE, PLASMA)
    assert code.stamped == "PL1-PED-A-B-N-A-D v2"
    assert read_stamped(code.stamped) == code
    with pytest.raises(NotInSprec):
        read_stamped("PL1-PED-A-B-N-A-D")


def test_no_letter_stands_for_two_things_in_one_element() -> None:
    for letters in (
        [letter for _, *pair in TABLE.before for letter in pair] + [TABLE.warm[1]],
        [letter for _, *pair in TABLE.after for letter in pair],
        [letter for *_, room, cold in TABLE.spins for letter in (room, cold)] + [TABLE.gentle[2]],
        [letter for row in TABLE.vessels.values() for letter in set(row) if letter] + [*TABLE.dry.values()],
    ):
        assert len(letters) == len(set(letters))
        assert "X" not in letters
        assert "Z" not in letters


def test_a_file_that_is_no_table_is_refused() -> None:
    data = resources.load_toml("sprec", "v2.toml")
    for spoiled in ({**data, "spin": {}}, {**data, "before": 3}, {}):
        with pytest.raises(ValueError, match="no"):
            read_table(spoiled)


@given(start=st.datetimes(), minutes=st.integers(0, 100_000))
def test_minutes_between_are_those_that_passed(start: object, minutes: int) -> None:
    from datetime import datetime, timedelta

    assert isinstance(start, datetime)
    try:
        end = start + timedelta(minutes=minutes)
    except OverflowError:
        return
    first, last = (moment.isoformat(timespec="minutes") for moment in (start, end))
    assert minutes_between(first, last) == minutes
    assert minutes_between(last, first) == (0 if minutes == 0 else None)
