"""The window as people use it: real clicks and keys on a small demonstration bank."""

import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.app import make_bank
from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui import said_of_tube
from freezerapp.ui.dialogs.about import AboutDialog
from freezerapp.ui.dialogs.demonstration import DemonstrationDialog
from freezerapp.ui.dialogs.fault import FaultDialog
from freezerapp.ui.dialogs.new_bank import NewBankDialog
from freezerapp.ui.dialogs.preferences import PreferencesDialog
from freezerapp.ui.dialogs.shortcuts import ShortcutsDialog
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.models.container_tree import ALL_STORAGE
from freezerapp.ui.models.found_list import Column
from freezerapp.ui.models.hit_list import HitKind
from freezerapp.ui.selection import Showing, View
from tests.ui.conftest import WAIT_MS, Start, opened

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def box(window: MainWindow) -> ContainerRow:
    """The fullest box in its place."""
    storage = window.now.storage
    assert storage is not None
    rows = [row for row in storage.containers.values() if row.holds == "specimens" and row.status == "in place"]
    return max(rows, key=lambda row: row.tubes)


@pytest.fixture
def box_shown(window: MainWindow, box: ContainerRow, qtbot: QtBot) -> MainWindow:
    window.selection.go(View(Showing.CONTAINER, box.id))
    qtbot.waitUntil(lambda: window.box.box is not None and window.box.view.picture is not None, timeout=WAIT_MS)
    return window


def click_tree(window: MainWindow, container: int) -> None:
    """Click the name of a container in the tree."""
    index = window.tree.model.of(container)
    above = index.parent()
    while above.isValid():
        window.tree.tree.setExpanded(above, True)
        above = above.parent()
    window.tree.tree.scrollTo(index)
    rect = window.tree.tree.visualRect(index)
    QTest.mouseClick(window.tree.tree.viewport(), LEFT, pos=rect.center())


def click_tube(window: MainWindow, row: int, column: int) -> None:
    QTest.mouseClick(window.box.view.viewport(), LEFT, pos=window.box.view.cell_rect(row, column).center())


def type_search(window: MainWindow, text: str, qtbot: QtBot) -> None:
    """Ctrl+K, then the text, then wait for what the popup says of it."""
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.search.edit, text)
    qtbot.waitUntil(window.search.popup.isVisible, timeout=WAIT_MS)


def test_the_tree_leads_to_a_box_and_a_click_to_its_tube(window: MainWindow, box: ContainerRow, qtbot: QtBot) -> None:
    click_tree(window, box.id)
    qtbot.waitUntil(lambda: window.box.view.picture is not None, timeout=WAIT_MS)
    assert window.pages.currentWidget() is window.box
    assert window.box.head.title.text() == (box.code or box.name)
    assert window.box.box is not None
    tube = window.box.box.tubes[0]
    click_tube(window, tube.row, tube.column)
    qtbot.waitUntil(lambda: window.inspector.card is not None, timeout=WAIT_MS)
    assert window.inspector.title.text() == tube.barcode
    assert window.inspector.isVisible()


def test_grid_list_and_inspector_say_the_same_of_a_tube(box_shown: MainWindow, box: ContainerRow, qtbot: QtBot) -> None:
    window = box_shown
    assert window.box.box is not None
    tube = window.box.box.tubes[-1]
    picture = window.box.view.picture
    assert picture is not None
    cell = picture.cells[tube.row, tube.column]
    click_tube(window, tube.row, tube.column)
    window.search.show_list(tube.barcode)
    qtbot.waitUntil(lambda: window.pages.found.model.rowCount() == 1, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.pages.found.model.row(0) is not None, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.inspector.card is not None, timeout=WAIT_MS)
    card = window.inspector.card
    assert card is not None

    def listed(column: Column) -> str:
        return str(window.pages.found.model.index(0, column).data())

    assert card.barcode == listed(Column.BARCODE)
    assert tube.barcode.endswith(cell.line1)
    assert (card.visit or "") == listed(Column.VISIT) == cell.line2
    assert (card.participant or "") == listed(Column.PARTICIPANT)
    assert card.material == cell.colour
    assert listed(Column.MATERIAL).lower() in cell.spoken.lower()
    assert listed(Column.MATERIAL) in said_of_tube.subtitle(card)
    assert card.position == cell.label
    assert listed(Column.PLACE) == f"{box.code} › {cell.label}"


