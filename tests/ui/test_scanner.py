"""A scan is heard whatever has the focus, and never becomes text, a press of a button or a choice in a list."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QAction, QInputMethodEvent, QIntValidator, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListView,
    QMenu,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from freezerapp.domain.scan import Key, Scan
from freezerapp.ui.actions import DEEDS
from freezerapp.ui.scanner import Scanner, keystroke, setup_of
from freezerapp.ui.settings import SCAN_GAP, SCAN_LAYOUT, SCAN_PREFIX, Settings

CODE = "MC0000012345"
NO_KEYS = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
SLOW = 90


def receiver() -> QWidget:
    """Where Qt sends a key: to an open menu, else to what has the focus, else to the window."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        return popup.focusWidget() or popup
    found = QApplication.focusWidget() or QApplication.activeWindow()
    assert found is not None
    return found


class Keyboard:
    """Key events as the system sends them, with its times; ``type_`` is a hand, ``scan`` a scanner."""

    now = 10_000  # of all keyboards: time goes on

    def key(self, key: int, text: str = "", gap: int = 8, held: Qt.KeyboardModifier = NO_KEYS) -> None:
        Keyboard.now += gap
        for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, held, text)
            event.setTimestamp(self.now)
            if kind is QEvent.Type.ShortcutOverride:
                event.ignore()
            QApplication.sendEvent(receiver(), event)

    def character(self, c: str, gap: int) -> None:
        if c.isupper():
            shift = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, SHIFT, "")
            shift.setTimestamp(self.now)
            QApplication.sendEvent(receiver(), shift)
        self.key(ord(c.upper()), c, gap, SHIFT if c.isupper() else NO_KEYS)

    def enter(self, gap: int = 8) -> None:
        self.key(Qt.Key.Key_Return, "\r", gap)

    def type_(self, text: str, gap: int = SLOW) -> None:
        for c in text:
            self.character(c, gap)

    def scan(self, code: str = CODE, gap: int = 8, end: int = Qt.Key.Key_Return, pause: int = 500) -> None:
        for number, c in enumerate(code):
            self.character(c, gap if number else pause)
        self.key(end, "\t" if end == Qt.Key.Key_Tab else "\r", gap)


