"""A file of a manifest or a receipt held against itself, and against the bank that is at hand: what is proved by it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import NamedTuple, Protocol, TypeAlias

from freezerapp.documents.lettering import LettersNotInFonts
from freezerapp.documents.page_proof import PagesDiffer, PageTextDiffers, differences, is_manifest
from freezerapp.documents.page_reading import read_pages
from freezerapp.domain.manifest import Manifest, short_fingerprint
from freezerapp.domain.signing import Signature, Signer, Whose, short_key, signer
from freezerapp.exchange.manifest_comparing import Kept, compare, manifest_kept
from freezerapp.exchange.manifest_findings import (
    Finding,
    FingerprintChanged,
    HeadNotInChain,
    NotOfThisBank,
    OtherFingerprint,
    SignatureWrong,
    VersionNotIssued,
    is_wrong,
)
from freezerapp.exchange.manifest_verifying import Form, PageSeen, Verified, is_pdf, verify_file, verify_pages
from freezerapp.exchange.plain_file import NotPortable
from freezerapp.exchange.receipts import PortableReceipt, look_at_receipt
from freezerapp.storage.database import Reader
from freezerapp.storage.rows.history import bank_uuid
from freezerapp.storage.rows.manifests import head_is_in_chain, stored_manifests
from freezerapp.storage.rows.shipments import parties, settings

Wrong: TypeAlias = Finding | PageTextDiffers | PagesDiffer


class Bank(Protocol):
    """What is needed of an open bank."""

    def reading(self) -> AbstractContextManager[Reader]: ...


class Verdict(StrEnum):
    """What is known of a file in the end."""

    CHANGED = "changed"
    """At least one finding is wrong."""
    ALONE = "alone"
    """Nothing is wrong with it, as far as it can tell alone."""
    PROVED = "proved"
    """It is what the bank at hand issued, and the bank's history has the event."""
    BY_SIGNATURE = "by signature"
    """Another bank issued it, and its signature fits a key that is noted here."""


class Unread(StrEnum):
    """Why the text of a PDF was not compared."""

    NO_TEXT = "no text"
    OTHER_PAPER = "other paper"


class Held(NamedTuple):
    """A signature that is right, and who holds its key; None: no bank was asked."""

    signature: Signature
    by: Signer | None


class Proof(NamedTuple):
    """What a file says it is, and what was found. ``fingerprint`` is as the file says, of a PDF its beginning.

    ``version`` and ``tubes`` are -1 where no number stands. ``is_signed`` also if the signature is wrong; ``by``
    only if it is right. ``unread``: why the text of a PDF was not held word for word against the bank's version.
    """

    found: Verified | PortableReceipt
    number: str
    version: int
    tubes: int
    fingerprint: str
    form: Form
    verdict: Verdict
    findings: tuple[Wrong, ...]
    is_signed: bool
    by: Held | None
    unread: Unread | LettersNotInFonts | None = None

    @property
    def is_receipt(self) -> bool:
        """Whether it is the receipt of a parcel, not its manifest."""
        return isinstance(self.found, PortableReceipt)

    @property
    def wrong(self) -> int:
        """How many things are wrong with it."""
        return sum(map(is_wrong, self.findings))


def held(reader: Reader, signature: Signature) -> Held:
    """Whose key made a signature, as far as a bank knows."""
    return Held(signature, signer(signature.key, settings(reader), parties(reader)))


def look(content: bytes, name: str, told: Callable[[int, int], None] | None = None) -> Proof:
    """What a file of a manifest or a receipt says of itself; ``told`` hears how many pages of a PDF were read.

    Raises NotPortable for another file, and what reading each form raises.
    """
    unread: Unread | None = None
    try:
        if is_pdf(content):
            found, unread = _pages(content, name, told)
        else:
            found = verify_file(content, name)
    except NotPortable as refused:
        try:
            return _look_at_receipt(content, name)
        except NotPortable:
            raise refused from None
    is_right = found.signature is not None and not any(isinstance(each, SignatureWrong) for each in found.findings)
    by = Held(found.signature, None) if found.signature is not None and is_right else None
    return Proof(
        found,
        found.number,
        found.version,
        found.tubes,
        found.fingerprint,
        found.form,
        Verdict.CHANGED if any(map(is_wrong, found.findings)) else Verdict.ALONE,
        found.findings,
        found.signature is not None,
        by,
        unread,
    )


def hold_against(proof: Proof, content: bytes, bank: Bank) -> Proof:
    """What the bank at hand says of a file that was looked at: who signed it, and whether it was issued here."""
    if isinstance(proof.found, PortableReceipt):
        return _receipt_against(proof, proof.found, bank)
    return _manifest_against(proof, proof.found, content, bank)


