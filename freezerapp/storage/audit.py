"""The history itself: the chain walked link by link, and the state that the events add up to."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select

from freezerapp.domain.access import Role
from freezerapp.domain.custody import first_link
from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Code, CodeKind, Hold, HoldKind, Kind, Known, Made, Spot, Status
from freezerapp.domain.standing import Cell, CellUse, Standing, UnitState
from freezerapp.storage import schema
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.records import SUBJECTS, Subject

PAGE = 2_000


class Finding(NamedTuple):
    """One thing that is wrong: where it is and what."""

    where: str
    what: str


def chain(connection: Connection, uuid: str, head: str | None = None) -> Iterator[Finding]:
    """Walk the whole chain; with a printed ``head`` (hex, or its beginning) also tell whether it is in it."""
    cursor = connection.connection.cursor()
    cursor.execute("SELECT seq, payload, prev, hash FROM event ORDER BY seq")
    expected, number, met = first_link(uuid), 0, head is None
    while rows := cursor.fetchmany(PAGE):
        for seq, payload, prev, here in rows:
            number += 1
            if seq != number:
                yield Finding(f"event {number}", "is not there")
                number = seq
            if prev != expected:
                yield Finding(f"event {seq}", "does not follow the event before it")
            if sha256(prev + payload.encode()).digest() != here:
                yield Finding(f"event {seq}", "was changed after it was recorded")
            expected = here
            met = met or here.hex().startswith(str(head).lower())
    if not met:
        yield Finding("chain", f"the printed head {head} is not in it: history was cut or rewritten")


_SPECIMEN_FIELDS: dict[str, Callable[[Any], Any]] = {
    "kind": Kind,
    "status": Status,
    "made_by": Made,
    "known": Known,
    "place": Spot._make,
    "home": Spot._make,
    "codes": lambda codes: tuple(Code(c[0], CodeKind(c[1]), c[2], c[3]) for c in codes),
    "holds": lambda holds: tuple(Hold(HoldKind(h[0]), h[1]) for h in holds),
    "fields": lambda fields: tuple((f[0], f[1]) for f in fields),
}
_CONTAINER_FIELDS: dict[str, Callable[[Any], Any]] = {
    "status": Standing,
    "state": UnitState,
    "known": Known,
    "place": Spot._make,
    "home": Spot._make,
    "cells": lambda cells: tuple(Cell(c[0], c[1], CellUse(c[2])) for c in cells),
}
_OPERATOR_FIELDS: dict[str, Callable[[Any], Any]] = {"role": Role, "codes": _SPECIMEN_FIELDS["codes"]}
_FIELDS: dict[str, dict[str, Any]] = {
    "specimen": _SPECIMEN_FIELDS,
    "container": _CONTAINER_FIELDS,
    "operator": _OPERATOR_FIELDS,
}


def typed(kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Fields from a payload as the values of the rules."""
    made = _FIELDS.get(kind) or SUBJECTS[kind].made
    empty = SUBJECTS[kind].value._field_defaults
    return {
        name: empty.get(name) if said is None else (made[name](said) if name in made else said)
        for name, said in fields.items()
    }


def first_value(subject: Subject, key: int, after: dict[str, Any]) -> Any:
    """The value that the first event of a thing describes."""
    names = subject.value._fields
    start = dict.fromkeys(names) | dict(subject.value._field_defaults)
    return subject.value(**{**start, "id": key, **typed(subject.kind, after)})


_OF_KIND = Prepared(
    select(schema.event.c.seq, schema.event.c.subject_id, schema.operation.c.uuid, schema.event.c.payload)
    .outerjoin(schema.operation, schema.operation.c.id == schema.event.c.operation_id)
    .where(
        schema.event.c.subject_kind == bindparam("kind"),
        schema.event.c.subject_id.between(bindparam("low"), bindparam("high")),
    )
    .order_by(schema.event.c.subject_id, schema.event.c.seq)
)
_undone = schema.operation.alias("undone")
_OPERATIONS = Prepared(
    select(
        schema.operation.c.id,
        schema.operation.c.uuid,
        schema.operation.c.kind,
        schema.operation.c.recorded_at,
        schema.operation.c.utc_offset_min,
        schema.operation.c.operator_id,
        schema.operation.c.done_at,
        schema.operation.c.reason,
        _undone.c.uuid,
        schema.operation.c.program_version,
    ).outerjoin(_undone, _undone.c.id == schema.operation.c.undoes_id)
)
UNREADABLE = (ValueError, KeyError, IndexError, TypeError, AttributeError, Problem)
"""What comes of making values from rows or texts that no program of ours has written."""


