"""Any file of a manifest held against itself: was it changed since it was made, as far as it can tell alone?

A file can show that it was changed, never that it was not: whoever changes it can make its digests anew. What
proves it is the fingerprint on paper in other hands, or the version that the bank has kept (``manifest_comparing``).
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.manifest import FORMAT, Manifest, Printed, read_code_text
from freezerapp.domain.manifest import fingerprint as fingerprint_of
from freezerapp.domain.signing import Signature, short_key
from freezerapp.exchange.manifest_csv import read_manifest_csv
from freezerapp.exchange.manifest_findings import (
    Contradiction,
    CountDiffers,
    Finding,
    FingerprintChanged,
    HeadChanged,
    LineChanged,
    ListChanged,
    PageOfAnother,
    PageWithoutCode,
    PartChanged,
    SheetAdded,
    SheetChanged,
    SheetGone,
    SignatureWrong,
)
from freezerapp.exchange.manifest_rows import Listed, line_digest, list_digest, list_of
from freezerapp.exchange.manifest_sheets import DIGEST, FACTS_SHEET, LIST_SHEET, rows_digest
from freezerapp.exchange.manifests import TUBES, look_at_manifest
from freezerapp.exchange.plain_file import NotPortable
from freezerapp.exchange.tables import table_of
from freezerapp.exchange.workbook import Sheets, is_workbook, read_workbook


class Form(StrEnum):
    """What kind of file it is."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"


class PageSeen(NamedTuple):
    """A page of a PDF as it was read: its text, and the texts of the codes on it."""

    text: str
    codes: tuple[str, ...]


class Verified(NamedTuple):
    """What a file says it is, what is wrong with it, and what was read for comparing it further.

    ``version`` and ``tubes`` are -1 where no number stands. ``fingerprint`` is as the file says: whole, of a
    PDF its beginning. ``signature`` may be a wrong one, which is among the findings.
    """

    form: Form
    number: str
    version: int
    tubes: int
    fingerprint: str
    findings: tuple[Finding, ...] = ()
    manifest: Manifest | None = None
    listed: Listed | None = None
    sheets: Sheets | None = None
    pages: tuple[PageSeen, ...] = ()
    signature: Signature | None = None


def is_pdf(content: bytes) -> bool:
    """Whether a file is a PDF, by its first bytes; its pages have to be read elsewhere."""
    return content[:1024].lstrip().startswith(b"%PDF-")


def verify_file(content: bytes, name: str) -> Verified:
    """What can be said of a JSON, CSV or XLSX file of a manifest, by its own means.

    Raises NotPortable where it is something else, and what reading each form raises.
    """
    if is_workbook(content):
        return _verify_workbook(read_workbook(content, name), name)
    if content.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{"):
        return _verify_portable(content, name)
    found = read_manifest_csv(table_of(content, name))
    if found is None:
        raise NotPortable(name, FORMAT)
    return _of_list(Form.CSV, found, tuple(list_findings(found)))


def verify_pages(pages: Sequence[PageSeen], name: str) -> Verified:
    """What can be said of a PDF: which manifest its pages name, and whether they all belong to it.

    Raises NotPortable if no page has the code of a manifest.
    """
    seen = [_code_of(page) for page in pages]
    first = next((code for code in seen if code is not None), None)
    if first is None:
        raise NotPortable(name, FORMAT)
    findings: list[Finding] = []
    for at, code in enumerate(seen, start=1):
        if code is None:
            findings.append(PageWithoutCode(at))
        elif code != first:
            findings.append(PageOfAnother(at, f"{code.number}, {code.version}"))
    return Verified(
        Form.PDF, first.number, first.version, first.tubes, first.short, tuple(findings), pages=tuple(pages)
    )


def list_findings(found: Listed) -> list[Finding]:
    """What is wrong with a list, by its own digests."""
    findings: list[Finding] = []
    wrong = [
        at
        for at, (row, said) in enumerate(zip(found.rows, found.digests, strict=True))
        if line_digest(found, row) != said
    ]
    if len(wrong) > 1 and len(wrong) == len(found.rows):
        findings.append(HeadChanged())
    else:
        findings += [LineChanged(_line(found, at)) for at in wrong]
    if _number(found.tubes) != len(found.rows):
        findings.append(CountDiffers(_number(found.tubes), len(found.rows)))
    if not findings and list_digest(found) != found.list_digest:
        findings.append(ListChanged())
    return findings


def _verify_portable(content: bytes, name: str) -> Verified:
    found = look_at_manifest(content, name)
    manifest = found.manifest
    findings: list[Finding] = [PartChanged(f"part {part}") for part in found.parts if part != TUBES or not found.lines]
    findings += [LineChanged(line) for line in found.lines]
    if not found.whole and not findings:
        findings.append(FingerprintChanged())
    findings += [Contradiction(flaw.what, flaw.thing) for flaw in found.unsound]
    signature, fits = found.signed
    if signature is not None and not fits:
        findings.append(SignatureWrong(short_key(signature.key)))
    return Verified(
        Form.JSON,
        manifest.number,
        manifest.version,
        len(manifest.items),
        found.fingerprint if found.whole else fingerprint_of(manifest),
        tuple(findings),
        manifest,
        signature=signature,
    )


def _verify_workbook(sheets: Sheets, name: str) -> Verified:
    facts, rows = sheets.get(FACTS_SHEET, []), sheets.get(LIST_SHEET, [[]])
    said = {row[0]: row[1] if len(row) > 1 else "" for row in facts if row}
    own = f"{DIGEST}{FACTS_SHEET}"
    ends = [at for at, row in enumerate(facts) if row[:1] == [own]]
    if not ends or not {"number", "version", "fingerprint", f"{DIGEST}{LIST_SHEET}"} <= said.keys():
        raise NotPortable(name, FORMAT)
    findings: list[Finding] = []
    if facts[ends[-1] + 1 :] or rows_digest(facts[: ends[-1]]) != said[own]:
        findings.append(SheetChanged(FACTS_SHEET))
    whole = (said["number"], said["version"], said["fingerprint"], said.get("tubes", ""), said[f"{DIGEST}{LIST_SHEET}"])
    found = list_of(rows[0], rows[1:], whole) if rows else None
    if found is None:
        findings.append(SheetGone(LIST_SHEET) if LIST_SHEET not in sheets else SheetChanged(LIST_SHEET))
        found = Listed(*whole[:4], (), (), "", ())
    else:
        findings += list_findings(found)
    digests = {label.removeprefix(DIGEST): digest for label, digest in said.items() if label.startswith(DIGEST)}
    for sheet, digest in digests.items():
        if sheet in (FACTS_SHEET, LIST_SHEET):
            continue
        if sheet not in sheets:
            findings.append(SheetGone(sheet))
        elif rows_digest(sheets[sheet]) != digest:
            findings.append(SheetChanged(sheet))
    findings += [SheetAdded(sheet) for sheet in sheets if sheet not in digests]
    return _of_list(Form.XLSX, found, tuple(findings))._replace(sheets=sheets)


def _of_list(form: Form, found: Listed, findings: tuple[Finding, ...]) -> Verified:
    version, tubes = _number(found.version), _number(found.tubes)
    return Verified(form, found.number, version, tubes, found.fingerprint, findings, listed=found)


def _code_of(page: PageSeen) -> Printed | None:
    found = (read_code_text(code) for code in page.codes)
    return next((code for code in found if code is not None), None)


def _line(found: Listed, at: int) -> int:
    said = _number(found.rows[at][found.columns.index("line")])
    return said if said > 0 else at + 1


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