def of_sender(proof: Proof, bank: Bank) -> Proof:
    """What a file that announces a parcel is worth, with who signed it as far as the bank at hand knows.

    That another bank issued it is no fault of it: no version of this bank is asked for.
    """
    with bank.reading() as reader:
        by = held(reader, proof.by.signature) if proof.by is not None else None
    known = by is not None and by.by is not None and by.by.whose is Whose.KNOWN
    verdict = Verdict.BY_SIGNATURE if known and not proof.wrong else proof.verdict
    return proof._replace(by=by, verdict=verdict)


def _pages(content: bytes, name: str, told: Callable[[int, int], None] | None) -> tuple[Verified, Unread | None]:
    """What the pages of a PDF say, and why their text is not compared, if it is not."""
    pages = [PageSeen(*page) for page in read_pages(content, name, told)]
    found = verify_pages(pages, name)
    if not any(page.text.strip() for page in pages):
        return found, Unread.NO_TEXT
    if is_manifest([page.text for page in pages]):
        return found, None
    return found._replace(pages=()), Unread.OTHER_PAPER


def _look_at_receipt(content: bytes, name: str) -> Proof:
    found = look_at_receipt(content, name)
    receipt = found.receipt
    findings: list[Wrong] = [] if found.whole else [FingerprintChanged()]
    signature, fits = found.signed
    if signature is not None and not fits:
        findings.append(SignatureWrong(short_key(signature.key)))
    return Proof(
        found,
        receipt.number,
        receipt.version,
        len(receipt.lines),
        found.fingerprint,
        Form.JSON,
        Verdict.CHANGED if findings else Verdict.ALONE,
        tuple(findings),
        signature is not None,
        Held(signature, None) if signature is not None and fits else None,
    )


def _manifest_against(proof: Proof, found: Verified, content: bytes, bank: Bank) -> Proof:
    """Hold a file against the versions that the bank has kept.

    That of another bank, signed with a key that is noted here, is held against its signature alone.
    """
    findings, unread = list(proof.findings), proof.unread
    with bank.reading() as reader:
        stored = stored_manifests(reader, found.number)
        by = held(reader, proof.by.signature) if proof.by is not None else None
        elsewhere = found.manifest is not None and found.manifest.bank_uuid != bank_uuid(reader)
    if elsewhere and by is not None and by.by is not None and by.by.whose is Whose.KNOWN:
        verdict = Verdict.CHANGED if proof.wrong else Verdict.BY_SIGNATURE
        return proof._replace(by=by, verdict=verdict)
    kept = [Kept(each.version, each.fingerprint, each.content) for each in stored]
    findings += compare(found, kept)
    own = next((manifest_kept(each) for each in kept if each.version == found.version), None)
    for event, head in dict.fromkeys(_heads(found, own)):
        with bank.reading() as reader:
            if not head or not head_is_in_chain(reader, event, head):
                findings.append(HeadNotInChain(event))
    if found.form is Form.PDF and own is not None and unread is None:
        try:
            findings += differences(content, [page.text for page in found.pages], own)
        except LettersNotInFonts as refused:
            unread = refused
    verdict = Verdict.CHANGED if any(map(is_wrong, findings)) else Verdict.PROVED
    return proof._replace(by=by, findings=tuple(findings), verdict=verdict, unread=unread)


def _heads(found: Verified, own: Manifest | None) -> list[tuple[int, str]]:
    """The events that must be in the history: that of the bank's own version, and that which the file names."""
    return [(each.head_seq, each.head_hash) for each in (own, found.manifest) if each is not None]


def _receipt_against(proof: Proof, found: PortableReceipt, bank: Bank) -> Proof:
    """Whether the manifest that the receipt is about was issued here, or the receipt itself was written here."""
    with bank.reading() as reader:
        by = held(reader, proof.by.signature) if proof.by is not None else None
        findings = (*proof.findings, *_of_receipt(reader, found, by))
    verdict = Verdict.CHANGED if findings else Verdict.ALONE
    return proof._replace(by=by, findings=findings, verdict=verdict)


def _of_receipt(reader: Reader, found: PortableReceipt, by: Held | None) -> list[Finding]:
    receipt = found.receipt
    stored = stored_manifests(reader, receipt.number)
    if not stored:
        written_here = by is not None and by.by is not None and by.by.whose is Whose.OWN
        return [] if written_here else [NotOfThisBank(receipt.number)]
    issued = next((each for each in stored if each.version == receipt.version), None)
    if issued is None:
        return [VersionNotIssued(receipt.number, receipt.version, tuple(each.version for each in stored))]
    if issued.fingerprint != receipt.fingerprint:
        return [OtherFingerprint(receipt.version, short_fingerprint(issued.fingerprint))]
    return []
