"""What the centre shows when no bank is open: new, open, recent, demonstration."""

from pathlib import Path

from PySide6.QtCore import QFileInfo, QLocale, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QIcon, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from freezerapp import resources
from freezerapp.ui.actions import Actions, bare
from freezerapp.ui.look import Look
from freezerapp.ui.settings import RECENT, Settings
from freezerapp.ui.widgets.inline_bar import InlineBar

WIDTH = 620


PATIENCE_MS = 800
"""What opens quicker needs nothing that moves meanwhile."""


class StartPane(QWidget):
    """Three ways in and the recent banks; a bank that could not be opened is explained here."""

    wanted = Signal(object)
    """A recent bank was chosen: carries its path."""

    def __init__(self, look: Look, actions: Actions, settings: Settings) -> None:
        super().__init__()
        self._look = look
        self._settings = settings
        self.bar = InlineBar(look)
        self._opening = QLabel()
        self._opening.setProperty("look", "muted")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setAccessibleName(self.tr("Opening"))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._busy.show)
        self._ways: list[_Way] = []
        column = QVBoxLayout()
        column.setSpacing(10)
        logo = QLabel()
        logo.setPixmap(QIcon(str(resources.path("icons", "freezerapp.svg"))).pixmap(56, 56))
        title = QLabel("FreezerApp")
        title.setProperty("look", "start-title")
        about = QLabel(self.tr("Every tube in its place, and every place in its freezer."))
        about.setProperty("look", "muted")
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(title)
        names.addWidget(about)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(logo)
        head.addLayout(names, 1)
        column.addStretch(2)
        column.addLayout(head)
        column.addSpacing(8)
        column.addWidget(self.bar)
        column.addWidget(self._opening)
        column.addWidget(self._busy)
        for name, about_it in (
            ("open", self.tr("A .freezer file on this computer")),
            ("new", self.tr("An empty bank, ready for its freezers and boxes")),
            ("demonstration", self.tr("A whole trial's bank with 53,510 tubes, to try everything")),
        ):
            way = _Way(look, actions[name], about_it)
            column.addWidget(way)
            self._ways.append(way)
        self._caption = QLabel(self.tr("Recently opened"))
        self._caption.setProperty("look", "section")
        column.addSpacing(10)
        column.addWidget(self._caption)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        column.addLayout(self._recent)
        column.addStretch(3)
        inner = QWidget()
        inner.setFixedWidth(WIDTH)
        inner.setLayout(column)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(inner)
        layout.addStretch(1)
        self.rest()

    def open_begins(self, path: Path) -> None:
        """Say that a bank is being opened."""
        self.bar.hide()
        self._opening.setText(self.tr("Opening {name}…").format(name=path.name))
        self._opening.show()
        self._patience.start()
        for way in self._ways:
            way.setEnabled(False)

    def rest(self, refused: str = "") -> None:
        """Nothing is being opened; ``refused`` says why not, if something was wrong."""
        self._opening.hide()
        self._patience.stop()
        self._busy.hide()
        for way in self._ways:
            way.setEnabled(True)
        if self.isVisible():
            self._ways[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if refused:
            self.bar.say(refused, warning=True)
        self.show_recent()

    def show_recent(self) -> None:
        """Show the banks opened lately that are still there."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        paths = [Path(text) for text in self._settings.get(RECENT)]
        for path in paths[:5]:
            row = _Bank(self._look, path)
            row.clicked.connect(lambda _checked=False, path=path: self.wanted.emit(path))
            self._recent.addWidget(row)
        self._caption.setVisible(bool(paths))


class _Way(QPushButton):
    """A large button: icon, what it does, and in one line what comes of it."""

    def __init__(self, look: Look, action: QAction, about: str) -> None:
        super().__init__()
        self._look = look
        self._action = action
        self._about = about
        self._icon = {"open": "folder-open", "new": "file-plus", "demonstration": "test-tubes"}[action.objectName()]
        self.setAccessibleName(bare(action.text()))
        self.setAccessibleDescription(about)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("look", "painted")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(action.trigger)
        action.enabledChanged.connect(self.setEnabled)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 66)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self.underMouse() or self.isDown()
        painter.setBrush(theme.colour.hover if over else theme.colour.pane)
        border = theme.colour.accent if self.hasFocus() else theme.colour.card_border if over else theme.colour.line
        painter.setPen(QPen(border, 2 if self.hasFocus() else 1))
        radius = theme.space.radius_card
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        self._look.icon(self._icon, "accent").paint(painter, 20, (self.height() - 24) // 2, 24, 24)
        ink = theme.colour.ink if self.isEnabled() else theme.colour.disabled
        painter.setPen(ink)
        painter.setFont(theme.font(14, 600))
        painter.drawText(
            QRectF(62, 12, self.width() - 76, 22), Qt.AlignmentFlag.AlignVCenter, bare(self._action.text())
        )
        painter.setPen(theme.colour.muted)
        painter.setFont(theme.font(theme.type.secondary))
        painter.drawText(QRectF(62, 34, self.width() - 76, 20), Qt.AlignmentFlag.AlignVCenter, self._about)


class _Bank(QPushButton):
    """A recent bank: its name, its folder, when it was last written."""

    def __init__(self, look: Look, path: Path) -> None:
        super().__init__()
        self._look = look
        self._path = path
        info = QFileInfo(str(path))
        there = info.exists()
        self.setEnabled(there)
        self._when = QLocale().toString(info.lastModified().date(), "d MMM yyyy") if there else self.tr("not there")
        self.setAccessibleName(path.name)
        self.setAccessibleDescription(f"{path.parent}, {self._when}")
        self.setToolTip(str(path))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty("look", "painted")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 36)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() or self.hasFocus():
            painter.setBrush(theme.colour.hover)
            painter.setPen(QPen(theme.colour.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(rect, 6, 6)
        inner = rect.adjusted(10, 0, -10, 0)
        font = theme.font(theme.type.body, 600)
        painter.setFont(font)
        painter.setPen(theme.colour.ink if self.isEnabled() else theme.colour.disabled)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, self._path.name)
        name = QFontMetricsF(font).horizontalAdvance(self._path.name) + 12
        painter.setFont(theme.font(theme.type.secondary))
        painter.setPen(theme.colour.muted if self.isEnabled() else theme.colour.disabled)
        when = QFontMetricsF(painter.font()).horizontalAdvance(self._when) + 12
        folder = QFontMetricsF(painter.font()).elidedText(
            str(self._path.parent), Qt.TextElideMode.ElideMiddle, max(0.0, inner.width() - name - when)
        )
        painter.drawText(inner.adjusted(name, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, folder)
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._when)
