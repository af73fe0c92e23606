"""A label template: texts with fields, codes, lines, boxes and pictures, placed in millimetres."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, TypeAlias

from freezerapp.documents.codes import Symbology
from freezerapp.documents.stock import SLACK, Area, Shape, Stock

MM_PER_POINT = 25.4 / 72


class For(StrEnum):
    """What a template is a label of."""

    TUBE = "tube"
    CAP = "tube cap"
    """A dot for the lid of a tube that has a label on its side as well."""
    STRAW = "straw"
    CANE = "cane"
    BOX = "box"
    RACK = "rack"
    DRAWER = "drawer"
    FREEZER = "freezer"
    SHIPMENT = "shipment"
    COMMANDS = "commands"
    SCANNER_CARD = "scanner card"


TUBES = frozenset({For.TUBE, For.CAP, For.STRAW})
CURVED = frozenset({For.TUBE, For.CAP})
"""Where bars can only be read when they lie across the tube, as the rungs of a ladder."""

_ALWAYS = frozenset({"bank", "today"})
_OF_TUBES = _ALWAYS | {
    *("barcode", "participant", "participant:short", "visit", "visit:name", "material", "material:code", "aliquot"),
    *("volume", "concentration", "position", "box", "path", "home", "collected", "stored", "study", "site"),
    *("parent", "tail", "tube", "sprec", "line"),
}
_OF_SHIPMENTS = _ALWAYS | {"code", "from", "to", "to:address", "package", "packages", "temperature", "un"}
_OF_CONTAINERS = _ALWAYS | {"code", "name", "type", "kind", "size", "temperature", "path", "position", "inside"}
DATES = frozenset({"collected", "stored", "today"})
"""Fields that can be asked for as ``{collected:date}``, 14 Mar 2019."""

SITE_FIELD = "field:"
IN_WORDS = ":date"
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PIECE = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{([a-z]+(?::[^{}\[\]\s]+)?)\}|\[|\]|[^{}\[\]]+")


class Weight(StrEnum):
    """The weights of Inter that come with the program."""

    REGULAR = "regular"
    MEDIUM = "medium"
    SEMIBOLD = "semibold"
    BOLD = "bold"


class Align(StrEnum):
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Fit(StrEnum):
    """What is done with a text that is longer than its place: made smaller first, or cut at once, with a mark."""

    SHRINK = "shrink"
    CUT = "cut"


class On(StrEnum):
    """The piece of the label an element is on; places on the cap count from the square around it."""

    SIDE = "side"
    CAP = "cap"


class Text(NamedTuple):
    """One line of text in the middle of its place; ``size`` in points (of the em), at least ``least``."""

    text: str
    x: float
    y: float
    width: float
    height: float
    size: float
    weight: Weight = Weight.REGULAR
    align: Align = Align.LEFT
    fit: Fit = Fit.SHRINK
    least: float = 0.0
    rotate: int = 0
    on: On = On.SIDE
    when: str = ""
    text_fr: str = ""
    """The same in French; without it the text is the same in all languages."""


class Code(NamedTuple):
    """A code with its quiet zone in its place; squares or bars are ``module`` mm wide, or less if there is no room."""

    text: str
    symbology: Symbology
    x: float
    y: float
    width: float
    height: float
    module: float = 0.254
    rotate: int = 0
    on: On = On.SIDE
    when: str = ""


class Line(NamedTuple):
    """A straight line; all in mm."""

    x: float
    y: float
    x2: float
    y2: float
    thickness: float = 0.2
    on: On = On.SIDE
    when: str = ""


class Box(NamedTuple):
    """A frame, with round corners if ``corner`` says so; all in mm."""

    x: float
    y: float
    width: float
    height: float
    thickness: float = 0.2
    corner: float = 0.0
    on: On = On.SIDE
    when: str = ""


class Image(NamedTuple):
    """A PNG file that lies beside the template, scaled into its place; labels are black and white."""

    file: str
    x: float
    y: float
    width: float
    height: float
    on: On = On.SIDE
    when: str = ""


Element: TypeAlias = Text | Code | Line | Box | Image


class Template(NamedTuple):
    """What is on a label of ``width`` by ``height`` mm (and a round cap piece of ``cap`` mm), by what elements.

    ``stock`` is what it is printed on unless another is chosen; ``folder`` is where its pictures are.
    """

    name: str
    title: str
    title_fr: str
    of: For
    width: float
    height: float
    shape: Shape
    cap: float
    stock: str
    elements: tuple[Element, ...]
    folder: str = ""


def fields_of(kind: For) -> frozenset[str]:
    """The fields that a template of a kind can use, but for dates in words and site fields."""
    if kind in TUBES:
        return _OF_TUBES
    if kind is For.SHIPMENT:
        return _OF_SHIPMENTS
    return _OF_CONTAINERS if kind not in (For.COMMANDS, For.SCANNER_CARD) else _ALWAYS | {"code", "name"}


def is_field(kind: For, field: str) -> bool:
    """Whether a template of a kind can use a field, as it stands between the braces."""
    name, _, form = field.partition(":")
    if form == "date" and name in DATES:
        field = name
    return field in fields_of(kind) or (kind in TUBES and field.startswith(SITE_FIELD) and len(field) > len(SITE_FIELD))


def fits(template: Template, stock: Stock) -> bool:
    """Whether a label of a template can be printed on a stock."""
    if template.shape is not stock.shape:
        return False
    if template.width > stock.printable.width + SLACK or template.height > stock.printable.height + SLACK:
        return False
    return not template.cap or (stock.cap is not None and template.cap <= stock.cap.diameter + SLACK)


def spoken(template: Template, language: str) -> Template:
    """A template as a language (``en``, ``fr``) has it: one text for each element."""
    elements = tuple(
        each._replace(text=each.text_fr if language == "fr" and each.text_fr else each.text, text_fr="")
        if isinstance(each, Text)
        else each
        for each in template.elements
    )
    return template._replace(elements=elements)


def place_of(element: Element) -> Area:
    """The place of an element on its piece of the label."""
    if isinstance(element, Line):
        left, top = min(element.x, element.x2), min(element.y, element.y2)
        return Area(left, top, abs(element.x2 - element.x), abs(element.y2 - element.y))
    return Area(element.x, element.y, element.width, element.height)


class BadPattern(ValueError):
    """A text with brackets or braces that do not close or open."""


class Pattern(NamedTuple):
    """A text with fields, taken apart: groups of pieces; an optional group vanishes if one of its fields is empty.

    A piece is (whether it is a field, text or name).
    """

    groups: tuple[tuple[bool, tuple[tuple[bool, str], ...]], ...]

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(text for _, pieces in self.groups for is_, text in pieces if is_)

    def filled(self, facts: Mapping[str, str]) -> str:
        """The text for a thing with these facts; a fact that is not there is empty."""
        found = []
        for optional, pieces in self.groups:
            parts = [value(facts, text) if is_field_ else text for is_field_, text in pieces]
            if not (optional and any(is_ and not part for (is_, _), part in zip(pieces, parts, strict=True))):
                found += parts
        return "".join(found).strip()


@lru_cache(maxsize=1024)
def pattern(text: str) -> Pattern:
    """Take a text apart: ``{field}``, ``[shown only if its fields are known]``, doubled for the signs themselves.

    Raises BadPattern.
    """
    groups: list[tuple[bool, tuple[tuple[bool, str], ...]]] = []
    pieces: list[tuple[bool, str]] = []
    inside, at = False, 0
    while at < len(text):
        found = _PIECE.match(text, at)
        if found is None:
            raise BadPattern(text[at : at + 20])
        piece, at = found.group(), found.end()
        if piece in ("[", "]"):
            if (piece == "[") == inside:
                raise BadPattern(piece)
            groups.append((inside, tuple(pieces)))
            inside, pieces = not inside, []
        elif found.group(1):
            pieces.append((True, found.group(1)))
        else:
            pieces.append((False, piece[0] if len(piece) == 2 and piece[0] in "{}[]" else piece))
    if inside:
        raise BadPattern("[")
    groups.append((False, tuple(pieces)))
    return Pattern(tuple((optional, group) for optional, group in groups if group))


def value(facts: Mapping[str, str], field: str) -> str:
    """What a field says of a thing; a date in words where it asks for that, English ones if no others are given."""
    if field.endswith(IN_WORDS):
        return facts.get(field) or date_in_words(facts.get(field.removesuffix(IN_WORDS), ""))
    return facts.get(field, "")


def date_in_words(date: str, months: Sequence[str] = MONTHS) -> str:
    """14 Mar 2019 from 2019-03-14, and what is known of it from 2019-03 or 2019."""
    parts = date[:10].split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return date
    year, month, day = (*parts, "", "")[:3]
    if month and not 1 <= int(month) <= 12:
        return date
    parts = [str(int(day)) if day else "", months[int(month) - 1] if month else "", year]
    return " ".join(part for part in parts if part)
