"""The panes of the window, made together once the window itself is there."""

from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.box import BoxPane
from freezerapp.ui.panes.container import ContainerPane
from freezerapp.ui.panes.found import FoundPane
from freezerapp.ui.panes.history import HistoryPane
from freezerapp.ui.panes.inspector import InspectorPane
from freezerapp.ui.panes.search import SearchField
from freezerapp.ui.panes.storage import StoragePane
from freezerapp.ui.panes.storage_tree import StorageTreePane
from freezerapp.ui.panes.work_list import WorkList
from freezerapp.ui.selection import Selection
from freezerapp.ui.widgets.inline_bar import InlineBar

LEAST_TREE, LEAST_INSPECTOR = 180, 250


class Furniture:
    """Each pane knows its models, the dispatcher and the shared selection; none knows another."""

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection) -> None:
        self.work = WorkList(look, dispatcher, selection)
        self.tree = StorageTreePane(look, now, self.work, selection)
        self.storage = StoragePane(look, dispatcher, now, selection)
        self.container = ContainerPane(look, now, selection)
        self.box = BoxPane(look, dispatcher, now, selection)
        self.found = FoundPane(look, dispatcher, now, selection)
        self.history = HistoryPane(look, dispatcher, now, selection)
        self.inspector = InspectorPane(look, dispatcher, now, selection)
        self.search = SearchField(look, dispatcher, now, selection)
        self.bar = InlineBar(look)
        self.tree.setMinimumWidth(LEAST_TREE)
        self.inspector.setMinimumWidth(LEAST_INSPECTOR)
