"""The presets and materials that come with the program are right and whole."""

import re
import tomllib
from pathlib import Path

import pytest

from freezerapp.domain.container import Drawn, Holds, is_unit
from freezerapp.domain.folding import fold
from freezerapp.domain.position import Position
from freezerapp.domain.preset import Presets, box_slots, plan, read_presets, tube_positions
from freezerapp.domain.temperature import Temperature, check_temperature

RESOURCES = Path(__file__).parents[1] / "resources"


def shipped() -> Presets:
    files = sorted((RESOURCES / "presets").glob("*.toml"))
    return read_presets({each.name: tomllib.loads(each.read_text(encoding="utf-8")) for each in files})


PRESETS = shipped()
MATERIALS = {
    each["code"]: each for each in tomllib.loads((RESOURCES / "materials.toml").read_text(encoding="utf-8"))["material"]
}


# ---- presets ----


@pytest.mark.parametrize(
    ("code", "rows", "columns"),
    [(f"box-{size}x{size}", size, size) for size in (5, 7, 8, 9, 10, 12, 13, 14)]
    + [("box-4x6", 4, 6), ("box-6x8", 6, 8), ("sbs-96", 8, 12), ("sbs-384", 16, 24)]
    + [("box-5x10", 5, 10), ("box-10x5", 10, 5), ("slide-box-85x2", 85, 2)]
    + [("transport-box-9x9", 9, 9)],
)
def test_all_box_formats_are_there(code: str, rows: int, columns: int) -> None:
    box = PRESETS.types[code]
    assert (box.layout.rows, box.layout.columns, box.layout.size) == (rows, columns, rows * columns)
    assert box.is_box
    assert box.holds is Holds.SPECIMENS
    assert len(plan(PRESETS, code, "B1")) == 1
    assert box.layout.label(Position(0, 0)) == "A1"


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("box-9x9", "I9"),
        ("box-9x9-no-i", "J9"),
        ("box-9x9-numbers", "81"),
        ("box-9x9-numbers-down", "81"),
        ("box-10x10", "J10"),
        ("box-10x10-no-i", "K10"),
        ("sbs-96", "H12"),
        ("sbs-96-a01", "H12"),
        ("sbs-384", "P24"),
        ("slide-box-85x2", "B85"),
    ],
)
def test_the_last_position_of_a_box_is_labelled_as_printed(code: str, label: str) -> None:
    assert PRESETS.types[code].layout.last == label


@pytest.mark.parametrize(
    ("code", "boxes", "tubes"),
    [
        ("upright-400", 400, 0),
        ("upright-500", 500, 0),
        ("upright-600", 600, 0),
        ("upright-700", 700, 0),
        ("upright-576", 576, 0),
        ("chest", 35 * 13, 0),
        ("tank-13x10", 130, 0),
        ("tank-8x10", 80, 0),
        ("tank-37x13", 481, 0),
        ("dewar-6", 0, 6 * 10 * 5),
        ("dewar-6-racks", 6 * 4 * 3, 0),
        ("sbs-rack", 40, 0),
    ],
)
def test_units_have_the_capacity_of_the_real_ones(code: str, boxes: int, tubes: int) -> None:
    preset = PRESETS.preset(code)
    assert (box_slots(preset), tube_positions(preset)) == (boxes, tubes)


def _fitting_box(code: str) -> str:
    return "sbs-96" if code.startswith("sbs") else "box-10x10"


@pytest.mark.parametrize("code", list(PRESETS.presets))
def test_every_preset_makes_what_it_has_room_for(code: str) -> None:
    preset = PRESETS.preset(code)
    bare = plan(PRESETS, code, "U-01")
    made = plan(PRESETS, code, "U-01", _fitting_box(code)) if box_slots(preset) else bare
    assert len(made) == len(bare) + box_slots(preset)
    assert made[0].parent_index is None
    assert made[0].position is None
    assert (made[0].name, made[0].code) == ("U-01", "U-01")
    for each in made[1:]:
        assert each.parent_index is not None
        assert each.parent_index < each.index
        parent, own = PRESETS.types[made[each.parent_index].type_code], PRESETS.types[each.type_code]
        assert parent.may_hold(own)
        assert each.position is not None
        assert parent.layout.contains(each.position)
        assert each.code is not None or own.holds is Holds.CONTAINERS
    places = [(each.parent_index, each.position) for each in made]
    names = [(each.parent_index, fold(each.name)) for each in made]
    codes = [fold(each.code) for each in made if each.code is not None]
    for unique in (places, names, codes):
        assert len(set(unique)) == len(unique)


def test_a_rack_of_an_upright_is_called_by_level_and_depth() -> None:
    made = plan(PRESETS, "upright-600", "F80-03", "box-9x9")
    box = made[-1]
    rack = made[box.parent_index or 0]
    shelf = made[rack.parent_index or 0]
    assert (shelf.name, rack.name, box.code) == ("Shelf 5", "Rack F", "F80-03-0600")
    assert box.position is not None
    assert PRESETS.types[rack.type_code].layout.label(box.position) == "Level 5-4"


