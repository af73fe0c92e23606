"""Label stock: sheets and rolls in millimetres, what cold they bear, and where each label of a sheet lies."""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import NamedTuple

from freezerapp import resources
from freezerapp.documents.label_file import LabelFault, LabelTable, files, load, written
from freezerapp.domain.problems import Problem
from freezerapp.domain.temperature import Temperature

PAGES = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4)}
SLACK = 0.11
"""Millimetres by which published pitches and sizes disagree by rounding."""
LEAST_MM, MOST_ACROSS = 3.0, 200
"""The least of a label's width and height, and the most labels side by side."""


class UnknownStock(Problem):
    """No stock has this name. Facts: the name, and names that come near it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name, near)
        self.name, self.near = name, near


class Feed(StrEnum):
    """How labels come: many on a page, or one after the other."""

    SHEET = "sheet"
    ROLL = "roll"


class Shape(StrEnum):
    """The outline of a label; a round one is as wide as it is high."""

    RECT = "rect"
    ROUND = "round"


class Lowest(StrEnum):
    """The lowest temperature in °C that the maker states for the stock; NONE is paper for the room."""

    LIQUID_NITROGEN = "-196"
    DEEP = "-80"
    NONE = "none"
    UNKNOWN = "unknown"


class Method(StrEnum):
    """The printer that a stock is made for."""

    LASER = "laser"
    INKJET = "inkjet"
    TRANSFER = "thermal transfer"
    DIRECT = "direct thermal"
    ANY = "any"


class Area(NamedTuple):
    """A rectangle in mm from the left and top of the label."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def holds(self, other: "Area", slack: float = 0.01) -> bool:
        """Whether another lies within."""
        return (
            other.x >= self.x - slack
            and other.y >= self.y - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )

    def meets(self, other: "Area", slack: float = 0.01) -> bool:
        """Whether two overlap by more than the slack."""
        return (
            self.x < other.right - slack
            and other.x < self.right - slack
            and self.y < other.bottom - slack
            and other.y < self.bottom - slack
        )


class Cap(NamedTuple):
    """A round piece for the lid that belongs to the same label: its centre from left and top, in mm."""

    x: float
    y: float
    diameter: float


class Page(NamedTuple):
    """A sheet: its size, the grid of labels, the left top of the first and the pitch, all in mm."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    across: float
    down: float


class Stock(NamedTuple):
    """One kind of label stock.

    ``width`` and ``height`` are of a whole label as it comes: with its cap piece and its clear tail.
    ``printable`` is the part of it (without the cap) that takes print. ``source`` says where the numbers come from;
    ``assumed`` what in them is not the maker's own word.
    """

    name: str
    title: str
    use: str
    source: str
    assumed: str
    feed: Feed
    shape: Shape
    lowest: Lowest
    method: Method
    width: float
    height: float
    corner: float
    printable: Area
    cap: Cap | None
    page: Page | None

    @property
    def per_page(self) -> int:
        """Labels on a page; one on rolls."""
        return self.page.columns * self.page.rows if self.page else 1

    @property
    def page_size(self) -> tuple[float, float]:
        """Width and height of a page in mm; on rolls a label is a page."""
        return (self.page.width, self.page.height) if self.page else (self.width, self.height)


class StockFault(NamedTuple):
    """What makes a stock impossible: the key in its file (in a table: ``page.rows``), what, and the sizes at fault."""

    key: str
    what: LabelFault
    detail: str


class Calibration(NamedTuple):
    """What one printer does wrong with one stock, put right: shifts in mm (to 0.1), factors near 1."""

    right: float = 0.0
    down: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0

    def applied(self, x: float, y: float) -> tuple[float, float]:
        """Where to print what should come out at x, y."""
        return x * self.scale_x + self.right, y * self.scale_y + self.down

    @classmethod
    def measured(
        cls, printed: tuple[float, float], meant: tuple[float, float], right: float = 0.0, down: float = 0.0
    ) -> "Calibration":
        """From the lengths of both rulers of the test page, as printed and as meant, and how to move what is printed.

        A ruler that is meant to be 0 long is not there.
        """
        across, along = (wanted / found if wanted else 1.0 for found, wanted in zip(printed, meant, strict=True))
        return cls(right, down, across, along)


EXACT = Calibration()


class Spot(NamedTuple):
    """The left top of a label: page from 0, place on it from 0, mm from the page's left and top."""

    page: int
    number: int
    x: float
    y: float


