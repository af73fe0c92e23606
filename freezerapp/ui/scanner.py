"""Barcode scanners that type like a keyboard: their scans as events, whatever has the focus."""

import time
from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import isValid

from freezerapp.domain.scan import ENDING, Burst, Heard, Key, Keystroke, Meaning, Pace, Scan, Setup, hear
from freezerapp.ui.settings import SCAN_GAP, SCAN_LAYOUT, SCAN_PREFIX, SCAN_SHORTEST, SCAN_SUFFIX, Settings
from freezerapp.ui.typed_before import TypedBefore, typed_before

_PRESS, _RELEASE = QEvent.Type.KeyPress, QEvent.Type.KeyRelease
_OVERRIDE, _MOUSE, _METHOD = QEvent.Type.ShortcutOverride, QEvent.Type.MouseButtonPress, QEvent.Type.InputMethod
_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SILENT = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_Mode_switch,
        Qt.Key.Key_CapsLock,
        Qt.Key.Key_NumLock,
        Qt.Key.Key_ScrollLock,
    }
)
_PLAIN_EDITING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Escape})
_CONTROL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_META, _KEYPAD = Qt.KeyboardModifier.MetaModifier, Qt.KeyboardModifier.KeypadModifier


class _Moment(NamedTuple):
    """When a key came: as the system stamped it (0: not at all) and as it was seen, ms."""

    stamp: int
    seen: int


class _Kept(NamedTuple):
    """A key event that waits until it is known whether it belongs to a scan."""

    receiver: QWidget
    event: QKeyEvent
    scanned: bool


def monotonic_ms() -> int:
    """Milliseconds of a clock that only goes forward."""
    return time.monotonic_ns() // 1_000_000


def keystroke(event: QKeyEvent, gap_ms: int) -> Keystroke:
    """A key event as the rules see it."""
    key, text, held = event.key(), event.text(), event.modifiers()
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    control, alt, meta = bool(held & _CONTROL), bool(held & _ALT), bool(held & _META)
    if event.isAutoRepeat():
        kind = Key.OTHER
    elif key in _SILENT:
        kind = Key.SILENT
    elif text in ("\r", "\n", "\t") or (key in _ENDS and not (control or alt or meta)):
        kind = Key.END
    elif key in _PLAIN_EDITING or meta:
        kind = Key.OTHER
    elif control and not alt:
        kind = Key.CONTROL
    elif alt and not control:
        kind = Key.CONTROL if held & _KEYPAD else Key.OTHER
    elif text and text.isprintable():
        kind = Key.CHARACTER
    elif text:
        kind = Key.CONTROL
    else:
        dead = Qt.Key.Key_Dead_Grave.value <= key <= Qt.Key.Key_Dead_Longsolidusoverlay.value
        kind = Key.LOST if dead or key in (0, Qt.Key.Key_unknown) else Key.OTHER
    return Keystroke(text, kind, gap_ms, shift)


def pace_of(settings: Settings) -> Pace:
    """How fast the scanner of this bench types."""
    return Pace(settings.get(SCAN_GAP), settings.get(SCAN_SHORTEST))


def setup_of(settings: Settings) -> Setup:
    """What the scanner of this bench puts around a code."""
    return Setup(settings.get(SCAN_PREFIX), settings.get(SCAN_SUFFIX), settings.get(SCAN_LAYOUT))


