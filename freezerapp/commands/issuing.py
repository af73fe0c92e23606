"""The version of a manifest to print: the last one where nothing changed, else a new one is issued."""

import json

from freezerapp.commands.command import perform
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.plain_reading import read_plain
from freezerapp.domain.problems import NothingToDo, NotThere
from freezerapp.storage.database import Database
from freezerapp.storage.rows.manifests import StoredManifest, shipment_by, stored_manifests


def manifest_to_print(database: Database, number: str, operator_id: int) -> Manifest:
    """The manifest of a shipment as it stands: issued now where it says something new, else the last version again.

    Raises NotThere for an unknown number, WrongStep for a draft.
    """
    with database.reading() as reader:
        shipment = shipment_by(reader, number)
    if shipment is None:
        raise NotThere("shipment", number)
    try:
        issued = perform(database, IssueManifest(shipment), operator_id).result
    except NothingToDo:
        with database.reading() as reader:
            return manifest_of(stored_manifests(reader, number)[-1])
    assert isinstance(issued, Manifest)
    return issued


def manifest_of(stored: StoredManifest) -> Manifest:
    """A version as it was issued."""
    return read_plain(Manifest, json.loads(stored.content))
