"""Where the files that come with the program are: icons, fonts, themes, translations, presets.

The same names work from a checkout, from an installed wheel and from a frozen program. Nothing here knows
what the files mean: whoever loads one hands its values on as plain data.
"""

import sys
import tomllib
from functools import cache
from pathlib import Path
from typing import Any


class ResourceMissing(FileNotFoundError):
    """A file that should have come with the program is not there: the installation is not whole.

    Facts: ``name``, the file's name below the resources folder with ``/`` between its parts, and
    ``looked_in``, the folders where it could have been.
    """

    def __init__(self, name: str, looked_in: tuple[Path, ...]) -> None:
        super().__init__(f"{name} is in none of: {', '.join(map(str, looked_in))}")
        self.name, self.looked_in = name, looked_in


class ResourceUnreadable(ValueError):
    """A TOML file that comes with the program is not TOML.

    Facts: ``file``, and ``reason`` in the reader's own words.
    """

    def __init__(self, file: Path, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file, self.reason = file, reason


def path(*parts: str) -> Path:
    """The file or folder of that name below the resources folder: ``path("icons", "plus.svg")``.

    Raises ``ResourceMissing`` when there is none.
    """
    found = _root().joinpath(*parts)
    if not found.exists():
        raise ResourceMissing("/".join(parts), (_root(),))
    return found


def names(folder: str, suffix: str) -> tuple[str, ...]:
    """The names of a folder's files with this suffix (``".toml"``), without it, in alphabetical order.

    Raises ``ResourceMissing`` when there is no such folder.
    """
    return tuple(sorted(file.stem for file in path(folder).iterdir() if file.suffix == suffix))


def load_toml(*parts: str) -> dict[str, Any]:
    """The values in a TOML file. Raises ``ResourceMissing`` and ``ResourceUnreadable``."""
    file = path(*parts)
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ResourceUnreadable(file, str(error)) from error


def places() -> tuple[Path, ...]:
    """The folders that can be the resources folder of this program, likeliest first; they need not exist."""
    package = Path(__file__).resolve().parent
    if getattr(sys, "frozen", False):
        bundle = Path(getattr(sys, "_MEIPASS", Path(sys.executable).parent))
        return bundle / "resources", bundle / "freezerapp" / "data"
    checkout = (package.parent / "resources",) if (package.parent / "pyproject.toml").is_file() else ()
    return *checkout, package / "data", Path(sys.prefix) / "share" / "freezerapp"


@cache
def _root() -> Path:
    looked_in = places()
    for folder in looked_in:
        if folder.is_dir():
            return folder
    raise ResourceMissing(".", looked_in)
