"""Colours as the eye sees them: how bright, how far apart, whether words can be read on them."""

from collections.abc import Iterable

from PySide6.QtGui import QColor

READABLE = 4.5
"""Least contrast of text, WCAG 2.2 success criterion 1.4.3 (AA)."""


def luminance(colour: QColor) -> float:
    """Relative luminance from 0 (black) to 1 (white), as WCAG 2.2 defines it for sRGB.

    Opacity does not count.
    """
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    """Contrast ratio of two opaque colours, from 1 (the same) to 21 (black and white), as WCAG 2.2 defines
    it.
    """
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(ground: QColor, colour: QColor, share: float) -> QColor:
    """``colour`` laid over ``ground`` with an opacity of ``share`` (0 to 1); the result is opaque."""
    rest = 1.0 - share
    return QColor.fromRgbF(
        ground.redF() * rest + colour.redF() * share,
        ground.greenF() * rest + colour.greenF() * share,
        ground.blueF() * rest + colour.blueF() * share,
    )


def best_on(ground: QColor, choices: Iterable[QColor]) -> QColor:
    """The one of ``choices`` that reads best on ``ground``; the first of equals."""
    return max(choices, key=lambda colour: contrast(colour, ground))


def softest_on(ground: QColor, ink: QColor, least: float = READABLE) -> QColor:
    """``ink`` thinned towards ``ground`` as far as ``least`` contrast allows; ``ink`` itself if it has no
    more.
    """
    share = 1.0
    while share > 0.05 and contrast(mix(ground, ink, share - 0.05), ground) >= least:
        share -= 0.05
    return mix(ground, ink, share)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
