"""The style sheet of the main window's own parts, beside that of Qt's widgets."""

import re

from freezerapp import resources
from freezerapp.ui.theme import Theme, tokens


def window_sheet(theme: Theme) -> str:
    """``resources/themes/window.qss`` with a theme's tokens put in; raises KeyError for an unknown one."""
    known = tokens(theme)
    text = resources.path("themes", "window.qss").read_text(encoding="utf-8")
    return re.sub(r"@(\w+)", lambda found: known[found[1]], re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
