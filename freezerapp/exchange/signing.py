"""Keys of this computer and the signatures made with them: Ed25519, over the fingerprint of a portable file.

The private key stays in a file of the user who made it, never in a bank; the bank knows the public key. The library is
loaded when something is signed or a signature is looked at, not before.
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from freezerapp.domain.file_table import Misread
from freezerapp.domain.plain_reading import NotAsPublished, read_plain
from freezerapp.domain.problems import Problem
from freezerapp.domain.signing import Algorithm, Signature, signed_text

PRIVATE = 0o600
"""Only the user who made a key may read its file."""
_SEED, _VALUE = re.compile(r"[0-9a-f]{64}"), re.compile(r"[0-9a-f]{128}")


class KeyNotKept(Problem):
    """The file of a new private key can't be written; ``reason`` is the system's own word for it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class KeyNotReadable(Problem):
    """The file of a private key can't be read (the system's word for it), or holds something else ("not that key")."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.path, self.why = path, why


class KeyOpenToOthers(Problem):
    """Other users of the computer may read the file of a private key: it proves nothing any more."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class SignatureNotRight(Problem):
    """A file is signed, but not with the key that it names, or not as it is now."""

    def __init__(self, path: str, key: str) -> None:
        super().__init__(path, key)
        self.path, self.key = path, key


class OwnKey(NamedTuple):
    """A key that can sign here: its public half, and the file with the private one."""

    public: str
    path: Path


class Signed(NamedTuple):
    """The signature of a file, if it has one, and whether it is that of what the file says."""

    signature: Signature | None = None
    fits: bool = False


def key_folder() -> Path:
    """Where this user's private keys are kept; it need not exist."""
    import platformdirs

    return Path(platformdirs.user_data_dir("FreezerApp", appauthor=False), "keys")


def make_key(folder: Path | None = None) -> OwnKey:
    """Make a key pair; its private half goes into a file that only this user can read. Raises KeyNotKept."""
    from nacl.signing import SigningKey

    made = SigningKey.generate()
    public = bytes(made.verify_key).hex()
    path = _file(folder or key_folder(), public)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        # Made with its rights, not given them later; and never over another file.
        number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, PRIVATE)
        with os.fdopen(number, "w", encoding="ascii") as file:
            file.write(f"{bytes(made).hex()}\n")
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise KeyNotKept(str(path), error.strerror or str(error)) from error
    return OwnKey(public, path)


def own_key(keys: Sequence[str], folder: Path | None = None) -> OwnKey | None:
    """The first of these public keys whose private half is kept by this user; None if none is."""
    for public in keys:
        path = _file(folder or key_folder(), public)
        if path.exists():
            return OwnKey(public, path)
    return None


def sign(key: OwnKey, form: str, fingerprint: str) -> Signature:
    """Sign the fingerprint of a file of this format. Raises KeyNotReadable or KeyOpenToOthers."""
    from nacl.signing import SigningKey

    signing = SigningKey(_seed(key.path))
    if bytes(signing.verify_key).hex() != key.public:
        raise KeyNotReadable(str(key.path), "not that key")
    value = signing.sign(signed_text(form, fingerprint)).signature
    return Signature(Algorithm.ED25519, key.public, bytes(value).hex())


def is_right(signature: Signature, form: str, fingerprint: str) -> bool:
    """Whether a signature was made with the key that it names, over this fingerprint in a file of this format."""
    from nacl.exceptions import BadSignatureError
    from nacl.signing import VerifyKey

    try:
        VerifyKey(bytes.fromhex(signature.key)).verify(signed_text(form, fingerprint), bytes.fromhex(signature.value))
    except BadSignatureError:
        return False
    return True


def signed(value: object, form: str, fingerprint: str) -> Signed:
    """What the part "signature" of a file says, held against the true fingerprint of its content.

    Raises NotAsPublished.
    """
    try:
        signature = read_plain(Signature, value)
    except NotAsPublished as refused:
        where = f"signature.{refused.where}" if refused.where else "signature"
        raise NotAsPublished(where, refused.what, refused.detail) from refused
    for name, text, wanted in (("key", signature.key, _SEED), ("value", signature.value, _VALUE)):
        if not wanted.fullmatch(text):
            raise NotAsPublished(f"signature.{name}", Misread.WRONG_VALUE, text[:80])
    return Signed(signature, is_right(signature, form, fingerprint))


def _file(folder: Path, public: str) -> Path:
    return folder / f"{public}.key"


def _seed(path: Path) -> bytes:
    try:
        if os.name == "posix" and path.stat().st_mode & 0o077:
            raise KeyOpenToOthers(str(path))
        text = path.read_text(encoding="ascii").strip()
    except OSError as error:
        raise KeyNotReadable(str(path), error.strerror or str(error)) from error
    except ValueError as error:
        raise KeyNotReadable(str(path), "not that key") from error
    if not _SEED.fullmatch(text):
        raise KeyNotReadable(str(path), "not that key")
    return bytes.fromhex(text)
