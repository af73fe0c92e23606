"""The box that one stands before: which positions are wanted, which are done, and which comes next."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from freezerapp.domain.position import Layout, Position
from freezerapp.ui.look import Look

Cells = frozenset[tuple[int, int]]
NONE: Cells = frozenset()
HEADING = 16.0


class PickGrid(QWidget):
    """A picture only: the list beside it says the same in words."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._layout: Layout | None = None
        self._wanted = self._done = NONE
        self._next: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)
        look.changed.connect(self.update)

    def show_box(self, layout: Layout | None, wanted: Cells, done: Cells, next_: tuple[int, int] | None) -> None:
        """Show a box: cells as (row, column) from 0."""
        self._layout, self._wanted, self._done, self._next = layout, wanted, done, next_
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(240, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        layout = self._layout
        if layout is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._look.theme
        step = min((self.width() - HEADING) / layout.columns, (self.height() - HEADING) / layout.rows, 30.0)
        left = (self.width() - HEADING - step * layout.columns) / 2 + HEADING
        top = HEADING
        painter.setFont(theme.font(theme.type.caption, 400))
        painter.setPen(theme.colour.muted)
        if step >= 11:
            self._headings(painter, layout, left, top, step)
        for cell in layout.positions():
            at = QPointF(left + (cell.column + 0.5) * step, top + (cell.row + 0.5) * step)
            self._cell(painter, layout, cell, at, step)
        painter.end()

    def _headings(self, painter: QPainter, layout: Layout, left: float, top: float, step: float) -> None:
        middle = Qt.AlignmentFlag.AlignCenter
        for row, text in enumerate(layout.row_labels() or ()):
            painter.drawText(QRectF(left - HEADING - 4, top + row * step, HEADING, step), middle, text)
        for column, text in enumerate(layout.column_labels() or ()):
            painter.drawText(QRectF(left + column * step, top - HEADING, step, HEADING), middle, text)

    def _cell(self, painter: QPainter, layout: Layout, cell: Position, at: QPointF, step: float) -> None:
        theme, key = self._look.theme, (cell.row, cell.column)
        radius = max(1.5, step * 0.36)
        if key in self._done:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.bar)
        elif key in self._wanted:
            painter.setPen(QPen(theme.colour.accent, 1.6))
            painter.setBrush(theme.colour.accent_ground)
        else:
            painter.setPen(QPen(theme.colour.line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, radius, radius)
        if key in self._done and step >= 11:
            painter.setPen(QPen(theme.colour.pane, 1.6))
            painter.drawPolyline(
                [at + QPointF(-radius * 0.45, 0), at + QPointF(-radius * 0.1, radius * 0.4),
                 at + QPointF(radius * 0.5, -radius * 0.4)]
            )  # fmt: skip
        if key == self._next:
            painter.setPen(QPen(theme.colour.selection_ring, 2.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(at, radius + 3, radius + 3)
