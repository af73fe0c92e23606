"""The window: panes, menus, toolbar and status bar put together, and nothing else."""

# Long because everything that ties panes, actions and bars to each other is to be seen in one place.

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from freezerapp.domain.problems import Problem
from freezerapp.ui import actions as table
from freezerapp.ui import messages
from freezerapp.ui.actions import Actions, When
from freezerapp.ui.bank_jobs import BankJobs, Doors, Ears
from freezerapp.ui.dispatcher import Bank, Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.start import StartPane
from freezerapp.ui.panes.status_bar import StatusBar
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import GEOMETRY, Settings
from freezerapp.ui.side_panes import SidePanes
from freezerapp.ui.window_bars import WindowBars
from freezerapp.ui.window_sheet import window_sheet
from freezerapp.ui.work import WORK
from freezerapp.ui.work_pages import WorkPages

if TYPE_CHECKING:
    from freezerapp.domain.scan import Scan
    from freezerapp.ui.furniture import Furniture
    from freezerapp.ui.window_dialogs import WindowDialogs

SMALLEST = (860, 560)
MOST_FINDINGS = 8
SOON_MS = 200
ROOM_FOR_TWO = 1_500
"""px of window from which the inspector stays beside two boxes."""


class MainWindow(QMainWindow):
    """``language_chosen``: another language is wanted (a word of the settings); the window is made anew."""

    language_chosen = Signal(str)
    appeared = Signal()
    """The window was painted for the first time; only then come the panes, and the database library."""

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        settings: Settings,
        doors: Doors,
        ears: Ears,
    ) -> None:
        super().__init__()
        self._furniture: Furniture | None = None
        self._ears = ears
        self._look = look
        self._dispatcher = dispatcher
        self._settings = settings
        self._doors = doors
        self._narrow = False
        self._jobs = BankJobs(dispatcher, settings, doors, self)
        self._jobs.wanted.connect(self.open_bank)
        self._jobs.refused.connect(self._on_not_opened)
        self._jobs.verified.connect(self._on_verified)
        self.selection = Selection(self)
        self.now = BankNow(dispatcher, self)
        self.actions_table = Actions(self._deeds(), self)
        self._wear()
        self._painted = False
        self.appeared.connect(self.furnish)
        self._build_frame()
        self._bars = WindowBars(self, self.actions_table, settings, self.open_bank)
        self.status = StatusBar()
        self.setStatusBar(self.status)
        self._jobs.verifying.connect(self.status.verified_so_far)
        self._jobs.not_verified.connect(self._on_not_verified)
        self._restore()
        self._allow()

    def _deeds(self) -> dict[str, Callable[[], None]]:
        """What each action does."""
        go = self.selection.go
        views = {work.name: work.view for work in WORK}
        return {
            "new": self._jobs.make,
            "open": self._jobs.choose,
            "demonstration": self._jobs.demonstrate,
            "close": self._dispatcher.close,
            "verify": self._verify,
            "preferences": lambda: self._dialogs.preferences(),
            "site rules": self._site_rules,
            "scanner": lambda: self._dialogs.set_up_scanner(),
            "quit": lambda: _done(self.close()),
            "find": lambda: self.search.seek(),
            "copy barcode": self._copy_barcode,
            "put out": lambda: self.search.empty(),
            "back": self.selection.back,
            "forward": self.selection.forward,
            "all storage": lambda: go(View(Showing.STORAGE)),
            "to tube": self._to_tube,
            "tree": lambda: self._sides.toggle_tree(),
            "inspector": lambda: self._sides.toggle_inspector(),
            "specimens": lambda: go(views["specimens"]),
            "bench": lambda: go(views["bench"]),
            "held": lambda: go(views["held"]),
            "picks": lambda: go(views["picks"]),
            "history": lambda: go(views["history"]),
            "shipments": lambda: go(views["shipments"]),
            "shortcuts": lambda: self._dialogs.shortcuts(self.actions_table),
            "about": lambda: self._dialogs.about(),
            "verify manifest": lambda: self._dialogs.verify_manifest(self._dispatcher),
        } | {name: self._work_of(name) for name in (*table.WORK_DEEDS, *table.PARCEL_DEEDS)}

    def _work_of(self, name: str) -> Callable[[], None]:
        """What an action of the work does, once there is a workbench."""
        if name in table.PARCEL_DEEDS:
            return lambda: self.pages.shipping.deeds()[name]()
        return lambda: self.workbench.deeds()[name]()

    def open_bank(self, path: Path) -> None:
        """Open a bank; what is wrong with it is said on the start page."""
        self.furnish()
        self._dispatcher.close()
        self.start.open_begins(path)
        self._dispatcher.open(path, lambda problem: self._on_not_opened(path, problem))

    def wait_for(self, path: Path) -> None:
        """Say that a bank is being opened, before it is."""
        self.start.open_begins(path)

    def show_open_bank(self) -> None:
        """Show the bank that is open already: this window takes the place of another."""
        bank = self._dispatcher.bank
        self.furnish()
        if bank is not None:
            self._on_opened(bank)
            self._dispatcher.opened.emit(bank)

    @cached_property
    def _dialogs(self) -> "WindowDialogs":
        from freezerapp.ui.window_dialogs import WindowDialogs

        made = WindowDialogs(self, self._look, self._settings, self._doors, self._ears)
        made.language_chosen.connect(self.language_chosen)
        made.preferences_closed.connect(self._on_preferences)
        return made

    @property
    def furnished(self) -> bool:
        """Whether the panes are in."""
        return self._furniture is not None

    def furnish(self) -> None:
        """Bring the panes in. Not before the window was painted once: it should be there at once."""
        if self._furniture is not None:
            return
        from freezerapp.ui.furniture import Furniture
        from freezerapp.ui.workbench import Workbench

        account = self._doors.account
        made = Furniture(self._look, self._dispatcher, self.now, self.selection, self._settings, account, self)
        self._furniture = made
        self.work, self.tree, self.inspector, self.search = made.work, made.tree, made.inspector, made.search
        self.storage, self.container, self.box = made.storage, made.container, made.box
        self.bar = made.bar
        self.strip, self.second, self.fill, self.doing = made.strip, made.second, made.fill, made.doing
        self.workbench = Workbench(
            self, self._dispatcher, self.now, self.selection, self._settings, made, self.actions_table
        )
        self.pages.put_in(made, self.workbench)
        self.pages.room_wanted.connect(self._bars.give_way)
        self._draw_icons()
        self.bar.setObjectName("said")
        self._column.insertWidget(0, self.bar)
        self._column.addLayout(_with_margins(self.strip))
        self._sides.put_in(self.tree, self.inspector, self._look.theme.space, self.width())
        self._bars.build_toolbar(self.search)
        self._connect()
        self._clear()

    def _build_frame(self) -> None:
        """The start page in the middle of what the panes will stand around."""
        self.start = StartPane(self._look, self.actions_table, self._settings)
        self.start.wanted.connect(self.open_bank)
        self.pages = WorkPages(self.start, self.now, self.selection, self.furnish)
        centre = QWidget()
        centre.setObjectName("centre")
        self._column = QVBoxLayout(centre)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.pages, 1)
        self._sides = SidePanes(centre, self._settings, self.actions_table, lambda: self._dispatcher.bank is not None)
        self.setCentralWidget(self._sides.split)

    def _connect(self) -> None:
        from freezerapp.ui.first_key import FirstKey

        self._dispatcher.opened.connect(self._on_opened)
        self._dispatcher.closed.connect(self._on_closed)
        self._dispatcher.refused.connect(self._on_refused)
        self.selection.view_changed.connect(self._on_view)
        self.selection.trail_changed.connect(self._allow)
        self.selection.specimen_changed.connect(self._on_specimen)
        self.selection.lit_changed.connect(self._allow)
        self.selection.beside_changed.connect(self._fold)
        self.now.storage_changed.connect(self._on_storage)
        self.now.facts_changed.connect(self._on_facts)
        self.search.announced.connect(self.bar.say)
        self.workbench.allowed.connect(self._allow)
        self.inspector.offer([self.actions_table[name] for name in table.INSPECTOR])
        FirstKey(self, self._ears.scanner)
        self.workbench.toned.connect(lambda tone: self._ears.sounds().play(tone))
        self.doing.listed.connect(self._on_operator)
        self.status.stop_wanted.connect(self._jobs.stop_verifying)
        self.status.operator_wanted.connect(self.workbench.change_operator)
        self._look.changed.connect(self._wear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._furniture is not None:
            self.search.popup.hide()
        narrow = self.width() < self._look.theme.space.fold_below
        if narrow != self._narrow:
            self._narrow = narrow
            self._fold()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.appeared.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.put(GEOMETRY, self.saveGeometry())
        self._sides.keep()
        super().closeEvent(event)

    def _restore(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(1440, 900)
        geometry = self._settings.get(GEOMETRY)
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)

    def _wear(self) -> None:
        self.setStyleSheet(window_sheet(self._look.theme))
        if self.furnished:
            self._draw_icons()

    def _draw_icons(self) -> None:
        """No icon is seen before the panes are in: the pictures are read with them."""
        for deed in table.DEEDS:
            if deed.icon:
                self.actions_table[deed.name].setIcon(self._look.icon(deed.icon))

    def _on_opened(self, bank: Bank) -> None:
        self._settings.remember_bank(bank.path)
        self._bars.allow_recent()
        self.bar.hide()
        self.start.rest()
        self.selection.clear()
        self.status.show_bank(bank)
        self._sides.open()
        self._bars.show_toolbar(True)
        self._on_view(self.selection.view)
        self._allow()

    def _on_closed(self) -> None:
        self._jobs.stop_verifying()
        self._clear()
        self.start.rest()

    def _clear(self) -> None:
        """As it is without a bank."""
        self.selection.clear()
        self._sides.close()
        self._bars.show_toolbar(False)
        self.strip.hide()
        self.status.forget()
        self.setWindowTitle("FreezerApp")
        self.pages.rest()
        self._allow()

    def _on_not_opened(self, path: Path, problem: Problem) -> None:
        if not path.exists():
            self._settings.forget_bank(path)
        self.start.rest(messages.sentence(problem))
        self.pages.rest()

    def _on_refused(self, problem: Problem) -> None:
        self.bar.say(messages.sentence(problem), warning=True)

    def _on_storage(self) -> None:
        view = self.selection.view
        if self.now.storage is None:
            return
        if view.showing is Showing.CONTAINER and self.now.container(view.container) is None:
            self.selection.go(View(Showing.STORAGE))
            return
        self._on_view(view)

    def _on_facts(self) -> None:
        facts = self.now.facts
        if facts is None:
            return
        self.setWindowTitle(f"{facts.name} – FreezerApp")
        self.status.show_facts(facts)
        self._on_operator()
        # The first screens are there: these pages should be, too, by the time they are wanted.
        QTimer.singleShot(0, self, lambda: self.pages.found)
        QTimer.singleShot(SOON_MS, self, lambda: self.pages.history)

    def _on_view(self, view: View) -> None:
        if self._dispatcher.bank is None:
            self.pages.rest()
            return
        if self.pages.show_view(view):
            self.strip.set_on_box_page(self.pages.shows_box)
            self._fold()

    def _on_specimen(self) -> None:
        self._fold()
        self._allow()

    def _fold(self) -> None:
        """The inspector gives its room to the map while no tube is chosen, to a second box, and to work on a list."""
        if self._furniture is None:
            return
        showing = self.selection.view.showing
        map_alone = showing is Showing.STORAGE and self.selection.specimen is None
        crowded = self.selection.beside is not None and self.width() < ROOM_FOR_TWO
        at_work = showing in (Showing.PICKS, Showing.PICK, Showing.SHIPMENTS, Showing.SHIPMENT)
        self._sides.fold(self._narrow or map_alone or crowded or at_work)

    def _allow(self) -> None:
        moments = set()
        if self._dispatcher.bank is not None:
            moments.add(When.BANK)
            if self.selection.specimen is not None:
                moments.add(When.TUBE)
            if self.selection.can_go_back:
                moments.add(When.BACK)
            if self.selection.can_go_forward:
                moments.add(When.FORWARD)
            if self.selection.lit:
                moments.add(When.LIT)
            if self._furniture is not None:
                moments |= self.workbench.moments()
        self.actions_table.allow(frozenset(moments))
        self._sides.tell()
        if self._furniture is not None:
            self.inspector.say_chosen(self.workbench.chosen_words)

    def _on_operator(self) -> None:
        self.status.show_operator(self.doing.operator_name)

    def _copy_barcode(self) -> None:
        card = self.inspector.card
        if card is not None and card.barcode:
            QGuiApplication.clipboard().setText(card.barcode)
            self.status.showMessage(self.tr("{code} copied").format(code=card.barcode), 3000)

    def _to_tube(self) -> None:
        card = self.inspector.card
        if card is None:
            return
        container = card.container_id if card.container_id is not None else card.home_container_id
        if container is not None:
            self.selection.go(View(Showing.CONTAINER, container), card.id)

    def _site_rules(self) -> None:
        if self._furniture is not None:
            self._furniture.site.open()

    def _verify(self) -> None:
        if self._jobs.verify():
            self.status.verifying()

    def _on_verified(self, exit_status: int, said: str) -> None:
        self.status.verified(exit_status == 0)
        if exit_status == 0:
            self.bar.say(self.tr("The bank is whole: file, rules and history were verified."))
        elif said:
            lines = [self.tr("The check found something:"), *said.splitlines()[:MOST_FINDINGS]]
            self.bar.say("\n".join(lines), warning=True)

    def _on_not_verified(self) -> None:
        self.status.verified(False)

    def _on_preferences(self) -> None:
        if self._furniture is not None:
            self.workbench.heed_settings()

    def scanned(self, scan: "Scan | None") -> None:
        """A scan was made, whatever has the focus; None: one that did not arrive whole."""
        if self._furniture is None:
            return
        if scan is None:
            self.workbench.scans.take_unreadable()
        else:
            self.workbench.scans.take(scan)


def _with_margins(part: QWidget) -> QHBoxLayout:
    """The strip stands in line with the pages above it."""
    row = QHBoxLayout()
    row.setContentsMargins(18, 0, 18, 14)
    row.addWidget(part)
    return row


def _done(_result: object) -> None:
    """An action gives nothing back."""
