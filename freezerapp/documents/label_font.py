"""Inter as it comes with the program: how wide a text is, and the fonts of a PDF."""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from freezerapp import resources
from freezerapp.documents.template import Weight

INSTEAD = "□"
"""Stands for a character that the font has not."""

_FILES = {
    Weight.REGULAR: "Inter-Regular",
    Weight.MEDIUM: "Inter-Medium",
    Weight.SEMIBOLD: "Inter-SemiBold",
    Weight.BOLD: "Inter-Bold",
}


class LabelFont(NamedTuple):
    """One weight: its name in a PDF, the height of capitals and the width of each character, in ems."""

    name: str
    capitals: float
    widths: Mapping[str, float]

    def width(self, text: str) -> float:
        """The width of a text in ems. Raises KeyError for a character the font has not (see ``shown``)."""
        return sum(map(self.widths.__getitem__, text))

    def shown(self, text: str) -> str:
        """A text with ``INSTEAD`` for every character that the font has not or that can't be seen."""
        widths = self.widths
        if all(character in widths for character in text):
            return text
        return "".join(character if character in widths else INSTEAD for character in text)


@cache
def label_font(weight: Weight) -> LabelFont:
    """The font of a weight, made known to reportlab too."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = _FILES[weight]
    made: Any = TTFont(name, str(resources.path("fonts", f"{name}.ttf")))
    pdfmetrics.registerFont(made)
    widths = {chr(code): width / 1000 for code, width in made.face.charWidths.items() if chr(code).isprintable()}
    return LabelFont(name, made.face.capHeight / 1000, widths)
