"""The path of what is shown, from the room down; each step leads there."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.selection import Selection, Showing, View


class Breadcrumb(QWidget):
    """All storage, then each container above; the last step is where the thing itself stands."""

    def __init__(self, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._now = now
        self._selection = selection
        self._steps = QHBoxLayout(self)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Path"))

    @property
    def buttons(self) -> list[QToolButton]:
        """The steps from the left."""
        return self.findChildren(QToolButton, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def show_path(self, container: int) -> None:
        """Show the way to a container: the steps above it."""
        while (item := self._steps.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)  # type: ignore[call-overload]
                widget.deleteLater()
        storage = self._now.storage
        if storage is None or container not in storage.containers:
            return
        above = storage.path(container)[:-1]
        self._add(self.tr("All storage"), View(Showing.STORAGE), not above)
        for step in above:
            mark = QLabel("›")
            mark.setProperty("look", "muted")
            self._steps.addWidget(mark)
            name = storage.containers[step].name
            self._add(name, View(Showing.CONTAINER, step), step == above[-1])
        self._steps.addStretch(1)

    def _add(self, name: str, view: View, here: bool) -> None:
        step = QToolButton()
        step.setText(name)
        step.setAccessibleName(name)
        step.setProperty("look", "crumb-here" if here else "crumb")
        step.setCursor(Qt.CursorShape.PointingHandCursor)
        step.clicked.connect(lambda: self._selection.go(view))
        self._steps.addWidget(step)
