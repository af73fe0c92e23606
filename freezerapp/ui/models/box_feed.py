"""The rows of one box, asked anew whenever the box may have been touched."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from freezerapp.ui import questions
from freezerapp.ui.dispatcher import Dispatcher

if TYPE_CHECKING:
    from freezerapp.storage.database import Change
    from freezerapp.storage.rows.box import BoxRow


class BoxFeed(QObject):
    """``came`` carries the rows; ``refused`` the Problem met in reading them."""

    came = Signal(object)
    refused = Signal(object)

    def __init__(self, dispatcher: Dispatcher, lane: str, parent: QObject) -> None:
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._lane = lane
        self._container: int | None = None
        self._rows: BoxRow | None = None
        dispatcher.changed.connect(self._on_changed)

    @property
    def container(self) -> int | None:
        """The box that is followed, by id."""
        return self._container

    @property
    def rows(self) -> "BoxRow | None":
        """Its rows as they were last read."""
        return self._rows

    def follow(self, container: int | None) -> None:
        """Follow this box from now on, or none."""
        if container != self._container:
            self._container, self._rows = container, None
        self.ask()

    def ask(self) -> None:
        """Read it anew."""
        container = self._container
        if container is None:
            self._dispatcher.forget(self._lane)
            return
        self._dispatcher.ask(
            lambda reader: questions.box(reader, container),
            self._on_rows,
            owner=self,
            lane=self._lane,
            refused=self.refused.emit,
        )

    def _on_changed(self, change: "Change") -> None:
        """Ask anew if this box, or a tube shown in it, may be touched."""
        touched = change.containers
        if self._container is None:
            return
        tubes = change.specimens
        mine = {tube.id for tube in self._rows.tubes} if self._rows is not None else set()
        if touched is None or self._container in touched or tubes is None or not mine.isdisjoint(tubes):
            self.ask()

    def _on_rows(self, rows: "BoxRow") -> None:
        self._rows = rows
        self.came.emit(rows)
