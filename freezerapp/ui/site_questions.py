"""What the rules of the site are: asked on a reader thread, as the others are."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from freezerapp.domain.party import Party
    from freezerapp.storage.database import Reader


class SiteRules(NamedTuple):
    """What the site decided, by name; the address book; and the public keys whose private half is on this computer."""

    settings: Mapping[str, str]
    parties: "tuple[Party, ...]"
    here: frozenset[str]


def own_keys(reader: "Reader") -> tuple[str, ...]:
    """The public keys that this bank signs with, the newest first."""
    from freezerapp.domain.signing import OWN_KEYS, keys_kept
    from freezerapp.storage.rows import shipments as rows

    return keys_kept(rows.settings(reader), OWN_KEYS)


def rules(reader: "Reader") -> SiteRules:
    """All of it, and a look into the user's folder of keys."""
    from freezerapp.domain.signing import OWN_KEYS, keys_kept
    from freezerapp.exchange.signing import own_key
    from freezerapp.storage.rows import shipments as rows

    settings = rows.settings(reader)
    here = frozenset(key for key in keys_kept(settings, OWN_KEYS) if own_key((key,)) is not None)
    return SiteRules(settings, rows.parties(reader), here)
