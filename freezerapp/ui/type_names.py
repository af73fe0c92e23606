"""What the types of containers that come with the program are called in the language of the screen."""

from functools import cache

from PySide6.QtCore import QLocale

from freezerapp import resources


def type_name(code: str, name: str) -> str:
    """A type by its code; ``name`` is what the bank calls it, which stays for a type of the user's own."""
    return _names(QLocale().name().partition("_")[0]).get((code, name), name)


@cache
def _names(language: str) -> dict[tuple[str, str], str]:
    """The names of the preset files in a language, by code and name."""
    found: dict[tuple[str, str], str] = {}
    for file in resources.names("presets", ".toml"):
        for code, entry in resources.load_toml("presets", f"{file}.toml").get("types", {}).items():
            found[code, entry["name"]] = entry.get(f"name_{language}", entry["name"])
    return found
