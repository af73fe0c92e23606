"""The style sheet of Qt's own widgets: the tokens of a theme put into ``resources/themes/style.qss``."""

import re
from pathlib import Path

from freezerapp import resources
from freezerapp.ui.icons import coloured, drawing
from freezerapp.ui.theme import Theme, ThemeUnreadable, tokens

_MARKS = {  # the word in the style sheet: which icon, in which colour of the theme
    "mark_down": ("chevron-down", "muted"),
    "mark_down_off": ("chevron-down", "disabled"),
    "mark_up": ("chevron-up", "muted"),
    "mark_up_off": ("chevron-up", "disabled"),
    "mark_right": ("chevron-right", "muted"),
    "mark_check": ("check", "on_accent"),
    "mark_check_ink": ("check", "ink"),
    "mark_part": ("minus", "on_accent"),
    "mark_dot": ("dot", "on_accent"),
}
_HEAD = b'<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
_DRAWN_HERE = {  # marks simpler than any icon
    "chevron-up": _HEAD + b'<path d="M6 15l6-6 6 6" fill="none" stroke="currentColor" stroke-width="2"/></svg>',
    "minus": _HEAD + b'<path d="M6 12h12" fill="none" stroke="currentColor" stroke-width="3"/></svg>',
    "dot": _HEAD + b'<circle cx="12" cy="12" r="6" fill="currentColor"/></svg>',
}


def style_sheet(theme: Theme, marks: Path | None = None) -> str:
    """The whole sheet for ``theme``; ``marks`` is the folder ``write_marks`` filled (None: no arrows and
    ticks).

    Raises ``ThemeUnreadable`` when the sheet asks for a token the theme does not have.
    """
    known = tokens(theme)
    for word in _MARKS:
        known[word] = "" if marks is None else (marks / f"{theme.name}-{word}.svg").as_posix()

    def value(found: re.Match[str]) -> str:
        if found[1] not in known:
            raise ThemeUnreadable(theme.name, found[1])
        return known[found[1]]

    text = resources.path("themes", "style.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", value, re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))


def write_marks(theme: Theme, folder: Path) -> None:
    """Write the little arrows and ticks of this theme into ``folder``: a style sheet can name pictures by
    file only.
    """
    for word, (name, colour) in _MARKS.items():
        svg = _DRAWN_HERE.get(name) or drawing(name)
        file = folder / f"{theme.name}-{word}.svg"
        file.write_bytes(coloured(svg, getattr(theme.colour, colour)))
