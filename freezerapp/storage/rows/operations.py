"""Operations as people take them back: what was done, by whom, when, to how many things, and whether it stands."""

from typing import NamedTuple

from sqlalchemy import bindparam, func, select

from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import Prepared
from freezerapp.storage.rows.history import HistoryRow, read_events


class OperationRow(NamedTuple):
    """One operation. ``undone_by`` is the operation that took it back; ``undoes`` the one it took back itself."""

    id: int
    uuid: str
    kind: str
    operator: str
    recorded_at: int
    utc_offset_min: int
    done_at: str | None
    reason: str | None
    things: int
    first_kind: str
    first_id: int
    undoes: int | None
    undone_by: int | None


_o, _e = schema.operation.c, schema.event.c
_later = schema.operation.alias("later")
_PAGE = Prepared(
    select(
        _o.id,
        _o.uuid,
        _o.kind,
        schema.operator.c.name,
        _o.recorded_at,
        _o.utc_offset_min,
        _o.done_at,
        _o.reason,
        select(func.count()).where(_e.operation_id == _o.id).correlate(schema.operation).scalar_subquery(),
        select(_e.subject_kind).where(_e.operation_id == _o.id).order_by(_e.seq.desc()).limit(1)
        .correlate(schema.operation).scalar_subquery(),
        select(_e.subject_id).where(_e.operation_id == _o.id).order_by(_e.seq.desc()).limit(1)
        .correlate(schema.operation).scalar_subquery(),
        _o.undoes_id,
        _later.c.id,
    )
    .select_from(schema.operation)
    .join(schema.operator, schema.operator.c.id == _o.operator_id)
    .outerjoin(_later, _later.c.undoes_id == _o.id)
    .where(_o.id < bindparam("before"))
    .order_by(_o.id.desc())
    .limit(bindparam("count"))
)  # fmt: skip
_EVENTS = Prepared(
    select(_e.seq, _e.subject_kind, _e.subject_id, _e.payload)
    .where(_e.operation_id == bindparam("id"))
    .order_by(_e.seq)
    .limit(bindparam("count"))
)


def operations_page(reader: Reader, before: int | None = None, count: int = 100) -> tuple[OperationRow, ...]:
    """The newest operations below one, newest first."""
    return tuple(OperationRow(*row) for row in reader.all(_PAGE, before=before or 2**62, count=count))


def events_of_operation(reader: Reader, operation_id: int, count: int = 1_000) -> tuple[HistoryRow, ...]:
    """What one operation did to each thing, in order."""
    return read_events(reader, reader.all(_EVENTS, id=operation_id, count=count))
