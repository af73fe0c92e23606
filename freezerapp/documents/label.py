"""A template on a stock becomes labels: each text measured and fitted, each code in whole dots of the printer."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from freezerapp.documents.codes import LEAST_QUIET, QUIET, Modules, NotInSymbology, TooLongForSymbology, encode
from freezerapp.documents.drawn import (
    DrawnBox,
    DrawnCode,
    DrawnImage,
    DrawnLabel,
    DrawnLine,
    DrawnText,
    Flaw,
    Item,
    Wrong,
)
from freezerapp.documents.label_font import LabelFont, label_font
from freezerapp.documents.stock import Area, Shape, Stock, suits_cold
from freezerapp.documents.template import (
    MM_PER_POINT,
    Align,
    Box,
    Code,
    Element,
    Fit,
    For,
    Image,
    Line,
    On,
    Pattern,
    Template,
    Text,
    fits,
    pattern,
    place_of,
    value,
)
from freezerapp.domain.problems import Problem
from freezerapp.domain.temperature import Temperature

MM_PER_INCH = 25.4
LEAST_MODULE, GOOD_MODULE = 0.17, 0.25
"""Modules are refused and warned of below these mm, both read to 0.01: 2 dots at 300 dpi are 0.169 mm and scan."""
LEAST_CODE_TEXT = 1.0
"""Ems in mm below which nobody reads the text of a code."""
CUT = "…"
_KEPT = 2_000


class TemplateDoesNotFit(Problem):
    """A template is larger than the printable part of a stock, or of another shape.

    Facts: the names of both, and the templates that fit, as far as they are known.
    """

    def __init__(self, template: str, stock: str, near: tuple[str, ...] = ()) -> None:
        super().__init__(template, stock, near)
        self.template, self.stock, self.near = template, stock, near


class LabelRefused(Problem):
    """A label that would not scan is not printed. Facts: whose it is, what is wrong, the text in question."""

    def __init__(self, label: str, what: Wrong, detail: str = "") -> None:
        super().__init__(label, what, detail)
        self.label, self.what, self.detail = label, what, detail


class Placed(NamedTuple):
    """An element with its text taken apart and its place on the stock.

    ``beside_code``: its text is the readable text of a code. ``fitted`` keeps what was drawn for some texts.
    """

    number: int
    element: Element
    filled: Pattern | None
    when: str
    unless: str
    area: Area
    beside_code: bool
    fitted: dict[str, tuple[tuple[Item, ...], tuple[Flaw, ...]]]

    def shown(self, facts: Mapping[str, str]) -> bool:
        """Whether the element's rule lets it be on the label of a thing with these facts."""
        return not ((self.when and not value(facts, self.when)) or (self.unless and value(facts, self.unless)))


