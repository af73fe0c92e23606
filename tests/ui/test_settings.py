"""Preferences: kept across starts, and never the cause of a failed start."""

from pathlib import Path

from freezerapp.ui.settings import LANGUAGE, RECENT, RECENT_KEPT, SCALE, THEME, Settings


def test_what_was_chosen_is_there_at_the_next_start(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    Settings(file).put(THEME, "dark")
    Settings(file).put(SCALE, 150)
    again = Settings(file)
    assert again.get(THEME) == "dark"
    assert again.get(SCALE) == 150
    assert again.get(LANGUAGE) == "system"


def test_a_value_that_cannot_be_is_as_if_never_chosen(tmp_path: Path) -> None:
    file = tmp_path / "settings.ini"
    file.write_text("[look]\ntheme=purple\nscale=9000\nlanguage=\n", encoding="utf-8")
    settings = Settings(file)
    assert settings.get(THEME) == "system"
    assert settings.get(SCALE) == 100
    assert settings.get(LANGUAGE) == "system"


def test_the_last_opened_bank_stands_first_and_only_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.ini")
    for name in ("a", "b", "a"):
        settings.remember_bank(tmp_path / f"{name}.freezer")
    assert [Path(text).stem for text in settings.get(RECENT)] == ["a", "b"]
    settings.forget_bank(tmp_path / "a.freezer")
    assert [Path(text).stem for text in settings.get(RECENT)] == ["b"]
    for number in range(RECENT_KEPT + 5):
        settings.remember_bank(tmp_path / f"{number}.freezer")
    assert len(Settings(tmp_path / "settings.ini").get(RECENT)) == RECENT_KEPT
