"""Which template labels which thing: the kinds of containers by the kinds of templates."""

from collections.abc import Mapping

from freezerapp.documents.template import For
from freezerapp.domain.container import BOX_KINDS, UNIT_KINDS, Kind

KINDS: Mapping[For, frozenset[Kind]] = {
    For.BOX: BOX_KINDS,
    For.CANE: frozenset({Kind.CANE}),
    For.RACK: frozenset({Kind.RACK, Kind.TOWER}),
    For.DRAWER: frozenset({Kind.DRAWER, Kind.SHELF, Kind.LEVEL, Kind.QUADRANT, Kind.CANISTER, Kind.GOBLET}),
    For.FREEZER: UNIT_KINDS | {Kind.ROOM},
}
"""The containers that a template labels."""


def label_of(kind: str) -> For | None:
    """What kind of template labels a kind of container."""
    return next((each for each, kinds in KINDS.items() if kind in kinds), None)
