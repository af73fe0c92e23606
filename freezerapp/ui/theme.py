"""A theme: every colour, distance and type size of one look, read from its file as one frozen value."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette

from freezerapp import resources
from freezerapp.domain.colour_keys import NOTHING, OTHERS, category_key, level_key
from freezerapp.ui.colours import best_on

OTHER = "ZZZ"
"""Colour key of materials that have no colour of their own."""


class ThemeUnreadable(ValueError):
    """A theme file lacks a token or says something else in its place. Facts: ``theme``, ``token``."""

    def __init__(self, theme: str, token: str) -> None:
        super().__init__(f"theme {theme!r}: {token}")
        self.theme, self.token = theme, token


class TubeColour(NamedTuple):
    """What a tube is drawn with: the colour of its disc, and of the text on it."""

    disc: QColor
    text: QColor


class Colours(NamedTuple):
    """Colours by what they are for; the comments beside them are in the theme files."""

    ground: QColor
    pane: QColor
    line: QColor
    card_border: QColor
    field: QColor
    field_border: QColor
    hover: QColor
    ink: QColor
    muted: QColor
    faint: QColor
    disabled: QColor
    accent: QColor
    accent_strong: QColor
    on_accent: QColor
    accent_ground: QColor
    accent_text: QColor
    warning_text: QColor
    warning_ground: QColor
    warning_bar: QColor
    decide_text: QColor
    decide_ground: QColor
    selection_ring: QColor
    lit: QColor
    on_lit: QColor
    track: QColor
    pill: QColor
    basin: QColor
    basin_border: QColor
    tip: QColor
    drag_shadow: QColor


class Tube(NamedTuple):
    """How tubes are drawn; lengths in px, shares and alphas from 0 to 1."""

    ink: QColor
    paper: QColor
    share: float
    least: float
    most: float
    inner_ring_inset: float
    inner_ring_alpha: float
    ring_width: float
    ring_gap: float
    match_width: float
    dimmed: float
    declared_tint: float
    declared_width: float
    hatch_gap: float
    hatch_width: float
    placed_ms: float


class Space(NamedTuple):
    """Distances in px."""

    unit: float
    page_margin: float
    row: float
    field: float
    toolbar: float
    tree_indent: float
    radius_button: float
    radius_field: float
    radius_card: float
    radius_box: float
    border: float
    box_border: float
    tree_width: float
    inspector_width: float
    fold_below: float
    thumbnail: float
    card_width: float
    fill_bar_width: float
    fill_bar_height: float
    icon: float


class Type(NamedTuple):
    """Typefaces and their sizes in px."""

    family: str
    mono_families: tuple[str, ...]
    body: int
    secondary: int
    caption: int
    section: int
    title: int
    page_title: int


class Theme(NamedTuple):
    """One look, whole. Everything painted takes its figures from here."""

    name: str
    dark: bool
    colour: Colours
    ramp: tuple[QColor, ...]
    bar: QColor
    nearly_full_from: float
    materials: Mapping[str, TubeColour]
    categories: Mapping[str, TubeColour]
    tube: Tube
    space: Space
    type: Type
    motion_short: int
    motion_long: int

    def fill_colour(self, fraction: float) -> QColor:
        """The step of the ramp for a share filled, 0 to 1; the first means empty, nothing else looks so."""
        if fraction <= 0.0:
            return self.ramp[0]
        steps = len(self.ramp) - 1
        return self.ramp[min(steps, 1 + int(min(fraction, 1.0) * steps - 1e-9))]

    def nearly_full(self, fraction: float) -> bool:
        """Whether a fill bar warns at this share filled."""
        return fraction >= self.nearly_full_from

    def tube_colour(self, key: str) -> TubeColour:
        """Disc and text colour for a key; an unknown one is "other".

        Keys: a material's code, ``category:3``, ``category:others``, ``category:none``, ``level:2``, or a site's
        ``#RRGGBB``.
        """
        if key.startswith("#") and QColor.isValidColorName(key):
            disc = QColor(key)
            return TubeColour(disc, best_on(disc, (self.tube.paper, self.tube.ink, QColor("black"))))
        return self.materials.get(key) or self.categories.get(key) or self.materials[OTHER]

    def font(self, px: float | None = None, weight: int = 400, *, tabular: bool = False) -> QFont:
        """The text face, ``px`` high (default: body); ``tabular`` for columns: figures of one width."""
        return QFont(_face(self.type.family, self.type.body if px is None else px, weight, tabular))

    def mono(self, px: float | None = None, weight: int = 400) -> QFont:
        """The face for codes that are compared letter by letter."""
        return QFont(_mono_face(self.type.mono_families, self.type.secondary if px is None else px, weight))

    def palette(self) -> QPalette:
        """All of Qt's own colour roles in this theme, for what paints itself without the style sheet."""
        colour = self.colour
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, value in (
            (roles.Window, colour.ground),
            (roles.WindowText, colour.ink),
            (roles.Base, colour.pane),
            (roles.AlternateBase, colour.ground),
            (roles.Text, colour.ink),
            (roles.Button, colour.pane),
            (roles.ButtonText, colour.ink),
            (roles.BrightText, colour.warning_text),
            (roles.ToolTipBase, colour.tip),
            (roles.ToolTipText, colour.ink),
            (roles.PlaceholderText, colour.muted),
            (roles.Highlight, colour.accent),
            (roles.HighlightedText, colour.on_accent),
            (roles.Accent, colour.accent),
            (roles.Link, colour.accent),
            (roles.LinkVisited, colour.accent),
            (roles.Light, colour.pane),
            (roles.Midlight, colour.hover),
            (roles.Mid, colour.line),
            (roles.Dark, colour.field_border),
            (roles.Shadow, colour.card_border),
        ):
            palette.setColor(role, value)
        for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.HighlightedText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, colour.disabled)
        palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, colour.track)
        return palette


