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
def font_name(weight: Weight) -> str:
    """The name of a weight in a PDF; made known to reportlab by this."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    name = _FILES[weight]
    pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{name}.ttf"))))
    return name


@cache
def label_font(weight: Weight) -> LabelFont:
    """The font of a weight, made known to reportlab too."""
    face = font_face(font_name(weight))
    widths = {chr(code): width / 1000 for code, width in face.charWidths.items() if chr(code).isprintable()}
    return LabelFont(font_name(weight), face.capHeight / 1000, widths)


def font_face(name: str) -> Any:
    """What reportlab knows of a registered font: ``charWidths`` in thousandths and ``charToGlyph``, by code point."""
    from reportlab.pdfbase import pdfmetrics

    return pdfmetrics.getFont(name).face