def positions(stock: Stock) -> tuple[tuple[float, float], ...]:
    """The left top of every label of a page, along the rows."""
    page = stock.page
    if page is None:
        return ((0.0, 0.0),)
    return tuple(
        (round(page.left + column * page.across, 4), round(page.top + row * page.down, 4))
        for row in range(page.rows)
        for column in range(page.columns)
    )


def spots(stock: Stock, start: int = 0, used: Iterable[int] = ()) -> Iterator[Spot]:
    """One place after the other, without end: from ``start`` on the first sheet, without those that are used up.

    ``used`` are places of the first sheet. Raises ValueError when the start is not on the sheet.
    """
    if not 0 <= start < stock.per_page:
        raise ValueError(f"label {start} of {stock.per_page}")
    places = positions(stock)
    gone = frozenset(used)
    page, first = 0, [place for place in range(start, len(places)) if place not in gone]
    if not first:
        first = list(range(len(places)))
    while True:
        for place in first if page == 0 else range(len(places)):
            yield Spot(page, place, *places[place])
        page += 1


def suits_cold(stock: Stock, class_: Temperature | None) -> bool:
    """Whether the maker states that the stock bears storage of a class; what nobody states it does not."""
    if class_ in (None, Temperature.ROOM, Temperature.FRIDGE, Temperature.OTHER):
        return True
    if stock.lowest is Lowest.LIQUID_NITROGEN:
        return True
    return stock.lowest is Lowest.DEEP and class_ in (Temperature.FREEZER, Temperature.DEEP)


def shipped_stock(*folders: Path) -> dict[str, Stock]:
    """All stock by name: what comes with the program, then that of the user's folders, which wins.

    Raises BadLabelFile for a file that can't be used.
    """
    return dict(sorted((_of_the_program() | read_stock(folders)).items()))


@cache
def _of_the_program() -> dict[str, Stock]:
    """What comes with the program is read once."""
    return read_stock((resources.path("labels", "stock"),))


def read_stock(folders: Iterable[Path]) -> dict[str, Stock]:
    """The stock in the files of some folders, by name. Raises BadLabelFile."""
    return {name: stock_of(name, load(file)) for name, file in files(folders).items()}


def stock_called(known: Mapping[str, Stock], name: str) -> Stock:
    """The stock of a name, whatever the case. Raises UnknownStock."""
    found = known.get(name.strip().lower())
    if found is None:
        import difflib

        raise UnknownStock(name, tuple(difflib.get_close_matches(name.lower()[:80], known)))
    return found


def stock_of(name: str, values: Mapping[str, object]) -> Stock:
    """Check and make stock from the values of its file. Raises BadLabelFile."""
    table = LabelTable(values, name, _KEYS)
    shape = table.word("shape", Shape, Shape.RECT)
    width = table.number("width", least=LEAST_MM)
    height = width if shape is Shape.ROUND and "height" not in table else table.number("height", least=LEAST_MM)
    if shape is Shape.ROUND and height != width:
        raise table.fault("height", LabelFault.WRONG_VALUE, height)
    printable = Area(0, 0, width, height)
    part = table.table("printable", Area._fields)
    if part is not None:
        printable = Area(*(part.number(key) for key in Area._fields))
    feed = table.word("feed", Feed)
    found = Stock(
        name,
        table.text("title"),
        table.text("use", ""),
        table.text("source"),
        table.text("assumed", ""),
        feed,
        shape,
        table.word("lowest", Lowest),
        table.word("print", Method),
        width,
        height,
        table.number("corner", 0.0),
        printable,
        _cap(table),
        _page(table) if feed is Feed.SHEET else None,
    )
    for fault in stock_faults(found):
        raise table.fault(fault.key, fault.what, fault.detail)
    return found


