"""What colours tell: the same value the same colour, a legend that counts right, colours that all eyes keep apart."""

import itertools
import math
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp import resources
from freezerapp.domain.colour_keys import CATEGORIES, LEVELS, NOTHING, OTHERS, category_key, level_key
from freezerapp.domain.colouring import (
    BOUNDS,
    Amounts,
    ColourBy,
    Colouring,
    Entry,
    Named,
    Rest,
    Thaws,
    categories,
    colouring,
    thaws,
)
from freezerapp.domain.quantity import Dimension

VISITS = [f"V{number:02}" for number in range(1, 12)]


class ATube(NamedTuple):
    id: int = 1
    material: str = "DNA"
    participant: str | None = None
    visit: str | None = None
    amount: int | None = None
    unit: str | None = None
    thaws: int = 0


def legend(found: Colouring) -> list[tuple[str, object, int]]:
    return [tuple(entry) for entry in found.legend]


tubes = st.lists(
    st.builds(
        ATube,
        st.integers(1, 10**6),
        st.sampled_from(["DNA", "PL1", "CEL", "CSF"]),
        st.none() | st.integers(1, 30).map("MC-FR01-{:03}".format),
        st.none() | st.sampled_from(VISITS),
        st.none() | st.integers(0, 3_000_000),
        st.sampled_from([None, "µL", "mL", "ng", "cells", "pieces"]),
        st.integers(0, 7),
    ),
    max_size=60,
    unique_by=lambda tube: tube.id,
)


# ---- keys and legends ----


@given(tubes, st.sampled_from(ColourBy), st.randoms())
def test_every_tube_has_a_colour_that_the_legend_explains(found: list[ATube], by: ColourBy, chance: Any) -> None:
    limits = {"DNA": 5, "PL1": 2, "CEL": None}
    seen = colouring(by, found, limits)
    assert set(seen.keys) == {tube.id for tube in found}
    assert sum(entry.tubes for entry in seen.legend) == len(found)
    assert {entry.key for entry in seen.legend} == set(seen.keys.values())
    shuffled = list(found)
    chance.shuffle(shuffled)
    assert colouring(by, shuffled, limits).legend == seen.legend
    allowed = {category_key(number) for number in range(CATEGORIES)} | {OTHERS, NOTHING}
    levels = {level_key(level) for level in range(LEVELS)} | {NOTHING}
    if by in (ColourBy.VISIT, ColourBy.PARTICIPANT):
        assert set(seen.keys.values()) <= allowed
        named = [entry.key for entry in seen.legend if isinstance(entry.meaning, Named)]
        assert len(set(named)) == len(named), "one colour, one meaning"
    elif by in (ColourBy.VOLUME, ColourBy.THAWS):
        assert set(seen.keys.values()) <= levels


def test_a_material_has_its_own_colour_and_the_legend_is_sorted() -> None:
    seen = colouring(ColourBy.MATERIAL, [ATube(1, "PL2"), ATube(2, "DNA"), ATube(3, "PL2")])
    assert seen.keys == {1: "PL2", 2: "DNA", 3: "PL2"}
    assert legend(seen) == [("DNA", Named("DNA"), 1), ("PL2", Named("PL2"), 2)]


@given(st.sets(st.sampled_from(VISITS)))
def test_a_visit_has_the_same_colour_in_every_box(visits: set[str]) -> None:
    seen = colouring(ColourBy.VISIT, [ATube(n, visit=visit) for n, visit in enumerate(visits)])
    assert {entry.meaning: entry.key for entry in seen.legend} == {
        Named(visit): category_key(VISITS.index(visit)) for visit in visits
    }


def test_a_tube_without_a_visit_is_told_last() -> None:
    seen = colouring(ColourBy.VISIT, [ATube(1), ATube(2, visit="V02"), ATube(3, visit="")])
    assert legend(seen) == [(category_key(1), Named("V02"), 1), (NOTHING, None, 2)]


def test_of_too_many_participants_those_with_most_tubes_keep_a_colour_of_their_own() -> None:
    found = [ATube(n, participant=f"MC-FR01-{14 - n % 15:03}") for n in range(40)]  # 005 to 014 three times
    seen = colouring(ColourBy.PARTICIPANT, found)
    assert len(seen.legend) == CATEGORIES + 1
    assert seen.legend[-1] == Entry(OTHERS, Rest(tuple(f"MC-FR01-{n:03}" for n in (2, 3, 4))), 6)


@given(st.lists(st.text("ABV0123456789-", min_size=1, max_size=12), max_size=40))
def test_no_two_values_share_a_category_and_a_wanted_one_is_kept(values: list[str]) -> None:
    found = categories(values)
    assert len(set(found.values())) == len(found) == min(len(set(values)), CATEGORIES)
    assert all(0 <= number < CATEGORIES for number in found.values())
    for value, number in found.items():
        alone = categories([value])[value]
        assert number == alone or alone in {found[other] for other in found if categories([other])[other] == alone}


