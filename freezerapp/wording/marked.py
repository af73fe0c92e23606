"""Texts in tables, marked for the translators: the extraction tool knows the function by its name."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """The text itself; it is translated where it is shown, in this context."""
    return text
