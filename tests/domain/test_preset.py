"""Presets: read and checked from plain data, and turned into the containers to make."""

import copy
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.container import Drawn, Holds, Kind
from freezerapp.domain.position import FillOrder, Position
from freezerapp.domain.preset import (
    NoBoxSlots,
    NotABox,
    Presets,
    UnknownPreset,
    box_slots,
    plan,
    read_presets,
    tube_positions,
)
from freezerapp.domain.preset_table import BadPreset, Fault
from freezerapp.domain.temperature import Temperature

SMALL = """
[types.box-2x2]
name = "Box 2 × 2"
kind = "box"
rows = 2
columns = 2
holds = "specimens"

[types.cane-2]
name = "Cane"
kind = "cane"
rows = 2
columns = 1
scheme = { style = "numbers", from_bottom = true }
fill = "rows from the bottom"
holds = "specimens"
materials = ["CEL"]

[types.rack-2]
name = "Rack"
name_fr = "Portoir"
kind = "rack"
rows = 2
columns = 1
scheme = "numbers"
prefix = "Level "
holds = "containers"
accepts = ["box"]

[types.canister-2]
name = "Canister"
kind = "canister"
rows = 1
columns = 2
scheme = "numbers"
holds = "containers"
accepts = ["cane"]

[types.freezer-3]
name = "Freezer"
kind = "freezer"
shape = ["#.", "##"]
holds = "containers"
accepts = ["rack", "box", "canister"]
temperature = "-60..-85"
set_temperature = -80
drawn = "front"

[presets.small]
name = "Small freezer"
name_fr = "Petit congélateur"
type = "freezer-3"
boxes = 3

[[presets.small.contents]]
type = "rack-2"
at = ["A1"]
name = "Rack {letter} of {root}"
code = "{root}.{path}"

[[presets.small.contents]]
type = "canister-2"
at = ["B2"]
name = "Canister {n:2} at {label}"

[[presets.small.contents.contents]]
type = "cane-2"
name = "Cane {n} in {parent}"
code = "{root}-{path}"
"""


def tables() -> dict[str, object]:
    return tomllib.loads(SMALL)


def small() -> Presets:
    return read_presets({"small.toml": tables()})


# ---- reading ----


def test_a_type_is_read_with_all_it_says() -> None:
    freezer, cane = small().types["freezer-3"], small().types["cane-2"]
    assert (freezer.code, freezer.name, freezer.kind) == ("freezer-3", "Freezer", Kind.FREEZER)
    assert (freezer.holds, freezer.accepts) == (Holds.CONTAINERS, ("rack", "box", "canister"))
    assert (freezer.temperature, freezer.set_temperature) == (Temperature.DEEP, -80)
    assert freezer.drawn is Drawn.FRONT
    assert freezer.layout.absent == {Position(0, 1)}
    assert (cane.materials, cane.layout.fill, cane.drawn) == (("CEL",), FillOrder.ROWS_UP, Drawn.GRID)
    assert cane.layout.label(Position(1, 0)) == "1"
    assert (cane.temperature, cane.set_temperature) == (None, None)
    assert small().types["rack-2"].layout.label(Position(1, 0)) == "Level 2"


def test_every_type_alone_is_a_preset() -> None:
    presets = small()
    assert list(presets.presets) == [*presets.types, "small"]
    assert presets.preset("rack-2").name_fr == "Portoir"
    assert len(plan(presets, "rack-2", "Rack A")) == 1
    assert [each.code for each in presets.boxes()] == ["box-2x2"]


def test_a_type_may_be_in_another_file() -> None:
    data = tables()
    split = {"b.toml": {"presets": data["presets"]}, "a.toml": {"types": data["types"]}}
    assert read_presets(split).presets["small"] == small().presets["small"]


def test_a_preset_may_take_the_code_of_its_type() -> None:
    data = tables()
    data["presets"]["freezer-3"] = data["presets"].pop("small")  # type: ignore[index, attr-defined]
    assert len(plan(read_presets({"f": data}), "freezer-3", "F")) == 5


