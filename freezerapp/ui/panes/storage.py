"""All storage at one look: freezers from the front and tanks from above, shaded by fill, lit by a search."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from freezerapp.domain.container import is_unit
from freezerapp.ui import words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models import unit_map
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.container_tree import NEARLY_FULL
from freezerapp.ui.panes.flow import FlowLayout
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.selection import Lit, Selection, Showing, View
from freezerapp.ui.widgets.storage_map import MapSize, StorageMap
from freezerapp.ui.work import WORK

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import Storage

GAP = 14


class StoragePane(QWidget):
    """A card for each unit, by room; a click on a box opens it."""

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._look = look
        self._now = now
        self._selection = selection
        self._cards: dict[int, StorageMap] = {}
        self._plan: list[tuple[int | None, list[int]]] = []
        self.head = PageHead()
        self._lit = QLabel()
        self._lit.setProperty("look", "muted")
        self._lit.setTextFormat(Qt.TextFormat.PlainText)
        self._lit.hide()
        self._attention = Attention(look, now, selection)
        self._page = QWidget()
        self._page.setObjectName("page")
        self._rooms = QVBoxLayout(self._page)
        self._rooms.setContentsMargins(0, 0, 8, 16)
        self._rooms.setSpacing(8)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._page)
        self._area.setAccessibleName(self.tr("Storage map"))
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 10, 10)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addWidget(self._lit)
        layout.addWidget(self._area, 1)
        now.storage_changed.connect(self._on_storage)
        selection.lit_changed.connect(self._on_lit)

    @property
    def cards(self) -> dict[int, StorageMap]:
        """The cards by the id of their unit."""
        return self._cards

    def _on_storage(self) -> None:
        storage = self._now.storage
        plan = unit_map.units(storage) if storage is not None else []
        if plan != self._plan:
            self._plan = plan
            self._lay_out()
        if storage is not None:
            self._describe(storage)
            self._fill(storage)

    def _lay_out(self) -> None:
        self._cards.clear()
        self._attention.setParent(self)
        while (item := self._rooms.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        fewest = min((units for _, units in self._plan), key=len, default=None)
        for number, (room, units) in enumerate(self._plan):
            row = self._now.container(room)
            if row is not None:
                name = QLabel(row.name)
                name.setProperty("look", "section")
                name.setContentsMargins(2, 4 if number else 0, 0, 0)
                self._rooms.addWidget(name)
            group = QWidget()
            flow = FlowLayout(GAP, group)
            for unit in units:
                card = StorageMap(self._look, MapSize.CARD)
                card.activated.connect(self._on_activated)
                flow.addWidget(card)
                self._cards[unit] = card
            if units is fewest:
                flow.addWidget(self._attention)
            self._rooms.addWidget(group)
        self._rooms.addStretch(1)

    def _describe(self, storage: "Storage") -> None:
        """ "4 freezers, 2 tanks, 600 boxes, 53,510 tubes"."""
        kinds: dict[str, int] = {}
        boxes = 0
        for row in storage.containers.values():
            if is_unit(row.kind):
                kinds[row.kind] = kinds.get(row.kind, 0) + 1
            boxes += row.holds == "specimens" and row.status != "away"
        counted = [self._units(kind, count) for kind, count in kinds.items()]
        here = (storage.containers[id_] for id_ in storage.roots)
        tubes = sum(row.tubes for row in here if row.status != "away")
        counted.append(self.tr("%Ln box(es)", "", boxes))
        counted.append(self.tr("%Ln tube(s) in place", "", tubes))
        self.head.say(self.tr("All storage"), ", ".join(counted))

    def _units(self, kind: str, count: int) -> str:
        """ "4 freezers"."""
        match kind:
            case "freezer":
                return self.tr("%Ln freezer(s)", "", count)
            case "chest":
                return self.tr("%Ln chest(s)", "", count)
            case "tank":
                return self.tr("%Ln tank(s)", "", count)
            case "dewar":
                return self.tr("%Ln dewar(s)", "", count)
        return self.tr("%Ln cabinet(s)", "", count)

    def _fill(self, storage: "Storage") -> None:
        matches = unit_map.carried_up(storage, self._selection.lit.boxes)
        for unit, card in self._cards.items():
            card.show_unit(unit_map.unit_picture(storage, unit, matches))

    def _on_lit(self, lit: Lit) -> None:
        self._lit.setVisible(bool(lit))
        if lit:
            said = self.tr("Boxes holding matches for “{search}” are lit. Click a box to open it.")
            self._lit.setText(said.format(search=lit.query))
        if self._now.storage is not None:
            self._fill(self._now.storage)

    def _on_activated(self, container: int) -> None:
        self._selection.go(View(Showing.CONTAINER, container))


class Attention(QFrame):
    """What somebody should look at: holds, tubes out or missing, full units. Hidden while all is well."""

    def __init__(self, look: Look, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._look = look
        self._now = now
        self._selection = selection
        self.setProperty("look", "card")
        self.setFixedWidth(2 * 238 + GAP)
        self.setObjectName("attention")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 16, 14)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        now.counts_changed.connect(self._fill)
        now.storage_changed.connect(self._fill)
        look.changed.connect(self._fill)
        self.hide()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        lines = self._lines()
        self.setVisible(bool(lines))
        title = QLabel(self.tr("Needs attention"))
        title.setProperty("look", "strong")
        self._grid.addWidget(title, 0, 0, 1, 3)
        for number, (grave, text, view) in enumerate(lines, 1):
            colour = self._look.theme.colour.warning_bar if grave else self._look.theme.colour.muted
            dot = QLabel("●")
            dot.setStyleSheet(f"color: {colour.name()}; font-size: 9px;")
            said = QLabel(text)
            said.setWordWrap(True)
            show = QPushButton(self.tr("Show"))
            show.setProperty("look", "link")
            show.setAccessibleName(self.tr("Show: {what}").format(what=text))
            show.setCursor(Qt.CursorShape.PointingHandCursor)
            show.clicked.connect(lambda _checked=False, view=view: self._selection.go(view))
            self._grid.addWidget(dot, number, 0)
            self._grid.addWidget(said, number, 1)
            self._grid.addWidget(show, number, 2)

    def _lines(self) -> list[tuple[bool, str, View]]:
        views = {work.name: work.view for work in WORK}
        lines: list[tuple[bool, str, View]] = []
        for name, grave, text in (
            ("held", True, self.tr("%Ln tube(s) on hold", "", self._now.counts.get("held", 0))),
            ("missing", True, self.tr("%Ln tube(s) missing", "", self._now.counts.get("missing", 0))),
            ("bench", False, self.tr("%Ln tube(s) on the bench", "", self._now.counts.get("bench", 0))),
        ):
            count = self._now.counts.get(name, 0)
            if count:
                lines.append((grave, text, views[name]))
        storage = self._now.storage
        for row in storage.containers.values() if storage is not None else ():
            if is_unit(row.kind) and row.total and row.used / row.total >= NEARLY_FULL:
                said = self.tr("{unit} is {share} full")
                text = said.format(unit=row.name, share=words.percent(row.used, row.total))
                lines.append((False, text, View(Showing.CONTAINER, row.id)))
        return lines[:6]
