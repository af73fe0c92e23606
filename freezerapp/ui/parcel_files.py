"""A file that came with a parcel: the manifest of one from elsewhere, or the receipt of one of ours."""

from pathlib import Path

from freezerapp.domain.manifest import Manifest
from freezerapp.domain.receipt import FORMAT as RECEIPT
from freezerapp.domain.receipt import Receipt


def read_parcel_file(path: Path) -> Manifest | Receipt:
    """What the file holds. Raises the refusals of both kinds."""
    from freezerapp.exchange.manifests import read_manifest
    from freezerapp.exchange.receipts import read_receipt

    try:
        beginning = path.read_bytes()[:2_000]
    except OSError:
        beginning = b""
    return read_receipt(path) if RECEIPT.encode() in beginning else read_manifest(path)
