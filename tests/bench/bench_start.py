"""How long until the window is there, and until the first box is shown and a search answers.

Run it: ``.venv/bin/python tests/bench/bench_start.py``. CPU time of a fresh process for each try, from its first
statement on; the limits are a bare PySide6 window, and that with SQLAlchemy imported and one SELECT made. Each try
starts all four, one after the other, and the try with the middle ratio is told: machines do not keep their speed.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TRIES = 9
QUERY = "visit:V01"


def bare() -> None:
    """A window with a line of text, painted."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("FreezerApp"))
    window.resize(1440, 900)
    window.show()
    window.grab()
    tell(application)


def bare_with_sql(bank: str) -> None:
    """The same, SQLAlchemy and one SELECT."""
    from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.setCentralWidget(QLabel("FreezerApp"))
    window.resize(1440, 900)
    window.show()
    window.grab()
    from sqlalchemy import create_engine, text

    with create_engine(f"sqlite:///{bank}").connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM specimen")).scalar()
    tell(application)


def window() -> None:
    """Our window, painted, with no bank."""
    program = ours()
    program.window.show()  # type: ignore[attr-defined]
    program.window.grab()  # type: ignore[attr-defined]
    tell(program)


def box(bank: str) -> None:
    """Our window with a bank of 53,510 tubes: a box shown, and the first results of a search."""
    program = ours()
    shown = program.window  # type: ignore[attr-defined]
    shown.show()
    shown.grab()
    from freezerapp.ui.selection import Showing, View

    shown.open_bank(Path(bank))
    until(lambda: shown.now.storage is not None)
    tree = shown.now.storage
    shown.selection.go(View(Showing.CONTAINER, tree.boxes[0]))
    until(lambda: shown.box.view.picture is not None and shown.box.view.picture.cells)
    shown.search.seek()
    shown.search.edit.setText(QUERY)
    shown.search.edit.textEdited.emit(QUERY)
    until(lambda: shown.search.hits.rowCount() > 0)
    shown.grab()
    tell(program)


def ours() -> object:
    """The program as it starts, with settings of its own."""
    from freezerapp.ui.quick_start import leave_rubbish, leave_spellings_alone

    leave_rubbish()
    import PySide6.QtCore

    leave_spellings_alone()
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    assert PySide6.QtCore

    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, os.environ["BENCH_FOLDER"])
    from freezerapp.app import Program
    from freezerapp.ui.settings import Settings

    return Program(QApplication([]), Settings())


def until(done: object, patience: float = 60.0) -> None:
    """Let the window work until it is so; asleep in between, so that the waiting itself costs next to nothing."""
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + patience
    tick = QTimer()
    tick.start(50)
    while not done():  # type: ignore[operator]
        assert time.monotonic() < end, "took too long"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def tell(_kept: object) -> None:
    print(json.dumps([time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))
    sys.stdout.flush()
    os._exit(0)


def child(name: str, *words: str) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BENCH_FOLDER": folder}
        for key in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            environment[key] = folder
        done = subprocess.run(
            [sys.executable, __file__, name, *words],
            capture_output=True,
            text=True,
            env=environment,
            cwd=ROOT,
        )
        assert done.returncode == 0, done.stderr
        spent, memory = json.loads(done.stdout.splitlines()[-1])
        return spent, memory


def main() -> None:
    import compileall

    # As an installed program has it; without, Python would compile our modules at each start.
    compileall.compile_dir(ROOT / "freezerapp", quiet=2)
    from tests.bench.figures import Figure, show

    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as folder:
        bank = str(Path(folder) / "bank.freezer")
        # In a process of its own: what ours needs at most would count as that of each that it starts.
        subprocess.run([sys.executable, "-m", "freezerapp", "demo", bank], cwd=ROOT, check=True, capture_output=True)
        rounds: list[dict[str, tuple[float, float]]] = []
        for _ in range(TRIES):
            told = {}
            for name in ("bare", "window", "bare_with_sql", "box"):
                told[name] = child(name, *((bank,) if name in ("bare_with_sql", "box") else ()))
            rounds.append(told)
    first = middle(rounds, "window", "bare")
    second = middle(rounds, "box", "bare_with_sql")
    (sql_s, sql_mb), (box_s, box_mb) = second["bare_with_sql"], second["box"]
    show(
        [
            Figure(
                "window painted, no data yet",
                first["window"][0],
                first["bare"][0],
                1.6,
                1.3,
                f"{first['window'][1]:.0f} MB",
            ),
            Figure(
                "first box shown and search answers, 53,510 tubes",
                box_s,
                sql_s,
                2.0,
                1.4,
                f"{box_mb:.0f} MB, {box_mb / sql_mb:.2f} of the limit's {sql_mb:.0f} MB",
            ),
        ]
    )


def middle(rounds: list[dict[str, tuple[float, float]]], ours: str, limit: str) -> dict[str, tuple[float, float]]:
    """The round with the middle ratio of the two."""
    return sorted(rounds, key=lambda told: told[ours][0] / told[limit][0])[len(rounds) // 2]


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    if len(sys.argv) > 1:
        {"bare": bare, "bare_with_sql": bare_with_sql, "window": window, "box": box}[sys.argv[1]](*sys.argv[2:])
    else:
        main()
