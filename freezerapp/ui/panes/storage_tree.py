"""The left side of the window: all storage as a tree with its fill, and under it the work lists."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QVBoxLayout, QWidget

from freezerapp.ui.hands import Hands
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.container_tree import ALL_STORAGE, AWAY, ContainerTree, Role
from freezerapp.ui.panes.work_list import WorkList
from freezerapp.ui.selection import Lit, Selection, Showing, View
from freezerapp.ui.widgets.box_carried import Carried
from freezerapp.ui.widgets.box_drag import carried_in
from freezerapp.ui.widgets.container_drag import container_in, drag_container
from freezerapp.ui.widgets.row_tree import RowRoles, RowTree

LEFT = 14
DWELL_MS = 700
"""How long tubes are held over a box in the tree until it opens."""
ROLES = RowRoles(Role.FIGURE, Role.USED, Role.TOTAL, Role.BAR, Role.NEARLY_FULL, Role.MATCHES)


class StorageTreePane(QWidget):
    """The tree follows what the centre shows, and leads it where one clicks.

    ``menu_wanted`` carries a point of the screen and the id of a container; ``tubes_dropped`` what was carried
    here (Carried) and the id of the box it was let go on.
    """

    menu_wanted = Signal(QPoint, int)
    tubes_dropped = Signal(object, int)

    def __init__(self, look: Look, now: BankNow, work: WorkList, selection: Selection, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._now = now
        self._selection = selection
        self._model = ContainerTree(self)
        self._open: set[int] = set()
        self.tree = StorageTreeView(look)
        self.tree.setModel(self._model)
        self.tree.setAccessibleName(self.tr("Storage"))
        self.setObjectName("left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
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
        self.tree.beside_wanted.connect(self.open_beside)
        self.tree.dwelt.connect(self._on_dwelt)
        self.tree.tubes_dropped.connect(self._on_tubes)
        self.tree.container_dropped.connect(self._on_container)
        self.tree.menu_wanted.connect(self.menu_wanted)
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
        if not chosen.isValid():
            self.tree.setCurrentIndex(QModelIndex())
            self.tree.clearSelection()
            return
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.tree.selectionModel().setCurrentIndex(chosen, flags)
        self.tree.scrollTo(chosen, QAbstractItemView.ScrollHint.EnsureVisible)

    def _on_lit(self, lit: Lit) -> None:
        self._model.light(dict(lit.boxes))

    def set_bank(self, uuid: str) -> None:
        """The bank whose boxes these are: things of another are not taken."""
        self.tree.bank = uuid

    @property
    def current(self) -> int | None:
        """The container one is on in the tree, by id."""
        row = self._now.container(self.tree.currentIndex().internalId()) if self.tree.currentIndex().isValid() else None
        return row.id if row is not None else None

    def open_beside(self, container: int) -> None:
        """Show a box beside the one in the centre; where none is there, in the centre."""
        row = self._now.container(container)
        if row is None or row.holds != "specimens":
            return
        centre = self._now.container(self._selection.view.container)
        if self._selection.view.showing is Showing.CONTAINER and centre is not None and centre.holds == "specimens":
            self._selection.put_beside(container)
        else:
            self._selection.go(View(Showing.CONTAINER, container))

    def _on_dwelt(self, container: int) -> None:
        row = self._now.container(container)
        if row is not None and row.holds == "specimens":
            self.open_beside(container)
        else:
            self.tree.setExpanded(self._model.of(container), True)

    def _on_tubes(self, carried: Carried, container: int) -> None:
        row = self._now.container(container)
        if row is not None and row.holds == "specimens":
            self.tubes_dropped.emit(carried, container)

    def _on_container(self, container: int, holder: int) -> None:
        row = self._now.container(holder)
        if row is not None and row.holds == "containers" and container != holder:
            self._hands.put_container_into(container, holder)

    def _on_chosen(self, container: int) -> None:
        if container == ALL_STORAGE:
            self._selection.go(View(Showing.STORAGE))
        elif container == AWAY:
            self._selection.go(View(Showing.LIST, query="status:shipped"))
        else:
            self._selection.go(View(Showing.CONTAINER, container))


class StorageTreeView(RowTree):
    """The tree itself; ``chosen`` carries the id of the container that the user went to.

    ``beside_wanted(id)``: Ctrl+Enter or Ctrl+click; ``dwelt(id)``: something is held over it; ``tubes_dropped``
    and ``container_dropped(id, holder)``: let go on it; ``menu_wanted(QPoint, id)``.
    """

    chosen = Signal(int)
    beside_wanted = Signal(int)
    dwelt = Signal(int)
    tubes_dropped = Signal(object, int)
    container_dropped = Signal(int, int)
    menu_wanted = Signal(QPoint, int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, ROLES)
        self.bank = ""
        self._look_of_drag = look
        self._pressed: tuple[QPointF, int] | None = None
        self._over = -1
        self._dwells = QTimer(self)
        self._dwells.setSingleShot(True)
        self._dwells.setInterval(DWELL_MS)
        self._dwells.timeout.connect(lambda: self.dwelt.emit(self._over))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAcceptDrops(True)
        self.setAutoScroll(True)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        left = event.button() is Qt.MouseButton.LeftButton
        self._pressed = (event.position(), index.internalId()) if left and index.isValid() else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A box or a rack is dragged; what stands in nothing can't be."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if (event.position() - self._pressed[0]).manhattanLength() < QApplication.startDragDistance():
            return
        container, self._pressed = self._pressed[1], None
        index = self.indexAt(event.position().toPoint())
        if self.bank and index.isValid() and index.parent().isValid() and 0 < container < AWAY:
            drag_container(self, self.bank, container, str(index.data()), self._look_of_drag)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a name goes there; one on the mark before it only opens or folds."""
        super().mouseReleaseEvent(event)
        self._pressed = None
        index = self.indexAt(event.position().toPoint())
        on_name = index.isValid() and event.position().x() >= self.visualRect(index).left()
        if on_name and event.button() is Qt.MouseButton.LeftButton:
            beside = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            (self.beside_wanted if beside else self.chosen).emit(index.internalId())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        keyboard = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if keyboard else self.indexAt(event.pos())
        if not index.isValid() or not 0 < index.internalId() < AWAY:
            return
        at = self.viewport().mapToGlobal(self.visualRect(index).center()) if keyboard else event.globalPos()
        self.menu_wanted.emit(at, index.internalId())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go there at once; left and right fold and open as in every tree."""
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        before = self.currentIndex()
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier and before.isValid():
            self.beside_wanted.emit(before.internalId())
            return
        super().keyPressEvent(event)
        after = self.currentIndex()
        if after.isValid() and (after != before or entered):
            self.chosen.emit(after.internalId())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried, container = carried_in(event.mimeData()), container_in(event.mimeData())
        if self.bank in (carried.bank if carried else None, container.bank if container else None):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        over = index.internalId() if index.isValid() else -1
        if over != self._over:
            self._over = over
            self._dwells.stop()
            if 0 < over < AWAY:
                self._dwells.start()
        if 0 < over < AWAY:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._forget()

    def dropEvent(self, event: QDropEvent) -> None:
        over = self._over
        self._forget()
        if not 0 < over < AWAY:
            event.ignore()
            return
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        carried, container = carried_in(event.mimeData()), container_in(event.mimeData())
        if carried is not None:
            self.tubes_dropped.emit(carried, over)
        elif container is not None:
            self.container_dropped.emit(container.id, over)

    def _forget(self) -> None:
        self._dwells.stop()
        self._over = -1
