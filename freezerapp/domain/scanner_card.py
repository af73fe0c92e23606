"""The test card: scanned once at set-up, it tells what scanner and keyboard do to a code."""

from enum import StrEnum
from functools import partial
from typing import NamedTuple

from freezerapp.domain.keyboard import FRENCH, translated, unlocked
from freezerapp.domain.scan import Scan, Setup, candidates

CARD = "00123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghijklmnopqrstuvwxyz._/:zz"
"""What the card holds: each character of usual codes; those that stand twice show where it begins."""

_LIKE_THE_CARD = 0.4


class Layout(StrEnum):
    """What the keyboard layout makes of the scanner's characters."""

    RIGHT = "right"
    FRENCH = "US scanner on a French layout"
    OTHER = "other"


class NoCard(StrEnum):
    """Why a scan is not the test card."""

    OTHER_CODE = "other code"
    CHARACTERS_LOST = "characters lost"


class Learnt(NamedTuple):
    """What a scan of the card told.

    ``exchanged`` characters of the card arrived as others; ``symbology`` is the identifier before the code, if
    the scanner sends one; ``risky``: prefix or suffix is made of letters or digits, as codes are.
    """

    setup: Setup
    layout: Layout
    exchanged: int
    caps_lock: bool
    symbology: str
    risky: bool
    slowest_ms: int


def learn(scan: Scan) -> Learnt | NoCard:
    """What scanner and keyboard do to a code, from a scan of the card; or why nothing can be learnt from it."""
    texts = unlocked(scan.text, scan.shifted)
    for text in texts:
        starts = [start for start in range(len(text) - len(CARD) + 1) if _pairs(text, start) is not None]
        if starts:
            start = min(starts, key=partial(_oddness, text))
            return _learnt(scan, text, start, caps=text != scan.text)
    start = scan.text.upper().find(CARD.upper())
    if start >= 0:  # a Caps Lock that only makes capitals
        whole = scan.text[:start] + CARD + scan.text[start + len(CARD) :]
        return _learnt(scan, whole, start, caps=True)
    from difflib import SequenceMatcher  # only where a scanner is set up

    like = SequenceMatcher(None, texts[0], CARD, autojunk=False).ratio()
    return NoCard.CHARACTERS_LOST if like > _LIKE_THE_CARD else NoCard.OTHER_CODE


def is_card(texts: list[str]) -> bool:
    """Whether a scan in daily use was the test card."""
    return any(CARD in each for each in texts)


def understands(setup: Setup, scan: Scan) -> bool:
    """Whether the card is read as what it holds with this set-up."""
    return any(CARD in candidates(text, setup) for text in unlocked(scan.text, scan.shifted))


def _pairs(text: str, start: int) -> dict[str, str] | None:
    """What each arrived character stands for if the card begins here; None if it cannot."""
    meant: dict[str, str] = {}
    arrived: dict[str, str] = {}
    for raw, true in zip(text[start:], CARD, strict=False):
        if meant.setdefault(raw, true) != true or arrived.setdefault(true, raw) != raw:
            return None
    return meant


def _oddness(text: str, start: int) -> int:
    """How many characters are exchanged if the card begins here."""
    return sum(raw != true for raw, true in zip(text[start:], CARD, strict=False))


def _learnt(scan: Scan, text: str, start: int, *, caps: bool) -> Learnt:
    pairs = _pairs(text, start) or {}
    odd = {raw: true for raw, true in pairs.items() if raw != true}
    layout, exchanges = Layout.RIGHT, ""
    if odd and all(raw == true.swapcase() for raw, true in odd.items()):
        caps = True  # a keyboard that did not tell of Shift
    elif odd and translated("".join(odd), FRENCH) == "".join(odd.values()):
        layout, exchanges = Layout.FRENCH, FRENCH
    elif odd:
        layout, exchanges = Layout.OTHER, "".join(raw + true for raw, true in odd.items())
    before = translated(text[:start], exchanges)
    after = translated(text[start + len(CARD) :], exchanges)
    symbology = ""
    if len(before) >= 3 and before[-3] == "]" and before[-2:].isalnum():
        before, symbology = before[:-3], before[-3:]
    setup = Setup(before, after, exchanges)
    risky = any(c.isalnum() for c in before + after)
    return Learnt(setup, layout, len(odd), caps, symbology, risky, scan.slowest_ms)
