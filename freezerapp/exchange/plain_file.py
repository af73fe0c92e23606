"""The outside of a portable file: JSON that says its format and schema, read with care, written for people too."""

import json
from collections.abc import Mapping
from typing import NoReturn

from freezerapp.domain.custody import Json, canonical
from freezerapp.domain.problems import Problem

MOST_BYTES = 100_000_000
"""More than any manifest: one of 10,000 tubes takes about 5 MB."""


class PortableFileProblem(Problem):
    """Something about a portable file as a whole."""

    def __init__(self, path: str, *facts: object) -> None:
        super().__init__(path, *facts)
        self.path = path


class NotPortable(PortableFileProblem):
    """The file is something else than a portable file of this kind; ``wanted`` is the format's name."""

    def __init__(self, path: str, wanted: str) -> None:
        super().__init__(path, wanted)
        self.wanted = wanted


class NewerPortable(PortableFileProblem):
    """The file is of a schema that this version does not know yet."""

    def __init__(self, path: str, schema: int) -> None:
        super().__init__(path, schema)
        self.schema = schema


class PortableDamaged(PortableFileProblem):
    """The file can't be read to its end; ``reason`` in the reader's own words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.reason = reason


class PortableTooLarge(PortableFileProblem):
    """The file is larger than any of its kind (``limit`` in bytes)."""

    def __init__(self, path: str, limit: int) -> None:
        super().__init__(path, limit)
        self.limit = limit


def read_portable(content: bytes, name: str, wanted: str, schema: int) -> dict[str, object]:
    """The outermost values of a portable file of this format.

    Raises NotPortable, NewerPortable, PortableDamaged or PortableTooLarge; ``name`` is what they call the file.
    """
    if len(content) > MOST_BYTES:
        raise PortableTooLarge(name, MOST_BYTES)
    if not content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        raise NotPortable(name, wanted)
    try:
        text = content.decode("utf_8_sig")
        found = json.loads(text, object_pairs_hook=_once, parse_float=_no_number, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise PortableDamaged(name, str(error)[:200] or "nested too deep") from error
    if not isinstance(found, dict) or found.get("format") != wanted:
        raise NotPortable(name, wanted)
    said = found.get("schema")
    if type(said) is not int or said < 1:
        raise PortableDamaged(name, f"schema {said!r}"[:200])
    if said > schema:
        raise NewerPortable(name, said)
    return found


def portable_text(values: Mapping[str, Json]) -> str:
    """A portable file: a line for each value and for each thing in a list of things, so that people can read it."""
    return _lines(values, "") + "\n"


def _lines(values: Mapping[str, Json], indent: str) -> str:
    inner = indent + " "
    parts = []
    for key, value in values.items():
        if isinstance(value, dict):
            said = _lines(value, inner)
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            said = "[\n" + ",\n".join(f"{inner} {canonical(each)}" for each in value) + f"\n{inner}]"
        else:
            said = canonical(value)
        parts.append(f"{inner}{canonical(key)}: {said}")
    return "{\n" + ",\n".join(parts) + f"\n{indent}}}" if parts else "{}"


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    # Of a key that is there twice other programs may read the other value.
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key is there twice")
    return found


def _no_number(text: str) -> NoReturn:
    raise ValueError(f"{text[:40]} is no whole number")
