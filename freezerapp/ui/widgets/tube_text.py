"""The short texts on tubes: sized to fit the round cap, laid out once, written fast."""

import math
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QStaticText, QTransform

from freezerapp.ui.colours import mix, softest_on
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.box_picture import CellPicture, CellState

TWO_LINES_FROM = 36
"""px of disc under which only the first text is written."""
LEAST_TEXT = 8
"""px: a text too long for its disc shrinks to this, then loses its middle."""
CAP = 0.73
"""Height of a capital or figure in Inter, as a share of the type size."""


class Laid(NamedTuple):
    """A text laid out: its place from the middle of its disc, its width, and what it is written with."""

    text: QStaticText
    x: float
    y: float
    width: float
    font: QFont
    colour: QColor


class TubeText:
    """Lays out what is written on tubes of one size in one theme."""

    def __init__(self, theme: Theme, disc: float) -> None:
        self._theme = theme
        self._disc = disc
        self._first = round(min(16.0, max(9.0, disc * 0.23)))
        self._second = round(min(13.0, max(9.0, disc * 0.195)))
        self._alone = round(min(14.0, max(9.0, disc * 0.21)))
        block = CAP * self._first + 0.11 * disc + CAP * self._second
        start = 0.02 * disc - block / 2
        self._baselines = start + CAP * self._first, start + block
        self._fonts: dict[tuple[int, int], tuple[QFont, QFontMetricsF]] = {}
        self._laid: dict[tuple[str, int, int, float, int], Laid] = {}

    def on(self, cell: CellPicture, dimmed: bool) -> tuple[Laid, ...]:
        """The texts of one position."""
        if cell.state is CellState.MISSING:
            return self._missing(cell)
        if cell.state is CellState.PLANNED:
            return ()
        if not cell.state.has_tube:
            return self._line(cell.label, self._alone, 400, CAP / 2 * self._alone, self._theme.colour.faint)
        kept = cell.state is CellState.ON_BENCH
        weight, colour = (500, self._theme.colour.faint) if kept else (600, self._colour(cell, dimmed))
        if self._disc >= TWO_LINES_FROM and cell.line1 and cell.line2:
            upper, lower = self._baselines
            return (
                *self._line(cell.line1, self._first, weight, upper, colour),
                *self._line(cell.line2, self._second, 400, lower, colour),
            )
        size = max(11, self._first + 1)
        return self._line(cell.line1 or cell.line2, size, weight, CAP / 2 * size, colour)

    def _missing(self, cell: CellPicture) -> tuple[Laid, ...]:
        warning = self._theme.colour.warning_text
        if self._disc < TWO_LINES_FROM or not cell.line1:
            size = round(self._disc * 0.6)
            return self._line("?", size, 600, CAP / 2 * size, warning)
        return (
            *self._line("?", round(self._disc * 0.42), 600, 0.04 * self._disc, warning),
            *self._line(cell.line1, self._second, 500, 0.28 * self._disc, self._theme.colour.ink),
        )

    def _colour(self, cell: CellPicture, dimmed: bool) -> QColor:
        disc, text = self._theme.tube_colour(cell.colour)
        ink = self._theme.colour.ink
        if dimmed:
            return softest_on(dimmed_ground(self._theme, disc), ink)
        return ink if cell.declared else text

    def _line(self, text: str, size: int, weight: int, baseline: float, colour: QColor) -> tuple[Laid, ...]:
        """Lay out one line whose letters stand ``baseline`` px below the middle of the disc."""
        if not text:
            return ()
        key = (text, size, weight, baseline, colour.rgba())
        laid = self._laid.get(key)
        if laid is None:
            if len(self._laid) > 8000:
                self._laid.clear()
            laid = self._laid[key] = self._fitted(text, size, weight, baseline, colour)
        return (laid,)

    def _fitted(self, text: str, size: int, weight: int, baseline: float, colour: QColor) -> Laid:
        reach = self._disc / 2 - min(5.0, self._disc * 0.04)
        edge = min(reach - 1, max(abs(baseline), abs(baseline - CAP * size)))
        room = 2 * math.sqrt(reach * reach - edge * edge)
        font, metrics = self._font(size, weight)
        width = metrics.horizontalAdvance(text)
        if width > room:
            font, metrics = self._font(max(LEAST_TEXT, math.floor(size * room / width)), weight)
            # Of a short code the tail tells tubes apart; a long word keeps both its ends.
            lost = Qt.TextElideMode.ElideMiddle if len(text) > 6 else Qt.TextElideMode.ElideLeft
            text = metrics.elidedText(text, lost, room + 1)
            width = metrics.horizontalAdvance(text)
        static = QStaticText(text)
        static.setTextFormat(Qt.TextFormat.PlainText)
        static.prepare(QTransform(), font)
        return Laid(static, -width / 2, baseline - metrics.ascent(), width, font, colour)

    def _font(self, size: int, weight: int) -> tuple[QFont, QFontMetricsF]:
        key = (size, weight)
        if key not in self._fonts:
            font = self._theme.font(size, weight, tabular=True)
            self._fonts[key] = (font, QFontMetricsF(font))
        return self._fonts[key]


def dimmed_ground(theme: Theme, disc: QColor) -> QColor:
    """The colour of a disc that does not match while a search is lit."""
    return mix(theme.colour.pane, disc, theme.tube.dimmed)
