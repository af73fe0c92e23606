"""The portable file of a parcel: its manifest as JSON, with the fingerprint and what tells which part was changed."""

import hashlib
from pathlib import Path
from typing import Any, NamedTuple

from freezerapp.domain.custody import Json, canonical
from freezerapp.domain.file_table import Misread
from freezerapp.domain.manifest import FORMAT, SCHEMA, Item, Manifest, fingerprint, plain
from freezerapp.domain.manifest_check import Disagreement, disagreements
from freezerapp.domain.plain_reading import NotAsPublished, read_plain
from freezerapp.domain.problems import Problem
from freezerapp.domain.signing import short_key
from freezerapp.exchange.plain_file import portable_text, read_portable
from freezerapp.exchange.signing import OwnKey, SignatureNotRight, Signed, sign, signed
from freezerapp.exchange.tables import read_whole
from freezerapp.exchange.whole_file import write_whole

PARTS = {
    "parties": ("bank", "bank_uuid", "sender", "recipient", "responsible", "responsible_phone", "notify"),
    "transport": ("transport",),
    "packages": ("packages",),
    "boxes": ("boxes",),
    "customs": ("customs",),
    "history": ("head_seq", "head_hash"),
}
"""What is told apart when a fingerprint does not fit; all other fields but the tubes are "facts"."""
FACTS, TUBES = "facts", "tubes"
KEYS, SIGNATURE = ("format", "schema", "fingerprint", "digests", "manifest"), "signature"
"""What stands outermost in a file: all of KEYS, and the signature if it is signed."""
LINE_DIGITS = 8
"""Hexadecimal digits that tell of one line whether it was changed; the whole fingerprint proves it."""


