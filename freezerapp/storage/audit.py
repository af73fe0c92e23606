"""The history itself: the chain walked link by link, and the state that the events add up to."""

import json
from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, select

from freezerapp.domain.access import Role
from freezerapp.domain.custody import first_link
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
    made = _FIELDS.get(kind, {})
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


class Said(NamedTuple):
    """One event, read."""

    seq: int
    subject_id: int
    operation_id: int
    told: dict[str, Any]


_OF_KIND = Prepared(
    select(schema.event.c.seq, schema.event.c.subject_id, schema.event.c.operation_id, schema.event.c.payload)
    .where(
        schema.event.c.subject_kind == bindparam("kind"),
        schema.event.c.subject_id.between(bindparam("low"), bindparam("high")),
    )
    .order_by(schema.event.c.subject_id, schema.event.c.seq)
)
_OPERATIONS = Prepared(
    select(
        schema.operation.c.id,
        schema.operation.c.uuid,
        schema.operation.c.kind,
        schema.operation.c.recorded_at,
        schema.operation.c.operator_id,
        schema.operation.c.done_at,
        schema.operation.c.reason,
    )
)


def events_of(connection: Connection, kind: str, low: int, high: int) -> Iterator[Said]:
    """The events of the things of one kind with these ids, thing by thing, oldest first."""
    for seq, subject, operation_id, payload in run(connection, _OF_KIND, kind=kind, low=low, high=high):
        yield Said(seq, subject, operation_id, json.loads(payload))


def replay(connection: Connection, kind: str, low: int, high: int) -> tuple[dict[int, Any], list[Finding]]:
    """What the events of these things add up to, and where an event does not fit the one before it."""
    subject = SUBJECTS[kind]
    values: dict[int, Any] = {}
    wrong = []
    for seq, key, _, told in events_of(connection, kind, low, high):
        if told["subject"] != [kind, key]:
            wrong.append(Finding(f"event {seq}", "its subject differs from its text"))
        if told["before"] is None:
            if key in values:
                wrong.append(Finding(f"event {seq}", f"registers {kind} {key} a second time"))
            values[key] = first_value(subject, key, told["after"])
            continue
        current = values.get(key)
        if current is None:
            wrong.append(Finding(f"event {seq}", f"tells of {kind} {key} before it was registered"))
            continue
        before = typed(kind, told["before"])
        for name, said in before.items():
            if getattr(current, name) != said:
                wrong.append(
                    Finding(f"event {seq}", f"{kind} {key}: {name} was not {told['before'][name]!r} before")
                )
        values[key] = current._replace(**typed(kind, told["after"]))
    return values, wrong


def operations_match(connection: Connection) -> Iterator[Finding]:
    """The columns of operations say what the texts of their events say."""
    facts = {row[0]: row[1:] for row in run(connection, _OPERATIONS)}
    cursor = connection.connection.cursor()
    cursor.execute(
        "SELECT seq, operation_id, payload FROM event WHERE seq IN (SELECT min(seq) FROM event GROUP BY operation_id)"
    )
    told_of = set()
    for seq, operation_id, payload in cursor.fetchall():
        told = json.loads(payload)
        said = (
            told["uuid"],
            told["kind"],
            told["recorded_at"],
            told["operator"][0],
            told["done_at"],
            told["reason"],
        )
        told_of.add(operation_id)
        if facts.get(operation_id) != said:
            yield Finding(f"operation {operation_id}", f"differs from what event {seq} says of it")
    for operation_id in sorted(set(facts) - told_of):
        yield Finding(f"operation {operation_id}", "has no event")
