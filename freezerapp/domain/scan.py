"""What a burst of keys means, a scan or typing; and as which codes the text of a scan can be read."""

import re
from enum import Enum, auto
from typing import NamedTuple

from freezerapp.domain import keyboard
from freezerapp.domain.barcode import code_key

DOUBLE_MS = 300
"""The same code once more within this time is the same scan."""

SHORT_GAP_MS = 25
"""Between the keys of a scan shorter than ``Pace.shortest``: two keys of a fast hand may fall together."""

PATIENCE = 3
"""How many times the usual gap may be exceeded by what is a scanner beyond doubt: radio links falter."""

TORN_MS = 300
"""Characters at the pace of a scanner, and this soon more of them: one scan in two pieces."""

LONGEST = 1_000
"""Characters of a scan; a longer one can't be read as a code."""


class Key(Enum):
    """What kind of key was pressed."""

    CHARACTER = auto()
    CONTROL = auto()
    """With Ctrl, or Alt and a number: scanners send control characters so."""
    END = auto()
    """Return, Enter or Tab."""
    SILENT = auto()
    """Shift and its like: nothing by itself."""
    LOST = auto()
    """A character that did not arrive as a key: a dead key, or the text of an input method."""
    OTHER = auto()
    """An arrow, a function key, a key held down: never from a scanner."""


class Keystroke(NamedTuple):
    """One key: its text, its kind, ms since the key before, and whether Shift was down."""

    text: str
    key: Key
    gap_ms: int
    shift: bool = False


class Pace(NamedTuple):
    """How fast a scanner types at the slowest (ms a key), and from how many characters that is believed.

    A scan that is shorter (two characters at least: a position card) must be faster: ``SHORT_GAP_MS``.
    """

    gap_ms: int = 35
    shortest: int = 4

    def patience_ms(self, characters: int) -> int:
        """How long the next key may take after so many characters at this pace."""
        return self.gap_ms * (PATIENCE if characters >= self.shortest else 1)


USUAL = Pace()


class Scan(NamedTuple):
    """What a scanner typed, as the keyboard gave it; ``shifted``: whether Shift was down, by character.

    ``slowest_ms`` is the longest time between two of its keys, the end key too.
    """

    text: str
    shifted: tuple[bool, ...]
    slowest_ms: int = 0


class Meaning(Enum):
    """What a key means after the keys before it."""

    TYPING = auto()
    """It belongs to no scan, and what was held back does not either."""
    SILENT = auto()
    """Shift and its like: of no consequence."""
    FIRST = auto()
    """It may be the first of a scan; what was held back before it is typing."""
    MORE = auto()
    """It goes on at the pace of a scanner."""
    ASIDE = auto()
    """Another hand's key amid what may be a scan."""
    SCAN = auto()
    """It ends a scan."""
    AGAIN = auto()
    """It ends the same scan once more: to be dropped."""
    UNREADABLE = auto()
    """It ends a scan of which characters were lost."""
    TAIL = auto()
    """A second end key of the scan before."""


ENDING = frozenset({Meaning.SCAN, Meaning.AGAIN, Meaning.UNREADABLE})


class Burst(NamedTuple):
    """What was heard so far; begin with ``Burst()``."""

    strokes: tuple[Keystroke, ...] = ()
    spoilt: bool = False
    """A character of it was lost, or what came before it may belong to it."""
    torn: bool = False
    """What came before it was a scan beyond doubt."""
    waited_ms: int = 0
    """Since the last key that counts."""
    last: str | None = None
    since_ms: int = 0
    """Since the last scan ended, and how long that was when this burst began."""
    pause_ms: int = 0
    tail: bool = False

    @property
    def scan(self) -> Scan:
        """The burst as a scan."""
        text = "".join(each.text for each in self.strokes)
        shifted = tuple(each.shift for each in self.strokes for _ in each.text)
        return Scan(text, shifted, max((each.gap_ms for each in self.strokes), default=0))


class Heard(NamedTuple):
    """What a key means; with the scan it ends."""

    meaning: Meaning
    scan: Scan | None = None


class Setup(NamedTuple):
    """What the scanner of this bench puts around a code, and what the keyboard makes of its characters.

    ``prefix`` and ``suffix`` as they read once ``layout`` (see ``keyboard.translated``) has been applied.
    """

    prefix: str = ""
    suffix: str = ""
    layout: str = ""


PLAIN = Setup()


def hear(burst: Burst, stroke: Keystroke, pace: Pace = USUAL) -> tuple[Burst, Heard]:
    """What a key means after those before it, and the burst that the next key is heard with.

    A scan is characters at the pace of a scanner that end with Return, Enter or Tab. Nothing is ever cut out
    of it: a foreign character in its midst gives a code that is unknown, and the second half of a scan that
    was torn is unreadable. Neither may become the code of another tube.
    """
    waited = burst.waited_ms + stroke.gap_ms
    burst = burst._replace(waited_ms=waited, since_ms=burst.since_ms + stroke.gap_ms)
    begun = bool(burst.strokes) or burst.spoilt
    going = begun and waited <= pace.patience_ms(len(burst.strokes))
    match stroke.key:
        case Key.SILENT:
            return burst, Heard(Meaning.SILENT)
        case Key.END if _is_scan(burst, pace, going=going):
            return _ended(burst)
        case Key.END if burst.tail and waited <= pace.gap_ms:
            return burst._replace(waited_ms=0), Heard(Meaning.TAIL)
        case Key.OTHER if going:
            return burst, Heard(Meaning.ASIDE)
        case Key.CHARACTER | Key.CONTROL | Key.LOST if going:
            return _longer(burst, stroke), Heard(Meaning.MORE)
        case Key.CHARACTER | Key.LOST:
            return _first(burst, stroke, pace), Heard(Meaning.FIRST)
    return Burst(last=burst.last, since_ms=burst.since_ms), Heard(Meaning.TYPING)


