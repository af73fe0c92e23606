"""Undo and redo: the inverse of any operation, built from its own events and recorded as events of its own."""

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from sqlalchemy import bindparam, select

from freezerapp.commands.arrange import check_empty
from freezerapp.commands.mark import check_no_descendants, voided
from freezerapp.domain.access import MANAGED, Role, may_manage
from freezerapp.domain.custody import (
    CONTAINER,
    IRREVOCABLE,
    LINE,
    MANIFEST,
    PACKAGE,
    PARCEL_BOX,
    PARCELS,
    PARTY,
    PICK_LINE,
    PICK_LIST,
    SETTING,
    SHIPMENT,
    SPECIMEN,
)
from freezerapp.domain.problems import CannotBeTakenBack, ChangedSince, NotThere
from freezerapp.domain.specimen import Hold, HoldKind, Known, Specimen, Status
from freezerapp.domain.standing import Container, Standing
from freezerapp.storage import schema
from freezerapp.storage.audit import typed
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import ByIds, Prepared, Row, run

_operation, _event = schema.operation.c, schema.event.c
_OPERATION = Prepared(
    select(_operation.uuid, _operation.kind, _operation.undoes_id).where(_operation.id == bindparam("id"))
)
_UNDONE_BY = Prepared(select(_operation.id).where(_operation.undoes_id == bindparam("id")))
_EVENTS = Prepared(
    select(_event.seq, _event.subject_kind, _event.subject_id, _event.payload)
    .where(_event.operation_id == bindparam("id"))
    .order_by(_event.seq)
)
_TOUCHING = ByIds(select(_event.subject_id, _event.subject_kind, _event.seq, _event.operation_id), _event.subject_id)
_WHO = Prepared(
    select(_operation.kind, schema.operator.c.name, _operation.recorded_at)
    .join(schema.operator, schema.operator.c.id == _operation.operator_id)
    .where(_operation.id == bindparam("id"))
)
_USED_BY = {
    "participant": Prepared(
        select(schema.collection.c.id).where(
            schema.collection.c.participant_id == bindparam("id"), schema.collection.c.void == 0
        )
    ),
    "moment": Prepared(
        select(schema.collection.c.id).where(
            schema.collection.c.moment_id == bindparam("id"), schema.collection.c.void == 0
        )
    ),
    "collection": Prepared(
        select(schema.specimen.c.id).where(
            schema.specimen.c.collection_id == bindparam("id"), schema.specimen.c.status != "void"
        )
    ),
    "site": Prepared(
        select(schema.participant.c.id).where(
            schema.participant.c.site_id == bindparam("id"), schema.participant.c.void == 0
        )
    ),
    "study": Prepared(
        select(schema.participant.c.id).where(
            schema.participant.c.study_id == bindparam("id"), schema.participant.c.void == 0
        )
    ),
}
_REFERS = {
    SPECIMEN: (("parent_id", SPECIMEN, "parent"), ("collection_id", "collection", "collection")),
    "collection": (("participant_id", "participant", "participant"), ("moment_id", "moment", "visit")),
    "participant": (("site_id", "site", "site"),),
    SHIPMENT: tuple((field, PARTY, "organisation") for field in ("sender_id", "recipient_id", "notify_id")),
    LINE: (("shipment_id", SHIPMENT, "shipment"), ("specimen_id", SPECIMEN, "specimen")),
    PACKAGE: (("shipment_id", SHIPMENT, "shipment"),),
    PARCEL_BOX: (("shipment_id", SHIPMENT, "shipment"), ("container_id", CONTAINER, "container")),
    MANIFEST: (("shipment_id", SHIPMENT, "shipment"),),
    PICK_LIST: (("shipment_id", SHIPMENT, "shipment"),),
    PICK_LINE: (("list_id", PICK_LIST, "pick list"), ("specimen_id", SPECIMEN, "specimen")),
}
"""What a thing refers to, in which field, and the word for it."""
_USERS = {
    "participant": "collection",
    "moment": "collection",
    "collection": SPECIMEN,
    "site": "participant",
    "study": "participant",
}


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Take back an operation; of an undo, that is redo.

    Refused with ChangedSince where something it touched was changed by a later operation that still
    counts, with CannotBeTakenBack for kinds that have no way back and for what was taken back already.
    Restored places are declared ones: only a hand and a scan can make them true.
    """

    kind: ClassVar[str] = "undo"
    operation_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        target = in_force(ledger, self.operation_id)
        rows = run(ledger.connection, _OPERATION, id=target)
        if not rows:
            raise NotThere("operation", str(self.operation_id))
        uuid, kind, _ = rows[0]
        if kind in IRREVOCABLE:
            raise CannotBeTakenBack(kind, "irrevocable")
        ledger.operation = ledger.operation._replace(undoes=uuid, kind="redo" if kind == "undo" else "undo")
        ledger.undoes_id = target
        _check_role(ledger, target)
        events = run(ledger.connection, _EVENTS, id=target)
        _check_unchanged(ledger, target, events)
        touched = [(row[1], row[2]) for row in events]
        for _, subject_kind, key, payload in reversed(events):
            _restore(ledger, subject_kind, key, json.loads(payload), touched)
        _check_references(ledger)


def in_force(ledger: Ledger, operation_id: int) -> int:
    """The operation through which the effect of this one stands: itself, or the redo that brought it back.

    Raises CannotBeTakenBack where the operation was taken back and stays so.
    """
    current = operation_id
    while True:
        undone = run(ledger.connection, _UNDONE_BY, id=current)
        if not undone:
            return current
        redone = run(ledger.connection, _UNDONE_BY, id=undone[0][0])
        if not redone:
            kind = run(ledger.connection, _OPERATION, id=operation_id)[0][1]
            raise CannotBeTakenBack(kind, "already taken back")
        current = redone[0][0]


def _check_unchanged(ledger: Ledger, target: int, events: list[Row]) -> None:
    last = {(kind, key): seq for seq, kind, key, _ in events}
    by_kind: dict[str, list[int]] = {}
    for kind, key in last:
        by_kind.setdefault(kind, []).append(key)
    later: dict[int, tuple[str, int]] = {}
    for kind, keys in by_kind.items():
        for key, subject_kind, seq, operation_id in _TOUCHING.rows(ledger.connection, keys):
            if subject_kind == kind and seq > last[kind, key] and operation_id != target:
                later.setdefault(operation_id, (kind, key))
    for operation_id, (kind, key) in sorted(later.items()):
        if _counts(ledger, operation_id, set(later)):
            what, who, when = run(ledger.connection, _WHO, id=operation_id)[0]
            raise ChangedSince(_title(ledger.one(kind, key)), what, who, when)


def _counts(ledger: Ledger, operation_id: int, later: set[int]) -> bool:
    """Whether an operation's effect still stands: not one that was undone, nor the undo of one undone."""
    undone_by = run(ledger.connection, _UNDONE_BY, id=operation_id)
    if undone_by and not _undone(ledger, undone_by[0][0]):
        return False
    undoes = run(ledger.connection, _OPERATION, id=operation_id)[0][2]
    return not (undoes is not None and undoes in later and not undone_by)


