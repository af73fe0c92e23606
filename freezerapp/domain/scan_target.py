"""What a scanned position or command acts on: the tube scanned last, for half a minute, for one operator."""

import re
from enum import Enum, StrEnum, auto
from typing import NamedTuple

from freezerapp.domain.barcode import COMMAND_PREFIX, code_key
from freezerapp.domain.position import Layout, NoSuchPosition, Position

HELD_MS = 30_000
"""How long a tube counts as in hand after its scan."""


class Tone(StrEnum):
    """How a scan went; each has its sound and its colour."""

    RIGHT = "right"
    WRONG = "wrong"
    ATTENTION = "attention"


class Order(StrEnum):
    """What can be told by a printed code; the value is the code."""

    PUT_BACK = "CMD-PUT-BACK"
    TAKE_OUT = "CMD-TAKE-OUT"
    UNDO = "CMD-UNDO"
    NEXT_BOX = "CMD-NEXT-BOX"
    CONFIRM = "CMD-CONFIRM"


class Why(Enum):
    """Why a position or command acts on nothing."""

    NO_TUBE = auto()
    """No tube was scanned, or the last scan was another thing than a tube."""
    TOO_LATE = auto()
    OTHER_OPERATOR = auto()
    BUSY = auto()
    """What was told before is still being done."""
    NO_TARGET = auto()
    """There is nothing to confirm: the cursor stands nowhere."""


class InHand(NamedTuple):
    """A tube just scanned: its id and code, by whom, when (ms of a clock that only goes forward)."""

    specimen: int
    code: str
    operator: str
    at_ms: int


class Target(NamedTuple):
    """The position that the cursor is on; ``label`` as printed."""

    container: int
    position: Position
    label: str


class Do(Enum):
    """What a scan asks for."""

    PLACE = auto()
    PUT_BACK = auto()
    TAKE_OUT = auto()
    UNDO = auto()
    NEXT_BOX = auto()
    POINT = auto()
    """Only the cursor goes there."""
    NOTHING = auto()


class Deed(NamedTuple):
    """What is to be done, with which tube, where; ``why`` says why not more."""

    do: Do
    tube: InHand | None = None
    target: Target | None = None
    why: Why | None = None


class Hand(NamedTuple):
    """What is known of the hand at the scanner: its tube, the cursor, and the deed being done."""

    tube: InHand | None = None
    target: Target | None = None
    doing: Deed | None = None


def tube_scanned(hand: Hand, tube: InHand) -> Hand:
    """A tube of the bank was scanned: it alone is in hand now, and an old cursor is forgotten."""
    return _another(hand, tube)


def other_scanned(hand: Hand) -> Hand:
    """Something was scanned that nobody knows, that could not be read, or that a task has taken.

    The tube scanned before is then no longer the tube in the hand.
    """
    return _another(hand, None)


def pointed(hand: Hand, target: Target | None) -> Hand:
    """The cursor was moved, by arrows or a click."""
    return hand._replace(target=target)


def position_scanned(hand: Hand, target: Target, operator: str, now_ms: int) -> tuple[Hand, Deed]:
    """A position was scanned: the tube in hand goes there; without one, the cursor."""
    tube = held(hand, operator, now_ms)
    hand = hand._replace(target=target)
    if isinstance(tube, Why):
        return hand, Deed(Do.POINT, None, target, tube)
    return _doing(hand, Deed(Do.PLACE, tube, target))


def ordered(hand: Hand, order: Order, operator: str, now_ms: int) -> tuple[Hand, Deed]:
    """A command was scanned. Confirm places the tube in hand where the cursor is."""
    if order is Order.UNDO:
        return _another(hand, None)._replace(target=hand.target), Deed(Do.UNDO)
    if order is Order.NEXT_BOX:
        return hand._replace(target=None), Deed(Do.NEXT_BOX)
    tube = held(hand, operator, now_ms)
    if isinstance(tube, Why):
        return hand, Deed(Do.NOTHING, why=tube)
    if order is Order.PUT_BACK:
        return _doing(hand, Deed(Do.PUT_BACK, tube))
    if order is Order.TAKE_OUT:
        return _doing(hand, Deed(Do.TAKE_OUT, tube))
    if hand.target is None:
        return hand, Deed(Do.NOTHING, tube, why=Why.NO_TARGET)
    return _doing(hand, Deed(Do.PLACE, tube, hand.target))


def settled(hand: Hand, *, done: bool) -> Hand:
    """What was asked for is done, or was refused.

    A tube that was placed or put back has left the hand. One that was taken out has not, nor has one whose
    deed was refused; its half minute goes on from its scan. A tube scanned since stays.
    """
    doing = hand.doing
    if doing is None:
        return hand
    kept = not done or doing.do is Do.TAKE_OUT
    tube = doing.tube if hand.tube is None and kept else hand.tube
    return hand._replace(tube=tube, doing=None)


def held(hand: Hand, operator: str, now_ms: int) -> InHand | Why:
    """The tube in hand, or why none counts as such."""
    if hand.tube is None:
        return Why.NO_TUBE if hand.doing is None else Why.BUSY
    if hand.doing is not None:
        return Why.BUSY
    if not 0 <= now_ms - hand.tube.at_ms <= HELD_MS:
        return Why.TOO_LATE
    if hand.tube.operator != operator:
        return Why.OTHER_OPERATOR
    return hand.tube


def is_command(text: str) -> bool:
    """Whether a code is a command to the program, known or not."""
    return code_key(text).startswith(code_key(COMMAND_PREFIX))


def command(text: str) -> Order | None:
    """The command of a code, without regard to case and hyphens; None if there is none such."""
    return _ORDERS.get(_letters(text)) if is_command(text) else None


def split_position(text: str) -> tuple[str, str] | None:
    """A box code and a label from ``BOXCODE/D6``; None where that can't be."""
    box, slash, label = text.rpartition("/")
    return (box, label) if slash and box and looks_like_label(label) else None


def looks_like_label(text: str) -> bool:
    """Whether a text could be a label of a position: ``D6``, ``A01``, ``AB12``, ``81``."""
    return _LABEL.fullmatch(text) is not None


def cell(layout: Layout, text: str) -> Position | None:
    """The position of a printed label; a mere number only as it is printed (0012 is not 12); else None."""
    if not looks_like_label(text):
        return None
    try:
        position = layout.parse(text)
        label = layout.label(position)
    except NoSuchPosition:
        return None
    return None if text.isdigit() and text != label else position


def _another(hand: Hand, tube: InHand | None) -> Hand:
    """Another tube or none is in hand; the one that something is being done with does not come back."""
    doing = hand.doing._replace(tube=None) if hand.doing is not None else None
    return Hand(tube, None, doing)


def _doing(hand: Hand, deed: Deed) -> tuple[Hand, Deed]:
    return hand._replace(tube=None, doing=deed), deed


def _letters(text: str) -> str:
    return "".join(c for c in text.upper() if c.isalpha())


_ORDERS = {_letters(order.value): order for order in Order}
_LABEL = re.compile(r"[A-Za-z]{1,2}(-?0?[0-9]{1,2})?|[0-9]{1,2}-?[A-Za-z]{1,2}|[0-9]{1,3}|[0-9]{1,2}-[0-9]{1,2}")
