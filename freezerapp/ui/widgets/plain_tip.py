"""Words for a resting pointer, shown letter by letter: a name that looks like markup stays a name."""

_MARKUP = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "\n": "<br>"})


def plain_tip(text: str) -> str:
    """``text`` made safe for a Qt tool tip, lines kept; empty stays empty (no tip)."""
    return f"<qt>{text.translate(_MARKUP)}</qt>" if text else ""
