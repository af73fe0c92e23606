"""One box, large, with the unit it stands in beside it, and a second box where one is put there."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from freezerapp.domain import box as rules
from freezerapp.domain.box import Lines
from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, words
from freezerapp.ui.box_work import BoxWork
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.hands import Hands
from freezerapp.ui.look import Look
from freezerapp.ui.models import box_grid, unit_map
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.models.box_dress import COLOURS
from freezerapp.ui.models.box_feed import BoxFeed
from freezerapp.ui.panes.box_options import BoxOptions
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.panes.path import PathPane
from freezerapp.ui.said_of_tube import translate
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import COLOUR_BY, Settings
from freezerapp.ui.widgets.box_legend import BoxLegend
from freezerapp.ui.widgets.box_pair import BoxPair
from freezerapp.ui.widgets.box_view import BoxView
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.storage_map import StorageMap

if TYPE_CHECKING:
    from freezerapp.storage.rows.box import BoxRow
    from freezerapp.storage.rows.storage import ContainerRow

TEMPERATURES = {"-60..-85": -80, "-18..-35": -20}
"""The usual set temperature of a class, for a box in a unit that says none."""


class Beside(NamedTuple):
    """The parts of a second box: the view, the page it is in, and its head, which stands in line with the first's."""

    view: BoxView
    page: QWidget
    head: QWidget


