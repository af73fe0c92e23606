"""How long after a drop of 12 tubes both boxes are seen as they are then, in the full demonstration bank.

Run it: ``.venv/bin/python tests/bench/bench_drop.py``, or with the other gestures. Wall time, from the drop event to
the end of the later of the two paints: the move is written with its history, both boxes are read anew and drawn.
"""

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QEventLoop, QMimeData, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from freezerapp.app import Program
from freezerapp.storage.rows.storage import ContainerRow
from freezerapp.ui.selection import Showing, View
from freezerapp.ui.settings import DRAG_HOLD, Settings
from freezerapp.ui.widgets.box_picture import Cell, CellState
from freezerapp.ui.widgets.box_view import BoxView
from tests.bench.figures import Figure, show

TUBES = 12
DROPS = 15
REACH_S, AIM = 0.100, 0.5
PATIENCE_S = 30.0
LEFT, NONE, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
MOVE = Qt.DropAction.MoveAction
Cells = frozenset[Cell]


class Eye(QObject):
    """Sees when both boxes have been painted as they should be by now."""

    def __init__(self, wanted: Callable[[BoxView], bool], views: tuple[BoxView, BoxView]) -> None:
        super().__init__()
        self._wanted = wanted
        self._views = views
        self._seen: set[int] = set()
        self._loop = QEventLoop()
        self.at = self.spent = 0.0
        for view in views:
            view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            for number, view in enumerate(self._views):
                if watched is view.viewport() and self._wanted(view):
                    QTimer.singleShot(0, self, lambda number=number: self._painted(number))
        return False

    def wait(self) -> None:
        """Until then."""
        QTimer.singleShot(int(PATIENCE_S * 1000), self._loop, self._loop.quit)
        if len(self._seen) < 2:
            self._loop.exec()
        for view in self._views:
            view.viewport().removeEventFilter(self)
        if len(self._seen) < 2:
            raise TimeoutError("the boxes were not painted anew")

    def _painted(self, number: int) -> None:
        self._seen.add(number)
        if len(self._seen) == 2 and not self.at:
            self.at, self.spent = time.perf_counter(), time.process_time()
            self._loop.quit()


class Took(NamedTuple):
    """Seconds on the clock, and of CPU in all threads: a busy machine makes the first longer."""

    wall: float
    spent: float


class Bench:
    """The window with two boxes side by side."""

    def __init__(self, program: Program, bank: Path) -> None:
        self.window = program.window
        self.window.resize(1600, 950)
        self.window.show()
        until(lambda: self.window.furnished)
        self.window.open_bank(bank)
        until(lambda: self.window.now.storage is not None and self.window.box.work.is_ready)
        here, there = self._boxes()
        self.window.selection.go(View(Showing.CONTAINER, here.id))
        until(lambda: self.window.box.view.picture is not None)
        self.window.selection.put_beside(there.id)
        until(lambda: self.window.second.view.picture is not None)
        until(lambda: not self.window.doing.is_busy, rest_s=0.5)
        self.views = self.window.box.view, self.window.second.view

    def drop(self, source: BoxView, target: BoxView, cells: list[Cell]) -> tuple[Took, list[Cell]]:
        """Drag these tubes over, into the next free positions; gives how long, and where they stand now."""
        started: list[tuple[float, float]] = []
        to = free(target)[0]
        goal = free(target)[: len(cells)]

        def let_go(mime: QMimeData) -> None:
            port, at = target.viewport(), target.cell_rect(*to).center()
            QApplication.sendEvent(port, QDragEnterEvent(at, MOVE, mime, LEFT, CTRL))
            QApplication.sendEvent(port, QDragMoveEvent(at, MOVE, mime, LEFT, CTRL))
            started.append((time.perf_counter(), time.process_time()))
            QApplication.sendEvent(port, QDropEvent(QPointF(at), MOVE, mime, LEFT, CTRL))

        def wanted(view: BoxView) -> bool:
            if view is source:
                return all(state(view, cell) is CellState.EMPTY for cell in cells)
            return all(state(view, cell) is CellState.STORED for cell in goal)

        eye = Eye(wanted, (source, target))
        QDrag.exec = lambda drag, *_: let_go(drag.mimeData()) or Qt.DropAction.IgnoreAction  # type: ignore[method-assign,func-returns-value]
        source.select(cells)
        source.set_cursor(*cells[0], select=False)
        start = source.cell_rect(*cells[0]).center()
        QTest.mousePress(source.viewport(), LEFT, NONE, start)
        QTest.qWait(10)
        QTest.mouseMove(source.viewport(), start + QPoint(30, 30))
        eye.wait()
        QTest.mouseRelease(source.viewport(), LEFT, NONE, start + QPoint(30, 30))
        until(lambda: not self.window.doing.is_busy, rest_s=1.0)
        return Took(eye.at - started[0][0], eye.spent - started[0][1]), goal

    def _boxes(self) -> tuple[ContainerRow, ContainerRow]:
        """Two boxes for the same material, each with enough tubes and enough room."""
        storage = self.window.now.storage
        assert storage is not None
        rows = [row for row in storage.containers.values() if row.holds == "specimens" and row.status == "in place"]
        rows = [row for row in rows if row.tubes >= TUBES and row.free >= TUBES]
        rows.sort(key=lambda row: -row.tubes)
        for number, row in enumerate(rows):
            for other in rows[number + 1 :]:
                if (row.code or "")[:3] == (other.code or "")[:3]:
                    return row, other
        raise LookupError("no two boxes with room")


