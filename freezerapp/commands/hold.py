"""Holds: tubes that must not be used, and their release."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.domain.access import may_manage
from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import NotThere, ReasonMissing
from freezerapp.domain.specimen import Hold, HoldKind, Status
from freezerapp.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class PlaceHold:
    """Put tubes on hold, for a reason."""

    kind: ClassVar[str] = "hold"
    specimens: tuple[int, ...]
    hold: HoldKind
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        for tube in ledger.specimens(self.specimens).values():
            if tube.status is Status.VOID:
                raise NotThere("specimen", tube.barcode or "")
            holds = tuple(sorted({*tube.holds, Hold(self.hold, self.reason)}))
            ledger.save(SPECIMEN, tube._replace(holds=holds))


@dataclass(frozen=True, slots=True)
class ReleaseHold:
    """Release every hold of one kind on these tubes, for a reason; consent holds by a manager only."""

    kind: ClassVar[str] = "release"
    specimens: tuple[int, ...]
    hold: HoldKind
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        operator = ledger.one("operator", ledger.operation.operator_id)
        if self.hold is HoldKind.CONSENT:
            may_manage(operator.role, operator.name, "release consent")
        for tube in ledger.specimens(self.specimens).values():
            left = tuple(hold for hold in tube.holds if hold.kind is not self.hold)
            if left == tube.holds:
                raise NotThere("hold", f"{self.hold.value} {tube.barcode or ''}".strip())
            ledger.save(SPECIMEN, tube._replace(holds=left))
