"""A monkey at the real window: gestures drawn by lot, with mouse, keys, drags, scans, menus and dialogs."""

import random
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from freezerapp.domain.scan_target import Order
from freezerapp.ui.dialogs.move_to import MoveToDialog
from freezerapp.ui.dialogs.new_code import NewCodeDialog
from freezerapp.ui.dialogs.reason import ReasonDialog
from freezerapp.ui.dialogs.register_tubes import RegisterDialog
from freezerapp.ui.dialogs.who import WhoDialog
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.settings import DRAG_HOLD
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.box_view import BoxView
from tests.at_the_bench import ALT, CTRL, LEFT, NONE, SHIFT, LetGo, Person
from tests.gestures.menus import ask_menu

Key = Qt.Key
HOLD_MS = 5
KEYS: tuple[tuple[Qt.Key, Qt.KeyboardModifier], ...] = (
    (Key.Key_Left, NONE), (Key.Key_Right, NONE), (Key.Key_Up, NONE), (Key.Key_Down, NONE), (Key.Key_Home, CTRL),
    (Key.Key_End, NONE), (Key.Key_Right, SHIFT), (Key.Key_Down, SHIFT), (Key.Key_Space, NONE), (Key.Key_Tab, NONE),
    (Key.Key_Return, NONE), (Key.Key_Escape, NONE), (Key.Key_F, NONE), (Key.Key_A, CTRL), (Key.Key_I, CTRL),
    (Key.Key_T, CTRL), (Key.Key_T, CTRL | SHIFT), (Key.Key_M, CTRL | SHIFT), (Key.Key_Z, CTRL),
    (Key.Key_Z, CTRL | SHIFT), (Key.Key_R, CTRL | SHIFT), (Key.Key_F6, NONE), (Key.Key_F7, NONE), (Key.Key_F8, NONE),
    (Key.Key_F9, NONE), (Key.Key_F10, NONE), (Key.Key_Left, ALT), (Key.Key_Right, ALT), (Key.Key_B, CTRL),
)  # fmt: skip
ACTIONS = (
    "undo", "redo", "take out", "put back", "place", "move to", "missing", "found", "used up", "thawed", "hold",
    "release", "destroy", "fill", "register", "invert", "select all", "take out container", "put back container",
    "turn", "to tube", "put out", "to strip", "to bar",
)  # fmt: skip
QUERIES = ("", "visit:V01", "status:missing", "material:CEL", 'status:"used up"')
ASKED = ("Mark destroyed", "Put on hold", "Release hold", "Move to", "New code")
"""What it does of all that asks something first."""
ANSWERED = (ReasonDialog, RegisterDialog, MoveToDialog, WhoDialog, NewCodeDialog)
"""Dialogs that are expected after some gestures; any other one is a fault."""


