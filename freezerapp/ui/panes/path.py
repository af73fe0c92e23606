"""The path of what is shown as a breadcrumb; each step leads there."""

from freezerapp.domain.container import is_box_kind
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.container_tree import ALL_STORAGE
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.widgets.breadcrumb import Breadcrumb, Crumb


class PathPane(Breadcrumb):
    """All storage, then each container above; the last step is what the thing itself stands in."""

    def __init__(self, look: Look, now: BankNow, selection: Selection) -> None:
        super().__init__(look)
        self._now = now
        self._selection = selection
        self.activated.connect(self._on_activated)

    def lead_to(self, container: int) -> None:
        """Show the way to a container: the steps above it."""
        storage = self._now.storage
        if storage is None or container not in storage.containers:
            return
        above = storage.path(container)[:-1]
        names = [Crumb(id_, storage.containers[id_].name) for id_ in above]
        row = storage.containers[container]
        if row.position is not None and row.parent_id is not None and is_box_kind(row.kind):
            names.append(Crumb(row.parent_id, row.position))
        self.show_path((Crumb(ALL_STORAGE, self.tr("All storage")), *names))

    def _on_activated(self, container: int) -> None:
        if container == ALL_STORAGE:
            self._selection.go(View(Showing.STORAGE))
        else:
            self._selection.go(View(Showing.CONTAINER, container))
