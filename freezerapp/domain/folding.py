"""Text as the search compares it: without case, without accents, without characters that nobody can see."""

import unicodedata
from collections.abc import Iterable

_ALIKE = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        **dict.fromkeys("‘’‛ʼ´", "'"),
        **dict.fromkeys("‐‑‒–—−", "-"),
    }
)
"""Letters that carry their accent inside, and the apostrophes and dashes that word processors put in."""


def fold(text: str) -> str:
    """The text as it is compared: "Éprouvette" and "eprouvette" are the same.

    Case and accents go, ligatures fall apart, typographic apostrophes and dashes become the plain ones,
    control characters and lone surrogates become spaces, invisible marks (soft hyphen, byte order mark …)
    are dropped. Spaces keep their number. Folding twice changes nothing more.
    """
    if text.isascii():
        return text.lower() if text.isprintable() else visible(text.lower())
    plain = text.casefold()
    # Taking an accent off can leave a letter that folds further, and folding can bring an accent forth.
    while (shorter := _without_accents(visible(plain)).casefold()) != plain:
        plain = shorter
    return plain


def fold_all(texts: Iterable[str | None]) -> tuple[str, ...]:
    """Those of the texts that say something, folded."""
    return tuple(fold(text) for text in texts if text)


def visible(text: str) -> str:
    """The text with a space for each control character, and without what can't be seen at all."""
    if text.isprintable():
        return text
    return "".join(_seen(sign) for sign in text)


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in parts if not unicodedata.combining(sign))
    # Composed again, so that a syllable of Hangul is one letter and not three.
    return unicodedata.normalize("NFC", bare).translate(_ALIKE)


def _seen(sign: str) -> str:
    if sign.isprintable():
        return sign
    # Zs is a space of some width, Cc a control character, Cs half a character; the rest can't be seen at all.
    return "" if unicodedata.category(sign) == "Cf" else " "