@pytest.mark.parametrize(
    ("amount", "unit", "level", "meaning"),
    [
        (0, "µL", 0, Amounts(0, 1, "µL")),
        (1, "µL", 1, Amounts(1, 100_000, "µL")),
        (99_999, "nL", 1, Amounts(1, 100_000, "µL")),
        (100_000, "mL", 2, Amounts(100_000, 250_000, "µL")),
        (500_000, "µL", 4, Amounts(500_000, 1_000_000, "µL")),
        (7_000_000, "mL", 5, Amounts(1_000_000, None, "µL")),
        (7_000_000, "ng", 2, Amounts(1_000_000, 10_000_000, "µg")),
        (7_000_000, "cells", 4, Amounts(5_000_000, 10_000_000, "cells")),
        (1, "pieces", 1, Amounts(1, 2, "pieces")),
    ],
)
def test_amounts_fall_into_the_same_levels_in_every_box(amount: int, unit: str, level: int, meaning: Amounts) -> None:
    seen = colouring(ColourBy.VOLUME, [ATube(1, amount=amount, unit=unit)])
    assert legend(seen) == [(level_key(level), meaning, 1)]


def test_amounts_are_told_by_what_they_count_and_then_from_little_to_much() -> None:
    found = [
        ATube(1, amount=5_000_000, unit="cells"),
        ATube(2, amount=900_000, unit="mL"),
        ATube(3, amount=0, unit="µL"),
        ATube(4),
        ATube(5, amount=20, unit="drops"),
    ]
    seen = colouring(ColourBy.VOLUME, found)
    assert [entry.meaning and entry.meaning[0::2] for entry in seen.legend] == [
        (0, "µL"),
        (500_000, "µL"),
        (5_000_000, "cells"),
        None,
    ]
    assert seen.legend[-1].tubes == 2


def test_levels_of_amounts_rise() -> None:
    assert set(BOUNDS) == set(Dimension)
    for bounds in BOUNDS.values():
        assert list(bounds) == sorted(set(bounds))
        assert len(bounds) + 2 == LEVELS


@pytest.mark.parametrize(
    ("count", "limit", "expected"),
    [
        (0, 2, Thaws.NEVER),
        (0, None, Thaws.NEVER),
        (1, None, Thaws.NO_LIMIT),
        (1, 2, Thaws.BELOW),
        (2, 2, Thaws.AT_LIMIT),
        (3, 2, Thaws.OVER_LIMIT),
        (1, 0, Thaws.OVER_LIMIT),
    ],
)
def test_thaws_are_measured_by_the_limit_of_the_material(count: int, limit: int | None, expected: Thaws) -> None:
    assert thaws(count, limit) is expected
    seen = colouring(ColourBy.THAWS, [ATube(1, "DNA", thaws=count)], {"DNA": limit})
    assert legend(seen) == [(level_key(expected.value), expected, 1)]


def test_thaws_are_told_from_never_to_over_the_limit() -> None:
    found = [ATube(n, "DNA", thaws=count) for n, count in enumerate((3, 0, 1, 2))]
    seen = colouring(ColourBy.THAWS, found, {"DNA": 2})
    assert [entry.meaning for entry in seen.legend] == [Thaws.NEVER, Thaws.BELOW, Thaws.AT_LIMIT, Thaws.OVER_LIMIT]


# ---- the colours themselves ----

Lab = tuple[float, float, float]
SIGHTS: dict[str, tuple[Lab, Lab, Lab]] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    # Machado, Oliveira and Fernandes 2009, severity 1.0, on linear RGB
    "protanope, Machado": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranope, Machado": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    # Viénot, Brettel and Mollon 1999, on linear RGB
    "protanope, Viénot": ((0.11238, 0.88762, 0), (0.11238, 0.88762, 0), (0.00401, -0.00401, 1)),
    "deuteranope, Viénot": ((0.29275, 0.70725, 0), (0.29275, 0.70725, 0), (-0.02234, 0.02234, 1)),
}
STATED = 13.2
"""The smallest ΔE (CIEDE2000) between two categories, as the theme file states it."""
LEAST_LEVELS = 15.0
PANES = ("#FFFFFF", "#18222B")


