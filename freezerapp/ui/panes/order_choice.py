"""A quiet button that says in which order the lines of a list stand, with a menu of the other orders."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QResizeEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from freezerapp.ui.look import Look

AROUND, BRIEF = 28, 44
"""px beside the words for the arrow and the borders; px of the button that shows its icon alone."""


class OrderChoice(QPushButton):
    """``chosen`` carries the key of the order that was picked. Where there is little room it says less."""

    chosen = Signal(str)

    def __init__(self, look: Look, orders: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._drawn = look.icon("list", "muted")
        self._said = self._beside = ""
        menu = QMenu(self)
        group = QActionGroup(self)
        self.orders: dict[str, QAction] = {}
        for key, text in orders:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            group.addAction(action)
            self.orders[key] = action
        self.setMenu(menu)
        self.setProperty("look", "quiet-menu")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_order(orders[0][0])

    @property
    def said(self) -> str:
        """All that it says where there is room."""
        return ", ".join(filter(None, (self._said, self._beside)))

    def offer(self, key: str, *, possible: bool) -> None:
        """Whether an order makes sense for what is listed."""
        self.orders[key].setEnabled(possible)

    def show_order(self, key: str) -> None:
        """The lines stand in this order."""
        self.orders[key].setChecked(True)
        self._said = self.orders[key].text()
        self._say()

    def say_beside(self, text: str) -> None:
        """Say this too, if there is room."""
        self._beside = text
        self._say()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self.said), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(BRIEF, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _say(self) -> None:
        self.setAccessibleName(self.tr("Order: {order}").format(order=self.said))
        self._fit()
        self.updateGeometry()

    def _fit(self) -> None:
        ways = (self.said, self._said)
        text = next((way for way in ways if self._width(way) <= self.width()), "")
        if text != self.text() or self.icon().isNull() is not bool(text):
            self.setText(text)
            self.setIcon(QIcon() if text else self._drawn)

    def _width(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text) + AROUND
