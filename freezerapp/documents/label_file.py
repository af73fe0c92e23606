"""Stock and template files: TOML read key by key, and written again; what can't be used is named by file and key."""

import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from freezerapp.domain.file_table import FileTable, Misread
from freezerapp.domain.problems import Problem

Value: TypeAlias = str | int | float | bool | None

LONGEST_MM = 2000.0
_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,63}")


class LabelFault(StrEnum):
    """What can be wrong in a stock or template file."""

    NOT_TOML = "not toml"
    BAD_NAME = "bad name"
    MISSING = "missing"
    UNKNOWN_KEY = "unknown key"
    WRONG_VALUE = "wrong value"
    OVER_THE_PAGE = "over the page"
    OVERLAP = "labels overlap"
    OVER_THE_LABEL = "over the label"
    UNKNOWN_FIELD = "unknown field"
    BAD_TEXT = "bad text"
    NO_TEXT_BESIDE = "no text beside the code"
    NOT_A_LADDER = "not a ladder"
    NO_SUCH_PICTURE = "no such picture"
    CAP_ALONE = "cap alone"


class BadLabelFile(Problem):
    """A stock or template file that can't be used.

    Facts: where (file and keys, joined by dots), what is wrong, and the value in question.
    """

    def __init__(self, where: str, what: LabelFault, detail: str = "") -> None:
        super().__init__(where, what, detail)
        self.where, self.what, self.detail = where, what, detail


class LabelTable(FileTable):
    """A table of a stock or template file. Every method raises BadLabelFile."""

    def refusal(self, where: str, what: Misread, detail: str) -> BadLabelFile:
        return BadLabelFile(where, LabelFault(what.value), detail)

    def fault(self, key: str, what: LabelFault, detail: object) -> BadLabelFile:
        """Make the refusal of one key's value."""
        return BadLabelFile(f"{self.where}.{key}", what, str(detail))

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text that says something; the default may be empty."""
        if key not in self.values and default is not None:
            return default
        found = self.there(key)
        if not isinstance(found, str) or not found.strip() or not found.isprintable():
            raise self.fault(key, LabelFault.WRONG_VALUE, found)
        return found

    def yes(self, key: str) -> bool:
        """Read true or false, false if it is not there."""
        found = self.values.get(key, False)
        if not isinstance(found, bool):
            raise self.fault(key, LabelFault.WRONG_VALUE, found)
        return found

    def count(self, key: str, most: int) -> int:
        """Read a whole number from one up."""
        return self.whole(key, 1, most)

    def number(self, key: str, default: float | None = None, least: float = 0.0, most: float = LONGEST_MM) -> float:
        """Read a number within limits: millimetres, unless the key says otherwise."""
        if key not in self.values and default is not None:
            return default
        found = self.there(key)
        if not isinstance(found, int | float) or isinstance(found, bool) or not least <= found <= most:
            raise self.fault(key, LabelFault.WRONG_VALUE, found)
        return float(found)

    def one_of(self, key: str, numbers: tuple[int, ...], default: int) -> int:
        """Read one of some numbers."""
        found = self.values.get(key, default)
        if isinstance(found, bool) or found not in numbers:
            raise self.fault(key, LabelFault.WRONG_VALUE, found)
        return int(str(found))

    def table(self, key: str, keys: Iterable[str]) -> "LabelTable | None":
        """Read a table, None if it is not there."""
        found = self.values.get(key)
        if found is None:
            return None
        if not isinstance(found, Mapping):
            raise self.fault(key, LabelFault.WRONG_VALUE, found)
        return LabelTable(found, f"{self.where}.{key}", keys)


def files(folders: Iterable[Path]) -> dict[str, Path]:
    """The TOML files of some folders by name, sorted; of two with one name the later folder's. No folder is no files.

    Raises BadLabelFile for a name that can't be typed in a shell without thought.
    """
    found: dict[str, Path] = {}
    for folder in folders:
        if folder.is_dir():
            for file in folder.iterdir():
                if file.suffix == ".toml" and not file.name.startswith("."):
                    if not _NAME.fullmatch(file.stem):
                        raise BadLabelFile(str(file), LabelFault.BAD_NAME, file.stem)
                    found[file.stem] = file
    return dict(sorted(found.items()))


def load(file: Path) -> dict[str, object]:
    """The values in a TOML file. Raises BadLabelFile."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadLabelFile(str(file), LabelFault.NOT_TOML, str(error)) from error


def written(values: Mapping[str, object]) -> str:
    """Values as TOML: plain ones first, then tables and lists of tables; None is left out."""
    lines = [f"{key} = {_value(value)}" for key, value in values.items() if _is_plain(value)]
    for key, value in values.items():
        several = value if isinstance(value, list | tuple) else [value] if isinstance(value, Mapping) else []
        for each in several:
            lines += ["", f"[[{key}]]" if isinstance(value, list | tuple) else f"[{key}]"]
            lines += [f"{name} = {_value(one)}" for name, one in each.items() if _is_plain(one)]
    return "\n".join(lines) + "\n"


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | float)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        rounded = round(value, 3)
        return str(int(rounded)) if rounded == int(rounded) else str(rounded)
    # A JSON string is a TOML string, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f") if isinstance(value, str) else str(value)
