"""What is done with whole banks: open, make, make the demonstration, verify."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.settings import FOLDER, Settings

if TYPE_CHECKING:
    from freezerapp.ui.progress import Chore
    from freezerapp.ui.scanner import Scanner
    from freezerapp.ui.sounds import Sounds


class Doors(NamedTuple):
    """What the window has done by others: make a bank, and the command lines of longer work."""

    account: str
    make_bank: Callable[[Path, str, str], None]
    demonstration: Callable[[Path, int], Sequence[str]]
    verify: Callable[[Path], Sequence[str]]
    log: Path | None = None


class Ears(NamedTuple):
    """Scanner and sounds, made when they are first asked for: the window is painted before."""

    scanner: "Callable[[], Scanner]"
    sounds: "Callable[[], Sounds]"


class BankJobs(QObject):
    """Asks what must be asked and has it done; dialogs are brought in when they are wanted.

    ``wanted`` carries the path of a bank to be opened; ``refused`` a path and the Problem with it; ``verified`` the
    exit status of a check and what it said.
    """

    wanted = Signal(object)
    refused = Signal(object, object)
    verified = Signal(int, str)
    verifying = Signal(float)
    """How much of the check is done, 0 to 1."""
    not_verified = Signal()
    """The check was cancelled."""

    def __init__(self, dispatcher: Dispatcher, settings: Settings, doors: Doors, window: QWidget) -> None:
        super().__init__(window)
        self._dispatcher = dispatcher
        self._settings = settings
        self._doors = doors
        self._window = window
        self._chore: Chore | None = None

    def choose(self) -> None:
        """Ask for a file and open it."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getOpenFileName(
            self._window,
            self.tr("Open a bank"),
            str(self._folder()),
            self.tr("Banks (*.freezer);;All files (*)"),
        )
        if chosen:
            self.wanted.emit(Path(chosen))

    def make(self) -> None:
        """Ask for name, operator and file, make an empty bank and open it."""
        from freezerapp.ui.dialogs.new_bank import NewBankDialog

        dialog = NewBankDialog(self._doors.account, self._folder(), self._window)
        if not dialog.exec():
            return
        path, name, operator = dialog.path, dialog.bank_name, dialog.operator_name
        self._dispatcher.work(
            lambda: self._doors.make_bank(path, name, operator),
            lambda _made: self.wanted.emit(path),
            owner=self,
            refused=lambda problem: self.refused.emit(path, problem),
        )

    def demonstrate(self) -> None:
        """Make the demonstration bank in a second process and open it."""
        from freezerapp.ui.dialogs.demonstration import DemonstrationDialog

        dialog = DemonstrationDialog(self._doors.demonstration, self._folder(), self._window)
        if dialog.exec():
            self.wanted.emit(dialog.path)

    def verify(self) -> bool:
        """Check the whole of the open bank in a second process; tells whether the check began."""
        bank = self._dispatcher.bank
        if bank is None or self._chore is not None:
            return False
        from freezerapp.ui.progress import Chore

        self._chore = Chore(self._doors.verify(bank.path), self)
        self._chore.share.connect(self.verifying)
        self._chore.ended.connect(self._on_verified)
        self._chore.start()
        return True

    def stop_verifying(self) -> None:
        """Cancel the check; ``not_verified`` follows."""
        if self._chore is not None:
            self._chore.cancel()

    def _on_verified(self, status: int, said: str) -> None:
        chore, self._chore = self._chore, None
        if chore is not None and chore.cancelled:
            self.not_verified.emit()
        else:
            self.verified.emit(status, said)

    def _folder(self) -> Path:
        """Where banks were last; the user's own folder before that."""
        kept = Path(self._settings.get(FOLDER) or Path.home())
        return kept if kept.is_dir() else Path.home()