class LabelLayout:
    """A template laid out on a stock for a printer of ``dpi`` dots per inch: facts in, drawn labels out.

    Raises TemplateDoesNotFit.
    """

    def __init__(self, template: Template, stock: Stock, dpi: int) -> None:
        if not fits(template, stock):
            raise TemplateDoesNotFit(template.name, stock.name)
        self.template, self.stock, self.dpi = template, stock, dpi
        self._bears: dict[Temperature, bool] = {}
        self.dot = MM_PER_INCH / dpi
        self._fonts: dict[str, LabelFont] = {}
        part = stock.printable
        self._left = part.x + (part.width - template.width) / 2
        self._top = part.y + (part.height - template.height) / 2
        codes = {each.text for each in template.elements if isinstance(each, Code)}
        self.placed = [self._place(number, each, codes) for number, each in enumerate(template.elements)]
        self.flaws = tuple(self._standing_flaws())
        """What is wrong whatever the facts are."""

    def draw(self, facts: Mapping[str, str], temperature: Temperature | None = None) -> DrawnLabel:
        """The label of a thing with these facts, kept in this class of cold."""
        items: list[Item] = []
        flaws = self.flaws_at(temperature)
        for placed in self.placed:
            if not placed.shown(facts):
                continue
            text = placed.filled.filled(facts) if placed.filled is not None else ""
            found = placed.fitted.get(text)
            if found is None:
                found = self.fit(placed, text)
                if len(placed.fitted) >= _KEPT:
                    placed.fitted.clear()
                placed.fitted[text] = found
            items += found[0]
            if found[1]:
                flaws = (*flaws, *found[1])
        return DrawnLabel(name_of(facts), self.stock.width, self.stock.height, tuple(items), flaws)

    def flaws_at(self, temperature: Temperature | None) -> tuple[Flaw, ...]:
        """What is wrong with every label of things kept in a class of cold."""
        if temperature is None:
            return self.flaws
        if temperature not in self._bears:
            self._bears[temperature] = suits_cold(self.stock, temperature)
        return self.flaws if self._bears[temperature] else (*self.flaws, Flaw(Wrong.TOO_COLD, -1, temperature.value))

    def origin(self, on: On) -> tuple[float, float]:
        """Where the places of a piece count from, in mm from the left top of the stock's label."""
        cap = self.stock.cap
        if on is not On.CAP:
            return self._left, self._top
        assert cap is not None, "fits() says so"
        return cap.x - self.template.cap / 2, cap.y - self.template.cap / 2

    def _place(self, number: int, element: Element, codes: set[str]) -> Placed:
        place = place_of(element)
        left, top = self.origin(element.on)
        area = Area(place.x + left, place.y + top, place.width, place.height)
        text = element.text if isinstance(element, Text | Code) else ""
        unless = element.when.removeprefix("not ") if element.when.startswith("not ") else ""
        return Placed(
            number,
            element,
            pattern(text) if text else None,
            "" if unless else element.when,
            unless,
            area,
            isinstance(element, Text) and text in codes,
            {},
        )

    def _standing_flaws(self) -> Iterator[Flaw]:
        if self.template.of is For.CAP:
            yield Flaw(Wrong.CAP_ALONE)
        for placed in self.placed:
            if not self._on_its_piece(placed.area, placed.element.on):
                yield Flaw(Wrong.OUTSIDE, placed.number)
            if isinstance(placed.element, Code):
                # A code keeps to its place together with its quiet zone: only what is laid over the place can hurt.
                for other in self.placed:
                    if other.number != placed.number and placed.area.meets(other.area) and not _around(other, placed):
                        yield Flaw(Wrong.QUIET_HURT, placed.number)
                        break

    def _on_its_piece(self, area: Area, on: On) -> bool:
        cap = self.stock.cap
        if on is On.CAP and cap is not None:
            return _in_circle(area, cap.x, cap.y, cap.diameter / 2)
        if self.stock.shape is Shape.ROUND:
            radius = self.stock.width / 2
            return _in_circle(area, radius, radius, radius)
        return self.stock.printable.holds(area)

    def fit(self, placed: Placed, text: str) -> tuple[tuple[Item, ...], tuple[Flaw, ...]]:
        """One element with its text filled in: what is drawn of it, and what is wrong with that."""
        element, area = placed.element, placed.area
        if isinstance(element, Text):
            return self._text(placed, element, text) if text else ((), ())
        if isinstance(element, Code):
            return self._code(placed, element, text)
        if isinstance(element, Box):
            return (DrawnBox(*area, element.thickness, element.corner),), ()
        if isinstance(element, Image):
            return (DrawnImage(f"{self.template.folder}/{element.file}", *area),), ()
        return (self._line(area, element),), ()

    def _line(self, area: Area, element: Line) -> DrawnLine:
        across, down = area.x - min(element.x, element.x2), area.y - min(element.y, element.y2)
        x, y, x2, y2 = element.x + across, element.y + down, element.x2 + across, element.y2 + down
        return DrawnLine(x, y, x2, y2, element.thickness)

    def _text(self, placed: Placed, element: Text, text: str) -> tuple[tuple[Item, ...], tuple[Flaw, ...]]:
        font, area = self._font(element), placed.area
        flaws: list[Flaw] = []
        shown = font.shown(text)
        if shown != text:
            # What stands beside a code must be the code, character for character.
            what = Wrong.CODE_IMPOSSIBLE if placed.beside_code else Wrong.NOT_IN_FONT
            flaws.append(Flaw(what, placed.number, text))
        room = area.width if element.rotate in (0, 180) else area.height
        ems, size = font.width(shown), element.size * MM_PER_POINT
        if ems * size > room:
            least = 0.0 if placed.beside_code else element.least * MM_PER_POINT
            size = max(least, room / ems) if element.fit is Fit.SHRINK or placed.beside_code else size
            if ems * size > room * 1.0001:
                shown, ems = _cut(font, shown, room / size)
                flaws.append(Flaw(Wrong.TEXT_CUT, placed.number, text))
        if placed.beside_code and size < LEAST_CODE_TEXT:
            flaws.append(Flaw(Wrong.CODE_TEXT_TOO_SMALL, placed.number, text))
        spare = room - ems * size
        before = {Align.LEFT: 0.0, Align.CENTRE: spare / 2, Align.RIGHT: spare}[element.align]
        x, y = _baseline(area, element.rotate, before, font.capitals * size)
        return (DrawnText(shown, x, y, size, ems * size, element.weight, element.rotate),), tuple(flaws)

    def _font(self, element: Text) -> LabelFont:
        found = self._fonts.get(element.weight)
        if found is None:
            found = self._fonts[element.weight] = label_font(element.weight)
        return found

    def _code(self, placed: Placed, element: Code, text: str) -> tuple[tuple[Item, ...], tuple[Flaw, ...]]:
        if not text:
            return (), (Flaw(Wrong.CODE_MISSING, placed.number, element.text),)
        try:
            modules = encode(text, element.symbology)
        except (NotInSymbology, TooLongForSymbology):
            return (), (Flaw(Wrong.CODE_IMPOSSIBLE, placed.number, text),)
        area, dot = placed.area, self.dot
        along, across = (area.width, area.height) if element.rotate in (0, 180) else (area.height, area.width)
        quiet, flaws = QUIET[element.symbology], []
        columns, rows = modules.columns, modules.rows
        wanted = max(1, round(element.module / dot))
        dots = min(wanted, _most_dots(modules, along, across, quiet, dot))
        if dots * dot < min(GOOD_MODULE, element.module) - 0.005:
            # Rather less white than Data Matrix is given, as much as it needs, than smaller squares.
            dots = min(wanted, _most_dots(modules, along, across, LEAST_QUIET[element.symbology], dot))
        if dots < 1:
            return (), (Flaw(Wrong.CODE_NO_ROOM, placed.number, text),)
        module = dots * dot
        if round(module, 2) < LEAST_MODULE:
            flaws.append(Flaw(Wrong.CODE_TOO_SMALL, placed.number, f"{module:.3f} mm"))
        elif round(module, 2) < GOOD_MODULE:
            flaws.append(Flaw(Wrong.CODE_SMALL, placed.number, f"{module:.3f} mm"))
        width = columns * module
        height = int(across / dot + 0.001) * dot if modules.is_bars else rows * module
        if element.rotate in (90, 270):
            width, height = height, width
        x, y = area.x + (area.width - width) / 2, area.y + (area.height - height) / 2
        code = DrawnCode(modules, x, y, width, height, module, dots, element.rotate)
        return (code,), tuple(flaws)


