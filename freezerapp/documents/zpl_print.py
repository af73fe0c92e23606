"""Labels from the facts straight to ZPL, for prints of ten thousands: the same bytes as drawn labels give, sooner.

What a text or code looks like hardly ever changes from label to label: what changes is put into what was written
before. Whatever is out of the ordinary goes the long way, through the drawn item.
"""

from collections.abc import Callable, Mapping
from operator import itemgetter
from typing import TypeAlias

from freezerapp.documents.codes import Symbology
from freezerapp.documents.drawn import DrawnCode, DrawnText, Flaw
from freezerapp.documents.label import LEAST_CODE_TEXT, LabelLayout, Placed
from freezerapp.documents.label_font import label_font
from freezerapp.documents.stock import EXACT, Calibration
from freezerapp.documents.template import IN_WORDS, Align, Code, Text
from freezerapp.documents.zpl import ESCAPES, PLAIN, field, frame

Facts: TypeAlias = Mapping[str, str]
Writer: TypeAlias = Callable[[Facts, list[Flaw]], str]

_KEPT = 2_000
_DATA, _END = "^FD", "^FS\n"
_SAFE = PLAIN - frozenset(ESCAPES) - {" "}
_KIND_OF_SIGN = str.maketrans(
    "123456789BCDEFGHIJKLMNOPQRSTUVWXYZbcdefghijklmnopqrstuvwxyz", "0" * 9 + "A" * 25 + "a" * 25
)
"""Signs that take the same room in a Data Matrix become one: texts that look alike then have symbols of one size."""


class ZplPrint:
    """Formats of labels of one layout."""

    def __init__(self, layout: LabelLayout, copies: int = 1, calibration: Calibration = EXACT) -> None:
        self._layout, self._calibration = layout, calibration
        self._head, self._tail = frame(layout.stock, layout.dpi, copies)
        self._writers = [self._writer(placed) for placed in layout.placed]

    def label(self, facts: Facts) -> tuple[str, list[Flaw]]:
        """The format of a thing with these facts, and what is wrong with it beside what always is."""
        flaws: list[Flaw] = []
        fields = "".join([write(facts, flaws) for write in self._writers])
        return f"{self._head}{fields}{self._tail}", flaws

    def _writer(self, placed: Placed) -> Writer:
        element = placed.element
        write = self._long_way(placed)
        name = _only_field(placed)
        if name and isinstance(element, Text) and element.align is Align.LEFT and element.rotate == 0:
            write = self._text(placed, element, name, write)
        elif name and isinstance(element, Code) and element.symbology is Symbology.DATA_MATRIX:
            write = self._matrix(placed, name, write)
        if not (placed.when or placed.unless):
            return write
        return lambda facts, flaws: write(facts, flaws) if placed.shown(facts) else ""

    def _long_way(self, placed: Placed) -> Writer:
        """Draw the item and write it, unless the same facts were written before."""
        if placed.filled is None:
            fixed, wrong = self._written(placed, "")

            def same(facts: Facts, flaws: list[Flaw]) -> str:
                flaws += wrong
                return fixed

            return same
        filled = placed.filled.filled
        names = sorted({name.removesuffix(IN_WORDS) for name in placed.filled.fields}) or [""]
        key_of = itemgetter(*names)
        known: dict[object, tuple[str, tuple[Flaw, ...]]] = {}

        def write(facts: Facts, flaws: list[Flaw]) -> str:
            try:
                key = key_of(facts)
            except KeyError:
                key = tuple(map(facts.get, names))
            found = known.get(key)
            if found is None:
                if len(known) >= _KEPT:
                    known.clear()
                found = known[key] = self._written(placed, filled(facts))
            if found[1]:
                flaws += found[1]
            return found[0]

        return write

    def _text(self, placed: Placed, element: Text, name: str, otherwise: Writer) -> Writer:
        """A text that is one field: where it fits as it is, only the data change."""
        (sample,), _ = self._layout.fit(placed, "0")
        assert isinstance(sample, DrawnText)
        if placed.beside_code and sample.size < LEAST_CODE_TEXT:
            return otherwise
        font = label_font(element.weight)
        width_of, room = font.widths.__getitem__, placed.area.width / sample.size
        before = self._before_data(sample)
        plain = PLAIN.issuperset

        def write(facts: Facts, flaws: list[Flaw]) -> str:
            text = facts.get(name, "")
            if text and plain(text) and " " not in (text[0], text[-1]) and sum(map(width_of, text)) <= room:
                return f"{before}{text}{_END}"
            return otherwise(facts, flaws)

        return write

    def _matrix(self, placed: Placed, name: str, otherwise: Writer) -> Writer:
        """A Data Matrix that is one field: texts that look alike have symbols of one size at one place."""
        known: dict[str, str] = {}
        safe = _SAFE.issuperset

        def write(facts: Facts, flaws: list[Flaw]) -> str:
            text = facts.get(name, "")
            if not text or not safe(text):
                return otherwise(facts, flaws)
            look = text.translate(_KIND_OF_SIGN)
            found = known.get(look)
            if found is None:
                items, wrong = self._layout.fit(placed, text)
                if wrong or not items or not isinstance(items[0], DrawnCode):
                    return otherwise(facts, flaws)
                if len(known) >= _KEPT:
                    known.clear()
                found = known[look] = self._before_data(items[0])
            return f"{found}{text}{_END}"

        return write

    def _written(self, placed: Placed, text: str) -> tuple[str, tuple[Flaw, ...]]:
        items, flaws = self._layout.fit(placed, text)
        return "".join(field(item, self._layout.dot, self._calibration) for item in items), flaws

    def _before_data(self, item: DrawnText | DrawnCode) -> str:
        written = field(item, self._layout.dot, self._calibration)
        return written[: written.index(_DATA) + len(_DATA)]


def _only_field(placed: Placed) -> str:
    """The name of the field that is all of an element's text; nothing where there is more to it."""
    groups = placed.filled.groups if placed.filled is not None else ()
    if len(groups) != 1 or len(groups[0][1]) != 1:
        return ""
    is_field, name = groups[0][1][0]
    return name if is_field and not name.endswith(IN_WORDS) else ""
