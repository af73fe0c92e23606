"""A start brings in what is seen and nothing that nobody asked for yet; it is looked at in a program of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.ui import first_key
from freezerapp.ui.first_key import FirstKey
from tests.ui.conftest import WAIT_MS, ended, opened, started

ROOT = Path(__file__).resolve().parents[2]

NOT_FOR_A_WINDOW = (
    "sqlalchemy",
    "sqlite3",
    "freezerapp.storage.database",
    "freezerapp.ui.furniture",
    "freezerapp.ui.workbench",
    "freezerapp.wording.sentences",
)
"""What the bare window does without, since it is painted before any bank is opened."""

NOT_FOR_LOOKING = (
    # What draws, reads and sends paper
    "reportlab",
    "zxingcpp",
    "barcode",
    "pypdfium2",
    "PIL",
    "freezerapp.documents",
    # Files in and out
    "freezerapp.exchange",
    "xlsxwriter",
    "charset_normalizer",
    # Changes, and what only they need
    "alembic",
    "freezerapp.commands",
    "freezerapp.storage.ledger",
    "freezerapp.storage.writing",
    "freezerapp.storage.verifying",
    "freezerapp.storage.text_index",
    "freezerapp.storage.migrating",
    "freezerapp.storage.migrations",
    "freezerapp.storage.records",
    # Shipments and pick lists
    "freezerapp.domain.shipment",
    "freezerapp.domain.manifest",
    "freezerapp.storage.parcel_schema",
    "freezerapp.storage.parcels",
    "freezerapp.storage.listed",
    "freezerapp.storage.rows.shipments",
    "freezerapp.storage.rows.manifests",
    # Dialogs, and what comes with the first scan, the first label or the first refusal
    "freezerapp.ui.dialogs",
    "freezerapp.ui.window_dialogs",
    "freezerapp.ui.label_desk",
    "freezerapp.ui.labelling",
    "freezerapp.ui.printing",
    "freezerapp.ui.scanner",
    "freezerapp.ui.scan_work",
    "freezerapp.ui.sounds",
    "freezerapp.ui.panes.history",
    "freezerapp.ui.panes.pick",
    "freezerapp.ui.panes.picks",
    "freezerapp.ui.panes.shipment",
    "freezerapp.ui.panes.shipments",
    "freezerapp.ui.shipping",
    "freezerapp.ui.parcel_desk",
    "freezerapp.ui.pick_desk",
    "freezerapp.wording.sentences",
    "PySide6.QtPrintSupport",
    "PySide6.QtNetwork",
    # What the database library would bring in for others
    "ssl",
    "email",
    "asyncio.events",
    "sqlalchemy.orm",
    "sqlalchemy.ext",
)
"""What somebody who looks at a box and searches does without."""

MOST_OF_OURS = 190
"""So many of our own modules come before the first box and the first results; a new room of the window comes with its
first use (as in ``furniture.py`` and ``window_dialogs.py``)."""

NOT_BY_OURS = frozenset({"freezerapp.commands.history"})
"""Of these rooms but needed to look: the names of the commands in the history."""

PROGRAM = """
import json, sys
from pathlib import Path
from tests.bench.bench_start import ours, until

program = ours()
shown = program.window
shown.show()
shown.grab()
bank = sys.argv[1]
if bank:
    from freezerapp.ui.selection import Showing, View

    shown.open_bank(Path(bank))
    until(lambda: shown.now.storage is not None)
    shown.selection.go(View(Showing.CONTAINER, shown.now.storage.boxes[0]))
    until(lambda: shown.box.view.picture is not None and shown.box.view.picture.cells)
    shown.search.seek()
    shown.search.edit.setText("visit:V01")
    shown.search.edit.textEdited.emit("visit:V01")
    until(lambda: shown.search.hits.rowCount() > 0)
print(json.dumps(sorted(name for name, module in sys.modules.items() if getattr(module, "__spec__", None))))
sys.stdout.flush()
program.dispatcher.stop()
"""
"""Whether a module is here is told by its spec: a stand-in has none."""


def run(program: str, *words: str, folder: Path) -> str:
    """What a Python of its own prints."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "BENCH_FOLDER": str(folder), "PYTHONPATH": str(ROOT)}
    for key in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
        environment[key] = str(folder)
    command = [sys.executable, "-c", program, *words]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, cwd=folder, timeout=120)
    assert done.returncode == 0, done.stderr
    return done.stdout


def among(loaded: list[str], unwanted: tuple[str, ...]) -> list[str]:
    """The loaded modules that are unwanted, or in a room that is."""
    rooms = tuple(f"{name}." for name in unwanted)
    found = [name for name in loaded if name in unwanted or name.startswith(rooms)]
    empty = {"freezerapp.commands", "freezerapp.exchange", "freezerapp.documents"}
    return [name for name in found if name not in NOT_BY_OURS and name not in empty]


