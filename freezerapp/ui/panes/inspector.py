"""The right side of the window: one tube: what it is, where, what it came from, and what was done with it."""

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, questions, said_of_tube
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.flow import FlowLayout
from freezerapp.ui.panes.material_disc import MaterialDisc
from freezerapp.ui.panes.place import Link, PlaceLines
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.widgets.action_button import ActionButton
from freezerapp.ui.widgets.facts_table import Fact, FactsTable
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.lineage_view import LineageNode, LineageView

if TYPE_CHECKING:
    from freezerapp.storage.database import Change
    from freezerapp.storage.rows.tube import TubeCard

HISTORY_SHOWN = 12
MAIN_ACTIONS = 2
"""How many of the actions are what one mostly does: one of them can be used at a time."""


class InspectorPane(QFrame):
    """Follows the selected tube; place, parents and descendants lead where they say.

    ``filled``: another tube is shown, or the same as it is now.
    """

    filled = Signal()

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._look = look
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._card: TubeCard | None = None
        self._all_history = False
        self.setProperty("look", "pane")
        self.setObjectName("right")
        self._disc = MaterialDisc(look)
        self.title = QLabel()
        self.title.setProperty("look", "title")
        self.title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._subtitle = QLabel()
        self._subtitle.setProperty("look", "secondary")
        self._subtitle.setWordWrap(True)
        self._holds = InlineBar(look)
        self._place_lines = PlaceLines()
        self._facts = FactsTable(look)
        self._lineage = LineageView(look)
        self._lineage.node_activated.connect(self._on_relative)
        self._history = _HistoryLines()
        self._more = QPushButton()
        self._more.setProperty("look", "link")
        self._more.clicked.connect(self._on_more)
        self._empty = QLabel(self.tr("Choose a tube to see what it is, where it came from and who touched it."))
        self._empty.setProperty("look", "muted")
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._body = self._build()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._body)
        self._area.setAccessibleName(self.tr("Inspector"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        inner = QVBoxLayout(holder)
        inner.setContentsMargins(16, 18, 16, 16)
        inner.addWidget(self._empty)
        self._holder = holder
        layout.setSpacing(0)
        layout.addWidget(holder)
        layout.addWidget(self._area, 1)
        self._foot = self._build_foot()
        layout.addWidget(self._foot)
        self._area.hide()
        self._foot.hide()
        selection.specimen_changed.connect(self._on_specimen)
        dispatcher.changed.connect(self._on_changed)
        dispatcher.closed.connect(self._on_closed)
        now.storage_changed.connect(self._refill)

    @property
    def card(self) -> "TubeCard | None":
        """The tube that is shown."""
        return self._card

    @property
    def lineage(self) -> LineageView:
        """The lines of ancestors and descendants."""
        return self._lineage

    def _build(self) -> QWidget:
        body = QWidget()
        body.setObjectName("inspector")
        layout = QVBoxLayout(body)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self.title)
        names.addWidget(self._subtitle)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._disc, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addLayout(names, 1)
        layout.addLayout(head)
        for part in (
            self._holds,
            self._place_lines,
            self._facts,
            _rule(),
            _caption(self.tr("Lineage")),
            self._lineage,
        ):
            layout.addWidget(part)
        layout.addWidget(_rule())
        layout.addWidget(_caption(self.tr("History")))
        layout.addWidget(self._history)
        layout.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)
        return body

    def offer(self, actions: Sequence[QAction]) -> None:
        """What can be done with the tube, as buttons below it; the first ones are what one mostly does."""
        for number, action in enumerate(actions):
            button = ActionButton(action)
            if number < MAIN_ACTIONS:
                button.setProperty("look", "primary")
            self._buttons.addWidget(button)

    def say_chosen(self, text: str) -> None:
        """Say that the buttons are about more than the tube that is shown; empty: they are about it alone."""
        self._chosen.setText(text)
        self._chosen.setVisible(bool(text))

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        foot.setObjectName("inspector-foot")
        self._chosen = QLabel()
        self._chosen.setProperty("look", "section")
        self._chosen.hide()
        self._buttons = FlowLayout(8)
        layout = QVBoxLayout(foot)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._chosen)
        layout.addLayout(self._buttons)
        return foot

    def _on_specimen(self, specimen: int | None) -> None:
        self._all_history = False
        if specimen is None:
            self._dispatcher.forget("tube")
            self._card = None
            self._area.hide()
            self._foot.hide()
            self._holder.show()
            self.filled.emit()
            return
        self._ask(specimen)

    def _on_closed(self) -> None:
        self._on_specimen(None)

    def _on_changed(self, change: "Change") -> None:
        specimen = self._selection.specimen
        if specimen is not None:
            self._ask(specimen)

    def _ask(self, specimen: int) -> None:
        self._dispatcher.ask(
            lambda reader: questions.tube(reader, specimen),
            self._on_card,
            owner=self,
            lane="tube",
            refused=self._on_refused,
        )

    def _on_refused(self, problem: Problem) -> None:
        self._on_specimen(None)
        self._empty.setText(messages.sentence(problem))

    def _on_card(self, card: "TubeCard") -> None:
        if self._card is None or self._card.id != card.id:
            self._area.verticalScrollBar().setValue(0)
        self._card = card
        self._fill(card)
        self._holder.hide()
        self._area.show()
        self._foot.show()
        self.filled.emit()

    def _refill(self) -> None:
        if self._card is not None:
            self._fill(self._card)

    def _fill(self, card: "TubeCard") -> None:
        self._disc.show_material(card.material)
        self.title.setText(card.barcode or self.tr("No barcode"))
        self._subtitle.setText(said_of_tube.subtitle(card))
        held = said_of_tube.holds(card)
        if held:
            self._holds.say("\n".join(held), warning=True)
        else:
            self._holds.hide()
        self._place_lines.show_links(self._place(card))
        self._facts.show_facts(self._other_facts(card))
        self._lineage.show_nodes(_nodes(card))
        self._show_history(card)

    def _place(self, card: "TubeCard") -> list[Link]:
        """Where it stands and the way there; both lead into the box."""
        storage = self._now.storage
        where = card.container_id if card.container_id is not None else card.home_container_id
        row = self._now.container(where)
        if storage is None or row is None:
            name, value = said_of_tube.position(card, "")
            return [Link(name, value)]
        name, value = said_of_tube.position(card, row.code or row.name)
        view = View(Showing.CONTAINER, row.id)
        facts = [Link(name, value, lambda: self._selection.go(view, card.id))]
        if row.parent_id is not None:
            above = View(Showing.CONTAINER, row.parent_id)
            path = storage.path_text(row.parent_id, row.position)
            facts.append(Link(self.tr("Stands in"), path, lambda: self._selection.go(above)))
        return facts

    def _other_facts(self, card: "TubeCard") -> tuple[Fact, ...]:
        lines = said_of_tube.facts(card, int(time.time() * 1000))
        return tuple(Fact(name, value, mono=exact) for name, value, exact in lines)

    def _show_history(self, card: "TubeCard") -> None:
        lines = [said_of_tube.history_line(row) for row in card.history]
        shown = lines if self._all_history else lines[:HISTORY_SHOWN]
        self._history.show_lines(shown)
        hidden = len(lines) - len(shown)
        self._more.setVisible(hidden > 0)
        self._more.setText(self.tr("Show %Ln earlier event(s)", "", hidden))

    def _on_more(self) -> None:
        self._all_history = True
        self._refill()

    def _on_relative(self, specimen: int) -> None:
        """Show a relative in its box if it stands in one, else only here."""
        self._dispatcher.ask(
            lambda reader: questions.box_of(reader, specimen),
            lambda container: (
                self._selection.choose(specimen)
                if container is None
                else self._selection.go(View(Showing.CONTAINER, container), specimen)
            ),
            owner=self,
            lane="relative",
        )


class _HistoryLines(QWidget):
    """When at the left, what at the right; the pointer resting on a line shows it exactly."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, 84)
        self._grid.setColumnStretch(1, 1)

    def show_lines(self, lines: "list[said_of_tube.HistoryLine]") -> None:
        """Show exactly these."""
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for number, line in enumerate(lines):
            when = QLabel(line.when)
            when.setProperty("look", "secondary")
            text = QLabel(line.text)
            text.setProperty("look", "small")
            text.setWordWrap(True)
            for label in (when, text):
                label.setTextFormat(Qt.TextFormat.PlainText)
                label.setToolTip(line.exactly)
            text.setAccessibleName(f"{line.when}: {line.text}")
            self._grid.addWidget(when, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text, number, 1)


def _nodes(card: "TubeCard") -> tuple[LineageNode, ...]:
    """The lineage as nodes: the tube itself leads nowhere."""
    return tuple(
        LineageNode(
            0 if row.current else row.id,
            said_of_tube.lineage_line(row),
            row.material,
            row.depth,
            row.current,
            row.barcode or "",
        )
        for row in card.lineage
    )


def _rule() -> QFrame:
    rule = QFrame()
    rule.setProperty("look", "rule")
    return rule


def _caption(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("look", "section")
    return label
