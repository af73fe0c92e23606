"""Which row of a list or tree the pointer is over, for what paints its rows itself.

Style options say so too, but asking one makes all the names of QStyle, which takes as long as painting the window.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex
from PySide6.QtWidgets import QAbstractItemView


class Hovered(QObject):
    """Watches one view, and has it painted anew when the pointer goes to another row."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._row = QPersistentModelIndex()
        view.setMouseTracking(True)
        view.entered.connect(lambda index: self._go(QPersistentModelIndex(index)))
        view.viewportEntered.connect(lambda: self._go(QPersistentModelIndex()))
        view.viewport().installEventFilter(self)

    def is_at(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the pointer is over this row."""
        return self._row.isValid() and self._row == index

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Leave:
            self._go(QPersistentModelIndex())
        return False

    def _go(self, row: QPersistentModelIndex) -> None:
        if row != self._row:
            self._row = row
            self._view.viewport().update()
