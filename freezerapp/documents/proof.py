"""A template as it is being drawn: one label of it with real data, and all that is wrong with it."""

from collections.abc import Mapping
from typing import NamedTuple

from freezerapp.documents.batch import fields_used
from freezerapp.documents.drawn import DrawnCode, DrawnLabel, Flaw, Wrong
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_file import LabelFault
from freezerapp.documents.stock import Area, Cap, Feed, Lowest, Method, Stock
from freezerapp.documents.template import BadPattern, Code, Element, On, Template, Text, fits, pattern, place_of
from freezerapp.documents.template_file import TemplateFault, template_faults

UNSCANNABLE = frozenset({Wrong.CODE_TOO_SMALL, Wrong.CODE_NO_ROOM, Wrong.DOES_NOT_FIT})
"""What keeps a template from being saved, besides what makes its file impossible: no tube's data could mend it."""
_GAP = 2.0


class Finding(NamedTuple):
    """What is wrong, with which element (from 0, -1 for the whole), the text in question, and whether it is refused."""

    what: Wrong | LabelFault
    element: int
    detail: str
    refused: bool


class Proof(NamedTuple):
    """One label as it will come out on a stock.

    ``areas`` are the places of the elements in mm from the left top of the stock's label; ``piece`` and ``cap_piece``
    the parts of it that the template takes; ``modules`` how wide a module of each code is, and in how many dots.
    """

    stock: Stock
    label: DrawnLabel
    areas: tuple[Area, ...]
    piece: Area
    cap_piece: Area | None
    findings: tuple[Finding, ...]
    modules: Mapping[int, tuple[float, int]]

    @property
    def refused(self) -> bool:
        """Whether the template can't be saved as it is."""
        return any(each.refused for each in self.findings)

    def of(self, element: int) -> tuple[Finding, ...]:
        """What is wrong with one element."""
        return tuple(each for each in self.findings if each.element == element)


def proof(template: Template, stock: Stock, dpi: int, facts: Mapping[str, str]) -> Proof:
    """Draw one label of a template, however unfinished it is, and say what is wrong with it."""
    faults = tuple(template_faults(template))
    findings = [Finding(each.what, each.element, each.detail, True) for each in faults]
    if not fits(template, stock):
        findings.append(Finding(Wrong.DOES_NOT_FIT, -1, stock.title, True))
        stock = bare_stock(template)
    numbers, elements = _drawable(template, stock, faults)
    layout = LabelLayout(template._replace(elements=elements), stock, dpi)
    label = layout.draw(facts)
    told = {fault.element for fault in faults if fault.key == "text"}
    outside = {fault.element for fault in faults if fault.what is LabelFault.OVER_THE_LABEL}
    for flaw in label.flaws:
        number = numbers[flaw.element] if flaw.element >= 0 else -1
        if number in told or (flaw.what is Wrong.OUTSIDE and number in outside) or flaw.what is Wrong.CAP_ALONE:
            continue
        findings.append(_finding(flaw, number))
    # Once for each element and thing.
    findings = sorted(dict.fromkeys(findings), key=lambda each: (not each.refused, each.element))
    left, top = layout.origin(On.SIDE)
    piece = Area(left, top, template.width, template.height)
    cap_piece = None
    if template.cap and stock.cap is not None:
        cap_piece = Area(*layout.origin(On.CAP), template.cap, template.cap)
    return Proof(
        stock,
        label._replace(flaws=()),
        tuple(_area(each, layout, stock) for each in template.elements),
        piece,
        cap_piece,
        tuple(findings),
        _modules(numbers, layout, facts),
    )


def fields_shown(template: Template) -> frozenset[str]:
    """The fields that it shows or asks about, of all texts that are finished."""
    lost = {fault.element for fault in template_faults(template) if fault.key == "text"}
    finished = tuple(each for number, each in enumerate(template.elements) if number not in lost)
    return fields_used(template._replace(elements=finished))


def bare_stock(template: Template) -> Stock:
    """A label as large as a template, on no stock that there is."""
    cap = Cap(template.width + _GAP + template.cap / 2, template.cap / 2, template.cap) if template.cap else None
    width = template.width + (_GAP + template.cap if cap else 0.0)
    height = max(template.height, template.cap)
    part = Area(0, 0, template.width, template.height)
    return Stock(
        *("", template.title, "", "-", ""),
        *(Feed.ROLL, template.shape, Lowest.UNKNOWN, Method.ANY),
        *(width, height, 0.0),
        *(part, cap, None),
    )


def _finding(flaw: Flaw, number: int) -> Finding:
    return Finding(flaw.what, number, flaw.detail, flaw.what in UNSCANNABLE)


def _drawable(
    template: Template, stock: Stock, faults: tuple[TemplateFault, ...]
) -> tuple[list[int], tuple[Element, ...]]:
    """The elements that can be drawn, with their numbers: a text that is not finished stands as it is."""
    lost = {fault.element for fault in faults if fault.what is LabelFault.NO_SUCH_PICTURE}
    numbers, elements = [], []
    for number, element in enumerate(template.elements):
        if number in lost or (element.on is On.CAP and (stock.cap is None or not template.cap)):
            continue
        if isinstance(element, Text | Code):
            try:
                pattern(element.text)
            except BadPattern:
                if isinstance(element, Code):
                    continue
                element = element._replace(text=_plain(element.text))
        numbers.append(number)
        elements.append(element)
    return numbers, tuple(elements)


def _plain(text: str) -> str:
    """A text in which brackets mean nothing."""
    for sign in "{}[]":
        text = text.replace(sign, sign * 2)
    return text


def _area(element: Element, layout: LabelLayout, stock: Stock) -> Area:
    on = element.on if stock.cap is not None else On.SIDE
    left, top = layout.origin(on)
    place = place_of(element)
    return Area(place.x + left, place.y + top, place.width, place.height)


def _modules(numbers: list[int], layout: LabelLayout, facts: Mapping[str, str]) -> dict[int, tuple[float, int]]:
    found: dict[int, tuple[float, int]] = {}
    for placed in layout.placed:
        if isinstance(placed.element, Code) and placed.filled is not None and placed.shown(facts):
            items, _ = layout.fit(placed, placed.filled.filled(facts))
            for item in items:
                if isinstance(item, DrawnCode):
                    found[numbers[placed.number]] = item.module, item.dots
    return found
