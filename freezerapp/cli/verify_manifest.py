"""``freezerapp verify-manifest``: a file of a manifest held against itself, and against the bank that issued it."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from freezerapp.cli import progress
from freezerapp.documents.page_reading import read_pages
from freezerapp.domain.manifest import SHORT, short_fingerprint
from freezerapp.exchange.manifest_comparing import Kept, compare, manifest_kept
from freezerapp.exchange.manifest_findings import Finding, HeadNotInChain, is_wrong
from freezerapp.exchange.manifest_verifying import Form, PageSeen, Verified, is_pdf, verify_file, verify_pages
from freezerapp.exchange.tables import read_whole
from freezerapp.storage.database import Database
from freezerapp.storage.rows.manifests import head_is_in_chain, stored_manifests
from freezerapp.wording.english import sentence

DONE, PROBLEMS = 0, 1

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
TEXT_READ = "The code of every tube stands in the text of the pages; what else they say was not compared."
NO_TEXT = "The pages are pictures: the codes of the tubes on them were not compared."


def verify_manifest(asked: argparse.Namespace) -> int:
    """Say what a file is and list what is wrong with it."""
    path: Path = asked.file
    content = read_whole(path)
    found = _pages(content, str(path)) if is_pdf(content) else verify_file(content, str(path))
    print(_named(found))
    findings = list(found.findings)
    if asked.inventory is not None:
        findings += _held_against(found, asked.inventory)
    for finding in findings:
        print(f"  {sentence(finding)}")
    wrong = sum(map(is_wrong, findings))
    if wrong:
        _tell(f"{wrong:,} things are wrong with {path}." if wrong > 1 else f"1 thing is wrong with {path}.")
        return PROBLEMS
    for said in _conclusion(found, asked.inventory is not None):
        _tell(said)
    return DONE


def _pages(content: bytes, name: str) -> Verified:
    pages = [PageSeen(*page) for page in read_pages(content, name, progress.told)]
    return verify_pages(pages, name)


def _named(found: Verified) -> str:
    version = str(found.version) if found.version >= 0 else "?"
    tubes = f"{found.tubes:,} tubes" if found.tubes != 1 else "1 tube"
    short = short_fingerprint(found.fingerprint[:SHORT])
    return f"{found.number} version {version}: {tubes}, fingerprint {short} ({found.form.value.upper()})"


def _held_against(found: Verified, inventory: Path) -> list[Finding]:
    database = Database.open(inventory)
    try:
        with database.reading() as reader:
            stored = stored_manifests(reader, found.number)
        kept = [Kept(each.version, each.fingerprint, each.content) for each in stored]
        findings = list(compare(found, kept))
        for event, head in dict.fromkeys(_heads(found, kept)):
            with database.reading() as reader:
                if not head or not head_is_in_chain(reader, event, head):
                    findings.append(HeadNotInChain(event))
        return findings
    finally:
        database.close()


def _heads(found: Verified, kept: Sequence[Kept]) -> list[tuple[int, str]]:
    """The events that must be in the history: that of the bank's own version, and that which the file names."""
    named = [manifest_kept(each) for each in kept if each.version == found.version]
    if found.manifest is not None:
        named.append(found.manifest)
    return [(manifest.head_seq, manifest.head_hash) for manifest in named]


def _conclusion(found: Verified, compared: bool) -> list[str]:
    if not compared:
        return [ALONE[found.form], NOT_PROVED]
    if found.form is not Form.PDF:
        return [PROVED[found.form]]
    return [PROVED[found.form], TEXT_READ if any(page.text.strip() for page in found.pages) else NO_TEXT]


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
