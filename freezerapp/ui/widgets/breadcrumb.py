"""The way to where one is: room › freezer › shelf › rack › box; each part opens what it names."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from freezerapp.ui.look import Look

WIDEST = 200
"""px a single name may take before it loses its middle."""


class Crumb(NamedTuple):
    """One part of the way: a container's id and its name."""

    id: int
    text: str


class Breadcrumb(QWidget):
    """A line of names. What does not fit goes into a "…" in front.

    ``activated(int)``: this container was clicked.
    """

    activated = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._crumbs: tuple[Crumb, ...] = ()
        self._buttons: list[QPushButton] = []
        self._separators: list[QLabel] = []
        self._menu = QMenu(self)
        self._more = QPushButton(self)
        self._more.setText("…")
        self._more.setProperty("look", "crumb")
        self._more.setMenu(self._menu)
        self._more.setAccessibleName(self.tr("Earlier parts of the path"))
        self._more.hide()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)  # it may be narrower than its parts
        self._row.setSpacing(2)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Path"))
        look.changed.connect(self._fit)

    @property
    def crumbs(self) -> tuple[Crumb, ...]:
        """The whole way."""
        return self._crumbs

    def show_path(self, crumbs: tuple[Crumb, ...]) -> None:
        """Show this way; its last part is where one is."""
        self._crumbs = crumbs
        for widget in (*self._buttons, *self._separators):
            self._row.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._buttons, self._separators = [], []
        for number, crumb in enumerate(crumbs):
            here = number == len(crumbs) - 1
            button = self._button(crumb, here=here)
            self._buttons.append(button)
            self._row.insertWidget(self._row.count() - 1, button)
            if not here:
                separator = QLabel("›", self)
                separator.setProperty("look", "muted")
                self._separators.append(separator)
                self._row.insertWidget(self._row.count() - 1, separator)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 24)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def _button(self, crumb: Crumb, *, here: bool) -> QPushButton:
        button = QPushButton(self)
        metrics = QFontMetricsF(self._look.theme.font(weight=600))
        text = metrics.elidedText(crumb.text, Qt.TextElideMode.ElideMiddle, WIDEST)
        button.setText(text.replace("&", "&&"))
        button.setToolTip("" if text == crumb.text else crumb.text.replace("<", "&lt;"))
        button.setAccessibleName(crumb.text)
        button.setProperty("look", "crumb-here" if here else "crumb")
        button.setCursor(Qt.CursorShape.ArrowCursor if here else Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: self.activated.emit(crumb.id))
        return button

    def _fit(self) -> None:
        """Hide as many of the first parts as do not fit; the last always stays."""
        widths = [button.sizeHint().width() for button in self._buttons]
        between = (self._separators[0].sizeHint().width() if self._separators else 0) + 2
        needed = sum(widths) + between * max(0, len(widths) - 1)
        hidden = 0
        while hidden < len(widths) - 1 and needed + (self._more.sizeHint().width() if hidden else 0) > self.width():
            needed -= widths[hidden] + between
            hidden += 1
        for number, button in enumerate(self._buttons):
            button.setVisible(number >= hidden)
        for number, separator in enumerate(self._separators):
            separator.setVisible(number >= hidden)
        self._more.setVisible(hidden > 0)
        self._menu.clear()
        for crumb in self._crumbs[:hidden]:
            action = self._menu.addAction(crumb.text.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, container=crumb.id: self.activated.emit(container))
