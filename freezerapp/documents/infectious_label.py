"""The label of class 6.2 for infectious substances: three crescents on a circle, words below, a six in the corner.

As the model regulations have it: a diamond of sides of 100 mm with its inner line 5 mm inside the edge, the symbol in
the upper half, the words and the figure in the lower one, all black on white. The symbol is made of circles, as it was
published in 1967; its units are those of ``CRESCENT`` and the others here.
"""

import math
from collections.abc import Sequence

from freezerapp.documents.page import MM
from freezerapp.documents.pen import BLACK, WHITE, Pen
from freezerapp.documents.template import Weight

SIDE, INSIDE = 101.0, 5.0
"""Sides, and from the edge to the inner line, in mm."""
FIGURE, TITLE, NOTICE, SMALLER = 11.0, 4.2, 2.5, 2.1
"""Height of the capitals in mm; the notice is smaller where it has more than a FEW lines."""
FEW = 3
UNIT = 0.92 * MM
CRESCENT, HOLLOW, CIRCLE, MIDDLE = 15.0, 10.5, (8.0, 11.5), 3.0
"""Radii: of the crescents, of what is hollowed out of them, of the circle they lie on, of the hole in the middle."""
OUT, FURTHER = 11.0, 15.0
"""How far from the middle the crescents and their hollows have theirs."""
OPENING, GAP = 4.0, 1.0
"""Between the points of a crescent, and between a crescent and the circle."""
_TURNS = tuple(math.radians(turn) for turn in (90, 210, 330))
_BOLD = Weight.BOLD
_STEPS = 24


def draw_label(pen: Pen, x: float, y: float, title: Sequence[str], notice: Sequence[str], figure_size: float) -> None:
    """Draw the label around a middle, in points; texts are fitted to what the diamond leaves at their height.

    ``figure_size`` is the size in points at which capitals are FIGURE mm high; other sizes follow from it.
    """
    reach = SIDE * MM / math.sqrt(2)
    pen.outline(_diamond(x, y, reach - 0.7), 1.0, BLACK)
    inner = reach - INSIDE * MM * math.sqrt(2)
    pen.outline(_diamond(x, y, inner), 1.4, BLACK)
    _symbol(pen, x, y - 25.5 * MM)
    base = y + 1.5 * MM
    for texts, height in ((title, TITLE), (notice, NOTICE if len(notice) <= FEW else SMALLER)):
        size = figure_size * height / FIGURE
        bases = [base + line * height * 1.62 * MM for line in range(1, len(texts) + 1)]
        room = [2 * (inner - (each - y)) - 4 * MM for each in bases]
        wide = [pen.letters.width(text, size, _BOLD) for text in texts]
        size *= min(1.0, *(has / needs for has, needs in zip(room, wide, strict=True)))
        for text, each in zip(texts, bases, strict=True):
            pen.centre(x, each, text, size, _BOLD, BLACK)
        base = bases[-1] + 1.0 * MM
    pen.centre(x, y + inner - 11 * MM, "6", figure_size, _BOLD, BLACK)


def _symbol(pen: Pen, x: float, y: float) -> None:
    """Three black discs hollowed by white ones, cut open outside and in the middle; the circle shows in the hollows."""

    def at(far: float, turn: float) -> tuple[float, float]:
        return x + far * UNIT * math.cos(turn), y - far * UNIT * math.sin(turn)

    pen.discs([at(OUT, turn) for turn in _TURNS], 2 * CRESCENT * UNIT, BLACK)
    pen.discs([at(FURTHER, turn) for turn in _TURNS], 2 * HOLLOW * UNIT, WHITE)
    pen.discs([(x, y)], 2 * MIDDLE * UNIT, WHITE)
    for turn in _TURNS:
        pen.line(*at(FURTHER, turn), *at(OUT + CRESCENT + 1, turn), OPENING * UNIT, WHITE)
        pen.line(*at(0, turn), *at(FURTHER, turn), GAP * UNIT, WHITE)
        pen.shape([at(*each) for each in _arc(turn)], BLACK)


def _arc(turn: float) -> list[tuple[float, float]]:
    """The part of the circle that shows in one hollow, as polar places: it ends a gap before the crescent."""
    near, far = CIRCLE
    clear = HOLLOW - GAP

    def half(radius: float) -> float:
        return math.acos((radius**2 + FURTHER**2 - clear**2) / (2 * radius * FURTHER))

    def along(radius: float, begin: float, end: float) -> list[tuple[float, float]]:
        return [(radius, turn + begin + (end - begin) * step / _STEPS) for step in range(_STEPS + 1)]

    radii = [near + (far - near) * step / _STEPS for step in range(1, _STEPS)]
    there = [(radius, turn + half(radius)) for radius in radii]
    back = [(radius, turn - half(radius)) for radius in reversed(radii)]
    return along(near, -half(near), half(near)) + there + along(far, half(far), -half(far)) + back


def _diamond(x: float, y: float, reach: float) -> list[tuple[float, float]]:
    return [(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)]
