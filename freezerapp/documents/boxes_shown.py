"""The boxes of a manifest as they are shown: which rows of the list stand in each, its map, and what explains it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from freezerapp.documents.lettering import Lettering
from freezerapp.documents.page import LEADING, Line, Lines
from freezerapp.documents.page_grid import Grid, Part, Spot, Style, disc, least_cell, styles
from freezerapp.documents.paper_words import Words
from freezerapp.documents.parcel_facts import short_name
from freezerapp.documents.pen import MUTED, Pen
from freezerapp.documents.template import Weight
from freezerapp.domain.manifest import BoxFacts, Manifest

_LEGEND = 6.8
_NEAR = 4.0


class Shown(NamedTuple):
    """One box: its number from 1, the rows of the list from ``first`` to ``last`` (not in it), its tubes, its words.

    ``legend`` is what the colours mean: key of the style and text.
    """

    box: BoxFacts
    first: int
    last: int
    spots: tuple[Spot, ...]
    title: str
    note: str
    legend: tuple[tuple[str, str], ...]


class AllShown(NamedTuple):
    """All boxes, how their tubes are drawn, and the smallest cell that their longest number can be read in."""

    boxes: tuple[Shown, ...]
    styled: Mapping[str, Style]
    least: float


def shown_boxes(
    manifest: Manifest, letters: Lettering, words: Words, colours: Mapping[str, str], *, detailed: bool = False
) -> AllShown:
    """The boxes of a manifest with their rows; tubes with their codes if ``detailed``.

    Raises ValueError if the list is not in the order of its boxes.
    """
    items = manifest.items
    found, at = [], 0
    for number, box in enumerate(manifest.boxes, start=1):
        first = at
        while at < len(items) and items[at].box == box.code:
            at += 1
        here = items[first:at]
        notes = [] if box.package is None else [words("package.number", number=box.package)]
        notes.append(words.count("tubes", len(here)) if here else words("box.empty"))
        names = {item.material: item.material_name for item in reversed(here)}
        legend = tuple(
            (code, _told(code, names[code], count, words)) for code, count in Counter(i.material for i in here).items()
        )
        found.append(
            Shown(
                box,
                first,
                at,
                tuple(
                    Spot(item.row, item.column, str(item.number), item.material, item.tube if detailed else "")
                    for item in here
                ),
                words("box.of", number=number, count=len(manifest.boxes), code=box.code),
                ", ".join(notes),
                legend,
            )
        )
    if at < len(items):
        raise ValueError(f"tube {items[at].number} of box {items[at].box} is not where its box has its tubes")
    styled = styles(list(dict.fromkeys(item.material for item in items)), colours)
    widest = max((letters.width(str(item.number), 1, Weight.SEMIBOLD) for item in items), default=0.0)
    return AllShown(tuple(found), styled, least_cell(letters, widest))


def _told(code: str, name: str, count: int, words: Words) -> str:
    short = short_name(code, name)
    return f"{words.number(count)}\u00a0{short}" + (f", {name}" if name and name != short else "")


class Map:
    """One box on paper: its name, its grid or a part of it, what the colours mean. ``width`` is the room it has."""

    def __init__(
        self, letters: Lettering, words: Words, shown: Shown, styled: Mapping[str, Style], cell: float, width: float,
        part: Part | None = None,
    ) -> None:  # fmt: skip
        self.grid = Grid(letters, shown.box, shown.spots, styled, cell, part)
        self.width = max(self.grid.width, min(width, 110.0))
        self._styled, self._letters = styled, letters
        note = shown.note
        if part is not None and part != Part(0, shown.box.rows, 0, shown.box.columns):
            note = ", ".join((note, *_of_part(shown.box, part, words)))
        lines = [Line(shown.title, 7.5, Weight.SEMIBOLD), Line(note, 7.0, colour=MUTED)]
        self._title = Lines(letters, lines, 0, self.width)
        keys = {spot.key for spot in self.grid.spots}
        self._legend = [
            (key, letters.wrap(text, self.width - 10, _LEGEND)) for key, text in shown.legend if key in keys
        ]
        self._corner = ""
        if shown.box.first != "A1" and (self.grid.part.row, self.grid.part.column) == (0, 0):
            self._corner = words("box.corner", first=shown.box.first)
        legend = sum(len(lines) for _, lines in self._legend) + bool(self._corner)
        self.height = self._title.height + _NEAR + self.grid.height + 7 + legend * _LEGEND * 1.35

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for line in self._title.set:
            y += line.size * LEADING
            pen.text(x, y - line.size * 0.32, line.text, line.size, line.weight, line.colour)
        y += _NEAR
        self.grid.draw(pen, x, y)
        y += self.grid.height + 7
        left = x + self.grid.across
        for key, lines in self._legend:
            disc(pen, [(left + 3, y + 3.7)], 6.2, 8.6, self._styled[key])
            for text in lines:
                pen.text(left + 9, y + 6, text, _LEGEND, colour=MUTED)
                y += _LEGEND * 1.35
        if self._corner:
            text, size = self._letters.fit(self._corner, self.width, _LEGEND)
            pen.text(left, y + 6, text, size, colour=MUTED)


def _of_part(box: BoxFacts, part: Part, words: Words) -> Sequence[str]:
    """Which rows and columns a part of a box has, by their names or, without names, by their numbers."""
    found = []
    for key, start, end, whole, names in (
        ("box.part", part.row, part.rows, box.rows, box.row_headings),
        ("box.columns", part.column, part.columns, box.columns, box.column_headings),
    ):
        if (start, end) != (0, whole):
            first, last = (names[start], names[end - 1]) if names else (str(start + 1), str(end))
            found.append(words(key, first=first, last=last))
    return found


TITLE_HEIGHT = 7.5 * LEADING + 7.0 * LEADING + _NEAR
"""What stands above a grid where the title has one line."""
