"""What labels will come out: which tubes or containers, in what order, on which page; read and drawn on threads."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale

from freezerapp.documents.batch import Batch, Thing
from freezerapp.documents.drawn import DrawnLabel, LabelRemark
from freezerapp.documents.label import LabelRefused
from freezerapp.documents.label_file import BadLabelFile
from freezerapp.documents.label_folders import label_folder
from freezerapp.documents.label_language import telling
from freezerapp.documents.label_sheets import write_pdf
from freezerapp.documents.preview import Picture, page_picture
from freezerapp.documents.stock import EXACT, Calibration, Stock, shipped_stock
from freezerapp.documents.template import TUBES, For, Template, fits, spoken
from freezerapp.documents.template_file import shipped_templates
from freezerapp.domain.ordering import natural_key

if TYPE_CHECKING:
    from freezerapp.storage.finding import Readable
    from freezerapp.storage.rows.labels import LabelFacts
    from freezerapp.storage.rows.labels_printed import Standing
    from freezerapp.storage.rows.storage import Storage

AT_ONCE = 400
CARDS = frozenset({For.COMMANDS, For.SCANNER_CARD})
"""Labels of nothing in the bank: what a scanner reads as an order, or learns from."""
LOOKED_THROUGH = 2_000
"""Labels that are all drawn before they are printed, to say what is wrong with them; of more, only those seen."""
BY_BOX, BY_RACK, BY_LIST, BY_CODE = "box", "rack", "list", "code"
"""As they stand, box after box; the same, each box column by column as rack scanners read; as listed; by code."""


NO_CODES: Mapping[int, str] = {}


class What(NamedTuple):
    """Things that can be labelled: tubes (all of a box, where ``box`` is given), containers or packages.

    Files take ``name``. ``parcel``: the shipment whose packages, or over-labels of tubes, they are.
    """

    said: str
    of: For
    ids: tuple[int, ...]
    box: int | None = None
    name: str = ""
    parcel: int | None = None

    @property
    def is_tubes(self) -> bool:
        return self.of in TUBES


class Asked(NamedTuple):
    """All that decides what comes out."""

    what: What
    template: Template
    stock: Stock
    dpi: int
    order: str = BY_BOX
    copies: int = 1
    only_new: bool = False
    start: int = 0
    used: frozenset[int] = frozenset()
    calibration: Calibration = EXACT


class Chosen(NamedTuple):
    """What gets a label, in order; who is left out as consent is on hold; who of the rest had labels, and how many."""

    ids: tuple[int, ...]
    held: tuple[str, ...]
    printed: Mapping[int, int]
    all: int
    """How many there are with those that have a label already."""
    codes: Mapping[int, str] = NO_CODES
    """Codes for containers that have none, which their labels show already and which they get before printing."""

    @property
    def again(self) -> int:
        """How many of them get a further label."""
        return sum(map(self.printed.__contains__, self.ids)) if self.printed else 0


class Page(NamedTuple):
    """One page as it will come out; ``refused`` is a label of it that would not scan."""

    asked: Asked
    chosen: Chosen
    number: int
    pages: int
    picture: Picture | None
    remarks: tuple[LabelRemark, ...]
    refused: LabelRefused | None


class Library(NamedTuple):
    """Templates and stock by name, and the file of the user that can't be used."""

    templates: Mapping[str, Template]
    stocks: Mapping[str, Stock]
    problem: BadLabelFile | None


def library() -> Library:
    """What there is to print with, templates in the language of the screen.

    Where a file of the user's own is wrong, only what comes with the program.
    """
    problem = None
    try:
        templates, stocks = shipped_templates(label_folder("templates")), shipped_stock(label_folder("stock"))
    except BadLabelFile as wrong:
        templates, stocks, problem = shipped_templates(), shipped_stock(), wrong
    in_language = {name: spoken(each, language()) for name, each in templates.items()}
    return Library(in_language, stocks, problem)


def language() -> str:
    """The language of labels: that of the screen, as far as they have it."""
    return "fr" if QLocale().language() is QLocale.Language.French else "en"


def templates_for(known: Library, of: For) -> list[Template]:
    """The templates that label a kind of thing and for which there is stock; for tubes those for the side first."""
    kinds = (For.TUBE, For.STRAW, For.CAP) if of in TUBES else (of,)
    stocks = known.stocks.values()
    found = [each for each in known.templates.values() if each.of in kinds and any(fits(each, one) for one in stocks)]
    return sorted(found, key=lambda each: (kinds.index(each.of), natural_key(each.title)))


