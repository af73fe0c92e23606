"""The panes of the window and what they work with, made together once the window itself is there."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.hands import Hands
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.panes.bench_strip import BenchStrip
from freezerapp.ui.panes.box import Beside, BoxPane
from freezerapp.ui.panes.container import ContainerPane
from freezerapp.ui.panes.fill_by_scan import FillByScan
from freezerapp.ui.panes.inspector import InspectorPane
from freezerapp.ui.panes.search import SearchField
from freezerapp.ui.panes.second_box import SecondBox
from freezerapp.ui.panes.storage import StoragePane
from freezerapp.ui.panes.storage_tree import StorageTreePane
from freezerapp.ui.panes.work_list import WorkList
from freezerapp.ui.selection import Selection
from freezerapp.ui.settings import Settings
from freezerapp.ui.task import Task
from freezerapp.ui.telling import Telling
from freezerapp.ui.widgets.inline_bar import InlineBar

if TYPE_CHECKING:
    from freezerapp.ui.label_desk import LabelDesk
    from freezerapp.ui.panes.found import FoundPane
    from freezerapp.ui.panes.history import HistoryPane
    from freezerapp.ui.panes.pick import PickPane
    from freezerapp.ui.panes.picks import PicksPane
    from freezerapp.ui.panes.shipment import ShipmentPane
    from freezerapp.ui.panes.shipments import ShipmentsPane
    from freezerapp.ui.parcel_desk import ParcelDesk
    from freezerapp.ui.pick_desk import PickDesk
    from freezerapp.ui.shipping import Shipping, Ways
    from freezerapp.ui.site_desk import SiteDesk

LEAST_TREE, LEAST_INSPECTOR = 180, 250


class Furniture:
    """Each pane knows its models, the dispatcher and what is shared by all; none knows another."""

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        now: BankNow,
        selection: Selection,
        settings: Settings,
        account: str,
        window: QWidget,
    ) -> None:
        self._shared = look, dispatcher, now, selection
        self._window, self._settings = window, settings
        self.bar = InlineBar(look)
        self.doing = Doing(dispatcher, now, Telling(self.bar, window), account, window)
        self.bench = BenchList(dispatcher, now, window)
        self.hands = Hands(self.doing, now, self.bench, settings)
        self.task = Task(window)
        self.work = WorkList(look, now, selection)
        self.tree = StorageTreePane(look, now, self.work, selection, self.hands)
        self.storage = StoragePane(look, dispatcher, now, selection)
        self.container = ContainerPane(look, now, selection)
        self.second = SecondBox(look, dispatcher, now, selection, self.hands, self.bench, settings)
        self.fill = FillByScan(look, dispatcher, self.hands, self.bench, self.task)
        self.box = BoxPane(
            look,
            dispatcher,
            now,
            selection,
            self.hands,
            self.bench,
            settings,
            Beside(self.second.view, self.second, self.second.head),
            self.fill,
        )
        self.inspector = InspectorPane(look, dispatcher, now, selection)
        self.search = SearchField(look, dispatcher, now, selection)
        self.strip = BenchStrip(look, self.hands, self.bench, selection, self.task, settings)
        self.tree.setMinimumWidth(LEAST_TREE)
        self.inspector.setMinimumWidth(LEAST_INSPECTOR)

    @cached_property
    def found(self) -> "FoundPane":
        """The list of tubes; made when one is first looked at, as the history is."""
        from freezerapp.ui.panes.found import FoundPane

        return FoundPane(*self._shared)

    @cached_property
    def history(self) -> "HistoryPane":
        """What happened in the bank."""
        from freezerapp.ui.panes.history import HistoryPane

        return HistoryPane(*self._shared, self.doing)

    @cached_property
    def picks(self) -> "PicksPane":
        """All pick lists."""
        from freezerapp.ui.panes.picks import PicksPane

        return PicksPane(*self._shared, self.picking)

    @cached_property
    def pick(self) -> "PickPane":
        """One pick list."""
        from freezerapp.ui.panes.pick import PickPane

        return PickPane(*self._shared, self.picking, self.task)

    @cached_property
    def picking(self) -> "PickDesk":
        """Where pick lists are made and settled."""
        from freezerapp.ui.pick_desk import PickDesk

        look, dispatcher, now, selection = self._shared
        return PickDesk(self._window, look, dispatcher, now, selection, self.doing, self.bench, self._settings)

    @cached_property
    def shipments(self) -> "ShipmentsPane":
        """The list of shipments."""
        from freezerapp.ui.panes.shipments import ShipmentsPane

        return ShipmentsPane(*self._shared)

    def shipping(self, ways: "Ways") -> "Shipping":
        """What is done with shipments; ``ways`` gives what one can begin with."""
        from freezerapp.ui.shipping import Shipping
        from freezerapp.ui.shipping_tools import Tools

        look, dispatcher, now, selection = self._shared
        tools = Tools(self._window, look, dispatcher, now, self.doing, self.hands)
        return Shipping(tools, selection, ways, lambda: self.parcels, lambda: self.labels)

    @cached_property
    def parcels(self) -> "ParcelDesk":
        """Where papers and files of parcels are; made with the first."""
        from freezerapp.ui.parcel_desk import ParcelDesk

        look, dispatcher, now, _ = self._shared
        return ParcelDesk(self._window, look, self._settings, dispatcher, now, self.doing)

    def shipment(self, shipping: "Shipping") -> "ShipmentPane":
        """The page of one shipment."""
        from freezerapp.ui.panes.shipment import ShipmentPane

        return ShipmentPane(*self._shared, shipping, self.task)

    @cached_property
    def site(self) -> "SiteDesk":
        """Where the rules of the site are set."""
        from freezerapp.ui.site_desk import SiteDesk

        _, dispatcher, now, _ = self._shared
        return SiteDesk(self._window, dispatcher, now, self.doing, lambda over: self.picking.set_pace(over))

    @cached_property
    def labels(self) -> "LabelDesk":
        """Where labels are printed; made with the first."""
        from freezerapp.ui.label_desk import LabelDesk

        look, dispatcher, now, _ = self._shared
        return LabelDesk(self._window, look, self._settings, dispatcher, now, self.doing)