@pytest.fixture
def kept(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def scanner(qapp: QApplication, kept: Settings) -> Iterator[Scanner]:
    scanner = Scanner(qapp, kept)
    yield scanner
    scanner.stop()
    scanner.deleteLater()


@pytest.fixture
def heard(scanner: Scanner) -> list[str]:
    """The codes that were heard."""
    found: list[str] = []
    scanner.scanned.connect(lambda scan: found.append(scan.text))
    return found


@pytest.fixture
def keyboard() -> Keyboard:
    return Keyboard()


Shown = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Shown:
    """Shows widgets in one window and puts the focus on the first."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget, window: QWidget | None = None) -> QWidget:
        window = window or QWidget()
        windows.append(window)
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
        if widgets:
            widgets[0].setFocus()
        return window

    return show


def settle(scanner: Scanner) -> None:
    """What is held back goes on its way, and what is queued comes."""
    scanner.let_go()
    QApplication.processEvents()


def test_a_scan_is_heard_and_the_field_keeps_what_was_typed(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    edit = QLineEdit("in hand: ")
    returned: list[bool] = []
    edit.returnPressed.connect(lambda: returned.append(True))
    shown(edit)
    edit.deselect()
    edit.setCursorPosition(3)
    keyboard.type_("xY")
    keyboard.scan()
    keyboard.type_("z", gap=400)
    settle(scanner)
    assert heard == [CODE]
    assert edit.text() == "in xYzhand: "
    assert returned == []


@pytest.mark.parametrize("gap", [1, 5, 12, 20])
@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_every_pace_and_end_key_is_heard(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown, gap: int, end: Qt.Key
) -> None:
    edit, other = QLineEdit(), QLineEdit()
    shown(edit, other)
    keyboard.scan(gap=gap, end=end)
    keyboard.scan("D6", gap=gap, end=end)
    settle(scanner)
    assert heard == [CODE, "D6"]
    assert edit.text() == other.text() == ""
    assert edit.hasFocus()


def test_what_a_hand_types_arrives_whole_and_in_order(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    edit = QLineEdit()
    returned: list[str] = []
    edit.returnPressed.connect(lambda: returned.append(edit.text()))
    shown(edit)
    for c, gap in zip("the bench 12", [90, 20, 30, 60, 10, 25, 90, 20, 80, 70, 60, 30], strict=True):
        keyboard.character(c, gap)
    keyboard.enter(30)
    settle(scanner)
    assert returned == ["the bench 12"]
    assert heard == []


def test_a_key_between_characters_keeps_its_place(scanner: Scanner, keyboard: Keyboard, shown: Shown) -> None:
    edit = QLineEdit()
    shown(edit)
    for c in "ab":
        keyboard.character(c, 20)
    keyboard.key(Qt.Key.Key_Left, gap=20)
    keyboard.character("c", 20)
    keyboard.key(Qt.Key.Key_Backspace, "\b", gap=200)
    keyboard.character("d", 100)
    settle(scanner)
    assert edit.text() == "adb"


def test_held_back_characters_arrive_by_themselves(
    qtbot: QtBot, scanner: Scanner, keyboard: Keyboard, shown: Shown
) -> None:
    edit = QLineEdit()
    shown(edit)
    keyboard.type_("abc", gap=10)
    assert edit.text() == "a"
    qtbot.waitUntil(lambda: edit.text() == "abc", timeout=2_000)


def test_a_click_comes_after_what_was_typed_before_it(
    qtbot: QtBot, scanner: Scanner, keyboard: Keyboard, shown: Shown
) -> None:
    edit, button = QLineEdit(), QPushButton("Keep")
    shown(edit, button)
    kept: list[str] = []
    button.clicked.connect(lambda: kept.append(edit.text()))
    keyboard.type_("abc", gap=10)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert kept == ["abc"]


def test_a_selection_is_not_replaced_by_a_scan(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    edit = QLineEdit("selected text")
    shown(edit)
    edit.setSelection(13, -4)
    changes: list[str] = []
    edit.textChanged.connect(changes.append)
    keyboard.scan()
    settle(scanner)
    assert (heard, edit.text(), edit.selectedText(), edit.cursorPosition()) == ([CODE], "selected text", "text", 9)
    assert changes == []


@pytest.mark.parametrize("page", [QPlainTextEdit, lambda: QPlainTextEdit("one\ntwo")])
def test_a_text_of_many_lines_keeps_what_it_had(
    page: Callable[[], QPlainTextEdit], scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    edit = page()
    before = edit.toPlainText()
    shown(edit)
    keyboard.scan(end=Qt.Key.Key_Tab)
    keyboard.scan("MC0000099999")
    keyboard.type_("x")
    settle(scanner)
    assert heard == [CODE, "MC0000099999"]
    assert edit.toPlainText() == "x" + before


def test_numbers_and_choices_keep_their_value(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    spin, combo, limited, box = QSpinBox(), QComboBox(), QLineEdit("12"), QCheckBox("Thawed")
    spin.setRange(0, 10**9)
    spin.setValue(41)
    combo.addItems(["plasma", "MC", "0 mL"])
    limited.setValidator(QIntValidator())
    changes: list[object] = []
    spin.valueChanged.connect(changes.append)
    combo.currentIndexChanged.connect(changes.append)
    limited.textChanged.connect(changes.append)
    box.toggled.connect(changes.append)
    shown(spin, combo, limited, box)
    for number, widget in enumerate((spin, combo, limited, box)):
        widget.setFocus()
        keyboard.scan(f"0{number} MC12")
    settle(scanner)
    assert len(heard) == 4
    assert changes == []


def test_a_list_does_not_go_to_the_line_that_begins_so(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    listed = QListView()
    model = QStringListModel(["alpha", "MC0000012345", "other"])
    listed.setModel(model)
    tree = QTreeWidget()
    for text in ("alpha", "MC", "C0"):
        tree.addTopLevelItem(QTreeWidgetItem([text]))
    shown(listed, tree)
    listed.setCurrentIndex(model.index(0))
    tree.setCurrentItem(tree.topLevelItem(0))
    activated: list[object] = []
    listed.activated.connect(activated.append)
    tree.itemActivated.connect(activated.append)
    keyboard.scan()
    tree.setFocus()
    keyboard.scan("C00")
    settle(scanner)
    assert heard == [CODE, "C00"]
    assert (listed.currentIndex().row(), tree.currentIndex().row(), activated) == (0, 0, [])
    keyboard.type_("M", gap=500)
    settle(scanner)
    assert tree.currentIndex().row() == 1


def test_no_default_button_is_pressed(scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown) -> None:
    dialog = QDialog()
    edit, button = QLineEdit(), QPushButton("Destroy")
    button.setDefault(True)
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    shown(edit, button, window=dialog)
    keyboard.scan()
    button.setFocus()
    keyboard.scan("MC 0000077777")
    keyboard.key(Qt.Key.Key_Enter, "\r", gap=3)
    settle(scanner)
    assert heard == [CODE, "MC 0000077777"]
    assert pressed == []
    edit.setFocus()
    keyboard.enter(gap=700)
    assert pressed == [True]


def test_a_torn_scan_presses_nothing_either(
    qtbot: QtBot, scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    dialog = QDialog()
    edit, button = QLineEdit("kept"), QPushButton("Destroy")
    button.setDefault(True)
    button.clicked.connect(lambda: pytest.fail("pressed"))
    shown(edit, button, window=dialog)
    edit.deselect()
    keyboard.type_("MC00000", gap=8)
    qtbot.wait(150)
    keyboard.character("1", 160)
    keyboard.character("2", 8)
    with qtbot.waitSignal(scanner.unreadable):
        keyboard.enter()
    assert heard == []


def test_a_scan_is_heard_while_a_question_is_open(
    qtbot: QtBot, scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    """In a message box a letter alone presses a button."""
    shown(QLineEdit())
    box = QMessageBox()
    box.setText("Take out all tubes?")
    yes = box.addButton("&Mark", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(yes)
    qtbot.addWidget(box)
    box.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is box)
    keyboard.scan()
    settle(scanner)
    qtbot.wait(150)
    assert heard == [CODE]
    assert box.isVisible()
    keyboard.type_("m", gap=500)
    qtbot.waitUntil(lambda: not box.isVisible(), timeout=2_000)


def test_a_scan_is_heard_in_a_modal_dialog_that_was_opened_by_a_key(
    qtbot: QtBot, scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    """The key is still on its way when the dialog listens."""
    dialog = QDialog()
    field = QLineEdit(dialog)

    class Opener(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            if event.text() == "o":
                scanner.scanned.connect(dialog.accept)
                dialog.open()
                field.setFocus()
                keyboard.scan()
                assert dialog.exec() == QDialog.DialogCode.Accepted

    opener = Opener()
    opener.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(opener)
    keyboard.type_("o")
    scanner.let_go()
    assert heard == [CODE]
    assert field.text() == ""


def test_an_open_menu_is_closed_by_a_scan(
    qtbot: QtBot, scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    window = shown(QLineEdit())
    menu = QMenu(window)
    triggered: list[bool] = []
    menu.addAction("&Move").triggered.connect(lambda: triggered.append(True))
    menu.addAction("&Copy").triggered.connect(lambda: triggered.append(True))
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is menu)
    keyboard.scan()
    settle(scanner)
    assert heard == [CODE]
    assert not menu.isVisible()
    assert triggered == []


def test_a_scan_is_heard_where_nothing_has_the_focus(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    window = shown()
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    keyboard.scan()
    settle(scanner)
    assert heard == [CODE]
    assert window.isVisible()


def test_a_press_that_nobody_wants_counts_once(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    """Qt hands it on from a widget to its parent, again and again."""
    seen: list[str] = []

    class Deaf(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            seen.extend(event.text())
            event.ignore()

    outer, inner = Deaf(), Deaf()
    QVBoxLayout(outer).addWidget(inner)
    inner.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(outer)
    inner.setFocus()
    keyboard.scan("MMM000")
    keyboard.type_("o", gap=400)
    settle(scanner)
    assert heard == ["MMM000"]
    assert seen == ["o", "o"]


def test_keys_that_come_up_late_come_up_nowhere(scanner: Scanner, heard: list[str], shown: Shown) -> None:
    """Some scanners press the next key before the last is up."""
    seen: list[str] = []

    class Listening(QWidget):
        def keyReleaseEvent(self, event: QKeyEvent) -> None:
            seen.append(event.text())

    widget = Listening()
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    shown(widget)
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        for c in "MC01\r":
            Keyboard.now += 5
            event = QKeyEvent(kind, Qt.Key.Key_Return if c == "\r" else ord(c), NO_KEYS, c)
            event.setTimestamp(Keyboard.now)
            QApplication.sendEvent(widget, event)
    settle(scanner)
    assert heard == ["MC01"]
    assert seen == []


def test_a_double_scan_counts_once(scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown) -> None:
    edit = QLineEdit()
    shown(edit)
    keyboard.scan()
    keyboard.scan(pause=250)
    settle(scanner)
    assert heard == [CODE]
    keyboard.scan(pause=400)
    settle(scanner)
    assert heard == [CODE, CODE]
    assert edit.text() == ""


def test_a_group_separator_arrives_as_a_control_key(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    edit = QLineEdit()
    shown(edit)
    for number, c in enumerate("01MC"):
        keyboard.character(c, 8 if number else 500)
    control = Qt.KeyboardModifier.ControlModifier
    keyboard.key(Qt.Key.Key_BracketRight, "\x1d", 8, control)
    keyboard.key(Qt.Key.Key_A, "\x01", 8, control)
    for c in "77":
        keyboard.character(c, 8)
    keyboard.enter()
    settle(scanner)
    assert heard == ["01MC\x1d77"]


def test_text_that_came_past_the_keys_makes_a_scan_unreadable(
    qtbot: QtBot, scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    """A dead key of the layout swallows a character and brings it as the text of an input method."""
    edit = QLineEdit()
    shown(edit)
    method = QInputMethodEvent()
    method.setCommitString("^A")
    now = [50_000]
    scanner._clock = lambda: now[0]  # the event has no time of its own
    QApplication.sendEvent(edit, method)
    for c in "BC123":
        now[0] += 8
        event = QKeyEvent(QEvent.Type.KeyPress, ord(c), NO_KEYS, c)
        QApplication.sendEvent(edit, event)
    now[0] += 8
    with qtbot.waitSignal(scanner.unreadable):
        QApplication.sendEvent(edit, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, NO_KEYS, "\r"))
    assert heard == []


def test_a_key_held_down_is_no_scanner(scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown) -> None:
    edit = QLineEdit()
    shown(edit)
    for _ in range(12):
        Keyboard.now += 30
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, NO_KEYS, "x", True)
        event.setTimestamp(keyboard.now)
        QApplication.sendEvent(edit, event)
    keyboard.enter(30)
    settle(scanner)
    assert heard == []
    assert edit.text() == "x" * 12


def test_no_shortcut_takes_a_key_out_of_a_scan(qtbot: QtBot, scanner: Scanner, heard: list[str], shown: Shown) -> None:
    """The whole way of a key, from the system's window on."""
    window = shown(QTreeWidget())
    fired: list[str] = []
    for keys in ("7", "Return", "Tab"):
        action = QAction(keys, window)
        action.setShortcut(keys)
        action.triggered.connect(lambda _checked=False, keys=keys: fired.append(keys))
        window.addAction(action)
    handle = window.windowHandle()
    for c in "MC0077":
        QTest.keyClick(handle, c)
    QTest.keyClick(handle, Qt.Key.Key_Return)
    settle(scanner)
    assert [text.upper() for text in heard] == ["MC0077"]
    assert fired == []
    qtbot.wait(400)
    QTest.keyClick(handle, "7")
    qtbot.waitUntil(lambda: fired == ["7"], timeout=1_000)


def test_no_action_of_the_window_is_on_a_bare_letter_or_digit() -> None:
    """The first character of a scan would press it."""
    bare = [deed.name for deed in DEEDS for key in deed.keys if isinstance(key, str) and len(key) == 1]
    assert bare == []


def test_a_paused_scanner_leaves_all_keys_alone(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    edit = QLineEdit()
    shown(edit)
    scanner.pause()
    scanner.pause()
    scanner.resume()
    keyboard.scan()
    assert edit.text() == CODE
    scanner.resume()
    keyboard.scan()
    settle(scanner)
    assert edit.text() == CODE
    assert heard == [CODE]


def test_a_scanner_that_is_lent_tells_its_taker_alone(
    scanner: Scanner, heard: list[str], keyboard: Keyboard, shown: Shown
) -> None:
    shown(QLineEdit())
    taken: list[Scan] = []
    scanner.lend(taken.append, 150)
    keyboard.scan(gap=120)
    settle(scanner)
    assert ([each.text for each in taken], taken[0].slowest_ms, heard) == ([CODE], 120, [])
    scanner.give_back(taken.append)
    keyboard.scan(gap=120)
    keyboard.scan("D6")
    settle(scanner)
    assert heard == ["D6"]


def test_a_scanner_without_end_key_is_noticed(qtbot: QtBot, scanner: Scanner, keyboard: Keyboard, shown: Shown) -> None:
    edit = QLineEdit()
    shown(edit)
    with qtbot.waitSignal(scanner.unended) as told:
        keyboard.type_(CODE, gap=5)
    assert told.args[0].text == CODE
    assert edit.text() == CODE


def test_settings_are_those_of_the_bench(qapp: QApplication, kept: Settings, keyboard: Keyboard, shown: Shown) -> None:
    kept.put(SCAN_GAP, 70)
    kept.put(SCAN_PREFIX, "@ ,")
    kept.put(SCAN_LAYOUT, "é2à0")
    again = Settings(Path(kept._store.fileName()))
    assert (setup_of(again).prefix, setup_of(again).layout) == ("@ ,", "é2à0")
    again.put(SCAN_LAYOUT, "odd")
    assert setup_of(again).layout == ""
    found: list[str] = []
    scanner = Scanner(qapp, again)
    scanner.scanned.connect(lambda scan: found.append(scan.text))
    shown(QLineEdit())
    keyboard.scan(gap=60)
    settle(scanner)
    scanner.stop()
    assert found == [CODE]


@pytest.mark.parametrize(
    ("key", "text", "held", "kind"),
    [
        (Qt.Key.Key_A, "a", NO_KEYS, Key.CHARACTER),
        (Qt.Key.Key_At, "@", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier, Key.CHARACTER),
        (0, "é", NO_KEYS, Key.CHARACTER),
        (Qt.Key.Key_J, "\n", Qt.KeyboardModifier.ControlModifier, Key.END),
        (Qt.Key.Key_Return, "\r", Qt.KeyboardModifier.KeypadModifier, Key.END),
        (Qt.Key.Key_Tab, "", Qt.KeyboardModifier.AltModifier, Key.OTHER),
        (Qt.Key.Key_Backtab, "", SHIFT, Key.OTHER),
        (Qt.Key.Key_Backspace, "\b", NO_KEYS, Key.OTHER),
        (Qt.Key.Key_Escape, "\x1b", NO_KEYS, Key.OTHER),
        (Qt.Key.Key_Dead_Circumflex, "", NO_KEYS, Key.LOST),
        (Qt.Key.Key_CapsLock, "", NO_KEYS, Key.SILENT),
        (Qt.Key.Key_F8, "", NO_KEYS, Key.OTHER),
        (Qt.Key.Key_0, "", Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier, Key.CONTROL),
        (Qt.Key.Key_F, "f", Qt.KeyboardModifier.AltModifier, Key.OTHER),
    ],
)
def test_each_key_is_of_its_kind(key: int, text: str, held: Qt.KeyboardModifier, kind: Key) -> None:
    assert keystroke(QKeyEvent(QEvent.Type.KeyPress, key, held, text), 5).key is kind


PART = st.one_of(
    st.tuples(st.just("type"), st.text("abcXYZ019 -", min_size=1, max_size=6), st.integers(80, 250)),
    st.tuples(st.just("scan"), st.text("ABCXYZ0123456789-", min_size=4, max_size=16), st.integers(1, 20)),
)


@given(parts=st.lists(PART, min_size=1, max_size=6), lines=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_typing_and_scanning_in_any_order(
    qtbot: QtBot, scanner: Scanner, parts: list[tuple[str, str, int]], lines: bool
) -> None:
    """Each key is either in the field or in a scan: none in both, none nowhere."""
    edit: QLineEdit | QPlainTextEdit = QPlainTextEdit() if lines else QLineEdit()
    edit.show()
    edit.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is edit)
    edit.setFocus()
    found: list[str] = []
    scanner.scanned.connect(lambda scan: found.append(scan.text))
    keyboard = Keyboard()
    Keyboard.now += 1_000
    for how, text, gap in parts:
        if how == "type":
            keyboard.type_(text, gap)
        else:
            keyboard.scan(text, gap, pause=320)
    settle(scanner)
    scanner.scanned.disconnect()
    shown_text = edit.toPlainText() if isinstance(edit, QPlainTextEdit) else edit.text()
    edit.deleteLater()
    assert found == [text for how, text, _ in parts if how == "scan"]
    assert shown_text == "".join(text for how, text, _ in parts if how == "type")


def test_the_program_goes_on_without_its_scanner(qapp: QApplication, kept: Settings, shown: Shown) -> None:
    parent = QObject()
    scanner = Scanner(qapp, kept, parent=parent)
    scanner.stop()
    edit = QLineEdit()
    shown(edit)
    Keyboard().scan()
    assert edit.text() == CODE


def test_buttons_of_a_dialog_still_answer_to_keys(scanner: Scanner, keyboard: Keyboard, shown: Shown) -> None:
    dialog = QDialog()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    shown(buttons, window=dialog)
    close.setFocus()
    keyboard.key(Qt.Key.Key_Space, " ", gap=400)
    settle(scanner)
    assert not dialog.isVisible()
