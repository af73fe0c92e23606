"""A file of a manifest held against the versions that the bank has kept: this proves it, cell by cell."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, zip_longest
from typing import NamedTuple

from freezerapp.domain.manifest import SHORT, Manifest, changes, fingerprint, short_fingerprint
from freezerapp.domain.plain_reading import read_plain
from freezerapp.exchange.manifest_findings import (
    FactDiffers,
    Finding,
    FingerprintChanged,
    LaterVersion,
    MoreFindings,
    NotOfThisBank,
    OtherFingerprint,
    TubeDiffers,
    TubeLeftOut,
    TubeNotIssued,
    VersionNotIssued,
)
from freezerapp.exchange.manifest_rows import Listed, listed
from freezerapp.exchange.manifest_sheets import LIST_SHEET, sheets, trimmed
from freezerapp.exchange.manifest_verifying import Form, Verified
from freezerapp.exchange.workbook import Sheets

MOST_LISTED = 100
"""Findings of one comparison that are listed; of more only the number."""

UNBROKEN = 20
"""Characters of a code that a page never breaks into lines."""


class Kept(NamedTuple):
    """A version as the bank has kept it; ``content`` is the manifest as canonical JSON."""

    version: int
    fingerprint: str
    content: str


def manifest_kept(kept: Kept) -> Manifest:
    """The manifest of a version that was kept. Raises NotAsPublished."""
    return read_plain(Manifest, json.loads(kept.content))


def compare(file: Verified, kept: Sequence[Kept]) -> tuple[Finding, ...]:
    """How a file differs from what the bank issued under its number and version; empty if it does not.

    A later version that the bank has issued is told too, though nothing is wrong then.
    """
    if not kept:
        return (NotOfThisBank(file.number),)
    own = next((each for each in kept if each.version == file.version), None)
    if own is None:
        return (VersionNotIssued(file.number, file.version, tuple(each.version for each in kept)),)
    stored = manifest_kept(own)
    findings: list[Finding] = []
    if fingerprint(stored) != own.fingerprint:
        findings.append(FingerprintChanged())
    said, wanted = file.fingerprint, own.fingerprint
    if said != (wanted[:SHORT] if file.form is Form.PDF else wanted):
        findings.append(OtherFingerprint(file.version, short_fingerprint(wanted)))
    findings += _some(_differences(file, stored))
    newest = max(each.version for each in kept)
    if newest > file.version:
        findings.append(LaterVersion(newest))
    return tuple(findings)


def _differences(file: Verified, stored: Manifest) -> Iterator[Finding]:
    if file.manifest is not None:
        yield from _by_fields(stored, file.manifest)
    elif file.sheets is not None:
        yield from _by_sheets(stored, file.sheets)
    if file.listed is not None:
        yield from _by_lines(listed(stored), file.listed)
    if file.pages:
        yield from _by_words(stored, " ".join(page.text for page in file.pages))


def _by_fields(stored: Manifest, said: Manifest) -> Iterator[Finding]:
    for name in ("issued_at", "head_seq", "head_hash"):
        if getattr(stored, name) != getattr(said, name):
            yield FactDiffers(name, str(getattr(said, name)), str(getattr(stored, name)))
    for change in changes(stored, said):
        if change.what == "added":
            yield TubeNotIssued(change.thing)
        elif change.what == "removed":
            yield TubeLeftOut(change.thing)
        elif change.thing:
            what = "place" if change.what == "moved" else change.what.removeprefix("tube.")
            yield TubeDiffers(change.thing, what, change.after, change.before)
        else:
            yield FactDiffers(change.what, change.after, change.before)


def _by_lines(stored: Listed, said: Listed) -> Iterator[Finding]:
    ours, theirs = _by_tube(stored), _by_tube(said)
    yield from (TubeLeftOut(tube) for tube in ours if tube not in theirs)
    for tube, facts in theirs.items():
        if tube not in ours:
            yield TubeNotIssued(tube)
            continue
        for name in dict.fromkeys([*stored.columns, *said.columns]):
            theirs_said, ours_said = facts.get(name, ""), ours[tube].get(name, "")
            if theirs_said != ours_said:
                yield TubeDiffers(tube, name, theirs_said, ours_said)


def _by_tube(of: Listed) -> dict[str, dict[str, str]]:
    if "tube" not in of.columns:
        return {}
    at = of.columns.index("tube")
    return {row[at]: dict(zip(of.columns, row, strict=True)) for row in of.rows}


def _by_sheets(stored: Manifest, said: Sheets) -> Iterator[Finding]:
    """All cells but those of the list, which are compared by tube."""
    for sheet in sheets(stored):
        if sheet.name == LIST_SHEET or sheet.name not in said:
            continue
        for at, (ours, theirs) in enumerate(
            zip_longest(trimmed(sheet.rows), trimmed(said[sheet.name]), fillvalue=_NO_CELLS)
        ):
            for column, (our, their) in enumerate(zip_longest(ours, theirs, fillvalue="")):
                if our != their:
                    yield FactDiffers(f"{sheet.name}!{_letters(column)}{at + 1}", their, our)


def _by_words(stored: Manifest, text: str) -> Iterator[Finding]:
    """Of a PDF: whether the code of every tube stands in it. Which place it stands at is not looked at."""
    if not text.strip():
        return  # a picture of paper has no text
    words = frozenset(text.split())
    run_on = "".join(text.split())
    for item in stored.items:
        tube = "".join(item.tube.split())
        # A long code, or one with spaces, may be broken into lines; a short one could be part of another.
        broken = len(tube) > UNBROKEN or tube != item.tube
        if item.tube not in words and not (broken and tube in run_on):
            yield TubeLeftOut(item.tube)


def _some(findings: Iterable[Finding]) -> list[Finding]:
    every = iter(findings)
    first = list(islice(every, MOST_LISTED))
    more = sum(1 for _ in every)
    return [*first, MoreFindings(more)] if more else first


def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


_NO_CELLS: list[str] = []
