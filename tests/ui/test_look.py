"""The look: every text can be read, no token is missing, themes follow the system and icons the theme."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from freezerapp import resources
from freezerapp.ui import style_sheet as sheets
from freezerapp.ui.colours import READABLE, best_on, contrast, mix, softest_on
from freezerapp.ui.look import Look, Scheme, load_fonts
from freezerapp.ui.style_sheet import style_sheet, write_marks
from freezerapp.ui.theme import Colours, Space, ThemeUnreadable, load_theme
from freezerapp.ui.widgets.tube_text import dimmed_ground

THEMES = ("light", "dark")
TEXT_ON_GROUND = [
    *[("ink", ground) for ground in ("ground", "pane", "field", "hover", "pill", "tip", "basin")],
    *[("muted", ground) for ground in ("ground", "pane", "field", "hover", "accent_ground", "pill")],
    *[("faint", ground) for ground in ("ground", "pane")],
    *[("accent", ground) for ground in ("ground", "pane", "hover")],
    ("on_accent", "accent"),
    ("on_accent", "accent_strong"),
    ("accent_text", "accent_ground"),
    *[("warning_text", ground) for ground in ("warning_ground", "pane", "ground", "hover")],
    ("ink", "warning_ground"),
    ("decide_text", "decide_ground"),
    ("on_lit", "lit"),
]


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.choose(Scheme.LIGHT)
    look.deleteLater()


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_ON_GROUND)
def test_every_text_can_be_read_on_every_ground_it_stands_on(name: str, text: str, ground: str) -> None:
    colour = load_theme(name).colour
    assert contrast(getattr(colour, text), getattr(colour, ground)) >= READABLE


@pytest.mark.parametrize("name", THEMES)
def test_text_on_every_tube_can_be_read_also_declared_and_dimmed(name: str) -> None:
    theme = load_theme(name)
    for code, (disc, text) in theme.materials.items():
        assert contrast(disc, text) >= READABLE, code
        tinted = mix(theme.colour.pane, disc, theme.tube.declared_tint)
        assert contrast(theme.colour.ink, tinted) >= READABLE, code
        dimmed = dimmed_ground(theme, disc)
        assert contrast(softest_on(dimmed, theme.colour.ink), dimmed) >= READABLE, code


@given(st.integers(0, 0xFFFFFF))
def test_whatever_colour_a_site_gives_a_material_its_text_can_be_read(number: int) -> None:
    disc, text = load_theme("light").tube_colour(f"#{number:06x}")
    assert contrast(disc, text) >= READABLE


def test_an_unknown_material_has_the_colour_of_other() -> None:
    theme = load_theme("light")
    assert theme.tube_colour("no such") == theme.materials["ZZZ"] == theme.tube_colour("#nonsense")


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(QColor("white"), QColor("black")) == pytest.approx(21.0)
    assert contrast(QColor("#777777"), QColor("white")) == pytest.approx(4.48, abs=0.01)
    assert best_on(QColor("#1F5AA6"), (QColor("black"), QColor("white"))) == QColor("white")


@pytest.mark.parametrize("name", THEMES)
def test_only_what_is_empty_looks_empty_and_fuller_is_never_paler(name: str) -> None:
    theme = load_theme(name)
    steps = [theme.ramp.index(theme.fill_colour(share / 100)) for share in range(101)]
    assert steps[0] == 0
    assert steps[1] == 1
    assert steps == sorted(steps)
    assert steps[-1] == len(theme.ramp) - 1
    assert theme.fill_colour(7.0) == theme.ramp[-1]
    assert theme.nearly_full(0.97)
    assert not theme.nearly_full(0.88)


def test_both_themes_have_the_same_distances_and_gloves_make_rows_higher() -> None:
    light, dark = load_theme("light"), load_theme("dark")
    assert light.space == dark.space
    assert light.materials == dark.materials
    assert (light.space.row, light.space.field) == (30, 34)
    gloves = load_theme("light", gloves=True)
    assert (gloves.space.row, gloves.space.field) == (44, 44)
    same = set(Space._fields) - {"row", "field"}
    assert all(getattr(gloves.space, name) == getattr(light.space, name) for name in same)


def test_the_dark_theme_says_every_colour_of_its_own() -> None:
    written = resources.load_toml("themes", "dark.toml")["colour"]
    assert isinstance(written, dict)
    assert set(written) == set(Colours._fields)


def test_a_theme_without_a_token_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = resources.load_toml("themes", "light.toml")

    def without_ink(*parts: str) -> dict[str, object]:
        colours = whole["colour"]
        assert isinstance(colours, dict)
        return {**whole, "colour": {key: value for key, value in colours.items() if key != "ink"}}

    monkeypatch.setattr(resources, "load_toml", without_ink)
    with pytest.raises(ThemeUnreadable, match="ink"):
        load_theme("light")


@pytest.mark.parametrize("name", THEMES)
def test_the_style_sheet_is_made_of_tokens_alone(name: str) -> None:
    text = style_sheet(load_theme(name))
    assert "@" not in text
    raw = resources.path("themes", "style.qss").read_text(encoding="utf-8")
    assert "#" not in raw.replace("#include", ""), "a colour of its own in the style sheet"


def test_a_word_the_theme_does_not_know_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    monkeypatch.setattr(sheets, "tokens", lambda theme: {"ink": "#000000"})
    with pytest.raises(ThemeUnreadable):
        style_sheet(load_theme("light"))


def test_every_little_picture_of_the_style_sheet_is_written(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    theme = load_theme("dark")
    write_marks(theme, folder)
    text = style_sheet(theme, folder)
    named = {part.split(")")[0] for part in text.split("url(")[1:]}
    assert named
    for file in named:
        svg = Path(file).read_bytes()
        assert b"currentColor" not in svg


def test_the_bundled_typeface_is_used_with_its_weights(qapp: QApplication, look: Look) -> None:
    assert "Inter" in load_fonts()
    for weight in (400, 600):
        info = QFontInfo(look.theme.font(20, weight))
        assert info.family() == "Inter"
        assert info.weight() == weight
        assert info.pixelSize() == 20
    assert QApplication.font().pixelSize() == 13
    tabular = look.theme.font(tabular=True)
    assert tabular.featureValue(QFont.Tag("tnum")) == 1


def test_choosing_a_theme_dresses_the_application_and_says_so(qapp: QApplication, look: Look) -> None:
    told: list[str] = []
    look.changed.connect(lambda: told.append(look.theme.name))
    look.choose(Scheme.DARK)
    assert told == ["dark"]
    assert qapp.palette().color(QPalette.ColorRole.Window) == look.theme.colour.ground
    assert look.theme.colour.pane.name() in qapp.styleSheet()
    assert qapp.style().objectName().lower() in ("fusion", "")
    look.choose(Scheme.LIGHT)
    assert told == ["dark", "light"]


def test_following_the_system_changes_with_it_and_a_chosen_theme_does_not(
    qapp: QApplication, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    look.choose(Scheme.SYSTEM)
    assert look.theme.name == "light"
    monkeypatch.setattr(look, "_wanted", lambda: "dark")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert look.theme.name == "dark"
    monkeypatch.undo()
    look.choose(Scheme.LIGHT)
    monkeypatch.setattr(look, "_wanted", lambda: "dark")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert look.theme.name == "light"


def test_icons_follow_the_theme_and_being_disabled(look: Look) -> None:
    icon = look.icon("search")

    def ink(mode: QIcon.Mode = QIcon.Mode.Normal) -> QColor:
        image = icon.pixmap(QSize(24, 24), mode).toImage()
        seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
        return max(seen, key=QColor.alpha)

    def close(one: QColor, other: QColor) -> bool:
        pairs = zip(one.getRgb(), other.getRgb(), strict=True)  # type: ignore[call-overload]
        return all(abs(a - b) <= 6 for a, b in pairs)

    assert close(ink(), look.theme.colour.ink)
    assert close(ink(QIcon.Mode.Disabled), look.theme.colour.disabled)
    look.choose(Scheme.DARK)
    assert close(ink(), look.theme.colour.ink)
    assert close(max_ink(look), look.theme.colour.accent)


def max_ink(look: Look) -> QColor:
    image = look.icon("search", "accent").pixmap(48, 48).toImage()
    return max(
        (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())),
        key=QColor.alpha,
    )


def test_icons_are_as_sharp_as_the_screen(look: Look) -> None:
    picture = look.icon("search").pixmap(QSize(18, 18), 2.0)
    assert picture.size() == QSize(36, 36)
    assert picture.devicePixelRatio() == 2.0


def test_an_icon_survives_being_copied_and_thrown_away(look: Look) -> None:
    import gc

    for _ in range(50):
        icon = look.icon("undo-2")
        copy = QIcon(icon)
        copy.addPixmap(copy.pixmap(8, 8))  # makes Qt clone what draws it
        del icon
        gc.collect()
        assert not copy.pixmap(16, 16).isNull()


def test_an_icon_that_is_not_there_is_refused_at_once(look: Look) -> None:
    with pytest.raises(resources.ResourceMissing):
        look.icon("no-such-icon")


def test_motion_stops_where_it_is_not_wanted(look: Look) -> None:
    assert look.motion(180) == 180
    look.set_still(True)
    assert look.motion(180) == 0
