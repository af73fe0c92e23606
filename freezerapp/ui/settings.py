"""Preferences and window state: one typed table, kept in an INI file."""

from collections.abc import Callable
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")
RECENT_KEPT = 8
TUBE_TEXTS = ("code", "visit", "participant", "material", "volume", "thaws", "position", "none")
"""What can be written on a tube, on each of its two lines."""


class Setting(NamedTuple, Generic[T]):
    """One preference: its key in the file, what it is unless chosen, and how its text is read."""

    key: str
    default: T
    read: Callable[[object], T | None]


def _one_of(*words: str) -> Callable[[object], str | None]:
    return lambda value: value if isinstance(value, str) and value in words else None


def _whole(first: int, last: int) -> Callable[[object], int | None]:
    def read(value: object) -> int | None:
        try:
            number = int(str(value))
        except ValueError:
            return None
        return number if first <= number <= last else None

    return read


def _state(value: object) -> QByteArray | None:
    return value if isinstance(value, QByteArray) else None


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _pairs(value: object) -> str | None:
    return value if isinstance(value, str) and len(value) % 2 == 0 else None


def _texts(value: object) -> tuple[str, ...] | None:
    if isinstance(value, str):
        return (value,) if value else ()
    if isinstance(value, list):
        return tuple(str(each) for each in value if each)
    return None


THEME: Setting[str] = Setting("look/theme", "system", _one_of("system", "light", "dark"))
LANGUAGE: Setting[str] = Setting("look/language", "system", _one_of("system", "en", "fr"))
SCALE: Setting[int] = Setting("look/scale", 100, _whole(100, 200))
"""Size of everything on screen in per cent; read before the program makes its first window."""
GEOMETRY: Setting[QByteArray] = Setting("window/geometry", QByteArray(), _state)
PANES: Setting[QByteArray] = Setting("window/panes", QByteArray(), _state)
TREE_SHOWN: Setting[int] = Setting("window/tree", 1, _whole(0, 1))
INSPECTOR_SHOWN: Setting[int] = Setting("window/inspector", 1, _whole(0, 1))
RECENT: Setting[tuple[str, ...]] = Setting("banks/recent", (), _texts)
FOLDER: Setting[str] = Setting("banks/folder", "", _text)
SCAN_GAP: Setting[int] = Setting("scanner/gap", 35, _whole(10, 100))
"""The longest time between two keys of a scanner, in ms."""
SCAN_SHORTEST: Setting[int] = Setting("scanner/shortest", 4, _whole(2, 20))
"""Characters from which a scan is believed at that pace; shorter ones must be faster."""
SCAN_PREFIX: Setting[str] = Setting("scanner/prefix", "", _text)
SCAN_SUFFIX: Setting[str] = Setting("scanner/suffix", "", _text)
SCAN_LAYOUT: Setting[str] = Setting("scanner/layout", "", _pairs)
"""What the keyboard layout makes of the scanner's characters: arrived, meant, arrived, meant …"""
SOUNDS: Setting[int] = Setting("scanner/sounds", 1, _whole(0, 1))
OUT_LIMIT: Setting[int] = Setting("bench/warn after", 15, _whole(1, 600))
"""Minutes out of storage from which the bench warns, for materials that say nothing of their own."""
COLOUR_BY: Setting[str] = Setting(
    "box/colour by", "material", _one_of("material", "visit", "participant", "volume", "thaws")
)
FIRST_TEXT: Setting[str] = Setting("box/first text", "code", _one_of(*TUBE_TEXTS))
SECOND_TEXT: Setting[str] = Setting("box/second text", "visit", _one_of(*TUBE_TEXTS))
DRAG_HOLD: Setting[int] = Setting("box/drag hold", 300, _whole(0, 2_000))
"""Milliseconds that the button stays down on a tube before it can be dragged."""


class Settings:
    """Reads and writes the table; a value that can't be read is as if it had never been chosen."""

    def __init__(self, file: Path | None = None) -> None:
        if file is None:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "FreezerApp", "FreezerApp")
        else:
            self._store = QSettings(str(file), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """The chosen value, or the default."""
        value = setting.read(self._store.value(setting.key))
        return setting.default if value is None else value

    def put(self, setting: Setting[T], value: T) -> None:
        """Keep a value; it is on disk when this returns."""
        self._set(setting, value)
        self._store.sync()

    def _set(self, setting: Setting[T], value: T) -> None:
        self._store.setValue(setting.key, list(value) if isinstance(value, tuple) else value)

    def remember_bank(self, path: Path) -> None:
        """Put a bank at the head of the recent ones."""
        text = str(path.absolute())
        others = [each for each in self.get(RECENT) if each != text]
        self._set(RECENT, (text, *others)[:RECENT_KEPT])
        self._set(FOLDER, str(path.absolute().parent))
        self._store.sync()

    def forget_bank(self, path: Path) -> None:
        """Take a bank off the recent ones."""
        self.put(RECENT, tuple(each for each in self.get(RECENT) if Path(each) != path))
