"""One box seen from above, as it stands on the bench: each tube in its place, for mouse, keys and voice."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QWidget

from freezerapp.domain.box import Mode
from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_card import BoxCards, CellCard
from freezerapp.ui.widgets.box_carried import HOLD_MS, Carried, Handling
from freezerapp.ui.widgets.box_choice import How
from freezerapp.ui.widgets.box_flash import BoxFlash, Tone
from freezerapp.ui.widgets.box_floor import BoxFloor
from freezerapp.ui.widgets.box_hand import BoxHand
from freezerapp.ui.widgets.box_keyboard import BoxKeyboard
from freezerapp.ui.widgets.box_mouse import BoxMouse
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell
from freezerapp.ui.widgets.box_scene import BoxScene
from freezerapp.ui.widgets.painted_cells import PaintedCells, SpokenCell


class BoxView(QAbstractScrollArea, PaintedCells):
    """Shows a ``BoxPicture`` as large as there is room, lets positions be chosen and, once told how, tubes moved.

    Positions are as stored, from 0, whichever way the view is turned.

    ``cursor_moved(row, column)``       the keyboard, or a click, is at another position
    ``activated(row, column)``          Enter or a double click
    ``selection_changed(frozenset)``    of (row, column)
    ``context_asked(QPoint, cell)``     a menu is wanted at this point of the screen, for (row, column) or None
    ``heading_asked(QPoint, lines, n)`` a menu is wanted for a heading: ``domain.box.Lines``, row or column from 0
    ``picked_up(Carried)``              by key: the tubes are in the hand now, and shown lifted
    ``dropped(Drop)``                   set down by mouse or key, also where they can't be: someone has to say why
    ``carry_left(Carried, forwards)``   Tab while carried by key: ``BoxPair`` carries on in the next view
    ``carry_ended()``                   the hand is empty again
    ``drag_started(Carried)``, ``drag_ended()``   the mouse takes tubes out of this view, and has let go
    ``said(text)``                      what a screen reader is told of all that
    """

    cursor_moved = Signal(int, int)
    activated = Signal(int, int)
    selection_changed = Signal(object)
    context_asked = Signal(QPoint, object)
    heading_asked = Signal(QPoint, object, int)
    picked_up = Signal(object)
    dropped = Signal(object)
    carry_left = Signal(object, bool)
    carry_ended = Signal()
    drag_started = Signal(object)
    drag_ended = Signal()
    said = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None, *, hold_ms: int = HOLD_MS) -> None:
        super().__init__(parent)
        self._look = look
        self._order: tuple[Cell, ...] = ()
        self._floor = floor = BoxFloor(look, self)
        self._choice = floor.choice
        self._flash = BoxFlash(look, self)
        self._flash.changed.connect(floor.update_cells)
        self._cards = BoxCards(look, self.viewport(), floor.seen, floor.rect)
        self._hand = hand = BoxHand(look, floor, self._flash)
        self._mouse = mouse = BoxMouse(look, floor, hand, self._cards)
        self._keyboard = BoxKeyboard(floor, hand, mouse, self._cards)
        self._scene = BoxScene(look, floor, hand, mouse, self._flash)
        floor.cursor_moved.connect(self._on_cursor_moved)
        floor.chosen.connect(self._on_chosen)
        hand.changed.connect(self.viewport().update)
        hand.aimed.connect(lambda row, column: floor.show_cell((row, column)))
        hand.picked_up.connect(self.picked_up)
        hand.dropped.connect(self.dropped)
        hand.carry_left.connect(self.carry_left)
        hand.carry_ended.connect(self.carry_ended)
        hand.drag_started.connect(self.drag_started)
        hand.drag_ended.connect(self.drag_ended)
        hand.said.connect(self.said)
        mouse.activated.connect(self.activated)
        self._keyboard.activated.connect(self.activated)
        mouse.context_asked.connect(self.context_asked)
        mouse.heading_asked.connect(self.heading_asked)
        mouse.set_hold(hold_ms)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.horizontalScrollBar().setSingleStep(20)
        self.verticalScrollBar().setSingleStep(20)
        self.spoken_start()
        look.changed.connect(self._on_look_changed)

    @property
    def picture(self) -> BoxPicture | None:
        """What is shown."""
        return self._floor.picture

    @property
    def selection(self) -> frozenset[Cell]:
        """The chosen positions."""
        return self._choice.cells

    @property
    def cursor_cell(self) -> Cell | None:
        """Where the keyboard is."""
        return self._choice.cursor

    @property
    def rotation(self) -> int:
        """How far the view is turned clockwise: 0, 90, 180 or 270 degrees."""
        return self._floor.stage.quarters * 90

    @property
    def carried(self) -> Carried | None:
        """What is in the hand and was taken from here, or is aimed here."""
        return self._hand.carry.carried

    @property
    def mode(self) -> Mode:
        """How it would be set down now."""
        return self._hand.carry.mode

    def set_handling(self, handling: Handling | None) -> None:
        """Let tubes be moved from and to here by these rules; None (as at first): only looked at."""
        self._hand.handle(handling)

    def set_cards(self, words: Callable[[Cell], CellCard | None] | None) -> None:
        """Take the words of the card of a position from here; None (as at first): its hint."""
        self._cards.words = words

    def set_hold(self, milliseconds: int) -> None:
        """How long the button stays down on a tube before it can be dragged; 0: at once."""
        self._mouse.set_hold(milliseconds)

    def show_picture(self, picture: BoxPicture | None) -> None:
        """Show this box, or nothing. The same box (same ``key``) keeps its selection and cursor."""
        floor, hand = self._floor, self._hand
        before, floor.stage.picture = floor.picture, picture
        self._order = tuple(sorted(picture.cells)) if picture is not None else ()
        self._flash.show(before, picture)
        self.setAccessibleName(picture.spoken if picture is not None else "")
        if before is None or picture is None or before.key != picture.key:
            self._mouse.forget()
            self._cards.hide()
            self._scene.target = None
        with floor.changing():
            self._choice.show(picture, floor.stage.turn)
            if not self._choice.exists(self._mouse.pointed):
                self._mouse.pointed = None
            if self._scene.target is not None and not self._choice.exists(self._scene.target[0]):
                self._scene.target = None
            hand.carry.show(picture)
            changed = floor.stage.renew(before)
            if changed is None:
                floor.fit()
            elif hand.carry.carried is not None:
                self.viewport().update()
            else:
                floor.update_cells(changed)

    def set_rotation(self, degrees: int) -> None:
        """Turn the view clockwise by 0, 90, 180 or 270 degrees; what is stored stays.

        Raises ``ValueError`` else.
        """
        if degrees % 90:
            raise ValueError(degrees)
        self._floor.stage.quarters = degrees // 90 % 4
        self._mouse.forget()
        self._cards.hide()
        self._choice.show(self.picture, self._floor.stage.turn)
        self._floor.fit()
        if self._choice.cursor is not None:
            self._floor.show_cell(self._choice.cursor)

    def select(self, cells: Iterable[Cell]) -> None:
        """Choose exactly these positions, as far as they exist."""
        with self._floor.changing():
            self._choice.choose(cells)

    def select_cells(self, cells: Iterable[Cell], how: How = How.REPLACE) -> None:
        """Choose the tubes in these positions, or where they hold none the positions: every second row, say."""
        with self._floor.changing():
            self._choice.pick(cells, how)

    def select_all(self) -> None:
        """Choose every tube."""
        with self._floor.changing():
            self._choice.choose_all()

    def invert_selection(self) -> None:
        """Choose every tube that is not chosen, and no other."""
        with self._floor.changing():
            self._choice.invert()

    def set_cursor(self, row: int, column: int, *, select: bool = True) -> None:
        """Go to a position, choose it unless told otherwise, and bring it into sight; nothing if it does not
        exist.
        """
        cell = (row, column)
        if not self._choice.exists(cell):
            return
        with self._floor.changing():
            if select:
                self._choice.click(cell, How.REPLACE)
            else:
                self._choice.cursor = cell
        self._floor.show_cell(cell)

    def pick_up(self) -> bool:
        """Take the chosen tubes into the hand, as Space does. False if there is none that could be moved."""
        return self._hand.pick_up()

    def carry(self, carried: Carried, at: Cell | None = None, *, mode: Mode = Mode.SHAPE) -> bool:
        """Carry on by key with what was picked up elsewhere, aimed at a position (None: where the keyboard is).

        False if it is of another bank, or nothing may be moved here.
        """
        return self._hand.take(carried, at, mode)

    def leave_carry(self) -> None:
        """What is in the hand is carried on elsewhere; the places it left here stay drawn empty."""
        self._hand.leave()

    def end_carry(self) -> bool:
        """Nothing is in the hand any more; nothing was moved. False if nothing was."""
        return self._hand.end()

    def show_target(self, cell: Cell | None, text: str = "") -> None:
        """Ring the position that the next scan aims at, large, with a label; None: no position."""
        seen = self._floor.seen(cell) if cell is not None else None
        target = (cell, text) if cell is not None and seen is not None else None
        if target == self._scene.target:
            return
        self._scene.target = target
        if target is not None and seen is not None:
            self._floor.show_cell(target[0])
            self._hand.say(text or seen.label)
        self.viewport().update()

    def flash(self, cell: Cell, tone: Tone = Tone.PLACED) -> None:
        """Let a position shine for a moment: just placed, right, wrong, or to be looked at."""
        if self._choice.exists(cell):
            self._flash.shine(cell, tone)

    def show_card(self, cell: Cell | None = None) -> None:
        """Show the card of a position (None: where the keyboard is) at once."""
        self._keyboard.show_card(self._choice.cursor if cell is None else cell)

    def cell_at(self, point: QPoint) -> Cell | None:
        """The existing position under a point of the viewport."""
        return self._floor.cell_at(point)

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a position is in the viewport; empty if nothing is shown."""
        return self._floor.rect((row, column))

    def spoken_count(self) -> int:
        return len(self._order)

    def spoken_cell(self, number: int) -> SpokenCell:
        cell = self._order[number]
        seen = self._floor.seen(cell)
        assert seen is not None
        text = seen.spoken or seen.label
        selected = cell in self._choice.cells
        if cell in self._hand.carry.left:
            text = self.tr("{position}, in the hand").format(position=text)
        elif selected:
            text = self.tr("{position}, selected").format(position=text)
        return SpokenCell(text, self.cell_rect(*cell), selected, cell == self._choice.cursor)

    def spoken_at(self, point: QPoint) -> int:
        cell = self.cell_at(point)
        return -1 if cell is None else self._order.index(cell)

    def spoken_current(self) -> int:
        cursor = self._choice.cursor
        return -1 if cursor is None or not self._choice.exists(cursor) else self._order.index(cursor)

    def sizeHint(self) -> QSize:
        return QSize(620, 600)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 160)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._cards.hide()
        self._floor.fit()

    def hideEvent(self, event: QHideEvent) -> None:
        self._cards.hide()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._cards.hide()
        self._floor.place()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True  # the card says more
        if event.type() == QEvent.Type.Leave:
            self._mouse.point_at(None)
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._floor.stage.forget()
            self._floor.fit()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        self._scene.paint(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._mouse.click_twice(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._mouse.ask_menu(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._mouse.point_at(None)
        self._hand.drag_enters(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._hand.drag_moves(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hand.drag_leaves()

    def dropEvent(self, event: QDropEvent) -> None:
        self._hand.drag_drops(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keyboard.press(event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._keyboard.release(event))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        if not self._hand.by_keys:
            return super().focusNextPrevChild(forwards)
        self._hand.tab(forwards)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._choice.cursor is None and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            with self._floor.changing():
                self._choice.cursor = self._choice.first()
        self._floor.update_cells({self._choice.cursor})
        if not self._hand.by_keys:
            self.say_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._cards.hide()
        self._floor.update_cells({self._choice.cursor})

    def _on_cursor_moved(self, cell: Cell | None) -> None:
        self.say_current()
        if cell is not None:
            self.cursor_moved.emit(*cell)

    def _on_chosen(self, cells: frozenset[Cell]) -> None:
        self.say_selection()
        self.selection_changed.emit(cells)

    def _on_look_changed(self) -> None:
        self._cards.hide()
        self._floor.stage.forget()
        self._floor.fit()
