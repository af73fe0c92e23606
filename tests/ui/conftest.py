"""What the tests of the window share: a small demonstration bank, made once, and the program on a copy of it."""

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.app import Program
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.settings import INSPECTOR_SHOWN, LANGUAGE, SOUNDS, THEME, Settings

TUBES = 600
WAIT_MS = 10_000


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a small demonstration bank; copied by whoever opens it."""
    from freezerapp.commands.demonstration.build import build

    path = tmp_path_factory.mktemp("demonstration") / "small.freezer"
    build(path, TUBES)
    return path


@pytest.fixture
def bank_file(demonstration: Path, tmp_path: Path) -> Path:
    """A copy of the demonstration, this test's own."""
    return Path(shutil.copy(demonstration, tmp_path / "trial.freezer"))


Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Start]:
    """Starts the program with settings of its own; nothing is open yet."""
    programs: list[Program] = []

    def begin(language: str = "en", size: tuple[int, int] = (1440, 900)) -> Program:
        program = started(qapp, qtbot, tmp_path / "settings.ini", language, size)
        programs.append(program)
        program.scanner.pause()  # these tests type faster than any scanner
        return program

    yield begin
    ended(qapp, programs)


def started(
    qapp: QApplication,
    qtbot: QtBot,
    file: Path,
    language: str = "en",
    size: tuple[int, int] = (1440, 900),
    *,
    awake: bool = True,
) -> Program:
    """A program with its window shown; settings are in a file of its own.

    ``awake``: the scanner is, since keys of tests mostly go to a widget and not through the window of the system.
    """
    settings = Settings(file)
    settings.put(THEME, "light")
    settings.put(LANGUAGE, language)
    settings.put(INSPECTOR_SHOWN, 1)
    settings.put(SOUNDS, 0)
    program = Program(qapp, settings)
    program.dispatcher.failed.connect(lambda error: pytest.fail(f"on a thread: {error!r}"))
    program.window.resize(*size)
    program.window.show()
    qtbot.waitUntil(lambda: program.window.furnished)
    assert not awake or not program.scanner.paused
    return program


def ended(qapp: QApplication, programs: list[Program]) -> None:
    """All of it is taken down, on this thread and at once."""
    for program in programs:
        program.scanner.stop()
        program.dispatcher.stop()
        program.tidying.stop()
        program.window.close()
        program.languages.forget()
        program.window.deleteLater()
        program.look.deleteLater()
        program.deleteLater()
    QLocale.setDefault(QLocale("en_GB"))
    qapp.processEvents()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()


@pytest.fixture
def window(start: Start, bank_file: Path, qtbot: QtBot) -> MainWindow:
    """The window on the small bank, everything of it shown."""
    return opened(start(), bank_file, qtbot)


def opened(program: Program, path: Path, qtbot: QtBot) -> MainWindow:
    """Open a bank and wait until its storage is shown."""
    window = program.window
    window.open_bank(path)
    qtbot.waitUntil(lambda: window.now.storage is not None and window.now.facts is not None, timeout=WAIT_MS)
    return window
