"""The shortcut sheet: every action that has keys, by menu, and the keys that belong to places."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui.actions import MENUS, OTHER_KEYS, RECENT, RULE, Actions, bare, said

TEXT = 270
"""px for what keys do."""


class ShortcutsDialog(QDialog):
    """Read from the table of actions, so that it is never out of date."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        columns = QHBoxLayout()
        columns.setSpacing(36)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(10)
            columns.addLayout(column)
        for number, (menu, names) in enumerate(MENUS):
            lines = [
                (keys(actions, name), bare(actions[name].text()))
                for name in names
                if name not in (RECENT, RULE) and keys(actions, name)
            ]
            if lines:
                _group(left if number < 3 else right, bare(said(menu, "Menu")), lines)
        _group(right, self.tr("Everywhere"), [(key, said(text, "Keys")) for key, text in OTHER_KEYS])
        left.addStretch(1)
        right.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 16)
        layout.setSpacing(16)
        layout.addLayout(columns)
        layout.addWidget(buttons)


def keys(actions: Actions, name: str) -> str:
    """The keys of an action as the system writes them."""
    return actions[name].shortcut().toString(QKeySequence.SequenceFormat.NativeText)


def _group(column: QVBoxLayout, title: str, lines: list[tuple[str, str]]) -> None:
    caption = QLabel(title)
    caption.setProperty("look", "section")
    column.addWidget(caption)
    grid = QGridLayout()
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, 96)
    grid.setColumnStretch(1, 1)
    for number, (key, text) in enumerate(lines):
        mark = QLabel(key)
        mark.setProperty("look", "key")
        said_it = QLabel(text)
        said_it.setWordWrap(True)
        said_it.setFixedWidth(TEXT)
        said_it.setMinimumHeight(said_it.heightForWidth(TEXT))
        grid.addWidget(mark, number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(said_it, number, 1)
    column.addLayout(grid)
