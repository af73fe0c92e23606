"""The left side of the window: all storage as a tree with its fill, and under it the work lists."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.container_tree import ALL_STORAGE, ContainerTree, Role
from freezerapp.ui.panes.work_list import WorkList
from freezerapp.ui.selection import Lit, Selection, Showing, View

LEFT = 14
CHEVRON = 14
FIGURE = 62


@dataclass(frozen=True, slots=True)
class _Cell:
    """What one row of the tree shows."""

    name: str
    figure: str
    used: int
    total: int
    bar: bool
    nearly_full: bool
    matches: int


class StorageTreePane(QWidget):
    """The tree follows what the centre shows, and leads it where one clicks."""

    def __init__(self, look: Look, now: BankNow, work: WorkList, selection: Selection) -> None:
        super().__init__()
        self._now = now
        self._selection = selection
        self._model = ContainerTree(self)
        self._open: set[int] = set()
        self._following = False
        self.tree = StorageTreeView(look)
        self.tree.setModel(self._model)
        self.tree.setAccessibleName(self.tr("Storage"))
        self.setAutoFillBackground(True)
        self.setObjectName("left")
        caption = QLabel(self.tr("Storage"))
        caption.setProperty("look", "section")
        caption.setContentsMargins(LEFT, 14, 0, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(0)
        layout.addWidget(caption)
        layout.addWidget(self.tree, 1)
        layout.addWidget(work)
        now.storage_changed.connect(self._on_storage)
        selection.view_changed.connect(self._on_view)
        selection.lit_changed.connect(self._on_lit)
        self.tree.chosen.connect(self._on_chosen)
        self.tree.expanded.connect(lambda index: self._open.add(index.internalId()))
        self.tree.collapsed.connect(lambda index: self._open.discard(index.internalId()))
        self._on_storage()

    @property
    def model(self) -> ContainerTree:
        """The model behind the tree."""
        return self._model

    def _on_storage(self) -> None:
        storage = self._now.storage
        first = self._model.storage is None and storage is not None
        kept = set(self._open)
        self._model.show(storage)
        if storage is None:
            self._open.clear()
            return
        if first:
            kept |= set(storage.roots)
        for container in kept:
            index = self._model.of(container)
            if index.isValid():
                self.tree.setExpanded(index, True)
        self._on_lit(self._selection.lit)
        self._on_view(self._selection.view)

    def _on_view(self, view: View) -> None:
        """Mark where the centre is, and open the way to it."""
        chosen = QModelIndex()
        if view.showing is Showing.STORAGE:
            chosen = self._model.of(ALL_STORAGE)
        elif view.showing is Showing.CONTAINER and view.container is not None:
            chosen = self._model.of(view.container)
        self._following = True
        try:
            if not chosen.isValid():
                self.tree.setCurrentIndex(QModelIndex())
                self.tree.clearSelection()
                return
            flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.tree.selectionModel().setCurrentIndex(chosen, flags)
            self.tree.scrollTo(chosen, QAbstractItemView.ScrollHint.EnsureVisible)
        finally:
            self._following = False

    def _on_lit(self, lit: Lit) -> None:
        self._model.light(dict(lit.boxes))

    def _on_chosen(self, container: int) -> None:
        if self._following:
            return
        if container == ALL_STORAGE:
            self._selection.go(View(Showing.STORAGE))
        else:
            self._selection.go(View(Showing.CONTAINER, container))


class StorageTreeView(QTreeView):
    """The tree itself; ``chosen`` carries the id of the container that the user went to."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setItemDelegate(_RowPainter(look, self))
        look.changed.connect(self.viewport().update)

    def mousePressEvent(self, event: "QEvent") -> None:  # type: ignore[override]
        """A click on the mark before a name opens or folds it; anywhere else goes there."""
        position = event.position().toPoint()  # type: ignore[attr-defined]
        index = self.indexAt(position)
        if not index.isValid() or event.button() is not Qt.MouseButton.LeftButton:  # type: ignore[attr-defined]
            super().mousePressEvent(event)  # type: ignore[arg-type]
            return
        left = LEFT + depth(index) * self._look.theme.space.tree_indent
        if self.model().hasChildren(index) and left - 6 <= position.x() <= left + CHEVRON:
            self.setExpanded(index, not self.isExpanded(index))
            return
        self.setCurrentIndex(index)
        self.chosen.emit(index.internalId())

    def keyPressEvent(self, event: "QEvent") -> None:  # type: ignore[override]
        """Up and down go there at once; left and right fold and open as in every tree."""
        before = self.currentIndex()
        super().keyPressEvent(event)  # type: ignore[arg-type]
        after = self.currentIndex()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)  # type: ignore[attr-defined]
        if after.isValid() and (after != before or entered):
            self.chosen.emit(after.internalId())


