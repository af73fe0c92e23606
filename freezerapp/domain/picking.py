"""Pick lists: which tubes to fetch, in which order one walks, and what has become of each."""

from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Status


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


class NothingPicked(Problem):
    """A pick list needs tubes."""


class NotAvailable(Problem):
    """A tube that is neither stored nor on the bench can't be fetched."""

    def __init__(self, barcode: str | None, status: Status) -> None:
        super().__init__(barcode, status)
        self.barcode, self.status = barcode, status


class AlreadyRetrieved(Problem):
    """The tube is in hand already for this pick list."""

    def __init__(self, barcode: str | None, number: str) -> None:
        super().__init__(barcode, number)
        self.barcode, self.number = barcode, number


class LineSettled(Problem):
    """A tube of a pick list that was replaced, removed, returned or not found takes no such step any more."""

    def __init__(self, barcode: str | None, number: str, state: PickLineState) -> None:
        super().__init__(barcode, number, state)
        self.barcode, self.number, self.state = barcode, number, state


class NotRetrieved(Problem):
    """A tube that was not fetched for this pick list can't be returned from it."""

    def __init__(self, barcode: str | None, number: str) -> None:
        super().__init__(barcode, number)
        self.barcode, self.number = barcode, number


class StillWanted(Problem):
    """A pick list can't be finished while tubes on it are neither fetched nor settled."""

    def __init__(self, number: str, count: int) -> None:
        super().__init__(number, count)
        self.number, self.count = number, count


class PickOpen(Problem):
    """A pick list that is open needs no reopening."""

    def __init__(self, number: str) -> None:
        super().__init__(number)
        self.number = number


REPLACEABLE = frozenset({PickLineState.WANTED, PickLineState.RETRIEVED, PickLineState.MISSING})
"""Tubes in whose place another can be fetched."""


def check_open(pick_list: PickList) -> None:
    """Raise PickClosed unless a list is open."""
    if pick_list.state is not PickState.OPEN:
        raise PickClosed(pick_list.number, pick_list.state)


def check_line(line: PickLine, barcode: str | None, number: str, allowed: frozenset[PickLineState]) -> None:
    """Raise LineSettled unless a line is in one of these states."""
    if line.state not in allowed:
        raise LineSettled(barcode, number, line.state)
