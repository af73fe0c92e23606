"""Setting down and lifting: the steps shared by every command that moves tubes."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, select

from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import ChangedSince
from freezerapp.domain.specimen import Known, Specimen, Spot, Status, check_step
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run

_event, _operation = schema.event.c, schema.operation.c
_LAST = Prepared(
    select(_operation.kind, schema.operator.c.name, _operation.recorded_at)
    .join(schema.event, _event.operation_id == _operation.id)
    .join(schema.operator, schema.operator.c.id == _operation.operator_id)
    .where(_event.subject_kind == SPECIMEN, _event.subject_id == bindparam("id"))
    .order_by(_event.seq.desc())
    .limit(1)
)


def today(ledger: Ledger) -> str:
    """The bench's date of this operation: when it was done, else when it is recorded."""
    said = ledger.operation
    if said.done_at:
        return said.done_at[:10]
    moment = datetime.fromtimestamp(said.recorded_at / 1000, UTC) + timedelta(minutes=said.utc_offset_min)
    return moment.date().isoformat()


def set_down(tube: Specimen, spot: Spot, known: Known, now: int, day: str) -> Specimen:
    """A tube put into a position for good: its clock stops, the place kept for it elsewhere is free again."""
    check_step(tube, Status.STORED)
    return tube._replace(
        status=Status.STORED,
        place=spot,
        known=known,
        home=None,
        out_since=None,
        out_ms=time_out(tube, now),
        stored_on=tube.stored_on or day,
    )


def lift(tube: Specimen, now: int) -> Specimen:
    """A tube taken in hand: its place is kept for it, its clock runs (on, if it was out already)."""
    check_step(tube, Status.ON_THE_BENCH)
    return tube._replace(
        status=Status.ON_THE_BENCH,
        place=None,
        known=None,
        home=tube.place or tube.home,
        out_since=now if tube.out_since is None else tube.out_since,
    )


def time_out(tube: Specimen, now: int) -> int:
    """All its time out of storage until now, in ms."""
    return tube.out_ms + (max(0, now - tube.out_since) if tube.out_since is not None else 0)


def check_seen(ledger: Ledger, tube: Specimen, seen: Spot | None, *, in_hand: bool | None = None) -> None:
    """Refuse a gesture made on a stale picture: the tube no longer is where it was seen. Says who did that.

    ``in_hand`` tells whether it was seen on the bench with that place kept for it, or standing there; None:
    either will do.
    """
    standing, kept = tube.place == seen, tube.home == seen
    if seen is not None and not {None: standing or kept, True: kept, False: standing}[in_hand]:
        rows = run(ledger.connection, _LAST, id=tube.id)
        raise ChangedSince(tube.barcode or "", *rows[0])