def state(view: BoxView, cell: Cell) -> CellState:
    """What is drawn in a position."""
    assert view.picture is not None
    return view.picture.cells[cell].state


def free(view: BoxView) -> list[Cell]:
    """The free positions, row by row."""
    assert view.picture is not None
    return [cell for cell in sorted(view.picture.cells) if state(view, cell) is CellState.EMPTY]


def until(seen: Callable[[], bool], rest_s: float = 0.0) -> None:
    """Let the window work until something is seen, and then a while longer."""
    end = time.monotonic() + PATIENCE_S
    while not seen():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(5)
    QTest.qWait(int(rest_s * 1000))


def figure(application: QApplication) -> Figure:
    """The median of several drops, there and back, after one that is not counted."""
    from freezerapp.commands.demonstration.build import build
    from freezerapp.commands.demonstration.schedule import TUBES as ALL

    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as folder:
        bank = Path(folder) / "bank.freezer"
        build(bank, ALL)
        settings = Settings(Path(folder) / "settings.ini")
        settings.put(DRAG_HOLD, 0)
        program = Program(application, settings)
        bench = Bench(program, bank)
        source, target = bench.views
        assert source.picture is not None
        standing = [cell for cell in sorted(source.picture.cells) if state(source, cell) is CellState.STORED]
        cells, taken = standing[:TUBES], list[Took]()
        for _ in range(DROPS + 1):
            took, cells = bench.drop(source, target, cells)
            taken.append(took)
            source, target = target, source
        program.scanner.stop()
        program.dispatcher.stop()
        program.window.close()
    counted = sorted(each.wall for each in taken[1:])
    spent = statistics.median(each.spent for each in taken[1:])
    note = (
        f"wall time; CPU {spent * 1000:.0f} ms; quickest {counted[0] * 1000:.0f}, slowest {counted[-1] * 1000:.0f} ms "
        f"of {len(counted)}; the first ever {taken[0].wall * 1000:.0f} ms"
    )
    return Figure(f"drop of {TUBES} tubes -> both grids repainted", statistics.median(counted), REACH_S, 1.0, AIM, note)


def main() -> int:
    """Print the figure; 1 if it is over its limit."""
    found = figure(QApplication([]))
    show([found])
    return 0 if found.ours <= found.limit else 1


if __name__ == "__main__":
    sys.exit(main())
