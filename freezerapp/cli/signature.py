"""What the command line says of a signature, and the key that it signs with."""

import sys
from pathlib import Path

from freezerapp.domain.signing import OWN_KEYS, keys_kept, short_key
from freezerapp.exchange.signing import OwnKey, own_key
from freezerapp.proving import Held
from freezerapp.storage.database import Database
from freezerapp.storage.rows.history import bank_uuid
from freezerapp.storage.rows.shipments import settings
from freezerapp.wording.signatures import SIGNATURES


def said(found: Held | None) -> str:
    """One sentence on a signature that is right, or on none."""
    if found is None:
        return SIGNATURES["none"]
    key, by = short_key(found.signature.key), found.by
    if by is None:
        return SIGNATURES["alone"].format(key=key)
    return SIGNATURES[by.whose].format(key=key, names=", ".join(by.names))


def key_of(database: Database, to: Path, issued_by: str) -> OwnKey | None:
    """The key to sign a file with; that the bank has one which is not on this computer, is told.

    What another bank issued (``issued_by`` is not the id of this one) is never signed.
    """
    with database.reading() as reader:
        keys = keys_kept(settings(reader), OWN_KEYS) if bank_uuid(reader) == issued_by else ()
    found = own_key(keys)
    if keys and found is None:
        print(f"{to} is not signed: no key of this bank is kept on this computer.", file=sys.stderr)
    return found
