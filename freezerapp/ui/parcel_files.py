"""A file that came with a parcel: the manifest of one from elsewhere, or the receipt of one of ours."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from freezerapp.domain.manifest import Manifest
from freezerapp.domain.receipt import FORMAT as RECEIPT
from freezerapp.domain.receipt import Receipt

if TYPE_CHECKING:
    from freezerapp.proving import Bank, Proof


class Announced(NamedTuple):
    """The manifest of a parcel from elsewhere, and what its file is worth: its signature may be wrong.

    ``clashing`` are codes of its list that tubes here have, which it can't bring.
    """

    manifest: Manifest
    proof: "Proof"
    clashing: tuple[str, ...] = ()


def read_parcel_file(path: Path, bank: "Bank") -> Announced | Receipt:
    """What the file holds. Raises the refusals of both kinds, but for a manifest whose signature alone is wrong."""
    from freezerapp.exchange.manifests import as_made, look_at_manifest
    from freezerapp.exchange.receipts import read_receipt
    from freezerapp.exchange.tables import read_whole
    from freezerapp.proving import look, of_sender
    from freezerapp.storage.rows.code_clashes import here_already

    content = read_whole(path)
    if RECEIPT.encode() in content[:2_000]:
        return read_receipt(path)
    manifest = as_made(look_at_manifest(content, str(path)), str(path))
    with bank.reading() as reader:
        clashing = here_already(reader, [item.tube for item in manifest.items])
    return Announced(manifest, of_sender(look(content, str(path)), bank), clashing)