class Monkey:
    """``steps`` tells what it did so far."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person = person
        self.window = person.window
        self.lot = random.Random(seed)
        self.steps: list[str] = []
        self.registered = 0
        person.program.settings.put(DRAG_HOLD, HOLD_MS)
        person.window.workbench.heed_settings()
        self.gestures: tuple[tuple[int, Callable[[], str]], ...] = (
            (14, self.click), (4, self.frame), (18, self.drag), (6, self.drag_from_strip), (16, self.press_key),
            (14, self.scan), (3, self.type_and_scan), (20, self.use_action), (6, self.use_menu), (8, self.press_bar),
            (6, self.press_strip), (6, self.show_box), (5, self.put_beside), (4, self.look_elsewhere), (3, self.dress),
            (2, self.change_operator), (2, self.resize),
        )  # fmt: skip

    def step(self) -> None:
        """One gesture, and an answer to whatever it asks."""
        weights = [weight for weight, _ in self.gestures]
        gesture = self.lot.choices([each for _, each in self.gestures], weights)[0]
        self.steps.append(f"{gesture.__name__}: …")
        self.steps[-1] = f"{gesture.__name__}: {gesture()}"
        self.answer()

    def view(self) -> BoxView:
        """One of the boxes that are shown; tubes are put there oftener than looked at, so it is made to be shown."""
        if self.window.pages.currentWidget() is not self.window.box:
            self.person.show(self.lot.choice(self.person.boxes()[:8]))
        views = [each for each in (self.window.box.view, self.window.second.view) if each.isVisible()]
        return self.lot.choice([each for each in views if each.picture is not None] or [self.window.box.view])

    def cell(self, view: BoxView, *, tube: bool | None = None) -> Cell | None:
        """One of its positions: with a tube, without, or any."""
        picture = view.picture
        cells = sorted(picture.cells) if picture is not None else []
        found = [each for each in cells if picture and tube in (None, picture.cells[each].state.has_tube)]
        return self.lot.choice(found or cells) if cells else None

    def click(self) -> str:
        view = self.view()
        held = self.lot.choice((NONE, NONE, CTRL, SHIFT))
        cell = self.cell(view, tube=self.lot.choice((True, True, None)))
        if cell is None:
            return "nothing"
        self.person.click(cell, held, view)
        return f"{cell} {held.name}"

    def frame(self) -> str:
        view = self.view()
        one, other = self.cell(view), self.cell(view)
        if one is None or other is None:
            return "nothing"
        port, start, end = view.viewport(), view.cell_rect(*one).topLeft(), view.cell_rect(*other).center()
        QTest.mousePress(port, LEFT, NONE, start)
        for part in (3, 2, 1):
            QTest.mouseMove(port, start + (end - start) / part)
        QTest.mouseRelease(port, LEFT, NONE, end)
        return f"{one} to {other}"

    def drag(self) -> str:
        """Hold a chosen tube, and let go in a box, on the strip, in the tree or nowhere."""
        source = self.view()
        chosen = sorted(source.selection)
        cell = self.lot.choice(chosen) if chosen and self.lot.random() < 0.7 else self.cell(source, tube=True)
        if cell is None:
            return "nothing"
        if tuple(cell) not in {tuple(each) for each in source.selection}:
            self.person.click(cell, NONE, source)
        where, let_go = self._target()
        Person.let_go = staticmethod(let_go)
        start = self.person.at(cell, source)
        QTest.mousePress(source.viewport(), LEFT, NONE, start)
        self.person.qtbot.wait(HOLD_MS + 15)
        QTest.mouseMove(source.viewport(), start + source.cell_rect(*cell).bottomRight() - start)
        QTest.mouseMove(source.viewport(), start * 2)
        QTest.mouseRelease(source.viewport(), LEFT, NONE, start * 2)
        return f"{len(source.selection)} from {cell} to {where}"

    def drag_from_strip(self) -> str:
        things = self.window.strip.things
        if not things.things:
            return "nothing in hand"
        number = self.lot.randrange(len(things.things))
        where, let_go = self._target()
        self.person.drag_from(things, things.rect_of(number).center(), let_go)
        return f"{things.things[number].picture.line1 if number < len(things.things) else ''} to {where}"

    def _target(self) -> tuple[str, LetGo]:
        kind = self.lot.choice(("free", "free", "free", "any", "strip", "tree", "nowhere"))
        if kind == "strip" and self.window.strip.isVisible():
            return "the strip", self.person.onto(self.window.strip)
        if kind == "tree" and self.window.tree.isVisible():
            return "the tree", self.person.onto(self.window.tree.tree.viewport())
        view = self.view()
        to = self.cell(view, tube=False if kind == "free" else None)
        if kind == "nowhere" or to is None:
            return "nowhere", _drop_nothing
        held = self.lot.choice((NONE, NONE, CTRL, ALT))
        return f"{to} of {view.accessibleName()} {held.name}", self.person.onto_cell(to, view, held)

    def press_key(self) -> str:
        key, held = self.lot.choice(KEYS)
        if self.lot.random() < 0.6:
            self.view().setFocus()
        QTest.keyClick(self.person.receiver(), key, held)
        return f"{key.name} {held.name}"

    def scan(self) -> str:
        """A tube, a position, a box, a command, or something that nobody knows."""
        codes = [self._any_code(), *(order.value for order in Order), "A1", "C4", "NEW-9001"]
        code = self.lot.choice([codes[0], *codes])
        self.person.qtbot.wait(45)  # no hand is as quick between a key and a scan
        self.person.scan(code, self.lot.choice((2, 8, 19)))
        return code

    def type_and_scan(self) -> str:
        """Somebody types a search by hand when the scanner comes in between."""
        edit = self.window.search.edit
        edit.setFocus()
        for letter in self.lot.choice(("dna", "v0", "mc-fr")):
            self.person.qtbot.wait(40)
            QTest.keyClicks(edit, letter)
        code = self._any_code()
        self.person.qtbot.wait(45)
        self.person.scan(code)
        self.person.key(Key.Key_Escape)
        return code

    def _any_code(self) -> str:
        rows = [each for each in (self.window.box.box, self.window.second.feed.rows) if each is not None]
        codes = [tube.barcode for each in rows for tube in each.tubes]
        codes += [thing.picture.hint.partition("\n")[0] for thing in self.window.strip.things.things] * 3
        codes += [row.code or "" for row in self.person.boxes()[:3]]
        return self.lot.choice(codes)

    def use_action(self) -> str:
        name = self.lot.choice(ACTIONS)
        action = self.window.actions_table[name]
        if not action.isEnabled():
            return f"{name}, not now"
        action.trigger()
        return name

    def use_menu(self) -> str:
        """The menu of a position or of a heading, a line of it by mouse."""
        view = self.view()
        cell = self.cell(view)
        if cell is None:
            return "nothing"
        at = self.person.at(cell, view)
        if self.lot.random() < 0.3:
            at.setX(4)
        ask_menu(view, at)
        menu = QApplication.activePopupWidget()
        if not isinstance(menu, QMenu):
            return "none"
        lines = [each for each in menu.actions() if not each.isSeparator() and each.isEnabled()]
        line = self.lot.choice([each for each in lines if not asks(each.text()) or asks(each.text()) in ASKED])
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(line).center())
        return line.text()

    def press_bar(self) -> str:
        buttons = [each for each in self.window.bar.findChildren(QPushButton) if each.isVisible() and each.isEnabled()]
        return self._press(buttons)

    def press_strip(self) -> str:
        strip = self.window.strip
        return self._press([each for each in (strip.put_back, strip.place, strip.stop) if each.isVisible()])

    def _press(self, buttons: list[QPushButton]) -> str:
        if not buttons:
            return "no button"
        button = self.lot.choice(buttons)
        text = button.text()
        QTest.mouseClick(button, LEFT)
        return text

    def show_box(self) -> str:
        box = self.lot.choice(self.person.boxes()[:10])
        self.person.show(box)
        return box.code or ""

    def put_beside(self) -> str:
        boxes = self.person.boxes()[:10]
        box = self.lot.choice([*boxes, None])
        self.view()
        self.window.selection.put_beside(box.id if box is not None else None)
        return (box.code or "") if box is not None else "none"

    def look_elsewhere(self) -> str:
        query = self.lot.choice(QUERIES)
        view = self.lot.choice((View(Showing.STORAGE), View(Showing.HISTORY), View(Showing.LIST, query=query)))
        self.window.selection.go(view)
        return f"{view.showing} {view.query}"

    def dress(self) -> str:
        menu = self.window.box.options.menu()
        assert isinstance(menu, QMenu)
        lines = [each for each in menu.actions() if each.isCheckable()]
        for within in menu.actions():
            inner = within.menu()
            if isinstance(inner, QMenu):
                lines += inner.actions()
        line = self.lot.choice(lines)
        line.trigger()
        return line.text()

    def change_operator(self) -> str:
        self.window.actions_table["operator"].trigger()
        menu = self.person.menu()
        line = self.lot.choice([each for each in menu.actions() if not each.isSeparator()])
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(line).center())
        return line.text()

    def resize(self) -> str:
        size = self.lot.choice(((1440, 900), (1100, 700), (1700, 950)))
        self.window.resize(*size)
        return str(size)

    def answer(self) -> None:
        """Answer dialogs or close them, and close what is left of menus."""
        for _ in range(3):
            menu = QApplication.activePopupWidget()
            if menu is not None:
                menu.close()
            dialogs = [each for each in self.window.findChildren(QDialog) if each.isVisible()]
            for dialog in dialogs:
                assert isinstance(dialog, ANSWERED), f"{type(dialog).__name__} was opened"
                self._answer(dialog)
            if not dialogs:
                break
        assert QApplication.activeModalWidget() is None, f"{QApplication.activeModalWidget()} is still open"
        self.window.activateWindow()

    def _answer(self, dialog: QDialog) -> None:
        if self.lot.random() < 0.3:
            dialog.reject()
            self.steps[-1] += f"; {type(dialog).__name__} given up"
            return
        self._fill(dialog)
        for button in dialog.findChildren(QPushButton):
            if button.property("look") == "primary" and button.isEnabled():
                QTest.mouseClick(button, LEFT)
        self.steps[-1] += f"; {type(dialog).__name__} answered"
        if _alive(dialog) and dialog.isVisible():
            dialog.reject()

    def _fill(self, dialog: QDialog) -> None:
        match dialog:
            case ReasonDialog():
                dialog.kinds.setCurrentIndex(self.lot.randrange(max(1, dialog.kinds.count())))
                dialog.field.setCurrentText("By lot")
            case NewCodeDialog():
                dialog.why.setCurrentText("By lot")
            case WhoDialog():
                dialog.field.setText("A monkey")
            case MoveToDialog():
                dialog.box.setText(self.lot.choice(self.person.boxes()[:6]).code or "")
                self.person.qtbot.wait(40)
            case RegisterDialog():
                self.registered += 1
                if not dialog.codes:
                    dialog.code_field.setPlainText(f"LOT-{self.registered:04}")
                dialog.amount.setText("200 µL")


def asks(text: str) -> str:
    """The name of a line that opens a dialog; nothing for one that does it at once."""
    return text.replace("&", "").removesuffix("…") if text.endswith("…") else ""


def _drop_nothing(_mime: QMimeData, _held: Qt.KeyboardModifier) -> None:
    """The drag is given up over nothing."""


def _alive(widget: QWidget) -> bool:
    from shiboken6 import isValid

    return isValid(widget)
