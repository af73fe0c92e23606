"""The storage tree at the left and the inspector at the right: shown, folded away, and how wide they are."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from freezerapp.ui.actions import Actions
from freezerapp.ui.settings import INSPECTOR_SHOWN, PANES, TREE_SHOWN, Settings
from freezerapp.ui.theme import Space


class SidePanes(QObject):
    """``split`` holds them, with the centre between. What the user wants comes back as soon as there is room."""

    def __init__(self, centre: QWidget, settings: Settings, actions: Actions, has_bank: Callable[[], bool]) -> None:
        super().__init__(centre)
        self._settings = settings
        self._actions = actions
        self._has_bank = has_bank
        self._tree: QWidget | None = None
        self._inspector: QWidget | None = None
        self._wanted = bool(settings.get(INSPECTOR_SHOWN))
        self._insisted = False
        """It was asked for where there is little room."""
        self._wide = 0
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setHandleWidth(1)
        self.split.addWidget(centre)

    def put_in(self, tree: QWidget, inspector: QWidget, space: Space, width: int) -> None:
        """The panes are there; ``width`` is the window's."""
        self._tree, self._inspector, self._wide = tree, inspector, int(space.inspector_width)
        self.split.insertWidget(0, tree)
        self.split.addWidget(inspector)
        self.split.setCollapsible(1, False)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([int(space.tree_width), width - int(space.tree_width) - self._wide, self._wide])
        kept = self._settings.get(PANES)
        if not kept.isEmpty():
            self.split.restoreState(kept)

    def keep(self) -> None:
        """Remember how wide they are."""
        if self._tree is not None:
            self._settings.put(PANES, self.split.saveState())

    def open(self) -> None:
        """A bank is open: the tree is shown if it was before."""
        if self._tree is not None:
            self._tree.setVisible(bool(self._settings.get(TREE_SHOWN)))

    def close(self) -> None:
        """Without a bank neither is shown."""
        for pane in (self._tree, self._inspector):
            if pane is not None:
                pane.hide()

    def fold(self, away: bool) -> None:
        """The inspector gives way, or comes back if it is wanted; one that was asked for here stays."""
        if not away:
            self._insisted = False
        self._show_inspector(self._insisted or (self._wanted and not away))

    def toggle_tree(self) -> None:
        """Show the tree, or hide it."""
        if self._tree is not None:
            self._tree.setVisible(self._tree.isHidden() and self._has_bank())
            self._settings.put(TREE_SHOWN, int(not self._tree.isHidden()))
        self.tell()

    def toggle_inspector(self) -> None:
        """Show the inspector, or hide it."""
        if self._inspector is not None:
            self._wanted = self._insisted = self._inspector.isHidden()
            self._settings.put(INSPECTOR_SHOWN, int(self._wanted))
            self._show_inspector(self._wanted)

    def tell(self) -> None:
        """Let the actions say what is shown."""
        for name, pane in (("tree", self._tree), ("inspector", self._inspector)):
            if pane is not None:
                self._actions[name].setChecked(not pane.isHidden())

    def _show_inspector(self, shown: bool) -> None:
        pane = self._inspector
        if pane is None:
            return
        shown = shown and self._has_bank()
        if shown and pane.isHidden():
            tree, centre, inspector = self.split.sizes()
            wide = inspector or self._wide
            pane.show()
            self.split.setSizes([tree, centre + inspector - wide, wide])
        elif not shown:
            pane.hide()
        self.tell()
