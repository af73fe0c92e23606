"""A label as it will be printed: texts, codes, lines, frames and pictures in mm, and what is wrong with it."""

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from freezerapp.documents.codes import Modules
from freezerapp.documents.template import Weight


class Wrong(StrEnum):
    """What can be wrong with a label."""

    CODE_MISSING = "code missing"
    CODE_IMPOSSIBLE = "code impossible"
    CODE_NO_ROOM = "code has no room"
    CODE_TOO_SMALL = "code too small"
    CODE_SMALL = "code small"
    CODE_TEXT_TOO_SMALL = "code text too small"
    QUIET_HURT = "quiet zone hurt"
    TEXT_CUT = "text cut"
    NOT_IN_FONT = "characters not in the font"
    OUTSIDE = "outside the printable part"
    DOES_NOT_FIT = "does not fit"
    TOO_COLD = "not for this cold"
    CAP_ALONE = "cap alone"


REFUSED = frozenset({Wrong.CODE_MISSING, Wrong.CODE_IMPOSSIBLE, Wrong.CODE_NO_ROOM, Wrong.CODE_TOO_SMALL})
"""What keeps a label from being printed; the rest is only said."""


class Flaw(NamedTuple):
    """What is wrong, with which element (its number from 0, -1 for the whole label), and the text in question."""

    what: Wrong
    element: int = -1
    detail: str = ""


class DrawnText(NamedTuple):
    """A line of text: where its baseline begins, the size of its em, which way it runs (clockwise degrees)."""

    text: str
    x: float
    y: float
    size: float
    width: float
    weight: Weight
    rotate: int = 0


class DrawnCode(NamedTuple):
    """A code without its quiet zone: left, top, width and height as they stand on the label, and a module's width.

    ``dots`` is how many dots of the printer a module has; ``rotate`` turns it clockwise.
    """

    modules: Modules
    x: float
    y: float
    width: float
    height: float
    module: float
    dots: int
    rotate: int = 0


class DrawnLine(NamedTuple):
    """A line between two points."""

    x: float
    y: float
    x2: float
    y2: float
    thickness: float


class DrawnBox(NamedTuple):
    """A frame."""

    x: float
    y: float
    width: float
    height: float
    thickness: float
    corner: float


class DrawnImage(NamedTuple):
    """A picture from a PNG file."""

    file: str
    x: float
    y: float
    width: float
    height: float


Item: TypeAlias = DrawnText | DrawnCode | DrawnLine | DrawnBox | DrawnImage


class DrawnLabel(NamedTuple):
    """One label: whose it is, its size, what is on it, what is wrong; places count from its left top, in mm."""

    name: str
    width: float
    height: float
    items: tuple[Item, ...]
    flaws: tuple[Flaw, ...] = ()

    @property
    def refused(self) -> Flaw | None:
        """The first flaw that keeps it from being printed."""
        return next((flaw for flaw in self.flaws if flaw.what in REFUSED), None)


class LabelRemark(NamedTuple):
    """What is said of a whole print: what is wrong with labels of a stock that are printed all the same, and whose."""

    stock: str
    what: Wrong
    labels: tuple[str, ...]