def test_arrow_keys_go_from_tube_to_tube(box_shown: MainWindow, qtbot: QtBot) -> None:
    window = box_shown
    assert window.box.box is not None
    first, second = window.box.box.tubes[:2]
    click_tube(window, first.row, first.column)
    QTest.keyClick(window.box.view, Qt.Key.Key_Right)
    assert window.box.view.cursor_cell == (first.row, first.column + 1)
    click_tube(window, second.row, second.column)
    qtbot.waitUntil(
        lambda: window.inspector.card is not None and window.inspector.card.id == second.id, timeout=WAIT_MS
    )


def test_results_appear_as_one_types_and_enter_opens_the_chosen(window: MainWindow, qtbot: QtBot) -> None:
    type_search(window, "MC00000", qtbot)
    kinds = [hit.kind for hit in window.search.hits.hits]
    assert HitKind.TUBE in kinds
    assert HitKind.ALL in kinds
    QTest.keyClick(window.search.edit, Qt.Key.Key_Down)
    chosen = window.search.popup.current()
    assert chosen is not None
    QTest.keyClick(window.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.inspector.card is not None, timeout=WAIT_MS)
    assert window.inspector.card is not None
    assert window.inspector.card.barcode == chosen.title
    assert not window.search.popup.isVisible()


def test_a_whole_code_and_enter_shows_the_tube_in_its_box(window: MainWindow, box: ContainerRow, qtbot: QtBot) -> None:
    from freezerapp.storage.database import Database
    from freezerapp.storage.rows.box import box as rows

    database = Database.open(window_path(window))
    with database.reading() as reader:
        tube = rows(reader, box.id).tubes[3]
    database.close()
    type_search(window, tube.barcode.lower(), qtbot)
    QTest.keyClick(window.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.box, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.box.view.selection == frozenset({(tube.row, tube.column)}), timeout=WAIT_MS)


def test_a_boxs_code_and_enter_opens_the_box(window: MainWindow, box: ContainerRow, qtbot: QtBot) -> None:
    assert box.code is not None
    type_search(window, box.code, qtbot)
    QTest.keyClick(window.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.selection.view.container == box.id, timeout=WAIT_MS)


def test_a_search_and_enter_lists_all_and_lights_their_boxes(window: MainWindow, qtbot: QtBot) -> None:
    type_search(window, "material:DNA", qtbot)
    QTest.keyClick(window.search.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages.currentWidget() is window.pages.found, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: window.pages.found.model.rowCount() > 0, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: bool(window.selection.lit), timeout=WAIT_MS)
    assert set(window.pages.found.model.ids) == window.selection.lit.specimens
    window.selection.go(View(Showing.STORAGE))
    lit = {
        slot.id
        for card in window.storage.cards.values()
        if card.unit is not None
        for shelf in card.unit.shelves
        for rack in shelf.racks
        for slot in rack.slots
        if slot.match
    }
    assert lit
    assert lit <= set(window.selection.lit.boxes)


def test_a_search_that_is_none_is_refused_at_its_place(window: MainWindow, qtbot: QtBot) -> None:
    type_search(window, "visit:V01 materiel:CSF", qtbot)
    qtbot.waitUntil(
        lambda: bool(window.search.hits.hits) and window.search.hits.hits[0].kind is HitKind.PROBLEM,
        timeout=WAIT_MS,
    )
    hit = window.search.hits.hits[0]
    assert hit.title[hit.start : hit.end] == "materiel"
    assert "material" in hit.detail


