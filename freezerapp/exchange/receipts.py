"""The receipt that comes back from a parcel's recipient: as JSON, or as the list that somebody filled in by hand."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from freezerapp.domain.custody import Json
from freezerapp.domain.file_table import Misread
from freezerapp.domain.folding import fold
from freezerapp.domain.manifest import plain
from freezerapp.domain.parcel import Outcome
from freezerapp.domain.plain_reading import NotAsPublished, read_plain
from freezerapp.domain.problems import Problem
from freezerapp.domain.receipt import FORMAT, SCHEMA, Receipt, ReceiptLine, receipt_fingerprint
from freezerapp.domain.signing import short_key
from freezerapp.exchange.manifest_csv import read_outcomes_csv
from freezerapp.exchange.manifest_findings import Finding
from freezerapp.exchange.manifest_rows import outcomes_of
from freezerapp.exchange.manifest_sheets import LIST_SHEET
from freezerapp.exchange.manifest_verifying import verify_file
from freezerapp.exchange.plain_file import portable_text, read_portable
from freezerapp.exchange.signing import OwnKey, SignatureNotRight, Signed, sign, signed
from freezerapp.exchange.tables import read_whole, table_of
from freezerapp.exchange.whole_file import write_whole

KEYS, SIGNATURE = ("format", "schema", "fingerprint", "receipt"), "signature"
"""What stands outermost in a file: all of KEYS, and the signature if it is signed."""


class ReceiptNotWritten(Problem):
    """A receipt can't be written; ``reason`` is the system's own word for it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class ReceiptAltered(Problem):
    """A receipt does not say what it said when it was made."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class OutcomeNotRead(Problem):
    """Beside a tube stands a word that is no outcome."""

    def __init__(self, tube: str, text: str) -> None:
        super().__init__(tube, text)
        self.tube, self.text = tube, text


class NothingFilledIn(Problem):
    """A list came back without an outcome beside any tube."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class PortableReceipt(NamedTuple):
    """What a portable file says, whether or not it is as it was made; ``fingerprint`` is the one in the file."""

    receipt: Receipt
    fingerprint: str
    whole: bool
    signed: Signed = Signed()


class FilledIn(NamedTuple):
    """A receipt made of a list that was filled in, and what was changed in that list besides."""

    receipt: Receipt
    findings: tuple[Finding, ...]


def receipt_json(receipt: Receipt, key: OwnKey | None = None) -> bytes:
    """The portable file of a receipt; with a key it is signed. Raises what ``sign`` does."""
    whole = receipt_fingerprint(receipt)
    file: dict[str, Json] = {
        "format": FORMAT,
        "schema": SCHEMA,
        "fingerprint": whole,
        **({} if key is None else {SIGNATURE: plain(sign(key, FORMAT, whole))}),
        "receipt": plain(receipt),
    }
    return portable_text(file).encode()


def write_receipt(path: Path, receipt: Receipt, key: OwnKey | None = None) -> None:
    """Write a receipt, whole or not at all, signed if there is a key.

    Raises ReceiptNotWritten, and what ``sign`` does.
    """
    write_whole(path, receipt_json(receipt, key), ReceiptNotWritten)


def read_receipt(path: Path) -> Receipt:
    """The receipt in a JSON file that is as it was made.

    Raises what ``look_at_receipt`` does, ReceiptAltered, SignatureNotRight, FileNotThere or FileNotReadable.
    """
    found = look_at_receipt(read_whole(path), str(path))
    if not found.whole:
        raise ReceiptAltered(str(path))
    signature, fits = found.signed
    if signature is not None and not fits:
        raise SignatureNotRight(str(path), short_key(signature.key))
    return found.receipt


def look_at_receipt(content: bytes, name: str) -> PortableReceipt:
    """What the portable file of a receipt says, and whether it is as it was made.

    Raises NotPortable, NewerPortable, PortableDamaged, PortableTooLarge or NotAsPublished.
    """
    file: dict[str, Any] = read_portable(content, name, FORMAT, SCHEMA)
    for key in KEYS:
        if key not in file:
            raise NotAsPublished(key, Misread.MISSING, key)
    for key in file.keys() - {*KEYS, SIGNATURE}:
        raise NotAsPublished(key, Misread.UNKNOWN_KEY, key)
    try:
        receipt = read_plain(Receipt, file["receipt"])
    except NotAsPublished as refused:
        where = f"receipt.{refused.where}" if refused.where else "receipt"
        raise NotAsPublished(where, refused.what, refused.detail) from refused
    said, true = file["fingerprint"], receipt_fingerprint(receipt)
    if not isinstance(said, str):
        raise NotAsPublished("fingerprint", Misread.WRONG_VALUE, str(said)[:80])
    by = signed(file[SIGNATURE], FORMAT, true) if SIGNATURE in file else Signed()
    return PortableReceipt(receipt, said, said == true, by)


def receipt_of_list(content: bytes, name: str, received_at: str, by: str) -> FilledIn:
    """A receipt out of the CSV or XLSX of a manifest whose outcomes were filled in; who and when is told.

    Tubes without an outcome get no line. Raises what ``verify_file`` does, OutcomeNotRead and NothingFilledIn.
    """
    found = verify_file(content, name)
    if found.listed is None:
        raise NothingFilledIn(name)
    if found.sheets is not None:
        columns, *rows = found.sheets[LIST_SHEET]
        said = outcomes_of(columns, rows)
    else:
        said = read_outcomes_csv(table_of(content, name))
    lines = tuple(_lines(said))
    if not lines:
        raise NothingFilledIn(name)
    return FilledIn(
        Receipt(found.number, found.version, found.fingerprint, received_at, by, lines=lines), found.findings
    )


def read_outcome(text: str) -> Outcome | None:
    """The outcome that a person means, in English or French; None for another word."""
    return _WORDS.get(" ".join(fold(text).replace("-", " ").split()).strip(" .!"))


def _lines(said: Iterable[tuple[str, str, str]]) -> Iterable[ReceiptLine]:
    for tube, text, note in said:
        if not text:
            continue
        outcome = read_outcome(text)
        if outcome is None:
            raise OutcomeNotRead(tube, text)
        yield ReceiptLine(tube, outcome, note)


_SAID = {
    Outcome.RECEIVED: "received; ok; yes; present; recu; oui; conforme",
    Outcome.MISSING: "missing; absent; not found; manquant; manque; non trouve",
    Outcome.EXTRA: "extra; not listed; en trop; supplementaire; non liste",
    Outcome.DAMAGED: "damaged; broken; leaking; endommage; casse; fuite; abime",
    Outcome.THAWED: "thawed; decongele",
    Outcome.WRONG_LABEL: "wrong label; mislabelled; mislabeled; mauvaise etiquette; erreur d'etiquette; mal etiquete",
}
_WORDS = {word.strip(): outcome for outcome, words in _SAID.items() for word in words.split(";")}
