"""Words for a resting pointer, shown letter by letter: a name that looks like markup stays a name."""

from html import escape


def plain_tip(text: str) -> str:
    """``text`` made safe for a Qt tool tip, lines kept; empty stays empty (no tip)."""
    return f"<qt>{escape(text).replace(chr(10), '<br>')}</qt>" if text else ""
