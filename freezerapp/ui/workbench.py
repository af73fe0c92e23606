"""Work at the bench, tied together: what menus and keys do with what is chosen, and where scans and drops go."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from freezerapp.domain.position import Position
from freezerapp.domain.specimen import HoldKind
from freezerapp.ui import actions as table
from freezerapp.ui import bench_questions, said_of_work, words
from freezerapp.ui.actions import Actions, When
from freezerapp.ui.chosen import Chosen
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.furniture import Furniture
from freezerapp.ui.hands import Hands, Seen
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.moving import Moving
from freezerapp.ui.panes.fill_by_scan import FILL
from freezerapp.ui.registering import Registering
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import COLOUR_BY, Settings
from freezerapp.ui.widgets.box_carried import Carried

if TYPE_CHECKING:
    from freezerapp.storage.rows.tube import TubeCard
    from freezerapp.ui.scan_work import ScanWork

LABELS_MS = 5_000
"""What draws labels is loaded so long after the first screens: nobody prints sooner."""


class Workbench(QObject):
    """Knows all panes that work is done in, so that they need not know each other.

    ``allowed``: other things can be done now, whichever pane was read last; ``toned``: the Tone of a scan, for the ear.
    """

    allowed = Signal()
    toned = Signal(object)

    def __init__(
        self,
        window: QWidget,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        settings: Settings,
        furniture: Furniture,
        actions: Actions,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._settings = settings
        self._panes = furniture
        self._actions = actions
        self._tree_container: int | None = None
        self._doing, self._hands = furniture.doing, furniture.hands
        box, second, strip = furniture.box, furniture.second, furniture.strip
        self.chosen = Chosen(
            ((box.view, box.work), (second.view, second.work)),
            strip,
            self._card,
            lambda: self._is_in_box(),
            self,
        )
        self._moving = Moving(window, dispatcher, now, selection, self._hands, self.chosen)
        self._registering = Registering(
            window, dispatcher, now, self._hands, self.chosen, furniture.fill, (box.view, box.work)
        )
        self.chosen.changed.connect(self.allowed)
        self._doing.listed.connect(self._on_listed)
        bench, task, card = furniture.bench, furniture.task, furniture.inspector
        for read in (bench.changed, task.changed, card.filled, box.read, second.feed.came, now.storage_changed):
            read.connect(self.allowed)
        selection.beside_changed.connect(self.allowed)
        now.facts_changed.connect(self._on_facts)
        box.menu_wanted.connect(self.tube_menu)
        second.menu_wanted.connect(self.tube_menu)
        strip.menu_wanted.connect(lambda at: self._menu(table.BENCH_MENU, at))
        furniture.tree.menu_wanted.connect(self._on_tree_menu)
        furniture.tree.tubes_dropped.connect(self._moving.drop_on_box)
        box.options.changed.connect(second.draw)
        box.work.stand_beside(second.work)
        box.read.connect(lambda: self._colour_anew(second.draw))
        second.feed.came.connect(lambda: self._colour_anew(box.draw))
        box.read.connect(lambda: furniture.fill.seen(box.work.box))
        selection.view_changed.connect(self._on_view)
        furniture.fill.aimed.connect(box.view.show_target)
        furniture.fill.heard.connect(self.toned)
        furniture.fill.place_all_wanted.connect(self._place_all)
        strip.picked_up.connect(self._on_picked_up)
        strip.fill_wanted.connect(self.fill)
        strip.place_wanted.connect(self._moving.place)
        dispatcher.opened.connect(self._on_opened)
        dispatcher.closed.connect(self._on_closed)
        self._on_listed()

    @cached_property
    def scans(self) -> "ScanWork":
        """What does the work of scans; made with the first."""
        from freezerapp.ui.scan_work import ScanWork

        shown = self._now, self._selection, self._settings, self._panes
        made = ScanWork(self._window, self._dispatcher, *shown, self._registering, self.chosen)
        made.toned.connect(self.toned)
        return made

    @property
    def hands(self) -> Hands:
        """What does the gestures."""
        return self._hands

    @property
    def container(self) -> int | None:
        """The box or rack that is meant: the one of the tree's menu, else the one in the centre."""
        if self._tree_container is not None:
            return self._tree_container
        return self._selection.view.container if self._selection.view.showing is Showing.CONTAINER else None

    @property
    def chosen_words(self) -> str:
        """What a gesture is about, where that is not just the tube in the inspector: "3 tubes"."""
        tubes, card = self.chosen.tubes.all, self._panes.inspector.card
        if not tubes or (len(tubes) == 1 and card is not None and tubes[0].id == card.id):
            return ""
        return self._named(tubes)

    def _card(self) -> "TubeCard | None":
        """What the inspector shows, unless another tube was chosen by now."""
        card = self._panes.inspector.card
        return card if card is not None and card.id == self._selection.specimen else None

    def _colour_anew(self, draw: Callable[[], None]) -> None:
        """Other tubes stand beside: only materials have the same colours whatever else is seen."""
        if self._selection.beside is not None and self._settings.get(COLOUR_BY) != "material":
            draw()

    def tube_menu(self, at: QPoint) -> None:
        """What can be done with the chosen tubes, at a point of the screen."""
        self._menu(table.TUBE_MENU, at)

    def heed_settings(self) -> None:
        """Preferences were changed."""
        self._panes.box.work.heed_settings()
        self._panes.second.work.heed_settings()
        self._panes.strip.tell()

    def deeds(self) -> dict[str, Callable[[], None]]:
        """What each action of the work does."""
        mark = self._mark
        return {
            "undo": self._doing.undo,
            "redo": self._doing.redo,
            "register": self._registering.register,
            "print labels": self._print_labels,
            "design label": lambda: self._panes.labels.design(self.chosen.tubes.all, self.container),
            "new code": lambda: self._panes.labels.give_new_code(self.chosen.tubes.all),
            "print cards": lambda: self._panes.labels.print_cards(),
            "own stock": lambda: self._panes.labels.enter_stock(),
            "pick": self.pick,
            "take out": lambda: self._hands.take_out(self.chosen.tubes.standing),
            "put back": lambda: self._hands.put_back(self.chosen.tubes.out),
            "move to": self._moving.move_to,
            "place": self._place_all,
            "fill": self.fill,
            "missing": lambda: mark("mark missing"),
            "found": lambda: mark("mark found"),
            "used up": lambda: mark("mark used up"),
            "thawed": lambda: mark("thaw"),
            "destroy": self.destroy,
            "hold": lambda: self._ask_hold("hold", tuple(HoldKind)),
            "release": lambda: self._ask_hold("release", tuple(HoldKind)),
            "take out container": lambda: self._with_container(self._hands.take_out_container),
            "put back container": lambda: self._with_container(self._hands.put_back_container),
            "move container": lambda: self._with_container(self._moving.move_container),
            "beside": self._beside,
            "turn": lambda: self._panes.box.turn(self._panes.box.view.rotation + 90),
            "select all": lambda: self.chosen.view.select_all(),
            "invert": lambda: self.chosen.view.invert_selection(),
            "to strip": self._to_strip,
            "to bar": self._panes.bar.focus_action,
            "operator": self.change_operator,
        }

    def moments(self) -> set[When]:
        """When what can be done is now."""
        found: set[When] = set()
        if self._dispatcher.bank is None:
            return found
        if self._doing.can_undo:
            found.add(When.UNDO)
        if self._doing.can_redo:
            found.add(When.REDO)
        if self.chosen.in_box:
            found.add(When.BOX)
        if self._panes.bench.rows:
            found.add(When.IN_HAND)
            if self.chosen.in_box and self._panes.bench.tubes:
                found.add(When.PLACING)
        tubes = self.chosen.tubes
        if tubes.all:
            found.add(When.TUBES)
            if any(tube.held is not False for tube in tubes.all):
                found.add(When.HELD)
            if any(tube.missing for tube in tubes.all):
                found.add(When.MISSING)
            if any(not tube.missing for tube in tubes.all):
                found.add(When.NOT_MISSING)
        if tubes.standing:
            found.add(When.STANDING)
        if tubes.on_bench:
            found.add(When.OUT)
        row = self._now.container(self.container)
        if tubes.all or row is not None:
            found.add(When.LABELLED)
        if row is not None:
            if row.status == "in place" and row.parent_id is not None:
                found.add(When.CONTAINER)
            if row.status == "on the bench":
                found.add(When.CONTAINER_OUT)
        return found

    def fill(self) -> None:
        """Fill the box that is shown by scanning, from the cursor on if it stands on a free position."""
        box = self._panes.box.work.box
        if box is None:
            return
        cursor = self._panes.box.view.cursor_cell
        at = Position(*cursor) if cursor is not None and box.free(Position(*cursor)) else None
        self._panes.fill.begin(box, at)
        self._panes.box.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def destroy(self) -> None:
        """Record that tubes were destroyed; that can't be taken back, and is said before."""
        tubes = self.chosen.tubes.all
        if not tubes:
            return
        text = self.tr("Destroyed: {tubes}. No undo brings them back, and earlier steps can't be undone any more.")
        self._doing.telling.ask(
            text.format(tubes=self._named(tubes)),
            self.tr("Say why…"),
            lambda: self._ask_reason("mark destroyed", tubes),
            warning=True,
        )

    def change_operator(self) -> None:
        """A list of those who work here; another one signs from now on."""
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        facts = self._now.facts
        for key, name, role in facts.operators if facts is not None else ():
            action = menu.addAction(f"{name}, {words.word('Role', role)}")
            action.setCheckable(True)
            action.setChecked(key == self._doing.operator)
            action.triggered.connect(lambda _checked=False, key=key: self._doing.choose_operator(key))
        menu.addSeparator()
        menu.addAction(self.tr("Someone else…")).triggered.connect(self._ask_operator)
        menu.popup(self._window.mapToGlobal(QPoint(8, self._window.height() - menu.sizeHint().height() - 30)))

    def _ask_operator(self) -> None:
        from freezerapp.ui.dialogs.who import WhoDialog

        dialog = WhoDialog(self._window)
        dialog.accepted.connect(lambda: self._doing.enter_operator(dialog.name))
        dialog.open()

    def _print_labels(self) -> None:
        """Of the chosen tubes, else of what is shown; the menu of the tree is about its container alone."""
        tubes = self.chosen.tubes.all if self._tree_container is None else ()
        self._panes.labels.print(tubes, self.container)

    def pick(self, tubes: tuple[int, ...] | None = None) -> None:
        """A new pick list of these tubes (the chosen ones if none are said), of a list of codes or by a rule."""
        chosen = tuple(each.id for each in self.chosen.tubes.all)
        self._panes.picking.make(chosen if tubes is None else tubes)

    def _place_all(self) -> None:
        """Put what is in hand into the next free positions of the box that is shown, without scanning."""
        work = self._panes.box.work
        session = self._panes.fill.session
        start = session.target if session is not None else None
        chosen = [each for each in self._panes.strip.things.chosen if each.is_tube]
        tubes = self._panes.strip.chosen_tubes if chosen else self._panes.strip.all_tubes
        work.place(tubes, (start.row, start.column) if start is not None else None)

    def _on_picked_up(self, carried: Carried) -> None:
        """What the keyboard took from the strip is carried over the box."""
        view = self.chosen.view
        if self.chosen.in_box and view.carry(carried):
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, kind: str) -> None:
        tubes = self.chosen.tubes.all
        if tubes:
            self._hands.mark(kind, tubes)

    def _ask_reason(self, kind: str, tubes: tuple[Seen, ...]) -> None:
        from freezerapp.ui.dialogs.reason import ReasonDialog

        about = self.tr("{what}: {tubes}.").format(what=words.word("Operation", kind), tubes=self._named(tubes))
        dialog = ReasonDialog(kind, about, self._window)
        dialog.accepted.connect(lambda: self._hands.mark(kind, tubes, dialog.reason))
        dialog.open()

    def _ask_hold(self, kind: str, holds: tuple[HoldKind, ...]) -> None:
        from freezerapp.ui.dialogs.reason import ReasonDialog

        tubes = self.chosen.tubes.all
        if not tubes:
            return
        about = self.tr("{what}: {tubes}.").format(what=words.word("Operation", kind), tubes=self._named(tubes))
        dialog = ReasonDialog(kind, about, self._window, holds=holds)
        dialog.accepted.connect(lambda: self._hands.mark(kind, tubes, dialog.reason, dialog.hold))
        dialog.open()

    def _beside(self) -> None:
        """A box of the tree's menu is shown beside; otherwise it is asked which."""
        if self._tree_container is not None:
            self._panes.tree.open_beside(self._tree_container)
        else:
            self._moving.beside()

    def _is_in_box(self) -> bool:
        """Whether the centre shows a box."""
        row = self._now.container(self._selection.view.container)
        return self._selection.view.showing is Showing.CONTAINER and row is not None and row.holds == "specimens"

    def _with_container(self, do: Callable[[int], None]) -> None:
        if self.container is not None:
            do(self.container)

    def _named(self, tubes: tuple[Seen, ...]) -> str:
        return tubes[0].barcode if len(tubes) == 1 else said_of_work.tubes(len(tubes))

    def _to_strip(self) -> None:
        self._panes.strip.things.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _menu(self, names: tuple[str, ...], at: QPoint) -> None:
        """A menu of the actions of the table that can be used now."""
        self.allowed.emit()
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table.fill_menu(menu, names, self._actions, usable=True)
        if not menu.isEmpty():
            menu.popup(at)

    def _on_tree_menu(self, at: QPoint, container: int) -> None:
        """The menu of a container in the tree: its actions are about that one while the menu is open."""
        self._tree_container = container
        self.allowed.emit()
        menu = QMenu(self._window)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        table.fill_menu(menu, table.CONTAINER_MENU, self._actions, usable=True)
        menu.destroyed.connect(self._on_tree_menu_gone)
        menu.popup(at)

    def _on_tree_menu_gone(self) -> None:
        self._tree_container = None
        self.allowed.emit()

    def _on_listed(self) -> None:
        """Undo and redo say what they would do."""
        self._actions.name("undo", self._doing.undo_text)
        self._actions.name("redo", self._doing.redo_text)
        self.allowed.emit()

    def _on_view(self, view: View) -> None:
        """A box is filled only as long as one looks at it."""
        session = self._panes.fill.session
        if session is not None and (view.showing is not Showing.CONTAINER or view.container != session.box.id):
            self._panes.task.end(FILL)

    def _on_opened(self) -> None:
        self._dispatcher.ask(bench_questions.identity, self._on_bank, owner=self, lane="bank")

    def _on_facts(self) -> None:
        """The first screens are there: commands are loaded now, so that the first gesture need not wait for them."""
        if self._now.facts is not None:
            self._now.facts_changed.disconnect(self._on_facts)
            self._dispatcher.ask(
                lambda _reader: bench_questions.bring_in_commands(), lambda _nothing: None, owner=self, lane="commands"
            )
            QTimer.singleShot(LABELS_MS, self, lambda: self._panes.labels.bring_in())

    def _on_bank(self, known: tuple[str, tuple[str, ...]]) -> None:
        uuid, sites = known
        self._panes.box.work.set_bank(uuid, sites)
        self._panes.second.work.set_bank(uuid, sites)
        self._panes.strip.set_bank(uuid)
        self._panes.tree.set_bank(uuid)

    def _on_closed(self) -> None:
        self._panes.task.end(FILL)
        self._on_bank(("", ()))
