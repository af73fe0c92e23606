""" "Move to…": a box and a position, typed or picked, for tubes; a place for a box or a rack."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.barcode import code_key
from freezerapp.domain.container import is_box_kind
from freezerapp.domain.position import NoSuchPosition, Position
from freezerapp.ui import messages, words
from freezerapp.ui.dialogs.form import add_line, add_main_button, grow

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import ContainerRow, Storage

Takes = Callable[["ContainerRow"], bool]


class MoveToDialog(QDialog):
    """``container`` and ``position`` hold the answer when it was accepted; no position: the next free one.

    ``takes`` says which containers are offered. ``asked`` carries the id of one that was written; whoever
    hears it tells its free positions (``tell``), in filling order. Not ``standing``: it has no place yet.
    """

    asked = Signal(int)

    def __init__(
        self,
        storage: "Storage",
        what: str,
        takes: Takes,
        here: int | None = None,
        parent: QWidget | None = None,
        *,
        shape: bool = False,
        places: bool = True,
        standing: bool = True,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._storage = storage
        self._free: dict[int, tuple[Position, ...]] = {}
        self._asked: set[int] = set()
        self._places = places
        self._names = _names(storage, takes)
        self.setWindowTitle(self.tr("Move to") if places and standing else what)
        self.setMinimumWidth(460)
        about = QLabel(what)
        about.setProperty("look", "strong")
        about.setWordWrap(True)
        self.box = QLineEdit()
        self.box.setPlaceholderText(self.tr("Code or name"))
        completer = QCompleter(sorted(self._names), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.box.setCompleter(completer)
        self.at = QLineEdit()
        self.at.setPlaceholderText(self.tr("Next free"))
        self._positions = QStringListModel(self)
        offered = QCompleter(self._positions, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.at.setCompleter(offered)
        self.shape = QCheckBox(self.tr("Keep the shape of the group"))
        self.shape.setChecked(True)
        self.shape.setVisible(shape)
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self.said.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        fields = ((self.tr("&Into") if places else self.tr("&Box"), self.box), (self.tr("&Position"), self.at))
        for text, field in fields[: 2 if places else 1]:
            add_line(form, text, field)
        form.addRow("", self.shape)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        moves = self.tr("Move") if standing else self.tr("Place")
        self.do = add_main_button(self.buttons, moves if places else self.tr("Show"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(about)
        layout.addLayout(form)
        layout.addWidget(self.said)
        layout.addWidget(self.buttons)
        row = storage.containers.get(here) if here is not None else None
        if row is not None and takes(row):
            self.box.setText(row.code or row.name)
            self.box.selectAll()
        self.box.textChanged.connect(self._check)
        self.at.textChanged.connect(self._check)

    @property
    def container(self) -> "ContainerRow | None":
        """The container that is written there, by its code, its name or its path."""
        key = self._names.get(self.box.text().strip())
        if key is None:
            wanted = code_key(self.box.text().strip())
            key = next((each for name, each in self._names.items() if code_key(name) == wanted), None)
        return self._storage.containers[key] if key is not None else None

    @property
    def position(self) -> Position | None:
        """The position that is written there; None: the next free one. Raises NoSuchPosition."""
        row, text = self.container, self.at.text().strip()
        return row.layout.parse(text) if row is not None and text else None

    @property
    def keeps_shape(self) -> bool:
        """Whether a group is to stand as it stood."""
        return self.shape.isChecked() and bool(self.at.text().strip())

    def tell(self, container: int, free: tuple[Position, ...]) -> None:
        """These positions of a container are free."""
        self._free[container] = free
        self._check()

    def begin(self) -> None:
        """Show it, without holding up the rest of the window."""
        self.open()
        self._check()

    def _check(self) -> None:
        row = self.container
        if not self._places:
            self.said.setText("" if row is None else self._storage.path_text(row.id))
            self.do.setEnabled(row is not None)
            return
        if row is not None and row.id not in self._asked:
            self._asked.add(row.id)
            self.asked.emit(row.id)
        self.at.setEnabled(row is not None)
        ready, said, warns = False, "", False
        if row is not None and row.id in self._free:
            free = self._free[row.id]
            labels = [row.layout.label(each) for each in free]
            if labels != self._positions.stringList():
                self._positions.setStringList(labels)
            path = self._storage.path_text(row.id)
            said = self.tr("{path}: {count} free").format(path=path, count=words.number(len(free)))
            ready = bool(free)
            try:
                at = self.position
            except NoSuchPosition as problem:
                ready, warns, said = False, True, messages.sentence(problem)
            else:
                if at is not None and at not in free:
                    warns, said = True, self.tr("{position} is taken.").format(position=row.layout.label(at))
                    ready = False
        elif row is None and self.box.text().strip():
            said, warns = self.tr("No such place takes this."), True
        self.said.setText(said)
        self.said.setProperty("look", "warning" if warns else "muted")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self.do.setEnabled(ready)
        grow(self)


def _names(storage: "Storage", takes: Takes) -> dict[str, int]:
    """What can be typed for each container: its code, and its path where it has none or a name twice."""
    found: dict[str, int] = {}
    for key, row in storage.containers.items():
        if not takes(row):
            continue
        if row.code:
            found[row.code] = key
        if not row.code or not is_box_kind(row.kind):
            found[storage.path_text(key)] = key
    return found
