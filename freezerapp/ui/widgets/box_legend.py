"""What the colours of tubes mean: a swatch, a word and a count each, in lines that wrap."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLocale, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from freezerapp.ui.look import Look
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.painted_cells import PaintedCells, SpokenCell
from freezerapp.ui.widgets.tube_disc import small_disc

LINE = 24.0
"""px of height of a line, for hands without gloves."""
SWATCH = 5.5
"""px of a swatch's radius."""
BEFORE, AFTER, BETWEEN = 22.0, 8.0, 10.0
"""px left of a word for its swatch, right of its count, and from one entry to the next."""


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """One colour: what it is (as in ``CellPicture.colour``), what it means, how many tubes wear it."""

    colour: str
    text: str
    count: int = 0


class BoxLegend(QWidget, PaintedCells):
    """Shows entries in the order given; as high as its lines are at the width it has.

    ``picked(int)``: an entry, counted from 0, was clicked, or reached by arrow keys and Enter.
    """

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = ""
        self._entries: tuple[LegendEntry, ...] = ()
        self._places: list[QRectF] = []
        self._cursor = -1
        self._pointed = -1
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.spoken_start()
        look.changed.connect(self._on_look_changed)

    @property
    def entries(self) -> tuple[LegendEntry, ...]:
        """What is shown."""
        return self._entries

    def show_entries(self, entries: tuple[LegendEntry, ...], title: str = "") -> None:
        """Show these; ``title`` says what is coloured by ("Material") and stands before them."""
        self._entries, self._title = entries, title
        self._cursor = min(self._cursor, len(entries) - 1)
        self._pointed = -1
        self.setAccessibleName(title)
        self._lay()
        self.updateGeometry()

    def entry_rect(self, number: int) -> QRect:
        """Where an entry is."""
        return self._places[number].toAlignedRect()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return math.ceil(self._laid(width)[1])

    def sizeHint(self) -> QSize:
        width = self.width() if self._places else 400
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, math.ceil(self._line()))

    def spoken_count(self) -> int:
        return len(self._entries)

    def spoken_cell(self, number: int) -> SpokenCell:
        entry = self._entries[number]
        text = self.tr("{entry}: %Ln tube(s)", "", entry.count).format(entry=entry.text)
        return SpokenCell(text, self.entry_rect(number), current=number == self._cursor)

    def spoken_at(self, point: QPoint) -> int:
        at = QPointF(point)
        return next((number for number, place in enumerate(self._places) if place.contains(at)), -1)

    def spoken_current(self) -> int:
        return self._cursor

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._point_at(-1)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._lay()
        self.updateGeometry()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._point_at(self.spoken_at(event.position().toPoint()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = self.spoken_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and at >= 0:
            self.picked.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, last = event.key(), len(self._entries) - 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if key in steps and last >= 0:
            self._go(max(0, min(last, self._cursor + steps[Qt.Key(key)])))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor >= 0:
            self.picked.emit(self._cursor)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._cursor < 0 and self._entries:
            self._cursor = 0
        self.say_current()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        if self._title:
            painter.setFont(theme.font(theme.type.secondary))
            painter.setPen(theme.colour.muted)
            painter.drawText(QRectF(0, 0, self.width(), self._line()), start, self._title)
        for number, (entry, place) in enumerate(zip(self._entries, self._places, strict=True)):
            if number == self._pointed:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour.hover if theme.dark else theme.colour.pill)
                painter.drawRoundedRect(place.adjusted(0, 1, 0, -1), 6, 6)
            small_disc(painter, QPointF(place.left() + 11, place.center().y()), SWATCH, theme, entry.colour, ring=False)
            self._paint_words(painter, theme, entry, place)
            if number == self._cursor and self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme.colour.accent, 1.6))
                painter.drawRoundedRect(place.adjusted(1, 2, -1, -2), 6, 6)
        painter.end()

    def _paint_words(self, painter: QPainter, theme: Theme, entry: LegendEntry, place: QRectF) -> None:
        start = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        count, font = _count(entry), theme.font(theme.type.secondary)
        figures = theme.font(theme.type.secondary, tabular=True)
        taken = QFontMetricsF(figures).horizontalAdvance(count) + 6 if count else 0.0
        inside = place.adjusted(BEFORE, 0, -AFTER, 0)
        painter.setFont(font)
        painter.setPen(theme.colour.ink)
        room = inside.width() - taken
        text = QFontMetricsF(font).elidedText(entry.text, Qt.TextElideMode.ElideRight, room + 1)
        painter.drawText(inside, start, text)
        painter.setFont(figures)
        painter.setPen(theme.colour.muted)
        painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)

    def _line(self) -> float:
        return self._look.theme.space.row if self._look.gloves else LINE

    def _laid(self, width: float) -> tuple[list[QRectF], float]:
        """The place of each entry at this width, and the height of all lines."""
        theme, line = self._look.theme, self._line()
        words = QFontMetricsF(theme.font(theme.type.secondary))
        figures = QFontMetricsF(theme.font(theme.type.secondary, tabular=True))
        start = math.ceil(words.horizontalAdvance(self._title)) + 8.0 if self._title else 0.0
        if start > width / 2:
            start = 0.0
        x, y = start, 0.0
        places = []
        for entry in self._entries:
            count = _count(entry)
            wide = BEFORE + words.horizontalAdvance(entry.text) + AFTER
            wide += figures.horizontalAdvance(count) + 6 if count else 0.0
            wide = min(math.ceil(wide), max(60.0, width - start))
            if x + wide > width and x > start:
                x, y = start, y + line
            places.append(QRectF(x, y, wide, line))
            x += wide + BETWEEN
        return places, y + line

    def _lay(self) -> None:
        self._places = self._laid(self.width())[0]
        self.update()

    def _go(self, number: int) -> None:
        self._cursor = number
        self.say_current()
        self.update()

    def _point_at(self, number: int) -> None:
        if number != self._pointed:
            self._pointed = number
            self.update()

    def _on_look_changed(self) -> None:
        self._lay()
        self.updateGeometry()


def _count(entry: LegendEntry) -> str:
    return QLocale().toString(entry.count) if entry.count else ""
