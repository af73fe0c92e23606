"""One box seen from above, as it stands on the bench: each tube in its place, for mouse, keys and voice."""

import math
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QSizePolicy, QToolTip, QWidget

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_choice import BoxChoice, How
from freezerapp.ui.widgets.box_keys import key_target
from freezerapp.ui.widgets.box_layer import paint_headings
from freezerapp.ui.widgets.box_marks import Marks, marks_rect, paint_marks
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell
from freezerapp.ui.widgets.box_pointer import BoxPointer, heading_cells, how_to_choose
from freezerapp.ui.widgets.box_stage import BoxStage
from freezerapp.ui.widgets.painted_cells import PaintedCells, SpokenCell
from freezerapp.ui.widgets.placed_rings import PlacedRings
from freezerapp.ui.widgets.plain_tip import plain_tip

MANY = 60
"""Positions from which painting the whole box is less work than painting each of them."""


class BoxView(QAbstractScrollArea, PaintedCells):
    """Shows a ``BoxPicture`` as large as there is room, and lets positions be chosen.

    ``cursor_moved(row, column)``: the keyboard, or a click, is at another position. ``activated(row,
    column)``: Enter or a double click. ``selection_changed(frozenset of (row, column))``. Positions are as
    stored, from 0, whichever way the view is turned.
    """

    cursor_moved = Signal(int, int)
    activated = Signal(int, int)
    selection_changed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stage = BoxStage(look)
        self._choice = BoxChoice()
        self._order: tuple[Cell, ...] = ()
        self._hover: Cell | None = None
        self._pointer = BoxPointer(self._choice)
        self._placed = PlacedRings(look, self)
        self._placed.changed.connect(self._on_placed_changed)
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

    def show_picture(self, picture: BoxPicture | None) -> None:
        """Show this box, or nothing. The same box (same ``key``) keeps its selection and cursor."""
        before, self._stage.picture = self._stage.picture, picture
        self._order = tuple(sorted(picture.cells)) if picture is not None else ()
        self._placed.show(before, picture)
        self.setAccessibleName(picture.spoken if picture is not None else "")
        if before is None or picture is None or before.key != picture.key:
            self._pointer.forget()
        with self._changing():
            self._choice.show(picture, self._stage.turn)
            self._hover = self._hover if self._choice.exists(self._hover) else None
            changed = self._stage.renew(before)
            if changed is None:
                self._fit()
            else:
                self._update_cells(changed)

    def set_rotation(self, degrees: int) -> None:
        """Turn the view clockwise by 0, 90, 180 or 270 degrees; what is stored stays.

        Raises ``ValueError`` else.
        """
        if degrees % 90:
            raise ValueError(degrees)
        self._stage.quarters = degrees // 90 % 4
        self._choice.show(self._stage.picture, self._stage.turn)
        self._fit()
        if self._choice.cursor is not None:
            self._show_cell(self._choice.cursor)

    def select(self, cells: Iterable[Cell]) -> None:
        """Choose exactly these positions, as far as they exist."""
        with self._changing():
            self._choice.choose(cells)

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
        assert self._stage.picture is not None
        cell = self._order[number]
        seen = self._stage.picture.cells[cell]
        text = seen.spoken or seen.label
        selected = cell in self._choice.cells
        if selected:
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
        self._fit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self._place()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            cell = self.cell_at(event.pos())
            picture = self._stage.picture
            hint = picture.cells[cell].hint if cell is not None and picture is not None else ""
            rect = self.cell_rect(*cell) if cell is not None else QRect()
            QToolTip.showText(event.globalPos(), plain_tip(hint), self.viewport(), rect)
            return True
        if event.type() == QEvent.Type.Leave:
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
        here = grid.turn.shown(self._choice.cursor) if self._choice.cursor is not None else (None, None)
        paint_headings(painter, grid, picture, self._look.theme, self._stage.bands, here)
        left, top = self._stage.bands
        painter.setClipRect(QRectF(left - 4, top - 4, self.width(), self.height()))
        self._stage.paint(painter, picture, grid)
        marks = Marks(
            self._choice.cells,
            self._choice.cursor if self.hasFocus() else None,
            self._hover,
            self._placed.cells,
            self._placed.strength,
            self._pointer.frame,
        )
        paint_marks(painter, QRectF(event.rect()), grid, self._stage.discs(grid), marks)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        grid, picture = self._stage.grid, self._stage.picture
        if grid is None or picture is None:
            return
        cell = self.cell_at(event.position().toPoint())
        how = how_to_choose(event.modifiers())
        with self._changing():
            if event.button() == Qt.MouseButton.RightButton:
                if cell is not None and cell not in self._choice.cells:
                    self._choice.click(cell, How.REPLACE)
            elif event.button() == Qt.MouseButton.LeftButton:
                side, along = grid.turn.headings(picture)
                line = heading_cells(grid, event.position(), bool(side), bool(along))
                if line is not None:
                    self._choice.line(line, how)
                else:
                    self._pointer.press(self._from_corner(event.position()), cell, how)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point, grid = event.position(), self._stage.grid
        if grid is None or not self._pointer.is_down:
            self._point_at(self.cell_at(point.toPoint()))
            return
        before = self._pointer.frame
        with self._changing():
            drawn = self._pointer.move(self._from_corner(point), grid)
        if drawn:
            self._update_frame(before)
            self._follow(point)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self._pointer.is_down:
            before = self._pointer.frame
            with self._changing():
                self._pointer.release()
            self._update_frame(before)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell is not None and event.button() == Qt.MouseButton.LeftButton:
            self.activated.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        cursor = self._choice.cursor
        target = key_target(self._choice, key, control=control)
        if target is not None:
            self._go(target, event.modifiers())
        elif key == Qt.Key.Key_A and control:
            self.select_all()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and cursor is not None:
            self.activated.emit(*cursor)
        elif key == Qt.Key.Key_Space and control and cursor is not None:
            with self._changing():
                self._choice.click(cursor, How.TOGGLE)
        elif key == Qt.Key.Key_Escape and (self._choice.cells or self._pointer.frame is not None):
            before = self._pointer.frame
            with self._changing():
                if not self._pointer.cancel():
                    self._choice.choose(())
            self._update_frame(before)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._choice.cursor is None and event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            with self._changing():
                self._choice.cursor = self._choice.first()
        self._update_cells({self._choice.cursor})
        self.say_current()

    def focusOutEvent(self, event: QFocusEvent) -> None:
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

    def _go(self, cell: Cell, modifiers: Qt.KeyboardModifier) -> None:
        """An arrow key reached this position: choose it, or a block up to it, or only be there."""
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        with self._changing():
            if control and not shift:
                self._choice.cursor = cell
            else:
                self._choice.click(cell, How.EXTEND if shift else How.REPLACE)
        self._show_cell(cell)

    def _point_at(self, cell: Cell | None) -> None:
        if cell != self._hover:
            before, self._hover = self._hover, cell
            self._update_cells({before, cell})

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
            self.viewport().update(0, 0, math.ceil(self._stage.grid.left), height)
            self.viewport().update(0, 0, width, math.ceil(self._stage.grid.top))

    def _update_frame(self, before: QRectF | None) -> None:
        grid = self._stage.grid
        for frame in (before, self._pointer.frame):
            if frame is not None and grid is not None:
                self.viewport().update(
                    frame.translated(grid.left, grid.top).toAlignedRect().adjusted(-2, -2, 2, 2)
                )

    def _show_cell(self, cell: Cell) -> None:
        """Scroll so far that a position is whole in sight."""
        if self._stage.grid is None:
            return
        rect = marks_rect(self._stage.grid, cell)
        left, top = self._stage.bands
        for bar, start, end, first, last in (
            (self.horizontalScrollBar(), rect.left(), rect.right(), left, self.viewport().width()),
            (self.verticalScrollBar(), rect.top(), rect.bottom(), top, self.viewport().height()),
        ):
            if start < first:
                bar.setValue(math.floor(bar.value() + start - first))
            elif end > last:
                bar.setValue(math.ceil(bar.value() + end - last))

    def _follow(self, point: QPointF) -> None:
        """Scroll after a frame that is drawn beyond the edge."""
        for bar, at, size in (
            (self.horizontalScrollBar(), point.x(), self.viewport().width()),
            (self.verticalScrollBar(), point.y(), self.viewport().height()),
        ):
            beyond = at if at < 0 else max(0.0, at - size)
            if beyond:
                bar.setValue(bar.value() + max(-40, min(40, round(beyond))))

    def _on_placed_changed(self) -> None:
        self._update_cells(self._placed.cells)

    def _on_look_changed(self) -> None:
        self._stage.forget()
        self._fit()
