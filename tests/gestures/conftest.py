"""What gestures share: the real window on a demonstration bank of 1,000 tubes, and the bank verified at the end."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.app import Program
from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.box_pair import BoxPair
from freezerapp.ui.widgets.box_view import BoxView
from tests.at_the_bench import Person
from tests.painted_box import HOLD, Dragged, a_box, ready
from tests.ui.conftest import ended, opened, started

TUBES = 1_000


@pytest.fixture(scope="session")
def thousand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a demonstration bank of 1,000 tubes; copied by whoever opens it."""
    from freezerapp.commands.demonstration.build import build

    path = tmp_path_factory.mktemp("thousand") / "thousand.freezer"
    build(path, TUBES)
    return path


@pytest.fixture
def bank_file(thousand: Path, tmp_path: Path) -> Iterator[Path]:
    """A copy, this test's own; it must be whole, to the last event, when the test is over."""
    from freezerapp.storage.verifying import verify

    path = Path(shutil.copy(thousand, tmp_path / "trial.freezer"))
    yield path
    assert list(verify(path)) == []


People = Callable[..., Person]


@pytest.fixture
def people(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, bank_file: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[People]:
    """Starts a window on the bank, or on another one, for one more person."""
    programs: list[Program] = []

    def begin(language: str = "en", size: tuple[int, int] = (1440, 900), bank: Path | None = None) -> Person:
        program = started(qapp, qtbot, tmp_path / f"settings-{len(programs)}.ini", language, size)
        programs.append(program)
        window = opened(program, bank or bank_file, qtbot)
        qtbot.waitUntil(lambda: window.box.work.is_ready, timeout=15_000)
        window.activateWindow()
        return Person(program, qtbot, monkeypatch)

    yield begin
    ended(qapp, programs)


@pytest.fixture
def person(people: People) -> Person:
    """One person at one window."""
    return people()


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    """The light look, for boxes that stand in no window."""
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.deleteLater()


@pytest.fixture
def view(qtbot: QtBot, look: Look) -> BoxView:
    """One box with the keyboard."""
    view = ready(BoxView(look, hold_ms=HOLD))
    qtbot.addWidget(view)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


@pytest.fixture
def two(qtbot: QtBot, look: Look) -> Iterator[tuple[BoxView, BoxView]]:
    """Two boxes side by side, the first with the keyboard."""
    page = QWidget()
    qtbot.addWidget(page)
    row = QHBoxLayout(page)
    left, right = ready(BoxView(look, hold_ms=HOLD)), ready(BoxView(look, hold_ms=HOLD))
    right.show_picture(a_box(key=2, tubes=9))
    row.addWidget(left)
    row.addWidget(right)
    BoxPair((left, right), page)
    page.resize(1200, 600)
    page.show()
    page.activateWindow()
    left.setFocus()
    qtbot.waitUntil(left.hasFocus)
    yield left, right
    page.hide()


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch) -> Dragged:
    """What was dragged out of a box."""
    return Dragged(monkeypatch)
