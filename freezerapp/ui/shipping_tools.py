"""What everything that is done with shipments works with: the window, the bank, the one object that changes it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.hands import Hands
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow

if TYPE_CHECKING:
    from freezerapp.commands.command import Command, Done


class Tools(NamedTuple):
    """Handed on from one to the other."""

    window: QWidget
    look: Look
    dispatcher: Dispatcher
    now: BankNow
    doing: Doing
    hands: Hands

    def ask_why(
        self,
        kind: str,
        about: str,
        said: str,
        command: "Callable[[str], Command]",
        then: "Callable[[Done], None] | None" = None,
    ) -> None:
        """Ask for a reason, then do it and say so."""
        from freezerapp.ui.dialogs.reason import ReasonDialog

        dialog = ReasonDialog(kind, about, self.window)
        dialog.accepted.connect(lambda: self.doing.perform(command(dialog.reason), said, then))
        dialog.open()
