"""A second box beside the one in the centre, to move tubes from one to the other."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QToolButton, QVBoxLayout

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, words
from freezerapp.ui.box_work import BoxWork
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.hands import Hands
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.models.box_feed import BoxFeed
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.panes.path import PathPane
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import Settings
from freezerapp.ui.widgets.box_view import BoxView
from freezerapp.ui.widgets.inline_bar import InlineBar

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import ContainerRow


class SecondBox(QFrame):
    """Hidden until the shared selection puts a box beside the one in the centre; its ``head`` with it, which stands
    in line with the head of that one.

    ``menu_wanted`` carries the screen point where the menu of what is chosen is wanted.
    """

    menu_wanted = Signal(QPoint)

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        hands: Hands,
        bench: BenchList,
        settings: Settings,
    ) -> None:
        super().__init__()
        self._now = now
        self._selection = selection
        self.setObjectName("second")
        self.crumbs = PathPane(look, now, selection)
        self.head = PageHead(self.crumbs)
        self.head.add_button(self.tr("Show alone")).clicked.connect(self._on_swap)
        self._close = QToolButton()
        self._close.setIcon(look.icon("x", "muted"))
        self._close.setToolTip(self.tr("Close this box"))
        self._close.setAccessibleName(self.tr("Close this box"))
        self._close.clicked.connect(lambda: selection.put_beside(None))
        self.head.add(self._close)
        self.bar = InlineBar(look)
        self.view = BoxView(look)
        self.work = BoxWork(self.view, hands, bench, now, settings)
        self.feed = BoxFeed(dispatcher, "box beside", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        self.feed.came.connect(self._on_rows)
        self.feed.refused.connect(self._on_refused)
        self.view.cursor_moved.connect(self._on_cursor)
        self.view.selection_changed.connect(self._on_chosen)
        self.view.context_asked.connect(lambda at, _cell: self.menu_wanted.emit(at))
        selection.beside_changed.connect(self._on_beside)
        selection.view_changed.connect(self._on_view)
        selection.lit_changed.connect(self.draw)
        now.storage_changed.connect(self._on_storage)
        self._set_shown(shown=False)

    def draw(self) -> None:
        """Draw it as the user likes it now."""
        row = self._now.container(self.feed.container)
        if row is not None:
            self._describe(row)
        if self.feed.rows is not None or row is None:
            self.work.show(self.feed.rows, row, self._selection.lit)

    def _set_shown(self, *, shown: bool) -> None:
        """Hidden, it gives the keyboard to the page it stands on, not to what is next in the order of Tab."""
        focused, page = QApplication.focusWidget(), self.parentWidget()
        inside = focused is not None and (self.isAncestorOf(focused) or self.head.isAncestorOf(focused))
        if not shown and inside and page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.head.setVisible(shown)
        self.setVisible(shown)

    def _on_beside(self, box: int | None) -> None:
        row = self._now.container(box)
        if row is None or row.holds != "specimens" or box == self._selection.view.container:
            self.feed.follow(None)
            self.work.show(None, None, self._selection.lit)
            self._set_shown(shown=False)
            return
        self._describe(row)
        self.feed.follow(row.id)
        self._set_shown(shown=True)

    def _on_view(self, view: View) -> None:
        """A box is never shown twice, nor beside anything but a box."""
        row = self._now.container(view.container) if view.showing is Showing.CONTAINER else None
        if self._selection.beside is not None and (
            row is None or row.holds != "specimens" or row.id == self._selection.beside
        ):
            self._selection.put_beside(None)

    def _on_storage(self) -> None:
        if self.feed.container is not None and self._now.container(self.feed.container) is None:
            self._selection.put_beside(None)
        else:
            self.draw()

    def _on_rows(self) -> None:
        self.bar.hide()
        self.draw()

    def _on_refused(self, problem: Problem) -> None:
        self.bar.say(messages.sentence(problem), warning=True)

    def _on_cursor(self, row: int, column: int) -> None:
        rows = self.feed.rows
        found = next((tube for tube in rows.tubes if (tube.row, tube.column) == (row, column)), None) if rows else None
        self._selection.choose(found.id if found is not None else None)

    def _on_chosen(self, cells: frozenset[tuple[int, int]]) -> None:
        """The tube the keyboard is at was chosen anew, without moving there."""
        cursor = self.view.cursor_cell
        if cursor is not None and cursor in cells:
            self._on_cursor(*cursor)

    def _on_swap(self) -> None:
        box = self._selection.beside
        self._selection.put_beside(None)
        if box is not None:
            self._selection.go(View(Showing.CONTAINER, box))

    def _describe(self, row: "ContainerRow") -> None:
        self.crumbs.lead_to(row.id)
        self.head.say(row.code or row.name, self.tr("{count} free").format(count=words.number(row.free)))
