"""Why a label is printed, where that must be said: a further one, or one for the cap."""

from enum import Enum

from PySide6.QtWidgets import QComboBox


class Why(Enum):
    """What has to be explained."""

    AGAIN = "again"  # tubes that have a label get another one
    CAP = "cap"  # caps get lost and swapped: such a label is never the only one


class ReasonField(QComboBox):
    """The usual answers, and room for another one."""

    def __init__(self) -> None:
        super().__init__()
        self._why: Why | None = None
        self.setEditable(True)
        self.ask(Why.AGAIN)

    def ask(self, why: Why) -> None:
        """Ask for this; what was answered to something else is forgotten."""
        if why is self._why:
            return
        self._why = why
        self.clear()
        if why is Why.CAP:
            asked = self.tr("What marks the tubes on their side?")
            usual = (self.tr("Label on the side"), self.tr("Code engraved on the side"), self.tr("Code on the bottom"))
        else:
            asked = self.tr("Why a further label?")
            usual = (self.tr("Label lost"), self.tr("Label can't be read"), self.tr("Label came off"))
        self.addItems(usual)
        self.setCurrentIndex(-1)
        edit = self.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(asked)
