"""For who hears the screen: whatever takes the keyboard has a name, and a tube says what is drawn of it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QFrame, QLabel, QListView, QMenuBar, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.app import Program
from freezerapp.domain.specimen import HoldKind
from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui.dialogs.about import AboutDialog
from freezerapp.ui.dialogs.demonstration import DemonstrationDialog
from freezerapp.ui.dialogs.fault import FaultDialog
from freezerapp.ui.dialogs.move_to import MoveToDialog
from freezerapp.ui.dialogs.new_bank import NewBankDialog
from freezerapp.ui.dialogs.preferences import PreferencesDialog
from freezerapp.ui.dialogs.reason import ReasonDialog
from freezerapp.ui.dialogs.register_tubes import RegisterDialog
from freezerapp.ui.dialogs.scanner_setup import ScannerSetupDialog
from freezerapp.ui.dialogs.shortcuts import ShortcutsDialog
from freezerapp.ui.dialogs.who import WhoDialog
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.selection import Showing, View
from tests.ui.conftest import Start, opened


def nameless(top: QWidget) -> list[str]:
    """What takes the keyboard and has nothing to say."""
    return [
        f"{type(each).__name__} {each.objectName()!r} in {type(each.parentWidget()).__name__}"
        for each in (top, *top.findChildren(QWidget))
        if each.isVisible() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not inner(each) and not name_of(each)
    ]


def inner(widget: QWidget) -> bool:
    """A part that Qt speaks for through the whole: of a number field, of the list of a choice, the menu bar."""
    listed = type(widget.parentWidget()).__name__ in ("QComboBoxPrivateContainer", "QFrame")
    in_choice = listed and isinstance(widget, QListView) and isinstance(widget.window(), QFrame)
    spoken_for = widget.objectName().startswith("qt_") or widget.focusProxy() is not None
    return spoken_for or in_choice or isinstance(widget, QMenuBar)


def name_of(widget: QWidget) -> str:
    """What a screen reader says of it: its own name, what is written on it, or the label whose key leads to it."""
    written = widget.text() if isinstance(widget, QAbstractButton) else ""
    labels = (each.text() for each in widget.window().findChildren(QLabel) if each.buddy() is widget)
    return widget.accessibleName() or written or next(labels, "")


def dialogs(program: Program) -> Iterator[QDialog]:
    """One of each kind."""
    window = program.window
    storage = window.now.storage
    assert storage is not None
    home = Path.home()
    box = next(row for row in storage.containers.values() if row.holds == "specimens")
    yield NewBankDialog("", home, window)
    yield DemonstrationDialog(lambda path, tubes: [], home, window)
    yield PreferencesDialog(program.look, program.settings, window)
    yield ShortcutsDialog(window.actions_table, window)
    yield AboutDialog(None, window)
    yield FaultDialog("Details", None, window)
    yield WhoDialog(window)
    yield MoveToDialog(storage, "Move", lambda row: row.holds == "specimens", None, window, shape=True)
    yield RegisterDialog(window.now.materials, box, parent=window, filling=True)
    yield ReasonDialog("hold", "Put on hold", window, holds=tuple(HoldKind))
    yield ScannerSetupDialog(program.look, program.scanner, program.sounds, program.settings, window)


def boxes(window: MainWindow) -> list[ContainerRow]:
    """The boxes in their places, fullest first."""
    storage = window.now.storage
    assert storage is not None
    rows = [row for row in storage.containers.values() if row.holds == "specimens" and row.status == "in place"]
    return sorted(rows, key=lambda row: -row.tubes)


def show_box(window: MainWindow, qtbot: QtBot) -> None:
    """Open the fullest box."""
    window.selection.go(View(Showing.CONTAINER, boxes(window)[0].id))
    qtbot.waitUntil(lambda: window.box.view.picture is not None)


def test_all_that_takes_the_keyboard_on_a_page_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    window.doing.telling.offer("Said", "Undo", lambda: None)
    rack = boxes(window)[0].parent_id
    for view in (
        View(Showing.STORAGE),
        View(Showing.CONTAINER, rack),
        View(Showing.LIST, query=""),
        View(Showing.HISTORY),
    ):
        window.selection.go(view)
        qtbot.wait(150)
        assert nameless(window) == [], view
    window.pages.history.show_by(1)
    assert nameless(window) == []


def test_all_that_takes_the_keyboard_about_boxes_has_a_name(window: MainWindow, qtbot: QtBot) -> None:
    show_box(window, qtbot)
    box = window.box.work.box
    assert box is not None
    window.fill.begin(box)
    window.inspector.show()
    window.box.view.set_cursor(*next(iter(box.tubes)))
    window.selection.put_beside(boxes(window)[1].id)
    qtbot.waitUntil(lambda: window.second.view.picture is not None)
    qtbot.waitUntil(lambda: window.inspector.card is not None)
    assert nameless(window) == []


def test_all_that_takes_the_keyboard_in_dialogs_has_a_name(start: Start, bank_file: Path, qtbot: QtBot) -> None:
    program = start()
    opened(program, bank_file, qtbot)
    for dialog in dialogs(program):
        dialog.show()
        assert nameless(dialog) == [], type(dialog).__name__
        assert dialog.windowTitle(), type(dialog).__name__
        dialog.close()


def test_a_tube_says_its_place_what_it_is_whose_and_whether_it_is_chosen(window: MainWindow, qtbot: QtBot) -> None:
    show_box(window, qtbot)
    view, box = window.box.view, window.box.box
    assert box is not None
    tube = next(each for each in box.tubes if each.use == "here" and each.visit)
    view.set_cursor(tube.row, tube.column)
    current = view.spoken_current()
    said = view.spoken_cell(current).text
    parts = r"^[A-Z]\d+, [^,]+, participant [A-Z0-9-]+, visit V\d+(, .+)?, selected$"
    assert re.match(parts, said), said
    assert QLocale().language() is not QLocale.Language.French
    assert view.accessibleDescription() == said


@pytest.mark.parametrize("name", ["tree", "view", "things", "table", "operations"])
def test_a_pane_says_what_it_is(window: MainWindow, qtbot: QtBot, name: str) -> None:
    show_box(window, qtbot)
    part = {
        "tree": window.tree.tree,
        "view": window.box.view,
        "things": window.strip.things,
        "table": window.pages.found.table,
        "operations": window.pages.history.operations,
    }[name]
    assert name_of(part)
