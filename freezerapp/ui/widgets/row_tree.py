"""Rows of storage and work: a name, a fill bar and a figure; the chosen one with a bar at the left edge."""

from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QStyledItemDelegate, QStyleOptionViewItem, QTreeView, QWidget

from freezerapp.ui import words
from freezerapp.ui.look import Look
from freezerapp.ui.theme import Theme
from freezerapp.ui.widgets.fill_bar import paint_fill_bar
from freezerapp.ui.widgets.hovered import Hovered

Index = QModelIndex | QPersistentModelIndex
BAR = 3
LEFT = 6
"""px that everything in a row stands further right, in line with the headings of the pane."""
EDGE = 14
"""px free at the right edge of a row."""
NAME = 56
"""px of name without which a row shows no bar."""
FIGURE = 48
"""px for the figure, at least."""


class RowRoles(NamedTuple):
    """Which roles of a model a row reads; 0 for what it does not have.

    ``figure`` text at the right; ``used`` and ``total`` numbers and ``bar`` (bool) for the fill bar;
    ``nearly_full`` (bool) makes it warn; ``matches`` counts what a search found inside, shown in place of the
    bar.
    """

    figure: int = 0
    used: int = 0
    total: int = 0
    bar: int = 0
    nearly_full: int = 0
    matches: int = 0


class RowTree(QTreeView):
    """A tree in the look of the program."""

    def __init__(self, look: Look, roles: RowRoles, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setItemDelegate(_Row(look, roles, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setVerticalScrollMode(QTreeView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self._hovered = Hovered(self)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """With no row to be on, the whole tree shows that the keyboard is here."""
        super().paintEvent(event)
        if self.hasFocus() and not self.currentIndex().isValid():
            painter = QPainter(self.viewport())
            painter.setPen(self._look.theme.colour.accent)
            painter.drawRect(self.viewport().rect().adjusted(0, 0, -1, -1))
            painter.end()

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = self._look.theme
        rect: QRect = option.rect
        whole = QRect(0, rect.top(), self.viewport().width(), rect.height())
        chosen = self.selectionModel() is not None and self.selectionModel().isSelected(index)
        if chosen:
            painter.fillRect(whole, theme.colour.accent_ground)
        elif self._hovered.is_at(index):
            painter.fillRect(whole, theme.colour.hover)
        super().drawRow(painter, option, index)
        if chosen:
            painter.fillRect(QRect(0, rect.top(), BAR, rect.height()), theme.colour.accent)
        if self.hasFocus() and index == self.currentIndex():
            painter.setPen(theme.colour.accent)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(whole.adjusted(0, 0, -1, -1))

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        model = self.model()
        if model is None or not model.hasChildren(index):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.colour.ink)
        centre = QPointF(rect.right() - self.indentation() / 2 + 2.5 + LEFT, rect.center().y() + 1)
        painter.drawPolygon(_triangle(centre, down=self.isExpanded(index)))
        painter.restore()

    def _on_look_changed(self) -> None:
        self.setIndentation(round(self._look.theme.space.tree_indent))
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class _Row(QStyledItemDelegate):
    """Writes one row; its ground is drawn by the tree, across its whole width."""

    def __init__(self, look: Look, roles: RowRoles, parent: RowTree) -> None:
        super().__init__(parent)
        self._tree = parent
        self._look = look
        self._roles = roles

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, round(self._look.theme.space.row))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, roles = self._look.theme, self._roles
        rect: QRect = option.rect
        selection = self._tree.selectionModel()
        chosen = selection is not None and selection.isSelected(index)
        painter.save()
        figure = str(index.data(roles.figure) or "") if roles.figure else ""
        small = theme.font(theme.type.secondary, tabular=True)
        figure_width = QFontMetrics(small).horizontalAdvance(figure)
        right = rect.right() - EDGE
        colour = theme.colour.accent_text if chosen else theme.colour.muted
        _write(
            painter,
            QRect(right - figure_width, rect.top(), figure_width + 1, rect.height()),
            figure,
            small,
            colour,
        )
        right -= figure_width + 10 if figure else 0
        if rect.width() >= NAME + round(theme.space.fill_bar_width) + FIGURE + EDGE:
            right = self._paint_middle(painter, index, theme, right, rect)
        font = theme.font(weight=600 if chosen else 400)
        left = rect.left() + 2 + LEFT
        room = QRect(left, rect.top(), max(0, right - left), rect.height())
        text = QFontMetrics(font).elidedText(str(index.data() or ""), Qt.TextElideMode.ElideMiddle, room.width())
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        ink = theme.colour.accent_text if chosen else theme.colour.ink if enabled else theme.colour.disabled
        _write(painter, room, text, font, ink, Qt.AlignmentFlag.AlignLeft)
        painter.restore()

    def _paint_middle(self, painter: QPainter, index: Index, theme: Theme, right: int, rect: QRect) -> int:
        """The bar, or how many a search found; returns where the name has to end."""
        roles, space = self._roles, theme.space
        matches = int(index.data(roles.matches) or 0) if roles.matches else 0
        start = min(right, rect.right() - EDGE - FIGURE) - round(space.fill_bar_width)
        if matches:
            small = theme.font(theme.type.caption, 600)
            text = words.number(matches)
            width = QFontMetrics(small).horizontalAdvance(text) + 12
            # A row without a figure has its room to give: deep in the tree names need it.
            edge = right if right == rect.right() - EDGE else start + round(space.fill_bar_width)
            pill = QRect(edge - width, rect.center().y() - 8, width, 17)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour.lit)
            painter.drawRoundedRect(pill, 8.5, 8.5)
            _write(painter, pill, text, small, theme.colour.on_lit, Qt.AlignmentFlag.AlignHCenter)
            return pill.left() - 8
        if not roles.bar or not index.data(roles.bar):
            return right
        total = int(index.data(roles.total) or 0)
        fraction = int(index.data(roles.used) or 0) / total if total else 0.0
        warns = bool(index.data(roles.nearly_full)) if roles.nearly_full else None
        high = space.fill_bar_height
        bar = QRectF(start, rect.top() + (rect.height() - high) / 2, space.fill_bar_width, high)
        paint_fill_bar(painter, bar, fraction, theme, warns)
        return start - 10


def _write(
    painter: QPainter,
    rect: QRect,
    text: str,
    font: QFont,
    colour: QColor,
    side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignRight,
) -> None:
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, text)


def _triangle(centre: QPointF, *, down: bool) -> QPolygonF:
    if down:
        points = (QPointF(-3.5, -2.5), QPointF(3.5, -2.5), QPointF(0, 3))
    else:
        points = (QPointF(-2.5, -3.5), QPointF(3, 0), QPointF(-2.5, 3.5))
    return QPolygonF([centre + point for point in points])