def linear(colour: str) -> Lab:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2."""
    darker, lighter = sorted(
        sum(share * part for share, part in zip((0.2126, 0.7152, 0.0722), linear(colour), strict=True))
        for colour in (one, other)
    )
    return (lighter + 0.05) / (darker + 0.05)


def lab(colour: str, sight: str) -> Lab:
    """CIELAB under D65 of a colour as somebody sees it."""
    found = linear(colour)
    seen = [
        min(1.0, max(0.0, sum(share * part for share, part in zip(line, found, strict=True)))) for line in SIGHTS[sight]
    ]
    matrix = (
        (0.4124564, 0.3575761, 0.1804375),
        (0.2126729, 0.7151522, 0.0721750),
        (0.0193339, 0.1191920, 0.9503041),
    )
    white = (0.95047, 1.0, 1.08883)
    x, y, z = (
        sum(share * part for share, part in zip(line, seen, strict=True)) / most
        for line, most in zip(matrix, white, strict=True)
    )
    fx, fy, fz = (t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(one: Lab, other: Lab) -> float:
    """ΔE by CIEDE2000 (CIE 142-2001), weights of 1."""
    mean_chroma = (math.hypot(*one[1:]) + math.hypot(*other[1:])) / 2
    stretch = 1.5 - 0.5 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7))
    light = [one[0], other[0]]
    chroma = [math.hypot(each[1] * stretch, each[2]) for each in (one, other)]
    hue = [math.degrees(math.atan2(each[2], each[1] * stretch)) % 360 for each in (one, other)]
    grey = chroma[0] * chroma[1] == 0
    turn = 0.0 if grey else (hue[1] - hue[0] + 180) % 360 - 180
    mean_hue = sum(hue) if grey else (hue[0] + turn / 2) % 360
    mean_light, mean_chroma = sum(light) / 2, sum(chroma) / 2

    def cos(degrees: float) -> float:
        return math.cos(math.radians(degrees))

    t = (
        1
        - 0.17 * cos(mean_hue - 30)
        + 0.24 * cos(2 * mean_hue)
        + 0.32 * cos(3 * mean_hue + 6)
        - 0.20 * cos(4 * mean_hue - 63)
    )
    away = (mean_light - 50) ** 2
    by_light = (light[1] - light[0]) / (1 + 0.015 * away / math.sqrt(20 + away))
    by_chroma = (chroma[1] - chroma[0]) / (1 + 0.045 * mean_chroma)
    by_hue = 2 * math.sqrt(chroma[0] * chroma[1]) * math.sin(math.radians(turn / 2)) / (1 + 0.015 * mean_chroma * t)
    twist = math.radians(60 * math.exp(-(((mean_hue - 275) / 25) ** 2)))
    rotation = -2 * math.sqrt(mean_chroma**7 / (mean_chroma**7 + 25**7)) * math.sin(twist)
    return math.sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def palette(theme: str) -> tuple[dict[str, Any], list[dict[str, str]], list[dict[str, str]]]:
    """The table of a theme, its categories with "others" and "none", and its levels with "none"."""
    written: dict[str, Any] = dict(resources.load_toml("themes", f"{theme}.toml"))
    table = written.get("categories") or palette(written["based_on"])[0]
    return (
        table,
        [*table["colours"], table["others"], table["none"]],
        [*table["levels"], table["none"]],
    )


def smallest(colours: list[dict[str, str]], sight: str) -> float:
    seen = [lab(each["colour"], sight) for each in colours]
    return min(distance(one, other) for one, other in itertools.combinations(seen, 2))


@pytest.mark.parametrize(
    ("one", "other", "expected"),  # from the test data of Sharma, Wu and Dalal 2005
    [
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1, 2), (50, 0, 0), 2.3669),
        ((50, 2.5, 0), (50, 3.1736, 0.5854), 1.0),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
        ((22.7233, 20.0904, -46.6940), (23.0331, 14.9730, -42.5619), 2.0373),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    ],
)
def test_the_distance_of_colours_is_that_of_the_standard(one: Lab, other: Lab, expected: float) -> None:
    assert distance(one, other) == pytest.approx(expected, abs=0.00006)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_theme_has_a_colour_for_every_key(theme: str) -> None:
    table, _, _ = palette(theme)
    assert len(table["colours"]) == CATEGORIES
    assert len(table["levels"]) == LEVELS


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_categories_stay_apart_for_every_sight(theme: str, sight: str) -> None:
    assert smallest(palette(theme)[1], sight) >= STATED


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_stated_distance_is_the_smallest_there_is(theme: str) -> None:
    found = min(smallest(palette(theme)[1], sight) for sight in SIGHTS)
    assert found == pytest.approx(STATED, abs=0.1)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("sight", SIGHTS)
def test_levels_stay_apart_and_grow_darker_for_every_sight(theme: str, sight: str) -> None:
    levels = palette(theme)[2]
    assert smallest(levels, sight) >= LEAST_LEVELS
    light = [lab(each["colour"], sight)[0] for each in levels[:-1]]
    assert light == sorted(light, reverse=True)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_on_every_colour_can_be_read_and_every_disc_is_seen_on_both_panes(theme: str) -> None:
    _, colours, levels = palette(theme)
    for each in [*colours, *levels]:
        assert contrast(each["text"], each["colour"]) >= 4.5, each
        for pane in PANES:
            assert contrast(each["colour"], pane) >= 1.2, each