@pytest.mark.parametrize(
    ("path", "value", "what"),
    [
        ("colour", "red", Fault.UNKNOWN_KEY),
        ("types", [], Fault.WRONG_VALUE),
        ("types.Box 1", {}, Fault.WRONG_VALUE),
        ("types.box-2x2", 3, Fault.WRONG_VALUE),
        ("types.box-2x2.size", 3, Fault.UNKNOWN_KEY),
        ("types.box-2x2.name", None, Fault.MISSING),
        ("types.box-2x2.name", " ", Fault.WRONG_VALUE),
        ("types.box-2x2.kind", "crate", Fault.WRONG_VALUE),
        ("types.box-2x2.kind", None, Fault.MISSING),
        ("types.box-2x2.rows", None, Fault.MISSING),
        ("types.box-2x2.rows", 0, Fault.WRONG_VALUE),
        ("types.box-2x2.rows", True, Fault.WRONG_VALUE),
        ("types.box-2x2.rows", "2", Fault.WRONG_VALUE),
        ("types.box-2x2.rows", 10_000, Fault.IMPOSSIBLE_LAYOUT),
        ("types.box-2x2.columns", 2.0, Fault.WRONG_VALUE),
        ("types.box-2x2.scheme", "dewar no", Fault.WRONG_VALUE),
        ("types.box-2x2.scheme", 3, Fault.WRONG_VALUE),
        ("types.box-2x2.scheme", {"width": 9}, Fault.WRONG_VALUE),
        ("types.box-2x2.scheme", {"most_rows": 1}, Fault.IMPOSSIBLE_LAYOUT),
        ("types.box-2x2.fill", "at random", Fault.WRONG_VALUE),
        ("types.box-2x2.holds", None, Fault.MISSING),
        ("types.box-2x2.holds", "tubes", Fault.WRONG_VALUE),
        ("types.box-2x2.accepts", "box", Fault.WRONG_VALUE),
        ("types.box-2x2.accepts", ["crate"], Fault.WRONG_VALUE),
        ("types.box-2x2.materials", [1], Fault.WRONG_VALUE),
        ("types.box-2x2.temperature", "cold", Fault.WRONG_VALUE),
        ("types.box-2x2.set_temperature", -300, Fault.WRONG_VALUE),
        ("types.box-2x2.drawn", "below", Fault.WRONG_VALUE),
        ("types.freezer-3.shape", ["#", "##"], Fault.WRONG_VALUE),
        ("types.freezer-3.shape", ["#o"], Fault.WRONG_VALUE),
        ("types.freezer-3.shape", [], Fault.WRONG_VALUE),
        ("types.freezer-3.shape", [".."], Fault.IMPOSSIBLE_LAYOUT),
        ("types.freezer-3.rows", 2, Fault.TWICE),
        ("presets.small.type", None, Fault.MISSING),
        ("presets.small.type", "freezer-4", Fault.UNKNOWN_TYPE),
        ("presets.small.boxes", 4, Fault.WRONG_CAPACITY),
        ("presets.small.box_name", "{root}-box", Fault.BAD_PATTERN),
        ("presets.small.contents", {}, Fault.WRONG_VALUE),
        ("presets.small.contents", [3], Fault.WRONG_VALUE),
        ("presets.small.contents.0.type", "cane-2", Fault.NOT_ACCEPTED),
        ("presets.small.contents.0.at", ["A2"], Fault.NO_SUCH_POSITION),
        ("presets.small.contents.0.at", ["B2"], Fault.TWICE),
        ("presets.small.contents.0.at", ["A1", "a01"], Fault.TWICE),
        ("presets.small.contents.0.name", None, Fault.MISSING),
        ("presets.small.contents.0.name", "{name}", Fault.BAD_PATTERN),
        ("presets.small.contents.0.name", "{0.__class__}", Fault.BAD_PATTERN),
        ("presets.small.contents.0.name", "{n", Fault.BAD_PATTERN),
        ("presets.small.contents.0.code", "{root}", Fault.TWICE),
        ("presets.small.contents.1.contents.0.code", None, Fault.MISSING),
        ("presets.small.contents.1.contents.0.code", "{root}", Fault.TWICE),
        ("presets.small.contents.1.contents.0.name", "Cane", Fault.TWICE),
    ],
)
def test_what_cannot_be_used_is_refused_by_file_and_key(path: str, value: object, what: Fault) -> None:
    data = tables()
    *way, last = path.split(".")
    here: object = data
    for step in way:
        here = here[int(step)] if isinstance(here, list) else here[step]  # type: ignore[index]
    assert isinstance(here, dict)
    if value is None:
        del here[last]
    else:
        here[last] = value
    with pytest.raises(BadPreset) as refused:
        read_presets({"small.toml": data})
    assert refused.value.what is what
    assert refused.value.where.startswith(".".join(["small.toml", *way[:2]]))


def test_one_code_in_two_files_is_refused() -> None:
    for table in ("types", "presets"):
        data = tables()
        with pytest.raises(BadPreset) as refused:
            read_presets({"a.toml": data, "b.toml": {table: copy.deepcopy(data[table])}})
        assert refused.value.what is Fault.TWICE
        assert refused.value.where.startswith(f"b.toml.{table}.")