class BoxPane(QWidget):
    """A click or the arrow keys choose a tube; the same tube is ringed when it is chosen elsewhere.

    ``menu_wanted`` carries the screen point where the menu of what is chosen is wanted. Tubes picked up by key go
    to the box ``beside`` and back with Tab.
    """

    menu_wanted = Signal(QPoint)
    read = Signal()
    """The box was read anew."""

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        hands: Hands,
        bench: BenchList,
        settings: Settings,
        beside: Beside,
        above: QWidget,
    ) -> None:
        super().__init__()
        self._now = now
        self._selection = selection
        self._settings = settings
        self.crumbs = PathPane(look, now, selection)
        self.head = PageHead(self.crumbs)
        self.options = BoxOptions(settings)
        self.head.add(self.options)
        self.options.changed.connect(self.draw)
        self.options.turned.connect(self.turn)
        self.bar = InlineBar(look)
        self.unit = StorageMap(look)
        self.unit.activated.connect(lambda id_: selection.go(View(Showing.CONTAINER, id_)))
        self.view = BoxView(look)
        self.work = BoxWork(self.view, hands, bench, now, settings)
        self.feed = BoxFeed(dispatcher, "box", self)
        self.feed.came.connect(self._on_box)
        self.feed.refused.connect(self._on_refused)
        self.setFocusProxy(self.view)
        self._pair = BoxPair((self.view, beside.view), self)
        self.view.cursor_moved.connect(self._on_cursor)
        self.view.selection_changed.connect(self._on_chosen)
        self.view.context_asked.connect(self._on_menu)
        for view in (self.view, beside.view):
            view.heading_asked.connect(lambda at, lines, index, view=view: self._on_heading(view, at, lines, index))
        self.legend = BoxLegend(look)
        self.legend.picked.connect(lambda entry: self.view.select_cells(self.work.cells_of(entry)))
        self.work.legend_changed.connect(self._show_legend)
        left = QVBoxLayout()
        left.addSpacing(24)
        left.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignTop)
        left.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(18)
        body.addLayout(left)
        body.addWidget(self.view, 1)
        body.addWidget(beside.page, 1)
        heads = QHBoxLayout()
        heads.setSpacing(18)
        heads.addWidget(self.head, 1)
        heads.addWidget(beside.head, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 12)
        layout.setSpacing(10)
        layout.addLayout(heads)
        layout.addWidget(self.bar)
        layout.addWidget(above)
        layout.addLayout(body, 1)
        layout.addWidget(self.legend)
        selection.view_changed.connect(self._on_view)
        selection.specimen_changed.connect(self._on_specimen)
        selection.lit_changed.connect(self.draw)
        selection.beside_changed.connect(self.draw)
        now.storage_changed.connect(self._on_storage)

    @property
    def box(self) -> "BoxRow | None":
        """The rows of the box that is shown."""
        return self.feed.rows

    def turn(self, degrees: int) -> None:
        """Turn the view; what is stored stays."""
        self.view.set_rotation(degrees % 360)
        self.options.show_turn(degrees % 360)

    @property
    def heart(self) -> QWidget:
        """Where the keyboard goes when this page is turned to."""
        return self.view

    def _on_view(self, view: View) -> None:
        row = self._now.container(view.container) if view.showing is Showing.CONTAINER else None
        if row is None or row.holds != "specimens":
            return
        if row.id != self.feed.container:
            self.work.show(None, None, self._selection.lit)
        elif self._selection.specimen is None:
            self.view.select(())
        self._describe(row)
        self.feed.follow(row.id)

    def _on_storage(self) -> None:
        row = self._now.container(self.feed.container)
        if row is None:
            if self._now.storage is None:
                self.feed.follow(None)
            return
        self._describe(row)
        self.draw()

    def _on_box(self) -> None:
        self.bar.hide()
        self.draw()
        if not self.view.selection:
            self._on_specimen(self._selection.specimen)
        self.read.emit()

    def _on_refused(self, problem: Problem) -> None:
        self.bar.say(messages.sentence(problem), warning=True)

    def draw(self) -> None:
        """Draw the box as the user likes it now."""
        row, rows, storage = self._now.container(self.feed.container), self.feed.rows, self._now.storage
        if row is None or rows is None or storage is None or rows.container_id != row.id:
            return
        lit = self._selection.lit
        self.work.show(rows, row, lit)
        unit = storage.unit_of(row.id) if self._selection.beside is None else None
        self.unit.setVisible(unit is not None)
        if unit is not None:
            matches = unit_map.carried_up(storage, lit.boxes)
            self.unit.show_unit(unit_map.unit_picture(storage, unit, matches))
            self.unit.highlight(self._slot_of(row.id, unit))

    def _show_legend(self) -> None:
        """A single material needs no legend; any other fact does."""
        by = self._settings.get(COLOUR_BY)
        entries = self.work.legend
        self.legend.setVisible(len(entries) > 1 or (bool(entries) and by != "material"))
        self.legend.show_entries(entries, translate("Dress", COLOURS[by]))

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
        if self.box is None:
            return
        tube = box_grid.tube_at(self.box, (row, column))
        self._selection.choose(tube.id if tube is not None else None)

    def _on_chosen(self, cells: frozenset[tuple[int, int]]) -> None:
        """The tube the keyboard is at was chosen anew, without moving there."""
        cursor = self.view.cursor_cell
        if cursor is not None and cursor in cells:
            self._on_cursor(*cursor)

    def _on_specimen(self, specimen: int | None) -> None:
        if self.box is None:
            return
        cell = box_grid.place_of(self.box, specimen) if specimen is not None else None
        if cell is not None and cell != self.view.cursor_cell:
            self.view.set_cursor(*cell, select=cell not in self.view.selection)
        elif cell is None and specimen is not None:
            self.view.select(())

    def _on_menu(self, at: QPoint, cell: tuple[int, int] | None) -> None:
        tube = box_grid.tube_at(self.box, cell) if cell is not None and self.box is not None else None
        if tube is not None:
            self._selection.choose(tube.id)
        self.menu_wanted.emit(at)

    def _on_heading(self, view: BoxView, at: QPoint, lines: Lines, index: int) -> None:
        """The menu of a row or column heading: this one, or every second one."""
        row = self._now.container(view.picture.key) if view.picture is not None else None
        if row is None:
            return
        layout = row.layout
        one = rules.row(layout, index) if lines is Lines.ROWS else rules.column(layout, index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        by_row = lines is Lines.ROWS
        for text, cells in (
            (self.tr("Choose this row") if by_row else self.tr("Choose this column"), one),
            (self.tr("Choose odd rows") if by_row else self.tr("Choose odd columns"), rules.odd(layout, lines)),
            (self.tr("Choose even rows") if by_row else self.tr("Choose even columns"), rules.even(layout, lines)),
        ):
            action = menu.addAction(text)
            action.triggered.connect(lambda _checked=False, cells=cells: view.select_cells(cells))
        menu.popup(at)
