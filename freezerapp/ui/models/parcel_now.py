"""The shipment that is looked at, as the bank says it at this moment."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from freezerapp.domain.problems import NotThere, Problem
from freezerapp.ui import parcel_questions
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.models.bank_now import BankNow

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import LineRow, Parcel


class ParcelNow(QObject):
    """Asked anew after each change. ``changed``: another shipment, or the same as it is now; ``gone``: taken back."""

    changed = Signal()
    gone = Signal()
    refused = Signal(object)

    def __init__(self, dispatcher: Dispatcher, now: BankNow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._now = now
        self._wanted: int | None = None
        self._parcel: Parcel | None = None
        dispatcher.changed.connect(self._ask)
        dispatcher.closed.connect(lambda: self.show(None))
        now.storage_changed.connect(self._on_storage)

    @property
    def wanted(self) -> int | None:
        """The shipment that is looked at, by id."""
        return self._wanted

    @property
    def parcel(self) -> "Parcel | None":
        """The shipment, None until it was read."""
        return self._parcel

    @property
    def lines(self) -> "tuple[LineRow, ...]":
        """Its lines, those that travel first."""
        return self._parcel.lines if self._parcel is not None else ()

    def show(self, shipment: int | None) -> None:
        """Look at this one from now on."""
        if shipment == self._wanted and shipment is not None:
            self._ask()
            return
        self._wanted, self._parcel = shipment, None
        self.changed.emit()
        self._ask()

    def line_of(self, specimen: int) -> "LineRow | None":
        """The line of a tube that is still to travel, or did."""
        return next((row for row in self.lines if row.specimen_id == specimen and not _is_off(row)), None)

    def _on_storage(self) -> None:
        if self._parcel is None:
            self._ask()

    def _ask(self, _change: object = None) -> None:
        wanted, tree = self._wanted, self._now.storage
        if wanted is None or tree is None:
            return
        self._dispatcher.ask(
            lambda reader: parcel_questions.parcel(reader, wanted, tree),
            self._on_parcel,
            owner=self,
            lane="parcel",
            refused=self._on_refused,
        )

    def _on_parcel(self, parcel: "Parcel") -> None:
        if parcel.shipment.id == self._wanted:
            self._parcel = parcel
            if parcel.shipment.void:
                self.gone.emit()
            else:
                self.changed.emit()

    def _on_refused(self, problem: Problem) -> None:
        if isinstance(problem, NotThere):
            self.gone.emit()
        else:
            self.refused.emit(problem)


def _is_off(row: "LineRow") -> bool:
    return row.line.state.value in ("removed", "replaced")