def test_tab_takes_the_proposed_field(window: MainWindow, qtbot: QtBot) -> None:
    type_search(window, "mater", qtbot)
    qtbot.waitUntil(lambda: any(hit.kind is HitKind.COMPLETION for hit in window.search.hits.hits), timeout=WAIT_MS)
    QTest.keyClick(window.search.edit, Qt.Key.Key_Tab)
    assert window.search.edit.text() == "material:"
    assert window.search.edit.hasFocus()


def test_escape_closes_the_results_and_then_empties_the_field(window: MainWindow, qtbot: QtBot) -> None:
    type_search(window, "MC0", qtbot)
    QTest.keyClick(window.search.edit, Qt.Key.Key_Escape)
    assert not window.search.popup.isVisible()
    assert window.search.edit.text() == "MC0"
    QTest.keyClick(window.search.edit, Qt.Key.Key_Escape)
    assert window.search.edit.text() == ""


def test_back_and_forward_go_where_one_was(box_shown: MainWindow, box: ContainerRow) -> None:
    window = box_shown
    window.selection.go(View(Showing.HISTORY))
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.selection.view == View(Showing.CONTAINER, box.id)
    QTest.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert window.selection.view == View(Showing.HISTORY)


def test_lineage_and_place_are_ways_on(box_shown: MainWindow, qtbot: QtBot) -> None:
    window = box_shown
    assert window.box.box is not None
    tube = next(tube for tube in window.box.box.tubes if tube.parent_id is not None)
    click_tube(window, tube.row, tube.column)
    qtbot.waitUntil(lambda: window.inspector.card is not None, timeout=WAIT_MS)
    lineage = window.inspector.lineage
    assert len(lineage.nodes) >= 2
    rect = lineage.visualRect(lineage.model().index(0, 0))
    QTest.mouseClick(lineage.viewport(), LEFT, pos=QPoint(rect.left() + 60, rect.center().y()))
    qtbot.waitUntil(lambda: window.inspector.card is not None and window.inspector.card.id != tube.id, timeout=WAIT_MS)


def test_each_work_list_shows_as_many_tubes_as_it_says(window: MainWindow, qtbot: QtBot) -> None:
    figure = window.work.index_of("specimens")
    role = int(Qt.ItemDataRole.UserRole) + 1
    qtbot.waitUntil(lambda: bool(figure.data(role)), timeout=WAIT_MS)
    rect = window.work.rows.visualRect(figure)
    QTest.mouseClick(window.work.rows.viewport(), LEFT, pos=rect.center())
    qtbot.waitUntil(lambda: window.pages.found.model.rowCount() > 0, timeout=WAIT_MS)
    assert window.pages.found.model.rowCount() == 600
    assert figure.data(role) == "600"


def test_the_history_goes_on_as_one_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    window.selection.go(View(Showing.HISTORY))
    table = window.pages.history.table
    qtbot.waitUntil(lambda: table.rowCount() >= 100, timeout=WAIT_MS)
    before = table.rowCount()
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: table.rowCount() > before, timeout=WAIT_MS)


def test_a_page_that_needs_much_room_takes_none_from_the_tree_once_it_is_left(
    box_shown: MainWindow, qtbot: QtBot
) -> None:
    window = box_shown
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: window.width() == 1280)
    wide = window.tree.width()
    window.pages.pick.setMinimumWidth(900)  # as a filled one has its tubes and a panel side by side
    for showing in (Showing.PICKS, Showing.LIST, Showing.CONTAINER):
        window.selection.go(View(showing, window.selection.view.container, query="visit:V01"))
        qtbot.waitUntil(lambda: window.tree.width() == wide, timeout=WAIT_MS)
    assert window.inspector.isVisible()
    assert window.tree.width() == wide


