"""Short tones that tell without looking how a scan went: right, wrong, attention."""

import importlib
import math
import shutil
import sys
import wave
from array import array
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMetaObject, QObject, QProcess, QStandardPaths, QUrl

from freezerapp.domain.scan_target import Tone
from freezerapp.ui.settings import SOUNDS, Settings

RATE = 22_050
LOUDNESS = 0.35


class Note(NamedTuple):
    """A tone of so many Hz (0: silence) for so many ms."""

    hertz: int
    ms: int


MELODIES: dict[Tone, tuple[Note, ...]] = {
    Tone.RIGHT: (Note(988, 60), Note(1319, 90)),
    Tone.ATTENTION: (Note(740, 110), Note(0, 50), Note(740, 110)),
    Tone.WRONG: (Note(311, 130), Note(0, 30), Note(208, 260)),
}
"""Rising, repeated, falling: told apart also by who hears high tones badly."""

# Commands that play a file and end, quiet on the terminal; the first that is there is taken.
PLAYERS: tuple[tuple[str, ...], ...] = (
    ("afplay",),
    ("pw-play",),
    ("paplay",),
    ("aplay", "-q"),
    ("play", "-q"),
)


def samples(notes: Sequence[Note]) -> "array[int]":
    """The notes as 16-bit samples; each swells and fades, so that nothing clicks."""
    made = array("h")
    for note in notes:
        count = RATE * note.ms // 1000
        fade = max(1, min(count // 2, RATE // 125))
        for at in range(count):
            swell = min(1.0, at / fade, (count - at) / fade)
            made.append(round(32_767 * LOUDNESS * swell * math.sin(2 * math.pi * note.hertz * at / RATE)))
    return made


def write_wave(path: Path, notes: Sequence[Note]) -> None:
    """Write the notes as a WAV file; raises OSError."""
    made = samples(notes)
    if sys.byteorder == "big":
        made.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(made.tobytes())


Play = Callable[[Path], object]


class Sounds(QObject):
    """Plays a tone without waiting for it; silent where nothing can play, or where tones are switched off."""

    def __init__(
        self,
        settings: Settings,
        folder: Path | None = None,
        play: Play | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folder = folder or cache_folder()
        self._play = play
        self._files: dict[Tone, Path] | None = None

    @property
    def on(self) -> bool:
        """Whether tones are wanted."""
        return bool(self._settings.get(SOUNDS))

    def switch(self, on: bool) -> None:
        """Tones are wanted from now on, or not."""
        self._settings.put(SOUNDS, int(on))

    def play(self, tone: Tone) -> None:
        """Sound this tone; another one may still be sounding."""
        if not self.on:
            return
        if self._files is None:
            self._files = self._prepare()
        file = self._files.get(tone)
        if file is not None and self._play is not None:
            self._play(file)

    def _prepare(self) -> dict[Tone, Path]:
        """Find out what plays, and write the tones where it finds them; nothing where that fails."""
        if self._play is None:
            self._play = player(self)
        files: dict[Tone, Path] = {}
        if self._play is None:
            return files
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for tone, notes in MELODIES.items():
                file = self._folder / f"{tone.value}.wav"
                write_wave(file, notes)
                files[tone] = file
        except OSError:
            return {}
        return files


def cache_folder() -> Path:
    """Where the tones are kept: the system's folder for what can be made again."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.CacheLocation)
    return (Path(base) if base else Path.home() / ".cache" / "freezerapp") / "sounds"


def player(owner: QObject, which: Callable[[str], str | None] = shutil.which) -> Play | None:
    """What plays a file on this machine: Qt where its multimedia part is there, the system, a command; or None."""
    effect = _sound_effect()
    if effect is not None:
        return _by_qt(owner, effect)
    if sys.platform == "win32":
        return _by_windows
    for words in PLAYERS:
        program = which(words[0])
        if program is not None:
            return _by_command(program, words[1:])
    return None


def _by_command(program: str, options: Sequence[str]) -> Play:
    def play(file: Path) -> None:
        process = QProcess()
        process.setProgram(program)
        process.setArguments([*options, str(file)])
        for silenced in (process.setStandardOutputFile, process.setStandardErrorFile):
            silenced(QProcess.nullDevice())
        process.startDetached()

    return play


def _sound_effect() -> Callable[[QObject], QObject] | None:
    """Qt's own player; None where its multimedia part is not installed or lacks a library."""
    try:
        return importlib.import_module("PySide6.QtMultimedia").QSoundEffect  # type: ignore[no-any-return]
    except (ImportError, AttributeError):
        return None


def _by_qt(owner: QObject, effect: Callable[[QObject], QObject]) -> Play:
    made: dict[Path, QObject] = {}

    def play(file: Path) -> None:
        if file not in made:
            made[file] = effect(owner)
            made[file].setProperty("source", QUrl.fromLocalFile(str(file)))
        QMetaObject.invokeMethod(made[file], "play")

    return play


def _by_windows(file: Path) -> None:
    if sys.platform == "win32":
        import winsound

        winsound.PlaySound(str(file), winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT)
