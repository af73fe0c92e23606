"""What a tube came from and what was made of it, oldest at the top; each line leads to its tube."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from freezerapp.ui import said_of_tube
from freezerapp.ui.look import Look

if TYPE_CHECKING:
    from freezerapp.storage.rows.tube import LineageRow

LINE = 28
STEP = 18
LEFT = 12


class LineageView(QWidget):
    """``chosen`` carries the id of the specimen whose line was clicked."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: list[_Line] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self.setAccessibleName(self.tr("Lineage"))

    @property
    def lines(self) -> "Sequence[QPushButton]":
        """The lines from the oldest down."""
        return self._lines

    def show_rows(self, rows: "Sequence[LineageRow]") -> None:
        """Show these, in this order."""
        for line in self._lines:
            line.hide()
            line.deleteLater()
        self._lines = []
        depths = [row.depth for row in rows]
        for number, row in enumerate(rows):
            line = _Line(self._look, row, through(depths, number))
            line.clicked.connect(lambda _checked=False, id_=row.id: self.chosen.emit(id_))
            self._layout.addWidget(line)
            self._lines.append(line)


class _Line(QPushButton):
    """One line: the stems that pass through it, its dot, its words."""

    def __init__(self, look: Look, row: "LineageRow", stems: frozenset[int]) -> None:
        text = said_of_tube.lineage_line(row)
        super().__init__(text)
        self._look = look
        self._row = row
        self._stems = stems
        self.setFlat(True)
        self.setEnabled(not row.current)
        self.setCursor(Qt.CursorShape.ArrowCursor if row.current else Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(part for part in (row.barcode, text) if part))
        self.setToolTip("\n".join(part for part in (row.barcode, text) if part))

    def sizeHint(self) -> QSize:
        return QSize(120, LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, row = self._look.theme, self._row
        middle, bottom = self.height() / 2, float(self.height())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour.card_border, 1.5))
        for depth in self._stems:
            start = middle if depth == row.depth else 0.0
            painter.drawLine(QPointF(_x(depth), start), QPointF(_x(depth), bottom))
        if row.depth:
            above = _x(row.depth - 1)
            painter.drawLine(QPointF(above, 0), QPointF(above, middle))
            painter.drawLine(QPointF(above, middle), QPointF(_x(row.depth), middle))
        radius = 7.0 if row.current else 6.0
        painter.setPen(Qt.PenStyle.NoPen)
        if row.current:
            painter.setBrush(theme.colour.accent)
            painter.drawEllipse(QPointF(_x(row.depth), middle), radius, radius)
            radius -= 2.0
        painter.setBrush(theme.tube_colour(row.material).disc)
        painter.drawEllipse(QPointF(_x(row.depth), middle), radius, radius)
        font = theme.font(theme.type.secondary, 600 if row.current else 400)
        font.setUnderline(self.underMouse() and not row.current)
        painter.setFont(font)
        painter.setPen(theme.colour.accent if self.underMouse() and not row.current else theme.colour.ink)
        room = QRectF(_x(row.depth) + 14, 0, self.width() - _x(row.depth) - 14, bottom)
        text = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour.accent, 1))
            painter.drawRoundedRect(room.adjusted(-4, 3, -1, -3), 4, 4)


def through(depths: Sequence[int], number: int) -> frozenset[int]:
    """The depths whose stem goes on below a line: those that have a later child before they end."""
    found = set()
    least = depths[number]
    for depth in depths[number + 1 :]:
        if depth - 1 <= least:
            found.add(depth - 1)
        least = min(least, depth)
    return frozenset(depth for depth in found if depth >= 0)


def _x(depth: int) -> float:
    return LEFT + depth * STEP