def name_of(facts: Mapping[str, str]) -> str:
    """What a thing is called when its label is spoken of."""
    return facts.get("barcode") or facts.get("code") or facts.get("name", "")


def _most_dots(modules: Modules, along: float, across: float, quiet: int, dot: float) -> int:
    """How many dots a module can have so that a code and its quiet zone have room."""
    most = along / (modules.columns + 2 * quiet)
    if not modules.is_bars:
        most = min(most, across / (modules.rows + 2 * quiet))
    return int(most / dot + 0.001)


def _around(other: Placed, code: Placed) -> bool:
    """Whether a frame lies around the whole place of a code and not through it."""
    if not isinstance(other.element, Box):
        return False
    half = other.element.thickness / 2
    inner = Area(other.area.x + half, other.area.y + half, other.area.width - 2 * half, other.area.height - 2 * half)
    return inner.holds(code.area)


def _in_circle(area: Area, x: float, y: float, radius: float) -> bool:
    corners = ((across, down) for across in (area.x, area.right) for down in (area.y, area.bottom))
    return all((across - x) ** 2 + (down - y) ** 2 <= (radius + 0.05) ** 2 for across, down in corners)


def _cut(font: LabelFont, text: str, ems: float) -> tuple[str, float]:
    """The longest beginning of a text that has room together with the mark of a cut, and its width."""
    mark = font.width(CUT)
    width, kept = 0.0, 0
    for character in text:
        step = font.widths[character]
        if width + step + mark > ems:
            break
        width += step
        kept += 1
    shown = text[:kept].rstrip() + CUT
    return shown, font.width(shown)


def _baseline(area: Area, rotate: int, before: float, capitals: float) -> tuple[float, float]:
    """Where a line of text begins so that its capitals stand in the middle of its place."""
    if rotate == 0:
        return area.x + before, area.y + (area.height + capitals) / 2
    if rotate == 90:
        return area.x + (area.width - capitals) / 2, area.y + before
    if rotate == 180:
        return area.right - before, area.y + (area.height - capitals) / 2
    return area.x + (area.width + capitals) / 2, area.bottom - before