def load_theme(name: str, *, gloves: bool = False) -> Theme:
    """The theme in ``resources/themes/NAME.toml``; with ``gloves`` rows and buttons are made for gloved
    hands.

    Raises ``ThemeUnreadable`` when a token is missing or of another kind, and what ``resources.load_toml``
    raises.
    """
    tables = _read(name)
    try:
        space = {**tables["space"], **(tables["gloves"] if gloves else {})}
        materials = {code: _tube_colour(entry) for code, entry in tables["material"].items()}
        tube = {**tables["tube"]} | {word: _colour(tables["tube"][word]) for word in ("ink", "paper")}
        words = {**tables["type"], "mono_families": tuple(tables["type"]["mono_families"])}
        if OTHER not in materials:
            raise KeyError(OTHER)
        return Theme(
            name=str(tables["name"]),
            dark=bool(tables["dark"]),
            colour=Colours(**{word: _colour(value) for word, value in tables["colour"].items()}),
            ramp=tuple(_colour(step) for step in tables["fill"]["ramp"]),
            bar=_colour(tables["fill"]["bar"]),
            nearly_full_from=float(tables["fill"]["nearly_full"]),
            materials=materials,
            categories=_categories(tables.get("categories", {})),
            tube=Tube(**tube),
            space=Space(**space),
            type=Type(**words),
            motion_short=int(tables["motion"]["short"]),
            motion_long=int(tables["motion"]["long"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ThemeUnreadable(name, str(error)) from error


def tokens(theme: Theme) -> dict[str, str]:
    """The words the style sheet may use, each with its text: colours by name, lengths as ``NAME_px``."""
    space, words = theme.space, theme.type
    found = {name: colour.name() for name, colour in theme.colour._asdict().items()}
    for part in (space, words):
        for name, value in part._asdict().items():
            if isinstance(value, int | float):
                found[f"{name}_px"] = f"{value:g}px"
    found["mono"] = ", ".join(f'"{family}"' for family in (*words.mono_families, "monospace"))
    found["field_inner_px"] = f"{space.field - 2 * space.border:g}px"
    found["field_focus_px"] = f"{space.field - 4 * space.border:g}px"
    found["toolbar_inner_px"] = f"{space.toolbar - 2 * space.border:g}px"
    return found


def _read(name: str) -> dict[str, Any]:
    tables: dict[str, Any] = dict(resources.load_toml("themes", f"{name}.toml"))
    base = tables.pop("based_on", None)
    if base is None:
        return tables
    whole = _read(str(base))
    for word, value in tables.items():
        whole[word] = {**whole[word], **value} if isinstance(value, dict) and word in whole else value
    return whole


def _colour(text: object) -> QColor:
    if not isinstance(text, str) or not QColor.isValidColorName(text):
        raise ValueError(f"{text!r} is not a colour")
    return QColor(text)


def _tube_colour(entry: Mapping[str, object]) -> TubeColour:
    return TubeColour(_colour(entry["colour"]), _colour(entry["text"]))


def _categories(table: Mapping[str, Any]) -> dict[str, TubeColour]:
    """The colours of facts other than the material, by ``domain.colour_keys``; a theme may have none."""
    found = {category_key(number): _tube_colour(entry) for number, entry in enumerate(table.get("colours", ()))}
    found |= {level_key(level): _tube_colour(entry) for level, entry in enumerate(table.get("levels", ()))}
    for key, word in ((OTHERS, "others"), (NOTHING, "none")):
        if word in table:
            found[key] = _tube_colour(table[word])
    return found


@lru_cache(maxsize=64)
def _face(family: str, px: float, weight: int, tabular: bool) -> QFont:
    """Kept, since rows ask for their fonts at each painting; who gets one makes a copy."""
    return _sized(QFont(family), px, weight, tabular)


@lru_cache(maxsize=64)
def _mono_face(wanted: tuple[str, ...], px: float, weight: int) -> QFont:
    known = set(QFontDatabase.families())
    families = [name for name in wanted if name in known]
    font = QFont(families) if families else QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setStyleHint(QFont.StyleHint.Monospace)
    return _sized(font, px, weight, False)


def _sized(font: QFont, px: float, weight: int, tabular: bool) -> QFont:
    font.setPixelSize(max(1, round(px)))
    font.setWeight(QFont.Weight(weight))
    # Letters stand where the typeface wants them; only heights are fitted to the screen's pixels.
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
