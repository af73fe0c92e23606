"""What the dialog of papers shows of a shipment: its manifest as it would be issued now, and its versions so far."""

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from freezerapp.domain.manifest import Changed, Manifest
    from freezerapp.domain.parcel import Step
    from freezerapp.storage.database import Reader


class Shown(NamedTuple):
    """The manifest of a shipment for its dialog: as it would be issued now, and what was issued before.

    ``version`` is 0 for one that says something new; ``news`` is what it says otherwise than the last version.
    """

    shipment: int
    step: "Step"
    manifest: "Manifest"
    version: int
    news: "tuple[Changed, ...]"
    issued: tuple[tuple[int, int, "tuple[Changed, ...]"], ...]
    """Version, when (ms UTC) and what was new in it, of each that was issued, the newest first."""
    colours: Mapping[str, str]
    keys: tuple[str, ...] = ()
    """What its file is signed with, if the private half is on this computer; never the list of another bank."""


def shown(reader: "Reader", shipment_id: int) -> Shown:
    """What the dialog of papers shows of a shipment."""
    from freezerapp.commands.issue_manifest import last_and_next
    from freezerapp.domain.manifest import changes, same_content
    from freezerapp.domain.parcel import Direction, Step
    from freezerapp.storage.parcels import shipment_of, viewing
    from freezerapp.storage.rows.manifests import manifest_now, stored_manifests
    from freezerapp.storage.rows.words import materials
    from freezerapp.ui.site_questions import own_keys

    ledger = viewing(reader)
    shipment = shipment_of(ledger, shipment_id)
    kept = stored_manifests(reader, shipment.number)
    issued = tuple((each.version, each.issued_at, _changes(each.changes)) for each in reversed(kept))
    colours = {code: row.colour for code, row in materials(reader).items()}
    keys = own_keys(reader) if shipment.direction is Direction.OUT else ()
    last, now = last_and_next(ledger, shipment)
    if last is not None and (shipment.direction is Direction.IN or same_content(last, now)):
        return Shown(shipment_id, shipment.step, last, last.version, (), issued, colours, keys)
    if shipment.step is Step.DRAFT:
        now = manifest_now(ledger, shipment_id, planned=True)
    news = () if last is None else tuple(changes(last, now))
    unstamped = now._replace(version=1 if last is None else last.version + 1, issued_at="", head_seq=0, head_hash="")
    return Shown(shipment_id, shipment.step, unstamped, 0, news, issued, colours, keys)


def _changes(text: str) -> "tuple[Changed, ...]":
    from freezerapp.domain.manifest import Changed

    return tuple(Changed(*each) for each in json.loads(text))
