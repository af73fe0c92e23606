"""A box painted whole: the box itself, and over it what is chosen, aimed at and in the hand."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_flash import BoxFlash
from freezerapp.ui.widgets.box_floor import BoxFloor
from freezerapp.ui.widgets.box_hand import BoxHand
from freezerapp.ui.widgets.box_headings import paint_headings
from freezerapp.ui.widgets.box_landing import paint_carry, paint_words
from freezerapp.ui.widgets.box_marks import Marks, paint_marks
from freezerapp.ui.widgets.box_mouse import BoxMouse
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.box_target import paint_target


class BoxScene:
    """Paints one view; ``target`` is the position a scan aims at, with its label."""

    def __init__(self, look: Look, floor: BoxFloor, hand: BoxHand, mouse: BoxMouse, flash: BoxFlash) -> None:
        self._look = look
        self._floor = floor
        self._hand = hand
        self._mouse = mouse
        self._flash = flash
        self.target: tuple[Cell, str] | None = None

    def paint(self, event: QPaintEvent) -> None:
        """Paint what the event asks for."""
        floor, carry, theme = self._floor, self._hand.carry, self._look.theme
        picture, grid, choice = floor.picture, floor.grid, floor.choice
        if picture is None or grid is None:
            return
        painter = QPainter(floor.area.viewport())
        discs, bands = floor.stage.discs(grid), floor.stage.bands
        at = carry.target if carry.here else choice.cursor
        paint_headings(painter, grid, picture, theme, bands, grid.turn.shown(at) if at else (None, None))
        room = QRectF(floor.area.viewport().rect())
        painter.setClipRect(room.adjusted(bands[0] - 4, bands[1] - 4, 0, 0))
        floor.stage.paint(painter, picture, grid)
        focused = choice.cursor if floor.area.hasFocus() and not carry.here else None
        chosen = choice.cells - carry.left if carry.carried is not None else choice.cells
        marks = Marks(chosen, focused, self._mouse.pointed, self._flash.shines, self._mouse.pointer.frame)
        paint_marks(painter, QRectF(event.rect()), grid, discs, marks)
        painter.setClipping(False)
        if self.target is not None:
            paint_target(painter, grid, discs, *self.target, room)
        if carry.carried is not None:
            paint_carry(painter, grid, discs, picture, carry)
            paint_words(painter, grid, theme, carry, self._hand.words, room)
        painter.end()
