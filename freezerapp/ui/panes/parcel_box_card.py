"""The card of the box that is being packed: what stands in it, what will, and where the next tube goes."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout

from freezerapp.ui import words
from freezerapp.ui.look import Look
from freezerapp.ui.models import parcel_box
from freezerapp.ui.models.parcel_box import Next
from freezerapp.ui.widgets.box_flash import Tone
from freezerapp.ui.widgets.box_picture import Cell, CellState
from freezerapp.ui.widgets.box_view import BoxView

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import BoxOfParcel, Parcel

LEAST_HIGH, NINE, ROW_HIGH = 308, 9, 46
"""px of a box of nine rows, and of each further one."""


class ParcelBoxCard(QFrame):
    """``aimed``: the next tube is to go to this position (a Next); ``pointed``: the tube of a position is meant;
    ``boxes_wanted``: boxes are to be added or removed.
    """

    aimed = Signal(object)
    pointed = Signal(int)
    boxes_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._parcel: Parcel | None = None
        self._shown = 0
        self._next: Next | None = None
        self._chosen_by_hand = False
        self.setProperty("look", "card")
        self.title, self.said = QLabel(), QLabel()
        self.title.setProperty("look", "strong")
        self.said.setProperty("look", "muted")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.back, self.on = QToolButton(), QToolButton()
        for button, icon, text, step in (
            (self.back, "chevron-left", self.tr("Box before"), -1),
            (self.on, "chevron-right", self.tr("Next box"), 1),
        ):
            button.setIcon(look.icon(icon))
            button.setToolTip(text)
            button.setAccessibleName(text)
            button.clicked.connect(lambda _checked=False, step=step: self.turn(step))
        self.view = BoxView(look)
        self.view.setMinimumHeight(LEAST_HIGH)
        self.view.cursor_moved.connect(self._on_cursor)
        self.none = QLabel(self.tr("No box yet. Add a transport box, or a storage box as it stands."))
        self.none.setProperty("look", "muted")
        self.none.setWordWrap(True)
        self.none.setMinimumHeight(60)
        self.add = QPushButton(self.tr("Add boxes…"))
        self.add.clicked.connect(self.boxes_wanted)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title)
        head.addWidget(self.said, 1)
        head.addWidget(self.back)
        head.addWidget(self.on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(15, 10, 12, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.none)
        layout.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def next(self) -> Next | None:
        """Where the next tube goes."""
        return self._next

    @property
    def box(self) -> "BoxOfParcel | None":
        """The box that is shown."""
        boxes = self._parcel.boxes if self._parcel is not None else ()
        return boxes[self._shown] if self._shown < len(boxes) else None

    def show_parcel(self, parcel: "Parcel | None", next_: Next | None, *, packing: bool) -> None:
        """Show this shipment's boxes; the one that the next tube goes into, unless another was turned to."""
        before, self._parcel = self._parcel, parcel
        boxes = parcel.boxes if parcel is not None else ()
        other = before is None or parcel is None or before.shipment.id != parcel.shipment.id
        moved = next_ is not None and (self._next is None or next_.container != self._next.container)
        self._next = next_ if packing else None
        if other or moved:
            self._chosen_by_hand = False
        if self._next is not None and not self._chosen_by_hand:
            numbers = [n for n, box in enumerate(boxes) if box.box.container_id == self._next.container]
            self._shown = numbers[0] if numbers else 0
        elif other:
            self._shown = 0
        self._shown = max(0, min(self._shown, len(boxes) - 1))
        self.add.setVisible(packing and not boxes)
        self._draw()

    def set_room(self, spare: int) -> None:
        """Show the rows that a box has beyond nine, as far as there are ``spare`` px for them."""
        boxes = self._parcel.boxes if self._parcel is not None else ()
        rows = max((box.layout.rows for box in boxes), default=NINE)
        self.view.setMinimumHeight(LEAST_HIGH + max(0, min(spare, (rows - NINE) * ROW_HIGH)))

    def turn(self, step: int) -> None:
        """Look at the box before or after."""
        count = len(self._parcel.boxes) if self._parcel is not None else 0
        if count:
            self._shown = (self._shown + step) % count
            self._chosen_by_hand = True
            self._draw()

    def turn_to(self, container: int) -> bool:
        """Look at this box; False if it is none of them."""
        boxes = self._parcel.boxes if self._parcel is not None else ()
        for number, box in enumerate(boxes):
            if box.box.container_id == container:
                self._shown, self._chosen_by_hand = number, True
                self._draw()
                return True
        return False

    def flash(self, cell: Cell, tone: Tone) -> None:
        """Let a position shine for a moment."""
        self.view.flash(cell, tone)

    def _draw(self) -> None:
        box, parcel = self.box, self._parcel
        self.none.setVisible(box is None)
        self.view.setVisible(box is not None)
        several = parcel is not None and len(parcel.boxes) > 1
        self.back.setVisible(several)
        self.on.setVisible(several)
        if box is None or parcel is None:
            self.title.setText(self.tr("Boxes"))
            self.said.clear()
            self.view.show_picture(None)
            return
        number, count = words.number(box.box.number), words.number(len(parcel.boxes))
        self.title.setText(self.tr("Box {number} of {count}").format(number=number, count=count))
        here = self._next is not None and self._next.container == box.box.container_id
        self.view.show_picture(parcel_box.picture(parcel, box))
        if here and self._next is not None:
            self.said.setText(self.tr("scan the next tube: {position}").format(position=self._next.label))
            self.view.show_target(self._next.cell)
        else:
            self.said.setText(box.code if box.code != parcel.shipment.number else "")
            self.view.show_target(None)
        self.said.setToolTip(self.said.text())

    def _on_cursor(self, row: int, column: int) -> None:
        """A free or planned position is where the next tube goes; a taken one shows its tube."""
        box, picture = self.box, self.view.picture
        if box is None or picture is None or (row, column) not in picture.cells:
            return
        cell = picture.cells[row, column]
        if cell.state is CellState.STORED:
            from freezerapp.domain.position import Position

            tube = box.tubes.get(Position(row, column))
            if tube is not None:
                self.pointed.emit(tube)
        elif self._next is not None and not box.box.whole:
            self.aimed.emit(Next(box.box.container_id, (row, column), cell.label))
