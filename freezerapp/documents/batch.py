"""One print: a template on a stock, label after label, and what is to be said of it at the end."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.drawn import DrawnLabel, LabelRemark, Wrong
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_sheets import Written, write_pdf
from freezerapp.documents.stock import EXACT, Calibration, Stock
from freezerapp.documents.template import SITE_FIELD, Code, Template, Text, pattern
from freezerapp.documents.zpl import write_zpl
from freezerapp.domain.temperature import Temperature

NAMED = 5
"""How many labels a remark names; the rest is told by dots."""


class Batch:
    """Labels made one after the other as they are asked for: none is kept, their flaws are.

    Raises TemplateDoesNotFit.
    """

    def __init__(self, template: Template, stock: Stock, dpi: int, copies: int = 1) -> None:
        self.template, self.stock, self.dpi, self.copies = template, stock, dpi, copies
        self.layout = LabelLayout(template, stock, dpi)
        self.drawn = 0
        self._flaws: dict[Wrong, list[str]] = {}

    @property
    def fields(self) -> frozenset[str]:
        """The fields that its labels show, without their form: what must be looked up."""
        return fields_used(self.template)

    def labels(self, things: Iterable[tuple[Mapping[str, str], Temperature | None]]) -> Iterator[DrawnLabel]:
        """The labels of things by their facts, with the class of cold they are kept in."""
        for facts, temperature in things:
            label = self.layout.draw(facts, temperature)
            self.drawn += 1
            for what in {flaw.what for flaw in label.flaws}:
                named = self._flaws.setdefault(what, [])
                if len(named) <= NAMED:
                    named.append(label.name)
            yield label

    def remarks(self) -> list[LabelRemark]:
        """What is to be said of the labels drawn so far, each kind of flaw once."""
        return [
            LabelRemark(self.stock.title, what, tuple([*names[:NAMED], "…"] if len(names) > NAMED else names))
            for what, names in self._flaws.items()
        ]

    def write_pdf(
        self,
        to: Path | BinaryIO,
        labels: Iterable[DrawnLabel],
        *,
        start: int = 0,
        used: Iterable[int] = (),
        calibration: Calibration = EXACT,
    ) -> Written:
        """Write labels as PDF, each as often as copies are wanted. Raises as ``label_sheets.write_pdf``."""
        several = (label for label in labels for _ in range(self.copies))
        return write_pdf(
            to,
            several,
            self.stock,
            dpi=self.dpi,
            start=start,
            used=used,
            calibration=calibration,
            title=self.template.title,
        )

    def write_zpl(self, to: Path | BinaryIO, labels: Iterable[DrawnLabel]) -> Written:
        """Write labels as ZPL, the copies made by the printer. Raises as ``zpl.write_zpl``."""
        return write_zpl(to, labels, self.stock, dpi=self.dpi, copies=self.copies)


def fields_used(template: Template) -> frozenset[str]:
    """The fields that a template shows or asks about; ``collected`` for ``collected:date``, site fields whole."""
    found: set[str] = set()
    for element in template.elements:
        if isinstance(element, Text | Code):
            found |= pattern(element.text).fields
        if element.when:
            found.add(element.when.removeprefix("not "))
    return frozenset(found | {each.partition(":")[0] for each in found if not each.startswith(SITE_FIELD)})
