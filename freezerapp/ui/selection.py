"""What is being looked at, shared by all panes: a view in the centre, one tube, and what a search has lit."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

REMEMBERED = 100


class Showing(StrEnum):
    """What fills the centre."""

    STORAGE = "storage"
    CONTAINER = "container"
    LIST = "list"
    HISTORY = "history"
    PICKS = "pick lists"
    PICK = "pick list"
    SHIPMENTS = "shipments"
    SHIPMENT = "shipment"


class View(NamedTuple):
    """One thing the centre can show: all storage, a container, the tubes of a query, the history, lists of work.

    ``item`` is the id of the one list or parcel that is shown.
    """

    showing: Showing = Showing.STORAGE
    container: int | None = None
    query: str = ""
    item: int | None = None


class Lit(NamedTuple):
    """What a search has lit: the matching tubes, and how many of them stand in each box."""

    query: str = ""
    specimens: frozenset[int] = frozenset()
    boxes: Mapping[int, int] = MappingProxyType({})

    def __bool__(self) -> bool:
        return bool(self.query)


class Selection(QObject):
    """The shared point of all panes; each setter speaks only when something really changed."""

    view_changed = Signal(object)
    specimen_changed = Signal(object)
    lit_changed = Signal(object)
    beside_changed = Signal(object)
    trail_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = View()
        self._specimen: int | None = None
        self._lit = Lit()
        self._beside: int | None = None
        self._back: list[tuple[View, int | None]] = []
        self._forward: list[tuple[View, int | None]] = []

    @property
    def view(self) -> View:
        """What the centre shows."""
        return self._view

    @property
    def specimen(self) -> int | None:
        """The tube shown in the inspector, by id."""
        return self._specimen

    @property
    def lit(self) -> Lit:
        """What the last search has lit."""
        return self._lit

    @property
    def beside(self) -> int | None:
        """The box shown beside the one in the centre, by id."""
        return self._beside

    @property
    def can_go_back(self) -> bool:
        """Whether an earlier view is remembered."""
        return bool(self._back)

    @property
    def can_go_forward(self) -> bool:
        """Whether a view was left by going back."""
        return bool(self._forward)

    def go(self, view: View, specimen: int | None = None) -> None:
        """Show a view, with a tube selected in it or none; the view before is remembered.

        Lists and the history keep the tube that was selected; a container and the map begin without one.
        """
        if specimen is None and view.showing not in (Showing.CONTAINER, Showing.STORAGE):
            specimen = self._specimen
        if view != self._view:
            self._back.append((self._view, self._specimen))
            del self._back[:-REMEMBERED]
            self._forward.clear()
            self._turn_to(view, specimen)
        elif specimen is not None:
            self.choose(specimen)

    def choose(self, specimen: int | None) -> None:
        """Select a tube where one is."""
        if specimen != self._specimen:
            self._specimen = specimen
            self.specimen_changed.emit(specimen)

    def light(self, lit: Lit) -> None:
        """Light what a search found; an empty Lit puts the light out."""
        if lit != self._lit:
            self._lit = lit
            self.lit_changed.emit(lit)

    def put_beside(self, box: int | None) -> None:
        """Show another box beside the one in the centre, or none."""
        if box != self._beside:
            self._beside = box
            self.beside_changed.emit(box)

    def back(self) -> None:
        """To the view before."""
        if self._back:
            self._forward.append((self._view, self._specimen))
            self._turn_to(*self._back.pop())

    def forward(self) -> None:
        """To the view that was left by going back."""
        if self._forward:
            self._back.append((self._view, self._specimen))
            self._turn_to(*self._forward.pop())

    def clear(self) -> None:
        """Forget everything: another bank is being opened."""
        self._back.clear()
        self._forward.clear()
        self._specimen = None
        self._view = View()
        self.put_beside(None)
        self.light(Lit())
        self.view_changed.emit(self._view)
        self.specimen_changed.emit(None)
        self.trail_changed.emit()

    def _turn_to(self, view: View, specimen: int | None) -> None:
        changed = specimen != self._specimen
        self._view, self._specimen = view, specimen
        self.view_changed.emit(view)
        # A page that was turned to may have chosen another tube by now, and said so.
        if changed and self._specimen == specimen:
            self.specimen_changed.emit(specimen)
        self.trail_changed.emit()
