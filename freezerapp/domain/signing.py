"""Signatures on portable files: made with which key, over what, and whose key that is as far as a bank knows."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.party import Party
from freezerapp.domain.problems import Problem

OWN_KEYS = "signing keys"
"""Site setting: this bank's own public keys, the newest first."""
SHORT_KEY = 16
"""Hexadecimal digits by which people tell keys apart; a signature is always checked against the whole key."""
_KEY = re.compile(r"[0-9a-f]{64}")
_BETWEEN = re.compile(r"[,;\n]+")


class Algorithm(StrEnum):
    """How a signature is made."""

    ED25519 = "Ed25519"


class Signature(NamedTuple):
    """What stands in a signed file; ``key`` is the public key (64 hexadecimal digits), ``value`` has 128."""

    algorithm: Algorithm
    key: str
    value: str


class Whose(StrEnum):
    """Whose key signed, as far as a bank knows."""

    OWN = "own"
    KNOWN = "known"
    UNKNOWN = "unknown"


class Signer(NamedTuple):
    """Who holds a key; ``names`` are the organisations of the address book that it is noted for."""

    whose: Whose
    names: tuple[str, ...] = ()


class NotAKey(Problem):
    """A text is no public key: 64 hexadecimal digits, in groups or not."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


def party_keys(party_id: int) -> str:
    """Name of the site setting that keeps the public keys of an organisation in the address book."""
    return f"keys of party {party_id}"


def signed_text(form: str, fingerprint: str) -> bytes:
    """What is signed: the name of the format, a space and the fingerprint (hexadecimal)."""
    return f"{form} {fingerprint}".encode("ascii")


def short_key(key: str) -> str:
    """The beginning of a public key in groups of four, as people compare it."""
    return _grouped(key[:SHORT_KEY])


def said_key(key: str) -> str:
    """The whole of a public key in groups of four, to be copied and compared."""
    return _grouped(key)


def read_keys(text: str) -> tuple[str, ...]:
    """Public keys as people paste them: in groups or not, several by commas or lines; each once.

    Raises NotAKey.
    """
    found: dict[str, None] = {}
    for part in _BETWEEN.split(text):
        key = "".join(part.split()).lower()
        if not key:
            continue
        if not _KEY.fullmatch(key):
            raise NotAKey(part.strip())
        found[key] = None
    return tuple(found)


def keys_text(keys: Iterable[str]) -> str:
    """Public keys as a site setting keeps them."""
    return ", ".join(keys)


def keys_kept(settings: Mapping[str, str], name: str) -> tuple[str, ...]:
    """The public keys that a site setting keeps; none where it can't be read as keys."""
    try:
        return read_keys(settings.get(name, ""))
    except NotAKey:
        return ()


def signer(key: str, settings: Mapping[str, str], parties: Iterable[Party]) -> Signer:
    """Whose key this is, by what the site has noted."""
    if key in keys_kept(settings, OWN_KEYS):
        return Signer(Whose.OWN)
    names = tuple(
        dict.fromkeys(each.organisation for each in parties if key in keys_kept(settings, party_keys(each.id)))
    )
    return Signer(Whose.KNOWN if names else Whose.UNKNOWN, names)


def _grouped(digits: str) -> str:
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))
