"""How long a frame takes while a hand is at work in a box: framing tubes, dragging them over, carrying them by key.

Run it: ``.venv/bin/python tests/bench/bench_gestures.py``. A frame is everything from the mouse event to the last
pixel, in CPU time of this process, so that a busy machine does not count; beside each figure is its ratio to a
bare widget that paints the same positions with their texts. Last comes a drop of 12 tubes in the whole program.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.box_carried import Handling
from freezerapp.ui.widgets.box_drag import mime_for
from freezerapp.ui.widgets.box_view import BoxView
from tests.bench.bench_drop import figure
from tests.bench.bench_paint import BareBox, full_box
from tests.bench.figures import show
from tests.painted_box import a_box, a_handling

FRAMES = 200
FRAME_MS = 1000 / 60
NONE = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
MOVE = Qt.DropAction.MoveAction


class Times(NamedTuple):
    """Milliseconds of all frames of one gesture."""

    name: str
    frames: list[float]

    def show(self, bare: float) -> bool:
        """Print its line; true if the slowest twentieth keeps within a frame."""
        ordered = sorted(self.frames)
        middle, late = statistics.median(ordered), ordered[round(len(ordered) * 0.95) - 1]
        verdict = "kept" if late <= FRAME_MS else "MISSED"
        print(
            f"{self.name:<44}{middle:>8.2f} ms{late:>9.2f} ms{ordered[-1]:>9.2f} ms{FRAME_MS:>9.1f} ms"
            f"{middle / bare:>8.2f}×  {verdict}",
            flush=True,
        )
        return late <= FRAME_MS


def timed(step: Callable[[int], None]) -> list[float]:
    """The milliseconds of each frame, from the event to what it makes Qt paint."""
    taken = []
    for number in range(FRAMES):
        start = time.process_time()
        step(number)
        QApplication.processEvents()
        taken.append((time.process_time() - start) * 1000)
    return taken


def path(view: BoxView, number: int) -> QPointF:
    """A way from corner to corner and back, a new position at most frames."""
    first, last = view.cell_rect(0, 0).center(), view.cell_rect(15, 23).center()
    share = 1 - abs(2 * number / FRAMES - 1)
    return QPointF(first) + QPointF(last - first) * share


def stations(view: BoxView, number: int) -> QPoint:
    """The middle of another position at each frame: along a row, then along the next but one."""
    row, column = divmod(number * 2 % 384, 24)
    return view.cell_rect(row, column).center()


def mouse(view: BoxView, kind: QEvent.Type, at: QPointF) -> None:
    """A real event for the viewport."""
    up = kind == QEvent.Type.MouseButtonRelease
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    buttons = Qt.MouseButton.NoButton if up else LEFT
    event = QMouseEvent(kind, at, view.viewport().mapToGlobal(at), button, buttons, NONE)
    QApplication.sendEvent(view.viewport(), event)


def framing(view: BoxView) -> Times:
    """A frame drawn over more and more tubes, then fewer."""
    start = QPointF(view.cell_rect(0, 0).topLeft())
    mouse(view, QEvent.Type.MouseButtonPress, start)
    frames = timed(lambda number: mouse(view, QEvent.Type.MouseMove, path(view, number)))
    mouse(view, QEvent.Type.MouseButtonRelease, path(view, FRAMES))
    return Times("frame-selection", frames)


def hovering(view: BoxView, rows: int, columns: int) -> Times:
    """Tubes dragged over the box, the landing places painted at every step."""
    view.select((row, column) for row in range(rows) for column in range(columns))
    carried = view._hand.carry.pick(view.selection, (0, 0))
    assert carried is not None
    mime = mime_for(carried)
    enter = QDragEnterEvent(stations(view, 0), MOVE, mime, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), enter)
    assert enter.isAccepted()

    def step(number: int) -> None:
        event = QDragMoveEvent(stations(view, number), MOVE, mime, LEFT, NONE)
        QApplication.sendEvent(view.viewport(), event)

    frames = timed(step)
    view._hand.drag_leaves()
    return Times(f"hover-drag of {rows * columns} tubes", frames)


def carrying(view: BoxView) -> Times:
    """Tubes carried by key, a step each frame."""
    view.select((row, column) for row in range(4) for column in range(6))
    view.set_cursor(0, 0, select=False)
    assert view.pick_up()
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left)

    def step(number: int) -> None:
        QApplication.sendEvent(view, QKeyEvent(QEvent.Type.KeyPress, keys[number % 4], NONE))

    frames = timed(step)
    view.end_carry()
    return Times("24 tubes carried by arrow keys", frames)


def picturing(view: BoxView) -> Times:
    """The box after a drop: another picture of it, 12 tubes elsewhere."""
    pictures = [a_box(16, 24, key=9, tubes=200), a_box(16, 24, key=9, tubes=212)]

    def step(number: int) -> None:
        view.show_picture(pictures[number % 2])

    return Times("12 tubes come or go", timed(step))


def main() -> int:
    """Print the table; 1 if a limit was missed."""
    application = QApplication([])
    look = Look(application, Scheme.LIGHT)
    view = BoxView(look)
    view.resize(1300, 820)
    view.show_picture(a_box(16, 24, key=9, tubes=200))
    view.show()
    view.set_handling(Handling(*a_handling(lambda: view.picture)))
    QApplication.processEvents()
    pitch = view.cell_rect(0, 0).width()
    bare = BareBox(full_box(16, 24), pitch, pitch * look.theme.tube.share, look.theme.type.family)
    bare.resize(view.size())
    bare.show()
    QApplication.processEvents()
    plain = statistics.median(timed(lambda _number: bare.repaint()))
    print(f"16 × 24 positions, {FRAMES} frames each; a bare widget paints them in {plain:.2f} ms")
    print(f"{'gesture':<44}{'median':>11}{'p95':>12}{'slowest':>12}{'limit p95':>12}{'of bare':>9}")
    kept = [times.show(plain) for times in (framing(view), hovering(view, 3, 4), carrying(view), picturing(view))]
    whole = framing(view)
    kept.append(Times("frame-selection again", whole.frames).show(plain))
    kept.append(hovering(view, 8, 12).show(plain))
    view.close()
    dropped = figure(application)
    show([dropped])
    kept.append(dropped.ours <= dropped.limit)
    return 0 if all(kept) else 1


if __name__ == "__main__":
    sys.exit(main())
