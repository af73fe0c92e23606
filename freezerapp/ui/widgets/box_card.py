"""What is known of a tube, on a small card beside it: when the pointer rests there, or at a key."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_picture import Cell, CellPicture
from freezerapp.ui.widgets.tube_disc import TubeDisc

REST_MS = 400
"""How long the pointer rests on a tube before its card shows."""
GAP = 10
"""px between the position and its card."""
WIDEST = 300
"""px after which a line is broken."""


class CellCard(NamedTuple):
    """The words of one card, plain text all: a title, lines of text, facts as name and value, and warnings."""

    title: str
    lines: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def spoken(self) -> str:
        """All of it as a screen reader says it."""
        facts = [f"{name} {value}" for name, value in self.facts]
        return ". ".join([self.title, *self.lines, *facts, *self.warnings])


def card_of(seen: CellPicture) -> CellCard | None:
    """The card of a position of which only the picture is known; None for one without a hint."""
    title, *lines = seen.hint.split("\n")
    return CellCard(title, tuple(line for line in lines if line)) if title or lines else None


class BoxCards(QObject):
    """Shows one card at a time, in the window of a view that says where its positions are and what they hold."""

    def __init__(
        self,
        look: Look,
        view: QWidget,
        seen: Callable[[Cell], CellPicture | None],
        place: Callable[[Cell], QRect],
    ) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._seen = seen
        self._place = place
        self._card: QFrame | None = None
        self._cell: Cell | None = None
        self.words: Callable[[Cell], CellCard | None] | None = None
        """Gives the card of a position; without it the position's hint is shown."""
        self._rests = QTimer(self)
        self._rests.setSingleShot(True)
        self._rests.setInterval(REST_MS)
        self._rests.timeout.connect(self._on_rested)

    @property
    def shown(self) -> Cell | None:
        """Whose card is shown now."""
        return self._cell if self._card is not None and isValid(self._card) and self._card.isVisible() else None

    def point_at(self, cell: Cell | None) -> None:
        """The pointer is on this position now; its card shows when it rests there."""
        self.hide()
        self._cell = cell
        if cell is not None:
            self._rests.start()

    def show(self, cell: Cell) -> str:
        """Show the card of a position at once; gives its words, empty if it has none."""
        self.hide()
        seen = self._seen(cell)
        words = self._words(cell, seen)
        if seen is None or words is None:
            return ""
        window = self._view.window()
        if self._card is not None and isValid(self._card):
            self._card.deleteLater()
        self._card, self._cell = _card(self._look, seen, words, window), cell
        self._view.destroyed.connect(self._card.deleteLater)
        self._card.move(_beside(self._place(cell), self._card.size(), window.rect(), self._view, window))
        self._card.show()
        self._card.raise_()
        return words.spoken

    def hide(self) -> None:
        """No card, and none to come."""
        self._rests.stop()
        self._cell = None
        if self._card is not None and isValid(self._card):
            self._card.hide()

    def _words(self, cell: Cell, seen: CellPicture | None) -> CellCard | None:
        if seen is None:
            return None
        return self.words(cell) if self.words is not None else card_of(seen)

    def _on_rested(self) -> None:
        if self._cell is not None and self._view.isVisible():
            self.show(self._cell)


def _card(look: Look, seen: CellPicture, words: CellCard, window: QWidget) -> QFrame:
    """A card of that window, not yet in its place; it never takes the mouse or the keys."""
    card = QFrame(window)
    card.setObjectName("hover-card")
    card.setProperty("look", "hover-card")
    card.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    card.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    head = QHBoxLayout()
    head.setSpacing(9)
    if seen.state.has_tube:
        disc = TubeDisc(look, 22)
        disc.show_tube(seen._replace(line1="", line2=""))
        disc.setToolTip("")
        head.addWidget(disc)
    head.addWidget(_label(words.title, "strong"), 1)
    body = QVBoxLayout(card)
    body.setContentsMargins(13, 10, 15, 11)
    body.setSpacing(7)
    body.addLayout(head)
    if words.lines:
        body.addWidget(_label("\n".join(words.lines), "secondary"))
    if words.facts:
        table = QGridLayout()
        table.setHorizontalSpacing(14)
        table.setVerticalSpacing(3)
        table.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(words.facts):
            table.addWidget(_label(name, "secondary"), row, 0, Qt.AlignmentFlag.AlignTop)
            table.addWidget(_label(value, ""), row, 1)
        body.addLayout(table)
    for warning in words.warnings:
        body.addWidget(_label(warning, "warning"))
    card.adjustSize()
    if card.width() > WIDEST:
        for label in card.findChildren(QLabel):
            label.setWordWrap(True)
        card.setFixedWidth(WIDEST)
        card.adjustSize()
        height = card.heightForWidth(WIDEST)
        card.resize(WIDEST, height if height > 0 else card.sizeHint().height())
    return card


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if kind:
        label.setProperty("look", kind)
    return label


def _beside(place: QRect, size: QSize, room: QRect, view: QWidget, window: QWidget) -> QPoint:
    """Where a card stands: right of its position, else left of it, else where there is room."""
    corner = view.mapTo(window, place.topLeft()) if view is not window else place.topLeft()
    here = QRect(corner, place.size())
    x = here.right() + GAP
    if x + size.width() > room.right():
        x = here.left() - GAP - size.width()
    y = here.center().y() - size.height() // 2
    if x < room.left():
        x = max(room.left() + 4, min(room.right() - size.width() - 4, here.center().x() - size.width() // 2))
        y = here.bottom() + GAP
        if y + size.height() > room.bottom():
            y = here.top() - GAP - size.height()
    return QPoint(x, max(room.top() + 4, min(room.bottom() - size.height() - 4, y)))
