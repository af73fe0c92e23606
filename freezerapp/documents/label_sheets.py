"""Labels as PDF, on sheets or one a page, at exact size."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from freezerapp.documents import whole_file
from freezerapp.documents.drawn import DrawnBox, DrawnCode, DrawnImage, DrawnLabel, DrawnLine, DrawnText, Item
from freezerapp.documents.ink import Ink, frame, mask
from freezerapp.documents.label import MM_PER_INCH, LabelRefused
from freezerapp.documents.label_font import label_font
from freezerapp.documents.stock import EXACT, Calibration, Spot, Stock, spots
from freezerapp.documents.template import Weight
from freezerapp.domain.problems import Problem

Found = TypeVar("Found")

POINTS = 72 / MM_PER_INCH
_TURNS = {0: "1 0 0 1", 90: "0 -1 1 0", 180: "-1 0 0 -1", 270: "0 1 -1 0"}
_KEPT = 2_000


class LabelsNotWritten(Problem):
    """A file of labels can't be written. Facts: its path and the reason in the system's words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class Written(NamedTuple):
    """What was written: labels, pages, and the place on a sheet where the next print can start."""

    labels: int
    pages: int
    next_start: int


class LabelPen:
    """Draws labels, whose lengths are mm from their left top, on the pages of one PDF."""

    def __init__(self, file: BinaryIO, size: tuple[float, float], dpi: int, title: str) -> None:
        self.height = size[1]
        self.dot = MM_PER_INCH / dpi
        self.ink = Ink(file, (size[0] * POINTS, size[1] * POINTS), title)
        self._shown: dict[tuple[str, Weight, float], str] = {}

    def label(self, label: DrawnLabel, left: float, top: float) -> None:
        """Draw a label whose left top is there."""
        parts: list[str] = []
        for item in label.items:
            if isinstance(item, DrawnText):
                parts.append(self._text(item, left, top))
            elif isinstance(item, DrawnCode):
                parts.append(self._code(item, left, top))
            else:
                self._shape(item, left, top, parts)
        self.ink.write("\n".join(parts))

    def _text(self, text: DrawnText, left: float, top: float) -> str:
        x, y = (left + text.x) * POINTS, (self.height - top - text.y) * POINTS
        key = text.text, text.weight, text.size
        shown = self._shown.get(key)
        if shown is None:
            if len(self._shown) >= _KEPT:
                self._shown.clear()
            size = f"{text.size * POINTS:.3f} Tf"
            runs = self.ink.runs(text.text, label_font(text.weight).name)
            shown = self._shown[key] = " ".join(f"{name} {size} ({run}) Tj" for name, run in runs)
        return f"BT {_TURNS[text.rotate]} {x:.3f} {y:.3f} Tm {shown} ET"

    def _code(self, code: DrawnCode, left: float, top: float) -> str:
        # On whole dots of the page, so that every module is printed as wide as its neighbour.
        dot = self.dot
        x, y = round((left + code.x) / dot) * dot, round((top + code.y) / dot) * dot
        width, height = code.width * POINTS, code.height * POINTS
        x, y = x * POINTS, (self.height - y) * POINTS
        turned = {
            0: f"{width:.4f} 0 0 {height:.4f} {x:.4f} {y - height:.4f}",
            90: f"0 {-height:.4f} {width:.4f} 0 {x:.4f} {y:.4f}",
            180: f"{-width:.4f} 0 0 {-height:.4f} {x + width:.4f} {y:.4f}",
            270: f"0 {height:.4f} {-width:.4f} 0 {x + width:.4f} {y - height:.4f}",
        }[code.rotate]
        return f"q {turned} cm {mask(code.modules)} Q"

    def _shape(self, item: Item, left: float, top: float, parts: list[str]) -> None:
        x, y = (left + item.x) * POINTS, (self.height - top - item.y) * POINTS
        if isinstance(item, DrawnLine):
            x2, y2 = (left + item.x2) * POINTS, (self.height - top - item.y2) * POINTS
            parts.append(f"{item.thickness * POINTS:.3f} w {x:.3f} {y:.3f} m {x2:.3f} {y2:.3f} l S")
        elif isinstance(item, DrawnBox):
            path = frame(x, y, item.width * POINTS, item.height * POINTS, item.corner * POINTS)
            parts.append(f"{item.thickness * POINTS:.3f} w {path} S")
        elif isinstance(item, DrawnImage):
            height = item.height * POINTS
            self.ink.canvas.drawImage(item.file, x, y - height, item.width * POINTS, height, preserveAspectRatio=True)


def write_pdf(
    to: Path | BinaryIO,
    labels: Iterable[DrawnLabel],
    stock: Stock,
    *,
    dpi: int,
    start: int = 0,
    used: Iterable[int] = (),
    calibration: Calibration = EXACT,
    title: str = "Labels",
) -> Written:
    """Write labels as PDF, in their order, as they come: none of them is kept.

    On sheets the first goes to place ``start`` (from 0), none to the ``used`` ones of the first sheet. A file takes
    its name when it is whole. The same labels give the same bytes.

    Raises LabelRefused for a label that would not scan and LabelsNotWritten.
    """

    def fill(file: BinaryIO) -> Written:
        pen = LabelPen(file, stock.page_size, dpi, title)
        places, spot = spots(stock, start, used), Spot(0, start - 1, 0, 0)
        count = 0
        for label in labels:
            refused = label.refused
            if refused is not None:
                raise LabelRefused(label.name, refused.what, refused.detail)
            page = spot.page
            spot = next(places)
            if spot.page > page:
                pen.ink.page()
            pen.label(label, *calibration.applied(spot.x, spot.y))
            count += 1
        if count:
            pen.ink.page()
        pen.ink.save()
        return Written(count, spot.page + 1 if count else 0, (spot.number + 1) % stock.per_page)

    return write_whole(to, fill)


def write_whole(to: Path | BinaryIO, fill: Callable[[BinaryIO], Found]) -> Found:
    """Let a file of labels be filled, under another name until it is whole. Raises LabelsNotWritten."""
    return whole_file.write_whole(to, fill, LabelsNotWritten)