def stocks_for(known: Library, template: Template) -> list[Stock]:
    """The stock that a template fits."""
    found = [each for each in known.stocks.values() if fits(template, each)]
    return sorted(found, key=lambda each: natural_key(each.title))


def places_on_first(asked: Asked) -> tuple[int, ...]:
    """The places of the first page that are printed on, as ``label_sheets`` takes them."""
    whole = range(asked.stock.per_page)
    return tuple(place for place in whole[asked.start :] if place not in asked.used) or tuple(whole)


def page_count(asked: Asked, labels: int) -> int:
    """How many pages so many labels take."""
    slots = labels * asked.copies
    rest = slots - len(places_on_first(asked))
    return 0 if not slots else 1 + max(0, -(-rest // asked.stock.per_page))


class Labelling:
    """Reads one open bank. Its methods are called on threads; what was read once is kept."""

    def __init__(self, bank: "Readable", tree: "Storage") -> None:
        self._bank = bank
        self._tree = tree
        self._short: Mapping[str, str] | None = None
        self._always: Mapping[str, str] = {}
        self._ids: dict[What, tuple[int, ...]] = {}
        self._sorted: dict[tuple[What, str], tuple[int, ...]] = {}
        self._standing: dict[What, Standing] = {}
        self._codes: dict[What, Mapping[int, str]] = {}
        self._looked_at: Asked | None = None

    def chosen(self, what: What, order: str, only_new: bool) -> Chosen:
        """What gets a label, in order."""
        ids = self._in_order(what, order)
        if not what.is_tubes:
            return Chosen(ids, (), {}, len(ids), self._codes_for(what))
        found = self._stand(what)
        held = tuple(found.barcodes[key] for key in ids if key in found.held and key in found.barcodes)
        free = [key for key in ids if key not in found.held and key in found.barcodes]
        printed = found.printed if what.parcel is None else {}  # an over-label is always a further one
        new = tuple(key for key in free if key not in printed) if only_new else tuple(free)
        return Chosen(new, held, printed, len(free))

    def page(self, asked: Asked, number: int, dpi: float) -> Page:
        """One page, from 0, drawn with so many dots per inch."""
        self._looked_at = asked
        chosen = self.chosen(asked.what, asked.order, asked.only_new)
        pages = page_count(asked, len(chosen.ids))
        number = max(0, min(number, pages - 1))
        if not pages:
            return Page(asked, chosen, 0, 0, None, (), None)
        batch = Batch(asked.template, asked.stock, asked.dpi)
        labels, refused = _seen(self._page_of(asked, batch, chosen.ids, number))
        pdf = _one_page(asked, labels, number)
        return Page(asked, chosen, number, pages, page_picture(pdf, 0, dpi), tuple(batch.remarks()), refused)

    def page_dots(self, asked: Asked, chosen: Sequence[int], number: int) -> Picture:
        """One page in the dots of the printer. Raises LabelRefused."""
        batch = Batch(asked.template, asked.stock, asked.dpi)
        labels = list(self._page_of(asked, batch, chosen, number))
        return page_picture(_one_page(asked, labels, number), 0, asked.dpi)

    def look_through(self, asked: Asked, ids: Sequence[int]) -> tuple[LabelRemark, ...] | None:
        """What is to be said of all labels, where they are not too many; None once another page is looked at."""
        batch = Batch(asked.template, asked.stock, asked.dpi)
        for _ in batch.labels(self.things(asked.what, ids[:LOOKED_THROUGH], batch.fields)):
            if self._looked_at is not asked:
                return None
        return tuple(batch.remarks())

    def things(self, what: What, ids: Sequence[int], fields: frozenset[str]) -> Iterator[Thing]:
        """What is known of each thing, read as it is asked for, in short transactions."""
        from freezerapp.storage.rows import labels as rows

        if self._short is None:
            with self._bank.reading() as reader:
                self._always = {"bank": rows.bank_name(reader), "today": date.today().isoformat()}
                self._short = rows.short_names(reader)
        short = self._short
        if what.of in CARDS:
            from freezerapp.ui.card_labels import card_facts

            yield from (({**self._always, **facts}, None) for facts in card_facts(what.of, ids))
            return
        if what.parcel is not None:
            yield from self._of_parcel(what, what.parcel, ids, fields)
            return
        if not what.is_tubes:
            yield from self._with(rows.container_label_facts(self._tree, ids, self._codes_for(what)))
            return
        for start in range(0, len(ids), AT_ONCE):
            with self._bank.reading() as reader:
                read = rows.tube_label_facts(reader, ids[start : start + AT_ONCE], self._tree, short, fields)
            yield from self._with(read)

    def _of_parcel(self, what: What, parcel: int, ids: Sequence[int], fields: frozenset[str]) -> Iterator[Thing]:
        from freezerapp.storage.rows import parcel_labels as rows

        told = telling(language())
        if what.is_tubes:
            with self._bank.reading() as reader:
                read = rows.parcel_tube_facts(reader, parcel, ids, self._tree, fields)
            # Not even the name of the bank is told: it may be that of the site.
            yield from ((told(row.facts), row.temperature) for row in read)
            return
        with self._bank.reading() as reader:
            every = rows.package_label_facts(reader, parcel)
        yield from ((told({**self._always, **every[number]}), None) for number in ids if number < len(every))

    def _with(self, rows: "Iterable[LabelFacts]") -> Iterator[Thing]:
        told = telling(language())
        for row in rows:
            yield told({**self._always, **row.facts}), row.temperature

    def _page_of(self, asked: Asked, batch: Batch, ids: Sequence[int], number: int) -> Iterator[DrawnLabel]:
        """The labels of one page, with their copies."""
        first, per_page = len(places_on_first(asked)), asked.stock.per_page
        begin = 0 if number == 0 else first + (number - 1) * per_page
        end = min(len(ids) * asked.copies, first + number * per_page)
        start = begin // asked.copies
        part = ids[start : -(-end // asked.copies)]
        drawn = list(batch.labels(self.things(asked.what, part, batch.fields)))
        return (drawn[slot // asked.copies - start] for slot in range(begin, end))

    def _all(self, what: What) -> tuple[int, ...]:
        if what.box is None:
            return what.ids
        found = self._ids.get(what)
        if found is None:
            from freezerapp.storage.rows.box import box

            with self._bank.reading() as reader:
                found = self._ids[what] = tuple(tube.id for tube in box(reader, what.box).tubes)
        return found

    def _codes_for(self, what: What) -> Mapping[int, str]:
        """The codes that containers without one are to get."""
        if what.of in CARDS or what.parcel is not None:
            return NO_CODES
        found = self._codes.get(what)
        if found is None:
            from freezerapp.storage.rows.container_codes import codes_to_give

            with self._bank.reading() as reader:
                found = self._codes[what] = codes_to_give(reader, self._tree, self._all(what))
        return found

    def _stand(self, what: What) -> "Standing":
        found = self._standing.get(what)
        if found is None:
            from freezerapp.storage.rows.labels_printed import standing

            found = self._standing[what] = standing(self._bank, self._all(what))
        return found

    def _in_order(self, what: What, order: str) -> tuple[int, ...]:
        found = self._sorted.get((what, order))
        if found is None:
            found = self._sorted[what, order] = tuple(self._sort(what, order))
        return found

    def _sort(self, what: What, order: str) -> list[int]:
        ids = self._all(what)
        if what.of in CARDS or what.parcel is not None:
            return list(ids)
        if not what.is_tubes and order != BY_LIST:
            rows = self._tree.containers
            if order == BY_CODE:
                return sorted(ids, key=lambda key: natural_key(rows[key].code or rows[key].name))
            walk = {key: number for number, key in enumerate(rows)}
            return sorted(ids, key=walk.__getitem__)
        if order == BY_CODE:
            barcodes = self._stand(what).barcodes
            return sorted(ids, key=lambda key: natural_key(barcodes.get(key, "")))
        if order == BY_LIST:
            return list(ids)
        from freezerapp.storage.rows.labels import in_box_order

        return in_box_order(self._bank, ids, self._tree, by_columns=order == BY_RACK)


def told_of(things: Iterable[Thing], told: Callable[[int], None]) -> Iterator[Thing]:
    """Things as they are asked for, counted."""
    for number, thing in enumerate(things):
        told(number)
        yield thing


def _seen(labels: Iterable[DrawnLabel]) -> tuple[list[DrawnLabel], LabelRefused | None]:
    """Labels as they can be shown, whatever is wrong with them, and the first that can't be printed."""
    shown: list[DrawnLabel] = []
    problem: LabelRefused | None = None
    for label in labels:
        refused = label.refused
        if refused is not None and problem is None:
            problem = LabelRefused(label.name, refused.what, refused.detail)
        shown.append(label._replace(flaws=()))
    return shown, problem


def _one_page(asked: Asked, labels: Sequence[DrawnLabel], number: int) -> bytes:
    file = io.BytesIO()
    start, used = (asked.start, asked.used) if number == 0 else (0, frozenset[int]())
    write_pdf(file, labels, asked.stock, dpi=asked.dpi, start=start, used=used, calibration=asked.calibration)
    return file.getvalue()
