"""What a page is made of, and pages being laid out: what stands where, before anything is drawn."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeAlias

from freezerapp.documents.ink import Ink
from freezerapp.documents.lettering import Lettering
from freezerapp.documents.paper_words import Words
from freezerapp.documents.pen import FIELD, HAIRLINE, INK, MUTED, Pen
from freezerapp.documents.template import Weight
from freezerapp.documents.whole_file import write_whole
from freezerapp.domain.problems import Problem

MM = 72 / 25.4
MARGIN = 36.0
"""White around what is printed: 12.7 mm, more than any office printer needs."""
GAP = 13.5
"""Between columns and between blocks."""
SMALL, BODY = 7.1, 7.9
LEADING = 1.25
CORNER = 4.5
FOOTER = 18.0
_MOST_LINES = 3
"""Lines of one fact: nobody's name may push the others off the first page."""

Draw: TypeAlias = Callable[[Pen, float], None]
"""Draws a thing whose top is there."""


class PaperNotWritten(Problem):
    """A paper can't be written. Facts: its path and the reason in the system's words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class Paper(StrEnum):
    """The sizes of paper, upright."""

    A4 = "A4"
    LETTER = "Letter"


SIZES = {Paper.A4: (210 * MM, 297 * MM), Paper.LETTER: (612.0, 792.0)}


class Named(NamedTuple):
    """What a PDF says of itself to whoever asks for its properties; nothing that its pages do not say."""

    title: str
    subject: str = ""
    author: str = ""
    keywords: str = ""


class Head(NamedTuple):
    """The top of each page: its height on the first page and on the others, and how it is drawn."""

    first: float
    later: float
    draw: Callable[[Pen, int], None]


NO_HEAD = Head(0, 0, lambda _pen, _page: None)


class Sheets:
    """Pages being laid out from the top down. Lengths in points, ``x`` and ``y`` from the left top of the page.

    ``foot`` stands at the left of each page's end, "page x of y" at its right; ``reserved`` points are kept free at
    the bottom of the first page.
    """

    def __init__(
        self, paper: Paper, letters: Lettering, words: Words, *, foot: str = "", reserved: float = 0.0
    ) -> None:
        self.letters, self.words = letters, words
        self.size = SIZES[paper]
        self.left, self.width = MARGIN, self.size[0] - 2 * MARGIN
        self.foot = foot
        self.bottom = self.size[1] - MARGIN - FOOTER
        self.head = NO_HEAD
        self._reserved = reserved
        self._pages: list[list[tuple[Draw, float]]] = []
        self.y = 0.0

    def begin(self, head: Head = NO_HEAD) -> None:
        """Begin the first page; each has this head."""
        self.head = head
        self.turn()

    @property
    def page(self) -> int:
        """The page being laid out, from 0."""
        return len(self._pages) - 1

    @property
    def top(self) -> float:
        """Where the page being laid out begins below its head."""
        return MARGIN + (self.head.first if self.page == 0 else self.head.later)

    @property
    def end(self) -> float:
        """Where the page being laid out ends."""
        return self.bottom - (self._reserved if self.page == 0 else 0.0)

    @property
    def room(self) -> float:
        """What is left of the page."""
        return self.end - self.y

    def turn(self) -> None:
        """Go to the next page."""
        self._pages.append([])
        self.y = self.top

    def need(self, height: float) -> None:
        """Go to the next page unless there is so much room on this one, or it is empty."""
        if height > self.room and self.y > self.top:
            self.turn()

    def put(self, draw: Draw, height: float, after: float = 0.0) -> None:
        """Let a thing of this height stand here, whole, with white after it."""
        self.need(height)
        self.at(self.page, self.y, draw)
        self.y += height + after

    def at(self, page: int, y: float, draw: Draw) -> None:
        """Let a thing stand on a page that was laid out already, or on this one."""
        self._pages[page].append((draw, y))

    def write(self, to: Path | BinaryIO, named: Named) -> int:
        """Draw the pages and write them as PDF; returns how many they are. Raises PaperNotWritten."""

        def fill(file: BinaryIO) -> int:
            ink = Ink(
                file, self.size, named.title, subject=named.subject, author=named.author, keywords=named.keywords,
                language=self.words.language,
            )  # fmt: skip
            pen = Pen(ink, self.size[1], self.letters)
            for number, drawn in enumerate(self._pages):
                self.head.draw(pen, number)
                for draw, y in drawn:
                    draw(pen, y)
                self._end(pen, number)
                pen.page()
                drawn.clear()  # what it took to draw a page is not kept beside the page
            ink.save()
            return len(self._pages)

        return write_whole(to, fill, PaperNotWritten)

    def _end(self, pen: Pen, page: int) -> None:
        right, y = self.left + self.width, self.bottom + FOOTER
        pen.line(self.left, y - 11, right, y - 11)
        said = self.words("page", page=self.words.number(page + 1), pages=self.words.number(len(self._pages)))
        pen.right(right, y, said, 7.5, colour=MUTED)
        room = self.width - self.letters.width(said, 7.5) - GAP
        text, size = self.letters.fit(self.foot, room, 7.5)
        pen.text(self.left, y, text, size, colour=MUTED)


class Line(NamedTuple):
    """A line of text as it is to be set; too long, it goes on below."""

    text: str
    size: float = BODY
    weight: Weight = Weight.REGULAR
    colour: str = INK


class Lines:
    """Lines below each other, wrapped to a width; one that goes over more than ``most`` is cut with a mark."""

    def __init__(
        self, letters: Lettering, lines: Sequence[Line], x: float, width: float, most: int | None = None
    ) -> None:
        self.x = x
        self.set: list[Line] = []
        for line in lines:
            texts = letters.wrap(line.text, width, line.size, line.weight)
            if most is not None and len(texts) > most:
                rest = letters.fit(" ".join(texts[most - 1 :]), width, line.size, line.weight, least=line.size)
                texts = [*texts[: most - 1], rest[0]]
            self.set += [line._replace(text=text) for text in texts]
        self.height = sum(line.size * LEADING for line in self.set)

    def draw(self, pen: Pen, y: float) -> None:
        for line in self.set:
            y += line.size * LEADING
            pen.text(self.x, y - line.size * 0.32, line.text, line.size, line.weight, line.colour)


class Heading(NamedTuple):
    """What comes next, and a word to it. ``keep`` points of it are kept on the same page."""

    text: str
    note: str = ""
    size: float = 9.0
    keep: float = 40.0

    def put(self, sheets: Sheets) -> None:
        lines = [Line(self.text, self.size, Weight.SEMIBOLD)]
        if self.note:
            lines.append(Line(self.note, BODY, colour=MUTED))
        drawn = Lines(sheets.letters, lines, sheets.left, sheets.width)
        sheets.need(drawn.height + self.keep)
        sheets.put(drawn.draw, drawn.height, 5)


class Paragraph(NamedTuple):
    """Text that goes over as many lines, and pages, as it needs."""

    text: str
    size: float = BODY
    weight: Weight = Weight.REGULAR
    colour: str = INK
    after: float = 5.0

    def put(self, sheets: Sheets) -> None:
        line = Line(self.text, self.size, self.weight, self.colour)
        for each in Lines(sheets.letters, [line], sheets.left, sheets.width).set:
            one = Lines(sheets.letters, [each], sheets.left, sheets.width)
            sheets.put(one.draw, one.height)
        sheets.y += self.after


Group: TypeAlias = tuple[str, tuple[str, ...]]
"""A caption and the lines of facts below it; empty lines are left out."""


class Facts(NamedTuple):
    """Columns side by side, each of groups below each other."""

    columns: tuple[tuple[Group, ...], ...]
    size: float = BODY
    after: float = GAP

    def put(self, sheets: Sheets) -> None:
        step = (sheets.width + GAP) / max(1, len(self.columns))
        drawn: list[tuple[float, Lines]] = []
        tallest = 0.0
        for at, groups in enumerate(self.columns):
            height = 0.0
            for number, (caption, facts) in enumerate(groups):
                height += 7.0 if number else 0.0
                for lines in (
                    [Line(caption, SMALL, Weight.SEMIBOLD, MUTED)],
                    [Line(fact, self.size) for fact in facts if fact],
                ):
                    here = Lines(sheets.letters, lines, sheets.left + at * step, step - GAP, _MOST_LINES)
                    drawn.append((height, here))
                    height += here.height + 1.5
            tallest = max(tallest, height)

        def draw(pen: Pen, y: float) -> None:
            for below, each in drawn:
                each.draw(pen, y + below)

        sheets.put(draw, tallest, self.after)


class Cards(NamedTuple):
    """Framed figures side by side, each a caption and a figure; the last may be a list of several words."""

    cards: tuple[tuple[str, str], ...]

    def put(self, sheets: Sheets) -> None:
        letters, gap, inner = sheets.letters, 7.5, 9.75
        many = len(self.cards)
        even = (sheets.width - gap * (many - 1)) / many
        told = letters.wrap(self.cards[-1][1], even - 2 * inner, BODY)
        narrow = even if len(told) <= 1 else min(even, 92.0)
        wide = sheets.width - (narrow + gap) * (many - 1)
        size = BODY if len(told) <= 1 else 7.2
        lines = letters.wrap(self.cards[-1][1], wide - 2 * inner, size)
        height = max(41.5, 23.0 + len(lines) * 9.2)

        def draw(pen: Pen, y: float) -> None:
            for at, (caption, figure) in enumerate(self.cards):
                x = sheets.left + at * (narrow + gap)
                width = wide if at == many - 1 else narrow
                pen.frame(x, y, width, height, corner=CORNER)
                text, fitted = letters.fit(caption, width - 2 * inner, BODY)
                pen.text(x + inner, y + 15.5, text, fitted, colour=MUTED)
                if at < many - 1:
                    text, fitted = letters.fit(figure, width - 2 * inner, 13.5, Weight.SEMIBOLD)
                    pen.text(x + inner, y + 31, text, fitted, Weight.SEMIBOLD)
                    continue
                for line, text in enumerate(lines):
                    pen.text(x + inner, y + (28.5 if len(lines) == 1 else 26.0) + line * 9.2, text, size)

        sheets.put(draw, height, GAP)


class Ask(NamedTuple):
    """What somebody is to write by hand, in each language, and how much of a line's width it takes."""

    said: tuple[str, ...]
    share: float = 1.0


