"""A tube given a new code: the old one is kept as replaced and still leads to it."""

import re
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam, func, select

from freezerapp.domain.barcode import IdPattern, code_key, next_codes, parse_pattern
from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import ReasonMissing
from freezerapp.domain.specimen import Code, CodeKind, Specimen, Status, StepNotAllowed
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run

_SHAPE = re.compile(r"([A-Za-z-]*)(\d{4,})")
_LAST = Prepared(
    select(func.max(schema.code.c.key)).where(
        schema.code.c.key.between(bindparam("low"), bindparam("high")),
        func.length(schema.code.c.key) == bindparam("width"),
    )
)


@dataclass(frozen=True, slots=True)
class ReplaceCode:
    """Give a tube a new barcode: the one of a pre-printed label, or without one the next number of its pattern.

    Gives the new code. Raises ReasonMissing, CodeTaken for a code that leads (or led) to something, NoCodesLeft.
    """

    kind: ClassVar[str] = "replace code"
    specimen_id: int
    code: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> str:
        if not self.reason:
            raise ReasonMissing(self.kind)
        tube: Specimen = ledger.one(SPECIMEN, self.specimen_id)
        if tube.status is Status.VOID:
            raise StepNotAllowed(tube.barcode, tube.status, tube.status)
        new = self.code or _next(ledger, tube.barcode or "")
        now = ledger.operation.recorded_at
        kept = tuple(
            code._replace(until=now) if code.text == tube.barcode and code.until is None else code
            for code in tube.codes
        )
        codes = tuple(sorted((*kept, Code(new, CodeKind.LABEL, now))))
        ledger.save(SPECIMEN, tube._replace(barcode=new, codes=codes))
        return new


def _next(ledger: Ledger, like: str) -> str:
    """The number after the highest of codes that look like this one; of the bank's own pattern where none do."""
    found = _SHAPE.fullmatch(like)
    pattern = IdPattern(found[1], len(found[2])) if found else parse_pattern(ledger.one("bank", 1).code_pattern)
    low, high = (code_key(pattern.prefix + digit * pattern.digits) for digit in "09")
    highest = run(ledger.connection, _LAST, low=low, high=high, width=len(low))[0][0]
    number = int(highest[len(pattern.prefix) :]) if highest and highest[len(pattern.prefix) :].isdigit() else 0
    return next_codes(pattern, number, 1)[0]