class Replayed(NamedTuple):
    """What events add up to: values by id, what is wrong, and when each part was last written.

    That is (uuid, time) by id and part, which is "here", "home", "code", or one cell or hold.
    """

    values: dict[int, Any]
    wrong: list[Finding]
    written: dict[tuple[int, Any], tuple[str, int]]


def replay(connection: Connection, kind: str, low: int, high: int) -> Replayed:
    """What the events of these things add up to, and where an event does not fit the one before it."""
    values, wrong, written = found = Replayed({}, [], {})
    for seq, key, uuid, payload in run(connection, _OF_KIND, kind=kind, low=low, high=high):
        try:
            told = json.loads(payload)
            if told["subject"] != [kind, key]:
                wrong.append(Finding(f"event {seq}", "its subject differs from its text"))
            if told["uuid"] != uuid:
                wrong.append(Finding(f"event {seq}", "its operation differs from its text"))
            wrong.extend(Finding(f"event {seq}", what) for what in _applied(values, kind, key, told))
            for part in _parts_written(told, values.get(key)):
                written[key, part] = (uuid, told["recorded_at"])
        except UNREADABLE as error:
            wrong.append(Finding(f"event {seq}", f"can't be understood: {error!r}"))
    return found


def _parts_written(told: dict[str, Any], value: Any) -> Iterator[Any]:
    after = told["after"]
    if "place" in after or "known" in after:
        yield "here"
    if "home" in after:
        yield "home"
    if "code" in after or "number" in after or "void" in after:
        yield "code"
    for name in ("cells", "holds"):
        if after.get(name):
            old = (told["before"] or {}).get(name) or []
            yield from (part for part, text in zip(getattr(value, name), after[name], strict=True) if text not in old)


def _applied(values: dict[int, Any], kind: str, key: int, told: dict[str, Any]) -> Iterator[str]:
    """Bring one thing forward by one event; yields what does not fit."""
    if told["before"] is None:
        if key in values:
            yield f"registers {kind} {key} a second time"
        values[key] = first_value(SUBJECTS[kind], key, told["after"])
        return
    current = values.get(key)
    if current is None:
        yield f"tells of {kind} {key} before it was registered"
        return
    for name, said in typed(kind, told["before"]).items():
        if getattr(current, name) != said:
            yield f"{kind} {key}: {name} was not {told['before'][name]!r} before"
    values[key] = current._replace(**typed(kind, told["after"]))


def operations_match(connection: Connection) -> Iterator[Finding]:
    """The columns of operations say what the texts of their events say."""
    facts = {row[0]: row[1:] for row in run(connection, _OPERATIONS)}
    cursor = connection.connection.cursor()
    cursor.execute(
        "SELECT seq, operation_id, payload FROM event WHERE seq IN (SELECT min(seq) FROM event GROUP BY operation_id)"
    )
    told_of = set()
    for seq, operation_id, payload in cursor.fetchall():
        told_of.add(operation_id)
        try:
            said = _facts(json.loads(payload))
        except UNREADABLE as error:
            yield Finding(f"event {seq}", f"can't be understood: {error!r}")
            continue
        if facts.get(operation_id) != said:
            yield Finding(f"operation {operation_id}", f"differs from what event {seq} says of it")
    for operation_id in sorted(set(facts) - told_of):
        yield Finding(f"operation {operation_id}", "has no event")


def _facts(told: dict[str, Any]) -> tuple[Any, ...]:
    return (
        told["uuid"],
        told["kind"],
        told["recorded_at"],
        told["offset"],
        told["operator"][0],
        told["done_at"],
        told["reason"],
        told["undoes"],
        told["version"],
    )
