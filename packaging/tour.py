"""Saves a picture of every screen and page: drives the real window on a demonstration bank, without a display.

    python packaging/tour.py FOLDER [--bank FILE] [--quick] [--readme]

Light and dark, English and French, at three sizes; a file is named screen-theme-language-WIDTHxHEIGHT.png, with @2x
for what is drawn at 200 %. The bank is copied first and some tubes are taken out of the copy, so that the pictures
show work in hand. The way through the window is in tour_walk.py; pages are named page-paper-language-NUMBER.png.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import tour_papers  # noqa: E402
import tour_shipping  # noqa: E402
from PySide6.QtCore import QMessageLogContext, QPoint, QtMsgType, qInstallMessageHandler  # noqa: E402
from PySide6.QtGui import QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QDialog, QWidget  # noqa: E402
from tour_walk import Scene, Shown, TourStuck, Walk, rest, scan, until  # noqa: E402

from freezerapp.app import Program  # noqa: E402
from freezerapp.documents.template import Code  # noqa: E402
from freezerapp.domain.scanner_card import CARD  # noqa: E402
from freezerapp.domain.signing import said_key  # noqa: E402
from freezerapp.storage.clock import SystemClock  # noqa: E402
from freezerapp.storage.rows.box import BoxRow, TubeRow  # noqa: E402
from freezerapp.storage.rows.storage import ContainerRow  # noqa: E402
from freezerapp.ui.dialogs.about import AboutDialog  # noqa: E402
from freezerapp.ui.dialogs.demonstration import DemonstrationDialog  # noqa: E402
from freezerapp.ui.dialogs.designer import DesignerDialog  # noqa: E402
from freezerapp.ui.dialogs.fault import FaultDialog  # noqa: E402
from freezerapp.ui.dialogs.new_bank import NewBankDialog  # noqa: E402
from freezerapp.ui.dialogs.new_pick import CODES, RULE, SEARCH, NewPickDialog  # noqa: E402
from freezerapp.ui.dialogs.own_stock import OwnStockDialog  # noqa: E402
from freezerapp.ui.dialogs.preferences import PreferencesDialog  # noqa: E402
from freezerapp.ui.dialogs.shortcuts import ShortcutsDialog  # noqa: E402
from freezerapp.ui.dialogs.site_rules import SiteRulesDialog  # noqa: E402
from freezerapp.ui.dialogs.who import WhoDialog  # noqa: E402
from freezerapp.ui.settings import LANGUAGE, SOUNDS, THEME, Settings  # noqa: E402

SIZES = ((1440, 900), (1280, 800), (1920, 1080))
DOUBLE = (1280, 800)
"""Size of the window that is drawn at 200 %."""
THEMES = ("light", "dark")
LANGUAGES = ("en", "fr")
ADMINISTRATOR = 1
"""The operator of a demonstration bank who may set its rules."""
AGO_MS = 21 * 60_000
"""How long the first tubes have been out: too long."""
README = {
    "box-light-en-1440x900.png": "box.png",
    "box-dark-en-1440x900.png": "box-dark.png",
    "storage-lit-light-en-1440x900.png": "storage.png",
    "search-light-en-1440x900.png": "search.png",
    "list-light-en-1440x900.png": "list.png",
    "shipment-draft-light-en-1440x900.png": "shipment.png",
}
"""Which pictures of the tour the README shows, and under which names."""


class Earlier(SystemClock):
    """Some time ago."""

    def now(self) -> int:
        return super().now() - AGO_MS


def main(words: list[str]) -> int:
    """Save all pictures; gives the exit status."""
    parser = argparse.ArgumentParser(description="Save a picture of every screen.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--bank", type=Path, help="a demonstration bank (otherwise one is made)")
    parser.add_argument("--quick", action="store_true", help="English, light, one size")
    parser.add_argument("--readme", action="store_true", help="write the pictures of the README too")
    parser.add_argument("--double", action="store_true", help="the box alone, at 200 %% (the tour does this itself)")
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
        if not asked.quick and not asked.double:
            double(asked.folder, bank)
        scene = prepare(bank)
        count = 0
        for theme in THEMES[:1] if asked.quick else THEMES:
            for language in LANGUAGES[:1] if asked.quick else LANGUAGES:
                tour = Tour(application, Path(own), bank, asked.folder, scene, theme, language)
                if asked.double:
                    count += tour.box_at_double()
                else:
                    for size in SIZES[:1] if asked.quick else SIZES:
                        count += tour.walk(size)
                tour.end()
        if not asked.double:
            count += tour_papers.save_papers(bank, asked.folder, Path(own), LANGUAGES[:1] if asked.quick else LANGUAGES)
    if asked.readme:
        pictures = ROOT / "resources" / "pictures"
        pictures.mkdir(parents=True, exist_ok=True)
        for name, short in README.items():
            if (asked.folder / name).exists():
                shutil.copy(asked.folder / name, pictures / short)
    print(f"{count} pictures are in {asked.folder}")
    return 0


def double(folder: Path, bank: Path) -> None:
    """Draw the box at 200 %: Qt takes the scale only at the start of a process."""
    command = [sys.executable, __file__, str(folder), "--bank", str(bank), "--double"]
    subprocess.run(command, env={**os.environ, "QT_SCALE_FACTOR": "2"}, check=True)


def make(bank: Path) -> None:
    """Make a demonstration bank of full size."""
    from freezerapp.commands.demonstration.build import build

    build(bank)


def prepare(bank: Path) -> Scene:
    """Take tubes out of two boxes that show much, some of them too long ago, and put one back."""
    from freezerapp.commands.check_out import PutBack, TakeOut
    from freezerapp.commands.command import perform
    from freezerapp.storage.database import Database
    from freezerapp.storage.rows.box import box
    from freezerapp.storage.rows.storage import storage

    def take(database: Database, *tubes: int) -> None:
        perform(database, TakeOut(tubes), 1)

    past = Database.open(bank, Earlier())
    with past.reading() as reader:
        rows = [row for row in storage(reader).containers.values() if worth_seeing(row)]
        found = sorted((box(reader, row.id) for row in rows), key=richness)
    first = found[-1]
    second = next(each for each in reversed(found) if each.tubes[0].material != first.tubes[0].material)
    standing, others = usable(first), usable(second)
    middle = len(standing) // 2
    tube, *out = standing[middle : middle + 4]
    take(past, out[0].id, others[0].id)
    past.close()
    database = Database.open(bank)
    take(database, tube.id, *(each.id for each in (*out[1:], *others[1:3])))
    perform(database, PutBack((tube.id,)), 1)
    database.close()
    taken = tuple(each.id for each in (*out, *others[:3]))
    return Scene(first.container_id, second.container_id, tube.id, taken, out[1].barcode, others[-1].barcode)


def worth_seeing(row: ContainerRow) -> bool:
    """A square box with some free places."""
    whole = row.holds == "specimens" and row.status == "in place"
    return whole and row.layout.rows == 9 and 0.2 <= row.used / max(1, row.total) <= 0.93 and row.tubes > 20


def usable(box: BoxRow) -> list[TubeRow]:
    """The tubes that stand there and are not on hold."""
    return [each for each in box.tubes if each.use == "here" and not each.holds]


def richness(box: BoxRow) -> int:
    """How much there is to see in a box: tubes, holds, places that are not confirmed."""
    return sum(1 + 5 * bool(each.holds) + (each.known == "declared") for each in box.tubes)


class Tour:
    """One theme and language: a program of its own, walked through at several sizes."""

    def __init__(
        self,
        application: QApplication,
        own: Path,
        bank: Path,
        folder: Path,
        scene: Scene,
        theme: str,
        language: str,
    ) -> None:
        settings = Settings(own / f"{theme}-{language}.ini")
        settings.put(THEME, theme)
        settings.put(LANGUAGE, language)
        settings.put(SOUNDS, 0)
        self._folder, self._own = folder, own
        self._name = f"{theme}-{language}"
        self._program = Program(application, settings)
        self._program.dispatcher.failed.connect(self._on_failed)
        self._failure: BaseException | None = None
        mine = own / self._name / bank.name
        mine.parent.mkdir()
        shutil.copy(bank, mine)
        self._walk = Walk(self._program, own, mine, scene)

    def walk(self, size: tuple[int, int]) -> int:
        """Show and save every screen at one size; gives how many pictures that were."""
        self._show(size)
        count = self._save_all(self._walk.screens(), size)
        if size == SIZES[0]:
            for name, dialog in self._dialogs():
                self._save(dialog, f"dialog-{name}-{self._name}")
                count += 1
        return count

    def box_at_double(self) -> int:
        """Show and save the box alone."""
        self._show(DOUBLE)
        self._walk.open()
        return self._save_all(self._walk.box(), DOUBLE, "@2x")

    def end(self) -> None:
        """Close the program of this tour."""
        self._program.scanner.stop()
        self._program.dispatcher.stop()
        self._program.languages.forget()
        window = self._program.window
        window.hide()
        window.deleteLater()
        self._program.look.deleteLater()
        self._program.deleteLater()
        rest(20)

    def _show(self, size: tuple[int, int]) -> None:
        window = self._program.window
        window.resize(*size)
        window.show()
        window.activateWindow()
        until(lambda: window.furnished)
        rest(60)

    def _save_all(self, screens: Shown, size: tuple[int, int], mark: str = "") -> int:
        count = 0
        for name in screens:
            rest(120)
            self._save(self._program.window, f"{name}-{self._name}-{size[0]}x{size[1]}{mark}")
            count += 1
        return count

    def _save(self, widget: QWidget, name: str) -> None:
        if self._failure is not None:
            raise TourStuck(name) from self._failure
        picture = widget.grab()
        painter = QPainter(picture)
        for popup in popups(widget):
            painter.drawPixmap(popup.mapToGlobal(QPoint()) - widget.mapToGlobal(QPoint()), popup.grab())
        painter.end()
        if not picture.save(str(self._folder / f"{name}.png")):
            raise TourStuck(f"{name}.png could not be written")

    def _dialogs(self) -> Iterator[tuple[str, QDialog]]:
        """All dialogs; those of the work as its actions open them."""
        program, window, home = self._program, self._program.window, Path.home()
        made: tuple[tuple[str, QDialog], ...] = (
            ("new-bank", NewBankDialog("Ada Lovelace", home, window)),
            ("demonstration", DemonstrationDialog(lambda path, tubes: [], home, window)),
            ("preferences", PreferencesDialog(program.look, program.settings, window)),
            ("shortcuts", ShortcutsDialog(window.actions_table, window)),
            ("about", AboutDialog(None, window)),
            ("fault", FaultDialog("Traceback (most recent call last):\n  …", None, window)),
            ("who", WhoDialog(window)),
        )
        for name, dialog in made:
            dialog.show()
            rest(60)
            yield name, dialog
            dialog.close()
        self._walk.show_box()
        self._walk.choose_tubes(3)
        for action in ("move to", "register", "hold"):
            window.actions_table[action].trigger()
            dialog = opened()
            yield action.replace(" ", "-"), dialog
            dialog.reject()
        window.actions_table["print labels"].trigger()
        dialog = opened()
        rest(600)  # the page is drawn on a thread
        yield "print-labels", dialog
        dialog.reject()
        window.actions_table["design label"].trigger()
        dialog = opened()
        assert isinstance(dialog, DesignerDialog)
        yield from self._designed(dialog)
        dialog.done(0)
        window.actions_table["own stock"].trigger()
        dialog = opened()
        assert isinstance(dialog, OwnStockDialog)
        yield "own-stock-new", dialog
        dialog.begin.setCurrentIndex(dialog.begin.findData("avery-l7651"))
        dialog.form.columns.setValue(6)
        dialog.form.left.setFocus()
        yield "own-stock", dialog
        dialog.reject()
        window.actions_table["pick"].trigger()
        dialog = opened()
        assert isinstance(dialog, NewPickDialog)
        yield from self._picked(dialog)
        dialog.reject()
        here = window.selection.view
        yield from tour_shipping.dialogs(window, opened, self._own)
        window.selection.go(here)
        self._walk.show_box()
        self._walk.choose_tubes(2)
        window.actions_table["destroy"].trigger()
        window.doing.telling.confirm()
        dialog = opened()
        yield "destroy", dialog
        dialog.reject()
        window.actions_table["site rules"].trigger()
        dialog = opened()
        assert isinstance(dialog, SiteRulesDialog)
        yield "site-rules-operator", dialog
        dialog.reject()
        operator = window.doing.operator
        window.doing.choose_operator(ADMINISTRATOR)
        window.actions_table["site rules"].trigger()
        dialog = opened()
        assert isinstance(dialog, SiteRulesDialog)
        dialog.two.click()
        dialog.own.make.click()
        dialog.others.keys.setPlainText(said_key("1f7c" * 16))
        yield "site-rules", dialog
        dialog.reject()
        if operator is not None:
            window.doing.choose_operator(operator)
        window.actions_table["scanner"].trigger()
        dialog = opened()
        yield "scanner", dialog
        scan(CARD)
        rest(100)
        yield "scanner-card", dialog
        dialog.reject()

    def _picked(self, dialog: NewPickDialog) -> Iterator[tuple[str, QDialog]]:
        """A pick list of chosen tubes, of a search for an open list, of pasted codes, some left out, and by a rule."""
        yield "pick-chosen", dialog
        until(lambda: dialog.onto.count() > 1)
        dialog.onto.setCurrentIndex(1)
        dialog.source.setCurrentIndex(dialog.source.findData(SEARCH))
        dialog.search.field.setText("material:CSF visit:V01")
        until(dialog.do.isEnabled)
        yield "pick-onto", dialog
        dialog.onto.setCurrentIndex(0)
        scene = self._walk.scene
        dialog.source.setCurrentIndex(dialog.source.findData(CODES))
        dialog.codes.field.setPlainText(f"{scene.code_out}\n{scene.code_elsewhere}\nMC-0")
        until(lambda: dialog.left_out.count() > 0)
        yield "pick-codes", dialog
        dialog.source.setCurrentIndex(dialog.source.findData(RULE))
        dialog.rule.material.setCurrentIndex(dialog.rule.material.findData("CSF"))
        dialog.rule.visits.setText("V01")
        until(lambda: dialog.do.isEnabled() or bool(dialog.count.text()))
        rest(600)
        yield "pick-rule", dialog

    def _designed(self, dialog: DesignerDialog) -> Iterator[tuple[str, QDialog]]:
        """A label as it is, a text of it chosen, a code too small, and what is asked when it is not saved."""
        until(lambda: bool(dialog.sample.facts))
        yield "designer", dialog
        board = dialog.board
        board.choose(1)
        dialog.canvas.setFocus()
        yield "designer-text", dialog
        code = next(number for number, each in enumerate(board.template.elements) if isinstance(each, Code))
        board.choose(code)
        element = board.element
        assert isinstance(element, Code)
        board.edit(element._replace(width=2.5, height=2.5))
        yield "designer-wrong", dialog
        dialog.reject()
        yield "designer-not-saved", dialog

    def _on_failed(self, error: object) -> None:
        assert isinstance(error, BaseException)
        self._failure = error


def opened() -> QDialog:
    """The dialog that an action opens."""
    until(lambda: isinstance(QApplication.activeModalWidget(), QDialog))
    rest(200)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def popups(widget: QWidget) -> Iterator[QWidget]:
    """The menu that is open over a window, moved into it: the screen of no display is smaller."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        room = widget.rect().translated(widget.mapToGlobal(QPoint()))
        x = min(popup.x(), room.right() - popup.width() - 8)
        y = min(popup.y(), room.bottom() - popup.height() - 8)
        popup.move(x, y)
        yield popup


def complain(level: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """What Qt says, but for what it says of every display that is none."""
    if "This plugin does not support" not in message:
        print(message, file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