def test_below_1200_pixels_the_inspector_folds_away(box_shown: MainWindow, qtbot: QtBot) -> None:
    window = box_shown
    assert window.inspector.isVisible()
    window.resize(1100, 800)
    qtbot.waitUntil(lambda: not window.inspector.isVisible())
    window.resize(1440, 900)
    qtbot.waitUntil(window.inspector.isVisible)


def test_a_box_opens_from_the_map(window: MainWindow, qtbot: QtBot) -> None:
    _unit, card = next((id_, card) for id_, card in window.storage.cards.items() if card.unit is not None)
    storage = window.now.storage
    assert storage is not None
    slot = next(
        slot.id
        for card in window.storage.cards.values()
        if card.unit is not None and card.unit.kind.value == "front"
        for shelf in card.unit.shelves
        for rack in shelf.racks
        for slot in rack.slots
        if slot.id
    )
    card = next(card for card in window.storage.cards.values() if not card.slot_rect(slot).isEmpty())
    QTest.mouseClick(card, LEFT, pos=card.slot_rect(slot).center().toPoint())
    assert window.selection.view == View(Showing.CONTAINER, slot)


def test_a_rack_shows_its_positions_and_leads_into_its_boxes(
    window: MainWindow, box: ContainerRow, qtbot: QtBot
) -> None:
    assert box.parent_id is not None
    window.selection.go(View(Showing.CONTAINER, box.parent_id))
    tiles = {tile.container.id: tile for tile in window.container.tiles if tile.container is not None}
    assert box.id in tiles
    QTest.mouseClick(tiles[box.id], LEFT)
    assert window.selection.view == View(Showing.CONTAINER, box.id)


