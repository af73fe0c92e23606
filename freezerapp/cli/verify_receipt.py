"""``freezerapp verify-manifest`` of a receipt: held against itself, and against the bank that sent the parcel."""

import argparse
import sys
from pathlib import Path

from freezerapp.cli.signature import Held, held, said
from freezerapp.domain.manifest import SHORT, short_fingerprint
from freezerapp.domain.signing import Whose, short_key
from freezerapp.exchange.manifest_findings import (
    Finding,
    FingerprintChanged,
    NotOfThisBank,
    OtherFingerprint,
    SignatureWrong,
    VersionNotIssued,
)
from freezerapp.exchange.receipts import PortableReceipt, look_at_receipt
from freezerapp.storage.database import Database, Reader
from freezerapp.storage.rows.manifests import stored_manifests
from freezerapp.wording.english import sentence

DONE, PROBLEMS = 0, 1


def verify_receipt(content: bytes, asked: argparse.Namespace) -> int:
    """Say what a receipt is and list what is wrong with it. Raises NotPortable for another file."""
    path: Path = asked.file
    found = look_at_receipt(content, str(path))
    receipt = found.receipt
    lines = f"{len(receipt.lines):,} tubes" if len(receipt.lines) != 1 else "1 tube"
    short = short_fingerprint(found.fingerprint[:SHORT])
    print(f"receipt of {receipt.number} version {receipt.version}: {lines}, fingerprint {short} (JSON)")
    findings: list[Finding] = [] if found.whole else [FingerprintChanged()]
    signature, fits = found.signed
    by: Held | None = None
    if signature is not None and fits:
        by = Held(signature, None)
    elif signature is not None:
        findings.append(SignatureWrong(short_key(signature.key)))
    if asked.inventory is not None:
        database = Database.open(asked.inventory)
        try:
            with database.reading() as reader:
                by = held(reader, by.signature) if by is not None else None
                findings += _held_against(reader, found, by)
        finally:
            database.close()
    for finding in findings:
        print(f"  {sentence(finding)}")
    if signature is None or by is not None:
        _tell(said(by))
    if findings:
        count = len(findings)
        _tell(f"{count:,} things are wrong with {path}." if count > 1 else f"1 thing is wrong with {path}.")
        return PROBLEMS
    _tell("Nothing in it was changed since it was made, as far as it can tell alone.")
    return DONE


def _held_against(reader: Reader, found: PortableReceipt, by: Held | None) -> list[Finding]:
    """Whether the manifest that the receipt is about was issued here, or the receipt itself was written here."""
    receipt = found.receipt
    stored = stored_manifests(reader, receipt.number)
    if not stored:
        written_here = by is not None and by.by is not None and by.by.whose is Whose.OWN
        return [] if written_here else [NotOfThisBank(receipt.number)]
    issued = next((each for each in stored if each.version == receipt.version), None)
    if issued is None:
        return [VersionNotIssued(receipt.number, receipt.version, tuple(each.version for each in stored))]
    if issued.fingerprint != receipt.fingerprint:
        return [OtherFingerprint(receipt.version, issued.fingerprint)]
    return []


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
