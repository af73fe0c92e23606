"""One box, large, with the unit it stands in beside it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, questions, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models import box_grid, unit_map
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.panes.path import PathPane
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.widgets.box_view import BoxView
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.storage_map import StorageMap

if TYPE_CHECKING:
    from freezerapp.storage.database import Change
    from freezerapp.storage.rows.box import BoxRow
    from freezerapp.storage.rows.storage import ContainerRow

TEMPERATURES = {"-60..-85": -80, "-18..-35": -20}
"""The usual set temperature of a class, for a box in a unit that says none."""


class BoxPane(QWidget):
    """A click or the arrow keys choose a tube; the same tube is ringed when it is chosen elsewhere.

    ``menu_wanted`` carries the screen point where the menu of a tube is wanted.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._container: int | None = None
        self._box: BoxRow | None = None
        self.crumbs = PathPane(look, now, selection)
        self.head = PageHead(self.crumbs)
        self.bar = InlineBar(look)
        self.unit = StorageMap(look)
        self.unit.activated.connect(lambda id_: selection.go(View(Showing.CONTAINER, id_)))
        self.view = BoxView(look)
        self.view.cursor_moved.connect(self._on_cursor)
        self.view.viewport().setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.viewport().customContextMenuRequested.connect(self._on_menu)
        beside = QVBoxLayout()
        beside.addSpacing(24)
        beside.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignTop)
        beside.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addLayout(beside)
        body.addWidget(self.view, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 12)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addWidget(self.bar)
        layout.addLayout(body, 1)
        selection.view_changed.connect(self._on_view)
        selection.specimen_changed.connect(self._on_specimen)
        selection.lit_changed.connect(self._draw)
        now.storage_changed.connect(self._on_storage)
        dispatcher.changed.connect(self._on_changed)

    @property
    def box(self) -> "BoxRow | None":
        """The rows of the box that is shown."""
        return self._box

    def _on_view(self, view: View) -> None:
        row = self._now.container(view.container) if view.showing is Showing.CONTAINER else None
        if row is None or row.holds != "specimens":
            return
        if row.id != self._container:
            self._container, self._box = row.id, None
            self.view.show_picture(None)
        self._describe(row)
        self._ask()

    def _on_storage(self) -> None:
        row = self._now.container(self._container)
        if row is None:
            if self._now.storage is None:
                self._container, self._box = None, None
            return
        self._describe(row)
        self._draw()

    def _on_changed(self, change: "Change") -> None:
        """Ask anew if this box may be touched."""
        touched = change.containers
        if self._container is not None and (touched is None or self._container in touched):
            self._ask()

    def _ask(self) -> None:
        container = self._container
        if container is None:
            return
        self._dispatcher.ask(
            lambda reader: questions.box(reader, container),
            self._on_box,
            owner=self,
            lane="box",
            refused=self._on_refused,
        )

    def _on_box(self, box: "BoxRow") -> None:
        self.bar.hide()
        self._box = box
        self._draw()
        self._on_specimen(self._selection.specimen)

    def _on_refused(self, problem: Problem) -> None:
        self.bar.say(messages.sentence(problem), warning=True)

    def _draw(self) -> None:
        row, box, storage = self._now.container(self._container), self._box, self._now.storage
        if row is None or box is None or storage is None or box.container_id != row.id:
            return
        lit = self._selection.lit
        self.view.show_picture(box_grid.picture(box, row, lit.specimens, bool(lit) and bool(lit.specimens)))
        unit = storage.unit_of(row.id)
        self.unit.setVisible(unit is not None)
        if unit is not None:
            matches = unit_map.carried_up(storage, lit.boxes)
            self.unit.show_unit(unit_map.unit_picture(storage, unit, matches))
            self.unit.highlight(self._slot_of(row.id, unit))

    def _slot_of(self, box: int, unit: int) -> int:
        """What stands for the box in the picture of its unit: itself, or the tower it stands in."""
        storage = self._now.storage
        assert storage is not None
        for container in reversed(storage.path(box)):
            if not self.unit.slot_rect(container).isEmpty():
                return container
        return 0

    def _describe(self, row: "ContainerRow") -> None:
        self.crumbs.lead_to(row.id)
        kind = self.tr("{rows} × {columns} {kind}").format(
            rows=row.layout.rows, columns=row.layout.columns, kind=words.word("Container", row.kind)
        )
        parts = [words.sentence_case(kind)]
        parts.append(self.tr("%Ln tube(s)", "", row.tubes))
        parts.append(self.tr("{count} free").format(count=words.number(row.free)))
        degrees = self._temperature(row)
        if degrees:
            parts.append(degrees)
        if row.status != "in place":
            parts.append(words.word("Status", row.status))
        self.head.say(row.code or row.name, ", ".join(parts))

    def _temperature(self, row: "ContainerRow") -> str:
        """What the unit is set to, or the class of the place."""
        storage = self._now.storage
        assert storage is not None
        unit = storage.unit_of(row.id)
        if unit is not None and storage.containers[unit].set_temperature is not None:
            return words.temperature(storage.containers[unit].set_temperature)
        return words.temperature(TEMPERATURES.get(row.temperature or ""))

    def _on_cursor(self, row: int, column: int) -> None:
        if self._box is None:
            return
        tube = box_grid.tube_at(self._box, (row, column))
        self._selection.choose(tube.id if tube is not None else None)

    def _on_specimen(self, specimen: int | None) -> None:
        if self._box is None:
            return
        cell = box_grid.place_of(self._box, specimen) if specimen is not None else None
        if cell is not None and self.view.selection != frozenset({cell}):
            self.view.set_cursor(*cell)
        elif cell is None and specimen is not None:
            self.view.select(())

    def _on_menu(self, at: QPoint) -> None:
        cell = self.view.cell_at(at)
        if cell is None or self._box is None:
            return
        tube = box_grid.tube_at(self._box, cell)
        if tube is not None:
            self._selection.choose(tube.id)
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(at))
