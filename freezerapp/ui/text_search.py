"""Search as one types: an index in memory, made in the background and kept up; until then the bank is asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from freezerapp.domain.problems import Problem
from freezerapp.ui.dispatcher import Bank, Dispatcher

if TYPE_CHECKING:
    from freezerapp.storage.text_index import TextIndex

AFTER_MS = 1_500
"""The index waits so long after opening, so that it does not slow the first screens."""


class TextSearch(QObject):
    """Has the index of the open bank, or None while there is none."""

    def __init__(self, dispatcher: Dispatcher, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._index: TextIndex | None = None
        self._building = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(AFTER_MS)
        self._soon.timeout.connect(self._build)
        dispatcher.opened.connect(self._on_opened)
        dispatcher.closed.connect(self._on_closed)
        dispatcher.changed.connect(self._on_changed)

    @property
    def index(self) -> "TextIndex | None":
        """The index, if it is there."""
        return self._index

    def _on_opened(self) -> None:
        self._index = None
        self._soon.start()

    def _on_closed(self) -> None:
        self._index = None
        self._building = False
        self._soon.stop()

    def _build(self) -> None:
        if self._building or self._dispatcher.bank is None:
            return
        self._building = True
        wanted = self._dispatcher.bank

        def made(bank: Bank) -> "TextIndex | None":
            from freezerapp.storage.text_index import Cancelled, TextIndex

            try:
                return TextIndex.build(bank, lambda: self._dispatcher.bank is wanted)
            except Cancelled:
                return None

        self._dispatcher.aside(made, self._on_built, owner=self, refused=self._on_refused)

    def _on_built(self, index: "TextIndex | None") -> None:
        self._building = False
        self._index = index

    def _on_refused(self, _problem: Problem) -> None:
        """The bank can't be read at the moment: it is asked directly, and says so itself."""
        self._building = False

    def _on_changed(self) -> None:
        """Take in what changed, in the background; after very much the index is made anew."""
        index = self._index
        if index is None:
            return

        def caught_up(bank: Bank) -> bool:
            from freezerapp.storage.text_index import Cancelled, Outdated

            try:
                index.catch_up(bank, lambda: self._index is index)
            except (Cancelled, Outdated):
                return False
            return True

        self._dispatcher.aside(caught_up, self._on_caught_up, owner=self, refused=self._on_refused)

    def _on_caught_up(self, whole: bool) -> None:
        if not whole:
            self._index = None
            self._soon.start()
