"""Files of parcels are verified from the window, with a bank open or without one."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages
from freezerapp.ui.dispatcher import Bank, Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.settings import Settings

if TYPE_CHECKING:
    from freezerapp.proving import Proof
    from freezerapp.ui.dialogs.verify_manifest import VerifyManifestDialog


class ProofDesk(QObject):
    """Reads each file away from the window's thread: a PDF can have many pages."""

    _read = Signal(int, int)
    """Pages that were read, of how many; from another thread."""

    def __init__(self, window: QWidget, look: Look, settings: Settings, dispatcher: Dispatcher) -> None:
        super().__init__(window)
        self._window, self._look, self._settings, self._dispatcher = window, look, settings, dispatcher

    def open(self) -> "VerifyManifestDialog":
        """Ask for a file."""
        from freezerapp.ui.dialogs.verify_manifest import VerifyManifestDialog

        bank = self._dispatcher.bank
        name = bank.path.name if bank is not None else ""
        dialog = VerifyManifestDialog(self._look, self._settings, name, self._window)
        dialog.chosen.connect(lambda path: self._verify(dialog, path))
        self._read.connect(dialog.told)
        self._dispatcher.closed.connect(dialog.deleteLater)
        dialog.destroyed.connect(self.deleteLater)
        dialog.open()
        return dialog

    def _verify(self, dialog: "VerifyManifestDialog", path: Path) -> None:
        dialog.begin(path)

        def job(bank: Bank | None) -> "Proof":
            from freezerapp.exchange.tables import read_whole
            from freezerapp.proving import hold_against, look

            content = read_whole(path)
            proof = look(content, str(path), self._read.emit)
            return hold_against(proof, content, bank) if bank is not None else proof

        def refused(problem: Problem) -> None:
            dialog.refuse(messages.sentence(problem))

        if self._dispatcher.bank is None:
            self._dispatcher.work(lambda: job(None), dialog.show_proof, owner=dialog, refused=refused)
        else:
            self._dispatcher.aside(job, dialog.show_proof, owner=dialog, refused=refused)
