"""Tones tell how a scan went; they never stop the work and can be switched off."""

import time
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.domain.scan_target import Tone
from freezerapp.ui import sounds
from freezerapp.ui.settings import Settings
from freezerapp.ui.sounds import MELODIES, RATE, Sounds, player


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.mark.parametrize("tone", list(Tone))
def test_each_tone_is_a_file_of_its_own(tone: Tone, kept: Settings, tmp_path: Path, qapp: QApplication) -> None:
    played: list[Path] = []
    Sounds(kept, tmp_path / "cache", played.append).play(tone)
    with wave.open(str(played[0]), "rb") as file:
        frames = file.readframes(file.getnframes())
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        assert file.getnframes() == sum(RATE * note.ms // 1000 for note in MELODIES[tone])
    levels = memoryview(frames).cast("h")
    assert levels[0] == 0
    assert abs(levels[-1]) < 1_500  # it fades: no click
    assert 5_000 < max(levels) < 20_000


def test_no_two_tones_are_alike() -> None:
    assert len(set(MELODIES.values())) == len(Tone)


def test_tones_can_be_switched_off_and_stay_off(kept: Settings, tmp_path: Path, qapp: QApplication) -> None:
    played: list[Path] = []
    made = Sounds(kept, tmp_path / "cache", played.append)
    made.switch(False)
    made.play(Tone.RIGHT)
    assert not Sounds(kept, tmp_path / "cache", played.append).on
    assert played == []
    assert not (tmp_path / "cache").exists()
    made.switch(True)
    made.play(Tone.RIGHT)
    assert len(played) == 1


def test_a_folder_that_cannot_be_written_is_only_silent(kept: Settings, tmp_path: Path, qapp: QApplication) -> None:
    (tmp_path / "file").write_text("")
    played: list[Path] = []
    Sounds(kept, tmp_path / "file" / "cache", played.append).play(Tone.WRONG)
    assert played == []


def test_a_machine_that_can_play_nothing_is_silent(
    kept: Settings, tmp_path: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sounds, "player", lambda _owner: None)
    made = Sounds(kept, tmp_path / "cache")
    made.play(Tone.WRONG)
    made.play(Tone.WRONG)
    assert not (tmp_path / "cache").exists()


@pytest.mark.skipif(sounds.sys.platform == "win32", reason="Windows plays by itself")
def test_a_command_of_the_machine_plays_without_being_waited_for(
    kept: Settings, tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here a player that hangs; also what it says is heard by nobody."""
    monkeypatch.setattr(sounds, "_sound_effect", lambda: None)
    told = tmp_path / "told"
    script = tmp_path / "paplay"
    script.write_text(f'#!/bin/sh\necho noise\nprintf "%s" "$1" > "{told}.part"\nmv "{told}.part" "{told}"\nsleep 3\n')
    script.chmod(0o755)
    owner = QObject()
    found = player(owner, lambda name: str(script) if name == "paplay" else None)
    made = Sounds(kept, tmp_path / "cache", found)
    made.switch(True)
    made._files = made._prepare()
    before = time.monotonic()
    made.play(Tone.RIGHT)
    assert time.monotonic() - before < 1.0
    qtbot.waitUntil(told.exists, timeout=5_000)
    assert told.read_text() == str(tmp_path / "cache" / "right.wav")
    assert player(owner, lambda _name: None) is None


def test_qt_plays_where_its_multimedia_part_is_there(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[str] = []

    class Effect(QObject):
        @Slot()
        def play(self) -> None:
            played.append(self.property("source").toLocalFile())

    monkeypatch.setattr(sounds, "_sound_effect", lambda: Effect)
    owner = QObject()
    play = player(owner)
    assert play is not None
    play(tmp_path / "right.wav")
    play(tmp_path / "right.wav")
    assert played == [str(tmp_path / "right.wav")] * 2
    assert len(owner.children()) == 1
