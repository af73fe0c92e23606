"""What comes with the program: container types, presets and materials, read from their files."""

from functools import cache
from typing import Any

from freezerapp import resources
from freezerapp.domain.custody import canonical
from freezerapp.domain.preset import Presets, read_presets
from freezerapp.storage.records import Material


@cache
def presets() -> Presets:
    """All types and presets in ``resources/presets``."""
    return read_presets(
        {name: resources.load_toml("presets", f"{name}.toml") for name in resources.names("presets", ".toml")}
    )


@cache
def materials() -> tuple[Material, ...]:
    """The materials that a new bank begins with, numbered from 1."""
    listed: list[dict[str, Any]] = resources.load_toml("materials.toml")["material"]
    return tuple(
        Material(
            number,
            entry["code"],
            entry["name"],
            canonical([entry["name"], entry["name_fr"], *entry["synonyms"]]),
            entry.get("sprec"),
            entry["colour"],
            entry.get("temperature"),
            entry.get("first_stop"),
            entry.get("thaw_limit"),
            entry.get("minutes_to_thaw"),
        )
        for number, entry in enumerate(listed, 1)
    )