def _undone(ledger: Ledger, operation_id: int) -> bool:
    undone_by = run(ledger.connection, _UNDONE_BY, id=operation_id)
    return bool(undone_by) and not _undone(ledger, undone_by[0][0])


def _restore(ledger: Ledger, kind: str, key: int, told: dict[str, Any], touched: list[tuple[str, int]]) -> None:
    value = ledger.one(kind, key)
    if told["before"] is None:
        _take_away(ledger, kind, value, touched)
        return
    before = value._replace(**typed(kind, told["before"]))
    if kind == SPECIMEN and _consents(value) - _consents(before):
        may_manage(*_who(ledger), "release consent")
    if kind in (SPECIMEN, CONTAINER) and before.place is not None and before.place != value.place:
        before = before._replace(known=Known.DECLARED)
    ledger.save(kind, before, Known.DECLARED if kind in (SPECIMEN, CONTAINER) else None)


def _check_role(ledger: Ledger, target: int) -> None:
    """Taking back (or redoing) what only a manager may do is for a manager too."""
    kind, undoes = "", target
    while undoes is not None:
        _, kind, undoes = run(ledger.connection, _OPERATION, id=undoes)[0]
    if kind in MANAGED:
        may_manage(*_who(ledger), kind)


def _who(ledger: Ledger) -> tuple[Role, str]:
    operator = ledger.one("operator", ledger.operation.operator_id)
    return operator.role, operator.name


def _consents(tube: Specimen) -> set[Hold]:
    return {hold for hold in tube.holds if hold.kind is HoldKind.CONSENT}


def _take_away(ledger: Ledger, kind: str, value: Any, touched: list[tuple[str, int]]) -> None:
    """What an operation registered is made void, never deleted."""
    now = ledger.operation.recorded_at
    if isinstance(value, Specimen):
        check_no_descendants(ledger, value, {key for what, key in touched if what == SPECIMEN})
        ledger.save(kind, voided(value, now))
    elif isinstance(value, Container):
        check_empty(ledger, value, touched)
        gone = value._replace(
            status=Standing.VOID, place=None, known=None, home=None, out_since=None, code=None, cells=()
        )
        ledger.save(kind, gone)
    elif kind == SETTING:
        ledger.save(kind, value._replace(value=""))  # nothing is decided any more
    elif kind in PARCELS:
        from freezerapp.commands.parcel_parts import check_unused

        check_unused(ledger, kind, value, touched)
        ledger.save(kind, value._replace(void=1))
    elif kind in _USED_BY:
        user = _USERS[kind]
        others = {row[0] for row in run(ledger.connection, _USED_BY[kind], id=value.id)}
        going = {key for key, saved in ledger.saved[user].items() if _is_void(saved.after)}
        if not others - going:
            ledger.save(kind, value._replace(void=1))


def _check_references(ledger: Ledger) -> None:
    """What comes back must not refer to something that was taken back itself and stayed so."""
    for kind, links in _REFERS.items():
        back = [
            after
            for before, after, _ in ledger.saved[kind].values()
            if before is not None and _is_void(before) and not _is_void(after)
        ]
        for field, other, word in links:
            wanted = {getattr(value, field) for value in back} - {None}
            for value in ledger.many(other, wanted).values():
                if _is_void(value):
                    raise NotThere(word, _title(value))


def _is_void(value: Any) -> bool:
    if isinstance(value, Specimen):
        return value.status is Status.VOID
    return value.status is Standing.VOID if isinstance(value, Container) else bool(value.void)


def _title(value: Any) -> str:
    for name in ("barcode", "number", "code", "name", "organisation"):
        said = getattr(value, name, None)
        if said:
            return str(said)
    return f"#{value.id}"
