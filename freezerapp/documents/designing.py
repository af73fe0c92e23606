"""What a hand does to a template: elements are put on it, moved and resized on a grid, and taken away again."""

import math
from collections.abc import Iterator
from enum import StrEnum

from freezerapp.documents.codes import Symbology
from freezerapp.documents.stock import Area, Shape, Stock
from freezerapp.documents.template import (
    CURVED,
    MM_PER_POINT,
    Box,
    Code,
    Element,
    For,
    Image,
    Line,
    On,
    Template,
    Text,
    place_of,
)

GRID = 0.5
"""Millimetres from one line of the grid to the next."""
LEAST_PLACE = GRID
"""No element is made smaller than this, in mm."""
SIZES = {
    Symbology.DATA_MATRIX: (6.5, 6.5),
    Symbology.DATA_MATRIX_RECTANGLE: (11.0, 5.5),
    Symbology.QR: (10.0, 10.0),
    Symbology.MICRO_QR: (7.0, 7.0),
    Symbology.CODE_128: (26.0, 8.0),
}
"""Width and height in mm that a new code has, where there is room."""
TEXT_POINTS, TEXT_WIDTH = 6.0, 16.0
"""Size of a new text, and the mm it is wide where there is room."""
_ORDER: tuple[type[Element], ...] = (Text, Code, Line, Box, Image)


class Handle(StrEnum):
    """Where an element is held to resize it: an edge or a corner by compass, or an end of a line."""

    NORTH_WEST = "nw"
    NORTH = "n"
    NORTH_EAST = "ne"
    EAST = "e"
    SOUTH_EAST = "se"
    SOUTH = "s"
    SOUTH_WEST = "sw"
    WEST = "w"
    START = "start"
    END = "end"


FRAME = tuple(handle for handle in Handle if handle not in (Handle.START, Handle.END))


def snapped(mm: float) -> float:
    """The nearest line of the grid."""
    return round(mm / GRID) * GRID


def stepped(mm: float, steps: int) -> float:
    """So many lines of the grid further on; what lies between two lines goes to the next one first."""
    if not steps:
        return mm
    at = mm / GRID
    line = math.floor(at + 1e-6) if steps > 0 else math.ceil(at - 1e-6)
    return (line + steps) * GRID


def handles(element: Element) -> tuple[Handle, ...]:
    """By what an element is held."""
    return (Handle.START, Handle.END) if isinstance(element, Line) else FRAME


def room_of(template: Template, on: On) -> Area:
    """The piece of the label that elements on it lie in."""
    if on is On.CAP:
        return Area(0, 0, template.cap, template.cap)
    return Area(0, 0, template.width, template.height)


def moved(template: Template, element: Element, across: float, down: float) -> Element:
    """An element dragged by so many mm: its left top comes to lie on the grid, and it stays on its piece."""
    place = place_of(element)
    return _put(template, element, snapped(place.x + across), snapped(place.y + down))


def nudged(template: Template, element: Element, across: int, down: int) -> Element:
    """An element moved by so many lines of the grid."""
    place = place_of(element)
    return _put(template, element, stepped(place.x, across), stepped(place.y, down))


def resized(template: Template, element: Element, handle: Handle, across: float, down: float) -> Element:
    """An element whose edge, corner or end was dragged by so many mm; that comes to lie on the grid."""
    room = room_of(template, element.on)
    if isinstance(element, Line):
        if handle is Handle.START:
            x, y = _within(element.x + across, room.width), _within(element.y + down, room.height)
            return element._replace(x=x, y=y)
        x, y = _within(element.x2 + across, room.width), _within(element.y2 + down, room.height)
        return element._replace(x2=x, y2=y)
    left, top, right, bottom = element.x, element.y, element.x + element.width, element.y + element.height
    if "w" in handle.value:
        left = min(_within(left + across, room.width), right - LEAST_PLACE)
    if "e" in handle.value:
        right = max(_within(right + across, room.width), left + LEAST_PLACE)
    if "n" in handle.value:
        top = min(_within(top + down, room.height), bottom - LEAST_PLACE)
    if "s" in handle.value:
        bottom = max(_within(bottom + down, room.height), top + LEAST_PLACE)
    return element._replace(x=_mm(left), y=_mm(top), width=_mm(right - left), height=_mm(bottom - top))


def grown(template: Template, element: Element, across: int, down: int) -> Element:
    """An element made wider and higher by so many lines of the grid, or smaller."""
    room = room_of(template, element.on)
    if isinstance(element, Line):
        x2 = max(0.0, min(room.width, stepped(element.x2, across)))
        y2 = max(0.0, min(room.height, stepped(element.y2, down)))
        return element._replace(x2=_mm(x2), y2=_mm(y2))
    right, bottom = stepped(element.x + element.width, across), stepped(element.y + element.height, down)
    width = max(LEAST_PLACE, min(room.width - element.x, right - element.x)) if across else element.width
    height = max(LEAST_PLACE, min(room.height - element.y, bottom - element.y)) if down else element.height
    return element._replace(width=_mm(width), height=_mm(height))


