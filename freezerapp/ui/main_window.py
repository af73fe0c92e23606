"""The window: panes, menus, toolbar and status bar put together, and nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QCursor, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.problems import Problem
from freezerapp.ui import actions as table
from freezerapp.ui import messages, status
from freezerapp.ui.actions import Actions, When
from freezerapp.ui.dialogs.about import AboutDialog
from freezerapp.ui.dialogs.demonstration import DemonstrationDialog
from freezerapp.ui.dialogs.new_bank import NewBankDialog
from freezerapp.ui.dialogs.preferences import PreferencesDialog
from freezerapp.ui.dialogs.shortcuts import ShortcutsDialog
from freezerapp.ui.dispatcher import Bank, Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.box import BoxPane
from freezerapp.ui.panes.container import ContainerPane
from freezerapp.ui.panes.found import FoundPane
from freezerapp.ui.panes.history import HistoryPane
from freezerapp.ui.panes.inspector import InspectorPane
from freezerapp.ui.panes.search import SearchField
from freezerapp.ui.panes.start import StartPane
from freezerapp.ui.panes.storage import StoragePane
from freezerapp.ui.panes.storage_tree import StorageTreePane
from freezerapp.ui.panes.work_list import WORK, WorkList
from freezerapp.ui.progress import Chore
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import (
    FOLDER,
    GEOMETRY,
    INSPECTOR_SHOWN,
    PANES,
    RECENT,
    TREE_SHOWN,
    Settings,
)
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.window_sheet import window_sheet

SMALLEST = (860, 560)


@dataclass(frozen=True, slots=True)
class Doors:
    """What the window may have done by others: make a bank, and the command lines of longer work."""

    account: str
    make_bank: Callable[[Path, str, str], None]
    demonstration: Callable[[Path, int], Sequence[str]]
    verify: Callable[[Path], Sequence[str]]
    log: Path | None = None


class MainWindow(QMainWindow):
    """``language_chosen``: another language is wanted (a word of the settings); the window is made anew."""

    language_chosen = Signal(str)

    def __init__(self, look: Look, dispatcher: Dispatcher, settings: Settings, doors: Doors) -> None:
        super().__init__()
        self._look = look
        self._dispatcher = dispatcher
        self._settings = settings
        self._doors = doors
        self._verified_events = -1
        self._narrow = False
        self._inspector_wanted = bool(settings.get(INSPECTOR_SHOWN))
        self._chore: Chore | None = None
        self.selection = Selection(self)
        self.now = BankNow(dispatcher, self)
        self.actions_table = Actions(self._deeds(), self)
        self._wear()
        self._build_panes()
        self._build_menus()
        self._build_toolbar()
        self._build_status()
        self._connect()
        self._restore()
        self._on_closed()

    def _deeds(self) -> dict[str, Callable[[], None]]:
        """What each action does."""
        go = self.selection.go
        views = {work.name: work.view for work in WORK}
        return {
            "new": self._new,
            "open": self._choose_file,
            "demonstration": self._demonstration,
            "close": self._dispatcher.close,
            "verify": self._verify,
            "preferences": self._preferences,
            "quit": lambda: _done(self.close()),
            "find": lambda: self.search.seek(),
            "copy barcode": self._copy_barcode,
            "put out": lambda: self.search.empty(),
            "back": self.selection.back,
            "forward": self.selection.forward,
            "all storage": lambda: go(View(Showing.STORAGE)),
            "to tube": self._to_tube,
            "tree": self._toggle_tree,
            "inspector": self._toggle_inspector,
            "specimens": lambda: go(views["specimens"]),
            "bench": lambda: go(views["bench"]),
            "held": lambda: go(views["held"]),
            "history": lambda: go(views["history"]),
            "shortcuts": lambda: _done(ShortcutsDialog(self.actions_table, self).exec()),
            "about": lambda: _done(AboutDialog(self._doors.log, self).exec()),
        }

    def open_bank(self, path: Path) -> None:
        """Open a bank; what is wrong with it is said on the start page."""
        self._dispatcher.close()
        self.start.open_begins(path)
        self._dispatcher.open(path, lambda problem: self._on_not_opened(path, problem))

    def wait_for(self, path: Path) -> None:
        """Say that a bank is being opened, before it is."""
        self.start.open_begins(path)

    def show_open_bank(self) -> None:
        """Show the bank that is open already: this window takes the place of another."""
        bank = self._dispatcher.bank
        if bank is not None:
            self._on_opened(bank)
            self._dispatcher.opened.emit(bank)

    def _build_panes(self) -> None:
        look, dispatcher, now, selection = self._look, self._dispatcher, self.now, self.selection
        self.work = WorkList(look, dispatcher, selection)
        self.tree = StorageTreePane(look, now, self.work, selection)
        self.start = StartPane(look, self.actions_table, self._settings)
        self.storage = StoragePane(look, dispatcher, now, selection)
        self.container = ContainerPane(look, now, selection)
        self.box = BoxPane(look, dispatcher, now, selection)
        self.found = FoundPane(look, dispatcher, now, selection)
        self.history = HistoryPane(look, dispatcher, now, selection)
        self.inspector = InspectorPane(look, dispatcher, now, selection)
        self.search = SearchField(look, dispatcher, now, selection)
        self.bar = InlineBar(look)
        self.pages = QStackedWidget()
        for page in (self.start, self.storage, self.container, self.box, self.found, self.history):
            self.pages.addWidget(page)
        centre = QWidget()
        centre.setObjectName("centre")
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.pages, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setHandleWidth(1)
        for pane in (self.tree, centre, self.inspector):
            self._split.addWidget(pane)
        self._split.setStretchFactor(1, 1)
        self._split.setCollapsible(1, False)
        space = look.theme.space
        self.tree.setMinimumWidth(180)
        self.inspector.setMinimumWidth(250)
        self._split.setSizes([int(space.tree_width), 852, int(space.inspector_width)])
        self.setCentralWidget(self._split)

    def _build_menus(self) -> None:
        for title, names in table.MENUS:
            menu = self.menuBar().addMenu(table.said(title, "Menu"))
            for name in names:
                if name == table.RULE:
                    menu.addSeparator()
                elif name == table.RECENT:
                    recent = menu.addMenu(self.tr("Open &recent"))
                    recent.aboutToShow.connect(lambda menu=recent: self._fill_recent(menu))
                    recent.menuAction().setEnabled(bool(self._settings.get(RECENT)))
                    self._recent = recent
                else:
                    menu.addAction(self.actions_table[name])

    def _build_toolbar(self) -> None:
        bar = QToolBar(self.tr("Toolbar"))
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in table.TOOLBAR:
            action = self.actions_table[name]
            bar.addAction(action)
        bar.addWidget(_stretch())
        bar.addWidget(self.search)
        bar.addWidget(_stretch())
        balance = QWidget()
        balance.setFixedWidth(76)
        bar.addWidget(balance)
        self.addToolBar(bar)
        self._toolbar = bar
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def _build_status(self) -> None:
        self._operator, self._file, self._mode, self._checked = QLabel(), QLabel(), QLabel(), QLabel()
        for label, name in (
            (self._operator, self.tr("Operator")),
            (self._file, self.tr("File")),
            (self._mode, self.tr("State")),
        ):
            label.setWhatsThis(name)
            self.statusBar().addWidget(label)
        self.statusBar().addPermanentWidget(self._checked)
        self.statusBar().setSizeGripEnabled(False)

    def _connect(self) -> None:
        self._dispatcher.opened.connect(self._on_opened)
        self._dispatcher.closed.connect(self._on_closed)
        self._dispatcher.refused.connect(self._on_refused)
        self.selection.view_changed.connect(self._on_view)
        self.selection.trail_changed.connect(self._allow)
        self.selection.specimen_changed.connect(self._on_specimen)
        self.selection.lit_changed.connect(self._allow)
        self.now.storage_changed.connect(self._on_storage)
        self.now.facts_changed.connect(self._on_facts)
        self.search.announced.connect(self.bar.say)
        self.start.wanted.connect(self.open_bank)
        self.box.menu_wanted.connect(self._tube_menu)
        self.found.menu_wanted.connect(self._tube_menu)
        self._look.changed.connect(self._wear)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.search.popup.hide()
        narrow = self.width() < self._look.theme.space.fold_below
        if narrow != self._narrow:
            self._narrow = narrow
            self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.put(GEOMETRY, self.saveGeometry())
        self._settings.put(PANES, self._split.saveState())
        super().closeEvent(event)

    def _restore(self) -> None:
        self.setMinimumSize(*SMALLEST)
        self.resize(1440, 900)
        geometry, panes = self._settings.get(GEOMETRY), self._settings.get(PANES)
        if not geometry.isEmpty():
            self.restoreGeometry(geometry)
        if not panes.isEmpty():
            self._split.restoreState(panes)

    def _wear(self) -> None:
        self.setStyleSheet(window_sheet(self._look.theme))
        for deed in table.DEEDS:
            if deed.icon:
                self.actions_table[deed.name].setIcon(self._look.icon(deed.icon))

    def _on_opened(self, bank: Bank) -> None:
        self._settings.remember_bank(bank.path)
        self._recent.menuAction().setEnabled(True)
        self.bar.hide()
        self.start.rest()
        self.selection.clear()
        self._file.setText(bank.path.name)
        self._file.setToolTip(str(bank.path))
        self._mode.setText("" if bank.writable else self.tr("Read only"))
        self.tree.setVisible(bool(self._settings.get(TREE_SHOWN)))
        self._toolbar.show()
        self._on_view(self.selection.view)
        self._allow()

    def _on_closed(self) -> None:
        self.selection.clear()
        self._verified_events = -1
        self.tree.hide()
        self.inspector.hide()
        self._toolbar.hide()
        for label in (self._operator, self._file, self._mode, self._checked):
            label.clear()
        self.setWindowTitle("FreezerApp")
        self.start.rest()
        self.pages.setCurrentWidget(self.start)
        self._allow()

    def _on_not_opened(self, path: Path, problem: Problem) -> None:
        if not path.exists():
            self._settings.forget_bank(path)
        self.start.rest(messages.sentence(problem))
        self.pages.setCurrentWidget(self.start)

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
        self._operator.setText(status.operator(facts.operators, self._doors.account))
        self._checked.setText(status.history(facts.events, facts.events == self._verified_events))
        self._checked.setToolTip(self.tr("Head of the chain: {head}").format(head=facts.head))

    def _on_view(self, view: View) -> None:
        if self._dispatcher.bank is None:
            self.pages.setCurrentWidget(self.start)
            return
        page: QWidget = {
            Showing.STORAGE: self.storage,
            Showing.LIST: self.found,
            Showing.HISTORY: self.history,
        }.get(view.showing, self.container)
        if view.showing is Showing.CONTAINER:
            row = self.now.container(view.container)
            if row is None:
                return
            page = self.box if row.holds == "specimens" else self.container
        self._turn_to(page)
        self._fold()

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; where the keyboard was on the page before, it goes to the heart of this one."""
        focused = QApplication.focusWidget()
        moves = focused is not None and self.pages.isAncestorOf(focused)
        changes = self.pages.currentWidget() is not page
        self.pages.setCurrentWidget(page)
        if moves and changes:
            hearts: dict[QWidget, QWidget] = {
                self.box: self.box.view,
                self.found: self.found.table,
                self.history: self.history.table,
            }
            hearts.get(page, self.tree.tree).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_specimen(self) -> None:
        self._fold()
        self._allow()

    def _fold(self) -> None:
        """The inspector gives its room to the map of all storage while no tube is chosen."""
        map_alone = self.selection.view.showing is Showing.STORAGE and self.selection.specimen is None
        self._show_inspector(self._inspector_wanted and not self._narrow and not map_alone)

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
        self.actions_table.allow(frozenset(moments))
        self.actions_table["tree"].setChecked(not self.tree.isHidden())
        self.actions_table["inspector"].setChecked(not self.inspector.isHidden())

    def _show_inspector(self, shown: bool) -> None:
        shown = shown and self._dispatcher.bank is not None
        if shown and self.inspector.isHidden():
            tree, centre, inspector = self._split.sizes()
            wide = inspector or int(self._look.theme.space.inspector_width)
            self.inspector.show()
            self._split.setSizes([tree, centre + inspector - wide, wide])
        elif not shown:
            self.inspector.hide()
        self.actions_table["inspector"].setChecked(not self.inspector.isHidden())

    def _toggle_inspector(self) -> None:
        self._inspector_wanted = self.inspector.isHidden()
        self._settings.put(INSPECTOR_SHOWN, int(self._inspector_wanted))
        self._show_inspector(self._inspector_wanted)

    def _toggle_tree(self) -> None:
        self.tree.setVisible(self.tree.isHidden() and self._dispatcher.bank is not None)
        self._settings.put(TREE_SHOWN, int(not self.tree.isHidden()))
        self.actions_table["tree"].setChecked(not self.tree.isHidden())

    def _tube_menu(self) -> None:
        menu = QMenu(self)
        for name in table.TUBE_MENU:
            menu.addAction(self.actions_table[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(QCursor.pos())

    def _copy_barcode(self) -> None:
        card = self.inspector.card
        if card is not None and card.barcode:
            QGuiApplication.clipboard().setText(card.barcode)
            self.statusBar().showMessage(self.tr("{code} copied").format(code=card.barcode), 3000)

    def _to_tube(self) -> None:
        card = self.inspector.card
        if card is None:
            return
        container = card.container_id if card.container_id is not None else card.home_container_id
        if container is not None:
            self.selection.go(View(Showing.CONTAINER, container), card.id)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for text in self._settings.get(RECENT):
            path = Path(text)
            action = menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(text)
            action.setEnabled(path.exists())
            action.triggered.connect(lambda _checked=False, path=path: self.open_bank(path))

    def _folder(self) -> Path:
        kept = Path(self._settings.get(FOLDER) or Path.home())
        return kept if kept.is_dir() else Path.home()

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a bank"), str(self._folder()), self.tr("Banks (*.freezer);;All files (*)")
        )
        if chosen:
            self.open_bank(Path(chosen))

    def _new(self) -> None:
        dialog = NewBankDialog(self._doors.account, self._folder(), self)
        if not dialog.exec():
            return
        path, name, operator = dialog.path, dialog.bank_name, dialog.operator_name
        self._dispatcher.work(
            lambda: self._doors.make_bank(path, name, operator),
            lambda _made: self.open_bank(path),
            owner=self,
            refused=lambda problem: self._on_not_opened(path, problem),
        )

    def _demonstration(self) -> None:
        dialog = DemonstrationDialog(self._doors.demonstration, self._folder(), self)
        if dialog.exec():
            self.open_bank(dialog.path)

    def _verify(self) -> None:
        """Check the whole bank in a second process; what it found is said in a bar."""
        bank, facts = self._dispatcher.bank, self.now.facts
        if bank is None or facts is None or self._chore is not None:
            return
        events = facts.events
        self._checked.setText(self.tr("Verifying the bank…"))
        self._chore = Chore(self._doors.verify(bank.path), self)
        self._chore.ended.connect(lambda status, said: self._on_verified(events, status, said))
        self._chore.start()

    def _on_verified(self, events: int, exit_status: int, said: str) -> None:
        self._chore = None
        if exit_status == 0:
            self._verified_events = events
            self.bar.say(self.tr("The bank is whole: file, rules and history were verified."))
        elif said:
            self.bar.say(self.tr("The check found something:") + "\n" + "\n".join(said.splitlines()[:8]), warning=True)
        self._on_facts()

    def _preferences(self) -> None:
        dialog = PreferencesDialog(self._look, self._settings, self)
        dialog.language_chosen.connect(lambda _word: dialog.accept())
        chosen: list[str] = []
        dialog.language_chosen.connect(chosen.append)
        dialog.exec()
        if chosen:
            self.language_chosen.emit(chosen[-1])


def _stretch() -> QWidget:
    part = QWidget()
    part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return part


def _done(_result: object) -> None:
    """An action gives nothing back."""