class ManifestNotWritten(Problem):
    """A file of a manifest can't be written; ``reason`` is the system's own word for it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class ManifestAltered(Problem):
    """A file does not say what it said when it was made: these parts differ, of the list these lines."""

    def __init__(self, path: str, parts: tuple[str, ...], lines: tuple[str, ...]) -> None:
        super().__init__(path, parts, lines)
        self.path, self.parts, self.lines = path, parts, lines


class ManifestUnsound(Problem):
    """A manifest contradicts itself, or tells what its profile forbids; ``what`` is a Flaw and ``thing`` has it."""

    def __init__(self, what: str, thing: str) -> None:
        super().__init__(what, thing)
        self.what, self.thing = what, thing


class PortableManifest(NamedTuple):
    """What a portable file says, whether or not it is as it was made."""

    manifest: Manifest
    fingerprint: str  # as the file says; the true one is that of the manifest
    parts: tuple[str, ...] = ()  # what does not fit its digest
    lines: tuple[int, ...] = ()  # of the list, by number, from 1
    whole: bool = True  # the fingerprint fits
    unsound: tuple[Disagreement, ...] = ()
    signed: Signed = Signed()

    @property
    def is_as_made(self) -> bool:
        """Nothing in it was changed, as far as the file itself can tell."""
        return self.whole and not self.parts and not self.lines


def manifest_json(manifest: Manifest, key: OwnKey | None = None) -> bytes:
    """The portable file: format, schema, fingerprint, digests and the manifest itself; with a key it is signed.

    Raises ManifestUnsound, and what ``sign`` does.
    """
    check_sound(manifest)
    values = plain(manifest)
    assert isinstance(values, dict)
    whole = fingerprint(manifest)
    file: dict[str, Json] = {
        "format": FORMAT,
        "schema": SCHEMA,
        "fingerprint": whole,
        **({} if key is None else {SIGNATURE: plain(sign(key, FORMAT, whole))}),
        "digests": {**_digests(values), "lines": [line_digest(item) for item in manifest.items]},
        "manifest": values,
    }
    return portable_text(file).encode()


def write_manifest(path: Path, manifest: Manifest, key: OwnKey | None = None) -> None:
    """Write the portable file, whole or not at all, signed if there is a key.

    Raises ManifestUnsound or ManifestNotWritten, and what ``sign`` does.
    """
    write_whole(path, manifest_json(manifest, key), ManifestNotWritten)


def read_manifest(path: Path) -> Manifest:
    """The manifest in a portable file that is as it was made.

    Raises what ``look_at_manifest`` does, FileNotThere, FileNotReadable, ManifestAltered, ManifestUnsound or
    SignatureNotRight.
    """
    found = look_at_manifest(read_whole(path), str(path))
    manifest = as_made(found, str(path))
    signature, fits = found.signed
    if signature is not None and not fits:
        raise SignatureNotRight(str(path), short_key(signature.key))
    return manifest


def as_made(found: PortableManifest, name: str) -> Manifest:
    """The manifest that was looked at, if it is as it was made, whoever signed it.

    Raises ManifestAltered or ManifestUnsound.
    """
    if not found.is_as_made:
        parts = found.parts or ((TUBES,) if found.lines else ("fingerprint",))
        raise ManifestAltered(name, parts, tuple(map(str, found.lines)))
    for flaw in found.unsound:
        raise ManifestUnsound(flaw.what, flaw.thing)
    return found.manifest


def look_at_manifest(content: bytes, name: str) -> PortableManifest:
    """What a portable file says, and which of its parts do not fit their digests.

    Raises NotPortable, NewerPortable, PortableDamaged, PortableTooLarge or NotAsPublished.
    """
    file: dict[str, Any] = read_portable(content, name, FORMAT, SCHEMA)
    for key in KEYS:
        if key not in file:
            raise NotAsPublished(key, Misread.MISSING, key)
    for key in file.keys() - {*KEYS, SIGNATURE}:
        raise NotAsPublished(key, Misread.UNKNOWN_KEY, key)
    try:
        manifest = read_plain(Manifest, file["manifest"])
    except NotAsPublished as refused:
        where = f"manifest.{refused.where}" if refused.where else "manifest"
        raise NotAsPublished(where, refused.what, refused.detail) from refused
    said = file["fingerprint"]
    if not isinstance(said, str):
        raise NotAsPublished("fingerprint", Misread.WRONG_VALUE, str(said)[:80])
    digests = file["digests"]
    if not isinstance(digests, dict) or not isinstance(digests.get("lines"), list):
        raise NotAsPublished("digests", Misread.WRONG_VALUE, "lines")
    now = _digests(file["manifest"])
    parts = tuple(
        part for part in dict.fromkeys([*now, *digests]) if part != "lines" and now.get(part) != digests.get(part)
    )
    lines = changed_lines(manifest.items, digests["lines"])
    true = fingerprint(manifest)
    by = signed(file[SIGNATURE], FORMAT, true) if SIGNATURE in file else Signed()
    return PortableManifest(manifest, said, parts, lines, said == true, tuple(disagreements(manifest)), by)


def check_sound(manifest: Manifest) -> None:
    """Refuse to write what contradicts itself or tells too much: raises ManifestUnsound with the first flaw."""
    for flaw in disagreements(manifest):
        raise ManifestUnsound(flaw.what, flaw.thing)


def line_digest(item: Item) -> str:
    """The beginning of the SHA-256 over one tube of the list."""
    return hashlib.sha256(canonical(plain(item)).encode()).hexdigest()[:LINE_DIGITS]


def changed_lines(items: tuple[Item, ...], said: list[object]) -> tuple[int, ...]:
    """The lines (from 1) that do not fit what is said of them; those too that are missing or too many at the end."""
    now = [line_digest(item) for item in items]
    longest = max(len(now), len(said))
    return tuple(at + 1 for at in range(longest) if at >= len(now) or at >= len(said) or now[at] != said[at])


def _digests(values: dict[str, Any]) -> dict[str, Json]:
    named = {name for names in PARTS.values() for name in names}
    parts = {part: {name: values[name] for name in names} for part, names in PARTS.items()}
    parts[FACTS] = {name: value for name, value in values.items() if name not in named and name != "items"}
    parts[TUBES] = {"items": values["items"]}
    return {part: hashlib.sha256(canonical(said).encode()).hexdigest() for part, said in parts.items()}
