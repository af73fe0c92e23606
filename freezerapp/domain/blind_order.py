"""A blind order: random from a stored seed, and so independent of participant, visit, site and place."""

import hashlib
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

Key = TypeVar("Key", bound=Hashable)


def blind_order(keys: Sequence[Key], seed: str, together: Mapping[Key, object] | None = None) -> list[Key]:
    """The keys in the order that the seed draws; the order they come in does not matter.

    ``together`` names a batch for each key (a participant): keys of one batch stay next to each other, batches come in
    an order of their own, drawn too. Keys that are in no batch stand alone.
    """
    if together is None:
        return sorted(keys, key=lambda key: _drawn(seed, "key", key))
    return sorted(
        keys,
        key=lambda key: (
            _drawn(seed, "batch", together[key]) if key in together else _drawn(seed, "alone", key),
            _drawn(seed, "key", key),
        ),
    )


def keeps_together(batches: Iterable[object]) -> bool:
    """Whether an order keeps each batch side by side, and so was drawn with batches; None is in no batch.

    Where no batch has two, nothing tells it, and nothing is lost.
    """
    runs = [(batch, len(list(run))) for batch, run in groupby(batches) if batch is not None]
    return len({batch for batch, _ in runs}) == len(runs) and any(length > 1 for _, length in runs)


def blind_codes(seed: str, count: int, taken: Iterable[str] = ()) -> list[str]:
    """So many codes drawn from a seed, none twice and none of those ``taken``: "BL" and ten digits.

    As long as a barcode of the usual pattern, so that they fit the same labels.
    """
    gone, number = set(taken), 0
    found: list[str] = []
    while len(found) < count:
        drawn = int.from_bytes(_drawn(seed, "code", number)[:8]) % 10**10
        code, number = f"BL{drawn:010}", number + 1
        if code not in gone:
            gone.add(code)
            found.append(code)
    return found


def _drawn(seed: str, what: str, key: object) -> bytes:
    return hashlib.sha256(f"{seed}|{what}|{key}".encode()).digest()
