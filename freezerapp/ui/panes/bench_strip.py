"""The foot of the page: what is in hand, for how long, and the ways to put it down again."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy

from freezerapp.domain.specimen import Known, Spot
from freezerapp.ui.hands import Hands, Seen, as_seen
from freezerapp.ui.look import Look
from freezerapp.ui.models import bench_list
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import OUT_LIMIT, Settings
from freezerapp.ui.task import Scanned, Task
from freezerapp.ui.widgets.bench_things import BenchThings, Thing
from freezerapp.ui.widgets.box_carried import Carried
from freezerapp.ui.widgets.box_drag import carried_in, carried_pixmap, drag_tubes
from freezerapp.ui.widgets.box_picture import CellPicture
from freezerapp.ui.widgets.container_drag import container_in, drag_container
from freezerapp.ui.widgets.pill import Pill, Tone

if TYPE_CHECKING:
    from freezerapp.storage.rows.bench import BenchRow

TICK_MS = 5_000
PUT_BACK = "put back"


class BenchStrip(QFrame):
    """Tubes are dragged or picked up from here, and taken out by dropping them here.

    ``menu_wanted`` carries the screen point where the menu of what is chosen is wanted; ``picked_up`` what the
    keyboard took in hand here, to be carried over a box; ``fill_wanted``: place what is in hand in the next
    free positions of the box that is shown; ``place_wanted`` the tubes that a box is to be proposed for.
    """

    menu_wanted = Signal(QPoint)
    picked_up = Signal(object)
    fill_wanted = Signal()
    place_wanted = Signal(object)

    def __init__(
        self, look: Look, hands: Hands, bench: BenchList, selection: Selection, task: Task, settings: Settings
    ) -> None:
        super().__init__()
        self._look = look
        self._hands = hands
        self._bench = bench
        self._selection = selection
        self._task = task
        self._settings = settings
        self._bank = ""
        self._on_box_page = False
        self.setProperty("look", "card")
        self.setObjectName("bench")
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("On the bench"))
        self._title = QLabel(self.tr("On the bench"))
        self._title.setProperty("look", "strong")
        self.pill = Pill()
        self.things = BenchThings(look)
        self.things.setAccessibleName(self.tr("On the bench"))
        self._area = _SideScroll()
        self._area.setWidget(self.things)
        self.things.setAutoFillBackground(False)
        self.said = QLabel()
        self.said.setProperty("look", "muted")
        self.said.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.put_back = QPushButton()
        self.place = QPushButton(self.tr("Place in next free"))
        self.find_place = QPushButton(self.tr("Find a place…"))
        self.find_place.setToolTip(self.tr("A box is proposed for the tubes that no place is kept for"))
        self.stop = QPushButton(self.tr("Stop"))
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 10, 6)
        row.setSpacing(10)
        for part in (self._title, self.pill):
            row.addWidget(part)
        row.addWidget(self._area, 1)
        row.addWidget(self.said)
        self._buttons = (self.put_back, self.place, self.find_place, self.stop)
        for button in self._buttons:
            row.addWidget(button)
        self.put_back.clicked.connect(self._on_put_back)
        self.place.clicked.connect(self.fill_wanted)
        self.find_place.clicked.connect(lambda: self.place_wanted.emit(self._lost()))
        self.stop.clicked.connect(lambda: task.end(PUT_BACK))
        self.things.went_to.connect(self._on_went_to)
        self.things.activated.connect(self._on_activated)
        self.things.drag_wanted.connect(self._on_drag)
        self.things.picked_up.connect(self._on_picked_up)
        self.things.menu_wanted.connect(self.menu_wanted)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK_MS)
        self._ticks.timeout.connect(self.tell)
        bench.changed.connect(self._on_bench)
        task.changed.connect(self.tell)
        look.changed.connect(self.tell)
        self._on_bench()

    def set_bank(self, uuid: str) -> None:
        """The bank whose tubes these are: no other box takes them."""
        self._bank = uuid

    def set_on_box_page(self, here: bool) -> None:
        """Whether a box is shown above: then there is somewhere to take tubes from and to place them."""
        self._on_box_page = here
        self.tell()

    @property
    def chosen_tubes(self) -> tuple[Seen, ...]:
        """The chosen tubes, or all if none is chosen."""
        rows = self._chosen_rows() or self._bench.rows
        return tuple(as_seen(row) for row in rows if row.kind == "specimen")

    @property
    def all_tubes(self) -> tuple[Seen, ...]:
        """All tubes in hand."""
        return tuple(as_seen(row) for row in self._bench.tubes)

    @property
    def chosen_containers(self) -> tuple[int, ...]:
        """The chosen boxes and racks."""
        return tuple(row.id for row in self._chosen_rows() if row.kind == "container")

    def put_back_now(self, known: Known = Known.DECLARED) -> None:
        """Put the chosen ones back where their places are kept, or all, without scanning them."""
        rows = self._chosen_rows() or self._bench.rows
        tubes = [as_seen(row) for row in rows if row.kind == "specimen" and row.home_id is not None]
        if tubes:
            self._hands.put_back(tubes, known)
        for row in rows:
            if row.kind == "container":
                self._hands.put_back_container(row.id, known, ask=False)

    def begin_putting_back(self) -> None:
        """Each scan from now on puts its tube or box back where its place is kept."""
        if self._bench.rows:
            self._task.begin(PUT_BACK, self._take)

    def minimumSizeHint(self) -> QSize:
        """The window may be narrower than all of this: then the words give way to the tubes and buttons."""
        return QSize(360, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_way()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        carried = carried_in(event.mimeData())
        container = container_in(event.mimeData())
        mine = carried is not None and carried.box is not None and carried.bank == self._bank
        if mine or (container is not None and container.bank == self._bank):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self._wear(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._wear(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        self._wear(over=False)
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()
        carried, container = carried_in(event.mimeData()), container_in(event.mimeData())
        if carried is not None and carried.box is not None:
            cells = zip(carried.ids, carried.cells, strict=True)
            box = carried.box
            self._hands.take_out([Seen(id_, "", Spot(box, *cell)) for id_, cell in cells])
        elif container is not None:
            self._hands.take_out_container(container.id)

    def _take(self, scanned: Scanned) -> bool:
        """A scan while tubes are put back."""
        if scanned.found is None:
            return False
        if scanned.found.kind == "specimen":
            row = self._bench.tube(scanned.found.id)
            if row is not None and row.home_id is not None:
                self._hands.put_back([as_seen(row)], Known.SCANNED)
                return True
            return False
        if scanned.found.kind == "container" and self._bench.container(scanned.found.id) is not None:
            self._hands.put_back_container(scanned.found.id, Known.SCANNED, ask=False)
            return True
        return False

    def _lost(self) -> tuple[Seen, ...]:
        """Tubes that no place is kept for: the chosen ones of them, or all."""
        lost = [row for row in self._bench.tubes if row.home_id is None]
        chosen = [row for row in self._chosen_rows() if row in lost]
        return tuple(as_seen(row) for row in chosen or lost)

    def _chosen_rows(self) -> "tuple[BenchRow, ...]":
        keys = {(each.kind, each.id) for each in self.things.chosen}
        return tuple(row for row in self._bench.rows if (row.kind, row.id) in keys)

    def _on_bench(self) -> None:
        if not self._bench.rows:
            self._task.end(PUT_BACK)
            self._ticks.stop()
        elif not self._ticks.isActive():
            self._ticks.start()
        self.tell()

    def tell(self) -> None:
        """Say and show how it is at this moment."""
        rows, now_ms = self._bench.rows, int(time.time() * 1000)
        limit = self._settings.get(OUT_LIMIT)
        looks = bench_list.pictures(tuple(row for row in rows if row.kind == "specimen"), now_ms)
        self.things.show_things(tuple(self._thing(row, looks, now_ms, limit) for row in rows))
        self.pill.setText(bench_list.summary(rows, now_ms))
        late = any(each.late for each in self.things.things)
        self.pill.set_tone(Tone.WARNING if late else Tone.NEUTRAL)
        self.pill.setToolTip(self.tr("Out for too long: put back or place what is marked.") if late else "")
        putting_back = self._task.name == PUT_BACK
        belongs = any(row.home_id is not None for row in rows)
        if not rows:
            self.said.setText(self.tr("Nothing. Drag tubes here to take them out."))
        elif putting_back:
            self.said.setText(self.tr("Scan each to confirm"))
        else:
            self.said.setText("")
        self.said.setVisible(bool(self.said.text()))
        self.put_back.setText(self.tr("Put back without scanning") if putting_back else self.tr("Put back"))
        self.put_back.setVisible(belongs)
        self.stop.setVisible(putting_back)
        self.place.setVisible(bool(self._bench.tubes) and self._on_box_page and not self._task.name)
        self.find_place.setVisible(bool(self._lost()) and not self._on_box_page and not putting_back)
        self._area.setVisible(bool(rows))
        self._give_way()
        self.setVisible(bool(rows) or self._on_box_page)

    def _give_way(self) -> None:
        """With little room the count is told by the pointer only, then the title goes too."""
        buttons = [each for each in self._buttons if not each.isHidden()]
        tubes = min(self.things.sizeHint().width(), 250) if self._bench.rows else 0
        needed = sum(each.sizeHint().width() + 10 for each in buttons) + tubes + 34
        room = self.width() - needed
        rows = bool(self._bench.rows)
        self.pill.setVisible(rows and room >= self.pill.sizeHint().width() + self._title.sizeHint().width())
        self._title.setVisible(not rows or room >= self._title.sizeHint().width())
        self._title.setToolTip(self.pill.text())
        self._area.setToolTip(self.pill.text() if self.pill.isHidden() else "")

    def _thing(self, row: "BenchRow", looks: dict[int, CellPicture], now_ms: int, limit: int) -> Thing:
        late = bench_list.minutes_out(row, now_ms) >= self._bench.limit_min(row, limit)
        picture = looks.get(row.id) if row.kind == "specimen" else None
        if picture is None:
            said, hint = bench_list.spoken(row, now_ms), bench_list.hint(row, now_ms)
            picture = CellPicture("", line1=row.code, spoken=said, hint=hint)
        return Thing(row.kind, row.id, picture, late)

    def _wear(self, *, over: bool) -> None:
        self.setProperty("look", "card-target" if over else "card")
        self.style().unpolish(self)
        self.style().polish(self)

    def _on_put_back(self) -> None:
        if self._task.name == PUT_BACK:
            self._task.end(PUT_BACK)
            self.put_back_now()
        else:
            self.begin_putting_back()

    def _on_went_to(self, number: int) -> None:
        thing = self.things.things[number]
        self._area.ensureVisible(self.things.rect_of(number).center().x(), 10, 60, 0)
        if thing.is_tube:
            self._selection.choose(thing.id)

    def _on_activated(self, number: int) -> None:
        """Show where it belongs."""
        thing = self.things.things[number]
        row = self._bench.tube(thing.id) if thing.is_tube else self._bench.container(thing.id)
        if row is None:
            return
        if row.home_id is not None:
            self._selection.go(View(Showing.CONTAINER, row.home_id), row.id if thing.is_tube else None)

    def _carried(self) -> Carried | None:
        tubes = [each for each in self.things.chosen if each.is_tube]
        if not tubes:
            return None
        return Carried(self._bank, tuple(each.id for each in tubes), looks=tuple(each.picture for each in tubes))

    def _on_drag(self) -> None:
        carried = self._carried()
        if carried is not None:
            pixmap, hot = carried_pixmap(self._look.theme, carried, None, self.devicePixelRatioF())
            drag_tubes(self.things, carried, pixmap, hot)
        elif self.chosen_containers:
            name = self.things.chosen[0].picture.line1
            drag_container(self.things, self._bank, self.chosen_containers[0], name, self._look)

    def _on_picked_up(self) -> None:
        carried = self._carried()
        if carried is not None:
            self.picked_up.emit(carried)


class _SideScroll(QScrollArea):
    """More than fits is scrolled sideways, also by the wheel."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(50)
        self.setMinimumWidth(90)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        bar = self.horizontalScrollBar()
        delta = event.angleDelta().y() or event.angleDelta().x()
        bar.setValue(bar.value() - delta // 2)
        event.accept()
