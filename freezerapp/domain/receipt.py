"""The receipt of a parcel: what its recipient found, tube by tube, and returns to the bank that sent it."""

import hashlib
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from freezerapp.domain.barcode import code_key
from freezerapp.domain.custody import canonical
from freezerapp.domain.manifest import Manifest, plain
from freezerapp.domain.manifest import fingerprint as fingerprint_of
from freezerapp.domain.parcel import Outcome

FORMAT = "freezerapp-receipt"
SCHEMA = 1
"""Version of the portable form; a reader refuses a higher one."""


class ReceiptLine(NamedTuple):
    """One tube as it was found; ``tube`` is its code as the manifest lists it, or as an extra one was scanned."""

    tube: str
    outcome: Outcome
    note: str = ""


class Receipt(NamedTuple):
    """What was found on arrival. ``fingerprint`` is the whole one of the manifest that was checked against.

    ``received_at`` is ISO text; ``temperature`` in tenths of °C, ``ice_g`` the dry ice left; None: not said. Tubes
    without a line are not checked yet: a second receipt can follow.
    """

    number: str
    version: int
    fingerprint: str
    received_at: str
    by: str
    organisation: str = ""
    temperature: int | None = None
    ice_g: int | None = None
    seal_intact: bool | None = None
    lines: tuple[ReceiptLine, ...] = ()
    note: str = ""


class Doubts(NamedTuple):
    """What does not fit between a receipt and the manifest it is about; all empty where everything does.

    ``unlisted`` are not in the manifest and not called extra; ``not_extra`` are called extra and are in it;
    ``twice`` have more than one line; ``unchecked`` are in the manifest and have none.
    """

    other_manifest: bool
    unlisted: tuple[str, ...]
    not_extra: tuple[str, ...]
    twice: tuple[str, ...]
    unchecked: tuple[str, ...]


def receipt_fingerprint(receipt: Receipt) -> str:
    """SHA-256 (hexadecimal) over the canonical JSON of all that the receipt says."""
    return hashlib.sha256(canonical(plain(receipt)).encode()).hexdigest()


def doubts(receipt: Receipt, manifest: Manifest) -> Doubts:
    """Hold a receipt against the manifest. Codes are compared as scanners find them, without regard to case."""
    listed = {code_key(item.tube) for item in manifest.items}
    said = Counter(code_key(line.tube) for line in receipt.lines)
    other = (receipt.number, receipt.version) != (manifest.number, manifest.version)
    return Doubts(
        other or receipt.fingerprint != fingerprint_of(manifest),
        _codes(line for line in receipt.lines if line.outcome is not Outcome.EXTRA and not _in(line, listed)),
        _codes(line for line in receipt.lines if line.outcome is Outcome.EXTRA and _in(line, listed)),
        _codes(line for line in receipt.lines if said[code_key(line.tube)] > 1),
        tuple(item.tube for item in manifest.items if code_key(item.tube) not in said),
    )


def _in(line: ReceiptLine, listed: set[str]) -> bool:
    return code_key(line.tube) in listed


def _codes(lines: Iterable[ReceiptLine]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(line.tube for line in lines))
