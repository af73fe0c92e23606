"""One box seen from above, as it stands on the bench: each tube in its place, for mouse, keys and voice."""

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QSizePolicy, QWidget

from freezerapp.domain.box import Mode
from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_card import BoxCards, CellCard
from freezerapp.ui.widgets.box_carried import HOLD_MS, Carried, Handling
from freezerapp.ui.widgets.box_choice import BoxChoice, How
from freezerapp.ui.widgets.box_flash import BoxFlash, Tone
from freezerapp.ui.widgets.box_hand import BoxHand
from freezerapp.ui.widgets.box_headings import heading_at, paint_headings
from freezerapp.ui.widgets.box_keys import key_target
from freezerapp.ui.widgets.box_landing import paint_carry, paint_words
from freezerapp.ui.widgets.box_marks import Marks, marks_rect, paint_marks
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture
from freezerapp.ui.widgets.box_pointer import BoxPointer, Doing, how_to_choose
from freezerapp.ui.widgets.box_scroll import bring_into_sight, follow
from freezerapp.ui.widgets.box_stage import BoxStage
from freezerapp.ui.widgets.box_target import paint_target
from freezerapp.ui.widgets.painted_cells import PaintedCells, SpokenCell

MANY = 60
"""Positions from which painting the whole box is less work than painting each of them."""


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
        self._stage = BoxStage(look)
        self._choice = BoxChoice()
        self._order: tuple[Cell, ...] = ()
        self._hover: Cell | None = None
        self._target: tuple[Cell, str] | None = None
        self._pointer = BoxPointer(self._choice)
        self._flash = BoxFlash(look, self)
        self._flash.changed.connect(self._update_cells)
        self._cards = BoxCards(look, self.viewport(), self._seen, lambda cell: self.cell_rect(*cell))
        self._hand = BoxHand(look, self, self._stage, self._choice, self._flash)
        self._hand.changed.connect(self.viewport().update)
        self._hand.aimed.connect(lambda row, column: self._show_cell((row, column)))
        for name in ("picked_up", "dropped", "carry_left", "carry_ended", "drag_started", "drag_ended", "said"):
            getattr(self._hand, name).connect(getattr(self, name))
        self._holds = QTimer(self)
        self._holds.setSingleShot(True)
        self._holds.timeout.connect(self._on_held)
        self.set_hold(hold_ms)
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
        return self._stage.picture

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
        return self._stage.quarters * 90

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
        self._holds.setInterval(max(0, milliseconds))

    def show_picture(self, picture: BoxPicture | None) -> None:
        """Show this box, or nothing. The same box (same ``key``) keeps its selection and cursor."""
        before, self._stage.picture = self._stage.picture, picture
        self._order = tuple(sorted(picture.cells)) if picture is not None else ()
        self._flash.show(before, picture)
        self.setAccessibleName(picture.spoken if picture is not None else "")
        if before is None or picture is None or before.key != picture.key:
            self._hand.lower()
            self._pointer.forget()
            self._cards.hide()
            self._target = None
        with self._changing():
            self._choice.show(picture, self._stage.turn)
            self._hover = self._hover if self._choice.exists(self._hover) else None
            self._hand.show(picture)
            changed = self._stage.renew(before)
            if changed is None:
                self._fit()
            elif self._hand.carry.carried is not None or self._target is not None:
                self.viewport().update()
            else:
                self._update_cells(changed)

    def set_rotation(self, degrees: int) -> None:
        """Turn the view clockwise by 0, 90, 180 or 270 degrees; what is stored stays.

        Raises ``ValueError`` else.
        """
        if degrees % 90:
            raise ValueError(degrees)
        self._stage.quarters = degrees // 90 % 4
        self._pointer.forget()
        self._cards.hide()
        self._choice.show(self._stage.picture, self._stage.turn)
        self._fit()
        if self._choice.cursor is not None:
            self._show_cell(self._choice.cursor)

    def select(self, cells: Iterable[Cell]) -> None:
        """Choose exactly these positions, as far as they exist."""
        with self._changing():
            self._choice.choose(cells)

    def select_cells(self, cells: Iterable[Cell], how: How = How.REPLACE) -> None:
        """Choose the tubes in these positions, or where they hold none the positions: every second row, say."""
        with self._changing():
            self._choice.pick(cells, how)

    def select_all(self) -> None:
        """Choose every tube."""
        with self._changing():
            self._choice.choose_all()

    def invert_selection(self) -> None:
        """Choose every tube that is not chosen, and no other."""
        with self._changing():
            self._choice.invert()

    def set_cursor(self, row: int, column: int, *, select: bool = True) -> None:
        """Go to a position, choose it unless told otherwise, and bring it into sight; nothing if it does not
        exist.
        """
        cell = (row, column)
        if not self._choice.exists(cell):
            return
        with self._changing():
            if select:
                self._choice.click(cell, How.REPLACE)
            else:
                self._choice.cursor = cell
        self._show_cell(cell)

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
        target = (cell, text) if cell is not None and self._choice.exists(cell) else None
        if target == self._target:
            return
        self._target = target
        if target is not None:
            self._show_cell(target[0])
            self._hand.say(text or self._label(target[0]))
        self.viewport().update()

    def flash(self, cell: Cell, tone: Tone = Tone.PLACED) -> None:
        """Let a position shine for a moment: just placed, right, wrong, or to be looked at."""
        if self._choice.exists(cell):
            self._flash.shine(cell, tone)

    def show_card(self, cell: Cell | None = None) -> None:
        """Show the card of a position (None: where the keyboard is) at once."""
        cell = self._choice.cursor if cell is None else cell
        if cell is not None:
            self._hand.say(self._cards.show(cell))

    def cell_at(self, point: QPoint) -> Cell | None:
        """The existing position under a point of the viewport."""
        cell = self._stage.grid.at(QPointF(point)) if self._stage.grid is not None else None
        return cell if self._choice.exists(cell) else None

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a position is in the viewport; empty if nothing is shown."""
        grid = self._stage.grid
        return grid.rect((row, column)).toAlignedRect() if grid is not None else QRect()

    def spoken_count(self) -> int:
        return len(self._order)

    def spoken_cell(self, number: int) -> SpokenCell:
        cell = self._order[number]
        seen = self._seen(cell)
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
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._cards.hide()
        self._place()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            return True  # the card says more
        if event.type() in (QEvent.Type.Leave, QEvent.Type.Hide):
            self._point_at(None)
        elif event.type() == QEvent.Type.DevicePixelRatioChange:
            self._stage.forget()
            self._fit()
        return super().viewportEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        picture, grid = self._stage.picture, self._stage.grid
        if picture is None or grid is None:
            return
        painter = QPainter(self.viewport())
        theme, discs, carry = self._look.theme, self._stage.discs(grid), self._hand.carry
        at = carry.target if carry.here else self._choice.cursor
        paint_headings(painter, grid, picture, theme, self._stage.bands, grid.turn.shown(at) if at else (None, None))
        left, top = self._stage.bands
        room = QRectF(self.viewport().rect())
        painter.setClipRect(room.adjusted(left - 4, top - 4, 0, 0))
        self._stage.paint(painter, picture, grid)
        chosen = self._choice.cells - carry.left if carry.carried is not None else self._choice.cells
        focused = self._choice.cursor if self.hasFocus() and not carry.here else None
        marks = Marks(chosen, focused, self._hover, self._flash.shines, self._pointer.frame)
        paint_marks(painter, QRectF(event.rect()), grid, discs, marks)
        painter.setClipping(False)
        if self._target is not None:
            paint_target(painter, grid, discs, *self._target, room)
        if carry.carried is not None:
            paint_carry(painter, grid, discs, picture, carry)
            paint_words(painter, grid, theme, carry, room)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grid, picture = self._stage.grid, self._stage.picture
        if grid is None or picture is None:
            return
        self._cards.hide()
        cell, point = self.cell_at(event.position().toPoint()), event.position()
        how = how_to_choose(event.modifiers())
        if self._hand.by_keys and cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self._hand.aim(cell)
            return
        with self._changing():
            if event.button() == Qt.MouseButton.RightButton:
                if cell is not None and cell not in self._choice.cells:
                    self._choice.click(cell, How.REPLACE)
            elif event.button() == Qt.MouseButton.LeftButton:
                heading = heading_at(grid, picture, point)
                if heading is not None:
                    self._pointer.press_heading(self._from_corner(point), heading, how)
                else:
                    self._pointer.press(self._from_corner(point), cell, how)
        if self._pointer.is_down and self._hand.carry.handling is not None:
            self._on_held() if self._holds.interval() == 0 else self._holds.start()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point, grid = event.position(), self._stage.grid
        if grid is None or not self._pointer.is_down:
            self._point_at(self.cell_at(point.toPoint()))
            return
        before = self._pointer.frame
        with self._changing():
            doing = self._pointer.move(self._from_corner(point), grid)
        if doing is Doing.DRAG:
            self._pointer.forget()
            self._point_at(None)
            self._hand.drag()
        elif doing is not Doing.NOTHING:
            self._holds.stop()
            self._update_frame(before)
            follow(self, point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pointer.is_down:
            before = self._pointer.frame
            self._holds.stop()
            self._hand.lower()
            with self._changing():
                self._pointer.release()
            self._update_frame(before)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self._hand.by_keys:
            self._hand.set_down()
        else:
            self.activated.emit(*cell)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        grid, picture, cursor = self._stage.grid, self._stage.picture, self._choice.cursor
        if grid is None or picture is None:
            return
        self._cards.hide()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            middle = self.cell_rect(*cursor).center() if cursor is not None else self.viewport().rect().center()
            self.context_asked.emit(self.viewport().mapToGlobal(middle), cursor)
            return
        heading = heading_at(grid, picture, QPointF(event.pos()))
        lines = heading.stored(grid.turn) if heading is not None else None
        if lines is not None:
            self.heading_asked.emit(event.globalPos(), *lines)
        else:
            self.context_asked.emit(event.globalPos(), self.cell_at(event.pos()))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._point_at(None)
        self._hand.drag_enters(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._hand.drag_moves(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hand.drag_leaves()

    def dropEvent(self, event: QDropEvent) -> None:
        self._hand.drag_drops(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        cursor = self._choice.cursor
        if key == Qt.Key.Key_F1 and shift:
            self.show_card()
            return
        if self._cards.shown is not None and key == Qt.Key.Key_Escape:
            self._cards.hide()
            return
        self._cards.hide()
        if self._hand.by_keys:
            event.setAccepted(self._hand.key(event))
            return
        target = key_target(self._choice, key, cursor, control=control)
        if target is not None:
            self._go(target, shift=shift, control=control)
        elif key == Qt.Key.Key_A and control:
            self.select_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cursor is not None:
            self.activated.emit(*cursor)
        elif key == Qt.Key.Key_Space and control and cursor is not None:
            with self._changing():
                self._choice.click(cursor, How.TOGGLE)
        elif key == Qt.Key.Key_Space and not (control or shift) and self._hand.carry.handling is not None:
            self._hand.pick_up()
        elif key == Qt.Key.Key_Escape and (self._choice.cells or self._pointer.is_down):
            self._escape()
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._hand.by_keys and self._hand.key_up(event))

    def focusNextPrevChild(self, next: bool) -> bool:
        if not self._hand.by_keys:
            return super().focusNextPrevChild(next)
        self._hand.tab(next)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._choice.cursor is None and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            with self._changing():
                self._choice.cursor = self._choice.first()
        self._update_cells({self._choice.cursor})
        if not self._hand.by_keys:
            self.say_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._cards.hide()
        self._update_cells({self._choice.cursor})

    def _fit(self) -> None:
        """Make positions as large as there is room for; with too little room the box scrolls."""
        needed = self._stage.fit(self.maximumViewportSize(), self.devicePixelRatioF())
        for bar, length, there in (
            (self.horizontalScrollBar(), needed[0], self.viewport().width()),
            (self.verticalScrollBar(), needed[1], self.viewport().height()),
        ):
            bar.setRange(0, max(0, length - there))
            bar.setPageStep(there)
        self._place()

    def _place(self) -> None:
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._stage.place(self.viewport().width(), across, down)
        self.viewport().update()

    def _from_corner(self, point: QPointF) -> QPointF:
        grid = self._stage.grid
        return point - QPointF(grid.left, grid.top) if grid is not None else point

    def _seen(self, cell: Cell) -> CellPicture | None:
        picture = self._stage.picture
        return picture.cells.get(cell) if picture is not None else None

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """Around anything that may change the choice: paints what differs afterwards, and says so."""
        chosen, cursor = self._choice.cells, self._choice.cursor
        yield
        now, at = self._choice.cells, self._choice.cursor
        self._update_cells(chosen ^ now)
        if at != cursor:
            self._update_cells({cursor, at})
            self._update_headings()
            self.say_current()
            if at is not None:
                self.cursor_moved.emit(*at)
        if now != chosen:
            self.say_selection()
            self.selection_changed.emit(now)

    def _go(self, cell: Cell, *, shift: bool, control: bool) -> None:
        """An arrow key reached this position: choose it, or a block up to it, or only be there."""
        with self._changing():
            if control and not shift:
                self._choice.cursor = cell
            else:
                self._choice.click(cell, How.EXTEND if shift else How.REPLACE)
        self._show_cell(cell)

    def _escape(self) -> None:
        """Give up what the button does, or else choose nothing."""
        before = self._pointer.frame
        self._holds.stop()
        self._hand.lower()
        with self._changing():
            if not self._pointer.cancel():
                self._choice.choose(())
        self._update_frame(before)

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self._hover:
            before, self._hover = self._hover, cell
            self._update_cells({before, cell})
            self._cards.point_at(cell if not self._hand.by_keys else None)

    def _update_cells(self, cells: Collection[Cell | None]) -> None:
        grid = self._stage.grid
        if grid is None:
            return
        if len(cells) > MANY:
            self.viewport().update()
            return
        for cell in cells:
            if cell is not None:
                self.viewport().update(marks_rect(grid, cell).toAlignedRect())

    def _update_headings(self) -> None:
        if self._stage.grid is not None:
            width, height = self.viewport().width(), self.viewport().height()
            self.viewport().update(0, 0, round(self._stage.grid.left) + 1, height)
            self.viewport().update(0, 0, width, round(self._stage.grid.top) + 1)

    def _update_frame(self, before: QRectF | None) -> None:
        grid = self._stage.grid
        for frame in (before, self._pointer.frame):
            if frame is not None and grid is not None:
                touched = frame.translated(grid.left, grid.top).toAlignedRect()
                self.viewport().update(touched.adjusted(-2, -2, 2, 2))

    def _show_cell(self, cell: Cell) -> None:
        """Scroll so far that a position is whole in sight."""
        if self._stage.grid is not None:
            bring_into_sight(self, marks_rect(self._stage.grid, cell), self._stage.bands)

    def _on_held(self) -> None:
        """The button has been down long enough: what is chosen there is lifted, and can be dragged."""
        cell = self._pointer.hold()
        if cell is not None:
            self._pointer.lifted = self._hand.lift(cell)

    def _on_look_changed(self) -> None:
        self._pointer.slack = QApplication.startDragDistance() * (2 if self._look.gloves else 1)
        self._cards.hide()
        self._stage.forget()
        self._fit()