def test_what_another_process_changes_appears_within_two_seconds(
    box_shown: MainWindow, box: ContainerRow, qtbot: QtBot
) -> None:
    window = box_shown
    assert window.box.box is not None
    tube = window.box.box.tubes[0]
    click_tube(window, tube.row, tube.column)
    qtbot.waitUntil(lambda: window.inspector.card is not None, timeout=WAIT_MS)
    qtbot.wait(600)
    path = window_path(window)
    script = (
        "import sys\n"
        "from freezerapp.commands.check_out import TakeOut\n"
        "from freezerapp.commands.command import perform\n"
        "from freezerapp.storage.database import Database\n"
        "database = Database.open(sys.argv[1])\n"
        "perform(database, TakeOut((int(sys.argv[2]),)), 1)\n"
        "database.close()\n"
    )
    subprocess.run(
        [sys.executable, "-c", script, str(path), str(tube.id)],
        check=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    done = time.monotonic()
    qtbot.waitUntil(
        lambda: window.inspector.card is not None and window.inspector.card.status == "on the bench",
        timeout=2_000,
    )
    assert time.monotonic() - done < 2
    bench = window.work.index_of("bench")
    qtbot.waitUntil(lambda: bench.data(int(Qt.ItemDataRole.UserRole) + 1) == "1", timeout=2_000)
    qtbot.waitUntil(lambda: window.box.box is not None and window.box.box.tubes[0].use == "home", timeout=2_000)


def window_path(window: MainWindow) -> Path:
    """The file of the open bank."""
    return Path(window.status.file.toolTip())


def test_without_a_bank_the_window_offers_the_ways_in(start: Start) -> None:
    window = start().window
    assert window.pages.currentWidget() is window.start
    names = {button.accessibleName() for button in window.start.findChildren(QPushButton) if button.isVisible()}
    assert {"Open bank", "New bank", "Make the demonstration bank"} <= names
    assert not window.tree.isVisible()
    assert not window.actions_table["find"].isEnabled()


def test_a_bank_opened_before_is_offered_again(start: Start, bank_file: Path, qtbot: QtBot) -> None:
    window = opened(start(), bank_file, qtbot)
    window.actions_table["close"].trigger()
    assert window.pages.currentWidget() is window.start
    recent = next(
        button for button in window.start.findChildren(QPushButton) if button.accessibleName() == bank_file.name
    )
    QTest.mouseClick(recent, LEFT)
    qtbot.waitUntil(lambda: window.now.storage is not None, timeout=WAIT_MS)


@pytest.mark.parametrize("damage", ["not there", "a text", "cut short", "empty"])
def test_what_is_wrong_with_a_file_is_said_on_the_start_page(
    damage: str, start: Start, bank_file: Path, qtbot: QtBot
) -> None:
    window = start().window
    if damage == "not there":
        bank_file.unlink()
    elif damage == "a text":
        bank_file.write_text("barcode,box\n", encoding="utf-8")
    elif damage == "empty":
        bank_file.write_bytes(b"")
    else:
        whole = bank_file.read_bytes()
        bank_file.write_bytes(whole[: len(whole) // 2])
    left = bank_file.read_bytes() if bank_file.exists() else b""
    window.open_bank(bank_file)
    qtbot.waitUntil(lambda: bool(window.start.bar.text), timeout=WAIT_MS)
    assert bank_file.name in window.start.bar.text
    assert window.pages.currentWidget() is window.start
    assert window.now.storage is None
    assert (bank_file.read_bytes() if bank_file.exists() else b"") == left


def test_the_other_language_is_spoken_at_once_and_nothing_is_lost(start: Start, bank_file: Path, qtbot: QtBot) -> None:
    program = start()
    window = opened(program, bank_file, qtbot)
    window.selection.go(View(Showing.HISTORY))
    window.language_chosen.emit("fr")
    french = program.window
    assert french is not window
    qtbot.waitUntil(lambda: french.now.storage is not None, timeout=WAIT_MS)
    assert french.selection.view == View(Showing.HISTORY)
    assert french.pages.history.head.title.text() == "Historique"
    assert french.tree.model.of(ALL_STORAGE).data() == "Ensemble"
    assert french.search.edit.placeholderText().startswith("Scanner")


def test_the_barcode_can_be_copied(box_shown: MainWindow, qtbot: QtBot) -> None:
    window = box_shown
    assert window.box.box is not None
    tube = window.box.box.tubes[0]
    click_tube(window, tube.row, tube.column)
    qtbot.waitUntil(lambda: window.inspector.card is not None, timeout=WAIT_MS)
    window.actions_table["copy barcode"].trigger()
    assert QGuiApplication.clipboard().text() == tube.barcode


def test_the_status_bar_says_what_was_checked_and_no_more(window: MainWindow, qtbot: QtBot) -> None:
    facts = window.now.facts
    assert facts is not None
    assert facts.events > 1_000
    assert window.status.history == f"Newest 1,000 of {facts.events:,} events verified"
    window.actions_table["verify"].trigger()
    assert window.status.history == "Verifying the bank…"
    qtbot.waitUntil(lambda: window.status.history == f"History verified, {facts.events:,} events", timeout=60_000)
    assert "whole" in window.bar.text


def test_a_check_says_how_far_it_is_and_can_be_cancelled(window: MainWindow, qtbot: QtBot) -> None:
    facts = window.now.facts
    assert facts is not None
    window.actions_table["verify"].trigger()
    qtbot.waitUntil(lambda: window.status.history.startswith("Verifying the bank: "), timeout=60_000)
    assert window.status.stop.isVisible()
    QTest.mouseClick(window.status.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.status.stop.isVisible(), timeout=WAIT_MS)
    assert window.status.history == f"Newest 1,000 of {facts.events:,} events verified"
    assert window.bar.text == ""
    window.actions_table["verify"].trigger()
    qtbot.waitUntil(lambda: window.status.history == f"History verified, {facts.events:,} events", timeout=60_000)


def test_a_new_bank_is_made_and_opened(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start()
    window = program.window
    path = tmp_path / "fresh.freezer"
    program.dispatcher.work(lambda: make_bank(path, "Fresh", "Ada"), lambda _made: window.open_bank(path), owner=window)
    qtbot.waitUntil(lambda: window.now.facts is not None, timeout=WAIT_MS)
    assert window.windowTitle().startswith("Fresh")
    assert window.storage.cards == {}


def test_a_new_bank_asks_for_all_it_needs(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = NewBankDialog("Ada", tmp_path)
    qtbot.addWidget(dialog)
    make = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Make bank")
    assert not make.isEnabled()
    QTest.keyClicks(dialog.name, "DNA and cells")
    assert make.isEnabled()
    assert dialog.path == tmp_path / "dna-and-cells.freezer"
    dialog.path.write_bytes(b"")
    QTest.keyClicks(dialog.operator, " L")
    assert not make.isEnabled()


def controls(widget: QWidget) -> Iterator[QWidget]:
    """Every visible part that the keyboard or a screen reader can reach."""
    for part in widget.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            yield part


def unnamed(widget: QWidget) -> list[str]:
    found = []
    for part in controls(widget):
        interface = QAccessible.queryAccessibleInterface(part)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not (name or part.accessibleName() or part.property("text")):
            found.append(f"{type(part).__name__} {part.objectName()}")
    return found


def test_every_control_of_every_page_has_a_name(box_shown: MainWindow, box: ContainerRow, qtbot: QtBot) -> None:
    window = box_shown
    assert window.box.box is not None
    tube = window.box.box.tubes[0]
    views = [
        View(Showing.STORAGE),
        View(Showing.CONTAINER, box.id),
        View(Showing.CONTAINER, box.parent_id),
        View(Showing.LIST),
        View(Showing.HISTORY),
    ]
    for view in views:
        window.selection.go(view, tube.id)
        qtbot.wait(150)
        assert unnamed(window) == [], view


def test_every_control_of_every_dialog_has_a_name(start: Start, tmp_path: Path, qtbot: QtBot) -> None:
    program = start()
    window = program.window
    for dialog in (
        NewBankDialog("Ada", tmp_path, window),
        DemonstrationDialog(lambda path, tubes: [], tmp_path, window),
        PreferencesDialog(program.look, program.settings, window),
        AboutDialog(tmp_path / "freezerapp.log", window),
        ShortcutsDialog(window.actions_table, window),
        FaultDialog("details", None, window),
    ):
        dialog.show()
        assert unnamed(dialog) == [], type(dialog).__name__
        assert dialog.windowTitle()
        dialog.close()


def test_everything_can_be_reached_by_tab(box_shown: MainWindow, qtbot: QtBot) -> None:
    window = box_shown
    window.tree.tree.setFocus()
    reached: set[QWidget] = set()
    for _ in range(60):
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(focused)
        QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_Tab)
    assert window.box.view in reached
    assert window.search.edit in reached
    assert window.tree.tree in reached
    assert any(isinstance(part, QAbstractItemView) for part in reached)


def test_the_window_stays_alive_while_much_is_asked(window: MainWindow, qtbot: QtBot) -> None:
    """Answers are slow on purpose; the window's own thread never waits for them."""
    slowest = 0.0
    for number in range(20):
        begun = time.perf_counter()
        window.search.edit.setText(f"MC{number}")
        window.search._on_edited(f"MC{number}")
        slowest = max(slowest, time.perf_counter() - begun)
    assert slowest < 0.05


def test_a_bank_that_was_moved_is_told_and_nothing_is_written(
    window: MainWindow, bank_file: Path, qtbot: QtBot
) -> None:
    copy = Path(shutil.move(bank_file, bank_file.with_name("elsewhere.freezer")))
    window.open_bank(bank_file)
    qtbot.waitUntil(lambda: bool(window.start.bar.text), timeout=WAIT_MS)
    assert not bank_file.exists()
    assert copy.exists()