def candidates(text: str, setup: Setup = PLAIN) -> list[str]:
    """The codes that a text may stand for, in the order to try; the first that leads somewhere is meant.

    Prefix, suffix, symbology identifier (``]C1``, ``]d2``: ISO/IEC 15424) and control characters (GS) are
    taken away. A learnt layout is applied, unless that would turn a digit into a sign: then another scanner
    was used, which needs no help (prefix and suffix, once translated, are proof to the contrary). Where none is
    learnt, the French layout is tried last, if the text tells of it.
    """
    forms = [text]
    if setup.layout:
        meant = keyboard.translated(text, setup.layout)
        framed = bool(setup.prefix + setup.suffix) and _is_framed(meant, setup)
        forms = [text if _loses_a_digit(text, meant) and not framed else meant]
    else:
        sent = keyboard.from_french(text)
        if sent is not None:
            forms.append(sent)
    found: dict[str, str] = {}
    for form in forms:
        bare = _bare(form, setup)
        if bare:
            found.setdefault(code_key(bare), bare)
    return list(found.values())


def readings(scan: Scan, setup: Setup = PLAIN) -> list[str]:
    """``candidates`` of a scan, with Caps Lock put right."""
    found: dict[str, str] = {}
    for text in keyboard.unlocked(scan.text, scan.shifted):
        for each in candidates(text, setup):
            found.setdefault(code_key(each), each)
    return list(found.values())


def likeliest(texts: list[str]) -> str:
    """The one of several readings that most looks like a code: what to call a code that nobody knows."""
    return next((each for each in texts if _PLAIN.fullmatch(each)), texts[0] if texts else "")


def _first(burst: Burst, stroke: Keystroke, pace: Pace) -> Burst:
    count = len(burst.strokes)
    soon = count > 0 and burst.waited_ms <= (TORN_MS if count > 1 else 2 * pace.gap_ms)
    strokes = (stroke._replace(gap_ms=0),) if stroke.key is Key.CHARACTER else ()
    return Burst(
        strokes,
        spoilt=soon or stroke.key is Key.LOST,
        torn=soon and (burst.torn or count >= pace.shortest),
        last=burst.last,
        since_ms=burst.since_ms,
        pause_ms=burst.since_ms,
    )


def _longer(burst: Burst, stroke: Keystroke) -> Burst:
    if stroke.key is Key.LOST or len(burst.strokes) >= LONGEST:
        return burst._replace(spoilt=True, waited_ms=0)
    text = stroke.text if stroke.key is Key.CHARACTER or stroke.text in _SEPARATORS else ""
    added = stroke._replace(text=text, gap_ms=burst.waited_ms)
    return burst._replace(strokes=(*burst.strokes, added), waited_ms=0)


def _is_scan(burst: Burst, pace: Pace, *, going: bool) -> bool:
    count = len(burst.strokes)
    if count >= pace.shortest:
        return burst.waited_ms <= TORN_MS
    if burst.torn and going:
        return True
    return count >= 2 and max(burst.waited_ms, burst.scan.slowest_ms) <= SHORT_GAP_MS


def _ended(burst: Burst) -> tuple[Burst, Heard]:
    scan = burst.scan._replace(slowest_ms=max(burst.scan.slowest_ms, burst.waited_ms))
    after = Burst(last=None if burst.spoilt else scan.text, tail=True)
    if burst.spoilt:
        return after, Heard(Meaning.UNREADABLE, scan)
    again = scan.text == burst.last and burst.pause_ms <= DOUBLE_MS
    return after, Heard(Meaning.AGAIN if again else Meaning.SCAN, scan)


def _loses_a_digit(text: str, meant: str) -> bool:
    return any(keyboard.digits(a) > keyboard.digits(b) for a, b in zip(text, meant, strict=True))


def _is_framed(text: str, setup: Setup) -> bool:
    return text.startswith(setup.prefix) and text.endswith(setup.suffix)


def _bare(text: str, setup: Setup) -> str:
    """The code alone; prefix and suffix go only if something is left."""
    inner = text
    if setup.prefix and inner.startswith(setup.prefix):
        inner = inner[len(setup.prefix) :]
    if setup.suffix and inner.endswith(setup.suffix):
        inner = inner[: -len(setup.suffix)]
    shown = "".join(c for c in inner if c >= " " and c != "\x7f").strip()
    return _SYMBOLOGY.sub("", shown) or shown


_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9A-Za-z](?=.)")
_PLAIN = re.compile(r"[0-9A-Za-z][0-9A-Za-z ._/:#+-]*")
_SEPARATORS = frozenset("\x04\x1c\x1d\x1e\x1f")
