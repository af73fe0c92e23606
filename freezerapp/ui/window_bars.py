"""Menus and toolbar of the window, made of names in the table of actions."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QPushButton, QSizePolicy, QToolBar, QWidget

from freezerapp.ui import actions as table
from freezerapp.ui.actions import Actions
from freezerapp.ui.settings import RECENT, Settings

GAP = 8
"""px between two buttons of the toolbar; what they all take is left empty at its right end, for the field to stand in
the middle."""


class WindowBars(QObject):
    """The menus are there from the start; the toolbar comes with the panes."""

    def __init__(
        self, window: QMainWindow, actions: Actions, settings: Settings, open_bank: Callable[[Path], None]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._settings = settings
        self._open_bank = open_bank
        self._toolbar: QToolBar | None = None
        self._main: QPushButton | None = None
        for title, names in table.MENUS:
            self._fill(window.menuBar().addMenu(table.said(title, "Menu")), names)

    def allow_recent(self) -> None:
        """There is a bank that was opened before."""
        self._recent.menuAction().setEnabled(True)

    def show_toolbar(self, shown: bool) -> None:
        """Show it, or take it away with the bank."""
        if self._toolbar is not None:
            self._toolbar.setVisible(shown)

    def build_toolbar(self, search: QWidget) -> None:
        """Undo, redo and what else is at hand, with the field for scans and searches in the middle."""
        bar = QToolBar(self.tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in table.TOOLBAR:
            if name == table.RULE:
                bar.addSeparator()
            else:
                bar.addAction(self._actions[name])
        balance = QWidget()
        balance.setFixedWidth(sum(bar.widgetForAction(each).sizeHint().width() + GAP for each in bar.actions()))
        self._main = main = self._main_button()
        balance.setFixedWidth(max(0, balance.width() - main.sizeHint().width() - GAP))
        for part in (_stretch(), search, _stretch(), balance, main):
            bar.addWidget(part)
        self._window.addToolBar(bar)
        self._window.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._toolbar = bar

    def give_way(self, other: bool) -> None:
        """Another button is the one that is mostly wanted now, or this one is again."""
        if self._main is not None and (self._main.property("look") == "primary") is other:
            self._main.setProperty("look", "" if other else "primary")
            self._main.style().unpolish(self._main)
            self._main.style().polish(self._main)

    def _main_button(self) -> QPushButton:
        """The one button of the toolbar in words: what a request ends in."""
        action = self._actions[table.MAIN]
        button = QPushButton(table.bare(action.text()))
        button.setProperty("look", "primary")
        button.setToolTip(action.toolTip())
        button.clicked.connect(lambda: action.trigger())
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        for name in names:
            if name == table.RULE:
                menu.addSeparator()
            elif name == table.RECENT:
                self._recent = menu.addMenu(self.tr("Open &recent"))
                self._recent.aboutToShow.connect(self._fill_recent)
                self._recent.menuAction().setEnabled(bool(self._settings.get(RECENT)))
            else:
                menu.addAction(self._actions[name])

    def _fill_recent(self) -> None:
        self._recent.clear()
        for text in self._settings.get(RECENT):
            path = Path(text)
            action = self._recent.addAction(path.name.replace("&", "&&"))
            action.setToolTip(text)
            action.setEnabled(path.exists())
            action.triggered.connect(lambda _checked=False, path=path: self._open_bank(path))


def _stretch() -> QWidget:
    part = QWidget()
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return part