def test_a_recipe_that_would_never_end_is_refused() -> None:
    deep = tables()
    level = {
        "name": "Many",
        "kind": "rack",
        "rows": 100,
        "columns": 100,
        "scheme": "numbers",
        "holds": "containers",
    }
    deep["types"]["many"] = level  # type: ignore[index]
    inner: dict[str, object] = {"type": "many", "name": "{n}"}
    for _ in range(4):
        inner = {"type": "many", "name": "{n}", "contents": [inner]}
    deep["presets"] = {"many": {"name": "Many", "type": "many", "contents": [inner]}}
    with pytest.raises(BadPreset) as refused:
        read_presets({"deep.toml": deep})
    assert refused.value.what is Fault.TOO_MANY


# ---- planning ----


def test_a_plan_lists_each_container_before_what_it_holds() -> None:
    made = plan(small(), "small", "F80-09")
    assert [(each.parent_index, each.type_code, each.name, each.position, each.code) for each in made] == [
        (None, "freezer-3", "F80-09", None, "F80-09"),
        (0, "rack-2", "Rack A of F80-09", Position(0, 0), "F80-09.A1"),
        (0, "canister-2", "Canister 03 at B2", Position(1, 1), None),
        (2, "cane-2", "Cane 1 in Canister 03 at B2", Position(0, 0), "F80-09-B2-1"),
        (2, "cane-2", "Cane 2 in Canister 03 at B2", Position(0, 1), "F80-09-B2-2"),
    ]
    assert [each.index for each in made] == list(range(5))


def test_boxes_fill_every_free_slot_and_are_numbered_through() -> None:
    made = plan(small(), "small", "F80-09", "box-2x2")
    boxes = [each for each in made if each.type_code == "box-2x2"]
    assert [(each.name, each.code, made[each.parent_index or 0].name, each.position) for each in boxes] == [
        ("F80-09-0001", "F80-09-0001", "Rack A of F80-09", Position(0, 0)),
        ("F80-09-0002", "F80-09-0002", "Rack A of F80-09", Position(1, 0)),
        ("F80-09-0003", "F80-09-0003", "F80-09", Position(1, 0)),
    ]


def test_capacity_counts_slots_and_tubes() -> None:
    preset = small().preset("small")
    assert (box_slots(preset), tube_positions(preset)) == (3, 4)


def test_a_path_leads_from_the_root_down() -> None:
    data = tables()
    cane = {"type": "cane-2", "at": ["2"], "name": "Cane", "code": "{root}-{path}"}
    canister = {"type": "canister-2", "at": ["B2"], "name": "Canister", "contents": [cane]}
    freezer = {"type": "freezer-3", "at": ["3"], "name": "Freezer", "contents": [canister]}
    room = {
        "name": "Room",
        "kind": "room",
        "rows": 1,
        "columns": 4,
        "scheme": "numbers",
        "holds": "containers",
    }
    data["types"]["room-4"] = room  # type: ignore[index]
    data["presets"]["rooms"] = {"name": "Rooms", "type": "room-4", "contents": [freezer]}  # type: ignore[index]
    assert plan(read_presets({"rooms.toml": data}), "rooms", "R")[-1].code == "R-3-B2-2"


def test_a_name_is_never_read_as_a_pattern() -> None:
    made = plan(small(), "small", "{root}{n}\\1")
    assert made[1].name == "Rack A of {root}{n}\\1"


def test_a_preset_is_found_whatever_the_case() -> None:
    assert small().preset(" SMALL ").code == "small"


def test_an_unknown_preset_is_refused_with_what_comes_near() -> None:
    with pytest.raises(UnknownPreset) as refused:
        plan(small(), "box-2x3", "B")
    assert refused.value.code == "box-2x3"
    assert refused.value.near[0] == "box-2x2"


def test_only_boxes_fill_box_slots() -> None:
    with pytest.raises(NotABox) as refused:
        plan(small(), "small", "F", boxes="cane-2")
    assert (refused.value.code, refused.value.kind) == ("cane-2", "cane")


@pytest.mark.parametrize("code", ["canister-2", "box-2x2"])
def test_where_no_box_can_stand_none_is_made(code: str) -> None:
    with pytest.raises(NoBoxSlots) as refused:
        plan(small(), code, "C", boxes="box-2x2")
    assert (refused.value.code, refused.value.boxes) == (code, "box-2x2")


@given(st.text(min_size=1, max_size=20))
def test_whatever_the_name_codes_are_unique_and_places_taken_once(name: str) -> None:
    made = plan(small(), "small", name, "box-2x2")
    codes = [each.code for each in made if each.code is not None]
    assert len(set(codes)) == len(codes)
    places = {(each.parent_index, each.position) for each in made}
    assert len(places) == len(made)
