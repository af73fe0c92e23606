"""``freezerapp verify-manifest``: a file of a manifest held against itself, and against the bank that issued it."""

import argparse
import sys
from pathlib import Path
from typing import NamedTuple, TypeAlias

from freezerapp.cli import progress
from freezerapp.cli.signature import Held, held, said
from freezerapp.cli.verify_receipt import verify_receipt
from freezerapp.documents.lettering import LettersNotInFonts
from freezerapp.documents.page_proof import PagesDiffer, PageTextDiffers, differences, is_manifest
from freezerapp.documents.page_reading import read_pages
from freezerapp.domain.manifest import SHORT, Manifest, short_fingerprint
from freezerapp.domain.signing import Whose
from freezerapp.exchange.manifest_comparing import Kept, compare, manifest_kept
from freezerapp.exchange.manifest_findings import Finding, HeadNotInChain, SignatureWrong, is_wrong
from freezerapp.exchange.manifest_verifying import Form, PageSeen, Verified, is_pdf, verify_file, verify_pages
from freezerapp.exchange.plain_file import NotPortable
from freezerapp.exchange.tables import read_whole
from freezerapp.storage.database import Database
from freezerapp.storage.rows.history import bank_uuid
from freezerapp.storage.rows.manifests import head_is_in_chain, stored_manifests
from freezerapp.wording.english import sentence

DONE, PROBLEMS = 0, 1

Wrong: TypeAlias = Finding | PageTextDiffers | PagesDiffer

ALONE = {
    Form.JSON: "Nothing in it was changed since it was made, as far as it can tell alone.",
    Form.CSV: "No line of it was changed since it was made, as far as it can tell alone.",
    Form.XLSX: "No cell of it was changed since it was made, as far as it can tell alone.",
    Form.PDF: "Every page carries the code of this version. Whether what is printed beside it was changed can't be told"
    " from the paper alone.",
}
NOT_PROVED = (
    "Who changes a file can make its fingerprint anew: compare it with the one on paper,"
    " or ask the sending bank with --inventory."
)
PROVED = {
    Form.JSON: "It says exactly what this bank issued, and the event it names is in the bank's history.",
    Form.CSV: "Every line is what this bank issued, and the event of its version is in the bank's history.",
    Form.XLSX: "Every cell is what this bank issued, and the event of its version is in the bank's history.",
    Form.PDF: "The pages name what this bank issued, and the event of its version is in the bank's history.",
}
TEXT_READ = "Their text is word for word what is printed of it; what is drawn over a text can't be seen in this way."
NO_TEXT = "The pages are pictures: what they say of the tubes was not compared."
BY_SIGNATURE = (
    "It was issued by another bank ({bank}, {sender}). What it says is proved by the signature alone:"
    " whoever holds that key has said it."
)
OTHER_PAPER = "It is another paper of the parcel than the manifest: only its codes were looked at."


class Bank(NamedTuple):
    """What a bank says of a file: who signed it, the version that it issued itself, and whether another bank did."""

    by: Held | None
    issued: Manifest | None = None
    is_another: bool = False


def verify_manifest(asked: argparse.Namespace) -> int:
    """Say what a file is and list what is wrong with it."""
    path: Path = asked.file
    content = read_whole(path)
    try:
        found, unread = _pages(content, str(path)) if is_pdf(content) else (verify_file(content, str(path)), "")
    except NotPortable as refused:
        try:
            return verify_receipt(content, asked)
        except NotPortable:
            raise refused from None
    print(_named(found))
    findings: list[Wrong] = list(found.findings)
    bank = Bank(_right_signature(found))
    if asked.inventory is not None:
        bank = _held_against(found, asked.inventory, findings)
        if found.form is Form.PDF and bank.issued is not None and not unread:
            unread = _word_for_word(content, found, bank.issued, findings)
    for finding in findings:
        print(f"  {sentence(finding)}")
    if found.form is Form.JSON and (found.signature is None or bank.by is not None):
        _tell(said(bank.by))
    wrong = sum(map(is_wrong, findings))
    if wrong:
        _tell(f"{wrong:,} things are wrong with {path}." if wrong > 1 else f"1 thing is wrong with {path}.")
        return PROBLEMS
    if asked.inventory is None:
        _tell(ALONE[found.form])
        _tell(NOT_PROVED)
        return DONE
    if bank.is_another and found.manifest is not None:
        _tell(BY_SIGNATURE.format(bank=found.manifest.bank, sender=found.manifest.sender.organisation))
        return DONE
    _tell(PROVED[found.form])
    if found.form is Form.PDF:
        _tell(unread or TEXT_READ)
    return DONE


def _pages(content: bytes, name: str) -> tuple[Verified, str]:
    """What the pages of a PDF say, and why their text is not compared, if it is not."""
    pages = [PageSeen(*page) for page in read_pages(content, name, progress.told)]
    found = verify_pages(pages, name)
    if not any(page.text.strip() for page in pages):
        return found, NO_TEXT
    if is_manifest([page.text for page in pages]):
        return found, ""
    return found._replace(pages=()), OTHER_PAPER


def _word_for_word(content: bytes, found: Verified, stored: Manifest, findings: list[Wrong]) -> str:
    """Hold the text of the pages against what is printed of the bank's version; says why, if that can't be done."""
    try:
        findings += differences(content, [page.text for page in found.pages], stored)
    except LettersNotInFonts as refused:
        return sentence(refused)
    return ""


def _named(found: Verified) -> str:
    version = str(found.version) if found.version >= 0 else "?"
    tubes = f"{found.tubes:,} tubes" if found.tubes != 1 else "1 tube"
    short = short_fingerprint(found.fingerprint[:SHORT])
    return f"{found.number} version {version}: {tubes}, fingerprint {short} ({found.form.value.upper()})"


def _right_signature(found: Verified) -> Held | None:
    wrong = any(isinstance(each, SignatureWrong) for each in found.findings)
    return Held(found.signature, None) if found.signature is not None and not wrong else None


def _held_against(found: Verified, inventory: Path, findings: list[Wrong]) -> Bank:
    """Hold a file against the versions that the bank has kept.

    That of another bank, signed with a key that is noted here, is held against its signature alone.
    """
    database = Database.open(inventory)
    try:
        by = _right_signature(found)
        with database.reading() as reader:
            stored = stored_manifests(reader, found.number)
            by = held(reader, by.signature) if by is not None else None
            elsewhere = found.manifest is not None and found.manifest.bank_uuid != bank_uuid(reader)
        if elsewhere and by is not None and by.by is not None and by.by.whose is Whose.KNOWN:
            return Bank(by, is_another=True)
        kept = [Kept(each.version, each.fingerprint, each.content) for each in stored]
        findings += compare(found, kept)
        own = next((manifest_kept(each) for each in kept if each.version == found.version), None)
        for event, head in dict.fromkeys(_heads(found, own)):
            with database.reading() as reader:
                if not head or not head_is_in_chain(reader, event, head):
                    findings.append(HeadNotInChain(event))
    finally:
        database.close()
    return Bank(by, own)


def _heads(found: Verified, own: Manifest | None) -> list[tuple[int, str]]:
    """The events that must be in the history: that of the bank's own version, and that which the file names."""
    return [(each.head_seq, each.head_hash) for each in (own, found.manifest) if each is not None]


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
