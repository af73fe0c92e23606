"""Saves a picture of every screen: drives the real window on a demonstration bank, without a display.

    python packaging/tour.py FOLDER [--bank FILE] [--quick] [--readme]

Light and dark, English and French, at three sizes; a file is named screen-theme-language-WIDTHxHEIGHT.png. The
bank is copied first and a few tubes are taken out of the copy, so that the pictures show work in hand.
"""

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import (  # noqa: E402
    QEventLoop,
    QMessageLogContext,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402

from freezerapp.app import Program  # noqa: E402
from freezerapp.storage.rows.storage import ContainerRow  # noqa: E402
from freezerapp.ui.dialogs.about import AboutDialog  # noqa: E402
from freezerapp.ui.dialogs.demonstration import DemonstrationDialog  # noqa: E402
from freezerapp.ui.dialogs.fault import FaultDialog  # noqa: E402
from freezerapp.ui.dialogs.new_bank import NewBankDialog  # noqa: E402
from freezerapp.ui.dialogs.preferences import PreferencesDialog  # noqa: E402
from freezerapp.ui.dialogs.shortcuts import ShortcutsDialog  # noqa: E402
from freezerapp.ui.main_window import MainWindow  # noqa: E402
from freezerapp.ui.selection import Showing, View  # noqa: E402
from freezerapp.ui.settings import LANGUAGE, THEME, Settings  # noqa: E402

SIZES = ((1440, 900), (1280, 800), (1920, 1080))
THEMES = ("light", "dark")
LANGUAGES = ("en", "fr")
PATIENCE_S = 30
TAKEN_OUT = 4
README = {
    "box-light-en-1440x900.png": "box.png",
    "box-dark-en-1440x900.png": "box-dark.png",
    "storage-lit-light-en-1440x900.png": "storage.png",
    "search-light-en-1440x900.png": "search.png",
    "list-light-en-1440x900.png": "list.png",
}
"""Which pictures of the tour the README shows, and under which names."""


class TourStuck(RuntimeError):
    """The window did not show what it should have shown."""


def main(words: list[str]) -> int:
    """Save all pictures; gives the exit status."""
    parser = argparse.ArgumentParser(description="Save a picture of every screen.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bank", type=Path, help="a demonstration bank (otherwise one is made)")
    parser.add_argument("--quick", action="store_true", help="English, light, one size")
    parser.add_argument("--readme", action="store_true", help="write the pictures of the README too")
    asked = parser.parse_args(words)
    asked.folder.mkdir(parents=True, exist_ok=True)
    application = QApplication([])
    qInstallMessageHandler(complain)
    with tempfile.TemporaryDirectory(prefix="freezerapp-tour-") as own:
        bank = Path(own) / "demonstration.freezer"
        if asked.bank is None:
            make(bank)
        else:
            shutil.copy(asked.bank, bank)
        box, tubes = take_out(bank)
        count = 0
        for theme in THEMES[:1] if asked.quick else THEMES:
            for language in LANGUAGES[:1] if asked.quick else LANGUAGES:
                sizes = SIZES[:1] if asked.quick else SIZES
                tour = Tour(application, Path(own), bank, asked.folder, theme, language)
                for size in sizes:
                    count += tour.walk(size, box, tubes)
                tour.end()
    if asked.readme:
        pictures = ROOT / "resources" / "pictures"
        pictures.mkdir(parents=True, exist_ok=True)
        for name, short in README.items():
            if (asked.folder / name).exists():
                shutil.copy(asked.folder / name, pictures / short)
    print(f"{count} pictures are in {asked.folder}")
    return 0


def make(bank: Path) -> None:
    """Make a demonstration bank of full size."""
    from freezerapp.commands.demonstration.build import build

    build(bank)


def take_out(bank: Path) -> tuple[int, tuple[int, ...]]:
    """Take a few tubes out of a box that shows much: gives the box, and the tubes that were taken out."""
    from freezerapp.commands.check_out import PutBack, TakeOut
    from freezerapp.commands.command import perform
    from freezerapp.storage.database import Database
    from freezerapp.storage.rows.box import box
    from freezerapp.storage.rows.storage import storage

    database = Database.open(bank)
    with database.reading() as reader:
        containers = storage(reader).containers.values()
        rows = [row for row in containers if row.holds == "specimens" and row.status == "in place"]
        found = [(box(reader, row.id), row) for row in rows if worth_seeing(row)]
        best = max(found, key=lambda pair: sum(1 + 5 * bool(t.holds) + (t.known == "declared") for t in pair[0].tubes))
    standing = [tube.id for tube in best[0].tubes if tube.use == "here" and not tube.holds]
    middle = len(standing) // 2
    taken = tuple(standing[middle : middle + TAKEN_OUT])
    perform(database, TakeOut(taken), 1)
    perform(database, PutBack(taken[:1]), 1)
    database.close()
    return best[1].id, taken


def worth_seeing(row: ContainerRow) -> bool:
    """A square box with some free places."""
    return row.layout.rows == 9 and 0.6 <= row.used / max(1, row.total) <= 0.93


class Tour:
    """One theme and language: a program of its own, walked through at several sizes."""

    def __init__(
        self, application: QApplication, own: Path, bank: Path, folder: Path, theme: str, language: str
    ) -> None:
        settings = Settings(own / f"{theme}-{language}.ini")
        settings.put(THEME, theme)
        settings.put(LANGUAGE, language)
        self._bank, self._folder, self._own = bank, folder, own
        self._name = f"{theme}-{language}"
        self._program = Program(application, settings)
        self._program.dispatcher.failed.connect(self._on_failed)
        self._failure: BaseException | None = None

    @property
    def window(self) -> MainWindow:
        """The window of this tour."""
        return self._program.window

    def walk(self, size: tuple[int, int], box: int, tubes: tuple[int, ...]) -> int:
        """Show and save every screen at one size; gives how many pictures that were."""
        window = self.window
        window.resize(*size)
        window.show()
        window.activateWindow()
        until(lambda: window.furnished)
        rest(60)
        count = 0
        for name, show in self._screens(box, tubes):
            show()
            rest(120)
            self._save(window, f"{name}-{self._name}-{size[0]}x{size[1]}")
            count += 1
        if size == SIZES[0]:
            for name, dialog in self._dialogs():
                dialog.show()
                rest(60)
                self._save(dialog, f"{name}-{self._name}")
                dialog.close()
                dialog.deleteLater()
                count += 1
        return count

    def end(self) -> None:
        """Close the program of this tour."""
        self._program.dispatcher.stop()
        self._program.languages.forget()
        self.window.hide()
        self.window.deleteLater()
        self._program.look.deleteLater()
        self._program.deleteLater()
        rest(20)

    def _screens(self, box: int, tubes: tuple[int, ...]) -> Iterator[tuple[str, Callable[[], None]]]:
        """Name of each screen, and what leads to it, in the order of the walk."""
        window = self.window
        go = window.selection.go
        edit = window.search.edit

        def close() -> None:
            window.actions_table["close"].trigger()

        def refuse() -> None:
            stray = self._own / "list.freezer"
            stray.write_text("barcode,box,position\n", encoding="utf-8")
            window.open_bank(stray)
            until(lambda: bool(window.start.bar.text))

        def everything() -> None:
            window.open_bank(self._bank)
            until(lambda: window.now.storage is not None and window.now.facts is not None)
            until(lambda: all(card.unit is not None for card in window.storage.cards.values()))
            rest(400)

        def search(text: str) -> Callable[[], None]:
            def typed() -> None:
                window.search.empty()
                edit.setFocus()
                QTest.keyClicks(edit, text)
                until(lambda: window.search.popup.isVisible() and bool(window.search.hits.hits))
                rest(400)

            return typed

        def lit() -> None:
            search("material:CSF visit:V01")()
            until(lambda: bool(window.selection.lit))
            QTest.keyClick(edit, Qt.Key.Key_Escape)
            go(View(Showing.STORAGE))

        def listed() -> None:
            search("material:CSF visit:V01")()
            QTest.keyClick(edit, Qt.Key.Key_Return)
            until(lambda: window.pages.currentWidget() is window.found and window.found.model.rowCount() > 0)
            until(lambda: window.found.model.row(0) is not None)
            rest(300)
            window.found.table.selectRow(3)
            rest(200)

        def in_box() -> None:
            window.search.empty()
            go(View(Showing.CONTAINER, box))
            until(lambda: window.box.box is not None and window.box.box.container_id == box)
            cell = next((t.row, t.column) for t in window.box.box.tubes if t.id == tubes[0])  # type: ignore[union-attr]
            rest(100)
            point = window.box.view.cell_rect(*cell).center()
            QTest.mouseClick(window.box.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(point))
            until(lambda: window.inspector.card is not None and window.inspector.card.id == tubes[0])

        def lit_box() -> None:
            assert window.inspector.card is not None
            visit = window.inspector.card.visit
            search(f"visit:{visit}")()
            until(lambda: bool(window.selection.lit))
            QTest.keyClick(edit, Qt.Key.Key_Escape)

        def above(steps: int) -> Callable[[], None]:
            def shown() -> None:
                window.search.empty()
                storage = window.now.storage
                assert storage is not None
                go(View(Showing.CONTAINER, storage.path(box)[-1 - steps]))

            return shown

        def tank() -> None:
            storage = window.now.storage
            assert storage is not None
            go(View(Showing.CONTAINER, next(id_ for id_, row in storage.containers.items() if row.drawn == "above")))

        def history() -> None:
            window.search.empty()
            go(View(Showing.HISTORY))
            until(lambda: window.history.table.rowCount() > 0)

        def bench() -> None:
            window.actions_table["bench"].trigger()
            until(lambda: window.found.model.rowCount() == len(tubes) - 1)
            until(lambda: window.found.model.row(0) is not None)

        yield "start", close
        yield "refused", refuse
        yield "storage", everything
        yield "storage-lit", lit
        yield "list", listed
        yield "box", in_box
        yield "box-lit", lit_box
        yield "rack", above(1)
        yield "unit", above(3)
        yield "tank", tank
        yield "search", search("FR03-01")
        yield "search-completion", search("material:p")
        yield "search-problem", search("visit:V01 materiel:CSF")
        yield "history", history
        yield "bench", bench

    def _dialogs(self) -> Iterator[tuple[str, QDialog]]:
        window, program = self.window, self._program
        home = Path.home()
        yield "dialog-new-bank", NewBankDialog("Ada Lovelace", home, window)
        yield "dialog-demonstration", DemonstrationDialog(lambda path, tubes: [], home, window)
        yield "dialog-preferences", PreferencesDialog(program.look, program.settings, window)
        yield "dialog-shortcuts", ShortcutsDialog(window.actions_table, window)
        yield "dialog-about", AboutDialog(None, window)
        yield "dialog-fault", FaultDialog("Traceback (most recent call last):\n  …", None, window)

    def _save(self, widget: QWidget, name: str) -> None:
        if self._failure is not None:
            raise TourStuck(name) from self._failure
        if not widget.grab().save(str(self._folder / f"{name}.png")):
            raise TourStuck(f"{name}.png could not be written")

    def _on_failed(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._failure = error


def complain(level: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """What Qt says, but for what it says of every display that is none."""
    if "propagateSizeHints" not in message:
        print(message, file=sys.stderr)


def rest(ms: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


def until(shown: Callable[[], bool]) -> None:
    """Wait for something to be shown; raises TourStuck when it does not come."""
    end = time.monotonic() + PATIENCE_S
    while not shown():
        if time.monotonic() > end:
            raise TourStuck(f"waited {PATIENCE_S} s in line {shown.__code__.co_firstlineno}")
        rest(10)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
