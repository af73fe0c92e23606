"""Site rules: what this site decided for the whole bank. All of it is set at once, and can be undone at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.walking import pace_of
from freezerapp.ui import site_questions
from freezerapp.ui.dialogs.form import add_main_button, grow
from freezerapp.ui.dialogs.signing_keys import OwnKeys, PartyKeys
from freezerapp.ui.dispatcher import Dispatcher

if TYPE_CHECKING:
    from freezerapp.ui.site_questions import SiteRules

BETWEEN = 10
"""px from one part to the heading of the next, beside the usual distance."""


class SiteRulesDialog(QDialog):
    """``changed`` is what was decided, by the name of the setting; ``wants_key``: a new key is to be made first.

    ``pace_wanted``: pace and limits are to be shown over it; they are set by themselves.
    """

    pace_wanted = Signal()

    def __init__(self, dispatcher: Dispatcher, why_not: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Site rules"))
        self.setMinimumWidth(600)
        self._dispatcher = dispatcher
        self._may = not why_not
        self._two_before = False
        self._read = False
        about = QLabel(self.tr("These belong to the bank, whoever opens it; each change stands in its history."))
        about.setProperty("look", "muted")
        about.setWordWrap(True)
        self.why_not = QLabel(why_not)
        self.why_not.setProperty("look", "warning")
        self.why_not.setWordWrap(True)
        self.why_not.setVisible(bool(why_not))
        self.two = QCheckBox(self.tr("&Two persons hand over each parcel"))
        self.two.setEnabled(False)
        self.limits = QLabel()
        self.limits.setWordWrap(True)
        self.pace = QPushButton(self.tr("Pace and &limits…"))
        self.pace.setAutoDefault(False)
        self.own = OwnKeys()
        self.others = PartyKeys()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Set"))
        self.do.setEnabled(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(8)
        layout.addWidget(about)
        layout.addWidget(self.why_not)
        walking = QHBoxLayout()
        walking.addWidget(self.limits, 1)
        walking.addWidget(self.pace)
        for title, part in (
            (self.tr("Handing over"), self.two),
            (self.tr("Out of storage"), walking),
            (self.tr("Signing"), self.own),
            (self.tr("Keys of others"), self.others),
        ):
            heading = QLabel(title)
            heading.setProperty("look", "section")
            layout.addSpacing(BETWEEN)
            layout.addWidget(heading)
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.addSpacing(BETWEEN)
        layout.addWidget(self.buttons)
        self.two.toggled.connect(self._allow)
        self.own.changed.connect(self._allow)
        self.others.changed.connect(self._allow)
        self.pace.clicked.connect(self.pace_wanted)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        dispatcher.changed.connect(self._ask)
        self._ask()

    @property
    def changed(self) -> dict[str, str]:
        """What is to be set."""
        from freezerapp.commands.parties import TWO_PERSONS

        found = {**self.own.values, **self.others.values}
        if self.two.isChecked() != self._two_before:
            found[TWO_PERSONS] = "yes" if self.two.isChecked() else "no"
        return found

    @property
    def wants_key(self) -> bool:
        """Whether the bank shall have a new key."""
        return self.own.wants_key

    def _ask(self) -> None:
        self._dispatcher.ask(site_questions.rules, self._on_read, owner=self, lane="site rules")

    def _on_read(self, rules: "SiteRules") -> None:
        pace = pace_of(rules.settings)
        said = self.tr("A tube is out for {limit} min at most, from nitrogen for {nitrogen} min.")
        self.limits.setText(said.format(limit=_minutes(pace.limit_s), nitrogen=_minutes(pace.nitrogen_limit_s)))
        if self._read:
            return  # what was typed meanwhile stays; only pace and limits are set beside it
        self._read = True
        from freezerapp.commands.parties import TWO_PERSONS

        self._two_before = rules.settings.get(TWO_PERSONS) == "yes"
        self.two.setChecked(self._two_before)
        self.two.setEnabled(self._may)
        self.own.show_rules(rules.settings, rules.here, may=self._may)
        self.others.show_rules(rules.settings, rules.parties, may=self._may)
        (self.two if self._may else self.buttons.button(QDialogButtonBox.StandardButton.Cancel)).setFocus()
        self._allow()
        grow(self)

    def _allow(self) -> None:
        self.do.setEnabled(self._read and self._may and self.others.fault is None and bool(self.changed))
        grow(self)


def _minutes(seconds: int) -> str:
    """Minutes as the language writes them: "5", "2,5"."""
    return QLocale().toString(seconds / 60, "g", 4)
