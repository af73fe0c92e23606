"""The way of the tour through the window: every screen is brought about as a user would, and left again."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from freezerapp.app import Program
from freezerapp.domain.box import Mode
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.models.box_dress import COLOURS
from freezerapp.ui.models.box_now import landing_picture
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.widgets.box_carried import LandingPicture
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.box_view import BoxView

PATIENCE_S = 30
SCANNER_MS = 6
FADING_MS = 1_200
"""How long a refusal shines in the box."""
Shown = Iterator[str]
"""Names of screens: each is shown when its name is given, and left when the next one is asked for."""


class TourStuck(RuntimeError):
    """The window did not show what it should have shown."""


class Scene(NamedTuple):
    """What the tour shows of a bank.

    box, beside     a box, and one to stand beside it
    tube            stands in the box, and was out
    out             the tubes on the bench
    code_out, code_elsewhere    barcodes: of one of those, and of one that stands in the second box
    """

    box: int
    beside: int
    tube: int
    out: tuple[int, ...]
    code_out: str
    code_elsewhere: str


class Walk:
    """One window, led from screen to screen; when it is over the bank says what it said before."""

    def __init__(self, program: Program, own: Path, bank: Path, scene: Scene) -> None:
        self._program, self._own, self._bank, self._scene = program, own, bank, scene

    @property
    def scene(self) -> Scene:
        """What is shown of the bank."""
        return self._scene

    @property
    def window(self) -> MainWindow:
        """The window that is led."""
        return self._program.window

    def screens(self) -> Shown:
        """All screens of the window."""
        yield from self._start()
        self.open()
        yield "storage"
        yield from self._searched()
        yield from self.box()
        yield from self._dressed()
        yield from self._in_hand()
        yield from self._done()
        yield from self._filled()
        yield from self._beside()
        yield from self._menus()
        yield from self._above()
        yield from self._typed()
        yield from self._lists()
        yield from self._picked()
        yield from self._shipped()

    def open(self) -> None:
        """Open the bank and wait until all of its storage is drawn."""
        window = self.window
        window.open_bank(self._bank)
        until(lambda: window.now.storage is not None and window.now.facts is not None)
        until(lambda: all(card.unit is not None for card in window.storage.cards.values()))
        until(lambda: len(window.strip.things.things) == len(self._scene.out))
        rest(400)

    def box(self) -> Shown:
        """The box, with the tube chosen that was put back."""
        window = self.window
        window.search.empty()
        self.show_box()
        box = window.box.box
        assert box is not None
        cell = next((each.row, each.column) for each in box.tubes if each.id == self._scene.tube)
        point = window.box.view.cell_rect(*cell).center()
        QTest.mouseClick(window.box.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))
        until(lambda: window.inspector.card is not None and window.inspector.card.id == self._scene.tube)
        yield "box"

    def _start(self) -> Shown:
        window = self.window
        window.actions_table["close"].trigger()
        yield "start"
        stray = self._own / "list.freezer"
        stray.write_text("barcode,box,position\n", encoding="utf-8")
        window.open_bank(stray)
        until(lambda: bool(window.start.bar.text))
        yield "refused"

    def _searched(self) -> Shown:
        window, edit = self.window, self.window.search.edit
        self._type("material:CSF visit:V01")
        until(lambda: bool(window.selection.lit))
        QTest.keyClick(edit, Qt.Key.Key_Escape)
        window.selection.go(View(Showing.STORAGE))
        yield "storage-lit"
        self._type("material:CSF visit:V01")
        QTest.keyClick(edit, Qt.Key.Key_Return)
        until(lambda: window.pages.currentWidget() is window.pages.found and window.pages.found.model.rowCount() > 0)
        until(lambda: window.pages.found.model.row(0) is not None)
        rest(300)
        window.pages.found.table.selectRow(3)
        rest(200)
        yield "list"

    def _dressed(self) -> Shown:
        """The same box lit by a search, in other colours, turned, and with the card of a tube."""
        window, view = self.window, self.window.box.view
        assert window.inspector.card is not None
        self._type(f"visit:{window.inspector.card.visit}")
        until(lambda: bool(window.selection.lit))
        QTest.keyClick(window.search.edit, Qt.Key.Key_Escape)
        yield "box-lit"
        window.search.empty()
        for fact in ("visit", "volume", "thaws"):
            self._colour_by(fact)
            yield f"box-by-{fact}"
        self._colour_by("material")
        window.box.turn(90)
        yield "box-turned"
        window.box.turn(0)
        view.show_card(view.cursor_cell)
        yield "box-card"
        view.setFocus()

    def _in_hand(self) -> Shown:
        """Tubes picked up by key: over free positions, over taken ones, and the refusal to set them down there."""
        view = self.window.box.view
        free = self._pick_up(lambda landing: landing.ok and not landing.idle)
        start = self._aim(view, view.cursor_cell, free)
        yield "box-carried"
        self._aim(view, start, self._find(view, lambda landing: bool(landing.taken) and not landing.outside))
        yield "box-carried-taken"
        QTest.keyClick(view, Qt.Key.Key_Return)
        until(lambda: bool(self.window.bar.text))
        yield "box-refused"
        QTest.keyClick(view, Qt.Key.Key_Escape)
        self._quiet()
        rest(FADING_MS)

    def _done(self) -> Shown:
        """What was done, with Undo; and what the hand must do when it is undone."""
        window = self.window
        self.choose_tubes(2)
        window.actions_table["take out"].trigger()
        self._until_out(len(self._scene.out) + 2)
        yield "box-done"
        window.actions_table["undo"].trigger()
        self._until_out(len(self._scene.out))
        yield "box-undone"
        self._quiet()

    def _filled(self) -> Shown:
        """The box filled by scanning: before the first scan, after it, and at a tube that stands elsewhere."""
        window = self.window
        window.box.view.select(())
        window.actions_table["fill"].trigger()
        yield "box-fill"
        scan(self._scene.code_out)
        until(lambda: bool(window.fill.last.text()) and window.fill.undo.isEnabled())
        self._until_out(len(self._scene.out) - 1)
        yield "box-fill-placed"
        scan(self._scene.code_elsewhere)
        until(lambda: window.doing.telling.is_asking)
        yield "box-fill-elsewhere"
        self._quiet()
        window.fill.undo_last()
        self._until_out(len(self._scene.out))
        window.fill.stop.click()
        self._quiet()

    def _beside(self) -> Shown:
        """Two boxes; tubes of the first are carried over the second."""
        window = self.window
        window.selection.put_beside(self._scene.beside)
        until(lambda: window.second.feed.rows is not None)
        yield "box-beside"
        self._pick_up(lambda _landing: True)
        QTest.keyClick(window.box.view, Qt.Key.Key_Tab)
        second = window.second.view
        until(lambda: second.carried is not None)
        carried, box = second.carried, window.second.work.box
        assert carried is not None
        assert box is not None
        free = (at for at in sorted(box.layout.positions()) if landing_picture(box, carried, at, Mode.SHAPE).ok)
        at = next(free, None)
        if at is not None:
            second.carry(carried, (at.row, at.column))
        yield "box-beside-carried"
        QTest.keyClick(second, Qt.Key.Key_Escape)
        window.selection.put_beside(None)
        self._quiet()

    def _menus(self) -> Shown:
        """What a right click offers: for tubes, for a box in the tree, for the bench; and who works here."""
        window = self.window
        view, tree = window.box.view, window.tree
        self.choose_tubes(3)
        assert view.cursor_cell is not None
        place = view.cell_rect(*view.cursor_cell).center()
        yield from self._menu("menu-tubes", lambda: window.workbench.tube_menu(view.viewport().mapToGlobal(place)))
        at = tree.tree.viewport().mapToGlobal(tree.tree.viewport().rect().center())
        yield from self._menu("menu-container", lambda: tree.menu_wanted.emit(at, self._scene.box))
        things = window.strip.things
        at = things.mapToGlobal(things.rect().center())
        yield from self._menu("menu-bench", lambda: window.strip.menu_wanted.emit(at))
        yield from self._menu("menu-operator", window.workbench.change_operator)
        yield from self._menu("menu-colour", lambda: window.box.options.menu().popup(_below(window.box.options)))

    def _menu(self, name: str, ask: Callable[[], None]) -> Shown:
        ask()
        until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        yield name
        menu = QApplication.activePopupWidget()
        if menu is not None:
            menu.close()

    def _above(self) -> Shown:
        """What the box stands in, and a tank seen from above."""
        window, storage = self.window, self.window.now.storage
        assert storage is not None
        path = storage.path(self._scene.box)
        for name, container in (("rack", path[-2]), ("unit", path[-4])):
            window.selection.go(View(Showing.CONTAINER, container))
            yield name
        tank = next((id_ for id_, row in storage.containers.items() if row.drawn == "above"), None)
        if tank is not None:
            window.selection.go(View(Showing.CONTAINER, tank))
            yield "tank"

    def _typed(self) -> Shown:
        """The search field at work."""
        for name, text in (
            ("search", "FR03-01"),
            ("search-completion", "material:p"),
            ("search-problem", "visit:V01 materiel:CSF"),
        ):
            self._type(text)
            yield name
        self.window.search.empty()

    def _lists(self) -> Shown:
        """The history, by events and by gestures, and what is on the bench."""
        window = self.window
        window.selection.go(View(Showing.HISTORY))
        until(lambda: window.pages.history.table.rowCount() > 0)
        yield "history"
        window.pages.history.show_by(1)
        until(lambda: window.pages.history.operations.rowCount() > 0)
        window.pages.history.operations.selectRow(0)
        yield "history-gestures"
        window.pages.history.operations.selectRow(5)
        window.pages.history.take_back()
        yield "history-take-back"
        self._quiet()
        window.pages.history.show_by(0)
        window.actions_table["bench"].trigger()
        until(lambda: window.pages.found.model.rowCount() == len(self._scene.out))
        until(lambda: window.pages.found.model.row(0) is not None)
        yield "bench"

    def _shipped(self) -> Shown:
        """Shipments, which have a way of their own."""
        import tour_shipping

        yield from tour_shipping.screens(self.window)

    def _picked(self) -> Shown:
        """Pick lists: all of them, the newest, a box of it scanned, and a tube that is not on it."""
        window = self.window
        window.selection.go(View(Showing.PICKS))
        until(lambda: window.pages.picks.table.rowCount() > 0)
        yield "picks"
        window.pages.picks.table.entered_row.emit(0)
        until(lambda: window.selection.view.showing is Showing.PICK and window.pages.pick.page is not None)
        rest(300)
        yield "pick"
        window.pages.pick.table.setFocus()
        scan(self._scene.code_elsewhere)
        until(lambda: bool(window.pages.pick.next.said.text))
        yield "pick-wrong-tube"

    def show_box(self) -> None:
        """Go to the box and wait for it."""
        window = self.window
        window.selection.go(View(Showing.CONTAINER, self._scene.box))
        until(lambda: window.box.box is not None and window.box.box.container_id == self._scene.box)
        rest(100)

    def _type(self, text: str) -> None:
        search = self.window.search
        search.empty()
        search.edit.setFocus()
        QTest.keyClicks(search.edit, text)
        until(lambda: search.popup.isVisible() and bool(search.hits.hits))
        rest(400)

    def _colour_by(self, fact: str) -> None:
        text = QCoreApplication.translate("Dress", COLOURS[fact])
        next(each for each in self.window.box.options.menu().actions() if each.text() == text).trigger()

    def _row_of(self, count: int) -> list[Cell]:
        """So many tubes side by side that stand in the box, or fewer."""
        box = self.window.box.box
        assert box is not None
        here = {(each.row, each.column) for each in box.tubes if each.use == "here" and not each.holds}
        for wanted in range(count, 0, -1):
            for row, column in sorted(here):
                cells = [(row, column + step) for step in range(wanted)]
                if here.issuperset(cells):
                    return cells
        raise TourStuck("the box is empty")

    def choose_tubes(self, count: int) -> None:
        """Choose so many tubes side by side, or fewer."""
        view = self.window.box.view
        cells = self._row_of(count)
        view.setFocus()
        view.set_cursor(*cells[0])
        view.select_cells(cells)
        rest(60)

    def _pick_up(self, wanted: Callable[[LandingPicture], bool]) -> Cell | None:
        """Take the largest group, of three tubes at most, that has somewhere to land as wanted."""
        view = self.window.box.view
        for count in (3, 2, 1):
            self.choose_tubes(count)
            QTest.keyClick(view, Qt.Key.Key_Space)
            found = self._find(view, wanted)
            if found is not None or count == 1:
                return found
            QTest.keyClick(view, Qt.Key.Key_Escape)
        return None

    def _find(self, view: BoxView, wanted: Callable[[LandingPicture], bool]) -> Cell | None:
        """The last position over which what is in the hand would land as wanted."""
        box, carried = self.window.box.work.box, view.carried
        assert box is not None
        assert carried is not None
        positions = ((each.row, each.column) for each in sorted(box.layout.positions(), reverse=True))
        return next((each for each in positions if wanted(landing_picture(box, carried, each, Mode.SHAPE))), None)

    def _aim(self, view: BoxView, start: Cell | None, target: Cell | None) -> Cell | None:
        """Carry what is in the hand from one position to another, key by key; gives where it is then."""
        if start is None or target is None:
            return start
        down, right = target[0] - start[0], target[1] - start[1]
        for _ in range(abs(down)):
            QTest.keyClick(view, Qt.Key.Key_Down if down > 0 else Qt.Key.Key_Up)
        for _ in range(abs(right)):
            QTest.keyClick(view, Qt.Key.Key_Right if right > 0 else Qt.Key.Key_Left)
        return target

    def _until_out(self, count: int) -> None:
        until(lambda: len(self.window.strip.things.things) == count and not self.window.doing.is_busy)
        rest(60)

    def _quiet(self) -> None:
        """Nothing is said or asked any more."""
        self.window.doing.telling.forget()
        self.window.bar.hide()


class _Hand:
    """The stamp of the last key of the scanner."""

    stamp = 1_000_000


def scan(text: str) -> None:
    """Type a code as a scanner does, wherever the keyboard is."""
    _Hand.stamp += 2_000
    for c in (*text, "\r"):
        _Hand.stamp += SCANNER_MS
        key = Qt.Key.Key_Return if c == "\r" else ord(c.upper())
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, c)
        event.setTimestamp(_Hand.stamp)
        target = QApplication.focusWidget() or QApplication.activeWindow()
        if target is None:
            raise TourStuck("nothing has the keyboard")
        QApplication.sendEvent(target, event)
    QApplication.processEvents()


def rest(ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def until(shown: Callable[[], bool]) -> None:
    """Wait for something to be shown; raises TourStuck when it does not come."""
    end = time.monotonic() + PATIENCE_S
    while not shown():
        if time.monotonic() > end:
            raise TourStuck(f"waited {PATIENCE_S} s in line {shown.__code__.co_firstlineno} of tour_walk.py")
        rest(10)


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())
