"""``freezerapp shipments`` and ``freezerapp manifest``: parcels in a list, and the papers and files of one."""

import argparse
import json
import sys

from freezerapp.commands.issuing import manifest_to_print
from freezerapp.commands.operators import operator_for
from freezerapp.domain.manifest import Changed, Manifest, fingerprint, short_fingerprint
from freezerapp.domain.parcel import Direction
from freezerapp.storage.database import Database
from freezerapp.storage.rows.manifests import stored_manifests
from freezerapp.storage.rows.shipments import shipment_rows

DONE, USAGE = 0, 2
MOST_TOLD = 10
"""Changes of a manifest that are named; the others are counted."""
WRITTEN = (".pdf", ".xlsx", ".csv", ".json")


def shipments(asked: argparse.Namespace) -> int:
    """A line for each shipment, the newest first: number, state, recipient (or sender), tubes."""
    database = Database.open(asked.inventory)
    try:
        with database.reading() as reader:
            rows = shipment_rows(reader)
    finally:
        database.close()
    for row in rows:
        other = row.other if row.direction is Direction.OUT else f"from {row.other}"
        print(f"{row.number}\t{row.step}\t{other}\t{row.tubes}")
    if not rows:
        _tell("There are no shipments yet.")
    return DONE


def manifest(asked: argparse.Namespace) -> int:
    """Write the manifest of a shipment into a file; a new version is issued where it says something new."""
    if asked.to.suffix.lower() not in WRITTEN:
        _tell(f"freezerapp manifest: {asked.to} should end in {', '.join(WRITTEN[:-1])} or {WRITTEN[-1]}")
        return USAGE
    database = Database.open(asked.inventory)
    try:
        said = manifest_to_print(database, asked.shipment, operator_for(database, asked.operator))
        _write(database, said, asked)
        with database.reading() as reader:
            new = [Changed(*each) for each in json.loads(stored_manifests(reader, said.number)[-1].changes)]
    finally:
        database.close()
    tubes = f"{len(said.items):,} {'tube' if len(said.items) == 1 else 'tubes'}"
    short = short_fingerprint(fingerprint(said))
    _tell(f"{asked.to}: {said.number}, version {said.version}, {tubes}, fingerprint {short}")
    for each in new[:MOST_TOLD]:
        _tell(f"  since version {said.version - 1}: {_change(each)}")
    if len(new) > MOST_TOLD:
        _tell(f"  and {len(new) - MOST_TOLD:,} more changes")
    return DONE


def _change(new: Changed) -> str:
    """What a version says otherwise, as "tube.volume of MC0000000012: 500 → 400"."""
    what = f"{new.what} of {new.thing}" if new.thing else new.what
    return f"{what}: {new.before or 'nothing'} → {new.after or 'nothing'}"


def _write(database: Database, said: Manifest, asked: argparse.Namespace) -> None:
    match asked.to.suffix.lower():
        case ".json":
            from freezerapp.cli.signature import key_of
            from freezerapp.exchange.manifests import write_manifest

            write_manifest(asked.to, said, key_of(database, asked.to, said.bank_uuid))
        case ".csv":
            from freezerapp.exchange.manifest_csv import write_manifest_csv

            write_manifest_csv(asked.to, said)
        case ".xlsx":
            from freezerapp.exchange.manifest_book import write_manifest_xlsx

            write_manifest_xlsx(asked.to, said)
        case _:
            from freezerapp.documents import manifest as paper
            from freezerapp.documents.page import Paper
            from freezerapp.documents.paper_words import Tongue
            from freezerapp.documents.parcel_paper import Print
            from freezerapp.storage.rows.words import materials

            with database.reading() as reader:
                colours = {code: row.colour for code, row in materials(reader).items()}
            paper.write_manifest(asked.to, said, Print(colours, Tongue(asked.language), Paper(asked.paper)))


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