def test_the_place_in_a_shelf_has_the_name_of_the_rack() -> None:
    for code in (
        "upright-600",
        "upright-576",
        "chest",
        "tank-13x10",
        "tank-37x13",
        "dewar-6",
        "dewar-6-racks",
    ):
        made = plan(PRESETS, code, "U")
        for each in made[1:]:
            parent = PRESETS.types[made[each.parent_index or 0].type_code]
            assert each.position is not None
            assert parent.layout.label(each.position) == each.name


def test_tanks_are_seen_from_above_and_have_no_corners() -> None:
    tank = PRESETS.types["tank-13"]
    assert tank.drawn is Drawn.ABOVE
    assert (tank.layout.size, tank.layout.first, tank.layout.last) == (13, "Tower 1", "Tower 13")
    assert not tank.layout.contains(Position(0, 0))


def test_vials_on_a_cane_count_from_the_bottom() -> None:
    cane = PRESETS.types["cane-5"].layout
    assert cane.label(Position(4, 0)) == "1"
    assert cane.positions()[0] == Position(4, 0)


def test_every_unit_says_how_cold_it_is() -> None:
    units = [each for each in PRESETS.types.values() if is_unit(each.kind)]
    assert {each.kind for each in units} == {"freezer", "chest", "tank", "dewar", "cabinet"}
    for each in units:
        assert each.temperature is not None
        assert each.set_temperature is not None


def test_every_container_has_somewhere_to_stand() -> None:
    for child in PRESETS.types.values():
        if child.kind not in {"room"}:
            assert any(parent.may_hold(child) for parent in PRESETS.types.values()), child.code


def test_every_preset_is_named_in_both_languages() -> None:
    for name in (RESOURCES / "presets").glob("*.toml"):
        content = tomllib.loads(name.read_text(encoding="utf-8"))
        for table in [*content.get("types", {}).values(), *content.get("presets", {}).values()]:
            assert table["name"]
            assert table["name_fr"]
    names = [each.name for each in PRESETS.presets.values()]
    assert len(set(names)) == len(names)


# ---- materials ----


def test_the_twelve_materials_are_there() -> None:
    assert " ".join(MATERIALS) == "DNA PL1 PL2 BFF CEL CSF PEN BLD SER RNA TIS ZZZ"
    for each in MATERIALS.values():
        assert each["name"]
        assert each["name_fr"]
        assert 0 < len(each["short"]) <= 5
        assert Temperature(each["temperature"])
        assert each["minutes_to_thaw"] > 0
        assert each.get("thaw_limit", 1) > 0
    assert len({each["short"] for each in MATERIALS.values()}) == 12


def _found(text: str) -> set[str]:
    """The materials that this word means: a whole code, name or synonym."""
    return {
        code
        for code, each in MATERIALS.items()
        if fold(text) in {fold(word) for word in (code, each["name"], each["name_fr"], *each["synonyms"])}
    }


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("plasma", "PL1 PL2"),
        ("Plasma", "PL1 PL2"),
        ("PL2", "PL2"),
        ("CSF", "CSF"),
        ("LCR", "CSF"),
        ("csf pellet", "PEN"),
        ("BFF pellet", "BFF"),
        ("culot", "PEN"),
        ("PBMC", "CEL"),
        ("gDNA", "DNA"),
        ("adn genomique", "DNA"),
        ("sang total", "BLD"),
        ("SÉRUM", "SER"),
        ("arn", "RNA"),
        ("tissu", "TIS"),
        ("autre", "ZZZ"),
    ],
)
def test_a_word_of_the_bench_finds_its_material(text: str, codes: str) -> None:
    assert _found(text) == set(codes.split())


def test_only_plasma_means_two_materials() -> None:
    words = {word for each in MATERIALS.values() for word in (each["name"], each["name_fr"], *each["synonyms"])}
    assert {fold(word) for word in words if len(_found(word)) > 1} == {"plasma"}


def test_derivatives_have_no_sprec_type_and_the_rest_their_own() -> None:
    assert {code for code, each in MATERIALS.items() if "sprec" not in each} == {"DNA", "RNA"}
    assert all(each["sprec"] == code for code, each in MATERIALS.items() if "sprec" in each)


def test_text_on_every_tube_can_be_read() -> None:
    for code, each in MATERIALS.items():
        for key in ("colour", "text"):
            assert re.fullmatch(r"#[0-9A-F]{6}", each[key])
        light, dark = sorted((_luminance(each["colour"]), _luminance(each["text"])), reverse=True)
        assert (light + 0.05) / (dark + 0.05) >= 4.5, code


def _luminance(colour: str) -> float:
    """The relative luminance of WCAG 2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_material_of_the_trial_may_stand_where_its_boxes_are() -> None:
    upright, tank = PRESETS.types["upright-5"].temperature, PRESETS.types["tank-13"].temperature
    for code in ("PL1", "PL2", "BFF", "CSF", "PEN", "DNA", "BLD"):
        check_temperature(code, Temperature(MATERIALS[code]["temperature"]), upright)
    check_temperature("CEL", Temperature(MATERIALS["CEL"]["temperature"]), tank)


def test_only_cells_have_a_first_stop() -> None:
    assert {code: each["first_stop"] for code, each in MATERIALS.items() if "first_stop" in each} == {"CEL": "-60..-85"}
