"""Asks why: a reason in words, with the common ones to choose from."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from freezerapp.domain.specimen import HoldKind
from freezerapp.ui import words
from freezerapp.ui.dialogs.form import add_main_button


class ReasonDialog(QDialog):
    """``reason`` holds the answer when it was accepted; ``hold`` the kind of hold where one is asked for."""

    def __init__(
        self, kind: str, about: str, parent: QWidget | None = None, *, holds: tuple[HoldKind, ...] = ()
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(words.word("Operation", kind))
        self.setMinimumWidth(440)
        said = QLabel(about)
        said.setWordWrap(True)
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kind of hold"))
        for each in holds:
            self.kinds.addItem(words.sentence_case(words.word("Hold", each.value)), each)
        self.field = QComboBox()
        self.field.setEditable(True)
        self.field.addItems(self._common(kind))
        self.field.setCurrentIndex(-1)
        self.field.setAccessibleName(self.tr("Reason"))
        edit = self.field.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(self.tr("Why?"))
        label = QLabel(self.tr("&Reason"))
        label.setBuddy(self.field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._do = add_main_button(self.buttons, self.tr("Do it"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.field.currentTextChanged.connect(self._check)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(said)
        if holds:
            layout.addWidget(self.kinds)
        layout.addWidget(label)
        layout.addWidget(self.field)
        layout.addWidget(self.buttons)
        self.field.setFocus()
        self._check()

    @property
    def reason(self) -> str:
        """Why, in the words of the user."""
        return self.field.currentText().strip()

    @property
    def hold(self) -> HoldKind | None:
        """The kind of hold that was chosen, where one was asked for."""
        chosen = self.kinds.currentData()
        return HoldKind(chosen) if chosen is not None else None

    def _check(self) -> None:
        self._do.setEnabled(bool(self.reason))

    def _common(self, kind: str) -> list[str]:
        """What people mostly answer."""
        found = {
            "hold": (
                self.tr("Consent withdrawn"),
                self.tr("Result in doubt"),
                self.tr("Label does not agree"),
                self.tr("Freezer was too warm"),
                self.tr("Asked for by the study"),
            ),
            "release": (
                self.tr("Checked, all is well"),
                self.tr("Consent given again"),
                self.tr("Put on hold by mistake"),
            ),
            "mark destroyed": (
                self.tr("Consent withdrawn"),
                self.tr("Broken"),
                self.tr("Thawed"),
                self.tr("End of study"),
            ),
            "mark used up": (self.tr("Nothing left"), self.tr("Sent whole for analysis")),
            "mark missing": (self.tr("Not in its position"),),
            "settle missing": (self.tr("Not in its position"), self.tr("Another tube stands there")),
            "remove picked": (self.tr("Not needed any more"), self.tr("Nothing left"), self.tr("Damaged")),
            "replace picked": (self.tr("Not in its position"), self.tr("On hold"), self.tr("Too little left")),
            "cancel pick list": (self.tr("The request was withdrawn"), self.tr("Made by mistake")),
            "reopen pick list": (self.tr("Closed by mistake"), self.tr("Tubes are still wanted")),
            "take out": (self.tr("To be checked"), self.tr("To be destroyed")),
        }
        general = (self.tr("No other place is free"), self.tr("Freezer failed"), self.tr("Decided by the manager"))
        return list(found.get(kind, general))
