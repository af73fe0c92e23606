"""A small reader of ZPL II, written from the manual for the tests: fields with their places, sizes and data."""

import re
from typing import NamedTuple

COMMANDS = {
    *("XA", "XZ", "CI", "PW", "LL", "LH", "MT", "PQ", "FO", "FT", "FH", "FD", "FS", "A0", "BX", "BC", "BQ", "BY"),
    *("GB", "GD", "GF"),
}


class Field(NamedTuple):
    """One field: its commands by name, where it is, its data with the hex undone."""

    x: int
    y: int
    baseline: bool
    commands: dict[str, list[str]]
    data: str


class Format(NamedTuple):
    """One label: its settings and its fields."""

    settings: dict[str, list[str]]
    fields: list[Field]


def read_zpl(text: str) -> list[Format]:
    """The formats in a file; anything that is not known or not where it belongs is an error."""
    assert text.isascii()
    formats: list[Format] = []
    settings: dict[str, list[str]] | None = None
    commands: dict[str, list[str]] = {}
    fields: list[Field] = []
    for name, rest in pieces(text):
        assert name in COMMANDS, name
        if name == "XA":
            assert settings is None, "a format inside another"
            settings, fields, commands = {}, [], {}
            continue
        assert settings is not None, f"{name} outside a format"
        if name == "XZ":
            assert not commands, "a field that is not ended"
            formats.append(Format(settings, fields))
            settings = None
        elif name == "FS":
            place = commands.get("FO") or commands["FT"]
            data = undone(",".join(commands["FD"]), "FH" in commands) if "FD" in commands else ""
            fields.append(Field(int(place[0]), int(place[1]), "FT" in commands, commands, data))
            commands = {}
        elif name in ("FO", "FT", "FH", "FD", "A0", "BX", "BC", "BQ", "BY", "GB", "GD", "GF"):
            assert name not in commands, f"{name} twice in a field"
            commands[name] = rest.split(",")
        else:
            settings[name] = rest.split(",")
    assert settings is None, "a format that is not ended"
    return formats


def pieces(text: str) -> list[tuple[str, str]]:
    """Commands with what follows them; ~ would begin a command of its own and must not be there."""
    assert "~" not in text
    parts = text.replace("\n", "").split("^")
    assert parts[0] == ""
    return [(part[:2], part[2:]) for part in parts[1:]]


def undone(data: str, in_hex: bool) -> str:
    """Field data as the printer takes it."""
    if not in_hex:
        return data
    raw = re.sub(rb"\\([0-9A-F]{2})", lambda found: bytes([int(found[1], 16)]), data.encode("ascii"))
    return raw.decode("utf-8")


def bits(field: Field) -> list[str]:
    """The rows of a picture as 0 and 1."""
    kind, total, again, width, *data = field.commands["GF"]
    assert (kind, total) == ("A", again)
    hexed = "".join(data)
    assert len(hexed) == 2 * int(total)
    step = int(width) * 2
    return [f"{int(hexed[at : at + step], 16):0{step * 4}b}" for at in range(0, len(hexed), step)]


def code_128_text(data: str) -> str:
    """What the data of a ^BC in mode N says: start and shift codes followed, signs put back."""
    assert data[:2] in (">:", ">;")
    in_pairs, at, found = data[:2] == ">;", 2, ""
    signs = {"0": ">", "<": "^", "=": "~"}
    while at < len(data):
        if data[at] == ">" and data[at + 1] in "56":
            in_pairs = data[at + 1] == "5"
            at += 2
        elif in_pairs:
            assert data[at : at + 2].isdigit()
            found += data[at : at + 2]
            at += 2
        elif data[at] == ">":
            found += signs[data[at + 1]]
            at += 2
        else:
            found += data[at]
            at += 1
    return found
