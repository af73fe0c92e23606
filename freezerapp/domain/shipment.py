"""A shipment: what it carries, the steps it takes, and what must be true before each."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.parcel import Classification, Direction, Outcome, Profile, Refrigerant, Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Status

COMING = frozenset({Status.SHIPPED, Status.EXPECTED})
"""What a tube of this bank can be that a parcel brings."""


class LineState(StrEnum):
    """What has become of one line of a shipment."""

    WANTED = "wanted"
    PACKED = "packed"
    REMOVED = "removed"
    REPLACED = "replaced"
    SENT = "sent"
    EXPECTED = "expected"  # of a parcel from elsewhere, not yet scanned


class Shipment(NamedTuple):
    """One parcel, sent or received. Moments in ms UTC, dates as ISO text, temperatures in °C, masses in g.

    ``needed`` is the amount each tube should hold at least (nL, pg, … as ``needed_unit`` tells). ``seed`` fixes a
    blind order; ``together`` keeps one participant's tubes in one batch. ``two_persons``: somebody else confirms the
    hand-over (``confirmed_by``, an operator). ``arrival_temperature`` counts tenths of a degree; ``logger_readings``
    is the canonical JSON of what the attached logger file says; ``keys_exported`` counts how often its blind key left.
    """

    id: int
    number: str
    direction: Direction = Direction.OUT
    step: Step = Step.DRAFT
    profile: Profile = Profile.FULL
    kind: str = "external"
    study_id: int | None = None
    sender_id: int | None = None
    recipient_id: int | None = None
    notify_id: int | None = None
    purpose: str | None = None
    request: str | None = None
    agreement: str | None = None
    agreement_on: str | None = None
    needed: int | None = None
    needed_unit: str | None = None
    classification: Classification | None = None
    refrigerant: Refrigerant | None = None
    keep_from: int | None = None
    keep_to: int | None = None
    carrier: str | None = None
    service: str | None = None
    account: str | None = None
    waybill: str | None = None
    seal: str | None = None
    logger: str | None = None
    overpack: int = 0
    planned_on: str | None = None
    expected_on: str | None = None
    transit_limit_h: int | None = None
    customs_goods: str | None = None
    customs_value: str | None = None
    customs_currency: str | None = None
    customs_origin: str | None = None
    customs_code: str | None = None
    incoterm: str | None = None
    export_reason: str | None = None
    permits: str | None = None
    two_persons: int = 0
    seed: str | None = None
    together: int = 0
    created_by: int | None = None
    packed_by: int | None = None
    packed_at: int | None = None
    dispatched_by: int | None = None
    dispatched_at: int | None = None
    confirmed_by: int | None = None
    received_by: int | None = None
    received_at: int | None = None
    arrival_temperature: int | None = None
    ice_left: int | None = None
    seal_intact: int | None = None
    logger_readings: str | None = None
    arrival_note: str | None = None
    keys_exported: int = 0
    origin_uuid: str | None = None
    origin_fingerprint: str | None = None
    note: str | None = None
    void: int = 0


class Package(NamedTuple):
    """One outer package of a shipment: sizes in mm, gross mass and net dry ice in g."""

    id: int
    shipment_id: int
    number: int
    kind: str
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    gross_g: int | None = None
    ice_g: int | None = None
    void: int = 0


class ParcelBox(NamedTuple):
    """A box that travels in a shipment; ``whole``: a storage box sent as it stands."""

    id: int
    shipment_id: int
    number: int
    container_id: int
    package_id: int | None = None
    whole: int = 0
    void: int = 0


class ShipmentLine(NamedTuple):
    """One tube of a shipment. ``open`` lines reserve it. ``code`` is what the parcel's list calls it.

    ``overruled`` is the reason for which it goes although something speaks against it; ``reason`` why it was removed
    or replaced; ``replaced_by`` the line that took its place. ``outcome`` and ``settled`` are of its arrival.
    """

    id: int
    shipment_id: int
    number: int
    specimen_id: int | None
    state: LineState = LineState.WANTED
    code: str | None = None
    box: str | None = None
    position: str | None = None
    blind_code: str | None = None
    overruled: str | None = None
    reason: str | None = None
    replaced_by: int | None = None
    outcome: Outcome | None = None
    outcome_note: str | None = None
    settled: str | None = None
    arrived_at: int | None = None
    open: int = 1
    void: int = 0


class IssuedManifest(NamedTuple):
    """One version of a shipment's manifest as it was issued; ``content`` is canonical JSON, ``changes`` too."""

    id: int
    shipment_id: int
    version: int
    fingerprint: str
    head_seq: int
    head_hash: str
    issued_at: int
    changes: str
    content: str
    void: int = 0


