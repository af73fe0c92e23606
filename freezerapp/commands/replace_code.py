"""A tube given a new code: the old one is kept as replaced and still leads to it."""

import re
from collections import defaultdict
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
        new = self.code or _next(ledger, _pattern(ledger, tube.barcode or ""), 1)[0]
        _replace(ledger, tube, new)
        return new


@dataclass(frozen=True, slots=True)
class ReplaceCodes:
    """Give each of some tubes the next number of its pattern, in their order.

    Gives the new codes by tube. Raises ReasonMissing, StepNotAllowed for a void tube, NoCodesLeft.
    """

    kind: ClassVar[str] = "replace code"
    specimens: tuple[int, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> dict[int, str]:
        if not self.reason:
            raise ReasonMissing(self.kind)
        alike: defaultdict[IdPattern, list[Specimen]] = defaultdict(list)
        for tube in ledger.specimens(self.specimens).values():
            alike[_pattern(ledger, tube.barcode or "")].append(tube)
        given: dict[int, str] = {}
        for pattern, tubes in alike.items():
            for tube, new in zip(tubes, _next(ledger, pattern, len(tubes)), strict=True):
                _replace(ledger, tube, new)
                given[tube.id] = new
        return given


def _replace(ledger: Ledger, tube: Specimen, new: str) -> None:
    if tube.status is Status.VOID:
        raise StepNotAllowed(tube.barcode, tube.status, tube.status)
    now = ledger.operation.recorded_at
    kept = tuple(
        code._replace(until=now) if code.text == tube.barcode and code.until is None else code for code in tube.codes
    )
    codes = tuple(sorted((*kept, Code(new, CodeKind.LABEL, now))))
    ledger.save(SPECIMEN, tube._replace(barcode=new, codes=codes))


def _pattern(ledger: Ledger, like: str) -> IdPattern:
    """The pattern of codes that look like this one; the bank's own where it has none."""
    found = _SHAPE.fullmatch(like)
    return IdPattern(found[1], len(found[2])) if found else parse_pattern(ledger.one("bank", 1).code_pattern)


def _next(ledger: Ledger, pattern: IdPattern, count: int) -> list[str]:
    """The numbers after the highest that was ever given of a pattern."""
    low, high = (code_key(pattern.prefix + digit * pattern.digits) for digit in "09")
    highest = run(ledger.connection, _LAST, low=low, high=high, width=len(low))[0][0]
    number = int(highest[len(pattern.prefix) :]) if highest and highest[len(pattern.prefix) :].isdigit() else 0
    return next_codes(pattern, number, count)