class _RowPainter(QStyledItemDelegate):
    """Paints a row: mark, name, fill bar, figure; the chosen one with a bar at its left."""

    def __init__(self, look: Look, view: QTreeView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, int(self._look.theme.space.row))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._look.theme
        state, rect = option.state, QRectF(option.rect)  # type: ignore[attr-defined]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.fillRect(rect, theme.colour.accent_ground)
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.colour.accent)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour.hover)
        if chosen and self._view.hasFocus() and state & QStyle.StateFlag.State_KeyboardFocusChange:
            painter.setPen(QPen(theme.colour.accent, 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        cell = _cell(index)
        left = rect.left() + LEFT + depth(index) * theme.space.tree_indent
        if self._view.model().hasChildren(index):
            self._mark(painter, left, rect.center().y(), self._view.isExpanded(index), theme.colour.muted)
        if index.internalId() != ALL_STORAGE:
            left += CHEVRON
        right = rect.right() - LEFT
        if cell.figure:
            painter.setFont(theme.font(theme.type.secondary))
            painter.setPen(theme.colour.accent_text if chosen else theme.colour.muted)
            box = QRectF(right - FIGURE, rect.top(), FIGURE, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, cell.figure)
            right -= min(FIGURE, QFontMetricsF(painter.font()).horizontalAdvance(cell.figure)) + 8
        if cell.bar:
            right = rect.right() - LEFT - 46 - theme.space.fill_bar_width
            self._bar(painter, right, rect.center().y(), cell)
            right -= 8
        if cell.matches:
            right -= 12
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour.lit)
            painter.drawEllipse(QRectF(right + 2, rect.center().y() - 3.5, 7, 7))
        font = theme.font(theme.type.body, 600 if chosen else 400)
        painter.setFont(font)
        painter.setPen(theme.colour.accent_text if chosen else theme.colour.ink)
        room = QRectF(left, rect.top(), max(0.0, right - left), rect.height())
        name = QFontMetricsF(font).elidedText(cell.name, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def _mark(self, painter: QPainter, x: float, middle: float, is_open: bool, colour: QColor) -> None:
        path = QPainterPath()
        if is_open:
            path.moveTo(x, middle - 2)
            path.lineTo(x + 3.5, middle + 2)
            path.lineTo(x + 7, middle - 2)
        else:
            path.moveTo(x + 1.5, middle - 3.5)
            path.lineTo(x + 5.5, middle)
            path.lineTo(x + 1.5, middle + 3.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(
            QPen(colour, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPath(path)

    def _bar(self, painter: QPainter, x: float, middle: float, cell: _Cell) -> None:
        theme = self._look.theme
        width, height = theme.space.fill_bar_width, theme.space.fill_bar_height
        track = QRectF(x, middle - height / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        shape = QPainterPath()
        shape.addRoundedRect(track, height / 2, height / 2)
        painter.fillPath(shape, theme.colour.track)
        if cell.used and cell.total:
            painter.setClipPath(shape)
            full = QRectF(track)
            full.setWidth(max(2.0, width * min(1.0, cell.used / cell.total)))
            painter.fillRect(full, theme.colour.warning_bar if cell.nearly_full else theme.bar)
            painter.setClipping(False)


def depth(index: QModelIndex | QPersistentModelIndex) -> int:
    """How deep a row stands in the tree; rooms and all storage are 0."""
    steps = 0
    above = index.parent()
    while above.isValid():
        steps += 1
        above = above.parent()
    return steps


def _cell(index: QModelIndex | QPersistentModelIndex) -> _Cell:
    return _Cell(
        str(index.data()),
        str(index.data(Role.FIGURE) or ""),
        int(index.data(Role.USED) or 0),
        int(index.data(Role.TOTAL) or 0),
        bool(index.data(Role.BAR)),
        bool(index.data(Role.NEARLY_FULL)),
        int(index.data(Role.MATCHES) or 0),
    )
