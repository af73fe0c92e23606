"""What is known of the open bank at this moment, shared by all panes: containers, materials, counts."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from freezerapp.ui import questions
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.selection import Showing
from freezerapp.ui.text_search import TextSearch
from freezerapp.ui.work import WORK

if TYPE_CHECKING:
    from freezerapp.storage.rows.history import BankFacts
    from freezerapp.storage.rows.storage import ContainerRow, Storage
    from freezerapp.storage.rows.words import MaterialRow


SOON_MS = 60
"""What reads all containers waits so long after a change: the boxes that are looked at come first."""
LATER_MS = 300
"""What looks at every tube (facts, counts of the work lists) waits until nothing else was asked for so long."""
LATEST_MS = 2_000
"""So long at most."""


class BankNow(QObject):
    """Asked anew after each change; None until the first answers are here, and when no bank is open."""

    storage_changed = Signal()
    facts_changed = Signal()
    counts_changed = Signal()

    def __init__(self, dispatcher: Dispatcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._storage: Storage | None = None
        self._facts: BankFacts | None = None
        self._materials: Mapping[str, MaterialRow] = {}
        self.texts = TextSearch(dispatcher, self)
        self._counts: Mapping[str, int] = {}
        self._open: Mapping[str, int] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._waited = 0
        self._later.timeout.connect(self._ask_later)
        dispatcher.opened.connect(self.refresh)
        dispatcher.closed.connect(self._on_closed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self.refresh)
        dispatcher.changed.connect(self._soon.start)

    @property
    def storage(self) -> "Storage | None":
        """All containers with their fill."""
        return self._storage

    @property
    def facts(self) -> "BankFacts | None":
        """Name, counts, operators."""
        return self._facts

    @property
    def counts(self) -> Mapping[str, int]:
        """How many tubes are in each work list, by its name."""
        return self._counts

    @property
    def open(self) -> Mapping[str, int]:
        """How many of the lists or parcels of each kind are still being worked on, by the work list's name."""
        return self._open

    @property
    def materials(self) -> "Mapping[str, MaterialRow]":
        """The bank's materials by code."""
        return self._materials

    def container(self, id_: int | None) -> "ContainerRow | None":
        """One container, if it is known."""
        return None if self._storage is None or id_ is None else self._storage.containers.get(id_)

    def refresh(self) -> None:
        """Ask for everything anew."""
        self._soon.stop()
        self._dispatcher.ask(questions.storage, self._on_storage, owner=self, lane="storage", slow=True)
        self._dispatcher.ask(questions.materials, self._on_materials, owner=self, lane="materials")
        if not self._later.isActive():
            self._waited = 0
        self._later.start(LATER_MS)

    def _ask_later(self) -> None:
        """What has to look at every tube: once the tree and the first box are there."""
        left = LATER_MS - self._dispatcher.quiet_ms
        if left > 0 and self._waited < LATEST_MS:
            self._waited += left
            self._later.start(left)
            return
        lists = {work.name: work.view.query for work in WORK if work.view.showing is Showing.LIST}
        self._dispatcher.ask(questions.open_work, self._on_open, owner=self, lane="open work")
        self._dispatcher.ask(questions.facts, self._on_facts, owner=self, lane="facts", slow=True)
        self._dispatcher.ask(
            lambda reader: {name: questions.count(reader, query) for name, query in lists.items()},
            self._on_counts,
            owner=self,
            lane="work counts",
            slow=True,
        )

    def _on_storage(self, storage: "Storage") -> None:
        self._storage = storage
        self.storage_changed.emit()

    def _on_facts(self, facts: "BankFacts") -> None:
        self._facts = facts
        self.facts_changed.emit()

    def _on_counts(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self.counts_changed.emit()

    def _on_open(self, counts: Mapping[str, int]) -> None:
        self._open = counts
        self.counts_changed.emit()

    def _on_materials(self, materials: "Mapping[str, MaterialRow]") -> None:
        self._materials = materials

    def _on_closed(self) -> None:
        self._storage, self._facts, self._materials, self._counts = None, None, {}, {}
        self._open = {}
        self._later.stop()
        self.storage_changed.emit()
        self.facts_changed.emit()