class Scanner(QObject):
    """Listens to all keys of the program and keeps those of a scanner from whatever has the focus.

    What may belong to a scan is held back until it is known, for the time between two keys of a scanner at
    most. Only in a plain text field the first character is let through at once, so that typing is shown
    without delay; it is taken out again if it was the first of a scan.
    """

    scanned = Signal(object)
    """A Scan was made."""
    unreadable = Signal()
    """A scan was made of which characters were lost: it must not be guessed what it was."""
    unended = Signal(object)
    """Something typed like a scanner but sent no end key: carries it as a Scan. It went where typing goes."""

    _ended = Signal(object)

    def __init__(
        self,
        application: QApplication,
        settings: Settings,
        clock: Callable[[], int] = monotonic_ms,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent or application)
        self._application = application
        self._settings = settings
        self._clock = clock
        self._pace = pace_of(settings)
        self._burst = Burst()
        self._last = _Moment(0, clock() - 60_000)
        self._kept: list[_Kept] = []
        self._before: TypedBefore | None = None
        self._passed: tuple[QWidget, int, int] | None = None
        self._sent: list[QKeyEvent] = []
        self._swallowed: set[int] = set()
        self._looked = False
        self._pauses = 0
        self._lent: list[tuple[Callable[[Scan], None], Pace]] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_late)
        # Queued: what a scan leads to may open a dialog, and the end key is still on its way through here.
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        application.installEventFilter(self)

    @property
    def paused(self) -> bool:
        """Whether all keys go their usual way."""
        return self._pauses > 0

    def pause(self) -> None:
        """Let all keys go their usual way, until ``resume`` was called as often."""
        self.let_go()
        self._pauses += 1

    def resume(self) -> None:
        """Listen again."""
        self._pauses = max(0, self._pauses - 1)
        self._burst = Burst()

    def lend(self, take: Callable[[Scan], None], gap_ms: int) -> None:
        """Give all scans, unread, to this taker alone, at a pace of its own, until ``give_back``."""
        self._lent.append((take, Pace(gap_ms, self._settings.get(SCAN_SHORTEST))))
        self._pace = self._lent[-1][1]

    def give_back(self, take: Callable[[Scan], None]) -> None:
        """The taker has enough; settings that it changed count from now on."""
        self._lent = [each for each in self._lent if each[0] != take]
        self._pace = self._lent[-1][1] if self._lent else pace_of(self._settings)

    def let_go(self) -> None:
        """Give what is held back to whom it was typed, now."""
        self._timer.stop()
        kept, self._kept = self._kept, []
        for each in kept:
            self._send(each)

    def stop(self) -> None:
        """Listen no more."""
        self.let_go()
        self._application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """True for what must not reach anyone; seen by each event of the program, so what is rare comes last."""
        kind = event.type()
        if kind is not _PRESS and kind is not _RELEASE and kind is not _OVERRIDE:
            if kind is _MOUSE and self._kept:
                self.let_go()
            elif kind is _METHOD and isinstance(event, QInputMethodEvent) and isinstance(watched, QWidget):
                self._on_method(event)
            return False
        if self._pauses or not isinstance(event, QKeyEvent) or not isinstance(watched, QWidget):
            return False
        if any(event is each for each in self._sent):
            return False
        if kind is _PRESS:
            return self._on_press(watched, event)
        if kind is _RELEASE:
            return self._on_release(watched, event)
        return self._on_override(event)

    def _on_press(self, watched: QWidget, event: QKeyEvent) -> bool:
        if self._is_passed_up(watched, event):
            return False
        self._swallowed.discard(event.key())
        self._burst, heard = hear(self._burst, keystroke(event, self._gap(event)), self._pace)
        self._last = _Moment(event.timestamp(), self._clock())
        match heard.meaning:
            case Meaning.SILENT:
                return False
            case Meaning.FIRST:
                self.let_go()
                return self._on_first(watched, event)
            case Meaning.MORE | Meaning.ASIDE:
                self._keep(watched, event, scanned=heard.meaning is Meaning.MORE)
                return True
            case Meaning.TYPING:
                self.let_go()
                return not isValid(watched)
        self._swallowed.add(event.key())
        if heard.meaning in ENDING:
            self._take_out()
            self._ended.emit(heard)
        return True

    def _on_first(self, watched: QWidget, event: QKeyEvent) -> bool:
        if not isValid(watched):
            return True
        self._before = typed_before(watched)
        if event.text() == " " or (self._before is not None and self._before.is_plain):
            return False
        self._keep(watched, event, scanned=True)
        return True

    def _on_release(self, watched: QWidget, event: QKeyEvent) -> bool:
        self._passed = None
        key = event.key()
        pressed = [each for each in self._kept if each.event.key() == key and each.event.type() is _PRESS]
        if pressed:
            self._kept.append(_Kept(watched, _copy(event), pressed[-1].scanned))
            return True
        if key in self._swallowed and not event.isAutoRepeat():
            self._swallowed.discard(key)
            return True
        return False

    def _on_override(self, event: QKeyEvent) -> bool:
        """No shortcut may take a key out of a scan. (An accepted override comes again as a key press.)"""
        _, heard = hear(self._burst, keystroke(event, self._gap(event)), self._pace)
        if heard.meaning in (Meaning.MORE, Meaning.TAIL) or heard.meaning in ENDING:
            event.accept()
            return True
        return False

    def _on_method(self, event: QInputMethodEvent) -> None:
        if event.commitString() and not self._pauses:
            gap = self._clock() - self._last.seen
            self._burst, _ = hear(self._burst, Keystroke("", Key.LOST, gap), self._pace)
            self._last = _Moment(0, self._clock())

    def _take_out(self) -> None:
        """A scan is whole: nothing of it stays where it was typed."""
        self._timer.stop()
        kept, self._kept = self._kept, []
        events = [each.event for each in kept if each.scanned]
        released = {each.key() for each in events if each.type() is _RELEASE}
        self._swallowed |= {each.key() for each in events} - released
        if self._before is not None:
            self._before.restore()
            self._before = None
        for each in kept:
            if not each.scanned:
                self._send(each)
        while isinstance(popup := self._application.activePopupWidget(), QMenu) and popup.isVisible():
            popup.hide()

    def _on_ended(self, heard: Heard) -> None:
        if heard.meaning is Meaning.AGAIN:
            return
        if self._lent and heard.scan is not None:
            self._lent[-1][0](heard.scan)
        elif heard.meaning is Meaning.SCAN:
            self.scanned.emit(heard.scan)
        else:
            self.unreadable.emit()

    def _on_late(self) -> None:
        """No further key came in time: it was typing, unless keys wait because the window was busy."""
        if not self._looked:
            self._looked = True
            self._timer.start(0)
            return
        if len(self._burst.strokes) >= 2 * self._pace.shortest and not self._burst.spoilt:
            self.unended.emit(self._burst.scan)
        self.let_go()

    def _gap(self, event: QKeyEvent) -> int:
        """Time since the key before: as the system stamped both, since the window may have been busy."""
        stamp, last = event.timestamp(), self._last
        if stamp and last.stamp and stamp >= last.stamp:
            return stamp - last.stamp
        return max(0, self._clock() - last.seen)

    def _is_passed_up(self, watched: QWidget, event: QKeyEvent) -> bool:
        """Whether this is the same press again, passed on by a widget that did not want it, mostly to its parent.

        Between two presses of a key there is a release, which makes ``_passed`` None.
        """
        before, here = self._passed, (watched, event.key(), event.timestamp())
        self._passed = here
        if before is None or before[1:] != here[1:] or not isValid(before[0]):
            return False
        return bool(here[2]) or (before[0].parentWidget() is watched and not before[0].isWindow())

    def _keep(self, watched: QWidget, event: QKeyEvent, *, scanned: bool) -> None:
        self._passed = None
        self._looked = False
        self._kept.append(_Kept(watched, _copy(event), scanned))
        self._timer.start(self._pace.patience_ms(len(self._burst.strokes)))

    def _send(self, kept: _Kept) -> None:
        if not isValid(kept.receiver):
            return
        self._sent.append(kept.event)
        try:
            self._application.sendEvent(kept.receiver, kept.event)
        finally:
            self._sent.pop()


def _copy(event: QKeyEvent) -> QKeyEvent:
    made = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    made.setTimestamp(event.timestamp())
    return made
