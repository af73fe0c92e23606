"""Parts of the site rules: the keys that this bank signs with, and those it knows others by."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.signing import (
    OWN_KEYS,
    NotAKey,
    keys_kept,
    keys_text,
    party_keys,
    read_keys,
    said_key,
    short_key,
)
from freezerapp.ui import messages
from freezerapp.ui.dialogs.form import add_line

if TYPE_CHECKING:
    from freezerapp.domain.party import Party

ROWS = 3
"""Lines that are seen of a list of keys at once."""


class OwnKeys(QWidget):
    """The bank's own keys, newest first: a new one is wanted, one is withdrawn; nothing happens before it is set.

    ``changed``: it says something else now.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[str, ...] = ()
        self._keys: list[str] = []
        self._here: frozenset[str] = frozenset()
        self._may = False
        self.wants_key = False
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Keys of this bank"))
        self.make = QPushButton(self.tr("&Make a key"))
        self.make.setCheckable(True)
        self.copy = QPushButton(self.tr("&Copy the public key"))
        self.withdraw = QPushButton(self.tr("&Withdraw"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self.make, self.copy, self.withdraw):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.about)
        layout.addWidget(self.list)
        layout.addLayout(row)
        self.make.toggled.connect(self._on_make)
        self.copy.clicked.connect(self._on_copy)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self._tell()

    @property
    def values(self) -> dict[str, str]:
        """What is to be set, by the name of the setting."""
        return {OWN_KEYS: keys_text(self._keys)} if tuple(self._keys) != self._before or self.wants_key else {}

    def show_rules(self, settings: Mapping[str, str], here: frozenset[str], *, may: bool) -> None:
        """Show what is kept; ``may``: this person can change it."""
        self._before = keys_kept(settings, OWN_KEYS)
        self._keys, self._here, self._may = list(self._before), here, may
        self._tell()

    def _on_make(self, wanted: bool) -> None:
        self.wants_key = wanted
        self._tell()
        self.changed.emit()

    def _on_copy(self) -> None:
        key = self._chosen()
        if key is not None:
            QGuiApplication.clipboard().setText(said_key(key))
            said = self.tr("{key} is copied. Those who get it can tell that a manifest is yours.")
            self.about.setText(said.format(key=short_key(key)))

    def _on_withdraw(self) -> None:
        key = self._chosen()
        if key is not None:
            self._keys.remove(key)
            self._tell()
            self.changed.emit()

    def _chosen(self) -> str | None:
        item = self.list.currentItem()
        key: str | None = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        return key

    def _tell(self) -> None:
        if self.wants_key or any(key in self._here for key in self._keys):
            text = self.tr("The JSON files of manifests and receipts are signed on this computer.")
        elif self._keys:
            text = self.tr("The key is on another computer: what is written here is not signed.")
        else:
            text = self.tr("There is no key: manifests and receipts are not signed.")
        self.about.setText(text)
        row = self.list.currentRow()
        self.list.clear()
        if self.wants_key:
            self._add(None, self.tr("A new key, made when the rules are set"))
        for key in self._keys:
            where = self.tr("on this computer") if key in self._here else self.tr("on another computer")
            self._add(key, f"{short_key(key)}   {where}")
        if self.list.count():
            self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
        self._allow()

    def _add(self, key: str | None, text: str) -> None:
        item = QListWidgetItem(text, self.list)
        item.setData(Qt.ItemDataRole.UserRole, key)

    def _allow(self) -> None:
        chosen = self._chosen() is not None
        rows = min(self.list.count(), ROWS)
        self.list.setVisible(rows > 0)
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth() + 2)
        self.make.setEnabled(self._may)
        self.copy.setEnabled(chosen)
        self.withdraw.setEnabled(chosen and self._may)


class PartyKeys(QWidget):
    """The public keys of organisations in the address book. ``changed``: it says something else now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: dict[int, tuple[str, ...]] = {}
        self._texts: dict[int, str] = {}
        self._filling = False
        self.party = QComboBox()
        self.party.setMinimumContentsLength(24)
        self.keys = QPlainTextEdit()
        self.keys.setProperty("look", "mono")
        self.keys.setTabChangesFocus(True)
        self.keys.setFixedHeight(72)
        self.keys.setPlaceholderText(self.tr("Paste the public key that they sent you; one in each line"))
        self.note = QLabel()
        self.note.setProperty("look", "warning")
        self.note.setWordWrap(True)
        self.note.hide()
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(10)
        add_line(form, self.tr("&Organisation"), self.party)
        add_line(form, self.tr("&Public keys"), self.keys)
        form.addRow("", self.note)
        self.party.currentIndexChanged.connect(self._show)
        self.keys.textChanged.connect(self._on_typed)
        self.setEnabled(False)

    @property
    def fault(self) -> NotAKey | None:
        """What is no key, of whichever organisation."""
        for text in self._texts.values():
            try:
                read_keys(text)
            except NotAKey as problem:
                return problem
        return None

    @property
    def values(self) -> dict[str, str]:
        """What is to be set, by the name of the setting; only while there is no fault."""
        now = {party: read_keys(text) for party, text in self._texts.items()}
        return {party_keys(party): keys_text(keys) for party, keys in now.items() if keys != self._before[party]}

    def show_rules(self, settings: Mapping[str, str], parties: "Sequence[Party]", *, may: bool) -> None:
        """Show what is kept; ``may``: this person can change it."""
        others = [party for party in parties if not party.own]
        self._before = {party.id: keys_kept(settings, party_keys(party.id)) for party in others}
        self._texts = {party: "\n".join(map(said_key, keys)) for party, keys in self._before.items()}
        self._filling = True
        self.party.clear()
        for party in others:
            self.party.addItem(party.organisation, party.id)
        self._filling = False
        self.setEnabled(bool(others))
        self.keys.setReadOnly(not may)
        self._show()

    def _show(self) -> None:
        """The keys of the organisation that is chosen; while none is in the book, there is nothing to fill in."""
        if self._filling:
            return
        self._filling = True
        self.keys.setPlainText(self._texts.get(self.party.currentData() or 0, ""))
        self._filling = False

    def _on_typed(self) -> None:
        if self._filling:
            return
        self._texts[self.party.currentData()] = self.keys.toPlainText()
        fault = self.fault
        self.note.setVisible(fault is not None)
        self.note.setText(messages.sentence(fault) if fault is not None else "")
        self.changed.emit()
