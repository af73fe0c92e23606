"""Fonts of the computer, for letters that the font of the program has not."""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

_LIKELY = (
    *("dejavusans.ttf", "notosans-regular", "segoeui.ttf", "arial.ttf", "arialuni.ttf", "arial unicode", "tahoma"),
    *("msyh", "simsun", "malgun", "meiryo", "msgothic", "yugoth", "pingfang", "droidsansfallback", "wqy"),
)
"""Beginnings of names of files that hold many letters: they are opened first, in this order."""
_MOST_OPENED = 60
"""Files that are opened at most: to look through hundreds of them would take minutes."""
_PREFIX = "System-"


def fonts_for(letters: frozenset[str]) -> dict[str, str]:
    """The registered name of a font of the system for each of these letters that one has; the others are not in it."""
    return dict(_found(letters))


@lru_cache(maxsize=64)
def _found(letters: frozenset[str]) -> tuple[tuple[str, str], ...]:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    found: dict[str, str] = {}
    missing = set(letters)
    for file in _files()[:_MOST_OPENED]:
        if not missing:
            break
        name = f"{_PREFIX}{file.stem}"
        try:
            font: Any = TTFont(name, str(file))
        except Exception:
            # A font that can't be read, or that may not be embedded, is none; reportlab raises errors of many kinds.
            continue
        here = {letter for letter in missing if font.face.charToGlyph.get(ord(letter))}
        if here:
            pdfmetrics.registerFont(font)
            found |= dict.fromkeys(here, name)
            missing -= here
    return tuple(found.items())


def _files() -> list[Path]:
    """TrueType files of the system, the likely ones first, the upright ones before the slanted."""

    def rank(file: Path) -> tuple[int, bool, str]:
        name = file.name.lower()
        likely = next((at for at, start in enumerate(_LIKELY) if name.startswith(start)), len(_LIKELY))
        return likely, any(word in name for word in ("italic", "oblique", "bold", "mono")), name

    return sorted({file for folder in _folders() for file in _below(folder)}, key=rank)


def _below(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        for name in names:
            if name.lower().endswith((".ttf", ".ttc")):
                yield Path(where, name)


def _folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        return Path(os.environ.get("WINDIR", r"C:\Windows"), "Fonts"), Path(local, "Microsoft", "Windows", "Fonts")
    if sys.platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    return (
        *(Path(each) for each in ("/usr/share/fonts", "/usr/local/share/fonts")),
        *(home / each for each in (".fonts", ".local/share/fonts")),
    )
