"""What draws on the pages of papers: texts, lines, frames, discs and codes, in points from the left top of a page."""

import re
from collections.abc import Iterable

from freezerapp.documents.codes import Modules
from freezerapp.documents.ink import Ink, frame, mask
from freezerapp.documents.label_font import font_name
from freezerapp.documents.lettering import Lettering
from freezerapp.documents.template import Weight

INK = "#1B2733"
MUTED = "#5B6B7A"
HAIRLINE = "#DDE3E9"
BORDER = "#CFD8E0"
FIELD = "#8895A1"
"""What is written on by hand, and what must stay seen on a bad copy."""
WHITE = "#FFFFFF"
BLACK = "#000000"

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_READABLE = 4.5


class Pen:
    """Draws on one page after the other; what is set already is not set again."""

    def __init__(self, ink: Ink, height: float, letters: Lettering) -> None:
        self.ink, self.height, self.letters = ink, height, letters
        self._parts: list[str] = []
        self._fill = self._stroke = self._font = ""
        self._line = -1.0

    def page(self) -> None:
        """Go to the next page."""
        self.ink.write("\n".join(self._parts))
        self._parts.clear()
        self._fill = self._stroke = self._font = ""
        self._line = -1.0
        self.ink.page()

    def text(
        self, x: float, y: float, text: str, size: float, weight: Weight = Weight.REGULAR, colour: str = INK
    ) -> None:
        """Write a line whose baseline begins there."""
        self.texts([(x, y, text)], size, weight, colour)

    def texts(
        self,
        lines: Iterable[tuple[float, float, str]],
        size: float,
        weight: Weight = Weight.REGULAR,
        colour: str = INK,
    ) -> None:
        """Write lines that look the same, each with where its baseline begins."""
        self.filled(colour)
        height, font, parts = self.height, self._font, ["BT"]
        letters, runs, inter = self.letters.runs, self.ink.runs, font_name(weight)
        plain, ending = self.letters.plain, f" {size:.2f} Tf"
        for x, y, text in lines:
            place = f"1 0 0 1 {x:.2f} {height - y:.2f} Tm"
            for name, run in ((inter, text),) if plain else letters(text, weight):
                for subset, written in runs(run, name):
                    wanted = subset + ending
                    if wanted != font:
                        font = wanted
                        place = f"{wanted} {place}"
                    parts.append(f"{place} ({written}) Tj")
                    place = ""
        parts.append("ET")
        self._font = font
        self._parts.append(" ".join(parts))

    def right(
        self, x: float, y: float, text: str, size: float, weight: Weight = Weight.REGULAR, colour: str = INK
    ) -> None:
        """Write a line whose baseline ends there."""
        self.text(x - self.letters.width(text, size, weight), y, text, size, weight, colour)

    def centre(
        self, x: float, y: float, text: str, size: float, weight: Weight = Weight.REGULAR, colour: str = INK
    ) -> None:
        """Write a line around the middle of its baseline."""
        self.text(x - self.letters.width(text, size, weight) / 2, y, text, size, weight, colour)

    def line(self, x: float, y: float, x2: float, y2: float, width: float = 0.5, colour: str = HAIRLINE) -> None:
        """Draw a straight line."""
        self._stroked(colour, width)
        self._parts.append(f"{x:.2f} {self.height - y:.2f} m {x2:.2f} {self.height - y2:.2f} l S")

    def lines(self, x: float, x2: float, ys: Iterable[float], width: float = 0.5, colour: str = HAIRLINE) -> None:
        """Draw level lines from ``x`` to ``x2``."""
        self._stroked(colour, width)
        height = self.height
        path = " ".join([f"{x:.2f} {height - y:.2f} m {x2:.2f} {height - y:.2f} l" for y in ys])
        if path:
            self._parts.append(f"{path} S")

    def frame(
        self, x: float, y: float, width: float, height: float, *, corner: float = 0.0, line: float = 0.75,
        colour: str = BORDER,
    ) -> None:  # fmt: skip
        """Draw the outline of a box."""
        self._stroked(colour, line)
        self._parts.append(f"{frame(x, self.height - y, width, height, corner)} S")

    def area(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a box."""
        self.filled(colour)
        self._parts.append(f"{frame(x, self.height - y, width, height, 0)} f")

    def shape(self, points: Iterable[tuple[float, float]], colour: str) -> None:
        """Fill what lies between points."""
        self.filled(colour)
        self._parts.append(f"{self._path(points)} h f")

    def outline(self, points: Iterable[tuple[float, float]], width: float, colour: str) -> None:
        """Draw the closed line through points, with pointed corners."""
        self._stroked(colour, width)
        self._parts.append(f"0 j {self._path(points)} h S")

    def discs(self, places: Iterable[tuple[float, float]], across: float, colour: str) -> None:
        """Fill discs around these middles: each is a dot of a round pen, a fifth of what four curves take."""
        self._stroked(colour, across)
        height = self.height
        dots = " ".join([f"{x:.2f} {height - y:.2f} m {x + 0.01:.2f} {height - y:.2f} l" for x, y in places])
        if dots:
            self._parts.append(f"1 J {dots} S 0 J")

    def rings(self, places: Iterable[tuple[float, float]], across: float, width: float, colour: str) -> None:
        """Draw circles around these middles."""
        self._stroked(colour, width)
        half, height = across / 2, self.height
        paths = [frame(x - half, height - y + half, across, across, half) for x, y in places]
        if paths:
            self._parts.append(f"{' '.join(paths)} S")

    def code(self, modules: Modules, x: float, y: float, width: float, height: float) -> None:
        """Draw a code without its quiet zone into this place."""
        self.filled(BLACK)
        matrix = f"{width:.4f} 0 0 {height:.4f} {x:.4f} {self.height - y - height:.4f}"
        self._parts.append(f"q {matrix} cm {mask(modules)} Q")

    def filled(self, colour: str) -> None:
        """Set the colour of texts and areas."""
        if colour != self._fill:
            self._fill = colour
            self._parts.append(f"{_parted(colour)} rg")

    def _stroked(self, colour: str, width: float) -> None:
        if colour != self._stroke:
            self._stroke = colour
            self._parts.append(f"{_parted(colour)} RG")
        if width != self._line:
            self._line = width
            self._parts.append(f"{width:.2f} w")

    def _path(self, points: Iterable[tuple[float, float]]) -> str:
        first, *others = [f"{x:.2f} {self.height - y:.2f}" for x, y in points]
        return f"{first} m {' '.join(f'{each} l' for each in others)}"


def is_colour(text: str) -> bool:
    """Whether a text is a colour as #RRGGBB."""
    return _COLOUR.fullmatch(text) is not None


def text_on(colour: str) -> str:
    """The colour of text that is read best on a ground: ink or white with 4.5:1, or black where neither has it."""
    return next((each for each in (INK, WHITE) if contrast(each, colour) >= _READABLE), BLACK)


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG 2 counts it, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    def linear(part: int) -> float:
        value = part / 255
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[at : at + 2], 16)) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _parted(colour: str) -> str:
    return " ".join(f"{int(colour[at : at + 2], 16) / 255:.3f}" for at in (1, 3, 5))
