"""How long until the first page of 10,000 labels is seen, from the order to print on: the first time in a sitting too.

Run it: ``.venv/bin/python tests/bench/bench_preview.py``. Wall time, from the call behind the action to the end of the
paint in which the page is there, in the full demonstration bank. Each sitting is a process of its own, that has been
open for a while, as whoever prints first looks for what to print; the first and the later times are told apart.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from freezerapp.ui.hands import Seen
    from freezerapp.ui.main_window import MainWindow

LABELS = 10_000
SITTINGS, LATER = 5, 4
OPEN_S, REST_S, PATIENCE_S = 12.0, 1.5, 60.0
REACH_S, AIM = 0.300, 1 / 3
SIZE = 1440, 900


def sitting(bank: str, folder: str) -> list[list[float]]:
    """Wall and CPU seconds of each of several prints that are looked at and given up."""
    from PySide6.QtWidgets import QApplication

    from freezerapp.app import Program
    from freezerapp.ui.quick_start import leave_rubbish, leave_spellings_alone
    from freezerapp.ui.settings import Settings

    leave_rubbish()
    leave_spellings_alone()
    program = Program(QApplication([]), Settings(Path(folder) / "settings.ini"))
    window = program.window
    window.resize(*SIZE)
    window.show()
    until(lambda: window.furnished)
    window.open_bank(Path(bank))
    until(lambda: window.now.storage is not None and window.box.work.is_ready)
    rest(OPEN_S)
    tubes = chosen(window)
    taken = [looked_at(window, tubes) for _ in range(LATER + 1)]
    program.scanner.stop()
    program.dispatcher.stop()
    window.close()
    return taken


def chosen(window: "MainWindow") -> "tuple[Seen, ...]":
    """The first tubes of the bank."""
    from sqlalchemy import text

    from freezerapp.ui.hands import Seen

    bank = window.doing._dispatcher.bank
    assert bank is not None
    with bank.reading() as reader:
        rows = reader.connection.execute(
            text("SELECT id, barcode FROM specimen WHERE status = 'stored' ORDER BY id LIMIT :count"), {"count": LABELS}
        ).all()
    assert len(rows) == LABELS
    return tuple(Seen(row[0], row[1]) for row in rows)


def looked_at(window: "MainWindow", tubes: "tuple[Seen, ...]") -> list[float]:
    """Ask for the labels, see the first page, and close it."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QPaintEvent

    from freezerapp.ui.widgets.page_preview import PagePreview

    loop = QEventLoop()
    ended: list[float] = []
    paint = PagePreview.paintEvent

    def painted(preview: PagePreview, event: QPaintEvent) -> None:
        paint(preview, event)
        if preview._image is not None and not ended:
            ended.extend((time.perf_counter(), time.process_time()))
            loop.quit()

    PagePreview.paintEvent = painted  # type: ignore[method-assign]
    started = time.perf_counter(), time.process_time()
    window.workbench._panes.labels.print(tubes, None)
    QTimer.singleShot(30_000, loop, loop.quit)
    loop.exec()
    PagePreview.paintEvent = paint  # type: ignore[method-assign]
    assert ended, "no page was seen"
    close(window)
    return [ended[0] - started[0], ended[1] - started[1]]


def close(window: "MainWindow") -> None:
    """Close the dialog, and let what it asked for come to an end."""
    from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog

    dialog = window.findChild(PrintLabelsDialog)
    assert dialog is not None
    assert dialog.page is not None
    assert len(dialog.page.chosen.ids) + len(dialog.page.chosen.held) == LABELS
    dialog.reject()
    rest(REST_S)
    assert window.findChild(PrintLabelsDialog) is None


def until(seen: Callable[[], bool]) -> None:
    """Let the window work until something is seen."""
    end = time.monotonic() + PATIENCE_S
    while not seen():
        assert time.monotonic() < end, "took too long"
        rest(0.02)


def rest(seconds: float) -> None:
    """Let the window and its threads work; Qt's own qWait would keep the threads from running."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop, loop.quit)
    loop.exec()


def child(bank: Path) -> list[list[float]]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        for key in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            environment[key] = folder
        words = [sys.executable, __file__, str(bank), folder]
        done = subprocess.run(words, capture_output=True, text=True, env=environment, cwd=ROOT)
        assert done.returncode == 0, done.stderr
        taken: list[list[float]] = json.loads(done.stdout.splitlines()[-1])
        return taken


def main() -> int:
    """Print the figures; 1 if one is over its limit."""
    import compileall

    # As an installed program has it; without, Python would compile our modules at each start.
    compileall.compile_dir(ROOT / "freezerapp", quiet=2)
    from freezerapp.commands.demonstration.build import build
    from tests.bench.figures import Figure, show

    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as folder:
        bank = Path(folder) / "bank.freezer"
        build(bank)
        sittings = [child(bank) for _ in range(SITTINGS)]
    figures = []
    for name, taken in (
        ("the first time in a sitting", [each[0] for each in sittings]),
        ("later", [one for each in sittings for one in each[1:]]),
    ):
        wall = sorted(each[0] for each in taken)
        spent = statistics.median(each[1] for each in taken)
        note = f"wall time of {len(wall)}: {wall[0] * 1000:.0f} to {wall[-1] * 1000:.0f} ms; CPU {spent * 1000:.0f} ms"
        title = f"first page of {LABELS:,} labels, {name}"
        figures.append(Figure(title, statistics.median(wall), REACH_S, 1.0, AIM, note))
    show(figures)
    return int(any(each.ours > each.limit for each in figures))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(sitting(*sys.argv[1:])), flush=True)
        os._exit(0)
    sys.exit(main())
