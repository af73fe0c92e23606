"""What a keyboard makes of what a scanner sends: Caps Lock, and a US scanner on a French layout, put right."""

_US_PLAIN = "1234567890-=qwertyuiop[]asdfghjkl;'\\zxcvbnm,./"
_US_SHIFT = '!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:"|ZXCVBNM<>?'
_FRENCH_PLAIN = "&é\"'(-è_çà)=azertyuiop^$qsdfghjklmù*wxcvbn,;:!"
_FRENCH_SHIFT = "1234567890°+AZERTYUIOP¨£QSDFGHJKLM%µWXCVBN?./§"

_TO_US = dict(zip(_FRENCH_PLAIN + _FRENCH_SHIFT, _US_PLAIN + _US_SHIFT, strict=True))
_TO_US |= {"É": "2", "È": "7", "Ç": "9", "À": "0"}  # Caps Lock where it turns letters only
_FRENCH_UP = dict(zip(_FRENCH_PLAIN, _FRENCH_SHIFT, strict=True))
_FRENCH_DOWN = dict(zip(_FRENCH_SHIFT, _FRENCH_PLAIN, strict=True))

_TELLING = frozenset("éèçàÉÈÇÀ&\"'()°?,!§$")
"""What digits, hyphens and slashes become on a French layout, and what hardly any code holds."""

FRENCH = "".join(raw + true for raw, true in _TO_US.items() if raw != true)
"""A US scanner on a French layout, as the pairs of characters that ``translated`` takes."""


def translated(text: str, layout: str) -> str:
    """The text with each character exchanged for the one that was sent.

    ``layout`` holds pairs: a character as it arrives, then the one that was meant; others stay.
    """
    return text.translate(dict(zip(map(ord, layout[::2]), layout[1::2], strict=False)))


def from_french(text: str) -> str | None:
    """What a US scanner sent when a French layout made this of it; None where nothing tells that it did.

    To be tried only for a text that leads nowhere. A text with a digit in it is left alone (digits come out
    as letters and signs), and so is one that could be a code as it stands: an exchange of letters alone
    would lead to another tube.
    """
    if not text or digits(text):
        return None
    told = any(c in _TELLING for c in text) or text[0] in "-_" or text[-1] in "-_"
    sent = translated(text, FRENCH)
    return sent if told and (digits(sent) or sent.upper().startswith("CMD-")) else None


def unlocked(text: str, shifted: tuple[bool, ...]) -> list[str]:
    """The text as it is without Caps Lock, likeliest first; ``shifted``: whether Shift was down, by character.

    Only a small letter in spite of Shift tells of Caps Lock. Mostly it turns letters alone; on a French
    layout under Windows it turns every key, which shows in signs that other layouts give the other way.
    """
    strokes = list(zip(text, shifted, strict=True))
    if not any(shift and c.islower() for c, shift in strokes):
        return [text]
    found = ["".join(_in_case(c, shift) for c, shift in strokes)]
    if any(_not_us(c, shift) for c, shift in strokes):
        every_key = "".join(_on_its_level(c, shift) for c, shift in strokes)
        if every_key not in found:
            found.append(every_key)
    return found


def digits(text: str) -> int:
    """How many of the characters are the usual digits."""
    return sum(c.isascii() and c.isdigit() for c in text)


def _in_case(c: str, shift: bool) -> str:
    turned = c.upper() if shift else c.lower()
    return turned if len(turned) == 1 else c


def _not_us(c: str, shift: bool) -> bool:
    """Whether no US layout gives this sign with Shift as it was, Caps Lock or not."""
    if c.isalpha():
        return not c.isascii()
    return c in (_US_PLAIN if shift else _US_SHIFT)


def _on_its_level(c: str, shift: bool) -> str:
    level = _FRENCH_UP if shift else _FRENCH_DOWN
    return level.get(c) or _in_case(c, shift)
