"""What a parcel is said to be: its steps, its class as dangerous goods, what keeps it cold, what it discloses."""

from enum import StrEnum


class Direction(StrEnum):
    """Whether a parcel leaves this bank or comes to it."""

    OUT = "out"
    IN = "in"


class Step(StrEnum):
    """How far a parcel has come."""

    DRAFT = "draft"
    PACKED = "packed"
    DISPATCHED = "dispatched"
    RECEIVED = "received"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class Profile(StrEnum):
    """What every paper, file, label and file name of a parcel may tell of a tube.

    Full: all that is known. Coded: tube code and material. Blind: a new code for each tube and its material.
    Neither of the last two tells participant, visit, date or site; hold reasons are told by none.
    """

    FULL = "full"
    CODED = "coded"
    BLIND = "blind"


class Classification(StrEnum):
    """The class as dangerous goods: chosen by a person who answers for it, never by the program."""

    UN3373 = "UN3373"
    EXEMPT = "exempt human specimen"
    UN2814 = "UN2814"
    NOT_REGULATED = "not regulated"


class Refrigerant(StrEnum):
    """What keeps a parcel cold; dry ice is dangerous goods itself (UN1845) and is declared with its net mass."""

    DRY_ICE = "dry ice"
    DRY_SHIPPER = "dry shipper"
    GEL = "gel packs"
    AMBIENT = "ambient"


class Outcome(StrEnum):
    """How an item of a parcel was found on arrival; everything but "received" is a difference to be settled."""

    RECEIVED = "received"
    MISSING = "missing"
    EXTRA = "extra"
    DAMAGED = "damaged"
    THAWED = "thawed"
    WRONG_LABEL = "wrong label"


PACKING_INSTRUCTION = {
    Classification.UN3373: "PI 650",
    Classification.UN2814: "PI 620",
}
"""IATA packing instruction of each class that has one."""
DRY_ICE_INSTRUCTION = "PI 954"
MOST_DRY_ICE_G = 200_000
"""Net grams of dry ice in one package by air (PI 954)."""
