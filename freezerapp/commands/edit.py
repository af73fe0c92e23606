"""Facts of a tube corrected, with a reason. Who it came from is not among them: that is an identity, not a fact."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import Problem, ReasonMissing
from freezerapp.domain.specimen import Specimen, Status
from freezerapp.storage.ledger import Ledger

EDITABLE = frozenset(
    {
        "amount",
        "initial_amount",
        "unit",
        "concentration",
        "thaws",
        "tube",
        "sprec",
        "expires_on",
        "note",
        "fields",
    }
)
"""The facts of a specimen that may be edited like this."""


class NotEditable(Problem):
    """This fact is not changed by editing (identity, status and place have their own ways)."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


class ImpossibleAmount(Problem):
    """An amount can't be below zero, above what the tube began with, or without a unit."""

    def __init__(self, barcode: str | None, amount: int, unit: str | None) -> None:
        super().__init__(barcode, amount, unit)
        self.barcode, self.amount, self.unit = barcode, amount, unit


@dataclass(frozen=True, slots=True)
class EditTube:
    """Change facts of one tube: pairs of field name and new value (None empties it). Needs a reason."""

    kind: ClassVar[str] = "edit"
    specimen_id: int
    changes: tuple[tuple[str, object], ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        tube: Specimen = ledger.one(SPECIMEN, self.specimen_id)
        for name, _ in self.changes:
            if name not in EDITABLE or tube.status is Status.VOID:
                raise NotEditable(name)
        after = tube._replace(**dict(self.changes))  # type: ignore[arg-type]
        after = after._replace(fields=tuple(sorted(after.fields)))
        amount, first = after.amount, after.initial_amount
        if amount is not None and (after.unit is None or (first is not None and amount > first)):
            raise ImpossibleAmount(tube.barcode, amount, after.unit)
        for count, unit in (
            (amount, after.unit),
            (first, after.unit),
            (after.concentration, None),
            (after.thaws, None),
        ):
            if count is not None and count < 0:
                raise ImpossibleAmount(tube.barcode, count, unit)
        ledger.save(SPECIMEN, after)
