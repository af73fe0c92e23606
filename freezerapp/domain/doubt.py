"""Why a tube of a shipment needs a decision before it can travel, and who may take it."""

from collections.abc import Iterable
from enum import StrEnum

from freezerapp.domain.specimen import Status


class Doubt(StrEnum):
    """Why a line needs a decision before it can travel."""

    HELD = "held"
    BELOW = "below the amount"
    RESERVED = "reserved elsewhere"
    UNAVAILABLE = "not available"
    TOO_WARM = "too warm"


REMOVABLE_ONLY = frozenset({Doubt.HELD, Doubt.RESERVED, Doubt.UNAVAILABLE})
"""Doubts that no reason overrules: the tube is replaced or removed."""
AVAILABLE = frozenset({Status.STORED, Status.ON_THE_BENCH, Status.IN_A_SHIPMENT})


def doubts(
    *,
    status: Status,
    held: bool,
    reserved: bool,
    amount: int | None,
    needed: int | None,
    too_warm: bool,
) -> tuple[Doubt, ...]:
    """Why a tube of a line needs a decision, the gravest first; amounts in the same unit."""
    found = []
    if status not in AVAILABLE:
        found.append(Doubt.UNAVAILABLE)
    if held:
        found.append(Doubt.HELD)
    if reserved:
        found.append(Doubt.RESERVED)
    if too_warm:
        found.append(Doubt.TOO_WARM)
    if is_below(amount, needed):
        found.append(Doubt.BELOW)
    return tuple(found)


def is_below(amount: int | None, needed: int | None) -> bool:
    """Whether a tube holds less than was asked for, in the same unit; what is not known is not below."""
    return needed is not None and amount is not None and amount < needed


def undecided(found: Iterable[Doubt], overruled: str | None) -> tuple[Doubt, ...]:
    """The doubts that stand: some only until somebody says why the tube goes all the same."""
    return tuple(doubt for doubt in found if doubt in REMOVABLE_ONLY or not overruled)
