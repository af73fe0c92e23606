"""Preferences and window state: one typed table, kept in an INI file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")
RECENT_KEPT = 8


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
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
FOLDER: Setting[str] = Setting("banks/folder", "", lambda value: value if isinstance(value, str) else None)


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
        self._store.setValue(setting.key, list(value) if isinstance(value, tuple) else value)
        self._store.sync()

    def remember_bank(self, path: Path) -> None:
        """Put a bank at the head of the recent ones."""
        text = str(path.absolute())
        others = [each for each in self.get(RECENT) if each != text]
        self.put(RECENT, (text, *others)[:RECENT_KEPT])
        self.put(FOLDER, str(path.absolute().parent))

    def forget_bank(self, path: Path) -> None:
        """Take a bank off the recent ones."""
        self.put(RECENT, tuple(each for each in self.get(RECENT) if Path(each) != path))
