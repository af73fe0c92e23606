"""``freezerapp verify-manifest``: a file of a manifest or a receipt, held against itself and against a bank."""

import argparse
import sys
from pathlib import Path

from freezerapp.cli import progress
from freezerapp.cli.signature import said
from freezerapp.domain.manifest import SHORT, short_fingerprint
from freezerapp.exchange.manifest_verifying import Form, Verified
from freezerapp.exchange.tables import read_whole
from freezerapp.proving import Proof, Verdict, hold_against, look
from freezerapp.storage.database import Database
from freezerapp.wording.english import sentence
from freezerapp.wording.proofs import ALONE, BY_SIGNATURE, PROVED, TEXT_READ, UNREAD

DONE, PROBLEMS = 0, 1

NOT_PROVED = (
    "Who changes a file can make its fingerprint anew: compare it with the one on paper,"
    " or ask the sending bank with --inventory."
)


def verify_manifest(asked: argparse.Namespace) -> int:
    """Say what a file is and list what is wrong with it."""
    path: Path = asked.file
    content = read_whole(path)
    proof = look(content, str(path), progress.told)
    print(_named(proof))
    if asked.inventory is not None:
        database = Database.open(asked.inventory)
        try:
            proof = hold_against(proof, content, database)
        finally:
            database.close()
    for finding in proof.findings:
        print(f"  {sentence(finding)}")
    if proof.form is Form.JSON and (not proof.is_signed or proof.by is not None):
        _tell(said(proof.by))
    if proof.verdict is Verdict.CHANGED:
        wrong = proof.wrong
        _tell(f"{wrong:,} things are wrong with {path}." if wrong > 1 else f"1 thing is wrong with {path}.")
        return PROBLEMS
    for line in _verdict(proof):
        _tell(line)
    return DONE


def _verdict(proof: Proof) -> list[str]:
    """What is known of a file with which nothing is wrong."""
    if proof.verdict is Verdict.ALONE:
        return [ALONE[proof.form]] if proof.is_receipt else [ALONE[proof.form], NOT_PROVED]
    if proof.verdict is Verdict.BY_SIGNATURE:
        assert isinstance(proof.found, Verified)
        assert proof.found.manifest is not None
        sender = proof.found.manifest.sender.organisation
        return [BY_SIGNATURE.format(bank=proof.found.manifest.bank, sender=sender)]
    if proof.form is not Form.PDF:
        return [PROVED[proof.form]]
    if proof.unread is None:
        return [PROVED[proof.form], TEXT_READ]
    return [PROVED[proof.form], UNREAD[proof.unread] if isinstance(proof.unread, str) else sentence(proof.unread)]


def _named(proof: Proof) -> str:
    version = str(proof.version) if proof.version >= 0 else "?"
    tubes = f"{proof.tubes:,} tubes" if proof.tubes != 1 else "1 tube"
    short = short_fingerprint(proof.fingerprint[:SHORT])
    of = "receipt of " if proof.is_receipt else ""
    return f"{of}{proof.number} version {version}: {tubes}, fingerprint {short} ({proof.form.value.upper()})"


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
