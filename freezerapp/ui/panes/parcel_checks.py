"""The card that says what must be true before the next step, each line ticked or still open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from freezerapp.domain.checklist import Need
from freezerapp.ui import said_of_parcel
from freezerapp.ui.look import Look
from freezerapp.ui.said_of_parcel import ParcelWords

if TYPE_CHECKING:
    from freezerapp.domain.checklist import Check

LATER = frozenset({Need.SECOND_PERSON})
"""What is done in the moment of the step itself: not missing, only still to come."""

AROUND, EACH = 72, 24
"""px of a brief card without its open lines, and of each of these."""


class ParcelChecks(QFrame):
    """One line for each check; in a ``brief`` one all that is done stands in one line, and what is open below."""

    def __init__(self, look: Look, *, brief: bool = False) -> None:
        super().__init__()
        self._look = look
        self._brief = brief
        self._shown: tuple[str, tuple[Check, ...]] = ("", ())
        self._most = 99
        self.setProperty("look", "card")
        self.title = QLabel()
        self.title.setProperty("look", "strong")
        self._lines: list[tuple[_Mark, QLabel]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(15, 12, 15, 13)
        self._layout.setSpacing(6)
        self._layout.addWidget(self.title)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    @property
    def texts(self) -> tuple[str, ...]:
        """What is said, line by line."""
        return tuple(text.text() for _, text in self._lines if not text.isHidden())

    def show_checks(self, title: str, checks: "tuple[Check, ...]") -> None:
        """Show these, under this title; hidden if there are none."""
        self._shown = title, checks
        self.title.setText(title)
        self.setVisible(bool(checks))
        done = [said_of_parcel.check(each) for each in checks if each.done]
        said: list[tuple[str, Check | None]] = [(said_of_parcel.check(each), each) for each in checks]
        if self._brief:
            said = [(ParcelWords().in_order(len(done)), None)] if done else []
            missing = [each for each in checks if not each.done]
            many = len(missing) > self._most
            shown = missing[: self._most - 1] if many else missing
            said += [(said_of_parcel.check(each), each) for each in shown]
            if many:
                left = missing[self._most - 1 :]
                said.append((ParcelWords().more(len(left)), left[0]))
                self.setToolTip("\n".join(said_of_parcel.check(each) for each in left))
            else:
                self.setToolTip("")
        while len(self._lines) < len(said):
            self._lines.append(self._line())
        for number, (mark, text) in enumerate(self._lines):
            there = number < len(said)
            mark.setVisible(there)
            text.setVisible(there)
            if there:
                self._fill(*said[number], mark, text)
                text.setToolTip("\n".join(done) if said[number][1] is None else "")

    def set_room(self, height: int) -> None:
        """Say no more than there is room for; what is not said stands in the tooltip."""
        most = max(2, (height - AROUND) // EACH)
        if most != self._most:
            self._most = most
            self.show_checks(*self._shown)

    def _line(self) -> "tuple[_Mark, QLabel]":
        mark, text = _Mark(self._look), QLabel()
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(7)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(text, 1)
        self._layout.addLayout(row)
        return mark, text

    def _fill(self, said: str, check: "Check | None", mark: "_Mark", text: QLabel) -> None:
        done = check is None or check.done
        later = check is not None and check.need in LATER and not done
        mark.show_mark(done=done, later=later)
        text.setText(said)
        text.setAccessibleName((self.tr("{what}: done") if done else self.tr("{what}: open")).format(what=said))
        look = "" if done else "muted" if later else "warning"
        if text.property("look") != look:
            text.setProperty("look", look)
            text.style().unpolish(text)
            text.style().polish(text)


class _Mark(QWidget):
    """A tick, or an open ring."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._done = self._later = False
        self.setFixedSize(QSize(11, 18))
        look.changed.connect(self.update)

    def show_mark(self, *, done: bool, later: bool) -> None:
        self._done, self._later = done, later
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colour = self._look.theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._done:
            painter.setPen(QPen(colour.ink, 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline([self.rect().center() + QPoint(*at) for at in ((-4, -1), (-1, 2), (5, -5))])
        else:
            painter.setPen(QPen(colour.muted if self._later else colour.warning_text, 1.3))
            painter.drawEllipse(QRectF(1.5, 4, 8, 8))
        painter.end()
