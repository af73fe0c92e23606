"""How long it is from "print" with 10,000 tubes chosen until the first page of the preview is on the screen.

Run it: ``.venv/bin/python tests/bench/bench_preview.py``. CPU time of the whole program with all its threads, so that a
busy machine does not count, on a demonstration bank, from the call of the action until the dialog has painted; the
first time of a sitting and later ones apart, the least of several sittings, each in a process of its own. What the
program loads by itself after the start is loaded by then, as for anybody who has found 10,000 tubes.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

TUBES, SITTINGS, LATER = 10_000, 4, 4
REACH_MS, AIM_MS = 300.0, 100.0


def main() -> None:
    from freezerapp.commands.demonstration.build import build

    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as name:
        bank = Path(name, "bank.freezer")
        build(bank, TUBES + 1_000)
        sittings: list[list[float]] = []
        for _ in range(SITTINGS):
            words = [sys.executable, __file__, str(bank), name]
            done = subprocess.run(words, capture_output=True, text=True, check=True, cwd=ROOT)
            sittings.append(json.loads(done.stdout.splitlines()[-1]))
    for what, best in (
        ("first page of a preview, first of a sitting", min(times[0] for times in sittings)),
        ("first page of a preview, later", min(min(times[1:]) for times in sittings)),
    ):
        mark = "aim" if best <= AIM_MS else "reach" if best <= REACH_MS else "OVER"
        print(f"{what:<58} {best:>8.0f} ms {REACH_MS:>8.0f} ms {AIM_MS:>8.0f} ms  {mark}")
    print("all sittings:", "; ".join(" ".join(f"{each:.0f}" for each in times) for times in sittings))


def sitting(bank: Path, folder: Path) -> list[float]:
    """The ms of the first preview of a sitting, then of later ones."""
    from PySide6.QtWidgets import QApplication

    from freezerapp.app import Program
    from freezerapp.ui import questions
    from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
    from freezerapp.ui.hands import Seen
    from freezerapp.ui.settings import Settings
    from freezerapp.ui.workbench import LABELS_MS

    application = QApplication(sys.argv[:1])
    program = Program(application, Settings(folder / f"{os.getpid()}.ini"))
    window = program.window
    window.resize(1440, 900)
    window.show()
    until(lambda: window.furnished)
    program.dispatcher.open(bank)
    until(lambda: window.now.storage is not None and window.now.facts is not None)
    pause(LABELS_MS / 1000 + 3)
    opened = program.dispatcher.bank
    assert opened is not None
    with opened.reading() as reader:
        tubes = tuple(Seen(key, str(key)) for key in questions.ids(reader, "")[:TUBES])
    assert len(tubes) == TUBES
    desk, found = window.workbench._panes.labels, []

    def shown() -> PrintLabelsDialog | None:
        return next((each for each in window.findChildren(PrintLabelsDialog) if each.isVisible()), None)

    for _ in range(1 + LATER):
        started = time.process_time()
        desk.print(tubes, None)
        until(lambda: (dialog := shown()) is not None and dialog.page is not None)
        QApplication.processEvents()  # it is painted
        found.append((time.process_time() - started) * 1000)
        dialog = shown()
        assert dialog is not None
        assert dialog.page is not None
        assert dialog.page.picture is not None
        assert len(dialog.page.chosen.ids) + len(dialog.page.chosen.held) == TUBES
        dialog.reject()
        pause(0.5)
    return found


def until(seen: Callable[[], object]) -> None:
    """Let the program work until something is there."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + 60
    while not seen():
        assert time.monotonic() < end, "it never came"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 5)


def pause(seconds: float) -> None:
    """Let the program work for a while."""
    end = time.monotonic() + seconds
    until(lambda: time.monotonic() >= end)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        print(json.dumps(sitting(Path(sys.argv[1]), Path(sys.argv[2]))), flush=True)
        os._exit(0)
    main()