class Setting(NamedTuple):
    """One thing that the site decided for the whole bank."""

    id: int
    name: str
    value: str


STEPS: dict[Step, frozenset[Step]] = {
    Step.DRAFT: frozenset({Step.PACKED, Step.CANCELLED}),
    Step.PACKED: frozenset({Step.DISPATCHED, Step.DRAFT, Step.CANCELLED}),
    Step.DISPATCHED: frozenset({Step.RECEIVED}),
    Step.RECEIVED: frozenset({Step.CLOSED}),
    Step.CLOSED: frozenset(),
    Step.CANCELLED: frozenset(),
}
"""The steps of ordinary work; one taken wrongly is put right by a recorded correction."""
CORRECTIONS: dict[Step, frozenset[Step]] = {
    Step.DISPATCHED: frozenset({Step.PACKED}),
    Step.RECEIVED: frozenset({Step.DISPATCHED}),
    Step.CLOSED: frozenset({Step.RECEIVED}),
}
"""A step taken wrongly goes back by one, with a reason."""


class WrongStep(Problem):
    """A shipment can't do this at the step where it is."""

    def __init__(self, number: str, step: Step, wanted: str) -> None:
        super().__init__(number, step, wanted)
        self.number, self.step, self.wanted = number, step, wanted


class Reserved(Problem):
    """A tube is reserved for another open pick list or shipment."""

    def __init__(self, barcode: str | None, by: str) -> None:
        super().__init__(barcode, by)
        self.barcode, self.by = barcode, by


class NotInShipment(Problem):
    """The tube scanned is not on the list of this shipment."""

    def __init__(self, barcode: str, number: str) -> None:
        super().__init__(barcode, number)
        self.barcode, self.number = barcode, number


class NotOnTheBench(Problem):
    """Only what is on the bench can be packed."""

    def __init__(self, barcode: str | None, status: Status) -> None:
        super().__init__(barcode, status)
        self.barcode, self.status = barcode, status


class TooWarmForCells(Problem):
    """Viable cells of the nitrogen class don't travel on dry ice, unless somebody says why."""

    def __init__(self, barcode: str | None, material: str, refrigerant: str) -> None:
        super().__init__(barcode, material, refrigerant)
        self.barcode, self.material, self.refrigerant = barcode, material, refrigerant


class NotBlind(Problem):
    """A box as it stands shows the order of the bank: a blind parcel is packed tube by tube."""

    def __init__(self, container: str) -> None:
        super().__init__(container)
        self.container = container


class PackedInOrder(Problem):
    """Tubes that are packed stand in an order already: a parcel becomes blind before the first one is packed."""

    def __init__(self, number: str, tubes: int) -> None:
        super().__init__(number, tubes)
        self.number, self.tubes = number, tubes


class PackedInParcel(Problem):
    """A tube that is packed is taken out of its parcel before anything else is done with it."""

    def __init__(self, barcode: str | None, number: str) -> None:
        super().__init__(barcode, number)
        self.barcode, self.number = barcode, number


class BoxInParcel(Problem):
    """A box that travels in a parcel is in no other, and stays at hand until that one leaves."""

    def __init__(self, container: str, number: str) -> None:
        super().__init__(container, number)
        self.container, self.number = container, number


class SamePersonTwice(Problem):
    """The second person of a hand-over is somebody else than the first."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def check_step(shipment: Shipment, wanted: Step) -> None:
    """Raise WrongStep unless a shipment may take this step in ordinary work."""
    if wanted not in STEPS[shipment.step]:
        raise WrongStep(shipment.number, shipment.step, wanted.value)


def check_draft(shipment: Shipment, what: str) -> None:
    """Raise WrongStep unless the list and the boxes may still be changed."""
    if shipment.step is not Step.DRAFT:
        raise WrongStep(shipment.number, shipment.step, what)


def next_number(year: int, taken: Iterable[str], prefix: str = "SHP") -> str:
    """The next number of a year: SHP-2026-0031 after SHP-2026-0030, whatever was skipped before.

    Capitals and small letters are the same here, as they are in codes.
    """
    start = f"{prefix}-{year}-"
    ends = [text[len(start) :] for text in taken if text.upper().startswith(start.upper())]
    numbers = [int(end) for end in ends if end.isascii() and end.isdecimal()]
    return f"{start}{max(numbers, default=0) + 1:04}"