def with_element(template: Template, number: int, element: Element) -> Template:
    """A template with another element in the place of one."""
    elements = (*template.elements[:number], element, *template.elements[number + 1 :])
    return template._replace(elements=elements)


def without(template: Template, number: int) -> Template:
    """A template with one element less."""
    return template._replace(elements=(*template.elements[:number], *template.elements[number + 1 :]))


def with_new(template: Template, element: Element) -> tuple[Template, int]:
    """A template with one element more, in the order of its file; and which number it has."""
    rank = _ORDER.index(type(element))
    number = sum(_ORDER.index(type(each)) <= rank for each in template.elements)
    elements = (*template.elements[:number], element, *template.elements[number:])
    return template._replace(elements=elements), number


def with_text(template: Template, text: str, on: On = On.SIDE) -> tuple[Template, int]:
    """A template with one more text, where there is room; and its number."""
    height = round(TEXT_POINTS * MM_PER_POINT * 1.2 / GRID + 0.49) * GRID
    place = _free(template, TEXT_WIDTH, height, on)
    return with_new(template, Text(text, *place, TEXT_POINTS, least=round(TEXT_POINTS * 0.7, 3), on=on))


def with_code(template: Template, text: str, symbology: Symbology, on: On = On.SIDE) -> tuple[Template, int]:
    """A template with one more code, and with the readable text that belongs to it if none is there; and its number.

    Bars on a tube lie across it, as the rungs of a ladder.
    """
    width, height = SIZES[symbology]
    turned = symbology is Symbology.CODE_128 and template.of in CURVED
    if turned:
        width, height = height, width
    code = Code(text, symbology, *_free(template, width, height, on), rotate=90 if turned else 0, on=on)
    found, number = with_new(template, code)
    if not any(isinstance(each, Text) and each.text == text and not each.when for each in template.elements):
        found, _ = with_text(found, text, on)
        number += 1
    return found, number


def with_line(template: Template) -> tuple[Template, int]:
    """A template with one more line; and its number."""
    place = _free(template, 10.0, GRID, On.SIDE)
    return with_new(template, Line(place.x, place.y, _mm(place.x + place.width), place.y))


def with_box(template: Template) -> tuple[Template, int]:
    """A template with one more frame; and its number."""
    return with_new(template, Box(*_free(template, 8.0, 5.0, On.SIDE)))


def with_image(template: Template, file: str, ratio: float) -> tuple[Template, int]:
    """A template with a picture, whose width is ``ratio`` times its height; and its number."""
    height = 6.0 if ratio <= 1 else max(LEAST_PLACE, snapped(6.0 / ratio))
    width = max(LEAST_PLACE, snapped(height * ratio))
    return with_new(template, Image(file, *_free(template, width, height, On.SIDE)))


def new_template(stock: Stock, of: For, title: str = "", title_fr: str = "") -> Template:
    """A template without elements that fills the printable part of a stock."""
    part, cap = stock.printable, stock.cap.diameter if stock.cap else 0.0
    return Template("", title, title_fr or title, of, part.width, part.height, stock.shape, cap, stock.name, ())


def filling(template: Template, stock: Stock) -> Template:
    """A template as large as the printable part of a stock; its elements stay where they are."""
    part, cap = stock.printable, stock.cap.diameter if stock.cap else 0.0
    height = part.width if stock.shape is Shape.ROUND else part.height
    return template._replace(shape=stock.shape, width=part.width, height=height, cap=cap, stock=stock.name)


def _put(template: Template, element: Element, x: float, y: float) -> Element:
    """An element with its left top there, or as near as its piece allows."""
    place, room = place_of(element), room_of(template, element.on)
    x = max(0.0, min(room.width - place.width, x))
    y = max(0.0, min(room.height - place.height, y))
    if isinstance(element, Line):
        across, down = x - place.x, y - place.y
        return element._replace(
            x=_mm(element.x + across), y=_mm(element.y + down), x2=_mm(element.x2 + across), y2=_mm(element.y2 + down)
        )
    return element._replace(x=_mm(x), y=_mm(y))


def _within(mm: float, most: float) -> float:
    """On the grid, or at the very edge of the piece."""
    return max(0.0, min(most, snapped(mm)))


def _mm(mm: float) -> float:
    """As files keep it, without what sums of fractions leave behind."""
    return round(mm, 3)


def _free(template: Template, width: float, height: float, on: On) -> Area:
    """A place of this size, or smaller on a small label, over which nothing lies; else the left top."""
    room = room_of(template, on)
    width, height = (max(LEAST_PLACE, min(each, most)) for each, most in ((width, room.width), (height, room.height)))
    taken = [place_of(each) for each in template.elements if each.on is on]
    for x, y in _spots(room, width, height):
        found = Area(x, y, width, height)
        if not any(found.meets(each) for each in taken):
            return found
    return Area(0.0, 0.0, _mm(width), _mm(height))


def _spots(room: Area, width: float, height: float) -> Iterator[tuple[float, float]]:
    """The places of the grid, line by line, a little inside the edge first."""
    for line in range(int((room.height - height) / GRID + 1e-6) + 1):
        for column in range(int((room.width - width) / GRID + 1e-6) + 1):
            yield column * GRID, line * GRID