def stock_faults(stock: Stock) -> Iterator[StockFault]:
    """All that makes a stock impossible, however it was entered."""
    for key, text in (("title", stock.title), ("source", stock.source)):
        if not text.strip() or not text.isprintable():
            yield StockFault(key, LabelFault.MISSING, "")
    for key, text in (("use", stock.use), ("assumed", stock.assumed)):
        if text and (not text.strip() or not text.isprintable()):
            yield StockFault(key, LabelFault.WRONG_VALUE, "")
    if stock.corner > min(stock.width, stock.height) / 2:
        yield StockFault("corner", LabelFault.WRONG_VALUE, f"{stock.corner:g} mm")
    whole, printable = Area(0, 0, stock.width, stock.height), stock.printable
    if not whole.holds(printable) or not printable.width or not printable.height:
        yield StockFault("printable", LabelFault.OVER_THE_LABEL, _size(printable.width, printable.height))
    if stock.cap is not None:
        cap = stock.cap
        around = Area(cap.x - cap.diameter / 2, cap.y - cap.diameter / 2, cap.diameter, cap.diameter)
        if not whole.holds(around, SLACK) or cap.diameter < LEAST_MM:
            yield StockFault("cap", LabelFault.OVER_THE_LABEL, f"{cap.diameter:g} mm")
        elif printable.meets(around, SLACK):
            yield StockFault("cap", LabelFault.OVERLAP, f"{cap.diameter:g} mm")
    if stock.page is not None:
        yield from _page_faults(stock, stock.page)


def _page_faults(stock: Stock, page: Page) -> Iterator[StockFault]:
    """Labels that lie over each other, or over the edge."""
    if page.columns > 1 and page.across < stock.width - SLACK:
        yield StockFault("page.across", LabelFault.OVERLAP, _size(page.across, page.down))
    if page.rows > 1 and page.down < stock.height - SLACK:
        yield StockFault("page.down", LabelFault.OVERLAP, _size(page.across, page.down))
    right = page.left + (page.columns - 1) * page.across + stock.width
    bottom = page.top + (page.rows - 1) * page.down + stock.height
    if right > page.width + SLACK:
        yield StockFault("page.columns", LabelFault.OVER_THE_PAGE, _size(right, bottom))
    if bottom > page.height + SLACK:
        yield StockFault("page.rows", LabelFault.OVER_THE_PAGE, _size(right, bottom))


def stock_file(stock: Stock) -> str:
    """The file of a stock, as ``stock_of`` reads it."""
    whole = Area(0, 0, stock.width, stock.height)
    values: dict[str, object] = {
        "title": stock.title,
        "use": stock.use or None,
        "source": stock.source,
        "assumed": stock.assumed or None,
        "feed": stock.feed.value,
        "lowest": stock.lowest.value,
        "print": stock.method.value,
        "shape": stock.shape.value,
        "width": stock.width,
        "height": stock.height if stock.shape is Shape.RECT else None,
        "corner": stock.corner or None,
        "printable": stock.printable._asdict() if stock.printable != whole else None,
        "cap": stock.cap._asdict() if stock.cap else None,
        "page": stock.page._asdict() if stock.page else None,
    }
    return written(values)


_KEYS = (
    *("title", "use", "source", "assumed", "feed", "shape", "lowest", "print", "width", "height", "corner"),
    *("printable", "cap", "page"),
)


def _cap(table: LabelTable) -> Cap | None:
    found = table.table("cap", Cap._fields)
    return None if found is None else Cap(*(found.number(key) for key in Cap._fields))


def _page(table: LabelTable) -> Page:
    found = table.table("page", Page._fields)
    if found is None:
        raise table.fault("page", LabelFault.MISSING, "page")
    return Page(
        found.number("width", least=10),
        found.number("height", least=10),
        found.count("columns", MOST_ACROSS),
        found.count("rows", MOST_ACROSS),
        *(found.number(key) for key in ("left", "top", "across", "down")),
    )


def _size(width: float, height: float) -> str:
    return f"{width:.1f} × {height:.1f} mm"
