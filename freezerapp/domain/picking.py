"""Pick lists: which tubes to fetch, in which order one walks, and what has become of each."""

from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem


class PickState(StrEnum):
    """How far a pick list has come."""

    OPEN = "open"
    DONE = "done"
    CANCELLED = "cancelled"


class PickLineState(StrEnum):
    """What has become of one tube of a pick list."""

    WANTED = "wanted"
    RETRIEVED = "retrieved"
    MISSING = "missing"
    RETURNED = "returned"
    REPLACED = "replaced"
    REMOVED = "removed"


class PickList(NamedTuple):
    """Tubes to fetch. ``rule`` is how they were chosen, in words; ``seed`` fixes a blind order."""

    id: int
    number: str
    title: str
    state: PickState = PickState.OPEN
    purpose: str | None = None
    shipment_id: int | None = None
    rule: str | None = None
    seed: str | None = None
    made_at: int | None = None
    note: str | None = None
    void: int = 0


class PickLine(NamedTuple):
    """One tube of a pick list; ``open`` lines reserve it. ``number`` is its place in the order asked for."""

    id: int
    list_id: int
    number: int
    specimen_id: int
    state: PickLineState = PickLineState.WANTED
    reason: str | None = None
    replaced_by: int | None = None
    open: int = 1
    void: int = 0


class NotPicked(Problem):
    """The tube scanned is not on the pick list."""

    def __init__(self, barcode: str, number: str) -> None:
        super().__init__(barcode, number)
        self.barcode, self.number = barcode, number


class PickClosed(Problem):
    """A pick list that is done or cancelled takes no more steps."""

    def __init__(self, number: str, state: PickState) -> None:
        super().__init__(number, state)
        self.number, self.state = number, state
