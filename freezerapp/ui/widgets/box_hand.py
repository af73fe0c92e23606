"""The hand over one box: it lifts tubes, carries them by mouse or by keys, and sets them down."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from shiboken6 import isValid

from freezerapp.domain.box import Mode
from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_carried import Carried, Drop, Handling
from freezerapp.ui.widgets.box_carry import BoxCarry
from freezerapp.ui.widgets.box_drag import carried_pixmap, drag_tubes
from freezerapp.ui.widgets.box_drop import BoxDrop
from freezerapp.ui.widgets.box_flash import BoxFlash, Tone
from freezerapp.ui.widgets.box_floor import BoxFloor
from freezerapp.ui.widgets.box_keys import Deed, carry_key, carry_key_up
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell
from freezerapp.ui.widgets.box_words import BoxWords


class BoxHand(QObject):
    """What is in the hand over one view; the signals are those of ``BoxView``, which hands them on.

    ``changed``: paint anew, something is lifted, aimed elsewhere or set down. ``aimed(row, column)``: bring
    this position into sight.
    """

    changed = Signal()
    aimed = Signal(int, int)
    said = Signal(str)
    picked_up = Signal(object)
    dropped = Signal(object)
    carry_left = Signal(object, bool)
    carry_ended = Signal()
    drag_started = Signal(object)
    drag_ended = Signal()

    def __init__(self, look: Look, floor: BoxFloor, flash: BoxFlash) -> None:
        super().__init__(floor)
        self._look = look
        self._area = floor.area
        self._stage = floor.stage
        self._choice = floor.choice
        self._flash = flash
        self.carry = BoxCarry()
        self.words = BoxWords(self.carry, self)
        self._drop = BoxDrop(floor, self.carry)
        self._drop.changed.connect(self._on_hover)

    @property
    def by_keys(self) -> bool:
        """Whether the keys aim what is in the hand, here."""
        return self.carry.by_keys and self.carry.carried is not None

    def handle(self, handling: Handling | None) -> None:
        """What may be done with tubes here from now on; None: nothing."""
        self.end()
        self.carry.handling = handling
        self._area.setAcceptDrops(handling is not None)

    def show(self, picture: BoxPicture | None) -> None:
        """Another picture is under the hand."""
        self.carry.show(picture)

    def lift(self, cell: Cell) -> bool:
        """The mouse lifts what is chosen, holding this position. False if there is nothing to lift."""
        carried = self.carry.pick(self._choice.cells, cell)
        if carried is None:
            return False
        self.end()
        self.carry.begin(carried, cell, by_keys=False)
        self._area.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.changed.emit()
        self.say(self.words.landing)
        return True

    def lower(self) -> None:
        """The mouse lets go of what it lifted, in its place."""
        if self.carry.carried is not None and not self.carry.by_keys:
            self._area.viewport().unsetCursor()
            self.carry.end()
            self.changed.emit()

    def drag(self) -> None:
        """The mouse drags what it lifted; comes back when it has been let go or given up."""
        carried = self.carry.carried
        if carried is None:
            return
        area = self._area
        area.viewport().unsetCursor()
        turn = self._stage.turn if carried.cells else None
        pixmap, hot_spot = carried_pixmap(self._look.theme, carried, turn, area.devicePixelRatioF())
        self._drop.own = True
        self.carry.leave()
        self.changed.emit()
        self.drag_started.emit(carried)
        drag_tubes(area, carried, pixmap, hot_spot)
        if not isValid(area):
            return
        self._drop.own = False
        self._drop.leave()
        self.carry.end()
        self.changed.emit()
        self.drag_ended.emit()

    def pick_up(self) -> bool:
        """Take the chosen tubes, or the one where the keyboard is, into the hand. False if there is none."""
        cursor = self._choice.cursor
        chosen = self._choice.cells or (frozenset({cursor}) if cursor is not None else frozenset())
        carried = self.carry.pick(chosen, cursor) if chosen else None
        if carried is None:
            if self.carry.handling is not None:
                self.say(self.words.nothing_here)
            return False
        self.end()
        self.carry.begin(carried, carried.grabbed_cell or cursor, by_keys=True)
        self.changed.emit()
        self.picked_up.emit(carried)
        self.say(self.words.picked_up)
        return True

    def take(self, carried: Carried, at: Cell | None, mode: Mode) -> bool:
        """Go on with what was picked up elsewhere. False if it can't be set down here."""
        if not self.carry.takes(carried):
            return False
        target = at if self._choice.exists(at) else self._choice.cursor
        self.carry.begin(carried, target or self._choice.first(), by_keys=True, mode=mode)
        self._tell_aim()
        return True

    def leave(self) -> None:
        """It is carried on elsewhere: its places here stay empty."""
        if self.carry.carried is not None:
            self.carry.leave()
            self.changed.emit()

    def end(self) -> bool:
        """Nothing is in the hand any more, nothing was moved. False if nothing was."""
        if not self.carry.end():
            return False
        self.changed.emit()
        self.carry_ended.emit()
        return True

    def aim(self, cell: Cell) -> None:
        """Aim what the keys carry at a position, as a click does."""
        if self.carry.aim(cell):
            self._tell_aim()

    def set_down(self) -> None:
        """Let go of what the keys carry: it is dropped, or, where it can't be, stays in the hand."""
        drop = self.carry.drop()
        if drop is None:
            return
        if drop.landing.ok:
            self.end()
        self._let_go(drop)

    def key(self, event: QKeyEvent) -> bool:
        """A key goes down while the keys aim. False: it means nothing here."""
        deed = carry_key(self.carry, self._choice, event)
        if deed is Deed.AIMED:
            self._tell_aim()
        elif deed is Deed.DROPPED:
            self.set_down()
        elif deed is Deed.GIVEN_UP:
            self.end()
            self.say(self.words.given_up)
        return deed is not Deed.STRANGE

    def key_up(self, event: QKeyEvent) -> bool:
        """A key comes up while the keys aim."""
        if not carry_key_up(self.carry, event):
            return False
        self._tell_aim()
        return True

    def tab(self, forwards: bool) -> None:
        """Tab was pressed while the keys aim: whoever holds the views decides where it goes on."""
        if self.carry.carried is not None:
            self.carry_left.emit(self.carry.carried, forwards)

    def drag_enters(self, event: QDragMoveEvent) -> None:
        """Something is dragged into the view."""
        if self.by_keys:
            self.end()
        self._drop.enter(event)

    def drag_moves(self, event: QDragMoveEvent) -> None:
        """It moves over the view."""
        self._drop.move(event)

    def drag_leaves(self) -> None:
        """It leaves the view."""
        self._drop.leave()

    def drag_drops(self, event: QDropEvent) -> None:
        """It is let go over the view."""
        drop = self._drop.drop(event)
        if drop is not None:
            self._let_go(drop)

    def _let_go(self, drop: Drop) -> None:
        """Say that tubes were set down, unless they stay where they are; where they can't be, show why."""
        landing = drop.landing
        for cell in (*landing.taken, *landing.unmatched):
            self._flash.shine(cell, Tone.WRONG)
        if not landing.idle:
            self.dropped.emit(drop)

    def _tell_aim(self) -> None:
        self.changed.emit()
        if self.carry.target is not None:
            self.aimed.emit(*self.carry.target)
        self.say(self.words.aimed)

    def say(self, text: str, *, aloud: bool = True) -> None:
        """To whoever shows it; ``aloud``: a screen reader says it at once, else when asked about the box."""
        if not text:
            return
        self._area.setAccessibleDescription(text)
        self.said.emit(text)
        if aloud and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._area, text))

    def _on_hover(self) -> None:
        """The mouse passes many positions on its way: they are not read out one by one."""
        self.changed.emit()
        self.say(self.words.aimed, aloud=False)