class Signature(NamedTuple):
    """A box to sign in: what for, what is known already, and lines on which to write what is asked."""

    caption: str
    known: tuple[str, ...]
    asked: tuple[tuple[Ask, ...], ...]


class Signatures(NamedTuple):
    """Boxes to sign in side by side."""

    boxes: tuple[Signature, ...]

    def height(self) -> float:
        """What the tallest of them needs."""
        return max(20 + 8.4 * len(box.known[:2]) + _WRITTEN * len(box.asked) for box in self.boxes)

    def put(self, sheets: Sheets, page: int, y: float) -> None:
        """Let them stand on a page, from there down."""
        height, inner = self.height(), 7.5
        many = max(2, len(self.boxes))
        width = (sheets.width - GAP * (many - 1)) / many
        letters = sheets.letters

        def draw(pen: Pen, top: float) -> None:
            for at, box in enumerate(self.boxes):
                x = sheets.left + at * (width + GAP)
                pen.frame(x, top, width, height, corner=CORNER)
                text, size = letters.fit(box.caption, width - 2 * inner, BODY, Weight.SEMIBOLD)
                pen.text(x + inner, top + 13, text, size, Weight.SEMIBOLD)
                for line, known in enumerate(box.known[:2]):
                    text, size = letters.fit(known, width - 2 * inner, 6.8)
                    pen.text(x + inner, top + 22 + line * 8.4, text, size, colour=MUTED)
                base = top + height - 7 - _WRITTEN * (len(box.asked) - 1)
                for line, asks in enumerate(box.asked):
                    _ask(pen, letters, asks, x + inner, base + line * _WRITTEN, width - 2 * inner)

        sheets.at(page, y, draw)


_WRITTEN = 16.5


def _ask(pen: Pen, letters: Lettering, asks: tuple[Ask, ...], x: float, base: float, width: float) -> None:
    """What is asked on one line, each with its rule to write on."""
    for ask in asks:
        room = width * ask.share - (6 if ask is not asks[-1] else 0)
        most = 6.8 if len(ask.said) == 1 else 5.6
        fitted = [letters.fit(said, room * 0.66, most, least=5.5) for said in ask.said]
        for line, (text, size) in enumerate(reversed(fitted)):
            pen.text(x, base - line * 6.4, text, size, colour=MUTED)
        start = x + max(letters.width(text, size) for text, size in fitted) + 4
        pen.line(start, base + 1.2, x + room, base + 1.2, 0.5, FIELD)
        x += width * ask.share


def rule(sheets: Sheets, y: float, colour: str = HAIRLINE, width: float = 0.5) -> Draw:
    """A line across the page."""

    def draw(pen: Pen, top: float) -> None:
        pen.line(sheets.left, top + y, sheets.left + sheets.width, top + y, width, colour)

    return draw
