"""How long the window stands still while one works: the longest step of its own thread, gesture by gesture.

Run it: ``.venv/bin/python tests/bench/bench_pauses.py``. On the full demonstration bank of 53,510 tubes; CPU time of
the window's thread between two beats of a timer, since another program may have the machine in between.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from freezerapp.app import Program
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.settings import Settings
from tests.bench.figures import Figure, show

REACH_MS, BEAT_MS = 100.0, 2


class Heart:
    """Beats in the window's thread; a beat that comes late tells of a pause."""

    def __init__(self) -> None:
        self._timer = QTimer()
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._last = time.thread_time()
        self.longest = 0.0
        self._timer.start()

    def _beat(self) -> None:
        now = time.thread_time()
        self.longest = max(self.longest, now - self._last)
        self._last = time.thread_time()

    def begin(self) -> None:
        self._last, self.longest = time.thread_time(), 0.0


def until(done: Callable[[], object], patience_ms: int = 60_000) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not done():
        assert clock.elapsed() < patience_ms, "took too long"
        QApplication.processEvents()
        time.sleep(0.0005)


def main() -> None:
    from freezerapp.commands.demonstration.build import build

    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as folder:
        bank = Path(folder) / "bank.freezer"
        build(bank)
        show(figures(bank, Path(folder)))
    os._exit(0)


def figures(bank: Path, folder: Path) -> list[Figure]:
    """One line for each gesture: its longest pause against what a hand feels."""
    program = Program(QApplication([]), Settings(folder / "settings.ini"))
    window = program.window
    window.resize(1440, 900)
    window.show()
    until(lambda: window.furnished)
    heart = Heart()
    found: list[Figure] = []

    def gesture(name: str, do: Callable[[], object], done: Callable[[], object]) -> None:
        heart.begin()
        do()
        until(done)
        until(lambda: not window.doing.is_busy)
        QTest.qWait(400)  # what follows a change: counts, tree, history
        found.append(Figure(name, heart.longest, REACH_MS / 1000, 1.0, 0.5, ""))

    gesture("open the bank", lambda: window.open_bank(bank), lambda: window.now.facts is not None)
    storage = window.now.storage
    assert storage is not None
    rows = [storage.containers[key] for key in storage.boxes]
    boxes = sorted((row for row in rows if row.status == "in place"), key=lambda row: -row.tubes)
    kind = (boxes[0].code or "").partition("-")[0]
    other = next(row for row in boxes if row.free > 12 and (row.code or "").startswith(kind + "-"))

    def at(key: int) -> bool:
        return window.box.box is not None and window.box.box.container_id == key

    gesture("open a box", lambda: window.selection.go(View(Showing.CONTAINER, boxes[0].id)), lambda: at(boxes[0].id))
    gesture("put a second box beside", lambda: window.selection.put_beside(other.id), lambda: window.second.feed.rows)
    view = window.box.view
    gesture("choose all", lambda: window.actions_table["select all"].trigger(), lambda: view.selection)
    gesture("colour by visit", lambda: colour(window, 1), lambda: True)
    gesture("colour by material", lambda: colour(window, 0), lambda: True)
    chosen = sorted(view.selection)[:12]
    view.select(chosen)
    bench = window.strip.things
    gesture("take out 12", lambda: window.actions_table["take out"].trigger(), lambda: len(bench.things) >= 12)
    gesture("undo", lambda: window.actions_table["undo"].trigger(), lambda: window.doing.redo_text)
    gesture("redo", lambda: window.actions_table["redo"].trigger(), lambda: not window.doing.is_busy)
    gesture("put back", window.strip.put_back_now, lambda: not window.doing.is_busy)
    rack = next(key for key in storage.path(boxes[0].id) if storage.containers[key].kind == "rack")
    gesture("take out a rack", lambda: window.doing and window.workbench.hands.take_out_container(rack), asked(window))
    gesture("confirm it", window.doing.telling.confirm, lambda: not window.doing.is_busy)
    gesture("undo it", lambda: window.actions_table["undo"].trigger(), lambda: not window.doing.is_busy)
    gesture("type a search", lambda: typed(window, "visit:V01"), lambda: window.search.hits.rowCount())
    gesture("list all tubes", lambda: window.actions_table["specimens"].trigger(), lambda: rows_in_list(window))
    gesture("history", lambda: window.actions_table["history"].trigger(), lambda: window.pages.history.table.rowCount())
    gesture("by gestures", lambda: window.pages.history.show_by(1), lambda: True)
    gesture("all storage", lambda: window.actions_table["all storage"].trigger(), lambda: True)
    return found


def asked(window: MainWindow) -> Callable[[], object]:
    return lambda: window.doing.telling.is_asking


def rows_in_list(window: MainWindow) -> int:
    return window.pages.found.model.rowCount()


def colour(window: MainWindow, number: int) -> None:
    """Choose from the menu by which fact tubes are coloured."""
    menu = window.box.options.menu()
    [action for action in menu.actions() if action.isCheckable()][number].trigger()


def typed(window: MainWindow, text: str) -> None:
    window.search.seek()
    window.search.edit.setText(text)
    window.search.edit.textEdited.emit(text)


if __name__ == "__main__":
    main()
