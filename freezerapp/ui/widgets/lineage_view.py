"""Where a tube comes from and what was made of it: a tree of discs, the tube itself marked."""

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.plain_tip import plain_tip
from freezerapp.ui.widgets.tube_disc import small_disc

Index = QModelIndex | QPersistentModelIndex
ROW = 29
INDENT = 18
DEEPEST = 9
"""Levels after which the tree goes no further to the right, so that words keep their room."""
SHOWN_ROWS = 9


class LineageNode(NamedTuple):
    """One specimen, or a group of alike ones. ``depth`` is 0 for the oldest; nodes follow each other depth
    first.

    ``id`` is given back when it is chosen, 0 if there is nothing to open; ``colour`` is a material's code.
    """

    id: int
    text: str
    colour: str
    depth: int
    current: bool = False
    hint: str = ""


class LineageView(QListView):
    """Shows the nodes in their order. ``node_activated(int)``: one was clicked, or chosen by Enter."""

    node_activated = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._nodes = _Nodes(self)
        self.setModel(self._nodes)
        self.setItemDelegate(_Painted(look, self._nodes, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Lineage"))
        self.clicked.connect(self._on_chosen)
        look.changed.connect(self.viewport().update)

    @property
    def nodes(self) -> tuple[LineageNode, ...]:
        """What is shown."""
        return self._nodes.nodes

    def show_nodes(self, nodes: tuple[LineageNode, ...]) -> None:
        """Show these, the oldest first, and bring the current one into sight."""
        self._nodes.show(nodes)
        self.updateGeometry()
        for row, node in enumerate(nodes):
            if node.current:
                index = self._nodes.index(row)
                self.setCurrentIndex(index)
                self.scrollTo(index)

    def sizeHint(self) -> QSize:
        return QSize(240, ROW * max(1, min(SHOWN_ROWS, len(self._nodes.nodes))) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, ROW * max(1, min(3, len(self._nodes.nodes))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self.viewport().update()
        return super().viewportEvent(event)

    def _on_chosen(self, index: Index) -> None:
        node = self._nodes.nodes[index.row()]
        if node.id:
            self.node_activated.emit(node.id)


class _Nodes(QAbstractListModel):
    """The nodes, and for each the lines that pass it on the way to later ones."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.nodes: tuple[LineageNode, ...] = ()
        self.passing: tuple[frozenset[int], ...] = ()

    def show(self, nodes: tuple[LineageNode, ...]) -> None:
        self.beginResetModel()
        self.nodes = nodes
        self.passing = passing_lines(nodes)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.nodes)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        node = self.nodes[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return node.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(node.hint or node.text)
        return None


def passing_lines(nodes: tuple[LineageNode, ...]) -> tuple[frozenset[int], ...]:
    """For each node the depths at which a line goes on below it, to a later node of the same parent."""
    found: list[frozenset[int]] = []
    below: frozenset[int] = frozenset()
    for node in reversed(nodes):
        found.append(frozenset(depth for depth in below if depth <= node.depth))
        below = frozenset(depth for depth in below if depth < node.depth) | {node.depth}
    return tuple(reversed(found))


class _Painted(QStyledItemDelegate):
    """Draws one line of the tree."""

    def __init__(self, look: Look, nodes: _Nodes, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._nodes = nodes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        from PySide6.QtWidgets import QStyle  # its many names are not made before a lineage is seen

        theme, node = self._look.theme, self._nodes.nodes[index.row()]
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = rect.top() + ROW / 2
        self._paint_lines(painter, node, self._nodes.passing[index.row()], rect, middle)
        centre = QPointF(_x(node.depth) + rect.left(), middle)
        small_disc(painter, centre, 5.5 if node.current else 6.0, theme, node.colour, ring=node.current)
        left = centre.x() + 15
        font = theme.font(theme.type.secondary, 600 if node.current else 400)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and node.id and not node.current
        painter.setFont(font)
        painter.setPen(theme.colour.accent if hovered else theme.colour.ink)
        words = QRectF(left, rect.top(), rect.right() - left, ROW)
        text = QFontMetrics(font).elidedText(node.text, Qt.TextElideMode.ElideRight, int(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour.accent, 1.5))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 6, 6)
        painter.restore()

    def _paint_lines(
        self, painter: QPainter, node: LineageNode, passing: frozenset[int], rect: QRect, middle: float
    ) -> None:
        painter.setPen(QPen(self._look.theme.colour.card_border, 1.5))
        for depth in passing:
            if 0 < depth <= node.depth:
                x = _x(depth - 1) + rect.left()
                painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.top() + ROW))
        if node.depth > 0:
            x = _x(node.depth - 1) + rect.left()
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, middle))
            painter.drawLine(QPointF(x, middle), QPointF(_x(node.depth) + rect.left(), middle))
        if self._has_child(node):
            x = _x(node.depth) + rect.left()
            painter.drawLine(QPointF(x, middle), QPointF(x, rect.top() + ROW))

    def _has_child(self, node: LineageNode) -> bool:
        after = self._nodes.nodes.index(node) + 1
        return after < len(self._nodes.nodes) and self._nodes.nodes[after].depth > node.depth


def _x(depth: int) -> float:
    """px from the left to the middle of a disc of this depth."""
    return 12.0 + INDENT * min(depth, DEEPEST)
