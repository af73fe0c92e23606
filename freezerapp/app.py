"""Puts the house together and opens the door: look, language, threads, window. All wiring is here."""

import os
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from freezerapp import __version__, resources
from freezerapp.ui.bank_jobs import Doors, Ears
from freezerapp.ui.crash import Watch, log_folder
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look, Scheme, ask_for_fusion
from freezerapp.ui.main_window import MainWindow
from freezerapp.ui.settings import LANGUAGE, SCALE, THEME, Settings
from freezerapp.ui.tidying import Tidying

if TYPE_CHECKING:
    from freezerapp.domain.scan import Scan
    from freezerapp.storage.database import Database
    from freezerapp.ui.scanner import Scanner
    from freezerapp.ui.sounds import Sounds

LANGUAGES = ("en", "fr")


def open_bank(path: Path) -> "Database":
    """Open a bank; on a thread, since it brings in the database library."""
    _leave_unasked()
    from freezerapp.storage.database import Database

    return Database.open(path)


def make_bank(path: Path, name: str, operator: str) -> None:
    """Make an empty bank and let it go again; on a thread."""
    _leave_unasked()
    from freezerapp.commands.make_bank import make_bank as make

    make(path, name, operator).close()


def command_line(*words: str) -> list[str]:
    """This program's own command line, for work that is better done by a second process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *words]
    return [sys.executable, "-m", "freezerapp", *words]


def account() -> str:
    """The name under which the system knows who is sitting here."""
    return os.environ.get("USER") or os.environ.get("USERNAME") or "operator"


class Languages:
    """The translators of one running program; installing another language takes the former away."""

    def __init__(self, application: QApplication) -> None:
        self._application = application
        self._installed: list[QTranslator] = []

    def install(self, word: str) -> str:
        """Speak this language (``system``: that of the system, else English); gives the language spoken."""
        self.forget()
        locale = QLocale.system() if word == "system" else QLocale(word)
        language = locale.name().partition("_")[0]
        if language not in LANGUAGES:
            locale, language = QLocale("en_GB"), "en"
        QLocale.setDefault(locale)
        folders = (
            ("qtbase", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            ("freezerapp", str(resources.path("i18n"))),
        )
        for name, folder in folders:
            translator = QTranslator(self._application)
            if translator.load(f"{name}_{language}", folder):
                self._application.installTranslator(translator)
                self._installed.append(translator)
        return language

    def forget(self) -> None:
        """Speak none of the languages that were installed here."""
        for translator in self._installed:
            self._application.removeTranslator(translator)
        self._installed.clear()


class Program(QObject):
    """One running program: what lives as long as it does, and the window of the moment."""

    faulted = Signal(str)

    def __init__(self, application: QApplication, settings: Settings, watch: Watch | None = None) -> None:
        super().__init__(application)
        self.tidying = Tidying(self)
        self.settings = settings
        self.look = Look(application, Scheme(settings.get(THEME)))
        self.languages = Languages(application)
        self.languages.install(settings.get(LANGUAGE))
        self.dispatcher = Dispatcher(open_bank, self)
        self._doors = Doors(
            account(),
            make_bank,
            lambda path, tubes: command_line("demo", str(path), "--tubes", str(tubes)),
            lambda path: command_line("verify", str(path)),
            watch.file if watch is not None else None,
        )
        self._application = application
        self._fault_shown = False
        self.faulted.connect(self._on_faulted)
        if watch is not None:
            watch.report = self.faulted.emit
            self.dispatcher.failed.connect(lambda error: watch.met(type(error), error, error.__traceback__))
        self.window = self._new_window()

    @cached_property
    def scanner(self) -> "Scanner":
        """Barcode scanners, heard from the first bank on."""
        from freezerapp.ui.scanner import Scanner

        made = Scanner(self._application, self.settings, parent=self)
        made.scanned.connect(self._on_scanned)
        made.unreadable.connect(self._on_scanned)
        return made

    @cached_property
    def sounds(self) -> "Sounds":
        """The tones for right, wrong and attention."""
        from freezerapp.ui.sounds import Sounds

        return Sounds(self.settings, parent=self)

    def _new_window(self) -> MainWindow:
        ears = Ears(lambda: self.scanner, lambda: self.sounds)
        window = MainWindow(self.look, self.dispatcher, self.settings, self._doors, ears)
        window.language_chosen.connect(self._on_language)
        return window

    def _on_language(self, word: str) -> None:
        """The window is made anew in the other language, at the same place and with the same bank."""
        old = self.window
        self.languages.install(word)
        geometry = old.saveGeometry()
        view, specimen = old.selection.view, old.selection.specimen
        self.window = self._new_window()
        self.window.restoreGeometry(geometry)
        self.window.show()
        old.hide()
        old.deleteLater()
        self.window.show_open_bank()
        if old.furnished:
            self.window.doing.take_over(old.doing)
        self.window.selection.go(view, specimen)

    def _on_scanned(self, scan: "Scan | None" = None) -> None:
        """A scan goes to the window of the moment; None: it did not arrive whole."""
        self.window.scanned(scan)

    def _on_faulted(self, details: str) -> None:
        """One dialog at a time: a fault in painting may come back at every frame."""
        if self._fault_shown:
            return
        from freezerapp.ui.dialogs.fault import FaultDialog

        self._fault_shown = True
        FaultDialog(details, self._doors.log, self.window).exec()
        self._fault_shown = False


def run(inventory: str | None, arguments: Sequence[str] = ()) -> int:
    """Open the window, on a bank or on the start page; gives the exit status when it is closed."""
    settings = Settings()
    if "QT_SCALE_FACTOR" not in os.environ and settings.get(SCALE) != 100:
        os.environ["QT_SCALE_FACTOR"] = str(settings.get(SCALE) / 100)
    QApplication.setApplicationName("FreezerApp")
    QApplication.setOrganizationName("FreezerApp")
    QApplication.setApplicationVersion(__version__)
    QApplication.setDesktopFileName("freezerapp")
    ask_for_fusion()
    application = QApplication([sys.argv[0], *arguments])
    application.setWindowIcon(QIcon(str(resources.path("icons", "freezerapp.svg"))))
    watch = Watch(log_folder())
    watch.start()
    program = Program(application, settings, watch)
    if inventory is not None:
        program.window.wait_for(Path(inventory))
    # Opening brings in the database library, and the window should be there before it.
    program.window.appeared.connect(lambda: _begin(program, inventory))
    program.window.show()
    status = application.exec()
    program.dispatcher.stop()
    watch.stop()
    return int(status)


def _begin(program: Program, inventory: str | None) -> None:
    if inventory is not None:
        program.window.open_bank(Path(inventory))
    else:
        program.dispatcher.work(_warm_up, lambda _nothing: None)


def _warm_up() -> None:
    """Bring in the database library while nobody waits for it."""
    _leave_unasked()
    import freezerapp.storage.database  # noqa: F401


def _leave_unasked() -> None:
    """Said before the database library comes: without what nobody here uses."""
    from freezerapp.storage.unasked import leave_unasked_for_later

    leave_unasked_for_later()
