"""The texts of all tubes in one block of memory, searched whole: barcodes, further codes, site fields."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from freezerapp.domain.folding import fold
from freezerapp.domain.search.query import Pattern, Patterns

BARCODE, CODE, OWN, END = "\x02", "\x03", "\x04", "\x05"
"""What stands before a text of each kind, and after each; a folded text has no control characters."""
_SLOT = "\n"
_LOOKS = 64
_MOVED_AT_MOST = 1_000
_CLOSE = 32
"""Slots that stand closer than this are searched faster with all between them than one by one."""


class SlotTexts:
    """For each slot its texts; kept as UTF-8 one after the other, so that one search goes through all."""

    def __init__(self) -> None:
        self._all = bytearray()
        self._starts = array("I", [0])
        self._moved: dict[int, bytes] = {}
        self._grams: set[tuple[int, ...]] = {()}

    def __len__(self) -> int:
        return len(self._starts) - 1

    def append(self, texts: Iterable[str]) -> None:
        """Texts of further slots, each made by ``slot_text``."""
        at = len(self._all)
        pieces = []
        for text in texts:
            piece = text.encode()
            at += len(piece)
            pieces.append(piece)
            self._starts.append(at)
        more = b"".join(pieces)
        self._all += more
        self._learn(more)

    def put(self, slot: int, text: str) -> None:
        """Another text for one slot."""
        now = text.encode()
        if now == self.at(slot):
            return
        start, end = self._starts[slot], self._starts[slot + 1]
        # The old place is blanked and the text kept aside: nothing behind it has to move.
        self._all[start:end] = b"\n" * (end - start)
        self._moved[slot] = now
        self._learn(now)
        if len(self._moved) > _MOVED_AT_MOST:
            self._settle()

    def at(self, slot: int) -> bytes:
        """The text of one slot."""
        moved = self._moved.get(slot)
        return bytes(self._all[self._starts[slot] : self._starts[slot + 1]]) if moved is None else moved

    def holding(self, needles: Sequence[str]) -> "Holding":
        """The slots that have one of these folded texts as a part of one of theirs."""
        return Holding(self, [needle.encode() for needle in needles])

    def fitting(self, patterns: Sequence[Pattern], marks: str) -> "Holding":
        """The slots with a text of these kinds (BARCODE, CODE …) that is, as a whole, one of the patterns."""
        whole = Patterns(patterns)

        def fits(text: bytes) -> bool:
            parts = text.decode().split(END)
            return any(part[0] in marks and whole.match(part[1:]) for part in parts if part != _SLOT)

        if not whole.open and len(marks) == 1:
            return Holding(self, [f"{marks}{text}{END}".encode() for text in whole.whole])
        needles = [max(pattern.pieces, key=len).encode() for pattern in patterns]
        return Holding(self, needles, fits)

    def may_hold(self, needle: bytes) -> bool:
        """False when no text can have this as a part, since letters of it never stand side by side."""
        if len(needle) < 3:
            return tuple(needle) in self._grams
        return self._grams.issuperset(zip(needle, needle[1:], needle[2:], strict=False))

    def _learn(self, texts: bytes) -> None:
        """Note which letters stand side by side, by one, two and three (each text ends in two marks)."""
        new = set(zip(texts, texts[1:], texts[2:], strict=False)) - self._grams
        self._grams |= new
        self._grams.update((a, b) for a, b, _ in new)
        self._grams.update((a,) for a, _, _ in new)

    def _settle(self) -> None:
        """Put texts kept aside back in their places."""
        texts = [self.at(slot) for slot in range(len(self))]
        self._moved.clear()
        self._all = bytearray(b"".join(texts))
        at = 0
        starts = array("I", [0])
        for text in texts:
            at += len(text)
            starts.append(at)
        self._starts = starts


class Holding:
    """The slots whose texts hold one of some needles, and fit where that is asked."""

    def __init__(self, texts: SlotTexts, needles: list[bytes], fits: Callable[[bytes], bool] | None = None) -> None:
        self._texts, self._fits = texts, fits
        self._needles = [needle for needle in needles if texts.may_hold(needle)]
        self._starts, self._find, self._moved = texts._starts, texts._all.find, texts._moved

    def __bool__(self) -> bool:
        return bool(self._needles)

    def within(self, low: int, high: int, most: int) -> tuple[list[int], int]:
        """The slots of it from ``low`` up to but not including ``high``, in order, and how far was looked.

        After ``most`` slots (of a needle) it looks no further.
        """
        looks = [self._with(needle, low, high, most) for needle in self._needles]
        high = min((seen for _, seen in looks), default=high)
        if len(looks) == 1 and not self._moved and self._fits is None:
            return looks[0]
        found = {slot for slots, _ in looks for slot in slots if slot < high}
        if self._fits is not None:
            found = set(filter(self._is_in, found))
        found.update(slot for slot in self._moved if low <= slot < high and self._is_in(slot))
        return sorted(found), high

    def keep(self, slots: list[int]) -> list[int]:
        """Those of some slots that hold a needle and fit."""
        if not self._needles:
            return []
        if len(self._needles) > 1 or self._fits is not None:
            return list(filter(self._is_in, slots))
        kept = self._keep(slots)
        moved = {slot for slot in slots if slot in self._moved and self._is_in(slot)} if self._moved else ()
        return sorted(moved.union(kept)) if moved else kept

    def _keep(self, slots: list[int]) -> list[int]:
        """The same for one needle, without what was moved."""
        starts, find, (needle,) = self._starts, self._find, self._needles
        if slots and slots[-1] - slots[0] < _CLOSE * len(slots):
            found, seen = self._with(needle, slots[0], slots[-1] + 1, len(slots))
            if seen > slots[-1]:
                held = set(found)
                return [slot for slot in slots if slot in held]
        return [slot for slot in slots if find(needle, starts[slot], starts[slot + 1]) >= 0]

    def share(self) -> float:
        """About which part of all slots this is."""
        slots = list(range(0, len(self._texts), max(1, len(self._texts) // _LOOKS)))
        return len(self.keep(slots)) / len(slots) if slots else 0.0

    def _is_in(self, slot: int) -> bool:
        text = self._texts.at(slot)
        return self._fits(text) if self._fits else any(needle in text for needle in self._needles)

    def _with(self, needle: bytes, low: int, high: int, most: int) -> tuple[list[int], int]:
        starts, find, end = self._starts, self._find, self._starts[high]
        slots: list[int] = []
        at = find(needle, starts[low], end)
        while at >= 0:
            slot = bisect_right(starts, at, low, high) - 1
            slots.append(slot)
            low = slot + 1
            if len(slots) == most:
                return slots, low
            at = find(needle, starts[low], end)
        return slots, high


def slot_text(barcode: str | None, codes: Iterable[str], own: Iterable[str]) -> str:
    """The text of one slot: a tube's barcode, its other codes and its values of site fields."""
    parts = [f"{BARCODE}{fold(barcode or '')}{END}"]
    parts += [f"{CODE}{fold(code)}{END}" for code in codes if code != barcode]
    parts += [f"{OWN}{fold(value)}{END}" for value in own if value]
    return "".join((*parts, _SLOT))
