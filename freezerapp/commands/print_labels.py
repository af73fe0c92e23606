"""Labels of tubes printed: how many each tube has had is kept with it, so that a second one has to be explained."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam, select

from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import Problem, ReasonMissing
from freezerapp.domain.specimen import Held, HoldKind, Specimen, Status, StepNotAllowed
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.records import Field

FIELD = "labels-printed"
"""Code of the field that counts them; made with the first label of a bank, searched like any other field."""
_FIELD = Prepared(
    select(schema.field.c.id).where(
        schema.field.c.code == bindparam("code"), schema.field.c.owner_kind == SPECIMEN, schema.field.c.void == 0
    )
)


class LabelPrintedBefore(Problem):
    """A tube has its label already; another one needs a reason."""

    def __init__(self, barcode: str | None, count: int) -> None:
        super().__init__(barcode, count)
        self.barcode, self.count = barcode, count


@dataclass(frozen=True, slots=True)
class PrintLabels:
    """Record that labels of these tubes were printed, ``copies`` of each.

    Raises LabelPrintedBefore without a reason, Held for a tube on a consent hold, StepNotAllowed for a void one.
    """

    kind: ClassVar[str] = "print labels"
    specimens: tuple[int, ...]
    copies: int = 1
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if self.copies < 1:
            raise ReasonMissing(self.kind)
        field = _field(ledger)
        for tube in ledger.specimens(self.specimens).values():
            ledger.save(SPECIMEN, self._printed(tube, field))

    def _printed(self, tube: Specimen, field: int) -> Specimen:
        if tube.status is Status.VOID:
            raise StepNotAllowed(tube.barcode, tube.status, tube.status)
        consent = tuple(hold for hold in tube.holds if hold.kind is HoldKind.CONSENT)
        if consent:
            raise Held(tube.barcode, consent)
        fields = dict(tube.fields)
        before = int(fields.get(field, "0"))
        if before and not self.reason:
            raise LabelPrintedBefore(tube.barcode, before)
        fields[field] = str(before + self.copies)
        return tube._replace(fields=tuple(sorted(fields.items())))


def _field(ledger: Ledger) -> int:
    """The id of the counting field, which is made where there is none yet."""
    for row in run(ledger.connection, _FIELD, code=FIELD):
        return int(row[0])
    key = ledger.new_id("field")
    ledger.save("field", Field(key, FIELD, "Labels printed", SPECIMEN, "number"))
    return key
