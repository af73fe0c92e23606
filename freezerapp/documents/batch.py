"""One print: a template on a stock, label after label, and what is to be said of it at the end."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import BinaryIO, TypeAlias

from freezerapp.documents.drawn import REFUSED, DrawnLabel, Flaw, LabelRemark, Wrong
from freezerapp.documents.label import LabelLayout, LabelRefused, name_of
from freezerapp.documents.label_sheets import Written, write_pdf, write_whole
from freezerapp.documents.stock import EXACT, Calibration, Stock
from freezerapp.documents.template import SITE_FIELD, Code, Template, Text, pattern
from freezerapp.documents.zpl_print import ZplPrint
from freezerapp.domain.temperature import Temperature

Thing: TypeAlias = tuple[Mapping[str, str], Temperature | None]
"""What is known of a thing, by the names of the fields, and the class of cold it is kept in."""

AT_ONCE = 500
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

    def labels(self, things: Iterable[Thing]) -> Iterator[DrawnLabel]:
        """The labels of things by their facts, with the class of cold they are kept in."""
        for facts, temperature in things:
            label = self.layout.draw(facts, temperature)
            self.drawn += 1
            if label.flaws:
                self._note(label.name, label.flaws)
            yield label

    def formats(self, things: Iterable[Thing], calibration: Calibration = EXACT) -> Iterator[str]:
        """The labels of things in ZPL, as ``zpl`` writes drawn ones, put right for one printer.

        Raises LabelRefused where one would not scan.
        """
        label, flaws_at = ZplPrint(self.layout, self.copies, calibration).label, self.layout.flaws_at
        last, standing = None, flaws_at(None)
        for facts, temperature in things:
            text, flaws = label(facts)
            self.drawn += 1
            if temperature is not last:
                last, standing = temperature, flaws_at(temperature)
            if flaws or standing:
                flaws += standing
                for flaw in flaws:
                    if flaw.what in REFUSED:
                        raise LabelRefused(name_of(facts), flaw.what, flaw.detail)
                self._note(name_of(facts), flaws)
            yield text

    def _note(self, name: str, flaws: Iterable[Flaw]) -> None:
        for what in {flaw.what for flaw in flaws}:
            named = self._flaws.setdefault(what, [])
            if len(named) <= NAMED:
                named.append(name)

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

    def write_zpl(self, to: Path | BinaryIO, things: Iterable[Thing]) -> Written:
        """Write the labels of things as ZPL, the copies made by the printer.

        Raises LabelRefused for a label that would not scan and LabelsNotWritten.
        """
        formats = self.formats(things)

        def fill(file: BinaryIO) -> Written:
            while part := "".join(islice(formats, AT_ONCE)):
                file.write(part.encode("ascii"))
            return Written(self.drawn, self.drawn, 0)

        return write_whole(to, fill)


def fields_used(template: Template) -> frozenset[str]:
    """The fields that a template shows or asks about; ``collected`` for ``collected:date``, site fields whole."""
    found: set[str] = set()
    for element in template.elements:
        if isinstance(element, Text | Code):
            found |= pattern(element.text).fields
        if element.when:
            found.add(element.when.removeprefix("not "))
    return frozenset(found | {each.partition(":")[0] for each in found if not each.startswith(SITE_FIELD)})
