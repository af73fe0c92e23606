"""The left side of the window: all storage as a tree with its fill, and under it the work lists."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QLabel, QVBoxLayout, QWidget

from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.container_tree import ALL_STORAGE, AWAY, ContainerTree, Role
from freezerapp.ui.panes.work_list import WorkList
from freezerapp.ui.selection import Lit, Selection, Showing, View
from freezerapp.ui.widgets.row_tree import RowRoles, RowTree

LEFT = 14
ROLES = RowRoles(Role.FIGURE, Role.USED, Role.TOTAL, Role.BAR, Role.NEARLY_FULL, Role.MATCHES)


class StorageTreePane(QWidget):
    """The tree follows what the centre shows, and leads it where one clicks."""

    def __init__(self, look: Look, now: BankNow, work: WorkList, selection: Selection) -> None:
        super().__init__()
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

    def _on_chosen(self, container: int) -> None:
        if container == ALL_STORAGE:
            self._selection.go(View(Showing.STORAGE))
        elif container == AWAY:
            self._selection.go(View(Showing.LIST, query="status:shipped"))
        else:
            self._selection.go(View(Showing.CONTAINER, container))


class StorageTreeView(RowTree):
    """The tree itself; ``chosen`` carries the id of the container that the user went to."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__(look, ROLES)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a name goes there; one on the mark before it only opens or folds."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_name = index.isValid() and event.position().x() >= self.visualRect(index).left()
        if on_name and event.button() is Qt.MouseButton.LeftButton:
            self.chosen.emit(index.internalId())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go there at once; left and right fold and open as in every tree."""
        before = self.currentIndex()
        super().keyPressEvent(event)
        after = self.currentIndex()
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if after.isValid() and (after != before or entered):
            self.chosen.emit(after.internalId())
