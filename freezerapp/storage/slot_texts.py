"""The texts of all tubes in one block of memory, searched whole: barcodes, further codes, site fields."""

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge

from freezerapp.domain.folding import fold
from freezerapp.domain.search.query import Pattern, Patterns

BARCODE, CODE, OWN, END = "\x02", "\x03", "\x04", "\x05"
"""What stands before a text of each kind, and after each; a folded text has no control characters."""
_SLOT = "\n"
_LOOKS = 256
_MOVED_AT_MOST = 1_000


class SlotTexts:
    """For each slot its texts; kept as UTF-8 one after the other, so that one search goes through all."""

    def __init__(self) -> None:
        self._all = bytearray()
        self._starts = array("I", [0])
        self._moved: dict[int, bytes] = {}

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
        self._all += b"".join(pieces)

    def put(self, slot: int, text: str) -> None:
        """Another text for one slot."""
        now = text.encode()
        if now == self.at(slot):
            return
        start, end = self._starts[slot], self._starts[slot + 1]
        # The old place is blanked and the text kept aside: nothing behind it has to move.
        self._all[start:end] = b"\n" * (end - start)
        self._moved[slot] = now
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
    """Slots whose texts hold one of some needles (and fit, where asked), found one after the other."""

    def __init__(self, texts: SlotTexts, needles: list[bytes], fits: Callable[[bytes], bool] | None = None) -> None:
        self._texts, self._needles, self._fits = texts, needles, fits
        self._starts, self._find, self._moved = texts._starts, texts._all.find, texts._moved

    def __iter__(self) -> Iterator[int]:
        moved = sorted(slot for slot in self._moved if slot in self)
        last = -1
        for slot in merge(moved, *map(self._with, self._needles)):
            if slot != last and (self._fits is None or self._fits(self._texts.at(slot))):
                yield slot
            last = slot

    def __contains__(self, slot: int) -> bool:
        if self._fits is not None or slot in self._moved:
            text = self._texts.at(slot)
            return self._fits(text) if self._fits else any(needle in text for needle in self._needles)
        start, end = self._starts[slot], self._starts[slot + 1]
        for needle in self._needles:  # noqa: SIM110 - asked for each tube: any() takes twice as long
            if self._find(needle, start, end) >= 0:
                return True
        return False

    def share(self) -> float:
        """About which part of all slots this is."""
        slots = range(0, len(self._texts), max(1, len(self._texts) // _LOOKS))
        return sum(slot in self for slot in slots) / len(slots) if slots else 0.0

    def _with(self, needle: bytes) -> Iterator[int]:
        starts, find = self._starts, self._find
        slot, at = 0, find(needle)
        while at >= 0:
            slot = bisect_right(starts, at, slot) - 1
            yield slot
            slot += 1
            at = find(needle, starts[slot])


def slot_text(barcode: str | None, codes: Iterable[str], own: Iterable[str]) -> str:
    """The text of one slot: a tube's barcode, its other codes and its values of site fields."""
    parts = [f"{BARCODE}{fold(barcode or '')}{END}"]
    parts += [f"{CODE}{fold(code)}{END}" for code in codes if code != barcode]
    parts += [f"{OWN}{fold(value)}{END}" for value in own if value]
    return "".join((*parts, _SLOT))
