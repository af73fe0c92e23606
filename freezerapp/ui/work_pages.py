"""The pages of the centre: each made when it is first looked at, and turned to as the view changes."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.selection import Selection, Showing, View

if TYPE_CHECKING:
    from freezerapp.ui.furniture import Furniture
    from freezerapp.ui.panes.found import FoundPane
    from freezerapp.ui.panes.history import HistoryPane
    from freezerapp.ui.panes.pick import PickPane
    from freezerapp.ui.panes.picks import PicksPane
    from freezerapp.ui.panes.shipment import ShipmentPane
    from freezerapp.ui.panes.shipments import ShipmentsPane
    from freezerapp.ui.shipping import Shipping
    from freezerapp.ui.workbench import Workbench


class WorkPages(QStackedWidget):
    """``room_wanted``: the page of a shipment is whole now, and the bars give way to it or come back."""

    room_wanted = Signal(bool)

    def __init__(self, start: QWidget, now: BankNow, selection: Selection, furnish: Callable[[], None]) -> None:
        """``furnish`` brings the panes in where they are not in yet."""
        super().__init__()
        self._start, self._now, self._selection, self._furnish = start, now, selection, furnish
        self._panes: Furniture | None = None
        self._bench: Workbench | None = None
        self.addWidget(start)
        self.currentChanged.connect(self.updateGeometry)

    def minimumSizeHint(self) -> QSize:
        """Of the page that is shown: Qt would keep the room of the widest page that was ever made."""
        page = self.currentWidget()
        return page.minimumSizeHint().expandedTo(page.minimumSize()) if page is not None else super().minimumSizeHint()

    def put_in(self, panes: "Furniture", bench: "Workbench") -> None:
        """The panes are there."""
        self._panes, self._bench = panes, bench
        for page in (panes.storage, panes.container, panes.box):
            self.addWidget(page)

    @cached_property
    def found(self) -> "FoundPane":
        """A list of tubes."""
        panes, bench = self._furnished()
        made = panes.found
        made.menu_wanted.connect(bench.tube_menu)
        made.pick_wanted.connect(lambda tubes: bench.pick(tubes))
        made.labels_wanted.connect(lambda name, tubes: panes.labels.print_listed(name, tubes))
        self.addWidget(made)
        return made

    @cached_property
    def history(self) -> "HistoryPane":
        """What happened in the bank."""
        made = self._furnished()[0].history
        self.addWidget(made)
        return made

    @cached_property
    def picks(self) -> "PicksPane":
        """All pick lists."""
        made = self._furnished()[0].picks
        self.addWidget(made)
        return made

    @cached_property
    def pick(self) -> "PickPane":
        """One pick list."""
        panes, bench = self._furnished()
        made = panes.pick
        made.add_wanted.connect(lambda page: panes.picking.add(page, [each.id for each in bench.chosen.tubes.all]))
        made.labels_wanted.connect(lambda name, tubes: panes.labels.print_listed(name, tubes))
        made.heard.connect(bench.scans.toned)
        self.addWidget(made)
        return made

    @cached_property
    def shipping(self) -> "Shipping":
        """What is done with shipments."""
        return self._furnished()[0].shipping(self._to_ship)

    @cached_property
    def shipments(self) -> "ShipmentsPane":
        """All shipments."""
        made = self._furnished()[0].shipments
        made.new_wanted.connect(self.shipping.new)
        self.addWidget(made)
        return made

    @cached_property
    def shipment(self) -> "ShipmentPane":
        """One shipment."""
        panes, bench = self._furnished()
        made = panes.shipment(self.shipping)
        made.heard.connect(bench.scans.toned)
        made.ready.connect(self.room_wanted)
        self.addWidget(made)
        return made

    @property
    def shows_box(self) -> bool:
        """Whether a box is in the centre."""
        return self._panes is not None and self.currentWidget() is self._panes.box

    def rest(self) -> None:
        """As it is without a bank."""
        self.setCurrentWidget(self._start)

    def show_view(self, view: View) -> bool:
        """Turn to the page of a view; False where there is none, as its container is gone."""
        page = self._of(view)
        if page is None:
            return False
        if view.showing is not Showing.SHIPMENT:
            self.room_wanted.emit(False)
        self._turn_to(page)
        return True

    def _of(self, view: View) -> QWidget | None:
        panes, _ = self._furnished()
        match view.showing:
            case Showing.STORAGE:
                return panes.storage
            case Showing.LIST:
                return self.found
            case Showing.HISTORY:
                return self.history
            case Showing.PICKS:
                return self.picks
            case Showing.PICK:
                return self.pick
            case Showing.SHIPMENTS:
                return self.shipments
            case Showing.SHIPMENT:
                return self.shipment
        row = self._now.container(view.container)
        if row is None:
            return None
        return panes.box if row.holds == "specimens" else panes.container

    def _turn_to(self, page: QWidget) -> None:
        """Show a page; where the keyboard was on the page before, it goes to the heart of this one."""
        focused = QApplication.focusWidget()
        moves = focused is not None and self.isAncestorOf(focused)
        changes = self.currentWidget() is not page
        if moves and changes:
            # Qt would hand it to the next part in the order of Tab, which then chooses what it stands on.
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setCurrentWidget(page)
        if moves and changes:
            heart: QWidget = getattr(page, "heart", self._furnished()[0].tree.tree)
            heart.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_ship(self) -> list[tuple[str, tuple[int, ...]]]:
        """What a shipment can begin with: the tubes of the search that is shown, those chosen, or none yet."""
        from freezerapp.ui import said_of_work

        ways: list[tuple[str, tuple[int, ...]]] = []
        view = self._selection.view
        if view.showing is Showing.LIST and view.query:
            ids = tuple(self.found.model.ids)
            if ids:
                text = self.tr("{tubes} of “{list}”")
                ways.append((text.format(tubes=said_of_work.tubes(len(ids)), list=self.found.head.title.text()), ids))
        chosen = tuple(each.id for each in self._furnished()[1].chosen.tubes.all)
        if chosen:
            text = self.tr("{tubes}, chosen")
            ways.append((text.format(tubes=said_of_work.tubes(len(chosen))), chosen))
        return ways

    def _furnished(self) -> "tuple[Furniture, Workbench]":
        self._furnish()
        assert self._panes is not None
        assert self._bench is not None
        return self._panes, self._bench
