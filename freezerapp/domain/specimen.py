"""A specimen: one physical tube (or the source it was drawn from), its status and the steps it may take."""

from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem


class Spot(NamedTuple):
    """One position of one container: container id, row and column counted from 0."""

    container: int
    row: int
    column: int


class Known(StrEnum):
    """How it is known that a thing stands where the record says."""

    SCANNED = "scanned"
    RACK_SCAN = "rack scan"
    TYPED = "typed"
    DECLARED = "declared"


class Kind(StrEnum):
    """A tube is kept; a source is drawn and processed, and never stored."""

    TUBE = "tube"
    SOURCE = "source"


class Status(StrEnum):
    """What has become of a specimen."""

    EXPECTED = "expected"
    STORED = "stored"
    ON_THE_BENCH = "on the bench"
    IN_A_SHIPMENT = "in a shipment"
    SHIPPED = "shipped"
    MISSING = "missing"
    USED_UP = "used up"
    DESTROYED = "destroyed"
    VOID = "void"


class HoldKind(StrEnum):
    """Why a specimen must not be used; a consent hold is released by the manager only."""

    CONSENT = "consent"
    QUARANTINE = "quarantine"
    IDENTITY = "identity"
    EXCURSION = "excursion"
    REQUEST = "request"


class Made(StrEnum):
    """How a specimen came from its parent."""

    ALIQUOT = "aliquot"
    DERIVATIVE = "derivative"


class CodeKind(StrEnum):
    """What a scannable code is: the printed label, the code on the base, a kit's, a container's, …

    A blind code is what a tube was called in one parcel; it leads to the tube in this bank alone.
    """

    LABEL = "label"
    BASE = "base"
    KIT = "kit"
    CONTAINER = "container"
    OPERATOR = "operator"
    BLIND = "blind"
    SHIPMENT = "shipment"
    PICK_LIST = "pick list"


class Code(NamedTuple):
    """A code that leads to one thing; one with an end (ms UTC) was replaced and still finds it."""

    text: str
    kind: CodeKind
    since: int
    until: int | None = None


class Hold(NamedTuple):
    """A reason not to use a specimen."""

    kind: HoldKind
    reason: str


class Specimen(NamedTuple):
    """One specimen as the record has it. Moments in ms UTC, durations in ms, bench dates as ISO text.

    ``amount`` and ``initial_amount`` count nL, pg, cells or pieces, as ``unit`` tells; ``concentration``
    counts pg per µL. ``fields`` are site-defined values by field id.
    """

    id: int
    kind: Kind
    status: Status
    barcode: str | None
    material_id: int
    collection_id: int | None = None
    parent_id: int | None = None
    made_by: Made | None = None
    amount: int | None = None
    initial_amount: int | None = None
    unit: str | None = None
    concentration: int | None = None
    thaws: int = 0
    tube: str | None = None
    sprec: str | None = None
    stored_on: str | None = None
    expires_on: str | None = None
    out_since: int | None = None
    out_ms: int = 0
    note: str | None = None
    place: Spot | None = None
    known: Known | None = None
    home: Spot | None = None
    codes: tuple[Code, ...] = ()
    holds: tuple[Hold, ...] = ()
    fields: tuple[tuple[int, str], ...] = ()


STEPS: dict[Status, frozenset[Status]] = {
    Status.EXPECTED: frozenset({Status.ON_THE_BENCH, Status.STORED, Status.VOID}),
    Status.STORED: frozenset(
        {
            Status.ON_THE_BENCH,
            Status.MISSING,
            Status.USED_UP,
            Status.DESTROYED,
            Status.IN_A_SHIPMENT,
            Status.VOID,
        }
    ),
    Status.ON_THE_BENCH: frozenset(
        {
            Status.STORED,
            Status.IN_A_SHIPMENT,
            Status.USED_UP,
            Status.DESTROYED,
            Status.MISSING,
            Status.VOID,
        }
    ),
    Status.IN_A_SHIPMENT: frozenset({Status.ON_THE_BENCH, Status.STORED, Status.SHIPPED}),
    Status.SHIPPED: frozenset({Status.ON_THE_BENCH, Status.STORED, Status.MISSING}),
    Status.MISSING: frozenset({Status.STORED, Status.ON_THE_BENCH, Status.DESTROYED}),
    Status.USED_UP: frozenset(),
    Status.DESTROYED: frozenset(),
    Status.VOID: frozenset(),
}
"""The steps of ordinary work. What is used up, destroyed or void comes back by a recorded correction only."""

PLACED = frozenset({Status.STORED, Status.IN_A_SHIPMENT, Status.SHIPPED})
KEEPS_HOME = frozenset({Status.ON_THE_BENCH, Status.IN_A_SHIPMENT, Status.MISSING})


class StepNotAllowed(Problem):
    """A specimen can't go from one status to the other."""

    def __init__(self, barcode: str | None, status: Status, wanted: Status) -> None:
        super().__init__(barcode, status, wanted)
        self.barcode, self.status, self.wanted = barcode, status, wanted


class Held(Problem):
    """A specimen is on hold and must not be used."""

    def __init__(self, barcode: str | None, holds: tuple[Hold, ...]) -> None:
        super().__init__(barcode, holds)
        self.barcode, self.holds = barcode, holds


def check_step(before: Specimen, wanted: Status) -> None:
    """Raise StepNotAllowed unless a specimen may go to this status in ordinary work."""
    if wanted is not before.status and wanted not in STEPS[before.status]:
        raise StepNotAllowed(before.barcode, before.status, wanted)


def faults(specimen: Specimen) -> list[str]:
    """What is impossible about a specimen by itself, as names of broken rules; empty when nothing is.

    The table of statuses says who has a place (stored, in a shipment, shipped) and who may keep one reserved.
    """
    found = []
    placed = specimen.place is not None
    if specimen.kind is Kind.SOURCE:
        if placed or specimen.home is not None:
            found.append("a source has a place")
    elif placed != (specimen.status in PLACED):
        found.append("status and place disagree")
    if specimen.home is not None and specimen.status not in KEEPS_HOME:
        found.append("a place is reserved without need")
    if placed != (specimen.known is not None):
        found.append("how the place is known is not said")
    if specimen.kind is Kind.TUBE and specimen.status is not Status.VOID and not specimen.barcode:
        found.append("a tube has no barcode")
    if specimen.amount is not None and (specimen.amount < 0 or specimen.unit is None):
        found.append("an amount is below zero or has no unit")
    if specimen.initial_amount is not None and (specimen.amount or 0) > specimen.initial_amount:
        found.append("an amount is more than it began with")
    if (specimen.out_since is not None) != (specimen.status is Status.ON_THE_BENCH):
        found.append("the clock and the bench disagree")
    if specimen.thaws < 0 or specimen.out_ms < 0:
        found.append("a count is below zero")
    return found
