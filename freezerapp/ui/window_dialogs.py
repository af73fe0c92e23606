"""The dialogs that are about the program and not about tubes: shortcuts, about, preferences, the scanner."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from freezerapp.ui.actions import Actions
from freezerapp.ui.bank_jobs import Doors, Ears
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.settings import Settings


class WindowDialogs(QObject):
    """Each is loaded when it is wanted. ``language_chosen`` carries a word of the settings."""

    language_chosen = Signal(str)
    preferences_closed = Signal()

    def __init__(self, window: QWidget, look: Look, settings: Settings, doors: Doors, ears: Ears) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._settings = settings
        self._doors = doors
        self._ears = ears

    def shortcuts(self, actions: Actions) -> None:
        """The sheet of shortcuts."""
        from freezerapp.ui.dialogs.shortcuts import ShortcutsDialog

        ShortcutsDialog(actions, self._window).exec()

    def about(self) -> None:
        """What this is, and where its log is."""
        from freezerapp.ui.dialogs.about import AboutDialog

        AboutDialog(self._doors.log, self._window).exec()

    def verify_manifest(self, dispatcher: Dispatcher) -> None:
        """Hold a file of a parcel against itself, and against the bank if one is open."""
        from freezerapp.ui.proof_desk import ProofDesk

        ProofDesk(self._window, self._look, self._settings, dispatcher).open()

    def set_up_scanner(self) -> None:
        """Teach it how the scanner at hand types."""
        from freezerapp.ui.dialogs.scanner_setup import ScannerSetupDialog

        dialog = ScannerSetupDialog(self._look, self._ears.scanner(), self._ears.sounds(), self._settings, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def preferences(self) -> None:
        """Theme, language and the rest."""
        from freezerapp.ui.dialogs.preferences import PreferencesDialog

        dialog = PreferencesDialog(self._look, self._settings, self._window)
        dialog.language_chosen.connect(lambda _word: dialog.accept())
        chosen: list[str] = []
        dialog.language_chosen.connect(chosen.append)
        dialog.exec()
        self.preferences_closed.emit()
        if chosen:
            self.language_chosen.emit(chosen[-1])
