"""A person at the real window: mouse, keys, drops and scans as the system sends them, and what is seen of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.app import Program
from freezerapp.storage.rows.box import TubeRow
from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.widgets.box_picture import Cell, CellPicture, CellState
from freezerapp.ui.widgets.box_view import BoxView

LetGo = Callable[[QMimeData, Qt.KeyboardModifier], None]
WAIT_MS = 15_000
ROUNDS = 3
"""The tree is read anew after a change, then what needs it, then what is shown of that."""
LEFT = Qt.MouseButton.LeftButton
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
ALL = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction | Qt.DropAction.LinkAction


class Person:
    """Works with one window; what is done is asked of the bank by ``until``."""

    clock = 50_000
    """Stamps of key events; time goes on for all."""
    let_go: LetGo = staticmethod(lambda _mime, _keys: None)
    """What becomes of the next drag; there is one pointer for all windows."""

    def __init__(self, program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.program = program
        self.window = program.window
        self.qtbot = qtbot

        def drag_exec(drag: QDrag, *_actions: object) -> Qt.DropAction:
            Person.let_go(drag.mimeData(), NONE)
            return Qt.DropAction.IgnoreAction

        # The drag itself would wait for a real pointer: its events are sent here instead.
        monkeypatch.setattr(QDrag, "exec", drag_exec)

    def until(self, seen: Callable[[], object]) -> None:
        """Wait for something to be seen."""
        self.qtbot.waitUntil(lambda: bool(seen()), timeout=WAIT_MS)

    def seen(self, what: Callable[[], bool], otherwise: str) -> None:
        """Wait for something to be seen, and say what was not."""
        try:
            self.until(what)
        except self.qtbot.TimeoutError:
            pytest.fail(otherwise)

    def done(self) -> None:
        """Wait until nothing is being written, and what it touched was read again."""
        self.until(lambda: not self.window.doing.is_busy)
        self.caught_up()

    def caught_up(self) -> None:
        """Wait until all that is shown is as the bank is: each pane asks on its own, and none waits for another."""
        if self.program.dispatcher.bank is None:
            return
        for _ in range(ROUNDS):
            self.until(lambda: not self.window.now._soon.isActive())
            came: list[object] = []
            for slow in (False, True):  # each thread answers in the order in which it was asked
                self.program.dispatcher.ask(lambda _reader: None, came.append, slow=slow)
            self.until(lambda came=came: len(came) == 2)

    def boxes(self) -> list[ContainerRow]:
        """The boxes in their places, fullest first."""
        storage = self.window.now.storage
        assert storage is not None
        rows = [row for row in storage.containers.values() if row.holds == "specimens" and row.status == "in place"]
        return sorted(rows, key=lambda row: (-row.tubes, row.id))

    def box_like(self, one: ContainerRow, free: int = 1) -> ContainerRow:
        """Another box for the same material with free positions."""
        kind = (one.code or "").partition("-")[0]
        return next(
            row
            for row in self.boxes()
            if row.id != one.id and (row.code or "").startswith(kind + "-") and row.free >= free
        )

    def show(self, box: ContainerRow) -> BoxView:
        """Open a box and wait for it."""
        self.window.selection.go(View(Showing.CONTAINER, box.id))
        self.until(lambda: self.window.box.box is not None and self.window.box.box.container_id == box.id)
        work = self.window.box.work
        self.until(lambda: work.container is not None and work.container.id == box.id)
        self.until(lambda: self.window.box.view.picture is not None)
        self.caught_up()
        return self.window.box.view

    def show_beside(self, box: ContainerRow) -> BoxView:
        """Open a second box beside the first."""
        self.window.selection.put_beside(box.id)
        work = self.window.second.work
        self.until(lambda: work.container is not None and work.container.id == box.id)
        self.until(lambda: self.window.second.feed.rows is not None and self.window.second.view.picture is not None)
        self.caught_up()
        return self.window.second.view

    def tubes(self) -> list[TubeRow]:
        """The tubes that stand in the box of the centre."""
        box = self.window.box.box
        assert box is not None
        return [tube for tube in box.tubes if tube.use == "here"]

    def free(self, view: BoxView | None = None) -> list[Cell]:
        """The free positions of a shown box, row by row."""
        picture = (view or self.window.box.view).picture
        assert picture is not None
        return [cell for cell in sorted(picture.cells) if picture.cells[cell].state is CellState.EMPTY]

    def cell(self, cell: Cell, view: BoxView | None = None) -> CellPicture:
        """What is drawn in a position."""
        picture = (view or self.window.box.view).picture
        assert picture is not None
        return picture.cells[cell]

    def where(self, barcode: str) -> str:
        """Where the bank says a tube is: "D6 in DNA-0042 (stored, declared)"."""
        from freezerapp.domain.position import Position
        from freezerapp.storage.rows.found import by_code
        from freezerapp.storage.specimens import load

        bank = self.program.dispatcher.bank
        assert bank is not None
        with bank.reading() as reader:
            found = by_code(reader, barcode)
            assert found is not None
            tube = load(reader.connection, [found.id])[found.id]
        spot = tube.place or tube.home
        if spot is None:
            return f"nowhere ({tube.status})"
        holder = self.window.now.container(spot.container)
        assert holder is not None
        label = holder.layout.label(Position(spot.row, spot.column))
        how = tube.known.value if tube.known is not None else "kept"
        return f"{label} in {holder.code} ({tube.status}, {how})"

    def at(self, cell: Cell, view: BoxView | None = None) -> QPoint:
        """The middle of a position in its view."""
        return (view or self.window.box.view).cell_rect(*cell).center()

    def click(self, cell: Cell, held: Qt.KeyboardModifier = NONE, view: BoxView | None = None) -> None:
        """Click a position."""
        shown = view or self.window.box.view
        QTest.mouseClick(shown.viewport(), LEFT, held, self.at(cell, shown))

    def choose(self, cells: list[Cell], view: BoxView | None = None) -> None:
        """Choose positions by mouse: the first plainly, the others with Ctrl."""
        for number, cell in enumerate(cells):
            self.click(cell, CTRL if number else NONE, view)

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """A key pressed by hand in whatever has the focus: no scanner is as slow."""
        self.qtbot.wait(45)
        QTest.keyClick(self.receiver(), key, held)

    def receiver(self) -> QWidget:
        """Who gets the keys."""
        popup = QApplication.activePopupWidget()
        found = popup or QApplication.focusWidget() or self.window
        assert isinstance(found, QWidget)
        return found

    def scan(self, text: str, gap_ms: int = 6) -> None:
        """A scanner types a code and its end key, ``gap_ms`` a key, into whatever has the focus."""
        Person.clock += 2_000
        for char in [*text, "\r"]:
            Person.clock += gap_ms
            code = Qt.Key.Key_Return.value if char == "\r" else ord(char.upper())
            held = SHIFT if char.isupper() else NONE
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, code, held, char)
                event.setTimestamp(Person.clock)
                if kind is QEvent.Type.ShortcutOverride:
                    event.ignore()
                QApplication.sendEvent(self.receiver(), event)
        self.qtbot.wait(30)
        self.until(lambda: not self.window.workbench.scans.target.is_busy)

    def trigger(self, name: str) -> None:
        """Use an action of the table, as its menu does, as soon as it is allowed: it may hang on what is being read."""
        action = self.window.actions_table[name]
        self.seen(action.isEnabled, f"{name} can't be used")
        action.trigger()

    def press(self, button: QAbstractButton) -> None:
        """Press a button by mouse, as soon as one can."""
        self.seen(button.isVisible, f"“{button.text()}” is not shown")
        self.seen(button.isEnabled, f"“{button.text()}” can't be pressed")
        QTest.mouseClick(button, LEFT)

    def confirm(self) -> None:
        """Press the first button of the bar."""
        from PySide6.QtWidgets import QPushButton

        buttons = self.window.bar.findChildren(QPushButton)
        self.seen(lambda: any(each.isVisible() for each in buttons), "the bar has no button")
        self.press(next(each for each in buttons if each.isVisible()))

    def menu(self) -> QMenu:
        """The context menu that is open."""
        self.until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        found = QApplication.activePopupWidget()
        assert isinstance(found, QMenu)
        return found

    def drag(self, cell: Cell, let_go: LetGo, view: BoxView | None = None) -> None:
        """Hold the button on a chosen tube until it lifts, and drag it away."""
        shown = view or self.window.box.view
        Person.let_go = staticmethod(let_go)
        start = self.at(cell, shown)
        QTest.mousePress(shown.viewport(), LEFT, NONE, start)
        self.qtbot.wait(340)
        QTest.mouseMove(shown.viewport(), start + QPoint(30, 30))
        QTest.mouseRelease(shown.viewport(), LEFT, NONE, start + QPoint(30, 30))

    def drag_from(self, widget: QWidget, start: QPoint, let_go: LetGo) -> None:
        """Drag something from a widget that asks for no holding."""
        Person.let_go = staticmethod(let_go)
        QTest.mousePress(widget, LEFT, NONE, start)
        for step in (8, 30):
            QTest.mouseMove(widget, start + QPoint(step, step))
        QTest.mouseRelease(widget, LEFT, NONE, start + QPoint(30, 30))

    def onto_cell(self, cell: Cell, view: BoxView | None = None, held: Qt.KeyboardModifier = NONE) -> LetGo:
        """Let go over a position."""
        shown = view or self.window.box.view
        return lambda mime, _keys: drop_on(shown.viewport(), self.at(cell, shown), mime, held)

    def onto(self, widget: QWidget, point: QPoint | None = None) -> LetGo:
        """Let go over a widget."""
        return lambda mime, _keys: drop_on(widget, point or widget.rect().center(), mime, NONE)


def drop_on(widget: QWidget, at: QPoint, mime: QMimeData, held: Qt.KeyboardModifier) -> None:
    """Drag in, over a point, and let go there if it is taken."""
    enter = QDragEnterEvent(at, ALL, mime, LEFT, held)
    QApplication.sendEvent(widget, enter)
    move = QDragMoveEvent(at, ALL, mime, LEFT, held)
    QApplication.sendEvent(widget, move)
    if enter.isAccepted():
        drop = QDropEvent(QPointF(at), ALL, mime, LEFT, held)
        QApplication.sendEvent(widget, drop)
    else:
        QApplication.sendEvent(widget, QDragLeaveEvent())
