"""Facts about one thing: what it is called at the left, what it is at the right."""

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.plain_tip import plain_tip


class Fact(NamedTuple):
    """One line. ``lead`` stands before the value, strong ("D6" before "in DNA-0042"); ``mono`` for codes."""

    label: str
    value: str
    lead: str = ""
    mono: bool = False
    warning: bool = False
    hint: str = ""


class FactsTable(QWidget):
    """Lines of facts under each other; long values wrap, and all of them can be copied."""

    def __init__(self, look: Look, label_width: int = 108, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: tuple[Fact, ...] = ()
        self._lines: list[tuple[QLabel, QWidget, QLabel, QLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        look.changed.connect(self._on_look_changed)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What is shown."""
        return self._facts

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        """Show these lines."""
        self._facts = facts
        while len(self._lines) < len(facts):
            self._lines.append(self._line(len(self._lines)))
        for number, (label, holder, lead, value) in enumerate(self._lines):
            there = number < len(facts)
            label.setVisible(there)
            holder.setVisible(there)
            if there:
                self._fill(facts[number], label, lead, value)

    def _line(self, row: int) -> tuple[QLabel, QWidget, QLabel, QLabel]:
        label, lead, value = QLabel(self), QLabel(self), QLabel(self)
        holder = QWidget(self)
        beside = QHBoxLayout(holder)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(lead, 0, Qt.AlignmentFlag.AlignTop)
        beside.addWidget(value, 1, Qt.AlignmentFlag.AlignTop)
        for part in (label, lead, value):
            part.setTextFormat(Qt.TextFormat.PlainText)
        for part in (lead, value):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            part.setCursor(Qt.CursorShape.IBeamCursor)
        label.setProperty("look", "muted")
        label.setWordWrap(True)
        lead.setProperty("look", "strong")
        value.setWordWrap(True)
        # A name of any length must not widen the pane it stands in.
        value.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(holder, row, 1)
        return label, holder, lead, value

    def _fill(self, fact: Fact, label: QLabel, lead: QLabel, value: QLabel) -> None:
        label.setText(fact.label)
        lead.setText(fact.lead)
        lead.setVisible(bool(fact.lead))
        value.setText(fact.value)
        look = "warning" if fact.warning else "mono" if fact.mono else ""
        if value.property("look") != look:
            value.setProperty("look", look)
            value.style().unpolish(value)
            value.style().polish(value)
        whole = f"{fact.lead} {fact.value}".strip()
        long = any(len(word) > 30 for word in fact.value.split())
        value.setToolTip(plain_tip(fact.hint or (fact.value if long else "")))
        value.setAccessibleName(self.tr("{label}: {value}").format(label=fact.label, value=whole))

    def _on_look_changed(self) -> None:
        self.show_facts(self._facts)