def test_the_bare_window_brings_in_no_database_library_and_no_panes(tmp_path: Path) -> None:
    loaded = json.loads(run(PROGRAM, "", folder=tmp_path).splitlines()[-1])
    assert "freezerapp.ui.main_window" in loaded
    assert among(loaded, NOT_FOR_A_WINDOW) == []


def test_looking_at_a_box_and_searching_bring_in_nothing_of_other_work(bank_file: Path, tmp_path: Path) -> None:
    loaded = json.loads(run(PROGRAM, str(bank_file), folder=tmp_path).splitlines()[-1])
    assert {"sqlalchemy", "freezerapp.ui.panes.box", "freezerapp.storage.finding"} <= set(loaded)
    assert among(loaded, NOT_FOR_LOOKING) == []
    ours = [name for name in loaded if name.startswith("freezerapp")]
    assert 100 < len(ours) <= MOST_OF_OURS, ours


def test_everything_that_must_not_come_at_a_start_is_there_to_come(tmp_path: Path) -> None:
    names = [name for name in NOT_FOR_LOOKING + NOT_FOR_A_WINDOW if name.startswith("freezerapp.")]
    for name in names:
        path = ROOT.joinpath(*name.split("."))
        assert path.is_dir() or path.with_suffix(".py").is_file(), f"{name} has another name now"


UNASKED = """
import sys
from freezerapp.storage.unasked import StandIn, leave_unasked_for_later

leave_unasked_for_later()
import sqlalchemy
from sqlalchemy import create_engine, text

with create_engine("sqlite://").connect() as connection:
    assert connection.execute(text("SELECT 1")).scalar() == 1
assert isinstance(sys.modules["asyncio"], StandIn) and "ssl" not in sys.modules
assert isinstance(sys.modules["importlib.metadata"], StandIn) and "email" not in sys.modules
stood = sys.modules["asyncio"]
"""


def test_what_waits_comes_when_it_is_used(tmp_path: Path) -> None:
    used = """
import asyncio
import importlib.metadata
from threading import Thread

told = []
both = [Thread(target=lambda: told.append(importlib.metadata.version("sqlalchemy"))) for _ in range(8)]
for thread in both:
    thread.start()
for thread in both:
    thread.join()
assert told == [sqlalchemy.__version__] * 8, told

async def seven():
    await asyncio.sleep(0)
    return 7

from sqlalchemy.util import concurrency
waiting = seven()
assert concurrency.iscoroutine(waiting) and not concurrency.iscoroutine(7)
assert asyncio.run(waiting) == 7
assert not isinstance(sys.modules["asyncio"], StandIn) and stood.sleep is sys.modules["asyncio"].sleep
from sqlalchemy.dialects.sqlite import aiosqlite
assert aiosqlite.dialect.driver == "aiosqlite"
print("whole")
"""
    assert run(UNASKED + used, folder=tmp_path).splitlines()[-1] == "whole"


@pytest.fixture
def shown(qtbot: QtBot) -> QWidget:
    """A window that is shown, with the keyboard in its one field."""
    window = QWidget()
    field = QLineEdit(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(lambda: window.isActiveWindow())
    field.setFocus()
    return window


def test_the_first_key_wakes_before_it_is_typed(shown: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = shown.findChild(QLineEdit)
    assert typed is not None
    monkeypatch.setattr(first_key, "AT_MOST_MS", 60_000)
    seen: list[str] = []
    FirstKey(shown, lambda: seen.append(typed.text()))
    assert seen == []
    for letter in "ab":
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier, letter)
        QApplication.sendEvent(shown.windowHandle(), event)
    assert seen == [""], "woken once, and while nothing of it was typed yet"
    assert typed.text() == "ab"


def test_a_scan_right_at_the_start_is_heard_whole(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, bank_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(first_key, "AT_MOST_MS", 60_000)
    program = started(qapp, qtbot, tmp_path / "settings.ini", awake=False)
    try:
        window = opened(program, bank_file, qtbot)
        assert "scanner" not in vars(program), "nothing woke it yet"
        window.activateWindow()
        qtbot.waitUntil(lambda: window.isActiveWindow())
        window.search.edit.setFocus()
        for number, letter in enumerate("MC0000000003\r"):
            key = Qt.Key.Key_Return.value if letter == "\r" else ord(letter)
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
                event.setTimestamp(1_000 + 5 * number)
                QApplication.sendEvent(window.windowHandle(), event)
        qtbot.waitUntil(lambda: window.selection.specimen is not None, timeout=WAIT_MS)
        assert window.search.edit.text() == ""
    finally:
        ended(qapp, [program])


def test_it_wakes_without_a_key_too(shown: QWidget, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(first_key, "AT_MOST_MS", 20)
    seen: list[int] = []
    FirstKey(shown, lambda: seen.append(1))
    qtbot.waitUntil(lambda: seen == [1])
    qtbot.wait(60)
    assert seen == [1]


def test_in_a_window_that_is_not_shown_it_wakes_at_once(qtbot: QtBot) -> None:
    window, seen = QWidget(), [0]
    qtbot.addWidget(window)
    FirstKey(window, lambda: seen.append(1))
    assert seen == [0, 1]
