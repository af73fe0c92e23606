"""The steps of something in a line, as numbered discs: done ones ticked, the one looked at filled."""

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from freezerapp.ui import words
from freezerapp.ui.look import Look

DISC = 21
GAP = 8
BETWEEN = 25


class How(Enum):
    """How far a step is."""

    DONE = "done"
    HERE = "here"
    LATER = "later"


class StepOf(NamedTuple):
    """One step: what it is called, and how far it is."""

    text: str
    how: How


class StepsLine(QWidget):
    """``chosen`` carries the number of the step, from 0, that the user wants to see."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._buttons: list[_StepButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(BETWEEN)
        self._row.addStretch(1)
        self.setAccessibleName(self.tr("Steps"))

    def show_steps(self, steps: tuple[StepOf, ...], shown: int) -> None:
        """Show these steps; ``shown`` is the one that is looked at."""
        while len(self._buttons) < len(steps):
            number = len(self._buttons)
            button = _StepButton(self._look, number + 1)
            button.clicked.connect(lambda _checked=False, number=number: self.chosen.emit(number))
            self._group.addButton(button)
            self._buttons.append(button)
            self._row.insertWidget(number, button)
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(steps))
            if number < len(steps):
                button.show_step(steps[number], self._said(steps[number]))
                button.setChecked(number == shown)

    def button(self, number: int) -> QAbstractButton:
        """The button of a step, from 0."""
        return self._buttons[number]

    def _said(self, step: StepOf) -> str:
        if step.how is How.DONE:
            return self.tr("{step}, done").format(step=step.text)
        return step.text


class _StepButton(QAbstractButton):
    def __init__(self, look: Look, number: int) -> None:
        super().__init__()
        self._look = look
        self._number = number
        self._step = StepOf("", How.LATER)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_step(self, step: StepOf, spoken: str) -> None:
        self._step = step
        self.setText(step.text)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        # As wide as it is when it is looked at, so that nothing moves when it is.
        from PySide6.QtGui import QFontMetricsF

        width = QFontMetricsF(self._font(strong=True)).horizontalAdvance(self._step.text)
        return QSize(round(DISC + GAP + width + 4), DISC + 6)

    def _font(self, *, strong: bool) -> QFont:
        return self._look.theme.font(self._look.theme.type.body, 600 if strong else 400)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, how = self._look.theme, self._step.how
        colour = theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(1, (self.height() - DISC) / 2, DISC, DISC).adjusted(0.75, 0.75, -0.75, -0.75)
        ground, border, ink = colour.pane, colour.field_border, colour.muted
        if self.isChecked():
            ground, border, ink = colour.accent, colour.accent, colour.on_accent
        elif how is How.DONE:
            ground, border, ink = colour.accent_ground, colour.accent, colour.accent_text
        elif how is How.HERE:
            border, ink = colour.accent, colour.accent
        painter.setPen(QPen(border, 1.2))
        painter.setBrush(ground)
        painter.drawEllipse(disc)
        if how is How.DONE:
            painter.setPen(QPen(ink, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            middle = disc.center()
            painter.drawPolyline([middle + QPointF(*at) for at in ((-4.2, 0.2), (-1.3, 3.2), (4.4, -3.2))])
        else:
            painter.setPen(ink)
            painter.setFont(theme.font(theme.type.caption, 600))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, words.number(self._number))
        strong = self.isChecked()
        painter.setPen(colour.ink if strong or self.underMouse() else colour.muted)
        painter.setFont(self._font(strong=strong))
        text = QRectF(self.rect()).adjusted(DISC + GAP, 0, 0, 0)
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._step.text)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour.accent, 1))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.end()
